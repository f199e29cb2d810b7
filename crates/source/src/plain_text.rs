//! Values of a TOML text as most are written: tables below headers of one or two names, keys without dots. They are taken as the
//! text is read, and borrow from it. Whatever else TOML allows, and whatever it does not, is for [`text`](crate::text).

use std::borrow::Cow;

use toml::value::Datetime;
use toml_parser::decoder::{Encoding, ScalarKind};
use toml_parser::parser::{EventReceiver, RecursionGuard, ValidateWhitespace, parse_document};
use toml_parser::{ErrorSink, ParseError, Raw, Source, Span};

use crate::text::datetime;
use crate::{Datum, Key, Node, RawLocation};

/// How deep values may lie inside each other, which is as deep as for any TOML.
const DEEPEST: u32 = 80;
/// The most names of a table. Each is held against those before it.
const MOST: usize = 64;

/// Names with their values.
type Named<'t> = Vec<(Key<'t>, Node<'t>)>;

/// The values of a text in order; nothing where it is written otherwise, or is no TOML.
pub fn entries(text: &str) -> Option<Named<'_>> {
    let source = Source::new(text);
    let tokens = source.lex().into_vec();
    let mut reading = Reading {
        source,
        is_plain: true,
        root: Vec::new(),
        first_table: None,
        place: Place::Root,
        header: None,
        key: None,
        open: Vec::new(),
    };
    let mut fault: Option<ParseError> = None;
    let mut validated = ValidateWhitespace::new(&mut reading, source);
    parse_document(&tokens, &mut RecursionGuard::new(&mut validated, DEEPEST), &mut fault);
    (reading.is_plain && fault.is_none()).then_some(reading.root)
}

/// A text that is being read.
struct Reading<'t> {
    source: Source<'t>,
    is_plain: bool,
    root: Named<'t>,
    /// Where in the root the first table with a header stands.
    first_table: Option<usize>,
    /// The table that keys go to.
    place: Place,
    header: Option<Header<'t>>,
    /// The name of the value that comes next in that table.
    key: Option<Key<'t>>,
    /// Lists and tables that are open, the innermost last.
    open: Vec<Open<'t>>,
}

/// A table that keys go to.
#[derive(Clone, Copy)]
enum Place {
    Root,
    /// One in the root.
    Table(usize),
    /// One in a table of the root.
    Within(usize, usize),
}

/// A table's header.
struct Header<'t> {
    start: usize,
    names: Vec<Key<'t>>,
}

/// A value that is open, with where it begins.
enum Open<'t> {
    List(usize, Vec<Node<'t>>),
    /// With the name of the value that comes next.
    Table(usize, Named<'t>, Option<Key<'t>>),
}

impl<'t> Reading<'t> {
    fn raw(&self, span: Span, kind: Option<Encoding>) -> Raw<'t> {
        let text = self.source.input().get(span.start()..span.end());
        Raw::new_unchecked(text.unwrap_or_default(), kind, span)
    }

    /// The key of the table that is open.
    fn next_key(&mut self) -> &mut Option<Key<'t>> {
        match self.open.last_mut() {
            Some(Open::Table(.., key)) => key,
            _ => &mut self.key,
        }
    }

    /// The table in which keys stand below the header.
    fn table(&mut self) -> Option<&mut Named<'t>> {
        match self.place {
            Place::Root => Some(&mut self.root),
            Place::Table(at) => within(&mut self.root, at),
            Place::Within(outer, at) => within(within(&mut self.root, outer)?, at),
        }
    }

    /// Takes in a value that is whole.
    fn take(&mut self, datum: Datum<'t>, start: usize, end: usize) {
        let node = Node { datum, location: RawLocation::Span(start, end) };
        let is_taken = match self.open.last_mut() {
            Some(Open::List(_, items)) => {
                items.push(node);
                true
            }
            Some(Open::Table(_, table, key)) => key.take().is_some_and(|key| add(table, key, node)),
            None => {
                let key = self.key.take();
                key.zip(self.table()).is_some_and(|(key, table)| add(table, key, node))
            }
        };
        self.is_plain &= is_taken;
    }

    /// Begins the table of a header.
    fn begin(&mut self, Header { start, names }: Header<'t>, end: usize) -> Option<()> {
        let node = Node { datum: Datum::Table(Vec::new()), location: RawLocation::Span(start, end) };
        let mut names = names.into_iter();
        let (first, second) = (names.next()?, names.next());
        let Some(second) = second else {
            let at = self.root.len();
            self.place = Place::Table(at);
            self.first_table.get_or_insert(at);
            return add(&mut self.root, first, node).then_some(());
        };
        // Of a table that has a header of its own.
        let outer = self.root.iter().position(|(key, _)| key.name == first.name)?;
        let table = within(&mut self.root, outer)?;
        self.place = Place::Within(outer, table.len());
        let is_whole = self.first_table.is_some_and(|first| outer >= first) && names.next().is_none();
        (add(table, second, node) && is_whole).then_some(())
    }
}

fn within<'r, 't>(table: &'r mut Named<'t>, at: usize) -> Option<&'r mut Named<'t>> {
    match &mut table.get_mut(at)?.1.datum {
        Datum::Table(table) => Some(table),
        _ => None,
    }
}

/// Adds a value, where its name is none of those before it.
fn add<'t>(table: &mut Named<'t>, key: Key<'t>, node: Node<'t>) -> bool {
    let is_new = table.len() < MOST && table.iter().all(|(known, _)| known.name != key.name);
    table.push((key, node));
    is_new
}

