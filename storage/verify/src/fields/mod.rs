//! The fields that findings name, by the type that they are fields of.
//!
//! A test looks each of them up in the specification, so that no finding names a field that does not exist.

mod names;
#[cfg(test)]
mod tests;

use std::fmt;

use cqlite_runtime::{ReadError, Site};

pub(crate) use names::*;

/// A field of a type: ids of the specification, from the type on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Field(&'static str);

impl Field {
    /// Whether it is the field of a site.
    pub(crate) fn is(self, site: &Site) -> bool {
        self.0 == site.field
    }

    /// An element of it.
    pub(crate) fn nth(self, i: impl fmt::Display) -> FieldPath {
        FieldPath(format!("{self}[{i}]"))
    }

    /// A field in it.
    pub(crate) fn then(self, inner: impl Into<FieldPath>) -> FieldPath {
        FieldPath::from(self).then(inner)
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// Where a field is in a component: fields and numbers of elements, outermost first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct FieldPath(String);

impl FieldPath {
    /// The path that an error names.
    pub(crate) fn of_error(path: String) -> Self {
        FieldPath(path)
    }

    /// A field in the last one.
    pub(crate) fn then(mut self, inner: impl Into<FieldPath>) -> Self {
        let FieldPath(inner) = inner.into();
        if !self.0.is_empty() && !inner.is_empty() {
            self.0.push('.');
        }
        self.0.push_str(&inner);
        self
    }

    /// An element of the last field.
    pub(crate) fn nth(self, i: impl fmt::Display) -> Self {
        FieldPath(format!("{}[{i}]", self.0))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Field> for FieldPath {
    fn from(field: Field) -> Self {
        FieldPath(field.0.to_owned())
    }
}

impl From<&'static Site> for FieldPath {
    fn from(site: &'static Site) -> Self {
        FieldPath(if site.is_whole() { String::new() } else { site.field.to_owned() })
    }
}

impl From<&ReadError> for FieldPath {
    fn from(e: &ReadError) -> Self {
        FieldPath(e.path())
    }
}

impl From<FieldPath> for String {
    fn from(path: FieldPath) -> Self {
        path.0
    }
}

/// A module of constants for each type.
macro_rules! fields {
    ($($(#[$doc:meta])* $module:ident of $owner:literal { $($name:ident = $path:literal,)* })*) => {
        $(
            $(#[$doc])*
            pub(crate) mod $module {
                use super::super::Field;
                $(pub(crate) const $name: Field = Field($path);)*
            }
        )*

        /// All of them, each with its type.
        #[cfg(test)]
        pub(super) const ALL: &[(&str, super::Field)] = &[$($(($owner, $module::$name),)*)*];
    };
}
use fields;
