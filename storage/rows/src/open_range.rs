use std::fmt;

use crate::{DeletionTime, OpenDeletion};

/// The range deletion that is open in a partition, from marker to marker: each ends what is open, all of it and nothing else, and at the end
/// of the partition nothing is (`RTBoundValidator`).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OpenRange(Option<DeletionTime>);

/// What of ranges cannot be: Cassandra refuses to answer from such markers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RangeFault {
    /// Something ends that was not begun.
    NotOpen,
    /// Something begins while something else is open.
    InRange,
    /// What ends is another deletion than the one that was begun.
    OtherDeletion,
    /// The partition ends before what is open does.
    NotClosed,
}

impl OpenRange {
    /// A partition begins.
    pub fn begin(&mut self) {
        self.0 = None;
    }

    /// What is open.
    #[inline]
    #[must_use]
    pub fn deletion(&self) -> Option<DeletionTime> {
        self.0
    }

    /// Goes on after a marker, with what this opens. What is wrong with it, if anything.
    #[must_use]
    pub fn pass(&mut self, marker: &OpenDeletion) -> Option<RangeFault> {
        let fault = match (self.0, marker.before) {
            (None, None) => None,
            (None, Some(_)) => Some(RangeFault::NotOpen),
            (Some(_), None) => Some(RangeFault::InRange),
            (Some(open), Some(ended)) => (open != ended).then_some(RangeFault::OtherDeletion),
        };
        self.0 = marker.after;
        fault
    }

    /// The partition ends. What is wrong, if anything.
    #[must_use]
    pub fn end(&mut self) -> Option<RangeFault> {
        self.0.take().map(|_| RangeFault::NotClosed)
    }
}

impl fmt::Display for RangeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            RangeFault::NotOpen => "a marker that closes a range, though none is open",
            RangeFault::InRange => "a marker that opens a range inside another one",
            RangeFault::OtherDeletion => {
                "a marker that closes the range with another deletion time than it was opened with"
            }
            RangeFault::NotClosed => "a range that is open at the end of the partition",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{OpenRange, RangeFault};
    use crate::{DeletionTime, OpenDeletion};

    #[test]
    fn ranges_open_and_close_in_turns() {
        let at = |time| Some(DeletionTime { marked_for_delete_at: time, local_deletion_time: 1 });
        let mut open = OpenRange::default();
        let mut pass = |before, after| (open.pass(&OpenDeletion { before, after }), open.deletion());
        assert_eq!(pass(None, at(1)), (None, at(1)));
        assert_eq!(pass(at(1), at(2)), (None, at(2)));
        assert_eq!(pass(at(2), None), (None, None));
        assert_eq!(pass(at(2), None), (Some(RangeFault::NotOpen), None));
        assert_eq!(pass(at(2), at(3)), (Some(RangeFault::NotOpen), at(3)));
        assert_eq!(pass(None, at(4)), (Some(RangeFault::InRange), at(4)));
        assert_eq!(pass(at(5), at(6)), (Some(RangeFault::OtherDeletion), at(6)));
        assert_eq!((open.end(), open.end()), (Some(RangeFault::NotClosed), None));
        let _ = open.pass(&OpenDeletion { before: None, after: at(1) });
        open.begin();
        assert_eq!(open.end(), None);
    }
}
