//! Loops that would go round without end, and texts that would grow so.

use huibian_diagnostic::{Code, Diagnostic, Source};
use serde_json::{Value, json};

use super::{section, shown};
use crate::{Data, TemplateSet};

/// So many loops over the ledger, in each other.
fn nested(depth: usize, words: &str) -> String {
    let open: Vec<String> =
        (0..depth).map(|level| format!("{{{{#each {}fields.log}}}}\n", "../".repeat(level))).collect();
    let close = "{{/each}}\n".repeat(depth);
    format!("{{{{#if fields.log}}}}\n{}{words}\n{close}{{{{/if}}}}", open.concat())
}

fn rows(number: usize, topic: &str) -> Value {
    let row = json!({ "date": "2023-04-05", "topic": topic });
    json!({ "plugin": "opinion", "unit": { "name": "云溪镇" }, "fields": { "log": vec![row; number] } })
}

/// What both say: what is evaluated first, and Handlebars alone.
fn both(text: &str, data: &Value) -> Result<(), Diagnostic> {
    let set = |is_written: bool| {
        let mut set = TemplateSet::default();
        set.add("t", &Source::new("t.hbs", text), &section()).unwrap();
        if is_written {
            assert_eq!(set.write_always(), 1);
        }
        set
    };
    let [evaluated, written] =
        [false, true].map(|is_written| set(is_written).render("t", &Data::new(data.clone())).map(|_| ()));
    assert_eq!(evaluated, written);
    written
}

#[test]
fn rounds_of_loops_in_loops_are_counted_together() {
    for words in ["{{topic}}", "甲", ""] {
        let fault = both(&nested(24, words), &rows(2, "防汛")).unwrap_err();
        assert_eq!(shown(&[fault]), ["T030 t.hbs:25:1 rounds"]);
    }
    let one = "{{#each fields.log}}甲{{else}}乙{{/each}}";
    let long = |number: usize| json!({ "plugin": "opinion", "fields": { "log": vec![1; number] } });
    assert_eq!(both(one, &long(1_000_000)), Ok(()));
    assert_eq!(both(one, &long(1_000_001)).unwrap_err().code(), Code::EndlessText);
    assert_eq!(both(&nested(2, ""), &rows(999, "防汛")), Ok(()));
}

#[test]
fn a_text_grows_no_further_than_it_may() {
    let fault = both(&nested(9, &"某某镇。".repeat(1_000)), &rows(4, "防汛")).unwrap_err();
    assert_eq!(shown(&[fault]), ["T030 t.hbs:11:1 text"]);
    // Values are counted as well.
    let fault = both(&nested(9, "{{topic}}"), &rows(4, &"防汛".repeat(2_000))).unwrap_err();
    assert_eq!(shown(&[fault]), ["T030 t.hbs:10:1 text"]);
    let fault = both(
        &"{{#if fields.log}}{{#each fields.log}}{{topic}}{{/each}}{{/if}}".repeat(200),
        &rows(1, &"防".repeat(300_000)),
    );
    assert_eq!(shown(&[fault.unwrap_err()]), ["T030 t.hbs:1:9469 text"]);
}
