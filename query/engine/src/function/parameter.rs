//! Parameters of functions that are made for their arguments.

use cqlite_runtime::marshal::{MarshalType, NativeType};

use super::number::{native, NUMBERS};
use crate::term::{compatible, Testable};
use crate::{QueryError, Result};

/// What an argument may be (`FunctionParameter`).
#[derive(Debug, Clone, Copy)]
pub(super) enum Parameter {
    /// A value of any type; that of the receiver, if it has none by itself and the parameter says so.
    Any {
        from_receiver: bool,
    },
    /// A value of one of these types, the first one if it has none by itself; with their names.
    Fixed(&'static [(&'static str, NativeType)]),
    /// As [`Parameter::Any`] with the receiver's type, but of the other parameter's type.
    SameAs(usize),
    Collection,
    SetOrList,
    NumericSetOrList,
    Map,
    /// A vector of floats, or of the type of the other parameter.
    Vector {
        other: usize,
    },
}

pub(super) const STRING: Parameter =
    Parameter::Fixed(&[("text", NativeType::Utf8), ("varchar", NativeType::Utf8), ("ascii", NativeType::Ascii)]);
pub(super) const TEXT: Parameter = Parameter::Fixed(&[("text", NativeType::Utf8)]);
pub(super) const INT: Parameter = Parameter::Fixed(&[("int", NativeType::Int32)]);
pub(super) const ASCII: Parameter = Parameter::Fixed(&[("ascii", NativeType::Ascii)]);
/// What `format_bytes` and `format_time` take.
pub(super) const AMOUNT: Parameter = Parameter::Fixed(&[
    ("int", NativeType::Int32),
    ("tinyint", NativeType::Byte),
    ("smallint", NativeType::Short),
    ("bigint", NativeType::Long),
    ("varint", NativeType::Integer),
    ("ascii", NativeType::Ascii),
    ("text", NativeType::Utf8),
]);

/// The types of the arguments as far as they are known.
pub(super) type Inferred<'i> = Option<&'i [Option<MarshalType>]>;

impl Parameter {
    /// The type of an argument, as far as it can be told.
    pub(super) fn infer(
        self,
        argument: &dyn Testable,
        receiver: Option<&MarshalType>,
        known: Inferred<'_>,
    ) -> Option<MarshalType> {
        match self {
            Parameter::Any { from_receiver: true } => argument.compatible_type().or_else(|| receiver.cloned()),
            Parameter::Fixed(types) => {
                let first = types.first().map(|(_, ty)| MarshalType::Native(*ty));
                argument.compatible_type().or(first)
            }
            Parameter::SameAs(other) => {
                let other = known.and_then(|known| known.get(other).cloned().flatten());
                other.or_else(|| Parameter::Any { from_receiver: true }.infer(argument, receiver, known))
            }
            Parameter::Vector { other } => {
                if let Some(dimension) = argument.array_len().and_then(|len| u32::try_from(len).ok()) {
                    return Some(MarshalType::Vector { element: Box::new(NativeType::Float.into()), dimension });
                }
                let own = argument.compatible_type().or_else(|| receiver.cloned());
                own.or_else(|| known.and_then(|known| known.get(other).cloned().flatten()))
            }
            _ => argument.compatible_type(),
        }
    }

    /// Refuses an argument of a wrong type.
    pub(super) fn validate(self, function: &str, argument: &dyn Testable, ty: &MarshalType) -> Result<()> {
        let is_element = |element: &MarshalType| native(element).is_some_and(|ty| NUMBERS.contains(&ty));
        let other = MarshalType::Native(NativeType::Bytes);
        let own = ty;
        let ty = if argument.is_reversed() { &other } else { ty };
        let (fits, wanted) = match self {
            Parameter::Any { .. } | Parameter::SameAs(_) => (true, String::new()),
            Parameter::Fixed(types) => {
                let fits =
                    types.iter().any(|(_, wanted)| compatible::test_assignment(own, &(*wanted).into()).is_assignable());
                (fits, format!("an argument of type {self}"))
            }
            Parameter::Collection => (ty.is_collection(), "a collection argument".to_owned()),
            Parameter::SetOrList => {
                let fits = matches!(ty, MarshalType::Set { .. } | MarshalType::List { .. });
                (fits, "a set or list argument".to_owned())
            }
            Parameter::NumericSetOrList => {
                let fits = match ty {
                    MarshalType::Set { element, .. } | MarshalType::List { element, .. } => is_element(element),
                    _ => false,
                };
                (fits, "a numeric set/list argument".to_owned())
            }
            Parameter::Map => {
                (matches!(ty, MarshalType::Map { .. } | MarshalType::User(_)), "a map argument".to_owned())
            }
            Parameter::Vector { .. } => {
                let float = NativeType::Float.into();
                let fits = match ty {
                    MarshalType::Vector { element, .. } => **element == float,
                    // As Cassandra has it: a list that could be no vector of floats passes here.
                    MarshalType::List { element, .. } => !compatible::test_assignment(element, &float).is_assignable(),
                    _ => false,
                };
                (fits, "a float vector argument".to_owned())
            }
        };
        if fits {
            return Ok(());
        }
        Err(QueryError::invalid(format!(
            "Function {function} requires {wanted}, but found argument {} of type {}",
            argument.text(),
            own.cql_name()
        )))
    }
}

impl std::fmt::Display for Parameter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Parameter::Any { .. } | Parameter::SameAs(_) => f.write_str("any"),
            Parameter::Fixed([(name, _)]) => f.write_str(name),
            Parameter::Fixed(types) => {
                let names: Vec<&str> = types.iter().map(|(name, _)| *name).collect();
                write!(f, "[{}]", names.join("|"))
            }
            Parameter::Collection => f.write_str("collection"),
            // Both are called so.
            Parameter::SetOrList | Parameter::NumericSetOrList => f.write_str("numeric_set_or_list"),
            Parameter::Map => f.write_str("map"),
            Parameter::Vector { .. } => f.write_str("vector<float, n>"),
        }
    }
}
