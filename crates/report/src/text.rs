//! What a template says for a unit, and which template it was.

use std::sync::Arc;

use huibian_diagnostic::{Diagnostic, Location, Result, Source};
use huibian_template::{Block, Data, Rendered, TemplateSet};

use crate::items;

/// What a template says for a unit.
#[derive(Clone)]
pub struct Text {
    /// Its words; once they are filled, no values are left.
    pub words: Rendered,
    /// The template.
    pub template: Option<Arc<Source>>,
}

impl Text {
    /// A template, rendered.
    ///
    /// # Errors
    /// T013, T014 and T023.
    pub fn render(templates: &TemplateSet, name: &str, data: &Data<'_>) -> Result<Self> {
        Ok(Self { words: templates.render(name, data)?, template: templates.source(name).cloned() })
    }

    /// Words that no template says.
    pub fn of(blocks: Vec<Block>) -> Self {
        Self { words: Rendered { blocks: blocks.into(), values: Vec::new(), ways: 1 }, template: None }
    }

    /// Puts the values into the holes.
    pub fn fill(&mut self) {
        let words = std::mem::take(&mut self.words);
        self.words.blocks = items::ordered(words.filled());
    }

    /// One of its blocks with the values in its holes: several, or none, where a value has as many lines.
    pub fn filled_block(&self, index: usize) -> Arc<[Block]> {
        items::ordered(self.words.filled_block(index).into())
    }

    /// Whether it is items of which each says that there is none.
    pub fn says_none(&self) -> bool {
        items::may_say_none(&self.words.blocks) && items::say_none(&self.words.clone().filled())
    }

    /// Says which file a fault is in that only shows when the text is typeset.
    #[must_use]
    pub fn blame(&self, fault: Diagnostic) -> Diagnostic {
        match &self.template {
            Some(template) => fault.or_at(Location::file(template.path.clone())),
            None => fault,
        }
    }
}
