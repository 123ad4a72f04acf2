//! Checks that cross crates: corpus, Kaitai, live Cassandra, fuzzing, damaged files.

pub mod bulk;
pub mod convert;
pub mod copies;
pub mod corpus;
pub mod counts;
pub mod dump;
pub mod fuzz;
pub mod given;
pub mod kaitai;
pub mod mutate;
pub mod oracle;
#[cfg(unix)]
pub mod process;
pub mod random_values;
pub mod rewrite;
pub mod same;
pub mod statements;
pub mod timing;
pub mod tries;
