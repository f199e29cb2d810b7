//! The house style as a style sheet. Every length and face comes from the style; what a screen needs besides is relative
//! to those.

use std::fmt::Write;

use huibian_document::style::ParagraphStyle;
use huibian_document::{HouseStyle, Length};

use super::contrast;

/// The style sheet of every document in `style`.
pub fn css(style: &HouseStyle) -> String {
    let mut sheet = Sheet { css: String::new(), style };
    sheet.latin_faces();
    sheet.properties();
    sheet.css.push_str(BASE);
    sheet.paragraphs();
    sheet.headings();
    sheet.css.push_str(RULES);
    sheet.legible();
    sheet.page();
    sheet.css
}

/// Rules that hold in every style, after those of the paragraph styles. `--scale` makes type and lines smaller on a narrow
/// screen, all alike. On paper 发文机关标志 stands where it is to: the square of a character ends 45 hundredths of its size above
/// the middle of its line, more or less in this face or that.
const RULES: &str = "\
.body{text-indent:calc(var(--indent)*var(--scale))}
.imprint{margin-top:calc(var(--line)*var(--scale))}
.signature,.imprint,tr,figure{break-inside:avoid}
tr:has([rowspan]){break-inside:auto}
.attachments{break-inside:avoid}
.attachments,.signature,.note{break-before:avoid}
.signatory,.date{padding-right:calc(var(--inset)*.01em)}
.sealed .signatory:first-child{padding-top:var(--seal-room)}
.row{display:flex;justify-content:flex-end;padding-top:calc(var(--line)*var(--scale)*var(--blank))}
.row span{flex:0 0 calc(var(--pitch)*.01em);text-align:center}
.upward{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:flex-end;padding:0 var(--number-inset)}
.upward>span+span{display:flex}
.mark{display:flex;justify-content:center;align-items:center;font-size:min(var(--mark-size),calc(var(--text-width)/var(--characters)));white-space:nowrap}
.joint{gap:.5em}
.mark p{text-align-last:justify}
.attachments{display:grid;grid-template-columns:max-content max-content 1fr;padding-left:var(--attachments-indent)}
.attachments p{display:contents}
.note{text-indent:calc(var(--indent)*var(--scale))}
.attachment,.page-break{break-after:auto;break-before:page}
.page-break{border:0;margin:0}
.copies,.printed{border-top:var(--imprint-rule) solid;padding:0 var(--imprint-inset)}
.copies~.printed{border-top-width:var(--imprint-inner-rule)}
.printed{display:flex;justify-content:space-between;border-bottom:var(--imprint-rule) solid}
.red-rule{border:0;border-top:var(--red-rule);margin:var(--red-rule-gap) 0 calc(var(--line)*var(--scale)*var(--red-rule-blank))}
table{width:100%;border-collapse:collapse;border:var(--table-rule) solid var(--table-color)}
th,td{border:var(--table-inner-rule) solid var(--table-color);padding:var(--table-padding-above) var(--table-padding);vertical-align:middle}
thead{display:table-header-group;background:var(--table-head)}
.whole,.figure,time{white-space:nowrap}
.center{text-align:center}
.right{text-align:right}
.landscape{page:landscape}
figure{margin:0}
img{max-width:100%;height:auto}
.level2{padding-left:2em}
.level3{padding-left:4em}
.level4{padding-left:6em}
.sign{vertical-align:super;font-size:.6em;line-height:0}
.sign,.footnote a,.contents a{color:inherit;text-decoration:none}
.footnotes{border-top:var(--table-inner-rule) solid;margin-top:calc(var(--line)*var(--scale))}
@media screen{
html{background:#eee}
article{background:#fff}
.page-break{border-top:1px dashed #999;margin:calc(var(--line)*var(--scale)) 0}
.attachment{border-top:1px dashed #999;margin-top:calc(var(--line)*var(--scale))}
.figure:hover,.figure:focus{background:#fd6;cursor:help}
.table{overflow-x:auto}
.contents a:hover,.sign:hover{text-decoration:underline}
}
@media screen and (max-width:48em){
:root{--scale:.8;--margin:calc(var(--page-left)/5);--text-width:calc(100vw - 2*var(--margin))}
article{min-height:0;padding:calc(var(--line)*var(--scale)) var(--margin)}
.balanced{text-wrap:balance}
.balanced br{display:none}
.signatory,.date{padding-right:0}
.row{flex-wrap:wrap}
}
@media print{
article{max-width:none;min-height:0;padding:0}
header:has(.mark) .above{height:var(--mark-top)}
.mark{margin-top:calc(.45em - var(--mark-line)/2)}
.heading1+figure img,.heading2+figure img,.heading3+figure img,.heading4+figure img,.attachment_title+figure img{max-height:calc(var(--text-height) - 9*var(--line));object-fit:contain}
.imprint{break-before:left;display:flex;flex-direction:column;justify-content:flex-end;margin:0;min-height:calc(var(--text-height) - 1pt)}
}
";

/// What paragraph styles are laid over.
const BASE: &str = "\
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0}
article{max-width:var(--page-width);min-height:var(--page-height);margin:0 auto;\
padding:var(--page-top) var(--page-right) var(--page-bottom) var(--page-left);\
letter-spacing:calc(var(--tracking)*var(--scale));text-autospace:var(--autospace);\
hanging-punctuation:var(--hanging);text-spacing-trim:var(--trim);overflow-wrap:anywhere;widows:1;orphans:1}
h1,h2,h3,h4,h5,h6,p,ul,li{margin:0;padding:0;font-weight:normal;list-style:none}
h2,h3,h4,h5,h6{break-after:avoid}
";

struct Sheet<'s> {
    css: String,
    style: &'s HouseStyle,
}

impl Sheet<'_> {
    /// Latin faces hold “ ” — … too, which in Chinese text belong to the Chinese face: a Latin face serves ASCII and
    /// accented letters only.
    fn latin_faces(&mut self) {
        let mut faces: Vec<&String> = vec![&self.style.text.latin];
        let paragraphs = self.style.paragraph_styles();
        faces.extend(paragraphs.into_iter().filter_map(|(_, paragraph)| paragraph.latin.as_ref()));
        faces.extend(self.style.headings.iter().filter_map(|heading| heading.latin.as_ref()));
        faces.sort();
        faces.dedup();
        for face in faces {
            let sources: Vec<String> = std::iter::once(face)
                .chain(self.style.substitutes.get(face).into_iter().flatten())
                .map(|face| format!("local({})", quoted(face)))
                .collect();
            let _ = writeln!(
                self.css,
                "@font-face{{font-family:{};src:{};unicode-range:U+20-7E,U+A0-B6,U+B8-24F}}",
                quoted(&latin(face)),
                sources.join(",")
            );
        }
    }

    fn properties(&mut self) {
        let HouseStyle { page, text, head, imprint, tables, .. } = self.style;
        let paragraphs = &self.style.paragraphs;
        let part = |paragraph: &ParagraphStyle, hundredths| paragraph.size.times(hundredths, 100);
        self.css.push_str(":root{--scale:1;\n");
        for (name, length) in [
            ("page-width", page.width),
            ("page-height", page.height),
            ("page-top", page.top),
            ("page-right", page.right),
            ("page-bottom", page.bottom),
            ("page-left", page.left),
            ("line", text.line),
            ("tracking", text.tracking),
            ("indent", text.indent),
            ("text-width", self.style.text_width()),
            ("text-height", self.style.text_height()),
            ("mark-top", head.mark_top),
            ("seal-room", text.line.times(self.style.signature.seal_blank.into(), 1)),
            ("number-inset", part(&paragraphs.number, head.number_inset_hundredths)),
            ("red-rule-gap", head.rule_gap),
            ("attachments-indent", part(&paragraphs.attachments, self.style.attachments.indent_hundredths)),
            ("imprint-rule", imprint.rule),
            ("imprint-inner-rule", imprint.inner_rule),
            ("imprint-inset", part(&paragraphs.imprint, imprint.inset_hundredths)),
            ("table-rule", tables.rule),
            ("table-inner-rule", tables.inner_rule),
            ("table-padding", tables.padding),
            ("table-padding-above", tables.padding_above),
        ] {
            let _ = writeln!(self.css, "--{name}:{length};");
        }
        let choice = |yes: bool, one: &'static str, other: &'static str| if yes { one } else { other };
        for (name, value) in [
            ("autospace", choice(text.latin_space_hundredths > 0, "normal", "no-autospace")),
            ("hanging", choice(text.hanging_punctuation, "allow-end", "none")),
            ("trim", choice(text.compress_punctuation, "normal", "space-all")),
        ] {
            let _ = writeln!(self.css, "--{name}:{value};");
        }
        let fill = if tables.head_fill.is_empty() { "none".to_owned() } else { color(&tables.head_fill) };
        let _ = writeln!(
            self.css,
            "--red-rule:{} solid {};--red-rule-blank:{};--table-color:{};--table-head:{fill};",
            head.rule,
            color(&head.rule_color),
            head.title_blank,
            color(&tables.rule_color),
        );
        for (name, paragraph) in self.style.paragraph_styles() {
            self.measures(name, paragraph);
        }
        let body = &paragraphs.body;
        for (name, heading) in heading_names().zip(&self.style.headings) {
            self.measures(&name, &heading.paragraph(body));
        }
        self.css.push_str("}\n");
    }

    /// Size and line of one paragraph style.
    fn measures(&mut self, name: &str, paragraph: &ParagraphStyle) {
        let line = paragraph.line.unwrap_or(self.style.text.line);
        let _ =
            writeln!(self.css, "--{name}-size:calc({}*var(--scale));--{name}-line:{line};", paragraph.size);
    }

    fn paragraphs(&mut self) {
        for (name, paragraph) in self.style.paragraph_styles() {
            self.paragraph(&format!(".{name}"), name, paragraph);
        }
    }

    /// Headings on lines of their own, and those that open a paragraph, which keep its size and lines.
    fn headings(&mut self) {
        let body = &self.style.paragraphs.body;
        for (index, (name, heading)) in (1..).zip(heading_names().zip(&self.style.headings)) {
            let paragraph = heading.paragraph(body);
            self.paragraph(&format!(".{name}"), &name, &paragraph);
            let _ = writeln!(self.css, ".{name}{{text-indent:calc(var(--indent)*var(--scale))}}");
            let faces = self.faces(&paragraph.face, paragraph.latin.as_deref());
            let _ = writeln!(self.css, ".run-in{index}{{font-family:{faces}{}}}", weight(&paragraph));
        }
    }

    /// Colours that are too light to be read on a screen in small type, which a long name on a phone takes, are darker there.
    fn legible(&mut self) {
        let headings = heading_names().zip(&self.style.headings);
        let colored = self.style.paragraph_styles().into_iter();
        let colored = colored.map(|(name, rules)| (name.to_owned(), rules.color.clone()));
        let colored: Vec<_> =
            colored.chain(headings.map(|(name, heading)| (name, heading.color.clone()))).collect();
        for (name, given) in colored {
            if let Some(darker) = given.as_deref().and_then(contrast::darker) {
                let _ = writeln!(self.css, "@media screen{{.{name}{{color:#{darker}}}}}");
            }
        }
    }

    /// One paragraph style: its type, alignment and line, and the empty lines and spaces around it as margins.
    fn paragraph(&mut self, selector: &str, name: &str, paragraph: &ParagraphStyle) {
        let room = |lines: u32, space: Length| format!("calc((var(--line)*{lines} + {space})*var(--scale))");
        let faces = self.faces(&paragraph.face, paragraph.latin.as_deref());
        let _ = writeln!(
            self.css,
            "{selector}{{font:var(--{name}-size) {faces};line-height:calc(var(--{name}-line)*var(--scale));text-align:{};margin:{} 0 {}{}{}}}",
            align(&paragraph.align),
            room(paragraph.blank_before, paragraph.space_before),
            room(paragraph.blank_after, paragraph.space_after),
            weight(paragraph),
            if paragraph.keep_next { ";break-after:avoid" } else { "" },
        );
    }

    /// The Latin face, the Chinese one, what may stand in for it, and the family of which any face will do.
    fn faces(&self, face: &str, own_latin: Option<&str>) -> String {
        let style = self.style;
        let mut faces = vec![quoted(&latin(own_latin.unwrap_or(&style.text.latin))), quoted(face)];
        faces.extend(style.substitutes.get(face).into_iter().flatten().map(|face| quoted(face)));
        faces.push(style.families.get(face).copied().unwrap_or_default().css().to_owned());
        faces.join(",")
    }

    /// The sheet and the page numbers at its foot. Custom properties do not reach into `@page`.
    fn page(&mut self) {
        let HouseStyle { page, page_number, paragraphs, .. } = self.style;
        let _ = writeln!(
            self.css,
            "@page{{size:{} {};margin:{} {} {} {}}}",
            page.width, page.height, page.top, page.right, page.bottom, page.left
        );
        // A turned page keeps its binding edge, which is then its top.
        let _ = writeln!(
            self.css,
            "@page landscape{{size:{} {};margin:{} {} {} {}}}",
            page.height, page.width, page.left, page.top, page.right, page.bottom
        );
        let paragraph = &paragraphs.page_number;
        let faces = self.faces(&paragraph.face, paragraph.latin.as_deref());
        // In a text that runs from left to right, odd pages are right ones.
        for (pages, side) in [("right", &page_number.odd), ("left", &page_number.even)] {
            let place = place(side);
            let _ = writeln!(
                self.css,
                concat!(
                    "@page :{}{{@bottom-{}{{content:{} counter(page) {};font:{} {};vertical-align:bottom;",
                    "padding:0 {} {} {}}}}}"
                ),
                pages,
                place,
                quoted(&page_number.before),
                quoted(&page_number.after),
                paragraph.size,
                faces,
                inset(place == "right", page_number.inset),
                page.footer,
                inset(place == "left", page_number.inset),
            );
        }
    }
}

fn heading_names() -> impl Iterator<Item = String> {
    (1..).map(|level| format!("heading{level}"))
}

fn weight(paragraph: &ParagraphStyle) -> String {
    let mut css = String::new();
    if paragraph.bold {
        css.push_str(";font-weight:bold");
    }
    if let Some(given) = &paragraph.color {
        let _ = write!(css, ";color:{}", color(given));
    }
    css
}

/// A colour of six hexadecimal digits, which styles are held to.
fn color(digits: &str) -> String {
    format!("#{}", digits.chars().filter(char::is_ascii_hexdigit).collect::<String>())
}

/// The name under which a Latin face serves Latin letters only.
fn latin(face: &str) -> String {
    format!("{face} (Latin)")
}

/// `align` of a paragraph in the words of CSS.
fn align(align: &str) -> &'static str {
    match align {
        "center" => "center",
        "left" => "left",
        "right" => "right",
        "distribute" => "justify;text-align-last:justify",
        _ => "justify",
    }
}

fn place(side: &str) -> &'static str {
    match side {
        "left" => "left",
        "right" => "right",
        _ => "center",
    }
}

fn inset(here: bool, inset: Length) -> Length {
    if here { inset } else { Length::default() }
}

/// A string of CSS, which can end neither itself nor the style sheet.
fn quoted(text: &str) -> String {
    let mut css = String::from("\"");
    for c in text.chars() {
        if matches!(c, '"' | '\\' | '<' | '>' | '&') || c.is_control() {
            let _ = write!(css, "\\{:x} ", u32::from(c));
        } else {
            css.push(c);
        }
    }
    css.push('"');
    css
}
