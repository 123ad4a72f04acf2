//! Rows as Cassandra prints them for its developers. Reference: `SSTableExport`, `AbstractRow.toString`, `AbstractCell.toString`.

use cqlite_format::common::PrefixKind;
use cqlite_format::nullable::NullableRef;
use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_runtime::Reader;
use cqlite_schema::Cells;
use cqlite_types::words::{put_number, put_signed};
use cqlite_types::{counter, literal, text, validate, ValueError};

use crate::clustering::Clustering;
use crate::lossy;
use crate::rows::{column_error, key_text, value_error, Output, Result};
use crate::table::{Column, Table};
use cqlite_rows::{Cell, DeletionTime, LivenessInfo, RowHead};

/// Lines in the making.
pub(crate) struct Debug<'t> {
    table: &'t Table<'t>,
    text: Vec<u8>,
    /// The partition key.
    key: Vec<u8>,
    /// `[key]@`, before each line; empty until there is one, as a partition without lines needs no text of its key.
    lead: Vec<u8>,
    /// Position of the partition.
    begin: u64,
    /// Clustering of the row, which comes after its times.
    clustering: Vec<u8>,
    has_columns: bool,
}

impl<'t> Debug<'t> {
    pub(crate) fn new(table: &'t Table<'t>) -> Self {
        Debug {
            table,
            text: Vec::new(),
            key: Vec::new(),
            lead: Vec::new(),
            begin: 0,
            clustering: Vec::new(),
            has_columns: false,
        }
    }

    fn put(&mut self, text: &str) {
        self.text.extend_from_slice(text.as_bytes());
    }

    fn number(&mut self, value: i64) {
        put_signed(value, &mut self.text);
    }

    fn line(&mut self, position: u64) -> Result {
        if self.lead.is_empty() {
            let mut lead = vec![b'['];
            key_text(self.table, &self.key, self.begin, &mut lead)?;
            lead.extend_from_slice(b"]@");
            self.lead = lead;
        }
        self.text.extend_from_slice(&self.lead);
        put_number(position, &mut self.text);
        self.text.push(b' ');
        Ok(())
    }

    fn deletion(&mut self, deletion: DeletionTime) {
        self.put("deletedAt=");
        self.number(deletion.marked_for_delete_at);
        self.put(", localDeletion=");
        self.number(deletion.local_deletion_time);
    }

    fn liveness(&mut self, liveness: &LivenessInfo) {
        self.put("[ts=");
        self.number(liveness.timestamp);
        if liveness.is_expiring() {
            self.put(" ttl=");
            self.number(i64::from(liveness.ttl));
            self.put(", let=");
            self.number(liveness.local_expiration_time);
        }
        self.put("]");
    }

    /// Comma, name and what stands between them.
    fn open(&mut self, column: &Column<'t>) {
        if self.has_columns {
            self.put(", ");
        }
        self.has_columns = true;
        self.put("[");
        self.put(column.name);
    }

    fn value(&mut self, column: &Column<'t>, cell: &Cell<'_>) -> Result {
        let fail = |e| column_error(self.begin, column, e);
        match column.cells {
            Cells::Collection { path, value } => {
                self.text.push(b'[');
                text::write(path, cell.path, &mut self.text).map_err(fail)?;
                self.text.extend_from_slice(b"]=");
                if cell.is_tombstone() {
                    self.put("<tombstone>");
                } else {
                    cell_text(value, cell.value, &mut self.text).map_err(fail)?;
                }
            }
            _ if cell.is_tombstone() => self.put("=<tombstone>"),
            _ => {
                self.text.push(b'=');
                safe_text(column.ty, cell.value, &mut self.text).map_err(fail)?;
            }
        }
        Ok(())
    }
}

/// Text of a value, or of its bytes if it has none. The fields of a user type of several cells are taken for values of the whole
/// type.
///
/// Reference: `AbstractCell.safeToString`.
fn safe_text(ty: &MarshalType, bytes: &[u8], out: &mut Vec<u8>) -> std::result::Result<(), ValueError> {
    let start = out.len();
    match cell_text(ty, bytes, out) {
        Ok(()) => Ok(()),
        Err(e @ ValueError::OutOfRange { ty: OUT_OF_MEMORY }) => Err(e),
        // Of all that is wrong with values, Cassandra takes this alone for impossible, and ends (`DurationSerializer.validate`).
        Err(e @ ValueError::Truncated { ty: "duration" }) => Err(e),
        // The text inside may have replacements.
        Err(e @ ValueError::Encoding { .. }) if is_composite(ty) => Err(e),
        Err(_) => {
            out.truncate(start);
            out.extend_from_slice(b"0x");
            text::write(&MarshalType::Native(NativeType::Bytes), bytes, out)
        }
    }
}

