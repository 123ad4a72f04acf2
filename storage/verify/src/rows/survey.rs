//! Goes through the data, and tells partitions that are intact from what is not.

use std::cmp::Ordering;
use std::ops::Range;

use cqlite_schema::partitioner::DecoratedKey;
use cqlite_sstable::compress::DataSource;

use super::checker::Checker;
use super::scan::{Outcome, Scan, STEP};
use super::DATA;
use crate::fields::partition;
use crate::survey::{join, Loss, Proof, Run, Survey, KEY, ROOM_FOR_KEYS};
use crate::{rule, Finding, Stage, VerifyError};

/// Reads all partitions.
///
/// Also whether all rows have been read, those of partitions with which something is wrong too.
pub(super) fn run(
    checker: &mut Checker<'_, '_>,
    data: &DataSource,
    proof: Proof,
) -> Result<(Survey, bool), VerifyError> {
    let (survey, len) = (Survey::default(), data.len());
    let mut walk = Walk { proof, survey, last: None, displaced: Vec::new(), must_match: false, has_read_all: true };
    let mut scan = Scan::new(checker, data);
    let (mut at, mut next_tick) = (0, 0);
    while at < len {
        if at >= next_tick {
            next_tick = at + STEP;
            scan.checker.log.tick(Stage::Rows, at, len)?;
        }
        scan.checker.log.watch();
        at = match scan.partition(at)? {
            Outcome::Done => walk.read(scan.checker, at, scan.reader_position(), len)?,
            Outcome::Broken(from) => {
                scan.checker.partition_breaks();
                // What it broke with was found last.
                let why = scan.checker.log.watched().and_then(|watched| watched.last.clone());
                walk.lose_from(scan.checker, at, from, len, why)?
            }
        };
    }
    walk.after_the_end(scan.checker, len)?;
    scan.checker.log.tick(Stage::Rows, len, len)?;
    Ok((walk.survey, walk.has_read_all))
}

/// Runs that are kept of partitions out of order: more are none of a known cause, but of a wrong partitioner.
const MOST_RUNS: usize = 16;

struct Walk {
    proof: Proof,
    survey: Survey,
    /// The key of the last partition that is intact.
    last: Option<DecoratedKey>,
    /// The last keys of the runs of those that are out of order.
    displaced: Vec<DecoratedKey>,
    /// The index alone says that a partition begins here, so that has to have its key.
    must_match: bool,
    has_read_all: bool,
}

impl Walk {
    /// A partition has been read to its end; where the next one begins.
    fn read(&mut self, checker: &mut Checker<'_, '_>, at: u64, end: u64, len: u64) -> Result<u64, VerifyError> {
        let key = checker.table.schema.keys.partitioner.decorate(&checker.key);
        let (found, order) = (self.found(checker, at, end, len), self.order(checker, &key, at));
        let (found, order) = match (found, order, self.proof) {
            // Its bytes are what was written: where it stands does not matter.
            (None, Some(order), Proof::Checksums) => match self.displace(checker, at..end, &key, order) {
                None => {
                    self.must_match = false;
                    return Ok(end);
                }
                order => (None, order),
            },
            (found, order, _) => (found, order),
        };
        let Some(why) = found.or(order) else {
            self.must_match = false;
            self.survey.keep(at..end, &key.key);
            self.last = Some(key);
            return Ok(end);
        };
        // Where the bytes are not trusted, neither is where the partition ends.
        if self.proof == Proof::Rows || self.must_match {
            return self.lose_from(checker, at, at + 1, len, Some(why));
        }
        let mut loss = self.loss(at..end, 1, why);
        loss.keys.push(key.key);
        self.survey.lose(loss);
        Ok(end)
    }

    fn loss(&self, range: Range<u64>, partitions: u64, why: Finding) -> Loss {
        Loss::new(range, partitions, self.last.as_ref().map(|last| &*last.key), why)
    }

    /// What is wrong with a partition that has been read, if anything.
    fn found(&self, checker: &mut Checker<'_, '_>, at: u64, end: u64, len: u64) -> Option<Finding> {
        let watched = checker.log.watched()?;
        let needs_index = self.must_match || (self.proof == Proof::Rows && checker.index.is_whole());
        let in_index = watched.index.clone().filter(|_| needs_index);
        let found = watched.in_rows.clone().or(in_index);
        if found.is_some() || self.proof == Proof::Checksums || !checker.index.is_whole() {
            return found;
        }
        let next = checker.index.next_position().unwrap_or(len);
        (next != end).then(|| rule::index_position(end, next).of(DATA).data(at).field(partition::KEY).key(&checker.key))
    }

