//! Plans, other times and other units.

use super::{found_in, quiet, told};

#[test]
fn a_plan_may_say_what_is_not_yet_so_and_builds_on_what_is() {
    for text in ["报送舆情信息30篇", "组织集中学习5次", "年内新建特色党支部2个"] {
        assert!(found_in("plan", text).is_empty(), "{text}");
    }
    for text in
        ["依托13个特色党支部开展活动", "舆情信息经办公室审核后报送14篇", "巩固报送舆情信息四十三篇的成果"]
    {
        assert_eq!(found_in("plan", text), ["K011"], "{text}");
    }
}

#[test]
fn a_plan_is_for_what_is_to_come() {
    for text in
        ["二季度拟新设采血点一处", "第二季度，将补划标线", "二季度我镇要抓好防汛", "2季度重点抓好防汛"]
    {
        assert_eq!(found_in("plan", text), ["K039"], "{text}");
    }
    for text in [
        "三季度拟新设采血点一处",
        "二季度拟定的方案继续落实",
        "二季度计划未完成的接着做",
        "二季度将满一年的站点重新评估，已列入清单",
    ] {
        assert!(found_in("plan", text).is_empty(), "{text}");
    }
}

#[test]
fn seasons_of_other_times_that_begin_what_is_said() {
    told(
        "K010",
        &[
            "国庆假期窗口不打烊",
            "春节前后，窗口加号放号",
            "重阳当天，志愿者上门理发",
            "隆冬时节，班子成员住村",
        ],
    );
    quiet(&["端午假期窗口不打烊", "清明前后，窗口加号", "把国庆期间的经验用起来", "自春节以来窗口不打烊"]);
    assert_eq!(found_in("plan", "国庆假期窗口不打烊"), [""; 0]);
}

#[test]
fn plans_for_the_end_of_a_year_that_is_over() {
    for (plan, told) in [
        ("2022年底前完成选址", true),
        ("2022年年底前完成选址", true),
        ("2023年底前完成选址", false),
        ("年底前完成选址", false),
    ] {
        assert_eq!(found_in("plan", plan).contains(&"K039".to_owned()), told, "{plan}");
    }
}

#[test]
fn other_units_and_other_times() {
    told(
        "K009",
        &[
            "莲塘乡领导班子带头学",
            "结合莲塘实际改进宣传",
            "石桥值守人员轮流带班",
            "立足石桥特色打造品牌",
            "在莲塘召开现场会",
            "动员莲塘各村清理河道",
        ],
    );
    told("K026", &["望江乡班子成员分工负责", "忘江镇班子成员分工负责"]);
    told("K025", &["我县高度重视", "我乡店铺分布零散"]);
    told(
        "K010",
        &["本月共开展排查", "现将第一季度情况报告如下", "7月12日召开了交流会", "3月28日对店铺作了检查"],
    );
    told("K024", &["6月31日发布了图解", "4月31日的检查没有复查", "2023年2月30日组织了活动"]);
    quiet(&[
        "会同石桥镇对交界处开展检查",
        "到莲塘乡参观学习",
        "学习石桥经验",
        "把望江老街连成一线",
        "在全镇推广",
        "第三季度围绕秋收组织学习",
        "5月19日组织了疏散",
    ]);
}

#[test]
fn plans_for_a_time_that_is_over() {
    for text in [
        "力争在4月底前换完褪色的展板",
        "计划4月中旬前完成清淤",
        "拟于5月中旬召开现场会",
        "确保5月20日前全部换新",
        "争取2023年3月前见效",
    ] {
        assert_eq!(found_in("note", text), ["K039"], "{text}");
        assert_eq!(found_in("plan", text), ["K039"], "{text}");
    }
    assert_eq!(found_in("plan", "5月底前换完展板"), ["K039"]);
    for text in [
        "力争6月底前完成",
        "力争8月底前换完",
        "计划明年3月前完成",
        "按照年初计划，5月底前清淤到位",
        "原计划5月底前完成，因雨延期",
        "已于5月底前完成",
        "对5月底前查出的欠账逐一销号",
        "争取把4月份的台账补齐",
        "将4月查出的问题逐一销号",
        "力争三季度见效",
        "落实县里5月底前报送的要求",
        "力争1月底前见效",
        "力争让4月开工的项目见效",
        "拟从8月中旬起增开班次",
    ] {
        assert!(found_in("plan", text).is_empty(), "{text} {:?}", found_in("plan", text));
    }
}

#[test]
fn what_is_to_come_is_not_told_as_past() {
    told("K010", &["7月20日召开的交流会效果很好", "7月3日举办的培训深受好评，反响热烈"]);
    quiet(&["7月20日召开的全县大会将部署秋收", "迎接7月20日召开的现场会", "为7月8日开幕的书展准备展品"]);
}

#[test]
fn words_that_are_names_and_days_that_are_followed_up() {
    quiet(&[
        "团结群众、依靠群众做好工作",
        "引导双方和平协商",
        "在码头设点宣传",
        "3月28日登记的一件老案也已答复",
        "2月28日交办的事项本季度办结",
        "一季度收到来信12件，二季度收到15件",
        "第一季度拜访8户，本季度拜访9户",
        "宣传活动贯穿全年",
    ]);
    told("K009", &["团结各村清理河道", "团结党委高度重视"]);
    told("K010", &["3月28日开展的检查很全面"]);
    told("K011", &["完成村道硬化5.42公里", "实施村道硬化四公里"]);
    quiet(&["完成村道硬化4.52公里", "石桥村村道硬化1公里"]);
}

#[test]
fn a_plan_for_a_month_of_this_year_that_is_over() {
    let told = |text: &str| found_in("plan", text) == ["K039"];
    assert!(told("力争今年4月底前贯通") && told("力争今年一季度前完成"));
    assert!(!told("力争今年9月底前贯通") && !told("力争今年年底前贯通"));
}

#[test]
fn a_season_that_has_not_begun_is_none_of_this_year() {
    told("K010", &["今年入秋以来，值班电话双人接听", "今年立冬以来，巡山不停"]);
    quiet(&[
        "今年入夏以来，值班电话双人接听",
        "去年入秋以来，值班电话双人接听",
        "入冬以来储备的煤已用完",
        "1月5日动工的水渠已经合龙",
    ]);
}

#[test]
fn what_two_quarters_come_to_is_the_years_so_far() {
    quiet(&["两个季度合起来舆情信息30篇，质量不错", "网上咨询占咨询的四成多"]);
    told("K011", &["两个季度合起来舆情信息31篇，质量不错"]);
}