fn is_composite(ty: &MarshalType) -> bool {
    matches!(ty, MarshalType::Composite(_) | MarshalType::DynamicComposite(_))
        || ty.sub_types().into_iter().any(is_composite)
}

/// What sstabledump dies of, with its 256 MiB.
const OUT_OF_MEMORY: &str = "length of a field";
/// Longest field that is made up.
const MAX_PADDED: usize = 16 << 20;

/// `getString` of a value in an array: a field that the array cuts off goes on with zeros, and text that passes Cassandra's check but
/// not Java's has replacements.
///
/// Reference: `TupleType.getString`, `ByteArrayAccessor.slice`, `ByteArrayAccessor.toString`.
fn cell_text(ty: &MarshalType, bytes: &[u8], out: &mut Vec<u8>) -> std::result::Result<(), ValueError> {
    let types: Vec<&MarshalType> = match ty {
        MarshalType::Reversed(base) => return cell_text(base, bytes, out),
        MarshalType::Tuple(types) => types.iter().collect(),
        MarshalType::User(user) => user.fields.iter().map(|field| &field.ty).collect(),
        MarshalType::Native(NativeType::Utf8) => {
            validate(ty, bytes)?;
            lossy::write(bytes, out);
            return Ok(());
        }
        _ => return text::write(ty, bytes, out),
    };
    let truncated = ValueError::Truncated { ty: "tuple" };
    let mut rest = Reader::new(bytes);
    let mut is_cut_off = false;
    for (i, ty) in types.into_iter().enumerate() {
        if is_cut_off {
            return Err(truncated);
        }
        if rest.at_end() {
            break;
        }
        if i > 0 {
            out.push(b':');
        }
        let Ok(field) = NullableRef::read(&mut rest) else { return Err(truncated) };
        let Some(data) = field.data else {
            out.push(b'@');
            continue;
        };
        let start = out.len();
        is_cut_off = field.num_missing > 0;
        if is_cut_off {
            cell_text(ty, &padded(data, field.num_missing)?, out)?;
        } else {
            cell_text(ty, data, out)?;
        }
        for byte in out.split_off(start) {
            if matches!(byte, b':' | b'@') {
                out.push(b'\\');
            }
            out.push(byte);
        }
    }
    Ok(())
}

/// The bytes and zeros for those that are missing.
fn padded(data: &[u8], num_missing: i64) -> std::result::Result<Vec<u8>, ValueError> {
    let len = usize::try_from(num_missing).map_or(usize::MAX, |missing| data.len().saturating_add(missing));
    if len > MAX_PADDED {
        return Err(ValueError::OutOfRange { ty: OUT_OF_MEMORY });
    }
    let mut padded = data.to_vec();
    padded.resize(len, 0);
    Ok(padded)
}

/// `getString` of null.
fn null_text(ty: &MarshalType, out: &mut Vec<u8>) -> std::result::Result<(), ValueError> {
    match ty.unreversed() {
        MarshalType::Native(NativeType::Empty) => {}
        MarshalType::Native(NativeType::CounterColumn)
        | MarshalType::Composite(_)
        | MarshalType::DynamicComposite(_)
        | MarshalType::PartitionerDefinedOrder { .. } => return Err(ValueError::Null { ty: "clustering" }),
        _ => out.extend_from_slice(b"null"),
    }
    Ok(())
}

