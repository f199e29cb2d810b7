//! The page as a browser's parser would read it.

use huibian_contract::{Aspect, Basis};
use huibian_document::official::Official;
use huibian_document::{
    Block, Document, Figure, Heading, HouseStyle, Inline, ListItem, Meta, Paragraph, Signature,
};
use jiff::civil::date;

use super::HtmlWriter;
use crate::text;

const STYLE: &str = include_str!("../../../../templates/styles/gbt9704.toml");

fn style() -> HouseStyle {
    HouseStyle::parse(STYLE).unwrap()
}

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.to_owned())]
}

fn heading(level: u8, label: &str, text: &str) -> Heading {
    Heading { level, label: label.to_owned(), content: words(text) }
}

fn document(title: &str, name: &str) -> Document {
    let figure = Figure {
        key: "theory-study/sessions".parse().unwrap(),
        aspect: Aspect::Value,
        basis: Basis::Now,
        digits: "12".to_owned(),
        measure: "次".to_owned(),
        source: "sessions#1-12".to_owned(),
    };
    let content = vec![
        Inline::Text("组织学习".to_owned()),
        Inline::Figure(figure),
        Inline::Text("，".to_owned()),
        Inline::Strong(words("成效明显")),
        Inline::Text("。".to_owned()),
    ];
    Document {
        meta: Meta {
            title: words(title),
            recipients: vec!["县委宣传部".to_owned(), "县委办公室".to_owned()],
            signature: Some(Signature {
                name: name.to_owned(),
                joint: Vec::new(),
                date: date(2023, 7, 5),
                seal: false,
            }),
            official: Official::default(),
            language: "zh-CN".to_owned(),
            subject: "2023年第二季度".to_owned(),
            creator: name.to_owned(),
            generator: "huibian".to_owned(),
        },
        laid: Vec::new(),
        blocks: vec![
            Block::Heading(heading(1, "一、", "工作开展情况")),
            Block::Paragraph(Paragraph { run_in: Some(heading(2, "（一）", "理论学习")), content }),
            Block::List(vec![ListItem { label: "1.".to_owned(), content: words("每月通报一次") }]),
            Block::PageBreak,
            Block::Paragraph(Paragraph { run_in: None, content: words("特此报告。") }),
        ],
    }
}

fn page() -> String {
    HtmlWriter::new(&style()).page(&document("云溪镇2023年第二季度意识形态工作分析报告", "云溪镇"))
}

/// The text between tags, entities resolved, without what is only in `<head>`.
fn visible(html: &str) -> String {
    let (_, body) = html.split_once("<body>").unwrap();
    let mut shown = String::new();
    for piece in body.split('<') {
        shown.push_str(piece.split_once('>').map_or("", |(_, text)| text));
    }
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
        .iter()
        .fold(shown, |shown, (entity, sign)| shown.replace(entity, sign))
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn says_what_the_text_says() {
    let document = document("A<b>镇 & \"某某\"'s 季度报告", "某某<镇>");
    let html = HtmlWriter::new(&style()).page(&document);
    assert_eq!(letters(&visible(&html)), letters(&text(&document, &style())));
}

#[test]
fn marks_headings_figures_and_dates_for_what_they_are() {
    let html = page();
    for part in [
        r#"<html lang="zh-CN">"#,
        concat!(
            r#"<h1 class="title balanced">云溪镇<span class="whole">2023年</span><span class="whole">第二季度</span>"#,
            "<br>意识形态工作分析报告</h1>"
        ),
        r#"<p class="recipients">县委宣传部，县委办公室：</p>"#,
        r#"<h2 class="heading1">一、工作开展情况</h2>"#,
        r#"<p class="body"><span class="run-in2" role="heading" aria-level="3">（一）理论学习。</span>组织学习<data "#,
        concat!(
            r#"<data class="figure" value="12" data-key="theory-study/sessions" data-source="sessions#1-12" "#,
            r#"title="theory-study/sessions ← sessions#1-12">12次</data>"#
        ),
        "<strong>成效明显</strong>",
        r#"<li class="body">1.每月通报<span class="whole">一次</span></li>"#,
        r#"<time datetime="2023-07-05">2023年7月5日</time>"#,
    ] {
        assert!(html.contains(part), "no {part} in\n{html}");
    }
}

#[test]
fn data_cannot_become_markup() {
    let attack = "</title></style><script>alert(1)</script><img src=x onerror='a'>\"";
    let mut document = document(attack, attack);
    document.meta.language = "\"><script>".to_owned();
    document.meta.subject = attack.to_owned();
    document.blocks.push(Block::Paragraph(Paragraph {
        run_in: Some(heading(2, attack, attack)),
        content: vec![Inline::Figure(Figure {
            key: "a/b".parse().unwrap(),
            aspect: Aspect::Change,
            basis: Basis::Previous,
            digits: attack.to_owned(),
            measure: attack.to_owned(),
            source: attack.to_owned(),
        })],
    }));
    let mut style = style();
    style.paragraphs.body.face = "x</style><script>\"; } * { color: red".to_owned();
    style.page_number.before = "</style><script>".to_owned();
    style.run_in_end = "<script>".to_owned();
    let html = HtmlWriter::new(&style).page(&document);
    assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
    assert_eq!(html.matches("</style").count(), 1);
    assert!(html.contains(r#"x\3c /style\3e \3c script\3e \22 ; } * { color: red""#), "{html}");
}

#[test]
fn stands_alone_and_is_the_same_every_time() {
    let html = page();
    assert_eq!(html, page());
    for foreign in ["http:", "https:", "<script", "<link", "@import", "url("] {
        assert!(!html.contains(foreign), "{foreign}");
    }
}

#[test]
fn every_length_is_the_styles() {
    let html = page();
    let lengths = [
        ("width = \"210mm\"", "width = \"211mm\"", "--page-width:211mm;"),
        ("top = \"37mm\"", "top = \"38mm\"", "margin:38mm 26mm"),
        ("line = \"28.95pt\"", "line = \"29pt\"", "--line:29pt;"),
        ("tracking = \"-0.3pt\"", "tracking = \"0.5pt\"", "--tracking:0.5pt;"),
        ("line = \"33pt\"", "line = \"34pt\"", "--title-line:34pt;"),
        ("size = \"22pt\"", "size = \"23pt\"", "--title-size:calc(23pt*"),
        ("footer = \"24.5mm\"", "footer = \"25.5mm\"", "padding:0 14pt 72.283465pt 0mm"),
        ("inset = \"14pt\"", "inset = \"15pt\"", "padding:0 15pt "),
        ("blank_before = 1", "blank_before = 3", "calc((var(--line)*3 + 0mm)"),
        ("odd = \"right\"", "odd = \"center\"", "@page :right{@bottom-center{"),
    ];
    for (from, to, expected) in lengths {
        assert!(STYLE.contains(from), "{from}");
        let style = HouseStyle::parse(&STYLE.replacen(from, to, 1)).unwrap();
        let changed = HtmlWriter::new(&style).page(&document("云溪镇报告", "云溪镇"));
        assert!(changed.contains(expected), "{expected} is not in\n{changed}");
        assert!(!html.contains(expected), "{expected} was there before");
    }
}
