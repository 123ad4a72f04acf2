//! The JSON of sstabledump. Reference: `JsonTransformer`.

use std::marker::PhantomData;

use cqlite_format::common::{ClusteringValuesSpan, PrefixKind};
use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_types::{json, ValueError};

use crate::key::Keys;
use crate::layout::Layout;
use crate::row::{Cell, Deletion, RowHead};
use crate::rows::{column_error, for_each_value, time_error, value_error, Output, Result};
use crate::table::{Column, Shape, Table};
use crate::time::{number, Clock};

/// What 6.0 prints in place of a value that has no JSON text.
const UNSUPPORTED: &[u8] = b"\"unsupported conversion to JSON\"";

/// JSON in the making.
pub(crate) struct Json<'t, L> {
    table: &'t Table<'t>,
    text: Vec<u8>,
    clock: Clock,
    keys: Keys,
    /// Before the cells of each column: static ones, the others.
    prefixes: [Vec<Prefix>; 2],
    /// Position of the partition.
    begin: u64,
    /// The partition has a row or a marker.
    has_rows: bool,
    /// The row has a cell.
    has_cells: bool,
    /// The bound that is being printed, and its clustering.
    bound: PrefixKind,
    clustering: Vec<u8>,
    layout: PhantomData<L>,
}

/// What stands before a cell; each begins with the comma that the first cell does not have.
struct Prefix {
    /// Up to the name.
    name: Vec<u8>,
    /// Up to the value of a simple column, or to the path of another.
    content: Vec<u8>,
}

impl Prefix {
    fn new<L: Layout>(column: &Column<'_>) -> Self {
        let name = [L::CELL.as_bytes(), &column.quoted, b"\""].concat();
        let next = if matches!(column.shape, Shape::Simple) { L::VALUE } else { L::PATH };
        Prefix { content: [&name, next.as_bytes()].concat(), name }
    }
}

impl<'t, L: Layout> Json<'t, L> {
    pub(crate) fn new(table: &'t Table<'t>) -> Self {
        let prefixes = |is_static| table.columns(is_static).iter().map(Prefix::new::<L>).collect();
        Json {
            table,
            text: Vec::new(),
            clock: Clock::new(table.raw_time),
            keys: Keys::new(table.key_type),
            prefixes: [prefixes(false), prefixes(true)],
            begin: 0,
            has_rows: false,
            has_cells: false,
            bound: PrefixKind::Clustering,
            clustering: Vec::new(),
            layout: PhantomData,
        }
    }

    #[inline(always)]
    fn put(&mut self, text: &'static str) {
        self.text.extend_from_slice(text.as_bytes());
    }

    /// A part that follows others of its kind, or is the first one.
    #[inline(always)]
    fn put_next(&mut self, text: &'static str, is_first: bool) {
        self.text.extend_from_slice(if is_first { &text.as_bytes()[1..] } else { text.as_bytes() });
    }

    #[inline(always)]
    fn micros(&mut self, micros: i64) -> Result {
        self.clock.micros(micros, &mut self.text).map_err(|_| time_error(self.begin, micros))
    }

    #[inline(always)]
    fn seconds(&mut self, seconds: i64) -> Result {
        self.clock.seconds(seconds, &mut self.text).map_err(|_| time_error(self.begin, seconds))
    }

    /// A deletion behind the part that leads up to its timestamp.
    fn deletion(&mut self, head: &'static str, deletion: Deletion) -> Result {
        self.put(head);
        self.micros(deletion.marked_for_delete_at)?;
        self.put(L::LOCAL_DELETE_TIME);
        self.seconds(deletion.local_deletion_time)?;
        self.put(L::END_DELETION);
        Ok(())
    }

    /// TTL and expiration behind the part that leads up to the TTL.
    fn expiration(&mut self, head: &'static str, ttl: i32, local: i64, is_expired: bool) -> Result {
        self.put(head);
        number(ttl, &mut self.text);
        self.put(L::EXPIRES_AT);
        self.seconds(local)?;
        self.put(L::EXPIRED);
        self.put(if is_expired { "true" } else { "false" });
        Ok(())
    }

    /// A side of a bound.
    fn side(&mut self, head: &'static str, deletion: Deletion) -> Result {
        self.put(head);
        self.text.extend_from_slice(&self.clustering);
        self.deletion(L::BOUND_DELETION, deletion)?;
        self.put(L::END_SIDE);
        Ok(())
    }

