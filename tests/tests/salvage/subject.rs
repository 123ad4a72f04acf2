//! An SSTable of the corpus, damaged, salvaged, and what comes out judged.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use cqlite::descriptor::{Component, Descriptor, DigestKind};
use cqlite::verify::{Proof, Report, Verifier, VerifyOptions};
use cqlite::write::{CodecKind, Compression, Rewrite, Salvage, Salvaged, WriteOptions};
use cqlite::{Error, OpenOptions, SstableVersion};
use cqlite_dump::{DumpOptions, Format};
use cqlite_format::crc::{SstableCrc, SstableCrcParams};
use cqlite_format::data::{SstableData, SstableDataParams};
use cqlite_format::statistics::{SstableStatistics, SstableStatisticsParams};
use cqlite_runtime::{Buffer, Reader};
use cqlite_test_data::corpus;
use cqlite_tests::corpus::samples;
use cqlite_tests::dump::dump;
use serde_json::Value;

/// Of many partitions or of few; BIG and BTI; with checksums of metadata and without; as they are, in small chunks, or plain.
const CASES: [(&str, Form); 7] = [
    ("me/compression_lz4_4/me-1-big-", Form::Stored),
    ("nb/many_text_keys/nb-1-big-", Form::Chunks),
    ("nb/wide_uncompressed/nb-1-big-", Form::Plain),
    ("oa/many_text_keys/oa-1-big-", Form::Plain),
    ("oa/range_boundaries/oa-1-big-", Form::Stored),
    ("da/wide_and_narrow/da-1-bti-", Form::Chunks),
    ("da/many_text_keys/da-1-bti-", Form::Plain),
];
/// Length of chunks in bytes, and of blocks with a checksum, where they are small.
const CHUNK: i32 = 1024;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As it is in the corpus.
    Stored,
    /// In small chunks.
    Chunks,
    /// Uncompressed, with checksums of small blocks.
    Plain,
}

/// An SSTable of the corpus, in a folder of its own.
pub struct Subject {
    pub name: String,
    pub version: SstableVersion,
    pub files: BTreeMap<Component, Vec<u8>>,
    pub descriptor: Descriptor,
    _folder: tempfile::TempDir,
    pub partitions: BTreeMap<String, Value>,
    /// Where each partition begins.
    pub begins: Vec<u64>,
    pub len: u64,
}

impl Subject {
    pub fn load(case: &str, form: Form) -> Self {
        let prefix = corpus().join(case);
        let sample = samples().into_iter().find(|s| s.prefix == prefix).unwrap_or_else(|| panic!("there is no {case}"));
        let folder = tempfile::tempdir().expect("a folder");
        let (descriptor, _) =
            Descriptor::of_component(Path::new(&format!("{}Data.db", prefix.display()))).expect("a name");
        let rewrite = match form {
            Form::Stored => None,
            Form::Chunks => Some(Compression::new(CodecKind::Lz4, Some(CHUNK), 0.0).expect("a codec")),
            Form::Plain => None,
        };
        let from = if form == Form::Stored {
            descriptor
        } else {
            let old = OpenOptions::new().open_descriptor(&descriptor).expect("an SSTable");
            let rewrite = Rewrite::new(WriteOptions::new().compression(rewrite));
            let new = rewrite.run(&old, folder.path()).expect("a new one");
            Descriptor::of_component(Path::new(&format!("{}-Data.db", new[0].path.display()))).expect("a name").0
        };
        let mut files = BTreeMap::new();
        for component in from.components_on_disk().expect("a folder") {
            if !matches!(component, Component::Custom(_)) {
                let _ = files.insert(component.clone(), fs::read(from.path_of(&component)).expect("a file"));
            }
        }
        if form == Form::Plain {
            let _ = files.insert(Component::Crc, checksums(&files[&Component::Data], sample.version));
        }
        let name = case.rsplit('/').next().expect("a name");
        let (descriptor, _) = Descriptor::of_component(&folder.path().join(format!("{name}Data.db"))).expect("a name");
        let mut subject = Subject {
            name: case.to_owned(),
            version: sample.version,
            files,
            descriptor,
            _folder: folder,
            partitions: BTreeMap::new(),
            begins: Vec::new(),
            len: 0,
        };
        for (component, bytes) in &subject.files {
            fs::write(subject.descriptor.path_of(component), bytes).expect("a file");
        }
        let sstable = OpenOptions::new().open_descriptor(&subject.descriptor).expect("an SSTable");
        (subject.partitions, subject.begins) = (dumped(&sstable), begins(&sstable));
        subject.len = sstable.data_len();
        subject
    }

