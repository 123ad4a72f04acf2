use std::sync::Arc;

use cqlite_updates::{Assembler, Unsorted, Update, Updates};

use super::pipeline::Pipeline;
use super::sink::Job;
use super::spilled::Spilled;
use crate::write::NewSstable;
use crate::Error;

/// Updates in any order, in memory, and what there was no room for in files.
#[derive(Debug)]
pub(super) struct Held {
    job: Job,
    updates: Unsorted,
    limit: usize,
    spilled: Spilled,
}

impl Held {
    pub(super) fn new(job: Job, limit: usize) -> Self {
        Held { updates: Unsorted::new(Arc::clone(&job.table)), spilled: Spilled::new(&job), job, limit }
    }

    pub(super) fn update(&mut self, key: &[u8], update: Update<'_>) -> Result<(), Error> {
        Ok(self.updates.update(key, update)?)
    }

    pub(super) fn make_room(&mut self) -> Result<(), Error> {
        if self.updates.num_bytes() <= self.limit {
            return Ok(());
        }
        self.spilled.add(&mut self.updates)
    }

    pub(super) fn finish(mut self) -> Result<Vec<NewSstable>, Error> {
        if !self.spilled.is_empty() {
            if !self.updates.is_empty() {
                self.spilled.add(&mut self.updates)?;
            }
            return self.spilled.finish(&mut self.job);
        }
        let mut assembler = Assembler::new(Arc::clone(&self.job.table));
        let mut pipeline = Pipeline::new(self.job)?;
        self.updates.drain(&mut assembler.sending(&mut pipeline))?;
        assembler.end(&mut pipeline)?;
        pipeline.finish()
    }
}
