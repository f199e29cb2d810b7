//! Wording that many units share is parsed once: counts, slots and values are marks in it, so that it is the same text
//! whatever the data are.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use crate::markdown::{self, Block};

/// How many texts are kept. Where units say too many different things, all are forgotten and the common ones come back.
const KEPT: usize = 512;

/// Parsed texts, each by its Markdown.
#[derive(Default)]
pub struct Typeset(RwLock<HashMap<String, Arc<[Block]>, foldhash::fast::RandomState>>);

impl Typeset {
    /// The blocks of a text, parsed now or before.
    ///
    /// # Errors
    /// The name of a construct that a report cannot carry.
    pub fn blocks(&self, text: String) -> Result<Arc<[Block]>, &'static str> {
        if let Some(blocks) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&text) {
            return Ok(blocks.clone());
        }
        let blocks: Arc<[Block]> = markdown::parse(&text)?.into();
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if kept.len() == KEPT {
            kept.clear();
        }
        kept.insert(text, blocks.clone());
        Ok(blocks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_parsed_once_and_never_more_are_kept_than_so_many() {
        let typeset = Typeset::default();
        let first = typeset.blocks("一".to_owned()).unwrap();
        assert!(Arc::ptr_eq(&first, &typeset.blocks("一".to_owned()).unwrap()));
        for number in 0..2 * KEPT {
            let text = format!("第{number}段");
            assert_eq!(typeset.blocks(text.clone()).unwrap().to_vec(), markdown::parse(&text).unwrap());
        }
        assert!(typeset.0.read().unwrap().len() <= KEPT);
        assert!(typeset.blocks("> 引文".to_owned()).is_err());
    }
}
