//! A workspace that came by mail and means no good: what it tries, one attempt after another, and all of a kind at once. Nothing
//! outside it is read or written, each attempt is named, it takes neither time nor memory, and the good units have their reports.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use huibian_tests::bare::{Bare, library_file, library_folder};
use huibian_tests::taken::{memory, processor_seconds};
use huibian_tests::{copy, root, target, word};

const SECRET: &str = "外面的一段机密文字";
const GOOD: [&str; 3] = ["g1", "g2", "g3"];
/// Of the processor, which others may have as well: so many times as long is waited.
const SECONDS: f64 = 60.0;
const WAITED: f64 = 6.0;
const MEBIBYTES: u64 = 1024;

const PLUGIN: &str = r#"
id = "works"
version = "0.1.0"
title = "工程"
contract = 1
slots = ["results"]

[fields.built]
label = "完工"
type = "integer"
measure = "项"

[counts.built]
label = "完工"
measure = "项"
number = "built"
"#;
const SECTION: &str =
    "# 工程\n\n{{#present \"built\"}}完工{{count \"built\"}}{{else}}没有完工{{/present}}。\n";
const LEDGER: &str = "\n[fields.visits]\nlabel = \"走访\"\ntype = \"ledger\"\n\n[fields.visits.columns]\nwhen = { label = \"日期\", type = \"date\" }\n";
const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"90\" height=\"90\">";

/// What an attempt may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cost {
    /// The run, which does not begin.
    Run,
    /// The run, where files are to be written.
    Batch,
    /// Units of its own; the good ones are made.
    Units,
    /// Nothing: it comes to nothing, and need not be named.
    Nothing,
}
use Cost::{Batch, Nothing, Run, Units};

/// The workspace, beside a folder that is none of its business.
struct Mailed {
    bare: Bare,
    outside: tempfile::TempDir,
}

struct Attempt {
    name: &'static str,
    cost: Cost,
    /// What names it.
    code: &'static str,
    plant: fn(&Mailed),
}

const fn attempt(name: &'static str, cost: Cost, code: &'static str, plant: fn(&Mailed)) -> Attempt {
    Attempt { name, cost, code, plant }
}

