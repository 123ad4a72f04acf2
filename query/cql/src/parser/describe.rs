//! DESCRIBE.

use super::Parser;
use crate::ast::{Describe, DescribeWhat};
use crate::error::Result;
use crate::keyword::Keyword;
use crate::token::TokenKind;

impl Parser<'_> {
    pub(super) fn describe(&mut self) -> Result<Describe> {
        self.take();
        let what = self.described()?;
        let with_internals = self.eat_word(Keyword::With);
        if with_internals {
            self.expect_word(Keyword::Internals)?;
        }
        Ok(Describe { what, with_internals })
    }

    fn described(&mut self) -> Result<DescribeWhat> {
        let TokenKind::Keyword(word) = self.peek().kind else { return self.table_name().map(DescribeWhat::Any) };
        // A keyspace may be called like one thing that is described, but not like several.
        let several = [
            Keyword::Cluster,
            Keyword::Keyspaces,
            Keyword::Tables,
            Keyword::Types,
            Keyword::Functions,
            Keyword::Aggregates,
        ];
        if self.is_at(1, ".") && !several.contains(&word) {
            return self.table_name().map(DescribeWhat::Any);
        }
        let more = !matches!(
            self.peek_at(1).kind,
            TokenKind::End | TokenKind::Symbol(";") | TokenKind::Keyword(Keyword::With)
        );
        match word {
            Keyword::Cluster => self.just(DescribeWhat::Cluster),
            Keyword::Schema => self.just(DescribeWhat::Schema { full: false }),
            Keyword::Full => {
                self.take();
                self.expect_word(Keyword::Schema)?;
                Ok(DescribeWhat::Schema { full: true })
            }
            Keyword::Keyspaces => self.just(DescribeWhat::Keyspaces),
            Keyword::Only if self.is_word_at(1, Keyword::Keyspace) => {
                self.take();
                self.described_keyspace(true)
            }
            Keyword::Keyspace => self.described_keyspace(false),
            Keyword::Tables => self.just(DescribeWhat::Tables),
            Keyword::Table => self.of(Self::table_name).map(DescribeWhat::Table),
            Keyword::Index => self.of(Self::table_name).map(DescribeWhat::Index),
            Keyword::Materialized => {
                self.take();
                self.expect_word(Keyword::View)?;
                self.table_name().map(DescribeWhat::View)
            }
            Keyword::Types => self.just(DescribeWhat::Types),
            Keyword::Type if more => self.of(Self::type_identifier).map(DescribeWhat::Type),
            Keyword::Functions => self.just(DescribeWhat::Functions),
            Keyword::Function if more => self.of(Self::function_name).map(DescribeWhat::Function),
            Keyword::Aggregates => self.just(DescribeWhat::Aggregates),
            Keyword::Aggregate if more => self.of(Self::function_name).map(DescribeWhat::Aggregate),
            _ => self.table_name().map(DescribeWhat::Any),
        }
    }

    fn just(&mut self, what: DescribeWhat) -> Result<DescribeWhat> {
        self.take();
        Ok(what)
    }

    fn of<T>(&mut self, name: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.take();
        name(self)
    }

    fn described_keyspace(&mut self, only: bool) -> Result<DescribeWhat> {
        self.take();
        let name = match self.is_name_at(0) {
            true => Some(self.name()?),
            false => None,
        };
        Ok(DescribeWhat::Keyspace { name, only })
    }
}
