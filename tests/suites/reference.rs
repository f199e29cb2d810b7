//! An office's own Word file as the reference of documents: what is taken of it, what is refused, and what a change of it redoes.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use huibian_tests::readers::{ask, readers};
use huibian_tests::{Workspace, root};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const MADE: &str = "out/ideology/2023Q2/云溪镇.docx";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

type Parts = BTreeMap<String, Vec<u8>>;

fn unpacked(path: &Path) -> Parts {
    let mut package = ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut parts = Parts::new();
    for index in 0..package.len() {
        let mut part = package.by_index(index).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        parts.insert(part.name().unwrap().into_owned(), bytes);
    }
    parts
}

fn pack(path: &Path, parts: &Parts) {
    let mut package = ZipWriter::new(fs::File::create(path).unwrap());
    for (name, bytes) in parts {
        package.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        package.write_all(bytes).unwrap();
    }
    package.finish().unwrap();
}

fn text(parts: &Parts, name: &str) -> String {
    String::from_utf8(parts[name].clone()).unwrap()
}

fn change(parts: &mut Parts, name: &str, from: &str, to: &str) {
    let found = text(parts, name);
    assert!(found.contains(from), "{name} has no {from}");
    parts.insert(name.to_owned(), found.replace(from, to).into_bytes());
}

/// A workspace that has made its documents once, and the parts of one of them.
fn made() -> (Workspace, Parts) {
    let workspace = Workspace::new();
    assert_eq!(workspace.batch("2"), 0);
    let parts = unpacked(&workspace.path(MADE));
    workspace.replace("workspace.toml", "[output]\n", "[output]\nreference = \"our.docx\"\n");
    (workspace, parts)
}

/// The style of an id in a part with styles.
fn style<'s>(styles: &'s str, id: &str) -> &'s str {
    let mut all = styles.split("<w:style ");
    all.find(|style| style.contains(&format!("w:styleId=\"{id}\"")))
        .unwrap_or_else(|| panic!("no style {id}"))
}

fn with_header(parts: &mut Parts) {
    let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let header = format!(
        "<w:hdr xmlns:w=\"{main}\"><w:p><w:pPr><w:pStyle w:val=\"HbBody\"/></w:pPr><w:r><w:t>云溪镇人民政府</w:t></w:r></w:p></w:hdr>"
    );
    parts.insert("word/header1.xml".to_owned(), header.into_bytes());
    let link = format!(
        "<Relationship Id=\"rIdH\" Type=\"{RELATIONSHIPS}/header\" Target=\"header1.xml\"/></Relationships>"
    );
    change(parts, "word/_rels/document.xml.rels", "</Relationships>", &link);
    let named = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdH\"/>";
    change(parts, "word/document.xml", "<w:sectPr>", named);
}

#[test]
fn styles_pages_and_headers_are_theirs() {
    let (workspace, mut parts) = made();
    with_header(&mut parts);
    change(&mut parts, "word/document.xml", "w:left=\"1588\"", "w:left=\"1701\" w:unknown=\"\"");
    change(&mut parts, "word/document.xml", " w:unknown=\"\"", "");
    change(
        &mut parts,
        "word/styles.xml",
        "<w:name w:val=\"公文正文\"/>",
        "<w:name w:val=\"公文正文\"/><w:aliases w:val=\"正文一\"/>",
    );
    let styles = text(&parts, "word/styles.xml").replace("HbBody", "a5");
    let body = style(&styles, "a5").to_owned();
    let styles = styles.replace(&body, &body.replace("w:sz w:val=\"32\"", "w:sz w:val=\"36\""));
    parts.insert("word/styles.xml".to_owned(), styles.into_bytes());
    change(&mut parts, "word/header1.xml", "HbBody", "a5");
    pack(&workspace.path("our.docx"), &parts);
    assert_eq!(workspace.batch("2"), 0);
    let found = unpacked(&workspace.path(MADE));
    let styles = text(&found, "word/styles.xml");
    assert!(style(&styles, "HbBody").contains("w:sz w:val=\"36\""), "{}", style(&styles, "HbBody"));
    assert!(!styles.contains("\"a5\""), "their id is ours now");
    assert!(style(&styles, "HbTitle").contains("w:sz w:val=\"44\""));
    assert!(style(&styles, "HbTableCell").contains("w:basedOn w:val=\"HbBase\""), "what they lack is added");
    let document = text(&found, "word/document.xml");
    assert!(document.contains("w:left=\"1701\""), "{document}");
    let header = found.values().filter_map(|bytes| std::str::from_utf8(bytes).ok());
    let header = header
        .filter(|part| part.contains("云溪镇人民政府</w:t>") && part.contains("<w:hdr"))
        .collect::<Vec<_>>();
    assert_eq!(header.len(), 1);
    assert!(header[0].contains("<w:pStyle w:val=\"HbBody\"/>"), "{}", header[0]);
    // One thread or many, the first run or the second: the same bytes.
    let before = workspace.files();
    fs::remove_dir_all(workspace.path("out")).unwrap();
    assert_eq!(workspace.batch("1"), 0);
    let docx = |files: Vec<(String, Vec<u8>)>| -> Vec<_> {
        files.into_iter().filter(|(name, _)| !name.contains("manifest")).collect()
    };
    assert!(docx(before) == docx(workspace.files()), "the documents differ");
}

