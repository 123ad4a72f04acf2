//! What of the data is intact: partitions that nothing is wrong with, and what lies between them.

use std::ops::Range;

use cqlite_sstable::Sstable;

use crate::files::Files;
use crate::log::Log;
use crate::metadata::{Metadata, Table};
use crate::{rows, Finding, Progress, Verifier, VerifyError};

/// What shows that the bytes of partitions are those that were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// Checksums, of all of the data or of each chunk that is read: what they hold of is trusted, whatever an index says.
    Checksums,
    /// Nothing but the rows: partitions have to be as they should in themselves, and where the index has them, if it can be read.
    Rows,
}

/// What is known of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    /// Where partitions are intact: those side by side are one range of positions in the uncompressed data.
    pub intact: Vec<Range<u64>>,
    /// Number of these partitions.
    pub partitions: u64,
    /// Intact partitions that are out of order, or whose key there was before: in as many runs as it takes for each to be in order.
    pub displaced: Vec<Run>,
    /// What is not, in the order of the data.
    pub losses: Vec<Loss>,
    /// What is wrong in the serialization header, or in Statistics.db otherwise than in the rows, such as the smallest timestamp: then its header
    /// may be wrong. Where rows could not be read, bounds that are wider than those of the rows are no contradiction.
    pub contradiction: Option<Finding>,
    /// The first of all that is wrong in Statistics.db.
    pub statistics: Option<Finding>,
    room_for_keys: u64,
}

/// Intact partitions that are in order among themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Where they are, as in [`Survey::intact`].
    pub intact: Vec<Range<u64>>,
    /// Number of partitions.
    pub partitions: u64,
    /// What the first one breaks.
    pub why: Finding,
}

/// Adds a part to others, side by side with the last one or not.
pub(crate) fn join(intact: &mut Vec<Range<u64>>, range: Range<u64>) {
    match intact.last_mut().filter(|last| last.end == range.start) {
        Some(last) => last.end = range.end,
        None => intact.push(range),
    }
}

/// A part of the data that is not intact, or not known to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// Where it is in the uncompressed data. It is empty after the end of data of which a part is missing there.
    pub range: Range<u64>,
    /// How many bytes of it: all, unless it is of several places.
    pub bytes: u64,
    /// Of how many places: one, but for the last loss if there are very many.
    pub places: u64,
    /// How many partitions there are at least.
    pub partitions: u64,
    /// Keys of some of them, in their order, where the data or the index has them.
    pub keys: Vec<Vec<u8>>,
    /// The key of the last intact partition before it, if there is one.
    pub before: Option<Vec<u8>>,
    /// That of the first one after it.
    pub after: Option<Vec<u8>>,
    /// What is wrong: the first of it.
    pub why: Finding,
}

impl Survey {
    /// Nothing is wrong with a partition.
    pub(crate) fn keep(&mut self, range: Range<u64>, key: &[u8]) {
        self.losses.iter_mut().rev().take_while(|loss| loss.after.is_none()).for_each(|loss| {
            loss.after = Some(key.to_vec());
        });
        self.partitions += 1;
        join(&mut self.intact, range);
    }

    /// Something is. What is wrong in the same way side by side is one loss, and so is all that is too much to be told apart.
    pub(crate) fn lose(&mut self, mut loss: Loss) {
        loss.keys.retain(|key| match self.room_for_keys.checked_sub(key.len() as u64 + KEY) {
            Some(room) => {
                self.room_for_keys = room;
                true
            }
            None => false,
        });
        let is_full = self.losses.len() >= MOST_LOSSES;
        match self.losses.last_mut().filter(|last| last.goes_on_with(&loss) || is_full) {
            Some(last) => {
                last.places += u64::from(!last.goes_on_with(&loss));
                last.range.end = loss.range.end;
                (last.bytes, last.partitions) = (last.bytes + loss.bytes, last.partitions + loss.partitions);
                last.after = None;
                last.keys.append(&mut loss.keys);
            }
            None => self.losses.push(loss),
        }
    }
}

