//! Types as statements name them.

use super::TableName;
use crate::span::Span;

/// A type and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct TypeName {
    /// The type.
    pub kind: TypeNameKind,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of types.
#[derive(Debug, Clone, PartialEq)]
pub enum TypeNameKind {
    /// `int`, `text`, …
    Native(NativeType),
    /// `list<…>`
    List(Box<TypeName>),
    /// `set<…>`
    Set(Box<TypeName>),
    /// `map<…, …>`
    Map(Box<TypeName>, Box<TypeName>),
    /// `tuple<…>`
    Tuple(Vec<TypeName>),
    /// `vector<…, 3>`
    Vector(Box<TypeName>, i64),
    /// `frozen<…>`
    Frozen(Box<TypeName>),
    /// A user-defined type.
    User(TableName),
    /// A class, in apostrophes.
    Custom(String),
}

macro_rules! native {
    ($($variant:ident $text:literal,)*) => {
        /// The types that need no definition.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "each is the type it is called")]
        pub enum NativeType { $($variant,)* }

        impl NativeType {
            /// All of them.
            pub const ALL: &'static [NativeType] = &[$(NativeType::$variant,)*];

            /// Its name.
            pub const fn name(self) -> &'static str {
                match self { $(NativeType::$variant => $text,)* }
            }
        }
    };
}

native! {
    Ascii "ascii", Bigint "bigint", Blob "blob", Boolean "boolean", Counter "counter", Date "date", Decimal "decimal", Double "double",
    Duration "duration", Float "float", Inet "inet", Int "int", Smallint "smallint", Text "text", Time "time", Timestamp "timestamp",
    Timeuuid "timeuuid", Tinyint "tinyint", Uuid "uuid", Varchar "varchar", Varint "varint",
}

impl std::fmt::Display for TypeName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.kind {
            TypeNameKind::Native(native) => f.write_str(native.name()),
            TypeNameKind::List(of) => write!(f, "list<{of}>"),
            TypeNameKind::Set(of) => write!(f, "set<{of}>"),
            TypeNameKind::Map(keys, values) => write!(f, "map<{keys}, {values}>"),
            TypeNameKind::Tuple(fields) => {
                f.write_str("tuple<")?;
                for (at, field) in fields.iter().enumerate() {
                    write!(f, "{}{field}", if at == 0 { "" } else { ", " })?;
                }
                f.write_str(">")
            }
            TypeNameKind::Vector(of, dimension) => write!(f, "vector<{of}, {dimension}>"),
            TypeNameKind::Frozen(of) => write!(f, "frozen<{of}>"),
            TypeNameKind::User(name) => name.fmt(f),
            TypeNameKind::Custom(class) => write!(f, "'{class}'"),
        }
    }
}
