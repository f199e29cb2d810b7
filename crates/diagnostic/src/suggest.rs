//! "Did you mean": the candidate nearest to a misspelt name.

/// The candidate most like `given`, whatever its case and the blanks around it, or none where none is near enough to be meant.
pub fn closest<'a>(given: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const NEAR_ENOUGH: f64 = 0.75;
    /// No name is so long.
    const LONGEST: usize = 400;
    if given.len() > LONGEST {
        return None;
    }
    let plain = |text: &str| text.trim().to_lowercase();
    let folded = plain(given);
    let likeness = |given: &str, candidate: &str| {
        let as_written = strsim::jaro_winkler(given, candidate);
        as_written.max(strsim::jaro_winkler(&folded, &plain(candidate)))
    };
    candidates
        .into_iter()
        .map(|candidate| (likeness(given, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= NEAR_ENOUGH)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn case_and_blanks_are_no_difference() {
        let known = ["pictures/ok.png", "pictures/river.svg"];
        for given in ["pictures/OK.PNG", "pictures/ok.png ", "pictures/ok.pgn"] {
            assert_eq!(closest(given, known), Some("pictures/ok.png"), "{given}");
        }
        assert_eq!(closest("GBT9704", ["gbt9704", "report"]), Some("gbt9704"));
        assert_eq!(closest("施工", ["巡查", "学习"]), None);
    }
}
