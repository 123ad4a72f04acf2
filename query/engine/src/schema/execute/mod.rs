//! What CREATE, ALTER, DROP and USE do to a catalog (`org.apache.cassandra.cql3.statements.schema`).

mod alter_table;
mod compact;
mod copy_table;
mod create_table;
mod function;
mod index;
mod keyspace;
mod mask;
mod table;
mod trigger;
mod user_type;
mod view;

pub(super) use create_table::new_table;
pub(super) use index::column_of;
pub(super) use keyspace::replication;

use cqlite_cql::ast::{DropStatement, Dropped, Statement};

use super::context::Context;
use super::metadata::Catalog;
use super::options::Source;
use super::refuse::invalid;
use crate::{QueryError, Result};

impl Catalog {
    /// Does what a statement about the schema says. USE gives the name of the keyspace that is then the current one.
    ///
    /// # Errors
    /// What Cassandra refuses, in its words; the catalog is then as it was.
    pub fn execute(&mut self, statement: &Statement, current_keyspace: Option<&str>) -> Result<Option<String>> {
        self.run(statement, Context::new(current_keyspace, Source::Statement, self.clock))
    }

    /// Does what a statement of a schema file says. Such files are of any version: they may name keyspaces that they do not create,
    /// Cassandra's own ones among them, options of other versions, and classes of anybody's.
    ///
    /// # Errors
    /// What Cassandra refuses apart from that.
    pub fn load(&mut self, statement: &Statement, current_keyspace: Option<&str>) -> Result<Option<String>> {
        let context = Context::new(current_keyspace, Source::File, self.clock);
        if let Some(name) = keyspace_of(statement, current_keyspace) {
            context.modifiable(name)?;
            self.keyspaces.entry(name.to_owned()).or_insert_with(|| super::Keyspace {
                name: name.to_owned(),
                durable_writes: true,
                ..Default::default()
            });
        }
        self.run(statement, context)
    }

    fn run(&mut self, statement: &Statement, context: Context<'_>) -> Result<Option<String>> {
        match statement {
            Statement::Use(name) => {
                let known = self.keyspaces.contains_key(&name.text) || context.source == Source::File;
                if !known {
                    return invalid(format!("Keyspace '{}' does not exist", name.text)).map_err(|e| e.at(name.span));
                }
                return Ok(Some(name.text.clone()));
            }
            Statement::CreateKeyspace(create) => keyspace::create(self, create, context)?,
            Statement::AlterKeyspace(alter) => keyspace::alter(self, alter, context)?,
            Statement::CreateTable(create) => create_table::create(self, create, context)?,
            Statement::CopyTable(copy) => copy_table::copy(self, copy, context)?,
            Statement::AlterTable(alter) => alter_table::alter(self, alter, context)?,
            Statement::CreateType(create) => user_type::create(self, create, context)?,
            Statement::AlterType(alter) => user_type::alter(self, alter, context)?,
            Statement::CreateIndex(create) => index::create(self, create, context)?,
            Statement::CreateView(create) => view::create(self, create, context)?,
            Statement::AlterView { name, if_exists, properties } => {
                view::alter(self, name, *if_exists, properties, context)?;
            }
            Statement::CreateFunction(create) => function::create(self, create, context)?,
            Statement::CreateAggregate(create) => function::create_aggregate(self, create, context)?,
            Statement::CreateTrigger(create) => trigger::create(self, create, context)?,
            Statement::Drop(DropStatement { what, if_exists }) => self.drop(what, *if_exists, context)?,
            other => {
                return Err(QueryError::unsupported(format!("{} changes no schema", other.name())));
            }
        }
        Ok(None)
    }

    fn drop(&mut self, what: &Dropped, if_exists: bool, context: Context<'_>) -> Result<()> {
        match what {
            Dropped::Keyspace(name) => keyspace::drop(self, &name.text, if_exists, context),
            Dropped::Table(name) => table::drop(self, name, if_exists, context),
            Dropped::Type(name) => user_type::drop(self, name, if_exists, context),
            Dropped::Index(name) => index::drop(self, name, if_exists, context),
            Dropped::View(name) => view::drop(self, name, if_exists, context),
            Dropped::Function(name, types) => function::drop(self, name, types.as_deref(), false, if_exists, context),
            Dropped::Aggregate(name, types) => function::drop(self, name, types.as_deref(), true, if_exists, context),
            Dropped::Trigger(name, table) => trigger::drop(self, &name.text, table, if_exists, context),
        }
    }
}

/// The keyspace that a statement puts something into.
fn keyspace_of<'s>(statement: &'s Statement, current: Option<&'s str>) -> Option<&'s str> {
    let name = match statement {
        Statement::CreateTable(create) => &create.name,
        Statement::CopyTable(copy) => &copy.name,
        Statement::AlterTable(alter) => &alter.name,
        Statement::CreateType(create) => &create.name,
        Statement::CreateIndex(create) => &create.table,
        Statement::CreateView(create) => &create.name,
        Statement::CreateFunction(create) => &create.name,
        Statement::CreateAggregate(create) => &create.name,
        _ => return None,
    };
    name.keyspace.as_ref().map(|name| name.text.as_str()).or(current)
}
