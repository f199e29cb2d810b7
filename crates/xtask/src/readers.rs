//! The real readers that judge our documents: LibreOffice, python-docx, openpyxl, pandoc, mammoth, Chromium with axe-core, lxml with the
//! ECMA schemas, free faces in the place of the official ones, valgrind, which counts instructions, and strace, which fails calls of
//! the system. Debian packages go where they belong, all else under `target/readers`.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::{env, fs};

const PACKAGES: [&str; 8] = [
    "libreoffice-writer",
    "libreoffice-calc",
    "python3-uno",
    "fonts-liberation",
    "fonts-noto-cjk",
    "fontconfig",
    "python3",
    "python3-venv",
];
/// Fandol comes in this package, of which nothing else is wanted.
const FANDOL: &str = "texlive-lang-chinese";
const REQUIREMENTS: &str = "tests/readers/requirements.txt";
const PACKAGE_JSON: &str = "tests/readers/package.json";
/// Official faces and the free ones of the same width that stand in for them.
const FACES: [(&str, &str); 13] = [
    ("仿宋_GB2312", "FandolFang R"),
    ("仿宋", "FandolFang R"),
    ("FangSong", "FandolFang R"),
    ("楷体_GB2312", "FandolKai"),
    ("楷体", "FandolKai"),
    ("黑体", "FandolHei"),
    ("SimHei", "FandolHei"),
    ("方正小标宋简体", "FandolSong"),
    ("方正小标宋_GBK", "FandolSong"),
    ("华文中宋", "FandolSong"),
    ("宋体", "FandolSong"),
    ("SimSun", "FandolSong"),
    ("Times New Roman", "Liberation Serif"),
];

/// Installs what is missing. Quick where nothing is.
pub fn install() -> ExitCode {
    let target = env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    match Readers::new(Path::new(&target)).and_then(Readers::install) {
        Ok(home) => {
            println!("readers: {}", home.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("readers: {error}");
            ExitCode::FAILURE
        }
    }
}

type Result<T> = std::result::Result<T, String>;

struct Readers {
    home: PathBuf,
}

impl Readers {
    fn new(target: &Path) -> Result<Self> {
        let home = target.join("readers");
        fs::create_dir_all(home.join("fonts")).map_err(|error| format!("{}: {error}", home.display()))?;
        let home = home.canonicalize().map_err(|error| format!("{}: {error}", home.display()))?;
        Ok(Self { home })
    }

    fn install(self) -> Result<PathBuf> {
        programs()?;
        optional("chromium", &["chromium", "chromium-browser", "google-chrome"]);
        optional("valgrind", &["valgrind"]);
        optional("strace", &["strace"]);
        optional("pandoc", &["pandoc"]);
        optional("nodejs", &["node"]);
        optional("npm", &["npm"]);
        self.faces()?;
        self.fontconfig()?;
        self.python()?;
        self.node();
        Ok(self.home)
    }

    fn faces(&self) -> Result<()> {
        let fonts = self.home.join("fonts");
        let face = "FandolFang-Regular.otf";
        if fonts.join(face).exists() {
            return Ok(());
        }
        let unpacked = self.home.join("unpacked");
        fs::create_dir_all(&unpacked).map_err(|error| format!("{}: {error}", unpacked.display()))?;
        let download = || run(apt().args(["download", FANDOL]).current_dir(&unpacked));
        if download().is_err() {
            run(apt().arg("update"))?;
            download()?;
        }
        let package = files(&unpacked)
            .into_iter()
            .find(|file| file.extension().is_some_and(|extension| extension == "deb"))
            .ok_or_else(|| format!("apt-get download {FANDOL} left no package"))?;
        run(Command::new("dpkg").arg("-x").arg(&package).arg(&unpacked))?;
        for file in files(&unpacked) {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name.starts_with("Fandol") && file.extension().is_some_and(|extension| extension == "otf") {
                fs::copy(&file, fonts.join(&name)).map_err(|error| format!("{name}: {error}"))?;
            }
        }
        fs::remove_dir_all(&unpacked).map_err(|error| format!("{}: {error}", unpacked.display()))?;
        if fonts.join(face).exists() { Ok(()) } else { Err(format!("{FANDOL} holds no {face}")) }
    }

    fn fontconfig(&self) -> Result<()> {
        let home = self.home.display();
        let mut config = format!(
            "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig>\n<dir>{home}/fonts</dir>\n\
             <dir>/usr/share/fonts</dir>\n<cachedir>{home}/cache</cachedir>\n"
        );
        for (official, free) in FACES {
            let _ = writeln!(
                config,
                "<match target=\"pattern\"><test name=\"family\"><string>{official}</string></test>\
                 <edit name=\"family\" mode=\"assign\" binding=\"strong\"><string>{free}</string></edit></match>"
            );
        }
        config.push_str("</fontconfig>\n");
        fs::write(self.home.join("fonts.conf"), config).map_err(|error| format!("fonts.conf: {error}"))
    }

    /// A Python environment; a copy of the requirements in it says what it was made from.
    fn python(&self) -> Result<()> {
        let requirements =
            fs::read_to_string(REQUIREMENTS).map_err(|error| format!("{REQUIREMENTS}: {error}"))?;
        let venv = self.home.join("venv");
        let made_from = venv.join("requirements.txt");
        if fs::read_to_string(&made_from).is_ok_and(|made_from| made_from == requirements) {
            return Ok(());
        }
        run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&venv))?;
        run(Command::new(venv.join("bin/python")).args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "-r",
            REQUIREMENTS,
        ]))?;
        fs::write(&made_from, requirements).map_err(|error| format!("{}: {error}", made_from.display()))
    }

    /// axe-core, puppeteer and mammoth, where there is Node.js; a copy of what asks for them says what they were installed from.
    fn node(&self) {
        let made_from = self.home.join("package.json");
        let wanted = fs::read(PACKAGE_JSON).unwrap_or_default();
        let is_there =
            fs::read(self.home.join("node_modules/package.json")).is_ok_and(|there| there == wanted);
        if is_there || fs::write(&made_from, &wanted).is_err() {
            return;
        }
        let install = Command::new("npm")
            .args(["install", "--silent", "--no-audit", "--no-fund", "--prefix"])
            .arg(&self.home)
            .stdout(Stdio::null())
            .status();
        let is_installed = install.is_ok_and(|status| status.success())
            && fs::write(self.home.join("node_modules/package.json"), &wanted).is_ok();
        if !is_installed {
            eprintln!("readers: no packages for Node.js; npm installs what {PACKAGE_JSON} asks for");
        }
    }
}

