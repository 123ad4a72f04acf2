//! A field of no bytes that remembers where it stands.

use crate::error::Result;
use crate::reader::Reader;
use crate::sink::{Sink, WriteResult};
use crate::site::Site;

/// Positions in a stream.
pub struct PositionCodec;

impl PositionCodec {
    /// The position is handed in.
    pub fn read(_: &mut Reader<'_>, pos: i64, _: &'static Site) -> Result<i64> {
        Ok(pos)
    }

    /// Nothing to skip.
    pub fn skip(_: &mut Reader<'_>, _: i64, _: &'static Site) -> Result<()> {
        Ok(())
    }

    /// Nothing to write.
    pub fn write<S: Sink>(_: &mut S, _: &i64, _: i64, _: &'static Site) -> WriteResult<()> {
        Ok(())
    }
}
