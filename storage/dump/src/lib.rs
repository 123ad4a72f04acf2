//! What Cassandra's `sstabledump` prints of an SSTable, byte for byte.
//!
//! | flag | [`Format`] |
//! |---|---|
//! | | [`Format::Pretty`] |
//! | `-l` | [`Format::Lines`] |
//! | `-e` | [`Format::Keys`] |
//! | `-d` | [`Format::Debug`] |
//!
//! The measure is the tool of the release that writes the file's version: 6.0-alpha2 for `pa` and `ea`, 5.0.8 for all older ones.
//! Where the tool ends with an exception there is an error that names the place; nothing is ever left out or made up.
//!
//! ```no_run
//! use std::sync::atomic::AtomicBool;
//! use cqlite_dump::{Dump, DumpOptions, Format};
//! let sstable = cqlite_sstable::Sstable::open("nb-1-big-Data.db")?;
//! let options = DumpOptions { format: Format::Lines, now: 1_700_000_000, ..DumpOptions::default() };
//! let mut out = Vec::new();
//! Dump::new(&sstable, options)?.write(&mut out, |_done, _total| {}, &AtomicBool::new(false))?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod clustering;
mod debug;
mod dump;
mod error;
mod get;
mod json;
mod json_value;
mod key;
mod keys;
mod kind;
mod layout;
mod lossy;
mod options;
mod order;
mod pieces;
mod ranges;
mod rows;
mod sink;
mod table;
mod text;
mod time;

pub use dump::Dump;
pub use error::{DumpError, DumpErrorKind};
pub use get::Get;
pub use options::{DumpOptions, Format};