fn programs() -> Result<()> {
    let families = output(Command::new("fc-list").arg("--format=%{family}\n"));
    let debian = succeeds("dpkg-query", &["--version"]);
    let there = succeeds("soffice", &["--version"])
        && (!debian
            || succeeds("dpkg-query", &["-W", "libreoffice-writer", "libreoffice-calc", "python3-uno"]))
        && succeeds("python3", &["-c", "import ensurepip, venv"])
        && ["Liberation Serif", "Noto Serif CJK SC"].iter().all(|family| families.contains(family));
    if there {
        return Ok(());
    }
    if !succeeds("apt-get", &["--version"]) {
        return Err(format!("no apt-get here; install these another way: {}", PACKAGES.join(" ")));
    }
    if output(Command::new("id").arg("-u")).trim() != "0" {
        return Err(format!("run this once as root: apt-get install {}", PACKAGES.join(" ")));
    }
    run(apt().arg("update"))?;
    run(apt().args(["install", "-y", "--no-install-recommends"]).args(PACKAGES))
}

/// A program that a test or a measurement goes without, and says so, where it cannot be had.
fn optional(package: &str, names: &[&str]) {
    let install = || run(apt().args(["install", "-y", "--no-install-recommends", package])).is_ok();
    let installed = names.iter().any(|name| succeeds(name, &["--version"]))
        || install()
        || (run(apt().arg("update")).is_ok() && install());
    if !installed {
        eprintln!("readers: no {package}; install it another way");
    }
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
    command
}

fn run(command: &mut Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let arguments: Vec<_> = command.get_args().map(|argument| argument.to_string_lossy()).collect();
    let line = format!("{program} {}", arguments.join(" "));
    eprintln!("{line}");
    match command.stdout(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` ended with {status}")),
        Err(error) => Err(format!("`{line}` could not run: {error}")),
    }
}

fn succeeds(program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

fn output(command: &mut Command) -> String {
    command.output().map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default()
}

/// Every file below `folder`.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}
