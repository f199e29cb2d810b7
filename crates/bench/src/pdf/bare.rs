//! A world of nothing but Typst: the words of each `.md` under hand-written rules, in the faces of an official document, one
//! document after another.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;

/// The sheet, its number and its type, as a document of this kind written by hand would have them.
const RULES: &str = r#"
#set page(width: 210mm, height: 297mm, margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), numbering: "— 1 —")
#set text(font: ((name: "Liberation Serif", covers: "latin-in-cjk"), "FandolFang R"), size: 16pt, tracking: -0.3pt,
  lang: "zh", region: "cn", top-edge: 23.16pt, bottom-edge: -5.79pt, costs: (widow: 0%, orphan: 0%))
#set par(leading: 0pt, spacing: 0pt, justify: true, linebreaks: LINEBREAKS, first-line-indent: (amount: 2em, all: true))
#show heading.where(level: 1): it => align(center, text(font: "FandolSong", size: 22pt, weight: "regular", it.body))
#show heading.where(level: 2): it => par(text(font: "FandolHei", size: 16pt, weight: "regular", it.body))
#show strong: it => text(font: "FandolKai", it.body)
"#;
/// As often as ours throws away what Typst keeps.
const KEPT: usize = 2;
const STACK: usize = 16 * 1024 * 1024;

/// Writes a PDF beside each `.md` of a folder, on one thread.
pub fn write(folder: &Path, fonts: &Path) -> Result<()> {
    let paths = texts(folder)?;
    let words: Vec<String> = paths.iter().map(fs::read_to_string).collect::<Result<_, _>>()?;
    Bare::new(fonts)?
        .set_all(&words, |index, bytes| Ok(fs::write(paths[index].with_extension("pdf"), bytes)?))
}

/// The `.md` files of a folder, in order.
pub fn texts(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut texts: Vec<PathBuf> = fs::read_dir(folder)?.filter_map(|file| Some(file.ok()?.path())).collect();
    texts.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    texts.sort();
    Ok(texts)
}

fn said(errors: &[SourceDiagnostic]) -> anyhow::Error {
    anyhow!(errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; "))
}

/// The world.
pub struct Bare {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: Source,
}

impl Bare {
    /// A world with the free faces.
    pub fn new(folder: &Path) -> Result<Self> {
        let liberation = PathBuf::from("/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf");
        let fandol =
            ["Fang", "Kai", "Hei", "Song"].map(|face| folder.join(format!("Fandol{face}-Regular.otf")));
        let fonts = fandol.into_iter().chain([liberation]);
        let fonts: Vec<Font> =
            fonts.filter_map(|path| Font::new(Bytes::new(fs::read(path).ok()?), 0)).collect();
        let path = VirtualPath::new("bare.typ").map_err(|_| anyhow!("no path"))?;
        let id = RootedPath::new(VirtualRoot::Project, path).intern();
        Ok(Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts: (!fonts.is_empty()).then_some(fonts).context("no faces")?,
            main: Source::new(id, String::new()),
        })
    }

    /// Sets documents one after another, on one thread, and hands each on with its number.
    pub fn set_all(
        &mut self,
        texts: &[String],
        mut take: impl FnMut(usize, Vec<u8>) -> Result<()> + Send,
    ) -> Result<()> {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).stack_size(STACK).build()?;
        pool.install(|| {
            for (index, words) in texts.iter().enumerate() {
                self.read(words);
                let laid_out =
                    typst::compile::<PagedDocument>(self).output.map_err(|errors| said(&errors))?;
                let bytes = typst_pdf::pdf(&laid_out, &typst_pdf::PdfOptions::default());
                take(index, bytes.map_err(|errors| said(&errors))?)?;
                if index % KEPT == KEPT - 1 {
                    comemo::evict(1);
                }
            }
            Ok(())
        })
    }

    /// Takes the words of the next document.
    fn read(&mut self, words: &str) {
        let breaks = std::env::var("BARE_LINEBREAKS").unwrap_or_else(|_| "simple".to_owned());
        let mut text = RULES.replace("LINEBREAKS", &format!("\"{breaks}\""));
        for line in words.lines() {
            let (mark, line) = match line.split_once(' ') {
                Some((hashes @ ("#" | "##"), title)) => ("=".repeat(hashes.len()) + " ", title),
                _ => (String::new(), line),
            };
            text.push_str(&mark);
            match line.strip_prefix("**").and_then(|line| line.split_once("**")) {
                Some((strong, line)) => {
                    text.push_str("#strong[");
                    escape(strong, &mut text);
                    text.push(']');
                    escape(line, &mut text);
                }
                None => escape(line, &mut text),
            }
            text.push('\n');
        }
        self.main = Source::new(self.main.id(), text);
    }
}

/// Takes Markdown's backslashes out and puts Typst's in.
fn escape(markdown: &str, text: &mut String) {
    for c in markdown.chars().filter(|c| *c != '\\') {
        if c.is_ascii_punctuation() {
            text.push('\\');
        }
        text.push(c);
    }
}

impl World for Bare {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _id: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
