//! What the components of an SSTable say.
//!
//! | to see | start at |
//! |---|---|
//! | each field of a component: path, offset, length, value, line of the specification | [`Inspection`] |
//! | the same as lines of JSON that Kaitai Struct's readers print too | [`canonical()`] |
//! | the facts of an SSTable, as `sstablemetadata` prints them | [`Metadata`] |
//!
//! Fields come from the walkers that are generated from `spec/`, in the order and under the names of the specification
//! (`tests/kaitai/README.md`). Nothing is kept of them: Data.db and the tries stream by.

mod canonical;
mod checksums;
mod collect;
mod component;
mod data;
mod error;
mod fields;
mod gaps;
pub mod metadata;
mod plain;
mod printable;
mod render;
mod streamed;
mod tracker;
mod tree;
mod trie;

pub use canonical::canonical;
pub use checksums::WrongChecksum;
pub use component::{DataView, Inspection, Order};
pub use error::InspectError;
pub use fields::{Field, Fields, Halt, Level, Numbers};
pub use metadata::Metadata;
pub use printable::{printable, shortened};
pub use render::{format_value, json_value};
