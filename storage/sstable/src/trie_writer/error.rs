use cqlite_runtime::WriteError;

/// Why a trie could not be written.
#[derive(Debug, thiserror::Error)]
pub enum TrieWriteError {
    /// A key that does not follow the one before.
    #[error("a key is not greater than the one before it; they part at byte {at}")]
    Order {
        /// Bytes that the two have in common.
        at: usize,
    },
    /// Something in a node that the specification does not allow.
    #[error(transparent)]
    Node(#[from] WriteError),
    /// A node came to lie elsewhere than was planned.
    #[error("the layout of a trie contradicts itself")]
    Inconsistent,
}
