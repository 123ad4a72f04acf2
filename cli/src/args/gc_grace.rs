use clap::Args;
use cqlite::write::GC_GRACE;

/// How long deletions are kept: one name, and one default but for the command that is to print what sstablemetadata does.
#[derive(Debug, Clone, Copy, Args)]
pub struct GcGrace {
    /// Deletions can be dropped when they are older than this, the table's gc_grace_seconds [default: 864000, ten days, as Cassandra's; of
    /// `compact` what a schema says, if there is one; of `metadata` 0, as sstablemetadata's]
    #[arg(short = 'g', long = "gc-grace", visible_alias = "gc_grace_seconds", value_name = "SECONDS")]
    given: Option<u32>,
}

impl GcGrace {
    /// Whether it was given.
    pub fn is_given(self) -> bool {
        self.given.is_some()
    }

    /// What was given, or Cassandra's default.
    pub fn seconds(self) -> u32 {
        self.given.unwrap_or(GC_GRACE)
    }

    /// What was given, or sstablemetadata's default.
    pub fn seconds_as_sstablemetadata(self) -> u32 {
        self.given.unwrap_or(0)
    }
}
