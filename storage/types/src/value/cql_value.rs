use std::net::IpAddr;

use cqlite_runtime::marshal::MarshalType;
use num_bigint::BigInt;

use super::{Date, Decimal, Duration, Raw, Time, Timestamp, ToCql, ToCqlError, Unset, Uuid, ValueWriter};
use crate::spelling::{self, Spelling};

/// A value whose type is known at run time only.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum CqlValue {
    /// Null.
    Null,
    /// Nothing: the column stays as it is.
    Unset,
    /// A `boolean`.
    Boolean(bool),
    /// Any whole number that it fits into.
    Int(i64),
    /// The same, or a longer `varint`.
    Varint(BigInt),
    /// A `float`, or a `double`.
    Float(f32),
    /// A `double`.
    Double(f64),
    /// A `decimal`.
    Decimal(Decimal),
    /// A `text` or `ascii`.
    Text(String),
    /// A `blob`.
    Blob(Vec<u8>),
    /// A `uuid` or `timeuuid`.
    Uuid(Uuid),
    /// A `timestamp`.
    Timestamp(Timestamp),
    /// A `date`.
    Date(Date),
    /// A `time`.
    Time(Time),
    /// A `duration`.
    Duration(Duration),
    /// An `inet`.
    Inet(IpAddr),
    /// A list, set or vector.
    List(Vec<CqlValue>),
    /// A map.
    Map(Vec<(CqlValue, CqlValue)>),
    /// A tuple, or the fields of a user type in their order.
    Tuple(Vec<CqlValue>),
    /// Fields of a user type by their names.
    Fields(Vec<(String, CqlValue)>),
    /// The value of any type that CQL, or JSON, writes so.
    Literal(String),
    /// The value of any type that is stored so.
    Raw(Vec<u8>),
}

impl ToCql for CqlValue {
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result<(), ToCqlError> {
        match self {
            CqlValue::Null => None::<bool>.to_cql(ty, to),
            CqlValue::Unset => Unset.to_cql(ty, to),
            CqlValue::Boolean(value) => value.to_cql(ty, to),
            CqlValue::Int(value) => value.to_cql(ty, to),
            CqlValue::Varint(value) => value.to_cql(ty, to),
            CqlValue::Float(value) => value.to_cql(ty, to),
            CqlValue::Double(value) => value.to_cql(ty, to),
            CqlValue::Decimal(value) => value.to_cql(ty, to),
            CqlValue::Text(value) => value.to_cql(ty, to),
            CqlValue::Blob(value) => value.to_cql(ty, to),
            CqlValue::Uuid(value) => value.to_cql(ty, to),
            CqlValue::Timestamp(value) => value.to_cql(ty, to),
            CqlValue::Date(value) => value.to_cql(ty, to),
            CqlValue::Time(value) => value.to_cql(ty, to),
            CqlValue::Duration(value) => value.to_cql(ty, to),
            CqlValue::Inet(value) => value.to_cql(ty, to),
            CqlValue::List(values) => to.elements(ty, values),
            CqlValue::Map(entries) => to.entries(ty, entries.iter().map(|(key, value)| (key, value))),
            CqlValue::Tuple(values) => to.fields(ty, values.iter().map(|value| value as &dyn ToCql)),
            CqlValue::Fields(fields) => {
                to.named(ty, fields.iter().map(|(name, value)| (name.as_str(), value as &dyn ToCql)))
            }
            CqlValue::Literal(text) if text.trim() == "null" => None::<bool>.to_cql(ty, to),
            CqlValue::Literal(text) => {
                let bytes = spelling::value(ty, text, Spelling::Literal).map_err(ToCqlError::Spelling)?;
                Raw(&bytes).to_cql(ty, to)
            }
            CqlValue::Raw(bytes) => Raw(bytes).to_cql(ty, to),
        }
    }
}
