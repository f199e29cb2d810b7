//! The targets, each a file of its own.

mod answer;
mod code;
mod drawing;
mod expression;
mod record;
mod table;
mod word;
mod workbook;
mod workspace;

use crate::Target;

/// All of them.
pub const TARGETS: [Target; 14] = [
    Target { name: "answer", run: answer::run },
    Target { name: "code", run: code::run },
    Target { name: "drawing", run: drawing::run },
    Target { name: "expression", run: expression::run },
    Target { name: "plugin", run: workspace::plugin },
    Target { name: "record", run: record::run },
    Target { name: "style", run: workspace::style },
    Target { name: "table", run: table::run },
    Target { name: "template", run: workspace::template },
    Target { name: "unit", run: workspace::unit },
    Target { name: "word", run: word::run },
    Target { name: "wording", run: workspace::wording },
    Target { name: "workbook", run: workbook::run },
    Target { name: "workspace", run: workspace::workspace },
];
