//! The command line: one struct a command. Help, manual and completions are made from these.

mod common;
mod compact;
mod completions;
mod compression;
mod dump;
mod extract;
mod gc_grace;
mod get;
mod inspect;
mod keys;
mod ls;
mod man;
mod metadata;
mod partitions;
mod path;
mod query;
mod rebuild;
mod rewrite;
mod salvage;
mod schema;
mod size;
mod split;
mod verify;
mod write;

use clap::{Parser, Subcommand};

pub use common::{Common, When};
pub use compact::CompactArgs;
pub use completions::CompletionsArgs;
pub use dump::DumpArgs;
pub use extract::ExtractArgs;
pub use get::GetArgs;
pub use inspect::InspectArgs;
pub use keys::spell_out;
pub use ls::LsArgs;
pub use man::ManArgs;
pub use metadata::MetadataArgs;
pub use partitions::{MeasureArg, PartitionsArgs};
pub use path::FieldPath;
pub use query::{FormatArg, QueryArgs};
pub use rebuild::RebuildArgs;
pub use rewrite::RewriteArgs;
pub use salvage::SalvageArgs;
pub use schema::SchemaArgs;
pub use split::SplitArgs;
pub use verify::VerifyArgs;

/// Read and write Cassandra SSTables without Cassandra
#[derive(Debug, Parser)]
#[command(name = "cqlite", version, arg_required_else_help = true, after_help = EXITS, max_term_width = 120)]
pub struct Cli {
    /// What to do
    #[command(subcommand)]
    pub command: Command,

    #[command(flatten)]
    pub common: Common,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    Query(QueryArgs),
    Schema(SchemaArgs),
    Ls(LsArgs),
    Dump(DumpArgs),
    Get(GetArgs),
    Metadata(MetadataArgs),
    Partitions(PartitionsArgs),
    Inspect(InspectArgs),
    Verify(VerifyArgs),
    Rewrite(RewriteArgs),
    Compact(CompactArgs),
    Extract(ExtractArgs),
    Split(SplitArgs),
    Rebuild(RebuildArgs),
    Salvage(SalvageArgs),
    Completions(CompletionsArgs),
    Man(ManArgs),
}

const EXITS: &str = "\
Exit codes:
  0    all of it was done
  1    a statement or a value is wrong, such as a key that is none of the table's, or one that the version to be written cannot have
  2    the command line is wrong
  3    a file is damaged, of an unsupported version, or missing
  4    input or output failed
  130  interrupted";
