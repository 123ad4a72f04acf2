use clap::Args;
use cqlite::write::{written_version, WriteOptions};

use super::compression::CompressionArg;
use crate::failure::Failure;
use crate::interrupt;

/// How new SSTables are written.
#[derive(Debug, Args)]
pub struct WriteArgs {
    /// The version, such as nb or da [default: that of the SSTables]
    #[arg(long, value_name = "VERSION")]
    pub to: Option<String>,

    /// LZ4, Snappy, Deflate, Zstd or Noop, then a colon and the length of chunks in KiB; or none [default: as the SSTables]
    #[arg(long, value_name = "CODEC[:KIB]")]
    pub compression: Option<CompressionArg>,

    /// Length of the blocks of row indexes in KiB (column_index_size) [default: Cassandra's, 64 in BIG, 16 in BTI]
    #[arg(long, value_name = "KIB", value_parser = clap::value_parser!(u64).range(1..=1 << 20))]
    pub column_index_size: Option<u64>,

    /// Do all but write: say what would be written, with the exit code that it would have
    #[arg(long)]
    pub dry_run: bool,
}

impl WriteArgs {
    /// As the library takes them.
    pub fn options(&self) -> Result<WriteOptions<'static>, Failure> {
        let mut options = WriteOptions::new().cancel(interrupt::flag());
        if let Some(letters) = &self.to {
            options = options.to(written_version(letters).map_err(|e| Failure::usage(e.to_string()))?);
        }
        if let Some(compression) = &self.compression {
            options = options.compression(compression.0.clone());
        }
        if let Some(kib) = self.column_index_size {
            options = options.column_index_size(kib * 1024);
        }
        Ok(options)
    }
}
