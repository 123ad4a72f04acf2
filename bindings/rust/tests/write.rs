//! SSTables of rows that a program makes: the same however they come, and nothing but them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use cqlite::dump::DumpOptions;
use cqlite::partitioner::Partitioner;
use cqlite::schema::{CreateTable, TableDefinition};
use cqlite::value::{CqlValue, Raw, Timestamp, Unset};
use cqlite::verify::{Verifier, VerifyOptions};
use cqlite::write::{written_version, CodecKind, Compression, NewSstable, Rewrite, WriteOptions, WriterBuilder};
use cqlite::{ErrorKind, Sstable, SstableWriter};

/// The time at which all is written.
const MICROS: i64 = 1_700_000_000_000_000;

fn table() -> TableDefinition {
    let table = CreateTable::new("ks", "t")
        .partition_key("k", "int")
        .clustering("c", "int")
        .static_column("s", "text")
        .column("v", "text")
        .column("m", "map<int, int>")
        .column("l", "list<int>");
    table.build().expect("a table")
}

fn builder(table: TableDefinition) -> WriterBuilder {
    SstableWriter::builder(table).clock(|| MICROS).node(7)
}

/// A statement by its place: partition, row, and what it does.
#[derive(Debug, Clone, Copy)]
struct Step {
    key: i32,
    row: i32,
    what: u32,
    at: i64,
}

/// Statements that meet in the same rows, drawn by chance that is always the same.
fn steps() -> Vec<Step> {
    let mut seed = 42u64;
    let mut next = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    (0..3000)
        .map(|_| Step { key: next(20) as i32, row: next(30) as i32, what: next(10) as u32, at: 1 + next(50) as i64 })
        .collect()
}

fn write(writer: &mut SstableWriter, step: Step) {
    let Step { key, row, what, at } = step;
    let written = match what {
        0..=3 => writer.insert((key, row)).set("v", &format!("{at}")).set("s", &format!("s{at}")).timestamp(at).write(),
        4 => writer.update((key, row)).set("m", &BTreeMap::from([(row, key), (1, 2)])).timestamp(at).write(),
        5 => writer.update((key, row)).put("m", &at.try_into().unwrap_or(0), &1).timestamp(at).ttl(60 + at).write(),
        6 => writer.delete((key, row)).timestamp(at).write(),
        7 => writer.delete((key, row)).column("v").timestamp(at).write(),
        8 => writer.delete_range(key).from(row).before(row + 7).timestamp(at).write(),
        _ => writer.delete(key).timestamp(at / 8).write(),
    };
    written.expect("a statement");
}

fn sorted(mut steps: Vec<Step>) -> Vec<Step> {
    let token = |key: i32| Partitioner::Murmur3.decorate(&key.to_be_bytes());
    steps.sort_by(|a, b| {
        let keys = Partitioner::Murmur3.compare_keys(&token(a.key), &token(b.key));
        // A deletion of all comes first, and a range starts before the row with its first value.
        keys.then((a.what != 9).cmp(&(b.what != 9))).then(a.row.cmp(&b.row)).then((a.what != 8).cmp(&(b.what != 8)))
    });
    steps
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = folder.read_dir().expect("a folder").map(|file| file.expect("a file").path());
    let name = |path: &PathBuf| path.file_name().expect("a name").to_string_lossy().into_owned();
    files.map(|path| (name(&path), std::fs::read(&path).expect("a file"))).collect()
}

fn data(new: &NewSstable) -> Sstable {
    Sstable::open(format!("{}-Data.db", new.path.display())).expect("an SSTable")
}

fn assert_intact(folder: &Path) {
    let tables = cqlite::open(folder).expect("a table");
    let descriptor = tables.iter().next().and_then(|table| table.descriptors().first()).expect("an SSTable");
    let verifier = Verifier::from_descriptor(descriptor, VerifyOptions::default());
    let report = verifier.run(&mut |_| {}, &AtomicBool::new(false)).expect("a report");
    assert!(report.findings.is_empty(), "{:?}", report.findings);
}

