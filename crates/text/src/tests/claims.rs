//! What sentences claim of how counts and rows stand to each other.

use serde_json::json;

use super::*;

#[test]
fn shares_sums_and_multiples_of_counts_are_computed() {
    told(
        "K046",
        &[
            "咨询里七成上下是网上咨询。",
            "咨询中过半是网上咨询。",
            "电话咨询、网上咨询两项合计720人次。",
            "电话咨询连同网上咨询，共有650人次。",
            "电话咨询是网上咨询的2.3倍。",
            "电话、网上两类咨询共720人次。",
        ],
    );
    quiet(&[
        "咨询里近六成是电话咨询。",
        "咨询中过半是电话咨询。",
        "电话咨询、网上咨询两项合计700人次。",
        "电话咨询连同网上咨询，共有700人次。",
        "电话咨询是网上咨询的1.3倍。",
        "网上咨询大约是电话咨询的0.8倍。",
        "电话、网上两类咨询共700人次。",
    ]);
}

#[test]
fn ranks_rests_and_averages_are_the_counts() {
    told(
        "K046",
        &[
            "电话咨询、网上咨询依次增多。",
            "两类咨询里，网上咨询居首，电话咨询第二。",
            "报修故障还剩5起等配件，没有修复。",
            "食品抽检50家，都有记录。",
            "摊到每场，演练参加人次40人次。",
        ],
    );
    quiet(&[
        "电话咨询、网上咨询依次减少。",
        "两类咨询里，电话咨询居首，网上咨询第二。",
        "报修故障还剩3起等配件，没有修复。",
        "消防演练4场，都有记录。",
        "摊到每场，演练参加人次31人次。",
    ]);
}

#[test]
fn another_quarter_and_words_of_none_are_seen() {
    told("K010", &["以上是2022年第二季度的情况。", "到此，第一季度的工作就说完了。"]);
    told("K018", &["三个月里没办过消防演练。", "以劝导为主，没有津贴入账。"]);
    quiet(&[
        "以上是2023年第二季度的情况。",
        "没有一场消防演练走过场。",
        "集中学习不到今年最多的一季。",
        "莲塘乡的机手也来借过烘干机。",
        "隐患里5处还挂着牌。",
        "第一个开口的总是网上咨询。",
        "电话咨询、网上咨询两样合计派工12人次。",
        "首批4个特色党支部5月挂牌。",
        "特色党支部新添2个。",
    ]);
}

#[test]
fn what_begins_at_a_time_that_is_over_is_no_plan() {
    assert_eq!(found_in("plan", "拟从4月中旬起增开班车。"), ["K039"]);
    assert_eq!(found_in("plan", "自4月上旬起试行。"), ["K039"]);
    assert!(found_in("plan", "拟从7月中旬起增开班车。").is_empty());
}

#[test]
fn a_thing_has_one_number_in_two_texts() {
    let both = |plan: &str| found_of(&json!({ "note": "在背阴处新摆长椅18把。", "plan": plan }));
    assert_eq!(both("新摆的16把长椅列入巡修单。"), ["K046"]);
    let boxes = |plan: &str| found_of(&json!({ "note": "食堂新添保温箱24个。", "plan": plan }));
    assert_eq!(boxes("给新添的14个保温箱编上号。"), ["K046"]);
    assert!(boxes("给新添的24个保温箱编上号。").is_empty());
    assert!(both("新摆的18把长椅列入巡修单。").is_empty());
    assert!(both("再摆16把长椅。").is_empty());
    assert!(both("新摆的16把竹椅列入巡修单。").is_empty());
}

#[test]
fn rows_are_of_days_villages_and_kinds() {
    let visit = |date: &str, village: &str, people: i64, settled: &str| json!({ "date": date, "village": village, "people": people, "settled": settled });
    let rows = [
        visit("2023-04-02", "石桥铺村", 3, "2023-04-08"),
        visit("2023-05-11", "柳河湾村", 5, "2023-05-21"),
        visit("2023-06-20", "石桥铺村", 9, "2023-06-24"),
    ];
    let found = |text: &str| found_of(&json!({ "note": text, "visits": rows }));
    for wrong in [
        "4月12日是本季头一次走访。",
        "最后一次走访在6月2日。",
        "走访走了3个村。",
        "走访里人最多的一回是12人。",
        "走访最热闹的一回去了8人。",
        "走访到办结，平均9.7天。",
    ] {
        assert_eq!(found(wrong), ["K046"], "{wrong}");
    }
    for right in [
        "4月2日是本季头一次走访。",
        "最后一次走访在6月20日。",
        "走访走了2个村。",
        "走访里人最多的一回是9人。",
        "走访最热闹的一回去了9人。",
        "走访到办结，平均6.7天。",
    ] {
        assert!(found(right).is_empty(), "{right}");
    }
}
