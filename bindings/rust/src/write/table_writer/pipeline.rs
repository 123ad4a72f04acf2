use std::sync::mpsc::{channel, Receiver, Sender};
use std::thread::{Builder, JoinHandle};

use cqlite_merge::{feed, Ahead, Feed, Gone};
use cqlite_rows::{DeletionTime, RangeTombstoneMarker, Row};
use cqlite_sstable::writer::WriteError;
use cqlite_updates::Assembled;

use super::sink::Job;
use crate::write::new_sstables::NewSstables;
use crate::write::NewSstable;
use crate::{Error, ErrorKind};

/// Partitions that another thread writes, as they come.
#[derive(Debug)]
pub(super) struct Pipeline {
    feed: Option<Feed<Error>>,
    /// All has come: the SSTables may come into being.
    complete: Option<Sender<()>>,
    thread: Option<JoinHandle<Result<Vec<NewSstable>, Error>>>,
}

impl Pipeline {
    pub(super) fn new(job: Job) -> Result<Self, Error> {
        let ((feed, ahead), (complete, completed)) = (feed(), channel());
        let thread = Builder::new().name("cqlite-write".to_owned()).spawn(move || run(job, ahead, &completed));
        let thread = thread.map_err(WriteError::Io)?;
        Ok(Pipeline { feed: Some(feed), complete: Some(complete), thread: Some(thread) })
    }

    /// Gives something to the other thread, or says why it wants no more.
    fn give(&mut self, give: impl FnOnce(&mut Feed<Error>) -> Result<(), Gone>) -> Result<(), Error> {
        match self.feed.as_mut().map(give) {
            Some(Ok(())) => Ok(()),
            _ => Err(self.join().err().unwrap_or_else(|| Error::new(ErrorKind::Io, "nothing more can be written"))),
        }
    }

    pub(super) fn finish(mut self) -> Result<Vec<NewSstable>, Error> {
        if let Some(feed) = self.feed.take() {
            feed.finish(Ok(()));
        }
        if let Some(complete) = &self.complete {
            let _ = complete.send(());
        }
        self.join()
    }

    /// Waits for the other thread to end.
    fn join(&mut self) -> Result<Vec<NewSstable>, Error> {
        (self.feed, self.complete) = (None, None);
        match self.thread.take().map(JoinHandle::join) {
            Some(Ok(done)) => done,
            Some(Err(panic)) => std::panic::resume_unwind(panic),
            None => Err(Error::new(ErrorKind::Io, "nothing more can be written")),
        }
    }
}

/// Without its end nothing is left: the other thread takes its temporary files away.
impl Drop for Pipeline {
    fn drop(&mut self) {
        (self.feed, self.complete) = (None, None);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn run(job: Job, mut ahead: Ahead<Error>, completed: &Receiver<()>) -> Result<Vec<NewSstable>, Error> {
    let Job { target, options, mut folder, .. } = job;
    let source = folder.path().display().to_string();
    let mut out = NewSstables::new(&options, &target, &mut folder, source);
    out.write_each(&mut ahead)?;
    // Whoever feeds may have gone before the end.
    match completed.recv() {
        Ok(()) => out.finish(),
        Err(_) => Err(Error::new(ErrorKind::Cancelled, "interrupted")),
    }
}

impl Assembled for Pipeline {
    type Error = Error;

    fn partition(&mut self, key: &[u8], deletion: Option<DeletionTime>, static_row: Option<&Row>) -> Result<(), Error> {
        self.give(|feed| feed.partition(key, deletion, static_row))
    }

    fn row(&mut self, row: &mut Row) -> Result<(), Error> {
        self.give(|feed| feed.row(|to| std::mem::swap(to, row)))
    }

    fn marker(&mut self, marker: &RangeTombstoneMarker) -> Result<(), Error> {
        self.give(|feed| feed.marker(marker))
    }

    fn end_partition(&mut self) -> Result<(), Error> {
        self.give(Feed::end_partition)
    }
}
