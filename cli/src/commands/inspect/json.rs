use std::io::{self, Write};

use cqlite::inspect::{json_value, Field, Fields, Halt, Value};

use super::table::spec;
use super::{beginning, Finish};
use crate::output::Output;

/// An object a line for each field: the canonical form of `tests/kaitai/README.md`, the line of the specification, and what is wrong with
/// a checksum.
pub struct Json<'a> {
    out: &'a mut Output,
}

impl<'a> Json<'a> {
    pub fn new(out: &'a mut Output) -> Self {
        Json { out }
    }
}

/// Writes the object of a field. Bytes that no field has are one without a path; of long ones `value` has the beginning, and `left_out` is how
/// many bytes it has not.
pub fn object(field: &Field<'_>, out: &mut Output) -> io::Result<()> {
    let (bytes, left_out) = beginning(field);
    let Some(value) = field.value else {
        write!(out, "{{\"path\":null,\"offset\":{},\"length\":{},\"value\":", field.offset, field.len)?;
        json_value(&Value::Bytes(bytes), out)?;
        if left_out > 0 {
            write!(out, ",\"left_out\":{left_out}")?;
        }
        return writeln!(out, ",\"spec\":null}}");
    };
    write!(
        out,
        "{{\"path\":{},\"offset\":{},\"length\":{},\"value\":",
        serde_json::Value::from(field.path),
        field.offset,
        field.len
    )?;
    match value {
        Value::Bytes(_) if left_out > 0 => {
            json_value(&Value::Bytes(bytes), out)?;
            write!(out, ",\"left_out\":{left_out}")?;
        }
        value => json_value(value, out)?,
    }
    write!(out, ",\"spec\":{}", serde_json::Value::from(spec(field.site)))?;
    if let Some(wrong) = field.wrong {
        write!(out, ",\"error\":{}", serde_json::Value::from(wrong.to_string()))?;
    }
    writeln!(out, "}}")
}

impl Fields for Json<'_> {
    fn field(&mut self, field: &Field<'_>) -> Result<(), Halt> {
        Ok(object(field, self.out)?)
    }
}

impl Finish for Json<'_> {
    fn finish(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn as_fields(&mut self) -> &mut dyn Fields {
        self
    }
}
