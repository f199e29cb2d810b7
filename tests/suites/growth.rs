//! Nothing grows faster than its input: what a command costs, in instructions of the processor, for inputs of one size and of
//! twice that size. Callgrind counts them, so that no machine's noise is in the figures; where there is none, that is said.
//! `HUIBIAN_GROWTH=backslashes cargo xtask long doubled` has those alone whose names hold that.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]
#![cfg(unix)]

use std::collections::HashMap;
use std::fmt::Write as _;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use huibian_tests::bare::Bare;
use huibian_tests::word;

/// Twice the input may cost so many times as much.
const MOST: f64 = 2.3;

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
required = true

[fields.visits]
label = "走访"
type = "ledger"

[fields.visits.columns]
when = { label = "日期", type = "date", required = true }
people = { label = "人数", type = "integer" }
what = { label = "事项", type = "text" }

[counts.built]
label = "完工"
measure = "项"
number = "built"
"#;
const SECTION: &str =
    "# 工程\n\n{{#present \"built\"}}完工{{count \"built\"}}{{else}}没有完工{{/present}}。\n";
const UNIT: &str = "[unit]\nname = \"某某镇\"\n\n[works]\nbuilt = 3\n";

/// Something that there may be much of.
struct Growth {
    name: &'static str,
    /// How much of it is enough for its cost to stand out.
    size: usize,
    command: &'static [&'static str],
    /// Puts so much of it into a workspace.
    put: fn(&Bare, usize),
}

impl Growth {
    /// Whether the command refuses what is put, however much it is.
    fn is_refused(&self) -> bool {
        ["wrong", "unknown", "refused"].iter().any(|begins| self.name.starts_with(begins))
    }

    /// How often it is doubled in full. What an expression, a name and an element of a Word file may hold is bounded.
    fn doublings(&self) -> u32 {
        let is_bounded = ["expression", "title", "reference"].iter().any(|holder| self.name.contains(holder));
        if is_bounded { 2 } else { 4 }
    }

    /// What the command costs without what grows. What is refused ends the command earlier, and an expression costs something
    /// whatever it says, so that one of it is the least there is.
    fn cost_of_nothing(&self, known: &mut HashMap<&'static [&'static str], f64>) -> f64 {
        if self.is_refused() || self.name.contains("expression") {
            cost(self, 1)
        } else {
            *known.entry(self.command).or_insert_with(|| cost(self, 0))
        }
    }
}

const CHECK: &[&str] = &["check"];
const ADOPT: &[&str] = &["adopt", "--to", "office", REPORT];
const REPORT: &str = "云溪镇-2023Q1.docx";
const BATCH: &[&str] = &["batch", "--format", "docx,html,md"];

/// So many of them are tried every time, one for each stage: samples read and adopted, data held against their declaration,
/// wording checked and filled, documents laid out and written, Word files read. `cargo xtask long doubled` has them all.
const EVERY_TIME: usize = 5;

