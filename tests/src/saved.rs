//! Word files as programs save them: the same lines, in the shape in which Word, WPS and ONLYOFFICE each write them. How WPS and
//! ONLYOFFICE write was seen in files that they saved, and for ONLYOFFICE in what its source code writes.

use std::fmt::Write as _;

use crate::word::Parts;

/// A program that saves Word files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// Microsoft Word: marks of spelling and revision numbers part what was typed in one go.
    Word,
    /// WPS Writer: hanzi and letters stand in runs of their own, styles have numbers for ids.
    Wps,
    /// ONLYOFFICE: empty runs around each run, empty properties everywhere, a control's tag behind all else.
    OnlyOffice,
}

use Program::{OnlyOffice, Word, Wps};

/// All of them.
pub const ALL: [Program; 3] = [Word, Wps, OnlyOffice];

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The prefixes that the programs declare on the root of a part, each in its own order.
fn root(program: Program, name: &str) -> String {
    const COMMON: [(&str, &str); 16] = [
        ("wpc", "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("o", "urn:schemas-microsoft-com:office:office"),
        ("r", R),
        ("m", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
        ("v", "urn:schemas-microsoft-com:vml"),
        ("wp14", "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("w10", "urn:schemas-microsoft-com:office:word"),
        ("w", W),
        ("w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
        ("w15", "http://schemas.microsoft.com/office/word/2012/wordml"),
        ("wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"),
        ("wpi", "http://schemas.microsoft.com/office/word/2010/wordprocessingInk"),
        ("wne", "http://schemas.microsoft.com/office/word/2006/wordml"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
    ];
    let own = match program {
        Word => ("w16se", "http://schemas.microsoft.com/office/word/2015/wordml/symex"),
        Wps => ("wpsCustomData", "http://www.wps.cn/officeDocument/2013/wpsCustomData"),
        OnlyOffice => ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    };
    let declared =
        COMMON.iter().chain([&own]).map(|(prefix, address)| format!(" xmlns:{prefix}=\"{address}\""));
    let ignorable = if program == Word { "w14 w15 w16se wp14" } else { "w14 w15 wp14" };
    format!("{HEAD}<w:{name}{} mc:Ignorable=\"{ignorable}\">", declared.collect::<String>())
}

/// The id that a program gives a style.
fn id(program: Program, style: &str) -> &'static str {
    match (program, style) {
        (Word, "Normal") => "a",
        (Word, "heading 1") | (Wps, "Normal") => "1",
        (Word, "Title") => "a3",
        (Word, _) => "a4",
        (Wps, "heading 1") => "2",
        (Wps, "Title") => "5",
        (Wps, _) => "7",
        (OnlyOffice, "Normal") => "887",
        (OnlyOffice, "heading 1") => "706",
        (OnlyOffice, "Title") => "728",
        (OnlyOffice, _) => "741",
    }
}

/// A file that says these lines: `= ` a title, `# ` a heading, `| a | b |` a row, `页眉：` a header, `文本框：` a text box, else a
/// paragraph. `〔tag〕words〔/〕` is a control.
pub fn parts(lines: &str, program: Program) -> Parts {
    let (mut body, mut header, mut rows) = (String::new(), String::new(), String::new());
    let mut numbers = Numbers::default();
    for line in lines.lines().chain([""]) {
        if let Some(row) = line.strip_prefix("| ") {
            let cells: Vec<&str> = row.trim_end_matches('|').split(" | ").map(str::trim).collect();
            rows += &self::row(program, &cells, &mut numbers);
            continue;
        }
        if !rows.is_empty() {
            body += &table(program, &std::mem::take(&mut rows));
        }
        let mut paragraph = |style: Option<&str>, words: &str| paragraph(program, style, words, &mut numbers);
        if let Some(words) = line.strip_prefix("页眉：") {
            header += &paragraph(None, words);
        } else if let Some(words) = line.strip_prefix("文本框：") {
            let inside = paragraph(None, words);
            body += &around(program, &text_box(program, &inside));
        } else if let Some(words) = line.strip_prefix("= ") {
            body += &paragraph(Some("Title"), words);
        } else if let Some(words) = line.strip_prefix("# ") {
            body += &paragraph(Some("heading 1"), words);
        } else if !line.is_empty() {
            body += &paragraph(None, line);
        }
    }
    package(program, &body, &header)
}

/// What numbers paragraphs and controls.
#[derive(Default)]
struct Numbers(u32);

impl Numbers {
    fn next(&mut self) -> u32 {
        self.0 += 1;
        self.0
    }
}

fn paragraph(program: Program, style: Option<&str>, words: &str, numbers: &mut Numbers) -> String {
    let style =
        style.map(|style| format!("<w:pStyle w:val=\"{}\"/>", id(program, style))).unwrap_or_default();
    let runs = with_controls(program, words, numbers);
    match program {
        Word => {
            let properties = if style.is_empty() { style } else { format!("<w:pPr>{style}</w:pPr>") };
            let number = numbers.next();
            format!(
                "<w:p w14:paraId=\"{number:08X}\" w14:textId=\"77777777\" w:rsidR=\"00D41A33\" w:rsidRDefault=\"00D41A33\">{properties}{runs}</w:p>"
            )
        }
        Wps => format!(
            "<w:p><w:pPr>{style}<w:bidi w:val=\"0\"/><w:rPr><w:rFonts w:hint=\"eastAsia\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:pPr>{runs}</w:p>"
        ),
        OnlyOffice => {
            format!(
                "<w:p><w:pPr>{style}<w:pBdr></w:pBdr><w:spacing/><w:ind/><w:rPr></w:rPr></w:pPr>{runs}</w:p>"
            )
        }
    }
}

/// A paragraph around what is no words.
fn around(program: Program, run: &str) -> String {
    match program {
        OnlyOffice => format!(
            "<w:p><w:pPr><w:pBdr></w:pBdr><w:spacing/><w:ind/><w:rPr></w:rPr></w:pPr><w:r></w:r>{run}<w:r></w:r></w:p>"
        ),
        Word | Wps => format!("<w:p>{run}</w:p>"),
    }
}

fn with_controls(program: Program, words: &str, numbers: &mut Numbers) -> String {
    let mut runs = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('〔') {
        let (tag, after) = after.split_once('〕').expect("a control's tag");
        let (inside, after) = after.split_once("〔/〕").expect("a control's end");
        runs += &self::runs(program, before);
        runs += &control(program, tag, &self::runs(program, inside), numbers.next());
        rest = after;
    }
    runs + &self::runs(program, rest)
}

fn control(program: Program, tag: &str, runs: &str, number: u32) -> String {
    let tag = format!("<w:tag w:val=\"{}\"/>", tag.replace('"', "&quot;"));
    let properties = match program {
        Word => format!(
            "<w:alias w:val=\"填写\"/>{tag}<w:id w:val=\"-{number}\"/><w:placeholder><w:docPart w:val=\"DefaultPlaceholder_-1854013440\"/></w:placeholder><w:text/>"
        ),
        Wps => format!(
            "<w:rPr><w:rFonts w:hint=\"eastAsia\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr><w:alias w:val=\"填写\"/>{tag}<w:id w:val=\"14745{number}\"/><w:placeholder><w:docPart w:val=\"{{8a2b3c4d-0000-4000-8000-000000000001}}\"/></w:placeholder><w:text/>"
        ),
        OnlyOffice => format!(
            "<w:alias w:val=\"填写\"/><w15:appearance w15:val=\"boundingBox\"/><w:id w:val=\"90210{number}\"/><w:lock w:val=\"unlocked\"/><w:placeholder><w:docPart w:val=\"{{ABCD{number}}}\"/></w:placeholder>{tag}<w:text />"
        ),
    };
    let end = match program {
        Word => "",
        Wps => {
            "<w:sdtEndPr><w:rPr><w:rFonts w:hint=\"eastAsia\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:sdtEndPr>"
        }
        OnlyOffice => "<w:sdtEndPr></w:sdtEndPr>",
    };
    format!("<w:sdt><w:sdtPr>{properties}</w:sdtPr>{end}<w:sdtContent>{runs}</w:sdtContent></w:sdt>")
}

/// Words in the runs of a program.
fn runs(program: Program, words: &str) -> String {
    let words = words.replace('&', "&amp;").replace('<', "&lt;");
    if words.is_empty() {
        return words;
    }
    match program {
        Word => word_runs(&words),
        Wps => wps_runs(&words),
        OnlyOffice => format!(
            "<w:r></w:r><w:r><w:rPr><w:lang w:val=\"zh-CN\" w:eastAsia=\"zh-CN\"/></w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r><w:r></w:r>"
        ),
    }
}

/// What is in braces is misspelt to Word, and stands by itself; what was typed later has another number.
fn word_runs(words: &str) -> String {
    const START: &str = "<w:proofErr w:type=\"spellStart\"/>";
    const END: &str = "<w:proofErr w:type=\"spellEnd\"/>";
    let run = |words: &str| {
        let hint = if words.is_ascii() { "" } else { "<w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr>" };
        let space = if words.trim() == words { "" } else { " xml:space=\"preserve\"" };
        format!("<w:r w:rsidR=\"00B52C44\">{hint}<w:t{space}>{words}</w:t></w:r>")
    };
    let mut runs = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once("{{") {
        let (inside, after) = after.split_once("}}").expect("braces close");
        if !before.is_empty() {
            runs += &run(before);
        }
        let (first, others) = inside.split_at(inside.len().min(3));
        runs.extend([&run("{{"), START, &run(first)]);
        if !others.is_empty() {
            runs += &run(others);
        }
        runs.extend([END, &run("}}")]);
        rest = after;
    }
    if !rest.is_empty() {
        runs += &run(rest);
    }
    runs
}

/// WPS parts hanzi from letters.
fn wps_runs(words: &str) -> String {
    let mut runs = String::new();
    let mut rest = words;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c: char| c.is_ascii() != first.is_ascii()).unwrap_or(rest.len());
        let (own, after) = rest.split_at(end);
        let hint = if first.is_ascii() { "default" } else { "eastAsia" };
        let space = if own.trim() == own { "" } else { " xml:space=\"preserve\"" };
        let _ = write!(
            runs,
            "<w:r><w:rPr><w:rFonts w:hint=\"{hint}\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr><w:t{space}>{own}</w:t></w:r>"
        );
        rest = after;
    }
    runs
}

fn row(program: Program, cells: &[&str], numbers: &mut Numbers) -> String {
    let mut written = String::new();
    for words in cells {
        let properties = match program {
            Word => "<w:tcW w:w=\"2765\" w:type=\"dxa\"/>",
            Wps => "<w:tcW w:w=\"2840\" w:type=\"dxa\"/><w:noWrap w:val=\"0\"/><w:vAlign w:val=\"top\"/>",
            OnlyOffice => {
                "<w:tcW w:w=\"2765\" w:type=\"dxa\"/><w:tcBorders></w:tcBorders><w:noWrap w:val=\"false\"/><w:textDirection w:val=\"lrTb\"/>"
            }
        };
        let _ = write!(
            written,
            "<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>",
            paragraph(program, None, words, numbers)
        );
    }
    match program {
        Word => format!(
            "<w:tr w:rsidR=\"00D41A33\" w14:paraId=\"{:08X}\" w14:textId=\"77777777\">{written}</w:tr>",
            numbers.next()
        ),
        Wps => format!(
            "<w:tr><w:tblPrEx><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPrEx><w:trPr/>{written}</w:tr>"
        ),
        OnlyOffice => format!("<w:tr><w:trPr></w:trPr>{written}</w:tr>"),
    }
}

fn table(program: Program, rows: &str) -> String {
    let style = id(program, "Table Grid");
    let layout = match program {
        Word => {
            "<w:tblLook w:val=\"04A0\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/>"
        }
        Wps => "<w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblLayout w:type=\"autofit\"/>",
        OnlyOffice => {
            "<w:tblBorders></w:tblBorders><w:tblLook w:val=\"04A0\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/>"
        }
    };
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/><w:tblW w:w=\"0\" w:type=\"auto\"/>{layout}</w:tblPr><w:tblGrid><w:gridCol w:w=\"2765\"/><w:gridCol w:w=\"2765\"/></w:tblGrid>{rows}</w:tbl>"
    )
}

/// A text box in both of its kinds; the older one is there in all three.
fn text_box(program: Program, inside: &str) -> String {
    let name = if program == OnlyOffice { "" } else { "文本框 1" };
    let (declared, kind) = match program {
        OnlyOffice => ("", "type=\"shapetype_202\""),
        Word | Wps => (
            " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"",
            "o:spt=\"202\" type=\"#_x0000_t202\"",
        ),
    };
    format!(
        concat!(
            "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">",
            "<wp:extent cx=\"2000000\" cy=\"600000\"/><wp:docPr id=\"1\" name=\"{name}\"/><a:graphic{declared}>",
            "<a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:cNvSpPr txBox=\"1\"/>",
            "<wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"2000000\" cy=\"600000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></wps:spPr>",
            "<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>",
            "<mc:Fallback><w:pict><v:shape id=\"_x0000_s1026\" {kind} style=\"width:157pt;height:47pt\"><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>",
            "</mc:AlternateContent></w:r>"
        ),
        name = name,
        declared = declared,
        kind = kind,
        inside = inside,
    )
}

fn styles(program: Program) -> String {
    let style = |kind: &str, name: &str, more: &str| {
        let (own, base) = (id(program, name), id(program, "Normal"));
        let (default, based) = match name {
            "Normal" => (" w:default=\"1\"", String::new()),
            "Table Grid" => ("", String::new()),
            _ => ("", format!("<w:basedOn w:val=\"{base}\"/><w:next w:val=\"{base}\"/>")),
        };
        format!(
            "<w:style w:type=\"{kind}\"{default} w:styleId=\"{own}\"><w:name w:val=\"{name}\"/>{based}<w:qFormat/>{more}</w:style>"
        )
    };
    let lines = "<w:tblPr><w:tblBorders><w:top w:val=\"single\" w:color=\"auto\" w:sz=\"4\" w:space=\"0\"/><w:insideH w:val=\"single\" w:color=\"auto\" w:sz=\"4\" w:space=\"0\"/></w:tblBorders></w:tblPr>";
    format!(
        "{}<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"宋体\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>{}{}{}{}</w:styles>",
        root(program, "styles"),
        style("paragraph", "Normal", ""),
        style("paragraph", "heading 1", "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>"),
        style("paragraph", "Title", "<w:pPr><w:jc w:val=\"center\"/></w:pPr>"),
        style("table", "Table Grid", lines)
    )
}

fn package(program: Program, body: &str, header: &str) -> Parts {
    let grid = match program {
        Word => "<w:cols w:space=\"425\"/><w:docGrid w:type=\"lines\" w:linePitch=\"312\"/>",
        Wps => {
            "<w:cols w:space=\"425\" w:num=\"1\"/><w:docGrid w:type=\"lines\" w:linePitch=\"312\" w:charSpace=\"0\"/>"
        }
        OnlyOffice => {
            "<w:cols w:num=\"1\" w:sep=\"0\" w:space=\"708\" w:equalWidth=\"1\"/><w:docGrid w:linePitch=\"360\"/>"
        }
    };
    // Where the cursor stood when the file was saved.
    let cursor = if program == OnlyOffice {
        ""
    } else {
        "<w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/><w:bookmarkEnd w:id=\"0\"/>"
    };
    let document = format!(
        "{}<w:body>{cursor}{body}<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId9\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1800\" w:bottom=\"1440\" w:left=\"1800\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/>{grid}</w:sectPr></w:body></w:document>",
        root(program, "document")
    );
    let header = format!("{}{header}</w:hdr>", root(program, "hdr"));
    let settings = format!("{}<w:zoom w:percent=\"100\"/></w:settings>", root(program, "settings"));
    let mut all: Vec<(&str, String, String)> = vec![
        ("word/document.xml", format!("{KIND}.document.main+xml"), document),
        ("word/styles.xml", format!("{KIND}.styles+xml"), styles(program)),
        ("word/settings.xml", format!("{KIND}.settings+xml"), settings),
        ("word/header1.xml", format!("{KIND}.header+xml"), header),
    ];
    let mut links = String::new();
    for (id, kind, target) in [
        ("rId1", "styles", "styles.xml"),
        ("rId2", "settings", "settings.xml"),
        ("rId9", "header", "header1.xml"),
    ] {
        let _ = write!(links, "<Relationship Id=\"{id}\" Type=\"{R}/{kind}\" Target=\"{target}\"/>");
    }
    if program == Wps {
        let data = "http://www.wps.cn/officeDocument/2013/wpsCustomData";
        let own = format!(
            "{HEAD}<s:customData xmlns=\"{data}\" xmlns:s=\"{data}\"><customSectProps><customSectPr/></customSectProps></s:customData>"
        );
        all.push(("customXml/item1.xml", "application/xml".to_owned(), own));
        let _ = write!(
            links,
            "<Relationship Id=\"rId6\" Type=\"{R}/customXml\" Target=\"../customXml/item1.xml\"/>"
        );
    }
    let mut types = String::new();
    let mut parts = Parts::new();
    for (name, kind, xml) in all {
        let _ = write!(types, "<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>");
        parts.insert(name.to_owned(), xml.into_bytes());
    }
    let relationships =
        |links: &str| format!("{HEAD}<Relationships xmlns=\"{RELATIONSHIPS}\">{links}</Relationships>");
    let main =
        format!("<Relationship Id=\"rId1\" Type=\"{R}/officeDocument\" Target=\"word/document.xml\"/>");
    let list = format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>{types}</Types>"
    );
    parts.insert("word/_rels/document.xml.rels".to_owned(), relationships(&links).into_bytes());
    parts.insert("_rels/.rels".to_owned(), relationships(&main).into_bytes());
    parts.insert("[Content_Types].xml".to_owned(), list.into_bytes());
    parts
}
