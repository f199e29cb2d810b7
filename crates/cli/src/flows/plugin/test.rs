//! `huibian plugin test`: the examples of `plugin.toml`, run, and compared with what they expect.

use clap::Args;
use huibian_author::bless::bless;
use huibian_author::example::{Difference, Ran, first_fault, run};
use huibian_author::trial::{Surroundings, Trial};
use huibian_diagnostic::{Code, Diagnostic, Faults, Location};
use huibian_host::PluginFolder;
use similar::{ChangeTag, TextDiff};

use super::reach::Reach;
use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;
use crate::print::Printer;

/// Whose examples, if not those of the plugin whose folder this is or of all.
#[derive(Args)]
pub struct Test {
    target: Option<String>,
    #[arg(long)]
    bless: bool,
}

impl Flow for Test {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let reach = Reach::new(context)?;
        let (folders, around) = (reach.targets(self.target.as_deref())?, reach.around()?);
        let (mut total, mut failed) = (0, 0);
        for folder in folders {
            match examples(printer, &folder, &around, self.bless) {
                Ok(ran) => {
                    total += ran.len();
                    failed += ran.iter().filter(|passed| !**passed).count();
                }
                Err(faults) => {
                    printer.faults(&faults);
                    failed += 1;
                }
            }
        }
        printer.say(printer.text("test-summary", &[("total", &total), ("failed", &failed)]));
        Ok(End::of(failed == 0))
    }
}

/// Runs one plugin's examples and says what came of them; whether each passed.
fn examples(
    printer: &Printer,
    folder: &PluginFolder,
    around: &Surroundings,
    blessing: bool,
) -> Result<Vec<bool>, Faults> {
    let id = &folder.manifest.id;
    if folder.manifest.example.is_empty() {
        let place = Location::file(folder.source.path.clone());
        return Err(Diagnostic::new(Code::NoExample).with("id", id).at(place).into());
    }
    let trial = Trial::prepare(folder.clone(), around)?;
    let ran = run(&trial);
    if blessing {
        first_fault(&ran)?;
        let changed = bless(folder, &ran)?;
        let path = printer.here.path(&folder.source.path);
        printer.mention(printer.text("test-blessed", &[("path", &path), ("count", &changed)]));
        return Ok(vec![true; ran.len()]);
    }
    for example in &ran {
        tell(printer, id.as_str(), example);
    }
    Ok(ran.iter().map(Ran::passed).collect())
}

fn tell(printer: &Printer, id: &str, example: &Ran) {
    let passed = example.passed();
    let verdict = printer.text(if passed { "verdict-passed" } else { "verdict-failed" }, &[]);
    let verdict = printer.painted(&verdict, if passed { GREEN } else { RED });
    let line =
        printer.text("test-example", &[("verdict", &verdict), ("plugin", &id), ("name", &example.name)]);
    if passed {
        printer.mention(line);
        return;
    }
    printer.say(line);
    if let Err(faults) = &example.answer {
        printer.faults(faults);
    }
    for difference in &example.differences {
        printer.say(printer.text("test-part", &[("part", &difference.part)]));
        printer.say(diff(printer, difference));
    }
}

const RED: &str = "31";
const GREEN: &str = "32";

/// What was expected and what came, line against line.
fn diff(printer: &Printer, difference: &Difference) -> String {
    let text = |lines: &[String]| if lines.is_empty() { String::new() } else { lines.join("\n") + "\n" };
    let (expected, actual) = (text(&difference.expected), text(&difference.actual));
    let diff = TextDiff::from_lines(&expected, &actual);
    let lines = diff.iter_all_changes().map(|change| {
        let line = change.value().trim_end_matches('\n');
        match change.tag() {
            ChangeTag::Delete => printer.painted(&format!("    - {line}"), RED),
            ChangeTag::Insert => printer.painted(&format!("    + {line}"), GREEN),
            ChangeTag::Equal => format!("      {line}"),
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}
