//! Live rows one after the other.

use cqlite_merge::Live;
use cqlite_rows::Row;
use cqlite_runtime::marshal::MarshalType;
use cqlite_types::key_components;

use super::table_data::Merged;
use crate::{QueryError, Result};

/// What of a table decides how its rows are read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    /// The partition key is one column, whatever its type.
    pub(crate) has_one_key_column: bool,
    /// Rows are there only while their own timestamp is: those of a view whose key has a column that is none of the base table's key
    /// (`enforceStrictLiveness`).
    pub(crate) is_strict: bool,
}

/// The live rows of partitions.
pub(crate) struct Cursor<'t> {
    live: Live<Merged<'t>>,
    shape: Shape,
    key: Vec<Vec<u8>>,
}

impl<'t> Cursor<'t> {
    pub(crate) fn new(partitions: Merged<'t>, shape: Shape, now: i64) -> Cursor<'t> {
        let live = Live::new(partitions, now);
        Cursor { live, shape, key: Vec::new() }
    }

    /// Goes to the next partition. Whether there is one.
    pub(crate) fn next_partition(&mut self, key_type: &MarshalType) -> Result<bool> {
        if !self.live.next_partition().map_err(QueryError::storage)? {
            return Ok(false);
        }
        self.key.clear();
        if self.shape.has_one_key_column {
            self.key.push(self.live.key().to_vec());
            return Ok(true);
        }
        for part in key_components(key_type, self.live.key()) {
            self.key.push(part.map_err(QueryError::storage)?.to_vec());
        }
        Ok(true)
    }

    /// Goes to the next row of the partition. Whether there is one.
    pub(crate) fn next_row(&mut self) -> Result<bool> {
        while let Some(row) = self.live.next_row().map_err(QueryError::storage)? {
            if !self.shape.is_strict || !row.liveness.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    pub(crate) fn key(&self) -> &[Vec<u8>] {
        &self.key
    }

    /// The key as its bytes are stored.
    pub(crate) fn raw_key(&self) -> &[u8] {
        self.live.key()
    }

    pub(crate) fn static_row(&self) -> &Row {
        self.live.static_row()
    }

    pub(crate) fn row(&self) -> &Row {
        self.live.row()
    }
}
