//! What the command line says, in both languages: each case's commands, exit codes and output stand in
//! `expected/cli/<case>.<language>.txt`.
//!
//! `cargo xtask test` builds the program first; `HUIBIAN_BLESS=1` rewrites the expected files.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use huibian_tests::{copy, program, root, target};

const LANGUAGES: [&str; 2] = ["zh", "en"];

/// The program without anything that its surroundings would tell it.
fn huibian(folder: &Path) -> Command {
    let mut command = Command::new(program("huibian"));
    command.current_dir(folder);
    for name in
        ["COLUMNS", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANGUAGE", "NO_COLOR", "TERM", "CLICOLOR_FORCE"]
    {
        command.env_remove(name);
    }
    command.env("LANG", "C.UTF-8");
    command
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A folder to run in, in one language.
struct Session {
    folder: tempfile::TempDir,
    language: &'static str,
    said: String,
}

impl Session {
    /// In a copy of the repository's workspace.
    fn new(language: &'static str) -> Self {
        let session = Self::outside(language);
        for part in ["workspace.toml", "data", "templates", "plugins"] {
            copy(&root().join(part), &session.folder.path().join(part));
        }
        session
    }

    /// In an empty folder.
    fn outside(language: &'static str) -> Self {
        Self { folder: tempfile::tempdir().unwrap(), language, said: String::new() }
    }

    fn replace(&self, file: &str, from: &str, to: &str) {
        let path = self.folder.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    }

    /// A command whose output is kept for [`Session::matches`].
    fn say(&mut self, arguments: &[&str]) {
        self.say_end(arguments, usize::MAX);
    }

    /// As [`Session::say`], keeping the last lines of standard output only.
    fn say_end(&mut self, arguments: &[&str], kept: usize) {
        let output = self.run(arguments);
        let code = output.status.code().unwrap();
        let _ = writeln!(self.said, "$ huibian {}", arguments.join(" "));
        let out = self.normal(&output.stdout);
        for line in out.lines().skip(out.lines().count().saturating_sub(kept)) {
            let _ = writeln!(self.said, "{line}");
        }
        for line in self.normal(&output.stderr).lines() {
            let line = format!("! {line}");
            self.said += line.trim_end();
            self.said += "\n";
        }
        let _ = write!(self.said, "= {code}\n\n");
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let language = ["--lang", self.language];
        huibian(self.folder.path()).args(language).args(arguments).output().unwrap()
    }

    /// Output without what differs between machines: folders, and what a system calls its libraries.
    fn normal(&self, bytes: &[u8]) -> String {
        use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
        let mut text = text(bytes);
        let physical = self.folder.path().canonicalize().unwrap();
        for (path, name) in [(target(), "<target>"), (root(), "<installation>"), (physical, "<here>")] {
            text = text.replace(&path.to_string_lossy().replace('\\', "/"), name);
        }
        text.replace(&format!("<target>/{DLL_PREFIX}"), "<target>/").replace(DLL_SUFFIX, "")
    }

    /// Holds what was said against the expected file.
    fn matches(&self, case: &str) {
        let path = root().join(format!("tests/expected/cli/{case}.{}.txt", self.language));
        if std::env::var_os("HUIBIAN_BLESS").is_some() {
            fs::write(&path, &self.said).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        assert_eq!(self.said, expected, "{}", path.display());
    }
}

/// One unit with a fault, one with a failed check and one with warnings.
fn plant_faults(session: &Session) {
    session.replace("data/2023Q2/liulin.toml", "sessions_total = 4", "sessions_total = \"4\"");
    session.replace("data/2023Q2/special.toml", "handled_total = 6", "handled_total = 9");
    session.replace("data/2023Q2/yunxi.toml", "date = 2023-04-12", "date = 2023-01-12");
}

#[test]
fn help() {
    for language in LANGUAGES {
        let mut session = Session::outside(language);
        session.say(&["--help"]);
        session.say(&["assemble", "--help"]);
        session.say(&["help", "plugin"]);
        session.say(&["manual"]);
        session.matches("help");
    }
}

#[test]
fn usage_errors() {
    for language in LANGUAGES {
        let mut session = Session::new(language);
        let cases: [&[&str]; 21] = [
            &[],
            &["--quiet"],
            &["batc"],
            &["bacth"],
            &["plugin", "shw"],
            &["--perod", "2023Q2", "batch"],
            &["check", "-z"],
            &["assemble"],
            &["assemble", "yunxi", "qinghe"],
            &["check", "--date"],
            &["check", "--date", "2023/7/5"],
            &["check", "--date", "2023-02-30"],
            &["batch", "--jobs", "0"],
            &["batch", "--jobs", "many"],
            &["check", "--color", "sometimes"],
            &["completions", "fsh"],
            &["check", "--quiet=yes"],
            &["check", "-q", "-v"],
            &["check", "-q", "-q"],
            &["check", "--period", "2023Q9"],
            &["batch", "--format", "pdff"],
        ];
        for case in cases {
            session.say(case);
            assert!(session.said.ends_with("= 2\n\n"), "{case:?}");
        }
        session.matches("usage");
    }
}

#[test]
fn a_wrong_language_is_reported_in_the_locale_s() {
    let folder = tempfile::tempdir().unwrap();
    let run = |locale: &str| {
        let mut command = huibian(folder.path());
        let output = command.env("LANG", locale).args(["--lang", "fr", "check"]).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        text(&output.stderr)
    };
    let (zh, en) = (run("zh_CN.UTF-8"), run("en_GB.UTF-8"));
    assert!(zh.contains("--lang <语言> 不能是“fr”") && zh.contains("zh, en"), "{zh}");
    assert!(en.contains("--lang <LANGUAGE> cannot be `fr`"), "{en}");
}

#[test]
fn diagnostics_with_wide_characters() {
    for language in LANGUAGES {
        let mut session = Session::new(language);
        session.replace("data/2023Q2/yunxi.toml", "form = \"集体学习\"", "形式 = 3");
        session.say(&["check"]);
        session.replace("data/2023Q2/yunxi.toml", "形式 = 3", "\"形式\" = 3");
        session.replace("data/2023Q2/yunxi.toml", "form = \"集体学习\"", "form = 2023-05-10");
        session.replace("data/2023Q2/yunxi.toml", "titles = [", "\ttitles = [7, ");
        session.replace("data/2023Q2/yunxi.toml", "channels = [", "channels = \"村村响广播\" # [");
        session.replace("data/2023Q2/yunxi.toml", "sites = [", "sites = 3\nothers = [");
        session.say(&["check"]);
        session.matches("diagnostic");
    }
}

#[test]
fn check() {
    for language in LANGUAGES {
        let mut session = Session::new(language);
        session.say(&["check"]);
        plant_faults(&session);
        session.say(&["check"]);
        session.replace("workspace.toml", "plugins = [", "plugin = [");
        session.say(&["check"]);
        session.matches("check");
    }
}

#[test]
fn batch() {
    for language in LANGUAGES {
        let mut session = Session::new(language);
        plant_faults(&session);
        session.say(&["batch"]);
        session.say(&["batch", "--quiet"]);
        session.matches("batch");
    }
}

#[test]
fn assemble_and_preview() {
    for language in LANGUAGES {
        let mut session = Session::new(language);
        plant_faults(&session);
        session.say(&["assemble", "石桥镇"]);
        session.say(&["assemble", "yunxi"]);
        session.say(&["assemble", "--quiet", "special"]);
        session.say(&["assemble", "liulin"]);
        session.say(&["assemble", "shiqaio"]);
        session.say_end(&["preview", "special"], 3);
        session.say_end(&["preview", "--quiet", "yunxi"], 2);
        session.matches("unit");
    }
}

#[test]
fn plugin_show_and_explain() {
    for language in LANGUAGES {
        let mut session = Session::new(language);
        copy(&root().join("tests/plugins/flood-season"), &session.folder.path().join("plugins/flood-season"));
        session.say(&["plugin", "show", "online-opinion"]);
        session.say(&["plugin", "show", "flood-season"]);
        session.say(&["plugin", "show", "flod-season"]);
        session.say(&["explain", "u002"]);
        session.say(&["explain", "U999"]);
        session.matches("plugin");
    }
}

#[test]
fn plugin_list_marks_what_is_in_use_and_what_cannot_run() {
    let session = Session::new("zh");
    copy(&root().join("tests/plugins/flood-season"), &session.folder.path().join("plugins/flood-season"));
    session.replace("workspace.toml", "\"propaganda\", ", "");
    session.replace("workspace.toml", "[\"theory-study\"", "[\"theory-study\", \"road-upkeep\"");
    session.replace("plugins/position-management/plugin.toml", "library = \"", "library = \"no_such_");
    let output = session.run(&["plugin", "list"]);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stdout);
    let line = |id: &str| -> Vec<String> {
        let line = said.lines().find(|line| line.starts_with(id)).unwrap_or_else(|| panic!("{id}: {said}"));
        line.split_whitespace().map(str::to_owned).collect()
    };
    assert_eq!(line("theory-study")[2..], ["理论学习", "使用中", "plugins/theory-study"]);
    assert_eq!(line("road-upkeep")[1..], ["工作区要用，但不可用（P001）"]);
    assert_eq!(line("position-management")[3], "工作区要用，但不可用（P004）");
    assert_eq!(line("flood-season")[3], "未使用");
    assert_eq!(line("propaganda")[3], "未使用");
    let used = said.lines().position(|line| line.starts_with("online-opinion")).unwrap();
    assert!(used < said.lines().position(|line| line.starts_with("flood-season")).unwrap(), "{said}");
    assert_eq!(session.run(&["--workspace", "nowhere", "plugin", "list"]).status.code(), Some(2));
}

#[test]
fn plugins_are_shown_outside_a_workspace() {
    let session = Session::outside("zh");
    let list = session.run(&["plugin", "list"]);
    assert_eq!(list.status.code(), Some(0), "{}", text(&list.stderr));
    let said = session.normal(&list.stdout);
    assert!(said.contains("未使用  <installation>/plugins/online-opinion"), "{said}");
    let show = session.run(&["plugin", "show", "online-opinion"]);
    assert_eq!(show.status.code(), Some(0), "{}", text(&show.stderr));
    assert!(text(&show.stdout).starts_with("网络舆情（online-opinion"));
}

#[test]
fn many_units_leave_a_table_of_those_that_want_a_look() {
    let session = Session::new("zh");
    plant_faults(&session);
    let data = session.folder.path().join("data/2023Q2");
    let unit = fs::read_to_string(data.join("qinghe.toml")).unwrap();
    let unit = unit.replacen("[unit]", "[unit]\nparent = \"xian\"", 1);
    for number in 1..=40 {
        fs::write(data.join(format!("m{number}.toml")), unit.replace("青禾镇", &format!("某某镇{number}")))
            .unwrap();
    }
    let output = session.run(&["batch"]);
    let (table, progress) = (text(&output.stdout), text(&output.stderr));
    assert!(progress.contains("[47/47] 云溪镇 完成") && progress.contains("某某镇40 完成"), "{progress}");
    assert!(table.contains("柳林街道") && table.contains("云溪镇"), "{table}");
    assert!(!table.contains("某某镇") && !table.contains("青禾镇"), "{table}");
    assert!(table.ends_with("完成 46 个，失败 1 个，未处理 0 个；校验未通过 1 条，提醒 2 条。\n"), "{table}");
}

#[test]
fn verbose_tells_times_and_places_on_standard_error() {
    let session = Session::new("en");
    let quiet = session.run(&["batch"]);
    let (once, twice) = (session.run(&["batch", "--force", "-v"]), session.run(&["batch", "--force", "-vv"]));
    assert_eq!(text(&quiet.stdout), text(&once.stdout), "standard output stays as it is");
    let said = session.normal(&once.stderr);
    for line in [
        "workspace: workspace.toml",
        "installation: <installation>",
        "report template: templates/ideology.hbs",
        "house style: templates/styles/gbt9704.toml",
        "plugin theory-study: plugins/theory-study",
        "library of theory-study: <target>/theory_study",
    ] {
        assert!(said.lines().any(|said| said == line), "{line}: {said}");
    }
    for stage in ["read workspace", "load plugins", "make reports"] {
        assert!(said.lines().any(|said| said.starts_with(stage) && said.ends_with(" ms")), "{stage}: {said}");
    }
    assert!(said.contains("[7/7] 云溪镇 done\n"), "{said}");
    let said = text(&twice.stderr);
    assert!(
        said.lines().any(|line| line.starts_with("[7/7] 云溪镇 done ") && line.ends_with(" ms")),
        "{said}"
    );
}

#[test]
fn colour_is_as_asked() {
    let session = Session::new("zh");
    session.replace("workspace.toml", "\"2023Q2\"", "\"2023Q9\"");
    let coloured = |arguments: &[&str], no_color: &str| {
        let mut command = huibian(session.folder.path());
        let output = command.env("NO_COLOR", no_color).args(arguments).output().unwrap();
        (output.stdout.contains(&0x1B), output.stderr.contains(&0x1B))
    };
    assert!(coloured(&["check", "--color", "always"], "").1);
    assert!(coloured(&["check", "--color", "always"], "1").1, "what is asked for goes before NO_COLOR");
    assert!(coloured(&["--color=always", "chek"], "").1, "faults of the command line too");
    assert!(coloured(&["--color", "always", "--help"], "").0);
    for arguments in [&["check", "--color", "never"][..], &["check"], &["chek"], &["--help"]] {
        assert_eq!(coloured(arguments, ""), (false, false), "{arguments:?}");
    }
}

#[test]
fn completions_are_in_the_chosen_language() {
    let session = Session::outside("zh");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = session.run(&["completions", shell]);
        assert_eq!(output.status.code(), Some(0), "{shell}");
        assert!(text(&output.stdout).contains("assemble"), "{shell}");
    }
    assert!(text(&session.run(&["completions", "fish"]).stdout).contains("生成所有单位的报告"));
}
