//! A name as a template writes it: `unit.name`, `../unit.name`, `@root.unit.name`, `@index`.

use handlebars::template::Parameter;
use handlebars::{Path, PathSeg};

/// Where a name points, seen from where it stands.
#[derive(Debug, PartialEq, Eq)]
pub enum Reference<'t> {
    /// A value.
    Value {
        /// How many `../` lead it; `None` from the top.
        up: Option<usize>,
        /// The parts of the name; none for `this`.
        names: Vec<&'t str>,
    },
    /// What a loop knows of itself: `@index`, `@first`, `@last`.
    Local {
        /// How many `../` lead it.
        up: usize,
        /// The name without its `@`.
        name: &'t str,
    },
}

/// Reads a name as Handlebars resolves it; `None` where the parameter is no name.
pub fn read(parameter: &Parameter) -> Option<Reference<'_>> {
    match parameter {
        Parameter::Name(name) => Some(Reference::Value { up: Some(0), names: vec![name] }),
        Parameter::Path(Path::Local((up, name, _))) => Some(Reference::Local { up: *up, name }),
        Parameter::Path(Path::Relative((segments, raw))) => {
            let from_root = raw.contains("@root");
            if raw.contains('@') && !from_root {
                return None;
            }
            let names: Vec<&str> = segments
                .iter()
                .filter_map(|segment| match segment {
                    PathSeg::Named(name) => Some(name.as_str()),
                    _ => None,
                })
                .collect();
            let up = segments.iter().filter(|segment| !matches!(segment, PathSeg::Named(_))).count();
            Some(Reference::Value { up: (!from_root).then_some(up), names })
        }
        _ => None,
    }
}
