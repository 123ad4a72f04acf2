//! The values within a value: elements of collections and vectors, fields of tuples and user types.

use cqlite_format::collection::{CollectionRef, MapValueRef};
use cqlite_format::nullable::NullableRef;
use cqlite_format::vector::ElementRef;
use cqlite_runtime::{vint, Reader};

use crate::{Result, ValueError};

/// The field that the path of a cell of a user type names; `None` for a path that is too short (`UserType.nameComparator`).
#[must_use]
pub fn field_index(path: &[u8]) -> Option<i16> {
    path.first_chunk().map(|index| i16::from_be_bytes(*index))
}

/// The path of the cell of a field (`UserType.cellPathForField`); `None` for more fields than paths can tell apart.
#[must_use]
pub fn field_path(index: usize) -> Option<[u8; 2]> {
    i16::try_from(index).ok().map(i16::to_be_bytes)
}

/// Reads one value after the other.
#[derive(Clone, Copy)]
pub(crate) struct Nested<'a> {
    rest: Reader<'a>,
    ty: &'static str,
}

impl<'a> Nested<'a> {
    /// The fields of a tuple or user type, or the elements of a vector.
    #[inline]
    pub(crate) fn new(bytes: &'a [u8], ty: &'static str) -> Self {
        Self { rest: Reader::new(bytes), ty }
    }

    /// The elements of a list or set, and their stored number.
    #[inline]
    pub(crate) fn elements(bytes: &'a [u8], ty: &'static str) -> Result<(i32, Self)> {
        let mut nested = Self::new(bytes, ty);
        let head = CollectionRef::read(&mut nested.rest).map_err(|_| nested.truncated())?;
        Ok((head.num_elements, nested))
    }

    /// The keys and values of a map in turns, and the stored number of its entries.
    #[inline]
    pub(crate) fn entries(bytes: &'a [u8], ty: &'static str) -> Result<(i32, Self)> {
        let mut nested = Self::new(bytes, ty);
        let head = MapValueRef::read(&mut nested.rest).map_err(|_| nested.truncated())?;
        Ok((head.num_entries, nested))
    }

    /// True after the last value.
    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.rest.at_end()
    }

    /// The next value with its length, though some of its bytes may be missing.
    #[inline]
    pub(crate) fn part(&mut self) -> Result<NullableRef<'a>> {
        NullableRef::read(&mut self.rest).map_err(|_| self.truncated())
    }

    /// The next value; `None` if it is null.
    ///
    /// Reference: `CollectionSerializer.readValue`.
    #[inline]
    pub(crate) fn nullable(&mut self) -> Result<Option<&'a [u8]>> {
        match self.part()? {
            part if part.num_missing > 0 => Err(self.truncated()),
            part => Ok(part.data),
        }
    }

    /// The next element of a vector.
    #[inline]
    pub(crate) fn element(&mut self, fixed_len: Option<usize>) -> Result<&'a [u8]> {
        let Some(len) = fixed_len else { return self.variable() };
        let fixed_len = i64::try_from(len).unwrap_or(i64::MAX);
        ElementRef::read(&mut self.rest, fixed_len).map(|element| element.data).map_err(|_| self.truncated())
    }

    fn variable(&mut self) -> Result<&'a [u8]> {
        let mut ahead = self.rest;
        if let Ok(ElementRef { len: Some(len), data, .. }) = ElementRef::read(&mut ahead, -1) {
            if ahead.pos() - self.rest.pos() == vint::len(len) as u64 + len {
                self.rest = ahead;
                return Ok(data);
            }
        }
        self.after_shortest_length()
    }

    /// Cassandra goes on after the shortest form of the length, whatever form was there.
    ///
    /// Reference: `VectorType.VariableLengthSerializer.readValue`.
    #[cold]
    fn after_shortest_length(&mut self) -> Result<&'a [u8]> {
        let site = ElementRef::site();
        let mut ahead = self.rest;
        let len = ahead.uvint(site).ok().filter(|len| i32::try_from(*len).is_ok()).ok_or_else(|| self.truncated())?;
        let data = self.rest.take(vint::len(len) as u64, site).and_then(|_| self.rest.take(len, site));
        data.map_err(|_| self.truncated())
    }

    /// Nothing may be left.
    pub(crate) fn end(&self) -> Result<()> {
        match self.rest.remaining() {
            0 => Ok(()),
            extra => Err(ValueError::Trailing { ty: self.ty, extra }),
        }
    }

    #[cold]
    fn truncated(&self) -> ValueError {
        ValueError::Truncated { ty: self.ty }
    }
}
