//! Components of `CompositeType` and `DynamicCompositeType` values.
//!
//! Reference: `AbstractCompositeType`.

use std::borrow::Cow;

use cqlite_format::composite::{self as stored, ComponentRef};
use cqlite_format::dynamic_composite::{ComponentBodyRef, ComponentLabelRef};
use cqlite_runtime::marshal::{parse, MarshalType};
use cqlite_runtime::{error::ReadError, Buffer, Reader};

use crate::{Result, ValueError};

/// The types of a composite's components.
#[derive(Clone, Copy)]
pub(crate) enum Types<'t> {
    /// By position.
    Fixed(&'t [MarshalType]),
    /// Named by each component.
    Dynamic(&'t [(u8, MarshalType)]),
}

/// How a component of a dynamic composite names its type.
#[derive(Clone, Copy)]
pub(crate) enum Label<'a> {
    /// By its position.
    None,
    /// By an alias.
    Alias(u8),
    /// By a type name.
    Name(&'a str),
}

/// A component.
pub(crate) struct Component<'t, 'a> {
    pub(crate) ty: Cow<'t, MarshalType>,
    pub(crate) label: Label<'a>,
    pub(crate) value: &'a [u8],
    end: Option<i8>,
}

impl Component<'_, '_> {
    /// The end-of-component byte.
    pub(crate) fn end(&self) -> Result<i8> {
        self.end.ok_or(TRUNCATED)
    }
}

const TRUNCATED: ValueError = ValueError::Truncated { ty: "composite" };

fn truncated(_: ReadError) -> ValueError {
    TRUNCATED
}

/// The partition key of several columns that has these values (`CompositeType.build`).
///
/// # Errors
/// A value that is longer than its length has bits for.
pub fn composite_key(parts: impl IntoIterator<Item = Vec<u8>>) -> Result<Vec<u8>> {
    let mut out = Buffer::default();
    for val in parts {
        let too_long = ValueError::Length { ty: "composite", found: val.len() };
        let len = u16::try_from(val.len()).map_err(|_| too_long.clone())?;
        let component = stored::Component { len, val: Some(val), end_of_component: Some(0) };
        component.encode(&mut out, false).map_err(|_| too_long)?;
    }
    Ok(out.into_bytes())
}

/// Passes over the mark of the name of a static column's cell, with which composites of old tables may begin.
///
/// # Returns
/// Whether it was there.
pub fn skip_static_mark(composite: &mut Reader<'_>) -> bool {
    let mut ahead = *composite;
    let is_there = ComponentRef::read(&mut ahead, true).is_ok_and(|first| first.is_static_mark);
    if is_there {
        *composite = ahead;
    }
    is_there
}

/// The values of the columns that a partition key is made of, one by one: itself, or the components of a composite.
///
/// # Errors
/// [`ValueError`] for a composite that is cut short.
///
/// Reference: `AbstractCompositeType.split`.
pub fn key_components<'k>(key_type: &MarshalType, key: &'k [u8]) -> impl Iterator<Item = Result<&'k [u8]>> + use<'k> {
    let is_composite = matches!(key_type.unreversed(), MarshalType::Composite(_));
    let mut rest = Reader::new(key);
    if is_composite {
        let _ = skip_static_mark(&mut rest);
    }
    let (mut is_first, mut is_last) = (true, false);
    std::iter::from_fn(move || {
        if !is_composite {
            return std::mem::take(&mut is_first).then_some(Ok(key));
        }
        if is_last || rest.at_end() {
            return None;
        }
        let found = ComponentRef::read(&mut rest, false).map_err(truncated).and_then(|component| {
            is_last = component.end_of_component.ok_or(TRUNCATED)? != 0;
            Ok(component.val.unwrap_or_default())
        });
        is_last |= found.is_err();
        Some(found)
    })
}

/// Walks over the components of a value.
pub(crate) struct Components<'t, 'a> {
    types: Types<'t>,
    rest: Reader<'a>,
    index: usize,
    /// True for the name of a static cell.
    pub(crate) is_static: bool,
}

impl<'t, 'a> Components<'t, 'a> {
    pub(crate) fn new(types: Types<'t>, bytes: &'a [u8]) -> Self {
        let mut rest = Reader::new(bytes);
        let is_static = matches!(types, Types::Fixed(_)) && skip_static_mark(&mut rest);
        Self { types, rest, index: 0, is_static }
    }

    /// True when all components are read.
    pub(crate) fn is_empty(&self) -> bool {
        self.rest.at_end()
    }

    /// The next component.
    pub(crate) fn next(&mut self) -> Result<Option<Component<'t, 'a>>> {
        if self.is_empty() {
            return Ok(None);
        }
        let unknown = ValueError::Component { index: self.index };
        let component = match self.types {
            Types::Fixed(types) => {
                let ty = types.get(self.index).map(Cow::Borrowed).ok_or(unknown)?;
                let read = ComponentRef::read(&mut self.rest, false).map_err(truncated)?;
                let value = read.val.ok_or(TRUNCATED)?;
                Component { ty, label: Label::None, value, end: read.end_of_component }
            }
            Types::Dynamic(aliases) => {
                let stored = ComponentLabelRef::read(&mut self.rest).map_err(truncated)?;
                let (ty, label) = labelled(aliases, &stored)?.ok_or(unknown)?;
                let body = ComponentBodyRef::read(&mut self.rest).map_err(truncated)?;
                Component { ty, label, value: body.val, end: body.end_of_component }
            }
        };
        self.index += 1;
        Ok(Some(component))
    }
}

/// The type that a label stands for, if it is known.
fn labelled<'t, 'a>(
    aliases: &'t [(u8, MarshalType)],
    stored: &ComponentLabelRef<'a>,
) -> Result<Option<(Cow<'t, MarshalType>, Label<'a>)>> {
    if let Some(name) = stored.name {
        let name = crate::scalar::utf8(name)?;
        return Ok(named_type(name).map(|ty| (Cow::Owned(ty), Label::Name(name))));
    }
    let known = aliases.iter().find(|(alias, _)| i64::from(*alias) == stored.alias);
    Ok(known.map(|(alias, ty)| (Cow::Borrowed(ty), Label::Alias(*alias))))
}

/// A type that Cassandra has, by name.
pub(crate) fn named_type(name: &str) -> Option<MarshalType> {
    fn is_known(ty: &MarshalType) -> bool {
        !matches!(ty, MarshalType::Custom(_)) && ty.sub_types().into_iter().all(is_known)
    }
    parse(name).ok().filter(is_known)
}
