//! What tables of fields know of the algorithms.

use std::any::Any;

use crate::error::{ReadErrorKind, Result};
use crate::reader::Reader;
use crate::site::Site;
use crate::table::Dyn;
use crate::walk::Value;

/// A row of the table, in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The name in the specification.
    pub name: &'static str,
    /// The name in tables.
    pub leaf: &'static str,
    /// What reads it; nothing for a function.
    pub codec: &'static str,
    /// What expressions may ask for, if it is no number.
    pub members: &'static [&'static str],
}

/// A value that is no number.
pub trait Opaque: std::fmt::Debug {
    /// The value in the field tree.
    fn shown(&self) -> Value<'_>;

    /// A member by its name.
    fn member(&self, name: &str) -> Option<Dyn<'static>>;

    /// The value for those who know its type.
    fn as_any(&self) -> &dyn Any;
}

/// A number that an algorithm is told.
pub(super) fn number(args: &[Dyn<'_>], r: &Reader<'_>, site: &'static Site) -> Result<i64> {
    match args.first() {
        Some(Dyn::Signed(n)) => Ok(*n),
        _ => Err(r.error(ReadErrorKind::Overflow, site)),
    }
}

/// What functions take.
pub(super) trait Argument<'d>: Sized {
    /// The value as that, if it is one.
    fn of(value: &'d Dyn<'_>) -> Option<Self>;
}

impl Argument<'_> for i64 {
    fn of(value: &Dyn<'_>) -> Option<Self> {
        match value {
            Dyn::Signed(n) => Some(*n),
            _ => None,
        }
    }
}

impl<'d, T: Opaque + 'static> Argument<'d> for Option<&'d T> {
    fn of(value: &'d Dyn<'_>) -> Option<Self> {
        match value {
            Dyn::Absent => Some(None),
            Dyn::Native(value) => value.as_any().downcast_ref().map(Some),
            _ => None,
        }
    }
}

macro_rules! natives {
    (
        types {$(
            $file:ident: $leaf:ident, $codec:ident($($told:ident)?) $(, $value:ident { $($member:ident),* })?;
        )*}
        functions {$( $function:ident: $of:ident, $home:ident($($arg:ident),*); )*}
    ) => {
        $(pub use $file::{$codec $(, $value)?};)*
        $(pub use $home::$function;)*

        /// An algorithm that a type is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, reason = "named as in the specification")]
        pub enum Native { $($leaf,)* }

        /// A function that computes a value.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, reason = "named as in the specification")]
        pub enum Function { $($of,)* }

        impl Native {
            /// All of them.
            pub const ROWS: &[Row] = &[$(Row {
                name: stringify!($file),
                leaf: stringify!($leaf),
                codec: stringify!($codec),
                members: &[$($(stringify!($member)),*)?],
            }),*];

            /// Reads one.
            pub(crate) fn read<'p>(
                self,
                r: &mut crate::Reader<'_>,
                args: &[crate::table::Dyn<'p>],
                site: &'static crate::Site,
            ) -> crate::error::Result<crate::table::Dyn<'p>> {
                match self {
                    $(Native::$leaf => {
                        $(let $told = table::$told(args, r, site)?;)?
                        $codec::read(r $(, $told)?, site).map(crate::table::Dyn::from)
                    })*
                }
            }
        }

        impl Function {
            /// All of them.
            pub const ROWS: &[Row] = &[$(Row {
                name: stringify!($function),
                leaf: stringify!($of),
                codec: "",
                members: &[],
            }),*];

            /// Its value, unless the arguments do not fit it.
            pub(crate) fn call(self, args: &[crate::table::Dyn<'_>]) -> Option<crate::table::Dyn<'static>> {
                match (self, args) {
                    $((Function::$of, [$($arg),*]) => {
                        Some($function($(table::Argument::of($arg)?),*).into())
                    })*
                    _ => None,
                }
            }
        }

        $($(
            impl crate::table::Reflect for $value {
                fn dynamic(&self) -> crate::table::Dyn<'_> {
                    crate::table::Dyn::Native(crate::table::Held::Given(self))
                }
            }

            impl Opaque for $value {
                fn shown(&self) -> crate::walk::Value<'_> {
                    $codec::value(self)
                }

                fn member(&self, name: &str) -> Option<crate::table::Dyn<'static>> {
                    match name {
                        $(stringify!($member) => Some(self.$member.into()),)*
                        _ => None,
                    }
                }

                fn as_any(&self) -> &dyn std::any::Any {
                    self
                }
            }
        )?)*
    };
}

pub(super) use natives;
