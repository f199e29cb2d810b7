//! What Typst may see: the style's module and one document, under the same two paths every time, and the document's
//! pictures. No disk, no clock, no packages.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use crate::faces::Faces;

/// Ids of files are never given back: each is made once.
static MAIN: LazyLock<Option<FileId>> = LazyLock::new(|| id("main.typ"));
static STYLE: LazyLock<Option<FileId>> = LazyLock::new(|| id("style.typ"));
/// Names of pictures are their numbers in the document.
const PICTURES: usize = 1000;
static PICTURE_IDS: LazyLock<Vec<Option<FileId>>> =
    LazyLock::new(|| (0..PICTURES).map(|number| id(&picture(number))).collect());

fn id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// The path of a picture.
pub fn picture(number: usize) -> String {
    format!("picture-{number}")
}

/// A source under one of the two paths.
pub fn style_source(text: String) -> Option<Source> {
    Some(Source::new((*STYLE)?, text))
}

/// The document's source.
pub fn main_source(text: String) -> Option<Source> {
    Some(Source::new((*MAIN)?, text))
}

/// One document among what all of them share.
pub struct Desk<'w> {
    pub library: &'w LazyHash<Library>,
    pub faces: &'w Faces,
    pub style: &'w Source,
    pub main: Source,
    pub pictures: Vec<Bytes>,
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.faces.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = [&self.main, self.style].into_iter().find(|source| source.id() == id);
        found.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let number = PICTURE_IDS.iter().position(|known| *known == Some(id));
        number.and_then(|number| self.pictures.get(number)).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.faces.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
