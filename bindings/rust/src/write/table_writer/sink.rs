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
pub(super) enum Place {
    /// To memory, as they come in any order.
    Held(Box<Held>),
    /// To SSTables.
    Sorted(Box<Sorted>),
}

impl Updates for Place {
    type Error = Error;

    fn admit(&self, key: &[u8], update: &Update<'_>) -> Result<(), Error> {
        match self {
            Place::Held(_) => Ok(()),
            Place::Sorted(sorted) => sorted.admit(key, update),
        }
    }

    fn update(&mut self, key: &[u8], update: Update<'_>) -> Result<(), Error> {
        match self {
            Place::Held(held) => held.update(key, update),
            Place::Sorted(sorted) => sorted.update(key, update),
        }
    }
}

impl Place {
    /// Makes room for the next statement.
    pub(super) fn make_room(&mut self) -> Result<(), Error> {
        match self {
            Place::Held(held) => held.make_room(),
            Place::Sorted(_) => Ok(()),
        }
    }

    pub(super) fn finish(self) -> Result<Vec<NewSstable>, Error> {
        match self {
            Place::Held(held) => held.finish(),
            Place::Sorted(sorted) => sorted.finish(),
        }
    }
}