/// Losses that are told apart, and bytes of keys that are kept: memory is not to grow with the damage.
const MOST_LOSSES: usize = 10_000;
pub(crate) const ROOM_FOR_KEYS: u64 = 16 << 20;
/// What a key takes beside its bytes, in bytes.
pub(crate) const KEY: u64 = 32;

impl Loss {
    pub(crate) fn new(range: Range<u64>, partitions: u64, before: Option<&[u8]>, why: Finding) -> Self {
        let bytes = range.end - range.start;
        let before = before.map(<[u8]>::to_vec);
        Loss { range, bytes, places: 1, partitions, keys: Vec::new(), before, after: None, why }
    }

    fn goes_on_with(&self, other: &Self) -> bool {
        self.after.is_none() && self.range.end == other.range.start && self.why.rule == other.why.rule
    }
}

impl Default for Survey {
    fn default() -> Self {
        Survey {
            intact: Vec::new(),
            partitions: 0,
            displaced: Vec::new(),
            losses: Vec::new(),
            contradiction: None,
            statistics: None,
            room_for_keys: ROOM_FOR_KEYS,
        }
    }
}

impl Verifier {
    /// Reads all rows of the SSTable as `sstable` reads them, and says which partitions are intact. That may be opened with
    /// [`ChecksumMode::Demanded`](cqlite_sstable::compress::ChecksumMode), so that no chunk is read that nothing proves.
    ///
    /// # Errors
    /// The store fails, or the caller cancels; damage is in what is returned, but that of Statistics.db.
    pub fn survey(
        &self,
        sstable: &Sstable,
        proof: Proof,
        progress: &mut dyn FnMut(Progress),
        cancel: &std::sync::atomic::AtomicBool,
    ) -> Result<Survey, VerifyError> {
        let mut log = Log::new(self.options(), sstable.version(), progress, cancel);
        let survey = self.survey_into(sstable, proof, &mut log);
        survey.map_err(|e| e.in_sstable(sstable.label()))
    }

    fn survey_into(&self, sstable: &Sstable, proof: Proof, log: &mut Log<'_>) -> Result<Survey, VerifyError> {
        let files = Files::new(std::sync::Arc::clone(sstable.components().source()), sstable.version())?;
        log.watch();
        let table = match Metadata::read(&files, log)? {
            Some(metadata) => Table::new(&metadata, Some(sstable.data().len()), log).map(|table| (metadata, table)),
            None => None,
        };
        // Opening it took both.
        let Some((metadata, table)) = table else { return Ok(Survey::default()) };
        let found = log.watched().map(|w| (w.contradiction.clone(), w.statistics.clone())).unwrap_or_default();
        let mut survey = rows::survey(&files, &metadata, &table, sstable, proof, log)?;
        survey.contradiction = found.0.or(survey.contradiction);
        survey.statistics = found.1.or(survey.statistics);
        Ok(survey)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule;
    use cqlite_sstable::descriptor::Component;

    #[test]
    fn memory_does_not_grow_with_the_damage() {
        let mut survey = Survey::default();
        for i in 0..30_000 {
            let why = rule::undecodable_row("it cannot be read").of(&Component::Data);
            let mut loss = Loss::new(i * 20..i * 20 + 5, 2, None, why);
            loss.keys = vec![vec![0; 1 << 16]];
            survey.lose(loss);
            survey.keep(i * 20 + 5..i * 20 + 20, b"key");
        }
        assert_eq!(survey.losses.len(), MOST_LOSSES);
        let sum = |of: fn(&Loss) -> u64| survey.losses.iter().map(of).sum::<u64>();
        assert_eq!((sum(|l| l.bytes), sum(|l| l.places), sum(|l| l.partitions)), (150_000, 30_000, 60_000));
        assert!(survey.losses.iter().all(|loss| loss.after.is_some()));
        let keys: usize = survey.losses.iter().flat_map(|loss| &loss.keys).map(Vec::len).sum();
        assert!(keys as u64 <= ROOM_FOR_KEYS && keys > 15 << 20, "{keys}");
    }
}
