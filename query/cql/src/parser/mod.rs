//! From words to trees, one file a part of the grammar.

mod access;
mod describe;
mod expr;
mod modify;
mod name;
mod properties;
mod relation;
mod schema;
mod select;
mod statement;
mod table;
mod transaction;
mod types;

use crate::ast::{Expr, Statement, TypeName};
use crate::error::{Result, SyntaxError};
use crate::keyword::Keyword;
use crate::span::Span;
use crate::token::{Token, TokenKind};

/// How deep expressions, types and parentheses may be nested.
pub const MAX_DEPTH: usize = 200;

/// Reads one statement, with or without a semicolon at its end.
pub fn parse(text: &str) -> Result<Statement> {
    let tokens = crate::lexer::tokens(text)?;
    let mut parser = Parser::new(text, &tokens);
    let statement = parser.statement()?;
    while parser.eat(";") {}
    parser.expect_end()?;
    Ok(statement)
}

/// Reads a value by itself, as it may stand behind an operator.
pub fn parse_expression(text: &str) -> Result<Expr> {
    let tokens = crate::lexer::tokens(text)?;
    let mut parser = Parser::new(text, &tokens);
    let value = parser.term()?;
    parser.expect_end()?;
    Ok(value)
}

/// Reads a type by itself.
pub fn parse_type(text: &str) -> Result<TypeName> {
    let tokens = crate::lexer::tokens(text)?;
    let mut parser = Parser::new(text, &tokens);
    let ty = parser.type_name()?;
    parser.expect_end()?;
    Ok(ty)
}

/// The statements of a text, divided by semicolons, each with its place. After a mistake there are no more.
pub fn statements(text: &str) -> Result<Statements<'_>> {
    Ok(Statements { text, tokens: crate::lexer::tokens(text)?, at: 0 })
}

/// See [`statements`].
pub struct Statements<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    at: usize,
}

impl Iterator for Statements<'_> {
    type Item = Result<(Span, Statement)>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut parser = Parser::new(self.text, &self.tokens);
        parser.at = self.at;
        while parser.eat(";") {}
        if parser.peek().kind == TokenKind::End {
            return None;
        }
        let start = parser.peek().span;
        let statement = parser.statement().and_then(|statement| {
            let span = start.to(parser.last_span());
            if parser.peek().kind != TokenKind::End && !parser.eat(";") {
                return Err(parser.mismatched("EOF"));
            }
            Ok((span, statement))
        });
        self.at = match statement {
            Ok(_) => parser.at,
            Err(_) => self.tokens.len() - 1,
        };
        Some(statement)
    }
}

/// The words of a text, and which is next.
pub(crate) struct Parser<'t> {
    text: &'t str,
    tokens: &'t [Token],
    at: usize,
    depth: usize,
    /// Within a transaction, values may be columns of what was read before.
    references: bool,
}

