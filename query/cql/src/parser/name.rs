//! Names.

use super::Parser;
use crate::ast::{FunctionName, Name, TableName};
use crate::error::Result;
use crate::keyword::{Class, Keyword};
use crate::token::{Token, TokenKind};

impl Parser<'_> {
    /// The name that a word is, if it may be one of the given classes.
    fn name_of(&self, token: &Token, classes: &[Class]) -> Option<Name> {
        let (text, quoted) = match &token.kind {
            TokenKind::Name => (token.span.of(self.text).to_ascii_lowercase(), false),
            TokenKind::QuotedName(name) => (name.clone(), true),
            TokenKind::Keyword(word) if classes.contains(&word.class()) => {
                (token.span.of(self.text).to_ascii_lowercase(), false)
            }
            _ => return None,
        };
        Some(Name { text, quoted, span: token.span })
    }

    fn expect_name(&mut self, classes: &[Class], may_be_empty: bool) -> Result<Name> {
        match self.name_of(self.peek(), classes) {
            Some(name) if may_be_empty || !name.text.is_empty() => {
                self.take();
                Ok(name)
            }
            _ => Err(self.no_alternative()),
        }
    }

    /// Whether the word ahead may be a name (`ident`).
    pub(super) fn is_name_at(&self, ahead: usize) -> bool {
        self.name_of(self.peek_at(ahead), UNRESERVED).is_some()
    }

    /// The name of a column, whose name may be empty (`cident`).
    pub(super) fn column_name(&mut self) -> Result<Name> {
        self.expect_name(UNRESERVED, true)
    }

    /// A name (`ident`, `fident`, `noncol_ident`, `sident`).
    pub(super) fn name(&mut self) -> Result<Name> {
        self.expect_name(UNRESERVED, false)
    }

    /// A table, index or view, with its keyspace or without.
    pub(super) fn table_name(&mut self) -> Result<TableName> {
        let first = self.name()?;
        match self.eat(".") {
            true => Ok(TableName { keyspace: Some(first), name: self.name()? }),
            false => Ok(TableName { keyspace: None, name: first }),
        }
    }

    /// The keyspace before a point, if there is one.
    fn keyspace_prefix(&mut self) -> Result<Option<Name>> {
        if !self.is_at(1, ".") {
            return Ok(None);
        }
        let keyspace = self.name()?;
        self.expect(".")?;
        Ok(Some(keyspace))
    }

    /// A user-defined type, with its keyspace or without: native types' names are none (`userTypeName`).
    pub(super) fn type_identifier(&mut self) -> Result<TableName> {
        let keyspace = self.keyspace_prefix()?;
        let name = match self.is_word(Keyword::Key) {
            true => self.name()?,
            false => self.expect_name(&[Class::Basic], false)?,
        };
        Ok(TableName { keyspace, name })
    }

    /// Whether a function is called here: a name, with its keyspace or without, and a parenthesis.
    pub(super) fn is_call_at(&self, ahead: usize) -> bool {
        let name = if self.is_at(ahead + 1, ".") { ahead + 2 } else { ahead };
        let named = self.name_of(self.peek_at(name), FUNCTION).or(self.function_word(name)).is_some();
        named && self.is_at(name + 1, "(") && (name == ahead || self.is_name_at(ahead))
    }

    /// TOKEN and COUNT are functions' names besides.
    fn function_word(&self, ahead: usize) -> Option<Name> {
        let token = self.peek_at(ahead);
        let is = [Keyword::Token, Keyword::Count].iter().any(|word| token.kind == TokenKind::Keyword(*word));
        is.then(|| Name { text: token.span.of(self.text).to_ascii_lowercase(), quoted: false, span: token.span })
    }

    /// A function's name without a keyspace (`allowedFunctionName`).
    pub(super) fn plain_function_name(&mut self) -> Result<Name> {
        if let Some(name) = self.function_word(0) {
            self.take();
            return Ok(name);
        }
        self.expect_name(FUNCTION, false)
    }

    /// A function's name, with its keyspace or without.
    pub(super) fn function_name(&mut self) -> Result<FunctionName> {
        let keyspace = self.keyspace_prefix()?;
        Ok(FunctionName { keyspace, name: self.plain_function_name()? })
    }

    /// A role or user: also a string literal.
    pub(super) fn role_name(&mut self) -> Result<()> {
        match self.peek().kind {
            TokenKind::String(_) => {
                self.take();
                Ok(())
            }
            _ if self.eat("?") => Ok(()),
            _ => self.name().map(drop),
        }
    }

    /// A string literal.
    pub(super) fn string(&mut self) -> Result<String> {
        match &self.peek().kind {
            TokenKind::String(text) => {
                self.take();
                Ok(text.clone())
            }
            _ => Err(self.mismatched("STRING_LITERAL")),
        }
    }
}

const UNRESERVED: &[Class] = &[Class::Basic, Class::NativeType, Class::NotFunction];
const FUNCTION: &[Class] = &[Class::Basic, Class::NativeType];
