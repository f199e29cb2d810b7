//! Draws sample charts into a folder, as SVG and PNG, to be looked at.

use std::path::PathBuf;

use huibian_document::Length;
use huibian_picture::Easel;
use huibian_picture::chart::{Chart, ChartKind, Series, Sheet, Value, draw};

fn series(name: &str, values: &[Option<f64>]) -> Series {
    let value = |number: f64| Value {
        number,
        words: number.to_string().replace('-', "−"),
        count: "works/built".to_owned(),
    };
    Series { name: name.to_owned(), values: values.iter().map(|number| number.map(value)).collect() }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| ".".to_owned()));
    let length = |text: &str| text.parse::<Length>();
    let sheet = Sheet {
        width: length("156mm")?,
        height: length("75mm")?,
        most: length("200mm")?,
        size: length("10.5pt")?,
        latin: "Times New Roman".to_owned(),
        faces: ["仿宋_GB2312", "仿宋", "serif"].map(str::to_owned).to_vec(),
    };
    let places = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
    let s = Some;
    let chart = |kind, names: &[&str], series: Vec<Series>| Chart {
        kind,
        places: places(names),
        series,
        note: "单位：次".to_owned(),
    };
    let units = [
        "云溪镇",
        "河口镇",
        "柳林街道办事处",
        "青禾镇人民政府综合治理服务中心",
        "石桥镇",
        "某某县经济技术开发区管理委员会（筹）",
    ];
    let many: Vec<String> = (1..=34).map(|n| format!("某某镇第{n}村")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let charts = [
        (
            "bars",
            chart(
                ChartKind::Bar,
                &["理论学习", "网络舆情", "阵地管理", "宣传活动"],
                vec![series("本季度", &[s(12.0), s(187.0), s(0.0), None])],
            ),
        ),
        (
            "grouped",
            chart(
                ChartKind::Bar,
                &["理论学习中心组学习", "网络舆情", "阵地管理", "宣传活动"],
                vec![
                    series("本季度", &[s(12.0), s(-4.0), s(0.0), s(23.0)]),
                    series("上季度", &[s(10.0), s(8.0), s(3.0), None]),
                    series("上年同期", &[s(9.0), s(8.0), s(3.0), s(21.0)]),
                ],
            ),
        ),
        (
            "units",
            chart(
                ChartKind::Bar,
                &units,
                vec![
                    series("学习", &[s(3.0), s(12.0), s(7.0), s(0.0), None, s(5.0)]),
                    series("宣传", &[s(5.0), s(2.0), s(17.0), s(4.0), s(-3.0), s(5.0)]),
                ],
            ),
        ),
        (
            "many",
            chart(
                ChartKind::Bar,
                &many,
                vec![series("学习", &(1..=34).map(|n| s(f64::from(n * 7 % 31))).collect::<Vec<_>>())],
            ),
        ),
        (
            "lines",
            chart(
                ChartKind::Line,
                &["2022年第二季度", "2022年第三季度", "2022年第四季度", "2023年第一季度", "2023年第二季度"],
                vec![
                    series("学习", &[s(3.0), s(5.0), None, s(4.0), s(12.0)]),
                    series("宣传", &[s(5.0), s(5.0), s(7.0), s(4.0), s(11.0)]),
                    series("巡查", &[s(15.0), s(9.0), s(7.0), s(14.0), s(11.0)]),
                ],
            ),
        ),
    ];
    let easel = Easel::new(&[]);
    for (name, chart) in charts {
        for (number, drawing) in (1..).zip(draw(&chart, &sheet)) {
            std::fs::write(folder.join(format!("{name}{number}.svg")), &drawing.svg)?;
            std::fs::write(
                folder.join(format!("{name}{number}.png")),
                easel.draw(&drawing.svg, drawing.width)?,
            )?;
        }
    }
    Ok(())
}