static ATTEMPTS: [Attempt; 62] = [
    // Links, mounts and paths that lead out.
    attempt("a template by a link", Run, "W015", |it| it.link("templates/bare.hbs", "secret.hbs")),
    attempt("a template by a path", Run, "W015", |it| {
        it.key("template = \"templates/bare.hbs\"", "template = \"../../../../../../../../etc/passwd\"");
    }),
    attempt("a house style by a link", Run, "W015", |it| {
        it.link("templates/styles/gbt9704.toml", "secret.hbs");
    }),
    attempt("wording by a link", Run, "W015", |it| it.link("wording/works/results.hbs", "secret.hbs")),
    attempt("a plugin's wording by a link", Run, "W015", |it| {
        it.link("plugins/works/sections/results.hbs", "secret.hbs");
    }),
    attempt("a plugin's declaration by a link", Run, "W015", |it| {
        it.link("plugins/works/plugin.toml", "secret.hbs");
    }),
    attempt("a folder of data by a link", Run, "W015", |it| {
        fs::remove_dir_all(it.bare.path("data")).unwrap();
        it.link("data", "data");
    }),
    attempt("a folder of data by a path", Run, "W015", |it| {
        it.key("data = \"data\"", "data = \"../../../../../../../../etc\"");
    }),
    attempt("a table by a full path", Run, "W015", |it| it.key("data = \"data\"", "table = \"/etc/passwd\"")),
    attempt("a unit's data by a link", Units, "W001", |it| it.link("data/bad.toml", "data/secret.toml")),
    attempt("a unit's data by links in a circle", Units, "W001", |it| {
        symlink("bad.toml", it.bare.path("data/other.toml")).unwrap();
        symlink("other.toml", it.bare.path("data/bad.toml")).unwrap();
    }),
    attempt("history by a link", Run, "W015", |it| it.link("history", "history")),
    attempt("a picture by a link", Run, "I00", |it| {
        it.link("templates/picture.png", "secret.hbs");
        it.picture("picture.png");
    }),
    attempt("output through a link", Batch, "O013", |it| it.link("out", "data")),
    attempt("output by a path", Run, "O002", |it| it.key("pattern = \"out/", "pattern = \"../out/")),
    attempt("output by a full path", Run, "O002", |it| it.key("pattern = \"out/", "pattern = \"/tmp/")),
    attempt("a file of output that is a link", Nothing, "", |it| {
        fs::create_dir_all(it.bare.path("out")).unwrap();
        it.link("out/g1.md", "secret.hbs");
    }),
    attempt("a record that is a link", Nothing, "", |it| {
        fs::create_dir_all(it.bare.path("out")).unwrap();
        it.link("out/manifest.jsonl", "secret.hbs");
    }),
    attempt("a lock that is a link", Nothing, "", |it| it.link("plugins.lock", "secret.hbs")),
    attempt("a unit's id that climbs", Units, "", |it| {
        it.unit("id = \"../../x\"\nname = \"某某镇四\"\n", "built = 3");
    }),
    // What is no file.
    attempt("a pipe as a unit's data", Nothing, "", |it| it.pipe("data/bad.toml")),
    attempt("a pipe as a template", Run, "W001", |it| it.pipe("templates/bare.hbs")),
    attempt("a pipe as a reference", Run, "W001", |it| {
        it.pipe("reference.docx");
        it.key("[output]", "[output]\nreference = \"reference.docx\"");
    }),
    attempt("a device as a unit's data", Units, "W001", |it| {
        symlink("/dev/zero", it.bare.path("data/bad.toml")).unwrap();
    }),
    // Limits, and code.
    attempt("fuel without end", Run, "P019", |it| it.limit("fuel = 1_000_000_000_000_000")),
    attempt("memory without end", Run, "P019", |it| it.limit("memory_mib = 4_000_000")),
    attempt("time without end", Run, "P019", |it| it.limit("seconds = 4_000_000")),
    attempt("answers without end", Run, "P019", |it| it.limit("response_bytes = 1_000_000_000_000")),
    attempt("a library without permission", Run, "P014", |it| {
        for part in ["plugin.toml", "sections"] {
            copy(
                &root().join("tests/plugins/hostile").join(part),
                &it.bare.path("plugins/hostile").join(part),
            );
        }
        let own = Path::new("plugins/hostile").join(library_folder()).join(library_file("hostile"));
        fs::create_dir_all(it.bare.path(&own).parent().unwrap()).unwrap();
        fs::copy(target().join(library_file("hostile")), it.bare.path(&own)).unwrap();
        it.key("plugins = [\"works\"]", "plugins = [\"works\", \"hostile\"]");
    }),
    attempt("a module that never ends", Run, "P131", |it| it.module("(loop (br 0))")),
    attempt("a module that fills memory", Run, "P13", |it| {
        it.module("(loop (drop (memory.grow (i32.const 100))) (memory.fill (i32.const 0) (i32.const 1) (i32.mul (memory.size) (i32.const 65536))) (br 0))");
    }),
    attempt("a module whose code has no functions", Run, "P051", |it| {
        it.module("");
        it.bare.write(
            "plugins/works/section.wasm",
            [b"\0asm\x01\0\0\0\x0a\xd1\x0f\0".as_slice(), &[0; 2000]].concat(),
        );
    }),
    attempt("a module that asks for files", Run, "P052", |it| {
        it.module("");
        let text = MODULE
            .replace("ACT", "")
            .replace("huibian_v1\" \"input_read", "wasi_snapshot_preview1\" \"path_open");
        it.bare.write("plugins/works/section.wasm", wat::parse_str(text).unwrap());
    }),
    attempt("an expression that nests", Run, "P040", |it| {
        let count = format!(
            "\n[counts.x]\nlabel = \"甲\"\nmeasure = \"项\"\nexpr = \"{}built{}\"\n",
            "(".repeat(400),
            ")".repeat(400)
        );
        it.bare.write("plugins/works/plugin.toml", PLUGIN.to_owned() + &count);
    }),
    attempt("brackets in brackets of a block's tag", Run, "T001", |it| {
        let brackets = format!("{}true{}", "(not ".repeat(5000), ")".repeat(5000));
        it.bare.write(
            "plugins/works/sections/results.hbs",
            format!("# 工程\n\n{{{{#if {brackets}}}}}甲{{{{/if}}}}\n"),
        );
    }),
    // What a terminal or a document would obey.
    attempt("escapes in a unit's name", Units, "U006", |it| {
        it.unit("name = \"某\\u001b]0;x\\u0007镇\"\n", "built = 3");
    }),
    attempt("escapes in a key", Units, "U004", |it| {
        it.unit("name = \"某某镇四\"\n", "\"a\\u001b[8m\\u202e\" = 1");
    }),
    attempt("escapes in a plugin's title", Run, "W004", |it| {
        it.bare.replace("plugins/works/plugin.toml", "title = \"工程\"", "title = \"\\u001b[2J\\u202e\"");
    }),
    attempt("escapes in a file's name", Units, "W002", |it| {
        it.bare.write("data/a\u{1b}[8m\u{202e}.toml", "= =");
    }),
    attempt("a field that starts a program", Run, "field", |it| {
        it.reference(
            "<w:p><w:fldSimple w:instr=\" DDEAUTO cmd \"><w:r><w:t>a</w:t></w:r></w:fldSimple></w:p>",
        );
    }),
    attempt("a field in an alternative", Run, "field", |it| {
        it.reference(concat!(
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">",
            "<mc:Choice Requires=\"wps\"><w:r><w:instrText>X</w:instrText></w:r></mc:Choice><mc:Fallback><w:r><w:instrText>INCLUDETEXT \"/etc/passwd\"</w:instrText></w:r></mc:Fallback>",
            "</mc:AlternateContent><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
        ));
    }),
    attempt("a header with ill-formed attributes", Run, "S0", |it| {
        it.reference("<w:p w:a=\"1\" w:a=\"2\"/>");
    }),
    // Drawings.
    attempt("a drawing with a program", Run, "I005", |it| it.drawing("<script>1</script>")),
    attempt("a drawing that shows another file", Run, "I005", |it| {
        it.drawing("<image xlink:href=\"file:///etc/passwd\"/>");
    }),
    attempt("a drawing that takes in styles", Run, "I005", |it| {
        it.drawing("<style>@im\\70ort 'file:///etc/passwd';</style>");
    }),
    attempt("a drawing of turbulence", Run, "I005", |it| {
        it.drawing("<filter id=\"a\"><feTurbulence numOctaves=\"9999\"/></filter><rect filter=\"url(#a)\"/>");
    }),
    attempt("a drawing that repeats itself", Run, "I005", |it| {
        let all = (0..20).fold("<path id=\"g0\"/>".to_owned(), |text, at| {
            text + &format!("<g id=\"g{}\">{}</g>", at + 1, format!("<use href=\"#g{at}\"/>").repeat(10))
        });
        it.drawing(&all);
    }),
    attempt("a drawing with entities in entities", Run, "I00", |it| {
        let entities = (1..20).fold("<!ENTITY e0 \"ha\">".to_owned(), |text, at| {
            text + &format!("<!ENTITY e{at} \"{}\">", format!("&e{};", at - 1).repeat(10))
        });
        it.bare.write(
            "templates/picture.svg",
            format!("<!DOCTYPE svg [{entities}]>{SVG}<text>&e19;</text></svg>"),
        );
        it.picture("picture.svg");
    }),
    attempt("a drawing with a file as an entity", Run, "I00", |it| {
        it.bare.write(
            "picture.svg",
            format!("<!DOCTYPE svg [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>{SVG}<text>&e;</text></svg>"),
        );
        it.picture("picture.svg");
    }),
    // Files that are larger than they look, and names.
    attempt("a unit's data of braces in braces", Units, "W002", |it| {
        it.bare.write(
            "data/bad.toml",
            format!("[unit]\nname = \"某某镇四\"\n[works]\nbuilt = {}", "[".repeat(100_000)),
        );
    }),
    attempt("a name of a million characters", Units, "U012", |it| {
        it.unit(&format!("name = \"{}\"\n", "某".repeat(1_000_000)), "built = 3");
    }),
    attempt("two names that are one to a disk", Run, "O001", |it| {
        it.bare.write("data/A.toml", "[unit]\nname = \"某某镇五\"\n\n[works]\nbuilt = 3\n");
        it.bare.write("data/a.toml", "[unit]\nname = \"某某镇六\"\n\n[works]\nbuilt = 3\n");
    }),
    attempt("keys without number", Units, "W018", |it| {
        let keys = (0..500_000).fold(String::new(), |text, at| text + &format!("k{at} = 1\n"));
        it.unit("name = \"某某镇四\"\n", &format!("built = 3\n{keys}"));
    }),
    attempt("tables without number", Units, "W018", |it| {
        let tables = (0..300_000).fold(String::new(), |text, at| text + &format!("[t{at}]\na = 1\n"));
        it.unit("name = \"某某镇四\"\n", &format!("built = 3\n{tables}"));
    }),
    attempt("rows without number that are dated outside the period", Nothing, "", |it| {
        it.bare.write("plugins/works/plugin.toml", PLUGIN.to_owned() + LEDGER);
        let rows = "\n[[works.visits]]\nwhen = 1999-01-01\n".repeat(100_000);
        it.unit("name = \"某某镇四\"\n", &format!("built = 3\n{rows}"));
    }),
    attempt("columns without number", Run, "D001", |it| {
        let (heads, cells) = (0..1_000_000).fold((String::new(), String::new()), |(heads, cells), at| {
            (heads + &format!(",c{at}"), cells + ",1")
        });
        it.bare.write("units.csv", format!("单位,完工{heads}\n某某镇,3{cells}\n"));
        it.key("data = \"data\"", "table = \"units.csv\"");
    }),
    attempt("a column's head of 10 MB", Run, "D003", |it| {
        let head = "甲".repeat(3_000_000);
        it.bare.write("units.csv", format!("单位,完工,{head}\n某某镇,3,1\n"));
        it.key("data = \"data\"", "table = \"units.csv\"");
    }),
    attempt("expressions without number", Nothing, "", |it| {
        let count = |at| {
            let before = if at == 0 { "built".to_owned() } else { format!("x{}", at - 1) };
            format!("\n[counts.x{at}]\nlabel = \"表{at}\"\nmeasure = \"项\"\nexpr = \"{before} + built\"\n")
        };
        let counts: String = (0..2000).map(count).collect();
        it.bare.write("plugins/works/plugin.toml", PLUGIN.to_owned() + &counts);
    }),
    attempt("styles that inherit from each other without end", Run, "S007", |it| {
        for at in 0..500 {
            it.bare.write(format!("templates/styles/s{at}.toml"), format!("inherits = \"s{}\"\n", at + 1));
        }
        it.bare.write("templates/styles/s500.toml", "inherits = \"gbt9704\"\n");
        it.key("styles/gbt9704.toml", "styles/s0.toml");
    }),
    attempt("a template of 30 MB", Run, "W001", |it| {
        let template = fs::read_to_string(it.bare.path("templates/bare.hbs")).unwrap();
        it.bare.write("templates/bare.hbs", template + &"一段正文。\n\n".repeat(1_800_000));
    }),
    attempt("names below a parent without number", Nothing, "", |it| {
        let names = (0..200_000).fold(String::new(), |names, at| names + &format!("\"n{at}\", "));
        it.key(
            "[units]",
            &format!("[[parents]]\nid = \"p\"\nname = \"某某县\"\nunits = [{names}]\n\n[units]"),
        );
    }),
    attempt("blocks without number", Nothing, "", |it| {
        let blocks = "{{#present \"built\"}}完工{{/present}}项。\n\n".repeat(5000);
        it.bare.write("plugins/works/sections/results.hbs", format!("# 工程\n\n{blocks}"));
    }),
];

