//! The order of a column's cells.

use cqlite_runtime::marshal::MarshalType;
use cqlite_types::{try_compare, ValueError};

/// The last path of a column of several cells.
#[derive(Default)]
pub(crate) struct Paths {
    last: Vec<u8>,
    has_last: bool,
}

impl Paths {
    /// A column begins.
    pub(crate) fn begin(&mut self) {
        self.has_last = false;
    }

    /// Whether a path stands behind the one before it; it is then the last one.
    ///
    /// Reference: `ColumnMetadata.makeCellPathComparator`, which `BTreeRow.Builder.CellResolver` sorts by.
    #[inline]
    pub(crate) fn follows(&mut self, ty: &MarshalType, path: &[u8]) -> Result<bool, ValueError> {
        let follows = !self.has_last || try_compare(ty, &self.last, path)?.is_lt();
        self.last.clear();
        self.last.extend_from_slice(path);
        self.has_last = true;
        Ok(follows)
    }
}
