//! SSTables of the corpus in memory, to be damaged in one place.

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;
use std::sync::Arc;

use cqlite_format::bti_partitions::{BtiPartitions, BtiPartitionsParams};
use cqlite_format::bti_row_index::{BtiRowIndex, BtiRowIndexParams};
use cqlite_format::chunks::{SstableChunksParams, StoredChunk};
use cqlite_format::compression_info::{SstableCompressionInfo, SstableCompressionInfoParams};
use cqlite_format::crc::{SstableCrc, SstableCrcParams};
use cqlite_format::data::{SstableData, SstableDataParams};
use cqlite_format::digest::SstableDigest;
use cqlite_format::filter::{SstableFilter, SstableFilterParams};
use cqlite_format::index::{SstableIndex, SstableIndexParams};
use cqlite_format::statistics::{SerializationHeader, SstableStatistics, SstableStatisticsParams, StatsMetadata};
use cqlite_format::summary::{SstableSummary, SstableSummaryParams};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::{Buffer, Reader, Site, Value, Walk};
use cqlite_sstable::descriptor::{discover, Component, DigestKind, FoundSstable};
use cqlite_sstable::io::MemorySource;
use cqlite_sstable::OpenOptions;
use cqlite_test_data::corpus;
use cqlite_verify::{Check, Finding, Report, Severity, Verifier, VerifyOptions};

use crate::rules;

pub const DIGEST: Component = Component::Digest(DigestKind::Crc32);
/// Bytes that a checksum of CRC.db covers.
const BLOCK: usize = 1 << 16;

/// An SSTable in memory.
#[derive(Clone)]
pub struct Sample {
    pub name: String,
    pub version: SstableVersion,
    pub parts: BTreeMap<Component, Vec<u8>>,
}

impl Sample {
    /// SSTable `n` (from 0) of a case.
    pub fn load(letters: &str, case: &str, n: usize) -> Self {
        let path = corpus().join(letters).join(case);
        let found = discover(&path).unwrap_or_else(|e| panic!("{e}")).sstables;
        Self::of(found.get(n).unwrap_or_else(|| panic!("{}: there is no SSTable {n}", path.display())))
    }

    pub fn of(found: &FoundSstable) -> Self {
        let version = found.descriptor.version().features();
        let read = |c: &Component| (c.clone(), std::fs::read(found.descriptor.path_of(c)).unwrap());
        Sample { name: found.descriptor.to_string(), version, parts: found.components.iter().map(read).collect() }
    }

    pub fn source(&self) -> Arc<MemorySource> {
        let mut source = MemorySource::new();
        for (component, bytes) in &self.parts {
            source.insert(component.clone(), bytes.as_slice());
        }
        Arc::new(source)
    }

    pub fn verifier(&self, options: VerifyOptions) -> Verifier {
        Verifier::from_source(&self.name, self.version, self.source(), options)
    }

    pub fn verify_with(&self, options: VerifyOptions) -> Report {
        let result = self.verifier(options).run(&mut |_| {}, &AtomicBool::new(false));
        let report = result.unwrap_or_else(|e| panic!("{}: {e}", self.name));
        rules::record(&report);
        report
    }

    pub fn verify(&self) -> Report {
        self.verify_with(VerifyOptions::default())
    }

    pub fn bytes(&mut self, component: &Component) -> &mut Vec<u8> {
        self.parts.get_mut(component).unwrap_or_else(|| panic!("there is no {component}"))
    }

    /// Decodes Statistics.db.
    pub fn statistics(&self) -> SstableStatistics {
        let params = SstableStatisticsParams::new(self.version);
        SstableStatistics::decode(&mut Reader::new(&self.parts[&Component::Statistics]), &params).unwrap()
    }

    pub fn header(&self) -> SerializationHeader {
        self.statistics().header().unwrap().clone()
    }

