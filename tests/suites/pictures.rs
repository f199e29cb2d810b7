//! Pictures and charts end to end: from a template or a unit's data into every format, and what is wrong with them told
//! with its place before anything is made.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use huibian_tests::bare::Bare;
use huibian_tests::readers::{ask, readers};
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::{DynamicImage, ExtendedColorType};

/// One grey pixel.
const PNG: &[u8] = &[
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0,
    0, 1, 8, 0, 0, 0, 0, 0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63,
    0x68, 0, 0, 0, 0x82, 0, 0x81, 0xDA, 0x45, 0x08, 0x3B, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42,
    0x60, 0x82,
];
const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60mm\" height=\"30mm\" viewBox=\"0 0 60 30\">\n\
                   <rect width=\"60\" height=\"30\" fill=\"#ddd\"/>\n\
                   <text x=\"4\" y=\"18\" font-size=\"6\" font-family=\"仿宋_GB2312\">河道巡查</text>\n</svg>\n";

const PLUGIN: &str = r#"id = "works"
version = "0.1.0"
title = "工程"
contract = 1
absent = "omit"
slots = ["results"]

[fields]
built = { label = "完工", type = "integer", measure = "处" }
open = { label = "在建", type = "integer", measure = "处" }
photo = { label = "照片", type = "text" }

[fields.visits]
label = "现场"
type = "ledger"
columns.photo = { label = "照片", type = "text", required = true }
columns.about = { label = "说明", type = "text", required = true }

[counts]
built = { label = "完工", measure = "处", number = "built" }
open = { label = "在建", measure = "处", number = "open" }

[counts.share]
label = "完工率"
kind = "ratio"
scale = 1
ratio = { num = "built", den = "open", as = "%" }
"#;

/// A workspace with one plugin, whose section is `section`, and a report that goes on with `report`.
fn workspace(report: &str, section: &str) -> Bare {
    let bare = Bare::new(&[]);
    bare.replace("workspace.toml", "plugins = []", "plugins = [\"works\"]");
    bare.replace("workspace.toml", "[\"md\"]", "[\"md\", \"txt\", \"html\", \"docx\"]");
    bare.write("plugins/works/plugin.toml", PLUGIN);
    bare.write("plugins/works/sections/results.hbs", format!("# 工程\n\n完工见下。\n\n{section}\n"));
    let text = fs::read_to_string(bare.path("templates/bare.hbs")).unwrap();
    bare.write("templates/bare.hbs", format!("{text}\n{report}\n"));
    bare.write("templates/pictures/site.png", PNG);
    bare.write("templates/pictures/river.svg", SVG);
    bare.unit("yunxi", &[("works", "built = 3\nopen = 2")]);
    bare
}

fn read(bare: &Bare, file: &str) -> String {
    fs::read_to_string(bare.path(file)).unwrap()
}

/// What `check` says, without the workspace's own path.
fn check(bare: &Bare, lang: &str) -> (Option<i32>, String) {
    let output = bare.run(&["--lang", lang, "check"]);
    let said = String::from_utf8(output.stderr).unwrap();
    (output.status.code(), said.replace(&*bare.path("").to_string_lossy(), ""))
}

