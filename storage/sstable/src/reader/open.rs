use std::path::Path;
use std::sync::{Arc, OnceLock};

use cqlite_format::compression_info::{SstableCompressionInfo, SstableCompressionInfoParams};
use cqlite_format::crc::{SstableCrc, SstableCrcParams};
use cqlite_format::statistics::{SstableStatistics, SstableStatisticsParams};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::{ReadError, Reader, Walk};

use super::{Inner, Locator, Sstable, SstableError, SstableErrorKind};
use crate::compress::{
    ChecksumMode, ChunkMap, ChunkMapParts, ChunkReader, Codec, CodecError, CrcTable, DataSource, PlainReader,
};
use crate::descriptor::{Component, Descriptor, Toc};
use crate::io::{AccessMode, ComponentSource, DirectorySource, ReadAt};
use crate::Limits;
use cqlite_rows::clustering::ClusteringComparator;
use cqlite_rows::{EncodingStats, RowError};
use cqlite_schema::TableSchema;

/// How an SSTable is opened.
#[derive(Debug, Clone, Copy)]
pub struct OpenOptions {
    /// How files are read.
    pub access: AccessMode,
    /// Whether checksums of chunks are compared.
    pub checksums: ChecksumMode,
    /// How large what is read may be.
    pub limits: Limits,
}

impl Default for OpenOptions {
    fn default() -> Self {
        OpenOptions { access: AccessMode::Mmap, checksums: ChecksumMode::Always, limits: Limits::DEFAULT }
    }
}

impl OpenOptions {
    /// Opens the SSTable that a component file belongs to.
    ///
    /// # Errors
    /// The path is no component of an SSTable of a supported version, or what makes up the metadata is missing or damaged.
    pub fn open(self, path: &Path) -> Result<Sstable, SstableError> {
        self.open_descriptor(&Descriptor::of_component(path)?.0)
    }

    /// Opens the SSTable that a descriptor names.
    ///
    /// # Errors
    /// What makes up the metadata is missing or damaged.
    pub fn open_descriptor(self, descriptor: &Descriptor) -> Result<Sstable, SstableError> {
        let label = descriptor.directory().join(descriptor.prefix()).display().to_string();
        let version = descriptor.version().features();
        self.open_source(&label, version, Arc::new(DirectorySource::new(descriptor.clone(), self.access)))
    }

    /// Opens an SSTable whose components come from anywhere. `label` names it in errors.
    ///
    /// # Errors
    /// What makes up the metadata is missing or damaged.
    pub fn open_source(
        self,
        label: &str,
        version: SstableVersion,
        source: Arc<dyn ComponentSource>,
    ) -> Result<Sstable, SstableError> {
        let opener = Opener { version, source: &*source, checksums: self.checksums, limits: self.limits };
        opener.run(label).map_err(|e| e.in_file(label)).map(|mut inner| {
            inner.source = Some(Arc::clone(&source));
            super::frozen::settle(inner)
        })
    }
}

struct Opener<'a> {
    version: SstableVersion,
    source: &'a dyn ComponentSource,
    checksums: ChecksumMode,
    limits: Limits,
}

