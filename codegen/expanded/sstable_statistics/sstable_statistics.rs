// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.
rt::sites! {
    sstable_statistics_site : "sstable_statistics" in "sstable/sstable_statistics.ksy",
    line 1; num_components 21; num_components_crc 6; toc 5; toc_crc 5;
}
/// What is known of an SSTable as a whole, in up to four parts: which partitioner it belongs to (validation), a sketch of its partition keys
/// (compaction), numbers for choosing and skipping SSTables (stats), and the serialization header (header), without which Data.db cannot be
/// read. Cassandra rewrites this file in place of all others when an SSTable is repaired or changes its level.
///
/// The file starts with a table of contents; the parts follow in its order, each with a checksum after it where has_metadata_checksum holds.
///
/// Specification: `sstable_statistics` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.io.sstable.metadata.MetadataSerializer, org.apache.cassandra.io.sstable.metadata.MetadataType.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SstableStatistics {
    /// The table of contents, in ascending order of kinds and offsets.
    pub toc: Vec<TocEntry>,
}
impl SstableStatistics {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        let from_num_components = r.pos();
        let start = r.offset();
        let f_num_components = r.i32_be(sstable_statistics_site::num_components)?;
        rt::ReadError::demand(
            i64::from(f_num_components) >= 0,
            &f_num_components,
            "a value within its range (Number of parts; 4 in every file that Cassandra writes.)",
            start,
            sstable_statistics_site::num_components,
        )?;
        let to_num_components = r.pos();
        let f_num_components_crc = if cx.v.has_metadata_checksum() {
            Some(r.u32_be(sstable_statistics_site::num_components_crc)?)
        } else {
            None
        };
        if let Some(stored) = f_num_components_crc {
            if let Some(kind) = rt::checksum::Algorithm::Crc32.differs(
                r,
                &[rt::checksum::number(from_num_components, to_num_components)],
                u64::from(stored),
                rt::table::Int::U4,
            ) {
                return Err(r.error_before(4, kind, sstable_statistics_site::num_components_crc));
            }
        }
        let from_toc = r.pos();
        let v_toc: rt::array::ArrayView<'_, TocEntryRef<'_>> = rt::array::ArrayView::take(
            &mut r.clone(),
            i64::from(f_num_components),
            TocEntryRef::bits(()),
            (),
            sstable_statistics_site::toc,
        )?;
        let f_toc = rt::array::collect(i64::from(f_num_components), 8, r, sstable_statistics_site::toc, |r, index| {
            TocEntry::decode(r, cx, index, f_num_components, v_toc).within(sstable_statistics_site::toc)
        })?;
        let to_toc = r.pos();
        let f_toc_crc =
            if cx.v.has_metadata_checksum() { Some(r.u32_be(sstable_statistics_site::toc_crc)?) } else { None };
        if let Some(stored) = f_toc_crc {
            if let Some(kind) = rt::checksum::Algorithm::Crc32.differs(
                r,
                &[rt::checksum::number(from_num_components, to_num_components), rt::checksum::bytes(from_toc, to_toc)],
                u64::from(stored),
                rt::table::Int::U4,
            ) {
                return Err(r.error_before(4, kind, sstable_statistics_site::toc_crc));
            }
        }
        Ok(Self { toc: f_toc })
    }
    /// What must agree with the cluster and the table for the SSTable to be opened.
    pub fn validation(&self) -> Option<&ValidationMetadata> {
        self.toc.iter().find_map(TocEntry::validation)
    }
    /// What must agree with the cluster and the table for the SSTable to be opened.
    pub fn validation_mut(&mut self) -> Option<&mut ValidationMetadata> {
        self.toc.iter_mut().find_map(TocEntry::validation_mut)
    }
    /// A sketch from which the number of different partition keys in several SSTables together can be estimated.
    pub fn compaction(&self) -> Option<&CompactionMetadata> {
        self.toc.iter().find_map(TocEntry::compaction)
    }
    /// A sketch from which the number of different partition keys in several SSTables together can be estimated.
    pub fn compaction_mut(&mut self) -> Option<&mut CompactionMetadata> {
        self.toc.iter_mut().find_map(TocEntry::compaction_mut)
    }
    /// Numbers by which SSTables are chosen for compaction and skipped by reads.
    pub fn stats(&self) -> Option<&StatsMetadata> {
        self.toc.iter().find_map(TocEntry::stats)
    }
    /// Numbers by which SSTables are chosen for compaction and skipped by reads.
    pub fn stats_mut(&mut self) -> Option<&mut StatsMetadata> {
        self.toc.iter_mut().find_map(TocEntry::stats_mut)
    }
    /// What all rows of Data.db have in common: a timestamp, a deletion time and a TTL, which the rows' are told relative to, and the names and types of the columns, which the rows refer to by their order.
    pub fn header(&self) -> Option<&SerializationHeader> {
        self.toc.iter().find_map(TocEntry::header)
    }
    /// What all rows of Data.db have in common: a timestamp, a deletion time and a TTL, which the rows' are told relative to, and the names and types of the columns, which the rows refer to by their order.
    pub fn header_mut(&mut self) -> Option<&mut SerializationHeader> {
        self.toc.iter_mut().find_map(TocEntry::header_mut)
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, cx: &SstableStatisticsParams<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&SSTABLE_STATISTICS_TABLE, cx.dynamic(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableStatisticsParams<'_>) -> rt::WriteResult<()> {
        let from_num_components = w.pos();
        let f_num_components =
            rt::sink::narrow::<i32, _>(self.toc.len() as i64, sstable_statistics_site::num_components)?;
        rt::sink::demand(
            i64::from(f_num_components) >= 0,
            "a value within its range",
            sstable_statistics_site::num_components,
        )?;
        w.put(&f_num_components.to_be_bytes());
        let to_num_components = w.pos();
        if cx.v.has_metadata_checksum() {
            w.put(
                &(w.checksum(
                    rt::checksum::Algorithm::Crc32,
                    &[rt::checksum::number(from_num_components, to_num_components)],
                ) as u32)
                    .to_be_bytes(),
            );
        }
        let from_toc = w.pos();
        let mut places_toc = Vec::with_capacity(self.toc.len());
        for (index, e) in self.toc.iter().enumerate() {
            let index = index as i64;
            places_toc.push(e.encode_head(w, cx, index)?);
        }
        let to_toc = w.pos();
        let place_toc_crc = if cx.v.has_metadata_checksum() {
            let place = w.pos();
            w.put(&[0u8; 4]);
            Some(place)
        } else {
            None
        };
        for (index, (e, places)) in self.toc.iter().zip(places_toc).enumerate() {
            let index = index as i64;
            e.encode_bodies(w, cx, index, places)?;
        }
        if let Some(place) = place_toc_crc {
            let v = (w.checksum(
                rt::checksum::Algorithm::Crc32,
                &[rt::checksum::number(from_num_components, to_num_components), rt::checksum::bytes(from_toc, to_toc)],
            ) as u32);
            w.patch(place, &v.to_be_bytes());
        }
        Ok(())
    }
}
/// The head of a [`SstableStatistics`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct SstableStatisticsRef<'a> {
    /// Number of parts; 4 in every file that Cassandra writes.
    pub num_components: i32,
    /// CRC-32 of the 4 bytes before.
    pub num_components_crc: Option<u32>,
    pub toc: rt::array::ArrayView<'a, TocEntryRef<'a>>,
    /// CRC-32 of the count and the table of contents; not of the checksum between them.
    pub toc_crc: Option<u32>,
    pub(crate) cx: SstableStatisticsParams<'static>,
}
impl<'a> SstableStatisticsRef<'a> {
    /// Reads the head, and compares its checksums with those of the bytes; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let from_num_components = r.pos();
        let start = r.offset();
        let f_num_components = r.i32_be(sstable_statistics_site::num_components)?;
        rt::ReadError::demand(
            i64::from(f_num_components) >= 0,
            &f_num_components,
            "a value within its range (Number of parts; 4 in every file that Cassandra writes.)",
            start,
            sstable_statistics_site::num_components,
        )?;
        let to_num_components = r.pos();
        let f_num_components_crc = if cx.v.has_metadata_checksum() {
            Some(r.u32_be(sstable_statistics_site::num_components_crc)?)
        } else {
            None
        };
        if let Some(stored) = f_num_components_crc {
            if let Some(kind) = rt::checksum::Algorithm::Crc32.differs(
                r,
                &[rt::checksum::number(from_num_components, to_num_components)],
                u64::from(stored),
                rt::table::Int::U4,
            ) {
                return Err(r.error_before(4, kind, sstable_statistics_site::num_components_crc));
            }
        }
        let from_toc = r.pos();
        let f_toc = rt::array::ArrayView::<TocEntryRef<'_>>::take(
            r,
            i64::from(f_num_components),
            TocEntryRef::bits(()),
            (),
            sstable_statistics_site::toc,
        )?;
        let to_toc = r.pos();
        let f_toc_crc =
            if cx.v.has_metadata_checksum() { Some(r.u32_be(sstable_statistics_site::toc_crc)?) } else { None };
        if let Some(stored) = f_toc_crc {
            if let Some(kind) = rt::checksum::Algorithm::Crc32.differs(
                r,
                &[rt::checksum::number(from_num_components, to_num_components), rt::checksum::bytes(from_toc, to_toc)],
                u64::from(stored),
                rt::table::Int::U4,
            ) {
                return Err(r.error_before(4, kind, sstable_statistics_site::toc_crc));
            }
        }
        Ok(SstableStatisticsRef {
            num_components: f_num_components,
            num_components_crc: f_num_components_crc,
            toc: f_toc,
            toc_crc: f_toc_crc,
            cx: SstableStatisticsParams::new(cx.v),
        })
    }
    /// The same without a look at its checksums.
    #[inline]
    pub fn read_unchecked(r: &mut rt::Reader<'a>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let start = r.offset();
        let f_num_components = r.i32_be(sstable_statistics_site::num_components)?;
        rt::ReadError::demand(
            i64::from(f_num_components) >= 0,
            &f_num_components,
            "a value within its range (Number of parts; 4 in every file that Cassandra writes.)",
            start,
            sstable_statistics_site::num_components,
        )?;
        let f_num_components_crc = if cx.v.has_metadata_checksum() {
            Some(r.u32_be(sstable_statistics_site::num_components_crc)?)
        } else {
            None
        };
        let f_toc = rt::array::ArrayView::<TocEntryRef<'_>>::take(
            r,
            i64::from(f_num_components),
            TocEntryRef::bits(()),
            (),
            sstable_statistics_site::toc,
        )?;
        let f_toc_crc =
            if cx.v.has_metadata_checksum() { Some(r.u32_be(sstable_statistics_site::toc_crc)?) } else { None };
        Ok(SstableStatisticsRef {
            num_components: f_num_components,
            num_components_crc: f_num_components_crc,
            toc: f_toc,
            toc_crc: f_toc_crc,
            cx: SstableStatisticsParams::new(cx.v),
        })
    }
    /// The first of `toc` of a kind, read without the others.
    pub fn toc_of(&self, kind: ComponentKind) -> rt::ReadResult<Option<TocEntry>> {
        let cx = &self.cx;
        for index in 0..self.toc.len() as i64 {
            if self.toc.get(index)?.kind == kind {
                let mut at = self.toc.reader(index)?;
                let r = &at;
                return TocEntry::decode(&mut at, cx, index, self.num_components, self.toc)
                    .at_index(sstable_statistics_site::toc, index)
                    .map(Some);
            }
        }
        Ok(None)
    }
    /// What must agree with the cluster and the table for the SSTable to be opened.
    pub fn validation(&self) -> rt::ReadResult<Option<ValidationMetadata>> {
        let part = self.toc_of(ComponentKind::Validation)?.map(|part| part.body);
        Ok(match part {
            Some(TocEntryBody::ValidationMetadata(part)) => Some(*part),
            _ => None,
        })
    }
    /// A sketch from which the number of different partition keys in several SSTables together can be estimated.
    pub fn compaction(&self) -> rt::ReadResult<Option<CompactionMetadata>> {
        let part = self.toc_of(ComponentKind::Compaction)?.map(|part| part.body);
        Ok(match part {
            Some(TocEntryBody::CompactionMetadata(part)) => Some(*part),
            _ => None,
        })
    }
    /// Numbers by which SSTables are chosen for compaction and skipped by reads.
    pub fn stats(&self) -> rt::ReadResult<Option<StatsMetadata>> {
        let part = self.toc_of(ComponentKind::Stats)?.map(|part| part.body);
        Ok(match part {
            Some(TocEntryBody::StatsMetadata(part)) => Some(*part),
            _ => None,
        })
    }
    /// What all rows of Data.db have in common: a timestamp, a deletion time and a TTL, which the rows' are told relative to, and the names and types of the columns, which the rows refer to by their order.
    pub fn header(&self) -> rt::ReadResult<Option<SerializationHeader>> {
        let part = self.toc_of(ComponentKind::Header)?.map(|part| part.body);
        Ok(match part {
            Some(TocEntryBody::SerializationHeader(part)) => Some(*part),
            _ => None,
        })
    }
    rt::sited!(sstable_statistics_site);
}
/// What stands in a [`SstableStatistics`].
pub static SSTABLE_STATISTICS_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&sstable_statistics_site::ALL, &["v"]).root().fields(&[
        t::S4.least(0),
        t::U4.when(&Member(&Name("v"), "has_metadata_checksum")),
        t::of(&TOC_ENTRY_TABLE, &[Index]).times(&Name("num_components")).ahead(),
        t::U4.when(&Member(&Name("v"), "has_metadata_checksum")),
    ])
};
rt::reflect!(SstableStatistics : toc);
