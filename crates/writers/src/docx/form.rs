//! Forms: what a package's parts have in common for all units, and what this format makes out by itself for each: whether a
//! run needs a hint, a title's lines, where a signature stands.

use std::borrow::Cow;
use std::cell::RefCell;

use huibian_document::form::{Gap, GapKind, Hole, Piece, Pieces, gap_of, has_mark, own_mark};
use huibian_document::{Block, Document, Filled, HouseStyle, Inline, Paragraph, Signature};
use huibian_docx::{Frame, xml};
use huibian_layout::Ends;
use huibian_layout::pages::has_long_end;

use super::body::{After, Body, Numbers, end_bookmark, start_bookmark};
use super::{attachments, blocks, document, head, lists, signature, styles};

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
    /// Everything above the title.
    Head,
    /// How far from the right edge a line of the signature ends.
    Inset(usize),
    /// The runs of an attachment's title.
    AttachmentTitle(usize),
    /// 版记 and what ends the document.
    Imprint {
        /// Whether it has footnotes.
        has_notes: bool,
    },
    /// The unit's own blocks.
    Gap {
        /// Which.
        number: usize,
        /// Whether a table stands right before them; none where other blocks of the unit do.
        after_table: Option<bool>,
        /// Whether the last of them stays with what follows.
        is_kept: bool,
        /// What has numbers before them, where from here on it is the unit's own.
        numbers: Option<Numbers>,
    },
    /// The number of a numbered list's item.
    Item {
        /// Whether the list begins with it.
        is_first: bool,
    },
    /// An empty line, where the unit's own blocks before end with a table.
    Line,
    /// The beginning of a figure's bookmark.
    Start(String),
    /// Its end.
    End,
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
            Self::Head => "head".to_owned(),
            Self::Inset(line) => format!("inset {line}"),
            Self::AttachmentTitle(number) => format!("attachment {number}"),
            Self::Imprint { has_notes } => format!("imprint {has_notes}"),
            Self::Gap { number, after_table, is_kept, numbers } => {
                let before = after_table.map_or("", |is_table| if is_table { "table" } else { "other" });
                let numbers = numbers.as_ref().map(Numbers::written).unwrap_or_default();
                format!("gap {number} {before} {is_kept} {}", numbers.join(" "))
            }
            Self::Item { is_first } => format!("item {is_first}"),
            Self::Line => "line".to_owned(),
            Self::Start(key) => format!("start {key}"),
            Self::End => "end".to_owned(),
        })
    }

    /// What a mark stands for.
    fn read(name: &str) -> Option<Self> {
        let mut words = name.split(' ');
        Some(match words.next()? {
            "hint" => Self::Hint(Texts::read(words)?),
            "properties" => Self::Properties(Texts::read(words)?),
            "title" => Self::Title,
            "head" => Self::Head,
            "inset" => Self::Inset(words.next()?.parse().ok()?),
            "attachment" => Self::AttachmentTitle(words.next()?.parse().ok()?),
            "imprint" => Self::Imprint { has_notes: words.next()?.parse().ok()? },
            "gap" => {
                let number = words.next()?.parse().ok()?;
                let after_table =
                    Some(words.next()?).filter(|before| !before.is_empty()).map(|before| before == "table");
                let is_kept = words.next()?.parse().ok()?;
                Self::Gap { number, after_table, is_kept, numbers: Numbers::read(words) }
            }
            "item" => Self::Item { is_first: words.next()?.parse().ok()? },
            "line" => Self::Line,
            "start" => Self::Start(words.next()?.to_owned()),
            "end" => Self::End,
            _ => return None,
        })
    }
}

impl Texts {
    fn read<'w>(words: impl Iterator<Item = &'w str>) -> Option<Self> {
        words.map(|word| word.parse().ok()).collect::<Option<_>>().map(Self)
    }
}

/// Whether all that a document's parts have of a unit are texts, blocks and what [`Own`] knows. Beside these, the pages that a
/// table of contents names, the columns of a table and the rows of those who sign under seals depend on texts; a title's figures and footnotes count with those of the
/// body, and a footnote's figures with those around it.
pub fn is_possible(document: &Document) -> bool {
    document.meta.title.iter().all(is_plain)
        && document.listed().is_empty()
        && !document.meta.signature.as_ref().is_some_and(Signature::has_rows)
        && !sequences(document).flatten().any(is_open_table)
        && !(gaps(document).any(|gap| gap.holds != GapKind::Words) && counts_elsewhere(document))
}

