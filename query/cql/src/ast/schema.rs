//! CREATE, ALTER and DROP of all but tables.

use super::{CreateTable, Expr, FunctionName, Name, Relation, Selection, TableName, TypeName};
use super::{PrimaryKey, TableProperties};

/// `name = value AND …`
pub type Properties = Vec<Property>;

/// `name = value`
#[derive(Debug, Clone, PartialEq)]
pub struct Property {
    /// The name.
    pub name: Name,
    /// The value.
    pub value: PropertyValue,
}

/// The value of a property.
#[derive(Debug, Clone, PartialEq)]
pub enum PropertyValue {
    /// A constant or word.
    Text(String),
    /// `{'a': 'b'}`
    Map(Vec<(Expr, Expr)>),
    /// `{index, index}`
    Names(Vec<TableName>),
}

/// CREATE KEYSPACE or ALTER KEYSPACE.
#[derive(Debug, Clone, PartialEq)]
pub struct CreateKeyspace {
    /// Its name.
    pub name: Name,
    /// IF NOT EXISTS, or IF EXISTS.
    pub conditional: bool,
    /// What stands behind WITH.
    pub properties: Properties,
}

/// CREATE TYPE.
#[derive(Debug, Clone, PartialEq)]
pub struct CreateType {
    /// Its name.
    pub name: TableName,
    /// IF NOT EXISTS.
    pub if_not_exists: bool,
    /// Its fields.
    pub fields: Vec<(Name, TypeName)>,
}

/// ALTER TYPE.
#[derive(Debug, Clone, PartialEq)]
pub struct AlterType {
    /// Which type.
    pub name: TableName,
    /// IF EXISTS.
    pub if_exists: bool,
    /// What is changed.
    pub action: AlterTypeAction,
}

/// What is changed of a type.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "each is the clause it is called")]
pub enum AlterTypeAction {
    Add { if_not_exists: bool, field: Name, ty: TypeName },
    Alter { field: Name, ty: TypeName },
    Rename { if_exists: bool, fields: Vec<(Name, Name)> },
}

/// CREATE INDEX.
#[derive(Debug, Clone, PartialEq)]
pub struct CreateIndex {
    /// Its name, if said.
    pub name: Option<TableName>,
    /// CUSTOM.
    pub custom: bool,
    /// IF NOT EXISTS.
    pub if_not_exists: bool,
    /// Of which table.
    pub table: TableName,
    /// Of what.
    pub targets: Vec<IndexTarget>,
    /// USING.
    pub class: Option<String>,
    /// What stands behind WITH.
    pub properties: Properties,
}

/// What is indexed.
#[derive(Debug, Clone, PartialEq)]
pub struct IndexTarget {
    /// Which part of the column's values.
    pub kind: IndexTargetKind,
    /// The column.
    pub column: Name,
}

/// Which part of values is indexed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the word it is called")]
pub enum IndexTargetKind {
    Simple,
    Values,
    Keys,
    Entries,
    Full,
}

/// CREATE MATERIALIZED VIEW.
#[derive(Debug, Clone, PartialEq)]
pub struct CreateView {
    /// Its name.
    pub name: TableName,
    /// IF NOT EXISTS.
    pub if_not_exists: bool,
    /// Which columns.
    pub selection: Selection,
    /// Of which table.
    pub from: TableName,
    /// Which rows.
    pub relations: Vec<Relation>,
    /// The view's primary key.
    pub primary_key: PrimaryKey,
    /// What stands behind WITH.
    pub properties: TableProperties,
}

/// CREATE FUNCTION.
#[derive(Debug, Clone, PartialEq)]
pub struct CreateFunction {
    /// Its name.
    pub name: FunctionName,
    /// OR REPLACE.
    pub or_replace: bool,
    /// IF NOT EXISTS.
    pub if_not_exists: bool,
    /// Its arguments.
    pub arguments: Vec<(Name, TypeName)>,
    /// CALLED ON NULL INPUT, rather than RETURNS NULL.
    pub called_on_null: bool,
    /// What it returns.
    pub returns: TypeName,
    /// In which language it is written.
    pub language: String,
    /// Its text.
    pub body: String,
}

/// CREATE AGGREGATE.
#[derive(Debug, Clone, PartialEq)]
pub struct CreateAggregate {
    /// Its name.
    pub name: FunctionName,
    /// OR REPLACE.
    pub or_replace: bool,
    /// IF NOT EXISTS.
    pub if_not_exists: bool,
    /// The types of its arguments.
    pub arguments: Vec<TypeName>,
    /// SFUNC.
    pub state_function: Name,
    /// STYPE.
    pub state_type: TypeName,
    /// FINALFUNC.
    pub final_function: Option<Name>,
    /// INITCOND.
    pub initial: Option<Expr>,
}

/// CREATE TRIGGER.
#[derive(Debug, Clone, PartialEq)]
pub struct CreateTrigger {
    /// Its name.
    pub name: Name,
    /// IF NOT EXISTS.
    pub if_not_exists: bool,
    /// On which table.
    pub table: TableName,
    /// Its class.
    pub class: String,
}

/// DROP.
#[derive(Debug, Clone, PartialEq)]
pub struct DropStatement {
    /// What.
    pub what: Dropped,
    /// IF EXISTS.
    pub if_exists: bool,
}

/// What is dropped.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "each is what it is called")]
pub enum Dropped {
    Keyspace(Name),
    Table(TableName),
    Type(TableName),
    Index(TableName),
    View(TableName),
    Function(FunctionName, Option<Vec<TypeName>>),
    Aggregate(FunctionName, Option<Vec<TypeName>>),
    Trigger(Name, TableName),
}

impl Dropped {
    /// The words that its statement begins with.
    pub fn statement(&self) -> &'static str {
        match self {
            Dropped::Keyspace(_) => "DROP KEYSPACE",
            Dropped::Table(_) => "DROP TABLE",
            Dropped::Type(_) => "DROP TYPE",
            Dropped::Index(_) => "DROP INDEX",
            Dropped::View(_) => "DROP MATERIALIZED VIEW",
            Dropped::Function(..) => "DROP FUNCTION",
            Dropped::Aggregate(..) => "DROP AGGREGATE",
            Dropped::Trigger(..) => "DROP TRIGGER",
        }
    }
}

impl CreateTable {
    /// The columns that are its primary key by themselves.
    pub fn inline_primary_keys(&self) -> impl Iterator<Item = &Name> {
        self.columns.iter().filter(|column| column.is_primary_key).map(|column| &column.name)
    }
}