const GROWTHS: [Growth; 37] = [
    // Each has a figure, which is a field, a column of the table and a column of what is filed.
    Growth {
        name: "paragraphs of a report to adopt",
        size: 100,
        command: ADOPT,
        put: |bare, size| bare.write(REPORT, report(size)),
    },
    Growth {
        name: "wrong cells in a ledger of one line",
        size: 100,
        command: CHECK,
        put: |bare, size| {
            let rows = repeated(size, |at| format!("{{ when = \"x{at}\", people = \"y\" }}, "));
            bare.write("data/u1.toml", format!("{UNIT}visits = [{rows}]\n"));
        },
    },
    Growth {
        name: "blocks in a plugin's wording",
        size: 200,
        command: CHECK,
        put: |bare, size| {
            let block =
                |at| format!("{{{{#present \"built\"}}}}完工{at}{{{{else}}}}没有{at}{{{{/present}}}}。\n\n");
            bare.write(
                "plugins/works/sections/results.hbs",
                "# 工程\n\n".to_owned() + &repeated(size, block),
            );
        },
    },
    Growth {
        name: "a unit's name in the title",
        size: 45,
        command: BATCH,
        put: |bare, size| {
            bare.write(
                "data/u1.toml",
                UNIT.replace("某某镇", &(repeated(size / 4, |_| "云溪一带".to_owned()) + "镇")),
            );
        },
    },
    Growth {
        name: "attributes in a reference",
        size: 70,
        command: CHECK,
        put: |bare, size| {
            bare.replace("workspace.toml", "[output]", "[output]\nreference = \"reference.docx\"");
            bare.write("reference.docx", reference(&repeated(size, |at| format!(" w:a{at}=\"1\""))));
        },
    },
    Growth {
        name: "placeholders in one heading",
        size: 200,
        command: CHECK,
        put: |bare, size| {
            let heading = repeated(size, |at| format!("第{at}项{{{{unit.name}}}}"));
            bare.write("plugins/works/sections/results.hbs", format!("# 工程\n\n## {heading}\n\n正文。\n"));
        },
    },
    Growth {
        name: "unknown fields",
        size: 200,
        command: CHECK,
        put: |bare, size| {
            bare.write("data/u1.toml", UNIT.to_owned() + &repeated(size, |at| format!("unknown{at} = 1\n")));
        },
    },
    // An expression has 1,000 characters at most, and brackets 32 deep; a name has 200 characters.
    Growth {
        name: "refused lists in a list of an expression",
        size: 60,
        command: CHECK,
        put: |bare, size| {
            let lists = repeated(size, |_| "[1],".to_owned());
            put_expression(bare, &format!("[[1],{lists}[2]].size()"));
        },
    },
    Growth {
        name: "numbers in one sentence of a text",
        size: 100,
        command: CHECK,
        put: |bare, size| {
            let note = "[fields.note]\nlabel = \"做法\"\ntype = \"text\"\n";
            bare.write("plugins/works/plugin.toml", format!("{PLUGIN}\n{note}"));
            let words = repeated(size, |at| format!("完工{at}项，走访{at}户，"));
            bare.write("data/u1.toml", format!("{UNIT}note = \"{words}\"\n"));
        },
    },
    Growth {
        name: "blocks in one line",
        size: 200,
        command: CHECK,
        put: |bare, size| {
            let block =
                |at| format!("{{{{#present \"built\"}}}}完工{at}{{{{else}}}}没有{at}{{{{/present}}}}。");
            bare.write(
                "plugins/works/sections/results.hbs",
                "# 工程\n\n".to_owned() + &repeated(size, block) + "\n",
            );
        },
    },
    Growth {
        name: "blocks in a report's template",
        size: 200,
        command: CHECK,
        put: |bare, size| {
            let blocks = repeated(size, |at| format!("{{{{#if unit.name}}}}第{at}{{{{/if}}}}完成。\n\n"));
            bare.replace("templates/bare.hbs", "{{slot", &(blocks + "{{slot"));
        },
    },
    Growth {
        name: "blocks in a block around a report's template",
        size: 200,
        command: CHECK,
        put: |bare, size| {
            let blocks = repeated(size, |at| format!("{{{{#if unit.name}}}}第{at}{{{{/if}}}}完成。\n\n"));
            let around = format!("{{{{#if unit.name}}}}\n{blocks}{{{{/if}}}}\n\n{{{{slot");
            bare.replace("templates/bare.hbs", "{{slot", &around);
        },
    },
    Growth {
        name: "refused raw blocks in a report's template",
        size: 200,
        command: CHECK,
        put: |bare, size| {
            let blocks =
                repeated(size, |at| format!("{{{{{{{{raw}}}}}}}}第{at}{{{{{{{{/raw}}}}}}}}完成。\n\n"));
            bare.replace("templates/bare.hbs", "{{slot", &(blocks + "{{slot"));
        },
    },
    Growth {
        name: "refused raw block beside blocks in a report's template",
        size: 200,
        command: CHECK,
        put: |bare, size| {
            let blocks = repeated(size, |at| format!("{{{{#if unit.name}}}}第{at}{{{{/if}}}}完成。\n\n"));
            let raw = "{{{{raw}}}}{{#if}}{{{{/raw}}}}\n\n{{slot";
            bare.replace("templates/bare.hbs", "{{slot", &(blocks + raw));
        },
    },
    Growth {
        name: "braces that are words in a report's template",
        size: 1000,
        command: CHECK,
        put: |bare, size| {
            let braces = repeated(size, |at| format!("第{at}项\\{{{{"));
            bare.replace("templates/bare.hbs", "{{slot", &(braces + "\n\n{{slot"));
        },
    },
    Growth {
        name: "backslashes in a report's template",
        size: 500,
        command: CHECK,
        put: |bare, size| {
            let backslashes = "\\".repeat(size);
            bare.replace("templates/bare.hbs", "{{slot", &format!("甲{backslashes}乙\n\n{{{{slot"));
        },
    },
    Growth {
        name: "blocks in a second branch of a report's template",
        size: 200,
        command: CHECK,
        put: |bare, size| {
            let blocks = repeated(size, |at| format!("{{{{#if unit.name}}}}第{at}{{{{/if}}}}完成。\n\n"));
            let first = "{{#if period.name}}第一\n\n{{else if unit.name}}\n";
            bare.replace("templates/bare.hbs", "{{slot", &format!("{first}{blocks}{{{{/if}}}}\n\n{{{{slot"));
        },
    },
    Growth {
        name: "refused pictures in a line of a report's template",
        size: 200,
        command: CHECK,
        put: |bare, size| {
            let pictures = repeated(size, |at| format!("第{at}张{{{{image \"a.svg\" alt=\"甲\"}}}}"));
            bare.replace("templates/bare.hbs", "{{slot", &(pictures + "\n\n{{slot"));
        },
    },
    Growth {
        name: "refused keys in a tag of a report's template",
        size: 500,
        command: CHECK,
        put: |bare, size| {
            let keys = repeated(size, |at| format!(" k{at}=1"));
            bare.replace("templates/bare.hbs", "{{slot", &format!("{{{{hanzi 3{keys}}}}}\n\n{{{{slot"));
        },
    },
    Growth {
        name: "backslashes in a Word template",
        size: 2000,
        command: CHECK,
        put: |bare, size| put_template(bare, &format!("甲{}乙{{{{unit.name}}}}", "\\".repeat(size))),
    },
    Growth {
        name: "refused quotations in a report's template",
        size: 100,
        command: CHECK,
        put: |bare, size| {
            let quotations = repeated(size, |at| format!("> 第{at}\n\n"));
            bare.replace("templates/bare.hbs", "{{slot", &(quotations + "{{slot"));
        },
    },
    Growth {
        name: "unknown names in a report's template",
        size: 100,
        command: CHECK,
        put: |bare, size| {
            let names = repeated(size, |at| format!("{{{{unit.name{at}}}}}。"));
            bare.replace("templates/bare.hbs", "{{slot", &(names + "\n\n{{slot"));
        },
    },
    Growth {
        name: "footnotes in a report's template",
        size: 100,
        command: CHECK,
        put: |bare, size| {
            let notes = repeated(size, |at| format!("第{at}[^{at}]\n\n[^{at}]: 注。\n\n"));
            bare.replace("templates/bare.hbs", "{{slot", &(notes + "{{slot"));
        },
    },
    Growth {
        name: "headings with a placeholder",
        size: 200,
        command: CHECK,
        put: |bare, size| {
            let headings = repeated(size, |at| format!("## 第{at}项{{{{unit.name}}}}\n\n正文。\n\n"));
            bare.write("plugins/works/sections/results.hbs", "# 工程\n\n".to_owned() + &headings);
        },
    },
    Growth {
        name: "wrong cells in a ledger",
        size: 100,
        command: CHECK,
        put: |bare, size| {
            let rows = repeated(size, |at| format!("\n[[works.visits]]\nwhen = \"x{at}\"\npeople = \"y\"\n"));
            bare.write("data/u1.toml", UNIT.to_owned() + &rows);
        },
    },
    Growth {
        name: "unknown keys of a plugin",
        size: 200,
        command: CHECK,
        put: |bare, size| {
            let keys = repeated(size, |at| format!("\n[unknown{at}]\na = 1\n"));
            bare.write("plugins/works/plugin.toml", PLUGIN.to_owned() + &keys);
        },
    },
    Growth {
        name: "counts computed from each other",
        size: 60,
        command: CHECK,
        put: |bare, size| {
            let count = |at: usize| {
                let before = at.checked_sub(1).map_or("built".to_owned(), |before| format!("sum{before}"));
                format!(
                    "\n[counts.sum{at}]\nlabel = \"表{at}\"\nmeasure = \"项\"\nexpr = \"{before} + built\"\n"
                )
            };
            bare.write("plugins/works/plugin.toml", PLUGIN.to_owned() + &repeated(size, count));
        },
    },
    Growth {
        name: "unknown keys of a style",
        size: 200,
        command: CHECK,
        put: |bare, size| {
            let keys = repeated(size, |at| format!("unknown{at} = 1\n"));
            bare.write("templates/styles/own.toml", "inherits = \"gbt9704\"\n".to_owned() + &keys);
            bare.replace("workspace.toml", "styles/gbt9704.toml", "styles/own.toml");
        },
    },
    Growth {
        name: "totals in a ledger",
        size: 200,
        command: CHECK,
        put: |bare, size| {
            let rows = |at: usize| {
                format!(
                    "\n[[works.visits]]\nwhen = 2023-05-01\nwhat = \"事{at}\"\npeople = 1\n\n[[works.visits]]\nwhat = \"合计\"\npeople = {at}\n"
                )
            };
            bare.write("data/u1.toml", UNIT.to_owned() + &repeated(size, rows));
        },
    },
    Growth {
        name: "tags in a paragraph of a Word template",
        size: 400,
        command: CHECK,
        put: |bare, size| put_template(bare, &repeated(size, |at| format!("第{at}项{{{{unit.name}}}}¦"))),
    },
    Growth {
        name: "blocks in a paragraph of a Word template",
        size: 200,
        command: CHECK,
        put: |bare, size| {
            put_template(bare, &repeated(size, |at| format!("{{{{#if unit.name}}}}¦第{at}项¦{{{{/if}}}}")));
        },
    },
    Growth {
        name: "blocks around paragraphs of a Word template",
        size: 200,
        command: CHECK,
        put: |bare, size| {
            put_template(
                bare,
                &repeated(size, |at| format!("{{{{#if unit.name}}}}\n第{at}项\n{{{{/if}}}}\n")),
            );
        },
    },
    Growth {
        name: "blocks that touch, in a block of a Word template",
        size: 600,
        command: CHECK,
        put: |bare, size| {
            let blocks = repeated(size, |_| "{{#if unit.name}}项{{/if}}".to_owned());
            put_template(bare, &format!("{{{{#if unit.name}}}}{blocks}{{{{/if}}}}"));
        },
    },
    Growth {
        name: "refused raw blocks in a Word template",
        size: 200,
        command: CHECK,
        put: |bare, size| {
            let paragraphs = |at| {
                format!("第{at}项{{{{unit.name}}}}\n{{{{{{{{raw}}}}}}}}{{{{#if}}}}{{{{{{{{/raw}}}}}}}}\n")
            };
            put_template(bare, &repeated(size, paragraphs));
        },
    },
    Growth {
        name: "refused heads beside a field's own",
        size: 100,
        command: CHECK,
        put: |bare, size| {
            let heads = repeated(size, |_| ",上季度完工".to_owned());
            let line = repeated(size, |_| ",1".to_owned());
            bare.write("data/u2.csv", format!("单位,完工{heads},不详\n云溪镇,2{line},1\n"));
        },
    },
    Growth {
        name: "refused characters in a head",
        size: 400,
        command: CHECK,
        put: |bare, size| {
            let long = repeated(size, |_| "上季度完工".to_owned());
            bare.write("data/u2.csv", format!("单位,完工,甲{long}\n云溪镇,2,1\n"));
        },
    },
    Growth {
        name: "lists inside each other in an expression",
        size: 7,
        command: CHECK,
        put: |bare, size| {
            put_expression(bare, &format!("{}1{}.size()", "[".repeat(size), "]".repeat(size)));
        },
    },
];

