//! Every key of a house style's file: what its value is, and the clause of GB/T 9704-2012 that speaks of it. What each is for
//! stands in the catalogs of messages, under `style-` and the key.

use super::kind::Kind;

/// A key.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Its path: `page.top`; `*` stands for a kind of paragraph, or for a level of headings.
    pub path: &'static str,
    /// What its value is.
    pub kind: Kind,
    clause: &'static str,
    /// Whether a style that inherits from none must have it.
    pub required: bool,
}

impl Key {
    /// The key at a path: `["paragraphs", "title", "size"]`, `["headings", "1", "face"]`.
    pub fn at(path: &[String]) -> Option<&'static Self> {
        KEYS.iter().find(|key| {
            let mut parts = key.path.split('.');
            let same =
                path.iter().all(|part| parts.next().is_some_and(|known| known == "*" || known == part));
            same && parts.next().is_none()
        })
    }

    /// The clause of GB/T 9704-2012 that the value at a path goes by; empty where that does not speak of it.
    pub fn clause(&self, path: &[String]) -> &'static str {
        match path {
            [section, kind, _] if section == "paragraphs" => {
                PARAGRAPHS.iter().find(|(known, _)| known == kind).map_or("", |(_, clause)| clause)
            }
            _ => self.clause,
        }
    }

    /// The clause that the key itself has, for a list of keys.
    pub fn own_clause(&self) -> &'static str {
        self.clause
    }

    /// The id of its text in the catalogs of messages: `style-page-top`.
    pub fn text_id(&self) -> String {
        let path = self.path.replace("paragraphs.*", "paragraph").replace("headings.*", "heading");
        format!("style-{}", path.replace(['.', '_'], "-"))
    }
}

/// The kinds of paragraphs, each with its clause.
pub const PARAGRAPHS: [(&str, &str); 25] = [
    ("title", "7.3.1"),
    ("body", "7.3.3"),
    ("recipients", "7.3.2"),
    ("signatory", "7.3.5.2"),
    ("date", "7.3.5.4"),
    ("page_number", "7.5"),
    ("serial", "7.2.1"),
    ("secrecy", "7.2.2"),
    ("urgency", "7.2.3"),
    ("mark", "7.2.4"),
    ("number", "7.2.5"),
    ("signer", "7.2.6"),
    ("attachments", "7.3.4"),
    ("note", "7.3.6"),
    ("attachment_label", "7.3.7"),
    ("attachment_title", "7.3.7"),
    ("imprint", "7.4"),
    ("table_caption", ""),
    ("table_head", ""),
    ("table_cell", ""),
    ("image", ""),
    ("image_caption", ""),
    ("contents_title", ""),
    ("contents", ""),
    ("footnote", ""),
];

