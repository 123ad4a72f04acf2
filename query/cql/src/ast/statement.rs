//! All statements.

use super::*;

/// A statement.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "each is the statement it is called")]
pub enum Statement {
    Select(Box<Select>),
    Insert(Box<Insert>),
    Update(Box<Update>),
    Delete(Box<Delete>),
    Batch(Box<Batch>),
    Transaction(Box<Transaction>),
    Use(Name),
    Truncate(TableName),
    CreateKeyspace(CreateKeyspace),
    AlterKeyspace(CreateKeyspace),
    CreateTable(Box<CreateTable>),
    CopyTable(Box<CopyTable>),
    AlterTable(Box<AlterTable>),
    CreateType(CreateType),
    AlterType(AlterType),
    CreateIndex(CreateIndex),
    CreateView(Box<CreateView>),
    AlterView {
        name: TableName,
        if_exists: bool,
        properties: Properties,
    },
    CreateFunction(Box<CreateFunction>),
    CreateAggregate(Box<CreateAggregate>),
    CreateTrigger(CreateTrigger),
    Drop(DropStatement),
    Describe(Describe),
    /// Statements about roles, users, permissions and labels, by their first words: they change nothing that lies in SSTables of a table.
    Access(&'static str),
}

impl Statement {
    /// The words that it begins with, in capitals, for messages.
    pub fn name(&self) -> &'static str {
        match self {
            Statement::Select(_) => "SELECT",
            Statement::Insert(_) => "INSERT",
            Statement::Update(_) => "UPDATE",
            Statement::Delete(_) => "DELETE",
            Statement::Batch(_) => "BEGIN BATCH",
            Statement::Transaction(_) => "BEGIN TRANSACTION",
            Statement::Use(_) => "USE",
            Statement::Truncate(_) => "TRUNCATE",
            Statement::CreateKeyspace(_) => "CREATE KEYSPACE",
            Statement::AlterKeyspace(_) => "ALTER KEYSPACE",
            Statement::CreateTable(_) | Statement::CopyTable(_) => "CREATE TABLE",
            Statement::AlterTable(_) => "ALTER TABLE",
            Statement::CreateType(_) => "CREATE TYPE",
            Statement::AlterType(_) => "ALTER TYPE",
            Statement::CreateIndex(_) => "CREATE INDEX",
            Statement::CreateView(_) => "CREATE MATERIALIZED VIEW",
            Statement::AlterView { .. } => "ALTER MATERIALIZED VIEW",
            Statement::CreateFunction(_) => "CREATE FUNCTION",
            Statement::CreateAggregate(_) => "CREATE AGGREGATE",
            Statement::CreateTrigger(_) => "CREATE TRIGGER",
            Statement::Drop(drop) => drop.what.statement(),
            Statement::Describe(_) => "DESCRIBE",
            Statement::Access(name) => name,
        }
    }
}
