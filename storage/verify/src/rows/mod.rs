//! Every partition, row, marker and cell of Data.db, and the index beside them.
//!
//! [`scan`] goes through the data and knows how to go on after damage; [`events`] takes what is read to who judges it: [`checker`]
//! partitions, [`unfiltered`] rows and markers, [`cells`] what is in a row; [`index_match`] walks along the index.

mod cells;
mod checker;
mod events;
mod index_match;
mod place;
mod row_index;
mod scan;
mod schema;
mod survey;
mod times;
mod unfiltered;

use cqlite_sstable::descriptor::Component;
use cqlite_sstable::Sstable;

use crate::files::Files;
use crate::filter::Filter;
use crate::log::Log;
use crate::metadata::{Metadata, Table};
use crate::survey::{Proof, Survey};
use crate::{Check, VerifyError};
use checker::Checker;
use index_match::IndexMatch;
use schema::Schema;

const DATA: &Component = &Component::Data;

/// What was read.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Counts {
    pub(crate) partitions: u64,
    pub(crate) rows: u64,
    pub(crate) cells: u64,
}

/// Reads and checks everything. What the columns are is taken from `sstable`, which knows old user types by their rows.
pub(crate) fn check(
    files: &Files,
    metadata: &Metadata,
    table: &Table,
    sstable: &Sstable,
    log: &mut Log<'_>,
) -> Result<Counts, VerifyError> {
    let schema = Schema::new(sstable);
    table.check_columns(sstable.schema(), metadata, log);
    if schema.has_unknown_types() {
        log.skip(&[Check::Values], "some types are not known: their values are not checked");
    }
    if !table.has_key_order() {
        let why = "the order of keys is not known: the header does not say whether they are keys, values or entries of the map";
        log.skip(&[Check::PartitionOrder, Check::Index], why);
    }
    let bytes = index_match::IndexBytes::open(files, &log.options.limits)?;
    let index = IndexMatch::open(files, table, &bytes, log)?;
    let filter = Filter::open(files, metadata, log)?;
    let mut checker = Checker::new(&schema, table, metadata, filter, index, log);
    if !table.comparator.is_known() {
        let why = "the order of some clustering columns is not known: they are of classes that are not Cassandra's own";
        checker.log.skip(&[Check::ClusteringOrder], why);
    }
    let is_whole = scan::run(&mut checker, sstable.data())?;
    checker.finish(metadata, is_whole)
}

/// Reads everything, and says which partitions are intact.
pub(crate) fn survey(
    files: &Files,
    metadata: &Metadata,
    table: &Table,
    sstable: &Sstable,
    proof: Proof,
    log: &mut Log<'_>,
) -> Result<Survey, VerifyError> {
    let schema = Schema::new(sstable);
    let bytes = index_match::IndexBytes::open(files, &log.options.limits)?;
    let index = IndexMatch::open(files, table, &bytes, log)?;
    let mut checker = Checker::new(&schema, table, metadata, None, index, log);
    checker.trusts_lengths = proof == Proof::Checksums;
    let (mut survey, has_read_all) = survey::run(&mut checker, sstable.data(), proof)?;
    (survey.contradiction, survey.statistics) = checker.beside_statistics(metadata, sstable.schema(), has_read_all);
    Ok(survey)
}
