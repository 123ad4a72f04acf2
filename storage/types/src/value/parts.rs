use std::borrow::Cow;

use cqlite_runtime::marshal::{MarshalType, UserField};

use super::FromCqlError;
use crate::nested::{field_index, Nested};
use crate::validate::vector_elements;
use crate::ValueError;

/// A value as an SSTable stores it: one string of bytes, or the cells of a column of several.
#[derive(Debug, Clone)]
pub enum Stored<'a> {
    /// All of it.
    One(&'a [u8]),
    /// Path and value of each cell, in the order of their paths.
    Many(Vec<(&'a [u8], &'a [u8])>),
}

/// An element, or a part of one; `None` is null.
type Part<'a> = Option<&'a [u8]>;

/// A field of a tuple or user type.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field<'a> {
    /// Of user types.
    pub(super) name: Option<&'a str>,
    pub(super) ty: &'a MarshalType,
    pub(super) value: Part<'a>,
}

impl<'a> Stored<'a> {
    /// The value as one string of bytes, which of several cells is what a frozen one would be (`serializeForNativeProtocol`).
    ///
    /// # Errors
    /// The type has no cells, or not these.
    pub fn to_bytes(&self, ty: &'a MarshalType) -> Result<Cow<'a, [u8]>, FromCqlError> {
        let cells = match self {
            Stored::One(bytes) => return Ok(Cow::Borrowed(bytes)),
            Stored::Many(cells) => cells,
        };
        let packed = match ty.unreversed() {
            MarshalType::Map { .. } => {
                crate::packed(ty, cells.iter().flat_map(|(path, value)| [Some(*path), Some(*value)]))
            }
            MarshalType::User(_) => crate::packed(ty, self.fields::<()>(ty)?.into_iter().map(|field| field.value)),
            _ => crate::packed(ty, self.elements::<()>(ty)?.1.into_iter()),
        };
        Ok(Cow::Owned(packed?))
    }

    /// The bytes of a value that is one string of them.
    pub(super) fn bytes<T>(&self, ty: &MarshalType) -> Result<&'a [u8], FromCqlError> {
        match self {
            Stored::One(bytes) => Ok(bytes),
            Stored::Many(_) => Err(FromCqlError::mismatch::<T>(ty)),
        }
    }

    /// The elements of a list, set or vector, and their type.
    pub(super) fn elements<'t, T>(
        &self,
        ty: &'t MarshalType,
    ) -> Result<(&'t MarshalType, Vec<Part<'a>>), FromCqlError> {
        let stored = |name: &'static str, bytes: &'a [u8]| {
            let (count, mut parts) = Nested::elements(bytes, name)?;
            let mut out = Vec::new();
            for _ in 0..count {
                out.push(parts.nullable()?);
            }
            parts.end().map(|()| out)
        };
        Ok(match (ty.unreversed(), self) {
            (MarshalType::List { element, .. }, Stored::Many(cells)) => {
                (element, cells.iter().map(|cell| Some(cell.1)).collect())
            }
            (MarshalType::Set { element, .. }, Stored::Many(cells)) => {
                (element, cells.iter().map(|cell| Some(cell.0)).collect())
            }
            (MarshalType::List { element, .. }, Stored::One(bytes)) => (element, stored("list", bytes)?),
            (MarshalType::Set { element, .. }, Stored::One(bytes)) => (element, stored("set", bytes)?),
            (MarshalType::Vector { element, dimension }, Stored::One(bytes)) => {
                let mut out = Vec::new();
                vector_elements(element, *dimension, bytes, |_, element| {
                    out.push(Some(element));
                    Ok(())
                })?;
                (element, out)
            }
            (other, _) => return Err(FromCqlError::mismatch::<T>(other)),
        })
    }

    /// The entries of a map, and the types of its keys and values.
    pub(super) fn entries<'t, T>(
        &self,
        ty: &'t MarshalType,
    ) -> Result<([&'t MarshalType; 2], Vec<[Part<'a>; 2]>), FromCqlError> {
        let MarshalType::Map { key, value, .. } = ty.unreversed() else { return Err(FromCqlError::mismatch::<T>(ty)) };
        let entries = match self {
            Stored::Many(cells) => cells.iter().map(|(path, value)| [Some(*path), Some(*value)]).collect(),
            Stored::One(bytes) => {
                let (count, mut parts) = Nested::entries(bytes, "map")?;
                let mut out = Vec::new();
                for _ in 0..count {
                    out.push([parts.nullable()?, parts.nullable()?]);
                }
                parts.end()?;
                out
            }
        };
        Ok(([key, value], entries))
    }

    /// The fields of a tuple or user type. Those missing at the end are null.
    pub(super) fn fields<'t, T>(&self, ty: &'t MarshalType) -> Result<Vec<Field<'a>>, FromCqlError>
    where
        't: 'a,
    {
        let mut out: Vec<Field<'a>> = match ty.unreversed() {
            MarshalType::Tuple(types) => types.iter().map(|ty| Field { name: None, ty, value: None }).collect(),
            MarshalType::User(user) => {
                let field = |f: &'t UserField| Field { name: Some(f.name.as_str()), ty: &f.ty, value: None };
                user.fields.iter().map(field).collect()
            }
            other => return Err(FromCqlError::mismatch::<T>(other)),
        };
        match self {
            Stored::Many(cells) => {
                for (path, value) in cells {
                    let index = field_index(path).and_then(|index| usize::try_from(index).ok());
                    let field = index.and_then(|index| out.get_mut(index));
                    field.ok_or(ValueError::OutOfRange { ty: "field of a user type" })?.value = Some(value);
                }
            }
            Stored::One(bytes) => {
                let mut parts = Nested::new(bytes, "tuple");
                for field in &mut out {
                    if parts.is_empty() {
                        break;
                    }
                    field.value = parts.nullable()?;
                }
                parts.end()?;
            }
        }
        Ok(out)
    }
}