/// Every key, in the order of the files.
pub const KEYS: &[Key] = &[
    required("name", Kind::Name, ""),
    optional("inherits", Kind::Name, ""),
    required("language", Kind::Language, ""),
    optional("run_in_outline", Kind::Switch, ""),
    required("run_in_end", Kind::Text, ""),
    required("page.width", Kind::Sheet, "5.1"),
    required("page.height", Kind::Sheet, "5.1"),
    required("page.top", Kind::Distance, "5.2.1"),
    required("page.bottom", Kind::Distance, "5.2.1"),
    required("page.left", Kind::Distance, "5.2.1"),
    required("page.right", Kind::Distance, "5.2.1"),
    required("page.footer", Kind::Distance, "7.5"),
    required("page.header", Kind::Distance, ""),
    required("text.line", Kind::Line, "5.2.3"),
    required("text.tracking", Kind::Length, "5.2.3"),
    required("text.latin", Kind::Face, ""),
    required("text.indent", Kind::Distance, "7.3.3"),
    required("text.indent_hundredths", Kind::Count, "7.3.3"),
    required("text.latin_space_hundredths", Kind::Hundredths, ""),
    required("text.hanging_punctuation", Kind::Switch, ""),
    required("text.compress_punctuation", Kind::Switch, ""),
    optional("text.lines_a_page", Kind::Count, "5.2.3"),
    optional("text.characters_a_line", Kind::Count, "5.2.3"),
    required("paragraphs.*.name", Kind::Name, ""),
    required("paragraphs.*.face", Kind::Face, ""),
    required("paragraphs.*.size", Kind::Type, ""),
    required("paragraphs.*.align", Kind::Align, ""),
    optional("paragraphs.*.line", Kind::Line, ""),
    optional("paragraphs.*.latin", Kind::Face, ""),
    optional("paragraphs.*.blank_before", Kind::Lines, ""),
    optional("paragraphs.*.blank_after", Kind::Lines, ""),
    optional("paragraphs.*.keep_next", Kind::Switch, ""),
    optional("paragraphs.*.bold", Kind::Switch, ""),
    optional("paragraphs.*.color", Kind::Colour, ""),
    optional("paragraphs.*.space_before", Kind::Distance, ""),
    optional("paragraphs.*.space_after", Kind::Distance, ""),
    required("headings.*.name", Kind::Name, "7.3.3"),
    optional("headings.*.run_in", Kind::Name, "7.3.3"),
    required("headings.*.face", Kind::Face, "7.3.3"),
    required("headings.*.label", Kind::Label, "7.3.3"),
    optional("headings.*.size", Kind::Type, "7.3.3"),
    optional("headings.*.line", Kind::Line, "7.3.3"),
    optional("headings.*.latin", Kind::Face, "7.3.3"),
    optional("headings.*.align", Kind::Align, "7.3.3"),
    optional("headings.*.bold", Kind::Switch, "7.3.3"),
    optional("headings.*.color", Kind::Colour, "7.3.3"),
    optional("headings.*.space_before", Kind::Distance, "7.3.3"),
    optional("headings.*.space_after", Kind::Distance, "7.3.3"),
    required("title_breaks.after", Kind::Words, "7.3.1"),
    optional("title_breaks.before", Kind::Words, "7.3.1"),
    required("title_breaks.never_before", Kind::Text, "7.3.1"),
    optional("title_breaks.never_after", Kind::Text, "7.3.1"),
    optional("title_breaks.words", Kind::Words, "7.3.1"),
    required("signature.inset", Kind::Characters, "7.3.5.2"),
    required("signature.date_indent", Kind::Characters, "7.3.5.2"),
    required("signature.seal_inset", Kind::Characters, "7.3.5.1"),
    required("signature.seal_blank", Kind::Lines, "7.3.5.1"),
    required("head.mark_top", Kind::Distance, "7.2.4"),
    required("head.number_inset_hundredths", Kind::Hundredths, "7.2.6"),
    required("head.signers_a_line", Kind::Count, "7.2.6"),
    required("head.rule_gap", Kind::Distance, "7.2.7"),
    required("head.rule", Kind::Rule, "7.2.7"),
    required("head.rule_color", Kind::Colour, "7.2.7"),
    required("head.title_blank", Kind::Lines, "7.3.1"),
    required("head.title_blank_without_rule", Kind::Lines, "7.3.1"),
    required("attachments.indent_hundredths", Kind::Hundredths, "7.3.4"),
    required("attachments.number_hundredths", Kind::Hundredths, "7.3.4"),
    required("imprint.rule", Kind::Rule, "7.4.1"),
    required("imprint.inner_rule", Kind::Rule, "7.4.1"),
    required("imprint.inset_hundredths", Kind::Hundredths, "7.4.2"),
    required("imprint.even_page", Kind::Switch, "7.4"),
    required("imprint.spare_lines", Kind::Lines, ""),
    required("tables.name", Kind::Name, ""),
    required("tables.rule", Kind::Rule, ""),
    required("tables.inner_rule", Kind::Rule, ""),
    required("tables.rule_color", Kind::Colour, ""),
    required("tables.head_fill", Kind::Fill, ""),
    required("tables.padding", Kind::Distance, ""),
    required("tables.padding_above", Kind::Distance, ""),
    optional("tables.least_size", Kind::Type, ""),
    required("notes.name", Kind::Name, ""),
    required("notes.numbers", Kind::Numbers, ""),
    required("words.date", Kind::Places(&["{year}", "{month}", "{day}", "{month_name}"]), "7.3.5.4"),
    optional("words.months", Kind::Months, ""),
    required("words.recipients", Kind::Places(&["{names}"]), "7.3.2"),
    required("words.recipients_separator", Kind::Text, "7.3.2"),
    optional("words.recipients_in_imprint", Kind::Places(&["{names}"]), "7.3.2"),
    required("words.secrecy", Kind::Places(&["{level}", "{term}"]), "7.2.2"),
    required("words.secrecy_without_term", Kind::Places(&["{level}"]), "7.2.2"),
    required("words.number", Kind::Places(&["{code}", "{year}", "{sequence}"]), "7.2.5"),
    required("words.signers", Kind::Text, "7.2.6"),
    required("words.attachments", Kind::Text, "7.3.4"),
    required("words.attachment_number", Kind::Places(&["{number}"]), "7.3.4"),
    required("words.attachment", Kind::Places(&["{number}"]), "7.3.7"),
    required("words.note", Kind::Places(&["{note}"]), "7.3.6"),
    required("words.copies", Kind::Places(&["{names}"]), "7.4.2"),
    required("words.copies_separator", Kind::Text, "7.4.2"),
    required("words.printed", Kind::Places(&["{date}"]), "7.4.3"),
    required("words.contents", Kind::Text, ""),
    required("enumeration.label", Kind::Label, ""),
    required("enumeration.separator", Kind::Text, ""),
    required("enumeration.end", Kind::Text, ""),
    required("comparison.increase", Kind::Phrase, ""),
    required("comparison.slight_increase", Kind::Phrase, ""),
    required("comparison.decrease", Kind::Phrase, ""),
    required("comparison.slight_decrease", Kind::Phrase, ""),
    required("comparison.rise", Kind::Phrase, ""),
    required("comparison.fall", Kind::Phrase, ""),
    required("comparison.equal", Kind::Phrase, ""),
    required("comparison.from_zero", Kind::Phrase, ""),
    required("comparison.first", Kind::Phrase, ""),
    required("comparison.missing", Kind::Phrase, ""),
    required("comparison.lacking", Kind::Phrase, ""),
    optional("comparison.lacking_measure", Kind::Phrase, ""),
    optional("comparison.lacking_scale", Kind::Phrase, ""),
    optional("comparison.lacking_undivided", Kind::Phrase, ""),
    required("comparison.separator", Kind::Text, ""),
    optional("comparison.same_units", Kind::Phrase, ""),
    optional("comparison.all_units", Kind::Phrase, ""),
    optional("comparison.units_absent", Kind::Phrase, ""),
    optional("comparison.other_measure", Kind::Phrase, ""),
    optional("comparison.other_scale", Kind::Phrase, ""),
    optional("comparison.converted", Kind::Phrase, ""),
    optional("comparison.as_it_was", Kind::Phrase, ""),
    required("comparison.points", Kind::Signs, ""),
    required("comparison.rate_scale", Kind::Count, ""),
    required("lists.ordered", Kind::Label, ""),
    required("lists.bullet", Kind::Label, ""),
    required("page_number.before", Kind::Text, "7.5"),
    required("page_number.after", Kind::Text, "7.5"),
    required("page_number.inset", Kind::Distance, "7.5"),
    required("page_number.inset_hundredths", Kind::Count, "7.5"),
    required("page_number.odd", Kind::Side, "7.5"),
    required("page_number.even", Kind::Side, "7.5"),
    required("characters.figure", Kind::Name, ""),
    required("characters.strong", Kind::Name, ""),
    optional("substitutes", Kind::Substitutes, ""),
    optional("families", Kind::Families, ""),
];

const fn required(path: &'static str, kind: Kind, clause: &'static str) -> Key {
    Key { path, kind, clause, required: true }
}

const fn optional(path: &'static str, kind: Kind, clause: &'static str) -> Key {
    Key { path, kind, clause, required: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_found_by_its_path() {
        let at = |path: &str| Key::at(&path.split('.').map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(at("page.top").unwrap().kind, Kind::Distance);
        assert_eq!(at("paragraphs.title.size").unwrap().text_id(), "style-paragraph-size");
        assert_eq!(at("headings.1.run_in").unwrap().kind, Kind::Name);
        assert!(at("page").is_none() && at("page.tops").is_none() && at("page.top.x").is_none());
    }
}
