//! Word files for tests, written as lines: each is a paragraph, `¦` begins another run, of which every second one is bold;
//! `| a | b |` is a row, `# ` a heading, `= ` a title, `页眉：` a header, `脚注：` and `尾注：` notes, numbered from 1, to which `※1`
//! and `＊1` refer. What begins with `<` is XML. And documents shown as such lines.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The parts of a package, by name.
pub type Parts = BTreeMap<String, Vec<u8>>;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The parts of a file that says these lines.
pub fn parts(lines: &str) -> Parts {
    let header: Vec<&str> = lines.lines().filter_map(|line| line.strip_prefix("页眉：")).collect();
    let notes = |before: &str| lines.lines().filter_map(|line| line.strip_prefix(before)).collect::<Vec<_>>();
    let is_beside =
        |line: &&str| ["页眉：", "脚注：", "尾注："].iter().any(|before| line.starts_with(before));
    let body: Vec<&str> = lines.lines().filter(|line| !is_beside(line)).collect();
    let (reference, link) = if header.is_empty() {
        (String::new(), String::new())
    } else {
        (
            r#"<w:headerReference w:type="default" r:id="rId2"/>"#.to_owned(),
            format!(r#"<Relationship Id="rId2" Type="{R}/header" Target="header1.xml"/>"#),
        )
    };
    let document = format!(
        r#"<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{}<w:sectPr>{reference}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>"#,
        blocks(&body)
    );
    let styles = format!(
        concat!(
            r#"<w:styles xmlns:w="{0}">"#,
            r#"<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>"#,
            r#"<w:style w:type="paragraph" w:styleId="a0"><w:name w:val="Title"/><w:basedOn w:val="a"/></w:style>"#,
            r#"<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>"#,
            r#"<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>"#,
            r#"</w:styles>"#
        ),
        W
    );
    let mut types = String::new();
    let mut all =
        vec![("word/document.xml", "document.main", document), ("word/styles.xml", "styles", styles)];
    if !header.is_empty() {
        let header = format!(r#"<w:hdr xmlns:w="{W}" xmlns:r="{R}">{}</w:hdr>"#, blocks(&header));
        all.push(("word/header1.xml", "header", header));
    }
    let mut link = link;
    for (kind, number, found) in [("footnote", 3, notes("脚注：")), ("endnote", 4, notes("尾注："))] {
        if !found.is_empty() {
            let name = if kind == "footnote" { "word/footnotes.xml" } else { "word/endnotes.xml" };
            let kinds = if kind == "footnote" { "footnotes" } else { "endnotes" };
            let target = format!("{kinds}.xml");
            let _ = write!(link, r#"<Relationship Id="rId{number}" Type="{R}/{kinds}" Target="{target}"/>"#);
            all.push((name, kinds, note_part(kind, &found)));
        }
    }
    let mut parts = Parts::new();
    let head = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
    for (name, kind, xml) in all {
        let _ = write!(types, r#"<Override PartName="/{name}" ContentType="{KIND}.{kind}+xml"/>"#);
        parts.insert(name.to_owned(), format!("{head}\n{xml}").into_bytes());
    }
    let own = format!(
        r#"{head}<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{R}/styles" Target="styles.xml"/>{link}</Relationships>"#
    );
    let main = format!(
        r#"{head}<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>"#
    );
    let list = format!(
        concat!(
            r#"{}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
            r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
            r#"<Default Extension="xml" ContentType="application/xml"/>{}</Types>"#
        ),
        head, types
    );
    parts.insert("word/_rels/document.xml.rels".to_owned(), own.into_bytes());
    parts.insert("_rels/.rels".to_owned(), main.into_bytes());
    parts.insert("[Content_Types].xml".to_owned(), list.into_bytes());
    parts
}

fn note_part(kind: &str, notes: &[&str]) -> String {
    let mut xml = format!(r#"<w:{kind}s xmlns:w="{W}" xmlns:r="{R}">"#);
    for (id, line) in [(-1, "separator"), (0, "continuationSeparator")] {
        let _ = write!(
            xml,
            r#"<w:{kind} w:type="{line}" w:id="{id}"><w:p><w:r><w:{line}/></w:r></w:p></w:{kind}>"#
        );
    }
    for (id, note) in (1..).zip(notes) {
        let _ = write!(xml, r#"<w:{kind} w:id="{id}">{}</w:{kind}>"#, blocks(&[note]));
    }
    xml + &format!("</w:{kind}s>")
}

/// A file that says these lines.
pub fn docx(lines: &str) -> Vec<u8> {
    packed(&parts(lines))
}

/// Parts as a package.
pub fn packed(parts: &Parts) -> Vec<u8> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        package.start_file(name.as_str(), SimpleFileOptions::default()).expect("a part");
        package.write_all(bytes).expect("a part");
    }
    package.finish().expect("a package").into_inner()
}

/// The parts of a package.
pub fn unpacked(bytes: &[u8]) -> Parts {
    let mut package = ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut parts = Parts::new();
    for index in 0..package.len() {
        let mut part = package.by_index(index).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("a part");
        parts.insert(part.name().expect("a name").into_owned(), bytes);
    }
    parts
}

fn blocks(lines: &[&str]) -> String {
    let (mut xml, mut rows) = (String::new(), String::new());
    for line in lines.iter().copied().chain([""]) {
        if let Some(row) = line.strip_prefix("| ") {
            let cells: Vec<&str> = row.trim_end().trim_end_matches('|').split(" | ").collect();
            let paragraphs = cells.iter().map(|cell| paragraph(cell.trim()));
            let cells =
                paragraphs.fold(String::new(), |cells, words| cells + "<w:tc><w:tcPr/>" + &words + "</w:tc>");
            let _ = write!(rows, "<w:tr>{cells}</w:tr>");
            continue;
        }
        if !rows.is_empty() {
            let _ = write!(xml, "<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>");
            rows.clear();
        }
        match line {
            "" => {}
            line if line.starts_with('<') => xml.push_str(line),
            "（空）" => xml.push_str("<w:p/>"),
            line => xml.push_str(&paragraph(line)),
        }
    }
    xml
}

fn paragraph(line: &str) -> String {
    let (style, words) = match line.split_once(' ') {
        Some(("#", words)) => (Some("1"), words),
        Some(("##", words)) => (Some("2"), words),
        Some(("=", words)) => (Some("a0"), words),
        _ => (None, line),
    };
    let style = style.map(|id| format!(r#"<w:pPr><w:pStyle w:val="{id}"/></w:pPr>"#)).unwrap_or_default();
    let mut runs = String::new();
    for (number, run) in words.split('¦').enumerate() {
        let bold = if number % 2 == 1 { "<w:rPr><w:b/></w:rPr>" } else { "" };
        runs += &run_with_notes(run, bold);
    }
    format!("<w:p>{style}{runs}</w:p>")
}

/// Words as runs, in which a sign and a digit refer to a note.
fn run_with_notes(words: &str, properties: &str) -> String {
    let (mut runs, mut text) = (String::new(), String::new());
    let mut flush = |text: &mut String, reference: &str| {
        if !text.is_empty() {
            let _ = write!(runs, "<w:r>{properties}<w:t>{text}</w:t></w:r>");
            text.clear();
        }
        runs.push_str(reference);
    };
    let mut characters = words.chars().peekable();
    while let Some(c) = characters.next() {
        let kind = match c {
            '※' => "footnote",
            '＊' => "endnote",
            _ => "",
        };
        let id = characters.peek().copied().filter(|next| !kind.is_empty() && next.is_ascii_digit());
        match (c, id) {
            (_, Some(id)) => {
                characters.next();
                flush(&mut text, &format!(r#"<w:r><w:{kind}Reference w:id="{id}"/></w:r>"#));
            }
            ('&', _) => text.push_str("&amp;"),
            ('<', _) => text.push_str("&lt;"),
            (c, _) => text.push(c),
        }
    }
    flush(&mut text, "");
    runs
}

/// What a document says, as such lines.
pub fn shown(bytes: &[u8]) -> String {
    let parts = unpacked(bytes);
    let mut lines = String::new();
    let mut show = |name: &str, before: &str| {
        if let Some(part) = parts.get(name) {
            let text = String::from_utf8_lossy(part);
            for line in Shown::of(&text).lines {
                let _ = writeln!(lines, "{before}{line}");
            }
        }
    };
    show("word/document.xml", "");
    show("word/header1.xml", "页眉：");
    show("word/footnotes.xml", "脚注：");
    show("word/endnotes.xml", "尾注：");
    lines
}

/// What no part of a document may hold: noncharacters, and text right inside of what holds elements alone.
pub fn unsound(bytes: &[u8]) -> Vec<String> {
    const HOLDS_ELEMENTS: [&str; 8] =
        ["w:body", "w:p", "w:r", "w:tc", "w:tr", "w:hyperlink", "w:footnote", "w:hdr"];
    let mut found = Vec::new();
    for (name, part) in unpacked(bytes) {
        let text = String::from_utf8_lossy(&part);
        if text.contains(|c| matches!(c, '\u{FDD0}'..='\u{FDEF}')) {
            found.push(format!("{name}: a noncharacter"));
        }
        let mut open: Vec<&str> = Vec::new();
        for piece in text.split('<').skip(1) {
            let (tag, words) = piece.split_once('>').unwrap_or((piece, ""));
            if tag.starts_with('/') {
                open.pop();
            } else if !tag.ends_with(['/', '?']) {
                open.push(tag.split(' ').next().unwrap_or_default());
            }
            let around = open.last().filter(|around| HOLDS_ELEMENTS.contains(*around));
            if let Some(around) = around.filter(|_| !words.trim().is_empty()) {
                found.push(format!("{name}: {words} in {around}"));
            }
        }
    }
    found
}

#[derive(Default)]
struct Shown {
    lines: Vec<String>,
    /// The words of each paragraph, and of the cells around it, that is open.
    open: Vec<String>,
    cells: Vec<String>,
    style: String,
    in_table: usize,
    bold: bool,
    was_bold: bool,
    in_text: bool,
    /// The id of a note of which no paragraph was shown; nothing of a line that parts notes from the text.
    note: Option<String>,
}

impl Shown {
    fn of(xml: &str) -> Self {
        let mut shown = Self::default();
        let mut rest = xml;
        while let Some(start) = rest.find('<') {
            if shown.in_text {
                shown.words(&rest[..start]);
            }
            let Some(end) = rest[start..].find('>') else { break };
            shown.tag(&rest[start + 1..start + end]);
            rest = &rest[start + end + 1..];
        }
        shown
    }

    fn words(&mut self, raw: &str) {
        let text = raw
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&apos;", "'")
            .replace("&amp;", "&");
        if text.is_empty() {
            return;
        }
        let part = if self.bold == self.was_bold { "" } else { "¦" };
        self.was_bold = self.bold;
        if let Some(open) = self.open.last_mut() {
            open.push_str(part);
            open.push_str(&text);
        }
    }

    fn tag(&mut self, tag: &str) {
        let name = tag.split([' ', '/']).find(|part| !part.is_empty()).unwrap_or_default();
        let is_end = tag.starts_with('/');
        let is_empty = tag.ends_with('/');
        match (name, is_end) {
            ("w:p", false) => {
                self.open.push(String::new());
                self.style.clear();
                (self.bold, self.was_bold) = (false, false);
                if is_empty {
                    self.end();
                }
            }
            ("w:p", true) => self.end(),
            ("w:pStyle", _) => {
                let id = tag.split('"').nth(1).unwrap_or_default();
                self.style = match id {
                    "1" => "# ".to_owned(),
                    "2" => "## ".to_owned(),
                    "a0" => "= ".to_owned(),
                    _ => String::new(),
                };
            }
            ("w:r", false) => self.bold = false,
            ("w:b", _) => self.bold = true,
            ("w:t", end) => self.in_text = !end && !is_empty,
            ("w:footnote" | "w:endnote", false) => {
                let id = tag.split("w:id=\"").nth(1).and_then(|rest| rest.split('"').next());
                let is_line = tag.contains("w:type=");
                self.note = id.map(|id| if is_line { String::new() } else { format!("{id} ") });
            }
            ("w:commentRangeStart" | "w:commentRangeEnd", _) => self.words_of("〚"),
            ("w:footnoteRef" | "w:endnoteRef", _) => self.words_of("№"),
            ("w:footnoteReference", _) => self.reference('※', tag),
            ("w:endnoteReference", _) => self.reference('＊', tag),
            ("w:sectPr", false) => self.words_of("§"),
            ("w:br", _) => self.words_of("⏎"),
            ("w:drawing", false) if !is_empty => self.words_of("〔图〕"),
            ("w:tbl", end) => self.in_table = if end { self.in_table - 1 } else { self.in_table + 1 },
            ("w:tr", true) => {
                let cells = std::mem::take(&mut self.cells);
                self.lines.push(format!("| {} |", cells.join(" | ")));
            }
            ("w:tc", false) => self.cells.push(String::new()),
            _ => {}
        }
    }

    fn words_of(&mut self, text: &str) {
        if let Some(open) = self.open.last_mut() {
            open.push_str(text);
        }
    }

    fn reference(&mut self, sign: char, tag: &str) {
        let id = tag.split('"').nth(1).unwrap_or_default();
        self.words_of(&format!("{sign}{id}"));
    }

    fn end(&mut self) {
        let words = self.open.pop().unwrap_or_default();
        let words = if words.is_empty() { "（空）".to_owned() } else { format!("{}{words}", self.style) };
        match self.cells.last_mut() {
            Some(cell) if self.in_table > 0 => {
                if !cell.is_empty() {
                    cell.push('／');
                }
                cell.push_str(if words == "（空）" { "" } else { &words });
            }
            _ => match self.note.take() {
                Some(line) if line.is_empty() => {}
                note => self.lines.push(note.unwrap_or_default() + &words),
            },
        }
    }
}
