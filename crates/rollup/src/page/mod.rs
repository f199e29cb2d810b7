//! The page of a unit above others: one HTML file that needs nothing from anywhere. Every text is escaped by the
//! template; units stream through, so that the page of many takes no more memory than that of few.

mod cards;
mod table;

use huibian_diagnostic::Result;
use jiff::civil::Date;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::overview::{Overview, OverviewRow, Remark, Standing, Weight};

/// Takes a piece of the page.
type Out<'o> = &'o mut dyn FnMut(&[u8]) -> Result<()>;

/// Scripts and styles stand in the page itself; nothing is fetched, whatever a text says.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; \
                      base-uri 'none'; form-action 'none'";

/// Writes the page, piece by piece.
///
/// # Errors
/// What `out` fails on.
pub fn write(overview: &Overview<'_>, date: Date, out: Out<'_>) -> Result<()> {
    put(out, &head(overview, date))?;
    problems(overview, out)?;
    remarks(overview, out)?;
    put(out, &cards::cards(overview))?;
    put(out, &table::levels(overview))?;
    table::units(overview, out)?;
    let end = html! {
        (PreEscaped("</main>"))
        footer { "数字可点开所在报告；停在数字上可看来源。" }
        script { (PreEscaped(include_str!("sort.js"))) }
        (PreEscaped("</body></html>\n"))
    };
    put(out, &end)
}

fn put(out: Out<'_>, piece: &Markup) -> Result<()> {
    out(piece.0.as_bytes())
}

/// The class of a standing.
fn class(standing: Standing) -> &'static str {
    match standing {
        Standing::Missing => "missing",
        Standing::Failed => "failed",
        Standing::Excluded | Standing::Unclean => "unclean",
        Standing::Done => "done",
    }
}

fn head(overview: &Overview<'_>, date: Date) -> Markup {
    let count = |wanted| overview.units().filter(|(_, standing, ..)| *standing == wanted).count();
    let coverage = overview.coverage();
    let standings =
        [Standing::Missing, Standing::Failed, Standing::Excluded, Standing::Unclean, Standing::Done];
    html! {
        (DOCTYPE)
        (PreEscaped("<html lang=\"zh-CN\">"))
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta http-equiv="Content-Security-Policy" content=(POLICY);
            link rel="icon" href="data:,";
            title { (overview.title) }
            style { (PreEscaped(include_str!("style.css"))) }
        }
        (PreEscaped("<body>"))
        header {
            h1 { (overview.title) }
            p { (date.year()) "年" (date.month()) "月" (date.day()) "日" }
            p #coverage { (coverage.words()) }
            @if let Some(basis) = overview.basis(overview.total()) {
                p #basis { "与" (overview.before) "比较：" (basis) "。" }
            }
        }
        (PreEscaped("<main>"))
        ul .tiles {
            li { "下级单位" b { (coverage.units) } }
            li { "已汇总" b { (coverage.reported) } }
            @for standing in standings {
                li { (standing.words()) b class=[(count(standing) > 0).then_some(class(standing))] { (count(standing)) } }
            }
        }
    }
}

/// Units that want a look, those without a report first.
fn problems(overview: &Overview<'_>, out: Out<'_>) -> Result<()> {
    let mut units: Vec<(&OverviewRow, Standing)> = overview
        .units()
        .filter(|(_, standing, _)| *standing != Standing::Done)
        .map(|(row, standing, _)| (row, standing))
        .collect();
    if units.is_empty() {
        return Ok(());
    }
    units.sort_by_key(|(_, standing)| *standing);
    put(out, &html! { h2 { "需要处理的单位" } (PreEscaped("<ul class=\"problems\" id=\"problems\">")) })?;
    for (row, standing) in units {
        let reasons = row.remarks.iter().filter(|remark| remark.weight <= Weight::Error);
        let item = html! {
            li {
                span class={ "s " (class(standing)) } { (standing.words()) } " " (row.name)
                @if standing == Standing::Missing { small { "没有这个单位的数据" } }
                @for remark in reasons { small { (told(remark)) } }
            }
        };
        put(out, &item)?;
    }
    put(out, &html! { (PreEscaped("</ul>")) })
}

/// What was found of all units, by weight, each with a way to the file that it is about.
fn remarks(overview: &Overview<'_>, out: Out<'_>) -> Result<()> {
    let mut remarks = overview.remarks().peekable();
    if remarks.peek().is_none() {
        return Ok(());
    }
    put(out, &html! { h2 { "校验情况" } })?;
    while let Some((_, first)) = remarks.peek() {
        let weight = first.weight;
        let id = format!("{weight:?}").to_lowercase();
        put(
            out,
            &html! {
                h3 { (weight.words()) }
                (PreEscaped(format!("<ul class=\"problems\" id=\"{id}\">")))
            },
        )?;
        while let Some((row, remark)) = remarks.next_if(|(_, remark)| remark.weight == weight) {
            put(out, &html! { li { (row.name) small { (told(remark)) } } })?;
        }
        put(out, &html! { (PreEscaped("</ul>")) })?;
    }
    Ok(())
}

/// A remark with its place.
fn told(remark: &Remark) -> Markup {
    html! {
        (remark.said)
        @if let Some(place) = &remark.place {
            "（"
            @if let Some(link) = &remark.link { a href=(link) { (place) } } @else { (place) }
            "）"
        }
    }
}