impl Opener<'_> {
    fn run(&self, label: &str) -> Result<Inner, SstableError> {
        let mut statistics = self.statistics()?;
        let parts = || statistics.toc.iter().enumerate();
        let header_part = parts().find_map(|(part, e)| e.header().map(|_| part));
        let validation = parts().find_map(|(part, e)| Some((part, e.validation()?.partitioner.s.clone())));
        let (Some(header), Some(h)) = (header_part, statistics.header_mut()) else {
            return Err(SstableError::new(SstableErrorKind::NoHeader).in_component(&Component::Statistics));
        };
        let in_header = |e: RowError| SstableError::from(e).in_component(&Component::Statistics);
        EncodingStats::normalise(self.version, h);
        let comparator = ClusteringComparator::new(self.version, &h.clustering_types);
        let encoding_stats = EncodingStats::new(self.version, h).map_err(in_header)?;
        let schema = match validation {
            Some((part, name)) => TableSchema::of_header(h, &name).map_err(|e| {
                let params = statistics_params(self.version);
                let path = format!("toc[{part}].body.partitioner.s");
                self.at_field(&Component::Statistics, &path, e.into(), |r, w| SstableStatistics::walk(r, &params, w))
            })?,
            None => return Err(SstableError::new(SstableErrorKind::Missing).in_component(&Component::Statistics)),
        };
        let compression = self.compression()?.map(Arc::new);
        let data = self.data(compression.as_ref())?;
        if data.is_empty() {
            // No SSTable is written without a partition.
            let kind = SstableErrorKind::Mismatch("there is no data, expected one partition at least".into());
            return Err(SstableError::new(kind).in_component(&Component::Data));
        }
        Ok(Inner {
            label: label.into(),
            version: self.version,
            limits: self.limits,
            statistics,
            header,
            schema,
            comparator,
            encoding_stats,
            compression,
            data,
            source: None,
            index: OnceLock::new(),
            summary: OnceLock::new(),
            filter: OnceLock::new(),
            partitions: OnceLock::new(),
            rows: OnceLock::new(),
        })
    }

    fn open(&self, component: &Component) -> Result<Option<Arc<dyn ReadAt>>, SstableError> {
        self.source.open(component).map_err(|e| SstableError::from(e).in_component(component))
    }

    /// What `read` makes of a component's bytes, which are not copied if they are in memory already.
    fn read<T>(
        &self,
        component: &Component,
        read: impl FnOnce(&[u8]) -> Result<T, SstableError>,
    ) -> Result<Option<T>, SstableError> {
        let at = |e: SstableError| e.in_component(component);
        let Some(file) = self.open(component)? else { return Ok(None) };
        let limit = self.limits.of(component);
        match file.as_slice().filter(|bytes| bytes.len() as u64 <= limit) {
            Some(bytes) => read(bytes).map(Some).map_err(at),
            None => read(&file.read_all(limit).map_err(|e| at(e.into()))?).map(Some).map_err(at),
        }
    }

    /// The error, said to be in a field of a component that has been read, which is walked over to find where the field is. What is missed
    /// altogether is missed at the end.
    #[cold]
    fn at_field(
        &self,
        component: &Component,
        path: &str,
        e: SstableError,
        walk: impl FnOnce(&mut Reader<'_>, &mut dyn Walk) -> Result<(), ReadError>,
    ) -> SstableError {
        let locate = |bytes: &[u8]| Ok(Locator::locate(bytes, path, walk).unwrap_or(bytes.len() as u64));
        e.in_component(component).in_field(path, self.read(component, locate).ok().flatten())
    }

    fn statistics(&self) -> Result<SstableStatistics, SstableError> {
        let component = &Component::Statistics;
        let params = statistics_params(self.version);
        let read = |bytes: &[u8]| Ok(SstableStatistics::decode(&mut Reader::new(bytes), &params)?);
        self.read(component, read)?.ok_or_else(|| SstableError::new(SstableErrorKind::Missing).in_component(component))
    }

    fn compression(&self) -> Result<Option<SstableCompressionInfo>, SstableError> {
        let params = compression_params(self.version);
        let read = |bytes: &[u8]| Ok(SstableCompressionInfo::decode(&mut Reader::new(bytes), &params)?);
        let info = self.read(&Component::CompressionInfo, read)?;
        // Compressed data would be taken for partitions, and be blamed for it.
        if info.is_none() && self.is_listed(&Component::CompressionInfo) {
            let missing = SstableError::new(SstableErrorKind::MissingListed);
            return Err(missing.in_component(&Component::CompressionInfo));
        }
        Ok(info)
    }

    /// Whether TOC.txt has the component; not if there is none, or it cannot be read, for nothing else is needed of it.
    fn is_listed(&self, component: &Component) -> bool {
        let toc = self.read(&Component::Toc, |bytes| Ok(Toc::read(bytes, self.version)?));
        matches!(toc, Ok(Some(toc)) if toc.components.contains(component))
    }

    fn data(&self, compression: Option<&Arc<SstableCompressionInfo>>) -> Result<DataSource, SstableError> {
        let component = &Component::Data;
        let file = self
            .open(component)?
            .ok_or_else(|| SstableError::new(SstableErrorKind::Missing).in_component(component))?;
        match compression {
            Some(info) => {
                let params = compression_params(self.version);
                let at = |path: String, e: SstableError| {
                    let walk = |r: &mut Reader<'_>, w: &mut dyn Walk| SstableCompressionInfo::walk(r, &params, w);
                    self.at_field(&Component::CompressionInfo, &path, e, walk)
                };
                let codec = codec(info).map_err(|e| at(e.path(), e.into()))?;
                let map = ChunkMap::new(chunk_map_parts(self.version, info), file.len(), &self.limits)
                    .map_err(|e| at(e.path(), e.into()))?;
                Ok(ChunkReader::new(file, map, codec, self.checksums).into())
            }
            None => {
                let params = SstableCrcParams::new(self.version);
                let crc = self.read(&Component::Crc, |bytes| crc_table(bytes, &params))?;
                let reader = PlainReader::new(file, crc, self.checksums, &self.limits).map_err(|e| {
                    self.at_field(&Component::Crc, &e.path(), e.into(), |r, w| SstableCrc::walk(r, &params, w))
                })?;
                Ok(reader.into())
            }
        }
    }
}

fn statistics_params(v: SstableVersion) -> SstableStatisticsParams<'static> {
    SstableStatisticsParams::new(v)
}

fn compression_params(v: SstableVersion) -> SstableCompressionInfoParams<'static> {
    SstableCompressionInfoParams::new(v)
}

fn codec(info: &SstableCompressionInfo) -> Result<Codec, CodecError> {
    let options = info.options.iter().map(|o| (o.key.s.as_str(), o.value.s.as_str()));
    Codec::new(&info.compressor.s, options, info.dictionary.as_ref().map(|d| d.data.as_slice()))
}

fn chunk_map_parts(version: SstableVersion, info: &Arc<SstableCompressionInfo>) -> ChunkMapParts {
    let unsigned = |n: i64| u64::try_from(n).unwrap_or(u64::MAX);
    ChunkMapParts {
        version,
        info: Arc::clone(info),
        chunk_length: u32::try_from(info.chunk_length).unwrap_or(0),
        max_compressed_length: u32::try_from(info.max_compressed_length).unwrap_or(0),
        data_length: unsigned(info.data_length),
        offsets: info.chunk_offsets.iter().map(|o| unsigned(*o)).collect(),
    }
}

fn crc_table(bytes: &[u8], params: &SstableCrcParams<'_>) -> Result<CrcTable, SstableError> {
    let crc = SstableCrc::decode(&mut Reader::new(bytes), params)?;
    Ok(CrcTable {
        chunk_size: u32::try_from(crc.chunk_size).unwrap_or(0),
        checksums: crc.crcs,
        algorithm: SstableCrc::crcs_algo(params.v),
    })
}
