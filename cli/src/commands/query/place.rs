//! Where in a text a statement is wrong, and how that is shown.

use std::ops::Range;

use cqlite::cql;
use cqlite::inspect::printable;

/// What is wrong with a statement, and which part of the text it is about.
#[derive(Debug)]
pub struct Place<'t> {
    /// The file, if it is one.
    pub name: Option<&'t str>,
    pub text: &'t str,
    pub span: Range<usize>,
}

/// Characters of a line that are shown.
const SHOWN: usize = 160;

impl Place<'_> {
    /// The message with line and column before it; one of its own, which counts from the start of the statement, is taken away.
    pub fn message(&self, message: &str) -> String {
        let (line, column) = cql::position(self.text, self.span.start);
        let message = without_place(message);
        match self.name {
            Some(name) => format!("{name}: line {line}:{column} {message}"),
            None => format!("line {line}:{column} {message}"),
        }
    }

    /// The line, and marks below what is wrong in it.
    pub fn shown(&self) -> String {
        let start = self.text[..self.span.start].rfind('\n').map_or(0, |newline| newline + 1);
        let end = self.text[start..].find('\n').map_or(self.text.len(), |length| start + length);
        let line = self.text[start..end].trim_end();
        let before = self.text[start..self.span.start.min(start + line.len())].chars().count();
        let marked = self.text[self.span.start..self.span.end.min(end).max(self.span.start)].chars().count();
        // Of a long line the part around what is wrong.
        let skipped = before.saturating_sub(SHOWN / 2);
        let line: String = line.chars().skip(skipped).take(SHOWN).map(|c| if c == '\t' { ' ' } else { c }).collect();
        let indent = " ".repeat(before - skipped);
        let marks = "^".repeat(marked.clamp(1, SHOWN.saturating_sub(before - skipped).max(1)));
        format!("  {}\n  {indent}{marks}", printable(&line))
    }
}

/// A message without `line L:C ` at its beginning.
fn without_place(message: &str) -> &str {
    let place = |message: &'_ str| -> Option<usize> {
        let rest = message.strip_prefix("line ")?;
        let end = rest.find(' ')?;
        let (line, column) = rest[..end].split_once(':')?;
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        (is_number(line) && is_number(column)).then_some("line ".len() + end + 1)
    };
    place(message).map_or(message, |length| &message[length..])
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn the_line_is_shown() {
        let text = "SELECT 1;\nSELECT é, x FORM t;\n";
        let at = text.find("FORM").expect("a word");
        let place = Place { name: Some("a.cql"), text, span: at..at + 4 };
        assert_eq!(place.message("line 1:12 mismatched"), "a.cql: line 2:12 mismatched");
        assert_eq!(place.shown(), "  SELECT é, x FORM t;\n              ^^^^");
        let place = Place { name: None, text, span: text.len()..text.len() };
        assert_eq!(place.message("line of text"), "line 3:0 line of text");
        assert_eq!(place.shown(), "  \n  ^");
    }
}
