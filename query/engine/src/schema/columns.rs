//! The orders of a table's columns.

use std::cmp::Ordering;

use cqlite_runtime::marshal::compare_column_names;

use super::metadata::{ColumnKind, ColumnMetadata, TableMetadata};

/// Brings columns into the order of `SELECT *` (`allColumnsInSelectOrder`): partition key, clustering, static ones, others, each by name.
pub(super) fn sort(columns: &mut Vec<ColumnMetadata>) {
    columns.sort_by(|a, b| a.kind.cmp(&b.kind).then_with(|| stored_order(a, b)));
    let mut sorted = Vec::with_capacity(columns.len());
    let mut rest = std::mem::take(columns).into_iter().peekable();
    while let Some(first) = rest.next() {
        let kind = first.kind;
        let mut run = vec![first];
        while let Some(next) = rest.next_if(|next| next.kind == kind) {
            run.push(next);
        }
        merge(run, &mut sorted);
    }
    *columns = sorted;
}

/// `Columns.selectOrderIterator`: columns of one cell and those of several are merged, by names as signed bytes. Those of several that begin
/// with no letter of ASCII are stored before the empty name that the two are divided at, and so count among those of one.
fn merge(stored: Vec<ColumnMetadata>, sorted: &mut Vec<ColumnMetadata>) {
    let is_simple = |column: &ColumnMetadata| !column.ty.is_multi_cell() || !column.name.as_bytes()[..1].is_ascii();
    let (simple, complex): (Vec<_>, Vec<_>) = stored.into_iter().partition(is_simple);
    let (mut simple, mut complex) = (simple.into_iter().peekable(), complex.into_iter().peekable());
    while let (Some(a), Some(b)) = (simple.peek(), complex.peek()) {
        let signed = |column: &ColumnMetadata| column.name.bytes().map(u8::cast_signed).collect::<Vec<i8>>();
        sorted.extend(if signed(a) <= signed(b) { simple.next() } else { complex.next() });
    }
    sorted.extend(simple.chain(complex));
}

/// The order in which rows have columns, and CREATE TABLE of DESCRIBE (`allColumnsInCreateOrder`): those of one cell first.
pub(super) fn stored_order(a: &ColumnMetadata, b: &ColumnMetadata) -> Ordering {
    a.kind.cmp(&b.kind).then_with(|| match a.kind {
        ColumnKind::Static | ColumnKind::Regular => {
            let cells = a.ty.is_multi_cell().cmp(&b.ty.is_multi_cell());
            cells.then_with(|| compare_column_names(a.name.as_bytes(), b.name.as_bytes()))
        }
        ColumnKind::PartitionKey(_) | ColumnKind::Clustering(_) => Ordering::Equal,
    })
}

impl TableMetadata {
    /// A column, also one that CQL does not show.
    pub(super) fn any_column(&self, name: &str) -> Option<&ColumnMetadata> {
        self.all_columns().find(|column| column.name == name)
    }

    /// Takes a column in at its place.
    pub(super) fn add_column(&mut self, column: ColumnMetadata) {
        self.columns.push(column);
        sort(&mut self.columns);
    }

    /// Hides those columns of a compact table that CQL does not show (`CompactTableMetadata.isHiddenColumn`).
    pub(super) fn hide_columns(&mut self) {
        if !self.is_compact {
            return;
        }
        let (is_static, is_dense) = (self.is_static_compact(), self.is_dense);
        let empty = cqlite_runtime::marshal::NativeType::Empty.into();
        let is_hidden = |column: &ColumnMetadata| match column.kind {
            ColumnKind::Clustering(_) => is_static,
            ColumnKind::Regular => is_static || is_dense && column.ty == empty,
            _ => false,
        };
        let (hidden, shown) = std::mem::take(&mut self.columns).into_iter().partition(|column| is_hidden(column));
        (self.hidden, self.columns) = (hidden, shown);
    }
}
