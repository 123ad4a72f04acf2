use std::io::{self, Write};

use cqlite_sstable::SstableError;

use crate::component::{Inspection, Order};
use crate::error::InspectError;
use crate::fields::Field;
use crate::render::{json_text, json_value};

/// Writes the fields of a component, a line of JSON each, as `tests/kaitai/README.md` defines it.
///
/// # Errors
/// What is wrong with the component, or with `out`.
///
/// ```
/// use cqlite_inspect::{canonical, DataView, Inspection};
/// # let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/nb/static_rows");
/// let inspection = Inspection::open(format!("{corpus}/nb-1-big-Digest.crc32").as_ref(), DataView::Fields)?;
/// let mut out = Vec::new();
/// canonical(&inspection, &mut out)?;
/// assert!(out.starts_with(br#"{"path":"text","offset":0,"length":"#));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn canonical(inspection: &Inspection, out: &mut impl Write) -> Result<(), InspectError> {
    inspection.walk(Order::Specification, &mut |field: &Field<'_>| Ok(line(field, out)?))
}

fn line(field: &Field<'_>, out: &mut impl Write) -> io::Result<()> {
    let Some(value) = field.value else { return Ok(()) };
    out.write_all(b"{\"path\":")?;
    json_text(field.path, out)?;
    write!(out, ",\"offset\":{},\"length\":{},\"value\":", field.offset, field.len)?;
    json_value(value, out)?;
    out.write_all(b"}\n")
}

impl From<InspectError> for SstableError {
    fn from(e: InspectError) -> Self {
        match e {
            InspectError::Sstable(e) => e,
            InspectError::Output(e) => e.into(),
        }
    }
}
