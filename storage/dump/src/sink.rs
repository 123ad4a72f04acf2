//! Where finished text goes: the caller's writer, in order, whoever made it.

use std::collections::VecDeque;
use std::io::Write;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::error::{DumpError, DumpErrorKind};
use crate::layout::Frame;
use crate::rows::Result;

/// Text of a block, in bytes, before it is handed on.
const BLOCK: usize = 256 << 10;
/// Text that waits for its turn, in bytes, all threads together.
const HELD: usize = 16 << 20;
/// Tasks that may be ahead of the one being written, for each thread.
const AHEAD: usize = 16;
/// Blocks of a task that has not ended before they are written: to wake a thread costs more than a block.
const TOGETHER: usize = 8;

/// Takes text when there is enough of it.
pub(crate) trait Sink {
    /// The text is whole up to a position of the data; it may be taken.
    fn done(&mut self, position: u64, text: &mut Vec<u8>) -> Result;
}

/// How far the dump is, and whether it is to stop.
pub(crate) struct Progress<'a> {
    /// Bytes of data that have been read.
    done: AtomicU64,
    cancel: &'a AtomicBool,
}

impl<'a> Progress<'a> {
    pub(crate) fn new(cancel: &'a AtomicBool) -> Self {
        Progress { done: AtomicU64::new(0), cancel }
    }

    pub(crate) fn done(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }

    fn check(&self) -> Result {
        if self.cancel.load(Ordering::Relaxed) {
            return Err(cancelled());
        }
        Ok(())
    }
}

#[cold]
fn cancelled() -> DumpError {
    DumpError::new(DumpErrorKind::Cancelled)
}

/// Counts positions of one task as progress.
pub(crate) struct Mark {
    at: u64,
}

impl Mark {
    fn advance(&mut self, position: u64, progress: &Progress<'_>) {
        progress.done.fetch_add(position.saturating_sub(self.at), Ordering::Relaxed);
        self.at = position;
    }
}

/// The caller's writer; the first block loses the separator that it begins with.
pub(crate) struct Out<'w, W> {
    writer: &'w mut W,
    frame: Frame,
    is_empty: bool,
}

impl<'w, W: Write> Out<'w, W> {
    pub(crate) fn new(writer: &'w mut W, frame: Frame) -> Self {
        Out { writer, frame, is_empty: true }
    }

    fn write(&mut self, mut block: &[u8]) -> Result {
        if block.is_empty() {
            return Ok(());
        }
        if self.is_empty {
            self.is_empty = false;
            self.writer.write_all(self.frame.begin.as_bytes())?;
            block = &block[self.frame.separator..];
        }
        Ok(self.writer.write_all(block)?)
    }

    /// Writes what stands at the end.
    pub(crate) fn finish(self) -> Result {
        let Frame { end, nothing, .. } = self.frame;
        self.writer.write_all(if self.is_empty { nothing } else { end }.as_bytes())?;
        Ok(self.writer.flush()?)
    }
}

/// Writes at once.
pub(crate) struct Direct<'o, 'w, W, P> {
    out: &'o mut Out<'w, W>,
    progress: &'o Progress<'o>,
    report: P,
    mark: Mark,
}

impl<'o, 'w, W: Write, P: Fn(u64)> Direct<'o, 'w, W, P> {
    pub(crate) fn new(out: &'o mut Out<'w, W>, progress: &'o Progress<'o>, report: P) -> Self {
        Direct { out, progress, report, mark: Mark { at: 0 } }
    }

    /// A task begins at a position.
    pub(crate) fn begin(&mut self, position: u64) {
        self.mark.at = position;
    }

    /// What is left of a task that ends at a position.
    pub(crate) fn end(&mut self, position: u64, text: &mut Vec<u8>) -> Result {
        self.mark.advance(position, self.progress);
        self.out.write(text)?;
        text.clear();
        (self.report)(self.progress.done());
        Ok(())
    }
}

impl<W: Write, P: Fn(u64)> Sink for Direct<'_, '_, W, P> {
    #[inline]
    fn done(&mut self, position: u64, text: &mut Vec<u8>) -> Result {
        self.progress.check()?;
        if text.len() >= BLOCK {
            self.end(position, text)?;
        }
        Ok(())
    }
}

/// Text of tasks that are done side by side and written one after the other.
pub(crate) struct Queue<'p> {
    /// Positions that each task is about.
    tasks: &'p [Range<u64>],
    state: Mutex<State>,
    /// There is something to write, or nothing more will come.
    ready: Condvar,
    /// There is room, or it is the next one's turn.
    room: Condvar,
    progress: &'p Progress<'p>,
    ahead: usize,
}

#[derive(Default)]
struct State {
    /// The next task to be taken.
    next: usize,
    /// The task whose text is being written.
    current: usize,
    /// Text of the tasks from `current` on.
    slots: VecDeque<Slot>,
    /// Bytes of text in the slots.
    held: usize,
    /// Buffers to be used again.
    free: Vec<Vec<u8>>,
    /// No more work: something has failed.
    stop: bool,
}

#[derive(Default)]
struct Slot {
    blocks: VecDeque<Vec<u8>>,
    /// Position after the last partition.
    end: Option<Result<u64>>,
}

