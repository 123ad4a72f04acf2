use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::{BuildHasher, Hash};
use std::net::IpAddr;

use cqlite_runtime::marshal::{MarshalType, NativeType};
use num_bigint::BigInt;

use super::{Date, Decimal, Duration, FromCqlError, Stored, Time, Timestamp, Uuid};
use crate::bytes::head;
use crate::number::split_decimal;
use crate::scalar::utf8;
use crate::time::{read_date, read_duration};
use crate::validate::validate_native;
use crate::{counter, ValueError};

/// A Rust type that values of some CQL types can be read as.
///
/// | CQL | Rust |
/// |---|---|
/// | `boolean` | `bool` |
/// | `tinyint`, `smallint`, `int`, `bigint`, `varint` | `i8`, `i16`, `i32`, `i64`, `i128`, [`BigInt`]: any that the value fits into |
/// | `counter` | `i64`, the sum of its shards |
/// | `float`, `double` | `f32` (`float` only), `f64` |
/// | `decimal` | [`Decimal`] |
/// | `text`, `ascii` | `&str`, `String` |
/// | `blob`, types that are not Cassandra's own | `&[u8]`, `Vec<u8>` |
/// | `uuid`, `timeuuid` | [`Uuid`] |
/// | `timestamp`, `date`, `time`, `duration` | [`Timestamp`], [`Date`], [`Time`], [`Duration`] |
/// | `inet` | [`IpAddr`] |
/// | `list`, `set`, `vector` | `Vec<T>`, `BTreeSet<T>`, `HashSet<T>` |
/// | `map` | `BTreeMap<K, V>`, `HashMap<K, V>` |
/// | `tuple`, user types | tuples, [`Fields`](super::Fields) by name or number |
/// | any of these, or null | `Option<T>` |
///
/// Values of no bytes, which most types may have, are null, but for text and blobs: as Cassandra's own `compose` has it.
pub trait FromCql<'a>: Sized {
    /// The value that is stored so for a CQL type.
    ///
    /// # Errors
    /// The bytes are no value of the type, or the value none of this one.
    fn from_cql(ty: &'a MarshalType, value: Stored<'a>) -> Result<Self, FromCqlError>;

    /// What stands for null.
    ///
    /// # Errors
    /// Nothing does.
    fn from_null() -> Result<Self, FromCqlError> {
        Err(FromCqlError::Null)
    }
}

/// A value or null.
pub(super) fn part<'a, T: FromCql<'a>>(ty: &'a MarshalType, bytes: Option<&'a [u8]>) -> Result<T, FromCqlError> {
    bytes.map_or_else(T::from_null, |bytes| T::from_cql(ty, Stored::One(bytes)))
}

impl<'a, T: FromCql<'a>> FromCql<'a> for Option<T> {
    fn from_cql(ty: &'a MarshalType, value: Stored<'a>) -> Result<Self, FromCqlError> {
        match T::from_cql(ty, value) {
            Err(FromCqlError::Null) => Ok(None),
            other => other.map(Some),
        }
    }

    fn from_null() -> Result<Self, FromCqlError> {
        Ok(None)
    }
}

/// The native type, and the bytes of one value of it that has some.
fn native<'a, T>(ty: &MarshalType, value: &Stored<'a>) -> Result<(NativeType, &'a [u8]), FromCqlError> {
    let MarshalType::Native(native) = ty.unreversed() else { return Err(FromCqlError::mismatch::<T>(ty)) };
    let bytes = value.bytes::<T>(ty)?;
    if *native != NativeType::CounterColumn {
        validate_native(*native, bytes)?;
    }
    Ok((*native, bytes))
}

/// The same; a value of no bytes is null.
fn full<'a, T>(ty: &MarshalType, value: &Stored<'a>) -> Result<(NativeType, &'a [u8]), FromCqlError> {
    match native::<T>(ty, value)? {
        (_, []) => Err(FromCqlError::Null),
        found => Ok(found),
    }
}

