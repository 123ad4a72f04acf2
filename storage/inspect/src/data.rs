//! Data.db as a stream: no more of it is at hand than one row and a few chunks.

use cqlite_format::data::SSTABLE_DATA_TABLE;
use cqlite_runtime::table::{Step, Walker, Window};
use cqlite_sstable::Sstable;

use crate::error::Walked;
use crate::fields::Fields;
use crate::tracker::{Place, Tracker};

/// Walks over the uncompressed stream.
pub(crate) fn walk(sstable: &Sstable, sink: &mut dyn Fields) -> Walked {
    let params = sstable.params();
    let mut walker = Walker::new(&SSTABLE_DATA_TABLE, params.dynamic());
    let (mut cursor, mut place, mut is_last) = (sstable.data().cursor(0), Place::default(), false);
    loop {
        let window = Window { data: cursor.data(), base: cursor.position(), is_last };
        let at_hand = (window.data, window.base);
        let step = Tracker::go_on(&mut place, sink, at_hand, |w| walker.run(&window, w))?;
        let walked_over = walker.offset().saturating_sub(window.base);
        match step {
            Step::Done | Step::Halted => return Ok(()),
            Step::More => {
                cursor.consume(usize::try_from(walked_over).unwrap_or(usize::MAX));
                is_last = !cursor.fill()?;
            }
        }
    }
}
