//! A workbook as .xlsx: parts of XML.

use std::fmt::Write as _;

use super::{Book, Cell, OFFICE, XML, escaped, letters, relations_part, root_relations};

const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

impl Book {
    pub(super) fn xlsx(&self) -> Vec<u8> {
        let (mut sheets, mut types, mut relations) = (String::new(), String::new(), String::new());
        let mut parts = Vec::new();
        let mut string = 0;
        if self.has_chart {
            sheets.push_str("<sheet name=\"图\" sheetId=\"99\" r:id=\"rIdC\"/>");
            let _ = write!(
                relations,
                "<Relationship Id=\"rIdC\" Type=\"{OFFICE}/chartsheet\" Target=\"chartsheets/sheet1.xml\"/>"
            );
            parts.push((
                "xl/chartsheets/sheet1.xml".to_owned(),
                format!("{XML}<chartsheet xmlns=\"{SHEET}\"><sheetViews/></chartsheet>").into_bytes(),
            ));
        }
        for (at, (name, rows)) in (1..).zip(&self.sheets) {
            let state = if self.hidden.contains(&(at - 1)) { " state=\"hidden\"" } else { "" };
            let _ = write!(
                sheets,
                "<sheet name=\"{}\" sheetId=\"{at}\"{state} r:id=\"rId{at}\"/>",
                escaped(name)
            );
            let _ = write!(
                types,
                "<Override PartName=\"/xl/worksheets/sheet{at}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
            );
            let _ = write!(
                relations,
                "<Relationship Id=\"rId{at}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>"
            );
            let mut data = String::new();
            for (row, cells) in rows.iter().enumerate() {
                let _ = write!(data, "<row r=\"{}\">", row + 1);
                for (column, cell) in cells.iter().enumerate() {
                    let place = format!("r=\"{}{}\" s=\"{}\"", letters(column), row + 1, self.style(cell));
                    let _ = match cell {
                        Cell::Empty => Ok(()),
                        Cell::Text(_) | Cell::Indented(..) | Cell::Runs(_) => {
                            string += 1;
                            write!(data, "<c {place} t=\"s\"><v>{}</v></c>", string - 1)
                        }
                        Cell::Number(value, ..) => write!(data, "<c {place}><v>{value}</v></c>"),
                        Cell::Boolean(yes) => {
                            write!(data, "<c {place} t=\"b\"><v>{}</v></c>", u8::from(*yes))
                        }
                        Cell::Error(error) => write!(data, "<c {place} t=\"e\"><f>1/0</f><v>{error}</v></c>"),
                    };
                }
                data.push_str("</row>");
            }
            if at == 1 && !self.commented.is_empty() {
                let comment = format!(
                    "<Relationship Id=\"rId1\" Type=\"{OFFICE}/comments\" Target=\"../comments1.xml\"/>"
                );
                parts.push(("xl/worksheets/_rels/sheet1.xml.rels".to_owned(), relations_part(&comment)));
                parts.push(("xl/comments1.xml".to_owned(), self.comments()));
                types.push_str("<Override PartName=\"/xl/comments1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml\"/>");
            }
            parts.push((
                format!("xl/worksheets/sheet{at}.xml"),
                format!(
                    "{XML}<worksheet xmlns=\"{SHEET}\"><sheetData>{data}</sheetData>{}</worksheet>",
                    self.merge_cells(at)
                )
                .into_bytes(),
            ));
        }
        let _ = write!(
            relations,
            "<Relationship Id=\"rIdS\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rIdT\" Type=\"{OFFICE}/sharedStrings\" Target=\"sharedStrings.xml\"/>"
        );
        let formats: String = (164..)
            .zip(self.looks())
            .map(|(id, (code, _))| format!("<numFmt numFmtId=\"{id}\" formatCode=\"{}\"/>", escaped(code)))
            .collect();
        let styles: String = (164..).zip(self.looks()).map(|(id, (_, indent))| format!("<xf numFmtId=\"{id}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"><alignment indent=\"{indent}\"/></xf>")).collect();
        let strings: String =
            self.strings().iter().map(|runs| format!("<si>{}</si>", runs_of_xlsx(runs))).collect();
        let date = if self.is_1904 { "<workbookPr date1904=\"1\"/>" } else { "" };
        parts.extend([
            ("[Content_Types].xml".to_owned(), format!("{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>{types}<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>").into_bytes()),
            ("_rels/.rels".to_owned(), root_relations("xl/workbook.xml")),
            ("xl/workbook.xml".to_owned(), format!("{XML}<workbook xmlns=\"{SHEET}\" xmlns:r=\"{OFFICE}\">{date}<sheets>{sheets}</sheets></workbook>").into_bytes()),
            ("xl/_rels/workbook.xml.rels".to_owned(), relations_part(&relations)),
            ("xl/styles.xml".to_owned(), format!("{XML}<styleSheet xmlns=\"{SHEET}\"><numFmts>{formats}</numFmts><fonts><font><sz val=\"11\"/><name val=\"Arial\"/></font></fonts><fills><fill><patternFill patternType=\"none\"/></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>{styles}</cellXfs></styleSheet>").into_bytes()),
            ("xl/sharedStrings.xml".to_owned(), format!("{XML}<sst xmlns=\"{SHEET}\">{strings}</sst>").into_bytes()),
        ]);
        self.packed(parts)
    }

    /// The part of the first sheet's comments.
    fn comments(&self) -> Vec<u8> {
        let comment = |(row, column): &(u16, u16)| {
            let name = format!("{}{}", letters(usize::from(*column)), row + 1);
            format!("<comment ref=\"{name}\" authorId=\"0\"><text><t>应为 12</t></text></comment>")
        };
        let list: String = self.commented.iter().map(comment).collect();
        format!("{XML}<comments xmlns=\"{SHEET}\"><authors><author>某某</author></authors><commentList>{list}</commentList></comments>").into_bytes()
    }

    /// The element of merged cells of a sheet of an .xlsx, by its number from 1.
    fn merge_cells(&self, sheet: usize) -> String {
        if sheet > 1 || self.merged.is_empty() {
            return String::new();
        }
        let name = |row: u16, column: u16| format!("{}{}", letters(usize::from(column)), row + 1);
        let range = |[top, left, bottom, right]: &[u16; 4]| {
            format!("<mergeCell ref=\"{}:{}\"/>", name(*top, *left), name(*bottom, *right))
        };
        format!("<mergeCells>{}</mergeCells>", self.merged.iter().map(range).collect::<String>())
    }
}

/// The runs of a shared text of .xlsx.
fn runs_of_xlsx(runs: &[(&str, bool)]) -> String {
    let text = |text: &str| format!("<t xml:space=\"preserve\">{}</t>", escaped(text));
    if let [(only, false)] = runs {
        return text(only);
    }
    let run = |(said, is_struck): &(&str, bool)| {
        let look = if *is_struck { "<rPr><strike/><sz val=\"11\"/></rPr>" } else { "" };
        format!("<r>{look}{}</r>", text(said))
    };
    runs.iter().map(run).collect()
}