#[test]
fn rows_are_the_same_however_they_come() {
    for version in ["me", "nb", "oa", "da", "pa", "ea"] {
        let options = || WriteOptions::new().to(written_version(version).expect("a version")).column_index_size(1024);
        let written = |builder: WriterBuilder, steps: Vec<Step>| {
            let folder = tempfile::tempdir().expect("a folder");
            let mut writer = builder.options(options()).open(folder.path()).expect("a writer");
            steps.into_iter().for_each(|step| write(&mut writer, step));
            assert_eq!(writer.finish().expect("an SSTable").len(), 1);
            files(folder.path())
        };
        let any = written(builder(table()), steps());
        let spilled = written(builder(table()).memory(40_000), steps());
        let in_order = written(builder(table()).sorted(), sorted(steps()));
        assert!(any.len() >= 8, "{version}: {:?}", any.keys());
        assert!(any == spilled, "{version}: spilled");
        assert!(any == in_order, "{version}: sorted");
    }
}

#[test]
fn spilled_files_are_no_sstables_and_go() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut writer = builder(table()).memory(1).open(folder.path()).expect("a writer");
    // More than are merged at once, twice.
    (0..1200).for_each(|i| write(&mut writer, Step { key: i % 50, row: i, what: 0, at: 5 }));
    let names = files(folder.path()).into_keys().collect::<Vec<_>>();
    assert!(names.len() > 60 && names.iter().all(|name| name.ends_with(".tmp")), "{names:?}");
    assert!(names.len() < 3 * 70, "{}", names.len());
    assert!(cqlite::open(folder.path()).is_err_and(|e| e.kind() == ErrorKind::NotFound));
    let new = writer.finish().expect("an SSTable");
    assert_eq!((new[0].written.partitions, new[0].written.rows), (50, 1250));
    assert!(files(folder.path()).keys().all(|name| name.starts_with("nb-1-big-")));
}

#[test]
fn without_an_end_nothing_is_left() {
    for (memory, is_sorted) in [(1, false), (1 << 20, false), (1 << 20, true)] {
        let folder = tempfile::tempdir().expect("a folder");
        let builder = builder(table()).memory(memory);
        let builder = if is_sorted { builder.sorted() } else { builder };
        let mut writer = builder.open(folder.path()).expect("a writer");
        (0..500).for_each(|i| write(&mut writer, Step { key: 1, row: i, what: 0, at: 5 }));
        drop(writer);
        assert_eq!(files(folder.path()).into_keys().collect::<Vec<_>>(), Vec::<String>::new());
    }
    let folder = tempfile::tempdir().expect("a folder");
    assert!(SstableWriter::create(table(), folder.path()).expect("a writer").finish().expect("nothing").is_empty());
    assert!(SstableWriter::builder(table())
        .sorted()
        .open(folder.path())
        .expect("a writer")
        .finish()
        .expect("nothing")
        .is_empty());
    assert!(files(folder.path()).is_empty());
}

#[test]
fn what_is_refused_leaves_nothing_and_ends_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut writer = builder(table()).open(folder.path()).expect("a writer");
    let e = writer.insert((1, 1)).set("v", "kept?").set("m", "no map").write().expect_err("it is refused");
    assert_eq!(
        (e.kind(), e.to_string()),
        (ErrorKind::InvalidInput, "column m: a str is no value of type map<int, int>".to_owned())
    );
    writer.insert((1, 2)).set("v", "kept").write().expect("a row");
    let new = writer.finish().expect("an SSTable");
    assert_eq!(new[0].written.rows, 1);
}

