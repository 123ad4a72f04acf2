//! A type written as its class (`AbstractType.toString`).

use std::fmt::{self, Write};

use super::native::{NativeType, PACKAGE};
use super::{MarshalType, UserType};

impl fmt::Display for MarshalType {
    /// Writes the class name with its arguments, as in a serialization header.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_class(f, false)
    }
}

impl MarshalType {
    /// Class name without package and arguments (`Class.getSimpleName`); for a custom class what follows its last dot.
    pub fn simple_name(&self) -> &str {
        match self {
            Self::Native(native) => native.simple_name(),
            Self::Reversed(_) => "ReversedType",
            Self::List { .. } => "ListType",
            Self::Set { .. } => "SetType",
            Self::Map { .. } => "MapType",
            Self::Tuple(_) => "TupleType",
            Self::User(_) => "UserType",
            Self::Vector { .. } => "VectorType",
            Self::Composite(_) => "CompositeType",
            Self::DynamicComposite(_) => "DynamicCompositeType",
            Self::PartitionerDefinedOrder { .. } => "PartitionerDefinedOrder",
            Self::Custom(text) => {
                let class = text.split('(').next().unwrap_or(text);
                class.rsplit('.').next().unwrap_or(class)
            }
        }
    }

    /// `thawed`: below something frozen, where `FrozenType` is not repeated.
    fn write_class(&self, f: &mut fmt::Formatter<'_>, thawed: bool) -> fmt::Result {
        if let Self::Custom(text) = self {
            return f.write_str(text);
        }
        let frozen = (self.is_collection() || matches!(self, Self::User(_))) && !self.is_multi_cell();
        if frozen && !thawed {
            write!(f, "{PACKAGE}FrozenType(")?;
        }
        write!(f, "{PACKAGE}{}", self.simple_name())?;
        self.write_arguments(f, thawed || frozen)?;
        if frozen && !thawed {
            f.write_char(')')?;
        }
        Ok(())
    }

    fn write_arguments(&self, f: &mut fmt::Formatter<'_>, thawed: bool) -> fmt::Result {
        match self {
            Self::Native(_) | Self::Custom(_) => Ok(()),
            Self::Reversed(base) => write!(f, "({base})"),
            Self::List { element, .. } | Self::Set { element, .. } => write_list(f, [&**element], thawed),
            Self::Map { key, value, .. } => write_list(f, [&**key, &**value], thawed),
            Self::Tuple(types) => write_list(f, types, true),
            Self::Composite(types) => write_list(f, types, false),
            Self::User(user) => write_user(f, user, thawed),
            Self::Vector { element, dimension } => {
                f.write_char('(')?;
                element.write_class(f, thawed)?;
                write!(f, " , {dimension})")
            }
            Self::DynamicComposite(aliases) => {
                f.write_char('(')?;
                for (i, (alias, ty)) in aliases.iter().enumerate() {
                    write!(f, "{}{}=>{ty}", if i == 0 { "" } else { "," }, char::from(*alias))?;
                }
                f.write_char(')')
            }
            Self::PartitionerDefinedOrder { partitioner, key: None } => write!(f, "({partitioner})"),
            Self::PartitionerDefinedOrder { partitioner, key: Some(key) } => write!(f, "({partitioner}:{key})"),
        }
    }
}

fn write_list<'a>(
    f: &mut fmt::Formatter<'_>,
    types: impl IntoIterator<Item = &'a MarshalType>,
    thawed: bool,
) -> fmt::Result {
    f.write_char('(')?;
    for (i, ty) in types.into_iter().enumerate() {
        if i > 0 {
            f.write_char(',')?;
        }
        ty.write_class(f, thawed)?;
    }
    f.write_char(')')
}

fn write_user(f: &mut fmt::Formatter<'_>, user: &UserType, thawed: bool) -> fmt::Result {
    write!(f, "({},", user.keyspace)?;
    write_hex(f, &user.name)?;
    for field in &user.fields {
        f.write_char(',')?;
        write_hex(f, &field.name)?;
        f.write_char(':')?;
        field.ty.write_class(f, thawed)?;
    }
    f.write_char(')')
}

fn write_hex(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    text.bytes().try_for_each(|byte| write!(f, "{byte:02x}"))
}

/// Classes that take arguments, without the package.
const WITH_ARGUMENTS: [&str; 11] = [
    "CompositeType",
    "DynamicCompositeType",
    "FrozenType",
    "ListType",
    "MapType",
    "PartitionerDefinedOrder",
    "ReversedType",
    "SetType",
    "TupleType",
    "UserType",
    "VectorType",
];

/// The full names of Cassandra's own classes of types.
pub fn class_names() -> impl Iterator<Item = String> {
    let simple = NativeType::all().map(NativeType::simple_name).chain(WITH_ARGUMENTS);
    simple.map(|name| format!("{PACKAGE}{name}"))
}
