//! The order of a document's parts, said once: every format walks it. It must not know how any part is set.

use crate::block::{Block, Heading};
use crate::inline::{Inline, plain_text};
use crate::meta::{Document, Signature};
use crate::official::{Attachment, Imprint, Official};

/// A part of a document. Footnotes are none: each format prints them where its readers look for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentPart<'d> {
    /// 版头, clause 7.2: at least one of its lines.
    Head(&'d Official),
    /// 标题, clause 7.3.1.
    Title(&'d [Inline]),
    /// 主送机关, clause 7.3.2: at least one.
    Recipients(&'d [String]),
    /// 正文, clause 7.3.3.
    Body(&'d [Block]),
    /// 附件说明, clause 7.3.4: at least one attachment.
    AttachmentList(&'d [Attachment]),
    /// 发文机关署名 and 成文日期, clause 7.3.5.
    Signature(&'d Signature),
    /// 附注, clause 7.3.6.
    Note(&'d str),
    /// 附件, clause 7.3.7: one that is part of the document, and its number where there are several.
    Attachment(Option<usize>, &'d Attachment),
    /// 版记, clause 7.4.
    Imprint(&'d Imprint),
}

/// A line of a table of contents.
#[derive(Clone, Copy, Debug)]
pub enum Listed<'d> {
    /// A heading, of its level.
    Heading(&'d Heading),
    /// The title of an attachment, of the first level.
    Attachment(&'d str),
}

impl Listed<'_> {
    /// Its level, from 1.
    pub fn level(self) -> u8 {
        match self {
            Self::Heading(heading) => heading.level,
            Self::Attachment(_) => 1,
        }
    }

    /// What it says.
    pub fn words(self) -> String {
        match self {
            Self::Heading(heading) => heading.label.clone() + &plain_text(&heading.content),
            Self::Attachment(title) => title.to_owned(),
        }
    }
}

impl Document {
    /// The parts that it has, in the order in which they are read (GB/T 9704-2012, clause 7).
    pub fn parts(&self) -> impl Iterator<Item = DocumentPart<'_>> {
        let (meta, official) = (&self.meta, &self.meta.official);
        let attachments = official.attachments.as_slice();
        let before = [
            official.has_head().then_some(DocumentPart::Head(official)),
            Some(DocumentPart::Title(&meta.title)),
            (!meta.recipients.is_empty()).then_some(DocumentPart::Recipients(&meta.recipients)),
            Some(DocumentPart::Body(&self.blocks)),
            (!attachments.is_empty()).then_some(DocumentPart::AttachmentList(attachments)),
            meta.signature.as_ref().map(DocumentPart::Signature),
            official.note.as_deref().map(DocumentPart::Note),
        ];
        let printed = numbered(attachments).filter(|(_, attachment)| !attachment.blocks.is_empty());
        let printed = printed.map(|(number, attachment)| DocumentPart::Attachment(number, attachment));
        before
            .into_iter()
            .flatten()
            .chain(printed)
            .chain(official.imprint.as_ref().map(DocumentPart::Imprint))
    }

    /// What a table of contents lists, in order: the headings of body and attachments, and the attachments' titles; nothing
    /// where there is no such table.
    pub fn listed(&self) -> Vec<Listed<'_>> {
        if !self.blocks.iter().any(|block| matches!(block, Block::Contents { .. })) {
            return Vec::new();
        }
        let mut listed = Vec::new();
        for part in self.parts() {
            let blocks = match part {
                DocumentPart::Body(blocks) => blocks,
                DocumentPart::Attachment(_, attachment) => {
                    listed.push(Listed::Attachment(&attachment.title));
                    &attachment.blocks
                }
                _ => continue,
            };
            listed.extend(blocks.iter().filter_map(|block| match block {
                Block::Heading(heading) => Some(Listed::Heading(heading)),
                Block::Paragraph(paragraph) => paragraph.run_in.as_ref().map(Listed::Heading),
                _ => None,
            }));
        }
        listed
    }
}

/// Attachments with their numbers, from 1; an only one has none.
pub fn numbered(attachments: &[Attachment]) -> impl Iterator<Item = (Option<usize>, &Attachment)> {
    let are_several = attachments.len() > 1;
    (1..).zip(attachments).map(move |(number, attachment)| (are_several.then_some(number), attachment))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meta::Meta;

    fn attachment(title: &str, blocks: Vec<Block>) -> Attachment {
        Attachment { title: title.to_owned(), blocks }
    }

    fn document(attachments: Vec<Attachment>) -> Document {
        let signature = Signature {
            name: "云溪镇".to_owned(),
            joint: Vec::new(),
            date: jiff::civil::date(2023, 7, 6),
            seal: false,
        };
        let imprint = Imprint {
            recipients: Vec::new(),
            copies_to: Vec::new(),
            printer: "云溪镇党政办公室".to_owned(),
            printed: jiff::civil::date(2023, 7, 6),
        };
        let official = Official {
            signers: vec!["某某".to_owned()],
            attachments,
            note: Some("此件公开发布".to_owned()),
            imprint: Some(imprint),
            ..Official::default()
        };
        let meta = Meta {
            title: vec![Inline::Text("报告".to_owned())],
            recipients: vec!["县委".to_owned()],
            signature: Some(signature),
            official,
            language: "zh-CN".to_owned(),
            subject: String::new(),
            creator: String::new(),
            generator: String::new(),
        };
        Document { meta, blocks: vec![Block::PageBreak], laid: Vec::new() }
    }

    fn names(document: &Document) -> Vec<String> {
        let name = |part: DocumentPart<'_>| match part {
            DocumentPart::Attachment(number, attachment) => format!("{number:?} {}", attachment.title),
            part => format!("{part:?}").split('(').next().unwrap_or_default().to_owned(),
        };
        document.parts().map(name).collect()
    }

    #[test]
    fn parts_come_in_the_order_of_the_standard() {
        let several = vec![attachment("名单", vec![Block::PageBreak]), attachment("报表", Vec::new())];
        assert_eq!(
            names(&document(several)),
            [
                "Head",
                "Title",
                "Recipients",
                "Body",
                "AttachmentList",
                "Signature",
                "Note",
                "Some(1) 名单",
                "Imprint"
            ]
        );
        let only = vec![attachment("名单", vec![Block::PageBreak])];
        assert!(names(&document(only)).contains(&"None 名单".to_owned()));
    }

    #[test]
    fn parts_that_are_empty_are_left_out() {
        let mut plain = document(Vec::new());
        plain.meta.official = Official::default();
        plain.meta.recipients.clear();
        plain.meta.signature = None;
        assert_eq!(names(&plain), ["Title", "Body"]);
    }

    #[test]
    fn headings_are_listed_where_there_is_a_table_of_contents() {
        let heading =
            |label: &str| Block::Heading(Heading { level: 1, label: label.to_owned(), content: Vec::new() });
        let mut document = document(vec![attachment("名单", vec![heading("二")])]);
        document.blocks = vec![heading("一")];
        assert!(document.listed().is_empty());
        document.blocks.insert(0, Block::Contents { levels: 1 });
        let labels: Vec<_> = document.listed().iter().map(|listed| listed.words()).collect();
        assert_eq!(labels, ["一", "名单", "二"]);
    }
}