/// The value of any whole number.
fn whole<T>(ty: &MarshalType, value: &Stored<'_>) -> Result<BigInt, FromCqlError> {
    use NativeType as N;
    match full::<T>(ty, value)? {
        (N::Byte | N::Short | N::Int32 | N::Long | N::Integer, bytes) => Ok(BigInt::from_signed_bytes_be(bytes)),
        (N::CounterColumn, bytes) => Ok(counter::total(bytes)?.into()),
        _ => Err(FromCqlError::mismatch::<T>(ty)),
    }
}

macro_rules! integers {
    ($($t:ty),*) => {$(
        impl<'a> FromCql<'a> for $t {
            fn from_cql(ty: &'a MarshalType, value: Stored<'a>) -> Result<Self, FromCqlError> {
                use NativeType as N;
                let found = match full::<Self>(ty, &value)? {
                    (N::Byte, bytes) => Self::try_from(i8::from_be_bytes(head(bytes, "tinyint")?)).ok(),
                    (N::Short, bytes) => Self::try_from(i16::from_be_bytes(head(bytes, "smallint")?)).ok(),
                    (N::Int32, bytes) => Self::try_from(i32::from_be_bytes(head(bytes, "int")?)).ok(),
                    (N::Long, bytes) => Self::try_from(i64::from_be_bytes(head(bytes, "bigint")?)).ok(),
                    _ => Self::try_from(whole::<Self>(ty, &value)?).ok(),
                };
                found.ok_or_else(FromCqlError::out_of_range::<Self>)
            }
        }
    )*};
}

integers!(i8, i16, i32, i64, i128);

/// Values of one kind of native type.
macro_rules! scalars {
    ($($t:ty: $($native:ident)|+ => |$bytes:ident| $value:expr;)*) => {$(
        impl<'a> FromCql<'a> for $t {
            fn from_cql(ty: &'a MarshalType, value: Stored<'a>) -> Result<Self, FromCqlError> {
                match full::<Self>(ty, &value)? {
                    ($(NativeType::$native)|+, $bytes) => Ok($value),
                    _ => Err(FromCqlError::mismatch::<Self>(ty)),
                }
            }
        }
    )*};
}

scalars! {
    bool: Boolean => |bytes| head::<1>(bytes, "boolean")? != [0];
    f32: Float => |bytes| f32::from_be_bytes(head(bytes, "float")?);
    Uuid: Uuid | TimeUuid | LegacyTimeUuid | LexicalUuid => |bytes| Uuid(head(bytes, "uuid")?);
    Timestamp: Timestamp | Date => |bytes| Timestamp(i64::from_be_bytes(head(bytes, "timestamp")?));
    Time: Time => |bytes| Time(i64::from_be_bytes(head(bytes, "time")?));
    Date: SimpleDate => |bytes| Date(read_date(bytes)?);
    Duration: Duration => |bytes| read_duration(bytes)?;
    IpAddr: InetAddress => |bytes| address(bytes)?;
    Decimal: Decimal => |bytes| decimal(bytes)?;
}

fn address(bytes: &[u8]) -> Result<IpAddr, ValueError> {
    match bytes.len() {
        4 => Ok(IpAddr::from(head::<4>(bytes, "inet")?)),
        _ => Ok(IpAddr::from(head::<16>(bytes, "inet")?)),
    }
}

fn decimal(bytes: &[u8]) -> Result<Decimal, ValueError> {
    let (scale, unscaled) = split_decimal(bytes)?;
    Ok(Decimal { unscaled: BigInt::from_signed_bytes_be(unscaled), scale })
}

impl<'a> FromCql<'a> for f64 {
    fn from_cql(ty: &'a MarshalType, value: Stored<'a>) -> Result<Self, FromCqlError> {
        match full::<Self>(ty, &value)? {
            (NativeType::Float, bytes) => Ok(f32::from_be_bytes(head(bytes, "float")?).into()),
            (NativeType::Double, bytes) => Ok(f64::from_be_bytes(head(bytes, "double")?)),
            _ => Err(FromCqlError::mismatch::<Self>(ty)),
        }
    }
}

