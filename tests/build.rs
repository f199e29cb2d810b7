//! Hands the target triple to the suites: libraries of a distribution lie in folders of that name.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rustc-env=HUIBIAN_TARGET={}", std::env::var("TARGET").unwrap_or_default());
}
