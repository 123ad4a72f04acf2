use cqlite_runtime::marshal::MarshalType;
use cqlite_runtime::vint;

use super::EncodeError;

/// Takes a value apart that is made of others.
pub(super) struct Elements<'v> {
    ty: &'v MarshalType,
    value: &'v [u8],
    at: usize,
}

impl<'v> Elements<'v> {
    pub(super) fn new(ty: &'v MarshalType, value: &'v [u8]) -> Self {
        Elements { ty, value, at: 0 }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.value.len()
    }

    pub(super) fn malformed(&self) -> EncodeError {
        EncodeError::Malformed { ty: self.ty.cql_name(), len: self.value.len(), offset: self.at }
    }

    /// The next `len` bytes.
    pub(super) fn bytes(&mut self, len: usize) -> Result<&'v [u8], EncodeError> {
        let rest = self.value.get(self.at..).unwrap_or_default();
        let found = rest.get(..len).ok_or_else(|| self.malformed())?;
        self.at += len;
        Ok(found)
    }

    pub(super) fn u8(&mut self) -> Result<u8, EncodeError> {
        Ok(self.bytes(1)?.iter().fold(0, |_, b| *b))
    }

    pub(super) fn u16(&mut self) -> Result<u16, EncodeError> {
        Ok(self.bytes(2)?.iter().fold(0, |n, b| n << 8 | u16::from(*b)))
    }

    pub(super) fn i32(&mut self) -> Result<i32, EncodeError> {
        Ok(self.bytes(4)?.iter().fold(0, |n, b| n << 8 | i32::from(*b)))
    }

    /// An element behind its length as an i4; `None` where that is negative.
    pub(super) fn element(&mut self) -> Result<Option<&'v [u8]>, EncodeError> {
        match usize::try_from(self.i32()?) {
            Ok(len) => self.bytes(len).map(Some),
            Err(_) => Ok(None),
        }
    }

    /// An element behind its length as an unsigned vint.
    pub(super) fn vint_element(&mut self) -> Result<&'v [u8], EncodeError> {
        let rest = self.value.get(self.at..).unwrap_or_default();
        let (len, used) = vint::decode(rest).ok_or_else(|| self.malformed())?;
        self.at += used;
        self.bytes(usize::try_from(len).unwrap_or(usize::MAX))
    }

    /// Checks that all has been taken.
    pub(super) fn end(&self) -> Result<(), EncodeError> {
        if self.is_at_end() {
            return Ok(());
        }
        Err(self.malformed())
    }
}
