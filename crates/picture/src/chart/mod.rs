//! Charts drawn as SVG: bars and lines, in black, greys and one colour, since documents are printed.
//!
//! # Steps
//! 1. A [`Chart`] says what there is: places along the axis, and a series of values over them.
//! 2. [`Scale`](scale::Scale): where values stand, with zero always on it.
//! 3. [`draw`]: bars upright where the names below them have room, lying where not, on as many sheets as they need; or lines.
//!
//! All lengths inside are points.

mod bars;
mod canvas;
mod legend;
mod lines;
mod lying;
mod scale;
mod words;

use huibian_document::Length;

use canvas::Canvas;

/// What a chart looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// A bar for every value.
    Bar,
    /// A line for every series.
    Line,
}

/// Values over places.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What it looks like.
    pub kind: ChartKind,
    /// What stands along its axis, in order.
    pub places: Vec<String>,
    /// The series, each with a value for every place.
    pub series: Vec<Series>,
    /// What stands above it: `单位：次`; empty for nothing.
    pub note: String,
}

/// One value in every place.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What the legend calls it.
    pub name: String,
    /// Its values; nothing where there is none, which is not zero.
    pub values: Vec<Option<Value>>,
}

/// A value that knows what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// How far its bar goes.
    pub number: f64,
    /// As it is printed.
    pub words: String,
    /// The count that it is of.
    pub count: String,
}

/// The type and the room of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// How wide it is.
    pub width: Length,
    /// How high it is, where its bars stand upright or it has lines.
    pub height: Length,
    /// How high a sheet of lying bars may become.
    pub most: Length,
    /// The size of its letters.
    pub size: Length,
    /// The face of Latin letters and digits.
    pub latin: String,
    /// The faces of all else, the best first, and a family of which any will do.
    pub faces: Vec<String>,
}

/// A drawing of places from one to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The SVG file.
    pub svg: String,
    /// How wide it is.
    pub width: Length,
    /// How high it is.
    pub height: Length,
}

/// Draws a chart, on several sheets where its lying bars are too many for one.
pub fn draw(chart: &Chart, sheet: &Sheet) -> Vec<Drawing> {
    match chart.kind {
        ChartKind::Line => vec![lines::draw(chart, Canvas::new(sheet, sheet.height))],
        ChartKind::Bar if bars::fit(chart, sheet) => {
            vec![bars::draw(chart, Canvas::new(sheet, sheet.height))]
        }
        ChartKind::Bar => lying::draw(chart, sheet),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub fn sheet() -> Sheet {
        let length = |text: &str| text.parse().unwrap();
        Sheet {
            width: length("156mm"),
            height: length("70mm"),
            most: length("200mm"),
            size: length("10pt"),
            latin: "Times New Roman".to_owned(),
            faces: ["仿宋_GB2312", "仿宋", "serif"].map(str::to_owned).to_vec(),
        }
    }

    pub fn chart(kind: ChartKind, places: &[&str], series: &[(&str, &[Option<i32>])]) -> Chart {
        let value = |number: &Option<i32>| {
            number.map(|number| Value {
                number: f64::from(number),
                words: number.to_string(),
                count: "works/built".to_owned(),
            })
        };
        Chart {
            kind,
            places: places.iter().map(|&place| place.to_owned()).collect(),
            series: series
                .iter()
                .map(|(name, values)| Series {
                    name: (*name).to_owned(),
                    values: values.iter().map(value).collect(),
                })
                .collect(),
            note: "单位：处".to_owned(),
        }
    }

    /// The values of an attribute of every element of a name, that has one.
    fn attributes(svg: &str, element: &str, name: &str) -> Vec<f64> {
        let document = roxmltree::Document::parse(svg).unwrap();
        let elements =
            document.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", element)));
        elements
            .filter(|node| node.has_attribute("data-count"))
            .filter_map(|node| node.attribute(name)?.parse().ok())
            .collect()
    }

    #[test]
    fn a_drawing_is_one_that_a_document_can_hold() {
        let two = [("本季度", &[Some(3), None][..]), ("上季度 <1>", &[Some(0), Some(-2)])];
        for kind in [ChartKind::Bar, ChartKind::Line] {
            let drawings = draw(&chart(kind, &["学习 & 宣传", "巡查"], &two), &sheet());
            let [drawing] = &drawings[..] else { panic!("{drawings:?}") };
            let read = crate::Svg::read(&drawing.svg).unwrap();
            assert!((read.width.emu() - drawing.width.emu()).abs() < 12_700, "{read:?}");
            assert!(drawing.svg.contains("data-count=\"works/built\" data-value=\"-2\""));
            assert_eq!(drawing, &draw(&chart(kind, &["学习 & 宣传", "巡查"], &two), &sheet())[0]);
        }
    }

    #[test]
    fn bars_are_as_high_as_their_values_and_below_the_line_where_those_are() {
        let values = [("本季度", &[Some(10), Some(20), Some(0), Some(-5), None][..])];
        let svg = &draw(&chart(ChartKind::Bar, &["甲", "乙", "丙", "丁", "戊"], &values), &sheet())[0].svg;
        let (heights, tops) = (attributes(svg, "rect", "height"), attributes(svg, "rect", "y"));
        assert_eq!(heights.len(), 4, "what is missing has no bar");
        assert!((heights[1] - 2.0 * heights[0]).abs() < 0.05 && (heights[0] - 2.0 * heights[3]).abs() < 0.05);
        assert!(heights[2] == 0.0 && (tops[3] - (tops[0] + heights[0])).abs() < 0.05, "{heights:?} {tops:?}");
        assert!(
            svg.contains(">0</text>") && svg.contains(">—</text>"),
            "zero is printed, and nothing is said to be"
        );
    }

    #[test]
    fn long_names_and_many_units_lie_down_and_go_on_over_the_page() {
        let names: Vec<String> =
            (1..=120).map(|n| format!("某某县第{n}综合行政执法大队驻乡镇工作站")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let values: Vec<Option<i32>> = (1..=120).map(Some).collect();
        let drawings = draw(&chart(ChartKind::Bar, &names, &[("本季度", &values)]), &sheet());
        assert!(drawings.len() > 1 && drawings.iter().all(|drawing| drawing.height <= sheet().most));
        let widths: Vec<f64> = drawings.iter().flat_map(|d| attributes(&d.svg, "rect", "width")).collect();
        assert_eq!(widths.len(), 120);
        assert!((widths[119] - 120.0 * widths[0]).abs() < 1.0, "all sheets have one scale");
    }
}
