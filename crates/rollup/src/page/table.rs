//! The tables of the page: every level, and every unit, sorted by what a reader clicks on.

use huibian_diagnostic::Result;
use maud::{Markup, PreEscaped, html};

use super::{Out, class, put};
use crate::overview::{Overview, OverviewColumn, OverviewRow, RowKind, Standing};

/// What stands before the counts in the table of units.
const BEFORE: [&str; 4] = ["序号", "单位", "上级单位", "状态"];

/// The units above others, where there is more than the one the page is about.
pub fn levels(overview: &Overview<'_>) -> Markup {
    let parents: Vec<(&OverviewRow, String)> = overview
        .rows
        .iter()
        .filter_map(|row| match &row.kind {
            RowKind::Parent { coverage, .. } => Some((row, coverage.short())),
            RowKind::Unit { .. } => None,
        })
        .collect();
    html! {
        @if parents.len() > 1 {
            h2 { "各级汇总" }
            div .wide {
                table #levels style=(least(overview, 284)) {
                    colgroup { col .u; col .c; @for _ in &overview.columns { col .c; } }
                    thead { tr {
                        th .plain.t scope="col" { "单位" }
                        th .plain scope="col" { "汇总单位" }
                        @for column in &overview.columns { th .plain scope="col" { (column.heading()) } }
                    } }
                    tbody {
                        @for (row, coverage) in &parents {
                            tr {
                                th scope="row" style={ "padding-left:" (8 + row.depth * 14) "px" } { (row.name) }
                                td { (coverage) }
                                (cells(overview, row, None))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Every unit that reports: those that want a look first, then in tree order.
pub fn units(overview: &Overview<'_>, out: Out<'_>) -> Result<()> {
    let head = html! {
        h2 { "各单位数据" }
        input #find type="search" placeholder="筛选单位" aria-label="筛选单位";
        (PreEscaped("<div class=\"wide\">"))
        (PreEscaped(format!(
            "<table id=\"units\" style=\"{};--counts:{}\">",
            least(overview, 444),
            overview.columns.len()
        )))
        thead { tr {
            @for (index, text) in BEFORE.into_iter().enumerate() {
                th scope="col" class=[(index > 0).then_some("t")] { button type="button" { (text) } }
            }
            @for column in &overview.columns { th scope="col" { button type="button" { (column.heading()) } } }
        } }
        tfoot { tr {
            td {}
            th .t scope="row" { "合计" }
            td {}
            td .t { (overview.coverage().short()) }
            (cells(overview, overview.total(), None))
        } }
        (PreEscaped("<tbody>"))
    };
    put(out, &head)?;
    let mut units: Vec<_> = (1..).zip(overview.units()).collect();
    units.sort_by_key(|(_, (_, standing, ..))| *standing);
    for (number, (row, standing, document)) in units {
        put(out, &unit(overview, number, row, standing, document))?;
    }
    put(out, &html! { (PreEscaped("</tbody></table></div>")) })
}

fn unit(
    overview: &Overview<'_>,
    number: usize,
    row: &OverviewRow,
    standing: Standing,
    document: Option<&str>,
) -> Markup {
    let above = row.above.map_or("", |above| overview.rows[above].name.as_str());
    let document = document.filter(|_| standing.reported());
    html! {
        tr {
            td { (number) }
            th scope="row" title=(row.name) {
                @if let Some(document) = document { a href=(document) { (row.name) } } @else { (row.name) }
            }
            td .t title=(above) { (above) }
            td .t { span class={ "s " (class(standing)) } { (standing.words()) } }
            (cells(overview, row, document))
        }
    }
}

/// A row's figures, each with its source and a way to the document it stands in.
fn cells(overview: &Overview<'_>, row: &OverviewRow, document: Option<&str>) -> Markup {
    let figure =
        |index: usize, column: &OverviewColumn<'_>| match row.cells.get(index).and_then(Option::as_ref) {
            None => html! { td { @if !row.cells.is_empty() { "—" } } },
            Some(cell) => {
                let digits = cell.digits(column.spec);
                let sign = column.spec.ratio.as_ref().map_or("", |ratio| ratio.sign.as_str());
                html! {
                    td title=(cell.source) data-source=(cell.source) {
                        @if let Some(document) = document { a href=(document) { (digits) (sign) } }
                        @else { (digits) (sign) }
                    }
                }
            }
        };
    html! { @for (index, column) in overview.columns.iter().enumerate() { (figure(index, column)) } }
}

/// Columns keep their width; a narrow screen scrolls.
fn least(overview: &Overview<'_>, before: usize) -> String {
    format!("min-width:{}px", before + overview.columns.len() * 104)
}
