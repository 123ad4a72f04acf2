//! Writing rows takes memory for the first ones only.

#![allow(unsafe_code, reason = "an allocator that counts has to be one")]

mod support {
    use std::alloc::{GlobalAlloc, Layout, System};
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// Allocations so far.
    pub static COUNT: AtomicUsize = AtomicUsize::new(0);

    /// The system's allocator, counting.
    pub struct Counting;

    // SAFETY: everything is the system's allocator's.
    unsafe impl GlobalAlloc for Counting {
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            COUNT.fetch_add(1, Ordering::Relaxed);
            System.alloc(layout)
        }

        unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
            System.dealloc(at, layout);
        }

        unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
            COUNT.fetch_add(1, Ordering::Relaxed);
            System.realloc(at, layout, size)
        }
    }
}

use std::path::Path;
use std::sync::atomic::Ordering;

use cqlite_format::data::{SstableData, SstableDataEncoder, SstableDataParams, SstableDataReplay};
use cqlite_format::statistics::{SerializationHeader, SstableStatistics, SstableStatisticsParams};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::push::PushError;
use cqlite_runtime::Reader;

#[global_allocator]
static ALLOCATOR: support::Counting = support::Counting;

fn header(bytes: &[u8], version: SstableVersion) -> SerializationHeader {
    let statistics =
        SstableStatistics::decode(&mut Reader::new(bytes), &SstableStatisticsParams::new(version)).unwrap();
    statistics.header().expect("a serialization header").clone()
}

#[test]
fn rows_after_the_first_allocate_nothing() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus/oa/compression_none");
    let version = SstableVersion::find("oa").expect("a version");
    let read = |component: &str| std::fs::read(folder.join(format!("oa-1-big-{component}"))).unwrap();
    let (h, stream) = (header(&read("Statistics.db"), version), read("Data.db"));
    let cx = SstableDataParams::new(version, &h);
    let mut replay = SstableDataReplay::<_, PushError>::new(SstableDataEncoder::new(std::io::sink(), cx, 0));
    let mut allocated = |times: usize| {
        let before = support::COUNT.load(Ordering::Relaxed);
        for _ in 0..times {
            SstableData::visit(&mut Reader::new(&stream), &cx, &mut replay).unwrap();
        }
        support::COUNT.load(Ordering::Relaxed) - before
    };
    // The output's block fills up while warming up, too.
    let times = 1 + (64 << 10) / stream.len();
    assert_ne!(allocated(times), 0, "the counter counts");
    assert_eq!(allocated(times), 0);
    assert_eq!(replay.to.position(), Some((2 * times * stream.len()) as u64));
}
