//! A workbook as .ods: one part of XML.

use std::fmt::Write as _;

use super::{Book, Cell, XML, escaped};

impl Book {
    pub(super) fn ods(&self) -> Vec<u8> {
        let mut tables = String::new();
        for (at, (name, rows)) in self.sheets.iter().enumerate() {
            let style = if self.hidden.contains(&at) { " table:style-name=\"hidden\"" } else { "" };
            let _ = write!(tables, "<table:table table:name=\"{}\"{style}>", escaped(name));
            let merged = if at == 0 { self.merged.as_slice() } else { &[] };
            for (row, cells) in (0_u16..).zip(rows) {
                tables.push_str("<table:table-row>");
                for (column, cell) in (0_u16..).zip(cells) {
                    let cell = ods_spanned(&ods_cell(cell), merged, (row, column));
                    let has_note = at == 0 && self.commented.contains(&(row, column));
                    tables.push_str(&if has_note { noted(&cell) } else { cell });
                }
                tables.push_str("</table:table-row>");
            }
            tables.push_str("</table:table>");
        }
        let parts = vec![
            ("mimetype".to_owned(), b"application/vnd.oasis.opendocument.spreadsheet".to_vec()),
            ("META-INF/manifest.xml".to_owned(), format!("{XML}<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>").into_bytes()),
            ("content.xml".to_owned(), format!("{XML}<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" office:version=\"1.2\"><office:automatic-styles><style:style style:name=\"hidden\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style><style:style style:name=\"indent1\" style:family=\"table-cell\"><style:paragraph-properties fo:text-align=\"start\" fo:margin-left=\"0.353cm\"/></style:style><style:style style:name=\"indent2\" style:family=\"table-cell\"><style:paragraph-properties fo:text-align=\"start\" fo:margin-left=\"0.706cm\"/></style:style><style:style style:name=\"struck\" style:family=\"text\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>").into_bytes()),
        ];
        self.packed(parts)
    }
}

fn ods_cell(cell: &Cell) -> String {
    let paragraphs = |text: &str| -> String {
        text.split('\n').map(|line| format!("<text:p>{}</text:p>", escaped(line))).collect()
    };
    match cell {
        Cell::Empty => "<table:table-cell/>".to_owned(),
        Cell::Text(text) => {
            format!("<table:table-cell office:value-type=\"string\">{}</table:table-cell>", paragraphs(text))
        }
        Cell::Indented(text, indent) => {
            format!(
                "<table:table-cell table:style-name=\"indent{indent}\" office:value-type=\"string\">{}</table:table-cell>",
                paragraphs(text)
            )
        }
        Cell::Runs(runs) => {
            let run = |(text, is_struck): &(String, bool)| {
                let style = if *is_struck { " text:style-name=\"struck\"" } else { "" };
                format!("<text:span{style}>{}</text:span>", escaped(text))
            };
            let runs: String = runs.iter().map(run).collect();
            format!(
                "<table:table-cell office:value-type=\"string\"><text:p>{runs}</text:p></table:table-cell>"
            )
        }
        Cell::Number(value, code, shown) if code.contains('y') || code.contains("d\"") => {
            let days = value.to_string().parse::<i64>().unwrap_or_default();
            let day = jiff::civil::date(1899, 12, 30).saturating_add(jiff::Span::new().days(days));
            let day = shown.parse().unwrap_or(day);
            format!(
                "<table:table-cell office:value-type=\"date\" office:date-value=\"{day}\"><text:p>{shown}</text:p></table:table-cell>"
            )
        }
        Cell::Number(value, _, shown) => {
            let kind = if shown.ends_with('%') { "percentage" } else { "float" };
            format!(
                "<table:table-cell office:value-type=\"{kind}\" office:value=\"{value}\">{}</table:table-cell>",
                paragraphs(shown)
            )
        }
        Cell::Boolean(yes) => {
            format!(
                "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"{yes}\"><text:p>{}</text:p></table:table-cell>",
                yes.to_string().to_uppercase()
            )
        }
        Cell::Error(error) => {
            format!(
                "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>{error}</text:p></table:table-cell>"
            )
        }
    }
}

/// A cell that is not empty, with a comment before its text.
fn noted(cell: &str) -> String {
    let (head, text) = cell.split_once('>').unwrap();
    format!("{head}><office:annotation><text:p>应为 12</text:p></office:annotation>{text}")
}

/// A cell as the ranges that are merged have it.
fn ods_spanned(cell: &str, merged: &[[u16; 4]], (row, column): (u16, u16)) -> String {
    let covers = |[top, left, bottom, right]: &&[u16; 4]| {
        (*top..=*bottom).contains(&row) && (*left..=*right).contains(&column)
    };
    match merged.iter().find(covers) {
        Some([top, left, bottom, right]) if (*top, *left) == (row, column) => {
            let spans = format!(
                "<table:table-cell table:number-rows-spanned=\"{}\" table:number-columns-spanned=\"{}\"",
                bottom - top + 1,
                right - left + 1
            );
            cell.replacen("<table:table-cell", &spans, 1)
        }
        Some(_) => "<table:covered-table-cell/>".to_owned(),
        None => cell.to_owned(),
    }
}
