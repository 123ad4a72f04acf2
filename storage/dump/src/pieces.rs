//! The parts of the JSON that do not change within a table.

use cqlite_schema::Cells;
use cqlite_types::words::put_part;

use crate::layout::Layout;
use crate::table::{Column, Table};
use crate::text::{Fast, Piece};

/// What the last cell of a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Last {
    /// There is none yet.
    None,
    /// One with a value, or a column's deletion.
    Cell,
    /// A deleted one, which ends differently.
    Deleted,
}

/// A part together with what stands before it: the end of the last cell.
pub(crate) struct AfterCell([Piece; 3]);

impl AfterCell {
    /// One that begins with a comma, unless it follows no cell.
    fn separated<L: Layout>(text: &[u8]) -> Self {
        Self::new::<L>(&text[1..], text)
    }

    /// One that is `first` after no cell.
    fn new<L: Layout>(first: &[u8], text: &[u8]) -> Self {
        let after = |end: &str| Piece::new(&[end.as_bytes(), text].concat());
        AfterCell([Piece::new(first), after(L::END_CELL), after(L::END_DELETED_CELL)])
    }

    #[inline(always)]
    pub(crate) fn put(&self, last: Last, out: &mut Vec<u8>) {
        self.0[last as usize].put(out);
    }
}

/// Parts with the names of columns and the table's kind in them.
pub(crate) struct Pieces {
    /// Up to the first part of the key.
    pub(crate) partition: Piece,
    /// From the end of the key to the position.
    pub(crate) position: Piece,
    /// From the end of the path to the value.
    pub(crate) path_value: Piece,
    /// From the end of the path to the time when the cell was deleted.
    pub(crate) path_deleted: Piece,
    /// Behind the cells.
    pub(crate) end_row: AfterCell,
    /// Of the columns of a row that is not static, of the static ones.
    pub(crate) columns: [Vec<ColumnPieces>; 2],
    /// What is needed most of each of them, close together.
    pub(crate) usual: [Vec<Usual>; 2],
}

/// Up to the value of a simple column after another cell: what nearly all cells begin with, in one line of the processor's cache.
#[repr(align(64))]
pub(crate) struct Usual {
    text: [u8; Usual::LONGEST],
    len: u8,
    pub(crate) fast_value: Fast,
    /// False if the text is too long, or the column not simple.
    pub(crate) is_there: bool,
}

impl Usual {
    const LONGEST: usize = 61;

    fn new(column: &Column<'_>, pieces: &ColumnPieces) -> Self {
        let found = pieces.content.0[Last::Cell as usize].as_bytes();
        let mut text = [0; Self::LONGEST];
        let place = text.get_mut(..found.len()).filter(|_| matches!(column.cells, Cells::Simple));
        let is_there = place.map(|place| place.copy_from_slice(found)).is_some();
        Usual { text, len: found.len().min(Self::LONGEST) as u8, fast_value: pieces.fast_value, is_there }
    }

    #[inline(always)]
    pub(crate) fn put(&self, out: &mut Vec<u8>) {
        put_part(&self.text, usize::from(self.len), out);
    }
}

/// Parts with the name of a column in them.
pub(crate) struct ColumnPieces {
    /// Up to the value of a simple column, or to the path.
    pub(crate) content: AfterCell,
    /// Up to the time when the cell of a simple column was deleted.
    pub(crate) deleted: AfterCell,
    /// Up to the timestamp of the column's deletion.
    pub(crate) column_deletion: AfterCell,
    pub(crate) fast_path: Fast,
    pub(crate) fast_value: Fast,
}

impl Pieces {
    pub(crate) fn new<L: Layout>(table: &Table<'_>) -> Self {
        let columns = |is_static| table.columns(is_static).iter().map(ColumnPieces::new::<L>).collect::<Vec<_>>();
        let columns = [columns(false), columns(true)];
        let usual = |is_static: bool| {
            let pieces = table.columns(is_static).iter().zip(&columns[usize::from(is_static)]);
            pieces.map(|(column, pieces)| Usual::new(column, pieces)).collect()
        };
        let usual = [usual(false), usual(true)];
        let joined = |parts: &[&str]| Piece::new(parts.concat().as_bytes());
        let partition = match table.name {
            None => joined(&[L::PARTITION, table.kind, L::KEY]),
            Some(name) => {
                let mut quoted = Vec::new();
                cqlite_types::json::write_escaped(name, &mut quoted);
                let parts = [L::SSTABLE.as_bytes(), &quoted, L::TABLE_KIND.as_bytes(), table.kind.as_bytes()];
                Piece::new(&[&parts.concat(), L::KEY.as_bytes()].concat())
            }
        };
        Pieces {
            partition,
            position: joined(&[L::END_PARTS, L::POSITION]),
            path_value: joined(&[L::END_PATH, L::VALUE]),
            path_deleted: joined(&[L::END_PATH, L::CELL_DELETION]),
            end_row: AfterCell::new::<L>(L::END_EMPTY_ROW.as_bytes(), L::END_ROW.as_bytes()),
            columns,
            usual,
        }
    }
}

impl ColumnPieces {
    fn new<L: Layout>(column: &Column<'_>) -> Self {
        let named = |next: &str| {
            let text = [L::CELL.as_bytes(), &column.quoted, b"\"", next.as_bytes()].concat();
            AfterCell::separated::<L>(&text)
        };
        let (fast_path, fast_value) = match column.cells {
            Cells::Simple if column.is_counter => (Fast::Other, Fast::Other),
            Cells::Simple => (Fast::Other, Fast::of(column.ty)),
            Cells::Collection { path, value } => (Fast::of_text(path), Fast::of(value)),
            Cells::Fields(_) => (Fast::Other, Fast::Other),
        };
        ColumnPieces {
            content: named(if let Cells::Simple = column.cells { L::VALUE } else { L::PATH }),
            deleted: named(L::CELL_DELETION),
            column_deletion: named(L::COLUMN_DELETION),
            fast_path,
            fast_value,
        }
    }
}
