//! What proves the serialization header, by which rows are read.

use cqlite_sstable::component::Components;
use cqlite_sstable::writer::Target;
use cqlite_sstable::Sstable;
use cqlite_verify::{Finding, Survey};

use crate::write::header_of;
use crate::{Error, ErrorKind, Remedy};

/// What shows that rows are read by the header that they were written by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum HeaderProof {
    /// The checksums of Statistics.db.
    Checksums,
    /// The Statistics.db of a copy that is stored apart: it has the same header.
    Copy,
    /// Nothing but rows that fit it: columns may have other names and types.
    Rows,
}

/// What is said of it.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub(super) notes: Vec<String>,
    pub(super) doubts: Vec<String>,
    /// What would end the doubts.
    pub(super) remedies: Vec<Remedy>,
}

impl HeaderProof {
    pub(super) fn of(components: &Components, is_same_in_copy: bool) -> Self {
        match (components.version().has_metadata_checksum(), is_same_in_copy) {
            (true, _) => HeaderProof::Checksums,
            (false, true) => HeaderProof::Copy,
            (false, false) => HeaderProof::Rows,
        }
    }

    /// What speaks against it, and what nothing speaks for.
    ///
    /// # Errors
    /// Rows have other times than Statistics.db says: were they read by a wrong header, each would be altered.
    pub(super) fn judge(self, sstable: &Sstable, survey: &Survey, accepts_unproven: bool) -> Result<Said, Error> {
        let mut said = Said::default();
        let wrong = |finding: &Finding| format!("Statistics.db is damaged: {finding}");
        match self {
            HeaderProof::Checksums => return Ok(said),
            HeaderProof::Copy => said.notes.extend(survey.statistics.as_ref().map(wrong)),
            HeaderProof::Rows => {
                if let Some(finding) = &survey.contradiction {
                    let text = format!("{finding}; no checksum tells whether Statistics.db is wrong or the rows are");
                    let e = Error::new(ErrorKind::Corrupt, text).in_file(sstable.label());
                    return Err(header_of::without_header(e));
                }
                said.doubts.extend(survey.statistics.as_ref().map(wrong));
                let and_times = if survey.losses.is_empty() { "" } else { ", nor their times, as rows are lost" };
                let text = format!(
"its Statistics.db has no checksums, as of all releases before 4.0: nothing proves what columns are called and of which types they are{and_times}"
);
                if accepts_unproven {
                    said.notes.push(text);
                } else {
                    said.doubts.push(text);
                    said.remedies = vec![Remedy::HeaderOf, Remedy::Unproven];
                }
            }
        }
        Ok(said)
    }

    /// Takes out of what is written what nothing proves of it: that rows were repaired, which level they are on, and that a commit log has
    /// them no more. Each is safe to be without.
    pub(super) fn forget_unproven(self, target: &mut Target) {
        if self == HeaderProof::Rows {
            target.forget_history();
        }
    }
}
