// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.
rt::sites! {
    toc_entry_site : "toc_entry" in "sstable/sstable_statistics.ksy", line
    super::sstable_statistics_site::LAST + 8; kind 8; ofs 4; body 13; body_crc 11;
}
/// What one part is and where it starts. Its length follows from where the next one does.
///
/// Specification: `toc_entry` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.io.sstable.metadata.MetadataSerializer.deserialize.
#[derive(Debug, Clone, PartialEq)]
pub struct TocEntry {
    /// Which part it is.
    pub kind: ComponentKind,
    /// The part.
    pub body: TocEntryBody,
}
/// The part.
#[derive(Debug, Clone, PartialEq)]
pub enum TocEntryBody {
    /// What must agree with the cluster and the table for the SSTable to be opened.
    ValidationMetadata(Box<ValidationMetadata>),
    /// A sketch from which the number of different partition keys in several SSTables together can be estimated.
    CompactionMetadata(Box<CompactionMetadata>),
    /// Numbers by which SSTables are chosen for compaction and skipped by reads.
    StatsMetadata(Box<StatsMetadata>),
    /// What all rows of Data.db have in common: a timestamp, a deletion time and a TTL, which the rows' are told relative to, and the names and types of the columns, which the rows refer to by their order.
    SerializationHeader(Box<SerializationHeader>),
}
impl TocEntry {
    /// Of `kind`, `body` and what nobody need choose: what a later version adds is one more of those.
    pub fn new(kind: ComponentKind, body: TocEntryBody) -> Self {
        Self { kind, body }
    }
    /// Reads one.
    pub fn decode<'v>(
        r: &mut rt::Reader<'_>,
        cx: &SstableStatisticsParams<'_>,
        p_idx: i64,
        up_num_components: i32,
        up_toc: rt::array::ArrayView<'v, TocEntryRef<'v>>,
    ) -> rt::ReadResult<Self> {
        let f_kind = {
            let found = r.i32_be(toc_entry_site::kind)? as i64;
            r.known(ComponentKind::from_raw(found), found, "component_kind", 4, toc_entry_site::kind)?
        };
        let start = r.offset();
        let f_ofs = r.i32_be(toc_entry_site::ofs)?;
        rt::ReadError::demand(
            i64::from(f_ofs) >= 0,
            &f_ofs,
            "a value within its range (Where it starts, in bytes from the start of the file.)",
            start,
            toc_entry_site::ofs,
        )?;
        let (f_body, from_body, to_body) = {
            let mut at = r.at(i64::from(f_ofs), toc_entry_site::body)?;
            let r = &mut at;
            let from_body = r.pos();
            let f_body = {
                let mut sub = {
                    let len = (((if r.in_range((p_idx).checked_add(1), toc_entry_site::body)?
                        < i64::from(up_num_components)
                    {
                        i64::from(up_toc.get(r.in_range((p_idx).checked_add(1), toc_entry_site::body)?)?.ofs)
                    } else {
                        i64::from(r.in_range(i32::try_from(r.size() as i64).ok(), toc_entry_site::body)?)
                    }) - i64::from(f_ofs))
                        - (if cx.v.has_metadata_checksum() { 4i64 } else { 0i64 }));
                    r.sub_i(len, toc_entry_site::body)?
                };
                let value = match f_kind {
                    ComponentKind::Validation => TocEntryBody::ValidationMetadata(Box::new(
                        ValidationMetadata::decode(&mut sub, cx).within(toc_entry_site::body)?,
                    )),
                    ComponentKind::Compaction => TocEntryBody::CompactionMetadata(Box::new(
                        CompactionMetadata::decode(&mut sub, cx).within(toc_entry_site::body)?,
                    )),
                    ComponentKind::Stats => TocEntryBody::StatsMetadata(Box::new(
                        StatsMetadata::decode(&mut sub, cx).within(toc_entry_site::body)?,
                    )),
                    ComponentKind::Header => TocEntryBody::SerializationHeader(Box::new(
                        SerializationHeader::decode(&mut sub, cx).within(toc_entry_site::body)?,
                    )),
                };
                sub.finish(toc_entry_site::body)?;
                value
            };
            (f_body, from_body, r.pos())
        };
        let (f_body_crc, from_body_crc, to_body_crc) = match cx.v.has_metadata_checksum() {
            true => {
                let (v, from, to) = {
                    let mut at = r.at(
                        i64::from(f_ofs)
                            + (((if r.in_range((p_idx).checked_add(1), toc_entry_site::body_crc)?
                                < i64::from(up_num_components)
                            {
                                i64::from(
                                    up_toc.get(r.in_range((p_idx).checked_add(1), toc_entry_site::body_crc)?)?.ofs,
                                )
                            } else {
                                i64::from(r.in_range(i32::try_from(r.size() as i64).ok(), toc_entry_site::body_crc)?)
                            }) - i64::from(f_ofs))
                                - (if cx.v.has_metadata_checksum() { 4i64 } else { 0i64 })),
                        toc_entry_site::body_crc,
                    )?;
                    let r = &mut at;
                    let from_body_crc = r.pos();
                    let f_body_crc = r.u32_be(toc_entry_site::body_crc)?;
                    (f_body_crc, from_body_crc, r.pos())
                };
                (Some(v), from, to)
            }
            false => (None, 0, 0),
        };
        if let Some(stored) = f_body_crc {
            if let Some(kind) = rt::checksum::Algorithm::Crc32.differs(
                r,
                &[rt::checksum::bytes(from_body, to_body)],
                u64::from(stored),
                rt::table::Int::U4,
            ) {
                return Err(rt::ReadError::new(kind, r.offset() - r.pos() + from_body_crc, toc_entry_site::body_crc));
            }
        }
        Ok(Self { kind: f_kind, body: f_body })
    }
    /// What must agree with the cluster and the table for the SSTable to be opened.
    pub fn validation(&self) -> Option<&ValidationMetadata> {
        match &self.body {
            TocEntryBody::ValidationMetadata(part) => Some(part),
            _ => None,
        }
    }
    /// What must agree with the cluster and the table for the SSTable to be opened.
    pub fn validation_mut(&mut self) -> Option<&mut ValidationMetadata> {
        match &mut self.body {
            TocEntryBody::ValidationMetadata(part) => Some(part),
            _ => None,
        }
    }
    /// A sketch from which the number of different partition keys in several SSTables together can be estimated.
    pub fn compaction(&self) -> Option<&CompactionMetadata> {
        match &self.body {
            TocEntryBody::CompactionMetadata(part) => Some(part),
            _ => None,
        }
    }
    /// A sketch from which the number of different partition keys in several SSTables together can be estimated.
    pub fn compaction_mut(&mut self) -> Option<&mut CompactionMetadata> {
        match &mut self.body {
            TocEntryBody::CompactionMetadata(part) => Some(part),
            _ => None,
        }
    }
    /// Numbers by which SSTables are chosen for compaction and skipped by reads.
    pub fn stats(&self) -> Option<&StatsMetadata> {
        match &self.body {
            TocEntryBody::StatsMetadata(part) => Some(part),
            _ => None,
        }
    }
    /// Numbers by which SSTables are chosen for compaction and skipped by reads.
    pub fn stats_mut(&mut self) -> Option<&mut StatsMetadata> {
        match &mut self.body {
            TocEntryBody::StatsMetadata(part) => Some(part),
            _ => None,
        }
    }
    /// What all rows of Data.db have in common: a timestamp, a deletion time and a TTL, which the rows' are told relative to, and the names and types of the columns, which the rows refer to by their order.
    pub fn header(&self) -> Option<&SerializationHeader> {
        match &self.body {
            TocEntryBody::SerializationHeader(part) => Some(part),
            _ => None,
        }
    }
    /// What all rows of Data.db have in common: a timestamp, a deletion time and a TTL, which the rows' are told relative to, and the names and types of the columns, which the rows refer to by their order.
    pub fn header_mut(&mut self) -> Option<&mut SerializationHeader> {
        match &mut self.body {
            TocEntryBody::SerializationHeader(part) => Some(part),
            _ => None,
        }
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableStatisticsParams<'_>, p_idx: i64) -> rt::WriteResult<()> {
        let places = self.encode_head(w, cx, p_idx)?;
        self.encode_bodies(w, cx, p_idx, places)
    }
    /// Writes all but the bodies; gives the places of what follows from where these are.
    fn encode_head<S: rt::Sink>(
        &self,
        w: &mut S,
        cx: &SstableStatisticsParams<'_>,
        p_idx: i64,
    ) -> rt::WriteResult<[u64; 1]> {
        w.put(&(self.kind as i32).to_be_bytes());
        let place_ofs = w.pos();
        w.put(&[0u8; 4]);
        Ok([place_ofs])
    }
    /// Writes the bodies, and fills in what follows from where they are.
    fn encode_bodies<S: rt::Sink>(
        &self,
        w: &mut S,
        cx: &SstableStatisticsParams<'_>,
        p_idx: i64,
        places: [u64; 1],
    ) -> rt::WriteResult<()> {
        let [place_ofs] = places;
        let from_body = w.pos();
        match &self.body {
            TocEntryBody::ValidationMetadata(v) => {
                if self.kind == ComponentKind::Validation {
                    v.encode(w, cx)?;
                } else {
                    return Err(rt::WriteError::new(rt::WriteErrorKind::Unexpected, toc_entry_site::body));
                }
            }
            TocEntryBody::CompactionMetadata(v) => {
                if self.kind == ComponentKind::Compaction {
                    v.encode(w, cx)?;
                } else {
                    return Err(rt::WriteError::new(rt::WriteErrorKind::Unexpected, toc_entry_site::body));
                }
            }
            TocEntryBody::StatsMetadata(v) => {
                if self.kind == ComponentKind::Stats {
                    v.encode(w, cx)?;
                } else {
                    return Err(rt::WriteError::new(rt::WriteErrorKind::Unexpected, toc_entry_site::body));
                }
            }
            TocEntryBody::SerializationHeader(v) => {
                if self.kind == ComponentKind::Header {
                    v.encode(w, cx)?;
                } else {
                    return Err(rt::WriteError::new(rt::WriteErrorKind::Unexpected, toc_entry_site::body));
                }
            }
        }
        let to_body = w.pos();
        {
            let v = rt::sink::narrow::<i32, _>(from_body as i64, toc_entry_site::ofs)?;
            rt::sink::demand(i64::from(v) >= 0, "a value within its range", toc_entry_site::ofs)?;
            w.patch(place_ofs, &v.to_be_bytes());
        }
        if cx.v.has_metadata_checksum() {
            w.put(
                &(w.checksum(rt::checksum::Algorithm::Crc32, &[rt::checksum::bytes(from_body, to_body)]) as u32)
                    .to_be_bytes(),
            );
        }
        Ok(())
    }
}
/// The head of a [`TocEntry`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct TocEntryRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    pub kind: ComponentKind,
    /// Where it starts, in bytes from the start of the file.
    pub ofs: i32,
}
impl<'a> TocEntryRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read<'v>(
        r: &mut rt::Reader<'a>,
        cx: &SstableStatisticsParams<'_>,
        p_idx: i64,
        up_num_components: i32,
        up_toc: rt::array::ArrayView<'v, TocEntryRef<'v>>,
    ) -> rt::ReadResult<Self> {
        <Self as rt::array::Element<'a>>::get(r, (), toc_entry_site::_self)
    }
    /// Width in bits.
    pub fn bits(args: ()) -> u64 {
        64
    }
    rt::sited!(toc_entry_site);
}
impl<'a> rt::array::Element<'a> for TocEntryRef<'a> {
    type Args = ();
    fn get(r: &mut rt::Reader<'a>, args: Self::Args, _: &'static rt::Site) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_kind = {
            let found = r.i32_be(toc_entry_site::kind)? as i64;
            r.known(ComponentKind::from_raw(found), found, "component_kind", 4, toc_entry_site::kind)?
        };
        let start = r.offset();
        let f_ofs = r.i32_be(toc_entry_site::ofs)?;
        rt::ReadError::demand(
            i64::from(f_ofs) >= 0,
            &f_ofs,
            "a value within its range (Where it starts, in bytes from the start of the file.)",
            start,
            toc_entry_site::ofs,
        )?;
        Ok(TocEntryRef { begin, rest: *r, kind: f_kind, ofs: f_ofs })
    }
}
/// What stands in a [`TocEntry`].
pub static TOC_ENTRY_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&toc_entry_site::ALL, &["idx"])
        .fields(&[
            t::S4.named(&t::Kind::Int(t::Int::S4), "component_kind", |n| {
                self::ComponentKind::from_raw(n).map(self::ComponentKind::id)
            }),
            t::S4.least(0),
        ])
        .values(&[
            t::value(
                "ofs_next",
                If(
                    &Of(Lt, &Of(Add, &Name("idx"), &Int(1)), &Parent("num_components")),
                    &Member(&Element(&Parent("toc"), &Of(Add, &Name("idx"), &Int(1))), "ofs"),
                    &Cast(&Size, t::Int::S4),
                ),
            ),
            t::value(
                "len_body",
                Of(
                    Sub,
                    &Of(Sub, &Name("ofs_next"), &Name("ofs")),
                    &If(&Member(&Root("v"), "has_metadata_checksum"), &Int(4), &Int(0)),
                ),
            ),
        ])
        .bodies(&[
            t::one_of(
                &Name("kind"),
                &[
                    t::case(Int(0), &VALIDATION_METADATA_TABLE, &[]),
                    t::case(Int(1), &COMPACTION_METADATA_TABLE, &[]),
                    t::case(Int(2), &STATS_METADATA_TABLE, &[]),
                    t::case(Int(3), &SERIALIZATION_HEADER_TABLE, &[]),
                ],
            )
            .sized(t::Size::Bytes(&Name("len_body")))
            .at(Name("ofs")),
            t::U4.when(&Member(&Root("v"), "has_metadata_checksum")).at(Of(Add, &Name("ofs"), &Name("len_body"))),
        ])
};
rt::reflect!(TocEntry : kind);
