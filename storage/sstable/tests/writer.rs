//! What is made of the rows and entries of Cassandra's own SSTables is what Cassandra has stored beside them.

mod corpora;

use cqlite_format::context::{Component as Model, Context};
use cqlite_format::index::SstableIndex;
use cqlite_format::statistics::StatsMetadata;
use cqlite_format::summary::SstableSummary;
use cqlite_rows::clustering::OwnedPrefix;
use cqlite_rows::Unfiltered;
use cqlite_runtime::Reader;
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::writer::row_index::{promoted_index, RowBlock, RowIndexBuilder};
use cqlite_sstable::writer::statistics::cardinality::CardinalitySketch;
use cqlite_sstable::writer::statistics::StatisticsCollector;
use cqlite_sstable::writer::summary::{Sampling, SummaryBuilder};
use cqlite_sstable::Sstable;

#[test]
fn statistics_are_those_that_cassandra_has_collected() {
    let (mut compared, mut odd, mut wrong) = (0, 0, Vec::new());
    for sstable in corpora::sstables() {
        // Cassandra counts the deletion of a collection, and forgets to write it if the column's name begins with a letter beyond ASCII.
        if sstable.label().contains("names_unicode") {
            continue;
        }
        let version = sstable.version();
        // Releases that count in another way: `WriterQuirks` of verify.
        let is_odd = version.counts_only_expiring_rows()
            || version.may_count_live_as_deletions()
            || version.may_count_cells_twice()
            || version.counts_otherwise()
            || version.may_be_compacted_by_cursor();
        // The histogram of tombstones is the same in all, but where what is live counts in it.
        let is_odd_of_all = version.may_count_live_as_deletions();
        let Some(stored) = sstable.stats().filter(|_| !is_odd_of_all && sstable.comparator().is_known()) else {
            continue;
        };
        let sizes = stored.estimated_partition_size.buckets.len();
        let mut collector = StatisticsCollector::new(sizes, stored.estimated_cell_per_partition_count.buckets.len());
        let mut partitions = sstable.partitions();
        let mut begin = None;
        while partitions.next_partition().expect("a partition") {
            if let Some(begin) = begin.replace(partitions.position()) {
                collector.partition_ends(partitions.position() - begin);
            }
            collector.partition(partitions.deletion(), partitions.position());
            let position = partitions.position();
            partitions.static_row().into_iter().for_each(|row| collector.row(row, sstable.comparator(), position));
            while let Some(unfiltered) = partitions.next_unfiltered().expect("a row") {
                match unfiltered {
                    Unfiltered::Row(row) => collector.row(row, sstable.comparator(), position),
                    Unfiltered::Marker(marker) => collector.marker(marker, sstable.comparator(), position),
                }
            }
        }
        if let Some(begin) = begin {
            collector.partition_ends(sstable.data().len() - begin);
        }
        let mut model = collector.model(version, &sstable.header().clustering_types, stored.clone());
        // Counters clear what is local when they are read, and legacy shards are not looked for in them.
        model.has_legacy_counter_shards = stored.has_legacy_counter_shards;
        if is_odd {
            model = StatsMetadata {
                max_bin_size: model.max_bin_size,
                tombstone_bins: model.tombstone_bins,
                trailing: model.trailing,
                ..stored.clone()
            };
            odd += 1;
        }
        // As text: a coverage of NaN is not the same as itself.
        let (built, expected) = (format!("{model:#?}"), format!("{stored:#?}"));
        let differing = || built.lines().zip(expected.lines()).filter(|(built, stored)| built != stored).take(5);
        if built != expected {
            wrong.push(format!("{}: {:?}", sstable.label(), differing().collect::<Vec<_>>()));
        }
        compared += 1;
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(compared - odd > 300 && odd > 100, "{compared} {odd}");
}

#[test]
fn sketches_are_those_that_cassandra_has_made() {
    let (mut compared, mut wrong) = (0, Vec::new());
    for sstable in corpora::sstables() {
        let Some(stored) = sstable.statistics().compaction() else { continue };
        let (mut sketch, mut partitions) = (CardinalitySketch::default(), sstable.partitions());
        while partitions.next_partition().expect("a partition") {
            sketch.add(partitions.key());
        }
        if &sketch.compaction_metadata().expect("a sketch") != stored {
            wrong.push(format!("{} {:02x?}", sstable.label(), stored.cardinality.get(..20)));
        }
        compared += 1;
    }
    assert!(wrong.is_empty(), "{} of {compared}: {wrong:#?}", wrong.len());
    assert!(compared > 1000, "{compared}");
}

fn decoded<C: Model>(sstable: &Sstable, component: &Component) -> Option<(C, Vec<u8>)> {
    let bytes = sstable.component(component).expect("a component")?.as_slice().to_vec();
    let types = &sstable.header().clustering_types;
    let cx = Context::new(sstable.version()).with_clustering_types(types);
    Some((C::decode(&mut Reader::new(&bytes), &cx).expect("a model"), bytes))
}

#[test]
fn summaries_are_those_that_cassandra_has_built() {
    let (mut compared, mut samples) = (0, 0);
    for sstable in corpora::sstables() {
        let Some((stored, _)) = decoded::<SstableSummary>(&sstable, &Component::Summary) else { continue };
        let interval = u64::try_from(stored.min_index_interval).expect("an interval");
        let level = usize::try_from(stored.sampling_level).expect("a level");
        let mut builder = SummaryBuilder::new(Sampling::new(sstable.version(), interval, level));
        let entry = |entry: &cqlite_format::index::EntryRef<'_>| {
            builder.entry(entry.key.data, entry.begin);
            Ok(true)
        };
        sstable.for_each_index_entry(0, entry).expect("entries");
        assert_eq!(builder.build(), stored, "{}", sstable.label());
        compared += 1;
        samples += stored.entries.len();
    }
    assert!(compared > 500 && samples > compared, "{compared} {samples}");
}

