use std::sync::Arc;

use cqlite_updates::{Assembler, Order, Unsorted, Update, UpdateError, Updates};

use super::pipeline::Pipeline;
use super::sink::Job;
use crate::write::NewSstable;
use crate::Error;

/// Updates that come in the order of an SSTable.
#[derive(Debug)]
pub(super) struct Sorted {
    order: Order,
    assembler: Assembler,
    pipeline: Pipeline,
    /// The partition at hand, of a table with static columns: these come first, and are written with any row of it.
    partition: Option<Partition>,
}

#[derive(Debug)]
struct Partition {
    key: Vec<u8>,
    updates: Unsorted,
    limit: usize,
    /// Some of it has been written, and with that the static columns.
    has_begun: bool,
}

impl Sorted {
    pub(super) fn new(job: Job, limit: usize) -> Result<Self, Error> {
        let table = Arc::clone(&job.table);
        let has_static = !table.definition().static_columns.is_empty();
        let new = |table| Partition { key: Vec::new(), updates: Unsorted::new(table), limit, has_begun: false };
        Ok(Sorted {
            order: Order::new(Arc::clone(&table)),
            assembler: Assembler::new(Arc::clone(&table)),
            partition: has_static.then(|| new(table)),
            pipeline: Pipeline::new(job)?,
        })
    }

    pub(super) fn admit(&self, key: &[u8], update: &Update<'_>) -> Result<(), Error> {
        Ok(self.order.admit(key, update)?)
    }

    pub(super) fn update(&mut self, key: &[u8], update: Update<'_>) -> Result<(), Error> {
        self.order.check(key, &update)?;
        let Some(partition) = &mut self.partition else {
            return self.assembler.update(key, update, &mut self.pipeline);
        };
        if partition.key != key {
            partition.updates.drain(&mut self.assembler.sending(&mut self.pipeline))?;
            partition.key.clear();
            partition.key.extend_from_slice(key);
            partition.has_begun = false;
        }
        if partition.has_begun {
            if matches!(update, Update::Row(row) if row.is_static()) {
                let what =
                    "its static columns should have come before: of its rows more have been written than are held";
                return Err(UpdateError::Order { key: key.to_vec(), what }.into());
            }
            return self.assembler.update(key, update, &mut self.pipeline);
        }
        partition.updates.update(key, update)?;
        if partition.updates.num_bytes() > partition.limit {
            partition.updates.drain(&mut self.assembler.sending(&mut self.pipeline))?;
            partition.has_begun = true;
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<Vec<NewSstable>, Error> {
        if let Some(partition) = &mut self.partition {
            partition.updates.drain(&mut self.assembler.sending(&mut self.pipeline))?;
        }
        self.assembler.end(&mut self.pipeline)?;
        self.pipeline.finish()
    }
}