#[test]
fn a_reference_that_changes_redoes_the_documents() {
    let (workspace, mut parts) = made();
    let run = || String::from_utf8(workspace.run(&["--lang", "en", "batch"]).stdout).unwrap();
    pack(&workspace.path("our.docx"), &parts);
    assert!(!run().contains("no file was written"));
    assert!(run().contains("no file was written"), "nothing has changed");
    change(&mut parts, "word/styles.xml", "w:sz w:val=\"44\"", "w:sz w:val=\"40\"");
    pack(&workspace.path("our.docx"), &parts);
    assert!(!run().contains("no file was written"));
    let styles = text(&unpacked(&workspace.path(MADE)), "word/styles.xml");
    assert!(style(&styles, "HbTitle").contains("w:sz w:val=\"40\""));
}

/// An office's file with a header, in which each case changes one thing.
struct Headed(Parts);

impl Headed {
    fn linked(&self, kind: &str, target: &str, mode: &str) -> Parts {
        let link = format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{RELATIONSHIPS}/{kind}\" Target=\"{target}\"{mode}/></Relationships>"
        );
        self.with("word/_rels/header1.xml.rels", link.into_bytes())
    }

    fn changed(&self, name: &str, from: &str, to: &str) -> Parts {
        let mut parts = self.0.clone();
        change(&mut parts, name, from, to);
        parts
    }

    /// With something in its header's paragraph.
    fn held(&self, inside: &str) -> Parts {
        self.changed("word/header1.xml", "</w:p>", &format!("{inside}</w:p>"))
    }

    fn with(&self, name: &str, bytes: Vec<u8>) -> Parts {
        let mut parts = self.0.clone();
        parts.insert(name.to_owned(), bytes);
        parts
    }

    fn without(&self, name: &str) -> Parts {
        let mut parts = self.0.clone();
        parts.remove(name).unwrap();
        parts
    }
}

