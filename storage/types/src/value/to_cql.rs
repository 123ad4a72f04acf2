use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt;
use std::net::IpAddr;

use cqlite_format::decimal_value::DecimalValue;
use cqlite_format::duration::Duration as StoredDuration;
use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_runtime::Buffer;
use num_bigint::BigInt;

use super::{Date, Decimal, Duration, Stored, Time, Timestamp, ToCqlError, Uuid, ValueWriter};
use crate::nested::field_index;
use crate::validate::{validate, validate_native};
use crate::ValueError;

type Result<T = ()> = std::result::Result<T, ToCqlError>;

/// A Rust type whose values can be stored as values of some CQL types.
///
/// | Rust | CQL |
/// |---|---|
/// | `bool` | `boolean` |
/// | `i8`, `i16`, `i32`, `i64`, `i128`, [`BigInt`] | `tinyint`, `smallint`, `int`, `bigint`, `varint`: any that the value fits into |
/// | `f32`, `f64` | `float` (`f32` only), `double` |
/// | [`Decimal`] | `decimal` |
/// | `&str`, `String` | `text`, `ascii` |
/// | `&[u8]`, `Vec<u8>` | `blob` |
/// | [`Uuid`] | `uuid`, `timeuuid` |
/// | [`Timestamp`], [`Date`], [`Time`], [`Duration`] | `timestamp`, `date`, `time`, `duration` |
/// | [`IpAddr`] | `inet` |
/// | slices, `Vec<T>`, sets | `list`, `set`, `vector` |
/// | `BTreeMap<K, V>`, `HashMap<K, V>` | `map` |
/// | tuples, [`Named`] | tuples and user types; user types |
/// | `Option<T>` | the same, or null |
/// | [`Unset`] | any: the column stays as it is |
/// | [`Raw`] | any, by the bytes that are stored |
/// | [`CqlValue`](super::CqlValue) | any |
pub trait ToCql {
    /// Gives the value, as one of a CQL type, to a writer.
    ///
    /// # Errors
    /// It is none.
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result;
}

/// No value at all: what there is stays as it is, as if the column had not been named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unset;

impl ToCql for Unset {
    fn to_cql(&self, _: &MarshalType, to: &mut ValueWriter) -> Result {
        to.unset();
        Ok(())
    }
}

/// A value of any type by its bytes, as they are stored where it is one string of them. They are checked to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Raw<'b>(pub &'b [u8]);

impl ToCql for Raw<'_> {
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
        validate(ty, self.0)?;
        if !ty.is_multi_cell() {
            to.put(self.0);
            return Ok(());
        }
        let wrong = |_| ToCqlError::mismatch::<Self>(ty);
        let stored = Stored::One(self.0);
        match ty {
            MarshalType::Map { .. } => {
                let entries = stored.entries::<()>(ty).map_err(wrong)?.1;
                to.entries(ty, entries.into_iter().map(|[key, value]| (key.map(Raw), value.map(Raw))))
            }
            MarshalType::User(_) => {
                let fields = stored.fields::<()>(ty).map_err(wrong)?;
                let fields: Vec<Option<Raw<'_>>> = fields.into_iter().map(|field| field.value.map(Raw)).collect();
                to.fields(ty, fields.iter().map(|field| field as &dyn ToCql))
            }
            _ => {
                let elements = stored.elements::<()>(ty).map_err(wrong)?.1;
                to.elements(ty, elements.into_iter().map(|element| element.map(Raw)))
            }
        }
    }
}

/// A value as rows give it, of the same type.
impl ToCql for Stored<'_> {
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
        let cells = match self {
            Stored::One(bytes) => return Raw(bytes).to_cql(ty, to),
            Stored::Many(cells) => cells,
        };
        match ty {
            MarshalType::Map { .. } => to.entries(ty, cells.iter().map(|(path, value)| (Raw(path), Raw(value)))),
            MarshalType::Set { .. } => to.elements(ty, cells.iter().map(|(path, _)| Raw(path))),
            MarshalType::User(user) => {
                let mut fields = vec![None; user.fields.len()];
                for (path, value) in cells {
                    let index = field_index(path).and_then(|index| usize::try_from(index).ok());
                    let field = index.and_then(|index| fields.get_mut(index));
                    *field.ok_or(ValueError::OutOfRange { ty: "field of a user type" })? = Some(Raw(value));
                }
                to.fields(ty, fields.iter().map(|field| field as &dyn ToCql))
            }
            _ => to.elements(ty, cells.iter().map(|(_, value)| Raw(value))),
        }
    }
}

