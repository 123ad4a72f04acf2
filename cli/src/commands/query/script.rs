//! A text cut into statements and cqlsh's words.

use std::ops::Range;

/// Words that end with their line, as in cqlsh; all else ends with a semicolon.
const LINE_WORDS: [&str; 18] = [
    "HELP",
    "EXIT",
    "QUIT",
    "EXPAND",
    "PAGING",
    "CONSISTENCY",
    "SERIAL",
    "TRACING",
    "LOGIN",
    "SOURCE",
    "CAPTURE",
    "CLEAR",
    "CLS",
    "SHOW",
    "DESCRIBE",
    "DESC",
    "HISTORY",
    "UNICODE",
];

/// A statement or a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands, without the semicolon.
    pub span: Range<usize>,
    /// Whether its end is there.
    pub is_ended: bool,
}

/// The pieces of a text, one after the other.
#[derive(Debug)]
pub struct Pieces<'t> {
    text: &'t str,
    at: usize,
}

/// Cuts a text.
pub fn pieces(text: &str) -> Pieces<'_> {
    Pieces { text, at: 0 }
}

/// Whether a text wants no more lines.
pub fn is_complete(text: &str) -> bool {
    pieces(text).all(|piece| piece.is_ended)
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        loop {
            let blank = blank(&self.text[self.at..]);
            let separators = self.text[self.at + blank..].starts_with(';');
            self.at += blank + usize::from(separators);
            if blank == 0 && !separators {
                break;
            }
        }
        if self.at >= self.text.len() {
            return None;
        }
        let start = self.at;
        let (end, is_ended) = end(self.text, start);
        self.at = end;
        let trimmed = self.text[start..end].trim_end().len();
        Some(Piece { span: start..start + trimmed, is_ended })
    }
}

/// Where the piece that begins at a place ends, and whether anything says so.
fn end(text: &str, start: usize) -> (usize, bool) {
    let rest = &text[start..];
    let first = word(rest);
    if rest.starts_with(['\\', '?']) {
        return rest.find('\n').map_or((text.len(), true), |at| (start + at, true));
    }
    let is_line = LINE_WORDS.iter().any(|line| line.eq_ignore_ascii_case(first));
    let is_batch = first.eq_ignore_ascii_case("BEGIN");
    let (mut at, mut before, mut last) = (start, "", "");
    while at < text.len() {
        let rest = &text[at..];
        let length = match rest.as_bytes() {
            [b'\n', ..] if is_line => return (at, true),
            [b';', ..] if !is_batch || closes_batch(before, last) => return (at, true),
            [mark @ (b'\'' | b'"'), ..] => rest[1..].find(char::from(*mark)).map_or(rest.len(), |length| length + 2),
            [b'$', b'$', ..] => rest.match_indices("$$").nth(1).map_or(rest.len(), |(end, mark)| end + mark.len()),
            _ => match blank(rest) {
                // An end of the line is looked at by itself.
                0 => word(rest).len(),
                _ if is_line && !rest.starts_with("/*") => {
                    rest.find('\n').filter(|_| rest.starts_with("--")).unwrap_or(1)
                }
                length => length,
            },
        };
        if rest.starts_with(|c: char| c.is_ascii_alphabetic()) && length > 0 {
            (before, last) = (last, &rest[..length]);
        }
        at += if length > 0 { length } else { rest.chars().next().map_or(1, char::len_utf8) };
    }
    // A word of one line ends with the text too, if no quotation mark is open.
    (text.len(), is_line && rest.bytes().filter(|byte| *byte == b'\'').count() % 2 == 0)
}

fn closes_batch(before: &str, last: &str) -> bool {
    let is = |first: &str, second: &str| before.eq_ignore_ascii_case(first) && last.eq_ignore_ascii_case(second);
    is("APPLY", "BATCH") || is("COMMIT", "TRANSACTION")
}

/// The length of blanks and comments that a text begins with.
fn blank(text: &str) -> usize {
    let mut rest = text;
    loop {
        let trimmed = rest.trim_start();
        let length = if trimmed.starts_with("--") || trimmed.starts_with("//") {
            trimmed.find('\n').unwrap_or(trimmed.len())
        } else if let Some(body) = trimmed.strip_prefix("/*") {
            body.find("*/").map_or(trimmed.len(), |end| end + 4)
        } else {
            return text.len() - trimmed.len();
        };
        rest = &trimmed[length..];
    }
}

/// The letters, digits and underscores that a text begins with.
pub fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::{is_complete, pieces};

    fn cut(text: &str) -> Vec<&str> {
        pieces(text).map(|piece| &text[piece.span]).collect()
    }

    #[test]
    fn semicolons_and_lines_divide() {
        assert_eq!(cut("SELECT 1;\n ;; SELECT 2"), ["SELECT 1", "SELECT 2"]);
        assert_eq!(
            cut("SELECT ';', \";\", $$;$$ -- ;\n/* ; */ FROM t; x"),
            ["SELECT ';', \";\", $$;$$ -- ;\n/* ; */ FROM t", "x"]
        );
        assert_eq!(
            cut("EXPAND ON\nSELECT *\nFROM t;\nhelp\nexit;quit"),
            ["EXPAND ON", "SELECT *\nFROM t", "help", "exit", "quit"]
        );
        assert_eq!(cut("SOURCE 'a;b'\nSHOW VERSION -- it\nx"), ["SOURCE 'a;b'", "SHOW VERSION -- it", "x"]);
        assert_eq!(cut("\\timing\nSELECT 1; ?"), ["\\timing", "SELECT 1", "?"]);
        assert_eq!(cut(" -- nothing\n/* at all"), Vec::<&str>::new());
        assert_eq!(cut("é;ü"), ["é", "ü"]);
    }

    #[test]
    fn batches_are_one() {
        let batch = "BEGIN BATCH INSERT INTO t (a) VALUES (1); DELETE FROM t WHERE a = 2; APPLY BATCH";
        assert_eq!(cut(&format!("{batch}; SELECT 1;")), [batch, "SELECT 1"]);
        let transaction = "BEGIN TRANSACTION SELECT 1; COMMIT TRANSACTION";
        assert_eq!(cut(&format!("{transaction};x")), [transaction, "x"]);
    }

    #[test]
    fn what_has_no_end_wants_more() {
        for text in ["", "SELECT 1;", "EXPAND ON", "\\timing", "HELP SELECT", "-- nothing", "SELECT 1; EXIT"] {
            assert!(is_complete(text), "{text}");
        }
        for text in ["SELECT 1", "SELECT ';", "BEGIN BATCH INSERT;", "SELECT 1; SELECT 2", "SOURCE 'a", "SELECT /* ; "]
        {
            assert!(!is_complete(text), "{text}");
        }
    }
}