const MODULE: &str = r#"(module
  (import "huibian_v1" "input_read" (func $input_read (param i32)))
  (import "huibian_v1" "output_write" (func $output_write (param i32 i32)))
  (memory (export "memory") 2)
  (func (export "huibian_call") (param $op i32) (param $len i32) (result i32)
    (call $input_read (i32.const 0))
    ACT
    (i32.const 0)))"#;

impl Mailed {
    fn new() -> Self {
        let it = Self { bare: Bare::new(&[]), outside: tempfile::tempdir().unwrap() };
        it.bare.write("plugins/works/plugin.toml", PLUGIN);
        it.bare.write("plugins/works/sections/results.hbs", SECTION);
        it.bare.replace("workspace.toml", "plugins = []", "plugins = [\"works\"]");
        it.bare.replace("workspace.toml", "formats = [\"md\"]", "formats = [\"docx\", \"html\", \"md\"]");
        for (at, id) in GOOD.iter().enumerate() {
            it.bare.write(
                format!("data/{id}.toml"),
                format!("[unit]\nname = \"某某镇{at}\"\n\n[works]\nbuilt = 3\n"),
            );
        }
        fs::write(it.outside.path().join("secret.hbs"), format!("# {SECRET}\n")).unwrap();
        let filed = it.outside.path().join("history/bare");
        fs::create_dir_all(&filed).unwrap();
        fs::write(filed.join("2023Q1.jsonl"), format!("{{\"{SECRET}\": 1}}\n")).unwrap();
        fs::create_dir(it.outside.path().join("data")).unwrap();
        fs::write(
            it.outside.path().join("data/secret.toml"),
            format!("[unit]\nname = \"{SECRET}\"\n\n[works]\nbuilt = 3\n"),
        )
        .unwrap();
        it
    }