#[test]
fn row_indexes_are_those_that_cassandra_has_built() {
    let (mut compared, mut blocks_compared) = (0, 0);
    for sstable in corpora::sstables().filter(|sstable| !sstable.version().may_be_compacted_by_cursor()) {
        let Some((stored, _)) = decoded::<SstableIndex>(&sstable, &Component::PrimaryIndex) else { continue };
        // The setting is not stored: any block but the last of a partition is as long at least, and it is a power of two here.
        let blocks = || stored.entries.iter().filter_map(|entry| entry.promoted.as_ref());
        let ended = blocks().flat_map(|index| index.blocks.split_last().into_iter().flat_map(|(_, ended)| ended));
        let Some(size) = ended.map(|block| block.width as u64).min() else { continue };
        let size = 1u64 << size.ilog2();
        let mut partitions = sstable.partitions();
        for (i, entry) in stored.entries.iter().enumerate() {
            assert!(partitions.next_partition().expect("a partition"), "{}", sstable.label());
            let begin = partitions.position();
            let (deletion, header_length) = (partitions.deletion(), partitions.rows_position() - begin);
            let (mut builder, mut blocks, mut last, mut open) =
                (RowIndexBuilder::new(size), Vec::<RowBlock>::new(), OwnedPrefix::default(), None);
            while let Some(unfiltered) = partitions.next_unfiltered().expect("a row") {
                let (prefix, after) = match unfiltered {
                    Unfiltered::Row(row) => (row.clustering.clone(), open),
                    Unfiltered::Marker(marker) => (marker.bound.clone(), marker.deletions.after),
                };
                let at = partitions.unfiltered_position() - begin;
                blocks.extend(builder.unfiltered(at, &prefix, &last, open));
                (last, open) = (prefix, after);
            }
            let end = stored.entries.get(i + 1).map_or(sstable.data().len(), |next| next.data_pos) - begin;
            // The mark of the end is one byte.
            blocks.extend(builder.partition_ends(end - 1, end, &last, open));
            let built =
                promoted_index(sstable.version(), header_length, deletion, &blocks).expect("times that it can have");
            assert_eq!(built, entry.promoted, "{} {i}", sstable.label());
            blocks_compared += built.map_or(0, |index| index.blocks.len());
        }
        compared += 1;
    }
    assert!(compared > 20 && blocks_compared > 1000, "{compared} {blocks_compared}");
}