impl Output for Debug<'_> {
    fn text(&mut self) -> &mut Vec<u8> {
        &mut self.text
    }

    fn partition(&mut self, key: &[u8], begin: u64) -> Result {
        self.begin = begin;
        self.lead.clear();
        self.key.clear();
        self.key.extend_from_slice(key);
        Ok(())
    }

    fn partition_head(&mut self, position: u64, deletion: Option<DeletionTime>) -> Result {
        if let Some(deletion) = deletion {
            self.line(position)?;
            self.deletion(deletion);
            self.put("\n");
        }
        Ok(())
    }

    fn end_partition(&mut self) {}

    fn row<V: Clustering>(&mut self, position: u64, values: Option<&V>) -> Result {
        self.line(position)?;
        self.clustering.clear();
        let Some(values) = values else {
            self.clustering.extend_from_slice(b"STATIC");
            return Ok(());
        };
        let (types, clustering, begin) = (self.table.clustering_types, &mut self.clustering, self.begin);
        values.for_each(self.table, |i, value| {
            if i > 0 {
                clustering.extend_from_slice(b", ");
            }
            match (types.get(i), value) {
                (Some(ty), Some(bytes)) => literal::write(&ty.marshal, bytes, clustering)
                    .map_err(|e| value_error(begin, format!("clustering column {i}"), e)),
                _ => {
                    clustering.extend_from_slice(b"null");
                    Ok(())
                }
            }
        })
    }

    fn row_head(&mut self, head: &RowHead) -> Result {
        self.put("Row[info=");
        self.liveness(&head.liveness);
        if let Some(deletion) = head.deletion {
            self.put(" del=");
            self.deletion(deletion);
            if head.is_shadowable {
                self.put("(shadowable)");
            }
        }
        self.put(" ]: ");
        self.text.extend_from_slice(&self.clustering);
        self.put(" | ");
        self.has_columns = false;
        Ok(())
    }

    fn column(&mut self, column: usize, is_static: bool, deletion: Option<DeletionTime>) -> Result {
        if self.has_columns {
            self.put(", ");
        }
        // Each of its cells has a comma before it, the first one too.
        self.has_columns = true;
        if let Some(deletion) = deletion {
            let name = &self.table.columns(is_static)[column].name;
            self.text.extend_from_slice(b"del(");
            self.text.extend_from_slice(name.as_bytes());
            self.text.extend_from_slice(b")=");
            self.deletion(deletion);
        }
        Ok(())
    }

    fn cell(&mut self, index: usize, is_static: bool, cell: &Cell<'_>, _: &RowHead) -> Result {
        let table = self.table;
        let column = &table.columns(is_static)[index];
        self.open(column);
        if column.is_counter && !cell.is_tombstone() {
            let total = counter::total(cell.value).map_err(|e| column_error(self.begin, column, e))?;
            self.put("=");
            self.number(total);
            self.put(" ts=");
            self.number(cell.timestamp);
            self.put("]");
            return Ok(());
        }
        self.value(column, cell)?;
        self.put(" ts=");
        self.number(cell.timestamp);
        if cell.is_expiring() {
            self.put(" ttl=");
            self.number(i64::from(cell.ttl));
        }
        if cell.is_expiring() || cell.is_tombstone() {
            self.put(" ldt=");
            self.number(cell.local_deletion_time);
        }
        self.put("]");
        Ok(())
    }

    fn end_row(&mut self) {
        self.put("\n");
    }

    fn drop_row(&mut self, _: bool) {}

    fn marker<V: Clustering>(&mut self, position: u64, kind: PrefixKind, values: &V) -> Result {
        self.line(position)?;
        self.put("Marker ");
        self.text.extend(kind.id().bytes().map(|b| b.to_ascii_uppercase()));
        self.put("(");
        let (types, text, begin) = (self.table.clustering_types, &mut self.text, self.begin);
        values.for_each(self.table, |i, value| {
            if i > 0 {
                text.extend_from_slice(b", ");
            }
            let written = match (types.get(i), value) {
                (Some(ty), Some(bytes)) => cell_text(&ty.marshal, bytes, text),
                (Some(ty), None) => null_text(&ty.marshal, text),
                (None, _) => Err(ValueError::Component { index: i }),
            };
            written.map_err(|e| value_error(begin, format!("clustering column {i}"), e))
        })?;
        self.put(")@");
        Ok(())
    }

    fn marker_body(&mut self, deletion: DeletionTime, start: Option<DeletionTime>) -> Result {
        for (i, deletion) in [Some(deletion), start].into_iter().flatten().enumerate() {
            if i > 0 {
                self.put("-");
            }
            self.number(deletion.marked_for_delete_at);
            self.put("/");
            self.number(deletion.local_deletion_time);
        }
        self.put("\n");
        Ok(())
    }
}