    /// A link out of the workspace.
    fn link(&self, file: &str, to: &str) {
        let path = self.bare.path(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let _ = fs::remove_file(&path);
        symlink(self.outside.path().join(to), path).unwrap();
    }

    fn pipe(&self, file: &str) {
        let path = self.bare.path(file);
        let _ = fs::remove_file(&path);
        assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    }

    fn key(&self, from: &str, to: &str) {
        self.bare.replace("workspace.toml", from, to);
    }

    fn unit(&self, head: &str, works: &str) {
        self.bare.write("data/bad.toml", format!("[unit]\n{head}\n[works]\n{works}\n"));
    }

    fn limit(&self, limit: &str) {
        self.module("");
        self.bare.replace(
            "plugins/works/plugin.toml",
            "\n[fields.built]",
            &format!("\n[limits]\n{limit}\n\n[fields.built]"),
        );
    }

    fn module(&self, act: &str) {
        let module = wat::parse_str(MODULE.replace("ACT", act)).unwrap();
        self.bare.write("plugins/works/section.wasm", module);
        self.bare.replace("plugins/works/plugin.toml", "slots =", "module = \"section.wasm\"\nslots =");
    }

    fn picture(&self, file: &str) {
        self.bare.replace(
            "templates/bare.hbs",
            "{{slot",
            &format!("{{{{image \"{file}\" alt=\"图\"}}}}\n\n{{{{slot"),
        );
    }

    fn drawing(&self, inside: &str) {
        self.bare.write("templates/picture.svg", format!("{SVG}{inside}</svg>"));
        self.picture("picture.svg");
    }

    fn reference(&self, paragraph: &str) {
        self.bare.write("reference.docx", word::docx(&format!("页眉：{paragraph}\n正文")));
        self.key("[output]", "[output]\nreference = \"reference.docx\"");
    }

    /// All that lies outside, and when it was written.
    fn around(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        ["secret.hbs", "data/secret.toml"]
            .iter()
            .map(|name| (name.into(), fs::read(self.outside.path().join(name)).unwrap()))
            .collect()
    }

    /// Runs a command; how it ended, what it said, and the most memory it had.
    fn run(&self, command: &str) -> (Option<i32>, String, u64) {
        let began = Instant::now();
        let said = self.outside.path().join("said");
        let file = fs::File::create(&said).unwrap();
        let mut running = self.bare.command(&["--lang", "en", command]);
        running.stdin(Stdio::null()).stdout(file.try_clone().unwrap()).stderr(file);
        let mut running = running.spawn().unwrap();
        let mut most = 0;
        let status = loop {
            most = most.max(memory(running.id()));
            if let Some(status) = running.try_wait().unwrap() {
                break status;
            }
            let taken = processor_seconds(running.id());
            assert!(taken < SECONDS, "{command} takes over {SECONDS} s");
            assert!(began.elapsed().as_secs_f64() < WAITED * SECONDS, "{command} does not end");
            sleep(Duration::from_millis(5));
        };
        (status.code(), String::from_utf8_lossy(&fs::read(said).unwrap()).into_owned(), most / 1024)
    }
}

/// Tries something in a workspace of its own; what is not as it should be.
fn tried(attempt: &Attempt) -> Vec<String> {
    let it = Mailed::new();
    (attempt.plant)(&it);
    let (before, mut wrong) = (it.around(), Vec::new());
    for command in ["check", "batch"] {
        let (exit, said, mebibytes) = it.run(command);
        let mut expect = |holds: bool, what: &str| {
            if !holds {
                let said: String = said.chars().take(1500).collect();
                wrong.push(format!(
                    "{}: {command}: {what} (exit {exit:?}, {mebibytes} MiB): {said}",
                    attempt.name
                ));
            }
        };
        let exits: &[i32] = match attempt.cost {
            Run => &[1, 2],
            Batch => &[2],
            Nothing => &[0],
            Units => &[1],
        };
        expect(exit.is_some_and(|exit| exits.contains(&exit)), "it ends otherwise");
        expect(said.contains(attempt.code), "it is not named");
        expect(!said.contains(SECRET) && !said.contains("root:x:"), "what lies outside is told");
        expect(
            !said.chars().any(|c| (c.is_control() && !matches!(c, '\n' | '\t')) || c == '\u{202E}'),
            "a control is told",
        );
        expect(mebibytes < MEBIBYTES, "it takes memory");
        expect(it.around() == before, "something outside is changed");
        if command == "batch" {
            for id in GOOD {
                let report = fs::read_to_string(it.bare.path(format!("out/{id}.md"))).unwrap_or_default();
                expect(
                    matches!(attempt.cost, Run | Batch) || report.contains('3') || report.contains("完工"),
                    "a good unit has no report",
                );
                expect(!report.contains(SECRET), "what lies outside is in a report");
            }
        }
    }
    wrong
}

#[test]
fn nothing_that_a_workspace_tries_comes_to_anything() {
    let began = Instant::now();
    let (some, others) = ATTEMPTS.split_at(ATTEMPTS.len() / 2);
    let try_all = |attempts: &'static [Attempt]| attempts.iter().flat_map(tried).collect::<Vec<String>>();
    let wrong = thread::scope(|scope| {
        let some = scope.spawn(|| try_all(some));
        [try_all(others), some.join().unwrap()].concat()
    });
    println!("{} attempts, {:.1} s", ATTEMPTS.len(), began.elapsed().as_secs_f64());
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// All that cost units alone, in one workspace.
#[test]
fn all_that_units_try_at_once_leaves_the_good_ones_their_reports() {
    let it = Mailed::new();
    for (at, attempt) in ATTEMPTS.iter().enumerate().filter(|(_, attempt)| attempt.cost == Units) {
        (attempt.plant)(&it);
        if it.bare.path("data/bad.toml").symlink_metadata().is_ok() {
            fs::rename(it.bare.path("data/bad.toml"), it.bare.path(format!("data/bad{at}.toml"))).unwrap();
        }
        let _ = fs::remove_file(it.bare.path("data/other.toml"));
    }
    for command in ["check", "batch"] {
        let (exit, said, mebibytes) = it.run(command);
        assert_eq!(exit, Some(1), "{said}");
        assert!(mebibytes < MEBIBYTES, "{mebibytes} MiB");
    }
    for id in GOOD {
        assert!(it.bare.path(format!("out/{id}.docx")).is_file(), "{id}");
    }
}

#[test]
fn a_table_that_no_page_has_room_for_is_named_when_it_is_made() {
    let it = Mailed::new();
    let row = |cell: &str| "|".to_owned() + &cell.repeat(5000) + "\n";
    let table = row("甲|") + &row("---|") + &row("1|");
    it.bare.write("plugins/works/sections/results.hbs", format!("# 工程\n\n{table}"));
    let (exit, said, mebibytes) = it.run("batch");
    assert!(exit == Some(1) && said.contains("O012"), "{exit:?} {said}");
    assert!(mebibytes < MEBIBYTES, "{mebibytes} MiB");
}