#[test]
fn sorted_rows_are_refused_out_of_order() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut writer = builder(table()).sorted().memory(4000).open(folder.path()).expect("a writer");
    let steps = sorted((0..3).map(|key| Step { key, row: 0, what: 0, at: 1 }).collect());
    let [first, second, _] = [0, 1, 2].map(|i: usize| steps[i].key);
    writer.insert((second, 5)).set("v", "a").write().expect("a row");
    writer.insert((second, 5)).set("v", "b").write().expect("the same row");
    let refused = |writer: &mut SstableWriter, key: i32, what: u32, row: i32| {
        let written = match what {
            0 => writer.insert((key, row)).write(),
            1 => writer.delete_range(key).from(row).write(),
            2 => writer.delete(key).write(),
            _ => writer.update(key).set("s", "late").write(),
        };
        let e = written.expect_err("it is refused");
        assert_eq!(e.kind(), ErrorKind::InvalidInput);
        e.to_string()
    };
    let key = |key: i32| format!("partition {:08x}: ", key);
    let late = "a row, or a range of rows, should have come before the last one";
    assert_eq!(refused(&mut writer, first, 0, 1), key(first) + "it should have come before the last partition");
    assert_eq!(refused(&mut writer, second, 0, 4), key(second) + late);
    assert_eq!(refused(&mut writer, second, 1, 5), key(second) + late);
    assert_eq!(refused(&mut writer, second, 2, 0), key(second) + "its deletion should have come before its rows");
    writer.update(second).set("s", "in time").write().expect("a static column");
    (6..40).for_each(|row| writer.insert((second, row)).set("v", "filling the memory").write().expect("a row"));
    let too_late = "its static columns should have come before: of its rows more have been written than are held";
    assert_eq!(refused(&mut writer, second, 3, 0), key(second) + too_late);
    // Of a statement that is refused nothing is written, of neither row.
    let e = writer.insert((second, 50)).set("v", "no").set("s", "no").write().expect_err("it is refused");
    assert_eq!(e.to_string(), key(second) + too_late);
    let new = writer.finish().expect("an SSTable");
    assert_eq!((new[0].written.partitions, new[0].written.rows), (1, 36));
    let sstable = data(&new[0]);
    let rows: Vec<_> = sstable.rows().at(0).collect::<Result<_, _>>().expect("rows");
    assert!(rows.iter().all(|row| row.get::<&str>("s").is_ok_and(|s| s == "in time")));
    // The other way round.
    let mut writer = builder(table()).sorted().open(folder.path()).expect("a writer");
    writer.insert((1, 5)).write().expect("a row");
    let e = writer.insert((1, 4)).set("s", "no").write().expect_err("it is refused");
    assert_eq!(e.to_string(), key(1) + late);
    let new = writer.finish().expect("an SSTable");
    assert_eq!(new[0].written.rows, 1);
}

#[test]
fn choices_are_followed() {
    let folder = tempfile::tempdir().expect("a folder");
    let fill = |writer: &mut SstableWriter| {
        for key in 0..400 {
            writer.insert((key, 0)).set("v", &"some text, ".repeat(20)).timestamp(9).write().expect("a row");
        }
    };
    let compression = Compression::new(CodecKind::Zstd, Some(4096), 0.0).expect("a codec").level(9).expect("a level");
    let options = WriteOptions::new()
        .to(written_version("oa").expect("a version"))
        .compression(Some(compression))
        .bloom_filter_fp_chance(0.5)
        .max_size(2000);
    let mut writer = builder(table()).options(options.uuids()).open(folder.path()).expect("a writer");
    fill(&mut writer);
    let new = writer.finish().expect("SSTables");
    assert!(new.len() > 3, "{}", new.len());
    assert_eq!(new.iter().map(|new| new.written.partitions).sum::<u64>(), 400);
    let names: Vec<String> =
        new.iter().map(|new| new.path.file_name().expect("a name").to_string_lossy().into_owned()).collect();
    assert!(
        names.iter().all(|name| name.starts_with("oa-3g") && name.ends_with("-big") && name.len() == 35),
        "{names:?}"
    );
    assert!(names.windows(2).all(|two| two[0] < two[1]));
    let first = data(&new[0]);
    let info = first.raw().compression().expect("a compression");
    let options: Vec<(&str, &str)> = info.options.iter().map(|o| (&*o.key.s, &*o.value.s)).collect();
    assert_eq!(
        (&*info.compressor.s, info.chunk_length, &*options),
        ("ZstdCompressor", 4096, &[("compression_level", "9")][..])
    );
    assert_eq!(first.raw().validation().map(|validation| validation.bloom_filter_fp_chance), Some(0.5));
    // One like it, in the folder that has it.
    let mut writer =
        WriterBuilder::like(&first).expect("a table").clock(|| MICROS).open(folder.path()).expect("a writer");
    fill(&mut writer);
    let new = writer.finish().expect("an SSTable");
    assert_eq!((new.len(), data(&new[0]).raw().compression().map(|info| info.options.len())), (1, Some(1)));
    assert!(new[0].path.ends_with("oa-1-big"));
}

