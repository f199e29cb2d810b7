//! Two hundred workbooks in the manner of real ones (`tests/corpus/workbooks`), each read by the program and held against what
//! a person reads from it. A cell may be read as it is seen, or refused by name; it may not be read otherwise, nor be
//! missing in silence, and what is no unit may not become one.
//!
//! `HUIBIAN_HELD_BACK=1` runs the half that is run once work is done; `HUIBIAN_CASE=NNN` one case, with all that was found.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use huibian_tests::{CONFIG_DIR, copy, program, root};
use serde_json::Value;

/// What became of a half of the corpus.
#[derive(Default)]
struct Tally {
    cells: usize,
    read: usize,
    refused: usize,
    wrong: Vec<String>,
}

#[test]
fn workbooks_are_read_as_people_see_them_or_not_at_all() {
    let half = if std::env::var_os("HUIBIAN_HELD_BACK").is_some() { "held-back" } else { "seen" };
    let only = std::env::var("HUIBIAN_CASE").ok();
    let folder = root().join("tests/corpus/workbooks").join(half);
    let mut cases: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    let mut tally = Tally::default();
    let mut whole = 0;
    for case in &cases {
        let name = case.file_name().unwrap().to_str().unwrap();
        if only.as_deref().is_none_or(|only| name.starts_with(only)) {
            let (cells, wrong) = (tally.cells - tally.read, tally.wrong.len());
            let told = Case::read(case).judge(name, only.is_some(), &mut tally);
            whole += usize::from(tally.wrong.len() == wrong);
            println!("{name}: {} cells not read; {told}", tally.cells - tally.read - cells);
        }
    }
    println!(
        "{half}: {} cells, {} read as they are seen, {} refused by name, {} otherwise; {whole} of {} workbooks without one",
        tally.cells,
        tally.read,
        tally.refused,
        tally.wrong.len(),
        cases.len()
    );
    assert!(tally.wrong.is_empty(), "{}", tally.wrong.join("\n"));
}

/// A workbook with what a person reads from it, and a workspace that holds it.
struct Case {
    folder: tempfile::TempDir,
    truth: Value,
}

