use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::FieldPath;

/// Show a component as its specification reads it: every byte with the field it belongs to
///
/// Any component file of any supported version. Of Data.db the stream without compression is shown, and offsets are
/// positions in it, as all indexes give them. Nodes of tries are named by their positions (node@517), entries of
/// Rows.db too (entry@1091).
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct InspectArgs {
    /// The component file
    #[arg(value_name = "COMPONENT")]
    pub component: PathBuf,

    /// Print a JSON object a line for each field: path, offset, length, value, and the line of the specification
    #[arg(long)]
    pub json: bool,

    /// Print rows of 16 bytes, with the fields that begin in them
    #[arg(long, conflicts_with_all = ["json", "at"])]
    pub hex: bool,

    /// Print the fields that contain the byte at this offset (0x for hexadecimal), outermost first
    #[arg(long, value_name = "OFFSET", value_hint = ValueHint::Other, value_parser = offset)]
    pub at: Option<u64>,

    /// Print only this field and the fields in it: `toc[2].body`, or without index for all elements: `partitions.key`
    #[arg(long, value_name = "FIELD.PATH", value_hint = ValueHint::Other, value_parser = FieldPath::parse,
        conflicts_with = "at")]
    pub path: Option<FieldPath>,

    /// Of a compressed Data.db show the chunks as they are stored, and which checksums do not match
    #[arg(long)]
    pub chunks: bool,
}

const EXAMPLES: &str = "\
Examples:
  cqlite inspect nb-1-big-Statistics.db
  cqlite inspect nb-1-big-Statistics.db --path toc[2].body.min_timestamp
  cqlite inspect nb-1-big-Data.db --at 0x3c
  cqlite inspect nb-1-big-Index.db --hex
  cqlite inspect da-1-bti-Partitions.db --json | jq -r .path";

fn offset(text: &str) -> Result<u64, String> {
    let number = match text.strip_prefix("0x") {
        Some(digits) => u64::from_str_radix(digits, 16),
        None => text.parse(),
    };
    number.map_err(|_| "expected a number, 0x1f4 or 500".to_owned())
}