    /// With other rows, and the checksums of these; of one that is not compressed.
    pub fn edited(&self, edit: impl FnOnce(&mut SstableData)) -> Vec<Change> {
        let (params, bytes) = (SstableStatisticsParams::new(self.version), &self.files[&Component::Statistics]);
        let statistics = SstableStatistics::decode(&mut Reader::new(bytes), &params).expect("statistics");
        let params = SstableDataParams::new(self.version, statistics.header().expect("a header"));
        let mut data = SstableData::decode(&mut Reader::new(&self.files[&Component::Data]), &params).expect("rows");
        edit(&mut data);
        let mut buffer = Buffer::default();
        data.encode(&mut buffer, &params).expect("rows");
        self.sealed(buffer.into_bytes())
    }

    /// With other bytes for rows, and the checksums of these.
    pub fn sealed(&self, data: Vec<u8>) -> Vec<Change> {
        let digest = Component::Digest(DigestKind::Crc32);
        let (crc, sum) = (checksums(&data, self.version), crc32fast::hash(&data).to_string());
        vec![(Component::Data, Some(data)), (Component::Crc, Some(crc)), (digest, Some(sum.into_bytes()))]
    }

    /// What verification finds.
    pub fn verify(descriptor: &Descriptor) -> Report {
        let verifier = Verifier::new(Self::opened_as(descriptor).raw(), VerifyOptions::default());
        verifier.run(&mut |_| {}, &AtomicBool::new(false)).expect("a report")
    }

    pub fn opened_as(descriptor: &Descriptor) -> cqlite::Sstable {
        OpenOptions::new().open_descriptor(descriptor).expect("an SSTable")
    }

    pub fn all() -> impl Iterator<Item = Self> {
        CASES.into_iter().map(|(case, form)| Self::load(case, form))
    }

    /// Salvages it with other files, and without any proof.
    pub fn salvage(&self, changes: &[Change], to: &Path) -> Result<Salvaged, Error> {
        self.salvage_by(&Salvage::new(WriteOptions::new()).unproven(), changes, to)
    }

    /// Salvages it with other files.
    pub fn salvage_by(&self, salvage: &Salvage<'_>, changes: &[Change], to: &Path) -> Result<Salvaged, Error> {
        self.with(changes, |descriptor| salvage.run(descriptor, to))
    }

    /// Does something with it while it has other files, and puts the original ones back.
    pub fn with<T>(&self, changes: &[Change], does: impl FnOnce(&Descriptor) -> T) -> T {
        for (component, bytes) in changes {
            let path = self.descriptor.path_of(component);
            bytes.as_ref().map_or_else(|| fs::remove_file(&path), |bytes| fs::write(&path, bytes)).expect("a file");
        }
        let done = does(&self.descriptor);
        for (component, _) in changes {
            fs::write(self.descriptor.path_of(component), &self.files[component]).expect("a file");
        }
        done
    }

    /// The new SSTable, which nothing may be wrong with.
    pub fn opened(salvaged: &Salvaged, what: &str) -> Option<cqlite::Sstable> {
        Some(verified(&salvaged.new.first()?.path, what))
    }

    /// The same, and judges what comes out; what that is, and how many partitions were kept, unless nothing could be read.
    pub fn judge(&self, changes: &[Change], what: &str) -> Option<(Salvaged, usize)> {
        let new = tempfile::tempdir().expect("a folder");
        let salvaged = match self.salvage(changes, new.path()) {
            Ok(salvaged) => salvaged,
            Err(e) => {
                // Without these two nothing can be read, nor of no data.
                let is_needed = |(component, bytes): &Change| {
                    matches!(component, Component::Statistics | Component::CompressionInfo)
                        || bytes.as_ref().is_some_and(Vec::is_empty)
                };
                assert!(changes.iter().any(is_needed), "{what}: {e}");
                assert!(fs::read_dir(new.path()).expect("a folder").next().is_none(), "{what}: something is left");
                return None;
            }
        };
        let mut found = BTreeMap::new();
        salvaged.new.iter().for_each(|new| found.extend(dumped(&verified(&new.path, what))));
        // What nothing but the rows proves is said to be so.
        if salvaged.proof == Proof::Rows {
            assert!(!salvaged.notes.is_empty() || !salvaged.doubts.is_empty(), "{what}");
            return Some((salvaged, found.len()));
        }
        for (key, partition) in &found {
            assert_eq!(Some(partition), self.partitions.get(key), "{what}: partition {key}");
        }
        if salvaged.is_whole() {
            assert_eq!(found.len(), self.partitions.len(), "{what}: partitions are lost, and nothing is said");
        }
        Some((salvaged, found.len()))
    }

    /// Nothing proves the names of columns without checksums of metadata.
    pub fn is_believed(&self, component: &Component) -> bool {
        *component == Component::Statistics && !self.version.has_metadata_checksum()
    }