type Cases = Vec<(&'static str, Parts)>;

/// What would lead out of the document.
fn leading_out(office: &Headed) -> Cases {
    vec![
        ("macro", office.with("word/vbaProject.bin", vec![0])),
        ("external", office.linked("image", "http://example.org/a.png", " TargetMode=\"External\"")),
        ("web link", office.linked("hyperlink", "http://www.gov.cn/", " TargetMode=\"External\"")),
        (
            "field",
            office.held(
                "<w:fldSimple w:instr=\" INCLUDETEXT &quot;C:\\secret.docx&quot; \"><w:r><w:t>a</w:t></w:r></w:fldSimple>",
            ),
        ),
        (
            "split field",
            office.held(
                &["begin", "DDE", "AUTO cmd", "separate", "end"]
                    .map(|part| match part {
                        "DDE" | "AUTO cmd" => format!("<w:r><w:instrText>{part}</w:instrText></w:r>"),
                        part => format!("<w:r><w:fldChar w:fldCharType=\"{part}\"/></w:r>"),
                    })
                    .concat(),
            ),
        ),
        (
            "drawing",
            office.held(
                "<w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:imagedata src=\"http://example.org/a.png\"/></v:shape></w:pict></w:r>",
            ),
        ),
        (
            "dangling",
            office.held(&format!(
                "<w:hyperlink xmlns:r=\"{RELATIONSHIPS}\" r:id=\"rId77\"><w:r><w:t>a</w:t></w:r></w:hyperlink>"
            )),
        ),
        ("comment", office.held("<w:r><w:commentReference w:id=\"0\"/></w:r>")),
        ("svg", {
            let mut parts = office.linked("image", "media/a.svg", "");
            let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><image href=\"http://example.org/a.png\"/></svg>";
            parts.insert("word/media/a.svg".to_owned(), svg.into());
            parts
        }),
    ]
}

/// What is no sound document, or has no room for a report.
fn unsound(office: &Headed) -> Cases {
    let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let deep = "<w:p>".repeat(300) + &"</w:p>".repeat(300);
    vec![
        ("object", office.linked("oleObject", "embeddings/a.bin", "")),
        ("climbing target", office.linked("image", "../../../a.png", "")),
        ("missing picture", office.linked("image", "media/none.png", "")),
        ("climbing name", office.with("../evil.xml", vec![0])),
        ("bomb", office.with("word/media/zeros.png", vec![0; 65 << 20])),
        ("no styles", office.without("word/styles.xml")),
        ("no document", office.without("word/document.xml")),
        ("no relationships", office.without("_rels/.rels")),
        ("broken xml", office.changed("word/document.xml", "</w:body>", "")),
        ("words outside the styles", office.changed("word/styles.xml", "</w:styles>", "</w:styles>甲")),
        (
            "document type",
            office.changed("word/styles.xml", "<w:styles", "<!DOCTYPE x [<!ENTITY a \"b\">]><w:styles"),
        ),
        (
            "other vocabulary",
            office.changed("word/document.xml", main, "http://example.org/wordprocessingml/main"),
        ),
        ("deep", office.changed("word/header1.xml", "</w:hdr>", &format!("{deep}</w:hdr>"))),
        ("no room", office.changed("word/document.xml", "w:left=\"1588\"", "w:left=\"11000\"")),
        ("wild margin", office.changed("word/document.xml", "w:left=\"1588\"", "w:left=\"99999999999\"")),
    ]
}

/// Every part of XML, written otherwise.
fn rewritten(parts: &Parts, to: impl Fn(&str) -> String) -> Parts {
    let is_xml = |name: &str| name.starts_with("word/") || name.contains("_rels/");
    let part = |(name, bytes): (&String, &Vec<u8>)| {
        let text = std::str::from_utf8(bytes).ok().filter(|_| is_xml(name));
        (name.clone(), text.map_or_else(|| bytes.clone(), |text| to(text).into_bytes()))
    };
    parts.iter().map(part).collect()
}

/// With another prefix than Word's.
fn prefixed(xml: &str) -> String {
    let mut xml = xml.to_owned();
    for before in ["<", "</", " ", "xmlns:"] {
        let (from, to) = (format!("{before}w:"), format!("{before}ns0:"));
        xml = xml.replace(&from, &to);
    }
    xml.replace("xmlns:w=", "xmlns:ns0=")
}

/// As Word saves Strict Open XML: other addresses, lengths with their measure, edges by the direction of the text.
fn strict(xml: &str) -> String {
    let mut xml = xml.to_owned();
    for (from, to) in [
        ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "wordprocessingml/main"),
        (RELATIONSHIPS, "officeDocument/relationships"),
        ("http://schemas.openxmlformats.org/drawingml/2006/main", "drawingml/main"),
    ] {
        xml = xml.replace(from, &format!("http://purl.oclc.org/ooxml/{to}"));
    }
    for (from, to) in [
        ("<w:document ", "<w:document w:conformance=\"strict\" "),
        ("w:w=\"11906\"", "w:w=\"595.30pt\""),
        ("w:left=\"1701\"", "w:left=\"85.05pt\""),
        ("w:sz w:val=\"36\"", "w:sz w:val=\"18pt\""),
        ("w:jc w:val=\"right\"", "w:jc w:val=\"end\""),
        ("w:left=\"0\"", "w:start=\"0pt\""),
    ] {
        xml = xml.replace(from, to);
    }
    xml
}

