//! Data.db as a stream: no more of it is at hand than one row and a few chunks.

use cqlite_format::common::{BytesU2, DeletionTime};
use cqlite_format::data::{SstableDataParams, Unfiltered};
use cqlite_runtime::error::Result as ReadResult;
use cqlite_runtime::{ReadError, Reader, Site, Walk};
use cqlite_sstable::compress::DataCursor;
use cqlite_sstable::reader::ScanError;
use cqlite_sstable::{Sstable, SstableError};

use crate::error::{Ended, Walked};
use crate::fields::Fields;
use crate::sites::DataSites;
use crate::tracker::{Place, Tracker};

/// Walks over the uncompressed stream.
pub(crate) fn walk(sstable: &Sstable, sink: &mut dyn Fields) -> Walked {
    let mut walk = DataWalk {
        params: sstable.params(),
        cursor: sstable.data().cursor(0),
        place: Place::default(),
        sink,
        sites: DataSites::new(),
    };
    let mut partition = 0;
    while !walk.is_at_end()? {
        walk.partition(partition)?;
        partition += 1;
    }
    Ok(())
}

struct DataWalk<'a> {
    params: SstableDataParams<'a>,
    cursor: DataCursor,
    place: Place,
    sink: &'a mut dyn Fields,
    sites: DataSites,
}

impl DataWalk<'_> {
    fn is_at_end(&mut self) -> Walked<bool> {
        while self.cursor.data().is_empty() {
            if !self.cursor.fill()? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn partition(&mut self, index: u64) -> Walked {
        let sites = self.sites;
        self.place.enter(sites.partitions, Some(index), self.cursor.position());
        let within = |e| within(e, sites.partitions, Some(index));
        let v = self.params.v;
        self.step(sites.key, None, |r, _| BytesU2::skip(r).map(drop), |r, _, w| BytesU2::walk(r, w).map(drop))
            .map_err(within)?;
        let pass = |r: &mut Reader<'_>, _: &SstableDataParams<'_>| DeletionTime::skip(r, v).map(drop);
        let walk =
            |r: &mut Reader<'_>, _: &SstableDataParams<'_>, w: &mut dyn Walk| DeletionTime::walk(r, v, w).map(drop);
        self.step(sites.deletion, None, pass, walk).map_err(within)?;
        if !self.params.h.static_columns.columns.is_empty() {
            self.unfiltered(sites.static_row, None).map_err(within)?;
        }
        let mut row = 0;
        while !self.unfiltered(sites.unfiltereds, Some(row)).map_err(within)? {
            row += 1;
        }
        self.place.leave();
        Ok(())
    }

    /// A row, a marker, or the end of the partition, which it tells.
    fn unfiltered(&mut self, site: &'static Site, index: Option<u64>) -> Walked<bool> {
        let pass = |r: &mut Reader<'_>, cx: &SstableDataParams<'_>| Unfiltered::skip(r, cx).map(drop);
        self.step(site, index, pass, |r, cx, w| Unfiltered::walk(r, cx, w).map(|asked| asked.is_end))
    }

    /// Walks over one field when all its bytes are at hand.
    fn step<T>(
        &mut self,
        site: &'static Site,
        index: Option<u64>,
        pass: impl Fn(&mut Reader<'_>, &SstableDataParams<'_>) -> ReadResult<()>,
        walk: impl Fn(&mut Reader<'_>, &SstableDataParams<'_>, &mut dyn Walk) -> ReadResult<T>,
    ) -> Walked<T> {
        loop {
            let mut r = Reader::with_base(self.cursor.data(), self.cursor.position());
            match pass(&mut r, &self.params) {
                Err(e)
                    if SstableError::from(e.clone()).is_cut_off(self.cursor.end_position())
                        && self.cursor.fill()? => {}
                _ => break,
            }
        }
        let (data, base) = (self.cursor.data(), self.cursor.position());
        let mut r = Reader::with_base(data, base);
        self.place.enter(site, index, base);
        let walked = Tracker::run(&mut self.place, self.sink, (data, base), |w| walk(&mut r, &self.params, w));
        self.place.leave();
        let consumed = usize::try_from(r.pos()).unwrap_or(usize::MAX);
        let value = walked.map_err(|e| within(e, site, index))?;
        self.cursor.consume(consumed);
        Ok(value)
    }
}

/// The same end, one field further out.
fn within(ended: Ended, site: &'static Site, index: Option<u64>) -> Ended {
    match ended {
        Ended::Damaged(e) => match e.read_error() {
            Some(read) => Ended::Damaged(ReadError::within(read.clone(), site, index).into()),
            None => Ended::Damaged(e),
        },
        halted => halted,
    }
}
