//! Drives one target, which `HUIBIAN_FUZZ` names, by libFuzzer; `cargo xtask long` builds it so.

#![allow(unexpected_cfgs, reason = "`fuzzing` is set by `cargo xtask long`")]
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
mod driven {
    use std::sync::LazyLock;

    use huibian_fuzz::{Target, target};
    use libfuzzer_sys::fuzz_target;

    static TARGET: LazyLock<&'static Target> = LazyLock::new(|| {
        let name = std::env::var("HUIBIAN_FUZZ").unwrap_or_default();
        target(&name).unwrap_or_else(|| panic!("no target {name}"))
    });

    fuzz_target!(|input: &[u8]| (TARGET.run)(input));
}

#[cfg(not(fuzzing))]
fn main() {
    println!("cargo xtask long fuzz");
}
