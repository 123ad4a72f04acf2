//! CREATE TABLE and ALTER TABLE.

use super::Parser;
use crate::ast::{
    AlterTable, AlterTableAction, ColumnDefinition, ColumnMask, Constraint, CopyTable, CreateTable, Statement,
};
use crate::error::Result;
use crate::keyword::Keyword;
use crate::token::TokenKind;

impl Parser<'_> {
    pub(super) fn create_table(&mut self) -> Result<Statement> {
        self.expect_word(Keyword::Table)?;
        let if_not_exists = self.if_not_exists()?;
        let name = self.table_name()?;
        if self.eat_word(Keyword::Like) {
            let like = self.table_name()?;
            let mut copy = CopyTable { name, if_not_exists, like, also: Vec::new(), properties: Vec::new() };
            if self.eat_word(Keyword::With) {
                self.and_separated(|parser| parser.like_option(&mut copy))?;
            }
            return Ok(Statement::CopyTable(Box::new(copy)));
        }
        let (mut columns, mut primary_keys) = (Vec::new(), Vec::new());
        self.expect("(")?;
        loop {
            if self.is_word(Keyword::Primary) {
                self.expect_words(&[Keyword::Primary, Keyword::Key])?;
                primary_keys.push(self.primary_key()?);
            } else {
                columns.push(self.table_column()?);
            }
            // Commas may follow each other, and may stand before the end.
            let more = self.is(",");
            while self.eat(",") {}
            if !more || self.is(")") {
                break;
            }
        }
        self.expect(")")?;
        let properties = self.table_properties()?;
        Ok(Statement::CreateTable(Box::new(CreateTable { name, if_not_exists, columns, primary_keys, properties })))
    }

    fn like_option(&mut self, copy: &mut CopyTable) -> Result<()> {
        if self.eat_word(Keyword::Indexes) {
            copy.also.push("INDEXES");
        } else if self.eat_word(Keyword::Comments) {
            copy.also.push("COMMENTS");
        } else if self.eat_words(&[Keyword::Security, Keyword::Labels]) {
            copy.also.push("SECURITY LABELS");
        } else {
            copy.properties.push(self.property()?);
        }
        Ok(())
    }

    fn table_column(&mut self) -> Result<ColumnDefinition> {
        let mut column = self.column_definition(true)?;
        if self.eat_word(Keyword::Primary) {
            self.expect_word(Keyword::Key)?;
            column.is_primary_key = true;
        }
        Ok(column)
    }

    fn column_definition(&mut self, may_be_not_null: bool) -> Result<ColumnDefinition> {
        let name = self.name()?;
        let ty = self.type_name()?;
        let is_static = self.eat_word(Keyword::Static);
        let mut constraints = Vec::new();
        if may_be_not_null && self.eat_words(&[Keyword::Not, Keyword::Null]) {
            constraints.push(Constraint::NotNull);
        }
        let mask = match self.is_word(Keyword::Masked) {
            true => Some(self.mask()?),
            false => None,
        };
        if self.eat_word(Keyword::Check) {
            constraints.extend(self.and_separated(Self::constraint)?);
        }
        Ok(ColumnDefinition { name, ty, is_static, is_primary_key: false, mask, constraints })
    }

    fn mask(&mut self) -> Result<ColumnMask> {
        self.expect_words(&[Keyword::Masked, Keyword::With])?;
        // DEFAULT is a function's name too, where arguments follow.
        if self.is_word(Keyword::Default) && !self.is_at(1, "(") && !self.is_at(1, ".") {
            self.take();
            return Ok(ColumnMask { function: None, arguments: Vec::new() });
        }
        let function = self.function_name()?;
        let arguments = self.parenthesized(Self::term)?;
        Ok(ColumnMask { function: Some(function), arguments })
    }

    fn constraint(&mut self) -> Result<Constraint> {
        if self.eat_words(&[Keyword::Not, Keyword::Null]) {
            return Ok(Constraint::NotNull);
        }
        let name = self.name()?;
        if self.eat("(") {
            let arguments = self.until(")", |parser| match parser.is_name_at(0) && !parser.is_at(1, "(") {
                true => {
                    let name = parser.name()?;
                    let span = name.span;
                    Ok(crate::ast::Expr { kind: crate::ast::ExprKind::Column(name), span })
                }
                false => parser.term(),
            })?;
            let compared = match self.peek().kind {
                TokenKind::Symbol("=" | "!=" | "<" | "<=" | ">" | ">=") => Some((self.comparison()?, self.term()?)),
                _ => None,
            };
            return Ok(Constraint::Function(name, arguments, compared));
        }
        match self.peek().kind {
            TokenKind::Symbol("=" | "!=" | "<" | "<=" | ">" | ">=") => {
                let operator = self.comparison()?;
                Ok(Constraint::Scalar(name, operator, self.term()?))
            }
            _ => Ok(Constraint::Function(name, Vec::new(), None)),
        }
    }

    pub(super) fn alter_table(&mut self) -> Result<AlterTable> {
        self.expect_word(Keyword::Table)?;
        let if_exists = self.if_exists()?;
        let name = self.table_name()?;
        let action = self.alter_table_action()?;
        Ok(AlterTable { name, if_exists, action })
    }

    fn alter_table_action(&mut self) -> Result<AlterTableAction> {
        if self.eat_word(Keyword::Alter) {
            return self.alter_column();
        }
        if self.eat_word(Keyword::Add) {
            let if_not_exists = self.if_not_exists()?;
            let columns = match self.eat("(") {
                true => {
                    let columns = self.comma_separated(|parser| parser.column_definition(false))?;
                    self.expect(")")?;
                    columns
                }
                false => vec![self.column_definition(false)?],
            };
            return Ok(AlterTableAction::Add { if_not_exists, columns });
        }
        if self.eat_words(&[Keyword::Drop, Keyword::Compact, Keyword::Storage]) {
            return Ok(AlterTableAction::DropCompactStorage);
        }
        if self.eat_word(Keyword::Drop) {
            let if_exists = self.if_exists()?;
            let columns = match self.is("(") {
                true => {
                    self.take();
                    let columns = self.comma_separated(Self::name)?;
                    self.expect(")")?;
                    columns
                }
                false => vec![self.name()?],
            };
            let timestamp = match self.eat_word(Keyword::Using) {
                true => {
                    self.expect_word(Keyword::Timestamp)?;
                    Some(self.integer(|text| format!("{text} is not a timestamp of 64 bits"))?)
                }
                false => None,
            };
            return Ok(AlterTableAction::Drop { if_exists, columns, timestamp });
        }
        if self.eat_word(Keyword::Rename) {
            let if_exists = self.if_exists()?;
            return Ok(AlterTableAction::Rename { if_exists, columns: self.renames()? });
        }
        self.expect_word(Keyword::With)?;
        Ok(AlterTableAction::With(self.properties()?))
    }

    /// `a TO b AND c TO d`
    pub(super) fn renames(&mut self) -> Result<Vec<(crate::ast::Name, crate::ast::Name)>> {
        self.and_separated(|parser| {
            let from = parser.name()?;
            parser.expect_word(Keyword::To)?;
            Ok((from, parser.name()?))
        })
    }

    fn alter_column(&mut self) -> Result<AlterTableAction> {
        let if_exists = self.if_exists()?;
        let column = self.column_name()?;
        if !if_exists && self.eat_word(Keyword::Type) {
            return Ok(AlterTableAction::Type { column, ty: self.type_name()? });
        }
        if self.is_word(Keyword::Masked) {
            let mask = Some(self.mask()?);
            return Ok(AlterTableAction::Mask { column, if_exists, mask });
        }
        if self.eat_word(Keyword::Check) {
            let constraints = self.and_separated(Self::constraint)?;
            return Ok(AlterTableAction::Constraints { column, if_exists, constraints });
        }
        self.expect_word(Keyword::Drop)?;
        if self.eat_word(Keyword::Check) {
            return Ok(AlterTableAction::Constraints { column, if_exists, constraints: Vec::new() });
        }
        self.expect_word(Keyword::Masked)?;
        Ok(AlterTableAction::Mask { column, if_exists, mask: None })
    }
}