    /// Whether a damaged component loses nothing: what it says is known from the data, or another one proves that.
    fn is_made_anew(component: &Component) -> bool {
        !matches!(component, Component::Data | Component::CompressionInfo | Component::Statistics)
    }

    /// Other bytes in the place of a component's; all partitions have to be kept that the damage does not touch.
    pub fn damage(&self, component: &Component, bytes: Option<&[u8]>, damaged: Range<usize>, what: &str) {
        if self.is_believed(component) {
            return;
        }
        let what = format!("{}{component}, {what}", self.name);
        let changes = [(component.clone(), bytes.map(<[u8]>::to_vec))];
        let Some((salvaged, kept)) = self.judge(&changes, &what) else { return };
        let what = format!("{what}: {:?}", salvaged.losses);
        if Self::is_made_anew(component) {
            assert!(salvaged.is_whole(), "{what}");
        } else if *component == Component::Data {
            assert_eq!(kept, self.partitions.len() - self.touched_in_file(damaged), "{what}");
            assert!(!salvaged.is_whole(), "{what}");
        }
    }

    /// How many partitions have a byte in the chunks or blocks that a range of Data.db is in.
    pub fn touched_in_file(&self, damaged: Range<usize>) -> usize {
        let sstable = OpenOptions::new().open_descriptor(&self.descriptor).expect("an SSTable");
        let source = sstable.raw().data();
        let chunks = source.chunks();
        let all = (0..chunks.count()).map(|i| chunks.chunk_at(i * u64::from(chunks.chunk_length())));
        let is_hit = |stored: Range<u64>| (stored.start as usize) < damaged.end && stored.end as usize > damaged.start;
        let hit: Vec<_> = all
            .filter(|chunk| match source.chunk_reader() {
                None => is_hit(chunks.position_of(*chunk)..chunks.end_of(*chunk)),
                Some(reader) => is_hit(reader.map().stored_range(*chunk).expect("a chunk")),
            })
            .collect();
        let ends = self.begins.iter().skip(1).copied().chain([self.len]);
        let partitions = self.begins.iter().zip(ends);
        let is_touched = |begin: u64, end: u64| {
            hit.iter().any(|chunk| begin < chunks.end_of(*chunk) && end > chunks.position_of(*chunk))
        };
        partitions.filter(|(begin, end)| is_touched(**begin, *end)).count()
    }
}

/// Other bytes for a component, or none.
pub type Change = (Component, Option<Vec<u8>>);

/// CRC.db of some data, in small blocks.
fn checksums(data: &[u8], version: SstableVersion) -> Vec<u8> {
    let crcs = data.chunks(CHUNK as usize).map(crc32fast::hash).collect();
    let model = SstableCrc { chunk_size: CHUNK, crcs, ..SstableCrc::default() };
    let mut buffer = Buffer::default();
    model.encode(&mut buffer, &SstableCrcParams::new(version)).expect("checksums");
    buffer.into_bytes()
}

/// A new SSTable, with which nothing may be wrong.
pub fn verified(path: &Path, what: &str) -> cqlite::Sstable {
    let sstable = OpenOptions::new().open(format!("{}-Data.db", path.display())).expect("an SSTable");
    let verifier = Verifier::new(sstable.raw(), VerifyOptions::default());
    let report = verifier.run(&mut |_| {}, &AtomicBool::new(false)).expect("a report");
    assert!(!report.is_damaged(), "{what}: {:#?}", report.findings);
    sstable
}

/// Partitions by their keys, without the positions.
pub fn dumped(sstable: &cqlite::Sstable) -> BTreeMap<String, Value> {
    let options = DumpOptions { now: 1_900_000_000, threads: 1, format: Format::Lines, ..DumpOptions::default() };
    let bytes = dump(sstable.raw(), options).expect("a dump");
    let mut partitions = BTreeMap::new();
    for line in String::from_utf8(bytes).expect("text").lines() {
        let mut partition: Value = serde_json::from_str(line).expect("JSON");
        let key = partition["partition"]["key"].to_string();
        without_positions(&mut partition);
        assert!(partitions.insert(key, partition).is_none(), "twice the same partition");
    }
    partitions
}

/// Where each partition begins.
fn begins(sstable: &cqlite::Sstable) -> Vec<u64> {
    let (mut partitions, mut begins) = (sstable.raw().partitions(), Vec::new());
    while partitions.next_partition().expect("a partition") {
        begins.push(partitions.position());
    }
    begins
}

fn without_positions(value: &mut Value) {
    match value {
        Value::Object(map) => {
            let _ = map.remove("position");
            map.values_mut().for_each(without_positions);
        }
        Value::Array(list) => list.iter_mut().for_each(without_positions),
        _ => {}
    }
}
