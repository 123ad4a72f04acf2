//! Keys that were asked for and that no SSTable has: that is an answer, and no failure, but one should know.

use std::collections::BTreeSet;

use crate::session::Session;
use crate::words::number;

/// Keys that are named without -v.
const SHOWN: usize = 20;

/// Says which they are.
pub fn note(missing: &BTreeSet<String>, session: &Session<'_>) {
    let shown = if session.common.verbose { usize::MAX } else { SHOWN };
    for key in missing.iter().take(shown) {
        session.note(&format!("no SSTable has the partition {key:?}"));
    }
    let more = missing.len().saturating_sub(shown);
    if more > 0 {
        session.note(&format!("no SSTable has {}; -v names all that are missing", number(more, "more partition")));
    }
}
