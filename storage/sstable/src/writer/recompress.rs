use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::{panic, thread};

use super::derived::Derived;
use super::files::Files;
use super::kept_data::KeptData;
use super::kept_rows::{can_be_kept, KeptRows};
use super::{Outputs, RebuildError, Target, WriteError, Written};
use crate::descriptor::Component;
use crate::Sstable;

/// Writes an SSTable anew whose rows stay byte for byte as they are stored: none is taken apart, and none is encoded. One thread compresses
/// them, or copies the chunks if these stay too, while another one checks all of them and derives from them whatever stands beside Data.db, as
/// [`PartitionWriter`](super::PartitionWriter) does.
///
/// It does so only if that one would write the same. Where it would not, where the SSTable is damaged, or where anything is not as it is known,
/// there is nothing: the rows have to be written one by one then, which also says what is wrong.
pub struct Recompress<'s> {
    sstable: &'s Sstable,
    target: &'s Target,
}

impl<'s> Recompress<'s> {
    /// Of an SSTable, as the target says; nothing if that has another version or other columns, or if there are counters, which may become others
    /// when they are read.
    #[must_use]
    pub fn new(sstable: &'s Sstable, target: &'s Target) -> Option<Self> {
        let can_compress = target.compression.as_ref().is_none_or(|c| c.check(target.version()).is_ok());
        let is_same = can_be_kept(sstable, target) && !target.ends_with_empty_chunk;
        (is_same && can_compress).then_some(Recompress { sstable, target })
    }

    /// Whether its chunks stay as they are stored, being compressed as it is wanted.
    #[must_use]
    pub fn keeps_chunks(&self) -> bool {
        KeptData::new(self.sstable, self.target).keeps_chunks()
    }

    /// Writes it, and leaves it to the caller to [commit](Outputs::commit); nothing if it is not the same, or damaged. `progress` is told the position
    /// in the uncompressed data, and says whether to go on.
    ///
    /// # Errors
    /// The store or the output fails, or the caller wants no more.
    pub fn run<O: Outputs>(
        &self,
        outputs: O,
        progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Option<(Written, O)>, RebuildError> {
        let is_over = AtomicBool::new(false);
        let mut go_on = |at| progress(at).is_continue() && !is_over.load(Ordering::Relaxed);
        match self.written(outputs, &mut go_on, &is_over) {
            Ok(done) => Ok(Some(done)),
            Err(RebuildError::Read(e)) if e.is_io() => Err(e.into()),
            Err(RebuildError::Write(e @ WriteError::Io(_))) => Err(e.into()),
            Err(RebuildError::Cancelled) => Err(RebuildError::Cancelled),
            Err(_) => Ok(None),
        }
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
            match (derived.map_err(|stop| stop.of(self.sstable)), stored) {
                (Ok(derived), Ok(stored)) => Ok((derived, stored)),
                // The one has ended the other.
                (Ok(_) | Err(RebuildError::Cancelled), Err(e)) => Err(e),
                (Err(e), _) => Err(e),
            }
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
