//! "Adding a version", as spec/README.md tells it, done: in a copy of the workspace nothing but specification files is patched. The whole
//! of it is built, SSTables of Cassandra are written in the made-up version, and the commands must find in them what was in the originals.

mod blocks;
mod changed;
mod commands;
mod damage;
mod leaf;
#[allow(dead_code, reason = "the generator's own tests use the rest")]
#[path = "../../../codegen/tests/mutation/mod.rs"]
mod mutation;
mod product;
mod proof;
mod recipes;
mod written;

use cqlite_tests::kaitai::Setup;
use mutation::Mutation;
use product::Product;
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
        commands::write_the_rows_of_the_original(&sample);
        commands::answer_as_of_the_original(&sample);
    }
}

/// SSTables that are written with values in all fields that are new.
const VALUED: [(&str, &str); 4] =
    [("oa/wide", "zb"), ("oa/wide_static", "zb"), ("da/wide", "zc"), ("da/wide_static", "zc")];

/// Fields of the statistics that the versions of `exercise.patch` have lost.
const EXERCISE: Changes =
    Changes { gained: &[], lost: &["estimated_cell_per_partition_count", "token_space_coverage", "total_columns_set"] };

/// A larger version of each format: flags and fields in rows, cells and index entries, a part of Statistics.db, other widths and byte
/// orders, fields in payloads of tries, fields that are gone, and other lengths of pages, blocks of values and checksums of chunks.
#[test]
fn larger_versions_are_added_in_the_same_way() {
    let product = product::build("exercise");
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
        sample.has_the_statistics_of_the_original(&EXERCISE);
        sample.is_sound();
        sample.is_described_to_the_last_byte();
        assert!(sample.shows("Data.db", ".packed_flags"), "{name}");
        assert!(sample.tells("totalRows: ") && !sample.tells("totalColumnsSet: "), "{name}: what is not stored");
        commands::write_the_rows_of_the_original(&sample);
        commands::answer_as_of_the_original(&sample);
    }
    // A trie of several pages, which in the original have 4 KiB.
    let sample = Sample::converted(&product, "da/many_partitions", "zc");
    sample.has_the_rows_of_the_original();
    sample.has_the_statistics_of_the_original(&EXERCISE);
    sample.is_sound();
    assert!(sample.crosses("Partitions.db", 4096) && !sample.crosses("Partitions.db", 8192), "pages of 8 KiB");
    new_fields_keep_the_values_that_they_are_given(&product);
    other_values_are_refused(&product);
}

#[test]
fn a_component_is_described_by_its_specification_alone() {
    recipes::a_component_is_shown(&product::build_by_recipe("component"));
}

#[test]
fn keys_algorithms_and_checksums_are_added_by_their_recipes() {
    recipes::the_features_grow();
}

/// All fields that can be left out, and have something that stands for them.
#[test]
fn fields_that_new_versions_lack_leave_the_product_as_it_was() {
    let product = changed::product(Mutation::Replaced, 80);
    changed::reads_as_before(&product);
}

#[test]
fn fields_that_are_wider_in_new_versions_leave_the_product_as_it_was() {
    let product = changed::product(Mutation::Widened, 68);
    changed::reads_as_before(&product);
    changed::writes_what_is_changed(&product);
}

#[test]
fn fields_that_new_versions_have_more_leave_the_product_as_it_was() {
    let product = changed::product(Mutation::Preceded, 195);
    changed::reads_as_before(&product);
    changed::writes_what_is_changed(&product);
}

/// All that is new in these versions has values, which are read as they were given.
fn new_fields_keep_the_values_that_they_are_given(product: &Product) {
    for (name, version) in VALUED {
        let (sample, all) = written::written(product, name, version);
        sample.has_the_rows_of_the_original();
        sample.has_the_statistics_of_the_original(&EXERCISE);
        sample.is_sound();
        sample.is_described_to_the_last_byte();
        for written in &all {
            let fields = match written.component {
                written::CHUNKS => sample.chunks(),
                component => sample.fields(component),
            };
            written.is_in(&fields, &format!("{name}, {}", written.component));
        }
        commands::keep_or_name(
            &sample,
            &["row_body.origin", "cell.revision", "the version has no place for the value"],
        );
        commands::answer_as_of_the_original(&sample);
        let parents = serde_json::json!([{"len": 4, "data": "6f612d31"}, {"len": 0, "data": ""}]);
        assert_eq!(sample.metadata("/statistics/lineage/parents"), parents, "{name}");
    }
}

/// A value that a field cannot hold is refused, and so is one that another version has no place for.
fn other_values_are_refused(product: &Product) {
    for (name, version, setting, expected) in written::REFUSED {
        let said = Sample::refused(product, name, version, setting);
        assert!(said.contains(expected), "{version}, {setting}: {said}");
    }
    for (name, version, setting) in written::DROPPED {
        let without = Sample::converted(product, name, version).bytes();
        let with = Sample::with(product, name, version, &[setting.to_owned()]).bytes();
        assert!(with == without, "{version}, {setting}: it is not left out");
    }
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
        for (name, version) in VALUED.iter().filter(|_| patch == "exercise") {
            let (sample, all) = written::written(&product, name, version);
            sample.is_the_same_to_kaitai(&mut server);
            for written in &all {
                let leaves = match written.component {
                    written::CHUNKS => sample.leaves("Chunks", "Data.db", &mut server),
                    component => sample.leaves(component.trim_end_matches(".db"), component, &mut server),
                };
                written.is_in(&leaves, &format!("{name}, {} to Kaitai", written.component));
            }
        }
    }
}
