//! Other tools on their own workload, a thousand quarterly reports with 14 fields and a list, and `huibian batch` on the
//! same, from a Handlebars template and from the tools' own Word file, in turns. What the tools are and how they are driven is the folder's: `bench/run.py` runs them by name,
//! `gen/content.py` has the words and `data/units1000.json` the units.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::process::{beside, median, run};

/// Huibian is run once after each, and each way.
const PEERS: [&str; 5] =
    ["docxtpl (load once)", "docxtemplater", "docx-handlebars", "docxide-template", "docx-rs"];
/// Figures, with how many digits they have after the point.
const NUMBERS: [(&str, u8); 9] = [
    ("accepted", 0),
    ("settled", 0),
    ("visits", 0),
    ("waste", 1),
    ("roads", 1),
    ("lamps", 0),
    ("books", 0),
    ("readers", 0),
    ("amount", 2),
];
/// How huibian is run: what its template is, and how plugins are kept apart.
const OWN: [(&str, &str); 4] = [("hbs", "none"), ("hbs", "process"), ("word", "none"), ("word", "process")];
/// Prints the words as JSON: pairs of a style and a text with `{field}`s.
const WORDS: &str = "import json, content; print(json.dumps(content.PARTS))";
/// Writes the Word file that all tools fill, with the tags of the one that is asking: the file, and tags of fields and of items.
const WORD_FILE: &str = "import json, sys, mktpl; tags, item = map(json.loads, sys.argv[2:]); \
    mktpl.write(sys.argv[1], mktpl.document(tags.get, '{{#if fields.work.items}}{{#each fields.work.items}}', '{{/each}}{{/if}}', item.get))";
/// Texts that the Word file asks for.
const TEXTS: [&str; 4] = ["year", "period", "date", "contact"];
/// What an item has.
const COLUMNS: [&str; 5] = ["no", "title", "text", "number", "measure"];

/// Prints documents a second of each peer, of huibian, and how many times as fast it is.
pub fn compare(peers: &Path) -> Result<()> {
    let scratch = tempfile::Builder::new().prefix("huibian-bench-").tempdir()?;
    let workspace = scratch.path().join("workspace");
    let count = generate(peers, &workspace)?;
    let huibian = beside("huibian")?;
    let mut own: [Vec<Duration>; OWN.len()] = Default::default();
    let mut others = Vec::new();
    for (turn, peer) in PEERS.into_iter().enumerate() {
        let python = peers.join("py/venv/bin/python");
        let status =
            Command::new(python).arg(peers.join("bench/run.py")).arg(peer).env("NS", "1000").status()?;
        ensure!(status.success(), "{peer}: {status}");
        let results: Value = serde_json::from_slice(&fs::read(peers.join("results.json"))?)?;
        others.push((peer, results[peer]["1000"]["wall"].as_f64().context("results.json")?));
        for (times, (report, isolation)) in own.iter_mut().zip(OWN) {
            let mut batch = Command::new(&huibian);
            batch.args(["batch", "--report", report, "--jobs", "1", "--isolation", isolation, "--output"]);
            batch.arg(scratch.path().join(format!("{report}-{isolation}-{turn}")));
            times.push(run(batch.arg("--workspace").arg(&workspace))?);
        }
    }
    let own = own.map(|times| median(times).as_secs_f64());
    println!(
        "\n| on one thread | documents a second | huibian : it, in process | isolated | Word file, in process | isolated |\n\
         |---|---|---|---|---|---|"
    );
    for ((report, isolation), time) in OWN.iter().zip(own) {
        println!("| huibian, {report}, isolation {isolation} | {:.0} | | | | |", count / time);
    }
    for (peer, time) in others {
        let ratios = own.map(|own| format!("{:.1}", time / own)).join(" | ");
        println!("| {peer} | {:.0} | {ratios} |", count / time);
    }
    Ok(())
}

/// The peers' report as a workspace with one plugin without code. Returns how many units it has.
fn generate(peers: &Path, workspace: &Path) -> Result<f64> {
    let words = Command::new("python3").args(["-c", WORDS]).current_dir(peers.join("gen")).output()?;
    let words: Vec<(String, String)> = serde_json::from_slice(&words.stdout).context("gen/content.py")?;
    let plugin = workspace.join("plugins/work");
    let data = workspace.join("data/2026Q3");
    for folder in [&plugin.join("sections"), &workspace.join("templates"), &data] {
        fs::create_dir_all(folder)?;
    }
    let mut settings = "period = \"2026Q3\"\ndate = 2026-10-09\nplugins = [\"work\"]\n\n[units]\ndata = \"data/{period}\"\n\n\
        [output]\npattern = \"out/{unit.id}\"\n"
        .to_owned();
    for (report, template) in [("hbs", "work.hbs"), ("word", "work.docx")] {
        let _ = write!(
            settings,
            "\n[reports.{report}]\ntitle = \"工作情况报告\"\ntemplate = \"templates/{template}\"\n\
             style = \"templates/styles/gbt9704.toml\"\nformats = [\"docx\"]\n"
        );
    }
    fs::write(workspace.join("workspace.toml"), settings)?;
    let report = "+++\n[slots.results]\nkind = \"sections\"\n+++\n# {{unit.name}}{{period.name}}工作情况报告\n\n{{slot \"results\"}}\n";
    fs::write(workspace.join("templates/work.hbs"), report)?;
    let file = workspace.join("templates/work.docx");
    let mut write = Command::new("python3");
    write.args(["-c", WORD_FILE]).arg(file).args(tags().map(|tags| tags.to_string()));
    let status = write.current_dir(peers.join("gen")).status()?;
    ensure!(status.success(), "gen/mktpl.py: {status}");
    fs::write(plugin.join("plugin.toml"), declaration())?;
    fs::write(plugin.join("sections/results.hbs"), section(&words))?;
    let units: Vec<Value> = serde_json::from_slice(&fs::read(peers.join("data/units1000.json"))?)?;
    for unit in &units {
        let id = unit["id"].as_u64().context("units1000.json")?;
        fs::write(data.join(format!("u{id:04}.toml")), unit_file(unit))?;
    }
    Ok(f64::from(u32::try_from(units.len())?))
}