impl Case {
    fn read(case: &Path) -> Self {
        let truth: Value =
            serde_json::from_str(&fs::read_to_string(case.join("case.json")).unwrap()).unwrap();
        let folder = tempfile::tempdir().unwrap();
        copy(&root().join("templates/styles"), &folder.path().join("templates/styles"));
        let is_form = truth["use"] == "form";
        let data = if is_form { folder.path().join("data") } else { folder.path().to_owned() };
        for entry in fs::read_dir(case).unwrap().map(|entry| entry.unwrap()) {
            if entry.file_name() != "case.json" {
                copy(&entry.path(), &data.join(entry.file_name()));
            }
        }
        let case = Self { folder, truth };
        case.write("workspace.toml", &case.workspace());
        case.write(
            "templates/report.hbs",
            "+++\n[slots.results]\nkind = \"sections\"\n+++\n# {{unit.name}}报告\n\n{{slot \"results\"}}\n",
        );
        case.write("plugins/work/plugin.toml", &case.plugin());
        case.write("plugins/work/sections/results.hbs", &case.section());
        case
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// What a user writes after the README.
    fn workspace(&self) -> String {
        let period = self.truth["period"].as_str().unwrap();
        let mut text = format!(
            "period = \"{period}\"\ndate = 2023-07-05\nplugins = [\"work\"]\n\n[reports.report]\ntitle = \"报告\"\n\
             template = \"templates/report.hbs\"\nstyle = \"templates/styles/gbt9704.toml\"\nformats = [\"txt\"]\n\n\
             [output]\npattern = \"out/{{unit.name}}\"\n\n[units]\n"
        );
        for (key, value) in self.truth["units"].as_object().unwrap() {
            let value = if value == "." { "\"data\"".to_owned() } else { value.to_string() };
            let _ = writeln!(text, "{key} = {value}");
        }
        if let Some(columns) = self.truth["columns"].as_object() {
            text += "\n[units.columns]\n";
            for (head, column) in columns {
                let field = if column["unit"] == true {
                    "unit.name".to_owned()
                } else {
                    self.key(column["field"].as_str().unwrap())
                };
                let factor = column["factor"].as_str().map(|factor| format!(", factor = \"{factor}\""));
                let _ = writeln!(
                    text,
                    "{} = {{ field = \"{field}\"{} }}",
                    Value::from(head.as_str()),
                    factor.unwrap_or_default()
                );
            }
        }
        if let Some(cells) = self.truth["cells"].as_object() {
            text += "\n[units.cells]\n";
            for (field, cell) in cells {
                let _ = writeln!(text, "\"work.{field}_given\" = {}", cell["cell"]);
            }
        }
        text
    }

    /// The key of a field, or of a column of the ledger.
    fn key(&self, field: &str) -> String {
        let is_field = array(&self.truth["fields"]).any(|of| of["name"] == field);
        match self.truth["ledger"]["name"].as_str() {
            Some(ledger) if !is_field => format!("work.{ledger}.{field}"),
            _ => format!("work.{field}_given"),
        }
    }

    fn plugin(&self) -> String {
        let mut text =
            "id = \"work\"\nversion = \"1.0.0\"\ntitle = \"工作\"\ncontract = 1\nslots = [\"results\"]\n"
                .to_owned();
        for field in array(&self.truth["fields"]) {
            let (name, kind) = (field["name"].as_str().unwrap(), field["kind"].as_str().unwrap());
            let _ = writeln!(text, "[fields.{name}_given]\nlabel = {}\ntype = \"{kind}\"", field["label"]);
            if let Some(measure) = field["measure"].as_str() {
                let _ = writeln!(text, "measure = \"{measure}\"");
            }
            text +=
                &count(name, kind, &format!("number = \"{name}_given\""), &format!("{name}_given ? 1 : 0"));
        }
        let ledger = &self.truth["ledger"];
        if let Some(name) = ledger["name"].as_str() {
            let _ = writeln!(
                text,
                "[fields.{name}]\nlabel = {}\ntype = \"ledger\"\n[fields.{name}.columns]",
                ledger["label"]
            );
            for column in array(&ledger["columns"]) {
                let name = column["name"].as_str().unwrap();
                let _ =
                    writeln!(text, "{name} = {{ label = {}, type = {} }}", column["label"], column["kind"]);
            }
            for column in array(&ledger["columns"]) {
                let (column, kind) = (column["name"].as_str().unwrap(), column["kind"].as_str().unwrap());
                if matches!(kind, "integer" | "decimal") {
                    let from = format!("ledger = \"{name}\"\nsum = \"{column}\"");
                    text += &count(&format!("sum_{column}"), kind, &from, "");
                }
            }
            text += &count("rows", "integer", &format!("ledger = \"{name}\""), "");
        }
        text
    }

    /// A section that prints what no count holds.
    fn section(&self) -> String {
        let mut text = "# 读数\n\n".to_owned();
        for field in array(&self.truth["fields"]) {
            let name = field["name"].as_str().unwrap();
            let _ = match field["kind"].as_str().unwrap() {
                "text" => writeln!(
                    text,
                    "{name}=[{{{{#if fields.{name}_given}}}}{{{{fields.{name}_given}}}}{{{{/if}}}}]\n"
                ),
                "texts" => writeln!(
                    text,
                    "{name}=[{{{{#if fields.{name}_given}}}}{{{{#each fields.{name}_given}}}}{{{{this}}}}|{{{{/each}}}}{{{{/if}}}}]\n"
                ),
                "date" => writeln!(
                    text,
                    "{name}=[{{{{#if fields.{name}_given}}}}{{{{date fields.{name}_given}}}}{{{{/if}}}}]\n"
                ),
                _ => Ok(()),
            };
        }
        text + "完。\n"
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(program("huibian"));
        command.current_dir(self.folder.path()).args(["--lang", "zh"]).args(arguments);
        command.env(CONFIG_DIR, self.folder.path().join("config")).output().unwrap()
    }

    /// Returns what the program says is wrong.
    fn judge(&self, name: &str, aloud: bool, tally: &mut Tally) -> String {
        let checked = self.run(&["check", "--json"]);
        let said: Value = serde_json::from_slice(&checked.stdout)
            .unwrap_or_else(|error| panic!("{name}: {error}: {}", String::from_utf8_lossy(&checked.stderr)));
        let items: Vec<&Value> = array(&said["items"]).collect();
        let batch = self.run(&["batch", "--quiet"]);
        if aloud {
            println!("{}\n{}", self.workspace(), self.plugin());
            for item in &items {
                println!("{}", serde_json::to_string(item).unwrap());
            }
            println!("{}", String::from_utf8_lossy(&batch.stderr));
        }
        let made = self.made();
        let whole_refused = made.is_empty() && items.iter().any(|item| item["severity"] == "error");
        let mut wrong = |what: String| tally.wrong.push(format!("{name}: {what}"));
        let mut units: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
        let mut in_ledger: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
        for table in array(&self.truth["tables"]) {
            let of_rows = table["role"].as_str().unwrap().starts_with("ledger");
            for row in array(&table["rows"]) {
                let to = if of_rows { &mut in_ledger } else { &mut units };
                to.entry(row["unit"].as_str().unwrap()).or_default().push(row);
            }
        }
        for unit in made.keys() {
            let is_unit = units.contains_key(unit.as_str()) || in_ledger.contains_key(unit.as_str());
            let is_named = |item: &&Value| item["message"].as_str().is_some_and(|said| said.contains(unit));
            if !is_unit && !items.iter().any(is_named) {
                wrong(format!("{unit} is no unit, and was not asked about"));
            }
        }
        for (unit, rows) in units {
            let found = made.get(unit);
            let told = whole_refused || items.iter().any(|item| is_about(item, unit));
            if found.is_none() && !told {
                wrong(format!("{unit} is missing in silence"));
            }
            for value in rows.iter().flat_map(|row| row["values"].as_object().unwrap()) {
                let (field, truth) = value;
                let cell = truth["cell"].as_str().unwrap_or_default();
                let is_named = items.iter().any(|item| item["place"]["cell"] == cell || is_at(item, cell));
                tally.cells += 1;
                match found {
                    None => tally.refused += 1,
                    Some(found) => match found.differs(field, self.kind(field), truth) {
                        None => tally.read += 1,
                        Some(_) if is_named => tally.refused += 1,
                        Some(read) => wrong(format!("{cell} {field}: seen {truth}, read {read}")),
                    },
                }
            }
        }
        for (unit, rows) in in_ledger {
            let told =
                whole_refused || items.iter().any(|item| is_about(item, unit) || item["unit"].is_null());
            tally.cells += rows.len();
            match made.get(unit) {
                None if told => tally.refused += rows.len(),
                None => wrong(format!("{unit} is missing in silence")),
                Some(found) => match self.ledger_differs(found, &rows) {
                    None => tally.read += rows.len(),
                    Some(_) if told && rows.iter().any(|row| is_doubtful(row)) => tally.refused += rows.len(),
                    Some(how) => wrong(format!("{unit}: {how}")),
                },
            }
        }
        let errors = items.iter().filter(|item| item["severity"] == "error");
        errors.map(|item| format!("{}: {}", item["code"], item["message"])).collect::<Vec<_>>().join("; ")
    }

    fn kind(&self, field: &str) -> &str {
        array(&self.truth["fields"]).find(|of| of["name"] == field).unwrap()["kind"].as_str().unwrap()
    }

    /// How the counts over a unit's rows differ from those that a person would work out.
    fn ledger_differs(&self, found: &Found, rows: &[&Value]) -> Option<String> {
        let columns: Vec<&Value> = array(&self.truth["ledger"]["columns"]).collect();
        let date = columns
            .iter()
            .find(|column| column["kind"] == "date")
            .map(|column| column["name"].as_str().unwrap());
        let counts = |row: &&&Value| {
            date.is_none_or(|date| {
                let day = row["values"][date]["date"].as_str().unwrap_or_default();
                ("2023-04-01"..="2023-06-30").contains(&day)
            })
        };
        let counted: Vec<&&Value> = rows.iter().filter(counts).collect();
        let read = found.counts.get("rows").map_or(0.0, |rows| number(rows));
        if (read - f64::from(u32::try_from(counted.len()).unwrap())).abs() > 0.5 {
            return Some(format!("{} rows, read {read}", counted.len()));
        }
        for column in &columns {
            let name = column["name"].as_str().unwrap();
            if !matches!(column["kind"].as_str(), Some("integer" | "decimal")) {
                continue;
            }
            let of = |row: &&&Value| {
                let value = &row["values"][name];
                value["in_field"].as_str().or(value["number"].as_str()).map_or(0.0, number)
            };
            let sum: f64 = counted.iter().map(of).sum();
            let read = found.counts.get(&format!("sum_{name}")).map_or(0.0, |sum| number(sum));
            if (read - sum).abs() > 0.005 {
                return Some(format!("{name} comes to {sum}, read {read}"));
            }
        }
        None
    }

    /// What the units' reports say and their counts came to, by the units' names.
    fn made(&self) -> BTreeMap<String, Found> {
        let record = fs::read_to_string(self.folder.path().join("out/manifest.jsonl")).unwrap_or_default();
        let lines = record.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        let done = lines.filter(|line| line["status"] == "done");
        done.map(|line| {
            let name = line["name"].as_str().unwrap().to_owned();
            let counts = line["counts"].as_object().into_iter().flatten();
            let counts = counts.map(|(key, count)| {
                (key.trim_start_matches("work/").to_owned(), count["value"].as_str().unwrap().to_owned())
            });
            let text = array(&line["artifacts"]).next().map(|file| file["path"].as_str().unwrap());
            let text = text.map_or_else(String::new, |path| {
                fs::read_to_string(self.folder.path().join(path)).unwrap_or_default()
            });
            (name, Found { counts: counts.collect(), text: squeezed(&text) })
        })
        .collect()
    }
}

/// What the program read of a unit.
struct Found {
    counts: BTreeMap<String, String>,
    text: String,
}

impl Found {
    /// What was read, where it is not what a person reads.
    fn differs(&self, field: &str, kind: &str, truth: &Value) -> Option<String> {
        let read = match kind {
            "integer" | "decimal" | "boolean" => self.counts.get(field).cloned(),
            _ => {
                let opening = format!("{field}=[");
                let from = self.text.find(&opening).map_or(0, |at| at + opening.len());
                let text = self.text[from..].split(']').next().unwrap_or_default();
                (!text.is_empty()).then(|| text.to_owned())
            }
        };
        let is = |truth: &Value| is_read_as(read.as_deref(), truth);
        let right = if let Some(ambiguous) = truth.get("ambiguous") {
            array(&ambiguous["readings"]).any(is)
        } else {
            truth.get("refuse").is_none() && is(truth)
        };
        (!right).then(|| read.unwrap_or_else(|| "nothing".to_owned()))
    }
}

fn is_read_as(read: Option<&str>, truth: &Value) -> bool {
    let Some(read) = read else { return truth["missing"] == true };
    if let Some(yes) = truth["yes"].as_bool() {
        return read == if yes { "1" } else { "0" };
    }
    if let Some(day) = truth["date"].as_str() {
        let parts: Vec<&str> = day.split('-').map(|part| part.trim_start_matches('0')).collect();
        return read == format!("{}年{}月{}日", parts[0], parts[1], parts[2]);
    }
    if let Some(texts) = truth["texts"].as_array() {
        let texts = texts.iter().map(|text| squeezed(text.as_str().unwrap()) + "|");
        return read == texts.collect::<String>();
    }
    if let Some(text) = truth["text"].as_str() {
        return read == squeezed(text);
    }
    let numbers = match truth["in_field"].as_str() {
        Some(in_field) => vec![in_field],
        None => ["number", "shown_number"].iter().filter_map(|key| truth[*key].as_str()).collect(),
    };
    numbers.iter().any(|truth| (number(read) - number(truth)).abs() < 1e-9 * number(truth).abs().max(1.0))
}

/// Whether the truth leaves a reader a choice somewhere in the row.
fn is_doubtful(row: &Value) -> bool {
    let doubtful = |value: &Value| value.get("refuse").is_some() || value.get("ambiguous").is_some();
    row.get("unit_ambiguous").is_some() || row["values"].as_object().unwrap().values().any(doubtful)
}

/// Whether a finding is of the unit, or of no unit and hence of the whole.
fn is_about(item: &Value, unit: &str) -> bool {
    item["unit"] == unit
        || item["unit_name"] == unit
        || item["message"].as_str().is_some_and(|message| message.contains(unit))
        || (item["unit"].is_null() && item["severity"] == "error")
}

/// Whether a finding's place or words name a cell; of a CSV file it is line and column.
fn is_at(item: &Value, cell: &str) -> bool {
    let letters: usize = cell.chars().take_while(char::is_ascii_alphabetic).count();
    let column = cell[..letters].bytes().fold(0, |column, letter| column * 26 + u64::from(letter - b'A') + 1);
    let line: u64 = cell[letters..].parse().unwrap_or(0);
    (item["place"]["line"] == line && item["place"]["column"] == column)
        || item["message"].as_str().is_some_and(|message| message.contains(cell))
}

/// A count with what it comes from; of yes and no, an expression.
fn count(name: &str, kind: &str, from: &str, yes: &str) -> String {
    let (kind, from) = match kind {
        "integer" => ("integer", from.to_owned()),
        "decimal" => ("decimal", format!("scale = 6\n{from}")),
        "boolean" => ("integer", format!("expr = \"{yes}\"")),
        _ => return String::new(),
    };
    format!("[counts.{name}]\nlabel = \"{name}\"\nkind = \"{kind}\"\n{from}\n")
}

fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or(f64::NAN)
}

/// Without white space.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}