impl<T: ToCql + ?Sized> ToCql for &T {
    #[inline]
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
        (**self).to_cql(ty, to)
    }
}

impl<T: ToCql + ?Sized> ToCql for Box<T> {
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
        (**self).to_cql(ty, to)
    }
}

impl<T: ToCql> ToCql for Option<T> {
    #[inline]
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
        match self {
            Some(value) => value.to_cql(ty, to),
            None => {
                to.null();
                Ok(())
            }
        }
    }
}

/// The native type; what is not one is no type of the value.
#[inline]
fn native<T: ?Sized>(ty: &MarshalType) -> Result<NativeType> {
    match ty.unreversed() {
        MarshalType::Native(native) => Ok(*native),
        _ => Err(ToCqlError::mismatch::<T>(ty)),
    }
}

macro_rules! integers {
    ($($t:ty),*) => {$(
        impl ToCql for $t {
            #[inline]
            fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
                use NativeType as N;
                match native::<Self>(ty)? {
                    N::Int32 => to.put(&i32::try_from(*self).map_err(|_| ToCqlError::out_of_range(ty))?.to_be_bytes()),
                    N::Long => to.put(&i64::try_from(*self).map_err(|_| ToCqlError::out_of_range(ty))?.to_be_bytes()),
                    N::Short => to.put(&i16::try_from(*self).map_err(|_| ToCqlError::out_of_range(ty))?.to_be_bytes()),
                    N::Byte => to.put(&i8::try_from(*self).map_err(|_| ToCqlError::out_of_range(ty))?.to_be_bytes()),
                    N::Integer => to.put(&BigInt::from(*self).to_signed_bytes_be()),
                    _ => return Err(ToCqlError::mismatch::<Self>(ty)),
                }
                Ok(())
            }
        }
    )*};
}

integers!(i8, i16, i32, i64, i128);

impl ToCql for BigInt {
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
        match native::<Self>(ty)? {
            NativeType::Integer => to.put(&self.to_signed_bytes_be()),
            NativeType::Int32 | NativeType::Long | NativeType::Short | NativeType::Byte => {
                return i64::try_from(self).map_err(|_| ToCqlError::out_of_range(ty))?.to_cql(ty, to);
            }
            _ => return Err(ToCqlError::mismatch::<Self>(ty)),
        }
        Ok(())
    }
}

/// Values of one kind of native type, checked as bytes of it.
macro_rules! scalars {
    ($($t:ty: $($native:ident)|+ => |$value:ident| $bytes:expr;)*) => {$(
        impl ToCql for $t {
            #[inline]
            fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
                let $value = self;
                match native::<Self>(ty)? {
                    native if matches!(native, $(NativeType::$native)|+) => {
                        let bytes = $bytes;
                        validate_native(native, bytes.as_ref())?;
                        to.put(bytes.as_ref());
                        Ok(())
                    }
                    _ => Err(ToCqlError::mismatch::<Self>(ty)),
                }
            }
        }
    )*};
}

scalars! {
    bool: Boolean => |value| [u8::from(*value)];
    Uuid: Uuid | TimeUuid | LegacyTimeUuid | LexicalUuid => |value| value.0;
    Timestamp: Timestamp | Date => |value| value.0.to_be_bytes();
    Time: Time => |value| value.0.to_be_bytes();
    Date: SimpleDate => |value| crate::time::stored_date(value.0);
    Duration: Duration => |value| duration(*value)?;
    Decimal: Decimal => |value| decimal(value)?;
}

impl ToCql for f32 {
    #[inline]
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
        match native::<Self>(ty)? {
            NativeType::Float => to.put(&self.to_be_bytes()),
            NativeType::Double => to.put(&f64::from(*self).to_be_bytes()),
            _ => return Err(ToCqlError::mismatch::<Self>(ty)),
        }
        Ok(())
    }
}