fn repeated(size: usize, part: impl Fn(usize) -> String) -> String {
    (0..size).fold(String::new(), |text, at| text + &part(at))
}

/// Counts of an expression: several, so that what it costs stands out.
fn put_expression(bare: &Bare, expression: &str) {
    let count = |at| {
        format!(
            "\n[counts.lists{at}]\nlabel = \"表{at}\"\nmeasure = \"项\"\nexpr = \"built + {expression}\"\n"
        )
    };
    bare.write("plugins/works/plugin.toml", PLUGIN.to_owned() + &repeated(20, count));
}

/// A report to adopt with so many paragraphs that have a figure.
fn report(paragraphs: usize) -> Vec<u8> {
    let lines = repeated(paragraphs, |at| format!("第{at}件事办了{}次。\n", at % 7));
    word::docx(&format!(
        "= 云溪镇2023年第一季度工作情况报告\n本季度检查企业45家次。\n{lines}云溪镇人民政府\n2023年4月5日"
    ))
}

/// A Word file in the stead of the report's template.
fn put_template(bare: &Bare, lines: &str) {
    bare.write("templates/ours.docx", word::docx(lines));
    bare.replace("workspace.toml", "templates/bare.hbs", "templates/ours.docx");
}

/// A Word file with a style that has these attributes.
fn reference(attributes: &str) -> Vec<u8> {
    let mut parts = word::parts("正文");
    let styles = String::from_utf8(parts.remove("word/styles.xml").unwrap()).unwrap();
    let styles = styles.replacen("w:styleId=\"a\"", &format!("w:styleId=\"a\"{attributes}"), 1);
    parts.insert("word/styles.xml".to_owned(), styles.into_bytes());
    word::packed(&parts)
}

