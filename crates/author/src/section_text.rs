//! What a section says by itself: one line a paragraph, without the numbers that only a whole report gives it.

use huibian_document::{Block, Inline, plain_text};

/// A section's words, twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SectionText {
    /// With `#` before headings, `-` before items and `**` around strong words.
    pub markdown: String,
    /// Without.
    pub plain: String,
}

impl SectionText {
    /// Reads a section's blocks. A section's own heading has the `top` level.
    pub fn of(blocks: &[Block], top: u8) -> Self {
        let (mut markdown, mut plain) = (Vec::new(), Vec::new());
        for block in blocks {
            match block {
                Block::Heading(heading) => {
                    let depth = usize::from(heading.level.saturating_sub(top)) + 1;
                    markdown.push(format!("{} {}", "#".repeat(depth), marked(&heading.content)));
                    plain.push(plain_text(&heading.content));
                }
                Block::Paragraph(paragraph) => {
                    markdown.push(marked(&paragraph.content));
                    plain.push(plain_text(&paragraph.content));
                }
                Block::List(items) => {
                    for item in items {
                        markdown.push(format!("- {}", marked(&item.content)));
                        plain.push(plain_text(&item.content));
                    }
                }
                Block::Table(table) => {
                    for row in table.rows() {
                        let row = |words: fn(&[Inline]) -> String| {
                            row.iter().map(|cell| words(&cell.content)).collect::<Vec<_>>().join(" | ")
                        };
                        markdown.push(format!("| {} |", row(marked)));
                        plain.push(row(plain_text));
                    }
                }
                Block::Image(image) => {
                    markdown.push(format!("![{}]", image.alt));
                    plain.push(image.alt.clone());
                }
                Block::Contents { .. } => {}
                Block::PageBreak => markdown.push("---".to_owned()),
            }
        }
        Self { markdown: markdown.join("\n"), plain: plain.join("\n") }
    }

    /// Whether `expected` says the same, as Markdown or as plain text; blank lines and spaces at ends do not count.
    pub fn is(&self, expected: &str) -> bool {
        let expected = lines(expected);
        expected == lines(&self.markdown) || expected == lines(&self.plain)
    }
}

/// A text's lines that say something.
pub fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

fn marked(inlines: &[Inline]) -> String {
    let inlines = inlines.iter().map(|inline| match inline {
        Inline::Strong(content) => format!("**{}**", marked(content)),
        other => plain_text(std::slice::from_ref(other)),
    });
    inlines.collect()
}
