//! INSERT, UPDATE, DELETE, BATCH.

use super::Parser;
use crate::ast::{
    Assignment, AssignmentKind, Batch, BatchKind, Condition, Conditions, Delete, Deletion, Expr, ExprKind, Insert,
    InsertWhat, JsonDefault, ModifyStatement, Operand, Update, Using,
};
use crate::error::Result;
use crate::keyword::Keyword;
use crate::token::TokenKind;

impl Parser<'_> {
    pub(super) fn insert(&mut self) -> Result<Insert> {
        self.expect_words(&[Keyword::Insert, Keyword::Into])?;
        let table = self.table_name()?;
        let what = match self.eat_word(Keyword::Json) {
            true => {
                let value = self.json_value()?;
                InsertWhat::Json(value, self.json_default()?)
            }
            false => {
                self.expect("(")?;
                let columns = self.comma_separated(Self::column_name)?;
                self.expect(")")?;
                self.expect_word(Keyword::Values)?;
                self.expect("(")?;
                let values = self.comma_separated(Self::term)?;
                self.expect(")")?;
                InsertWhat::Values(columns, values)
            }
        };
        let if_not_exists = self.if_not_exists()?;
        Ok(Insert { table, what, if_not_exists, using: self.using()? })
    }

    fn json_value(&mut self) -> Result<Expr> {
        let span = self.peek().span;
        let kind = match self.peek().kind {
            TokenKind::String(_) => ExprKind::Literal(self.literal().expect("a string is a constant")),
            _ => ExprKind::Marker(self.marker()?),
        };
        Ok(Expr { kind, span: span.to(self.last_span()) })
    }

    fn json_default(&mut self) -> Result<JsonDefault> {
        if !self.eat_word(Keyword::Default) || self.eat_word(Keyword::Null) {
            return Ok(JsonDefault::Null);
        }
        self.expect_word(Keyword::Unset)?;
        Ok(JsonDefault::Unset)
    }

    fn using(&mut self) -> Result<Using> {
        let mut using = Using::default();
        if !self.eat_word(Keyword::Using) {
            return Ok(using);
        }
        self.and_separated(|parser| {
            if parser.eat_word(Keyword::Timestamp) {
                using.timestamp = Some(parser.int_value()?);
            } else if parser.eat_word(Keyword::Ttl) {
                using.ttl = Some(parser.int_value()?);
            } else {
                return Err(parser.no_alternative());
            }
            Ok(())
        })?;
        Ok(using)
    }

    pub(super) fn update(&mut self) -> Result<Update> {
        self.expect_word(Keyword::Update)?;
        let table = self.table_name()?;
        let using = self.using()?;
        self.expect_word(Keyword::Set)?;
        let assignments = self.comma_separated(Self::assignment)?;
        self.expect_word(Keyword::Where)?;
        let relations = self.relations()?;
        Ok(Update { table, using, assignments, relations, conditions: self.conditions()? })
    }

    fn assignment(&mut self) -> Result<Assignment> {
        let column = self.column_name()?;
        let kind = if self.eat("+=") {
            AssignmentKind::Add(self.term()?)
        } else if self.eat("-=") {
            AssignmentKind::Subtract(self.term()?)
        } else if self.eat("[") {
            let key = self.term()?;
            self.expect("]")?;
            self.expect("=")?;
            AssignmentKind::Element(key, self.term()?)
        } else if self.eat(".") {
            let field = self.name()?;
            self.expect("=")?;
            AssignmentKind::Field(field, self.term()?)
        } else {
            self.expect("=")?;
            self.normal_assignment()?
        };
        Ok(Assignment { column, kind })
    }

    fn normal_assignment(&mut self) -> Result<AssignmentKind> {
        if self.is_column_at(0) && (self.is_at(1, "+") || self.is_at(1, "-")) {
            self.column_name()?;
            let add = self.eat("+");
            if !add {
                self.expect("-")?;
            }
            let value = self.term()?;
            return Ok(if add { AssignmentKind::Add(value) } else { AssignmentKind::Subtract(value) });
        }
        if self.is_column_at(0) && self.peek_at(1).kind == TokenKind::Integer {
            self.column_name()?;
            // The sign belongs to the number: `c -1` adds -1.
            return Ok(AssignmentKind::Add(self.term()?));
        }
        let value = self.term()?;
        if self.is("+") && self.is_column_at(1) {
            self.take();
            self.column_name()?;
            return Ok(AssignmentKind::Prepend(value));
        }
        Ok(AssignmentKind::Set(value))
    }

    pub(super) fn conditions(&mut self) -> Result<Conditions> {
        if !self.eat_word(Keyword::If) {
            return Ok(Conditions::None);
        }
        // EXISTS is a column's name too, where an operator follows.
        if self.is_word(Keyword::Exists)
            && matches!(self.peek_at(1).kind, TokenKind::End | TokenKind::Symbol(";") | TokenKind::Keyword(_))
        {
            self.take();
            return Ok(Conditions::Exists);
        }
        Ok(Conditions::If(self.and_separated(Self::condition)?))
    }

    fn condition(&mut self) -> Result<Condition> {
        let column = self.column_name()?;
        let target = if self.eat("[") {
            let key = self.term()?;
            self.expect("]")?;
            Deletion::Element(column, key)
        } else if self.eat(".") {
            Deletion::Field(column, self.name()?)
        } else {
            Deletion::Column(column)
        };
        if let Some(operator) = self.in_operator() {
            return Ok(Condition { target, operator, operand: self.in_values()? });
        }
        let whole = matches!(target, Deletion::Column(_));
        let operator = match self.contains_operator() {
            Some(operator) if whole => operator,
            Some(_) => return Err(self.no_alternative()),
            None => self.comparison()?,
        };
        Ok(Condition { target, operator, operand: Operand::One(self.term()?) })
    }

    pub(super) fn delete(&mut self) -> Result<Delete> {
        self.expect_word(Keyword::Delete)?;
        let what = match self.is_word(Keyword::From) {
            true => Vec::new(),
            false => self.comma_separated(Self::deletion)?,
        };
        self.expect_word(Keyword::From)?;
        let table = self.table_name()?;
        let timestamp = match self.eat_word(Keyword::Using) {
            true => {
                self.expect_word(Keyword::Timestamp)?;
                Some(self.int_value()?)
            }
            false => None,
        };
        self.expect_word(Keyword::Where)?;
        let relations = self.relations()?;
        Ok(Delete { what, table, timestamp, relations, conditions: self.conditions()? })
    }

    fn deletion(&mut self) -> Result<Deletion> {
        let column = self.column_name()?;
        if self.eat("[") {
            let key = self.term()?;
            self.expect("]")?;
            return Ok(Deletion::Element(column, key));
        }
        if self.eat(".") {
            return Ok(Deletion::Field(column, self.name()?));
        }
        Ok(Deletion::Column(column))
    }

    pub(super) fn batch(&mut self) -> Result<Batch> {
        self.expect_word(Keyword::Begin)?;
        let kind = if self.eat_word(Keyword::Unlogged) {
            BatchKind::Unlogged
        } else if self.eat_word(Keyword::Counter) {
            BatchKind::Counter
        } else {
            BatchKind::Logged
        };
        self.expect_word(Keyword::Batch)?;
        let using = self.using()?;
        let mut statements = Vec::new();
        while !self.eat_word(Keyword::Apply) {
            statements.push(self.modify_statement()?);
            self.eat(";");
        }
        self.expect_word(Keyword::Batch)?;
        Ok(Batch { kind, using, statements })
    }

    pub(super) fn modify_statement(&mut self) -> Result<ModifyStatement> {
        match self.peek().kind {
            TokenKind::Keyword(Keyword::Insert) => self.insert().map(ModifyStatement::Insert),
            TokenKind::Keyword(Keyword::Update) => self.update().map(ModifyStatement::Update),
            TokenKind::Keyword(Keyword::Delete) => self.delete().map(ModifyStatement::Delete),
            _ => Err(self.no_alternative()),
        }
    }
}
