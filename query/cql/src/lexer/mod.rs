//! A text's words, as `Lexer.g` cuts them.

mod number;

use crate::error::{Result, SyntaxError};
use crate::keyword::Keyword;
use crate::span::{position, Span};
use crate::token::{Token, TokenKind};

/// Signs, longer ones before those they begin with.
const SYMBOLS: &[&str] = &[
    "<=", ">=", "!=", "+=", "-=", "..", "(", ")", "[", "]", "{", "}", ",", ";", ":", ".", "=", "<", ">", "+", "-", "*",
    "/", "%", "?", "@",
];

/// Cuts a text into words; the last is [`TokenKind::End`].
pub fn tokens(text: &str) -> Result<Vec<Token>> {
    let mut lexer = Lexer { text, at: 0 };
    let mut tokens = Vec::new();
    loop {
        let token = lexer.next()?;
        let ended = token.kind == TokenKind::End;
        tokens.push(token);
        if ended {
            return Ok(tokens);
        }
    }
}

/// Where in a text its words are being looked for.
struct Lexer<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Lexer<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn next(&mut self) -> Result<Token> {
        self.skip_blanks()?;
        let start = self.at;
        let kind = self.kind()?;
        Ok(Token { kind, span: Span { start, end: self.at } })
    }

    fn kind(&mut self) -> Result<TokenKind> {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else { return Ok(TokenKind::End) };
        if first == '\'' {
            return self.delimited('\'').map(TokenKind::String);
        }
        if first == '"' {
            return self.delimited('"').map(TokenKind::QuotedName);
        }
        if rest.starts_with("$$") {
            return self.dollars();
        }
        if first == '$' {
            return Err(self.wrong_character(1, |found| format!("mismatched character '{found}' expecting '$'")));
        }
        if let Some((kind, length)) = number::at(rest) {
            if matches!(kind, TokenKind::Integer | TokenKind::Float) && rest[length..].starts_with(['e', 'E']) {
                return Err(self.no_exponent(&kind, length + 1));
            }
            self.at += length;
            return Ok(kind);
        }
        if first.is_ascii_alphabetic() {
            return Ok(self.word());
        }
        for symbol in SYMBOLS {
            if rest.starts_with(symbol) {
                self.at += symbol.len();
                return Ok(TokenKind::Symbol(symbol));
            }
        }
        let span = Span { start: self.at, end: self.at + first.len_utf8() };
        Err(SyntaxError::at(self.text, span, format_args!("no viable alternative at character '{first}'")))
    }

    /// The error of a number with an `e` at whose exponent, `length` bytes on, are no digits.
    fn no_exponent(&self, kind: &TokenKind, length: usize) -> SyntaxError {
        let is_signed = self.rest()[length..].starts_with(['+', '-']);
        self.wrong_character(length + usize::from(is_signed), |found| match is_signed || *kind == TokenKind::Float {
            true => format!("required (...)+ loop did not match anything at character '{found}'"),
            false => format!("no viable alternative at character '{found}'"),
        })
    }

    /// The error of a character so many bytes on, or of the end there.
    fn wrong_character(&self, ahead: usize, message: impl FnOnce(&str) -> String) -> SyntaxError {
        let at = self.at + ahead;
        let end = self.text[at..].chars().next().map_or(at, |found| at + found.len_utf8());
        let found = if end == at { "<EOF>" } else { &self.text[at..end] };
        SyntaxError::at(self.text, Span { start: at, end }, message(found))
    }

    fn word(&mut self) -> TokenKind {
        let word = word(self.rest());
        self.at += word.len();
        if word.eq_ignore_ascii_case("true") || word.eq_ignore_ascii_case("false") {
            return TokenKind::Boolean;
        }
        if word.eq_ignore_ascii_case("nan") || word.eq_ignore_ascii_case("infinity") {
            return TokenKind::NotFinite;
        }
        Keyword::of(word).map_or(TokenKind::Name, TokenKind::Keyword)
    }

    /// Blanks and comments.
    fn skip_blanks(&mut self) -> Result<()> {
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
            let comment = if rest.starts_with("--") || rest.starts_with("//") {
                rest.find(['\n', '\r']).unwrap_or(rest.len())
            } else if let Some(body) = rest.strip_prefix("/*") {
                let end = body.find("*/").ok_or_else(|| self.unended("comment", '*'))?;
                end + 4
            } else {
                0
            };
            if blank.max(comment) == 0 {
                return Ok(());
            }
            self.at += blank.max(comment);
        }
    }

    /// A text between two marks; two of them within stand for one.
    fn delimited(&mut self, mark: char) -> Result<String> {
        let mut value = String::new();
        let inner = &self.rest()[1..];
        let mut from = 0;
        loop {
            let what = if mark == '"' { "quoted name" } else { "string literal" };
            let end = from + inner[from..].find(mark).ok_or_else(|| self.unended(what, mark))?;
            value.push_str(&inner[from..end]);
            from = end + 1;
            if !inner[from..].starts_with(mark) {
                self.at += from + 1;
                return Ok(value);
            }
            value.push(mark);
            from += 1;
        }
    }

    fn dollars(&mut self) -> Result<TokenKind> {
        let inner = &self.rest()[2..];
        let end = inner.find("$$").ok_or_else(|| match inner.char_indices().next_back() {
            // The end is met when the last character has been taken for the first of the two marks.
            Some((last, found)) => {
                let at = self.at + 2 + last;
                let begins = position(self.text, self.at);
                SyntaxError::at(
                    self.text,
                    Span { start: at, end: at + found.len_utf8() },
                    format_args!(
                        "mismatched character '{found}' expecting '$' (the string literal begins at line {}:{})",
                        begins.0, begins.1
                    ),
                )
            }
            None => self.unended("string literal", '$'),
        })?;
        self.at += end + 4;
        Ok(TokenKind::String(inner[..end].to_owned()))
    }

    /// The error of something whose end is missing, at the end of the text.
    fn unended(&self, what: &str, expected: char) -> SyntaxError {
        let end = self.text.len();
        let (line, column) = position(self.text, self.at);
        let message = format_args!(
            "mismatched character '<EOF>' expecting '{expected}' (the {what} begins at line {line}:{column})"
        );
        SyntaxError::at(self.text, Span { start: end, end }, message)
    }
}

/// The letters, digits and underscores that a text begins with.
fn word(text: &str) -> &str {
    let end = text.bytes().position(|byte| !byte.is_ascii_alphanumeric() && byte != b'_').unwrap_or(text.len());
    &text[..end]
}
