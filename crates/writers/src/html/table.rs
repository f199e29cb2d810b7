//! Tables, with heads that a screen reader reads to each cell.

use std::fmt::Write;

use huibian_document::table::{Align, Place, Table};
use huibian_layout::fit;

use super::body::Body;

/// Of a whole, in hundredths of a per cent.
const HUNDREDTHS: i64 = 10_000;

pub fn write<'d>(body: &mut Body<'d, '_>, table: &'d Table) {
    // What is wider than a phone is moved by keys as well.
    body.html.push_str(if body.style.turns(table) {
        "<div class=\"table landscape\" tabindex=\"0\">"
    } else {
        "<div class=\"table\" tabindex=\"0\">"
    });
    let fit = fit(table, body.style);
    if fit.size == body.style.paragraphs.table_cell.size {
        body.html.push_str("<table>\n");
    } else {
        let size = fit.size;
        let _ = writeln!(
            body.html,
            r#"<table style="--table_head-size:calc({size}*var(--scale));--table_cell-size:calc({size}*var(--scale))">"#
        );
    }
    if !table.caption.is_empty() {
        body.element("caption", "table_caption", |body| body.inlines(&table.caption));
    }
    body.html.push_str("<colgroup>");
    let whole = fit.widths.iter().sum::<i64>().max(1);
    for width in &fit.widths {
        let share = width * HUNDREDTHS / whole;
        let _ = write!(body.html, r#"<col style="width:{}.{:02}%">"#, share / 100, share % 100);
    }
    body.html.push_str("</colgroup>\n");
    let heads = table.head_rows();
    for (index, places) in table.grid().into_iter().enumerate() {
        let opening = if index == 0 && heads > 0 { "<thead>\n" } else { "" };
        body.html.push_str(if index == heads { "<tbody>\n" } else { opening });
        body.html.push_str("<tr>");
        for place in places {
            if let Place::Cell { cell, column } = place {
                let (tag, class) = if index < heads {
                    (r#"th scope="col""#, "table_head")
                } else {
                    (
                        "td",
                        match table.align(cell, column) {
                            Align::Left => "table_cell",
                            Align::Center => "table_cell center",
                            Align::Right => "table_cell right",
                        },
                    )
                };
                let _ = write!(body.html, r#"<{tag} class="{class}""#);
                for (name, spanned) in [("colspan", cell.columns), ("rowspan", cell.rows)] {
                    if spanned > 1 {
                        let _ = write!(body.html, r#" {name}="{spanned}""#);
                    }
                }
                body.html.push('>');
                body.inlines(&cell.content);
                body.html.push_str(if index < heads { "</th>" } else { "</td>" });
            }
        }
        body.html.push_str("</tr>\n");
        if index + 1 == heads {
            body.html.push_str("</thead>\n");
        }
    }
    body.html.push_str(if table.rows().len() > heads {
        "</tbody>\n</table></div>\n"
    } else {
        "</table></div>\n"
    });
}
