//! Whether two SSTables are the same, component by component.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use cqlite::Sstable;

/// The components of an SSTable, by what they are.
///
/// # Panics
/// There is none.
#[must_use]
pub fn components(data: &Path) -> BTreeMap<String, Vec<u8>> {
    let name = data.file_name().and_then(|name| name.to_str()).expect("a name");
    let prefix = name.strip_suffix("Data.db").expect("a Data.db");
    let files = data.parent().expect("a folder").read_dir().expect("a folder");
    let files = files.map(|file| file.expect("a file").path());
    let of = |path: PathBuf| {
        let component = path.file_name()?.to_str()?.strip_prefix(prefix)?.to_owned();
        Some((component, std::fs::read(path).expect("a component")))
    };
    files.filter_map(of).collect()
}

/// Compares two SSTables. What codecs make of the same bytes need not be the same: where it is not, what is compressed is compared, and the
/// sizes that come of it are not. `host` says whether the node that wrote them has to be the same, as it stands in Statistics.db.
///
/// # Panics
/// They are not the same.
pub fn assert_same(title: &str, own: &Path, their: &Path, host: bool) {
    let (mut ours, mut theirs) = (components(own), components(their));
    let names = |all: &BTreeMap<String, Vec<u8>>| all.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&ours), names(&theirs), "{title}");
    let open = |path: &Path| Sstable::open(path).unwrap_or_else(|e| panic!("{title}: {e}"));
    let (own, their) = (open(own), open(their));
    assert_same_text(title, &facts(&own, host), &facts(&their, host));
    let mut left_out: Vec<&str> = if host { Vec::new() } else { vec!["Statistics.db"] };
    if ours.contains_key("CompressionInfo.db") && ours["Data.db"] != theirs["Data.db"] {
        assert!(uncompressed(&own) == uncompressed(&their), "{title}: the data differs");
        left_out.extend(["Data.db", "CompressionInfo.db", "Digest.crc32", "Statistics.db"]);
    }
    ours.retain(|name, _| !left_out.contains(&&**name));
    theirs.retain(|name, _| !left_out.contains(&&**name));
    let differ = ours.iter().filter(|(name, bytes)| theirs[*name] != **bytes);
    let differ: Vec<_> = differ.map(|(name, bytes)| (name, bytes.len(), theirs[name].len())).collect();
    assert!(differ.is_empty(), "{title}: {differ:?}");
}

fn assert_same_text(title: &str, own: &str, their: &str) {
    if let Some(at) = own.bytes().zip(their.bytes()).position(|(own, their)| own != their) {
        let about = at.saturating_sub(200)..at + 100;
        panic!("{title}\n  ours   …{:?}\n  theirs …{:?}", own.get(about.clone()), their.get(about));
    }
    assert_eq!(own.len(), their.len(), "{title}");
}

/// What Statistics.db and CompressionInfo.db say, but for sizes of chunks.
fn facts(sstable: &Sstable, host: bool) -> String {
    let mut statistics = sstable.raw().statistics().clone();
    let stats = statistics.stats_mut().expect("statistics");
    stats.compression_ratio = 0.0;
    stats.originating_host_id = stats.originating_host_id.take().filter(|_| host);
    let mut info = sstable.raw().compression().cloned();
    info.iter_mut().for_each(|info| info.chunk_offsets.fill(0));
    format!("{statistics:?} {info:?}")
}

fn uncompressed(sstable: &Sstable) -> Vec<u8> {
    let (data, mut bytes) = (sstable.raw().data(), Vec::new());
    let len = usize::try_from(data.len()).expect("a length");
    data.read_range_into(0, len, &mut bytes).expect("the data");
    bytes
}
