use cqlite_format::common::PrefixKind;
use cqlite_rows::clustering::{OwnedPrefix, PrefixValues};
use cqlite_schema::NamedColumn;
use cqlite_types::composite_key;
use cqlite_types::value::{Given, ToCql, ValueWriter};

use crate::{UpdateError, UpdateTable, Values};

/// Bytes that a key can have, and the values of a clustering together (`FBUtilities.MAX_UNSIGNED_SHORT`).
const MOST: usize = u16::MAX as usize;

/// A partition's key and the first values of a clustering, in memory that is used again.
#[derive(Debug, Default)]
pub(crate) struct Key {
    pub(crate) key: Vec<u8>,
    pub(crate) clustering: OwnedPrefix,
    /// Values of a key of several columns.
    parts: Vec<Vec<u8>>,
    value: ValueWriter,
}

impl Key {
    /// Takes values of the primary key: all of the partition key and some of the clustering, or all of it.
    pub(crate) fn take(&mut self, table: &UpdateTable, values: &impl Values) -> Result<(), UpdateError> {
        let (own, clustering) = (&table.definition.partition_key, &table.definition.clustering);
        self.clustering.clear(PrefixKind::Clustering);
        self.parts.clear();
        let mut found = 0;
        values.each(|value| {
            let column = own.get(found).or_else(|| clustering.get(found - own.len()));
            found += 1;
            let Some(column) = column else { return Ok::<_, UpdateError>(()) };
            let bytes = one(&mut self.value, column, value)?;
            match (own.len(), found) {
                (1, 1) => {
                    self.key.clear();
                    self.key.extend_from_slice(bytes);
                }
                (all, found) if found <= all => self.parts.push(bytes.to_vec()),
                _ => self.clustering.push(Some(bytes)),
            }
            Ok(())
        })?;
        if !(own.len()..=own.len() + clustering.len()).contains(&found) {
            return Err(UpdateError::KeyValues { found, wanted: wanted(own.len(), clustering.len()) });
        }
        if own.len() > 1 {
            // Each is of a length that is checked with that of all.
            let len = self.parts.iter().map(Vec::len).sum();
            self.key = composite_key(self.parts.drain(..)).map_err(|_| too_long("a partition key", len))?;
        }
        match self.key.len() {
            0 => Err(UpdateError::EmptyKey),
            1..=MOST => check_clustering(&self.clustering),
            found => Err(too_long("a partition key", found)),
        }
    }

    /// Whether all clustering columns have values.
    pub(crate) fn is_row(&self, table: &UpdateTable) -> bool {
        self.clustering.len() == table.definition.clustering.len()
    }
}

/// Takes values of the clustering columns that follow those that a bound has. Whether these are in descending order.
pub(crate) fn bound(
    table: &UpdateTable,
    values: &impl Values,
    value: &mut ValueWriter,
    to: &mut OwnedPrefix,
) -> Result<bool, UpdateError> {
    let columns = table.definition.clustering.get(to.len()..).unwrap_or_default();
    if columns.is_empty() {
        return Err(UpdateError::NoRange);
    }
    let mut found = 0;
    values.each(|given| {
        found += 1;
        let Some(column) = columns.get(found - 1) else { return Ok::<_, UpdateError>(()) };
        to.push(Some(one(value, column, given)?));
        Ok(())
    })?;
    let Some(of) = columns.get(..found).filter(|of| !of.is_empty()) else {
        let wanted = format!("{} clustering columns for a bound", columns.len());
        return Err(UpdateError::KeyValues { found, wanted });
    };
    let is_reversed = |column: &NamedColumn| column.ty.marshal.is_reversed();
    if of.iter().any(|column| is_reversed(column) != is_reversed(&of[0])) {
        return Err(UpdateError::MixedOrder);
    }
    check_clustering(to)?;
    Ok(is_reversed(&of[0]))
}

fn one<'w>(writer: &'w mut ValueWriter, column: &NamedColumn, value: &dyn ToCql) -> Result<&'w [u8], UpdateError> {
    let taken = writer.take(&column.ty.marshal, value);
    taken.map_err(|error| UpdateError::Value { column: column.name.clone(), error })?;
    match writer.given() {
        Given::One(bytes) => Ok(bytes),
        _ => Err(UpdateError::NoKey { column: column.name.clone() }),
    }
}

/// Reference: `ClusteringPrefix.validate`.
fn check_clustering(clustering: &OwnedPrefix) -> Result<(), UpdateError> {
    let sum = (0..clustering.len()).filter_map(|i| clustering.value(i)).map(<[u8]>::len).sum();
    match sum {
        0..=MOST => Ok(()),
        found => Err(too_long("a clustering", found)),
    }
}

fn too_long(of: &'static str, found: usize) -> UpdateError {
    UpdateError::KeyTooLong { of, found, most: MOST }
}

fn wanted(key: usize, clustering: usize) -> String {
    let columns = |n: usize| format!("{n} {}", if n == 1 { "column" } else { "columns" });
    match clustering {
        0 => columns(key),
        _ => format!("{} of the partition key and {} of the clustering", columns(key), columns(clustering)),
    }
}
