//! What an office finds when it opens a package to edit it: named styles, the document's language, and nothing foreign.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read;

use huibian_document::{Block, plain_text};
use huibian_tests::corpus::Style;
use huibian_tests::readers::{ask, readers};
use huibian_writers::{DocxWriter, Scratch};

use super::{CASES, Case, STYLES};

/// Characters that Latin faces hold as well as Chinese ones.
const SHARED: [char; 12] = ['“', '”', '‘', '’', '—', '…', '·', '×', '÷', '±', '§', '①'];

fn parts(case: &Case) -> BTreeMap<String, String> {
    let mut package = zip::ZipArchive::new(File::open(&case.docx).unwrap()).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..package.len() {
        let mut part = package.by_index(index).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        parts.insert(part.name().unwrap().into_owned(), String::from_utf8_lossy(&bytes).into_owned());
    }
    parts
}

/// What stands inside each element of a name.
fn inside<'x>(xml: &'x str, name: &str) -> Vec<&'x str> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    xml.split(open.as_str()).skip(1).map(|rest| rest.split(close.as_str()).next().unwrap()).collect()
}

/// The values of an attribute of each element of a name.
fn values<'x>(xml: &'x str, element: &str, attribute: &str) -> Vec<&'x str> {
    let (open, attribute) = (format!("<{element} "), format!(" {attribute}=\""));
    let tags = xml.split(open.as_str()).skip(1).map(|rest| rest.split('>').next().unwrap());
    tags.filter_map(|tag| {
        let at = if tag.starts_with(&attribute[1..]) { 0 } else { tag.find(&attribute)? + 1 };
        tag[at + attribute.len() - 1..].split('"').next()
    })
    .collect()
}

/// The parts that hold text.
fn texts(parts: &BTreeMap<String, String>) -> impl Iterator<Item = (&String, &String)> {
    let holds = |name: &str| {
        ["word/document.xml", "word/footnotes.xml"].contains(&name) || name.starts_with("word/footer")
    };
    parts.iter().filter(move |(name, _)| holds(name))
}

#[test]
fn every_package_is_valid() {
    let Some(home) = readers() else { return };
    let files: Vec<_> = CASES.iter().map(|case| case.docx.clone()).collect();
    for (file, faults) in ask::<Vec<String>>(&home, "packages.py", &files) {
        assert!(faults.is_empty(), "{}: {faults:#?}", file.display());
    }
}

#[test]
fn what_a_style_can_say_is_said_by_a_style() {
    for case in CASES.iter() {
        let parts = parts(case);
        for (name, xml) in texts(&parts) {
            for paragraph in xml.split("<w:p>").skip(1) {
                let paragraph = paragraph.split("</w:p>").next().unwrap();
                let style = values(paragraph, "w:pStyle", "w:val").first().copied().unwrap_or_default();
                let separator = paragraph.contains("eparator/>");
                assert!(style.starts_with("Hb") || separator, "{name}: {paragraph}");
                paragraph_says(style, paragraph);
            }
        }
    }
}

/// Direct formatting that no style can give: how far a signature stands in, and where those in a row stand, depends on their names, the size of a mark on how
/// wide it is and the space above it on its size, where the names of signers begin on how many there are, the size of a table's
/// type on what its columns hold; an item is one of its list; a paragraph stays with the next one where that is a signature. A section's end and a style
/// separator are properties of a paragraph by their nature.
fn paragraph_says(style: &str, paragraph: &str) {
    let own = inside(paragraph, "w:pPr").first().copied().unwrap_or_default();
    let own = own.replace(&format!("<w:pStyle w:val=\"{style}\"/>"), "");
    let own = own.replace("<w:rPr><w:vanish/><w:specVanish/></w:rPr>", "").replace("<w:keepNext/>", "");
    let allowed = match style {
        "HbSignatory" | "HbDate" => own.is_empty() || own.starts_with("<w:ind w:rightChars="),
        "HbSignatoryRow" | "HbNumberUpward" => {
            own.is_empty() || own.starts_with("<w:tabs>") && own.ends_with("</w:tabs>")
        }
        "HbTableCell" | "HbTableCellCenter" | "HbTableCellRight" | "HbTableHead" | "HbMarkSpace" => {
            own.is_empty() || own.starts_with("<w:spacing w:line=")
        }
        "HbListBullet" | "HbListNumber" => own.starts_with("<w:numPr>") && own.ends_with("</w:numPr>"),
        "HbAnchor" => own.is_empty() || own.starts_with("<w:sectPr>") && own.ends_with("</w:sectPr>"),
        _ => own.is_empty(),
    };
    assert!(allowed, "{style}: {own}");
    for run in inside(paragraph, "w:r") {
        let own = inside(run, "w:rPr").first().copied().unwrap_or_default();
        let own = own.replace("<w:rFonts w:hint=\"eastAsia\"/>", "");
        let own = match values(&own, "w:rStyle", "w:val").first() {
            Some(named) => own.replace(&format!("<w:rStyle w:val=\"{named}\"/>"), ""),
            None => own,
        };
        let may_be_sized = style.starts_with("HbMark") || style.starts_with("HbTable");
        let sized = may_be_sized && own.starts_with("<w:sz ");
        assert!(own.is_empty() || sized, "{style}: {own}");
    }
}

