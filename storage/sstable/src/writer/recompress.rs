use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::{panic, thread};

use super::derived::Derived;
use super::files::Files;
use super::kept_data::KeptData;
use super::kept_rows::{KeptRows, Stop};
use super::{Outputs, RebuildError, Target, Written};
use crate::descriptor::Component;
use crate::Sstable;

/// Writes an SSTable anew whose rows stay byte for byte as they are stored: none is taken apart, and none is encoded. One thread compresses
/// them, or copies the chunks if these stay too, while another one checks all of them and derives from them whatever stands beside Data.db, as
/// [`PartitionWriter`](super::PartitionWriter) does.
///
/// It does so only if that one would write the same. Where it would not, where something is wrong, or where anything is not as it is known,
/// there is nothing: the rows have to be written one by one then, which also says what is wrong.
pub struct Recompress<'s> {
    sstable: &'s Sstable,
    target: &'s Target,
}

/// The caller wants no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cancelled;

impl<'s> Recompress<'s> {
    /// Of an SSTable, as the target says; nothing if that has another version or other columns, or if there are counters, which may become others
    /// when they are read.
    #[must_use]
    pub fn new(sstable: &'s Sstable, target: &'s Target) -> Option<Self> {
        let (own, other) = (sstable.schema(), target.schema());
        let mut columns = own.static_columns.iter().chain(&own.regular_columns);
        let is_same = sstable.version() == target.version()
            && *sstable.encoding_stats() == target.table.encoding_stats
            && own.static_columns.len() == other.static_columns.len()
            && own.regular_columns.len() == other.regular_columns.len();
        let is_plain = !sstable.version().may_order_empty_values_first()
            && !columns.any(cqlite_schema::Column::is_counter)
            && !target.ends_with_empty_chunk;
        let can_compress = target.compression.as_ref().is_none_or(|c| c.check(target.version()).is_ok());
        (is_same && is_plain && can_compress).then_some(Recompress { sstable, target })
    }

    /// Whether its chunks stay as they are stored, being compressed as it is wanted.
    #[must_use]
    pub fn keeps_chunks(&self) -> bool {
        KeptData::new(self.sstable, self.target).keeps_chunks()
    }

    /// Writes it, and leaves it to the caller to [commit](Outputs::commit); nothing if it is not the same. `progress` is told the position in the
    /// uncompressed data, and says whether to go on.
    ///
    /// # Errors
    /// The caller wants no more.
    pub fn run<O: Outputs>(
        &self,
        outputs: O,
        progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Option<(Written, O)>, Cancelled> {
        let (mut is_cancelled, is_over) = (false, AtomicBool::new(false));
        let mut go_on = |at| {
            is_cancelled |= progress(at).is_break();
            !is_cancelled && !is_over.load(Ordering::Relaxed)
        };
        let done = self.written(outputs, &mut go_on, &is_over);
        if is_cancelled {
            return Err(Cancelled);
        }
        Ok(done.ok())
    }

    fn written<O: Outputs>(
        &self,
        mut outputs: O,
        go_on: &mut dyn FnMut(u64) -> bool,
        is_over: &AtomicBool,
    ) -> Result<(Written, O), RebuildError> {
        let io = |e: std::io::Error| RebuildError::Write(e.into());
        let out = outputs.create(&Component::Data).map_err(io)?;
        let derived = Derived::new(self.target, &mut outputs)?;
        let data = KeptData::new(self.sstable, self.target);
        let stop_all = || is_over.store(true, Ordering::Relaxed);
        let (derived, stored) = thread::scope(|scope| {
            let store = || {
                let stored = data.write(out, &|| !is_over.load(Ordering::Relaxed));
                stored.inspect_err(|_| stop_all())
            };
            let thread =
                thread::Builder::new().name("cqlite-keep".to_owned()).spawn_scoped(scope, store).map_err(io)?;
            let derived = KeptRows::new(self.sstable, derived, go_on).read().inspect_err(|_| stop_all());
            let stored = thread.join().unwrap_or_else(|panicked| panic::resume_unwind(panicked));
            let derived = derived.map_err(|_: Stop| RebuildError::Cancelled)?;
            Ok::<_, RebuildError>((derived, stored?))
        })?;
        let (out, data) = stored;
        let mut files = Files::new(outputs, self.target);
        files.close(Component::Data, out)?;
        let written = derived.finish(&mut files, &data)?;
        if let Some(info) = &data.compression {
            files.write(Component::CompressionInfo, info)?;
        }
        files.toc()?;
        Ok((written, files.outputs))
    }
}