impl<'a> FromCql<'a> for BigInt {
    fn from_cql(ty: &'a MarshalType, value: Stored<'a>) -> Result<Self, FromCqlError> {
        whole::<Self>(ty, &value)
    }
}

impl<'a> FromCql<'a> for &'a str {
    fn from_cql(ty: &'a MarshalType, value: Stored<'a>) -> Result<Self, FromCqlError> {
        match native::<Self>(ty, &value)? {
            (NativeType::Ascii | NativeType::Utf8, bytes) => Ok(utf8(bytes)?),
            _ => Err(FromCqlError::mismatch::<Self>(ty)),
        }
    }
}

impl<'a> FromCql<'a> for String {
    fn from_cql(ty: &'a MarshalType, value: Stored<'a>) -> Result<Self, FromCqlError> {
        <&str>::from_cql(ty, value).map(str::to_owned)
    }
}

impl<'a> FromCql<'a> for &'a [u8] {
    fn from_cql(ty: &'a MarshalType, value: Stored<'a>) -> Result<Self, FromCqlError> {
        match ty.unreversed() {
            MarshalType::Native(NativeType::Bytes) | MarshalType::Custom(_) => value.bytes::<Self>(ty),
            _ => Err(FromCqlError::mismatch::<Self>(ty)),
        }
    }
}

impl<'a> FromCql<'a> for Vec<u8> {
    fn from_cql(ty: &'a MarshalType, value: Stored<'a>) -> Result<Self, FromCqlError> {
        <&[u8]>::from_cql(ty, value).map(<[u8]>::to_vec)
    }
}

/// The elements of a list, set or vector.
fn elements<'a, T: FromCql<'a>, C: FromIterator<T>>(
    ty: &'a MarshalType,
    value: &Stored<'a>,
) -> Result<C, FromCqlError> {
    let (ty, elements) = value.elements::<C>(ty)?;
    elements.into_iter().map(|element| part(ty, element)).collect()
}

/// The entries of a map.
fn entries<'a, K: FromCql<'a>, V: FromCql<'a>, C: FromIterator<(K, V)>>(
    ty: &'a MarshalType,
    value: &Stored<'a>,
) -> Result<C, FromCqlError> {
    let ([key_type, value_type], entries) = value.entries::<C>(ty)?;
    entries.into_iter().map(|[key, value]| Ok((part(key_type, key)?, part(value_type, value)?))).collect()
}

impl<'a, T: FromCql<'a>> FromCql<'a> for Vec<T> {
    fn from_cql(ty: &'a MarshalType, value: Stored<'a>) -> Result<Self, FromCqlError> {
        elements(ty, &value)
    }
}

impl<'a, T: FromCql<'a> + Ord> FromCql<'a> for BTreeSet<T> {
    fn from_cql(ty: &'a MarshalType, value: Stored<'a>) -> Result<Self, FromCqlError> {
        elements(ty, &value)
    }
}

impl<'a, T: FromCql<'a> + Eq + Hash, S: BuildHasher + Default> FromCql<'a> for HashSet<T, S> {
    fn from_cql(ty: &'a MarshalType, value: Stored<'a>) -> Result<Self, FromCqlError> {
        elements(ty, &value)
    }
}

impl<'a, K: FromCql<'a> + Ord, V: FromCql<'a>> FromCql<'a> for BTreeMap<K, V> {
    fn from_cql(ty: &'a MarshalType, value: Stored<'a>) -> Result<Self, FromCqlError> {
        entries(ty, &value)
    }
}

impl<'a, K: FromCql<'a> + Eq + Hash, V: FromCql<'a>, S: BuildHasher + Default> FromCql<'a> for HashMap<K, V, S> {
    fn from_cql(ty: &'a MarshalType, value: Stored<'a>) -> Result<Self, FromCqlError> {
        entries(ty, &value)
    }
}
