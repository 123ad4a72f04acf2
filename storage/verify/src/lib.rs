//! Whether an SSTable is intact: every component against its checksums, its specification and the other components.
//!
//! ```no_run
//! use std::sync::atomic::AtomicBool;
//! use cqlite_sstable::Sstable;
//! use cqlite_verify::{Verifier, VerifyOptions};
//!
//! let sstable = Sstable::open("data/ks/t-0123/nb-1-big-Data.db")?;
//! let report = Verifier::new(&sstable, VerifyOptions::default()).run(&mut |_| {}, &AtomicBool::new(false))?;
//! for finding in &report.findings {
//!     println!("{}: {finding}", finding.rule.id);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! An SSTable too damaged to be opened is verified by [`Verifier::from_path`] or [`Verifier::from_source`]: what can be read is,
//! and the rest is named in the report.
//!
//! The stages, in order; each is a folder or file of this crate:
//!
//! ```text
//! files      TOC.txt ↔ the files there are
//! metadata   Statistics.db and CompressionInfo.db decode, hold together, checksums
//! data_file  Digest.crc32, chunk checksums, chunk offsets, CRC.db                     one pass over Data.db as it is stored
//! index      Index.db and Summary.db, or Partitions.db and Rows.db, in themselves; Filter.db
//! rows       every partition, row, marker and cell; the index again, entry by entry   one pass over the uncompressed data
//! totals     what the rows add up to ↔ the statistics
//! ```
//!
//! With [`VerifyOptions::quick`] the last two are left out. Memory is bounded by the longest row, by the index entry of a
//! partition, and by an eighth of Partitions.db and Rows.db and as much as Filter.db has.
//!
//! What a finding breaks is a [`Rule`]: the table of them is `rule/table.rs`, and `docs/verify-rules.md` is made from it. A new check is a
//! line there, its call where the bytes are, and a test that breaks it.
//!
//! Reference: Cassandra's `SortedTableVerifier`, which checks much less: digest, keys in order, index positions.

mod bti;
mod check;
mod data_file;
mod error;
mod extents;
mod fields;
mod files;
mod filter;
mod index;
mod log;
mod metadata;
mod options;
mod prefix;
mod report;
mod rows;
mod rule;
mod source;
mod survey;
mod totals;
mod verifier;

pub use check::Check;
pub use error::VerifyError;
pub use options::VerifyOptions;
pub use report::{CheckSummary, Finding, Place, Report, Severity};
pub use rule::Rule;
pub use survey::{Loss, Proof, Run, Survey};
pub use verifier::{Progress, Stage, Verifier};
