//! VIntCoding.readUnsignedVInt, writeUnsignedVInt.

use crate::error::Result;
use crate::reader::Reader;
use crate::sink::{Sink, WriteResult};
use crate::site::Site;

/// Unsigned vints, 1 to 9 bytes.
pub struct UvintCodec;

impl UvintCodec {
    /// Reads one.
    #[inline(always)]
    pub fn read(r: &mut Reader<'_>, site: &'static Site) -> Result<u64> {
        r.uvint(site)
    }

    /// Skips one.
    #[inline(always)]
    pub fn skip(r: &mut Reader<'_>, site: &'static Site) -> Result<()> {
        r.uvint(site).map(drop)
    }

    /// Writes one.
    pub fn write<S: Sink>(w: &mut S, value: &u64, _: &'static Site) -> WriteResult<()> {
        w.uvint(*value);
        Ok(())
    }
}
