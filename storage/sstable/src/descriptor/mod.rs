//! Which SSTable is meant: names of files, directories and versions.
//!
//! ```text
//! data/<keyspace>/<table>-<table id>/[snapshots/<tag>/|backups/][.<index>/]nb-1-big-Data.db
//!                                                                          │  │ │   └ component
//!                                                                          │  │ └ format
//!                                                                          │  └ id: a number or, since 4.1, a UUID
//!                                                                          └ version
//! ```
//!
//! [`discover`] finds the SSTables at a path; [`Descriptor`] names one of them and its files.
//! Reference: Cassandra's `Descriptor`, `Component`, `SSTableIdFactory`, `Directories`.

mod component;
mod discover;
mod error;
mod file_name;
mod id;
mod location;
mod sstable;
mod toc;
mod version;

pub use component::{Component, DigestKind};
pub use discover::{discover, Discovery, Finder, FoundSstable};
pub use error::DescriptorError;
pub(crate) use file_name::temporary;
pub use file_name::{FileName, SstableName};
pub use id::SstableId;
pub use location::{Location, TableId};
pub use sstable::Descriptor;
pub use toc::Toc;
pub use version::{Format, Version};

#[cfg(test)]
mod tests;
