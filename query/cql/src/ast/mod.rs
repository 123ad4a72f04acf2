//! The syntax tree: what a statement says, before anything of it is looked up.

mod describe;
mod expr;
mod modify;
mod name;
mod relation;
mod schema;
mod select;
mod statement;
mod table;
mod transaction;
mod types;

pub use describe::{Describe, DescribeWhat};
pub use expr::{ArithmeticOperator, CellFact, Expr, ExprKind, Literal, LiteralKind};
pub use modify::{
    Assignment, AssignmentKind, Batch, BatchKind, Condition, ConditionTarget, Conditions, Delete, Deletion, Insert,
    InsertWhat, JsonDefault, ModifyStatement, Update, Using,
};
pub use name::{FunctionName, Name, TableName};
pub use relation::{Operand, Operator, Relation, RelationKind};
pub use schema::{
    AlterType, AlterTypeAction, CreateAggregate, CreateFunction, CreateIndex, CreateKeyspace, CreateTrigger,
    CreateType, CreateView, DropStatement, Dropped, IndexTarget, IndexTargetKind, Properties, Property, PropertyValue,
};
pub use select::{Direction, Limit, Ordering, Select, Selection, Selector};
pub use statement::Statement;
pub use table::{
    AlterTable, AlterTableAction, ColumnDefinition, ColumnMask, Constraint, CopyTable, CreateTable, PrimaryKey,
    TableProperties,
};
pub use transaction::{Let, Transaction, TransactionCondition, TransactionResult};
pub use types::{NativeType, TypeName, TypeNameKind};
