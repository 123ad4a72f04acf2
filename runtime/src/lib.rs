//! What generated code calls: cursors, sinks, errors and the named algorithms of the specification. Nothing else.
//!
//! A reader over bytes in memory ([`Reader`]) gives values or a [`ReadError`] with offset and field path; a [`Sink`] takes what
//! encoders write; [`Walk`] receives the field tree. There is no file, no thread and no clock here.

pub mod arithmetic;
pub mod array;
pub mod bits;
pub mod checksum;
mod component;
pub mod convert;
pub mod error;
pub mod marshal;
mod mend;
pub mod native;
pub mod push;
pub mod reader;
pub mod sink;
pub mod site;
pub mod table;
pub mod text;
pub mod vint;
pub mod walk;

pub use arithmetic::Shifted;
pub use error::Result as ReadResult;
pub use error::{ReadError, ReadErrorKind, WriteError, WriteErrorKind};
pub use native::*;
pub use reader::Reader;
pub use sink::WriteResult;
pub use sink::{Buffer, Counter, Sink};
pub use site::Site;
pub use walk::{Value, Walk};

/// Says that few values lead here, so that the code for all others is laid out without a detour around it. Nothing is called.
#[cold]
pub fn rarely() {}

/// What a visitor wants next. As wide as a pointer: a result of it and a boxed error is returned in registers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum Flow {
    /// What the value holds.
    Continue,
    /// The value after it.
    Skip,
}
