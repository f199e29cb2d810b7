//! CSV files as sheets. Encoding and delimiter are decided from the file, unless the workspace says them, and reported.

use std::path::Path;
use std::sync::Arc;

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use huibian_diagnostic::{Code, Diagnostic, Location, Result};

use crate::quotes::mended;
use crate::{Cell, Row, Sheet};

/// Bytes of a text that is read at all.
pub const MOST: usize = 64 << 20;

/// Values in a line, as many as a sheet of a workbook may have columns.
const MOST_IN_LINE: usize = 16_384;
/// Values in a file.
const MOST_VALUES: usize = 4_000_000;

/// What the workspace says of its CSV files.
#[derive(Clone, Copy, Debug, Default)]
pub struct Dialect {
    /// The encoding; none to decide from the file.
    pub encoding: Option<&'static Encoding>,
    /// The delimiter; none to decide from the file.
    pub delimiter: Option<u8>,
}

/// What was decided for a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The encoding's name.
    pub encoding: &'static str,
    /// The delimiter.
    pub delimiter: u8,
}

/// Reads a file's bytes as a sheet called `name`.
///
/// # Errors
/// D001 when it is no table, D015 when it is in no encoding that is tried.
pub fn read(
    path: &Path,
    bytes: &[u8],
    name: &str,
    dialect: Dialect,
    is_head: &dyn Fn(&str) -> bool,
) -> Result<(Sheet, Decided)> {
    if bytes.len() > MOST {
        return Err(unreadable(path, "text", ""));
    }
    let (text, encoding) = decode(bytes, dialect.encoding).ok_or_else(|| {
        let tried = dialect.encoding.map_or("UTF-8 / GB18030", Encoding::name);
        let fault = Diagnostic::new(Code::NotDecodable).with("path", path.display()).with("encoding", tried);
        fault.at(Location::file(path))
    })?;
    let text = with_lines(text);
    let declared = declared_delimiter(&text);
    let delimiter = dialect.delimiter.or(declared).unwrap_or_else(|| delimiter(&text, is_head));
    let quote = |line: usize| {
        let line = u32::try_from(line).unwrap_or(u32::MAX).saturating_add(1);
        Diagnostic::new(Code::OpenQuote).at(Location::position(&Arc::from(path), line, 1))
    };
    if dialect.delimiter.is_none() && has_wide_commas(&text, is_head) {
        let fault = Diagnostic::new(Code::NoHeader).with("reason", "wide").with("sheet", name);
        return Err(fault.at(Location::file(path)));
    }
    let text = mended(&text, delimiter).map_err(quote)?;
    let mut sheet = Sheet {
        path: Arc::from(path),
        name: Arc::from(name),
        is_text: true,
        is_visible: true,
        is_1904: false,
        rows: Vec::new(),
        merged: Vec::new(),
        hidden_rows: Vec::new(),
        hidden_columns: Vec::new(),
        struck_rows: Vec::new(),
        struck_parts: Vec::new(),
        unseen_zeros: Vec::new(),
        commented: Vec::new(),
    };
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut record = ::csv::StringRecord::new();
    let (mut line, mut counted, mut values) = (0, 0, 0);
    let mut widths = Widths::default();
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            Err(error) => return Err(unreadable(path, "other", error)),
        }
        // The reader's own count stands before blank lines, and before the second half of a line's end.
        let start = record.position().map_or(0, |at| usize::try_from(at.byte()).unwrap_or(usize::MAX));
        let start = start.min(text.len());
        let blank = text.as_bytes()[start..].iter().take_while(|byte| b"\r\n".contains(byte)).count();
        line += text[counted..start + blank].matches('\n').count();
        counted = start + blank;
        if record.len() > MOST_IN_LINE {
            return Err(unreadable(path, "columns", ""));
        }
        let number = u32::try_from(line).unwrap_or(u32::MAX);
        widths.take(number, &record, is_head);
        let cells = record.iter().enumerate().filter(|(_, text)| !text.trim().is_empty());
        let cells: Vec<_> = cells
            .filter_map(|(column, text)| {
                Some((u32::try_from(column).ok()?, Cell::Text(as_seen(text).into())))
            })
            .collect();
        values += cells.len();
        if values > MOST_VALUES {
            return Err(unreadable(path, "values", ""));
        }
        if !cells.is_empty() && (declared.is_none() || number > 0) {
            sheet.rows.push(Row { number, cells });
        }
    }
    if delimiter == b','
        && let Some((number, figure)) = widths.parted()
    {
        let fault = Diagnostic::new(Code::UnquotedComma).with("found", figure);
        return Err(fault.at(Location::position(&sheet.path, number.saturating_add(1), 1)));
    }
    Ok((sheet, Decided { encoding: encoding.name(), delimiter }))
}

