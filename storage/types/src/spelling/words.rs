//! The words of a literal: brackets, quoted texts, and what stands between.

use std::borrow::Cow;

/// Text that is read from the front.
#[derive(Clone, Copy)]
pub(super) struct Words<'t> {
    rest: &'t str,
}

impl<'t> Words<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Words { rest: text.trim() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    /// Passes over a character and the blanks behind it, if it is there.
    pub(super) fn take(&mut self, wanted: char) -> bool {
        let rest = self.rest.strip_prefix(wanted);
        self.rest = rest.map_or(self.rest, str::trim_start);
        rest.is_some()
    }

    /// What stands up to a bracket, a comma, a colon, a quote or a blank.
    pub(super) fn word(&mut self) -> &'t str {
        let is_end = |c: char| "()[]{},:'\"".contains(c) || c.is_whitespace();
        let (word, rest) = self.rest.split_at(self.rest.find(is_end).unwrap_or(self.rest.len()));
        self.rest = rest.trim_start();
        word
    }

    /// A text in quotes: in single ones, doubled within, as CQL has it, or in double ones, as JSON has it.
    pub(super) fn quoted(&mut self) -> Option<Cow<'t, str>> {
        let quote = self.peek().filter(|c| "'\"".contains(*c))?;
        let text = self.rest.get(1..)?;
        let mut from = 0;
        loop {
            let at = from + text.get(from..)?.find([quote, '\\'])?;
            let (here, behind) = (text.get(at..)?, text.get(at + 1..)?);
            match quote {
                _ if here.starts_with('\\') && quote == '"' => from = at + 1 + behind.chars().next()?.len_utf8(),
                _ if here.starts_with('\\') => from = at + 1,
                '\'' if behind.starts_with('\'') => from = at + 2,
                _ => {
                    let inner = text.get(..at)?;
                    self.rest = behind.trim_start();
                    return match quote {
                        '\'' if inner.contains('\'') => Some(inner.replace("''", "'").into()),
                        '"' if inner.contains('\\') => unescaped(inner).map(Cow::Owned),
                        _ => Some(inner.into()),
                    };
                }
            }
        }
    }
}

/// A text without JSON's escapes.
fn unescaped(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        out.push(match c {
            '\\' => match rest.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\u{8}',
                'f' => '\u{c}',
                'u' => match unit(&mut rest)? {
                    // Two halves of a character.
                    high @ 0xd800..=0xdbff => {
                        let is_half = rest.next() == Some('\\') && rest.next() == Some('u');
                        let low = unit(&mut rest).filter(|low| is_half && (0xdc00..=0xdfff).contains(low))?;
                        char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00))?
                    }
                    unit => char::from_u32(unit)?,
                },
                c @ ('"' | '\\' | '/') => c,
                _ => return None,
            },
            c => c,
        });
    }
    Some(out)
}

/// Four hexadecimal digits.
fn unit(rest: &mut std::str::Chars<'_>) -> Option<u32> {
    (0..4).try_fold(0, |unit, _| Some(unit << 4 | rest.next()?.to_digit(16)?))
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn quotes_are_those_of_cql_or_of_json() {
        let quoted = |text: &str| {
            let mut words = Words::new(text);
            words.quoted().map(|text| (text.into_owned(), words.rest.to_owned()))
        };
        let found = |text: &str, rest: &str| Some((text.to_owned(), rest.to_owned()));
        assert_eq!(quoted(r"'it''s \n' , 1"), found(r"it's \n", ", 1"));
        assert_eq!(quoted(r#""a\"b\\" :"#), found("a\"b\\", ":"));
        assert_eq!(quoted(r#""\u00e9\ud83d\ude00\n""#), found("é😀\n", ""));
        assert_eq!(quoted("''"), found("", ""));
        for bad in ["'a", "'a''", "\"a", r#""\ud83d""#, r#""\x""#, r#""\"#, "a", ""] {
            assert_eq!(quoted(bad), None, "{bad}");
        }
    }
}
