//! Documents of every length that end in every way: what stands below a body must not be alone on a page.

use huibian_document::official::{Attachment, Imprint, IssuerMark, Official};
use huibian_document::{Block, Document, Heading, Inline, ListItem, Meta, Paragraph, Signature};
use jiff::civil::date;

use super::Page;

/// Lengths of bodies, in lines, each with every kind of end.
pub const LENGTHS: usize = 40;
/// Kinds of ends.
pub const KINDS: usize = 10;

const SENTENCE: &str =
    "各单位按照工作部署结合实际推进各项任务累计开展检查发现问题整改较上年同期有所提高总体情况平稳有序";
const LAST: &str = "下一步继续做好。";
/// What may be broken over lines in no way.
const NUMBERS: [&str; 4] = ["1234", "96.4%", "6789.5", "2368"];

fn text(words: impl Into<String>) -> Vec<Inline> {
    vec![Inline::Text(words.into())]
}

fn paragraph(words: impl Into<String>) -> Block {
    Block::Paragraph(Paragraph { run_in: None, content: text(words) })
}

/// A last paragraph of about so many lines.
pub fn paragraph_of(lines: usize) -> Block {
    let words = SENTENCE.chars().cycle().take(lines * 28 - 14).collect::<String>();
    paragraph(format!("{LAST}{words}。"))
}

/// A document of a length that ends in one way: with a signature, a seal, several signatories, a note, attachments, an imprint,
/// and below a short paragraph, one of some lines, a long one or a list.
pub fn ending(length: usize, kind: usize) -> Document {
    let imprint = Imprint {
        recipients: Vec::new(),
        copies_to: vec!["县委办公室".to_owned()],
        printer: "云溪镇党政办公室".to_owned(),
        printed: date(2023, 7, 6),
    };
    let attachments = (0..3).map(|at| Attachment { title: format!("数据表{at}"), blocks: Vec::new() });
    let official = Official {
        note: matches!(kind, 3 | 5 | 8).then(|| "此件公开发布".to_owned()),
        attachments: if matches!(kind, 4 | 5 | 9) { attachments.collect() } else { Vec::new() },
        imprint: matches!(kind, 6..=9).then_some(imprint),
        ..Official::default()
    };
    let joint = ["云溪镇财政所", "云溪镇武装部", "云溪镇农业服务中心", "云溪镇卫生院", "云溪镇中心学校"];
    let joint = joint.iter().take(if matches!(kind, 2 | 7) { 5 } else { 0 }).map(|name| (*name).to_owned());
    let signature = Signature {
        name: "云溪镇人民政府".to_owned(),
        joint: joint.collect(),
        date: date(2023, 7, 5),
        seal: matches!(kind, 1 | 8),
    };
    let meta = Meta {
        title: text("云溪镇工作报告"),
        recipients: vec!["县人民政府".to_owned()],
        signature: Some(signature),
        official,
        language: "zh-CN".to_owned(),
        subject: String::new(),
        creator: "云溪镇".to_owned(),
        generator: String::new(),
    };
    let body = SENTENCE.chars().cycle().take(28 * (4 + length)).collect::<String>();
    let counted =
        format!("检查{}次，整改率{}，投入{}万元，培训{}人。", NUMBERS[0], NUMBERS[1], NUMBERS[2], NUMBERS[3]);
    let heading = Heading { level: 1, label: "一、".to_owned(), content: text("打算") };
    let mut blocks = vec![paragraph(format!("{body}。")), paragraph(counted), Block::Heading(heading)];
    let long = |sentences: usize| format!("{LAST}{}。", SENTENCE.repeat(sentences));
    blocks.push(match (length + kind) % 5 {
        0 | 1 => paragraph(LAST),
        2 => paragraph(long(2)),
        3 => paragraph(long(5)),
        _ => {
            let item = |number: usize| ListItem { label: format!("{number}."), content: text(LAST) };
            Block::List((1..=3).map(item).collect())
        }
    });
    Document { meta, blocks, laid: Vec::new() }
}

/// A document with so many recipients, with a head and an imprint.
pub fn addressed(recipients: usize) -> Document {
    let mut document = ending(30, 6);
    document.meta.official.mark =
        Some(IssuerMark { names: vec!["云溪镇人民政府".to_owned()], suffix: "文件".to_owned() });
    document.meta.recipients = (1..=recipients).map(|at| format!("第{at}号镇人民政府")).collect();
    document
}

/// What is wrong with a document's pages: ends without words of the body, text outside of a sheet, numbers over two lines, an imprint
/// that is alone and not told of, or told of and not alone; and on how many pages an imprint is alone.
pub fn faults(pages: &[Page], is_told_alone: bool) -> (Vec<String>, usize) {
    let sentence: Vec<char> = SENTENCE.chars().collect();
    let words: Vec<String> = sentence.windows(4).map(|four| four.iter().collect()).collect();
    let (mut faults, mut leaves) = (Vec::new(), 0);
    for (at, page) in pages.iter().enumerate() {
        let has_body = page.text.contains(LAST) || words.iter().any(|four| page.text.contains(four));
        let is_empty = page.text.trim_matches(|c: char| c == '—' || c.is_ascii_digit()).is_empty();
        // An imprint that has no room takes the back of a leaf, alone.
        let is_imprint =
            at + 1 == pages.len() && page.text.contains("日印发") && !page.text.contains("人民政府");
        leaves += usize::from(is_imprint && !has_body);
        if !is_empty && !is_imprint && !has_body {
            faults.push(format!("page {}: {}", at + 1, page.text));
        }
        if !page.beyond.is_empty() {
            faults.push(format!("{} stands outside of its page", page.beyond));
        }
    }
    if is_told_alone != (leaves == 1) {
        faults.push(format!("an imprint is alone on {leaves} pages, told of: {is_told_alone}"));
    }
    let lines: Vec<&String> = pages.iter().flat_map(|page| &page.lines).collect();
    for number in NUMBERS {
        if !lines.iter().any(|line| line.contains(number)) {
            faults.push(format!("{number} stands on two lines"));
        }
    }
    (faults, leaves)
}
