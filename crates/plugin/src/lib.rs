//! What a plugin author depends on, and nothing else: the contract, [`export!`] and the [`Contribution`] builder. It must not
//! know the host.
//!
//! ```ignore
//! use huibian_plugin::{Contribution, Request, Result, export};
//!
//! fn contribute(request: &Request) -> Result<Contribution> {
//!     let mut contribution = Contribution::new();
//!     contribution.tally(request, "patrols", "patrols", "patrols_total")?;
//!     Ok(contribution)
//! }
//! export!(contribute);
//! ```

mod contribution;
pub mod ffi;
mod fields;
pub mod testing;
#[cfg(target_family = "wasm")]
pub mod wasm;

pub use contribution::Contribution;
pub use fields::{Fields, Row};
pub use huibian_contract::{Fact, Message, Request, Response, Severity, Words, abi};

/// Why a plugin contributes nothing. Anything that can be printed becomes one, so `?` works on every error.
#[derive(Debug)]
pub struct Refusal(Words);

impl<T: std::fmt::Display> From<T> for Refusal {
    fn from(reason: T) -> Self {
        Self(reason.to_string().into())
    }
}

impl Refusal {
    /// A reason in both languages. `{field}` stands for the label of a field.
    pub fn in_both(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self(Words { zh: Some(zh.into()), en: Some(en.into()) })
    }

    /// The reason, for the clerk.
    pub fn reason(&self) -> &Words {
        &self.0
    }
}

/// What `contribute` returns.
pub type Result<T, E = Refusal> = std::result::Result<T, E>;

/// Exports `fn contribute(&Request) -> Result<Contribution>` as a huibian plugin, with a copy of the crate's
/// `plugin.toml` inside the library, so that a host can tell what it is without running it. Built for
/// `wasm32-unknown-unknown` the same source is a module for the sandbox.
#[macro_export]
macro_rules! export {
    ($contribute:path) => {
        #[cfg(all(panic = "abort", not(target_family = "wasm")))]
        compile_error!("a huibian plugin must be built with panic = \"unwind\"");

        #[allow(unsafe_code)]
        const _: () = {
            const MANIFEST: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/plugin.toml"));

            // SAFETY: the section holds plain bytes that nothing interprets as code; its name is huibian's own.
            #[used]
            #[cfg_attr(target_vendor = "apple", unsafe(link_section = "__TEXT,__hbplug"))]
            #[cfg_attr(not(target_vendor = "apple"), unsafe(link_section = ".hbplug"))]
            static EMBEDDED: [u8; MANIFEST.len()] = {
                let mut bytes = [0; MANIFEST.len()];
                bytes.copy_from_slice(MANIFEST);
                bytes
            };

            // SAFETY: the name is the ABI's own.
            #[cfg(target_family = "wasm")]
            #[unsafe(no_mangle)]
            extern "C" fn huibian_call(op: u32, len: usize) -> i32 {
                $crate::wasm::call(op, len, $contribute)
            }

            #[cfg(not(target_family = "wasm"))]
            unsafe extern "C" fn call(
                op: u32,
                input: $crate::abi::Bytes,
                output: *const $crate::abi::Sink,
            ) -> i32 {
                // SAFETY: the host lends `input` and `output` for this call, as the ABI demands.
                unsafe { $crate::ffi::call(op, input, output, $contribute) }
            }

            #[cfg(not(target_family = "wasm"))]
            // SAFETY: the symbol is the ABI's own name and holds the table that the ABI defines.
            #[unsafe(no_mangle)]
            pub static huibian_plugin_v1: $crate::abi::Plugin = $crate::abi::Plugin {
                size: size_of::<$crate::abi::Plugin>() as u32,
                call,
                get_extension: $crate::ffi::no_extension,
            };
        };
    };
}
