// Written by `expand` from the specification sstable_summary.ksy. Do not edit.
rt::sites! {
    sstable_summary_site : "sstable_summary" in "sstable/sstable_summary.ksy", line 1;
    min_index_interval 22; num_entries 7; len_offsets_and_entries 6; sampling_level 6;
    size_at_full_sampling 6; offsets 5; entries 7; first_key 5; last_key 3;
}
/// Every 128th partition key (by default) with the position of its entry in Index.db, for a binary search in memory that leaves at most that many
/// entries to scan. It can be rebuilt from Index.db and is no part of what a backup needs. All versions of BIG have had the same layout so
/// far; BTI has no summary.
///
/// When memory is short Cassandra thins summaries out: of 128 possible samples (the sampling level) it keeps fewer, evenly spread.
///
/// Beware of the byte order, which is the writing machine's in the middle part (thus little-endian everywhere Cassandra runs) and big-endian in
/// the rest.
///
/// Specification: `sstable_summary` in `sstable/sstable_summary.ksy`. Cassandra: org.apache.cassandra.io.sstable.indexsummary.IndexSummary.IndexSummarySerializer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SstableSummary {
    /// At full sampling one of this many keys has an entry; the table's `min_index_interval` when the summary was built. If the table's option
    /// has changed since, Cassandra builds the summary anew.
    pub min_index_interval: i32,
    /// How many of 128 samples are kept; 128 means that none was dropped.
    pub sampling_level: i32,
    /// How many entries there would be at sampling level 128.
    pub size_at_full_sampling: i32,
    /// The samples, in token order as in Index.db.
    pub entries: Vec<Entry>,
    /// The first partition key of the SSTable.
    pub first_key: common::BytesU4,
    /// The last partition key of the SSTable.
    pub last_key: common::BytesU4,
}
impl SstableSummary {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableSummaryParams<'_>) -> rt::ReadResult<Self> {
        let head = SstableSummaryRef::read(r, cx)?;
        let f_entries =
            rt::array::collect(i64::from(head.num_entries), 8, r, sstable_summary_site::entries, |r, index| {
                Entry::decode(r, cx, index, head.offsets, head.num_entries, head.len_offsets_and_entries)
                    .within(sstable_summary_site::entries)
            })?;
        let f_first_key = common::BytesU4::decode(r).within(sstable_summary_site::first_key)?;
        let f_last_key = common::BytesU4::decode(r).within(sstable_summary_site::last_key)?;
        Ok(Self {
            min_index_interval: head.min_index_interval,
            sampling_level: head.sampling_level,
            size_at_full_sampling: head.size_at_full_sampling,
            entries: f_entries,
            first_key: f_first_key,
            last_key: f_last_key,
        })
    }
    /// How many samples of a key's interval there are at full sampling (`Downsampling.BASE_SAMPLING_LEVEL`).
    pub const fn base_sampling_level(_: version::SstableVersion) -> i64 {
        128
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, cx: &SstableSummaryParams<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&SSTABLE_SUMMARY_TABLE, cx.dynamic(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableSummaryParams<'_>) -> rt::WriteResult<()> {
        rt::sink::demand(
            i64::from(self.min_index_interval) >= 1,
            "a value within its range",
            sstable_summary_site::min_index_interval,
        )?;
        w.put(&self.min_index_interval.to_be_bytes());
        let f_num_entries = rt::sink::narrow::<i32, _>(self.entries.len() as i64, sstable_summary_site::num_entries)?;
        rt::sink::demand(i64::from(f_num_entries) >= 0, "a value within its range", sstable_summary_site::num_entries)?;
        w.put(&f_num_entries.to_be_bytes());
        let f_len_offsets_and_entries = ((i64::from(f_num_entries) * 4i64) + {
            let mut counter = rt::Counter::at(w.pos());
            let (begin, w) = (counter.pos(), &mut counter);
            for (index, e) in self.entries.iter().enumerate() {
                let index = index as i64;
                e.encode(w, cx, index)?;
            }
            (w.pos() - begin) as i64
        });
        rt::sink::demand(
            (f_len_offsets_and_entries) >= 0,
            "a value within its range",
            sstable_summary_site::len_offsets_and_entries,
        )?;
        w.put(&f_len_offsets_and_entries.to_be_bytes());
        rt::sink::demand(
            (i64::from(self.sampling_level) >= 1) && (i64::from(self.sampling_level) <= 128),
            "a value within its range",
            sstable_summary_site::sampling_level,
        )?;
        w.put(&self.sampling_level.to_be_bytes());
        rt::sink::demand(
            i64::from(self.size_at_full_sampling) >= 0,
            "a value within its range",
            sstable_summary_site::size_at_full_sampling,
        )?;
        w.put(&self.size_at_full_sampling.to_be_bytes());
        let from_offsets = w.pos();
        let place_offsets = w.pos();
        for _ in 0..i64::from(f_num_entries) {
            w.put(&[0u8; 4]);
        }
        let from_entries = w.pos();
        let mut each_entries: Vec<u64> = Vec::new();
        for (index, e) in self.entries.iter().enumerate() {
            let index = index as i64;
            each_entries.push(w.pos());
            e.encode(w, cx, index)?;
        }
        {
            let place = place_offsets;
            for index in 0..i64::from(f_num_entries) {
                let v = rt::sink::narrow::<u32, _>(
                    rt::sink::in_range(
                        (*rt::array::element(&each_entries, index).ok_or_else(|| {
                            rt::WriteError::new(
                                rt::WriteErrorKind::Expression { what: "more offsets than elements" },
                                sstable_summary_site::offsets,
                            )
                        })? as i64)
                            .checked_sub(from_offsets as i64),
                        sstable_summary_site::offsets,
                    )?,
                    sstable_summary_site::offsets,
                )?;
                w.patch(place + 4 * index as u64, &v.to_le_bytes());
            }
        }
        self.first_key.encode(w)?;
        self.last_key.encode(w)?;
        Ok(())
    }
}
/// The head of a [`SstableSummary`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct SstableSummaryRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    pub min_index_interval: i32,
    /// Number of entries.
    pub num_entries: i32,
    /// Length in bytes of both arrays below together.
    pub len_offsets_and_entries: i64,
    pub sampling_level: i32,
    pub size_at_full_sampling: i32,
    /// Where each entry starts, in bytes from the start of this array; ascending. So the first is `4 * num_entries`.
    pub offsets: rt::array::ArrayView<'a, rt::array::U32Le>,
    pub(crate) cx: SstableSummaryParams<'static>,
}
impl<'a> SstableSummaryRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableSummaryParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let start = r.offset();
        let f_min_index_interval = r.i32_be(sstable_summary_site::min_index_interval)?;
        rt::ReadError::demand(
            i64::from(f_min_index_interval) >= 1,
            &f_min_index_interval,
            "a value within its range (At full sampling one of this many keys has an entry; the table's `min_index_interval` when the summary was built.)",
            start,
            sstable_summary_site::min_index_interval,
        )?;
        let start = r.offset();
        let f_num_entries = r.i32_be(sstable_summary_site::num_entries)?;
        rt::ReadError::demand(
            i64::from(f_num_entries) >= 0,
            &f_num_entries,
            "a value within its range (Number of entries.)",
            start,
            sstable_summary_site::num_entries,
        )?;
        let start = r.offset();
        let f_len_offsets_and_entries = r.i64_be(sstable_summary_site::len_offsets_and_entries)?;
        rt::ReadError::demand(
            f_len_offsets_and_entries >= 0,
            &f_len_offsets_and_entries,
            "a value within its range (Length in bytes of both arrays below together.)",
            start,
            sstable_summary_site::len_offsets_and_entries,
        )?;
        let start = r.offset();
        let f_sampling_level = r.i32_be(sstable_summary_site::sampling_level)?;
        rt::ReadError::demand(
            (i64::from(f_sampling_level) >= 1) && (i64::from(f_sampling_level) <= 128),
            &f_sampling_level,
            "a value within its range (How many of 128 samples are kept; 128 means that none was dropped.)",
            start,
            sstable_summary_site::sampling_level,
        )?;
        let start = r.offset();
        let f_size_at_full_sampling = r.i32_be(sstable_summary_site::size_at_full_sampling)?;
        rt::ReadError::demand(
            i64::from(f_size_at_full_sampling) >= 0,
            &f_size_at_full_sampling,
            "a value within its range (How many entries there would be at sampling level 128.)",
            start,
            sstable_summary_site::size_at_full_sampling,
        )?;
        let f_offsets = rt::array::ArrayView::<rt::array::U32Le>::take(
            r,
            i64::from(f_num_entries),
            32,
            (),
            sstable_summary_site::offsets,
        )?;
        Ok(SstableSummaryRef {
            begin,
            rest: *r,
            min_index_interval: f_min_index_interval,
            num_entries: f_num_entries,
            len_offsets_and_entries: f_len_offsets_and_entries,
            sampling_level: f_sampling_level,
            size_at_full_sampling: f_size_at_full_sampling,
            offsets: f_offsets,
            cx: SstableSummaryParams::new(cx.v),
        })
    }
    /// A reader at element `index` of `offsets`.
    pub fn offsets_from(&self, index: i64) -> rt::ReadResult<rt::Reader<'a>> {
        self.offsets.reader(index)
    }
    /// A reader at element `index` of `entries`.
    pub fn entries_from(&self, index: i64) -> rt::ReadResult<rt::Reader<'a>> {
        let r = &self.rest;
        let offset = i64::from(self.offsets.get(index)?.0);
        r.at(offset.saturating_add(self.offsets.start().pos() as i64), sstable_summary_site::entries)
    }
    /// Element `index` of `entries`, found by its offset.
    pub fn entries_at(&self, index: i64) -> rt::ReadResult<EntryRef<'a>> {
        let mut at = self.entries_from(index)?;
        self.entries_next(&mut at, index)
    }
    /// Element `index` of `entries`, at which the reader stands.
    pub fn entries_next(&self, at: &mut rt::Reader<'a>, index: i64) -> rt::ReadResult<EntryRef<'a>> {
        let cx = &self.cx;
        EntryRef::read(at, cx, index, self.offsets, self.num_entries, self.len_offsets_and_entries)
            .map_err(|e: rt::ReadError| e.within(sstable_summary_site::entries, u64::try_from(index).ok()))
    }
    rt::sited!(sstable_summary_site);
}
/// What stands in a [`SstableSummary`].
pub static SSTABLE_SUMMARY_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&sstable_summary_site::ALL, &["v"])
        .root()
        .fields(&[
            t::S4.least(1),
            t::S4.least(0),
            t::S8.least(0),
            t::S4.within(1, 128),
            t::S4.least(0),
            t::U4le.times(&Name("num_entries")).ahead(),
            t::of(&ENTRY_TABLE, &[Index]).times(&Name("num_entries")),
            t::of(&common::BYTES_U4_TABLE, &[]),
            t::of(&common::BYTES_U4_TABLE, &[]),
        ])
        .values(&[t::value("base_sampling_level", Int(128))])
};
rt::reflect!(
    SstableSummary : min_index_interval, sampling_level, size_at_full_sampling, entries,
    first_key, last_key
);