#[test]
fn choices_that_cannot_be_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let refused = |builder: WriterBuilder| builder.open(folder.path()).expect_err("it is refused").to_string();
    let with = |options: WriteOptions<'static>| builder(table()).options(options);
    let version = |letters: &str| written_version(letters).expect("a version");
    assert_eq!(
        refused(with(WriteOptions::new().bloom_filter_fp_chance(1e-9))),
        "no Bloom filter has a chance of false positives of 0.000000001: the least is 6.71e-5"
    );
    assert_eq!(
        refused(builder(table()).options(WriteOptions::new().to(version("me")).uuids())),
        "SSTables of version me are told apart by numbers only"
    );
    let untrained = Compression::new(CodecKind::ZstdDictionary, None, 0.0).expect("a codec");
    let options = WriteOptions::new().to(version("pa")).compression(Some(untrained)).train_dictionary();
    assert!(refused(with(options)).starts_with("there are no SSTables from which a dictionary could be trained"));
    let zstd = Compression::new(CodecKind::Zstd, None, 0.0).expect("a codec");
    assert_eq!(
        refused(with(WriteOptions::new().to(version("me")).compression(Some(zstd)))),
        "version me has no ZstdCompressor: another compression has to be chosen"
    );
    let vector = CreateTable::new("ks", "t").partition_key("k", "vector<int, 2>").build().expect("a table");
    assert_eq!(
        refused(builder(vector).options(WriteOptions::new().to(version("me")))),
        "version me has no org.apache.cassandra.db.marshal.VectorType, which is the type of the partition key, or part of it"
    );
    let read_only = cqlite::SstableVersion::find("ma").expect("a version");
    assert!(refused(with(WriteOptions::new().to(read_only))).starts_with("version \"ma\" is not written"));
    let e = SstableWriter::create(table(), folder.path().join("none")).expect_err("no folder");
    assert_eq!(e.kind(), ErrorKind::Io);
    let of = |kind, length, ratio| Compression::new(kind, length, ratio).expect_err("it is refused").to_string();
    assert_eq!(
        of(CodecKind::Lz4, Some(1000), 0.0),
        "compression option length of chunks of LZ4Compressor cannot be \"1000\""
    );
    assert_eq!(
        of(CodecKind::Lz4, None, 0.5),
        "compression option min_compress_ratio of LZ4Compressor cannot be \"0.5\""
    );
    let level = |kind, level| {
        Compression::new(kind, None, 0.0).expect("a codec").level(level).map(|_| ()).map_err(|e| e.to_string())
    };
    assert_eq!(
        level(CodecKind::Lz4, 1),
        Err("compression option compression_level of LZ4Compressor cannot be \"1\"".to_owned())
    );
    assert!(level(CodecKind::Zstd, 23).is_err() && level(CodecKind::Zstd, 22).is_ok());
}

#[test]
fn what_is_written_can_be_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut writer = builder(table()).open(folder.path()).expect("a writer");
    writer.using(Some(100), Some(3600));
    writer.insert((1, 1)).set("v", "a").set("l", &[1, 2]).write().expect("a row");
    writer.update((1, 1)).add("l", &[3]).prepend("l", &[-1, 0]).set("v", &Unset).write().expect("a list");
    writer.insert((1, 2)).set("v", &CqlValue::Literal("'it''s'".to_owned())).ttl(0).write().expect("a literal");
    writer
        .update((1, 2))
        .set("m", &Raw(&[0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0, 7, 0, 0, 0, 4, 0, 0, 0, 8]))
        .write()
        .expect("bytes");
    let new = writer.finish().expect("an SSTable");
    let sstable = data(&new[0]);
    let rows: Vec<_> = sstable.rows().at(MICROS / 1_000_000).collect::<Result<_, _>>().expect("rows");
    assert_eq!(rows[0].get::<Vec<i32>>("l").expect("a list"), [-1, 0, 1, 2, 3]);
    assert_eq!(rows[0].get::<&str>("v").expect("a text"), "a");
    assert_eq!(rows[1].get::<&str>("v").expect("a text"), "it's");
    assert_eq!(rows[1].get::<BTreeMap<i32, i32>>("m").expect("a map"), BTreeMap::from([(7, 8)]));
    let later: Vec<_> = sstable.rows().at(MICROS / 1_000_000 + 3600).collect::<Result<_, _>>().expect("rows");
    assert_eq!(later.len(), 1);
    assert_intact(folder.path());
}