    /// The path of a cell, for an error the column; the type of the cell's value.
    fn path(&mut self, column: &Column<'t>, path: &[u8]) -> Result<&'t MarshalType> {
        match column.shape {
            Shape::Simple => Ok(column.ty),
            Shape::Collection { path: ty, value } => {
                let written = self.keys.write_escaped(ty, path, &mut self.text);
                written.map_err(|e| column_error(self.begin, column, e))?;
                Ok(value)
            }
            Shape::User(user) => {
                let index = path.first_chunk::<2>().map(|index| i16::from_be_bytes(*index));
                match index.and_then(|index| user.fields.get(usize::try_from(index).ok()?)) {
                    Some(field) => {
                        json::write_escaped(&field.name, &mut self.text);
                        Ok(&field.ty)
                    }
                    None => Err(column_error(self.begin, column, ValueError::OutOfRange { ty: "field of a user type" })),
                }
            }
        }
    }

    #[inline(always)]
    fn value(&mut self, column: &Column<'t>, ty: &MarshalType, cell: &Cell<'_>) -> Result {
        let written = if column.is_counter {
            counter(ty, cell.value, &mut self.text)
        } else {
            json::write(ty, cell.value, &mut self.text)
        };
        match written {
            Ok(()) => Ok(()),
            Err(_) if self.table.is_forgiving => {
                self.text.extend_from_slice(UNSUPPORTED);
                Ok(())
            }
            Err(e) => Err(column_error(self.begin, column, e)),
        }
    }
}

/// Writes the values of a clustering, with a star for each that a bound lacks.
fn clustering<L: Layout>(
    table: &Table<'_>,
    begin: u64,
    count: usize,
    values: &ClusteringValuesSpan<'_>,
    text: &mut Vec<u8>,
) -> Result {
    let types = table.clustering_types;
    for_each_value(table, count, values, |i, value| {
        text.extend_from_slice(if i == 0 { L::FIRST_PART } else { L::PART }.as_bytes());
        let written = match (types.get(i), value) {
            (Some(ty), Some(bytes)) => json::write(&ty.marshal, bytes, text),
            (Some(ty), None) => null(&ty.marshal, text),
            (None, _) => Err(ValueError::Component { index: i }),
        };
        match written {
            Ok(()) => Ok(()),
            Err(_) if table.is_forgiving => {
                text.extend_from_slice(UNSUPPORTED);
                Ok(())
            }
            Err(e) => Err(value_error(begin, format!("clustering column {i}"), e)),
        }
    })?;
    for _ in count..types.len() {
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

/// A counter: the number that its context begins with. Local shards that are marked so are cleared first.
///
/// Reference: `CounterContext.clearAllLocal`.
fn counter(ty: &MarshalType, context: &[u8], text: &mut Vec<u8>) -> std::result::Result<(), ValueError> {
    let count = context.first_chunk::<2>().map_or(0, |count| i16::from_be_bytes(*count));
    if count >= 0 {
        return json::write(ty, context, text);
    }
    let elements = usize::from(count.unsigned_abs());
    let Some((header, shards)) = context[2..].split_at_checked(2 * elements) else {
        return Err(ValueError::Truncated { ty: "counter" });
    };
    // Elements of global shards are negative.
    let global: Vec<&[u8]> = header.chunks_exact(2).filter(|element| element[0] & 0x80 != 0).collect();
    if global.len() == elements {
        return json::write(ty, context, text);
    }
    let count = (global.len() as u16).to_be_bytes();
    json::write(ty, &[&count, &*global.concat(), shards].concat(), text)
}

impl<L: Layout> Output for Json<'_, L> {
    #[inline(always)]
    fn text(&mut self) -> &mut Vec<u8> {
        &mut self.text
    }

    fn partition(&mut self, key: &[u8], begin: u64) -> Result {
        self.begin = begin;
        self.put(L::PARTITION);
        self.put(self.table.kind);
        self.put(L::KEY);
        let written = self.keys.write_parts::<L>(key, &mut self.text);
        written.map_err(|e| value_error(begin, "partition key".into(), e))?;
        self.put(L::END_PARTS);
        Ok(())
    }

    fn partition_head(&mut self, position: u64, deletion: Option<Deletion>) -> Result {
        self.put(L::POSITION);
        number(position, &mut self.text);
        if let Some(deletion) = deletion {
            self.deletion(L::PARTITION_DELETION, deletion)?;
        }
        self.put(L::ROWS);
        self.has_rows = false;
        Ok(())
    }

    fn end_partition(&mut self) {
        self.put(if self.has_rows { L::END_PARTITION } else { L::END_EMPTY_PARTITION });
    }

    #[inline]
    fn row(&mut self, position: u64, values: Option<&ClusteringValuesSpan<'_>>) -> Result {
        let is_first = !self.has_rows;
        self.put_next(if values.is_some() { L::ROW } else { L::STATIC_ROW }, is_first);
        number(position, &mut self.text);
        let count = self.table.clustering_types.len();
        match values {
            Some(values) if count > 0 => {
                self.put(L::CLUSTERING);
                clustering::<L>(self.table, self.begin, count, values, &mut self.text)
            }
            _ => Ok(()),
        }
    }

    #[inline]
    fn row_head(&mut self, head: &RowHead) -> Result {
        let liveness = &head.liveness;
        if !liveness.is_empty() {
            self.put(L::LIVENESS);
            self.micros(liveness.timestamp)?;
            if liveness.is_expiring() {
                let local = liveness.local_expiration_time;
                self.expiration(L::TTL, liveness.ttl, local, local < self.table.now)?;
                self.put(L::END_EXPIRING_LIVENESS);
            } else {
                self.put(L::END_LIVENESS);
            }
        }
        if let Some(deletion) = head.deletion {
            self.deletion(L::ROW_DELETION, deletion)?;
        }
        self.put(L::CELLS);
        self.has_cells = false;
        Ok(())
    }

    fn column(&mut self, column: usize, is_static: bool, deletion: Option<Deletion>) -> Result {
        let Some(deletion) = deletion else { return Ok(()) };
        let skip = usize::from(!self.has_cells);
        self.has_cells = true;
        self.text.extend_from_slice(&self.prefixes[usize::from(is_static)][column].name[skip..]);
        self.deletion(L::COLUMN_DELETION, deletion)?;
        self.put(L::END_CELL);
        Ok(())
    }

    #[inline]
    fn cell(&mut self, index: usize, is_static: bool, cell: &Cell<'_>, head: &RowHead) -> Result {
        let table = self.table;
        let column = &table.columns(is_static)[index];
        let prefix = &self.prefixes[usize::from(is_static)][index];
        let skip = usize::from(!self.has_cells);
        self.has_cells = true;
        let is_tombstone = cell.is_tombstone();
        let is_simple = matches!(column.shape, Shape::Simple);
        let lead = if is_simple && is_tombstone { &prefix.name } else { &prefix.content };
        self.text.extend_from_slice(&lead[skip..]);
        let mut ty = column.ty;
        if !is_simple {
            ty = self.path(column, cell.path)?;
            self.put(L::END_PATH);
        }
        if is_tombstone {
            self.put(L::CELL_DELETION);
            self.seconds(cell.local_deletion_time)?;
            self.put(L::END_CELL_DELETION);
        } else {
            if !is_simple {
                self.put(L::VALUE);
            }
            self.value(column, ty, cell)?;
        }
        let liveness = &head.liveness;
        if liveness.is_empty() || cell.timestamp != liveness.timestamp {
            self.put(if is_tombstone { L::DELETED_TSTAMP } else { L::TSTAMP });
            self.micros(cell.timestamp)?;
            self.put("\"");
        }
        if cell.is_expiring() && (liveness.is_empty() || cell.ttl != liveness.ttl) {
            // The clock in 32 bits, as Cassandra compares it here.
            let is_expired = cell.is_dead(i64::from(table.now as i32));
            self.expiration(L::CELL_TTL, cell.ttl, cell.local_deletion_time, is_expired)?;
        }
        self.put(if is_tombstone { L::END_DELETED_CELL } else { L::END_CELL });
        Ok(())
    }

    #[inline]
    fn end_row(&mut self) {
        self.put(if self.has_cells { L::END_ROW } else { L::END_EMPTY_ROW });
        self.has_rows = true;
    }

    fn drop_row(&mut self) {}

    fn marker(&mut self, _: u64, kind: PrefixKind, count: usize, values: &ClusteringValuesSpan<'_>) -> Result {
        self.bound = kind;
        self.clustering.clear();
        if count > 0 {
            self.clustering.extend_from_slice(L::BOUND_CLUSTERING.as_bytes());
            clustering::<L>(self.table, self.begin, count, values, &mut self.clustering)?;
        }
        Ok(())
    }

    fn marker_body(&mut self, deletion: Deletion, start: Option<Deletion>) -> Result {
        use PrefixKind as P;
        let is_first = !self.has_rows;
        self.has_rows = true;
        self.put_next(if start.is_some() { L::BOUNDARY } else { L::BOUND }, is_first);
        let (opens, closes) = match self.bound {
            P::InclStartBound => (Some(L::INCL_START), None),
            P::ExclStartBound => (Some(L::EXCL_START), None),
            P::InclEndBound => (None, Some(L::INCL_END)),
            P::ExclEndInclStartBoundary => (Some(L::INCL_START), Some(L::EXCL_END)),
            P::InclEndExclStartBoundary => (Some(L::EXCL_START), Some(L::INCL_END)),
            _ => (None, Some(L::EXCL_END)),
        };
        if let Some(head) = opens {
            self.side(head, start.unwrap_or(deletion))?;
        }
        if let Some(head) = closes {
            self.side(head, deletion)?;
        }
        self.put(L::END_BOUND);
        Ok(())
    }
}
