//! A plugin's WebAssembly module, looked at as a file: whether it is one, what it asks for and offers, and whether the
//! manifest inside it is the one beside it. Nothing here runs any of it.

use std::path::{Component, Path, PathBuf};

use huibian_contract::abi;
use huibian_diagnostic::{Code, Diagnostic, Location, Result};
use wasmi::{CompilationMode, Config, EnforcedLimits, Engine, ExternType, FuncType, Module, ValType};

use crate::{PluginFolder, identity};

/// What a module imports from; its number is the version of the ABI.
pub const IMPORTS: &str = "huibian_v1";

/// Copies the request to `ptr`, which has room for `len` bytes of `huibian_call`.
pub const INPUT_READ: &str = "input_read";
/// Takes `len` bytes at `ptr` as the next part of the output.
pub const OUTPUT_WRITE: &str = "output_write";
/// Takes `len` bytes at `ptr` as what a panic said; the module breaks off next.
pub const PANIC_MESSAGE: &str = "panic_message";
/// Runs one operation over a request of `len` bytes and returns one of the ABI's `STATUS_` numbers.
pub const CALL: &str = "huibian_call";
/// The module's memory.
pub const MEMORY: &str = "memory";

/// Every ABI's imports begin so.
const IMPORTS_PREFIX: &str = "huibian_v";
/// The largest module read. Compiling takes time in proportion, and memory some ten times the size.
const MODULE_BYTES: usize = 32 << 20;

/// The module that plugin.toml names.
///
/// # Errors
/// P002 when it is named outside the plugin's folder, P050 when it is not there.
pub fn find(folder: &PluginFolder) -> Result<PathBuf> {
    let module = Path::new(folder.manifest.module.as_deref().unwrap_or_default());
    if !module.components().all(|part| matches!(part, Component::Normal(_))) {
        return Err(Diagnostic::new(Code::PluginManifest)
            .with("reason", format!("module = \"{}\"", module.display()))
            .at(folder.place(&["module"])));
    }
    let path = folder.path.join(module);
    if path.is_file() {
        return Ok(path);
    }
    Err(Diagnostic::new(Code::ModuleMissing)
        .with("id", &folder.manifest.id)
        .with("path", path.display())
        .at(folder.place(&["module"])))
}

/// Checks the module's code, its imports and exports, its memory and the manifest inside it.
///
/// # Errors
/// P006 when it speaks another ABI, P008 when the manifests differ, P051 to P054 for the rest.
pub fn inspect(folder: &PluginFolder, path: &Path, bytes: &[u8]) -> Result<()> {
    compile(folder, path, bytes, CompilationMode::LazyTranslation).map(|_| ())
}

/// The module, checked as [`inspect`] does and compiled.
///
/// # Errors
/// As [`inspect`].
pub(crate) fn compile(
    folder: &PluginFolder,
    path: &Path,
    bytes: &[u8],
    mode: CompilationMode,
) -> Result<Module> {
    let broken = |reason: &str| fault(folder, path, Code::ModuleBroken).with("reason", reason);
    if bytes.len() > MODULE_BYTES {
        return Err(broken("large").with("detail", MODULE_BYTES / 1024 / 1024));
    }
    if is_code_without_functions(bytes) {
        return Err(broken("empty"));
    }
    let module = Module::new(&engine(mode), bytes).map_err(|_| broken("file"))?;
    check_imports(folder, path, &module)?;
    check_exports(folder, path, &module)?;
    let mut sections = module.custom_sections();
    let embedded = sections.find(|section| [abi::MANIFEST_SECTION, "hbplug"].contains(&section.name()));
    if let Some(embedded) = embedded {
        identity::compare(folder, path, embedded.data())?;
    }
    Ok(module)
}

/// Whether the section of code says that it holds no function and is longer than that takes: the interpreter divides its length
/// by the number of functions.
fn is_code_without_functions(bytes: &[u8]) -> bool {
    const HEADER: usize = 8;
    const CODE: u8 = 10;
    const LONGEST_NUMBER: u32 = 5;
    let mut rest = bytes.get(HEADER..).unwrap_or_default();
    while let Some((&section, after)) = rest.split_first() {
        let Some((length, content)) = leading_number(after) else { return false };
        let functions = leading_number(content).map(|(functions, _)| functions);
        if section == CODE && length > LONGEST_NUMBER && functions == Some(0) {
            return true;
        }
        let next = usize::try_from(length).ok().and_then(|length| content.get(length..));
        let Some(next) = next else { return false };
        rest = next;
    }
    false
}

/// A number as modules write it, seven bits a byte with the lowest first, and what follows.
fn leading_number(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let mut number = 0_u32;
    for (index, byte) in bytes.iter().enumerate().take(5) {
        number |= u32::from(byte & 0x7F) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((number, &bytes[index + 1..]));
        }
    }
    None
}

/// An interpreter that counts every step, with nothing beyond what every compiler of WebAssembly emits.
fn engine(mode: CompilationMode) -> Engine {
    let mut config = Config::default();
    config
        .consume_fuel(true)
        .compilation_mode(mode)
        .ignore_custom_sections(false)
        .enforced_limits(EnforcedLimits::strict())
        .wasm_multi_memory(false)
        .wasm_custom_page_sizes(false);
    Engine::new(&config)
}

fn fault(folder: &PluginFolder, path: &Path, code: Code) -> Diagnostic {
    Diagnostic::new(code)
        .with("id", &folder.manifest.id)
        .with("path", path.display())
        .at(Location::file(path))
}

fn check_imports(folder: &PluginFolder, path: &Path, module: &Module) -> Result<()> {
    let mut foreign = Vec::new();
    for import in module.imports() {
        if import.module() != IMPORTS && import.module().starts_with(IMPORTS_PREFIX) {
            return Err(fault(folder, path, Code::WrongAbi)
                .with("found", import.module())
                .with("expected", IMPORTS));
        }
        let parameters = match import.name() {
            INPUT_READ => 1,
            OUTPUT_WRITE | PANIC_MESSAGE => 2,
            _ => 0,
        };
        let given = FuncType::new(vec![ValType::I32; parameters], []);
        let fits = matches!(import.ty(), ExternType::Func(asked) if parameters > 0 && *asked == given);
        if import.module() != IMPORTS || !fits {
            foreign.push(format!("{}.{}", import.module(), import.name()));
        }
    }
    if foreign.is_empty() {
        return Ok(());
    }
    foreign.sort();
    foreign.dedup();
    Err(fault(folder, path, Code::ModuleImports).with("imports", foreign.join(", ")))
}

fn check_exports(folder: &PluginFolder, path: &Path, module: &Module) -> Result<()> {
    let missing = |export: &str| Err(fault(folder, path, Code::ModuleExports).with("export", export));
    let call = FuncType::new([ValType::I32, ValType::I32], [ValType::I32]);
    if !matches!(module.get_export(CALL), Some(ExternType::Func(offered)) if offered == call) {
        return missing("huibian_call(i32, i32) -> i32");
    }
    let Some(ExternType::Memory(memory)) = module.get_export(MEMORY) else { return missing(MEMORY) };
    if memory.is_64() {
        return missing("memory (32 bit)");
    }
    let limit = u64::from(folder.manifest.limits.memory_mib.get());
    let needed = memory.minimum().div_ceil(16);
    if needed > limit {
        return Err(fault(folder, path, Code::ModuleMemory).with("needed", needed).with("limit", limit));
    }
    Ok(())
}
