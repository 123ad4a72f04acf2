use std::mem;
use std::sync::mpsc::{Receiver, Sender};
use std::thread;

use cqlite_rows::{DeletionTime, Partitions, RangeTombstoneMarker, Row, Unfiltered};

use crate::feed::{feed, Feed, Gone};

/// Batches between the two threads: one that is filled, one that is emptied, and two so that neither waits long.
const BATCHES: usize = 4;
/// A batch is sent once it has so many rows and markers, or so many bytes of them: it fits the cache that processors share.
const MOST_ENTRIES: usize = 256;
const MOST_BYTES: usize = 128 << 10;

/// Lets `consume` go through partitions in a thread of its own, while this one reads them. What is wrong with them it gets when it comes
/// there.
///
/// Nothing if there can be no other thread, or it would have no processor: then nothing has been read.
pub fn read_ahead<P, T>(partitions: &mut P, consume: impl FnOnce(&mut Ahead<P::Error>) -> T + Send) -> Option<T>
where
    P: Partitions,
    P::Error: Send,
    T: Send,
{
    let has_processor = thread::available_parallelism().map_or(1, usize::from) > 1;
    has_processor.then(|| in_two_threads(partitions, consume)).flatten()
}

fn in_two_threads<P, T>(partitions: &mut P, consume: impl FnOnce(&mut Ahead<P::Error>) -> T + Send) -> Option<T>
where
    P: Partitions,
    P::Error: Send,
    T: Send,
{
    let (mut feed, mut ahead) = feed();
    thread::scope(|scope| {
        let consumer = thread::Builder::new()
            .name("cqlite-write".to_owned())
            .spawn_scoped(scope, move || consume(&mut ahead))
            .ok()?;
        match read(&mut feed, partitions) {
            Ok(Ok(())) => feed.finish(Ok(())),
            Ok(Err(Gone)) => {}
            Err(e) => feed.finish(Err(e)),
        }
        Some(consumer.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

fn read<E>(feed: &mut Feed<E>, partitions: &mut impl Partitions<Error = E>) -> Result<Result<(), Gone>, E> {
    while partitions.next_partition()? {
        if feed.partition(partitions.key(), partitions.deletion(), partitions.static_row()).is_err() {
            return Ok(Err(Gone));
        }
        while partitions.next_unfiltered()? {
            let sent = match partitions.unfiltered() {
                Some(Unfiltered::Row(_)) => feed.row(|row| partitions.take_row(row)),
                Some(Unfiltered::Marker(marker)) => feed.marker(marker),
                None => Ok(()),
            };
            if sent.is_err() {
                return Ok(Err(Gone));
            }
        }
        if feed.end_partition().is_err() {
            return Ok(Err(Gone));
        }
    }
    Ok(Ok(()))
}

/// Some of the partitions, rows and markers that follow each other.
#[derive(Debug)]
pub(crate) struct Batch<E> {
    pub(crate) entries: Vec<Entry>,
    /// Keys of the partitions, one after the other.
    pub(crate) keys: Vec<u8>,
    /// Rows, static ones too, and markers. Those after the ones that are used are left over, for their memory.
    rows: Vec<Row>,
    num_rows: usize,
    markers: Vec<RangeTombstoneMarker>,
    num_markers: usize,
    pub(crate) bytes: usize,
    pub(crate) after: After<E>,
}

#[derive(Debug, Clone, Copy)]
pub(crate) enum Entry {
    Partition {
        key_end: usize,
        deletion: Option<DeletionTime>,
        has_static: bool,
    },
    Row,
    Marker,
    /// The partition's, so that an error after it is not met before.
    End,
}

/// What comes after a batch.
#[derive(Debug)]
pub(crate) enum After<E> {
    Batch,
    Nothing,
    Error(E),
}

impl<E> Default for Batch<E> {
    fn default() -> Self {
        Batch {
            entries: Vec::new(),
            keys: Vec::new(),
            rows: Vec::new(),
            num_rows: 0,
            markers: Vec::new(),
            num_markers: 0,
            bytes: 0,
            after: After::Batch,
        }
    }
}

impl<E> Batch<E> {
    pub(crate) fn is_full(&self) -> bool {
        self.entries.len() >= MOST_ENTRIES || self.bytes >= MOST_BYTES
    }

    pub(crate) fn clear(&mut self) {
        if self.bytes > 2 * MOST_BYTES {
            // The memory of very large ones is not kept.
            *self = Batch::default();
            return;
        }
        self.entries.clear();
        self.keys.clear();
        (self.num_rows, self.num_markers, self.bytes) = (0, 0, 0);
    }

    /// Adds a row, which `take` fills.
    pub(crate) fn row(&mut self, take: impl FnOnce(&mut Row)) {
        if self.num_rows == self.rows.len() {
            self.rows.push(Row::default());
        }
        take(&mut self.rows[self.num_rows]);
        self.bytes += self.rows[self.num_rows].num_bytes();
        self.num_rows += 1;
    }

    pub(crate) fn marker(&mut self, marker: &RangeTombstoneMarker) {
        if self.num_markers == self.markers.len() {
            self.markers.push(RangeTombstoneMarker::default());
        }
        self.markers[self.num_markers].copy_from(marker);
        self.bytes += marker.bound.num_bytes();
        self.num_markers += 1;
    }
}

/// Partitions that another thread reads.
#[derive(Debug)]
pub struct Ahead<E> {
    filled: Receiver<Batch<E>>,
    empty: Sender<Batch<E>>,
    batch: Batch<E>,
    /// How many of the batch's entries, rows and markers are behind, and how many bytes of its keys.
    entry: usize,
    row: usize,
    marker: usize,
    key_begin: usize,
    /// Of the partition at hand, which may be in several batches.
    key: Vec<u8>,
    deletion: Option<DeletionTime>,
    static_row: Row,
    has_static: bool,
    /// The entry that was gone to last, if it is a row or a marker.
    shown: Option<Entry>,
}

impl<E> Ahead<E> {
    pub(crate) fn new(filled: Receiver<Batch<E>>, empty: Sender<Batch<E>>) -> Self {
        for _ in 0..BATCHES - 1 {
            // The other end is there still.
            let _ = empty.send(Batch::default());
        }
        Ahead {
            filled,
            empty,
            batch: Batch::default(),
            entry: 0,
            row: 0,
            marker: 0,
            key_begin: 0,
            key: Vec::new(),
            deletion: None,
            static_row: Row::default(),
            has_static: false,
            shown: None,
        }
    }

    /// The next entry, which stays the next one.
    fn next(&mut self) -> Result<Option<Entry>, E> {
        loop {
            if let Some(entry) = self.batch.entries.get(self.entry) {
                return Ok(Some(*entry));
            }
            match mem::replace(&mut self.batch.after, After::Nothing) {
                After::Error(e) => return Err(e),
                After::Nothing => return Ok(None),
                After::Batch => {}
            }
            // Without another batch the thread that reads panicked, and goes on with that.
            let Ok(next) = self.filled.recv() else { return Ok(None) };
            let mut used = mem::replace(&mut self.batch, next);
            used.after = After::Batch;
            // It may have read all already.
            let _ = self.empty.send(used);
            (self.entry, self.row, self.marker, self.key_begin) = (0, 0, 0, 0);
        }
    }

    /// Passes a row or a marker.
    fn pass(&mut self, entry: Entry) {
        self.entry += 1;
        match entry {
            Entry::Row => self.row += 1,
            Entry::Marker => self.marker += 1,
            Entry::Partition { .. } | Entry::End => {}
        }
        self.shown = Some(entry);
    }
}

impl<E> Partitions for Ahead<E> {
    type Error = E;

    fn next_partition(&mut self) -> Result<bool, E> {
        self.shown = None;
        while let Some(entry) = self.next()? {
            let Entry::Partition { key_end, deletion, has_static } = entry else {
                self.pass(entry);
                continue;
            };
            self.shown = None;
            self.entry += 1;
            self.key.clear();
            self.key.extend_from_slice(&self.batch.keys[self.key_begin..key_end]);
            self.key_begin = key_end;
            (self.deletion, self.has_static) = (deletion, has_static);
            if has_static {
                mem::swap(&mut self.static_row, &mut self.batch.rows[self.row]);
                self.row += 1;
            }
            return Ok(true);
        }
        Ok(false)
    }

    fn next_unfiltered(&mut self) -> Result<bool, E> {
        self.shown = None;
        match self.next()? {
            Some(Entry::Partition { .. } | Entry::End) | None => Ok(false),
            Some(entry) => {
                self.pass(entry);
                Ok(true)
            }
        }
    }

    fn key(&self) -> &[u8] {
        &self.key
    }

    fn deletion(&self) -> Option<DeletionTime> {
        self.deletion
    }

    fn static_row(&self) -> Option<&Row> {
        Some(&self.static_row).filter(|_| self.has_static)
    }

    fn unfiltered(&self) -> Option<Unfiltered<'_>> {
        match self.shown? {
            Entry::Row => Some(Unfiltered::Row(self.batch.rows.get(self.row.checked_sub(1)?)?)),
            Entry::Marker => Some(Unfiltered::Marker(self.batch.markers.get(self.marker.checked_sub(1)?)?)),
            Entry::Partition { .. } | Entry::End => None,
        }
    }

    fn take_row(&mut self, row: &mut Row) {
        if let Some(Entry::Row) = self.shown {
            mem::swap(&mut self.batch.rows[self.row - 1], row);
        }
    }
}

#[cfg(test)]
mod tests {
    use cqlite_rows::{Cell, NO_DELETION_TIME};

    use super::*;

    /// Partitions with 0, 1, 2 … rows, of which each third is a marker, and with a static row each other time; an error in the end.
    #[derive(Default)]
    struct Counted {
        num_partitions: usize,
        partition: usize,
        left: usize,
        key: Vec<u8>,
        row: Row,
        static_row: Row,
        marker: RangeTombstoneMarker,
    }

    impl Counted {
        fn new(num_partitions: usize) -> Self {
            Counted { num_partitions, ..Counted::default() }
        }

        fn is_marker(&self) -> bool {
            self.left % 3 == 2
        }
    }

    fn fill(row: &mut Row, is_static: bool, number: usize) {
        row.clear(is_static);
        let value = vec![number as u8; number % 7 * 1000];
        row.clustering.push(Some(&number.to_be_bytes()));
        let cell =
            Cell { timestamp: number as i64, ttl: 0, local_deletion_time: NO_DELETION_TIME, path: &[], value: &value };
        row.push_cell(0, &cell);
    }

    impl Partitions for Counted {
        type Error = &'static str;

        fn next_partition(&mut self) -> Result<bool, &'static str> {
            if self.partition == self.num_partitions {
                return Err("the end");
            }
            self.left = self.partition;
            self.key = format!("key {}", self.partition).into_bytes();
            fill(&mut self.static_row, true, self.partition);
            self.partition += 1;
            Ok(true)
        }

        fn next_unfiltered(&mut self) -> Result<bool, &'static str> {
            let Some(left) = self.left.checked_sub(1) else { return Ok(false) };
            self.left = left;
            fill(&mut self.row, false, self.partition * 1000 + left);
            self.marker.bound.copy_from(&self.row.clustering);
            Ok(true)
        }

        fn key(&self) -> &[u8] {
            &self.key
        }

        fn deletion(&self) -> Option<DeletionTime> {
            let time = self.partition as i64;
            Some(DeletionTime { marked_for_delete_at: time, local_deletion_time: time }).filter(|_| time % 5 == 0)
        }

        fn static_row(&self) -> Option<&Row> {
            Some(&self.static_row).filter(|_| self.partition.is_multiple_of(2))
        }

        fn unfiltered(&self) -> Option<Unfiltered<'_>> {
            Some(if self.is_marker() { Unfiltered::Marker(&self.marker) } else { Unfiltered::Row(&self.row) })
        }
    }

    /// All that there is of at most so many rows and markers a partition, and the error.
    fn all<P: Partitions<Error = &'static str>>(partitions: &mut P, most: usize) -> (Vec<String>, &'static str) {
        let mut found = Vec::new();
        let mut row = Row::default();
        loop {
            match partitions.next_partition() {
                Ok(true) => {}
                Ok(false) => return (found, "no error"),
                Err(e) => return (found, e),
            }
            let (key, deletion) = (partitions.key().to_vec(), partitions.deletion());
            found.push(format!("{key:?} {deletion:?} {:?}", partitions.static_row()));
            for _ in 0..most {
                if !partitions.next_unfiltered().expect("no error among rows") {
                    break;
                }
                match partitions.unfiltered() {
                    Some(Unfiltered::Marker(marker)) => found.push(format!("{marker:?}")),
                    Some(Unfiltered::Row(_)) => {
                        partitions.take_row(&mut row);
                        found.push(format!("{row:?}"));
                    }
                    None => panic!("nothing at hand"),
                }
                assert_eq!(partitions.key(), key);
            }
        }
    }

    #[test]
    fn nothing_is_lost_between_threads() {
        for (num_partitions, most) in [(0, 9), (1, 9), (3, 9), (90, usize::MAX), (90, 5), (90, 0)] {
            let expected = all(&mut Counted::new(num_partitions), most);
            let found = in_two_threads(&mut Counted::new(num_partitions), |ahead| all(ahead, most));
            assert!(found == Some(expected), "{num_partitions} {most}");
        }
    }

    #[test]
    fn who_reads_stops_with_who_uses() {
        let mut partitions = Counted::new(usize::MAX);
        let found = in_two_threads(&mut partitions, |ahead| ahead.next_partition());
        assert_eq!(found, Some(Ok(true)));
        assert!(partitions.partition < 1000, "{} partitions were read", partitions.partition);
    }
}
