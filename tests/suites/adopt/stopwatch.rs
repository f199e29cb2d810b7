//! The first minutes of somebody new: a Word file of one's own and the workbook that thirty towns filled in, and as many commands as
//! README's first page has until thirty right reports are there. No file is edited.

use std::fmt::Write as _;
use std::fs;
use std::time::Instant;

use huibian_tests::books::Book;
use huibian_tests::corpus::random::Random;
use huibian_tests::word::docx;

use super::{lines, run};

/// A town with what it filled in: enterprises, hazards, rectified, fines, drills.
struct Town {
    name: String,
    figures: [usize; 5],
}

const PLACES: [&str; 10] = ["云溪", "青禾", "东河", "柳林", "石桥", "白沙", "松岭", "南塘", "北岗", "西湾"];

/// Thirty towns, each with figures of its own.
fn towns(random: &mut Random) -> Vec<Town> {
    let names = ["镇", "乡", "街道"].iter().flat_map(|kind| PLACES.map(|place| format!("{place}{kind}")));
    let town = |(number, name)| {
        let found = random.within(20, 90);
        let figures =
            [100 + number * 7, found, random.within(1, found - 1), random.within(1, 60), random.within(2, 9)];
        Town { name, figures }
    };
    names.enumerate().map(town).collect()
}

/// The report that a person writes of a town's figures.
fn written(town: &Town) -> Vec<String> {
    let Town { name, figures: [checked, found, done, fines, drills] } = town;
    #[expect(clippy::cast_precision_loss, reason = "a few hazards")]
    let rate = (*done as f64 / *found as f64 * 1000.0).round() / 10.0;
    [
        format!("{name}2023年第一季度安全生产工作情况报告"),
        "县应急管理局：".to_owned(),
        format!("现将{name}2023年第一季度安全生产工作情况报告如下。"),
        "一、工作开展情况".to_owned(),
        format!(
            "本季度共检查企业{checked}家次，发现隐患{found}处，完成整改{done}处，整改率{rate:.1}%。对拒不整改的依法处罚，罚款{fines}万元。"
        ),
        format!("组织应急演练{drills}场，24小时值班电话0555-5210119保持畅通。"),
        "二、下一步打算".to_owned(),
        "认真贯彻《中华人民共和国安全生产法》（2021年修正），紧盯5万元以下小额项目，落实“三个必须”。".to_owned(),
        format!("{name}人民政府"),
        "2023年4月5日".to_owned(),
    ]
    .to_vec()
}

#[test]
fn thirty_right_reports_in_two_commands_and_no_editor() {
    let mut random = Random::new(20_230_405);
    let towns = towns(&mut random);
    let folder = tempfile::tempdir().unwrap();
    let mut rows =
        vec!["序号|乡镇|检查企业（家次）|排查隐患（处）|已整改（处）|罚款（元）|演练场次|备注".to_owned()];
    for (number, Town { name, figures: [checked, found, done, fines, drills] }) in towns.iter().enumerate() {
        rows.push(format!("{}|{name}|{checked}|{found}|{done}|{}|{drills}|", number + 1, fines * 10_000));
    }
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    fs::write(folder.path().join("2023Q1.xlsx"), Book::of_rows(&[("汇总表", &rows)]).bytes("xlsx")).unwrap();
    let own = towns.iter().find(|town| town.name == "云溪镇").unwrap();
    let mut text = String::new();
    for (number, line) in written(own).iter().enumerate() {
        let _ = writeln!(text, "{}{line}", if number == 0 { "= " } else { "" });
    }
    fs::write(folder.path().join("云溪镇-2023Q1.docx"), docx(&text)).unwrap();

    let begun = Instant::now();
    let (code, said) = run(folder.path(), &["adopt", "云溪镇-2023Q1.docx", "2023Q1.xlsx", "--to", "office"]);
    assert_eq!(code, 0, "{said}");
    let office = folder.path().join("office");
    let (code, said) = run(&office, &["batch"]);
    assert_eq!(code, 0, "{said}");
    let seconds = begun.elapsed().as_secs_f32();

    let out = office.join("out/report/2023Q1");
    for town in &towns {
        assert_eq!(lines(&out.join(format!("{}.docx", town.name))), written(town), "{}", town.name);
    }
    println!("two commands, {seconds:.1} s");
}
