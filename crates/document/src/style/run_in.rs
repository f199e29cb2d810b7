//! What stands between a run-in heading and the words that follow it.

use super::HouseStyle;
use crate::block::Paragraph;
use crate::inline::plain_text;

/// Marks that end a heading of themselves.
const END_MARKS: [char; 13] = ['。', '！', '？', '；', '：', '…', '.', '!', '?', ';', ':', '．', '｡'];

/// What may stand after an end mark and belongs to it.
const CLOSING_QUOTES: [char; 6] = ['”', '’', '」', '』', '"', '\''];

impl HouseStyle {
    /// What closes a paragraph's run-in heading: `run_in_end`, of which only the blank at its end is left where the
    /// heading has an end mark of its own. Empty where no heading opens the paragraph.
    pub fn run_in_end_of(&self, paragraph: &Paragraph) -> &str {
        let Some(heading) = &paragraph.run_in else { return "" };
        let mark = self.run_in_end.trim_end();
        let words = plain_text(&heading.content);
        let words = words.trim_end().trim_end_matches(CLOSING_QUOTES);
        match (words.ends_with(END_MARKS), paragraph.content.is_empty()) {
            (true, true) => "",
            (true, false) => &self.run_in_end[mark.len()..],
            (false, true) => mark,
            (false, false) => &self.run_in_end,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::Heading;
    use crate::inline::Inline;

    fn style(end: &str) -> HouseStyle {
        let text = include_str!("../../../../templates/styles/gbt9704.toml");
        HouseStyle { run_in_end: end.to_owned(), ..toml::from_str(text).unwrap() }
    }

    fn paragraph(heading: &str, words: &str) -> Paragraph {
        let inlines = |text: &str| vec![Inline::Text(text.to_owned())];
        let note = Inline::Note(inlines("见附件"));
        let content = [inlines(heading), vec![note]].concat();
        let run_in = Some(Heading { level: 2, label: "（一）".to_owned(), content });
        Paragraph { run_in, content: if words.is_empty() { Vec::new() } else { inlines(words) } }
    }

    #[test]
    fn a_heading_with_an_end_mark_of_its_own_gets_no_other() {
        for (heading, chinese, latin) in [
            ("理论学习", "。", ". "),
            ("严格落实：安全生产！", "", " "),
            ("何处着力？", "", " "),
            ("标题。", "", " "),
            ("标题；", "", " "),
            ("标题：", "", " "),
            ("标题……", "", " "),
            ("“安全生产！”", "", " "),
            ("《条例》", "。", ". "),
            ("（试行）", "。", ". "),
            ("Safety", "。", ". "),
            ("Safety?", "", " "),
            ("Safety etc.", "", " "),
        ] {
            let paragraph = paragraph(heading, "甲");
            assert_eq!(style("。").run_in_end_of(&paragraph), chinese, "{heading}");
            assert_eq!(style(". ").run_in_end_of(&paragraph), latin, "{heading}");
        }
    }

    #[test]
    fn a_heading_with_nothing_after_it_leaves_no_blank() {
        assert_eq!(style(". ").run_in_end_of(&paragraph("Safety", "")), ".");
        assert_eq!(style(". ").run_in_end_of(&paragraph("Safety?", "")), "");
        assert_eq!(style(". ").run_in_end_of(&Paragraph::default()), "");
    }
}
