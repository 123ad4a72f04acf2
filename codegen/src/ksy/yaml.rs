//! YAML with positions.

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span, StrInput};

use crate::diag::{Diagnostics, Pos};

/// A YAML value and where it begins.
#[derive(Debug, Clone)]
pub struct Node {
    /// Where it begins; for text in quotes, after the quote.
    pub pos: Pos,
    /// The value.
    pub kind: Kind,
}

/// The three kinds of YAML values.
#[derive(Debug, Clone)]
pub enum Kind {
    /// Text.
    Scalar(String),
    /// A list.
    Seq(Vec<Node>),
    /// A map, in the order of the file.
    Map(Vec<(Node, Node)>),
}

impl Node {
    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar(text) => Some(text),
            _ => None,
        }
    }

    /// What kind of value it is, for messages.
    pub fn describe(&self) -> &'static str {
        match self.kind {
            Kind::Scalar(_) => "text",
            Kind::Seq(_) => "a list",
            Kind::Map(_) => "a map",
        }
    }
}

/// Nesting that no specification has.
const MAX_DEPTH: usize = 64;

/// Parses the text of a file. Mistakes are noted; then the result is nothing.
pub fn parse(text: &str, file: usize, diags: &mut Diagnostics) -> Option<Node> {
    let mut loader = Loader { events: Parser::new_from_str(text), file, diags };
    loop {
        match loader.next()? {
            (Event::StreamStart | Event::DocumentStart(_), _) => {}
            (Event::StreamEnd | Event::DocumentEnd, _) => {
                loader.diags.error(&Pos { file, line: 1, col: 1 }, "the file is empty");
                return None;
            }
            (event, span) => return loader.value(event, span, 0),
        }
    }
}

/// A number as YAML writes them: decimal, `0x80`, `0o17`, `0b11`, each with `_` between digits.
pub fn whole_number(text: &str) -> Option<i128> {
    let (is_negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    let digits = digits.replace('_', "");
    let (radix, digits) = match digits.get(..2) {
        Some("0x" | "0X") => (16, &digits[2..]),
        Some("0o") => (8, &digits[2..]),
        Some("0b") => (2, &digits[2..]),
        _ => (10, digits.as_str()),
    };
    // A sign belongs in front of all of it.
    let is_unsigned = digits.starts_with(|c: char| c.is_ascii_hexdigit());
    let n = i128::from_str_radix(digits, radix).ok().filter(|_| is_unsigned)?;
    Some(if is_negative { -n } else { n })
}

struct Loader<'i, 'd> {
    events: Parser<'i, StrInput<'i>>,
    file: usize,
    diags: &'d mut Diagnostics,
}

impl<'i> Loader<'i, '_> {
    fn next(&mut self) -> Option<(Event<'i>, Span)> {
        match self.events.next()? {
            Ok(pair) => Some(pair),
            Err(e) => {
                self.scan_error(&e);
                None
            }
        }
    }

    fn scan_error(&mut self, e: &ScanError) {
        let m = e.marker();
        let pos = Pos { file: self.file, line: m.line() as u32, col: m.col() as u32 + 1 };
        self.diags.error(&pos, format!("not YAML: {}", e.info()));
    }

    fn value(&mut self, event: Event<'i>, span: Span, depth: usize) -> Option<Node> {
        let mut pos = Pos { file: self.file, line: span.start.line() as u32, col: span.start.col() as u32 + 1 };
        if depth > MAX_DEPTH {
            self.diags.error(&pos, "nested too deep");
            return None;
        }
        let kind = match event {
            Event::Scalar(text, style, ..) => {
                if matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted) {
                    pos.col += 1;
                }
                Kind::Scalar(text.trim_end().to_owned())
            }
            Event::SequenceStart(..) => Kind::Seq(self.seq(depth)?),
            Event::MappingStart(..) => Kind::Map(self.map(depth)?),
            _ => {
                self.diags.error_help(&pos, "an alias", "write the value out: aliases are not supported");
                return None;
            }
        };
        Some(Node { pos, kind })
    }

    fn seq(&mut self, depth: usize) -> Option<Vec<Node>> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Some(items),
                (event, span) => items.push(self.value(event, span, depth + 1)?),
            }
        }
    }

    fn map(&mut self, depth: usize) -> Option<Vec<(Node, Node)>> {
        let mut entries = Vec::new();
        loop {
            let key = match self.next()? {
                (Event::MappingEnd, _) => return Some(entries),
                (event, span) => self.value(event, span, depth + 1)?,
            };
            let (event, span) = self.next()?;
            entries.push((key, self.value(event, span, depth + 1)?));
        }
    }
}
