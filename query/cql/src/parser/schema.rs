//! CREATE, ALTER and DROP of all but tables.

use super::Parser;
use crate::ast::{
    AlterType, AlterTypeAction, CreateAggregate, CreateFunction, CreateIndex, CreateKeyspace, CreateTrigger,
    CreateType, CreateView, DropStatement, Dropped, IndexTarget, IndexTargetKind, Statement, TypeName,
};
use crate::error::Result;
use crate::keyword::Keyword;
use crate::token::TokenKind;

impl Parser<'_> {
    pub(super) fn create_keyspace(&mut self) -> Result<CreateKeyspace> {
        self.take();
        let conditional = self.if_not_exists()?;
        self.keyspace(conditional)
    }

    pub(super) fn alter_keyspace(&mut self) -> Result<CreateKeyspace> {
        self.take();
        let conditional = self.if_exists()?;
        self.keyspace(conditional)
    }

    fn keyspace(&mut self, conditional: bool) -> Result<CreateKeyspace> {
        let name = self.name()?;
        self.expect_word(Keyword::With)?;
        Ok(CreateKeyspace { name, conditional, properties: self.properties()? })
    }

    pub(super) fn create_type(&mut self) -> Result<CreateType> {
        self.expect_word(Keyword::Type)?;
        let if_not_exists = self.if_not_exists()?;
        let name = self.type_identifier()?;
        let mut fields = Vec::new();
        self.expect("(")?;
        loop {
            let field = self.name()?;
            fields.push((field, self.type_name()?));
            let more = self.is(",");
            while self.eat(",") {}
            if !more || self.is(")") {
                break;
            }
        }
        self.expect(")")?;
        Ok(CreateType { name, if_not_exists, fields })
    }

    pub(super) fn alter_type(&mut self) -> Result<AlterType> {
        self.expect_word(Keyword::Type)?;
        let if_exists = self.if_exists()?;
        let name = self.type_identifier()?;
        let action = if self.eat_word(Keyword::Add) {
            let if_not_exists = self.if_not_exists()?;
            AlterTypeAction::Add { if_not_exists, field: self.name()?, ty: self.type_name()? }
        } else if self.eat_word(Keyword::Alter) {
            let field = self.name()?;
            self.expect_word(Keyword::Type)?;
            AlterTypeAction::Alter { field, ty: self.type_name()? }
        } else {
            self.expect_word(Keyword::Rename)?;
            let if_exists = self.if_exists()?;
            AlterTypeAction::Rename { if_exists, fields: self.renames()? }
        };
        Ok(AlterType { name, if_exists, action })
    }

    pub(super) fn create_index(&mut self) -> Result<CreateIndex> {
        let custom = self.eat_word(Keyword::Custom);
        self.expect_word(Keyword::Index)?;
        let if_not_exists = self.if_not_exists()?;
        let name = match self.is_word(Keyword::On) {
            true => None,
            false => Some(crate::ast::TableName { keyspace: None, name: self.name()? }),
        };
        self.expect_word(Keyword::On)?;
        let table = self.table_name()?;
        let targets = self.parenthesized(Self::index_target)?;
        let class = match self.eat_word(Keyword::Using) {
            true => Some(self.string()?),
            false => None,
        };
        let properties = match self.eat_word(Keyword::With) {
            true => self.properties()?,
            false => Vec::new(),
        };
        Ok(CreateIndex { name, custom, if_not_exists, table, targets, class, properties })
    }

    fn index_target(&mut self) -> Result<IndexTarget> {
        let kind = match self.peek().kind {
            TokenKind::Keyword(Keyword::Values) => IndexTargetKind::Values,
            TokenKind::Keyword(Keyword::Keys) => IndexTargetKind::Keys,
            TokenKind::Keyword(Keyword::Entries) => IndexTargetKind::Entries,
            TokenKind::Keyword(Keyword::Full) => IndexTargetKind::Full,
            _ => IndexTargetKind::Simple,
        };
        if kind == IndexTargetKind::Simple || !self.is_at(1, "(") {
            return Ok(IndexTarget { kind: IndexTargetKind::Simple, column: self.column_name()? });
        }
        self.at += 2;
        let column = self.column_name()?;
        self.expect(")")?;
        Ok(IndexTarget { kind, column })
    }

    pub(super) fn create_view(&mut self) -> Result<CreateView> {
        self.expect_words(&[Keyword::Materialized, Keyword::View])?;
        let if_not_exists = self.if_not_exists()?;
        let name = self.table_name()?;
        self.expect_words(&[Keyword::As, Keyword::Select])?;
        let selection = self.selection()?;
        self.expect_word(Keyword::From)?;
        let from = self.table_name()?;
        let relations = self.where_clause()?;
        self.expect_words(&[Keyword::Primary, Keyword::Key])?;
        let primary_key = self.primary_key()?;
        let properties = self.table_properties()?;
        Ok(CreateView { name, if_not_exists, selection, from, relations, primary_key, properties })
    }

    pub(super) fn alter_view(&mut self) -> Result<Statement> {
        self.expect_words(&[Keyword::Materialized, Keyword::View])?;
        let if_exists = self.if_exists()?;
        let name = self.table_name()?;
        self.expect_word(Keyword::With)?;
        Ok(Statement::AlterView { name, if_exists, properties: self.properties()? })
    }

    pub(super) fn create_function(&mut self, or_replace: bool) -> Result<CreateFunction> {
        self.expect_word(Keyword::Function)?;
        let if_not_exists = self.if_not_exists()?;
        let name = self.function_name()?;
        let arguments = self.parenthesized(|parser| {
            let name = parser.name()?;
            Ok((name, parser.type_name()?))
        })?;
        let called_on_null = self.eat_word(Keyword::Called);
        if !called_on_null {
            self.expect_words(&[Keyword::Returns, Keyword::Null])?;
        }
        self.expect_words(&[Keyword::On, Keyword::Null, Keyword::Input, Keyword::Returns])?;
        let returns = self.type_name()?;
        self.expect_word(Keyword::Language)?;
        let language = match self.peek().kind {
            TokenKind::Name => self.name()?.text,
            _ => return Err(self.mismatched("IDENT")),
        };
        self.expect_word(Keyword::As)?;
        let body = self.string()?;
        Ok(CreateFunction { name, or_replace, if_not_exists, arguments, called_on_null, returns, language, body })
    }

    pub(super) fn create_aggregate(&mut self, or_replace: bool) -> Result<CreateAggregate> {
        self.expect_word(Keyword::Aggregate)?;
        let if_not_exists = self.if_not_exists()?;
        let name = self.function_name()?;
        let arguments = self.parenthesized(Self::type_name)?;
        self.expect_word(Keyword::Sfunc)?;
        let state_function = self.plain_function_name()?;
        self.expect_word(Keyword::Stype)?;
        let state_type = self.type_name()?;
        let final_function = match self.eat_word(Keyword::Finalfunc) {
            true => Some(self.plain_function_name()?),
            false => None,
        };
        let initial = match self.eat_word(Keyword::Initcond) {
            true => Some(self.term()?),
            false => None,
        };
        Ok(CreateAggregate {
            name,
            or_replace,
            if_not_exists,
            arguments,
            state_function,
            state_type,
            final_function,
            initial,
        })
    }

    pub(super) fn create_trigger(&mut self) -> Result<CreateTrigger> {
        self.expect_word(Keyword::Trigger)?;
        let if_not_exists = self.if_not_exists()?;
        let name = self.name()?;
        self.expect_word(Keyword::On)?;
        let table = self.table_name()?;
        self.expect_word(Keyword::Using)?;
        Ok(CreateTrigger { name, if_not_exists, table, class: self.string()? })
    }

    pub(super) fn drop_statement(&mut self) -> Result<Statement> {
        self.expect_word(Keyword::Drop)?;
        let TokenKind::Keyword(word) = self.peek().kind else { return Err(self.no_alternative()) };
        if matches!(word, Keyword::User | Keyword::Role | Keyword::Identity) {
            return self.drop_role(word);
        }
        self.take();
        if word == Keyword::Materialized {
            self.expect_word(Keyword::View)?;
        }
        let if_exists = self.if_exists()?;
        let what = match word {
            Keyword::Keyspace => Dropped::Keyspace(self.name()?),
            Keyword::Table => Dropped::Table(self.table_name()?),
            Keyword::Type => Dropped::Type(self.type_identifier()?),
            Keyword::Index => Dropped::Index(self.table_name()?),
            Keyword::Materialized => Dropped::View(self.table_name()?),
            Keyword::Function => {
                let name = self.function_name()?;
                Dropped::Function(name, self.signature()?)
            }
            Keyword::Aggregate => {
                let name = self.function_name()?;
                Dropped::Aggregate(name, self.signature()?)
            }
            Keyword::Trigger => {
                let name = self.name()?;
                self.expect_word(Keyword::On)?;
                Dropped::Trigger(name, self.table_name()?)
            }
            _ => return Err(self.no_alternative()),
        };
        Ok(Statement::Drop(DropStatement { what, if_exists }))
    }

    /// The types of a function's arguments, if they are said.
    pub(super) fn signature(&mut self) -> Result<Option<Vec<TypeName>>> {
        match self.is("(") {
            true => self.parenthesized(Self::type_name).map(Some),
            false => Ok(None),
        }
    }
}
