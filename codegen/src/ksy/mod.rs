//! Reading `.ksy` files.

pub mod ast;
pub mod checksum;
pub mod expr;
mod map;
mod parse;
mod yaml;

pub use parse::parse_file;