impl<'p> Queue<'p> {
    pub(crate) fn new(tasks: &'p [Range<u64>], threads: usize, progress: &'p Progress<'p>) -> Self {
        let (state, ready, room) = (Mutex::default(), Condvar::new(), Condvar::new());
        Queue { tasks, state, ready, room, progress, ahead: threads * AHEAD }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'s>(condition: &Condvar, state: MutexGuard<'s, State>) -> MutexGuard<'s, State> {
        condition.wait(state).unwrap_or_else(PoisonError::into_inner)
    }

    /// Nothing more is to be done.
    pub(crate) fn stop(&self) {
        self.lock().stop = true;
        self.ready.notify_all();
        self.room.notify_all();
    }

    /// The next task; none when all are taken.
    pub(crate) fn take(&self) -> Option<(usize, Range<u64>)> {
        let mut state = self.lock();
        while !state.stop && state.next < self.tasks.len() && state.next - state.current >= self.ahead {
            state = Self::wait(&self.room, state);
        }
        let task = state.next;
        let range = self.tasks.get(task).filter(|_| !state.stop)?;
        state.next += 1;
        state.slots.push_back(Slot::default());
        Some((task, range.clone()))
    }

    /// Adds text to a task, if there is any, and leaves an empty buffer in its place.
    fn push(&self, task: usize, text: &mut Vec<u8>) -> Result {
        let mut state = self.lock();
        loop {
            if state.stop {
                return Err(cancelled());
            }
            let is_first = task == state.current && state.slots.front().is_some_and(|slot| slot.blocks.is_empty());
            if is_first || state.held + text.len() <= HELD {
                break;
            }
            // What has been kept together so far makes room.
            self.ready.notify_all();
            state = Self::wait(&self.room, state);
        }
        state.held += text.len();
        let buffer = state.free.pop().unwrap_or_default();
        let block = std::mem::replace(text, buffer);
        let at = task - state.current;
        let mut waiting = 0;
        if let Some(slot) = state.slots.get_mut(at) {
            slot.blocks.push_back(block);
            waiting = slot.blocks.len();
        }
        drop(state);
        if at == 0 && waiting >= TOGETHER {
            self.ready.notify_all();
        }
        Ok(())
    }

    /// A task has ended.
    pub(crate) fn end(&self, task: usize, end: Result<u64>) {
        let mut state = self.lock();
        let at = task.wrapping_sub(state.current);
        if let Some(slot) = state.slots.get_mut(at) {
            slot.end = Some(end);
        }
        drop(state);
        if at == 0 {
            self.ready.notify_all();
        }
    }

    /// Writes everything in order, while others work.
    ///
    /// Tasks are cut where the index says that partitions begin. If it is wrong about one, that one's end is given and nothing from
    /// there on has been written.
    pub(crate) fn write<W: Write>(&self, out: &mut Out<'_, W>, report: impl Fn(u64)) -> Result<Option<u64>> {
        let mut state = self.lock();
        while let Some(task) = self.tasks.get(state.current) {
            if state.stop {
                return Err(cancelled());
            }
            let front = state.slots.front_mut();
            if let Some(mut block) = front.and_then(|slot| slot.blocks.pop_front()) {
                state.held -= block.len();
                drop(state);
                self.room.notify_all();
                out.write(&block)?;
                report(self.progress.done());
                block.clear();
                state = self.lock();
                state.free.push(block);
            } else if let Some(end) = state.slots.front_mut().and_then(|slot| slot.end.take()) {
                let end = end?;
                if end != task.end {
                    return Ok(Some(end));
                }
                state.slots.pop_front();
                state.current += 1;
                self.room.notify_all();
            } else {
                state = Self::wait(&self.ready, state);
            }
        }
        Ok(None)
    }
}

/// Hands blocks to a queue.
pub(crate) struct Queued<'q> {
    queue: &'q Queue<'q>,
    task: usize,
    mark: Mark,
}

impl<'q> Queued<'q> {
    pub(crate) fn new(queue: &'q Queue<'q>) -> Self {
        Queued { queue, task: 0, mark: Mark { at: 0 } }
    }

    /// A task begins at a position.
    pub(crate) fn begin(&mut self, task: usize, position: u64) {
        (self.task, self.mark.at) = (task, position);
    }

    /// What is left of the task, which ends at a position.
    pub(crate) fn end(&mut self, position: u64, text: &mut Vec<u8>) -> Result {
        self.mark.advance(position, self.queue.progress);
        if text.is_empty() {
            return Ok(());
        }
        self.queue.push(self.task, text)
    }
}

impl Sink for Queued<'_> {
    #[inline]
    fn done(&mut self, position: u64, text: &mut Vec<u8>) -> Result {
        self.queue.progress.check()?;
        if text.len() >= BLOCK {
            self.end(position, text)?;
        }
        Ok(())
    }
}

/// Stops the queue if its thread panics, so that nobody waits for it.
pub(crate) struct StopOnPanic<'q>(pub(crate) &'q Queue<'q>);

impl Drop for StopOnPanic<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.stop();
        }
    }
}
