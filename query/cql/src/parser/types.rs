//! Types.

use super::Parser;
use crate::ast::{NativeType, TypeName, TypeNameKind};
use crate::error::{Result, SyntaxError};
use crate::keyword::{Class, Keyword};
use crate::token::TokenKind;

impl Parser<'_> {
    /// A type (`comparatorType`).
    pub(super) fn type_name(&mut self) -> Result<TypeName> {
        let start = self.peek().span;
        let kind = self.nested(Self::type_kind)?;
        Ok(TypeName { kind, span: start.to(self.last_span()) })
    }

    fn type_kind(&mut self) -> Result<TypeNameKind> {
        if let TokenKind::String(class) = &self.peek().kind {
            self.take();
            return Ok(TypeNameKind::Custom(class.clone()));
        }
        let of = self.is_at(1, "<");
        let kind = match &self.peek().kind {
            TokenKind::Keyword(Keyword::List) if of => TypeNameKind::List(self.of_one()?),
            TokenKind::Keyword(Keyword::Set) if of => TypeNameKind::Set(self.of_one()?),
            TokenKind::Keyword(Keyword::Frozen) if of => TypeNameKind::Frozen(self.of_one()?),
            TokenKind::Keyword(Keyword::Map) if of => {
                self.open()?;
                let keys = self.type_name()?;
                self.expect(",")?;
                let values = self.type_name()?;
                self.expect(">")?;
                TypeNameKind::Map(Box::new(keys), Box::new(values))
            }
            TokenKind::Keyword(Keyword::Tuple) if of => {
                self.open()?;
                let fields = self.comma_separated(Self::type_name)?;
                self.expect(">")?;
                TypeNameKind::Tuple(fields)
            }
            TokenKind::Keyword(Keyword::Vector) if of => {
                self.open()?;
                let of = self.type_name()?;
                self.expect(",")?;
                let dimension = self.integer(|text| format!("invalid vector dimension {text}"))?;
                self.expect(">")?;
                TypeNameKind::Vector(Box::new(of), dimension)
            }
            TokenKind::Keyword(word) if word.class() == Class::NativeType && !self.is_at(1, ".") => {
                TypeNameKind::Native(self.native_type()?)
            }
            _ => TypeNameKind::User(self.type_identifier()?),
        };
        Ok(kind)
    }

    fn open(&mut self) -> Result<()> {
        self.take();
        self.expect("<").map(drop)
    }

    fn of_one(&mut self) -> Result<Box<TypeName>> {
        self.open()?;
        let of = self.type_name()?;
        self.expect(">")?;
        Ok(Box::new(of))
    }

    /// A number of digits. `invalid` says what is wrong with one that the type does not have.
    pub(super) fn integer<T: std::str::FromStr>(&mut self, invalid: impl FnOnce(&str) -> String) -> Result<T> {
        let token = self.peek();
        if token.kind != TokenKind::Integer {
            return Err(self.mismatched("INTEGER"));
        }
        let text = token.span.of(self.text);
        self.take();
        text.parse().map_err(|_| SyntaxError::at(self.text, token.span, invalid(text)))
    }

    /// A native type (`native_type`).
    pub(super) fn native_type(&mut self) -> Result<NativeType> {
        let TokenKind::Keyword(word) = self.peek().kind else { return Err(self.no_alternative()) };
        let found = NativeType::ALL.iter().find(|native| native.name().eq_ignore_ascii_case(word.text()));
        match found {
            Some(native) => {
                self.take();
                Ok(*native)
            }
            None => Err(self.no_alternative()),
        }
    }
}