/// What a command costs in a workspace with so much of something.
fn cost(growth: &Growth, size: usize) -> f64 {
    let bare = Bare::new(&[]);
    bare.write("plugins/works/plugin.toml", PLUGIN);
    bare.write("plugins/works/sections/results.hbs", SECTION);
    bare.replace("workspace.toml", "plugins = []", "plugins = [\"works\"]");
    bare.write("data/u1.toml", UNIT);
    bare.write(REPORT, report(0));
    if size > 0 {
        (growth.put)(&bare, size);
    }
    let command = bare.command(&[&["--lang", "zh", "--jobs", "1"], growth.command].concat());
    let mut counted = Command::new("valgrind");
    counted.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(command.get_program());
    counted
        .args(command.get_args())
        .current_dir(bare.path(""))
        .env("HUIBIAN_CONFIG_DIR", bare.path("config"));
    let output = counted.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.success(), size == 0 || !growth.is_refused(), "{}: {said}", growth.name);
    let count = said.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok());
    count.unwrap_or_else(|| panic!("{}: nothing is counted: {said}", growth.name))
}

/// Doubles each growth so often; what does not keep to [`MOST`], and the greatest ratio there was.
fn doubled(times: u32, growths: &[Growth]) -> (Vec<String>, f64) {
    let (mut beyond, mut greatest, mut bases) = (Vec::new(), 0_f64, HashMap::new());
    for growth in growths {
        let nothing = growth.cost_of_nothing(&mut bases);
        let mut costs = String::new();
        let mut before = cost(growth, growth.size) - nothing;
        for doubling in 1..=times {
            let now = cost(growth, growth.size << doubling) - nothing;
            let ratio = now / before;
            let _ = write!(costs, " {ratio:.2}");
            greatest = greatest.max(ratio);
            if ratio > MOST {
                beyond.push(format!("{} ({} instructions at first):{costs}", growth.name, before));
            }
            before = now;
        }
        println!("{}:{costs}", growth.name);
    }
    (beyond, greatest)
}

