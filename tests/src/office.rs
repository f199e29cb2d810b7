//! A workspace as an office has it: one plugin with a number, an amount, a text and a ledger, and what a run makes of its tables.

use serde_json::Value;

use crate::bare::{Bare, Batch};

const WORKSPACE: &str = r#"period = "2023Q2"
date = 2023-07-05
plugins = ["work"]
[reports.r]
title = "报告"
template = "templates/r.hbs"
style = "templates/styles/gbt9704.toml"
formats = ["md"]
[output]
pattern = "out/{unit.name}"
"#;
/// The plugin of an office.
pub const PLUGIN: &str = r#"id = "work"
version = "1"
title = "工作"
contract = 1
slots = ["results"]
fields.n = { label = "走访次数", type = "integer", measure = "次" }
fields.amt = { label = "投入金额", type = "decimal", measure = "万元" }
fields.t = { label = "情况说明", type = "text" }
[fields.led]
label = "走访台账"
type = "ledger"
columns.date = { label = "日期", type = "date" }
columns.topic = { label = "事项", type = "text" }
columns.num = { label = "户数", type = "integer" }
[counts.n]
label = "走访"
measure = "次"
number = "n"
[counts.amt]
label = "投入"
measure = "万元"
kind = "decimal"
scale = 5
number = "amt"
[counts.rows]
label = "台账"
measure = "件"
ledger = "led"
[counts.num]
label = "户数"
measure = "户"
ledger = "led"
sum = "num"
"#;

/// A workspace whose `[units]` says this.
pub fn office(units: &str) -> Bare {
    let bare = Bare::new(&[]);
    bare.write("workspace.toml", format!("{WORKSPACE}[units]\n{units}\n"));
    bare.write("plugins/work/plugin.toml", PLUGIN);
    bare.write("plugins/work/sections/results.hbs", "# 走访\n\n已办。\n");
    bare.write(
        "templates/r.hbs",
        "+++\n[slots.results]\nkind = \"sections\"\n+++\n# {{unit.name}}\n\n{{slot \"results\"}}\n",
    );
    bare
}

/// Rows as a CSV file.
pub fn csv(rows: &[&str], delimiter: &str) -> String {
    rows.iter().map(|row| row.replace('|', delimiter) + "\n").collect()
}

/// What `check` found: how many units there are, and each item as its code and the rows, or the value, that it names.
pub fn checked(office: &Bare) -> (u64, Vec<(String, Value)>) {
    let output = office.run(&["--lang", "zh", "check", "--json"]);
    let said: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    let items = said["items"].as_array().unwrap().iter();
    let items = items.map(|item| (item["code"].as_str().unwrap().to_owned(), item["arguments"].clone()));
    (said["units"].as_u64().unwrap(), items.collect())
}

/// How many units there are, and the codes of what `check` found.
pub fn codes(office: &Bare) -> (u64, Vec<String>) {
    let (units, items) = checked(office);
    (units, items.into_iter().map(|(code, _)| code).collect())
}

/// A count's digits, without zeros behind the point.
pub fn count(batch: &Batch, unit: &str, key: &str) -> Option<String> {
    let digits = batch.units.get(unit)?.count(key)?;
    let trimmed =
        if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.') } else { digits };
    Some(trimmed.to_owned())
}
