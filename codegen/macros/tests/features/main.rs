//! Each feature of the specification language: bytes in, values out, the same bytes again.

#![allow(clippy::useless_vec, reason = "bytes! gives lists")]
#![allow(missing_docs, reason = "specifications of tests have none")]

mod absent;
mod cursors;
mod derived;
mod events;
mod flags;
mod models;
mod no_value;
mod odd;
mod once_wrong;
mod plain;
mod push;
mod recorded;
mod single;
mod tables;
mod widths;
mod wrong;

use cqlite_runtime::sink::WriteResult;
use cqlite_runtime::{Buffer, Counter, ReadError, Reader, Sink as _, Site, WriteError};

/// The specifications, one a feature.
pub mod specs {
    cqlite_codegen_macros::spec_dir!("../tests/specs");
}

/// Bytes from numbers, which may be negative or characters.
macro_rules! bytes {
    ($($b:expr),* $(,)?) => { vec![$(($b as i64) as u8),*] };
}
pub(crate) use bytes;

/// Reads a whole value.
#[track_caller]
pub fn read<T>(bytes: &[u8], decode: impl FnOnce(&mut Reader<'_>) -> Result<T, ReadError>) -> T {
    let mut r = Reader::new(bytes);
    let value = decode(&mut r).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(r.remaining(), 0, "bytes are left");
    value
}

/// The length of what a function writes.
fn counted(write: impl FnOnce(&mut Counter) -> WriteResult<()>) -> WriteResult<u64> {
    Counter::count(write)
}

/// Writes a value.
#[track_caller]
pub fn written(encode: impl FnOnce(&mut Buffer) -> WriteResult<()>) -> Vec<u8> {
    let mut w = Buffer::default();
    encode(&mut w).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(w.pos(), w.as_bytes().len() as u64);
    w.into_bytes()
}

/// What a reader complains about.
#[track_caller]
pub fn misread<T>(bytes: &[u8], decode: impl FnOnce(&mut Reader<'_>) -> Result<T, ReadError>) -> String {
    match decode(&mut Reader::new(bytes)) {
        Ok(_) => panic!("it was read"),
        Err(e) => e.to_string(),
    }
}

/// What a writer complains about.
#[track_caller]
pub fn unwritten(encode: impl FnOnce(&mut Buffer) -> Result<(), WriteError>) -> String {
    match encode(&mut Buffer::default()) {
        Ok(()) => panic!("it was written"),
        Err(e) => e.to_string(),
    }
}

/// The leaves of a field tree: names, and lengths in bytes.
#[derive(Default)]
pub struct Leaves(pub Vec<(&'static str, u64)>);

impl Leaves {
    /// How far the leaves reach, if they follow one another.
    pub fn end(&self) -> u64 {
        self.0.iter().map(|l| l.1).sum()
    }
}

impl cqlite_runtime::Walk for Leaves {
    fn enter(&mut self, _: &'static Site, _: Option<u64>, _: u64) {}
    fn leave(&mut self, _: u64) {}
    fn leaf(&mut self, site: &'static Site, _: Option<u64>, _: u64, len: u64, _: cqlite_runtime::walk::Value<'_>) {
        self.0.push((site.field, len));
    }
}
