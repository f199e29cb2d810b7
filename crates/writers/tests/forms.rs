//! A form that was made ready and filled is the document, in every format: part by part, byte by byte.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::io::{Cursor, Read};
use std::path::Path;
use std::sync::Arc;

use huibian_contract::{Aspect, Basis};
use huibian_document::form::{Gap, GapKind, cut_end, gap_mark, mark, without_end};
use huibian_document::official::{Attachment, DocumentNumber, Imprint, IssuerMark, Official};
use huibian_document::table::{Cell, Column, Table};
use huibian_document::{
    Block, Document, Figure, Filled, Form, Heading, HouseStyle, Inline, ListItem, Meta, Paragraph, Signature,
};
use huibian_writers::{Appearance, Formats, Scratch};
use proptest::prelude::*;
use proptest::sample::select;

/// How many texts a unit has; the last ones are digits.
const TEXTS: usize = 8;
const DIGITS: usize = 6;
/// What may be in each gap.
const GAPS: [GapKind; 3] = [GapKind::Words, GapKind::Figures, GapKind::Tables];

/// Constant words, or a unit's text.
fn piece() -> impl Strategy<Value = String> {
    let words =
        select(vec!["云溪镇", "。", "“", "”", "3", ".", "*", " ", "A", "<", "《", "开展", "·", "%", "\\"]);
    prop_oneof![words.prop_map(str::to_owned), (0..DIGITS).prop_map(mark)]
}

fn text() -> impl Strategy<Value = String> {
    (prop::collection::vec(piece(), 1..6), any::<bool>()).prop_map(|(pieces, is_cut)| {
        let mut text = pieces.concat();
        if is_cut {
            cut_end(&mut text);
        }
        text
    })
}

fn figure() -> impl Strategy<Value = Inline> {
    (DIGITS..TEXTS, select(vec!["次", "%", ""]), select(vec!["opinion/found", "opinion/handled"])).prop_map(
        |(number, measure, key)| {
            Inline::Figure(Figure {
                key: key.parse().unwrap(),
                aspect: Aspect::Value,
                basis: Basis::Now,
                digits: mark(number),
                measure: measure.to_owned(),
                source: mark(number),
            })
        },
    )
}

fn inline() -> impl Strategy<Value = Inline> {
    let plain =
        || prop_oneof![4 => text().prop_map(Inline::Text), 2 => figure(), 1 => Just(Inline::LineBreak)];
    prop_oneof![
        6 => plain(),
        1 => prop::collection::vec(plain(), 0..3).prop_map(Inline::Strong),
        1 => prop::collection::vec(plain(), 0..3).prop_map(Inline::Note),
    ]
}

fn words() -> impl Strategy<Value = Vec<Inline>> {
    prop::collection::vec(inline(), 0..5)
}

fn heading() -> impl Strategy<Value = Heading> {
    (1..4u8, words()).prop_map(|(level, content)| Heading { level, label: "一、".to_owned(), content })
}

fn block() -> impl Strategy<Value = Block> {
    // What a run-in heading ends with depends on its words, so that they are no unit's.
    let run_in =
        heading().prop_map(|heading| Heading { content: vec![Inline::Text("学习".to_owned())], ..heading });
    let table = (words(), words()).prop_map(|(one, other)| {
        let cells = vec![vec![Cell::new(one), Cell::new(other)]];
        Block::Table(Table::new(vec![Column::default(); 2], 1, cells).unwrap())
    });
    let item = words().prop_map(|content| ListItem { label: "1.".to_owned(), content });
    prop_oneof![
        2 => heading().prop_map(Block::Heading),
        4 => (prop::option::of(run_in), words())
            .prop_map(|(run_in, content)| Block::Paragraph(Paragraph { run_in, content })),
        1 => prop::collection::vec(item, 1..3).prop_map(Block::List),
        1 => table,
        1 => Just(Block::PageBreak),
    ]
}

/// A block, or where one of the unit's own sequences of them stands. What may be in it is told by its number.
fn block_or_gap() -> impl Strategy<Value = Block> {
    let gap = (0..GAPS.len()).prop_map(|number| {
        let content = vec![Inline::Text(gap_mark(Gap { number, holds: GAPS[number] }))];
        Block::Paragraph(Paragraph { run_in: None, content })
    });
    prop_oneof![4 => block(), 1 => gap]
}

fn blocks() -> impl Strategy<Value = Vec<Block>> {
    prop::collection::vec(block_or_gap(), 0..6)
}

/// Words of a unit's own.
fn own_words(has_figures: bool) -> impl Strategy<Value = Vec<Inline>> {
    let text = select(vec!["青禾镇", "“学习”", "a<b>&", "3.5", "完成。", "A·B", "*重点*"]);
    let text = text.prop_map(|text| Inline::Text(text.to_owned())).boxed();
    let digits = select(vec!["0", "98.4"]);
    let aspect = select(vec![(Aspect::Value, Basis::Now), (Aspect::Change, Basis::Previous)]);
    let key = select(vec!["opinion/found", "opinion/handled"]);
    let figure = (digits, aspect, key).prop_map(|(digits, (aspect, basis), key)| {
        Inline::Figure(Figure {
            key: key.parse().unwrap(),
            aspect,
            basis,
            digits: digits.to_owned(),
            measure: "次".to_owned(),
            source: "2023Q1".to_owned(),
        })
    });
    let figure = if has_figures { figure.boxed() } else { text.clone() };
    let plain = prop_oneof![4 => text, 2 => figure, 1 => Just(Inline::LineBreak)].boxed();
    let inside = prop::collection::vec(plain.clone(), 0..3);
    let inline = prop_oneof![
        20 => plain,
        2 => inside.clone().prop_map(Inline::Strong),
        1 => inside.prop_map(Inline::Note),
    ];
    prop::collection::vec(inline, 0..4)
}