#[test]
fn strict_documents_and_other_prefixes_give_the_same_documents() {
    let (workspace, mut parts) = made();
    with_header(&mut parts);
    change(&mut parts, "word/document.xml", "w:left=\"1588\"", "w:left=\"1701\"");
    let styles = text(&parts, "word/styles.xml");
    let body = style(&styles, "HbBody").to_owned();
    let styles = styles.replace(&body, &body.replace("w:sz w:val=\"32\"", "w:sz w:val=\"36\""));
    parts.insert("word/styles.xml".to_owned(), styles.into_bytes());
    let made_from = |parts: &Parts| {
        pack(&workspace.path("our.docx"), parts);
        assert_eq!(workspace.batch("2"), 0);
        unpacked(&workspace.path(MADE))
    };
    let expected = made_from(&parts);
    assert!(text(&expected, "word/document.xml").contains("w:left=\"1701\""));
    for (form, to) in [
        ("prefixed", prefixed as fn(&str) -> String),
        ("strict", strict),
        ("both", |xml| prefixed(&strict(xml))),
    ] {
        let other = rewritten(&parts, to);
        assert_ne!(other["word/document.xml"], parts["word/document.xml"], "{form}");
        let found = made_from(&other);
        for (name, bytes) in &expected {
            let (before, after) = (String::from_utf8_lossy(bytes), String::from_utf8_lossy(&found[name]));
            assert!(canonical(&before) == canonical(&after), "{form}: {name}\n{before}\n{after}");
        }
    }
}

