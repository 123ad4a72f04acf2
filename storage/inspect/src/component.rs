use std::path::Path;
use std::sync::Arc;

use cqlite_format::bti_partitions::{BtiPartitions, BtiPartitionsParams};
use cqlite_format::chunks::{SstableChunksParams, SSTABLE_CHUNKS_TABLE};
use cqlite_format::compression_info::SstableCompressionInfo;
use cqlite_format::crc::{SstableCrc, SstableCrcParams, SstableCrcRef};
use cqlite_format::index::SSTABLE_INDEX_TABLE;
use cqlite_format::version::SstableVersion;
use cqlite_runtime::native::CqlType;
use cqlite_runtime::table::{Reflect, Table};
use cqlite_runtime::{Reader, Walk};
use cqlite_sstable::component::{Bytes, Components, Partitions};
use cqlite_sstable::compress::Chunks;
use cqlite_sstable::descriptor::{Component, Descriptor};
use cqlite_sstable::io::{AccessMode, DirectorySource, ReadAt};
use cqlite_sstable::{Limits, OpenOptions, Sstable, SstableError, SstableErrorKind};

use crate::checksums::{Compared, OfBlocks, OfChunks};
use crate::collect::Collected;
use crate::data;
use crate::error::{Ended, InspectError, Walked};
use crate::fields::{Fields, Halt};
use crate::gaps::Gaps;
use crate::plain;
use crate::streamed;
use crate::tracker::{Tracker, WalkedPath};
use crate::trie::TrieFile;

/// In which order fields come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// As `tests/kaitai/README.md` says: fields at `pos` after the others of their type, tries depth first.
    Specification,
    /// By offset, and with the bytes that no field has (the padding of tries).
    File,
}

/// What of Data.db to look at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DataView {
    /// Partitions and rows: the stream without compression.
    #[default]
    Fields,
    /// The compressed chunks with their checksums, as they are stored.
    Chunks,
}

/// A component of an SSTable, ready to be walked over, with what its specification needs of other components.
pub struct Inspection {
    descriptor: Descriptor,
    component: Component,
    version: SstableVersion,
    subject: Subject,
}

