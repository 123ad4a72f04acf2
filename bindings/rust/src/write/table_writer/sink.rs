use std::sync::Arc;

use cqlite_sstable::writer::{OutputFolder, Target};
use cqlite_updates::{Update, UpdateTable, Updates};

use super::held::Held;
use super::sorted::Sorted;
use crate::write::{NewSstable, WriteOptions};
use crate::Error;

/// What is written, and where to.
#[derive(Debug)]
pub(super) struct Job {
    pub(super) table: Arc<UpdateTable>,
    pub(super) target: Target,
    pub(super) options: WriteOptions<'static>,
    pub(super) folder: OutputFolder,
}

/// Where updates go.
#[derive(Debug)]
pub(super) enum UpdateSink {
    /// To memory, as they come in any order.
    Held(Box<Held>),
    /// To SSTables.
    Sorted(Box<Sorted>),
}

impl Updates for UpdateSink {
    type Error = Error;

    fn admit(&self, key: &[u8], update: &Update<'_>) -> Result<(), Error> {
        match self {
            UpdateSink::Held(_) => Ok(()),
            UpdateSink::Sorted(sorted) => sorted.admit(key, update),
        }
    }

    fn update(&mut self, key: &[u8], update: Update<'_>) -> Result<(), Error> {
        match self {
            UpdateSink::Held(held) => held.update(key, update),
            UpdateSink::Sorted(sorted) => sorted.update(key, update),
        }
    }
}

impl UpdateSink {
    /// Makes room for the next statement.
    pub(super) fn make_room(&mut self) -> Result<(), Error> {
        match self {
            UpdateSink::Held(held) => held.make_room(),
            UpdateSink::Sorted(_) => Ok(()),
        }
    }

    pub(super) fn finish(self) -> Result<Vec<NewSstable>, Error> {
        match self {
            UpdateSink::Held(held) => held.finish(),
            UpdateSink::Sorted(sorted) => sorted.finish(),
        }
    }
}
