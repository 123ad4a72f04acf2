//! VIntCoding.readVInt, writeVInt.

use crate::error::Result;
use crate::reader::Reader;
use crate::sink::{Sink, WriteResult};
use crate::site::Site;
use crate::vint::{unzigzag, zigzag};

/// Signed vints: zig-zag over unsigned ones.
pub struct SvintCodec;

impl SvintCodec {
    /// Reads one.
    #[inline(always)]
    pub fn read(r: &mut Reader<'_>, site: &'static Site) -> Result<i64> {
        r.uvint(site).map(unzigzag)
    }

    /// Skips one.
    #[inline(always)]
    pub fn skip(r: &mut Reader<'_>, site: &'static Site) -> Result<()> {
        r.uvint(site).map(drop)
    }

    /// Writes one.
    pub fn write<S: Sink>(w: &mut S, value: &i64, _: &'static Site) -> WriteResult<()> {
        w.uvint(zigzag(*value));
        Ok(())
    }
}
