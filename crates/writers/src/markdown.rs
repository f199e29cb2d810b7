//! CommonMark: headings with their labels, figures as digits, text escaped so that it reads back as itself.

use huibian_document::{Block, Document, HouseStyle, Inline};

use crate::date_words;

/// The document as Markdown.
pub fn markdown(document: &Document, style: &HouseStyle) -> String {
    let meta = &document.meta;
    let mut paragraphs = vec![format!("# {}", words(&meta.title))];
    if !meta.recipients.is_empty() {
        paragraphs.push(format!("{}：", escaped(&meta.recipients.join("，"))));
    }
    for block in &document.blocks {
        match block {
            Block::Heading(heading) => {
                let marks = "#".repeat(usize::from(heading.level) + 1);
                paragraphs.push(format!("{marks} {}{}", escaped(&heading.label), words(&heading.content)));
            }
            Block::Paragraph(paragraph) => {
                let run_in = paragraph.run_in.as_ref().map(|heading| {
                    format!("**{}{}**{}", escaped(&heading.label), words(&heading.content), style.run_in_end)
                });
                paragraphs.push(format!("{}{}", run_in.unwrap_or_default(), words(&paragraph.content)));
            }
            Block::List(items) => {
                let items =
                    items.iter().map(|item| format!("{}{}", escaped(&item.label), words(&item.content)));
                paragraphs.extend(items);
            }
            Block::PageBreak => paragraphs.push("---".to_owned()),
        }
    }
    if let Some(signature) = &meta.signature {
        paragraphs.push(escaped(&signature.name));
        paragraphs.push(date_words(signature));
    }
    paragraphs.join("\n\n") + "\n"
}

fn words(inlines: &[Inline]) -> String {
    let inlines = inlines.iter().map(|inline| match inline {
        Inline::Text(text) => escaped(text),
        Inline::Strong(content) => format!("**{}**", words(content)),
        Inline::Figure(figure) => format!("{}{}", figure.digits, escaped(&figure.measure)),
        Inline::LineBreak => "\\\n".to_owned(),
    });
    inlines.collect()
}

/// Text with a backslash before every sign that Markdown could take for its own.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`'
                | '*'
                | '_'
                | '{'
                | '}'
                | '['
                | ']'
                | '<'
                | '>'
                | '#'
                | '+'
                | '-'
                | '.'
                | '!'
                | '|'
                | '&'
                | '~'
                | '='
        ) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
