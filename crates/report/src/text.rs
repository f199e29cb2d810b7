//! What a template says for a unit, and which template it was.

use std::sync::Arc;

use huibian_diagnostic::{Diagnostic, Place, Result, Source};
use huibian_template::{Block, Data, TemplateSet};

use crate::items;

/// What a template says for a unit.
pub struct Text {
    /// Its blocks.
    pub blocks: Arc<[Block]>,
    /// The template.
    pub template: Option<Arc<Source>>,
}

impl Text {
    /// A template, rendered.
    ///
    /// # Errors
    /// T013, T014 and T023.
    pub fn render(templates: &TemplateSet, name: &str, data: &Data<'_>) -> Result<Self> {
        let blocks = items::ordered(templates.render(name, data)?);
        Ok(Self { blocks, template: templates.source(name).cloned() })
    }

    /// Says which file a fault is in that only shows when the text is typeset.
    #[must_use]
    pub fn blame(&self, fault: Diagnostic) -> Diagnostic {
        match &self.template {
            Some(template) => fault.or_at(Place::file(template.path.clone())),
            None => fault,
        }
    }
}
