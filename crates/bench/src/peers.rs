//! Other tools on their own workload, a thousand quarterly reports with 14 fields and a list, and `huibian batch` on the
//! same, in turns. What the tools are and how they are driven is the folder's: `bench/run.py` runs them by name,
//! `gen/content.py` has the words and `data/units1000.json` the units.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::process::{beside, median, run};

/// How often huibian is run, once after each peer.
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
/// Prints the words as JSON: pairs of a style and a text with `{field}`s.
const WORDS: &str = "import json, content; print(json.dumps(content.PARTS))";

/// Prints documents a second of each peer, of huibian, and how many times as fast it is.
pub fn compare(peers: &Path) -> Result<()> {
    let scratch = tempfile::Builder::new().prefix("huibian-bench-").tempdir()?;
    let workspace = scratch.path().join("workspace");
    let count = generate(peers, &workspace)?;
    let huibian = beside("huibian")?;
    let mut own: [Vec<Duration>; 2] = Default::default();
    let mut others = Vec::new();
    for (turn, peer) in PEERS.into_iter().enumerate() {
        let python = peers.join("py/venv/bin/python");
        let status =
            Command::new(python).arg(peers.join("bench/run.py")).arg(peer).env("NS", "1000").status()?;
        ensure!(status.success(), "{peer}: {status}");
        let results: Value = serde_json::from_slice(&fs::read(peers.join("results.json"))?)?;
        others.push((peer, results[peer]["1000"]["wall"].as_f64().context("results.json")?));
        for (times, isolation) in own.iter_mut().zip(["none", "process"]) {
            let mut batch = Command::new(&huibian);
            batch.args(["batch", "--format", "docx", "--jobs", "1", "--isolation", isolation, "--output"]);
            batch.arg(scratch.path().join(format!("{isolation}-{turn}"))).arg("--workspace").arg(&workspace);
            times.push(run(&mut batch)?);
        }
    }
    let own = own.map(|times| median(times).as_secs_f64());
    println!(
        "\n| on one thread | documents a second | huibian : it, in process | isolated |\n|---|---|---|---|"
    );
    println!("| huibian, in process | {:.0} | | |", count / own[0]);
    println!("| huibian, isolated | {:.0} | | |", count / own[1]);
    for (peer, time) in others {
        println!("| {peer} | {:.0} | {:.1} | {:.1} |", count / time, time / own[0], time / own[1]);
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
    let settings = "period = \"2026Q3\"\ndate = 2026-10-09\nplugins = [\"work\"]\n\n[reports.work]\ntitle = \"工作情况报告\"\n\
        template = \"templates/work.hbs\"\nstyle = \"templates/styles/gbt9704.toml\"\nformats = [\"docx\"]\n\n[units]\n\
        data = \"data/{period}\"\n\n[output]\npattern = \"out/{unit.id}\"\n";
    fs::write(workspace.join("workspace.toml"), settings)?;
    let report = "+++\n[slots.results]\nkind = \"sections\"\n+++\n# {{unit.name}}{{period.name}}工作情况报告\n\n{{slot \"results\"}}\n";
    fs::write(workspace.join("templates/work.hbs"), report)?;
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
    text += "[fields.contact]\nlabel = \"contact\"\ntype = \"text\"\nrequired = true\n\
        [fields.items]\nlabel = \"items\"\ntype = \"ledger\"\nrequired = true\n[fields.items.columns]\n\
        title = { label = \"title\", type = \"text\", required = true }\n\
        text = { label = \"text\", type = \"text\", required = true }\n\
        total = { label = \"count\", type = \"text\", required = true }\n";
    text
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
                "{{{{#if fields.items}}}}{{{{#each fields.items}}}}\n{{{{hanzi @index}}}}是{{{{title}}}}。{{{{this.text}}}}共计{{{{total}}}}。\n\n{{{{/each}}}}{{{{/if}}}}\n\n"
            ),
            _ => write!(text, "{words}\n\n"),
        };
    }
    text
}

fn unit_file(unit: &Value) -> String {
    let mut text = format!("[unit]\nname = {}\n[work]\ncontact = {}\n", unit["unit"], unit["contact"]);
    for (number, _) in NUMBERS {
        let _ = writeln!(text, "{number}_given = {}", unit[number]);
    }
    for item in unit["items"].as_array().into_iter().flatten() {
        let total = format!("{}{}", item["count"], item["measure"].as_str().unwrap_or_default());
        let _ = writeln!(
            text,
            "[[work.items]]\ntitle = {}\ntext = {}\ntotal = \"{total}\"",
            item["title"], item["text"]
        );
    }
    text
}
