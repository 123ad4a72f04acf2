//! Where a statement stands: its keyspace, its time, whose rules.

use std::time::{SystemTime, UNIX_EPOCH};

use cqlite_cql::ast::{Name, TypeName};
use cqlite_runtime::marshal::MarshalType;

use super::cql_type::{self, Foreign, UserTypes};
use super::metadata::{Catalog, Keyspace};
use super::options::Source;
use super::refuse::invalid;
use crate::{QueryError, Result};

/// What statements need to know beside the catalog.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'c> {
    pub(super) current: Option<&'c str>,
    pub(super) source: Source,
    /// In microseconds since 1970; the least number for a time that is not known.
    pub(super) now: i64,
}

/// `SchemaConstants.NAME_LENGTH`
const MAX_NAME: usize = 48;
/// Keyspaces of Cassandra's own, which nobody changes.
const LOCAL: [&str; 4] = ["system", "system_schema", "system_views", "system_virtual_schema"];

impl<'c> Context<'c> {
    pub(super) fn new(current: Option<&'c str>, source: Source, clock: Option<i64>) -> Context<'c> {
        let now = match (clock, source) {
            (Some(clock), _) => clock,
            (None, Source::File) => i64::MIN,
            (None, Source::Statement) => {
                SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_micros() as i64)
            }
        };
        Context { current, source, now }
    }

    /// The keyspace of a name, or the current one.
    pub(super) fn keyspace<'n>(&self, name: Option<&'n Name>) -> Result<&'n str>
    where
        'c: 'n,
    {
        match (name, self.current) {
            (Some(name), _) => Ok(&name.text),
            (None, Some(current)) => Ok(current),
            (None, None) => {
                invalid("No keyspace has been specified. USE a keyspace, or explicitly specify keyspace.tablename")
            }
        }
    }

    /// Refuses names that are no keyspace's, and Cassandra's own keyspaces (`AlterSchemaStatement.execute`).
    pub(super) fn modifiable(&self, keyspace: &str) -> Result<()> {
        if self.source == Source::Statement && LOCAL.contains(&keyspace) {
            return invalid(format!("System keyspace '{keyspace}' is not user-modifiable"));
        }
        if !is_word(keyspace) {
            return invalid(format!(
                "Keyspace name must not be empty and must contain alphanumeric or underscore characters only (got \"{keyspace}\")"
            ));
        }
        if keyspace.len() > MAX_NAME {
            return invalid(format!(
                "Keyspace name must not be more than {MAX_NAME} characters long (got {} characters for \"{keyspace}\")",
                keyspace.len()
            ));
        }
        Ok(())
    }

    /// A type that a statement of a keyspace names.
    pub(super) fn resolve(&self, ty: &TypeName, keyspace: &str, types: &UserTypes) -> Result<MarshalType> {
        cql_type::resolve(ty, keyspace, types, self.foreign())
    }

    /// Refuses what no type can be, before anything is looked up.
    pub(super) fn check_type(&self, ty: &TypeName) -> Result<()> {
        cql_type::check(ty, self.foreign())
    }

    fn foreign(&self) -> Foreign {
        match self.source {
            Source::Statement => Foreign::Refused,
            Source::File => Foreign::Taken,
        }
    }
}

/// `SchemaConstants.isValidCharsName`
pub(super) fn is_word(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

impl Catalog {
    pub(super) fn keyspace(&self, name: &str) -> Result<&Keyspace> {
        self.keyspaces.get(name).ok_or_else(|| no_keyspace(name))
    }

    pub(super) fn keyspace_mut(&mut self, name: &str) -> Result<&mut Keyspace> {
        self.keyspaces.get_mut(name).ok_or_else(|| no_keyspace(name))
    }
}

fn no_keyspace(name: &str) -> QueryError {
    QueryError::invalid(format!("Keyspace '{name}' doesn't exist"))
}
