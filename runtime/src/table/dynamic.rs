//! Values whose type is known when they are met.

use std::rc::Rc;

use super::ahead::Ahead;
use super::frame::Scope;
use crate::native::{ColumnSubset, CqlType};

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
    /// A type of CQL.
    Type(Rc<CqlType>),
    /// Columns of a row.
    Subset(Rc<ColumnSubset>),
    /// A model that was handed in.
    Object(&'p dyn Reflect),
    /// A value that has been walked over.
    Record(Rc<Scope<'p>>),
    /// Elements that have been walked over.
    List(Rc<Vec<Dyn<'p>>>),
    /// Elements of one width, walked over or not.
    Ahead(Rc<Ahead>),
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

impl Reflect for CqlType {
    fn dynamic(&self) -> Dyn<'_> {
        Dyn::Object(self)
    }

    fn member(&self, name: &str) -> Option<Dyn<'_>> {
        match name {
            "fixed_len" => Some(Dyn::Signed(self.fixed_len.into())),
            "is_multi_cell" => Some(Dyn::Bool(self.is_multi_cell)),
            _ => None,
        }
    }
}

impl Reflect for u64 {
    fn dynamic(&self) -> Dyn<'_> {
        Dyn::Unsigned(*self)
    }
}

impl Reflect for bool {
    fn dynamic(&self) -> Dyn<'_> {
        Dyn::Bool(*self)
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

impl Reflect for ColumnSubset {
    fn dynamic(&self) -> Dyn<'_> {
        Dyn::Subset(Rc::new(self.clone()))
    }
}

impl Reflect for f64 {
    fn dynamic(&self) -> Dyn<'_> {
        Dyn::Float(*self)
    }
}

impl Reflect for f32 {
    fn dynamic(&self) -> Dyn<'_> {
        Dyn::Float((*self).into())
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

macro_rules! numbers {
    ($($t:ty)*) => {$(
        impl Reflect for $t {
            fn dynamic(&self) -> Dyn<'_> {
                Dyn::Signed((*self).into())
            }
        }
    )*};
}

numbers!(u8 u16 u32 i8 i16 i32 i64);

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
