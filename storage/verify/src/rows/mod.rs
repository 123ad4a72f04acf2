//! Every partition, row, marker and cell of Data.db, and the index beside them.
//!
//! [`scan`] goes through the data and knows how to go on behind damage; [`checker`] judges partitions, rows and markers,
//! [`cells`] what is in a row; [`pairing`] walks along the index.

mod cells;
mod checker;
mod pairing;
mod row_index;
mod scan;
mod schema;
mod times;

use cqlite_format::data::{Partition, SstableDataVisitor};
use cqlite_format::statistics::SerializationHeader;
use cqlite_runtime::{ReadError, Reader};
use cqlite_sstable::compress::DataSource;
use cqlite_sstable::descriptor::Component;

pub(crate) use times::{Deletion, NEVER};

use crate::files::Files;
use crate::filter::Filter;
use crate::log::Log;
use crate::metadata::{Metadata, Table};
use crate::{Check, VerifyError};
use checker::Checker;
use pairing::Pairing;
use schema::Schema;

const DATA: &Component = &Component::Data;

/// Bytes from which it is told whether columns of user types have one cell or several.
const TRIAL: usize = 1 << 20;

/// What was read.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Counts {
    pub(crate) partitions: u64,
    pub(crate) rows: u64,
    pub(crate) cells: u64,
}

/// Reads and checks everything.
pub(crate) fn check(
    files: &Files,
    metadata: &Metadata,
    table: &Table,
    data: &DataSource,
    log: &mut Log<'_>,
) -> Result<Counts, VerifyError> {
    let schema = Schema::new(table.version, resolve(table, data));
    table.check_columns(&schema.header, metadata, log);
    if schema.has_unknown_types() {
        log.skip(&[Check::Values], "some types are not Cassandra's own: their values are not checked");
    }
    let bytes = pairing::IndexBytes::open(files)?;
    let pairing = Pairing::open(files, table, &bytes)?;
    let filter = Filter::open(files, log)?;
    let mut checker = Checker::new(&schema, table, metadata, filter, pairing, log);
    if !checker.comparator.is_known() {
        let why = "the order of some clustering columns is not known: they are of classes that are not Cassandra's own";
        checker.log.skip(&[Check::ClusteringOrder], why);
    }
    let is_whole = scan::run(&mut checker, data)?;
    checker.finish(metadata, is_whole)
}

/// The header by which the data decodes.
fn resolve(table: &Table, data: &DataSource) -> SerializationHeader {
    let stated = || table.header.clone();
    if !table.has_ambiguous_columns() {
        return stated();
    }
    let mut cursor = data.cursor(0);
    // What cannot be read is reported later.
    let _ = cursor.fill_to(TRIAL);
    let frozen = table.frozen_header();
    if decodes(table, &frozen, cursor.data()) > decodes(table, &table.header, cursor.data()) {
        return frozen;
    }
    stated()
}

/// How many bytes from the start decode by a header.
fn decodes(table: &Table, header: &SerializationHeader, bytes: &[u8]) -> u64 {
    struct Nothing;
    impl SstableDataVisitor<'_> for Nothing {
        type Error = ReadError;
    }
    let params = Schema::new(table.version, header.clone());
    let mut r = Reader::new(bytes);
    let mut done = 0;
    while !r.at_end() && Partition::visit(&mut r, &params.params(), &mut Nothing).is_ok() {
        done = r.pos();
    }
    done
}