/// Whether texts of a unit stand in a table, whose columns are as wide as they ask for.
fn is_open_table(block: &Block) -> bool {
    let is_marked = |inline: &Inline| match inline {
        Inline::Text(text) => has_mark(text),
        Inline::Figure(figure) => has_mark(&figure.digits) || has_mark(&figure.measure),
        _ => false,
    };
    matches!(block, Block::Table(_)) && lines(block).into_iter().any(|line| any(line, &is_marked))
}

/// Whether what stands in a unit's gaps needs no more of its package than its form does.
pub fn has_room(filled: &Filled, style: &HouseStyle) -> bool {
    let (document, own) = (&filled.form.document, &filled.gaps);
    let is_plain = |block: &Block| match block {
        Block::Table(table) => !style.turns(table) && !has_note(block),
        Block::Image(_) | Block::Contents { .. } | Block::PageBreak => false,
        block => !has_note(block),
    };
    let has_table = own.iter().flatten().any(|block| matches!(block, Block::Table(_)));
    let may_have_table = gaps(document).any(|gap| gap.holds == GapKind::Tables);
    let has_list = own.iter().flatten().any(|block| matches!(block, Block::List(_)));
    own.iter().flatten().all(is_plain)
        && (!has_list || lists::has_any(document))
        && !lists::are_too_many(sequences(document).flatten().chain(own.iter().flatten()), style)
        && has_table == may_have_table
        && !(own.iter().any(Vec::is_empty) && (has_idle_break(filled) || filled.has_empty_attachment()))
        && !document.blocks.last().and_then(gap_of).is_some_and(|gap| filled.gap(gap).is_empty())
        // What keeps it with what stands below depends on where it ends.
        && !(Ends::of(document).keep_body() && has_long_end(&document.blocks, Some(filled)))
}

/// Whether page breaks may come together where a gap stays empty.
fn has_idle_break(filled: &Filled) -> bool {
    let is_empty = |block: &Block| gap_of(block).is_some_and(|gap| filled.gap(gap).is_empty());
    let mut pairs = sequences(&filled.form.document).flat_map(|blocks| blocks.windows(2));
    pairs.any(|pair| pair[0] == Block::PageBreak && is_empty(&pair[1]))
}

/// The body's blocks and those of each attachment.
fn sequences(document: &Document) -> impl Iterator<Item = &[Block]> {
    let attachments =
        document.meta.official.attachments.iter().map(|attachment| attachment.blocks.as_slice());
    std::iter::once(document.blocks.as_slice()).chain(attachments)
}

fn gaps(document: &Document) -> impl Iterator<Item = Gap> {
    sequences(document).flatten().filter_map(gap_of)
}

/// Whether footnotes have figures, or there are pictures: what counts beside the figures of the body.
fn counts_elsewhere(document: &Document) -> bool {
    let has_figure = |inline: &Inline| matches!(inline, Inline::Note(said) if any(said, &|inline| matches!(inline, Inline::Figure(_))));
    sequences(document).flatten().any(|block| {
        matches!(block, Block::Image(_)) || lines(block).into_iter().any(|line| any(line, &has_figure))
    })
}

fn has_note(block: &Block) -> bool {
    lines(block).into_iter().any(|line| any(line, &|inline| matches!(inline, Inline::Note(_))))
}

/// The lines of a block's words.
fn lines(block: &Block) -> Vec<&[Inline]> {
    match block {
        Block::Heading(heading) => vec![&heading.content],
        Block::Paragraph(Paragraph { run_in, content }) => {
            run_in.iter().map(|heading| heading.content.as_slice()).chain([content.as_slice()]).collect()
        }
        Block::List(items) => items.iter().map(|item| item.content.as_slice()).collect(),
        Block::Table(table) => {
            let cells = table.rows().iter().flatten().map(|cell| cell.content.as_slice());
            std::iter::once(table.caption.as_slice()).chain(cells).collect()
        }
        Block::Image(image) => vec![&image.caption],
        Block::Contents { .. } | Block::PageBreak => Vec::new(),
    }
}

fn any(line: &[Inline], is_so: &dyn Fn(&Inline) -> bool) -> bool {
    line.iter().any(|inline| match inline {
        Inline::Strong(content) | Inline::Marked(_, content) | Inline::Note(content) => {
            is_so(inline) || any(content, is_so)
        }
        inline => is_so(inline),
    })
}

