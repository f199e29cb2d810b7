//! What strict documents say in other words than transitional ones: edges by the direction of the text, lengths with their
//! measure (ISO/IEC 29500-4, annex on transitional features; 29500-1, 22.9.2.15).

/// Elements whose attributes are lengths in twentieths of a point.
const TWIPS: [&str; 22] = [
    "bottom",
    "col",
    "cols",
    "defaultTabStop",
    "framePr",
    "gridCol",
    "ind",
    "left",
    "lnNumType",
    "pgMar",
    "pgSz",
    "right",
    "spacing",
    "tab",
    "tblCellSpacing",
    "tblInd",
    "tblW",
    "tblpPr",
    "tcW",
    "top",
    "trHeight",
    "wAfter",
];
/// Elements whose attributes are lengths in half points.
const HALF_POINTS: [&str; 7] = ["hps", "hpsBaseText", "hpsRaise", "kern", "position", "sz", "szCs"];
/// Elements around edges that transitional documents call left and right.
const EDGES: [&str; 4] = ["tblBorders", "tcBorders", "tblCellMar", "tcMar"];
/// Directions of text: strict, and transitional.
const DIRECTIONS: [(&str, &str); 6] =
    [("tb", "lrTb"), ("rl", "tbRl"), ("lr", "btLr"), ("tbV", "lrTbV"), ("rlV", "tbRlV"), ("lrV", "tbLrV")];

/// An element's name in a transitional document; `around` is the element that it is in.
pub fn element<'n>(name: &'n str, around: &str) -> &'n str {
    if EDGES.contains(&around) { edge(name) } else { name }
}

/// An attribute's name in a transitional document; `element` has it.
pub fn attribute<'n>(name: &'n str, element: &str) -> &'n str {
    match (element, name) {
        ("ind", "startChars") => "leftChars",
        ("ind", "endChars") => "rightChars",
        ("ind", name) => edge(name),
        _ => name,
    }
}

/// An attribute's value in a transitional document, where it is another one.
pub fn value(value: &str, element: &str) -> Option<String> {
    match element {
        "jc" | "lvlJc" => Some(edge(value)).filter(|edge| *edge != value).map(str::to_owned),
        "textDirection" => {
            DIRECTIONS.iter().find(|(strict, _)| *strict == value).map(|(_, words)| (*words).to_owned())
        }
        element if TWIPS.contains(&element) => length(value, 20.0),
        element if HALF_POINTS.contains(&element) => length(value, 2.0),
        _ => None,
    }
}

fn edge(name: &str) -> &str {
    match name {
        "start" => "left",
        "end" => "right",
        name => name,
    }
}

/// A length with its measure, as a whole number of which a point has `parts`.
fn length(value: &str, parts: f64) -> Option<String> {
    let at = value.find(|c: char| c.is_ascii_alphabetic())?;
    let (number, measure) = value.split_at(at);
    let points = match measure {
        "pt" => 1.0,
        "pc" | "pi" => 12.0,
        "in" => 72.0,
        "cm" => 72.0 / 2.54,
        "mm" => 7.2 / 2.54,
        _ => return None,
    };
    let number: f64 = number.parse().ok().filter(|number: &f64| number.is_finite())?;
    Some(format!("{:.0}", number * points * parts))
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn lengths_become_numbers_of_their_attribute() {
        assert_eq!(value("595.30pt", "pgSz").as_deref(), Some("11906"));
        assert_eq!(value("3.7cm", "pgMar").as_deref(), Some("2098"));
        assert_eq!(value("-1in", "ind").as_deref(), Some("-1440"));
        assert_eq!(value("16pt", "sz").as_deref(), Some("32"));
        for (plain, element) in [("11906", "pgSz"), ("auto", "spacing"), ("50%", "tblW"), ("16pt", "name")] {
            assert_eq!(value(plain, element), None, "{plain}");
        }
    }

    #[test]
    fn edges_and_directions_are_named_as_transitional_documents_name_them() {
        assert_eq!(value("start", "jc").as_deref(), Some("left"));
        assert_eq!(value("center", "jc"), None);
        assert_eq!(value("rl", "textDirection").as_deref(), Some("tbRl"));
        assert_eq!(super::element("start", "tblBorders"), "left");
        assert_eq!(super::element("start", "lvl"), "start");
        assert_eq!(super::attribute("start", "ind"), "left");
        assert_eq!(super::attribute("start", "pgNumType"), "start");
    }
}
