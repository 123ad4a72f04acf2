//! Components that are read once, from front to back: no more of them is at hand than a piece.

use cqlite_runtime::table::{Dyn, Step, Table, Walker, Window};
use cqlite_sstable::io::{IoError, ReadAt};
use cqlite_sstable::SstableError;

use crate::error::{Ended, Walked};
use crate::fields::{Field, Fields, Halt, Numbers};
use crate::tracker::{Tracker, WalkedPath};

/// Bytes that are read at once.
const PIECE: u64 = 1 << 18;
/// Bytes of what lies behind the last field that are given to who takes it.
const BEHIND: u64 = 1 << 16;

/// Walks over a component, in which nothing stands at a position, and then gives what no field has. `limit`: bytes of what must be at hand at once.
pub(crate) fn walk(
    file: &dyn ReadAt,
    (table, args): (&'static Table, Vec<Dyn<'_>>),
    limit: u64,
    sink: &mut dyn Fields,
) -> Walked {
    let mut ended = End { sink, end: 0 };
    let walked = fields(file, Walker::new(table, args), limit, &mut ended);
    let End { sink, end } = ended;
    let behind = file.len().saturating_sub(end);
    if behind == 0 || matches!(walked, Err(Ended::Halted(_))) {
        return walked;
    }
    let mut bytes = vec![0; usize::try_from(behind.min(BEHIND)).unwrap_or_default()];
    file.read_exact_at(end, &mut bytes).map_err(SstableError::from)?;
    let (path, value, site, levels, wrong) = ("", None, None, &[][..], None);
    sink.field(&Field { path, offset: end, len: behind, value, bytes: &bytes, site, levels, wrong })?;
    walked?;
    let kind = cqlite_runtime::error::ReadErrorKind::Trailing { count: behind };
    Err(cqlite_runtime::ReadError::new(kind, end, table.site(0)).into())
}

fn fields(file: &dyn ReadAt, mut walker: Walker<'_>, limit: u64, sink: &mut dyn Fields) -> Walked {
    let (mut place, mut piece, mut size) = (WalkedPath::default(), Vec::new(), PIECE);
    loop {
        let base = walker.offset().min(file.len());
        let left = file.len() - base;
        piece.resize(usize::try_from(left.min(size)).unwrap_or(usize::MAX), 0);
        file.read_exact_at(base, &mut piece).map_err(SstableError::from)?;
        let window = Window { data: &piece, base, is_last: left <= size };
        match Tracker::go_on(&mut place, sink, (window.data, base), |w| walker.run(&window, w))? {
            Step::Done | Step::Halted => return Ok(()),
            Step::More if walker.offset() > base => size = PIECE,
            Step::More if size < limit => size = (size * 2).min(limit),
            Step::More => return Err(SstableError::from(IoError::TooLong { len: left, limit }).into()),
        }
    }
}

/// Notes where the last field ends.
struct End<'a> {
    sink: &'a mut dyn Fields,
    end: u64,
}

impl Fields for End<'_> {
    fn passes(&self, numbers: &Numbers<'_>) -> u64 {
        self.sink.passes(numbers)
    }

    fn field(&mut self, field: &Field<'_>) -> Result<(), Halt> {
        self.end = self.end.max(field.offset.saturating_add(field.len));
        self.sink.field(field)
    }
}
