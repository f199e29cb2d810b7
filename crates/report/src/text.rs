//! What a template says for a unit, and which template it was.

use std::sync::Arc;

use huibian_diagnostic::{Diagnostic, Location, Result, Source};
use huibian_template::{Block, Data, Inline, Rendered, TemplateSet};

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

    /// Makes an item that is one value, with perhaps an end mark behind it, as many items as the value has lines: what
    /// several units gave.
    pub fn lines_as_items(&mut self) {
        let holds_several = |values: &[String], item: &[Inline]| match item {
            [Inline::Data(index)] | [Inline::Data(index), Inline::Text(_)] => values
                .get(*index)
                .is_some_and(|value| value.lines().filter(|line| !line.trim().is_empty()).count() > 1),
            _ => false,
        };
        let values = &self.words.values;
        let is_due = |block: &Block| match block {
            Block::List { items, .. } | Block::Enumeration { items, .. } => {
                items.iter().any(|item| holds_several(values, item))
            }
            _ => false,
        };
        if !self.words.blocks.iter().any(is_due) {
            return;
        }
        let mut blocks = self.words.blocks.to_vec();
        let values = &mut self.words.values;
        for block in &mut blocks {
            let (Block::List { items, .. } | Block::Enumeration { items, .. }) = block else { continue };
            let mut split = Vec::with_capacity(items.len());
            for item in items.drain(..) {
                let [Inline::Data(index), end @ ..] = item.as_slice() else {
                    split.push(item);
                    continue;
                };
                if !holds_several(values, &item) {
                    split.push(item);
                    continue;
                }
                let lines: Vec<String> = values[*index].lines().map(str::trim).map(str::to_owned).collect();
                for line in lines.into_iter().filter(|line| !line.is_empty()) {
                    values.push(line);
                    split.push([&[Inline::Data(values.len() - 1)], end].concat());
                }
            }
            *items = split;
        }
        self.words.blocks = blocks.into();
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
        let Rendered { blocks, values, .. } = &self.words;
        items::may_say_none(blocks, values) && items::say_none(&self.words.clone().filled())
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
