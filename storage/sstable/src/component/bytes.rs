use std::sync::Arc;

use crate::io::ReadAt;

/// A component in memory: mapped, or read.
#[derive(Clone)]
pub enum Bytes {
    /// The store's own bytes.
    Shared(Arc<dyn ReadAt>),
    /// A copy.
    Owned(Arc<[u8]>),
}

impl Bytes {
    /// The bytes.
    #[must_use]
    pub fn as_slice(&self) -> &[u8] {
        match self {
            Bytes::Shared(source) => source.as_slice().unwrap_or_default(),
            Bytes::Owned(bytes) => bytes,
        }
    }
}
