//! Components of `CompositeType` and `DynamicCompositeType` values.
//!
//! ```text
//! [0xffff]                       static, CompositeType only
//! ( [header]                     DynamicCompositeType only: 0x80, alias; or length and text of a type name
//!   u2 length, bytes, s1 end )*  end of component: 0, or -1 and 1 for bounds
//! ```
//!
//! Reference: `AbstractCompositeType`.

use std::borrow::Cow;

use cqlite_runtime::marshal::{parse, MarshalType};

use crate::bytes::Parts;
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
}

/// Walks over the components of a value.
pub(crate) struct Components<'t, 'a> {
    types: Types<'t>,
    parts: Parts<'a>,
    index: usize,
    /// True for the name of a static cell.
    pub(crate) is_static: bool,
}

impl<'t, 'a> Components<'t, 'a> {
    pub(crate) fn new(types: Types<'t>, bytes: &'a [u8]) -> Self {
        let is_static = matches!(types, Types::Fixed(_)) && bytes.starts_with(&[0xff, 0xff]);
        let body = if is_static { &bytes[2..] } else { bytes };
        Self { types, parts: Parts::new(body, "composite"), index: 0, is_static }
    }

    /// True when all components are read.
    pub(crate) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The next component; its end must be read before another one.
    pub(crate) fn next(&mut self) -> Result<Option<Component<'t, 'a>>> {
        if self.is_empty() {
            return Ok(None);
        }
        let (ty, label) = self.ty()?;
        let len = self.parts.u16()?;
        let value = self.parts.take(usize::from(len))?;
        self.index += 1;
        Ok(Some(Component { ty, label, value }))
    }

    /// The end-of-component byte.
    pub(crate) fn end(&mut self) -> Result<i8> {
        self.parts.u8().map(|byte| byte as i8)
    }

    fn ty(&mut self) -> Result<(Cow<'t, MarshalType>, Label<'a>)> {
        let unknown = ValueError::Component { index: self.index };
        match self.types {
            Types::Fixed(types) => types.get(self.index).map(|ty| (Cow::Borrowed(ty), Label::None)).ok_or(unknown),
            Types::Dynamic(aliases) => {
                let header = self.parts.u16()?;
                if header & 0x8000 == 0 {
                    let name = crate::scalar::utf8(self.parts.take(usize::from(header))?)?;
                    return Ok((Cow::Owned(named_type(name).ok_or(unknown)?), Label::Name(name)));
                }
                let alias = header as u8;
                let ty = aliases.iter().find(|(known, _)| *known == alias).map(|(_, ty)| Cow::Borrowed(ty));
                ty.map(|ty| (ty, Label::Alias(alias))).ok_or(unknown)
            }
        }
    }
}

/// A type that Cassandra has, by name.
pub(crate) fn named_type(name: &str) -> Option<MarshalType> {
    fn is_known(ty: &MarshalType) -> bool {
        !matches!(ty, MarshalType::Custom(_)) && ty.sub_types().into_iter().all(is_known)
    }
    parse(name).ok().filter(is_known)
}
