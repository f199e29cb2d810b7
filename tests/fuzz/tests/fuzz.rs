//! Each target over what is kept of it, and over edits of that.

use huibian_fuzz::edits::Edits;
use huibian_fuzz::target;
use huibian_fuzz::targets::TARGETS;

/// So many edits of all that is kept of a target: a second at most.
const EDITS: usize = 40;

fn hold(name: &str) {
    let target = target(name).unwrap_or_else(|| panic!("no target {name}"));
    let kept = target.kept();
    assert!(!kept.is_empty(), "nothing is kept of {name}");
    kept.iter().for_each(|input| (target.run)(input));
    let mut edits = Edits::new(20_230_705);
    for input in kept.iter().cycle().take(EDITS) {
        (target.run)(&edits.edited(input));
    }
}

macro_rules! targets {
    ($($name:ident)*) => {
        $(#[test]
        fn $name() {
            hold(stringify!($name));
        })*

        #[test]
        fn each_target_is_tested() {
            let tested = [$(stringify!($name)),*];
            assert!(TARGETS.iter().map(|target| target.name).eq(tested));
        }
    };
}

targets! {
    answer code drawing expression plugin record style table template unit word wording workbook workspace
}
