//! The files of pictures under word/media.

use std::sync::Arc;

use huibian_document::ImageFormat;

/// The pictures of a document; one that stands twice is kept once.
#[derive(Default)]
pub struct Media(Vec<(Arc<[u8]>, ImageFormat)>);

impl Media {
    /// Keeps a file; its number, from 1.
    pub fn keep(&mut self, bytes: &Arc<[u8]>, format: ImageFormat) -> usize {
        let found = self.0.iter().position(|(kept, _)| kept == bytes);
        found.unwrap_or_else(|| {
            self.0.push((bytes.clone(), format));
            self.0.len() - 1
        }) + 1
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each file's bytes, its format and its name below `word/`.
    pub fn files(&self) -> impl Iterator<Item = (&[u8], ImageFormat, String)> {
        (1..).zip(&self.0).map(|(number, (bytes, format))| {
            (&**bytes, *format, format!("media/image{number}.{}", format.extension()))
        })
    }
}

/// The relationship of picture `number`.
pub fn relationship(number: usize) -> String {
    format!("rIdImage{number}")
}