impl EventReceiver for Reading<'_> {
    fn std_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.header = Some(Header { start: span.start(), names: Vec::new() });
    }

    fn std_table_close(&mut self, span: Span, _: &mut dyn ErrorSink) {
        // What is not plain is read to its end, and no name in it is looked for.
        let header = self.header.take().filter(|_| self.is_plain);
        let begun = header.and_then(|header| self.begin(header, span.end()));
        self.is_plain &= begun.is_some();
    }

    fn array_table_open(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.is_plain = false;
    }

    fn inline_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) -> bool {
        self.open.push(Open::Table(span.start(), Vec::new(), None));
        true
    }

    fn inline_table_close(&mut self, span: Span, _: &mut dyn ErrorSink) {
        match self.open.pop() {
            Some(Open::Table(start, table, None)) => self.take(Datum::Table(table), start, span.end()),
            _ => self.is_plain = false,
        }
    }

    fn array_open(&mut self, span: Span, _: &mut dyn ErrorSink) -> bool {
        self.open.push(Open::List(span.start(), Vec::new()));
        true
    }

    fn array_close(&mut self, span: Span, _: &mut dyn ErrorSink) {
        match self.open.pop() {
            Some(Open::List(start, items)) => self.take(Datum::List(items), start, span.end()),
            _ => self.is_plain = false,
        }
    }

    fn simple_key(&mut self, span: Span, kind: Option<Encoding>, fault: &mut dyn ErrorSink) {
        let mut name = Cow::Borrowed("");
        self.raw(span, kind).decode_key(&mut name, fault);
        let key = Key { name, location: RawLocation::Span(span.start(), span.end()) };
        match &mut self.header {
            Some(header) => header.names.push(key),
            None => self.is_plain &= self.next_key().replace(key).is_none(),
        }
    }

    fn key_sep(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.is_plain &= self.header.is_some();
    }

    fn scalar(&mut self, span: Span, kind: Option<Encoding>, fault: &mut dyn ErrorSink) {
        let mut text = Cow::Borrowed("");
        let datum = match self.raw(span, kind).decode_scalar(&mut text, fault) {
            ScalarKind::String => Datum::Text(text),
            ScalarKind::Boolean(yes) => Datum::Boolean(yes),
            ScalarKind::Float => Datum::Decimal(text),
            ScalarKind::Integer(radix) => Datum::Integer(text, radix.value()),
            ScalarKind::DateTime => text.parse::<Datetime>().map_or(Datum::Faulty, datetime),
        };
        // A day that there is not is for others to tell of.
        self.is_plain &= !matches!(datum, Datum::Faulty);
        self.take(datum, span.start(), span.end());
    }

    fn error(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.is_plain = false;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use toml::de::DeTable;

    use super::*;

    /// As any TOML is read.
    fn any(text: &str) -> Option<String> {
        DeTable::parse(text).ok().map(|file| format!("{:?}", crate::text::entries(file.get_ref())))
    }

    fn plain(text: &str) -> Option<String> {
        entries(text).map(|entries| format!("{entries:?}"))
    }

    #[test]
    fn what_most_write_is_read_as_any_toml_is() {
        for text in [
            "",
            "# 说明\n[unit]\nname = \"云溪镇\" # 镇\nrecipients = [\"县办\"]\n\n[unit.attributes]\n\"类 别\" = 'a'\n[x]\n",
            "a = 1_000\nb = +0.5e3\nc = 0xFF\nd = true\ne = 2023-04-05\nf = 2023-04-05T08:00:00Z\ng = 08:00:00\n",
            "[a]\nrows = [\n  { date = 2023-04-12, topic = \"一\\\"二\", n = {} }, # 一\n  {date = 2023-05-10},\n]\nempty = []\n",
            "a = \"\"\"\n一\n二\"\"\"\nb = '''x'''\n[c]\nd = nan\n",
            "\u{FEFF}a = 1\r\n[b]\r\nc = -1\r\n",
        ] {
            assert_eq!(plain(text), any(text), "{text}");
            assert!(plain(text).is_some(), "{text}");
        }
    }

    #[test]
    fn what_is_written_otherwise_is_left_to_others() {
        for text in [
            "a.b = 1\n",
            "[[a]]\nb = 1\n",
            "[a.b]\nc = 1\n",
            "[a.b.c]\nd = 1\n",
            "a = {}\n[a.b]\n",
            "[a]\nb = {}\n[a.b]\n",
            "[a]\n[a]\n",
            "[a]\nb = 1\nb = 2\n",
            "a = [1, {b = 1, b = 2}]\n",
            "a = {b.c = 1}\n",
            "a = 2023-02-31\n",
            "a = \n",
            "a = \"\\q\"\n",
            "a\n",
            &"[".repeat(200),
            &format!("a = {}", "[".repeat(100) + &"]".repeat(100)),
        ] {
            assert_eq!(plain(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_is_read_otherwise_than_any_toml_is(
            lines in prop::collection::vec(
                prop_oneof![
                    "\\[(a|b|\"c\"|a\\.b|a\\. c|a\\.b\\.c)\\]( #x)?",
                    "(a|b|'c'|a\\.b) ?= ?(1|-2_0|0b1|1\\.5|inf|true|\"x\\\\n云\"|'x'|2023-04-0[15]|2023-13-01|)",
                    "(a|b|c) = \\[(1|\"云\"|\\{a = 1\\}|\\{a = 1, (a|b) = \\[\\]\\}|\\{a\\.b = 1\\}|,){0,3}(, 2)?\\]",
                    "\\[\\[(a|b)\\]\\]",
                    "[ \\[\\]{}=,.\"'#a1]{0,6}",
                ],
                0..8,
            )
        ) {
            let text = lines.join("\n");
            if let Some(read) = plain(&text) {
                prop_assert_eq!(Some(read), any(&text));
            }
        }
    }
}
