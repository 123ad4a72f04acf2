//! SSTables written anew, row by row, to memory.

use std::collections::BTreeMap;

use cqlite_sstable::descriptor::Component;
use cqlite_sstable::writer::{MemoryOutputs, PartitionWriter, Target, WriteError};
use cqlite_sstable::{Sstable, SstableError};

pub type Components = BTreeMap<Component, Vec<u8>>;

/// What was wrong with the rows, or with writing them.
#[derive(Debug)]
pub struct Failed(pub String);

impl From<SstableError> for Failed {
    fn from(e: SstableError) -> Self {
        Failed(e.to_string())
    }
}

impl From<WriteError> for Failed {
    fn from(e: WriteError) -> Self {
        Failed(e.to_string())
    }
}

/// All components of an SSTable with the same rows.
pub fn written(sstable: &Sstable, target: &Target) -> Result<Components, Failed> {
    let mut writer = PartitionWriter::new(target, MemoryOutputs::default())?;
    writer.write_all::<_, Failed>(&mut sstable.partitions())?;
    Ok(writer.finish_into()?.1.components)
}