/// How many values the lines of a file have, to find figures that a comma parts: `1,234` without quotes is two values.
#[derive(Default)]
struct Widths {
    /// Values in the header.
    header: Option<usize>,
    /// Lines below it with as many values, or fewer.
    fitting: usize,
    /// The first line below it with more values and a figure that may be parted.
    wider: Option<(u32, String)>,
    /// Lines below it.
    lines: usize,
}

impl Widths {
    fn take(&mut self, number: u32, record: &::csv::StringRecord, is_head: &dyn Fn(&str) -> bool) {
        let Some(header) = self.header else {
            self.header = record.iter().any(|text| is_head(as_seen(text))).then_some(record.len());
            return;
        };
        self.lines += 1;
        if record.len() <= header {
            self.fitting += 1;
        } else if self.wider.is_none() {
            let values: Vec<&str> = record.iter().map(str::trim).collect();
            let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            let is_parted = |pair: &&[&str]| {
                let (first, rest) = (pair[0].trim_start_matches('-'), pair[1]);
                let whole = rest.split_once('.').map_or(rest, |(whole, _)| whole);
                digits(first)
                    && first.len() < 4
                    && !first.starts_with('0')
                    && digits(whole)
                    && whole.len() == 3
            };
            let figure = values.windows(2).find(is_parted).map(|pair| pair.join(","));
            self.wider = figure.map(|figure| (number, figure));
        }
    }

    /// A line with a figure that is parted. Where all lines have more values than the header, they end in a comma.
    fn parted(self) -> Option<(u32, String)> {
        self.wider.filter(|_| self.fitting > 0 || self.lines == 1)
    }
}

/// That a table cannot be read.
pub fn unreadable(path: &Path, reason: &str, detail: impl std::fmt::Display) -> Diagnostic {
    Diagnostic::new(Code::BookUnreadable)
        .with("path", path.display())
        .with("reason", reason)
        .with_detail("detail", detail)
        .at(Location::file(path))
}

/// The text: by its byte order mark, else as UTF-8, else as GB18030, whichever has no fault.
fn decode(bytes: &[u8], said: Option<&'static Encoding>) -> Option<(String, &'static Encoding)> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..])?;
        return Some((text.into_owned(), encoding));
    }
    let wide = utf_16(bytes);
    let tried: &[&'static Encoding] = match (&said, &wide) {
        (Some(encoding), _) | (None, Some(encoding)) => std::slice::from_ref(encoding),
        (None, None) => &[UTF_8, GB18030],
    };
    tried.iter().find_map(|encoding| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
        Some((text.into_owned(), *encoding))
    })
}

/// The encoding of a text of two bytes a character that does not say so: half of its ends of lines and delimiters is 0.
pub fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    const ENOUGH: usize = 1 << 16;
    let begin = &bytes[..bytes.len().min(ENOUGH)];
    let zeros = |parity: usize| begin.iter().skip(parity).step_by(2).any(|byte| *byte == 0);
    match (bytes.len() % 2, zeros(0), zeros(1)) {
        (0, false, true) => Some(UTF_16LE),
        (0, true, false) => Some(UTF_16BE),
        _ => None,
    }
}

/// A text whose lines all end alike: in Macs' older files they end in a character of their own.
fn with_lines(text: String) -> String {
    let is_alone = |at: usize| text.as_bytes().get(at + 1) != Some(&b'\n');
    if text.match_indices('\r').any(|(at, _)| is_alone(at)) {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text
    }
}

/// An encoding that the workspace may name.
pub fn encoding(name: &str) -> Option<&'static Encoding> {
    let encoding = Encoding::for_label(name.as_bytes())?;
    // A label of GBK means its successor, which holds every one of its characters.
    [UTF_8, GB18030, UTF_16LE, UTF_16BE]
        .into_iter()
        .find(|known| *known == encoding)
        .or_else(|| (encoding == encoding_rs::GBK).then_some(GB18030))
}

/// The delimiter that a first line `sep=;` says.
fn declared_delimiter(text: &str) -> Option<u8> {
    let line = text.lines().next()?.trim_end().to_ascii_lowercase();
    let declared = line.trim_matches('"').strip_prefix("sep=")?.as_bytes();
    if let [one] = declared { Some(*one) } else { None }
}

/// How many lines say what the delimiter is, and how many values of each.
const LINES: usize = 20;
const ENOUGH: usize = 1_000;

/// What parts the values of CSV files.
const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// The delimiter that gives the header most of its columns, else the one that the first lines have most of, outside quotes.
fn delimiter(text: &str, is_head: &dyn Fn(&str) -> bool) -> u8 {
    let heads = |delimiter: u8| {
        let of_line = |line: &str| {
            let cells: Vec<&str> = line.split(char::from(delimiter)).take(ENOUGH).collect();
            let heads =
                || cells.iter().filter(|cell| is_head(as_seen(cell.trim()).trim_matches('"'))).count();
            if cells.len() > 1 { heads() } else { 0 }
        };
        text.lines().take(LINES).map(of_line).max().unwrap_or(0)
    };
    let heads = DELIMITERS.map(|delimiter| (delimiter, heads(delimiter)));
    let most = heads.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let best: Vec<u8> = heads.iter().filter(|(_, count)| *count == most).map(|(one, _)| *one).collect();
    if let [one] = best.as_slice() { *one } else { most_of(text, &best) }
}

