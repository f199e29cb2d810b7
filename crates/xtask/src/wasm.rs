//! The plugins as WebAssembly modules, in `target/wasm`. Where Rust was installed without that target, Debian's build of
//! it is unpacked into `target/wasm-toolchain` (nothing is installed) and the standard library is built from its source.

use std::env;
use std::fs;
use std::io::{self, Error};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, ExitStatus};

const TARGET: &str = "wasm32-unknown-unknown";
const PLUGINS: [&str; 5] =
    ["theory-study", "propaganda", "position-management", "online-opinion", "flood-season"];

/// Debian's packages, and which of the packages they depend on: those that a Rust of one's own does not bring along.
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "libstd-rust-web-dev"];
const DEPENDENCIES: [&str; 6] =
    ["libstd-rust-web-", "libllvm", "libgit2-", "libhttp-parser", "libmbed", "libssh2-"];

/// Builds the modules.
pub fn build() -> ExitCode {
    match cargo().and_then(|mut cargo| run(&mut cargo)) {
        Ok(()) => {
            println!("{}", target().join("wasm").join(TARGET).join("release").display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("wasm: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether modules were built here before.
pub fn is_built() -> bool {
    target().join("wasm").join(TARGET).is_dir()
}

fn target() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    env::current_dir().unwrap_or_default().join(target)
}

/// A cargo that builds the modules.
fn cargo() -> io::Result<Command> {
    let sysroot = PathBuf::from(output(Command::new("rustc").args(["--print", "sysroot"]))?.trim());
    let mut cargo;
    if sysroot.join("lib/rustlib").join(TARGET).is_dir() {
        cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.arg("build");
    } else {
        let linker = sysroot.join("lib/rustlib").join(env!("XTASK_TARGET")).join("bin/rust-lld");
        if !linker.is_file() {
            return Err(Error::other(format!("no linker for {TARGET} in {}", linker.display())));
        }
        let usr = unpacked()?.join("usr");
        let libraries = fs::read_dir(usr.join("lib"))?.filter_map(Result::ok).map(|entry| entry.path());
        let libraries = env::join_paths(libraries).map_err(Error::other)?;
        cargo = Command::new(usr.join("bin/cargo"));
        // The standard library is built with flags that only a nightly compiler takes without asking.
        cargo.env("RUSTC_BOOTSTRAP", "1").env("RUSTC", usr.join("bin/rustc"));
        cargo.env("LD_LIBRARY_PATH", libraries).env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
        cargo.args(["build", "-Zbuild-std=std,panic_abort"]);
    }
    cargo.env("CARGO_TARGET_DIR", target().join("wasm")).env("CARGO_PROFILE_RELEASE_STRIP", "true");
    cargo.args(["--release", "--locked", "--target", TARGET]);
    cargo.args(PLUGINS.iter().flat_map(|plugin| ["--package", plugin]));
    Ok(cargo)
}

/// Debian's toolchain, unpacked.
fn unpacked() -> io::Result<PathBuf> {
    let folder = target().join("wasm-toolchain");
    let root = folder.join("root");
    if root.is_dir() {
        return Ok(root);
    }
    let missing = |error: Error| {
        let advice = format!(
            "this Rust cannot build for {TARGET}, and Debian's packages cannot be fetched ({error}); add the target to \
             the Rust in use, or run this on Debian or in a container of it"
        );
        Error::other(advice)
    };
    // Only root may bring the lists up to date; others take them as they are.
    let _ = Command::new("apt-get").args(["update", "-qq"]).status().map_err(missing)?;
    let packages = packages().map_err(missing)?;
    let (archives, unfinished) = (folder.join("deb"), folder.join("unfinished"));
    fs::create_dir_all(&archives)?;
    fs::create_dir_all(&unfinished)?;
    run(Command::new("apt-get")
        .args(["download", "-qq", "-o", "APT::Sandbox::User=root"])
        .args(packages)
        .current_dir(&archives))
    .map_err(missing)?;
    for archive in fs::read_dir(&archives)? {
        run(Command::new("dpkg").arg("-x").arg(archive?.path()).arg(&unfinished))?;
    }
    fs::remove_dir_all(&archives)?;
    fs::rename(&unfinished, &root)?;
    Ok(root)
}

/// The packages with what they need of [`DEPENDENCIES`], directly or through one another.
fn packages() -> io::Result<Vec<String>> {
    let mut packages: Vec<String> = PACKAGES.map(str::to_owned).to_vec();
    let mut looked_at = 0;
    while looked_at < packages.len() {
        let depends =
            output(Command::new("apt-cache").args(["depends", "--important", &packages[looked_at]]))?;
        looked_at += 1;
        for name in depends.lines().filter_map(|line| line.trim().strip_prefix("Depends: ")) {
            let needed = DEPENDENCIES.iter().any(|prefix| name.starts_with(prefix));
            if needed && !packages.iter().any(|package| package == name) {
                packages.push(name.to_owned());
            }
        }
    }
    Ok(packages)
}

fn run(command: &mut Command) -> io::Result<()> {
    let status = command.status()?;
    if status.success() { Ok(()) } else { Err(failed(command, status)) }
}

fn output(command: &mut Command) -> io::Result<String> {
    let output = command.output()?;
    if !output.status.success() {
        return Err(failed(command, output.status));
    }
    String::from_utf8(output.stdout).map_err(Error::other)
}

fn failed(command: &Command, status: ExitStatus) -> Error {
    Error::other(format!("{}: {status}", Path::new(command.get_program()).display()))
}
