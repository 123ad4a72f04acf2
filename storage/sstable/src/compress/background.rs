use std::io::{self, Write};
use std::mem;
use std::panic;
use std::sync::mpsc::{channel, Receiver, Sender};
use std::thread::{self, JoinHandle};

use super::chunk_store::ChunkStore;
use super::file_length::FileLength;

/// Stretches of chunks that may be on their way to the thread.
const STRETCHES: usize = 3;

/// A thread that stores chunks.
#[derive(Debug)]
pub(super) struct Background<W> {
    /// Stretches of whole chunks to store, of which the last chunk may be shorter; nothing once there are no more.
    full: Option<Sender<Vec<u8>>>,
    /// Buffers of those that have been stored.
    emptied: Receiver<Vec<u8>>,
    thread: Option<JoinHandle<io::Result<ChunkStore<W>>>>,
}

impl<W: Write + Send + 'static> Background<W> {
    /// Lets a thread go on with `store`; gives it back if there can be no thread.
    pub(super) fn start(store: ChunkStore<W>, length: FileLength) -> Result<Self, ChunkStore<W>> {
        let chunk_length = store.chunk_length();
        let ((full, filled), (empty, emptied)) = (channel::<Vec<u8>>(), channel());
        for _ in 0..STRETCHES {
            // The other end is there.
            let _ = empty.send(Vec::new());
        }
        // The store goes the way of the first message: a thread that cannot be started would take it along.
        let (give, given) = channel::<ChunkStore<W>>();
        let store_all = move || {
            let _storing = length.storing();
            let mut store = given.recv().map_err(io::Error::other)?;
            for mut stretch in filled {
                stretch.chunks(chunk_length).try_for_each(|chunk| store.store(chunk))?;
                stretch.clear();
                // None is wanted back after the last one.
                let _ = empty.send(stretch);
            }
            Ok(store)
        };
        let Ok(thread) = thread::Builder::new().name("cqlite-store".to_owned()).spawn(store_all) else {
            return Err(store);
        };
        // It waits for that.
        let _ = give.send(store);
        Ok(Background { full: Some(full), emptied, thread: Some(thread) })
    }

    /// Hands a stretch over, in exchange for an empty buffer.
    pub(super) fn store(&mut self, stretch: &mut Vec<u8>) -> io::Result<()> {
        let Ok(empty) = self.emptied.recv() else { return Err(self.failure()) };
        let full = mem::replace(stretch, empty);
        match self.full.as_ref().map(|to| to.send(full)) {
            Some(Ok(())) => Ok(()),
            _ => Err(self.failure()),
        }
    }

    /// Waits until all is stored.
    pub(super) fn finish(mut self) -> io::Result<ChunkStore<W>> {
        self.join().unwrap_or_else(|| Err(ended()))
    }

    /// Why no more is stored.
    fn failure(&mut self) -> io::Error {
        match self.join() {
            Some(Err(e)) => e,
            _ => ended(),
        }
    }
}

impl<W> Background<W> {
    fn join(&mut self) -> Option<io::Result<ChunkStore<W>>> {
        self.full = None;
        let joined = self.thread.take()?.join();
        Some(joined.unwrap_or_else(|panicked| panic::resume_unwind(panicked)))
    }
}

/// Said of a second attempt.
pub(super) fn ended() -> io::Error {
    io::Error::other("nothing more can be stored after an error")
}

impl<W> Drop for Background<W> {
    /// What is on its way is stored, so that nobody writes any more afterwards.
    fn drop(&mut self) {
        self.full = None;
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}
