//! BEGIN TRANSACTION … COMMIT TRANSACTION, of 6.0.

use super::Parser;
use crate::ast::{Let, Transaction, TransactionCondition, TransactionResult};
use crate::error::Result;
use crate::keyword::Keyword;

impl Parser<'_> {
    pub(super) fn transaction(&mut self) -> Result<Transaction> {
        self.expect_words(&[Keyword::Begin, Keyword::Transaction])?;
        self.references = true;
        let transaction = self.transaction_body();
        self.references = false;
        transaction
    }

    fn transaction_body(&mut self) -> Result<Transaction> {
        let mut lets = Vec::new();
        while self.eat_word(Keyword::Let) {
            let name = self.name()?;
            self.expect("=")?;
            self.expect("(")?;
            let select = self.select()?;
            self.expect(")")?;
            self.expect(";")?;
            lets.push(Let { name, select });
        }
        let mut result = None;
        if self.is_word(Keyword::Select) {
            result = match self.attempt(Self::select) {
                Some(select) => Some(TransactionResult::Select(Box::new(select))),
                None => {
                    self.take();
                    Some(TransactionResult::References(self.comma_separated(Self::selected)?))
                }
            };
            self.expect(";")?;
        }
        let conditional = self.eat_word(Keyword::If);
        let mut conditions = Vec::new();
        if conditional {
            conditions = self.and_separated(Self::transaction_condition)?;
            self.expect_word(Keyword::Then)?;
        }
        let mut statements = Vec::new();
        while !self.is_word(Keyword::Commit) && !self.is_word(Keyword::End) {
            statements.push(self.modify_statement()?);
            self.expect(";")?;
        }
        if conditional {
            self.expect_words(&[Keyword::End, Keyword::If])?;
        }
        self.expect_words(&[Keyword::Commit, Keyword::Transaction])?;
        Ok(Transaction { lets, result, conditions, statements })
    }

    fn transaction_condition(&mut self) -> Result<TransactionCondition> {
        let left = self.term()?;
        if self.eat_word(Keyword::Is) {
            let not = self.eat_word(Keyword::Not);
            self.expect_word(Keyword::Null)?;
            return Ok(if not { TransactionCondition::IsNotNull(left) } else { TransactionCondition::IsNull(left) });
        }
        let operator = self.comparison()?;
        Ok(TransactionCondition::Compare(left, operator, self.term()?))
    }
}
