//! Plain text: one line a paragraph, indented by two full-width spaces.

use huibian_document::{Block, Document, HouseStyle, plain_text};

use crate::date_words;

/// The document as plain text.
pub fn text(document: &Document, style: &HouseStyle) -> String {
    const INDENT: &str = "　　";
    let meta = &document.meta;
    let mut lines = vec![plain_text(&meta.title), String::new()];
    if !meta.recipients.is_empty() {
        lines.push(format!("{}：", meta.recipients.join("，")));
    }
    for block in &document.blocks {
        match block {
            Block::Heading(heading) => {
                lines.push(format!("{INDENT}{}{}", heading.label, plain_text(&heading.content)));
            }
            Block::Paragraph(paragraph) => {
                let run_in = paragraph.run_in.as_ref().map(|heading| {
                    format!("{}{}{}", heading.label, plain_text(&heading.content), style.run_in_end)
                });
                lines.push(format!(
                    "{INDENT}{}{}",
                    run_in.unwrap_or_default(),
                    plain_text(&paragraph.content)
                ));
            }
            Block::List(items) => {
                lines.extend(
                    items.iter().map(|item| format!("{INDENT}{}{}", item.label, plain_text(&item.content))),
                );
            }
            Block::PageBreak => lines.push(String::new()),
        }
    }
    if let Some(signature) = &meta.signature {
        lines.extend([String::new(), signature.name.clone(), date_words(signature)]);
    }
    lines.join("\n") + "\n"
}