    /// Keeps a partition that is out of order, with others that it comes after; what it breaks, if that would make too many runs.
    fn displace(
        &mut self,
        checker: &Checker<'_, '_>,
        range: Range<u64>,
        key: &DecoratedKey,
        why: Finding,
    ) -> Option<Finding> {
        let partitioner = &checker.table.schema.keys.partitioner;
        let run = self.displaced.iter().position(|last| partitioner.compare_keys(last, key) == Ordering::Less);
        match run {
            _ if !checker.log.options.is_partitioner_known => return Some(why),
            Some(run) => {
                self.displaced[run].clone_from(key);
                let run = &mut self.survey.displaced[run];
                join(&mut run.intact, range);
                run.partitions += 1;
            }
            None if self.displaced.len() < MOST_RUNS => {
                self.displaced.push(key.clone());
                self.survey.displaced.push(Run { intact: vec![range], partitions: 1, why });
            }
            None => return Some(why),
        }
        None
    }

    /// Partitions of an SSTable are in order; the first of those that are not stays.
    fn order(&self, checker: &Checker<'_, '_>, key: &DecoratedKey, at: u64) -> Option<Finding> {
        let breach = match checker.table.schema.keys.partitioner.compare_keys(self.last.as_ref()?, key) {
            Ordering::Less => return None,
            Ordering::Equal => rule::duplicate_partition(),
            Ordering::Greater => rule::partition_order(),
        };
        Some(breach.of(DATA).data(at).field(partition::KEY).key(&key.key))
    }

    /// All is lost up to the first partition at `from` or after it that the index tells; where that is.
    fn lose_from(
        &mut self,
        checker: &mut Checker<'_, '_>,
        at: u64,
        from: u64,
        len: u64,
        why: Option<Finding>,
    ) -> Result<u64, VerifyError> {
        self.has_read_all = false;
        // Where the key was read its entry is behind.
        let is_behind = !checker.key.is_empty();
        let mut lost = Lost::default();
        if is_behind {
            // Where the index alone says that a partition begins, its key may be none.
            let is_proven = self.proof == Proof::Checksums && !self.must_match;
            lost.add(is_proven.then_some(&*checker.key));
        }
        let from = from.max(at + 1);
        let next = checker.index.pass_to(from, at + u64::from(is_behind), &mut |key| lost.add(key), checker.log)?;
        let end = next.unwrap_or(len).min(len);
        let why = why.unwrap_or_else(|| rule::undecodable_row("it cannot be read").of(DATA).data(at));
        let mut loss = self.loss(at..end, lost.partitions.max(1), why);
        loss.keys = lost.keys;
        self.survey.lose(loss);
        self.must_match = true;
        Ok(end)
    }

    /// The index may have more partitions than the data.
    fn after_the_end(&mut self, checker: &mut Checker<'_, '_>, len: u64) -> Result<(), VerifyError> {
        let mut lost = Lost::default();
        let _ = checker.index.pass_to(u64::MAX, len, &mut |key| lost.add(key), checker.log)?;
        if lost.partitions == 0 {
            return Ok(());
        }
        self.has_read_all = false;
        // A part that is cut off is lost for the same reason as what follows it.
        let last = self.survey.losses.last().filter(|last| last.range.end == len && last.after.is_none());
        let why = match last {
            Some(last) => last.why.clone(),
            None => rule::orphan_index_entry(format_args!("{len} or after it, where the data ends")).of(DATA).data(len),
        };
        let mut loss = self.loss(len..len, lost.partitions, why);
        loss.keys = lost.keys;
        self.survey.lose(loss);
        Ok(())
    }
}

/// Partitions that the index has and the data has not.
#[derive(Default)]
struct Lost {
    partitions: u64,
    keys: Vec<Vec<u8>>,
    bytes: u64,
}

impl Lost {
    fn add(&mut self, key: Option<&[u8]>) {
        self.partitions += 1;
        if let Some(key) = key.filter(|key| self.bytes + (key.len() as u64) < ROOM_FOR_KEYS) {
            self.bytes += key.len() as u64 + KEY;
            self.keys.push(key.to_vec());
        }
    }
}
