//! How wide words are, near enough to keep them from each other, and where they are broken.

/// The width of words in a size of type.
pub fn width(words: &str, size: f64) -> f64 {
    words.chars().map(|c| if c.is_ascii() { 0.56 } else { 1.0 }).sum::<f64>() * size
}

/// Words in lines no wider than `room`. Letters and digits that belong together stay so; a mark opens no line.
pub fn lines(words: &str, room: f64, size: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces(words) {
        let line = lines.last_mut().map_or("", |line| line.as_str());
        if !line.is_empty() && width(line, size) + width(&piece, size) > room {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(&piece);
        }
    }
    lines
}

/// What is never parted: a hanzi with the mark behind it, a word, a number with what it counts.
fn pieces(words: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for c in words.chars() {
        let joins = pieces.last().and_then(|piece| piece.chars().last()).is_some_and(|last| {
            (c.is_ascii_alphanumeric() && last.is_ascii_alphanumeric())
                || (c.is_ascii_punctuation() && last.is_ascii())
                || "，。、；：）》”’年月日".contains(c)
                || "（《“‘第".contains(last)
        });
        match pieces.last_mut() {
            Some(piece) if joins => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_between_what_belongs_together() {
        assert_eq!(lines("2023年第二季度", 40.0, 10.0), ["2023年", "第二季度"]);
        assert_eq!(lines("云溪镇", 40.0, 10.0), ["云溪镇"]);
        assert_eq!(lines("云溪镇（含园区）", 40.0, 10.0), ["云溪镇", "（含园", "区）"]);
        assert_eq!(lines("", 40.0, 10.0), [""]);
    }
}