    /// Number of the part of Statistics.db with the statistics proper.
    pub const STATS: &'static str = "toc[2].body";

    /// All fields of a component: path, offset and length. Data.db has to be uncompressed.
    pub fn fields(&self, component: &Component) -> Vec<Field> {
        let v = self.version;
        let bytes = &self.parts[component];
        let (mut r, mut list) = (Reader::new(bytes), FieldList::default());
        let w: &mut dyn Walk = &mut list;
        let done = match component {
            Component::Data => SstableData::walk(&mut r, &SstableDataParams::new(v, &self.header()), w),
            Component::Statistics => SstableStatistics::walk(&mut r, &SstableStatisticsParams::new(v), w),
            Component::CompressionInfo => {
                SstableCompressionInfo::walk(&mut r, &SstableCompressionInfoParams::new(v), w)
            }
            Component::Filter => SstableFilter::walk(&mut r, &SstableFilterParams::new(v), w),
            Component::Summary => SstableSummary::walk(&mut r, &SstableSummaryParams::new(v), w),
            Component::Crc => SstableCrc::walk(&mut r, &SstableCrcParams::new(v), w),
            Component::Partitions => BtiPartitions::walk(&mut r, &BtiPartitionsParams::new(v), w),
            Component::PrimaryIndex => {
                let header = self.header();
                SstableIndex::walk(&mut r, &SstableIndexParams::new(v, &header.clustering_types), w)
            }
            other => panic!("no fields of {other} are known"),
        };
        done.unwrap_or_else(|e| panic!("{}: {component}: {e}", self.name));
        list.fields
    }

    /// Fields of the entry of Rows.db at a position.
    pub fn row_entry_fields(&self, entry_pos: i64) -> Vec<Field> {
        let params = BtiRowIndexParams::new(self.version, entry_pos);
        let (mut r, mut list) = (Reader::new(&self.parts[&Component::Rows]), FieldList::default());
        BtiRowIndex::walk(&mut r, &params, &mut list).unwrap();
        list.fields
    }

    pub fn field(&self, component: &Component, path: &str) -> Field {
        let fields = self.fields(component);
        fields.iter().find(|f| f.path == path).cloned().unwrap_or_else(|| {
            let like: Vec<_> = fields
                .iter()
                .map(|f| &f.path)
                .filter(|p| p.ends_with(path.rsplit('.').next().unwrap()))
                .take(20)
                .collect();
            panic!("{}: {component} has no field {path}; there are {like:#?}", self.name)
        })
    }

    /// Puts other bytes in the place of a field.
    pub fn set(&mut self, component: &Component, path: &str, bytes: &[u8]) -> u64 {
        let field = self.field(component, path);
        assert_eq!(field.len, bytes.len() as u64, "{path} has another length");
        let at = field.offset as usize;
        self.bytes(component)[at..at + bytes.len()].copy_from_slice(bytes);
        field.offset
    }

    /// Changes the last byte of a field.
    pub fn xor(&mut self, component: &Component, path: &str, mask: u8) -> u64 {
        let field = self.field(component, path);
        let at = (field.offset + field.len - 1) as usize;
        self.bytes(component)[at] ^= mask;
        field.offset
    }

    /// Makes Data.db uncompressed, as if it had been written so.
    pub fn plain(mut self) -> Self {
        if self.parts.contains_key(&Component::CompressionInfo) {
            let sstable = OpenOptions::default().open_source(&self.name, self.version, self.source()).unwrap();
            let mut stream = Vec::new();
            let len = sstable.data().len() as usize;
            sstable.data().read_range_into(0, len, &mut stream).unwrap();
            *self.bytes(&Component::Data) = stream;
            let _ = self.parts.remove(&Component::CompressionInfo);
            let toc = String::from_utf8(self.parts[&Component::Toc].clone()).unwrap();
            *self.bytes(&Component::Toc) = toc.replace("CompressionInfo.db", "CRC.db").into_bytes();
            let _ = self.parts.insert(Component::Crc, Vec::new());
            let _ =
                self.set(&Component::Statistics, &format!("{}.compression_ratio", Self::STATS), &(-1f64).to_be_bytes());
        }
        self.sealed()
    }