fn is_plain(inline: &Inline) -> bool {
    match inline {
        Inline::Text(_) | Inline::LineBreak => true,
        Inline::Strong(content) | Inline::Marked(_, content) => content.iter().all(is_plain),
        Inline::Figure(_) | Inline::Note(_) => false,
    }
}

/// What is written anew for a unit, piece by piece in the order of its parts.
pub struct Unit<'u> {
    style: &'u HouseStyle,
    frame: Option<&'u Frame>,
    filled: &'u Filled,
    state: RefCell<State>,
}

/// What one piece leaves for those after it.
#[derive(Default)]
struct State {
    numbers: Numbers,
    lists: usize,
    after: After,
}

impl<'u> Unit<'u> {
    pub fn new(style: &'u HouseStyle, frame: Option<&'u Frame>, filled: &'u Filled) -> Self {
        Self { style, frame, filled, state: RefCell::default() }
    }

    /// Appends what stands in a part at a piece that is not constant.
    pub fn put(&self, xml: &mut String, piece: &Piece) {
        match piece {
            // A gap has a mark of this format's own.
            Piece::Constant(_) | Piece::Gap(_) => {}
            Piece::Hole(hole) => xml::push(xml, self.filled.text(*hole)),
            Piece::Own(name) => {
                if let Some(own) = Own::read(name) {
                    self.put_own(xml, own);
                }
            }
        }
    }

    fn put_own(&self, xml: &mut String, own: Own) {
        let meta = &self.filled.form.document.meta;
        let state = &mut *self.state.borrow_mut();
        match own {
            Own::Hint(texts) if self.needs_hint(&texts) => xml.push_str(HINT),
            Own::Properties(texts) if self.needs_hint(&texts) => {
                xml.extend(["<w:rPr>", HINT, "</w:rPr>"]);
            }
            Own::Line if state.after == After::Table => self.body(xml).blank(styles::BODY, 1),
            Own::Line if state.after == After::KeptTable => blocks::kept_line(&mut self.body(xml)),
            Own::Hint(_) | Own::Properties(_) | Own::Line => {}
            Own::Title => {
                let words = self.filled.inlines(&meta.title);
                let creator = self.filled.fill(&meta.creator);
                document::title(&mut self.body(xml), &words, &creator);
            }
            Own::Head => head::write(&mut self.body(xml), &self.filled.official()),
            Own::Inset(line) => {
                let Some(mut signature) = meta.signature.clone() else { return };
                for name in std::iter::once(&mut signature.name).chain(&mut signature.joint) {
                    *name = self.filled.fill(name).into_owned();
                }
                let insets = signature::insets(&signature, self.style);
                xml.push_str(&signature::values(insets.get(line).copied().unwrap_or_default(), self.style));
            }
            Own::AttachmentTitle(number) => {
                let title = meta.official.attachments.get(number).map_or("", |known| &known.title);
                let (title, creator) = (self.filled.fill(title), self.filled.fill(&meta.creator));
                attachments::title(&mut self.body(xml), &title, &creator);
            }
            Own::Imprint { has_notes } => {
                let imprint = self.filled.official().imprint;
                let whole = || Cow::Owned(self.filled.document());
                document::end(&mut self.body(xml), imprint.as_ref(), has_notes, whole);
            }
            Own::Gap { number, after_table, is_kept, numbers } => {
                if let Some(is_table) = after_table {
                    state.after = if is_table { After::Table } else { After::Other };
                }
                if let Some(numbers) = numbers {
                    state.numbers = numbers;
                }
                let mut body = self.body(xml);
                (body.numbers, body.after) = (std::mem::take(&mut state.numbers), state.after);
                body.lists = state.lists;
                blocks::write_own(
                    &mut body,
                    self.filled.gaps.get(number).map_or(&[], Vec::as_slice),
                    is_kept,
                );
                (state.numbers, state.after, state.lists) = (body.numbers, body.after, body.lists);
            }
            Own::Item { is_first } => {
                state.lists += usize::from(is_first);
                xml.push_str(&lists::item(state.lists));
            }
            Own::Start(key) => start_bookmark(xml, &key, &mut state.numbers),
            Own::End => end_bookmark(xml, &state.numbers),
        }
    }

    fn body<'x>(&'x self, xml: &'x mut String) -> Body<'x> {
        Body::new(xml, self.style, self.frame)
    }

    fn needs_hint(&self, texts: &Texts) -> bool {
        texts
            .0
            .iter()
            .any(|number| xml::has_ambiguous(self.filled.text(Hole { number: *number, is_cut: false })))
    }
}