impl ToCql for f64 {
    #[inline]
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
        match native::<Self>(ty)? {
            NativeType::Double => to.put(&self.to_be_bytes()),
            _ => return Err(ToCqlError::mismatch::<Self>(ty)),
        }
        Ok(())
    }
}

impl ToCql for IpAddr {
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
        match (native::<Self>(ty)?, self) {
            (NativeType::InetAddress, IpAddr::V4(v4)) => to.put(&v4.octets()),
            (NativeType::InetAddress, IpAddr::V6(v6)) => to.put(&v6.octets()),
            _ => return Err(ToCqlError::mismatch::<Self>(ty)),
        }
        Ok(())
    }
}

fn duration(value: Duration) -> Result<Vec<u8>> {
    let Duration { months, days, nanos } = value;
    let mut out = Buffer::default();
    let stored = StoredDuration { months: months.into(), days: days.into(), nanos };
    stored.encode(&mut out).map_err(|_| ValueError::OutOfRange { ty: "duration" })?;
    Ok(out.into_bytes())
}

fn decimal(value: &Decimal) -> Result<Vec<u8>> {
    let mut out = Buffer::default();
    let stored = DecimalValue { scale: value.scale, unscaled: value.unscaled.to_signed_bytes_be() };
    stored.encode(&mut out).map_err(|_| ValueError::OutOfRange { ty: "decimal" })?;
    Ok(out.into_bytes())
}

impl ToCql for str {
    #[inline]
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
        match native::<Self>(ty)? {
            NativeType::Utf8 => {}
            NativeType::Ascii => validate_native(NativeType::Ascii, self.as_bytes())?,
            _ => return Err(ToCqlError::mismatch::<Self>(ty)),
        }
        to.put(self.as_bytes());
        Ok(())
    }
}

impl ToCql for String {
    #[inline]
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
        self.as_str().to_cql(ty, to)
    }
}

impl ToCql for Cow<'_, str> {
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
        (**self).to_cql(ty, to)
    }
}

impl ToCql for [u8] {
    #[inline]
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
        match native::<Self>(ty)? {
            NativeType::Bytes => to.put(self),
            _ => return Err(ToCqlError::mismatch::<Self>(ty)),
        }
        Ok(())
    }
}

impl ToCql for Vec<u8> {
    #[inline]
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
        self.as_slice().to_cql(ty, to)
    }
}

impl<const N: usize> ToCql for [u8; N] {
    #[inline]
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
        self.as_slice().to_cql(ty, to)
    }
}

impl<T: ToCql> ToCql for [T] {
    #[inline]
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
        to.elements(ty, self)
    }
}

impl<T: ToCql> ToCql for Vec<T> {
    #[inline]
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
        to.elements(ty, self)
    }
}

impl<T: ToCql, const N: usize> ToCql for [T; N] {
    #[inline]
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
        to.elements(ty, self)
    }
}

impl<T: ToCql> ToCql for BTreeSet<T> {
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
        to.elements(ty, self)
    }
}

impl<T: ToCql, S> ToCql for HashSet<T, S> {
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
        to.elements(ty, self)
    }
}

impl<K: ToCql, V: ToCql> ToCql for BTreeMap<K, V> {
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
        to.entries(ty, self)
    }
}

impl<K: ToCql, V: ToCql, S> ToCql for HashMap<K, V, S> {
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
        to.entries(ty, self)
    }
}

/// The fields of a user type by their names; those that are not named are null.
#[derive(Clone, Copy)]
pub struct Named<'v>(pub &'v [(&'v str, &'v dyn ToCql)]);

impl ToCql for Named<'_> {
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
        to.named(ty, self.0.iter().copied())
    }
}

impl fmt::Debug for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

macro_rules! tuples {
    ($(($($t:ident $i:tt),+))*) => {$(
        impl<$($t: ToCql),+> ToCql for ($($t,)+) {
            fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result {
                to.fields(ty, [$(&self.$i as &dyn ToCql),+])
            }
        }
    )*};
}

crate::for_tuples!(tuples);
