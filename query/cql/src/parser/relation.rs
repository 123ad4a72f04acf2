//! Conditions of WHERE and IF.

use super::Parser;
use crate::ast::{Expr, Operand, Operator, Relation, RelationKind};
use crate::error::Result;
use crate::keyword::Keyword;
use crate::token::TokenKind;

impl Parser<'_> {
    pub(super) fn relations(&mut self) -> Result<Vec<Relation>> {
        self.and_separated(Self::relation)
    }

    fn relation(&mut self) -> Result<Relation> {
        let start = self.peek().span;
        if self.is("(") && !self.is_tuple_of_names() {
            self.take();
            let inner = self.nested(Self::relation)?;
            self.expect(")")?;
            return Ok(inner);
        }
        let kind = self.relation_kind()?;
        Ok(Relation { kind, span: start.to(self.last_span()) })
    }

    /// Whether names in parentheses follow, rather than a condition in parentheses.
    fn is_tuple_of_names(&self) -> bool {
        self.is_name_at(1) && (self.is_at(2, ",") || self.is_at(2, ")"))
    }

    fn relation_kind(&mut self) -> Result<RelationKind> {
        if self.is("(") {
            let columns = self.parenthesized(Self::column_name)?;
            let (operator, operand) = self.tuple_operand()?;
            return Ok(RelationKind::Tuple(columns, operator, operand));
        }
        if self.eat_word(Keyword::Token) {
            self.expect("(")?;
            let columns = self.comma_separated(Self::column_name)?;
            self.expect(")")?;
            if self.eat_word(Keyword::Between) {
                return Ok(RelationKind::Token(columns, Operator::Between, self.range()?));
            }
            let operator = self.comparison()?;
            return Ok(RelationKind::Token(columns, operator, Operand::One(self.term()?)));
        }
        // `expr(` is one word of the lexer, in lower case.
        if self.text[self.peek().span.start..].starts_with("expr(") {
            self.at += 2;
            let index = self.table_name()?;
            self.expect(",")?;
            let value = self.term()?;
            self.expect(")")?;
            return Ok(RelationKind::Custom(index, value));
        }
        let column = self.column_name()?;
        if self.eat("[") {
            let key = self.term()?;
            self.expect("]")?;
            let operator = self.comparison()?;
            return Ok(RelationKind::Element(column, key, operator, Operand::One(self.term()?)));
        }
        if self.eat_word(Keyword::Is) {
            self.expect_words(&[Keyword::Not, Keyword::Null])?;
            return Ok(RelationKind::IsNotNull(column));
        }
        let (operator, operand) = self.operand()?;
        Ok(RelationKind::Column(column, operator, operand))
    }

    /// An operator and what stands behind it, of one column.
    fn operand(&mut self) -> Result<(Operator, Operand)> {
        if self.eat_word(Keyword::Between) {
            return Ok((Operator::Between, self.range()?));
        }
        if self.eat_word(Keyword::Like) {
            return Ok((Operator::Like, Operand::One(self.term()?)));
        }
        if let Some(operator) = self.in_operator() {
            return Ok((operator, self.in_values()?));
        }
        if let Some(operator) = self.contains_operator() {
            return Ok((operator, Operand::One(self.term()?)));
        }
        if self.eat_word(Keyword::Not) {
            return Err(self.no_alternative());
        }
        let operator = self.comparison()?;
        Ok((operator, Operand::One(self.term()?)))
    }

    pub(super) fn contains_operator(&mut self) -> Option<Operator> {
        let not = self.is_word(Keyword::Not) && self.is_word_at(1, Keyword::Contains);
        if not {
            self.take();
        }
        if !self.eat_word(Keyword::Contains) {
            return None;
        }
        Some(match (not, self.eat_word(Keyword::Key)) {
            (false, false) => Operator::Contains,
            (false, true) => Operator::ContainsKey,
            (true, false) => Operator::NotContains,
            (true, true) => Operator::NotContainsKey,
        })
    }

    pub(super) fn in_operator(&mut self) -> Option<Operator> {
        if self.eat_words(&[Keyword::Not, Keyword::In]) {
            return Some(Operator::NotIn);
        }
        self.eat_word(Keyword::In).then_some(Operator::In)
    }

    /// `(a, b)` or a marker (`singleColumnInValues`).
    pub(super) fn in_values(&mut self) -> Result<Operand> {
        if self.is("?") || self.is(":") {
            return Ok(Operand::Marker(self.marker()?));
        }
        if !self.is("(") {
            return Err(self.no_alternative());
        }
        Ok(Operand::Values(self.parenthesized(Self::term)?))
    }

    fn range(&mut self) -> Result<Operand> {
        let from = self.term()?;
        self.expect_word(Keyword::And)?;
        Ok(Operand::Range(from, self.term()?))
    }

    fn tuple_operand(&mut self) -> Result<(Operator, Operand)> {
        if self.eat_word(Keyword::Between) {
            let from = self.tuple_value()?;
            self.expect_word(Keyword::And)?;
            return Ok((Operator::Between, Operand::Range(from, self.tuple_value()?)));
        }
        if let Some(operator) = self.in_operator() {
            if self.is("?") || self.is(":") {
                return Ok((operator, Operand::Marker(self.marker()?)));
            }
            return Ok((operator, Operand::Values(self.parenthesized(Self::tuple_value)?)));
        }
        let operator = self.comparison()?;
        Ok((operator, Operand::One(self.tuple_value()?)))
    }

    /// `(a, b)` or a marker (`multiColumnValue`).
    fn tuple_value(&mut self) -> Result<Expr> {
        match self.is("(") || self.is("?") || self.is(":") {
            true => self.term(),
            false => Err(self.no_alternative()),
        }
    }

    /// `=`, `<`, … (`relationType`).
    pub(super) fn comparison(&mut self) -> Result<Operator> {
        let TokenKind::Symbol(symbol) = self.peek().kind else { return Err(self.no_alternative()) };
        let operator = match symbol {
            "=" => Operator::Eq,
            "!=" => Operator::Neq,
            "<" => Operator::Lt,
            "<=" => Operator::Lte,
            ">" => Operator::Gt,
            ">=" => Operator::Gte,
            _ => return Err(self.no_alternative()),
        };
        self.take();
        Ok(operator)
    }
}
