//! AbstractTypeSerializer: a marshal class name, resolved once for each column.

use crate::error::{ReadErrorKind, Result};
use crate::marshal::{MarshalType, NativeType};
use crate::reader::Reader;
use crate::sink::{Sink, WriteResult};
use crate::site::Site;
use crate::walk::Value;

/// A type as the file names it, and what decoding needs to know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CqlType {
    /// The marshal class name, as in the file.
    pub name: String,
    /// The type that it names.
    pub marshal: MarshalType,
    /// Length in bytes of every value of the type (AbstractType.valueLengthIfFixed); -1: they differ.
    pub fixed_len: i32,
    /// An unfrozen collection or user type: its elements are cells of their own.
    pub is_multi_cell: bool,
}

/// What stands for a type where none is known yet.
impl Default for &CqlType {
    fn default() -> Self {
        static NONE: CqlType = CqlType {
            name: String::new(),
            marshal: MarshalType::Native(NativeType::Bytes),
            fixed_len: -1,
            is_multi_cell: false,
        };
        &NONE
    }
}

impl CqlType {
    /// The type that a marshal class name stands for.
    ///
    /// # Errors
    /// What the parser of type strings says.
    pub fn new(name: String) -> std::result::Result<Self, String> {
        let marshal = MarshalType::parse(&name).map_err(|e| e.to_string())?;
        Ok(CqlType { name, ..CqlType::from(marshal) })
    }
}

/// A type by its own name.
impl From<MarshalType> for CqlType {
    fn from(marshal: MarshalType) -> Self {
        let fixed_len = marshal.fixed_len().and_then(|n| i32::try_from(n).ok()).unwrap_or(-1);
        CqlType { name: marshal.to_string(), fixed_len, is_multi_cell: marshal.is_multi_cell(), marshal }
    }
}

/// Type names after their length as an unsigned vint.
pub struct CqlTypeCodec;

impl CqlTypeCodec {
    /// Reads one.
    pub fn read(r: &mut Reader<'_>, site: &'static Site) -> Result<CqlType> {
        let start = *r;
        let len = r.uvint(site)?;
        let bytes = r.take(len, site)?;
        let name = std::str::from_utf8(bytes).map_err(|_| start.error(ReadErrorKind::Text, site))?;
        CqlType::new(name.to_owned())
            .map_err(|what| start.error(ReadErrorKind::TypeString { found: name.to_owned(), what }, site))
    }

    /// Skips one.
    pub fn skip(r: &mut Reader<'_>, site: &'static Site) -> Result<()> {
        let len = r.uvint(site)?;
        r.take(len, site).map(drop)
    }

    /// Writes one.
    pub fn write<S: Sink>(w: &mut S, value: &CqlType, _: &'static Site) -> WriteResult<()> {
        w.uvint(value.name.len() as u64);
        w.put(value.name.as_bytes());
        Ok(())
    }

    /// The value in the field tree.
    pub fn value(value: &CqlType) -> Value<'_> {
        Value::Type(value)
    }
}