    /// Makes all checksums anew.
    pub fn sealed(mut self) -> Self {
        let params = SstableStatisticsParams::new(self.version);
        while let Err(e) = SstableStatistics::decode(&mut Reader::new(&self.parts[&Component::Statistics]), &params) {
            assert!(e.mend_checksum(self.bytes(&Component::Statistics)), "{}: {e}", self.name);
        }
        self.data_sealed()
    }

    /// Makes the checksums of Data.db anew.
    pub fn data_sealed(mut self) -> Self {
        if let Some(info) = self.parts.get(&Component::CompressionInfo) {
            let params = SstableCompressionInfoParams::new(self.version);
            let info = SstableCompressionInfo::decode(&mut Reader::new(info), &params).unwrap();
            let params = SstableChunksParams::new(self.version, &info);
            let data = self.bytes(&Component::Data);
            let ends = info.chunk_offsets.iter().skip(1).map(|o| *o as usize).chain([data.len()]);
            for (start, end) in info.chunk_offsets.iter().map(|o| *o as usize).zip(ends.collect::<Vec<_>>()) {
                let body = data[start..end - 4].to_vec();
                let mut chunk = Buffer::default();
                StoredChunk { body }.encode(&mut chunk, &params).unwrap();
                data[start..end].copy_from_slice(chunk.as_bytes());
            }
        } else {
            let mut crc = (BLOCK as u32).to_be_bytes().to_vec();
            let (blocks, algorithm) = (self.parts[&Component::Data].chunks(BLOCK), SstableCrc::crcs_algo(self.version));
            blocks.for_each(|block| crc.extend((algorithm.of(block, 0) as u32).to_be_bytes()));
            let _ = self.parts.insert(Component::Crc, crc);
        }
        let digest = SstableDigest::text_algo(self.version).of(&self.parts[&Component::Data], 0).to_string();
        let _ = self.parts.insert(DIGEST, digest.into_bytes());
        self
    }

    /// Changes the rows; nothing else but checksums follows them. The data has to be uncompressed.
    pub fn edit_data(mut self, edit: impl FnOnce(&mut SstableData)) -> Self {
        let header = self.header();
        let params = SstableDataParams::new(self.version, &header);
        let mut model = SstableData::decode(&mut Reader::new(&self.parts[&Component::Data]), &params).unwrap();
        edit(&mut model);
        let mut buffer = Buffer::default();
        model.encode(&mut buffer, &params).unwrap();
        *self.bytes(&Component::Data) = buffer.into_bytes();
        self.data_sealed()
    }

    /// Changes Statistics.db, checksums included.
    pub fn edit_statistics(mut self, edit: impl FnOnce(&mut SstableStatistics)) -> Self {
        let params = SstableStatisticsParams::new(self.version);
        let mut model = self.statistics();
        edit(&mut model);
        let mut buffer = Buffer::default();
        model.encode(&mut buffer, &params).unwrap();
        *self.bytes(&Component::Statistics) = buffer.into_bytes();
        self
    }

    /// Changes CompressionInfo.db.
    pub fn edit_compression(mut self, edit: impl FnOnce(&mut SstableCompressionInfo)) -> Self {
        let params = SstableCompressionInfoParams::new(self.version);
        let bytes = &self.parts[&Component::CompressionInfo];
        let mut model = SstableCompressionInfo::decode(&mut Reader::new(bytes), &params).unwrap();
        edit(&mut model);
        let mut buffer = Buffer::default();
        model.encode(&mut buffer, &params).unwrap();
        *self.bytes(&Component::CompressionInfo) = buffer.into_bytes();
        self
    }

