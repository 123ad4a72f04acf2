//! SizedInts.read, write: big-endian two's complement of 0 to 8 bytes.

use crate::error::Result;
use crate::reader::Reader;
use crate::sink::{Sink, WriteResult};
use crate::site::Site;
use crate::walk::Value;

/// Integers of a given number of bytes.
pub struct SizedIntCodec;

impl SizedIntCodec {
    /// Reads one of `n` bytes.
    pub fn read(r: &mut Reader<'_>, n: i64, site: &'static Site) -> Result<i64> {
        let bytes = r.take(n.clamp(0, 8) as u64, site)?;
        let sign = if bytes.first().is_some_and(|b| b & 0x80 != 0) { -1 } else { 0 };
        Ok(bytes.iter().fold(sign, |v: i64, &b| v << 8 | i64::from(b)))
    }

    /// Skips one of `n` bytes.
    pub fn skip(r: &mut Reader<'_>, n: i64, site: &'static Site) -> Result<()> {
        r.take(n.clamp(0, 8) as u64, site).map(drop)
    }

    /// Writes one in `n` bytes.
    pub fn write<S: Sink>(w: &mut S, value: &i64, n: i64, _: &'static Site) -> WriteResult<()> {
        let bytes = value.to_be_bytes();
        w.put(bytes.get(8 - n.clamp(0, 8) as usize..).unwrap_or(&[]));
        Ok(())
    }

    /// The value in the field tree.
    pub fn value(value: &i64) -> Value<'_> {
        Value::Signed(*value)
    }
}
