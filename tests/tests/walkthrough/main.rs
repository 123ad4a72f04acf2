//! "Adding a version", as spec/README.md tells it, done: in a copy of the workspace nothing but specification files is patched. The whole
//! of it is built, SSTables of Cassandra are written in the made-up version, and the commands must find in them what was in the originals.

mod damage;
mod leaf;
mod product;
mod proof;

use cqlite_tests::kaitai::Setup;
use proof::{Changes, Sample};

/// The walk of spec/README.md: a field more in the statistics, another type of a field of rows.
#[test]
fn a_version_is_added_by_editing_the_specification_alone() {
    let product = product::build("add-a-version");
    let changes = Changes { gained: &["write_count"], lost: &[] };
    for name in ["oa/wide", "oa/ttl", "oa/ranges", "pa/wide"] {
        let sample = Sample::converted(&product, name, "zz");
        sample.has_the_rows_of_the_original();
        sample.has_the_statistics_of_the_original(&changes);
        sample.is_sound();
        sample.is_described_to_the_last_byte();
        for (component, field) in [("Statistics.db", ".write_count"), ("Data.db", ".fixed_prev_len")] {
            assert!(sample.shows(component, field), "{name}: {field}");
        }
    }
}

/// A larger version of each format: flags and fields in rows, cells and index entries, a part of Statistics.db, other widths and byte
/// orders, fields in payloads of tries, fields that are gone, and other lengths of pages, blocks of values and checksums of chunks.
#[test]
fn larger_versions_are_added_in_the_same_way() {
    let product = product::build("exercise");
    let changes = Changes {
        gained: &[],
        lost: &["estimated_cell_per_partition_count", "token_space_coverage", "total_columns_set"],
    };
    for (name, version) in [
        ("oa/wide", "zb"),
        ("oa/ttl", "zb"),
        ("oa/ranges", "zb"),
        ("oa/wide_uncompressed", "zb"),
        ("da/wide", "zc"),
        ("da/ttl", "zc"),
        ("da/ranges", "zc"),
        ("da/wide_uncompressed", "zc"),
    ] {
        let sample = Sample::converted(&product, name, version);
        sample.has_the_rows_of_the_original();
        sample.has_the_statistics_of_the_original(&changes);
        sample.is_sound();
        sample.is_described_to_the_last_byte();
        assert!(sample.shows("Data.db", ".packed_flags"), "{name}");
        assert!(sample.tells("totalRows: ") && !sample.tells("totalColumnsSet: "), "{name}: what is not stored");
    }
    // A trie of several pages, which in the original have 4 KiB.
    let sample = Sample::converted(&product, "da/many_partitions", "zc");
    sample.has_the_rows_of_the_original();
    sample.has_the_statistics_of_the_original(&changes);
    sample.is_sound();
    assert!(sample.crosses("Partitions.db", 4096) && !sample.crosses("Partitions.db", 8192), "pages of 8 KiB");
}

/// The genuine compiler takes the patched specifications, and its readers find the same fields in the files.
#[test]
#[ignore = "needs Kaitai's compiler and runtime: cargo xtask test --only kaitai"]
fn kaitai_reads_what_is_written_in_made_up_versions() {
    let all: [(&str, &[(&str, &str)]); 2] = [
        ("add-a-version", &[("oa/wide", "zz"), ("oa/ranges", "zz")]),
        (
            "exercise",
            &[
                ("oa/wide", "zb"),
                ("oa/ttl", "zb"),
                ("oa/ranges", "zb"),
                ("oa/wide_uncompressed", "zb"),
                ("da/wide", "zc"),
                ("da/ranges", "zc"),
                ("da/wide_uncompressed", "zc"),
            ],
        ),
    ];
    for (patch, samples) in all {
        let product = product::build(patch);
        let setup = Setup::compile(&product.specification, &product.scratch.join("kaitai"));
        let mut server = setup.unwrap_or_else(|e| panic!("{patch}: {e}")).start();
        for (name, version) in samples {
            Sample::converted(&product, name, version).is_the_same_to_kaitai(&mut server);
        }
    }
}
