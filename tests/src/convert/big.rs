//! Index.db and Summary.db.

use std::collections::BTreeMap;

use cqlite_format::context::{Component as Model, Context};
use cqlite_format::index::{Entry, SstableIndex};
use cqlite_format::summary::SstableSummary;
use cqlite_runtime::{ReadError, Reader, Site, Value, Walk};
use cqlite_sstable::descriptor::Component;

use super::places::Places;
use super::{decoded, encoded, Conversion, Failure};

impl Conversion<'_> {
    pub fn big(&mut self, places: &Places) -> Result<(), Failure> {
        let component = Component::PrimaryIndex;
        let Some(old) = self.read(&component)? else { return Ok(()) };
        let (cx, new_cx) = self.contexts();
        let mut model: SstableIndex = decoded(&component, &old, &cx)?;
        for entry in &mut model.entries {
            moved(entry, places).map_err(|e| Failure::of(&component, e))?;
        }
        self.set(&component, &mut model)?;
        let new = encoded(&component, &model, &new_cx)?;
        let starts = |bytes: &[u8], cx: &Context<'_>| Starts::of(bytes, cx).map_err(|e| Failure::of(&component, e));
        let entries: BTreeMap<u64, u64> = starts(&old, &cx)?.into_iter().zip(starts(&new, &new_cx)?).collect();
        let _ = self.out.insert(component, new);
        self.summary(&entries)
    }

    fn summary(&mut self, entries: &BTreeMap<u64, u64>) -> Result<(), Failure> {
        let component = Component::Summary;
        self.rewrite(&component, |model: &mut SstableSummary| {
            for entry in &mut model.entries {
                let new = u64::try_from(entry.index_pos).ok().and_then(|at| entries.get(&at));
                entry.index_pos = *new.ok_or_else(|| Failure::of(&component, "no entry of Index.db"))? as i64;
            }
            Ok(())
        })
    }
}

/// Where the elements of the outermost array begin.
#[derive(Default)]
struct Starts {
    depth: usize,
    starts: Vec<u64>,
}

impl Starts {
    fn of(bytes: &[u8], cx: &Context<'_>) -> Result<Vec<u64>, ReadError> {
        let mut starts = Starts::default();
        <SstableIndex as Model>::walk(&mut Reader::new(bytes), cx, &mut starts)?;
        Ok(starts.starts)
    }
}

impl Walk for Starts {
    fn enter(&mut self, _: &'static Site, _: Option<u64>, offset: u64) {
        if self.depth == 0 {
            self.starts.push(offset);
        }
        self.depth += 1;
    }

    fn leave(&mut self, _: u64) {
        self.depth -= 1;
    }

    fn leaf(&mut self, _: &'static Site, _: Option<u64>, _: u64, _: u64, _: Value<'_>) {}
}

/// Gives an entry the positions of the new stream.
fn moved(entry: &mut Entry, places: &Places) -> Result<(), String> {
    let old = i64::try_from(entry.data_pos).map_err(|e| e.to_string())?;
    let new = places.of(old)?;
    entry.data_pos = new as u64;
    let Some(promoted) = &mut entry.promoted else { return Ok(()) };
    let distance = |ofs: u64| -> Result<u64, String> { Ok((places.of(old + ofs as i64)? - new) as u64) };
    promoted.header_length = distance(promoted.header_length)?;
    for block in &mut promoted.blocks {
        let end = distance(block.offset.wrapping_add(block.width as u64))?;
        block.offset = distance(block.offset)?;
        block.width = (end - block.offset) as i64;
    }
    Ok(())
}