fn counts() -> bool {
    let run = Command::new("valgrind").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    let is_there = run.is_ok_and(|status| status.success());
    if !is_there {
        println!("not counted: no valgrind here (cargo xtask readers installs it)");
    }
    is_there
}

#[test]
fn twice_as_much_costs_twice_as_much() {
    if !counts() {
        return;
    }
    let (some, others) = GROWTHS[..EVERY_TIME].split_at(EVERY_TIME / 2);
    let beyond = thread::scope(|scope| {
        let some = scope.spawn(|| doubled(1, some).0);
        [doubled(1, others).0, some.join().unwrap()].concat()
    });
    assert!(beyond.is_empty(), "grows faster than its input: {beyond:#?}");
}

#[test]
#[ignore = "long: cargo xtask long"]
fn what_is_doubled_many_times_costs_twice_as_much_each_time() {
    if !counts() {
        return;
    }
    let (free, bounded): (Vec<&Growth>, Vec<&Growth>) =
        GROWTHS.iter().partition(|growth| growth.doublings() == 4);
    let named = std::env::var("HUIBIAN_GROWTH").ok();
    let (next, found) = (AtomicUsize::new(0), Mutex::new((Vec::new(), 0_f64)));
    let take = || {
        while let Some(growth) = GROWTHS.get(next.fetch_add(1, Ordering::Relaxed)) {
            if named.as_deref().is_some_and(|named| !growth.name.contains(named)) {
                continue;
            }
            let (beyond, ratio) = doubled(growth.doublings(), std::slice::from_ref(growth));
            let mut found = found.lock().unwrap();
            found.0.extend(beyond);
            found.1 = found.1.max(ratio);
        }
    };
    thread::scope(|scope| {
        scope.spawn(take);
        take();
    });
    let (beyond, greatest) = found.into_inner().unwrap();
    assert!(beyond.is_empty(), "grows faster than its input: {beyond:#?}");
    if named.is_some() {
        return;
    }
    println!(
        "long: growth | – | {} inputs doubled four times each, {} bounded ones twice: at most {greatest:.2} times the instructions at a doubling",
        free.len(),
        bounded.len()
    );
}
