use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use crate::time;

/// Ask in CQL: SELECT and DESCRIBE over the SSTables of one or more directories
///
/// Without -e and -f, on a terminal: a prompt that knows what cqlsh knows (HELP lists it). On a pipe statements are read from standard
/// input. The first statement that fails ends the run; those after it are not run.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct QueryArgs {
    /// Data, keyspace, table or snapshot directories, or component files of SSTables [default: the current directory]
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,

    /// Run these statements, divided by semicolons
    #[arg(short = 'e', long = "execute", value_name = "CQL", value_hint = ValueHint::Other, allow_hyphen_values = true)]
    pub execute: Vec<String>,

    /// Run the statements of this file, after those of -e; `-` is standard input
    #[arg(short = 'f', long = "file", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,

    /// Take the tables to be what the CREATE statements of this file say, instead of looking for them
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub schema: Vec<PathBuf>,

    /// Answer as at this time: what was written later does not count. Microseconds since 1970 as writetime gives them, or a date such as
    /// 2026-01-31T12:00:00Z. It is the clock too, without --now. What was written over in one SSTable, or purged, is gone
    #[arg(long, value_name = "TIME", value_hint = ValueHint::Other, value_parser = time::parse_micros, allow_negative_numbers = true)]
    pub as_of: Option<i64>,

    /// What answers are written as
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    pub format: FormatArg,
}

/// What answers are written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormatArg {
    /// Columns side by side, as cqlsh prints them
    Table,
    /// A line a column, as cqlsh prints them after EXPAND ON
    Expanded,
    /// An array of objects, values as in SELECT JSON
    Json,
    /// An object a line
    Jsonl,
    /// RFC 4180, values as cqlsh's COPY writes them
    Csv,
    /// The same with tabs; tabs and ends of lines in values are \t and \n
    Tsv,
    /// INSERT statements
    Cql,
}

const EXAMPLES: &str = "\
Examples:
  cqlite query data
  cqlite query data/ks/t-0123 -e \"SELECT * FROM t WHERE id = 1\"
  cqlite query backup --schema schema.cql --format jsonl -e \"SELECT JSON * FROM ks.t\" > t.jsonl
  cqlite query data --as-of 2026-01-31T12:00:00Z -e \"SELECT * FROM ks.t WHERE id = 1\"
  cqlite query data -f report.cql --format csv -o report.csv
  echo 'DESCRIBE KEYSPACES' | cqlite query data

A statement that is wrong is named with its line and column, and shown. Where the paths hold one keyspace only, it is the current one.";
