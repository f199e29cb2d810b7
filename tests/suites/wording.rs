//! What a workspace can say in its own words, and what is found before it is said.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use huibian_tests::Workspace;

/// What `preview` says, the report first.
fn preview(workspace: &Workspace, unit: &str) -> String {
    let output = workspace.run(&["--lang", "zh", "preview", unit]);
    String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
}

/// What `check` says in both languages; it must exit with 2.
fn check(workspace: &Workspace) -> [String; 2] {
    ["zh", "en"].map(|lang| {
        let output = workspace.run(&["--lang", lang, "check"]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        said
    })
}

#[test]
fn a_partial_is_shared_by_the_report_and_the_sections() {
    let workspace = Workspace::new();
    workspace.write("templates/partials/who.hbs", "{{unit.name}}党政办公室\n");
    workspace.write("wording/propaganda/plan.hbs", "- 由{{> who}}每月通报一次\n");
    workspace.replace("templates/ideology.hbs", "继续按年度计划", "由{{> who}}继续按年度计划");
    workspace.replace("templates/ideology.hbs", "总体进展平稳。", "总体进展平稳（{{> who}}）。");
    let said = preview(&workspace, "云溪镇");
    assert!(said.contains("由云溪镇党政办公室每月通报一次；"), "{said}");
    assert!(said.contains("总体进展平稳（云溪镇党政办公室）。"), "{said}");
}

#[test]
fn a_section_words_its_records_days_and_other_plugins_counts() {
    let workspace = Workspace::new();
    let manifest = "plugins/theory-study/plugin.toml";
    workspace.replace(manifest, "slots =", "uses = [\"online-opinion/found\"]\nslots =");
    workspace.write(
        "wording/theory-study/plan.hbs",
        "{{#if fields.sessions}}\n\
         {{#each fields.sessions}}\n\
         - {{month_day date}}学习{{topic}}{{#if form}}（{{form}}）{{/if}}，列第{{hanzi @index}}，由{{../unit.name}}组织\n\
         {{/each}}\n\
         {{/if}}\n\
         - 自{{date period.start}}起组织{{#zero \"sessions\"}}零次{{else}}{{hanzi \"sessions\"}}{{/zero}}\
         {{#present \"online-opinion/found\"}}，发现信息{{count \"online-opinion/found\"}}{{/present}}\n",
    );
    let said = preview(&workspace, "云溪镇");
    let first = "一是4月12日学习《基层治理读本》（集体学习），列第一，由云溪镇组织；";
    assert!(said.contains(first), "{said}");
    assert!(said.contains("自2023年4月1日起组织三次，发现信息"), "{said}");
    // A unit without a ledger says nothing of it, and nothing is left blank.
    let said = preview(&workspace, "qinghe");
    assert!(said.contains("一是自2023年4月1日起组织零次"), "{said}");
}

#[test]
fn partials_that_include_each_other_are_found_before_anything_is_written() {
    let workspace = Workspace::new();
    workspace.write("templates/partials/a.hbs", "甲\n{{> b}}\n");
    workspace.write("templates/partials/b.hbs", "{{#if unit.name}}{{> a}}{{/if}}\n");
    workspace.write("wording/propaganda/plan.hbs", "- {{> a}}\n");
    for said in check(&workspace) {
        assert!(said.contains("[T007]") && said.contains("a → b → a"), "{said}");
        assert!(said.contains("templates/partials/b.hbs:1:22"), "{said}");
        assert_eq!(said.matches("[T007]").count(), 1, "{said}");
    }
    assert_eq!(workspace.run(&["batch"]).status.code(), Some(2));
    assert!(!workspace.path("out").exists());
}

/// What is asked for is what is missing, in the words that ask for it.
#[test]
fn what_may_be_missing_is_told_with_the_tag_that_asks() {
    for (section, help) in [
        (
            "- {{facts.plan}}",
            "Put {{#if facts.plan}} before it and {{/if}} behind it; with {{else}} between them",
        ),
        (
            "- {{previous \"sessions\"}}",
            "Put {{#present \"sessions\" \"previous\"}} before it and {{/present}} behind it;",
        ),
        (
            "- {{#each fields.sessions}}{{topic}}{{/each}}",
            "Put {{else}} and what is to stand there without it before {{/each}}, or {{#if fields.sessions}} … {{/if}} around",
        ),
        (
            "- {{#with unit.attributes}}甲{{/with}}",
            "before {{/with}}, or {{#if unit.attributes}} … {{/if}} around",
        ),
    ] {
        let workspace = Workspace::new();
        workspace.write("wording/theory-study/plan.hbs", &format!("{section}\n"));
        let [_, said] = check(&workspace);
        assert!(said.contains("[T009]") && said.contains(help), "{said}");
    }
}

#[test]
fn a_fault_in_a_partial_points_into_its_file() {
    let workspace = Workspace::new();
    workspace.write("templates/partials/closing.hbs", "甲\n- {{facts.plan}}\n");
    workspace.write("wording/propaganda/plan.hbs", "{{> closing}}\n");
    for said in check(&workspace) {
        assert!(said.contains("[T009]") && said.contains("templates/partials/closing.hbs:2:5"), "{said}");
    }
    workspace.write("wording/propaganda/plan.hbs", "- {{> closin}}\n");
    for said in check(&workspace) {
        assert!(said.contains("[T008]") && said.contains("closing"), "{said}");
    }
}

#[test]
fn a_count_that_no_plugin_has_is_found_where_it_is_named() {
    let workspace = Workspace::new();
    let manifest = "plugins/theory-study/plugin.toml";
    workspace.replace(manifest, "slots =", "uses = [\"online-opinion/fonud\"]\nslots =");
    for said in check(&workspace) {
        assert!(said.contains("[P013]") && said.contains("online-opinion/found"), "{said}");
    }
}

#[test]
fn faults_of_wording_say_what_to_write() {
    for (text, zh, en) in [
        ("- {{fields.meetings_total}}\n", "{{count \"名称\"}}", "{{count \"name\"}}"),
        ("- {{date unit.name}}\n", "它只能用于日期", "it takes dates only"),
        ("- {{period.start}}\n", "{{date period.start}}", "{{date period.start}}"),
        ("甲\n\n    乙\n", "会被当作代码", "becomes code"),
        ("- 甲\n\n    乙\n", "一项只有一段", "An item is one paragraph"),
        ("- 甲\n    - 乙\n", "列表只有一层", "Lists have one level"),
        ("![甲](乙.png)\n", "{{image \"pictures/", "{{image \"pictures/"),
        ("- 甲<br>乙\n", "请写 \\<", "write \\<"),
        ("- 甲[^1]\n", "\\[^1]", "\\[^1]"),
        ("- 甲\n\n2023. 年\n", "会被当作编号列表", "becomes a numbered list"),
        ("{{#if facts.plan}}- 甲\n", "if 块没有结尾", "the block if never ends"),
    ] {
        let workspace = Workspace::new();
        workspace.write("wording/propaganda/plan.hbs", text);
        let [said_zh, said_en] = check(&workspace);
        assert!(said_zh.contains(zh), "{text}: {said_zh}");
        assert!(said_en.contains(en), "{text}: {said_en}");
    }
}

#[test]
fn wording_under_a_misspelt_name_is_pointed_out() {
    for (file, meant) in [
        ("wording/propaganda/plans.hbs", "propaganda/plan.hbs"),
        ("wording/propagnda/plan.hbs", "propaganda/plan.hbs"),
        ("wording/plan.hbs", "propaganda/plan.hbs"),
    ] {
        let workspace = Workspace::new();
        workspace.write(file, "- 按月通报\n");
        for said in check(&workspace) {
            assert!(said.contains("T024") && said.contains(file) && said.contains(meant), "{said}");
        }
    }
}

#[test]
fn markdown_that_no_report_can_carry_is_found_before_anything_is_made() {
    let report = "templates/ideology.hbs";
    let section = "wording/theory-study/results.hbs";
    for (file, from, to, expected) in [
        (report, "现将有关情况报告如下。", "现将*有关*情况报告如下。", &["[T014]", "ideology.hbs:15:65"][..]),
        (report, "## 存在的问题和改进措施", "# 存在的问题和改进措施", &["[T015]", "ideology.hbs:21:1"]),
        (report, "# {{unit.name}}", "## {{unit.name}}", &["[T015]", "ideology.hbs"]),
        (report, "## 存在的问题和改进措施", "###### 存在的问题和改进措施", &["[T020]", "ideology.hbs:21:1"]),
        (
            report,
            "{{slot \"results\"}}\n",
            "{{slot \"results\"}}\n各项工作有序推进。\n",
            &["[T012]", "ideology.hbs:19:1"],
        ),
        (section, "", "# 学习\n\n#### 次数\n\n3次。\n", &["[T020]", "results.hbs:3:1"]),
        (section, "", "# 学习\n\n> 3次。\n", &["[T014]", "results.hbs:3:1"]),
        (section, "", "# 学习\n\n3次[^1]。\n", &["[T025]", "results.hbs:3:3"]),
    ] {
        let workspace = Workspace::new();
        if from.is_empty() {
            workspace.write(file, to);
        } else {
            workspace.replace(file, from, to);
        }
        for said in check(&workspace) {
            assert!(expected.iter().all(|part| said.contains(part)), "{to}: {said}");
            assert_eq!(said.matches("[T0").count(), 1, "{to}: {said}");
        }
        assert_eq!(workspace.run(&["batch"]).status.code(), Some(2), "{to}");
    }
}

#[test]
fn what_only_shows_with_the_data_names_its_template() {
    let workspace = Workspace::new();
    workspace.write("wording/propaganda/plan.hbs", "每月通报一次。\n");
    let said = preview(&workspace, "云溪镇");
    assert!(said.contains("[T019]") && said.contains("wording/propaganda/plan.hbs"), "{said}");
}