fn made(bare: &Bare) {
    let output = bare.run(&["--lang", "en", "batch"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

fn part(file: &Path, name: &str) -> Vec<u8> {
    let mut package = zip::ZipArchive::new(fs::File::open(file).unwrap()).unwrap();
    let mut bytes = Vec::new();
    package.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

/// The package is valid, and python-docx finds so many pictures in it.
fn holds(bare: &Bare, pictures: usize) {
    let Some(home) = readers() else { return };
    let document = bare.path("out/yunxi.docx");
    let faults = ask::<Vec<String>>(&home, "packages.py", std::slice::from_ref(&document));
    assert_eq!(faults[&document], Vec::<String>::new());
    let found = ask::<usize>(&home, "pictures.py", std::slice::from_ref(&document));
    assert_eq!(found[&document], pictures);
}

#[test]
fn a_picture_is_in_every_format_with_its_words() {
    let bare = workspace(
        "## 现场\n\n见下图。\n{{image \"pictures/site.png\" alt=\"现场照片\" caption=\"图1 现场\" width=\"60mm\"}}\n\
         {{image \"pictures/river.svg\" alt=\"巡查示意图\"}}",
        "",
    );
    made(&bare);
    let markdown = read(&bare, "out/yunxi.md");
    assert!(markdown.contains("见下图。\n\n![现场照片]()\n\n图1 现场\n\n![巡查示意图]()"), "{markdown}");
    let text = read(&bare, "out/yunxi.txt");
    assert!(text.contains("现场照片") && text.contains("图1 现场") && text.contains("巡查示意图"), "{text}");
    let html = read(&bare, "out/yunxi.html");
    let square = "style=\"width:60mm;aspect-ratio:2160000/2160000\" src=\"data:image/png;base64,iVBOR";
    assert!(html.contains(&format!("<img alt=\"现场照片\" {square}")));
    let drawn = "style=\"width:60mm;aspect-ratio:2160000/1080000\" src=\"data:image/svg+xml;base64,";
    assert!(html.contains(&format!("<img alt=\"巡查示意图\" {drawn}")));
    let docx = bare.path("out/yunxi.docx");
    assert_eq!(part(&docx, "word/media/image1.png"), PNG);
    assert!(part(&docx, "word/media/image2.png").starts_with(&PNG[..8]), "the drawing as pixels");
    assert_eq!(part(&docx, "word/media/image3.svg"), SVG.as_bytes());
    let xml = String::from_utf8(part(&docx, "word/document.xml")).unwrap();
    assert!(xml.contains("descr=\"巡查示意图\"") && xml.contains("<asvg:svgBlip "));
    assert!(xml.contains("<wp:extent cx=\"2160000\" cy=\"1080000\"/>"), "60 mm × 30 mm");
    holds(&bare, 2);
    let first = fs::read(&docx).unwrap();
    bare.run(&["batch", "--force"]);
    assert_eq!(fs::read(&docx).unwrap(), first, "made anew, all is the same");
}

#[test]
fn a_units_own_picture_lies_beside_its_data_and_is_looked_at_again_when_it_changes() {
    let section = "{{#if fields.photo}}\n{{image fields.photo alt=\"单位照片\"}}\n{{/if}}\n\
                   {{#if fields.visits}}{{#each fields.visits}}\n{{image photo alt=about caption=about}}\n{{/each}}{{/if}}";
    let bare = workspace("", section);
    let visits = "visits = [{ photo = \"照片\\\\二.png\", about = \"复查\" }]";
    bare.unit("yunxi", &[("works", &format!("photo = \"照片/一.png\"\n{visits}"))]);
    bare.unit("hekou", &[("works", "built = 1")]);
    bare.write("data/照片/一.png", PNG);
    bare.write("data/照片/二.png", PNG);
    made(&bare);
    let markdown = read(&bare, "out/yunxi.md");
    assert!(markdown.contains("![单位照片]()\n\n![复查]()\n\n复查"), "{markdown}");
    assert!(read(&bare, "out/manifest.jsonl").contains("\"pictures\":[{\"path\":\"data/照片/一.png\""));
    let again = || String::from_utf8(bare.run(&["--lang", "en", "batch"]).stdout).unwrap();
    assert!(again().contains("no file was written"));
    bare.write("data/照片/二.png", [PNG, b"."].concat());
    assert!(again().contains("1 of them"), "one unit has no pictures");
    bare.write("templates/pictures/other.png", PNG);
    assert!(!again().contains("of them"), "a picture of the templates is everybody's");
    fs::remove_file(bare.path("data/照片/一.png")).unwrap();
    let batch = bare.batch(&[]);
    assert_eq!((batch.exit, batch.units["yunxi"].codes()), (Some(1), vec!["I001"]));
    assert!(batch.units["yunxi"].messages().contains("照片/一.png"), "{}", batch.said);
}

#[test]
fn what_is_wrong_with_a_picture_is_told_where_it_is_named() {
    let script = SVG.replace("<rect", "<script>go()</script><rect");
    let linked = SVG.replace("<rect", "<image href=\"https://example.org/a.png\"/><rect");
    let large = vec![0; (10 << 20) + 1];
    let huge = [&PNG[..16], &[0, 0, 0x40, 0, 0, 0, 0x40, 0], &PNG[24..]].concat();
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("a.png"), PNG).unwrap();
    let away = outside.path().join("a.png").display().to_string();
    let deep =
        format!("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>{}", "<g>".repeat(2_000));
    let deep = format!("{deep}{}</svg>", "</g>".repeat(2_000));
    let files: [(&str, &[u8], &str, &str); 13] = [
        ("pictures/i.svg", deep.as_bytes(), "I004", "bare.hbs:10:10"),
        ("pictures/sit.png", b"", "I001", "bare.hbs:10:10"),
        (&away, b"", "I002", "bare.hbs:10:10"),
        ("../data/yunxi.toml", b"", "I002", "bare.hbs:10:10"),
        ("pictures/a.png", &large, "I003", "bare.hbs:10:10"),
        ("pictures/b.png", &huge, "I003", "bare.hbs:10:10"),
        ("pictures/c.png", b"GIF89a", "I004", "bare.hbs:10:10"),
        ("pictures/d.png", &PNG[..60], "I004", "bare.hbs:10:10"),
        ("pictures", b"", "I004", "bare.hbs:10:10"),
        ("pictures/e.svg", b"<svg><g></svg>", "I004", "e.svg:1:9"),
        ("pictures/f.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "I004", "f.svg:1:1"),
        ("pictures/g.svg", script.as_bytes(), "I005", "g.svg:2:1"),
        ("pictures/h.svg", linked.as_bytes(), "I005", "h.svg:2:8"),
    ];
    for (name, bytes, code, place) in files {
        let bare = workspace(&format!("{{{{image \"{name}\" alt=\"图\"}}}}"), "");
        if !bytes.is_empty() {
            bare.write(format!("templates/{name}"), bytes);
        }
        for lang in ["en", "zh"] {
            let (exit, said) = check(&bare, lang);
            assert!(exit == Some(1) || exit == Some(2), "{name}: {said}");
            assert!(said.contains(code) && said.contains(place), "{name}: {said}");
        }
    }
    let bare = workspace("{{image \"pictures/sit.png\" alt=\"图\"}}", "");
    assert!(check(&bare, "en").1.contains("pictures/site.png"), "a name that is meant is suggested");
    let bare = workspace("", "{{image \"pictures/site.png\"}}");
    assert!(check(&bare, "zh").1.contains("T011"), "alt is wanted");
}

#[test]
fn a_photograph_may_be_jpeg_and_no_larger_than_the_page() {
    let bare = workspace("{{image \"pictures/p.jpg\" alt=\"照片\" width=\"400mm\"}}", "");
    let photograph = jpeg(1);
    bare.write("templates/pictures/p.jpg", &photograph);
    made(&bare);
    let docx = bare.path("out/yunxi.docx");
    let xml = String::from_utf8(part(&docx, "word/document.xml")).unwrap();
    let side = |name: &str| {
        let value = xml.split_once("<wp:extent ").unwrap().1.split_once(name).unwrap().1;
        value[2..].split('"').next().unwrap().parse::<i64>().unwrap()
    };
    let (width, height) = (side("cx"), side("cy"));
    assert!((155 * 36_000..157 * 36_000).contains(&width), "the width of the text: {width}");
    assert!((width - 2 * height).abs() < 2, "{width} {height}");
    assert_eq!(part(&docx, "word/media/image1.jpeg"), photograph);
    holds(&bare, 1);
}

#[test]
fn pictures_of_records_that_are_not_there_are_told_each_where_it_is_named() {
    let section = "{{#if fields.visits}}{{#each fields.visits}}\n{{image photo alt=about}}\n{{/each}}{{/if}}";
    let bare = workspace("", section);
    let visits =
        "visits = [\n{ photo = \"none.png\", about = \"一\" },\n{ photo = \"gone.jpg\", about = \"二\" },\n]";
    bare.unit("yunxi", &[("works", visits)]);
    let said = bare.run(&["--lang", "en", "batch"]).stderr;
    let said = String::from_utf8(said).unwrap();
    for (name, place) in [("none.png", "yunxi.toml:6:11"), ("gone.jpg", "yunxi.toml:7:11")] {
        assert!(said.contains(name) && said.contains(place), "{place}: {said}");
    }
}

/// A photograph of 96 × 48 pixels whose camera was held so.
fn jpeg(orientation: u8) -> Vec<u8> {
    let pixels: Vec<u8> = (0..96 * 48).map(|at| if at % 96 < 48 { 0 } else { 255 }).collect();
    let mut bytes = Vec::new();
    JpegEncoder::new(&mut bytes).encode(&pixels, 96, 48, ExtendedColorType::L8).unwrap();
    let mut exif = b"\xFF\xE1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    bytes.splice(2..2, exif);
    bytes
}

#[test]
fn a_photograph_stands_upright_in_every_format() {
    let bare = workspace("", "{{#if fields.photo}}{{image fields.photo alt=\"照片\"}}{{/if}}");
    bare.unit("yunxi", &[("works", "built = 3\nopen = 2\nphoto = \"p.jpg\"")]);
    bare.write("data/p.jpg", jpeg(6));
    made(&bare);
    let docx = bare.path("out/yunxi.docx");
    let xml = String::from_utf8(part(&docx, "word/document.xml")).unwrap();
    assert!(xml.contains("<wp:extent cx=\"457200\" cy=\"914400\"/>"), "half an inch wide, one high");
    let turned = part(&docx, "word/media/image1.jpeg");
    let decoder = JpegDecoder::new(Cursor::new(&turned)).unwrap();
    let shown = DynamicImage::from_decoder(decoder).unwrap().into_luma8();
    assert_eq!(shown.dimensions(), (48, 96));
    assert!(shown.get_pixel(24, 5).0[0] < 40 && shown.get_pixel(24, 90).0[0] > 215, "its left is above");
    assert!(
        read(&bare, "out/yunxi.html")
            .contains("style=\"width:36pt;aspect-ratio:457200/914400\" src=\"data:image/jpeg")
    );
    holds(&bare, 1);
    let again = bare.run(&["--lang", "en", "batch"]);
    assert!(String::from_utf8_lossy(&again.stdout).contains("no file was written"), "nothing has changed");
}

#[test]
fn a_damaged_picture_is_told_where_it_is_named() {
    let (whole, mut wrong) = (jpeg(1), PNG.to_vec());
    wrong[45] ^= 1;
    for (file, bytes) in [("p.png", wrong), ("p.jpg", whole[..whole.len() - 9].to_vec())] {
        let bare = workspace(&format!("{{{{image \"pictures/{file}\" alt=\"图\"}}}}"), "");
        bare.write(format!("templates/pictures/{file}"), &bytes);
        let (exit, said) = check(&bare, "en");
        assert_ne!(exit, Some(0));
        assert!(said.contains("I004") && said.contains("bare.hbs:10:") && said.contains("damaged"), "{said}");
    }
}

/// A workspace with three periods of two units below a county, the first two of them closed, and one chart.
fn charted(chart: &str) -> Bare {
    let bare = workspace("{{chart \"works\"}}", "");
    bare.replace("workspace.toml", "data = \"data\"", "data = \"data/{period}\"");
    let settings = read(&bare, "workspace.toml") + "\n[[parents]]\nid = \"xian\"\nname = \"某某县\"\n";
    bare.write("workspace.toml", settings);
    bare.write("templates/charts/works.toml", chart);
    for (period, [built, open, other]) in
        [("2022Q4", [2, 4, 5]), ("2023Q1", [0, 8, 1]), ("2023Q2", [3, 2, 7])]
    {
        for (id, numbers) in
            [("yunxi", format!("built = {built}\nopen = {open}")), ("hekou", format!("built = {other}"))]
        {
            let text = format!("[unit]\nname = \"某某镇{id}\"\nparent = \"xian\"\n[works]\n{numbers}\n");
            bare.write(format!("data/{period}/{id}.toml"), text);
        }
        if period < "2023Q2" {
            let output = bare.run(&["--lang", "en", "--period", period, "close", period]);
            assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        }
    }
    bare
}

/// The alternative text of the one picture of a Markdown file; nothing where there is none.
fn alt(bare: &Bare, file: &str) -> Option<String> {
    let markdown = read(bare, file);
    let (_, rest) = markdown.split_once("![")?;
    Some(rest.split_once("]()").unwrap().0.to_owned())
}

const COUNTS: &str = "kind = \"bar\"\ntitle = \"工程情况\"\ncompare = [\"previous\", \"last_year\"]\n\
     [[values]]\ncount = \"works/built\"\n[[values]]\ncount = \"works/open\"\nlabel = \"正在建\"\n";
const UNITS: &str = "kind = \"bar\"\ntitle = \"各镇完工\"\nrows = \"units\"\n[[values]]\ncount = \"works/built\"\n\
     [[values]]\ncount = \"works/open\"\n";
const PERIODS: &str = "kind = \"line\"\ntitle = \"历期完工\"\nrows = \"periods\"\nperiods = 4\n\
     [[values]]\ncount = \"works/built\"\n";

#[test]
fn a_chart_of_counts_is_drawn_out_of_the_units_figures() {
    let bare = charted(COUNTS);
    made(&bare);
    let words = alt(&bare, "out/yunxi.md").unwrap();
    assert_eq!(words, "工程情况（单位：处）：完工本季度3、上季度0；正在建本季度2、上季度8。");
    let words = alt(&bare, "out/hekou.md").unwrap();
    assert_eq!(words, "工程情况（单位：处）：完工本季度7、上季度1；正在建本季度无数据、上季度无数据。");
    let docx = bare.path("out/yunxi.docx");
    let svg = String::from_utf8(part(&docx, "word/media/image2.svg")).unwrap();
    for value in ["data-count=\"works/built\" data-value=\"3\"", "data-count=\"works/open\" data-value=\"8\""]
    {
        assert!(svg.contains(value), "{svg}");
    }
    assert!(svg.contains("font-family=\"'仿宋_GB2312','仿宋',serif\""), "{svg}");
    assert!(svg.contains(">0</text>") && svg.contains(">正在建</text>") && svg.contains("单位：处"), "{svg}");
    assert!(read(&bare, "out/yunxi.html").contains("data:image/svg+xml;base64,"));
    assert!(read(&bare, "out/yunxi.md").contains("]()\n\n工程情况\n"), "the title stands below");
    holds(&bare, 1);
    let first = fs::read(&docx).unwrap();
    bare.run(&["batch", "--force", "--jobs", "1"]);
    assert_eq!(fs::read(&docx).unwrap(), first, "made anew, all is the same");
    bare.replace("templates/charts/works.toml", "正在建", "在建");
    made(&bare);
    assert!(alt(&bare, "out/yunxi.md").unwrap().contains("；在建本季度2"), "another chart, another report");
}

#[test]
fn a_chart_of_units_stands_in_the_report_above_them() {
    let bare = charted(UNITS);
    made(&bare);
    assert_eq!(alt(&bare, "out/yunxi.md"), None);
    let output = bare.run(&["--lang", "en", "rollup"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let words = alt(&bare, "out/rollup/xian.md").unwrap();
    assert_eq!(words, "各镇完工（单位：处）：某某镇hekou完工7、在建无数据；某某镇yunxi完工3、在建2。");
}

#[test]
fn a_chart_of_periods_goes_back_as_far_as_is_filed() {
    let bare = charted(PERIODS);
    made(&bare);
    let words = alt(&bare, "out/yunxi.md").unwrap();
    assert_eq!(words, "历期完工（单位：处）：2022年第四季度2，2023年第一季度0，2023年第二季度3。");
    assert_eq!(bare.run(&["rollup"]).status.code(), Some(0));
    let words = alt(&bare, "out/rollup/xian.md").unwrap();
    assert_eq!(words, "历期完工（单位：处）：2022年第四季度7，2023年第一季度1，2023年第二季度10。");
}

#[test]
fn what_is_wrong_with_a_chart_is_told_where_it_stands() {
    let replaced = |text: &str, from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    };
    for (chart, code, place, word) in [
        (replaced(COUNTS, "works/built", "works/buildt"), "C002", "works.toml:5:9", "works/built"),
        (replaced(COUNTS, "works/open", "works/share"), "C003", "works.toml:7:9", "axis"),
        (replaced(COUNTS, "\"bar\"", "\"line\""), "C003", "works.toml:1:8", "periods"),
        (
            replaced(UNITS, "[[values]]", "compare = [\"previous\"]\n[[values]]"),
            "C003",
            "works.toml:4:12",
            "beside",
        ),
        (replaced(PERIODS, "4", "40"), "C003", "works.toml:4:11", "from 2 to 12"),
        (replaced(COUNTS, "正在建", "正\\u0001建"), "W004", "works.toml:8:9", "character"),
        (format!("height = \"0mm\"\n{COUNTS}"), "W004", "works.toml:1:10", "20mm"),
        (replaced(PERIODS, "rows", "row"), "W003", "works.toml:3:1", "rows"),
        (replaced(PERIODS, "\"line\"", "\"pie\""), "W004", "works.toml:1:8", "pie"),
        ("kind = \"bar\"\ntitle = \"图\"\nvalues = []\n".to_owned(), "C003", "works.toml:3:10", "no values"),
    ] {
        let bare = workspace("{{chart \"works\"}}", "");
        bare.write("templates/charts/works.toml", &chart);
        let (_, said) = check(&bare, "en");
        assert!(said.contains(code) && said.contains(place) && said.contains(word), "{chart}: {said}");
        assert!(check(&bare, "zh").1.contains(code));
    }
    let bare = workspace("{{chart \"work\"}}", "");
    bare.write("templates/charts/works.toml", COUNTS);
    let (exit, said) = check(&bare, "en");
    assert!(exit != Some(0) && said.contains("C001") && said.contains("bare.hbs:10:10"), "{said}");
    assert!(said.contains("did you mean works?"), "{said}");
}
