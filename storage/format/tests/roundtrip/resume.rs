//! A walk that gets the bytes little by little tells what a walk over all of them does, errors included, and nothing twice.

use cqlite_format::chunks::{SstableChunks, SstableChunksParams};
use cqlite_format::compression_info::{SstableCompressionInfo, SstableCompressionInfoParams};
use cqlite_format::data::{SstableDataParams, SSTABLE_DATA_TABLE};
use cqlite_format::index::{SstableIndexParams, SSTABLE_INDEX_TABLE};
use cqlite_format::statistics::{SerializationHeader, SstableStatistics, SstableStatisticsParams};
use cqlite_format::toc::SSTABLE_TOC_TABLE;
use cqlite_runtime::table::{self, Dyn, Step, Table, Walker, Window};
use cqlite_runtime::{Reader, Site, Value, Walk};

use crate::corpus::{self, Sstable};
use crate::stream;

/// Longest stream that is walked over, in bytes.
const LONGEST: usize = 30_000;

/// What is told, a text each.
#[derive(Default, Debug, PartialEq)]
struct Told(Vec<String>);

impl Walk for Told {
    fn enter(&mut self, site: &'static Site, index: Option<u64>, offset: u64) {
        self.0.push(format!("{} {index:?} {offset} {{", site.field));
    }

    fn leave(&mut self, offset: u64) {
        self.0.push(format!("}} {offset}"));
    }

    fn leaf(&mut self, site: &'static Site, index: Option<u64>, offset: u64, len: u64, value: Value<'_>) {
        self.0.push(format!("{} {index:?} {offset} {len} {value:?}", site.field));
    }
}

/// Walks with windows that grow by `step` bytes; what has been walked over is dropped. Tells the longest window too.
fn piecemeal(table: &'static Table, args: Vec<Dyn<'_>>, data: &[u8], step: usize) -> (Told, Result<(), String>, usize) {
    let (mut told, mut walker, mut end, mut longest) = (Told::default(), Walker::new(table, args), 0, 0);
    loop {
        let from = walker.offset() as usize;
        let window = Window { data: &data[from..end], base: from as u64, is_last: end == data.len() };
        longest = longest.max(end - from);
        match walker.run(&window, &mut told) {
            Ok(Step::More) => {
                assert!(end < data.len(), "more bytes than there are");
                end = (end + step).min(data.len());
            }
            Ok(_) => return (told, Ok(()), longest),
            Err(e) => return (told, Err(e.to_string()), longest),
        }
    }
}

/// Compares both walks over a stream and over what is left of it when it is cut off; tells the longest window.
fn compare(name: &str, table: &'static Table, args: &[Dyn<'_>], data: &[u8]) -> usize {
    let mut longest = 0;
    for len in [data.len(), data.len() / 2, data.len() / 3, data.len().saturating_sub(1)] {
        let data = &data[..len];
        let mut told = Told::default();
        let walked = table::walk(table, args.to_vec(), &mut Reader::new(data), &mut told).map_err(|e| e.to_string());
        for step in [1, 7, 1000] {
            let (piece, ended, window) = piecemeal(table, args.to_vec(), data, step);
            assert_eq!(ended, walked, "{name}, {len} bytes by {step}");
            assert!(piece == told, "{name}, {len} bytes by {step}: told something else");
            longest = longest.max(if step == 1 { window } else { 0 });
        }
    }
    longest
}

fn header(s: &Sstable) -> Option<SerializationHeader> {
    let bytes = s.read("Statistics.db")?;
    let model = SstableStatistics::decode(&mut Reader::new(&bytes), &SstableStatisticsParams::new(s.version)).ok()?;
    model.header().cloned()
}

/// The stream of Data.db without compression.
fn uncompressed(s: &Sstable) -> Option<Vec<u8>> {
    let stored = s.read("Data.db")?;
    let Some(info) = s.read("CompressionInfo.db") else { return Some(stored) };
    let cx = SstableCompressionInfoParams::new(s.version);
    let info = SstableCompressionInfo::decode(&mut Reader::new(&info), &cx).ok()?;
    let cx = SstableChunksParams::new(s.version, &info);
    stream::decompress(&info, &SstableChunks::decode(&mut Reader::new(&stored), &cx).ok()?).ok()
}

#[test]
fn a_walk_goes_on_where_it_stopped() {
    let (mut streams, mut bytes, mut longest) = (0, 0, 0);
    for s in corpus::find(&cqlite_test_data::corpus()).iter().step_by(12) {
        let Some(h) = header(s) else { continue };
        let mut one = |kind: &str, table, args: &[Dyn<'_>], data: Option<Vec<u8>>| {
            let Some(data) = data.filter(|d| d.len() <= LONGEST) else { return };
            streams += 1;
            bytes += data.len();
            longest = longest.max(compare(&format!("{} {kind}", s.name()), table, args, &data));
        };
        one("Data", &SSTABLE_DATA_TABLE, &SstableDataParams::new(s.version, &h).dynamic(), uncompressed(s));
        let index = SstableIndexParams::new(s.version, &h.clustering_types);
        one("Index", &SSTABLE_INDEX_TABLE, &index.dynamic(), s.read("Index.db"));
        one("TOC", &SSTABLE_TOC_TABLE, &[], s.read("TOC.txt"));
    }
    println!("{streams} streams of {bytes} bytes, no more than {longest} at hand");
    assert!(streams > 100 && bytes > 100_000, "the corpus is not there");
}