impl<'t> Parser<'t> {
    fn new(text: &'t str, tokens: &'t [Token]) -> Parser<'t> {
        Parser { text, tokens, at: 0, depth: 0, references: false }
    }

    fn peek(&self) -> &'t Token {
        &self.tokens[self.at]
    }

    fn peek_at(&self, ahead: usize) -> &'t Token {
        &self.tokens[(self.at + ahead).min(self.tokens.len() - 1)]
    }

    /// Takes the next word; the end is never passed.
    fn take(&mut self) -> &'t Token {
        let token = self.peek();
        if token.kind != TokenKind::End {
            self.at += 1;
        }
        token
    }

    /// Where the word stands that was taken last.
    fn last_span(&self) -> Span {
        self.tokens[self.at.saturating_sub(1)].span
    }

    fn is(&self, symbol: &str) -> bool {
        self.is_at(0, symbol)
    }

    fn is_at(&self, ahead: usize, symbol: &str) -> bool {
        matches!(self.peek_at(ahead).kind, TokenKind::Symbol(found) if found == symbol)
    }

    fn eat(&mut self, symbol: &str) -> bool {
        let found = matches!(self.peek().kind, TokenKind::Symbol(found) if found == symbol);
        if found {
            self.at += 1;
        }
        found
    }

    fn expect(&mut self, symbol: &str) -> Result<Span> {
        match self.eat(symbol) {
            true => Ok(self.last_span()),
            false => Err(self.mismatched(&format!("'{symbol}'"))),
        }
    }

    fn is_word(&self, word: Keyword) -> bool {
        self.peek().kind == TokenKind::Keyword(word)
    }

    fn is_word_at(&self, ahead: usize, word: Keyword) -> bool {
        self.peek_at(ahead).kind == TokenKind::Keyword(word)
    }

    fn eat_word(&mut self, word: Keyword) -> bool {
        let found = self.is_word(word);
        if found {
            self.at += 1;
        }
        found
    }

    /// Takes words if all of them follow.
    fn eat_words(&mut self, words: &[Keyword]) -> bool {
        let found = words.iter().enumerate().all(|(ahead, word)| self.is_word_at(ahead, *word));
        if found {
            self.at += words.len();
        }
        found
    }

    fn expect_word(&mut self, word: Keyword) -> Result<Span> {
        match self.eat_word(word) {
            true => Ok(self.last_span()),
            false => Err(self.mismatched(&format!("K_{}", word.text()))),
        }
    }

    fn expect_words(&mut self, words: &[Keyword]) -> Result<()> {
        words.iter().try_for_each(|word| self.expect_word(*word).map(drop))
    }

    fn expect_end(&mut self) -> Result<()> {
        match self.peek().kind {
            TokenKind::End => Ok(()),
            _ => Err(self.mismatched("EOF")),
        }
    }

    /// IF NOT EXISTS.
    fn if_not_exists(&mut self) -> Result<bool> {
        let conditional = self.eat_word(Keyword::If);
        if conditional {
            self.expect_words(&[Keyword::Not, Keyword::Exists])?;
        }
        Ok(conditional)
    }

    /// IF EXISTS.
    fn if_exists(&mut self) -> Result<bool> {
        let conditional = self.eat_word(Keyword::If);
        if conditional {
            self.expect_word(Keyword::Exists)?;
        }
        Ok(conditional)
    }

    /// One or more, divided by commas.
    fn comma_separated<T>(&mut self, mut one: impl FnMut(&mut Self) -> Result<T>) -> Result<Vec<T>> {
        let mut all = vec![one(self)?];
        while self.eat(",") {
            all.push(one(self)?);
        }
        Ok(all)
    }

    /// One or more, divided by AND.
    fn and_separated<T>(&mut self, mut one: impl FnMut(&mut Self) -> Result<T>) -> Result<Vec<T>> {
        let mut all = vec![one(self)?];
        while self.eat_word(Keyword::And) {
            all.push(one(self)?);
        }
        Ok(all)
    }

    /// Any number within parentheses, divided by commas.
    fn parenthesized<T>(&mut self, one: impl FnMut(&mut Self) -> Result<T>) -> Result<Vec<T>> {
        self.expect("(")?;
        self.until(")", one)
    }

    /// Any number, divided by commas, up to a sign.
    fn until<T>(&mut self, end: &str, one: impl FnMut(&mut Self) -> Result<T>) -> Result<Vec<T>> {
        if self.eat(end) {
            return Ok(Vec::new());
        }
        let all = self.comma_separated(one)?;
        self.expect(end)?;
        Ok(all)
    }

    /// Something that can be nested in itself.
    fn nested<T>(&mut self, inner: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        if self.depth == MAX_DEPTH {
            let message = format_args!("nested more than {MAX_DEPTH} deep");
            return Err(SyntaxError::of_token(self.text, self.tokens, self.at, message));
        }
        self.depth += 1;
        let result = inner(self);
        self.depth -= 1;
        result
    }

    /// Tries to read something; where that fails, nothing was taken.
    fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T>) -> Option<T> {
        let (at, depth) = (self.at, self.depth);
        let result = read(self).ok();
        if result.is_none() {
            (self.at, self.depth) = (at, depth);
        }
        result
    }

    /// The next word as messages show it: what is quoted without its marks.
    fn shown(&self) -> &'t str {
        match &self.peek().kind {
            TokenKind::End => "<EOF>",
            TokenKind::String(text) | TokenKind::QuotedName(text) if !text.is_empty() => text,
            _ => self.peek().span.of(self.text),
        }
    }

    /// The error of a sign that is none of the language, where it is the next one.
    fn no_word(&self) -> Option<SyntaxError> {
        let is_none = self.is("@");
        is_none.then(|| SyntaxError::at(self.text, self.peek().span, "no viable alternative at character '@'"))
    }

    /// The error of a word where one other was possible.
    fn mismatched(&self, expected: &str) -> SyntaxError {
        if let Some(error) = self.no_word() {
            return error;
        }
        let message = format!("mismatched input '{}' expecting {expected}", self.shown());
        SyntaxError::of_token(self.text, self.tokens, self.at, message)
    }

    /// The error of a word where several others were possible.
    fn no_alternative(&self) -> SyntaxError {
        if let Some(error) = self.no_word() {
            return error;
        }
        let message = format!("no viable alternative at input '{}'", self.shown());
        SyntaxError::of_token(self.text, self.tokens, self.at, message)
    }
}
