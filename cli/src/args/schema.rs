use std::path::PathBuf;

use clap::{Args, ValueHint};

/// Print the CREATE statements of what is in one or more directories
///
/// What DESCRIBE SCHEMA prints: keyspaces, types, functions, tables, indexes and views, without those of Cassandra itself. They are found as
/// for query; -v says where. A table of which only SSTables are known has columns and types of their headers: the columns of its primary key
/// have no names there and are called $pk0 and $ck0, and its options are the defaults.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct SchemaArgs {
    /// Data, keyspace, table or snapshot directories, or component files of SSTables
    #[arg(value_name = "PATH", required = true, value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,

    /// Take the tables to be what the CREATE statements of this file say, instead of looking for them
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub schema: Vec<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  cqlite schema /var/lib/cassandra/data
  cqlite schema data/ks/t-0123 > t.cql
  cqlite schema backup -o schema.cql";
