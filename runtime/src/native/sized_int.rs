//! SizedInts.read, write: big-endian two's complement of 0 to 8 bytes.

use crate::error::Result;
use crate::error::{WriteError, WriteErrorKind};
use crate::reader::Reader;
use crate::sink::{Sink, WriteResult};
use crate::site::Site;

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
    ///
    /// # Errors
    /// `OutOfRange` if it takes more.
    pub fn write<S: Sink>(w: &mut S, value: &i64, n: i64, site: &'static Site) -> WriteResult<()> {
        let (bytes, left_out) = (value.to_be_bytes(), 8 - n.clamp(0, 8) as u32);
        let kept = match left_out {
            8 => 0,
            _ => (value << (8 * left_out)) >> (8 * left_out),
        };
        if kept != *value {
            return Err(WriteError::new(WriteErrorKind::OutOfRange { found: (*value).into() }, site));
        }
        w.put(bytes.get(left_out as usize..).unwrap_or(&[]));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Buffer;

    static SITE: Site = Site { owner: "owner", field: "field", name: "field", file: "a.ksy", line: 1 };

    #[test]
    fn what_does_not_fit_is_refused() {
        for n in 0..=8u32 {
            let half = if n == 0 { 0 } else { 1i128 << (8 * n - 1) };
            let range = -half..half.max(1);
            for value in [range.start - 1, range.start, range.end - 1, range.end] {
                let Ok(number) = i64::try_from(value) else { continue };
                let mut out = Buffer::default();
                let written = SizedIntCodec::write(&mut out, &number, n.into(), &SITE);
                assert_eq!(written.is_ok(), range.contains(&value), "{value} in {n} bytes");
                if written.is_ok() {
                    let read = SizedIntCodec::read(&mut Reader::new(out.as_bytes()), n.into(), &SITE);
                    assert_eq!(read.expect("a number"), number, "{n} bytes");
                }
            }
        }
    }
}
