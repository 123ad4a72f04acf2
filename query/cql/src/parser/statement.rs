//! Which statement it is.

use super::Parser;
use crate::ast::Statement;
use crate::error::Result;
use crate::keyword::Keyword;
use crate::token::TokenKind;

impl Parser<'_> {
    pub(super) fn statement(&mut self) -> Result<Statement> {
        let TokenKind::Keyword(word) = self.peek().kind else { return Err(self.no_alternative()) };
        match word {
            Keyword::Select => Ok(Statement::Select(Box::new(self.select()?))),
            Keyword::Insert => Ok(Statement::Insert(Box::new(self.insert()?))),
            Keyword::Update => Ok(Statement::Update(Box::new(self.update()?))),
            Keyword::Delete => Ok(Statement::Delete(Box::new(self.delete()?))),
            Keyword::Begin if self.is_word_at(1, Keyword::Transaction) => {
                Ok(Statement::Transaction(Box::new(self.transaction()?)))
            }
            Keyword::Begin => Ok(Statement::Batch(Box::new(self.batch()?))),
            Keyword::Use => {
                self.take();
                Ok(Statement::Use(self.name()?))
            }
            Keyword::Truncate => {
                self.take();
                self.eat_word(Keyword::Table);
                Ok(Statement::Truncate(self.table_name()?))
            }
            Keyword::Create => self.create(),
            Keyword::Alter => self.alter(),
            Keyword::Drop => self.drop_statement(),
            Keyword::Describe | Keyword::Desc => Ok(Statement::Describe(self.describe()?)),
            Keyword::Grant => self.grant(),
            Keyword::Revoke => self.revoke(),
            Keyword::List => self.list(),
            Keyword::Add => self.add_identity(),
            Keyword::Comment => self.comment(),
            Keyword::Security => self.security_label(),
            _ => Err(self.no_alternative()),
        }
    }

    fn create(&mut self) -> Result<Statement> {
        self.expect_word(Keyword::Create)?;
        let replace = self.eat_words(&[Keyword::Or, Keyword::Replace]);
        let TokenKind::Keyword(word) = self.peek().kind else { return Err(self.no_alternative()) };
        match word {
            Keyword::Function => Ok(Statement::CreateFunction(Box::new(self.create_function(replace)?))),
            Keyword::Aggregate => Ok(Statement::CreateAggregate(Box::new(self.create_aggregate(replace)?))),
            _ if replace => Err(self.no_alternative()),
            Keyword::Keyspace => Ok(Statement::CreateKeyspace(self.create_keyspace()?)),
            Keyword::Table => self.create_table(),
            Keyword::Type => Ok(Statement::CreateType(self.create_type()?)),
            Keyword::Index | Keyword::Custom => Ok(Statement::CreateIndex(self.create_index()?)),
            Keyword::Materialized => Ok(Statement::CreateView(Box::new(self.create_view()?))),
            Keyword::Trigger => Ok(Statement::CreateTrigger(self.create_trigger()?)),
            Keyword::User => self.create_user(),
            Keyword::Role | Keyword::Generated => self.create_role(),
            _ => Err(self.no_alternative()),
        }
    }

    fn alter(&mut self) -> Result<Statement> {
        self.expect_word(Keyword::Alter)?;
        let TokenKind::Keyword(word) = self.peek().kind else { return Err(self.no_alternative()) };
        match word {
            Keyword::Keyspace => Ok(Statement::AlterKeyspace(self.alter_keyspace()?)),
            Keyword::Table => Ok(Statement::AlterTable(Box::new(self.alter_table()?))),
            Keyword::Type => Ok(Statement::AlterType(self.alter_type()?)),
            Keyword::Materialized => self.alter_view(),
            Keyword::User => self.alter_user(),
            Keyword::Role => self.alter_role(),
            _ => Err(self.no_alternative()),
        }
    }
}