fn own_blocks(holds: GapKind) -> impl Strategy<Value = Vec<Block>> {
    let words = move || own_words(holds != GapKind::Words);
    let paragraph = words().prop_map(|content| Block::Paragraph(Paragraph { run_in: None, content })).boxed();
    let item = words().prop_map(|content| ListItem { label: "1.".to_owned(), content });
    let list = prop::collection::vec(item, 0..3).prop_map(Block::List);
    let table = (words(), words(), any::<bool>()).prop_map(|(one, other, landscape)| {
        let cells = vec![vec![Cell::new(one)], vec![Cell::new(other)]];
        let mut table = Table::new(vec![Column::default(); 1], 1, cells).unwrap();
        table.landscape = landscape;
        Block::Table(table)
    });
    let table = if holds == GapKind::Tables { table.boxed() } else { paragraph.clone() };
    prop::collection::vec(prop_oneof![3 => paragraph, 1 => list, 2 => table], 0..4)
}

/// What a unit has of its own.
fn own() -> impl Strategy<Value = (Vec<String>, Vec<Vec<Block>>)> {
    (texts(), GAPS.map(own_blocks).into_iter().collect::<Vec<_>>())
}

fn document() -> impl Strategy<Value = Document> {
    let attachment = (text(), blocks()).prop_map(|(title, blocks)| Attachment { title, blocks });
    let mark = prop::collection::vec(text(), 1..3)
        .prop_map(|names| IssuerMark { names, suffix: "文件".to_owned() });
    let number =
        text().prop_map(|sequence| DocumentNumber { code: "云政".to_owned(), year: 2023, sequence });
    let copies = prop::collection::vec(text(), 0..3);
    let imprint = (copies, text()).prop_map(|(copies_to, printer)| Imprint {
        recipients: Vec::new(),
        copies_to,
        printer,
        printed: jiff::civil::date(2023, 7, 6),
    });
    let head = (prop::option::of(mark), prop::option::of(number), prop::collection::vec(text(), 0..3));
    let head = prop_oneof![Just((None, None, Vec::new())), head];
    let attachments = prop::collection::vec(attachment, 0..3);
    let official = (attachments, prop::option::of(text()), head, prop::option::of(imprint)).prop_map(
        |(attachments, note, (mark, number, signers), imprint)| Official {
            attachments,
            note,
            imprint,
            mark,
            number,
            signers,
            ..Official::default()
        },
    );
    let title = prop_oneof![3 => text().prop_map(|text| vec![Inline::Text(text)]), 1 => words()];
    let joint = prop::collection::vec(text(), 0..2);
    let signature = (text(), joint, any::<bool>()).prop_map(|(name, joint, seal)| {
        let date = jiff::civil::date(2023, 7, 5);
        Signature { name, joint, date, seal }
    });
    let recipients = prop::collection::vec(text(), 0..3);
    (title, recipients, prop::option::of(signature), official, text(), blocks()).prop_map(
        |(title, recipients, signature, official, creator, blocks)| Document {
            meta: Meta {
                title,
                recipients,
                signature,
                official,
                language: "zh-CN".to_owned(),
                subject: "报告 2023Q2".to_owned(),
                creator,
                generator: "huibian".to_owned(),
            },
            blocks,
            laid: Vec::new(),
        },
    )
}

/// Texts that are one line each and of which something is left when their end marks give way; the last ones are digits.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let word =
        select(vec!["青禾镇", "“学习”", "a<b>&", "3.5", ".", "5", "*重点*", "完成。", "；", "A·B", "某"]);
    let text = prop::collection::vec(word, 1..4).prop_map(|words| words.concat());
    let text = text.prop_filter("something is left", |text| !without_end(text).is_empty());
    let digits = select(vec!["0", "12", "98.4", "-3"]).prop_map(str::to_owned);
    (prop::collection::vec(text, DIGITS), prop::collection::vec(digits, TEXTS - DIGITS))
        .prop_map(|(texts, digits)| [texts, digits].concat())
}

fn style(name: &str) -> HouseStyle {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    HouseStyle::parse(&std::fs::read_to_string(root.join("templates/styles").join(name)).unwrap()).unwrap()
}

/// The parts of a file: those of a package with their names, or the file itself.
fn parts(format: &str, bytes: Vec<u8>) -> Vec<(String, String)> {
    if format != "docx" {
        return vec![(String::new(), String::from_utf8(bytes).unwrap())];
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let part = |index| {
        let mut part = archive.by_index(index).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        (part.name().unwrap().into_owned(), text)
    };
    (0..count).map(part).collect()
}

proptest! {
    #[test]
    fn what_is_filled_is_the_document(document in document(), one in own(), other in own()) {
        let form = Arc::new(Form { document });
        let style = style("gbt9704.toml");
        let appearance = Appearance { style: &style, reference: None, template: None };
        for name in ["docx", "html", "md", "txt"] {
            let writer = Formats::default().find(name).unwrap().writer(&appearance).unwrap();
            let Some(prepared) = writer.prepare(&form) else { continue };
            for (texts, gaps) in [one.clone(), other.clone()] {
                let filled = Filled { form: form.clone(), texts, gaps };
                let mut scratch = Scratch::default();
                let made = writer.fill(&prepared, &filled, &mut scratch).unwrap();
                let expected = writer.write(&filled.document(), &mut scratch).unwrap();
                prop_assert_eq!(parts(name, made.bytes), parts(name, expected.bytes));
            }
        }
    }
}
