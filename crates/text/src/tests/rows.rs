use serde_json::json;

use super::found_of;

/// What is found in a text beside three visits: to two villages, of 12, 30 and 8 people, settled after 2, 9 and 4 days.
fn found(text: &str) -> Vec<String> {
    let row = |date: &str, village: &str, people: u32, settled: &str| json!({ "date": date, "village": village, "people": people, "settled": settled });
    let rows = [
        row("2023-04-05", "石桥村", 12, "2023-04-07"),
        row("2023-05-05", "柳河村", 30, "2023-05-14"),
        row("2023-05-20", "石桥村", 8, "2023-05-24"),
        row("2023-03-01", "云溪村", 90, "2023-03-31"),
    ];
    found_of(&json!({ "visits": rows, "note": text }))
}

#[test]
fn what_is_said_of_all_rows() {
    for text in [
        "本季度走访到过3个村",
        "走访的人家分布在5个村，路都不近",
        "走访人数最多的是石桥村",
        "人数最少的一次走访放在柳河村",
        "每次走访都不下10人",
        "各次走访均在20人以下",
        "走访中提的事没有一件超过7天",
        "走访提出的事，最久的一件用了6天",
        "走访提出的事，最快的一件只用了5天",
    ] {
        assert_eq!(found(text), ["K046"], "{text}");
    }
    for text in [
        "本季度走访到过2个村",
        "走访的人家分布在2个村，路都不近",
        "上季度走访到过3个村",
        "其中石桥村走访分布在3个村",
        "走访人数最多的是柳河村",
        "人数最少的一次走访放在石桥村",
        "每次走访都不下8人",
        "要求每次走访都不少于10人",
        "走访中提的事没有一件超过9天",
        "走访提出的事，最久的一件用了9天",
        "走访提出的事，最久的一件用了10天",
        "走访提出的事，力争最久的一件不超过3天",
        "调研到过3个村",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn a_thing_that_two_texts_tell_of_has_one_number() {
    let found = |note: &str, plan: &str| found_of(&json!({ "note": note, "plan": plan }));
    for (note, plan) in [
        ("分拣大棚面积230平方米，靠墙布置", "分拣大棚面积320平方米，夏天加装风扇"),
        ("应急分队现有队员28名，年纪不大", "应急分队队员26名，轮流受训"),
    ] {
        assert_eq!(found(note, plan), ["K046"], "{note} {plan}");
    }
    for (note, plan) in [
        ("分拣大棚面积230平方米，靠墙布置", "分拣大棚面积230平方米，夏天加装风扇"),
        ("分拣大棚面积230平方米，靠墙布置", "拟扩建到分拣大棚面积320平方米"),
        ("分拣大棚面积230平方米，靠墙布置", "晾晒大棚面积320平方米，夏天加装风扇"),
    ] {
        assert_eq!(found(note, plan), [""; 0], "{note} {plan}");
    }
}
