//! An account in headings, words, lists and tables, as Markdown and as a document that any format can be written of.

use std::fmt::Write;

use huibian_document::table::{Cell, Column, Table};
use huibian_document::{Block, Document, Heading, Inline, ListItem, Meta, Official, Paragraph};

/// An account.
#[derive(Clone, Debug, Default)]
pub struct Account {
    /// What it is called.
    pub title: String,
    /// What stands in it, in order.
    pub parts: Vec<AccountPart>,
}

/// A part of an account.
#[derive(Clone, Debug)]
pub enum AccountPart {
    /// A heading.
    Heading(String),
    /// Words, a paragraph a line.
    Words(String),
    /// A list.
    List(Vec<String>),
    /// A table: its head, then its rows.
    Table(Vec<Vec<String>>),
}

impl Account {
    /// As Markdown.
    pub fn markdown(&self) -> String {
        let mut made = format!("# {}\n", self.title);
        for part in &self.parts {
            made.push('\n');
            match part {
                AccountPart::Heading(words) => made += &["## ", words, "\n"].concat(),
                AccountPart::Words(words) => made += &[words, "\n"].concat(),
                AccountPart::List(items) => {
                    items.iter().for_each(|item| made += &["- ", item, "\n"].concat());
                }
                AccountPart::Table(rows) => {
                    for (number, row) in rows.iter().enumerate() {
                        let _ = writeln!(made, "| {} |", row.join(" | "));
                        if number == 0 {
                            let _ = writeln!(made, "|{}", "---|".repeat(row.len()));
                        }
                    }
                }
            }
        }
        made
    }

    /// As a document in a language.
    pub fn document(&self, language: &str) -> Document {
        let meta = Meta {
            title: words(&self.title),
            recipients: Vec::new(),
            signature: None,
            official: Official::default(),
            language: language.to_owned(),
            subject: String::new(),
            creator: String::new(),
            generator: String::new(),
        };
        Document { meta, blocks: self.parts.iter().flat_map(blocks).collect(), laid: Vec::new() }
    }
}

fn blocks(part: &AccountPart) -> Vec<Block> {
    match part {
        AccountPart::Heading(text) => {
            vec![Block::Heading(Heading { level: 1, label: String::new(), content: words(text) })]
        }
        AccountPart::Words(text) => {
            let paragraph = |line| Block::Paragraph(Paragraph { run_in: None, content: words(line) });
            text.lines().map(paragraph).collect()
        }
        AccountPart::List(items) => {
            let item = |text: &String| ListItem { label: "•".to_owned(), content: words(text) };
            vec![Block::List(items.iter().map(item).collect())]
        }
        AccountPart::Table(rows) => {
            let columns = vec![Column::default(); rows.first().map_or(0, Vec::len)];
            let cells = |row: &Vec<String>| row.iter().map(|text| Cell::new(words(text))).collect();
            Table::new(columns, 1, rows.iter().map(cells).collect()).map(Block::Table).into_iter().collect()
        }
    }
}

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.to_owned())]
}
