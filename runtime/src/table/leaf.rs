//! Fields without fields of their own.

use std::borrow::Cow;

use super::dynamic::Dyn;
use super::eval::Context;
use super::spec::{Field, Int, Kind, Size};
use crate::error::{ReadErrorKind, Result};
use crate::reader::Reader;
use crate::site::Site;
use crate::text;
use crate::walk::Value;

/// A leaf as it was read: what the tree shows, and what expressions see.
pub(super) struct Leaf<'a, 'p> {
    shown: Shown<'a>,
    pub(super) value: Dyn<'p>,
}

enum Shown<'a> {
    /// As expressions see it.
    Same,
    Other(Value<'a>),
}

impl Leaf<'_, '_> {
    /// The value in the field tree.
    pub(super) fn shown(&self) -> Value<'_> {
        match (&self.shown, &self.value) {
            (Shown::Other(value), _) => value.clone(),
            (_, Dyn::Unsigned(n)) => Value::Unsigned(*n),
            (_, Dyn::Signed(n)) => Value::Signed(*n),
            (_, Dyn::Float(n)) => Value::Double(*n),
            (_, Dyn::Native(value)) => value.shown(),
            (_, Dyn::Bool(b)) => Value::Bool(*b),
            _ => Value::Bytes(&[]),
        }
    }
}

/// Reads a leaf.
pub(super) fn read<'a, 'p>(
    field: &'static Field,
    r: &mut Reader<'a>,
    context: &Context<'_, 'p>,
    site: &'static Site,
) -> Result<Leaf<'a, 'p>> {
    match &field.kind {
        Kind::Bytes => {
            let bytes = take(&field.size, r, context, site)?;
            let value = if field.is_kept { Dyn::Bytes(bytes.into()) } else { Dyn::Absent };
            Ok(Leaf { shown: Shown::Other(Value::Bytes(bytes)), value })
        }
        Kind::Text(is_java) => {
            let bytes = take(&field.size, r, context, site)?;
            let text: Cow<'a, str> =
                if *is_java { text::java_utf(r, bytes, site)?.into() } else { text::utf8(r, bytes, site)?.into() };
            let value = if field.is_kept { Dyn::Text((&*text).into()) } else { Dyn::Absent };
            Ok(Leaf { shown: Shown::Other(Value::Text(text)), value })
        }
        Kind::Native(native, args) => {
            let args = args.iter().map(|a| context.arg(a)).collect::<Result<Vec<_>>>()?;
            Ok(Leaf { shown: Shown::Same, value: native.read(r, &args, site)? })
        }
        Kind::Float(4, little) => {
            let n = if *little { r.f32_le(site)? } else { r.f32_be(site)? };
            Ok(Leaf { shown: Shown::Other(Value::Float(n)), value: Dyn::Float(n.into()) })
        }
        Kind::Enum(of, expected, name) => {
            let before = r.offset();
            let value = number(of, r, site)?;
            let found = super::operator::wrapped(&value).map_err(|kind| r.error(kind, site))?;
            let name = name(found).ok_or_else(|| {
                let len = if matches!(of, Kind::Bits(_)) { 0 } else { r.offset() - before };
                r.error_before(len, ReadErrorKind::UnknownValue { found, expected }, site)
            })?;
            Ok(Leaf { shown: Shown::Other(Value::Enum(name)), value: Dyn::Signed(found) })
        }
        kind => {
            let value = number(kind, r, site)?;
            let shown = match (kind, &value) {
                (Kind::Int(int), Dyn::Signed(n)) if !int.is_signed() => Shown::Other(Value::Unsigned(n.unsigned_abs())),
                (Kind::Bits(_), Dyn::Signed(n)) => Shown::Other(Value::Unsigned(n.unsigned_abs())),
                _ => Shown::Same,
            };
            Ok(Leaf { shown, value })
        }
    }
}

/// Reads a number or a truth value.
pub(super) fn number<'p>(kind: &Kind, r: &mut Reader<'_>, site: &'static Site) -> Result<Dyn<'p>> {
    match kind {
        Kind::Int(int) => int.read(r, site),
        Kind::Bits(n) => Ok(Dyn::Signed(r.bits(*n, site)? as i64)),
        Kind::Float(4, little) => Ok(Dyn::Float(if *little { r.f32_le(site)? } else { r.f32_be(site)? }.into())),
        Kind::Float(_, little) => Ok(Dyn::Float(if *little { r.f64_le(site)? } else { r.f64_be(site)? })),
        Kind::Enum(of, ..) => number(of, r, site),
        Kind::Bool => match r.u8(site)? {
            n @ (0 | 1) => Ok(Dyn::Bool(n == 1)),
            n => {
                let kind = ReadErrorKind::UnknownValue { found: n.into(), expected: "truth value (0 or 1)" };
                Err(r.error_before(1, kind, site))
            }
        },
        // The generator makes arrays of one width of numbers only.
        _ => Err(r.error(ReadErrorKind::Overflow, site)),
    }
}

impl Int {
    /// Width in bytes.
    pub(crate) fn bytes(self) -> u64 {
        match self {
            Int::U1 | Int::S1 => 1,
            Int::U2 | Int::S2 | Int::U2le | Int::S2le => 2,
            Int::U4 | Int::S4 | Int::U4le | Int::S4le => 4,
            Int::U8 | Int::S8 | Int::U8le | Int::S8le => 8,
        }
    }

    /// The bytes of a number that fits.
    pub(crate) fn stored(self, n: u64) -> impl Iterator<Item = u8> {
        let (bytes, width) = (n.to_le_bytes(), self.bytes() as usize);
        let is_little = matches!(self, Int::U2le | Int::U4le | Int::U8le | Int::S2le | Int::S4le | Int::S8le);
        (0..width).filter_map(move |i| bytes.get(if is_little { i } else { width - 1 - i }).copied())
    }

    pub(super) fn is_signed(self) -> bool {
        matches!(self, Int::S1 | Int::S2 | Int::S4 | Int::S8 | Int::S2le | Int::S4le | Int::S8le)
    }

    fn read<'p>(self, r: &mut Reader<'_>, site: &'static Site) -> Result<Dyn<'p>> {
        Ok(Dyn::Signed(match self {
            Int::U1 => r.u8(site)?.into(),
            Int::U2 => r.u16_be(site)?.into(),
            Int::U4 => r.u32_be(site)?.into(),
            Int::S1 => r.i8(site)?.into(),
            Int::S2 => r.i16_be(site)?.into(),
            Int::S4 => r.i32_be(site)?.into(),
            Int::S8 => r.i64_be(site)?,
            Int::U2le => r.u16_le(site)?.into(),
            Int::U4le => r.u32_le(site)?.into(),
            Int::S2le => r.i16_le(site)?.into(),
            Int::S4le => r.i32_le(site)?.into(),
            Int::S8le => r.i64_le(site)?,
            Int::U8 => return r.u64_be(site).map(Dyn::Unsigned),
            Int::U8le => return r.u64_le(site).map(Dyn::Unsigned),
        }))
    }
}

fn take<'a>(size: &Size, r: &mut Reader<'a>, context: &Context<'_, '_>, site: &'static Site) -> Result<&'a [u8]> {
    match size {
        Size::Bytes(len) => match context.eval(len)? {
            Dyn::Unsigned(len) => r.take(len, site),
            len => r.take_i(context.number_of(&len)?, site),
        },
        Size::Terminated(end, true) => Ok(r.until(*end)),
        Size::Terminated(end, false) => r.terminated(*end, site),
        Size::Eos | Size::Own => Ok(r.rest()),
    }
}