enum Subject {
    Data(Box<Sstable>),
    Chunks {
        bytes: Bytes,
        info: Box<SstableCompressionInfo>,
    },
    Index {
        file: Arc<dyn ReadAt>,
        clustering_types: Vec<CqlType>,
    },
    /// A component of any length.
    Streamed(Arc<dyn ReadAt>, &'static Table),
    /// The checksums of an uncompressed Data.db, and that.
    Crc {
        bytes: Bytes,
        table: &'static Table,
        data: Arc<dyn ReadAt>,
    },
    Plain(Bytes, &'static Table),
    Partitions(Bytes),
    Rows {
        bytes: Bytes,
        partitions: Bytes,
    },
}

impl Inspection {
    /// Opens the component file at a path.
    ///
    /// # Errors
    /// It is no component that the specification describes, its version is not supported, or it, or one that it needs,
    /// is missing or damaged.
    pub fn open(path: &Path, what: DataView) -> Result<Self, SstableError> {
        let (descriptor, component) = Descriptor::of_component(path)?;
        // What has been read of a mapped file counts as memory.
        let mode = if is_streamed(&component) { AccessMode::Pread } else { AccessMode::Mmap };
        Files::new(DirectorySource::new(descriptor, mode)).open(component, what)
    }

    /// Which SSTable it is of.
    #[must_use]
    pub fn descriptor(&self) -> &Descriptor {
        &self.descriptor
    }

    /// What names the component in messages: its path.
    #[must_use]
    pub fn label(&self) -> String {
        self.descriptor.path_of(&self.component).display().to_string()
    }

    /// Its length in bytes; of the uncompressed stream for Data.db.
    #[must_use]
    pub fn len(&self) -> u64 {
        match &self.subject {
            Subject::Data(sstable) => sstable.data().len(),
            Subject::Index { file, .. } | Subject::Streamed(file, _) => file.len(),
            Subject::Chunks { bytes, .. } | Subject::Plain(bytes, _) => len(bytes),
            Subject::Crc { bytes, .. } | Subject::Partitions(bytes) | Subject::Rows { bytes, .. } => len(bytes),
        }
    }

    /// Whether it has no bytes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Walks over its fields.
    ///
    /// # Errors
    /// What is wrong with the component, after the fields before it, or with what takes them.
    pub fn walk(&self, order: Order, sink: &mut dyn Fields) -> Result<(), InspectError> {
        let walked = match &self.subject {
            Subject::Data(sstable) => data::walk(sstable, sink),
            Subject::Chunks { bytes, info } => {
                let checksums =
                    OfChunks { data: bytes.as_slice(), params: SstableChunksParams::new(self.version, info), seen: 0 };
                let mut compared = Compared::new(checksums, sink);
                let given: [(&str, &dyn Reflect); 2] = [("v", &self.version), ("info", &**info)];
                let walked = self.plain((bytes, &SSTABLE_CHUNKS_TABLE), &given, order, &mut compared);
                compared.finish(walked)
            }
            Subject::Crc { bytes, table, data } => {
                let head =
                    SstableCrcRef::read(&mut Reader::new(bytes.as_slice()), &SstableCrcParams::new(self.version));
                let size = head.ok().and_then(|head| u32::try_from(head.chunk_size).ok()).filter(|size| *size > 0);
                let blocks = size.map(|size| Chunks::new(size, data.len()));
                let mut compared = Compared::new(
                    OfBlocks { data: data.clone(), blocks, algorithm: SstableCrc::crcs_algo(self.version), seen: 0 },
                    sink,
                );
                let walked = self.plain((bytes, table), &[("v", &self.version)], order, &mut compared);
                compared.finish(walked)
            }
            Subject::Index { file, clustering_types } => {
                let given: [(&str, &dyn Reflect); 2] = [("v", &self.version), ("clustering_types", clustering_types)];
                let table = &SSTABLE_INDEX_TABLE;
                streamed::walk(&**file, (table, table.args(&given)), Limits::DEFAULT.row, sink)
            }
            Subject::Streamed(file, table) => {
                streamed::walk(&**file, (table, table.args(&[("v", &self.version)])), Limits::DEFAULT.row, sink)
            }
            Subject::Plain(bytes, table) => self.plain((bytes, table), &[("v", &self.version)], order, sink),
            Subject::Partitions(bytes) => {
                self.with_gaps(bytes, order, sink, |sink| self.partitions(bytes, order, sink))
            }
            Subject::Rows { bytes, partitions } => {
                self.with_gaps(bytes, order, sink, |sink| self.rows(bytes, partitions, order, sink))
            }
        };
        match walked {
            Ok(()) | Err(Ended::Halted(Halt::Enough)) => Ok(()),
            Err(Ended::Halted(Halt::Output(e))) => Err(InspectError::Output(e)),
            Err(Ended::Damaged(e)) => {
                Err(InspectError::Sstable(e.in_component(&self.component).in_file(&self.descriptor.to_string())))
            }
        }
    }

    /// Runs a walk, by offset with what lies between its fields.
    fn with_gaps(
        &self,
        bytes: &Bytes,
        order: Order,
        sink: &mut dyn Fields,
        walk: impl FnOnce(&mut dyn Fields) -> Walked,
    ) -> Walked {
        if order == Order::Specification {
            return walk(sink);
        }
        let mut gaps = Gaps::new(bytes.as_slice(), sink);
        let walked = walk(&mut gaps);
        if !matches!(walked, Err(Ended::Halted(_))) {
            gaps.finish()?;
        }
        walked
    }

    fn plain(
        &self,
        (bytes, table): (&Bytes, &'static Table),
        given: &[(&str, &dyn Reflect)],
        order: Order,
        sink: &mut dyn Fields,
    ) -> Walked {
        let data = bytes.as_slice();
        let run = |sink: &mut dyn Fields| {
            let walk = |w: &mut dyn Walk| plain::walk(table, given, &mut Reader::new(data), w);
            Tracker::run(&mut WalkedPath::default(), sink, (data, 0), walk)
        };
        let walked = if order == Order::File && matches!(self.component, Component::Statistics) {
            let mut collected = Collected::default();
            let walked = run(&mut collected);
            collected.sort_by_offset();
            self.with_gaps(bytes, order, sink, |sink| collected.pass_on(data, sink))?;
            walked
        } else {
            self.with_gaps(bytes, order, sink, |sink| run(sink))
        };
        walked?;
        Ok(plain::check(&self.component, data, self.version)?)
    }

    fn partitions(&self, bytes: &Bytes, order: Order, sink: &mut dyn Fields) -> Walked {
        let data = bytes.as_slice();
        let mut ends = Collected::default();
        let walk =
            |w: &mut dyn Walk| BtiPartitions::walk(&mut Reader::new(data), &BtiPartitionsParams::new(self.version), w);
        let walked = Tracker::run(&mut WalkedPath::default(), &mut ends, (data, 0), walk);
        let trie = TrieFile { bytes: data, version: self.version, is_rows: false };
        let footer = Partitions::new(data, self.version).footer();
        let nodes = |sink: &mut dyn Fields| match &footer {
            Ok(footer) => trie.nodes(footer.root_pos, order, sink),
            Err(_) => Ok(()),
        };
        if order == Order::Specification {
            ends.sort_as_declared();
            ends.pass_on(data, sink)?;
            walked?;
            return nodes(sink);
        }
        ends.sort_by_offset();
        let shown = nodes(sink);
        if matches!(shown, Err(Ended::Halted(_))) {
            return shown;
        }
        ends.pass_on(data, sink)?;
        walked.and(shown)
    }

    fn rows(&self, bytes: &Bytes, partitions: &Bytes, order: Order, sink: &mut dyn Fields) -> Walked {
        let index = TrieFile { bytes: partitions.as_slice(), version: self.version, is_rows: false };
        let rows = TrieFile { bytes: bytes.as_slice(), version: self.version, is_rows: true };
        let entries = index.row_entries().map_err(|ended| match ended {
            Ended::Damaged(e) => Ended::Damaged(e.in_component(&Component::Partitions)),
            halted => halted,
        })?;
        entries.into_iter().try_for_each(|pos| rows.entry(pos, order, sink))
    }
}

/// Whether a component is read from front to back, and as long as its SSTable has keys.
fn is_streamed(component: &Component) -> bool {
    matches!(component, Component::Filter | Component::Summary | Component::PrimaryIndex)
}

fn len(bytes: &Bytes) -> u64 {
    bytes.as_slice().len() as u64
}

/// The components of one SSTable on disk.
pub(crate) struct Files {
    pub(crate) descriptor: Descriptor,
    pub(crate) version: SstableVersion,
    pub(crate) components: Components,
}

impl Files {
    pub(crate) fn new(source: DirectorySource) -> Self {
        let descriptor = source.descriptor().clone();
        let version = descriptor.version().features();
        let components = Components::new(&descriptor.to_string(), version, Arc::new(source), Limits::DEFAULT);
        Files { descriptor, version, components }
    }

    pub(crate) fn compression_info(&self) -> Result<Option<SstableCompressionInfo>, SstableError> {
        self.components.decode(&Component::CompressionInfo)
    }

    fn open(self, component: Component, what: DataView) -> Result<Inspection, SstableError> {
        let subject = match &component {
            Component::Data if what == DataView::Chunks => {
                let missing = || self.components.missing(&Component::CompressionInfo);
                let info = self.compression_info()?.ok_or_else(missing)?;
                Subject::Chunks { bytes: self.components.required(&component)?, info: Box::new(info) }
            }
            Component::Data => Subject::Data(Box::new(OpenOptions::default().open_descriptor(&self.descriptor)?)),
            Component::PrimaryIndex => Subject::Index {
                file: self.stream(&component)?,
                clustering_types: self.components.header()?.clustering_types,
            },
            Component::Partitions => Subject::Partitions(self.components.required(&component)?),
            Component::Rows => Subject::Rows {
                bytes: self.components.required(&component)?,
                partitions: self.components.required(&Component::Partitions)?,
            },
            Component::Crc => {
                let (bytes, table) = (self.components.required(&component)?, self.table(&component)?);
                match self.components.open(&Component::Data)? {
                    Some(data) => Subject::Crc { bytes, table, data },
                    None => Subject::Plain(bytes, table),
                }
            }
            _ if is_streamed(&component) => Subject::Streamed(self.stream(&component)?, self.table(&component)?),
            _ => Subject::Plain(self.components.required(&component)?, self.table(&component)?),
        };
        Ok(Inspection { descriptor: self.descriptor, component, version: self.version, subject })
    }

    fn stream(&self, component: &Component) -> Result<Arc<dyn ReadAt>, SstableError> {
        self.components.open(component)?.ok_or_else(|| self.components.missing(component))
    }

    fn table(&self, component: &Component) -> Result<&'static Table, SstableError> {
        plain::table_of(component).ok_or_else(|| {
            let what = "the specification does not describe this component".into();
            self.components.error_in(component, SstableError::new(SstableErrorKind::Mismatch(what)))
        })
    }
}
