//! Forms: what a package's parts have in common for all units, and what this format makes out by itself for each: whether a
//! run needs a hint, a title's lines, where a signature stands.

use huibian_document::form::{Hole, Piece, Pieces, has_mark, own_mark};
use huibian_document::{Document, Filled, HouseStyle, Inline};
use huibian_docx::{Frame, xml};

use super::body::Body;
use super::{document, signature};

/// What gives quotes, dashes and dots of a run the Chinese face.
pub const HINT: &str = r#"<w:rFonts w:hint="eastAsia"/>"#;

/// What stands in a form's part beside units' texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Own {
    /// The hint of a run that has properties, where one of its texts needs it.
    Hint(Texts),
    /// The properties of a run that has none but the hint, where one of its texts needs it.
    Properties(Texts),
    /// The title's runs.
    Title,
    /// The signature's paragraphs.
    Signature,
}

/// The holes of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts(Vec<usize>);

impl From<&str> for Texts {
    fn from(marked: &str) -> Self {
        let number = |piece: &Piece| match piece {
            Piece::Hole(Hole { number, .. }) => Some(*number),
            _ => None,
        };
        Self(Pieces::of(marked).pieces.iter().filter_map(number).collect())
    }
}

impl Own {
    /// Its mark.
    pub fn mark(&self) -> String {
        let numbers = |name: &str, texts: &Texts| {
            texts.0.iter().fold(name.to_owned(), |name, number| format!("{name} {number}"))
        };
        own_mark(&match self {
            Self::Hint(texts) => numbers("hint", texts),
            Self::Properties(texts) => numbers("properties", texts),
            Self::Title => "title".to_owned(),
            Self::Signature => "signature".to_owned(),
        })
    }

    /// What a mark stands for.
    fn read(name: &str) -> Option<Self> {
        let mut words = name.split(' ');
        let kind = words.next()?;
        let texts = Texts(words.map(str::parse).collect::<Result<_, _>>().ok()?);
        match kind {
            "hint" => Some(Self::Hint(texts)),
            "properties" => Some(Self::Properties(texts)),
            "title" => Some(Self::Title),
            "signature" => Some(Self::Signature),
            _ => None,
        }
    }
}

/// Whether all that a document's parts have of a unit are texts and what [`Own`] knows. Beside these, the size of 发文机关标志,
/// the tabs of 签发人, the lines of an attachment's title and the page that 版记 and a table of contents count on depend on
/// texts; and a title's figures and footnotes count with those of the body.
pub fn is_possible(document: &Document) -> bool {
    let official = &document.meta.official;
    let mut titles = official.attachments.iter().map(|attachment| attachment.title.as_str());
    let mut marked = official.mark.iter().flat_map(|mark| &mark.names).chain(&official.signers);
    official.imprint.is_none()
        && document.listed_headings().is_empty()
        && !marked.any(|text| has_mark(text))
        && !titles.any(has_mark)
        && document.meta.title.iter().all(is_plain)
}

fn is_plain(inline: &Inline) -> bool {
    match inline {
        Inline::Text(_) | Inline::LineBreak => true,
        Inline::Strong(content) => content.iter().all(is_plain),
        Inline::Figure(_) | Inline::Note(_) => false,
    }
}

/// What is written anew for a unit.
pub struct Unit<'u> {
    style: &'u HouseStyle,
    frame: Option<&'u Frame>,
    filled: &'u Filled,
}

impl<'u> Unit<'u> {
    pub fn new(style: &'u HouseStyle, frame: Option<&'u Frame>, filled: &'u Filled) -> Self {
        Self { style, frame, filled }
    }

    /// Appends what stands in a part at a piece that is not constant.
    pub fn put(&self, xml: &mut String, piece: &Piece) {
        match piece {
            Piece::Constant(_) => {}
            Piece::Hole(hole) => xml::push(xml, self.filled.text(*hole)),
            Piece::Own(name) => self.put_own(xml, name),
        }
    }

    fn put_own(&self, xml: &mut String, name: &str) {
        let meta = &self.filled.form.document.meta;
        match Own::read(name) {
            Some(Own::Hint(texts)) if self.needs_hint(&texts) => xml.push_str(HINT),
            Some(Own::Properties(texts)) if self.needs_hint(&texts) => {
                xml.extend(["<w:rPr>", HINT, "</w:rPr>"]);
            }
            Some(Own::Title) => {
                let words = self.filled.inlines(&meta.title);
                let creator = self.filled.fill(&meta.creator);
                document::title(&mut Body::new(xml, self.style, self.frame), &words, &creator);
            }
            Some(Own::Signature) => {
                let Some(mut signature) = meta.signature.clone() else { return };
                for name in std::iter::once(&mut signature.name).chain(&mut signature.joint) {
                    *name = self.filled.fill(name).into_owned();
                }
                signature::write(&mut Body::new(xml, self.style, self.frame), &signature);
            }
            _ => {}
        }
    }

    fn needs_hint(&self, texts: &Texts) -> bool {
        texts
            .0
            .iter()
            .any(|number| xml::has_ambiguous(self.filled.text(Hole { number: *number, is_cut: false })))
    }
}
