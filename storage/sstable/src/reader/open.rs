use std::path::Path;
use std::sync::Arc;

use cqlite_format::compression_info::SstableCompressionInfo;
use cqlite_format::crc::SstableCrc;
use cqlite_format::statistics::SstableStatistics;
use cqlite_format::toc::SstableToc;
use cqlite_format::version::SstableVersion;
use cqlite_format::{Component as Model, Context};

use super::{Inner, Locator, Opened, Sstable, SstableError, SstableErrorKind};
use crate::component::{Bytes, Components, Statistics, StoredTable, StoredTableError};
use crate::compress::{
    ChecksumMode, ChunkMap, ChunkMapParts, ChunkReader, Codec, CodecError, CrcTable, DataSource, PlainReader,
};
use crate::descriptor::{Component, Descriptor, Toc};
use crate::io::{AccessMode, ComponentSource, DirectorySource};
use crate::Limits;

/// How an SSTable is opened.
#[derive(Debug, Clone, Copy)]
pub struct OpenOptions {
    /// How files are read.
    pub access: AccessMode,
    /// Whether checksums of chunks are compared.
    pub checksums: ChecksumMode,
    /// How large what is read may be.
    pub limits: Limits,
    /// Whether the Bloom filter is believed that a key is not there: for those who look up many keys that are not, in SSTables that have been
    /// verified. Where it is not, the index is asked for each key.
    pub trust_filter: bool,
}

impl Default for OpenOptions {
    fn default() -> Self {
        let (access, checksums) = (AccessMode::Mmap, ChecksumMode::Always);
        OpenOptions { access, checksums, limits: Limits::DEFAULT, trust_filter: false }
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
        let components = Components::new(label, version, source, self.limits);
        let opener = Opener { components, checksums: self.checksums, trusts_filter: self.trust_filter };
        opener.run().map(super::infer_frozen::infer)
    }
}

struct Opener {
    components: Components,
    checksums: ChecksumMode,
    trusts_filter: bool,
}

impl Opener {
    fn run(self) -> Result<Inner, SstableError> {
        let mut statistics = self.components.statistics()?;
        let is_compressed = statistics.stats().is_some_and(Statistics::is_compressed);
        let parts = || statistics.toc.iter().enumerate();
        let header_part = parts().find_map(|(part, e)| e.header().map(|_| part));
        let validation = parts().find_map(|(part, e)| Some((part, e.validation()?.partitioner.s.clone())));
        let component = &Component::Statistics;
        let (Some(header), Some(h)) = (header_part, statistics.header_mut()) else {
            return Err(self.components.error_in(component, SstableError::new(SstableErrorKind::NoHeader)));
        };
        let Some((part, partitioner)) = validation else { return Err(self.components.missing(component)) };
        let table = StoredTable::new(self.components.version(), h, &partitioner).map_err(|e| match e {
            StoredTableError::Number(e) => self.components.error_in(component, e),
            StoredTableError::Partitioner(e) => {
                let path = format!("toc[{part}].body.partitioner.s");
                self.at_field::<SstableStatistics>(component, &path, e.into())
            }
        })?;
        let compression = self.compression(is_compressed)?.map(Arc::new);
        let data = self.data(compression.as_ref())?;
        if data.is_empty() {
            // No SSTable is written without a partition.
            let kind = SstableErrorKind::Mismatch("there is no data, expected one partition at least".into());
            return Err(self.components.error_in(&Component::Data, SstableError::new(kind)));
        }
        let (components, trusts_filter, opened) = (self.components, self.trusts_filter, Opened::default());
        Ok(Inner { components, statistics, header, table, compression, data, trusts_filter, opened })
    }

    /// The error, said to be in a field of a component that has been read, which is walked over to find where the field is. What is missed
    /// altogether is missed at the end.
    #[cold]
    fn at_field<C: Model>(&self, component: &Component, path: &str, e: SstableError) -> SstableError {
        let cx = Context::new(self.components.version());
        let locate = |bytes: &Bytes| {
            let bytes = bytes.as_slice();
            Locator::locate(bytes, path, |r, w| C::walk(r, &cx, w)).unwrap_or(bytes.len() as u64)
        };
        let offset = self.components.find(component).ok().flatten().as_ref().map(locate);
        self.components.error_in(component, e.in_field(path, offset))
    }

    fn compression(&self, is_compressed: bool) -> Result<Option<SstableCompressionInfo>, SstableError> {
        let component = &Component::CompressionInfo;
        let info = self.components.decode(component)?;
        // Compressed data would be taken for partitions, and be blamed for it.
        let missing = |kind| Err(self.components.error_in(component, SstableError::new(kind)));
        match (info, self.is_listed(component)) {
            (None, Some(true)) => missing(SstableErrorKind::MissingListed),
            // Without a TOC.txt nothing but Statistics.db tells.
            (None, None) if is_compressed => missing(SstableErrorKind::MissingCompressed),
            (info, _) => Ok(info),
        }
    }

    /// Whether TOC.txt has the component; nothing if there is none, or it cannot be read, for nothing else is needed of it.
    fn is_listed(&self, component: &Component) -> Option<bool> {
        let toc = self.components.decode::<SstableToc>(&Component::Toc).ok()??;
        Some(Toc::of(&toc).components.contains(component))
    }

    fn data(&self, compression: Option<&Arc<SstableCompressionInfo>>) -> Result<DataSource, SstableError> {
        let (component, version, limits) = (&Component::Data, self.components.version(), self.components.limits());
        let file = self.components.open(component)?.ok_or_else(|| self.components.missing(component))?;
        match compression {
            Some(info) => {
                let at = |path: String, e: SstableError| {
                    self.at_field::<SstableCompressionInfo>(&Component::CompressionInfo, &path, e)
                };
                let codec = codec(info).map_err(|e| at(e.path(), e.into()))?;
                let new = if self.checksums == ChecksumMode::Demanded { ChunkMap::of_damaged } else { ChunkMap::new };
                let map =
                    new(chunk_map_parts(version, info), file.len(), limits).map_err(|e| at(e.path(), e.into()))?;
                Ok(ChunkReader::new(file, map, codec, self.checksums).into())
            }
            None => {
                let crc = self.components.decode(&Component::Crc)?.map(|crc| crc_table(crc, version));
                let reader = PlainReader::new(file, crc, self.checksums, limits)
                    .map_err(|e| self.at_field::<SstableCrc>(&Component::Crc, &e.path(), e.into()))?;
                Ok(reader.into())
            }
        }
    }
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

fn crc_table(crc: SstableCrc, version: SstableVersion) -> CrcTable {
    CrcTable {
        chunk_size: u32::try_from(crc.chunk_size).unwrap_or(0),
        checksums: crc.crcs,
        algorithm: SstableCrc::crcs_algo(version),
    }
}
