//! Statements that are none.

use crate::span::{position, Span};
use crate::token::Token;
use std::fmt;

/// Why a text is no statement, as `org.apache.cassandra.cql3.ErrorCollector` words it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    message: String,
    line: usize,
    column: usize,
    span: Span,
}

/// Tokens before and after the offending one that the message shows (`FIRST_TOKEN_OFFSET`, `LAST_TOKEN_OFFSET`).
const BEFORE: usize = 10;
const AFTER: usize = 2;

impl SyntaxError {
    /// What is wrong at a place, without the tokens around it.
    pub(crate) fn at(text: &str, span: Span, message: impl fmt::Display) -> SyntaxError {
        let (line, column) = position(text, span.start);
        SyntaxError { message: format!("line {line}:{column} {message}"), line, column, span }
    }

    /// What is wrong with one of the tokens of a text, with those around it.
    pub(crate) fn of_token(text: &str, tokens: &[Token], index: usize, message: impl fmt::Display) -> SyntaxError {
        let span = tokens[index].span;
        let mut error = SyntaxError::at(text, span, message);
        // The end of the text has no place in it: ANTLR says line 0:-1 and shows nothing.
        if span.start == span.end {
            return error;
        }
        let from = tokens[index.saturating_sub(BEFORE)].span.start;
        let last = (index + AFTER).min(tokens.len() - 1);
        let to = tokens[last].span;
        let lead = if from == 0 { "" } else { "..." };
        let tail = if to.end >= text.trim_end().len() { "" } else { "..." };
        let (before, after) = (&text[from..span.start], &text[span.end..to.end]);
        let snippet = format!(" ({lead}{before}[{}]{after}{tail})", span.of(text));
        error.message.push_str(&snippet.replace('\n', ""));
        error
    }

    /// The line, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column, in characters from 0.
    pub fn column(&self) -> usize {
        self.column
    }

    /// The part of the text that is wrong.
    pub fn span(&self) -> Span {
        self.span
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for SyntaxError {}

/// What parsing returns.
pub type Result<T> = std::result::Result<T, SyntaxError>;
