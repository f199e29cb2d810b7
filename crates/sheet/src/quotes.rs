//! Quotes in a text of values, before it is read: one that never closes is a fault, and one that is no value's but a word's is
//! made a part of its value.

use std::borrow::Cow;

/// The number of a line, from 0.
pub type Line = usize;

/// The text with quotes that mean what they should.
///
/// # Errors
/// The line of a quote that opens a value and never closes, or closes only where another value has its own.
pub fn mended(text: &str, delimiter: u8) -> Result<Cow<'_, str>, Line> {
    if !text.contains('"') {
        return Ok(Cow::Borrowed(text));
    }
    let (delimiter, bytes) = (char::from(delimiter), text.as_bytes());
    let widest = text.lines().next().map_or(0, |line| line.matches(delimiter).count());
    let (mut mended, mut kept, mut at, mut line) = (String::new(), 0, 0, 0);
    while at < text.len() {
        if bytes[at] == b'"' {
            let Some(end) = end_of(bytes, at) else { return Err(line) };
            let within = &text[at + 1..end];
            let after = text[end + 1..].chars().next();
            let is_closed = after.is_none_or(|c| c == delimiter || c == '\n' || c == '\r');
            let breaks = within.matches('\n').count();
            // A line that could stand by itself is no part of a value.
            let is_whole = |line: &str| widest > 1 && line.matches(delimiter).count() == widest;
            let inner = || within.lines().skip(1).take(breaks.saturating_sub(1));
            let swallows = breaks > 0
                && (!is_closed || inner().any(is_whole) || is_last_whole(within, after, delimiter, widest));
            if swallows {
                return Err(line);
            }
            if !is_closed {
                let rest = &text[end + 1..];
                let stop = end + 1 + rest.find([delimiter, '\n', '\r']).unwrap_or(rest.len());
                mended.push_str(&text[kept..at]);
                mended.push('"');
                mended.push_str(&text[at..stop].replace('"', "\"\""));
                mended.push('"');
                (kept, at) = (stop, stop);
                continue;
            }
            line += breaks;
            at = end + 1;
            continue;
        }
        // What is not in quotes goes on to the next delimiter or line.
        let rest = &text[at..];
        let stop = rest.find([delimiter, '\n']).unwrap_or(rest.len());
        line += usize::from(rest[stop..].starts_with('\n'));
        at += stop + rest[stop..].chars().next().map_or(0, char::len_utf8);
    }
    if kept == 0 {
        return Ok(Cow::Borrowed(text));
    }
    mended.push_str(&text[kept..]);
    Ok(Cow::Owned(mended))
}

/// Whether the last line within quotes would be whole if the quote that ends it were a word's.
fn is_last_whole(within: &str, after: Option<char>, delimiter: char, widest: usize) -> bool {
    let last = within.rsplit('\n').next().unwrap_or_default();
    let is_end = after.is_none_or(|c| c != delimiter);
    widest > 1 && is_end && last.matches(delimiter).count() == widest
}

/// Where the quote that opens at `start` closes; a doubled one is a part of the value.
fn end_of(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start + 1;
    while at < bytes.len() {
        if bytes[at] == b'"' {
            if bytes.get(at + 1) != Some(&b'"') {
                return Some(at);
            }
            at += 1;
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_that_never_closes_is_told_by_its_line() {
        for text in [
            "a,b,c\n1,2,\"x\n3,4,y\n",
            "a,b,c\n1,2,\"x\n3,4,\"y\"\n",
            "a,b,c\n1,2,\"x\n3,4,y\"\n",
            "a,b,c\n1,2,\"x\n3,4,y\n5,6,z\"\n",
            "a;b;c\r\n1;2;\"x\r\n3;4;y\r\n",
        ] {
            let delimiter = if text.contains(';') { b';' } else { b',' };
            assert_eq!(mended(text, delimiter), Err(1), "{text:?}");
        }
    }

    #[test]
    fn quotes_that_are_words_own_are_kept() {
        let mend = |text| mended(text, b',').unwrap().into_owned();
        assert_eq!(mend("a,b\n\"一心\"工程,2\n"), "a,b\n\"\"\"一心\"\"工程\",2\n");
        for text in ["a,b\n\"x,y\",2\n", "a,b\n\"x\ny\",2\n", "a,b\n\"x\"\"y\",2\n", "a,b\n5\" pipe,2\n", ""]
        {
            assert_eq!(mend(text), text);
        }
    }
}