fn declaration() -> String {
    let mut text =
        "id = \"work\"\nversion = \"1.0.0\"\ntitle = \"工作\"\ncontract = 1\nslots = [\"results\"]\n"
            .to_owned();
    for (number, scale) in NUMBERS {
        let _ = write!(
            text,
            "[fields.{number}_given]\nlabel = \"{number}\"\ntype = \"decimal\"\n\
             [counts.{number}]\nlabel = \"{number}\"\nkind = \"decimal\"\nscale = {scale}\nrequired = true\nnumber = \"{number}_given\"\n"
        );
    }
    for field in TEXTS {
        let _ = write!(text, "[fields.{field}]\nlabel = \"{field}\"\ntype = \"text\"\nrequired = true\n");
    }
    text += "[fields.items]\nlabel = \"items\"\ntype = \"ledger\"\nrequired = true\n[fields.items.columns]\n";
    for column in COLUMNS {
        let _ = writeln!(text, "{column} = {{ label = \"{column}\", type = \"text\", required = true }}");
    }
    text
}

/// The tags of the Word file by the names of the peers' fields, and those of an item's.
fn tags() -> [Value; 2] {
    let counts = NUMBERS.map(|(number, _)| (number, format!("{{{{count \"work/{number}\"}}}}")));
    let texts = TEXTS.map(|field| (field, format!("{{{{fields.work.{field}}}}}")));
    let unit = [("unit", "{{unit.name}}".to_owned())];
    let fields: BTreeMap<_, _> = counts.into_iter().chain(texts).chain(unit).collect();
    let item = json!({
        "no": "{{no}}", "title": "{{title}}", "text": "{{text}}", "count": "{{number}}", "measure": "{{measure}}"
    });
    [json!(fields), item]
}

fn section(words: &[(String, String)]) -> String {
    let mut text = String::new();
    for (style, words) in words {
        let words = words
            .replace("{year}年{period}", "{{period.name}}")
            .replace("{date}", "{{date period.end}}")
            .replace("{unit}", "{{unit.name}}")
            .replace("{contact}", "{{fields.contact}}");
        let words = NUMBERS.iter().fold(words, |words, (number, _)| {
            words.replace(&format!("{{{number}}}"), &format!("{{{{count \"{number}\"}}}}"))
        });
        // Their own numbers of headings are ours to give.
        let heading =
            |words: &str| words.split_once(['、', '）']).map_or(words, |(_, words)| words).to_owned();
        let _ = match style.as_str() {
            "title" | "addr" => Ok(()),
            "h1" => write!(text, "# {}\n\n", heading(&words)),
            "h2" => write!(text, "## {}\n\n", heading(&words)),
            "LOOP" => write!(
                text,
                "{{{{#if fields.items}}}}{{{{#each fields.items}}}}\n{{{{hanzi @index}}}}是{{{{title}}}}。{{{{this.text}}}}共计{{{{number}}}}{{{{measure}}}}。\n\n{{{{/each}}}}{{{{/if}}}}\n\n"
            ),
            _ => write!(text, "{words}\n\n"),
        };
    }
    text
}

fn unit_file(unit: &Value) -> String {
    let mut text = format!("[unit]\nname = {}\n[work]\n", unit["unit"]);
    for field in TEXTS {
        let _ = writeln!(text, "{field} = {}", words(&unit[field]));
    }
    for (number, _) in NUMBERS {
        let _ = writeln!(text, "{number}_given = {}", unit[number]);
    }
    for item in unit["items"].as_array().into_iter().flatten() {
        text += "[[work.items]]\n";
        for column in COLUMNS {
            let value = &item[if column == "number" { "count" } else { column }];
            let _ = writeln!(text, "{column} = {}", words(value));
        }
    }
    text
}

/// A value as a quoted text.
fn words(value: &Value) -> Value {
    json!(value.as_str().map_or_else(|| value.to_string(), str::to_owned))
}
