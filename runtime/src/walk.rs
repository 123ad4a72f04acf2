//! The field tree: every field with its place, its value and its line in the specification.

use crate::native::CqlType;
use crate::site::Site;

/// The value of a leaf.
#[derive(Debug, Clone)]
pub enum Value<'a> {
    /// A number without sign.
    Unsigned(u64),
    /// A number with sign.
    Signed(i64),
    /// A floating-point number, 8 bytes.
    Double(f64),
    /// A floating-point number, 4 bytes.
    Float(f32),
    /// A truth value.
    Bool(bool),
    /// Bytes.
    Bytes(&'a [u8]),
    /// Text.
    Text(std::borrow::Cow<'a, str>),
    /// A value of an enumeration: its name.
    Enum(&'static str),
    /// A type.
    Type(&'a CqlType),
    /// Numbers, one after the other.
    Numbers(Vec<u64>),
}

/// Nothing is wanted but whether the bytes are what the specification says.
impl Walk for () {
    fn enter(&mut self, _: &'static Site, _: Option<u64>, _: u64) {}
    fn leave(&mut self, _: u64) {}
    fn leaf(&mut self, _: &'static Site, _: Option<u64>, _: u64, _: u64, _: Value<'_>) {}
}

/// What walks over a component's fields, in the order of the specification.
pub trait Walk {
    /// A field with fields of its own begins at `offset`.
    fn enter(&mut self, site: &'static Site, index: Option<u64>, offset: u64);
    /// The field entered last ends before `offset`.
    fn leave(&mut self, offset: u64);
    /// A field without fields of its own, `len` bytes from `offset`.
    fn leaf(&mut self, site: &'static Site, index: Option<u64>, offset: u64, len: u64, value: Value<'_>);
    /// How many elements of a list of numbers are not wanted: those from `index` on, which begin at `offset` and have `width` bytes each. They
    /// are not told of, but for the last one of a list.
    fn passes(&self, _: &'static Site, _index: u64, _offset: u64, _width: u64) -> u64 {
        0
    }
    /// Whether nothing more is wanted.
    fn is_done(&self) -> bool {
        false
    }
}

/// A field path without the numbers of elements: `toc[2].body` → `toc.body`.
pub fn without_numbers(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut is_number = false;
    for c in path.chars() {
        match c {
            '[' => is_number = true,
            ']' => is_number = false,
            c if !is_number => out.push(c),
            _ => {}
        }
    }
    out
}
