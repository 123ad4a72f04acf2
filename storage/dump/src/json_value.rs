//! Values in the JSON: clusterings, counters, fields.

use cqlite_runtime::marshal::{MarshalType, NativeType, UserField, UserType};
use cqlite_types::{field_index, json, ValueError};

use crate::clustering::Clustering;
use crate::layout::Layout;
use crate::rows::{value_error, Result};
use crate::table::Table;

/// Appends what 6.0 prints in place of a value that has no JSON text.
#[cold]
pub(crate) fn unsupported(text: &mut Vec<u8>) {
    text.extend_from_slice(b"\"unsupported conversion to JSON\"");
}

/// Appends the values of a clustering, with a star for each that a bound lacks.
pub(crate) fn clustering<L: Layout>(
    table: &Table<'_>,
    begin: u64,
    values: &impl Clustering,
    text: &mut Vec<u8>,
) -> Result {
    let types = &table.clustering_values;
    values.for_each(table, |i, value| {
        text.extend_from_slice(if i == 0 { L::FIRST_PART } else { L::PART }.as_bytes());
        let written = match (types.get(i), value) {
            (Some(ty), Some(bytes)) => json::write(ty, bytes, text),
            (Some(ty), None) => null(ty, text),
            (None, _) => Err(ValueError::Component { index: i }),
        };
        match written {
            Ok(()) => Ok(()),
            Err(_) if table.is_forgiving => {
                unsupported(text);
                Ok(())
            }
            Err(e) => Err(value_error(begin, format!("clustering column {i}"), e)),
        }
    })?;
    for _ in types.iter().skip(values.count()) {
        text.extend_from_slice(L::PART.as_bytes());
        text.extend_from_slice(b"\"*\"");
    }
    text.extend_from_slice(L::END_PARTS.as_bytes());
    Ok(())
}

/// Most types have no text of null.
#[cold]
fn null(ty: &MarshalType, text: &mut Vec<u8>) -> std::result::Result<(), ValueError> {
    match ty.unreversed() {
        MarshalType::Native(NativeType::Decimal | NativeType::Empty) => {
            text.extend_from_slice(b"\"\"");
            Ok(())
        }
        _ => Err(ValueError::Null { ty: "clustering" }),
    }
}

/// The field that a path names.
pub(crate) fn field<'t>(user: &'t UserType, path: &[u8]) -> std::result::Result<&'t UserField, ValueError> {
    let index = field_index(path).and_then(|index| usize::try_from(index).ok());
    index.and_then(|index| user.fields.get(index)).ok_or(ValueError::OutOfRange { ty: "field of a user type" })
}