/// Whether a header's values are parted by commas of full width, and by nothing else.
fn has_wide_commas(text: &str, is_head: &dyn Fn(&str) -> bool) -> bool {
    let heads = |line: &str, parts: &[char]| {
        let cells: Vec<&str> = line.split(parts).take(ENOUGH).collect();
        cells.iter().filter(|cell| is_head(cell.trim())).count()
    };
    let mut lines = text.lines().take(LINES);
    lines.any(|line| {
        line.contains(['，', '；'])
            && heads(line, &['，', '；']) > 1
            && heads(line, &DELIMITERS.map(char::from)) == 0
    })
}

/// A value as a spreadsheet shows it: `="007"` is 007.
fn as_seen(text: &str) -> &str {
    let formula = text.trim().strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    formula.filter(|text| !text.contains('"')).unwrap_or(text)
}

/// Of some delimiters the one that the first lines have most of, outside quotes.
fn most_of(text: &str, delimiters: &[u8]) -> u8 {
    let mut counts: Vec<(u8, usize)> = delimiters.iter().map(|one| (*one, 0)).collect();
    let (mut quoted, mut lines) = (false, 0);
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => lines += 1,
            _ if !quoted => {
                counts.iter_mut().filter(|(one, _)| *one == byte).for_each(|(_, count)| *count += 1);
            }
            _ => {}
        }
        if lines >= LINES {
            break;
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
    counts.iter().find(|(_, count)| *count == most).map_or(b',', |(one, _)| *one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_decided_by_what_has_no_fault() {
        let (gb, ..) = GB18030.encode("单位,次数\n云溪镇,3\n");
        for (bytes, name) in [
            (gb.as_ref(), "gb18030"),
            ("单位,次数\n云溪镇,3\n".as_bytes(), "UTF-8"),
            ("\u{FEFF}单位,次数\n云溪镇,3\n".as_bytes(), "UTF-8"),
        ] {
            let (text, encoding) = decode(bytes, None).unwrap();
            assert_eq!((text.as_str(), encoding.name()), ("单位,次数\n云溪镇,3\n", name));
        }
        let utf_16: Vec<u8> = "\u{FEFF}单位".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&utf_16, None).unwrap(), ("单位".to_owned(), UTF_16LE));
        let unmarked: Vec<u8> = "单位,次数\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&unmarked, None).unwrap(), ("单位,次数\n".to_owned(), UTF_16BE));
        assert!(decode(&gb, Some(UTF_8)).is_none(), "what the workspace says is not second-guessed");
        assert!(decode(&[0x81, 0xFF, 0x20], None).is_none());
        assert_eq!(encoding("gbk"), Some(GB18030));
        assert_eq!(encoding("utf8"), Some(UTF_8));
        assert_eq!(encoding("latin1"), None);
    }

    #[test]
    fn delimiters_are_decided_outside_quotes() {
        let delimiter = |text| delimiter(text, &|head| head == "单位" || head == "次数");
        assert_eq!(delimiter("a,b\n1,2\n"), b',');
        assert_eq!(delimiter("a\tb\n1,000\t2\n"), b'\t');
        assert_eq!(delimiter("\"a,b,c\";d\n1;2\n"), b';');
        assert_eq!(delimiter(""), b',');
        assert_eq!(delimiter("单位;次数;情况\n云溪镇;1;一,二,三,四,五,六\n"), b';', "the header's columns");
        assert_eq!(delimiter("二季度,统计,表\n单位|次数\n云溪镇|1\n"), b'|');
        assert_eq!(declared_delimiter("sep=;\n单位;次数\n"), Some(b';'));
    }

    #[test]
    fn rows_know_their_lines() {
        let windows = "a,b\r\n\r\n\"x\ny\",  \n,1,\n";
        for text in [windows.to_owned(), windows.replace("\r\n", "\n").replace('\n', "\r")] {
            let read = read(Path::new("a.csv"), text.as_bytes(), "a", Dialect::default(), &|_| false);
            let rows = read.unwrap().0.rows;
            let rows: Vec<_> = rows.iter().map(|row| (row.number, row.cells.len())).collect();
            assert_eq!(rows, [(0, 2), (2, 1), (4, 1)], "blank cells and lines are none: {text:?}");
        }
        let (sheet, _) = read(Path::new("a.csv"), b"a", "a", Dialect::default(), &|_| false).unwrap();
        assert!(sheet.place(4, 1).to_string().ends_with("a.csv:5:2"));
    }
}
