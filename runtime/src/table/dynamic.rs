//! Values whose type is known when they are met.

use std::rc::Rc;

use super::ahead::Ahead;
use super::frame::Scope;
use crate::native::Opaque;

/// A value.
#[derive(Debug, Clone)]
pub enum Dyn<'p> {
    /// A field that is not there.
    Absent,
    /// A whole number.
    Signed(i64),
    /// A number of 64 bits without sign.
    Unsigned(u64),
    /// A truth value.
    Bool(bool),
    /// A floating-point number; no expression computes with it.
    Float(f64),
    /// Text.
    Text(Rc<str>),
    /// Bytes.
    Bytes(Rc<[u8]>),
    /// What an algorithm has made, if it is no number.
    Native(Held<'p>),
    /// A model that was handed in.
    Object(&'p dyn Reflect),
    /// A value that has been walked over.
    Record(Rc<Scope<'p>>),
    /// Elements that have been walked over.
    List(Rc<Vec<Dyn<'p>>>),
    /// Elements of one width, walked over or not.
    Ahead(Rc<Ahead>),
}

/// A value of an algorithm, as it was read or in a model.
#[derive(Debug, Clone)]
pub enum Held<'p> {
    /// As it was read.
    Read(Rc<dyn Opaque>),
    /// In a model.
    Given(&'p (dyn Opaque + 'static)),
}

impl std::ops::Deref for Held<'_> {
    type Target = dyn Opaque + 'static;

    fn deref(&self) -> &Self::Target {
        match self {
            Held::Read(value) => &**value,
            Held::Given(value) => *value,
        }
    }
}

impl<T: Opaque + 'static> From<T> for Dyn<'_> {
    fn from(value: T) -> Self {
        Dyn::Native(Held::Read(Rc::new(value)))
    }
}

/// A model that expressions can ask for its parts.
pub trait Reflect: std::fmt::Debug {
    /// The value that it is.
    fn dynamic(&self) -> Dyn<'_>;

    /// A field by its id.
    fn member(&self, _: &str) -> Option<Dyn<'_>> {
        None
    }

    /// Number of elements of a list.
    fn size(&self) -> Option<usize> {
        None
    }

    /// An element of a list.
    fn element(&self, _: usize) -> Option<Dyn<'_>> {
        None
    }
}

impl<T: Reflect> Reflect for Option<T> {
    fn dynamic(&self) -> Dyn<'_> {
        self.as_ref().map_or(Dyn::Absent, Reflect::dynamic)
    }
}

impl<T: Reflect + ?Sized> Reflect for &T {
    fn dynamic(&self) -> Dyn<'_> {
        (**self).dynamic()
    }
}

impl Reflect for String {
    fn dynamic(&self) -> Dyn<'_> {
        Dyn::Text(self.as_str().into())
    }
}

impl Reflect for str {
    fn dynamic(&self) -> Dyn<'_> {
        Dyn::Text(self.into())
    }
}

/// A model that expressions can ask for these fields.
#[macro_export]
macro_rules! reflect {
    ($model:ident: $($field:ident),*) => {
        impl $crate::table::Reflect for $model {
            fn dynamic(&self) -> $crate::table::Dyn<'_> {
                $crate::table::Dyn::Object(self)
            }

            fn member(&self, name: &str) -> Option<$crate::table::Dyn<'_>> {
                $(if name == stringify!($field) {
                    return Some(self.$field.dynamic());
                })*
                None
            }
        }
    };
}

macro_rules! plain {
    ($($variant:ident: $($t:ty)*;)*) => {$($(
        impl From<$t> for Dyn<'_> {
            fn from(value: $t) -> Self {
                Dyn::$variant(value.into())
            }
        }

        impl Reflect for $t {
            fn dynamic(&self) -> Dyn<'_> {
                (*self).into()
            }
        }
    )*)*};
}

plain! {
    Signed: u8 u16 u32 i8 i16 i32 i64;
    Unsigned: u64;
    Bool: bool;
    Float: f32 f64;
}

macro_rules! lists {
    ($($t:ty),*) => {$(
        impl<T: Reflect> Reflect for $t {
            fn dynamic(&self) -> Dyn<'_> {
                Dyn::Object(self)
            }

            fn size(&self) -> Option<usize> {
                Some(self.len())
            }

            fn element(&self, index: usize) -> Option<Dyn<'_>> {
                self.get(index).map(Reflect::dynamic)
            }
        }
    )*};
}

lists!(Vec<T>, &[T]);
