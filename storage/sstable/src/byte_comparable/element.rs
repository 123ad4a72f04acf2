use cqlite_format::nullable::NullableRef;
use cqlite_format::vector::ElementRef;
use cqlite_runtime::error::ReadError;
use cqlite_runtime::marshal::MarshalType;
use cqlite_runtime::Reader;

use super::EncodeError;

/// A value that is made of others, with the type that is to be named in errors.
#[derive(Clone, Copy)]
pub(super) struct Whole<'v> {
    ty: &'v MarshalType,
    value: &'v [u8],
}

impl<'v> Whole<'v> {
    pub(super) fn new(ty: &'v MarshalType, value: &'v [u8]) -> Self {
        Whole { ty, value }
    }

    pub(super) fn reader(&self) -> Reader<'v> {
        Reader::new(self.value)
    }

    /// The error of a part that cannot be read.
    pub(super) fn error(&self, error: ReadError) -> EncodeError {
        self.malformed(error.offset())
    }

    pub(super) fn malformed(&self, offset: u64) -> EncodeError {
        let offset = usize::try_from(offset).unwrap_or(self.value.len());
        EncodeError::Malformed { ty: self.ty.cql_name(), len: self.value.len(), offset }
    }

    /// The next element of a collection or field of a tuple; `None` for null.
    pub(super) fn nullable(&self, reader: &mut Reader<'v>) -> Result<Option<&'v [u8]>, EncodeError> {
        let part = NullableRef::read(reader).map_err(|e| self.error(e))?;
        match part.data {
            Some(data) if part.num_missing > 0 => Err(self.malformed(reader.offset() - data.len() as u64)),
            data => Ok(data),
        }
    }

    /// The next element of a vector.
    pub(super) fn element(&self, reader: &mut Reader<'v>, fixed: Option<usize>) -> Result<&'v [u8], EncodeError> {
        let fixed_len = fixed.map_or(-1, |len| i64::try_from(len).unwrap_or(i64::MAX));
        ElementRef::read(reader, fixed_len).map(|element| element.data).map_err(|e| self.error(e))
    }

    /// Checks that all has been taken.
    pub(super) fn end(&self, reader: &Reader<'v>) -> Result<(), EncodeError> {
        if reader.at_end() {
            return Ok(());
        }
        Err(self.malformed(reader.offset()))
    }
}
