use clap::{Args, ValueEnum};
use cqlite::write::{written_version, WriteOptions};

use super::compression::CompressionArg;
use crate::failure::Failure;
use crate::interrupt;

/// How new SSTables are written.
#[derive(Debug, Args)]
pub struct WriteArgs {
    /// The version, such as nb or da [default: that of each SSTable; of `compact` the latest of theirs]
    #[arg(long, value_name = "VERSION")]
    pub to: Option<String>,

    /// LZ4, Snappy, Deflate, Zstd or Noop, then a colon and the length of chunks in KiB, then a colon and min_ratio=RATIO (min_compress_ratio:
    /// chunks that do not become so many times smaller are stored as they are); or none [default: as the SSTables]
    ///
    /// ZstdDictionary (pa, ea) takes a dictionary at the end: `:dict=FILE`, which zstd has made, or a component of an SSTable that has one; or
    /// `:train`, to make one of the data.
    #[arg(long, value_name = "CODEC[:KIB][:min_ratio=RATIO]")]
    pub compression: Option<CompressionArg>,

    /// What tells new SSTables apart: numbers, or time UUIDs (uuid_sstable_identifiers_enabled), which 4.1 and later know
    #[arg(long, value_name = "KIND", default_value = "sequence")]
    pub ids: Ids,

    /// Length of the blocks of row indexes in KiB (column_index_size) [default: Cassandra's, 64 in BIG, 16 in BTI]
    #[arg(long, value_name = "KIB", value_parser = clap::value_parser!(u64).range(1..=1 << 20))]
    pub column_index_size: Option<u64>,

    /// Do all but write: say what would be written, with the exit code that it would have
    #[arg(long)]
    pub dry_run: bool,
}

/// What is in the names of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Ids {
    Sequence,
    Uuid,
}

impl WriteArgs {
    /// As the library takes them.
    pub fn options(&self) -> Result<WriteOptions<'static>, Failure> {
        let mut options = WriteOptions::new().cancel(interrupt::flag());
        if let Some(letters) = &self.to {
            options = options.to(written_version(letters).map_err(|e| Failure::usage(e.to_string()))?);
        }
        if let Some(compression) = &self.compression {
            options = compression.choose(options);
        }
        if let Some(kib) = self.column_index_size {
            options = options.column_index_size(kib * 1024);
        }
        Ok(match self.ids {
            Ids::Sequence => options,
            Ids::Uuid => options.uuids(),
        })
    }
}
