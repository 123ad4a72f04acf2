//! Why bytes have no value, or a value no text.

use std::fmt;

/// Bytes that are no value of their type, a value without the text that was asked for, or text that names no value.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ValueError {
    /// The length is none that the type has.
    Length {
        /// The type.
        ty: &'static str,
        /// Length in bytes.
        found: usize,
    },
    /// The bytes end inside a value.
    Truncated {
        /// The type.
        ty: &'static str,
    },
    /// Bytes follow the value.
    Trailing {
        /// The type.
        ty: &'static str,
        /// How many.
        extra: usize,
    },
    /// The bytes are not in the encoding of the type.
    Encoding {
        /// The type.
        ty: &'static str,
    },
    /// A number that the type does not allow.
    OutOfRange {
        /// The type.
        ty: &'static str,
    },
    /// No value (a null element, an empty boolean) where one is needed.
    Null {
        /// The type.
        ty: &'static str,
    },
    /// Cassandra's class does not have this operation.
    Unsupported {
        /// The type.
        ty: &'static str,
    },
    /// A class that is not Cassandra's own.
    Custom {
        /// The class, arguments included.
        class: String,
    },
    /// Bytes that a type of DSE's own is not known to have.
    Foreign {
        /// The type.
        ty: &'static str,
    },
    /// A composite with more components than its type, or one whose component names an unknown type.
    Component {
        /// Index of the component.
        index: usize,
    },
    /// Text that the type does not read.
    Text {
        /// The type.
        ty: &'static str,
    },
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { ty, found } => write!(f, "{found} bytes cannot be a value of type {ty}"),
            Self::Truncated { ty } => write!(f, "value of type {ty} is cut short"),
            Self::Trailing { ty, extra } => write!(f, "{extra} bytes follow a value of type {ty}"),
            Self::Encoding { ty } => write!(f, "bytes are not valid for type {ty}"),
            Self::OutOfRange { ty } => write!(f, "number out of range for type {ty}"),
            Self::Null { ty } => write!(f, "no value where type {ty} needs one"),
            Self::Unsupported { ty } => write!(f, "type {ty} does not have this operation"),
            Self::Custom { class } => write!(f, "unknown type {class}"),
            Self::Foreign { ty } => write!(f, "the bytes are no {ty}, as far as DSE's are known"),
            Self::Component { index } => write!(f, "component {index} of the composite has no known type"),
            Self::Text { ty } => write!(f, "text is no value of type {ty}"),
        }
    }
}

impl std::error::Error for ValueError {}
