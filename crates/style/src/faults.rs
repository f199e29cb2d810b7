//! What is wrong with a style, as diagnostics.

use std::sync::Arc;

use huibian_config::Places;
use huibian_diagnostic::{Code, Diagnostic, Faults, Source};
use huibian_document::style::{Flaw, Wrong};

use crate::remarks::{millimetres, points};

/// Keys that a style without `inherits` may lack before that is what it lacks.
const FEW: usize = 10;

/// All flaws with their places; of many keys that are missing in one file the fault is one.
pub fn all(flaws: &[Flaw], layers: &[Arc<Source>]) -> Faults {
    let layers: Vec<Places> = layers.iter().map(Places::of).collect();
    let is_missing = |flaw: &&Flaw| flaw.what == Wrong::Missing;
    let missing: Vec<&Flaw> = flaws.iter().filter(is_missing).collect();
    if layers.len() > 1 || missing.len() <= FEW {
        return flaws.iter().map(|flaw| diagnostic(flaw, &layers)).collect();
    }
    let others = flaws.iter().filter(|flaw| !is_missing(flaw)).map(|flaw| diagnostic(flaw, &layers));
    let first: Vec<String> = missing.iter().take(3).map(|flaw| flaw.key()).collect();
    let fault = Diagnostic::new(Code::StyleLacks).with("key", first.join(", "));
    let fault = fault.with("number", "many").with("count", missing.len()).at(layers[0].value(&[""; 0]));
    others.chain([fault]).collect()
}

/// A flaw with its place.
fn diagnostic(flaw: &Flaw, layers: &[Places]) -> Diagnostic {
    let places = &layers[flaw.layer];
    let key = flaw.key();
    let (fault, is_key) = match &flaw.what {
        Wrong::Unknown(known) => {
            let name = flaw.path.last().map_or("", String::as_str);
            let fault = Diagnostic::new(Code::StyleKey).with("key", &key);
            (fault.suggest(name, known.iter().copied()), true)
        }
        Wrong::Unfit(kind, given) => {
            let fault = Diagnostic::new(Code::StyleValue).with("key", &key).with("given", given);
            let fault = fault.with("kind", kind.word()).with("known", kind.known().join(", "));
            let (least, most) = kind.range().unwrap_or_default();
            let fault = fault.with("least", least).with("most", most);
            (suggested(fault, given, &kind.known()), false)
        }
        Wrong::NoTable => {
            let fault = Diagnostic::new(Code::StyleValue).with("key", &key);
            (fault.with("given", "…").with("kind", "table").with("known", ""), false)
        }
        Wrong::Missing => (Diagnostic::new(Code::StyleLacks).with("key", &key).with("number", "one"), false),
        Wrong::NoRoom(room) => {
            let across = ["left", "right", "width", "size"]
                .iter()
                .any(|key| flaw.path.last().is_some_and(|last| last == key));
            let fault = Diagnostic::new(Code::StyleRoom).with("room", millimetres(*room));
            (fault.with("direction", if across { "across" } else { "down" }), false)
        }
        Wrong::Beyond { given, range: [least, most] } => {
            let fault = Diagnostic::new(Code::StyleValue).with("key", &key).with("given", points(*given));
            let fault = fault.with("kind", "beyond").with("known", "");
            (fault.with("least", points(*least)).with("most", points(*most)), false)
        }
        Wrong::Taken(by) => (Diagnostic::new(Code::StyleName).with("key", &key).with("by", by), false),
    };
    fault.at(if is_key { places.key(&flaw.path) } else { places.value(&flaw.path) })
}

/// With the value that was probably meant.
fn suggested(fault: Diagnostic, given: &str, known: &[&'static str]) -> Diagnostic {
    let given = given.trim_matches('"');
    if known.is_empty() || given.contains('{') { fault } else { fault.suggest(given, known.iter().copied()) }
}
