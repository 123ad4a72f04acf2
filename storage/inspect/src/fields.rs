use std::io;

use cqlite_runtime::{Site, Value};

use crate::checksums::WrongChecksum;

/// A field without fields of its own, and where it is.
#[derive(Debug)]
pub struct Field<'a> {
    /// Ids from the component's type down to the field, `toc[0].body.partitioner.s`; empty for bytes that no field has.
    pub path: &'a str,
    /// Bytes from the start of the component; of the uncompressed stream in Data.db.
    pub offset: u64,
    /// Number of bytes; those with at least one of its bits.
    pub len: u64,
    /// Its value; `None` for bytes that no field has.
    pub value: Option<&'a Value<'a>>,
    /// Its bytes; of those that no field has not all need to be there, if there are more than 64 KiB.
    pub bytes: &'a [u8],
    /// Its line in the specification.
    pub site: Option<&'static Site>,
    /// The fields that it is in, outermost first.
    pub levels: &'a [Level],
    /// What is wrong with it, if it is a checksum of Data.db: one of a compressed chunk, or of CRC.db.
    pub wrong: Option<WrongChecksum>,
}

/// A field with fields of its own.
#[derive(Debug, Clone, Copy)]
pub struct Level {
    /// Length of its path, which is the beginning of the paths of all fields in it.
    pub path_len: usize,
    /// Where it begins; fields at `pos` may lie before it.
    pub offset: u64,
    /// Its line in the specification.
    pub site: &'static Site,
}

/// Why fields are no longer wanted.
#[derive(Debug)]
pub enum Halt {
    /// All that was asked for has been seen.
    Enough,
    /// They cannot be passed on.
    Output(io::Error),
}

impl From<io::Error> for Halt {
    fn from(e: io::Error) -> Self {
        Halt::Output(e)
    }
}

/// The rest of a list of numbers.
#[derive(Debug)]
pub struct Numbers<'a> {
    /// Path of the field that it is in.
    pub parent: &'a str,
    /// That field, and those that it is in, outermost first.
    pub levels: &'a [Level],
    /// The list's line in the specification.
    pub site: &'static Site,
    /// Number of the next element.
    pub index: u64,
    /// Where it begins.
    pub offset: u64,
    /// Bytes of an element.
    pub width: u64,
}

/// What takes the fields of a component.
pub trait Fields {
    /// How many of the next elements of a list are not wanted; its last element comes nevertheless.
    fn passes(&self, _: &Numbers<'_>) -> u64 {
        0
    }

    /// The next field.
    ///
    /// # Errors
    /// [`Halt`] ends the walk.
    fn field(&mut self, field: &Field<'_>) -> Result<(), Halt>;
}

impl<F: FnMut(&Field<'_>) -> Result<(), Halt>> Fields for F {
    fn field(&mut self, field: &Field<'_>) -> Result<(), Halt> {
        self(field)
    }
}