#[test]
fn every_style_that_is_named_is_there() {
    for case in CASES.iter() {
        let parts = parts(case);
        let known: BTreeSet<_> =
            values(&parts["word/styles.xml"], "w:style", "w:styleId").into_iter().collect();
        for (name, xml) in texts(&parts) {
            for element in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
                for style in values(xml, element, "w:val") {
                    assert!(known.contains(style), "{name}: no style {style}");
                }
            }
        }
        let styles = &parts["word/styles.xml"];
        let names = values(styles, "w:name", "w:val");
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "a style's name stands twice");
        if case.style == Style::Report {
            let chinese = |c: char| ('\u{3000}'..='\u{9FFF}').contains(&c);
            assert!(
                !styles.contains(chinese),
                "{:?}",
                styles.split('"').find(|value| value.contains(chinese))
            );
        }
    }
}

#[test]
fn marks_that_two_faces_hold_are_the_chinese_ones() {
    let mut hinted = 0;
    for case in CASES.iter() {
        let parts = parts(case);
        for (name, xml) in texts(&parts) {
            for run in inside(xml, "w:r").into_iter().filter(|run| run.contains(SHARED)) {
                assert!(run.contains("<w:rFonts w:hint=\"eastAsia\"/>"), "{name}: {run}");
                hinted += 1;
            }
        }
    }
    assert!(hinted > 1000, "{hinted}");
}

#[test]
fn properties_and_language_are_the_documents() {
    for case in CASES.iter() {
        let (parts, meta) = (parts(case), &case.document.meta);
        let core = &parts["docProps/core.xml"];
        let read = |name: &str| {
            let text = inside(core, name).first().copied().unwrap_or_default();
            let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
            entities.iter().fold(text.to_owned(), |text, (entity, sign)| text.replace(entity, sign))
        };
        assert_eq!(read("dc:title"), plain_text(&meta.title));
        assert_eq!((read("dc:creator"), read("dc:subject")), (meta.creator.clone(), meta.subject.clone()));
        assert_eq!(read("dc:description"), meta.generator);
        assert!(read("dc:description").contains("theory-study 1.0.0"));
        assert_eq!(read("dc:language"), meta.language);
        if let Some(signature) = &meta.signature {
            assert!(core.contains(&format!(">{}T00:00:00Z</dcterms:created>", signature.date)), "{core}");
        }
        assert!(parts["docProps/app.xml"].contains("<Application>huibian</Application>"));
        assert_eq!(values(&parts["word/styles.xml"], "w:lang", "w:eastAsia"), [meta.language.as_str()]);
    }
}

#[test]
fn nothing_is_fetched_and_no_face_is_a_themes() {
    for case in CASES.iter() {
        for (name, xml) in parts(case) {
            assert!(!name.contains("theme"), "{name}");
            for foreign in ["Theme=\"", "themeColor", "TargetMode", "<w:altChunk", "<w:attachedTemplate"] {
                assert!(name.starts_with("word/media") || !xml.contains(foreign), "{name}: {foreign}");
            }
        }
    }
}

#[test]
fn headings_pictures_and_tables_are_what_they_are() {
    for case in CASES.iter() {
        let (parts, document) = (parts(case), &case.document);
        let styles = &parts["word/styles.xml"];
        for level in 1..=4 {
            let (_, style) = styles.split_once(&format!("w:styleId=\"HbHeading{level}\"")).unwrap();
            let style = style.split("</w:style>").next().unwrap();
            assert!(style.contains(&format!("<w:outlineLvl w:val=\"{}\"/>", level - 1)), "{style}");
        }
        let attached = document.meta.official.attachments.iter().flat_map(|attachment| &attachment.blocks);
        let (mut headings, mut heads, mut pictures) = (0, 0, 0);
        for block in document.blocks.iter().chain(attached) {
            match block {
                Block::Heading(_) => headings += 1,
                Block::Paragraph(paragraph) if paragraph.run_in.is_some() => {
                    headings += usize::from(case.style == Style::Outlined);
                }
                Block::Table(table) => heads += table.head_rows(),
                Block::Image(image) => pictures += usize::from(!image.alt.is_empty()),
                _ => {}
            }
        }
        let xml = &parts["word/document.xml"];
        assert_eq!(xml.matches("<w:pStyle w:val=\"HbHeading").count(), headings);
        assert_eq!(xml.matches("<w:tblHeader/>").count(), heads);
        let described = values(xml, "wp:docPr", "descr");
        assert!(described.len() == pictures && described.iter().all(|words| !words.is_empty()));
        for (element, attribute) in
            [("w:bookmarkStart", "w:id"), ("w:bookmarkStart", "w:name"), ("wp:docPr", "id")]
        {
            let found = values(xml, element, attribute);
            assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), found.len(), "{element} {attribute}");
        }
    }
}

#[test]
fn the_same_document_is_the_same_bytes() {
    let writers: BTreeMap<_, _> =
        STYLES.iter().map(|(style, rules)| (*style, DocxWriter::new(rules))).collect();
    for case in CASES.iter() {
        // A scratch that has written nothing yet makes what one makes that has written all before.
        let again = writers[&case.style].package(&case.document, &mut Scratch::default());
        assert!(again == std::fs::read(&case.docx).unwrap(), "{}", case.docx.display());
    }
}
