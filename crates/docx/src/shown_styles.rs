//! The styles whose words a header shows: fields `STYLEREF`, which find nothing where no paragraph has the style.

use crate::elements::{read, text};

/// The names of the styles that a part's fields show.
pub fn shown_styles(xml: &str) -> Vec<String> {
    let mut instructions = String::new();
    for element in read(xml).unwrap_or_default() {
        match element.tag.local_name().as_ref() {
            "instrText" => instructions += &text(&xml[element.inner.clone()]),
            "fldSimple" => {
                instructions += &element.attribute("w:instr").unwrap_or_default();
                instructions.push(' ');
            }
            "fldChar" => instructions.push(' '),
            _ => {}
        }
    }
    let mut names = Vec::new();
    let mut rest = instructions.as_str();
    while let Some((_, after)) = rest.split_once("STYLEREF") {
        let after = after.trim_start();
        let name = match after.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next().unwrap_or_default(),
            None => after.split_whitespace().next().unwrap_or_default(),
        };
        let name = match name.parse::<u8>() {
            Ok(level) => format!("heading {level}"),
            Err(_) => name.to_owned(),
        };
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
        rest = after;
    }
    names
}

#[cfg(test)]
mod tests {
    use super::shown_styles;

    #[test]
    fn names_are_found_over_runs() {
        let xml = "<w:hdr><w:fldSimple w:instr=' STYLEREF  1 \\s '/><w:fldChar/><w:instrText> STYLE</w:instrText>\
                   <w:instrText>REF &quot;公文 标题&quot; </w:instrText><w:fldChar/></w:hdr>";
        assert_eq!(shown_styles(xml), ["heading 1", "公文 标题"]);
    }
}
