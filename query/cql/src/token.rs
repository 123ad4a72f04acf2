//! The words of a statement.

use crate::keyword::Keyword;
use crate::span::Span;

/// A word and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of words.
#[derive(Debug, Clone, PartialEq)]
pub enum TokenKind {
    /// A word of the language; most of them are names too, where one is expected.
    Keyword(Keyword),
    /// A name without quotation marks.
    Name,
    /// A name within quotation marks, doubled ones undone.
    QuotedName(String),
    /// A text within apostrophes or `$$`, doubled apostrophes undone.
    String(String),
    /// Digits, with a sign if it touches them.
    Integer,
    /// A number with a point or an exponent.
    Float,
    /// `true` or `false`.
    Boolean,
    /// `1h30m` or `PT1H30M`.
    Duration,
    /// `0x` and digits.
    Hex,
    /// A UUID.
    Uuid,
    /// `NaN`, `-NaN`, `Infinity`, `-Infinity`.
    NotFinite,
    /// A sign: `(`, `<=`, `..`, `?`.
    Symbol(&'static str),
    /// The end of the text.
    End,
}