/// Whatever decides the order of the partitions.
#[test]
fn partitioners() {
    let names = [
        "Murmur3Partitioner",
        "RandomPartitioner",
        "ByteOrderedPartitioner",
        "OrderPreservingPartitioner",
        "LocalPartitioner",
    ];
    for (name, letters) in names.into_iter().flat_map(|name| ["nb", "da"].map(|letters| (name, letters))) {
        let partitioner = Partitioner::from_class_name(name).expect("a partitioner");
        let table = CreateTable::new("ks", "t").partition_key("k", "text").column("v", "int").partitioner(partitioner);
        let folder = tempfile::tempdir().expect("a folder");
        let options = WriteOptions::new().to(written_version(letters).expect("a version"));
        let writer = builder(table.build().expect("a table")).options(options).open(folder.path());
        let mut writer = writer.unwrap_or_else(|e| panic!("{name} {letters}: {e}"));
        (0..200).for_each(|i| writer.insert(format!("key {i}")).set("v", &i).write().expect("a row"));
        let new = writer.finish().unwrap_or_else(|e| panic!("{name} {letters}: {e}"));
        assert_eq!(new[0].written.partitions, 200);
        assert!(data(&new[0])
            .raw()
            .validation()
            .is_some_and(|v| v.partitioner.s == format!("org.apache.cassandra.dht.{name}")));
        assert_intact(folder.path());
    }
}

#[test]
fn counters_add_up() {
    let table =
        CreateTable::new("ks", "n").partition_key("at", "timestamp").column("n", "counter").build().expect("a table");
    let folder = tempfile::tempdir().expect("a folder");
    let mut writer = builder(table).memory(1000).open(folder.path()).expect("a writer");
    (0..500).for_each(|i| writer.update(Timestamp(i % 3)).increment("n", i).write().expect("an increment"));
    let new = writer.finish().expect("an SSTable");
    let sstable = data(&new[0]);
    let mut counts: Vec<(i64, i64)> = sstable
        .rows()
        .map(|row| {
            let row = row.expect("a row");
            (row.get::<Timestamp>("$pk0").expect("a key").0, row.get("n").expect("a counter"))
        })
        .collect();
    counts.sort_unstable();
    let sum = |of: i64| (0..500).filter(|i| i % 3 == of).sum::<i64>();
    assert_eq!(counts, [(0, sum(0)), (1, sum(1)), (2, sum(2))]);
}

#[test]
fn a_clock_that_tombstones_cannot_have_is_refused_by_each_statement() {
    for (micros, version) in [(-5_000_000, "nb"), (-5_000_000, "oa"), (5_000_000_000_000_000, "nb")] {
        let folder = tempfile::tempdir().expect("a folder");
        let builder = SstableWriter::builder(table()).clock(move || micros);
        let options = WriteOptions::new().to(written_version(version).expect("a version"));
        let mut writer = builder.options(options).open(folder.path()).expect("a writer");
        // Null is a tombstone, and so is what a collection replaces.
        writer.insert((1, 1)).set("v", &None::<&str>).write().expect_err("no local deletion time");
        writer.insert((1, 1)).set("l", &[1, 2]).write().expect_err("no local deletion time");
        writer.delete((1, 1)).write().expect_err("no local deletion time");
        writer.insert((1, 2)).set("v", &"live").write().expect("a row");
        let new = writer.finish().expect("an SSTable");
        assert_eq!(new[0].written.rows, 1, "{micros} {version}");
        assert_intact(folder.path());
    }
}

/// The sign of a deletion's timestamp means that there is none in versions with unsigned deletion times (`DeletionTime.Serializer`); before them it
/// is stored as it is (`DeletionTime.LegacySerializer`).
#[test]
fn a_deletion_that_the_version_cannot_have_is_refused_by_the_statement() {
    for (letters, is_refused) in [("me", false), ("nb", false), ("oa", true), ("da", true), ("pa", true), ("ea", true)]
    {
        let version = written_version(letters).expect("a version");
        for is_sorted in [false, true] {
            let folder = tempfile::tempdir().expect("a folder");
            let builder = builder(table()).options(WriteOptions::new().to(version));
            let builder = if is_sorted { builder.sorted() } else { builder };
            let mut writer = builder.open(folder.path()).expect("a writer");
            match (writer.delete(7).timestamp(-5).write(), is_refused) {
                (Ok(()), false) => {}
                (Err(e), true) => {
                    assert_eq!(e.kind(), ErrorKind::InvalidInput);
                    let expected = format!(
                        "partition 7 cannot be deleted with the timestamp -5, which is before 1970: version {letters} has no such deletion of a whole partition"
                    );
                    assert_eq!(e.to_string(), expected);
                }
                (done, _) => panic!("{letters}: {done:?}"),
            }
            // Of a row and of rows each has it: these are stored relative to the header.
            writer.delete((7, 1)).timestamp(-4).write().expect("a row");
            writer.delete_range(7).from(2).timestamp(-4).write().expect("rows");
            let new = writer.finish().expect("an SSTable");
            assert_intact(folder.path());
            let text = dumped(&data(&new[0]));
            // As sstabledump prints times before 1970. A range has two markers.
            let count =
                |micros: &str| text.matches(&format!("\"marked_deleted\" : \"1970-01-01T00:00:00.{micros}Z\"")).count();
            assert_eq!((count("999995"), count("999996")), (usize::from(!is_refused), 3), "{text}");
        }
    }
}