/// Without the addresses that a root declares: they are in another order.
fn canonical(xml: &str) -> String {
    let declared = |word: &&str| !word.starts_with("xmlns:");
    xml.replace('>', " >")
        .split(' ')
        .filter(declared)
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn what_cannot_serve_is_told_and_nothing_is_written() {
    let (workspace, mut parts) = made();
    fs::remove_dir_all(workspace.path("out")).unwrap();
    with_header(&mut parts);
    let office = Headed(parts);
    let mut told: BTreeMap<&str, String> = BTreeMap::new();
    let mut tell = |case: &str| {
        for lang in ["zh", "en"] {
            let output = workspace.run(&["--lang", lang, "batch"]);
            let said =
                String::from_utf8(output.stderr).unwrap().replace(&*workspace.path("").to_string_lossy(), "");
            let _ = writeln!(
                told.entry(lang).or_default(),
                "## {case}\n{said}exit {}\n",
                output.status.code().unwrap()
            );
            assert!(!workspace.path("out").exists(), "{case}");
        }
    };
    for (case, parts) in leading_out(&office).into_iter().chain(unsound(&office)) {
        pack(&workspace.path("our.docx"), &parts);
        tell(case);
    }
    for (case, bytes) in [
        ("doc", vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        ("text", b"no Word file".to_vec()),
        ("empty", Vec::new()),
        ("cut off", {
            let whole = fs::read(workspace.path("our.docx")).unwrap();
            whole[..whole.len() / 2].to_vec()
        }),
    ] {
        fs::write(workspace.path("our.docx"), bytes).unwrap();
        tell(case);
    }
    fs::remove_file(workspace.path("our.docx")).unwrap();
    tell("not there");
    for (lang, said) in told {
        assert_eq!(said.matches("exit 2\n").count(), 29, "{said}");
        let path = root().join(format!("tests/expected/reference/refused.{lang}.txt"));
        if std::env::var_os("HUIBIAN_BLESS").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &said).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        assert_eq!(said, expected, "HUIBIAN_BLESS=1 rewrites it");
    }
}

/// What an office does to its file in Word, python-docx does here.
#[test]
fn a_document_that_was_restyled_serves_as_the_reference() {
    let Some(home) = readers() else { return };
    let (workspace, _) = made();
    let own = workspace.path("our.docx");
    fs::copy(workspace.path(MADE), &own).unwrap();
    let files = vec![own];
    assert!(ask::<bool>(&home, "restyle.py", &files).values().all(|done| *done));
    assert_eq!(workspace.batch("2"), 0);
    let documents: Vec<PathBuf> = fs::read_dir(workspace.path("out/ideology/2023Q2"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "docx"))
        .collect();
    assert!(documents.len() > 3);
    for (file, faults) in ask::<Vec<String>>(&home, "packages.py", &documents) {
        assert!(faults.is_empty(), "{}: {faults:#?}", file.display());
    }
    let found = unpacked(&workspace.path(MADE));
    assert!(style(&text(&found, "word/styles.xml"), "HbBody").contains("w:sz w:val=\"36\""));
    assert!(found.contains_key("word/media/reference1.png"), "{:?}", found.keys());
    // On the page, as LibreOffice sets it: 30 mm on the left, the header on the second odd page or the first page's own.
    let pages: BTreeMap<PathBuf, serde_json::Value> = ask(&home, "layout.py", &documents[..1]);
    let said = pages.values().next().unwrap().to_string();
    assert!(said.contains("首页页眉"), "{said}");
}

/// The bytes of an element that stands once, the last of its name.
fn element(xml: &str, name: &str) -> String {
    let start = xml.rfind(&format!("<{name}")).unwrap();
    let rest = &xml[start..];
    let end = match rest.find(&format!("</{name}>")) {
        Some(end) => end + name.len() + 3,
        None => rest.find('>').unwrap() + 1,
    };
    rest[..end].to_owned()
}

#[test]
fn what_a_file_does_not_say_of_its_page_is_the_house_styles() {
    let (workspace, before) = made();
    let page = |parts: &Parts, name: &str| element(&text(parts, "word/document.xml"), name);
    let (size, margins) = (page(&before, "w:pgSz"), page(&before, "w:pgMar"));
    let section = page(&before, "w:sectPr");
    for without in [margins.as_str(), size.as_str(), section.as_str()] {
        let mut parts = before.clone();
        change(&mut parts, "word/document.xml", without, "");
        pack(&workspace.path("our.docx"), &parts);
        assert_eq!(workspace.batch("2"), 0, "{without}");
        let after = unpacked(&workspace.path(MADE));
        assert_eq!((page(&after, "w:pgSz"), page(&after, "w:pgMar")), (size.clone(), margins.clone()));
    }
}

/// As Google's documents write it: `w:w="11906.0"`.
#[test]
fn a_page_may_be_said_with_a_point() {
    let (workspace, mut parts) = made();
    let page = |parts: &Parts, name: &str| element(&text(parts, "word/document.xml"), name);
    let own = ["w:pgSz", "w:pgMar"].map(|name| page(&parts, name));
    for written in &own {
        let pointed = written.replace("\" ", ".0\" ").replace("\"/>", ".0\"/>");
        assert_ne!(*written, pointed);
        change(&mut parts, "word/document.xml", written, &pointed);
    }
    pack(&workspace.path("our.docx"), &parts);
    assert_eq!(workspace.batch("2"), 0);
    let after = unpacked(&workspace.path(MADE));
    assert_eq!(["w:pgSz", "w:pgMar"].map(|name| page(&after, name)), own);
}

/// What is said of a report whose reference has a header with this paragraph.
fn said_of_header(paragraph: &str) -> String {
    let (workspace, mut parts) = made();
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let header = format!("<w:hdr xmlns:w=\"{namespace}\">{paragraph}</w:hdr>");
    parts.insert("word/header9.xml".to_owned(), header.into_bytes());
    let named = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdH\"/>";
    change(&mut parts, "word/document.xml", "<w:sectPr>", named);
    let link = format!(
        "<Relationship Id=\"rIdH\" Type=\"{RELATIONSHIPS}/header\" Target=\"header9.xml\"/></Relationships>"
    );
    change(&mut parts, "word/_rels/document.xml.rels", "</Relationships>", &link);
    pack(&workspace.path("our.docx"), &parts);
    let output = workspace.huibian(&["--lang", "en", "assemble", "yunxi"]).output().unwrap();
    assert!(output.status.success());
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_header_that_shows_a_style_which_no_report_has_is_told_of() {
    let said = said_of_header("<w:p><w:fldSimple w:instr=\" STYLEREF &quot;章名&quot; \"/></w:p>");
    assert!(said.contains("[S014]") && said.contains("章名"), "{said}");
}

#[test]
fn braces_in_a_header_are_told_of_though_runs_part_them() {
    let runs = ["{", "{unit.na", "me}}办公室"].map(|words| format!("<w:r><w:t>{words}</w:t></w:r>"));
    let said = said_of_header(&format!("<w:p>{}</w:p>", runs.concat()));
    assert!(said.contains("prints {{unit.name}} as it stands") && said.contains("[S015]"), "{said}");
    assert!(!said_of_header("<w:p><w:r><w:t>{办公室}</w:t></w:r></w:p>").contains("[S015]"));
}
