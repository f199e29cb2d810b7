//! A new plugin's folder: it works at once, has examples, and brings along all it needs.

use std::path::{Path, PathBuf};

use huibian_contract::{CONTRACT, CarrierKind, PluginId};
use huibian_diagnostic::{Code, Diagnostic, Result};

/// The SDK's files by their paths in the folder, and the Rust that it needs.
mod sdk {
    include!(concat!(env!("OUT_DIR"), "/sdk.rs"));
}

const SECTION: (&str, &str) =
    ("sections/results.hbs", include_str!("../scaffold/common/sections/results.hbs"));
const README: (&str, &str) = ("README.md", include_str!("../scaffold/common/README.md"));
const CODE: [(&str, &str); 4] = [
    ("plugin.toml", include_str!("../scaffold/code/plugin.toml")),
    ("Cargo.toml", include_str!("../scaffold/code/Cargo.toml.in")),
    ("src/lib.rs", include_str!("../scaffold/code/src/lib.rs.in")),
    (".gitignore", "/target\n/lib\n*.wasm\n"),
];
const NO_CODE: [(&str, &str); 1] = [("plugin.toml", include_str!("../scaffold/declarative/plugin.toml"))];

/// Makes a plugin's folder in `parent` and returns its files.
///
/// # Errors
/// P071 for an id that follows no rule, W012 when the folder is there and not empty, O004 when a file cannot be written.
pub fn create(id: &str, kind: CarrierKind, parent: &Path) -> Result<Vec<PathBuf>> {
    let id = PluginId::new(id).map_err(|_| Diagnostic::new(Code::BadPluginId).with("given", id))?;
    let folder = parent.join(id.as_str());
    let words = words(&id, kind);
    let filled = |(path, text): &(&str, &str)| {
        let text = words.iter().fold((*text).to_owned(), |text, (word, value)| text.replace(word, value));
        (folder.join(path), text.into_bytes())
    };
    let mut files: Vec<(PathBuf, Vec<u8>)> = [SECTION, README].iter().map(filled).collect();
    if kind == CarrierKind::Declarative {
        files.extend(NO_CODE.iter().map(filled));
    } else {
        files.extend(CODE.iter().map(filled));
        files.extend(sdk::FILES.iter().map(|(path, text)| (folder.join(path), text.as_bytes().to_vec())));
    }
    files.sort();
    let written = huibian_store::fill(&folder, files.into_iter())?;
    Ok(written.into_iter().map(|artifact| artifact.path).collect())
}

/// What stands for the words between `@` signs.
fn words(id: &PluginId, kind: CarrierKind) -> Vec<(&'static str, String)> {
    let library = id.as_str().replace('-', "_");
    let carrier = match kind {
        CarrierKind::Declarative => String::new(),
        CarrierKind::Native => format!("library = \"{library}\"\n"),
        CarrierKind::Wasm => format!("module = \"{library}.wasm\"\n"),
    };
    let (zh, en) = match kind {
        CarrierKind::Declarative => {
            ("没有代码：数据项都由 plugin.toml 声明。", "It has no code: plugin.toml declares it all.")
        }
        CarrierKind::Native => {
            ("用 Rust 写成，编译为本机库。", "It is written in Rust and built as a library of the system.")
        }
        CarrierKind::Wasm => (
            "用 Rust 写成，编译为 WebAssembly 模块，在沙箱中运行；需要 wasm32-unknown-unknown 目标。",
            "It is written in Rust and built as a WebAssembly module, which runs in a sandbox; Rust needs the target \
             wasm32-unknown-unknown.",
        ),
    };
    let code = kind != CarrierKind::Declarative;
    let only_code = |text: &str| if code { text.to_owned() } else { String::new() };
    vec![
        ("@ID@", id.to_string()),
        ("@CONTRACT@", CONTRACT.to_string()),
        ("@CARRIER@", carrier),
        ("@EDITION@", sdk::EDITION.to_owned()),
        ("@RUST@", sdk::RUST.to_owned()),
        ("@KIND_ZH@", zh.to_owned()),
        ("@KIND_EN@", en.to_owned()),
        ("@FILES_ZH@", only_code("| `src/lib.rs` | 计算 |\n| `sdk/` | 开发包，随插件带来，不必改动 |\n")),
        (
            "@FILES_EN@",
            only_code(
                "| `src/lib.rs` | computes |\n| `sdk/` | the SDK, brought along; leave it as it is |\n",
            ),
        ),
        ("@BUILD@", only_code("huibian plugin build    # cargo build --release, + lib/\n")),
    ]
}