#[test]
fn what_the_version_that_was_asked_for_cannot_hold_is_named() {
    let old = tempfile::tempdir().expect("a folder");
    let mut writer = builder(table()).open(old.path()).expect("a writer");
    writer.delete(7).timestamp(-5).write().expect("a partition");
    let old = data(&writer.finish().expect("an SSTable")[0]);
    let rewrite = |letters: &str, old: &Sstable| {
        let (new, version) = (tempfile::tempdir().expect("a folder"), written_version(letters).expect("a version"));
        let options = WriteOptions::new().to(version).column_index_size(1);
        let done = Rewrite::new(options).run(old, new.path());
        assert_eq!(files(new.path()).is_empty(), done.is_err(), "{letters}: something is left");
        done.map(drop)
    };
    let ranges = tempfile::tempdir().expect("a folder");
    let mut writer = builder(table()).open(ranges.path()).expect("a writer");
    writer.delete_range(7).from(2).timestamp(-5).write().expect("rows");
    writer.insert((7, 3)).set("v", "a").write().expect("a row");
    writer.insert((7, 4)).set("v", "a").write().expect("a row");
    let ranges = data(&writer.finish().expect("an SSTable")[0]);
    for letters in ["oa", "da", "pa", "ea"] {
        for old in [&old, &ranges] {
            let e = rewrite(letters, old).expect_err("it cannot have it");
            let says = format!(
                "partition 7: a deletion with the timestamp -5, which is before 1970: version {letters} has none "
            );
            assert!(e.kind() == ErrorKind::Unwritable && e.to_string().contains(&says), "{e:?}");
        }
    }
    for letters in ["me", "nb"] {
        rewrite(letters, &old).and(rewrite(letters, &ranges)).expect("it has it");
    }
}

fn dumped(sstable: &Sstable) -> String {
    let mut text = Vec::new();
    let never = AtomicBool::new(false);
    sstable.dump(DumpOptions::default()).expect("a dump").write(&mut text, |_, _| {}, &never).expect("a dump");
    String::from_utf8(text).expect("text")
}

/// A collection that is written at the first of all times has nothing before it to delete: Cassandra builds such a row without the deletion, which is
/// no later than LIVE (`BTreeRow.Builder.CellResolver`), however it comes.
#[test]
fn at_the_first_time_a_collection_deletes_nothing() {
    let all = [(false, 128 << 20), (false, 1), (true, 1)].map(|(is_sorted, memory)| {
        let folder = tempfile::tempdir().expect("a folder");
        let builder = builder(table()).memory(memory).options(WriteOptions::new().compression(None));
        let mut writer = if is_sorted { builder.sorted() } else { builder }.open(folder.path()).expect("a writer");
        if is_sorted {
            let token = |key: &i32| Partitioner::Murmur3.decorate(&key.to_be_bytes());
            let mut keys: Vec<i32> = (0..40).collect();
            keys.sort_by(|a, b| Partitioner::Murmur3.compare_keys(&token(a), &token(b)));
            for key in keys {
                write_first(&mut writer, key);
            }
        } else {
            (0..40).for_each(|key| write_first(&mut writer, key));
        }
        let new = writer.finish().expect("an SSTable");
        assert_intact(folder.path());
        let text = dumped(&data(&new[0]));
        // One a partition: what is written a microsecond later does delete.
        assert_eq!(text.matches("\"marked_deleted\"").count(), 40, "{text}");
        files(folder.path())
    });
    assert!(all[0] == all[1], "held and spilled");
    assert!(all[0] == all[2], "held and sorted");
}

fn write_first(writer: &mut SstableWriter, key: i32) {
    let first = i64::MIN + 1;
    let none = BTreeMap::<i32, i32>::new();
    writer.insert((key, 1)).set("m", &BTreeMap::from([(1, 2)])).timestamp(first).write().expect("a row");
    let two = BTreeMap::from([(1, 2), (3, 4)]);
    writer.update((key, 2)).set("m", &two).timestamp(first + 1).write().expect("a row");
    writer.update((key, 3)).set("m", &none).set("v", "a").timestamp(first).write().expect("a row");
}