    /// Changes the statistics proper.
    pub fn edit_stats(self, edit: impl FnOnce(&mut StatsMetadata)) -> Self {
        self.edit_statistics(|model| edit(model.stats_mut().unwrap()))
    }

    /// Changes the serialization header.
    pub fn edit_header(self, edit: impl FnOnce(&mut SerializationHeader)) -> Self {
        self.edit_statistics(|model| edit(model.header_mut().unwrap()))
    }
}

/// A field of a component.
#[derive(Debug, Clone)]
pub struct Field {
    pub path: String,
    pub offset: u64,
    pub len: u64,
}

#[derive(Default)]
struct FieldList {
    path: Vec<String>,
    open: Vec<usize>,
    fields: Vec<Field>,
}

impl FieldList {
    fn name(site: &'static Site, index: Option<u64>) -> String {
        index.map_or_else(|| site.field.to_owned(), |i| format!("{}[{i}]", site.field))
    }
}

impl Walk for FieldList {
    fn enter(&mut self, site: &'static Site, index: Option<u64>, offset: u64) {
        self.path.push(Self::name(site, index));
        self.open.push(self.fields.len());
        self.fields.push(Field { path: self.path.join("."), offset, len: 0 });
    }

    fn leave(&mut self, offset: u64) {
        let _ = self.path.pop();
        let at = self.open.pop().unwrap();
        self.fields[at].len = offset.saturating_sub(self.fields[at].offset);
    }

    fn leaf(&mut self, site: &'static Site, index: Option<u64>, offset: u64, len: u64, _: Value<'_>) {
        self.path.push(Self::name(site, index));
        self.fields.push(Field { path: self.path.join("."), offset, len });
        let _ = self.path.pop();
    }
}

/// The finding of a check in a component's field; any field, if `path` is empty.
#[track_caller]
pub fn expect(report: &Report, severity: Severity, check: Check, component: &Component, path: &str) -> Finding {
    let is_it = |f: &&Finding| {
        f.check() == check && f.component == *component && f.severity == severity && (path.is_empty() || f.path == path)
    };
    report.findings.iter().find(is_it).cloned().unwrap_or_else(|| {
        let all: Vec<_> = report.findings.iter().map(|f| format!("{} {}: {f}", f.severity.id(), f.check())).collect();
        panic!("{}: no {} of {check} in {component}, field {path:?}, but {all:#?}", report.label, severity.id())
    })
}

#[track_caller]
pub fn expect_error(report: &Report, check: Check, component: &Component, path: &str) -> Finding {
    expect(report, Severity::Error, check, component, path)
}

#[track_caller]
pub fn expect_warning(report: &Report, check: Check, component: &Component, path: &str) -> Finding {
    expect(report, Severity::Warning, check, component, path)
}

#[track_caller]
pub fn expect_silence(report: &Report) {
    let all: Vec<_> = report.findings.iter().map(|f| format!("{} {}: {f}", f.severity.id(), f.check())).collect();
    assert!(all.is_empty(), "{}: {all:#?}", report.label);
}

/// The finding that a rule is broken.
#[track_caller]
pub fn expect_rule(report: &Report, id: &str) -> Finding {
    report.findings.iter().find(|f| f.rule.id == id).cloned().unwrap_or_else(|| {
        let all: Vec<_> = report.findings.iter().map(|f| format!("{}: {f}", f.rule.id)).collect();
        panic!("{}: {id} is not broken, but {all:#?}", report.label)
    })
}

/// Only this one finding.
#[track_caller]
pub fn expect_only(report: &Report, severity: Severity, check: Check, component: &Component, path: &str) -> Finding {
    let found = expect(report, severity, check, component, path);
    let all: Vec<_> = report.findings.iter().map(|f| format!("{} {}: {f}", f.severity.id(), f.check())).collect();
    assert_eq!(all.len(), 1, "{}: {all:#?}", report.label);
    found
}
