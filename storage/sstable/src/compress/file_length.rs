use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// The length of a file that is being written, in bytes.
#[derive(Debug, Clone, Default)]
pub struct FileLength(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    lengths: Mutex<Lengths>,
    changed: Condvar,
    /// Each chunk is to be stored as soon as it is full.
    is_followed: AtomicBool,
}

#[derive(Debug, Default)]
struct Lengths {
    /// Bytes of the file.
    stored: u64,
    /// Bytes of the uncompressed data in it.
    data: u64,
    /// Those that are to be stored, maybe by another thread.
    handed: u64,
    /// Nothing more will be stored.
    has_ended: bool,
}

impl FileLength {
    fn lock(&self) -> MutexGuard<'_, Lengths> {
        // What a panic left there is still what has been stored.
        self.0.lengths.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Of what has been stored so far.
    pub(super) fn get(&self) -> u64 {
        self.lock().stored
    }

    /// It will be asked for again and again: chunks are stored one by one from now on, not several together.
    pub fn follow(&self) {
        self.0.is_followed.store(true, Relaxed);
    }

    pub(super) fn is_followed(&self) -> bool {
        self.0.is_followed.load(Relaxed)
    }

    /// About as long it would be if all up to a position of the uncompressed data were stored. It does not depend on how far another thread
    /// is with storing: that is waited for.
    #[must_use]
    pub fn with(&self, position: u64) -> u64 {
        let is_behind = |lengths: &mut Lengths| lengths.data < lengths.handed && !lengths.has_ended;
        let waited = self.0.changed.wait_while(self.lock(), is_behind);
        let Lengths { stored, data, .. } = *waited.unwrap_or_else(PoisonError::into_inner);
        let ratio = if data == 0 { 1.0 } else { stored as f64 / data as f64 };
        stored + (position.saturating_sub(data) as f64 * ratio) as u64
    }

    /// So many bytes of data are to be stored.
    pub(super) fn hand(&self, data: usize) {
        self.lock().handed += data as u64;
    }

    /// So many bytes of data have been stored, as so many of the file.
    pub(super) fn add(&self, stored: usize, data: usize) {
        let mut lengths = self.lock();
        lengths.stored += stored as u64;
        lengths.data += data as u64;
        self.0.changed.notify_all();
    }

    /// Nothing is stored any more: nobody is to wait for it.
    pub(super) fn end(&self) {
        self.lock().has_ended = true;
        self.0.changed.notify_all();
    }

    /// Whoever stores it: nothing is stored any more once this is dropped.
    pub(super) fn storing(&self) -> Storing {
        Storing(self.clone())
    }
}

/// Somebody stores chunks.
pub(super) struct Storing(FileLength);

impl Drop for Storing {
    fn drop(&mut self) {
        self.0.end();
    }
}
