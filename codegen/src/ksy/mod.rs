//! Reading `.ksy` files.

pub mod ast;
mod attr;
pub mod checksum;
pub mod expr;
mod grammar;
mod keys;
mod map;
mod parse;
mod parts;
mod token;
mod yaml;

pub use parse::parse_file;
pub(crate) use parts::{Parts, Taken};
