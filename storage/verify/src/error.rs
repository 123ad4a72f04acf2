use std::sync::Arc;

use cqlite_sstable::SstableError;

/// Why verification did not come to its end. Damage is no error but a finding.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum VerifyError {
    /// The store failed.
    #[error("{file}: {source}")]
    Io {
        /// The component's path, or the SSTable's name.
        file: String,
        /// What the store reports.
        source: Arc<std::io::Error>,
    },
    /// The path names no SSTable that can be read.
    #[error(transparent)]
    Sstable(#[from] SstableError),
    /// The caller wants no more.
    #[error("verification was cancelled")]
    Cancelled,
}

impl VerifyError {
    /// The same error, of a component of the SSTable that `label` names.
    pub(crate) fn in_sstable(self, label: &str) -> Self {
        match self {
            VerifyError::Io { file, source } if file.is_empty() => VerifyError::Io { file: label.to_owned(), source },
            VerifyError::Io { file, source } => VerifyError::Io { file: format!("{label}-{file}"), source },
            other => other,
        }
    }

    /// Of a component; of the SSTable, if `file` is empty.
    pub(crate) fn io(file: &str, source: impl Into<std::io::Error>) -> Self {
        VerifyError::Io { file: file.to_owned(), source: Arc::new(source.into()) }
    }
}
