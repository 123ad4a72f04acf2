use cqlite_runtime::marshal::{maybe_quote, MarshalType, UserField, UserType};

use super::{cql_type, DefinitionError};

/// The user types of a keyspace.
#[derive(Debug, Clone)]
pub(super) struct UserTypes {
    pub(super) keyspace: String,
    types: Vec<UserType>,
}

impl UserTypes {
    pub(super) fn new(keyspace: &str) -> Self {
        UserTypes { keyspace: keyspace.to_owned(), types: Vec::new() }
    }

    pub(super) fn get(&self, name: &str) -> Result<&UserType, DefinitionError> {
        let found = self.types.iter().find(|ty| ty.name == name);
        found.ok_or_else(|| DefinitionError::UnknownType { name: maybe_quote(name).into() })
    }

    /// User types are of the table's keyspace.
    pub(super) fn require_keyspace(&self, found: &str) -> Result<(), DefinitionError> {
        match found == self.keyspace {
            true => Ok(()),
            false => Err(DefinitionError::OtherKeyspace { found: found.to_owned(), own: self.keyspace.clone() }),
        }
    }

    /// Reference: `CreateTypeStatement.apply`.
    pub(super) fn create(&mut self, name: &str, fields: &[(&str, &str)]) -> Result<(), DefinitionError> {
        if self.get(name).is_ok() {
            return Err(DefinitionError::Duplicate { of: "user types", name: name.to_owned() });
        }
        if name.is_empty() || fields.is_empty() {
            return Err(DefinitionError::Name { of: "a user type with fields", name: name.to_owned() });
        }
        let mut own = UserType {
            keyspace: self.keyspace.clone(),
            name: name.to_owned(),
            fields: Vec::with_capacity(fields.len()),
            multi_cell: true,
        };
        for (field, text) in fields {
            if own.fields.iter().any(|other| other.name == *field) {
                return Err(DefinitionError::Duplicate { of: "fields", name: (*field).to_owned() });
            }
            let ty = cql_type::parse(text, self)?;
            if ty.is_counter() {
                return Err(DefinitionError::Misplaced { ty: "counters", within: "user types" });
            }
            if matches!(&ty, MarshalType::User(_)) && ty.is_multi_cell() {
                return Err(DefinitionError::NestedNonFrozen { ty: ty.cql_name() });
            }
            own.fields.push(UserField { name: (*field).to_owned(), ty });
        }
        self.types.push(own);
        Ok(())
    }
}
