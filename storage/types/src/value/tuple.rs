use cqlite_runtime::marshal::MarshalType;

use super::from_cql::part;
use super::parts::Field;
use super::{FromCql, FromCqlError, Stored};

/// The fields of a tuple or of a user type.
#[derive(Debug, Clone)]
pub struct Fields<'a>(Vec<Field<'a>>);

impl<'a> Fields<'a> {
    /// Number of fields that the type has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the type has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Names of the fields of a user type, in their order.
    pub fn names(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.0.iter().filter_map(|field| field.name)
    }

    /// The value of a field by its number; `None` if there is no such field.
    ///
    /// # Errors
    /// The value is none of the Rust type.
    pub fn nth<T: FromCql<'a>>(&self, i: usize) -> Option<Result<T, FromCqlError>> {
        self.0.get(i).map(|field| part(field.ty, field.value))
    }

    /// The value of a field of a user type by its name; `None` if there is no such field.
    ///
    /// # Errors
    /// The value is none of the Rust type.
    pub fn get<T: FromCql<'a>>(&self, name: &str) -> Option<Result<T, FromCqlError>> {
        self.0.iter().position(|field| field.name == Some(name)).and_then(|i| self.nth(i))
    }
}

impl<'a> FromCql<'a> for Fields<'a> {
    fn from_cql(ty: &'a MarshalType, value: Stored<'a>) -> Result<Self, FromCqlError> {
        value.fields::<Self>(ty).map(Fields)
    }
}

macro_rules! tuples {
    ($(($($t:ident $i:tt),+))*) => {$(
        impl<'a, $($t: FromCql<'a>),+> FromCql<'a> for ($($t,)+) {
            fn from_cql(ty: &'a MarshalType, value: Stored<'a>) -> Result<Self, FromCqlError> {
                let fields = value.fields::<Self>(ty)?;
                // One type more or fewer is another type.
                if fields.len() != [$($i),+].len() {
                    return Err(FromCqlError::mismatch::<Self>(ty));
                }
                Ok(($(part(fields[$i].ty, fields[$i].value)?,)+))
            }
        }
    )*};
}

crate::for_tuples!(tuples);
