//! A plugin whose library writes a file as soon as it is loaded, so that a test sees who loads it.

use huibian_plugin::{Contribution, Request, Result, export};

#[allow(unsafe_code)]
mod constructor {
    extern "C" fn run() {
        if let Some(path) = std::env::var_os("HUIBIAN_TEST_CONSTRUCTOR") {
            let _ = std::fs::write(path, "loaded");
        }
    }

    // SAFETY: the system's loader calls what these sections list, once, when the library is loaded.
    #[used]
    #[cfg_attr(target_vendor = "apple", unsafe(link_section = "__DATA,__mod_init_func"))]
    #[cfg_attr(windows, unsafe(link_section = ".CRT$XCU"))]
    #[cfg_attr(not(any(target_vendor = "apple", windows)), unsafe(link_section = ".init_array"))]
    static RUN: extern "C" fn() = run;
}

#[allow(clippy::unnecessary_wraps)] // the contract's own signature
fn contribute(_: &Request) -> Result<Contribution> {
    let mut contribution = Contribution::new();
    contribution.count("acts", 1, vec!["act".to_owned()]);
    Ok(contribution)
}
export!(contribute);
