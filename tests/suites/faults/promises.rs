//! SECURITY.md names what holds each promise and each outcome: a suite, a file of this one, or the beginning of a test's name.

use std::fs;

use huibian_tests::root;

#[test]
fn each_promise_is_held_by_a_test_that_there_is() {
    let tests: String = fs::read_dir(root().join("tests/suites/faults"))
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    let is_there = |name: &str| match name.strip_suffix('…') {
        Some(begins) => tests.contains(&format!("fn {begins}")),
        None => ["suites/{}.rs", "suites/{}", "suites/faults/{}.rs", "{}"]
            .iter()
            .any(|place| root().join("tests").join(place.replace("{}", name)).exists()),
    };
    let text = fs::read_to_string(root().join("SECURITY.md")).unwrap();
    let rows = text.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    let mut held = 0;
    for row in rows.filter(|row| !row.contains("`tests/suites/faults`")) {
        let last = row.rsplit(" | ").next().unwrap();
        for name in last.split('`').skip(1).step_by(2) {
            assert!(is_there(name.trim_start_matches("tests/")), "SECURITY.md: there is no {name}: {row}");
            held += 1;
        }
        assert!(last.contains('`') || last == "–" || last == "held by", "nothing holds: {row}");
    }
    assert!(held > 30, "{held}");
}
