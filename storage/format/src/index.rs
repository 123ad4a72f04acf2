//! Generated from `spec/sstable/sstable_index.ksy`.
//!
//! Entries are written by pushing them:
//!
//! ```
//! use cqlite_format::common::BytesU2Parts;
//! use cqlite_format::index::{EntryParts, SstableIndexEncoder, SstableIndexParams};
//! use cqlite_format::version::SstableVersion;
//!
//! let version = SstableVersion::find("oa").expect("a version");
//! let mut index = SstableIndexEncoder::new(Vec::new(), SstableIndexParams::new(version, &[]), 0);
//! let key = BytesU2Parts { data: b"key", ..Default::default() };
//! index.index_entry(&EntryParts { key, data_pos: 7, ..Default::default() })?;
//! assert_eq!(index.position(), Some(7));
//! assert_eq!(index.finish()?, b"\x00\x03key\x07\x00");
//! # Ok::<(), cqlite_runtime::push::PushError>(())
//! ```

cqlite_codegen_macros::component!("sstable_index");
