// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.

#[allow(unused_imports, reason = "not every file needs them")]
use ::cqlite_runtime as __rt;
#[allow(unused_imports, reason = "not every file needs them")]
use __rt::sink::Sink as _;
///What reading [`SstableStatistics`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct SstableStatisticsParams<'p> {
    ///The version of the SSTable.
    pub v: super::version::SstableVersion,
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> SstableStatisticsParams<'p> {
    /// All of it.
    pub fn new(v: super::version::SstableVersion) -> Self {
        SstableStatisticsParams {
            v,
            lifetime: std::marker::PhantomData,
        }
    }
}
///`component_kind`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ComponentKind {
    ///what must agree with cluster and table
    Validation = 0,
    ///a sketch of the partition keys
    Compaction = 1,
    ///numbers for compaction and reads
    Stats = 2,
    ///the serialization header
    Header = 3,
}
impl ComponentKind {
    /// The value that a number stands for.
    #[inline]
    pub fn from_raw(n: i64) -> Option<Self> {
        match n {
            0 => Some(Self::Validation),
            1 => Some(Self::Compaction),
            2 => Some(Self::Stats),
            3 => Some(Self::Header),
            _ => None,
        }
    }
    /// Its id in the specification.
    pub fn id(self) -> &'static str {
        match self {
            Self::Validation => "validation",
            Self::Compaction => "compaction",
            Self::Stats => "stats",
            Self::Header => "header",
        }
    }
}
static SITE_SSTABLE_STATISTICS__SELF: __rt::Site = __rt::Site {
    owner: "sstable_statistics",
    field: "_self",
    file: "sstable/sstable_statistics.ksy",
    line: 1u32,
};
static SITE_SSTABLE_STATISTICS_NUM_COMPONENTS: __rt::Site = __rt::Site {
    owner: "sstable_statistics",
    field: "num_components",
    file: "sstable/sstable_statistics.ksy",
    line: 22u32,
};
static SITE_SSTABLE_STATISTICS_NUM_COMPONENTS_CRC: __rt::Site = __rt::Site {
    owner: "sstable_statistics",
    field: "num_components_crc",
    file: "sstable/sstable_statistics.ksy",
    line: 28u32,
};
static SITE_SSTABLE_STATISTICS_TOC: __rt::Site = __rt::Site {
    owner: "sstable_statistics",
    field: "toc",
    file: "sstable/sstable_statistics.ksy",
    line: 33u32,
};
static SITE_SSTABLE_STATISTICS_TOC_CRC: __rt::Site = __rt::Site {
    owner: "sstable_statistics",
    field: "toc_crc",
    file: "sstable/sstable_statistics.ksy",
    line: 38u32,
};
/**What is known of an SSTable as a whole, in up to four parts: which partitioner it belongs to (validation), a sketch of its partition keys
(compaction), numbers for choosing and skipping SSTables (stats), and the serialization header (header), without which Data.db cannot be
read. Cassandra rewrites this file in place of all others when an SSTable is repaired or changes its level.

The file starts with a table of contents; the parts follow in its order, each with a checksum behind it where has_metadata_checksum holds.*/
///
///Specification: `sstable/sstable_statistics.ksy`, line 1. Cassandra: org.apache.cassandra.io.sstable.metadata.MetadataSerializer, org.apache.cassandra.io.sstable.metadata.MetadataType.
#[derive(Debug, Clone, PartialEq)]
pub struct SstableStatistics {
    ///The table of contents, in ascending order of kinds and offsets.
    pub toc: Vec<super::statistics::TocEntry>,
}
impl SstableStatistics {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode(
        r: &mut __rt::Reader<'_>,
        cx: &super::statistics::SstableStatisticsParams<'_>,
    ) -> __rt::error::Result<Self> {
        let from_num_components = r.pos();
        let start = r.offset();
        let f_num_components = r.i32_be(&SITE_SSTABLE_STATISTICS_NUM_COMPONENTS)?;
        if !((i64::from(f_num_components) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_components),
                expected: "a value within its range (Number of parts; 4 in every file that Cassandra writes.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_SSTABLE_STATISTICS_NUM_COMPONENTS,
                    )
                    .into(),
            );
        }
        let to_num_components = r.pos();
        let f_num_components_crc = if cx.v.has_metadata_checksum() {
            Some(r.u32_be(&SITE_SSTABLE_STATISTICS_NUM_COMPONENTS_CRC)?)
        } else {
            None
        };
        if let Some(stored) = f_num_components_crc {
            let mut computed = 0u32;
            computed = __rt::checksum::crc32(
                r.between(from_num_components, to_num_components),
                computed,
            );
            let stored = u64::from(stored);
            if stored != u64::from(computed) {
                let kind = __rt::ReadErrorKind::Checksum {
                    stored,
                    computed: computed.into(),
                    width: 4,
                };
                return Err(
                    r.error_before(4, kind, &SITE_SSTABLE_STATISTICS_NUM_COMPONENTS_CRC),
                );
            }
        }
        let from_toc = r.pos();
        let v_toc: __rt::array::ArrayView<'_, super::statistics::TocEntryRef<'_>> = __rt::array::ArrayView::take(
            &mut r.clone(),
            i64::from(f_num_components),
            super::statistics::TocEntryRef::bits(()),
            (),
            &SITE_SSTABLE_STATISTICS_TOC,
        )?;
        let f_toc = {
            let count = __rt::array::count(
                r,
                i64::from(f_num_components),
                8,
                &SITE_SSTABLE_STATISTICS_TOC,
            )?;
            #[allow(unused_mut)]
            let mut all = __rt::array::reserve(count);
            for index in 0..count {
                #[allow(unused_variables)]
                let index = index as i64;
                all.push(
                    (|| -> __rt::error::Result<_> {
                        {
                            let arg0 = cx;
                            let arg1 = index;
                            let arg2 = f_num_components;
                            let arg3 = v_toc;
                            super::statistics::TocEntry::decode(
                                r,
                                arg0,
                                arg1,
                                arg2,
                                arg3,
                            )
                        }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_SSTABLE_STATISTICS_TOC, None)
                            })
                    })()
                        .map_err(|e: __rt::ReadError| {
                            e.at_index(&SITE_SSTABLE_STATISTICS_TOC, index)
                        })?,
                );
            }
            all
        };
        let to_toc = r.pos();
        let f_toc_crc = if cx.v.has_metadata_checksum() {
            Some(r.u32_be(&SITE_SSTABLE_STATISTICS_TOC_CRC)?)
        } else {
            None
        };
        if let Some(stored) = f_toc_crc {
            let mut computed = 0u32;
            computed = __rt::checksum::crc32(
                r.between(from_num_components, to_num_components),
                computed,
            );
            computed = __rt::checksum::crc32(r.between(from_toc, to_toc), computed);
            let stored = u64::from(stored);
            if stored != u64::from(computed) {
                let kind = __rt::ReadErrorKind::Checksum {
                    stored,
                    computed: computed.into(),
                    width: 4,
                };
                return Err(r.error_before(4, kind, &SITE_SSTABLE_STATISTICS_TOC_CRC));
            }
        }
        Ok(Self { toc: f_toc })
    }
}
///The head of a [`SstableStatistics`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct SstableStatisticsRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Number of parts; 4 in every file that Cassandra writes.
    pub num_components: i32,
    ///CRC-32 of the 4 bytes before.
    pub num_components_crc: Option<u32>,
    ///The table of contents, in ascending order of kinds and offsets.
    pub toc: __rt::array::ArrayView<'a, super::statistics::TocEntryRef<'a>>,
    ///CRC-32 of the count and the table of contents; not of the checksum between them.
    pub toc_crc: Option<u32>,
}
impl<'a> SstableStatisticsRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(
        r: &mut __rt::Reader<'a>,
        cx: &super::statistics::SstableStatisticsParams<'_>,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let start = r.offset();
        let f_num_components = r.i32_be(&SITE_SSTABLE_STATISTICS_NUM_COMPONENTS)?;
        if !((i64::from(f_num_components) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_components),
                expected: "a value within its range (Number of parts; 4 in every file that Cassandra writes.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_SSTABLE_STATISTICS_NUM_COMPONENTS,
                    )
                    .into(),
            );
        }
        let f_num_components_crc = if cx.v.has_metadata_checksum() {
            Some(r.u32_be(&SITE_SSTABLE_STATISTICS_NUM_COMPONENTS_CRC)?)
        } else {
            None
        };
        let f_toc = {
            let (count, bits, args) = (
                i64::from(f_num_components),
                super::statistics::TocEntryRef::bits(()),
                (),
            );
            __rt::array::ArrayView::<
                '_,
                super::statistics::TocEntryRef<'_>,
            >::take(r, count, bits, args, &SITE_SSTABLE_STATISTICS_TOC)?
        };
        let f_toc_crc = if cx.v.has_metadata_checksum() {
            Some(r.u32_be(&SITE_SSTABLE_STATISTICS_TOC_CRC)?)
        } else {
            None
        };
        Ok({
            super::statistics::SstableStatisticsRef {
                lifetime: std::marker::PhantomData,
                num_components: f_num_components,
                num_components_crc: f_num_components_crc,
                toc: f_toc,
                toc_crc: f_toc_crc,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_SSTABLE_STATISTICS__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_SSTABLE_STATISTICS_NUM_COMPONENTS,
            &SITE_SSTABLE_STATISTICS_NUM_COMPONENTS_CRC,
            &SITE_SSTABLE_STATISTICS_TOC,
            &SITE_SSTABLE_STATISTICS_TOC_CRC,
        ];
        FIELDS
    }
}
impl SstableStatistics {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(
        r: &mut __rt::Reader<'_>,
        cx: &super::statistics::SstableStatisticsParams<'_>,
    ) -> __rt::error::Result<()> {
        let start = r.offset();
        let f_num_components = r.i32_be(&SITE_SSTABLE_STATISTICS_NUM_COMPONENTS)?;
        if !((i64::from(f_num_components) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_components),
                expected: "a value within its range (Number of parts; 4 in every file that Cassandra writes.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_SSTABLE_STATISTICS_NUM_COMPONENTS,
                    )
                    .into(),
            );
        }
        let f_num_components_crc = if cx.v.has_metadata_checksum() {
            Some(r.u32_be(&SITE_SSTABLE_STATISTICS_NUM_COMPONENTS_CRC)?)
        } else {
            None
        };
        let f_toc = {
            let (count, bits, args) = (
                i64::from(f_num_components),
                super::statistics::TocEntryRef::bits(()),
                (),
            );
            __rt::array::ArrayView::<
                '_,
                super::statistics::TocEntryRef<'_>,
            >::take(r, count, bits, args, &SITE_SSTABLE_STATISTICS_TOC)?
        };
        let f_toc_crc = if cx.v.has_metadata_checksum() {
            Some(r.u32_be(&SITE_SSTABLE_STATISTICS_TOC_CRC)?)
        } else {
            None
        };
        Ok(())
    }
}
impl SstableStatistics {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        cx: &super::statistics::SstableStatisticsParams<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_num_components = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_SSTABLE_STATISTICS_NUM_COMPONENTS)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_SSTABLE_STATISTICS_NUM_COMPONENTS)?;
            w.leaf(
                &SITE_SSTABLE_STATISTICS_NUM_COMPONENTS,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_num_components_crc = if cx.v.has_metadata_checksum() {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u32_be(&SITE_SSTABLE_STATISTICS_NUM_COMPONENTS_CRC)? }
            };
            let offset = r.offset();
            let leaf = r.u32_be(&SITE_SSTABLE_STATISTICS_NUM_COMPONENTS_CRC)?;
            w.leaf(
                &SITE_SSTABLE_STATISTICS_NUM_COMPONENTS_CRC,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        let f_toc = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let (count, bits, args) = (
                            i64::from(f_num_components),
                            super::statistics::TocEntryRef::bits(()),
                            (),
                        );
                        __rt::array::ArrayView::<
                            '_,
                            super::statistics::TocEntryRef<'_>,
                        >::take(r, count, bits, args, &SITE_SSTABLE_STATISTICS_TOC)?
                    }
                }
            };
            let count = __rt::array::count(
                r,
                i64::from(f_num_components),
                0,
                &SITE_SSTABLE_STATISTICS_TOC,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    w.enter(
                        &SITE_SSTABLE_STATISTICS_TOC,
                        Some(index as u64),
                        r.offset(),
                    );
                    let asked = {
                        let arg0 = cx;
                        let arg1 = index;
                        let arg2 = f_num_components;
                        let arg3 = value;
                        super::statistics::TocEntry::walk(r, arg0, arg1, arg2, arg3, w)
                    }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_SSTABLE_STATISTICS_TOC, None)
                        })?;
                    w.leave(r.offset());
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_SSTABLE_STATISTICS_TOC, index)
                    })?;
            }
            value
        };
        let f_toc_crc = if cx.v.has_metadata_checksum() {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u32_be(&SITE_SSTABLE_STATISTICS_TOC_CRC)? }
            };
            let offset = r.offset();
            let leaf = r.u32_be(&SITE_SSTABLE_STATISTICS_TOC_CRC)?;
            w.leaf(
                &SITE_SSTABLE_STATISTICS_TOC_CRC,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        Ok(())
    }
}
impl SstableStatistics {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(
        &self,
        w: &mut S,
        cx: &super::statistics::SstableStatisticsParams<'_>,
    ) -> __rt::sink::WriteResult<()> {
        let from_num_components = w.pos();
        let f_num_components = __rt::sink::narrow::<
            i32,
            _,
        >(self.toc.len() as i64, &SITE_SSTABLE_STATISTICS_NUM_COMPONENTS)?;
        if !((i64::from((f_num_components)) >= 0i64)) {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    &SITE_SSTABLE_STATISTICS_NUM_COMPONENTS,
                ),
            );
        }
        w.put(&f_num_components.to_be_bytes());
        let to_num_components = w.pos();
        if cx.v.has_metadata_checksum() {
            w.put(
                &{
                    let mut sum = 0u32;
                    sum = w.crc32(from_num_components, to_num_components, sum);
                    u32::from(sum)
                }
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
            let v = {
                let mut sum = 0u32;
                sum = w.crc32(from_num_components, to_num_components, sum);
                sum = w.crc32(from_toc, to_toc, sum);
                u32::from(sum)
            };
            w.patch(place, &v.to_be_bytes());
        }
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(
        &self,
        cx: &super::statistics::SstableStatisticsParams<'_>,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx)?;
        Ok(counter.pos())
    }
}
static SITE_TOC_ENTRY__SELF: __rt::Site = __rt::Site {
    owner: "toc_entry",
    field: "_self",
    file: "sstable/sstable_statistics.ksy",
    line: 46u32,
};
static SITE_TOC_ENTRY_KIND: __rt::Site = __rt::Site {
    owner: "toc_entry",
    field: "kind",
    file: "sstable/sstable_statistics.ksy",
    line: 54u32,
};
static SITE_TOC_ENTRY_OFS: __rt::Site = __rt::Site {
    owner: "toc_entry",
    field: "ofs",
    file: "sstable/sstable_statistics.ksy",
    line: 58u32,
};
static SITE_TOC_ENTRY_BODY: __rt::Site = __rt::Site {
    owner: "toc_entry",
    field: "body",
    file: "sstable/sstable_statistics.ksy",
    line: 71u32,
};
static SITE_TOC_ENTRY_BODY_CRC: __rt::Site = __rt::Site {
    owner: "toc_entry",
    field: "body_crc",
    file: "sstable/sstable_statistics.ksy",
    line: 82u32,
};
///What one part is and where it starts. Its length follows from where the next one does.
///
///Specification: `sstable/sstable_statistics.ksy`, line 46. Cassandra: org.apache.cassandra.io.sstable.metadata.MetadataSerializer.deserialize.
#[derive(Debug, Clone, PartialEq)]
pub struct TocEntry {
    ///Which part it is.
    pub kind: super::statistics::ComponentKind,
    ///The part.
    pub body: super::statistics::TocEntryBody,
}
///The part.
#[derive(Debug, Clone, PartialEq)]
pub enum TocEntryBody {
    ///What must agree with the cluster and the table for the SSTable to be opened.
    ValidationMetadata(Box<super::statistics::ValidationMetadata>),
    ///A sketch from which the number of different partition keys in several SSTables together can be estimated.
    CompactionMetadata(Box<super::statistics::CompactionMetadata>),
    ///Numbers by which SSTables are chosen for compaction and skipped by reads. Times are of the server's clock in seconds or of the client's in
    StatsMetadata(Box<super::statistics::StatsMetadata>),
    ///What all rows of Data.db have in common: the smallest timestamp, deletion time and TTL, which the rows' are told relative to, and the
    SerializationHeader(Box<super::statistics::SerializationHeader>),
}
impl TocEntry {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode<'v>(
        r: &mut __rt::Reader<'_>,
        cx: &super::statistics::SstableStatisticsParams<'_>,
        p_idx: i64,
        up_num_components: i32,
        up_toc: __rt::array::ArrayView<'v, super::statistics::TocEntryRef<'v>>,
    ) -> __rt::error::Result<Self> {
        let f_kind = {
            let found = r.i32_be(&SITE_TOC_ENTRY_KIND)? as i64;
            super::statistics::ComponentKind::from_raw(found)
                .ok_or_else(|| {
                    r.error_before(
                        4,
                        __rt::ReadErrorKind::UnknownValue {
                            found,
                            expected: "component_kind",
                        },
                        &SITE_TOC_ENTRY_KIND,
                    )
                })?
        };
        let start = r.offset();
        let f_ofs = r.i32_be(&SITE_TOC_ENTRY_OFS)?;
        if !((i64::from(f_ofs) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_ofs),
                expected: "a value within its range (Where it starts, in bytes from the start of the file.)",
            };
            return Err(__rt::ReadError::new(kind, start, &SITE_TOC_ENTRY_OFS).into());
        }
        let (f_body, from_body, to_body) = {
            let mut at = r.at(i64::from(f_ofs), &SITE_TOC_ENTRY_BODY)?;
            let r = &mut at;
            let from_body = r.pos();
            let f_body = {
                let mut sub = {
                    let len = (((((if ((p_idx + 1i64) < i64::from(up_num_components)) {
                        i64::from(up_toc.get((p_idx + 1i64))?.ofs)
                    } else {
                        i64::from(
                            i32::try_from((r.size() as i64))
                                .map_err(|_| {
                                    r.error(__rt::ReadErrorKind::Overflow, &SITE_TOC_ENTRY_BODY)
                                })?,
                        )
                    })) - i64::from(f_ofs))
                        - (if cx.v.has_metadata_checksum() { 4i64 } else { 0i64 })));
                    r.sub_i(len, &SITE_TOC_ENTRY_BODY)?
                };
                let value = match f_kind {
                    super::statistics::ComponentKind::Validation => {
                        super::statistics::TocEntryBody::ValidationMetadata(
                            Box::new(
                                { super::statistics::ValidationMetadata::decode(&mut sub) }
                                    .map_err(|e: __rt::ReadError| {
                                        e.within(&SITE_TOC_ENTRY_BODY, None)
                                    })?,
                            ),
                        )
                    }
                    super::statistics::ComponentKind::Compaction => {
                        super::statistics::TocEntryBody::CompactionMetadata(
                            Box::new(
                                { super::statistics::CompactionMetadata::decode(&mut sub) }
                                    .map_err(|e: __rt::ReadError| {
                                        e.within(&SITE_TOC_ENTRY_BODY, None)
                                    })?,
                            ),
                        )
                    }
                    super::statistics::ComponentKind::Stats => {
                        super::statistics::TocEntryBody::StatsMetadata(
                            Box::new(
                                {
                                    let arg0 = cx.v;
                                    super::statistics::StatsMetadata::decode(&mut sub, arg0)
                                }
                                    .map_err(|e: __rt::ReadError| {
                                        e.within(&SITE_TOC_ENTRY_BODY, None)
                                    })?,
                            ),
                        )
                    }
                    super::statistics::ComponentKind::Header => {
                        super::statistics::TocEntryBody::SerializationHeader(
                            Box::new(
                                { super::statistics::SerializationHeader::decode(&mut sub) }
                                    .map_err(|e: __rt::ReadError| {
                                        e.within(&SITE_TOC_ENTRY_BODY, None)
                                    })?,
                            ),
                        )
                    }
                };
                sub.finish(&SITE_TOC_ENTRY_BODY)?;
                value
            };
            (f_body, from_body, r.pos())
        };
        let (f_body_crc, from_body_crc, to_body_crc) = match cx.v.has_metadata_checksum()
        {
            true => {
                let (v, from, to) = {
                    let mut at = r
                        .at(
                            (i64::from(f_ofs)
                                + (((((if ((p_idx + 1i64) < i64::from(up_num_components)) {
                                    i64::from(up_toc.get((p_idx + 1i64))?.ofs)
                                } else {
                                    i64::from(
                                        i32::try_from((r.size() as i64))
                                            .map_err(|_| {
                                                r
                                                    .error(
                                                        __rt::ReadErrorKind::Overflow,
                                                        &SITE_TOC_ENTRY_BODY_CRC,
                                                    )
                                            })?,
                                    )
                                })) - i64::from(f_ofs))
                                    - (if cx.v.has_metadata_checksum() {
                                        4i64
                                    } else {
                                        0i64
                                    })))),
                            &SITE_TOC_ENTRY_BODY_CRC,
                        )?;
                    let r = &mut at;
                    let from_body_crc = r.pos();
                    let f_body_crc = r.u32_be(&SITE_TOC_ENTRY_BODY_CRC)?;
                    (f_body_crc, from_body_crc, r.pos())
                };
                (Some(v), from, to)
            }
            false => (None, 0, 0),
        };
        if let Some(stored) = f_body_crc {
            let mut computed = 0u32;
            computed = __rt::checksum::crc32(r.between(from_body, to_body), computed);
            let stored = u64::from(stored);
            if stored != u64::from(computed) {
                let kind = __rt::ReadErrorKind::Checksum {
                    stored,
                    computed: computed.into(),
                    width: 4,
                };
                return Err(
                    __rt::ReadError::new(
                        kind,
                        r.offset() - r.pos() + from_body_crc,
                        &SITE_TOC_ENTRY_BODY_CRC,
                    ),
                );
            }
        }
        Ok(Self { kind: f_kind, body: f_body })
    }
}
///The head of a [`TocEntry`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct TocEntryRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    ///Which part it is.
    pub kind: super::statistics::ComponentKind,
    ///Where it starts, in bytes from the start of the file.
    pub ofs: i32,
}
impl<'a> TocEntryRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read<'v>(
        r: &mut __rt::Reader<'a>,
        cx: &super::statistics::SstableStatisticsParams<'_>,
        p_idx: i64,
        up_num_components: i32,
        up_toc: __rt::array::ArrayView<'v, super::statistics::TocEntryRef<'v>>,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_kind = {
            let found = r.i32_be(&SITE_TOC_ENTRY_KIND)? as i64;
            super::statistics::ComponentKind::from_raw(found)
                .ok_or_else(|| {
                    r.error_before(
                        4,
                        __rt::ReadErrorKind::UnknownValue {
                            found,
                            expected: "component_kind",
                        },
                        &SITE_TOC_ENTRY_KIND,
                    )
                })?
        };
        let start = r.offset();
        let f_ofs = r.i32_be(&SITE_TOC_ENTRY_OFS)?;
        if !((i64::from(f_ofs) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_ofs),
                expected: "a value within its range (Where it starts, in bytes from the start of the file.)",
            };
            return Err(__rt::ReadError::new(kind, start, &SITE_TOC_ENTRY_OFS).into());
        }
        Ok({
            super::statistics::TocEntryRef {
                begin,
                rest: *r,
                kind: f_kind,
                ofs: f_ofs,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_TOC_ENTRY__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_TOC_ENTRY_KIND,
            &SITE_TOC_ENTRY_OFS,
            &SITE_TOC_ENTRY_BODY,
            &SITE_TOC_ENTRY_BODY_CRC,
        ];
        FIELDS
    }
}
impl TocEntryRef<'_> {
    /// Width in bits.
    pub fn bits(args: ()) -> u64 {
        #[allow(unused_variables)]
        let () = args;
        let mut bits = 0u64;
        bits += 32;
        bits += 32;
        bits
    }
}
impl<'a> __rt::array::Element<'a> for TocEntryRef<'a> {
    type Args = ();
    fn get(
        r: &mut __rt::Reader<'a>,
        args: Self::Args,
        _: &'static __rt::Site,
    ) -> __rt::error::Result<Self> {
        #[allow(unused_variables)]
        let () = args;
        let begin = r.offset();
        let f_kind = {
            let found = r.i32_be(&SITE_TOC_ENTRY_KIND)? as i64;
            super::statistics::ComponentKind::from_raw(found)
                .ok_or_else(|| {
                    r.error_before(
                        4,
                        __rt::ReadErrorKind::UnknownValue {
                            found,
                            expected: "component_kind",
                        },
                        &SITE_TOC_ENTRY_KIND,
                    )
                })?
        };
        let start = r.offset();
        let f_ofs = r.i32_be(&SITE_TOC_ENTRY_OFS)?;
        if !((i64::from(f_ofs) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_ofs),
                expected: "a value within its range (Where it starts, in bytes from the start of the file.)",
            };
            return Err(__rt::ReadError::new(kind, start, &SITE_TOC_ENTRY_OFS).into());
        }
        Ok({
            super::statistics::TocEntryRef {
                begin,
                rest: *r,
                kind: f_kind,
                ofs: f_ofs,
            }
        })
    }
}
impl TocEntry {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip<'v>(
        r: &mut __rt::Reader<'_>,
        cx: &super::statistics::SstableStatisticsParams<'_>,
        p_idx: i64,
        up_num_components: i32,
        up_toc: __rt::array::ArrayView<'v, super::statistics::TocEntryRef<'v>>,
    ) -> __rt::error::Result<()> {
        let f_kind = {
            let found = r.i32_be(&SITE_TOC_ENTRY_KIND)? as i64;
            super::statistics::ComponentKind::from_raw(found)
                .ok_or_else(|| {
                    r.error_before(
                        4,
                        __rt::ReadErrorKind::UnknownValue {
                            found,
                            expected: "component_kind",
                        },
                        &SITE_TOC_ENTRY_KIND,
                    )
                })?
        };
        let start = r.offset();
        let f_ofs = r.i32_be(&SITE_TOC_ENTRY_OFS)?;
        if !((i64::from(f_ofs) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_ofs),
                expected: "a value within its range (Where it starts, in bytes from the start of the file.)",
            };
            return Err(__rt::ReadError::new(kind, start, &SITE_TOC_ENTRY_OFS).into());
        }
        Ok(())
    }
}
impl TocEntry {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk<'v>(
        r: &mut __rt::Reader<'_>,
        cx: &super::statistics::SstableStatisticsParams<'_>,
        p_idx: i64,
        up_num_components: i32,
        up_toc: __rt::array::ArrayView<'v, super::statistics::TocEntryRef<'v>>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_kind = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let found = r.i32_be(&SITE_TOC_ENTRY_KIND)? as i64;
                        super::statistics::ComponentKind::from_raw(found)
                            .ok_or_else(|| {
                                r.error_before(
                                    4,
                                    __rt::ReadErrorKind::UnknownValue {
                                        found,
                                        expected: "component_kind",
                                    },
                                    &SITE_TOC_ENTRY_KIND,
                                )
                            })?
                    }
                }
            };
            let offset = r.offset();
            let leaf = {
                let found = r.i32_be(&SITE_TOC_ENTRY_KIND)? as i64;
                super::statistics::ComponentKind::from_raw(found)
                    .ok_or_else(|| {
                        r.error_before(
                            4,
                            __rt::ReadErrorKind::UnknownValue {
                                found,
                                expected: "component_kind",
                            },
                            &SITE_TOC_ENTRY_KIND,
                        )
                    })?
            };
            w.leaf(
                &SITE_TOC_ENTRY_KIND,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Enum(leaf.id()),
            );
            value
        };
        let f_ofs = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_TOC_ENTRY_OFS)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_TOC_ENTRY_OFS)?;
            w.leaf(
                &SITE_TOC_ENTRY_OFS,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_body = {
            let mut at = r.at(i64::from(f_ofs), &SITE_TOC_ENTRY_BODY)?;
            let r = &mut at;
            let f_body = {
                let value = ();
                w.enter(&SITE_TOC_ENTRY_BODY, None, r.offset());
                let mut sub = {
                    let len = (((((if ((p_idx + 1i64) < i64::from(up_num_components)) {
                        i64::from(up_toc.get((p_idx + 1i64))?.ofs)
                    } else {
                        i64::from(
                            i32::try_from((r.size() as i64))
                                .map_err(|_| {
                                    r.error(__rt::ReadErrorKind::Overflow, &SITE_TOC_ENTRY_BODY)
                                })?,
                        )
                    })) - i64::from(f_ofs))
                        - (if cx.v.has_metadata_checksum() { 4i64 } else { 0i64 })));
                    r.sub_i(len, &SITE_TOC_ENTRY_BODY)?
                };
                let asked = match f_kind {
                    super::statistics::ComponentKind::Validation => {
                        { super::statistics::ValidationMetadata::walk(&mut sub, w) }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_TOC_ENTRY_BODY, None)
                            })?
                    }
                    super::statistics::ComponentKind::Compaction => {
                        { super::statistics::CompactionMetadata::walk(&mut sub, w) }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_TOC_ENTRY_BODY, None)
                            })?
                    }
                    super::statistics::ComponentKind::Stats => {
                        {
                            let arg0 = cx.v;
                            super::statistics::StatsMetadata::walk(&mut sub, arg0, w)
                        }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_TOC_ENTRY_BODY, None)
                            })?
                    }
                    super::statistics::ComponentKind::Header => {
                        { super::statistics::SerializationHeader::walk(&mut sub, w) }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_TOC_ENTRY_BODY, None)
                            })?
                    }
                };
                sub.finish(&SITE_TOC_ENTRY_BODY)?;
                w.leave(r.offset());
                value
            };
            f_body
        };
        let f_body_crc = if cx.v.has_metadata_checksum() {
            Some({
                let mut at = r
                    .at(
                        (i64::from(f_ofs)
                            + (((((if ((p_idx + 1i64) < i64::from(up_num_components)) {
                                i64::from(up_toc.get((p_idx + 1i64))?.ofs)
                            } else {
                                i64::from(
                                    i32::try_from((r.size() as i64))
                                        .map_err(|_| {
                                            r
                                                .error(
                                                    __rt::ReadErrorKind::Overflow,
                                                    &SITE_TOC_ENTRY_BODY_CRC,
                                                )
                                        })?,
                                )
                            })) - i64::from(f_ofs))
                                - (if cx.v.has_metadata_checksum() {
                                    4i64
                                } else {
                                    0i64
                                })))),
                        &SITE_TOC_ENTRY_BODY_CRC,
                    )?;
                let r = &mut at;
                let f_body_crc = {
                    let value = {
                        let mut at = *r;
                        let r = &mut at;
                        { r.u32_be(&SITE_TOC_ENTRY_BODY_CRC)? }
                    };
                    let offset = r.offset();
                    let leaf = r.u32_be(&SITE_TOC_ENTRY_BODY_CRC)?;
                    w.leaf(
                        &SITE_TOC_ENTRY_BODY_CRC,
                        None,
                        offset,
                        r.offset() - offset,
                        __rt::Value::Unsigned(u64::from(leaf)),
                    );
                    value
                };
                f_body_crc
            })
        } else {
            None
        };
        Ok(())
    }
}
impl TocEntry {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(
        &self,
        w: &mut S,
        cx: &super::statistics::SstableStatisticsParams<'_>,
        p_idx: i64,
    ) -> __rt::sink::WriteResult<()> {
        let places = self.encode_head(w, cx, p_idx)?;
        self.encode_bodies(w, cx, p_idx, places)
    }
    /// Writes all but the bodies; gives the places of what follows from where these are.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    fn encode_head<S: __rt::Sink>(
        &self,
        w: &mut S,
        cx: &super::statistics::SstableStatisticsParams<'_>,
        p_idx: i64,
    ) -> __rt::sink::WriteResult<[u64; 1]> {
        w.put(&(self.kind as i32).to_be_bytes());
        let place_ofs = w.pos();
        w.put(&[0u8; 4]);
        Ok([place_ofs])
    }
    /// Writes the bodies, and fills in what follows from where they are.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    fn encode_bodies<S: __rt::Sink>(
        &self,
        w: &mut S,
        cx: &super::statistics::SstableStatisticsParams<'_>,
        p_idx: i64,
        places: [u64; 1],
    ) -> __rt::sink::WriteResult<()> {
        let [place_ofs] = places;
        let from_body = w.pos();
        match &self.body {
            super::statistics::TocEntryBody::ValidationMetadata(v) => {
                if self.kind == super::statistics::ComponentKind::Validation {
                    v.encode(w)?;
                } else {
                    return Err(
                        __rt::WriteError::new(
                            __rt::WriteErrorKind::Unexpected,
                            &SITE_TOC_ENTRY_BODY,
                        ),
                    );
                }
            }
            super::statistics::TocEntryBody::CompactionMetadata(v) => {
                if self.kind == super::statistics::ComponentKind::Compaction {
                    v.encode(w)?;
                } else {
                    return Err(
                        __rt::WriteError::new(
                            __rt::WriteErrorKind::Unexpected,
                            &SITE_TOC_ENTRY_BODY,
                        ),
                    );
                }
            }
            super::statistics::TocEntryBody::StatsMetadata(v) => {
                if self.kind == super::statistics::ComponentKind::Stats {
                    v.encode(w, cx.v)?;
                } else {
                    return Err(
                        __rt::WriteError::new(
                            __rt::WriteErrorKind::Unexpected,
                            &SITE_TOC_ENTRY_BODY,
                        ),
                    );
                }
            }
            super::statistics::TocEntryBody::SerializationHeader(v) => {
                if self.kind == super::statistics::ComponentKind::Header {
                    v.encode(w)?;
                } else {
                    return Err(
                        __rt::WriteError::new(
                            __rt::WriteErrorKind::Unexpected,
                            &SITE_TOC_ENTRY_BODY,
                        ),
                    );
                }
            }
        }
        let to_body = w.pos();
        {
            let v = __rt::sink::narrow::<
                i32,
                _,
            >((from_body as i64), &SITE_TOC_ENTRY_OFS)?;
            w.patch(place_ofs, &v.to_be_bytes());
        }
        if cx.v.has_metadata_checksum() {
            w.put(
                &{
                    let mut sum = 0u32;
                    sum = w.crc32(from_body, to_body, sum);
                    u32::from(sum)
                }
                    .to_be_bytes(),
            );
        }
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(
        &self,
        cx: &super::statistics::SstableStatisticsParams<'_>,
        p_idx: i64,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx, p_idx)?;
        Ok(counter.pos())
    }
}
static SITE_VALIDATION_METADATA__SELF: __rt::Site = __rt::Site {
    owner: "validation_metadata",
    field: "_self",
    file: "sstable/sstable_statistics.ksy",
    line: 88u32,
};
static SITE_VALIDATION_METADATA_PARTITIONER: __rt::Site = __rt::Site {
    owner: "validation_metadata",
    field: "partitioner",
    file: "sstable/sstable_statistics.ksy",
    line: 92u32,
};
static SITE_VALIDATION_METADATA_BLOOM_FILTER_FP_CHANCE: __rt::Site = __rt::Site {
    owner: "validation_metadata",
    field: "bloom_filter_fp_chance",
    file: "sstable/sstable_statistics.ksy",
    line: 95u32,
};
///What must agree with the cluster and the table for the SSTable to be opened.
///
///Specification: `sstable/sstable_statistics.ksy`, line 88. Cassandra: org.apache.cassandra.io.sstable.metadata.ValidationMetadata.
#[derive(Debug, Clone, PartialEq)]
pub struct ValidationMetadata {
    ///Class name of the partitioner, which gives the order of the partitions, e.g. `org.apache.cassandra.dht.Murmur3Partitioner`.
    pub partitioner: super::common::JavaUtf,
    /**Rate of false positives that the Bloom filter was made for, 0 to 1. Cassandra makes the filter anew if the table's option has
changed.*/
    pub bloom_filter_fp_chance: f64,
}
impl ValidationMetadata {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let f_partitioner = { super::common::JavaUtf::decode(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_VALIDATION_METADATA_PARTITIONER, None)
            })?;
        let f_bloom_filter_fp_chance = r
            .f64_be(&SITE_VALIDATION_METADATA_BLOOM_FILTER_FP_CHANCE)?;
        Ok(Self {
            partitioner: f_partitioner,
            bloom_filter_fp_chance: f_bloom_filter_fp_chance,
        })
    }
}
///The head of a [`ValidationMetadata`], borrowed.
#[derive(Debug, Clone)]
pub struct ValidationMetadataRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Class name of the partitioner, which gives the order of the partitions, e.g. `org.apache.cassandra.dht.Murmur3Partitioner`.
    pub partitioner: super::common::JavaUtfRef<'a>,
    /**Rate of false positives that the Bloom filter was made for, 0 to 1. Cassandra makes the filter anew if the table's option has
changed.*/
    pub bloom_filter_fp_chance: f64,
}
impl<'a> ValidationMetadataRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_partitioner = { super::common::JavaUtfRef::read(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_VALIDATION_METADATA_PARTITIONER, None)
            })?;
        let f_bloom_filter_fp_chance = r
            .f64_be(&SITE_VALIDATION_METADATA_BLOOM_FILTER_FP_CHANCE)?;
        Ok({
            super::statistics::ValidationMetadataRef {
                lifetime: std::marker::PhantomData,
                partitioner: f_partitioner.clone(),
                bloom_filter_fp_chance: f_bloom_filter_fp_chance,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_VALIDATION_METADATA__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_VALIDATION_METADATA_PARTITIONER,
            &SITE_VALIDATION_METADATA_BLOOM_FILTER_FP_CHANCE,
        ];
        FIELDS
    }
}
impl ValidationMetadata {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let f_partitioner = { super::common::JavaUtf::skip(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_VALIDATION_METADATA_PARTITIONER, None)
            })?;
        let f_bloom_filter_fp_chance = r
            .f64_be(&SITE_VALIDATION_METADATA_BLOOM_FILTER_FP_CHANCE)?;
        Ok(())
    }
}
impl ValidationMetadata {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_partitioner = {
            let value = ();
            w.enter(&SITE_VALIDATION_METADATA_PARTITIONER, None, r.offset());
            let asked = { super::common::JavaUtf::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_VALIDATION_METADATA_PARTITIONER, None)
                })?;
            w.leave(r.offset());
            value
        };
        let f_bloom_filter_fp_chance = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.f64_be(&SITE_VALIDATION_METADATA_BLOOM_FILTER_FP_CHANCE)? }
            };
            let offset = r.offset();
            let leaf = r.f64_be(&SITE_VALIDATION_METADATA_BLOOM_FILTER_FP_CHANCE)?;
            w.leaf(
                &SITE_VALIDATION_METADATA_BLOOM_FILTER_FP_CHANCE,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Double(leaf),
            );
            value
        };
        Ok(())
    }
}
impl ValidationMetadata {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        self.partitioner.encode(w)?;
        w.put(&self.bloom_filter_fp_chance.to_be_bytes());
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
static SITE_COMPACTION_METADATA__SELF: __rt::Site = __rt::Site {
    owner: "compaction_metadata",
    field: "_self",
    file: "sstable/sstable_statistics.ksy",
    line: 100u32,
};
static SITE_COMPACTION_METADATA_LEN_CARDINALITY: __rt::Site = __rt::Site {
    owner: "compaction_metadata",
    field: "len_cardinality",
    file: "sstable/sstable_statistics.ksy",
    line: 104u32,
};
static SITE_COMPACTION_METADATA_CARDINALITY: __rt::Site = __rt::Site {
    owner: "compaction_metadata",
    field: "cardinality",
    file: "sstable/sstable_statistics.ksy",
    line: 110u32,
};
///A sketch from which the number of different partition keys in several SSTables together can be estimated.
///
///Specification: `sstable/sstable_statistics.ksy`, line 100. Cassandra: org.apache.cassandra.io.sstable.metadata.CompactionMetadata.
#[derive(Debug, Clone, PartialEq)]
pub struct CompactionMetadata {
    /**HyperLogLog++ of the partition keys' Murmur3 hashes, with 13 bits (25 in its sparse form), as the library stream-lib writes it:
cardinality/HyperLogLogPlus.getBytes.*/
    pub cardinality: Vec<u8>,
}
impl CompactionMetadata {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let start = r.offset();
        let f_len_cardinality = r.i32_be(&SITE_COMPACTION_METADATA_LEN_CARDINALITY)?;
        if !((i64::from(f_len_cardinality) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_len_cardinality),
                expected: "a value within its range (Length of the sketch in bytes.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_COMPACTION_METADATA_LEN_CARDINALITY,
                    )
                    .into(),
            );
        }
        let f_cardinality = {
            let len = i64::from(f_len_cardinality);
            r.take_i(len, &SITE_COMPACTION_METADATA_CARDINALITY)?
        }
            .to_vec();
        Ok(Self { cardinality: f_cardinality })
    }
}
///The head of a [`CompactionMetadata`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct CompactionMetadataRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Length of the sketch in bytes.
    pub len_cardinality: i32,
    /**HyperLogLog++ of the partition keys' Murmur3 hashes, with 13 bits (25 in its sparse form), as the library stream-lib writes it:
cardinality/HyperLogLogPlus.getBytes.*/
    pub cardinality: &'a [u8],
}
impl<'a> CompactionMetadataRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let start = r.offset();
        let f_len_cardinality = r.i32_be(&SITE_COMPACTION_METADATA_LEN_CARDINALITY)?;
        if !((i64::from(f_len_cardinality) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_len_cardinality),
                expected: "a value within its range (Length of the sketch in bytes.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_COMPACTION_METADATA_LEN_CARDINALITY,
                    )
                    .into(),
            );
        }
        let f_cardinality = {
            let len = i64::from(f_len_cardinality);
            r.take_i(len, &SITE_COMPACTION_METADATA_CARDINALITY)?
        };
        Ok({
            super::statistics::CompactionMetadataRef {
                lifetime: std::marker::PhantomData,
                len_cardinality: f_len_cardinality,
                cardinality: f_cardinality,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_COMPACTION_METADATA__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_COMPACTION_METADATA_LEN_CARDINALITY,
            &SITE_COMPACTION_METADATA_CARDINALITY,
        ];
        FIELDS
    }
}
impl CompactionMetadata {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let start = r.offset();
        let f_len_cardinality = r.i32_be(&SITE_COMPACTION_METADATA_LEN_CARDINALITY)?;
        if !((i64::from(f_len_cardinality) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_len_cardinality),
                expected: "a value within its range (Length of the sketch in bytes.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_COMPACTION_METADATA_LEN_CARDINALITY,
                    )
                    .into(),
            );
        }
        let f_cardinality = {
            let len = i64::from(f_len_cardinality);
            r.take_i(len, &SITE_COMPACTION_METADATA_CARDINALITY)?
        };
        Ok(())
    }
}
impl CompactionMetadata {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_len_cardinality = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_COMPACTION_METADATA_LEN_CARDINALITY)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_COMPACTION_METADATA_LEN_CARDINALITY)?;
            w.leaf(
                &SITE_COMPACTION_METADATA_LEN_CARDINALITY,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_cardinality = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let len = i64::from(f_len_cardinality);
                        r.take_i(len, &SITE_COMPACTION_METADATA_CARDINALITY)?
                    }
                }
            };
            let offset = r.offset();
            let leaf = {
                let len = i64::from(f_len_cardinality);
                r.take_i(len, &SITE_COMPACTION_METADATA_CARDINALITY)?
            };
            w.leaf(
                &SITE_COMPACTION_METADATA_CARDINALITY,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Bytes(leaf),
            );
            value
        };
        Ok(())
    }
}
impl CompactionMetadata {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        let f_len_cardinality = __rt::sink::narrow::<
            i32,
            _,
        >((self.cardinality.len() as i64), &SITE_COMPACTION_METADATA_LEN_CARDINALITY)?;
        if !((i64::from((f_len_cardinality)) >= 0i64)) {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    &SITE_COMPACTION_METADATA_LEN_CARDINALITY,
                ),
            );
        }
        w.put(&f_len_cardinality.to_be_bytes());
        w.put(&self.cardinality);
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
static SITE_STATS_METADATA__SELF: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "_self",
    file: "sstable/sstable_statistics.ksy",
    line: 115u32,
};
static SITE_STATS_METADATA_ESTIMATED_PARTITION_SIZE: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "estimated_partition_size",
    file: "sstable/sstable_statistics.ksy",
    line: 129u32,
};
static SITE_STATS_METADATA_ESTIMATED_CELL_PER_PARTITION_COUNT: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "estimated_cell_per_partition_count",
    file: "sstable/sstable_statistics.ksy",
    line: 132u32,
};
static SITE_STATS_METADATA_COMMIT_LOG_UPPER_BOUND: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "commit_log_upper_bound",
    file: "sstable/sstable_statistics.ksy",
    line: 135u32,
};
static SITE_STATS_METADATA_MIN_TIMESTAMP: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "min_timestamp",
    file: "sstable/sstable_statistics.ksy",
    line: 138u32,
};
static SITE_STATS_METADATA_MAX_TIMESTAMP: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "max_timestamp",
    file: "sstable/sstable_statistics.ksy",
    line: 141u32,
};
static SITE_STATS_METADATA_MIN_LOCAL_DELETION_TIME: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "min_local_deletion_time",
    file: "sstable/sstable_statistics.ksy",
    line: 144u32,
};
static SITE_STATS_METADATA_MAX_LOCAL_DELETION_TIME: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "max_local_deletion_time",
    file: "sstable/sstable_statistics.ksy",
    line: 149u32,
};
static SITE_STATS_METADATA_MIN_TTL: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "min_ttl",
    file: "sstable/sstable_statistics.ksy",
    line: 154u32,
};
static SITE_STATS_METADATA_MAX_TTL: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "max_ttl",
    file: "sstable/sstable_statistics.ksy",
    line: 157u32,
};
static SITE_STATS_METADATA_COMPRESSION_RATIO: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "compression_ratio",
    file: "sstable/sstable_statistics.ksy",
    line: 160u32,
};
static SITE_STATS_METADATA_MAX_BIN_SIZE: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "max_bin_size",
    file: "sstable/sstable_statistics.ksy",
    line: 163u32,
};
static SITE_STATS_METADATA_NUM_TOMBSTONE_BINS: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "num_tombstone_bins",
    file: "sstable/sstable_statistics.ksy",
    line: 166u32,
};
static SITE_STATS_METADATA_TOMBSTONE_BINS: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "tombstone_bins",
    file: "sstable/sstable_statistics.ksy",
    line: 172u32,
};
static SITE_STATS_METADATA_SSTABLE_LEVEL: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "sstable_level",
    file: "sstable/sstable_statistics.ksy",
    line: 177u32,
};
static SITE_STATS_METADATA_REPAIRED_AT: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "repaired_at",
    file: "sstable/sstable_statistics.ksy",
    line: 180u32,
};
static SITE_STATS_METADATA_LEGACY_MIN_CLUSTERING: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "legacy_min_clustering",
    file: "sstable/sstable_statistics.ksy",
    line: 183u32,
};
static SITE_STATS_METADATA_LEGACY_MAX_CLUSTERING: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "legacy_max_clustering",
    file: "sstable/sstable_statistics.ksy",
    line: 189u32,
};
static SITE_STATS_METADATA_COVERED_CLUSTERING: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "covered_clustering",
    file: "sstable/sstable_statistics.ksy",
    line: 195u32,
};
static SITE_STATS_METADATA_HAS_LEGACY_COUNTER_SHARDS: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "has_legacy_counter_shards",
    file: "sstable/sstable_statistics.ksy",
    line: 201u32,
};
static SITE_STATS_METADATA_TOTAL_COLUMNS_SET: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "total_columns_set",
    file: "sstable/sstable_statistics.ksy",
    line: 205u32,
};
static SITE_STATS_METADATA_TOTAL_ROWS: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "total_rows",
    file: "sstable/sstable_statistics.ksy",
    line: 208u32,
};
static SITE_STATS_METADATA_COMMIT_LOG_LOWER_BOUND: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "commit_log_lower_bound",
    file: "sstable/sstable_statistics.ksy",
    line: 211u32,
};
static SITE_STATS_METADATA_COMMIT_LOG_INTERVALS: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "commit_log_intervals",
    file: "sstable/sstable_statistics.ksy",
    line: 217u32,
};
static SITE_STATS_METADATA_HAS_PENDING_REPAIR: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "has_pending_repair",
    file: "sstable/sstable_statistics.ksy",
    line: 223u32,
};
static SITE_STATS_METADATA_PENDING_REPAIR: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "pending_repair",
    file: "sstable/sstable_statistics.ksy",
    line: 230u32,
};
static SITE_STATS_METADATA_HAS_ZERO_COPY_METADATA: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "has_zero_copy_metadata",
    file: "sstable/sstable_statistics.ksy",
    line: 234u32,
};
static SITE_STATS_METADATA_ZERO_COPY_METADATA: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "zero_copy_metadata",
    file: "sstable/sstable_statistics.ksy",
    line: 241u32,
};
static SITE_STATS_METADATA_INCREMENTAL_NODE_SYNC_TIME: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "incremental_node_sync_time",
    file: "sstable/sstable_statistics.ksy",
    line: 245u32,
};
static SITE_STATS_METADATA_MAX_COLUMN_VALUE_LENGTHS: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "max_column_value_lengths",
    file: "sstable/sstable_statistics.ksy",
    line: 251u32,
};
static SITE_STATS_METADATA_IS_TRANSIENT: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "is_transient",
    file: "sstable/sstable_statistics.ksy",
    line: 257u32,
};
static SITE_STATS_METADATA_MISPLACED_HAS_PARTITION_LEVEL_DELETIONS: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "misplaced_has_partition_level_deletions",
    file: "sstable/sstable_statistics.ksy",
    line: 263u32,
};
static SITE_STATS_METADATA_HAS_ORIGINATING_HOST_ID: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "has_originating_host_id",
    file: "sstable/sstable_statistics.ksy",
    line: 269u32,
};
static SITE_STATS_METADATA_ORIGINATING_HOST_ID: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "originating_host_id",
    file: "sstable/sstable_statistics.ksy",
    line: 276u32,
};
static SITE_STATS_METADATA_HAS_PARTITION_LEVEL_DELETIONS: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "has_partition_level_deletions",
    file: "sstable/sstable_statistics.ksy",
    line: 280u32,
};
static SITE_STATS_METADATA_COVERED_CLUSTERING_LATE: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "covered_clustering_late",
    file: "sstable/sstable_statistics.ksy",
    line: 289u32,
};
static SITE_STATS_METADATA_FIRST_KEY: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "first_key",
    file: "sstable/sstable_statistics.ksy",
    line: 294u32,
};
static SITE_STATS_METADATA_LAST_KEY: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "last_key",
    file: "sstable/sstable_statistics.ksy",
    line: 300u32,
};
static SITE_STATS_METADATA_TOKEN_SPACE_COVERAGE: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "token_space_coverage",
    file: "sstable/sstable_statistics.ksy",
    line: 306u32,
};
static SITE_STATS_METADATA_TRAILING: __rt::Site = __rt::Site {
    owner: "stats_metadata",
    field: "trailing",
    file: "sstable/sstable_statistics.ksy",
    line: 115u32,
};
/**Numbers by which SSTables are chosen for compaction and skipped by reads. Times are of the server's clock in seconds or of the client's in
microseconds, since 1970, as each field says.

In versions with has_uint_deletion_time four zeros for each tombstone bin follow at the end: Cassandra reckons 16 bytes a bin and
writes 12. Files may hold more behind what their version is known to have; that is kept.*/
///
///Specification: `sstable/sstable_statistics.ksy`, line 115. Cassandra: org.apache.cassandra.io.sstable.metadata.StatsMetadata.StatsMetadataSerializer.
#[derive(Debug, Clone, PartialEq)]
pub struct StatsMetadata {
    ///Sizes of the partitions in bytes, before compression.
    pub estimated_partition_size: super::statistics::EstimatedHistogram,
    ///Numbers of cells of the partitions.
    pub estimated_cell_per_partition_count: super::statistics::EstimatedHistogram,
    ///Up to here the commit log need not be replayed for what is in this SSTable.
    pub commit_log_upper_bound: super::statistics::CommitLogPosition,
    ///Smallest timestamp of any cell, row or deletion, in microseconds.
    pub min_timestamp: i64,
    ///Largest timestamp, in microseconds.
    pub max_timestamp: i64,
    /**Earliest local deletion time (the expiration, for data with a TTL), in seconds. If nothing is deleted or expires: 0x7fffffff, or
0xffffffff with has_uint_deletion_time.*/
    pub min_local_deletion_time: u32,
    /**Latest local deletion time, in seconds. If anything neither is deleted nor expires: 0x7fffffff, or 0xffffffff with
has_uint_deletion_time. When it is long past the whole SSTable can be dropped.*/
    pub max_local_deletion_time: u32,
    ///Smallest TTL in seconds; 0 if anything has none.
    pub min_ttl: i32,
    ///Largest TTL in seconds; 0 if nothing has one.
    pub max_ttl: i32,
    ///Compressed by uncompressed length of Data.db; -1 without compression.
    pub compression_ratio: f64,
    ///How many tombstone bins there could be, 100 in older files. Newer ones repeat the number of bins here. Nothing depends on it.
    pub max_bin_size: i32,
    ///Histogram of the local deletion times, ascending.
    pub tombstone_bins: Vec<super::statistics::Bin>,
    ///Level in LeveledCompactionStrategy; 0 with the other strategies.
    pub sstable_level: i32,
    ///When the SSTable was repaired, in milliseconds; 0 if it was not.
    pub repaired_at: i64,
    ///Smallest value of each clustering column. Not to be trusted without has_accurate_min_max.
    pub legacy_min_clustering: Option<super::statistics::LegacyClustering>,
    ///Largest value of each clustering column.
    pub legacy_max_clustering: Option<super::statistics::LegacyClustering>,
    ///The range of clusterings in which all rows and range tombstones are.
    pub covered_clustering: Option<super::statistics::CoveredClustering>,
    ///There may be counter shards of Cassandra before 2.1, which replicas resolve in another way.
    pub has_legacy_counter_shards: bool,
    ///Number of columns that have a value, over all rows; a collection counts once.
    pub total_columns_set: i64,
    ///Number of rows, and of static rows that are not empty. Markers of range tombstones do not count.
    pub total_rows: i64,
    ///Where the part of the commit log starts that is in this SSTable.
    pub commit_log_lower_bound: Option<super::statistics::CommitLogPosition>,
    ///The parts of the commit log that are in this SSTable; supersedes the two bounds.
    pub commit_log_intervals: Option<super::statistics::CommitLogIntervals>,
    ///The repair session, a time UUID.
    pub pending_repair: Option<Vec<u8>>,
    ///What the slices were cut from.
    pub zero_copy_metadata: Option<super::statistics::ZeroCopyMetadata>,
    ///When NodeSync validated the data last, in milliseconds; 2^63 - 1 if it did not.
    pub incremental_node_sync_time: Option<i64>,
    ///Lengths of the columns' longest values.
    pub max_column_value_lengths: Option<super::statistics::MaxColumnValueLengths>,
    ///The data is of a transient replica, and may be dropped once it has been repaired.
    pub is_transient: bool,
    ///The node, by its UUID, whose commit log the commit log positions are of.
    pub originating_host_id: Option<Vec<u8>>,
    /**There may be deletions of whole partitions. Where this is not stored there may be, unless min_local_deletion_time says that nothing is
deleted.*/
    pub has_partition_level_deletions: Option<bool>,
    ///The first partition key.
    pub first_key: Option<super::common::BytesUvint>,
    ///The last partition key.
    pub last_key: Option<super::common::BytesUvint>,
    ///Share of the ring's tokens that lie between the SSTable's, in the ranges that the node has, 0 to 1; NaN if unknown.
    pub token_space_coverage: Option<f64>,
    /// Bytes behind the last field that the specification knows.
    pub trailing: Vec<u8>,
}
impl StatsMetadata {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode(
        r: &mut __rt::Reader<'_>,
        p_v: super::version::SstableVersion,
    ) -> __rt::error::Result<Self> {
        let f_estimated_partition_size = {
            super::statistics::EstimatedHistogram::decode(r)
        }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_STATS_METADATA_ESTIMATED_PARTITION_SIZE, None)
            })?;
        let f_estimated_cell_per_partition_count = {
            super::statistics::EstimatedHistogram::decode(r)
        }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_STATS_METADATA_ESTIMATED_CELL_PER_PARTITION_COUNT, None)
            })?;
        let f_commit_log_upper_bound = {
            super::statistics::CommitLogPosition::decode(r)
        }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_STATS_METADATA_COMMIT_LOG_UPPER_BOUND, None)
            })?;
        let f_min_timestamp = r.i64_be(&SITE_STATS_METADATA_MIN_TIMESTAMP)?;
        let f_max_timestamp = r.i64_be(&SITE_STATS_METADATA_MAX_TIMESTAMP)?;
        let f_min_local_deletion_time = r
            .u32_be(&SITE_STATS_METADATA_MIN_LOCAL_DELETION_TIME)?;
        let f_max_local_deletion_time = r
            .u32_be(&SITE_STATS_METADATA_MAX_LOCAL_DELETION_TIME)?;
        let f_min_ttl = r.i32_be(&SITE_STATS_METADATA_MIN_TTL)?;
        let f_max_ttl = r.i32_be(&SITE_STATS_METADATA_MAX_TTL)?;
        let f_compression_ratio = r.f64_be(&SITE_STATS_METADATA_COMPRESSION_RATIO)?;
        let f_max_bin_size = r.i32_be(&SITE_STATS_METADATA_MAX_BIN_SIZE)?;
        let start = r.offset();
        let f_num_tombstone_bins = r.i32_be(&SITE_STATS_METADATA_NUM_TOMBSTONE_BINS)?;
        if !((i64::from(f_num_tombstone_bins) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_tombstone_bins),
                expected: "a value within its range (Number of bins.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_STATS_METADATA_NUM_TOMBSTONE_BINS,
                    )
                    .into(),
            );
        }
        let v_tombstone_bins: __rt::array::ArrayView<
            '_,
            super::statistics::BinRef<'_>,
        > = __rt::array::ArrayView::take(
            &mut r.clone(),
            i64::from(f_num_tombstone_bins),
            super::statistics::BinRef::bits((p_v,)),
            (p_v,),
            &SITE_STATS_METADATA_TOMBSTONE_BINS,
        )?;
        let f_tombstone_bins = {
            let count = __rt::array::count(
                r,
                i64::from(f_num_tombstone_bins),
                0,
                &SITE_STATS_METADATA_TOMBSTONE_BINS,
            )?;
            #[allow(unused_mut)]
            let mut all = __rt::array::reserve(count);
            for index in 0..count {
                #[allow(unused_variables)]
                let index = index as i64;
                all.push(
                    (|| -> __rt::error::Result<_> {
                        {
                            let arg0 = p_v;
                            super::statistics::Bin::decode(r, arg0)
                        }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_STATS_METADATA_TOMBSTONE_BINS, None)
                            })
                    })()
                        .map_err(|e: __rt::ReadError| {
                            e.at_index(&SITE_STATS_METADATA_TOMBSTONE_BINS, index)
                        })?,
                );
            }
            all
        };
        let f_sstable_level = r.i32_be(&SITE_STATS_METADATA_SSTABLE_LEVEL)?;
        let f_repaired_at = r.i64_be(&SITE_STATS_METADATA_REPAIRED_AT)?;
        let f_legacy_min_clustering = if p_v.has_legacy_min_max() {
            Some(
                { super::statistics::LegacyClustering::decode(r) }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_STATS_METADATA_LEGACY_MIN_CLUSTERING, None)
                    })?,
            )
        } else {
            None
        };
        let f_legacy_max_clustering = if p_v.has_legacy_min_max() {
            Some(
                { super::statistics::LegacyClustering::decode(r) }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_STATS_METADATA_LEGACY_MAX_CLUSTERING, None)
                    })?,
            )
        } else {
            None
        };
        let layout_covered_clustering = if (p_v.has_improved_min_max()
            && !(p_v.has_legacy_min_max()))
        {
            let f_covered_clustering = {
                super::statistics::CoveredClustering::decode(r)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_STATS_METADATA_COVERED_CLUSTERING, None)
                })?;
            Some(f_covered_clustering)
        } else {
            None
        };
        let f_has_legacy_counter_shards = {
            let found = r.u8(&SITE_STATS_METADATA_HAS_LEGACY_COUNTER_SHARDS)?;
            if found > 1 {
                let kind = __rt::ReadErrorKind::UnknownValue {
                    found: i64::from(found),
                    expected: "truth value (0 or 1)",
                };
                return Err(
                    r
                        .error_before(
                            1,
                            kind,
                            &SITE_STATS_METADATA_HAS_LEGACY_COUNTER_SHARDS,
                        )
                        .into(),
                );
            }
            found == 1
        };
        let f_total_columns_set = r.i64_be(&SITE_STATS_METADATA_TOTAL_COLUMNS_SET)?;
        let f_total_rows = r.i64_be(&SITE_STATS_METADATA_TOTAL_ROWS)?;
        let f_commit_log_lower_bound = if p_v.has_commit_log_lower_bound() {
            Some(
                { super::statistics::CommitLogPosition::decode(r) }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_STATS_METADATA_COMMIT_LOG_LOWER_BOUND, None)
                    })?,
            )
        } else {
            None
        };
        let f_commit_log_intervals = if p_v.has_commit_log_intervals() {
            Some(
                { super::statistics::CommitLogIntervals::decode(r) }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_STATS_METADATA_COMMIT_LOG_INTERVALS, None)
                    })?,
            )
        } else {
            None
        };
        let start = r.offset();
        let f_has_pending_repair = if p_v.has_pending_repair() {
            Some(r.u8(&SITE_STATS_METADATA_HAS_PENDING_REPAIR)?)
        } else {
            None
        };
        if let Some(f_has_pending_repair) = f_has_pending_repair {
            if !((i64::from(f_has_pending_repair) == 0i64)
                || (i64::from(f_has_pending_repair) == 1i64))
            {
                let kind = __rt::ReadErrorKind::Invalid {
                    found: format!("{:?}", f_has_pending_repair),
                    expected: "one of the values it may have (1 if the SSTable is part of an incremental repair that goes on, else 0.)",
                };
                return Err(
                    __rt::ReadError::new(
                            kind,
                            start,
                            &SITE_STATS_METADATA_HAS_PENDING_REPAIR,
                        )
                        .into(),
                );
            }
        }
        let f_pending_repair = if (p_v.has_pending_repair()
            && (i64::from(
                f_has_pending_repair
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "has_pending_repair",
                                },
                                &SITE_STATS_METADATA_PENDING_REPAIR,
                            )
                    })?,
            ) != 0i64))
        {
            Some(
                {
                    let len = 16i64;
                    r.take_i(len, &SITE_STATS_METADATA_PENDING_REPAIR)?
                }
                    .to_vec(),
            )
        } else {
            None
        };
        let start = r.offset();
        let f_has_zero_copy_metadata = if p_v.has_zero_copy_metadata() {
            Some(r.u8(&SITE_STATS_METADATA_HAS_ZERO_COPY_METADATA)?)
        } else {
            None
        };
        if let Some(f_has_zero_copy_metadata) = f_has_zero_copy_metadata {
            if !((i64::from(f_has_zero_copy_metadata) == 0i64)
                || (i64::from(f_has_zero_copy_metadata) == 1i64))
            {
                let kind = __rt::ReadErrorKind::Invalid {
                    found: format!("{:?}", f_has_zero_copy_metadata),
                    expected: "one of the values it may have (1 if the files are slices of a larger SSTable's, else 0.)",
                };
                return Err(
                    __rt::ReadError::new(
                            kind,
                            start,
                            &SITE_STATS_METADATA_HAS_ZERO_COPY_METADATA,
                        )
                        .into(),
                );
            }
        }
        let f_zero_copy_metadata = if (p_v.has_zero_copy_metadata()
            && (i64::from(
                f_has_zero_copy_metadata
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "has_zero_copy_metadata",
                                },
                                &SITE_STATS_METADATA_ZERO_COPY_METADATA,
                            )
                    })?,
            ) != 0i64))
        {
            Some(
                { super::statistics::ZeroCopyMetadata::decode(r) }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_STATS_METADATA_ZERO_COPY_METADATA, None)
                    })?,
            )
        } else {
            None
        };
        let f_incremental_node_sync_time = if p_v.has_incremental_node_sync_metadata() {
            Some(r.i64_be(&SITE_STATS_METADATA_INCREMENTAL_NODE_SYNC_TIME)?)
        } else {
            None
        };
        let f_max_column_value_lengths = if p_v.has_max_column_value_lengths() {
            Some(
                { super::statistics::MaxColumnValueLengths::decode(r) }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_STATS_METADATA_MAX_COLUMN_VALUE_LENGTHS, None)
                    })?,
            )
        } else {
            None
        };
        let f_is_transient = if p_v.has_is_transient() {
            let f_is_transient = {
                let found = r.u8(&SITE_STATS_METADATA_IS_TRANSIENT)?;
                if found > 1 {
                    let kind = __rt::ReadErrorKind::UnknownValue {
                        found: i64::from(found),
                        expected: "truth value (0 or 1)",
                    };
                    return Err(
                        r.error_before(1, kind, &SITE_STATS_METADATA_IS_TRANSIENT).into(),
                    );
                }
                found == 1
            };
            f_is_transient
        } else {
            false
        };
        let layout_misplaced_has_partition_level_deletions = if p_v
            .has_misplaced_partition_level_deletions_presence_marker()
        {
            let f_misplaced_has_partition_level_deletions = {
                let found = r
                    .u8(&SITE_STATS_METADATA_MISPLACED_HAS_PARTITION_LEVEL_DELETIONS)?;
                if found > 1 {
                    let kind = __rt::ReadErrorKind::UnknownValue {
                        found: i64::from(found),
                        expected: "truth value (0 or 1)",
                    };
                    return Err(
                        r
                            .error_before(
                                1,
                                kind,
                                &SITE_STATS_METADATA_MISPLACED_HAS_PARTITION_LEVEL_DELETIONS,
                            )
                            .into(),
                    );
                }
                found == 1
            };
            Some(f_misplaced_has_partition_level_deletions)
        } else {
            None
        };
        let start = r.offset();
        let f_has_originating_host_id = if p_v.has_originating_host_id() {
            Some(r.u8(&SITE_STATS_METADATA_HAS_ORIGINATING_HOST_ID)?)
        } else {
            None
        };
        if let Some(f_has_originating_host_id) = f_has_originating_host_id {
            if !((i64::from(f_has_originating_host_id) == 0i64)
                || (i64::from(f_has_originating_host_id) == 1i64))
            {
                let kind = __rt::ReadErrorKind::Invalid {
                    found: format!("{:?}", f_has_originating_host_id),
                    expected: "one of the values it may have (1 if the host id follows, else 0.)",
                };
                return Err(
                    __rt::ReadError::new(
                            kind,
                            start,
                            &SITE_STATS_METADATA_HAS_ORIGINATING_HOST_ID,
                        )
                        .into(),
                );
            }
        }
        let f_originating_host_id = if (p_v.has_originating_host_id()
            && (i64::from(
                f_has_originating_host_id
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "has_originating_host_id",
                                },
                                &SITE_STATS_METADATA_ORIGINATING_HOST_ID,
                            )
                    })?,
            ) != 0i64))
        {
            Some(
                {
                    let len = 16i64;
                    r.take_i(len, &SITE_STATS_METADATA_ORIGINATING_HOST_ID)?
                }
                    .to_vec(),
            )
        } else {
            None
        };
        let layout_has_partition_level_deletions = if p_v
            .has_partition_level_deletions_presence_marker()
        {
            let f_has_partition_level_deletions = {
                let found = r.u8(&SITE_STATS_METADATA_HAS_PARTITION_LEVEL_DELETIONS)?;
                if found > 1 {
                    let kind = __rt::ReadErrorKind::UnknownValue {
                        found: i64::from(found),
                        expected: "truth value (0 or 1)",
                    };
                    return Err(
                        r
                            .error_before(
                                1,
                                kind,
                                &SITE_STATS_METADATA_HAS_PARTITION_LEVEL_DELETIONS,
                            )
                            .into(),
                    );
                }
                found == 1
            };
            Some(f_has_partition_level_deletions)
        } else {
            None
        };
        let f_has_partition_level_deletions = match layout_misplaced_has_partition_level_deletions {
            Some(v) => Some(v),
            None => {
                match layout_has_partition_level_deletions {
                    Some(v) => Some(v),
                    None => None,
                }
            }
        };
        let layout_covered_clustering_late = if (p_v.has_improved_min_max()
            && p_v.has_legacy_min_max())
        {
            let f_covered_clustering_late = {
                super::statistics::CoveredClustering::decode(r)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_STATS_METADATA_COVERED_CLUSTERING_LATE, None)
                })?;
            Some(f_covered_clustering_late)
        } else {
            None
        };
        let f_covered_clustering = match layout_covered_clustering {
            Some(v) => Some(v),
            None => {
                match layout_covered_clustering_late {
                    Some(v) => Some(v),
                    None => None,
                }
            }
        };
        let f_first_key = if p_v.has_key_range() {
            Some(
                { super::common::BytesUvint::decode(r) }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_STATS_METADATA_FIRST_KEY, None)
                    })?,
            )
        } else {
            None
        };
        let f_last_key = if p_v.has_key_range() {
            Some(
                { super::common::BytesUvint::decode(r) }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_STATS_METADATA_LAST_KEY, None)
                    })?,
            )
        } else {
            None
        };
        let f_token_space_coverage = if p_v.has_token_space_coverage() {
            Some(r.f64_be(&SITE_STATS_METADATA_TOKEN_SPACE_COVERAGE)?)
        } else {
            None
        };
        let trailing = r.rest().to_vec();
        Ok(Self {
            estimated_partition_size: f_estimated_partition_size,
            estimated_cell_per_partition_count: f_estimated_cell_per_partition_count,
            commit_log_upper_bound: f_commit_log_upper_bound,
            min_timestamp: f_min_timestamp,
            max_timestamp: f_max_timestamp,
            min_local_deletion_time: f_min_local_deletion_time,
            max_local_deletion_time: f_max_local_deletion_time,
            min_ttl: f_min_ttl,
            max_ttl: f_max_ttl,
            compression_ratio: f_compression_ratio,
            max_bin_size: f_max_bin_size,
            tombstone_bins: f_tombstone_bins,
            sstable_level: f_sstable_level,
            repaired_at: f_repaired_at,
            legacy_min_clustering: f_legacy_min_clustering,
            legacy_max_clustering: f_legacy_max_clustering,
            covered_clustering: f_covered_clustering,
            has_legacy_counter_shards: f_has_legacy_counter_shards,
            total_columns_set: f_total_columns_set,
            total_rows: f_total_rows,
            commit_log_lower_bound: f_commit_log_lower_bound,
            commit_log_intervals: f_commit_log_intervals,
            pending_repair: f_pending_repair,
            zero_copy_metadata: f_zero_copy_metadata,
            incremental_node_sync_time: f_incremental_node_sync_time,
            max_column_value_lengths: f_max_column_value_lengths,
            is_transient: f_is_transient,
            originating_host_id: f_originating_host_id,
            has_partition_level_deletions: f_has_partition_level_deletions,
            first_key: f_first_key,
            last_key: f_last_key,
            token_space_coverage: f_token_space_coverage,
            trailing,
        })
    }
}
///The head of a [`StatsMetadata`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct StatsMetadataRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    ///Sizes of the partitions in bytes, before compression.
    pub estimated_partition_size: super::statistics::EstimatedHistogramRef<'a>,
    ///Numbers of cells of the partitions.
    pub estimated_cell_per_partition_count: super::statistics::EstimatedHistogramRef<'a>,
    ///Up to here the commit log need not be replayed for what is in this SSTable.
    pub commit_log_upper_bound: super::statistics::CommitLogPositionRef<'a>,
    ///Smallest timestamp of any cell, row or deletion, in microseconds.
    pub min_timestamp: i64,
    ///Largest timestamp, in microseconds.
    pub max_timestamp: i64,
    /**Earliest local deletion time (the expiration, for data with a TTL), in seconds. If nothing is deleted or expires: 0x7fffffff, or
0xffffffff with has_uint_deletion_time.*/
    pub min_local_deletion_time: u32,
    /**Latest local deletion time, in seconds. If anything neither is deleted nor expires: 0x7fffffff, or 0xffffffff with
has_uint_deletion_time. When it is long past the whole SSTable can be dropped.*/
    pub max_local_deletion_time: u32,
    ///Smallest TTL in seconds; 0 if anything has none.
    pub min_ttl: i32,
    ///Largest TTL in seconds; 0 if nothing has one.
    pub max_ttl: i32,
    ///Compressed by uncompressed length of Data.db; -1 without compression.
    pub compression_ratio: f64,
    ///How many tombstone bins there could be, 100 in older files. Newer ones repeat the number of bins here. Nothing depends on it.
    pub max_bin_size: i32,
    ///Number of bins.
    pub num_tombstone_bins: i32,
    ///Histogram of the local deletion times, ascending.
    pub tombstone_bins: __rt::array::ArrayView<'a, super::statistics::BinRef<'a>>,
    ///Level in LeveledCompactionStrategy; 0 with the other strategies.
    pub sstable_level: i32,
    ///When the SSTable was repaired, in milliseconds; 0 if it was not.
    pub repaired_at: i64,
}
impl<'a> StatsMetadataRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(
        r: &mut __rt::Reader<'a>,
        p_v: super::version::SstableVersion,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_estimated_partition_size = {
            super::statistics::EstimatedHistogramRef::read(r)
        }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_STATS_METADATA_ESTIMATED_PARTITION_SIZE, None)
            })?;
        let f_estimated_cell_per_partition_count = {
            super::statistics::EstimatedHistogramRef::read(r)
        }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_STATS_METADATA_ESTIMATED_CELL_PER_PARTITION_COUNT, None)
            })?;
        let f_commit_log_upper_bound = {
            super::statistics::CommitLogPositionRef::read(r)
        }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_STATS_METADATA_COMMIT_LOG_UPPER_BOUND, None)
            })?;
        let f_min_timestamp = r.i64_be(&SITE_STATS_METADATA_MIN_TIMESTAMP)?;
        let f_max_timestamp = r.i64_be(&SITE_STATS_METADATA_MAX_TIMESTAMP)?;
        let f_min_local_deletion_time = r
            .u32_be(&SITE_STATS_METADATA_MIN_LOCAL_DELETION_TIME)?;
        let f_max_local_deletion_time = r
            .u32_be(&SITE_STATS_METADATA_MAX_LOCAL_DELETION_TIME)?;
        let f_min_ttl = r.i32_be(&SITE_STATS_METADATA_MIN_TTL)?;
        let f_max_ttl = r.i32_be(&SITE_STATS_METADATA_MAX_TTL)?;
        let f_compression_ratio = r.f64_be(&SITE_STATS_METADATA_COMPRESSION_RATIO)?;
        let f_max_bin_size = r.i32_be(&SITE_STATS_METADATA_MAX_BIN_SIZE)?;
        let start = r.offset();
        let f_num_tombstone_bins = r.i32_be(&SITE_STATS_METADATA_NUM_TOMBSTONE_BINS)?;
        if !((i64::from(f_num_tombstone_bins) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_tombstone_bins),
                expected: "a value within its range (Number of bins.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_STATS_METADATA_NUM_TOMBSTONE_BINS,
                    )
                    .into(),
            );
        }
        let f_tombstone_bins = {
            let (count, bits, args) = (
                i64::from(f_num_tombstone_bins),
                super::statistics::BinRef::bits((p_v,)),
                (p_v,),
            );
            __rt::array::ArrayView::<
                '_,
                super::statistics::BinRef<'_>,
            >::take(r, count, bits, args, &SITE_STATS_METADATA_TOMBSTONE_BINS)?
        };
        let f_sstable_level = r.i32_be(&SITE_STATS_METADATA_SSTABLE_LEVEL)?;
        let f_repaired_at = r.i64_be(&SITE_STATS_METADATA_REPAIRED_AT)?;
        Ok({
            super::statistics::StatsMetadataRef {
                begin,
                rest: *r,
                estimated_partition_size: f_estimated_partition_size,
                estimated_cell_per_partition_count: f_estimated_cell_per_partition_count,
                commit_log_upper_bound: f_commit_log_upper_bound,
                min_timestamp: f_min_timestamp,
                max_timestamp: f_max_timestamp,
                min_local_deletion_time: f_min_local_deletion_time,
                max_local_deletion_time: f_max_local_deletion_time,
                min_ttl: f_min_ttl,
                max_ttl: f_max_ttl,
                compression_ratio: f_compression_ratio,
                max_bin_size: f_max_bin_size,
                num_tombstone_bins: f_num_tombstone_bins,
                tombstone_bins: f_tombstone_bins,
                sstable_level: f_sstable_level,
                repaired_at: f_repaired_at,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_STATS_METADATA__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_STATS_METADATA_ESTIMATED_PARTITION_SIZE,
            &SITE_STATS_METADATA_ESTIMATED_CELL_PER_PARTITION_COUNT,
            &SITE_STATS_METADATA_COMMIT_LOG_UPPER_BOUND,
            &SITE_STATS_METADATA_MIN_TIMESTAMP,
            &SITE_STATS_METADATA_MAX_TIMESTAMP,
            &SITE_STATS_METADATA_MIN_LOCAL_DELETION_TIME,
            &SITE_STATS_METADATA_MAX_LOCAL_DELETION_TIME,
            &SITE_STATS_METADATA_MIN_TTL,
            &SITE_STATS_METADATA_MAX_TTL,
            &SITE_STATS_METADATA_COMPRESSION_RATIO,
            &SITE_STATS_METADATA_MAX_BIN_SIZE,
            &SITE_STATS_METADATA_NUM_TOMBSTONE_BINS,
            &SITE_STATS_METADATA_TOMBSTONE_BINS,
            &SITE_STATS_METADATA_SSTABLE_LEVEL,
            &SITE_STATS_METADATA_REPAIRED_AT,
            &SITE_STATS_METADATA_LEGACY_MIN_CLUSTERING,
            &SITE_STATS_METADATA_LEGACY_MAX_CLUSTERING,
            &SITE_STATS_METADATA_COVERED_CLUSTERING,
            &SITE_STATS_METADATA_HAS_LEGACY_COUNTER_SHARDS,
            &SITE_STATS_METADATA_TOTAL_COLUMNS_SET,
            &SITE_STATS_METADATA_TOTAL_ROWS,
            &SITE_STATS_METADATA_COMMIT_LOG_LOWER_BOUND,
            &SITE_STATS_METADATA_COMMIT_LOG_INTERVALS,
            &SITE_STATS_METADATA_HAS_PENDING_REPAIR,
            &SITE_STATS_METADATA_PENDING_REPAIR,
            &SITE_STATS_METADATA_HAS_ZERO_COPY_METADATA,
            &SITE_STATS_METADATA_ZERO_COPY_METADATA,
            &SITE_STATS_METADATA_INCREMENTAL_NODE_SYNC_TIME,
            &SITE_STATS_METADATA_MAX_COLUMN_VALUE_LENGTHS,
            &SITE_STATS_METADATA_IS_TRANSIENT,
            &SITE_STATS_METADATA_MISPLACED_HAS_PARTITION_LEVEL_DELETIONS,
            &SITE_STATS_METADATA_HAS_ORIGINATING_HOST_ID,
            &SITE_STATS_METADATA_ORIGINATING_HOST_ID,
            &SITE_STATS_METADATA_HAS_PARTITION_LEVEL_DELETIONS,
            &SITE_STATS_METADATA_COVERED_CLUSTERING_LATE,
            &SITE_STATS_METADATA_FIRST_KEY,
            &SITE_STATS_METADATA_LAST_KEY,
            &SITE_STATS_METADATA_TOKEN_SPACE_COVERAGE,
        ];
        FIELDS
    }
}
impl StatsMetadata {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(
        r: &mut __rt::Reader<'_>,
        p_v: super::version::SstableVersion,
    ) -> __rt::error::Result<()> {
        let f_estimated_partition_size = {
            super::statistics::EstimatedHistogram::skip(r)
        }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_STATS_METADATA_ESTIMATED_PARTITION_SIZE, None)
            })?;
        let f_estimated_cell_per_partition_count = {
            super::statistics::EstimatedHistogram::skip(r)
        }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_STATS_METADATA_ESTIMATED_CELL_PER_PARTITION_COUNT, None)
            })?;
        let f_commit_log_upper_bound = { super::statistics::CommitLogPosition::skip(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_STATS_METADATA_COMMIT_LOG_UPPER_BOUND, None)
            })?;
        let f_min_timestamp = r.i64_be(&SITE_STATS_METADATA_MIN_TIMESTAMP)?;
        let f_max_timestamp = r.i64_be(&SITE_STATS_METADATA_MAX_TIMESTAMP)?;
        let f_min_local_deletion_time = r
            .u32_be(&SITE_STATS_METADATA_MIN_LOCAL_DELETION_TIME)?;
        let f_max_local_deletion_time = r
            .u32_be(&SITE_STATS_METADATA_MAX_LOCAL_DELETION_TIME)?;
        let f_min_ttl = r.i32_be(&SITE_STATS_METADATA_MIN_TTL)?;
        let f_max_ttl = r.i32_be(&SITE_STATS_METADATA_MAX_TTL)?;
        let f_compression_ratio = r.f64_be(&SITE_STATS_METADATA_COMPRESSION_RATIO)?;
        let f_max_bin_size = r.i32_be(&SITE_STATS_METADATA_MAX_BIN_SIZE)?;
        let start = r.offset();
        let f_num_tombstone_bins = r.i32_be(&SITE_STATS_METADATA_NUM_TOMBSTONE_BINS)?;
        if !((i64::from(f_num_tombstone_bins) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_tombstone_bins),
                expected: "a value within its range (Number of bins.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_STATS_METADATA_NUM_TOMBSTONE_BINS,
                    )
                    .into(),
            );
        }
        let f_tombstone_bins = {
            let (count, bits, args) = (
                i64::from(f_num_tombstone_bins),
                super::statistics::BinRef::bits((p_v,)),
                (p_v,),
            );
            __rt::array::ArrayView::<
                '_,
                super::statistics::BinRef<'_>,
            >::take(r, count, bits, args, &SITE_STATS_METADATA_TOMBSTONE_BINS)?
        };
        let f_sstable_level = r.i32_be(&SITE_STATS_METADATA_SSTABLE_LEVEL)?;
        let f_repaired_at = r.i64_be(&SITE_STATS_METADATA_REPAIRED_AT)?;
        let f_legacy_min_clustering = if p_v.has_legacy_min_max() {
            Some(
                { super::statistics::LegacyClustering::skip(r) }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_STATS_METADATA_LEGACY_MIN_CLUSTERING, None)
                    })?,
            )
        } else {
            None
        };
        let f_legacy_max_clustering = if p_v.has_legacy_min_max() {
            Some(
                { super::statistics::LegacyClustering::skip(r) }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_STATS_METADATA_LEGACY_MAX_CLUSTERING, None)
                    })?,
            )
        } else {
            None
        };
        if (p_v.has_improved_min_max() && !(p_v.has_legacy_min_max())) {
            let _ = { super::statistics::CoveredClustering::skip(r) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_STATS_METADATA_COVERED_CLUSTERING, None)
                })?;
        }
        let f_has_legacy_counter_shards = {
            let found = r.u8(&SITE_STATS_METADATA_HAS_LEGACY_COUNTER_SHARDS)?;
            if found > 1 {
                let kind = __rt::ReadErrorKind::UnknownValue {
                    found: i64::from(found),
                    expected: "truth value (0 or 1)",
                };
                return Err(
                    r
                        .error_before(
                            1,
                            kind,
                            &SITE_STATS_METADATA_HAS_LEGACY_COUNTER_SHARDS,
                        )
                        .into(),
                );
            }
            found == 1
        };
        let f_total_columns_set = r.i64_be(&SITE_STATS_METADATA_TOTAL_COLUMNS_SET)?;
        let f_total_rows = r.i64_be(&SITE_STATS_METADATA_TOTAL_ROWS)?;
        let f_commit_log_lower_bound = if p_v.has_commit_log_lower_bound() {
            Some(
                { super::statistics::CommitLogPosition::skip(r) }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_STATS_METADATA_COMMIT_LOG_LOWER_BOUND, None)
                    })?,
            )
        } else {
            None
        };
        let f_commit_log_intervals = if p_v.has_commit_log_intervals() {
            Some(
                { super::statistics::CommitLogIntervals::skip(r) }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_STATS_METADATA_COMMIT_LOG_INTERVALS, None)
                    })?,
            )
        } else {
            None
        };
        let start = r.offset();
        let f_has_pending_repair = if p_v.has_pending_repair() {
            Some(r.u8(&SITE_STATS_METADATA_HAS_PENDING_REPAIR)?)
        } else {
            None
        };
        if let Some(f_has_pending_repair) = f_has_pending_repair {
            if !((i64::from(f_has_pending_repair) == 0i64)
                || (i64::from(f_has_pending_repair) == 1i64))
            {
                let kind = __rt::ReadErrorKind::Invalid {
                    found: format!("{:?}", f_has_pending_repair),
                    expected: "one of the values it may have (1 if the SSTable is part of an incremental repair that goes on, else 0.)",
                };
                return Err(
                    __rt::ReadError::new(
                            kind,
                            start,
                            &SITE_STATS_METADATA_HAS_PENDING_REPAIR,
                        )
                        .into(),
                );
            }
        }
        let f_pending_repair = if (p_v.has_pending_repair()
            && (i64::from(
                f_has_pending_repair
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "has_pending_repair",
                                },
                                &SITE_STATS_METADATA_PENDING_REPAIR,
                            )
                    })?,
            ) != 0i64))
        {
            Some({
                let len = 16i64;
                r.take_i(len, &SITE_STATS_METADATA_PENDING_REPAIR)?
            })
        } else {
            None
        };
        let start = r.offset();
        let f_has_zero_copy_metadata = if p_v.has_zero_copy_metadata() {
            Some(r.u8(&SITE_STATS_METADATA_HAS_ZERO_COPY_METADATA)?)
        } else {
            None
        };
        if let Some(f_has_zero_copy_metadata) = f_has_zero_copy_metadata {
            if !((i64::from(f_has_zero_copy_metadata) == 0i64)
                || (i64::from(f_has_zero_copy_metadata) == 1i64))
            {
                let kind = __rt::ReadErrorKind::Invalid {
                    found: format!("{:?}", f_has_zero_copy_metadata),
                    expected: "one of the values it may have (1 if the files are slices of a larger SSTable's, else 0.)",
                };
                return Err(
                    __rt::ReadError::new(
                            kind,
                            start,
                            &SITE_STATS_METADATA_HAS_ZERO_COPY_METADATA,
                        )
                        .into(),
                );
            }
        }
        let f_zero_copy_metadata = if (p_v.has_zero_copy_metadata()
            && (i64::from(
                f_has_zero_copy_metadata
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "has_zero_copy_metadata",
                                },
                                &SITE_STATS_METADATA_ZERO_COPY_METADATA,
                            )
                    })?,
            ) != 0i64))
        {
            Some(
                { super::statistics::ZeroCopyMetadata::skip(r) }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_STATS_METADATA_ZERO_COPY_METADATA, None)
                    })?,
            )
        } else {
            None
        };
        let f_incremental_node_sync_time = if p_v.has_incremental_node_sync_metadata() {
            Some(r.i64_be(&SITE_STATS_METADATA_INCREMENTAL_NODE_SYNC_TIME)?)
        } else {
            None
        };
        let f_max_column_value_lengths = if p_v.has_max_column_value_lengths() {
            Some(
                { super::statistics::MaxColumnValueLengths::skip(r) }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_STATS_METADATA_MAX_COLUMN_VALUE_LENGTHS, None)
                    })?,
            )
        } else {
            None
        };
        if p_v.has_is_transient() {
            let _ = {
                let found = r.u8(&SITE_STATS_METADATA_IS_TRANSIENT)?;
                if found > 1 {
                    let kind = __rt::ReadErrorKind::UnknownValue {
                        found: i64::from(found),
                        expected: "truth value (0 or 1)",
                    };
                    return Err(
                        r.error_before(1, kind, &SITE_STATS_METADATA_IS_TRANSIENT).into(),
                    );
                }
                found == 1
            };
        }
        if p_v.has_misplaced_partition_level_deletions_presence_marker() {
            let _ = {
                let found = r
                    .u8(&SITE_STATS_METADATA_MISPLACED_HAS_PARTITION_LEVEL_DELETIONS)?;
                if found > 1 {
                    let kind = __rt::ReadErrorKind::UnknownValue {
                        found: i64::from(found),
                        expected: "truth value (0 or 1)",
                    };
                    return Err(
                        r
                            .error_before(
                                1,
                                kind,
                                &SITE_STATS_METADATA_MISPLACED_HAS_PARTITION_LEVEL_DELETIONS,
                            )
                            .into(),
                    );
                }
                found == 1
            };
        }
        let start = r.offset();
        let f_has_originating_host_id = if p_v.has_originating_host_id() {
            Some(r.u8(&SITE_STATS_METADATA_HAS_ORIGINATING_HOST_ID)?)
        } else {
            None
        };
        if let Some(f_has_originating_host_id) = f_has_originating_host_id {
            if !((i64::from(f_has_originating_host_id) == 0i64)
                || (i64::from(f_has_originating_host_id) == 1i64))
            {
                let kind = __rt::ReadErrorKind::Invalid {
                    found: format!("{:?}", f_has_originating_host_id),
                    expected: "one of the values it may have (1 if the host id follows, else 0.)",
                };
                return Err(
                    __rt::ReadError::new(
                            kind,
                            start,
                            &SITE_STATS_METADATA_HAS_ORIGINATING_HOST_ID,
                        )
                        .into(),
                );
            }
        }
        let f_originating_host_id = if (p_v.has_originating_host_id()
            && (i64::from(
                f_has_originating_host_id
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "has_originating_host_id",
                                },
                                &SITE_STATS_METADATA_ORIGINATING_HOST_ID,
                            )
                    })?,
            ) != 0i64))
        {
            Some({
                let len = 16i64;
                r.take_i(len, &SITE_STATS_METADATA_ORIGINATING_HOST_ID)?
            })
        } else {
            None
        };
        if p_v.has_partition_level_deletions_presence_marker() {
            let _ = {
                let found = r.u8(&SITE_STATS_METADATA_HAS_PARTITION_LEVEL_DELETIONS)?;
                if found > 1 {
                    let kind = __rt::ReadErrorKind::UnknownValue {
                        found: i64::from(found),
                        expected: "truth value (0 or 1)",
                    };
                    return Err(
                        r
                            .error_before(
                                1,
                                kind,
                                &SITE_STATS_METADATA_HAS_PARTITION_LEVEL_DELETIONS,
                            )
                            .into(),
                    );
                }
                found == 1
            };
        }
        if (p_v.has_improved_min_max() && p_v.has_legacy_min_max()) {
            let _ = { super::statistics::CoveredClustering::skip(r) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_STATS_METADATA_COVERED_CLUSTERING_LATE, None)
                })?;
        }
        let f_first_key = if p_v.has_key_range() {
            Some(
                { super::common::BytesUvint::skip(r) }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_STATS_METADATA_FIRST_KEY, None)
                    })?,
            )
        } else {
            None
        };
        let f_last_key = if p_v.has_key_range() {
            Some(
                { super::common::BytesUvint::skip(r) }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_STATS_METADATA_LAST_KEY, None)
                    })?,
            )
        } else {
            None
        };
        let f_token_space_coverage = if p_v.has_token_space_coverage() {
            Some(r.f64_be(&SITE_STATS_METADATA_TOKEN_SPACE_COVERAGE)?)
        } else {
            None
        };
        r.rest();
        Ok(())
    }
}
impl StatsMetadata {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        p_v: super::version::SstableVersion,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_estimated_partition_size = {
            let value = ();
            w.enter(&SITE_STATS_METADATA_ESTIMATED_PARTITION_SIZE, None, r.offset());
            let asked = { super::statistics::EstimatedHistogram::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_STATS_METADATA_ESTIMATED_PARTITION_SIZE, None)
                })?;
            w.leave(r.offset());
            value
        };
        let f_estimated_cell_per_partition_count = {
            let value = ();
            w.enter(
                &SITE_STATS_METADATA_ESTIMATED_CELL_PER_PARTITION_COUNT,
                None,
                r.offset(),
            );
            let asked = { super::statistics::EstimatedHistogram::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e
                        .within(
                            &SITE_STATS_METADATA_ESTIMATED_CELL_PER_PARTITION_COUNT,
                            None,
                        )
                })?;
            w.leave(r.offset());
            value
        };
        let f_commit_log_upper_bound = {
            let value = ();
            w.enter(&SITE_STATS_METADATA_COMMIT_LOG_UPPER_BOUND, None, r.offset());
            let asked = { super::statistics::CommitLogPosition::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_STATS_METADATA_COMMIT_LOG_UPPER_BOUND, None)
                })?;
            w.leave(r.offset());
            value
        };
        let f_min_timestamp = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i64_be(&SITE_STATS_METADATA_MIN_TIMESTAMP)? }
            };
            let offset = r.offset();
            let leaf = r.i64_be(&SITE_STATS_METADATA_MIN_TIMESTAMP)?;
            w.leaf(
                &SITE_STATS_METADATA_MIN_TIMESTAMP,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_max_timestamp = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i64_be(&SITE_STATS_METADATA_MAX_TIMESTAMP)? }
            };
            let offset = r.offset();
            let leaf = r.i64_be(&SITE_STATS_METADATA_MAX_TIMESTAMP)?;
            w.leaf(
                &SITE_STATS_METADATA_MAX_TIMESTAMP,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_min_local_deletion_time = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u32_be(&SITE_STATS_METADATA_MIN_LOCAL_DELETION_TIME)? }
            };
            let offset = r.offset();
            let leaf = r.u32_be(&SITE_STATS_METADATA_MIN_LOCAL_DELETION_TIME)?;
            w.leaf(
                &SITE_STATS_METADATA_MIN_LOCAL_DELETION_TIME,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            value
        };
        let f_max_local_deletion_time = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u32_be(&SITE_STATS_METADATA_MAX_LOCAL_DELETION_TIME)? }
            };
            let offset = r.offset();
            let leaf = r.u32_be(&SITE_STATS_METADATA_MAX_LOCAL_DELETION_TIME)?;
            w.leaf(
                &SITE_STATS_METADATA_MAX_LOCAL_DELETION_TIME,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            value
        };
        let f_min_ttl = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_STATS_METADATA_MIN_TTL)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_STATS_METADATA_MIN_TTL)?;
            w.leaf(
                &SITE_STATS_METADATA_MIN_TTL,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_max_ttl = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_STATS_METADATA_MAX_TTL)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_STATS_METADATA_MAX_TTL)?;
            w.leaf(
                &SITE_STATS_METADATA_MAX_TTL,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_compression_ratio = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.f64_be(&SITE_STATS_METADATA_COMPRESSION_RATIO)? }
            };
            let offset = r.offset();
            let leaf = r.f64_be(&SITE_STATS_METADATA_COMPRESSION_RATIO)?;
            w.leaf(
                &SITE_STATS_METADATA_COMPRESSION_RATIO,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Double(leaf),
            );
            value
        };
        let f_max_bin_size = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_STATS_METADATA_MAX_BIN_SIZE)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_STATS_METADATA_MAX_BIN_SIZE)?;
            w.leaf(
                &SITE_STATS_METADATA_MAX_BIN_SIZE,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_num_tombstone_bins = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_STATS_METADATA_NUM_TOMBSTONE_BINS)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_STATS_METADATA_NUM_TOMBSTONE_BINS)?;
            w.leaf(
                &SITE_STATS_METADATA_NUM_TOMBSTONE_BINS,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_tombstone_bins = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let (count, bits, args) = (
                            i64::from(f_num_tombstone_bins),
                            super::statistics::BinRef::bits((p_v,)),
                            (p_v,),
                        );
                        __rt::array::ArrayView::<
                            '_,
                            super::statistics::BinRef<'_>,
                        >::take(
                            r,
                            count,
                            bits,
                            args,
                            &SITE_STATS_METADATA_TOMBSTONE_BINS,
                        )?
                    }
                }
            };
            let count = __rt::array::count(
                r,
                i64::from(f_num_tombstone_bins),
                0,
                &SITE_STATS_METADATA_TOMBSTONE_BINS,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    w.enter(
                        &SITE_STATS_METADATA_TOMBSTONE_BINS,
                        Some(index as u64),
                        r.offset(),
                    );
                    let asked = {
                        let arg0 = p_v;
                        super::statistics::Bin::walk(r, arg0, w)
                    }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_STATS_METADATA_TOMBSTONE_BINS, None)
                        })?;
                    w.leave(r.offset());
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_STATS_METADATA_TOMBSTONE_BINS, index)
                    })?;
            }
            value
        };
        let f_sstable_level = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_STATS_METADATA_SSTABLE_LEVEL)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_STATS_METADATA_SSTABLE_LEVEL)?;
            w.leaf(
                &SITE_STATS_METADATA_SSTABLE_LEVEL,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_repaired_at = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i64_be(&SITE_STATS_METADATA_REPAIRED_AT)? }
            };
            let offset = r.offset();
            let leaf = r.i64_be(&SITE_STATS_METADATA_REPAIRED_AT)?;
            w.leaf(
                &SITE_STATS_METADATA_REPAIRED_AT,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_legacy_min_clustering = if p_v.has_legacy_min_max() {
            let value = ();
            w.enter(&SITE_STATS_METADATA_LEGACY_MIN_CLUSTERING, None, r.offset());
            let asked = { super::statistics::LegacyClustering::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_STATS_METADATA_LEGACY_MIN_CLUSTERING, None)
                })?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        let f_legacy_max_clustering = if p_v.has_legacy_min_max() {
            let value = ();
            w.enter(&SITE_STATS_METADATA_LEGACY_MAX_CLUSTERING, None, r.offset());
            let asked = { super::statistics::LegacyClustering::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_STATS_METADATA_LEGACY_MAX_CLUSTERING, None)
                })?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        let layout_covered_clustering = if (p_v.has_improved_min_max()
            && !(p_v.has_legacy_min_max()))
        {
            let value = ();
            w.enter(&SITE_STATS_METADATA_COVERED_CLUSTERING, None, r.offset());
            let asked = { super::statistics::CoveredClustering::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_STATS_METADATA_COVERED_CLUSTERING, None)
                })?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        let f_has_legacy_counter_shards = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let found = r
                            .u8(&SITE_STATS_METADATA_HAS_LEGACY_COUNTER_SHARDS)?;
                        if found > 1 {
                            let kind = __rt::ReadErrorKind::UnknownValue {
                                found: i64::from(found),
                                expected: "truth value (0 or 1)",
                            };
                            return Err(
                                r
                                    .error_before(
                                        1,
                                        kind,
                                        &SITE_STATS_METADATA_HAS_LEGACY_COUNTER_SHARDS,
                                    )
                                    .into(),
                            );
                        }
                        found == 1
                    }
                }
            };
            let offset = r.offset();
            let leaf = {
                let found = r.u8(&SITE_STATS_METADATA_HAS_LEGACY_COUNTER_SHARDS)?;
                if found > 1 {
                    let kind = __rt::ReadErrorKind::UnknownValue {
                        found: i64::from(found),
                        expected: "truth value (0 or 1)",
                    };
                    return Err(
                        r
                            .error_before(
                                1,
                                kind,
                                &SITE_STATS_METADATA_HAS_LEGACY_COUNTER_SHARDS,
                            )
                            .into(),
                    );
                }
                found == 1
            };
            w.leaf(
                &SITE_STATS_METADATA_HAS_LEGACY_COUNTER_SHARDS,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Bool(leaf),
            );
            value
        };
        let f_total_columns_set = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i64_be(&SITE_STATS_METADATA_TOTAL_COLUMNS_SET)? }
            };
            let offset = r.offset();
            let leaf = r.i64_be(&SITE_STATS_METADATA_TOTAL_COLUMNS_SET)?;
            w.leaf(
                &SITE_STATS_METADATA_TOTAL_COLUMNS_SET,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_total_rows = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i64_be(&SITE_STATS_METADATA_TOTAL_ROWS)? }
            };
            let offset = r.offset();
            let leaf = r.i64_be(&SITE_STATS_METADATA_TOTAL_ROWS)?;
            w.leaf(
                &SITE_STATS_METADATA_TOTAL_ROWS,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_commit_log_lower_bound = if p_v.has_commit_log_lower_bound() {
            let value = ();
            w.enter(&SITE_STATS_METADATA_COMMIT_LOG_LOWER_BOUND, None, r.offset());
            let asked = { super::statistics::CommitLogPosition::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_STATS_METADATA_COMMIT_LOG_LOWER_BOUND, None)
                })?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        let f_commit_log_intervals = if p_v.has_commit_log_intervals() {
            let value = ();
            w.enter(&SITE_STATS_METADATA_COMMIT_LOG_INTERVALS, None, r.offset());
            let asked = { super::statistics::CommitLogIntervals::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_STATS_METADATA_COMMIT_LOG_INTERVALS, None)
                })?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        let f_has_pending_repair = if p_v.has_pending_repair() {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u8(&SITE_STATS_METADATA_HAS_PENDING_REPAIR)? }
            };
            let offset = r.offset();
            let leaf = r.u8(&SITE_STATS_METADATA_HAS_PENDING_REPAIR)?;
            w.leaf(
                &SITE_STATS_METADATA_HAS_PENDING_REPAIR,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        let f_pending_repair = if (p_v.has_pending_repair()
            && (i64::from(
                f_has_pending_repair
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "has_pending_repair",
                                },
                                &SITE_STATS_METADATA_PENDING_REPAIR,
                            )
                    })?,
            ) != 0i64))
        {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let len = 16i64;
                        r.take_i(len, &SITE_STATS_METADATA_PENDING_REPAIR)?
                    }
                }
            };
            let offset = r.offset();
            let leaf = {
                let len = 16i64;
                r.take_i(len, &SITE_STATS_METADATA_PENDING_REPAIR)?
            };
            w.leaf(
                &SITE_STATS_METADATA_PENDING_REPAIR,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Bytes(leaf),
            );
            Some(value)
        } else {
            None
        };
        let f_has_zero_copy_metadata = if p_v.has_zero_copy_metadata() {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u8(&SITE_STATS_METADATA_HAS_ZERO_COPY_METADATA)? }
            };
            let offset = r.offset();
            let leaf = r.u8(&SITE_STATS_METADATA_HAS_ZERO_COPY_METADATA)?;
            w.leaf(
                &SITE_STATS_METADATA_HAS_ZERO_COPY_METADATA,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        let f_zero_copy_metadata = if (p_v.has_zero_copy_metadata()
            && (i64::from(
                f_has_zero_copy_metadata
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "has_zero_copy_metadata",
                                },
                                &SITE_STATS_METADATA_ZERO_COPY_METADATA,
                            )
                    })?,
            ) != 0i64))
        {
            let value = ();
            w.enter(&SITE_STATS_METADATA_ZERO_COPY_METADATA, None, r.offset());
            let asked = { super::statistics::ZeroCopyMetadata::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_STATS_METADATA_ZERO_COPY_METADATA, None)
                })?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        let f_incremental_node_sync_time = if p_v.has_incremental_node_sync_metadata() {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i64_be(&SITE_STATS_METADATA_INCREMENTAL_NODE_SYNC_TIME)? }
            };
            let offset = r.offset();
            let leaf = r.i64_be(&SITE_STATS_METADATA_INCREMENTAL_NODE_SYNC_TIME)?;
            w.leaf(
                &SITE_STATS_METADATA_INCREMENTAL_NODE_SYNC_TIME,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        let f_max_column_value_lengths = if p_v.has_max_column_value_lengths() {
            let value = ();
            w.enter(&SITE_STATS_METADATA_MAX_COLUMN_VALUE_LENGTHS, None, r.offset());
            let asked = { super::statistics::MaxColumnValueLengths::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_STATS_METADATA_MAX_COLUMN_VALUE_LENGTHS, None)
                })?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        let f_is_transient = if p_v.has_is_transient() {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let found = r.u8(&SITE_STATS_METADATA_IS_TRANSIENT)?;
                        if found > 1 {
                            let kind = __rt::ReadErrorKind::UnknownValue {
                                found: i64::from(found),
                                expected: "truth value (0 or 1)",
                            };
                            return Err(
                                r
                                    .error_before(1, kind, &SITE_STATS_METADATA_IS_TRANSIENT)
                                    .into(),
                            );
                        }
                        found == 1
                    }
                }
            };
            let offset = r.offset();
            let leaf = {
                let found = r.u8(&SITE_STATS_METADATA_IS_TRANSIENT)?;
                if found > 1 {
                    let kind = __rt::ReadErrorKind::UnknownValue {
                        found: i64::from(found),
                        expected: "truth value (0 or 1)",
                    };
                    return Err(
                        r.error_before(1, kind, &SITE_STATS_METADATA_IS_TRANSIENT).into(),
                    );
                }
                found == 1
            };
            w.leaf(
                &SITE_STATS_METADATA_IS_TRANSIENT,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Bool(leaf),
            );
            Some(value)
        } else {
            None
        };
        let layout_misplaced_has_partition_level_deletions = if p_v
            .has_misplaced_partition_level_deletions_presence_marker()
        {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let found = r
                            .u8(
                                &SITE_STATS_METADATA_MISPLACED_HAS_PARTITION_LEVEL_DELETIONS,
                            )?;
                        if found > 1 {
                            let kind = __rt::ReadErrorKind::UnknownValue {
                                found: i64::from(found),
                                expected: "truth value (0 or 1)",
                            };
                            return Err(
                                r
                                    .error_before(
                                        1,
                                        kind,
                                        &SITE_STATS_METADATA_MISPLACED_HAS_PARTITION_LEVEL_DELETIONS,
                                    )
                                    .into(),
                            );
                        }
                        found == 1
                    }
                }
            };
            let offset = r.offset();
            let leaf = {
                let found = r
                    .u8(&SITE_STATS_METADATA_MISPLACED_HAS_PARTITION_LEVEL_DELETIONS)?;
                if found > 1 {
                    let kind = __rt::ReadErrorKind::UnknownValue {
                        found: i64::from(found),
                        expected: "truth value (0 or 1)",
                    };
                    return Err(
                        r
                            .error_before(
                                1,
                                kind,
                                &SITE_STATS_METADATA_MISPLACED_HAS_PARTITION_LEVEL_DELETIONS,
                            )
                            .into(),
                    );
                }
                found == 1
            };
            w.leaf(
                &SITE_STATS_METADATA_MISPLACED_HAS_PARTITION_LEVEL_DELETIONS,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Bool(leaf),
            );
            Some(value)
        } else {
            None
        };
        let f_has_originating_host_id = if p_v.has_originating_host_id() {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u8(&SITE_STATS_METADATA_HAS_ORIGINATING_HOST_ID)? }
            };
            let offset = r.offset();
            let leaf = r.u8(&SITE_STATS_METADATA_HAS_ORIGINATING_HOST_ID)?;
            w.leaf(
                &SITE_STATS_METADATA_HAS_ORIGINATING_HOST_ID,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        let f_originating_host_id = if (p_v.has_originating_host_id()
            && (i64::from(
                f_has_originating_host_id
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "has_originating_host_id",
                                },
                                &SITE_STATS_METADATA_ORIGINATING_HOST_ID,
                            )
                    })?,
            ) != 0i64))
        {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let len = 16i64;
                        r.take_i(len, &SITE_STATS_METADATA_ORIGINATING_HOST_ID)?
                    }
                }
            };
            let offset = r.offset();
            let leaf = {
                let len = 16i64;
                r.take_i(len, &SITE_STATS_METADATA_ORIGINATING_HOST_ID)?
            };
            w.leaf(
                &SITE_STATS_METADATA_ORIGINATING_HOST_ID,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Bytes(leaf),
            );
            Some(value)
        } else {
            None
        };
        let layout_has_partition_level_deletions = if p_v
            .has_partition_level_deletions_presence_marker()
        {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let found = r
                            .u8(&SITE_STATS_METADATA_HAS_PARTITION_LEVEL_DELETIONS)?;
                        if found > 1 {
                            let kind = __rt::ReadErrorKind::UnknownValue {
                                found: i64::from(found),
                                expected: "truth value (0 or 1)",
                            };
                            return Err(
                                r
                                    .error_before(
                                        1,
                                        kind,
                                        &SITE_STATS_METADATA_HAS_PARTITION_LEVEL_DELETIONS,
                                    )
                                    .into(),
                            );
                        }
                        found == 1
                    }
                }
            };
            let offset = r.offset();
            let leaf = {
                let found = r.u8(&SITE_STATS_METADATA_HAS_PARTITION_LEVEL_DELETIONS)?;
                if found > 1 {
                    let kind = __rt::ReadErrorKind::UnknownValue {
                        found: i64::from(found),
                        expected: "truth value (0 or 1)",
                    };
                    return Err(
                        r
                            .error_before(
                                1,
                                kind,
                                &SITE_STATS_METADATA_HAS_PARTITION_LEVEL_DELETIONS,
                            )
                            .into(),
                    );
                }
                found == 1
            };
            w.leaf(
                &SITE_STATS_METADATA_HAS_PARTITION_LEVEL_DELETIONS,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Bool(leaf),
            );
            Some(value)
        } else {
            None
        };
        let layout_covered_clustering_late = if (p_v.has_improved_min_max()
            && p_v.has_legacy_min_max())
        {
            let value = ();
            w.enter(&SITE_STATS_METADATA_COVERED_CLUSTERING_LATE, None, r.offset());
            let asked = { super::statistics::CoveredClustering::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_STATS_METADATA_COVERED_CLUSTERING_LATE, None)
                })?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        let f_first_key = if p_v.has_key_range() {
            let value = ();
            w.enter(&SITE_STATS_METADATA_FIRST_KEY, None, r.offset());
            let asked = { super::common::BytesUvint::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_STATS_METADATA_FIRST_KEY, None)
                })?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        let f_last_key = if p_v.has_key_range() {
            let value = ();
            w.enter(&SITE_STATS_METADATA_LAST_KEY, None, r.offset());
            let asked = { super::common::BytesUvint::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_STATS_METADATA_LAST_KEY, None)
                })?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        let f_token_space_coverage = if p_v.has_token_space_coverage() {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.f64_be(&SITE_STATS_METADATA_TOKEN_SPACE_COVERAGE)? }
            };
            let offset = r.offset();
            let leaf = r.f64_be(&SITE_STATS_METADATA_TOKEN_SPACE_COVERAGE)?;
            w.leaf(
                &SITE_STATS_METADATA_TOKEN_SPACE_COVERAGE,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Double(leaf),
            );
            Some(value)
        } else {
            None
        };
        if !r.at_end() {
            let (offset, rest) = (r.offset(), r.rest());
            w.leaf(
                &SITE_STATS_METADATA_TRAILING,
                None,
                offset,
                rest.len() as u64,
                __rt::Value::Bytes(rest),
            );
        }
        Ok(())
    }
}
impl StatsMetadata {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(
        &self,
        w: &mut S,
        p_v: super::version::SstableVersion,
    ) -> __rt::sink::WriteResult<()> {
        self.estimated_partition_size.encode(w)?;
        self.estimated_cell_per_partition_count.encode(w)?;
        self.commit_log_upper_bound.encode(w)?;
        w.put(&self.min_timestamp.to_be_bytes());
        w.put(&self.max_timestamp.to_be_bytes());
        w.put(&self.min_local_deletion_time.to_be_bytes());
        w.put(&self.max_local_deletion_time.to_be_bytes());
        w.put(&self.min_ttl.to_be_bytes());
        w.put(&self.max_ttl.to_be_bytes());
        w.put(&self.compression_ratio.to_be_bytes());
        w.put(&self.max_bin_size.to_be_bytes());
        let f_num_tombstone_bins = __rt::sink::narrow::<
            i32,
            _,
        >(self.tombstone_bins.len() as i64, &SITE_STATS_METADATA_NUM_TOMBSTONE_BINS)?;
        if !((i64::from((f_num_tombstone_bins)) >= 0i64)) {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    &SITE_STATS_METADATA_NUM_TOMBSTONE_BINS,
                ),
            );
        }
        w.put(&f_num_tombstone_bins.to_be_bytes());
        for e in &self.tombstone_bins {
            e.encode(w, p_v)?;
        }
        w.put(&self.sstable_level.to_be_bytes());
        w.put(&self.repaired_at.to_be_bytes());
        if let Some(v) = __rt::sink::needed(
            &self.legacy_min_clustering,
            p_v.has_legacy_min_max(),
            &SITE_STATS_METADATA_LEGACY_MIN_CLUSTERING,
        )? {
            v.encode(w)?;
        }
        if let Some(v) = __rt::sink::needed(
            &self.legacy_max_clustering,
            p_v.has_legacy_min_max(),
            &SITE_STATS_METADATA_LEGACY_MAX_CLUSTERING,
        )? {
            v.encode(w)?;
        }
        if let Some(v) = __rt::sink::needed(
            &self.covered_clustering,
            (p_v.has_improved_min_max() && !(p_v.has_legacy_min_max())),
            &SITE_STATS_METADATA_COVERED_CLUSTERING,
        )? {
            v.encode(w)?;
        }
        w.put(&u8::from(self.has_legacy_counter_shards).to_be_bytes());
        w.put(&self.total_columns_set.to_be_bytes());
        w.put(&self.total_rows.to_be_bytes());
        if let Some(v) = __rt::sink::needed(
            &self.commit_log_lower_bound,
            p_v.has_commit_log_lower_bound(),
            &SITE_STATS_METADATA_COMMIT_LOG_LOWER_BOUND,
        )? {
            v.encode(w)?;
        }
        if let Some(v) = __rt::sink::needed(
            &self.commit_log_intervals,
            p_v.has_commit_log_intervals(),
            &SITE_STATS_METADATA_COMMIT_LOG_INTERVALS,
        )? {
            v.encode(w)?;
        }
        let f_has_pending_repair = if p_v.has_pending_repair() {
            Some(u8::from(self.pending_repair.is_some()))
        } else {
            None
        };
        if let Some(v) = f_has_pending_repair {
            w.put(&v.to_be_bytes());
        }
        if let Some(v) = __rt::sink::agreed(
            &self.pending_repair,
            (p_v.has_pending_repair()
                && (i64::from(
                    f_has_pending_repair
                        .ok_or_else(|| __rt::WriteError::new(
                            __rt::WriteErrorKind::Expression {
                                what: "a field that is needed is absent",
                            },
                            &SITE_STATS_METADATA_PENDING_REPAIR,
                        ))?,
                ) != 0i64)),
            &SITE_STATS_METADATA_PENDING_REPAIR,
        )? {
            __rt::sink::exact(
                v.len() as u64,
                16i64,
                &SITE_STATS_METADATA_PENDING_REPAIR,
            )?;
            w.put(v);
        }
        let f_has_zero_copy_metadata = if p_v.has_zero_copy_metadata() {
            Some(u8::from(self.zero_copy_metadata.is_some()))
        } else {
            None
        };
        if let Some(v) = f_has_zero_copy_metadata {
            w.put(&v.to_be_bytes());
        }
        if let Some(v) = __rt::sink::agreed(
            &self.zero_copy_metadata,
            (p_v.has_zero_copy_metadata()
                && (i64::from(
                    f_has_zero_copy_metadata
                        .ok_or_else(|| __rt::WriteError::new(
                            __rt::WriteErrorKind::Expression {
                                what: "a field that is needed is absent",
                            },
                            &SITE_STATS_METADATA_ZERO_COPY_METADATA,
                        ))?,
                ) != 0i64)),
            &SITE_STATS_METADATA_ZERO_COPY_METADATA,
        )? {
            v.encode(w)?;
        }
        if let Some(v) = __rt::sink::needed(
            &self.incremental_node_sync_time,
            p_v.has_incremental_node_sync_metadata(),
            &SITE_STATS_METADATA_INCREMENTAL_NODE_SYNC_TIME,
        )? {
            w.put(&v.to_be_bytes());
        }
        if let Some(v) = __rt::sink::needed(
            &self.max_column_value_lengths,
            p_v.has_max_column_value_lengths(),
            &SITE_STATS_METADATA_MAX_COLUMN_VALUE_LENGTHS,
        )? {
            v.encode(w)?;
        }
        if p_v.has_is_transient() {
            w.put(&u8::from(self.is_transient).to_be_bytes());
        } else {
            __rt::sink::left_out(
                self.is_transient != false,
                &SITE_STATS_METADATA_IS_TRANSIENT,
            )?;
        }
        if let Some(v) = __rt::sink::needed(
            &self.has_partition_level_deletions,
            p_v.has_misplaced_partition_level_deletions_presence_marker(),
            &SITE_STATS_METADATA_MISPLACED_HAS_PARTITION_LEVEL_DELETIONS,
        )? {
            w.put(&u8::from(*v).to_be_bytes());
        }
        let f_has_originating_host_id = if p_v.has_originating_host_id() {
            Some(u8::from(self.originating_host_id.is_some()))
        } else {
            None
        };
        if let Some(v) = f_has_originating_host_id {
            w.put(&v.to_be_bytes());
        }
        if let Some(v) = __rt::sink::agreed(
            &self.originating_host_id,
            (p_v.has_originating_host_id()
                && (i64::from(
                    f_has_originating_host_id
                        .ok_or_else(|| __rt::WriteError::new(
                            __rt::WriteErrorKind::Expression {
                                what: "a field that is needed is absent",
                            },
                            &SITE_STATS_METADATA_ORIGINATING_HOST_ID,
                        ))?,
                ) != 0i64)),
            &SITE_STATS_METADATA_ORIGINATING_HOST_ID,
        )? {
            __rt::sink::exact(
                v.len() as u64,
                16i64,
                &SITE_STATS_METADATA_ORIGINATING_HOST_ID,
            )?;
            w.put(v);
        }
        if let Some(v) = __rt::sink::needed(
            &self.has_partition_level_deletions,
            p_v.has_partition_level_deletions_presence_marker(),
            &SITE_STATS_METADATA_HAS_PARTITION_LEVEL_DELETIONS,
        )? {
            w.put(&u8::from(*v).to_be_bytes());
        }
        if !(p_v.has_misplaced_partition_level_deletions_presence_marker()
            || p_v.has_partition_level_deletions_presence_marker())
        {
            __rt::sink::left_out(
                false,
                &SITE_STATS_METADATA_HAS_PARTITION_LEVEL_DELETIONS,
            )?;
        }
        if let Some(v) = __rt::sink::needed(
            &self.covered_clustering,
            (p_v.has_improved_min_max() && p_v.has_legacy_min_max()),
            &SITE_STATS_METADATA_COVERED_CLUSTERING_LATE,
        )? {
            v.encode(w)?;
        }
        if !((p_v.has_improved_min_max() && !(p_v.has_legacy_min_max()))
            || (p_v.has_improved_min_max() && p_v.has_legacy_min_max()))
        {
            __rt::sink::left_out(false, &SITE_STATS_METADATA_COVERED_CLUSTERING_LATE)?;
        }
        if let Some(v) = __rt::sink::needed(
            &self.first_key,
            p_v.has_key_range(),
            &SITE_STATS_METADATA_FIRST_KEY,
        )? {
            v.encode(w)?;
        }
        if let Some(v) = __rt::sink::needed(
            &self.last_key,
            p_v.has_key_range(),
            &SITE_STATS_METADATA_LAST_KEY,
        )? {
            v.encode(w)?;
        }
        if let Some(v) = __rt::sink::needed(
            &self.token_space_coverage,
            p_v.has_token_space_coverage(),
            &SITE_STATS_METADATA_TOKEN_SPACE_COVERAGE,
        )? {
            w.put(&v.to_be_bytes());
        }
        w.put(&self.trailing);
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(
        &self,
        p_v: super::version::SstableVersion,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, p_v)?;
        Ok(counter.pos())
    }
}
static SITE_ESTIMATED_HISTOGRAM__SELF: __rt::Site = __rt::Site {
    owner: "estimated_histogram",
    field: "_self",
    file: "sstable/sstable_statistics.ksy",
    line: 312u32,
};
static SITE_ESTIMATED_HISTOGRAM_NUM_BUCKETS: __rt::Site = __rt::Site {
    owner: "estimated_histogram",
    field: "num_buckets",
    file: "sstable/sstable_statistics.ksy",
    line: 318u32,
};
static SITE_ESTIMATED_HISTOGRAM_BUCKETS: __rt::Site = __rt::Site {
    owner: "estimated_histogram",
    field: "buckets",
    file: "sstable/sstable_statistics.ksy",
    line: 324u32,
};
/**Counts of values in buckets whose bounds grow by a fifth from one to the next. A bucket counts the values above its lower bound, up to
the next bucket's lower bound. The last one counts all above; if it is not 0, the histogram has overflowed.*/
///
///Specification: `sstable/sstable_statistics.ksy`, line 312. Cassandra: org.apache.cassandra.utils.EstimatedHistogram.EstimatedHistogramSerializer.
#[derive(Debug, Clone, PartialEq)]
pub struct EstimatedHistogram {
    ///The buckets, ascending.
    pub buckets: Vec<super::statistics::Bucket>,
}
impl EstimatedHistogram {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let start = r.offset();
        let f_num_buckets = r.i32_be(&SITE_ESTIMATED_HISTOGRAM_NUM_BUCKETS)?;
        if !((i64::from(f_num_buckets) >= 1i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_buckets),
                expected: "a value within its range (Number of buckets.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_ESTIMATED_HISTOGRAM_NUM_BUCKETS)
                    .into(),
            );
        }
        let v_buckets: __rt::array::ArrayView<'_, super::statistics::BucketRef<'_>> = __rt::array::ArrayView::take(
            &mut r.clone(),
            i64::from(f_num_buckets),
            super::statistics::BucketRef::bits(()),
            (),
            &SITE_ESTIMATED_HISTOGRAM_BUCKETS,
        )?;
        let f_buckets = {
            let count = __rt::array::count(
                r,
                i64::from(f_num_buckets),
                16,
                &SITE_ESTIMATED_HISTOGRAM_BUCKETS,
            )?;
            #[allow(unused_mut)]
            let mut all = __rt::array::reserve(count);
            for index in 0..count {
                #[allow(unused_variables)]
                let index = index as i64;
                all.push(
                    (|| -> __rt::error::Result<_> {
                        { super::statistics::Bucket::decode(r) }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_ESTIMATED_HISTOGRAM_BUCKETS, None)
                            })
                    })()
                        .map_err(|e: __rt::ReadError| {
                            e.at_index(&SITE_ESTIMATED_HISTOGRAM_BUCKETS, index)
                        })?,
                );
            }
            all
        };
        Ok(Self { buckets: f_buckets })
    }
}
///The head of a [`EstimatedHistogram`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct EstimatedHistogramRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Number of buckets.
    pub num_buckets: i32,
    ///The buckets, ascending.
    pub buckets: __rt::array::ArrayView<'a, super::statistics::BucketRef<'a>>,
}
impl<'a> EstimatedHistogramRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let start = r.offset();
        let f_num_buckets = r.i32_be(&SITE_ESTIMATED_HISTOGRAM_NUM_BUCKETS)?;
        if !((i64::from(f_num_buckets) >= 1i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_buckets),
                expected: "a value within its range (Number of buckets.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_ESTIMATED_HISTOGRAM_NUM_BUCKETS)
                    .into(),
            );
        }
        let f_buckets = {
            let (count, bits, args) = (
                i64::from(f_num_buckets),
                super::statistics::BucketRef::bits(()),
                (),
            );
            __rt::array::ArrayView::<
                '_,
                super::statistics::BucketRef<'_>,
            >::take(r, count, bits, args, &SITE_ESTIMATED_HISTOGRAM_BUCKETS)?
        };
        Ok({
            super::statistics::EstimatedHistogramRef {
                lifetime: std::marker::PhantomData,
                num_buckets: f_num_buckets,
                buckets: f_buckets,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_ESTIMATED_HISTOGRAM__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_ESTIMATED_HISTOGRAM_NUM_BUCKETS,
            &SITE_ESTIMATED_HISTOGRAM_BUCKETS,
        ];
        FIELDS
    }
}
impl EstimatedHistogram {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let start = r.offset();
        let f_num_buckets = r.i32_be(&SITE_ESTIMATED_HISTOGRAM_NUM_BUCKETS)?;
        if !((i64::from(f_num_buckets) >= 1i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_buckets),
                expected: "a value within its range (Number of buckets.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_ESTIMATED_HISTOGRAM_NUM_BUCKETS)
                    .into(),
            );
        }
        let f_buckets = {
            let (count, bits, args) = (
                i64::from(f_num_buckets),
                super::statistics::BucketRef::bits(()),
                (),
            );
            __rt::array::ArrayView::<
                '_,
                super::statistics::BucketRef<'_>,
            >::take(r, count, bits, args, &SITE_ESTIMATED_HISTOGRAM_BUCKETS)?
        };
        Ok(())
    }
}
impl EstimatedHistogram {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_num_buckets = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_ESTIMATED_HISTOGRAM_NUM_BUCKETS)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_ESTIMATED_HISTOGRAM_NUM_BUCKETS)?;
            w.leaf(
                &SITE_ESTIMATED_HISTOGRAM_NUM_BUCKETS,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_buckets = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let (count, bits, args) = (
                            i64::from(f_num_buckets),
                            super::statistics::BucketRef::bits(()),
                            (),
                        );
                        __rt::array::ArrayView::<
                            '_,
                            super::statistics::BucketRef<'_>,
                        >::take(r, count, bits, args, &SITE_ESTIMATED_HISTOGRAM_BUCKETS)?
                    }
                }
            };
            let count = __rt::array::count(
                r,
                i64::from(f_num_buckets),
                0,
                &SITE_ESTIMATED_HISTOGRAM_BUCKETS,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    w.enter(
                        &SITE_ESTIMATED_HISTOGRAM_BUCKETS,
                        Some(index as u64),
                        r.offset(),
                    );
                    let asked = { super::statistics::Bucket::walk(r, w) }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_ESTIMATED_HISTOGRAM_BUCKETS, None)
                        })?;
                    w.leave(r.offset());
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_ESTIMATED_HISTOGRAM_BUCKETS, index)
                    })?;
            }
            value
        };
        Ok(())
    }
}
impl EstimatedHistogram {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        let f_num_buckets = __rt::sink::narrow::<
            i32,
            _,
        >(self.buckets.len() as i64, &SITE_ESTIMATED_HISTOGRAM_NUM_BUCKETS)?;
        if !((i64::from((f_num_buckets)) >= 1i64)) {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    &SITE_ESTIMATED_HISTOGRAM_NUM_BUCKETS,
                ),
            );
        }
        w.put(&f_num_buckets.to_be_bytes());
        for e in &self.buckets {
            e.encode(w)?;
        }
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
static SITE_BUCKET__SELF: __rt::Site = __rt::Site {
    owner: "bucket",
    field: "_self",
    file: "sstable/sstable_statistics.ksy",
    line: 330u32,
};
static SITE_BUCKET_OFFSET: __rt::Site = __rt::Site {
    owner: "bucket",
    field: "offset",
    file: "sstable/sstable_statistics.ksy",
    line: 334u32,
};
static SITE_BUCKET_COUNT: __rt::Site = __rt::Site {
    owner: "bucket",
    field: "count",
    file: "sstable/sstable_statistics.ksy",
    line: 339u32,
};
///One bucket.
///
///Specification: `sstable/sstable_statistics.ksy`, line 330. Cassandra: org.apache.cassandra.utils.EstimatedHistogram.
#[derive(Debug, Clone, PartialEq, ::binrw::BinRead, ::binrw::BinWrite)]
#[brw(big)]
pub struct Bucket {
    /**Lower bound, which itself does not belong to the bucket. The first bucket has none, and repeats the second one's, up to which it
counts.*/
    pub offset: i64,
    ///Number of values.
    pub count: i64,
}
impl Bucket {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let at = *r;
        let bytes = r.take(16, &SITE_BUCKET__SELF)?;
        ::binrw::BinRead::read(&mut std::io::Cursor::new(bytes))
            .map_err(|_| {
                at
                    .error(
                        __rt::ReadErrorKind::UnexpectedEnd {
                            needed: 16,
                            available: bytes.len() as u64,
                        },
                        &SITE_BUCKET__SELF,
                    )
            })
    }
}
///The head of a [`Bucket`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct BucketRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /**Lower bound, which itself does not belong to the bucket. The first bucket has none, and repeats the second one's, up to which it
counts.*/
    pub offset: i64,
    ///Number of values.
    pub count: i64,
}
impl<'a> BucketRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_offset = r.i64_be(&SITE_BUCKET_OFFSET)?;
        let f_count = r.i64_be(&SITE_BUCKET_COUNT)?;
        Ok({
            super::statistics::BucketRef {
                lifetime: std::marker::PhantomData,
                offset: f_offset,
                count: f_count,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_BUCKET__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[&SITE_BUCKET_OFFSET, &SITE_BUCKET_COUNT];
        FIELDS
    }
}
impl BucketRef<'_> {
    /// Width in bits.
    pub fn bits(args: ()) -> u64 {
        #[allow(unused_variables)]
        let () = args;
        let mut bits = 0u64;
        bits += 64;
        bits += 64;
        bits
    }
}
impl<'a> __rt::array::Element<'a> for BucketRef<'a> {
    type Args = ();
    fn get(
        r: &mut __rt::Reader<'a>,
        args: Self::Args,
        _: &'static __rt::Site,
    ) -> __rt::error::Result<Self> {
        #[allow(unused_variables)]
        let () = args;
        let begin = r.offset();
        let f_offset = r.i64_be(&SITE_BUCKET_OFFSET)?;
        let f_count = r.i64_be(&SITE_BUCKET_COUNT)?;
        Ok({
            super::statistics::BucketRef {
                lifetime: std::marker::PhantomData,
                offset: f_offset,
                count: f_count,
            }
        })
    }
}
impl Bucket {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let f_offset = r.i64_be(&SITE_BUCKET_OFFSET)?;
        let f_count = r.i64_be(&SITE_BUCKET_COUNT)?;
        Ok(())
    }
}
impl Bucket {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_offset = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i64_be(&SITE_BUCKET_OFFSET)? }
            };
            let offset = r.offset();
            let leaf = r.i64_be(&SITE_BUCKET_OFFSET)?;
            w.leaf(
                &SITE_BUCKET_OFFSET,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_count = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i64_be(&SITE_BUCKET_COUNT)? }
            };
            let offset = r.offset();
            let leaf = r.i64_be(&SITE_BUCKET_COUNT)?;
            w.leaf(
                &SITE_BUCKET_COUNT,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        Ok(())
    }
}
impl Bucket {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        let mut bytes = [0u8; 16];
        ::binrw::BinWrite::write(self, &mut std::io::Cursor::new(bytes.as_mut_slice()))
            .map_err(|_| __rt::WriteError::new(
                __rt::WriteErrorKind::Expression {
                    what: "numbers of another width",
                },
                &SITE_BUCKET__SELF,
            ))?;
        w.put(&bytes);
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
static SITE_BIN__SELF: __rt::Site = __rt::Site {
    owner: "bin",
    field: "_self",
    file: "sstable/sstable_statistics.ksy",
    line: 342u32,
};
static SITE_BIN_POINT: __rt::Site = __rt::Site {
    owner: "bin",
    field: "point",
    file: "sstable/sstable_statistics.ksy",
    line: 354u32,
};
static SITE_BIN_INT_POINT: __rt::Site = __rt::Site {
    owner: "bin",
    field: "int_point",
    file: "sstable/sstable_statistics.ksy",
    line: 358u32,
};
static SITE_BIN_COUNT: __rt::Site = __rt::Site {
    owner: "bin",
    field: "count",
    file: "sstable/sstable_statistics.ksy",
    line: 363u32,
};
static SITE_BIN_INT_COUNT: __rt::Site = __rt::Site {
    owner: "bin",
    field: "int_count",
    file: "sstable/sstable_statistics.ksy",
    line: 367u32,
};
/**A bin of the tombstone histogram. It stands for all times that are nearer to it than to its neighbours. Before has_uint_deletion_time it
takes 16 bytes, with it 12.*/
///
///Specification: `sstable/sstable_statistics.ksy`, line 342. Cassandra: org.apache.cassandra.utils.streamhist.TombstoneHistogram.HistogramSerializer, org.apache.cassandra.utils.streamhist.TombstoneHistogram.LegacyHistogramSerializer.
#[derive(Debug, Clone, PartialEq)]
pub struct Bin {
    ///Local deletion time in seconds, mean of those in the bin; a whole number in most files.
    pub point: f64,
    ///Number of cells and deletions.
    pub count: i64,
}
impl Bin {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode(
        r: &mut __rt::Reader<'_>,
        p_v: super::version::SstableVersion,
    ) -> __rt::error::Result<Self> {
        let layout_point = if !(p_v.has_uint_deletion_time()) {
            let f_point = r.f64_be(&SITE_BIN_POINT)?;
            Some(f_point)
        } else {
            None
        };
        let layout_int_point = if p_v.has_uint_deletion_time() {
            let f_int_point = r.i64_be(&SITE_BIN_INT_POINT)?;
            Some(f_int_point)
        } else {
            None
        };
        let f_point = match match layout_point {
            Some(v) => Some(v),
            None => {
                match layout_int_point {
                    Some(v) => {
                        Some(__rt::convert::read::<f64, _>(v, r, &SITE_BIN_INT_POINT)?)
                    }
                    None => None,
                }
            }
        } {
            Some(v) => v,
            None => {
                return Err(
                    r
                        .error(
                            __rt::ReadErrorKind::Absent {
                                field: "point",
                            },
                            &SITE_BIN_POINT,
                        )
                        .into(),
                );
            }
        };
        let layout_count = if !(p_v.has_uint_deletion_time()) {
            let f_count = r.i64_be(&SITE_BIN_COUNT)?;
            Some(f_count)
        } else {
            None
        };
        let layout_int_count = if p_v.has_uint_deletion_time() {
            let f_int_count = r.i32_be(&SITE_BIN_INT_COUNT)?;
            Some(f_int_count)
        } else {
            None
        };
        let f_count = match match layout_count {
            Some(v) => Some(v),
            None => {
                match layout_int_count {
                    Some(v) => {
                        Some(__rt::convert::read::<i64, _>(v, r, &SITE_BIN_INT_COUNT)?)
                    }
                    None => None,
                }
            }
        } {
            Some(v) => v,
            None => {
                return Err(
                    r
                        .error(
                            __rt::ReadErrorKind::Absent {
                                field: "count",
                            },
                            &SITE_BIN_COUNT,
                        )
                        .into(),
                );
            }
        };
        Ok(Self {
            point: f_point,
            count: f_count,
        })
    }
}
///The head of a [`Bin`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct BinRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Local deletion time in seconds, mean of those in the bin; a whole number in most files.
    pub point: f64,
    ///Number of cells and deletions.
    pub count: i64,
}
impl<'a> BinRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(
        r: &mut __rt::Reader<'a>,
        p_v: super::version::SstableVersion,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let layout_point = if !(p_v.has_uint_deletion_time()) {
            let f_point = r.f64_be(&SITE_BIN_POINT)?;
            Some(f_point)
        } else {
            None
        };
        let layout_int_point = if p_v.has_uint_deletion_time() {
            let f_int_point = r.i64_be(&SITE_BIN_INT_POINT)?;
            Some(f_int_point)
        } else {
            None
        };
        let f_point = match match layout_point {
            Some(v) => Some(v),
            None => {
                match layout_int_point {
                    Some(v) => {
                        Some(__rt::convert::read::<f64, _>(v, r, &SITE_BIN_INT_POINT)?)
                    }
                    None => None,
                }
            }
        } {
            Some(v) => v,
            None => {
                return Err(
                    r
                        .error(
                            __rt::ReadErrorKind::Absent {
                                field: "point",
                            },
                            &SITE_BIN_POINT,
                        )
                        .into(),
                );
            }
        };
        let layout_count = if !(p_v.has_uint_deletion_time()) {
            let f_count = r.i64_be(&SITE_BIN_COUNT)?;
            Some(f_count)
        } else {
            None
        };
        let layout_int_count = if p_v.has_uint_deletion_time() {
            let f_int_count = r.i32_be(&SITE_BIN_INT_COUNT)?;
            Some(f_int_count)
        } else {
            None
        };
        let f_count = match match layout_count {
            Some(v) => Some(v),
            None => {
                match layout_int_count {
                    Some(v) => {
                        Some(__rt::convert::read::<i64, _>(v, r, &SITE_BIN_INT_COUNT)?)
                    }
                    None => None,
                }
            }
        } {
            Some(v) => v,
            None => {
                return Err(
                    r
                        .error(
                            __rt::ReadErrorKind::Absent {
                                field: "count",
                            },
                            &SITE_BIN_COUNT,
                        )
                        .into(),
                );
            }
        };
        Ok({
            super::statistics::BinRef {
                lifetime: std::marker::PhantomData,
                point: f_point,
                count: f_count,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_BIN__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_BIN_POINT,
            &SITE_BIN_INT_POINT,
            &SITE_BIN_COUNT,
            &SITE_BIN_INT_COUNT,
        ];
        FIELDS
    }
}
impl BinRef<'_> {
    /// Width in bits.
    pub fn bits(args: (super::version::SstableVersion,)) -> u64 {
        #[allow(unused_variables)]
        let (p_v,) = args;
        let mut bits = 0u64;
        if !(p_v.has_uint_deletion_time()) {
            bits += 64;
        }
        if p_v.has_uint_deletion_time() {
            bits += 64;
        }
        if !(p_v.has_uint_deletion_time()) {
            bits += 64;
        }
        if p_v.has_uint_deletion_time() {
            bits += 32;
        }
        bits
    }
}
impl<'a> __rt::array::Element<'a> for BinRef<'a> {
    type Args = (super::version::SstableVersion,);
    fn get(
        r: &mut __rt::Reader<'a>,
        args: Self::Args,
        _: &'static __rt::Site,
    ) -> __rt::error::Result<Self> {
        #[allow(unused_variables)]
        let (p_v,) = args;
        let begin = r.offset();
        let layout_point = if !(p_v.has_uint_deletion_time()) {
            let f_point = r.f64_be(&SITE_BIN_POINT)?;
            Some(f_point)
        } else {
            None
        };
        let layout_int_point = if p_v.has_uint_deletion_time() {
            let f_int_point = r.i64_be(&SITE_BIN_INT_POINT)?;
            Some(f_int_point)
        } else {
            None
        };
        let f_point = match match layout_point {
            Some(v) => Some(v),
            None => {
                match layout_int_point {
                    Some(v) => {
                        Some(__rt::convert::read::<f64, _>(v, r, &SITE_BIN_INT_POINT)?)
                    }
                    None => None,
                }
            }
        } {
            Some(v) => v,
            None => {
                return Err(
                    r
                        .error(
                            __rt::ReadErrorKind::Absent {
                                field: "point",
                            },
                            &SITE_BIN_POINT,
                        )
                        .into(),
                );
            }
        };
        let layout_count = if !(p_v.has_uint_deletion_time()) {
            let f_count = r.i64_be(&SITE_BIN_COUNT)?;
            Some(f_count)
        } else {
            None
        };
        let layout_int_count = if p_v.has_uint_deletion_time() {
            let f_int_count = r.i32_be(&SITE_BIN_INT_COUNT)?;
            Some(f_int_count)
        } else {
            None
        };
        let f_count = match match layout_count {
            Some(v) => Some(v),
            None => {
                match layout_int_count {
                    Some(v) => {
                        Some(__rt::convert::read::<i64, _>(v, r, &SITE_BIN_INT_COUNT)?)
                    }
                    None => None,
                }
            }
        } {
            Some(v) => v,
            None => {
                return Err(
                    r
                        .error(
                            __rt::ReadErrorKind::Absent {
                                field: "count",
                            },
                            &SITE_BIN_COUNT,
                        )
                        .into(),
                );
            }
        };
        Ok({
            super::statistics::BinRef {
                lifetime: std::marker::PhantomData,
                point: f_point,
                count: f_count,
            }
        })
    }
}
impl Bin {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(
        r: &mut __rt::Reader<'_>,
        p_v: super::version::SstableVersion,
    ) -> __rt::error::Result<()> {
        if !(p_v.has_uint_deletion_time()) {
            let _ = r.f64_be(&SITE_BIN_POINT)?;
        }
        if p_v.has_uint_deletion_time() {
            let _ = r.i64_be(&SITE_BIN_INT_POINT)?;
        }
        if !(p_v.has_uint_deletion_time()) {
            let _ = r.i64_be(&SITE_BIN_COUNT)?;
        }
        if p_v.has_uint_deletion_time() {
            let _ = r.i32_be(&SITE_BIN_INT_COUNT)?;
        }
        Ok(())
    }
}
impl Bin {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        p_v: super::version::SstableVersion,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let layout_point = if !(p_v.has_uint_deletion_time()) {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.f64_be(&SITE_BIN_POINT)? }
            };
            let offset = r.offset();
            let leaf = r.f64_be(&SITE_BIN_POINT)?;
            w.leaf(
                &SITE_BIN_POINT,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Double(leaf),
            );
            Some(value)
        } else {
            None
        };
        let layout_int_point = if p_v.has_uint_deletion_time() {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i64_be(&SITE_BIN_INT_POINT)? }
            };
            let offset = r.offset();
            let leaf = r.i64_be(&SITE_BIN_INT_POINT)?;
            w.leaf(
                &SITE_BIN_INT_POINT,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        let layout_count = if !(p_v.has_uint_deletion_time()) {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i64_be(&SITE_BIN_COUNT)? }
            };
            let offset = r.offset();
            let leaf = r.i64_be(&SITE_BIN_COUNT)?;
            w.leaf(
                &SITE_BIN_COUNT,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        let layout_int_count = if p_v.has_uint_deletion_time() {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_BIN_INT_COUNT)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_BIN_INT_COUNT)?;
            w.leaf(
                &SITE_BIN_INT_COUNT,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        Ok(())
    }
}
impl Bin {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(
        &self,
        w: &mut S,
        p_v: super::version::SstableVersion,
    ) -> __rt::sink::WriteResult<()> {
        if !(p_v.has_uint_deletion_time()) {
            w.put(&self.point.to_be_bytes());
        }
        if p_v.has_uint_deletion_time() {
            {
                let stored = __rt::convert::write::<
                    i64,
                    _,
                >(self.point, &SITE_BIN_INT_POINT)?;
                w.put(&stored.to_be_bytes());
            }
        }
        if !(!(p_v.has_uint_deletion_time()) || p_v.has_uint_deletion_time()) {
            __rt::sink::left_out(true, &SITE_BIN_INT_POINT)?;
        }
        if !(p_v.has_uint_deletion_time()) {
            w.put(&self.count.to_be_bytes());
        }
        if p_v.has_uint_deletion_time() {
            {
                let stored = __rt::convert::write::<
                    i32,
                    _,
                >(self.count, &SITE_BIN_INT_COUNT)?;
                w.put(&stored.to_be_bytes());
            }
        }
        if !(!(p_v.has_uint_deletion_time()) || p_v.has_uint_deletion_time()) {
            __rt::sink::left_out(true, &SITE_BIN_INT_COUNT)?;
        }
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(
        &self,
        p_v: super::version::SstableVersion,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, p_v)?;
        Ok(counter.pos())
    }
}
static SITE_COMMIT_LOG_POSITION__SELF: __rt::Site = __rt::Site {
    owner: "commit_log_position",
    field: "_self",
    file: "sstable/sstable_statistics.ksy",
    line: 372u32,
};
static SITE_COMMIT_LOG_POSITION_SEGMENT_ID: __rt::Site = __rt::Site {
    owner: "commit_log_position",
    field: "segment_id",
    file: "sstable/sstable_statistics.ksy",
    line: 376u32,
};
static SITE_COMMIT_LOG_POSITION_POSITION: __rt::Site = __rt::Site {
    owner: "commit_log_position",
    field: "position",
    file: "sstable/sstable_statistics.ksy",
    line: 379u32,
};
///A place in the commit log of the node that wrote the SSTable.
///
///Specification: `sstable/sstable_statistics.ksy`, line 372. Cassandra: org.apache.cassandra.db.commitlog.CommitLogPosition.
#[derive(Debug, Clone, PartialEq, ::binrw::BinRead, ::binrw::BinWrite)]
#[brw(big)]
pub struct CommitLogPosition {
    ///Number of the segment, as its file name has it; -1 if there is none.
    pub segment_id: i64,
    ///Offset in the segment in bytes.
    pub position: i32,
}
impl CommitLogPosition {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let at = *r;
        let bytes = r.take(12, &SITE_COMMIT_LOG_POSITION__SELF)?;
        ::binrw::BinRead::read(&mut std::io::Cursor::new(bytes))
            .map_err(|_| {
                at
                    .error(
                        __rt::ReadErrorKind::UnexpectedEnd {
                            needed: 12,
                            available: bytes.len() as u64,
                        },
                        &SITE_COMMIT_LOG_POSITION__SELF,
                    )
            })
    }
}
///The head of a [`CommitLogPosition`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct CommitLogPositionRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Number of the segment, as its file name has it; -1 if there is none.
    pub segment_id: i64,
    ///Offset in the segment in bytes.
    pub position: i32,
}
impl<'a> CommitLogPositionRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_segment_id = r.i64_be(&SITE_COMMIT_LOG_POSITION_SEGMENT_ID)?;
        let f_position = r.i32_be(&SITE_COMMIT_LOG_POSITION_POSITION)?;
        Ok({
            super::statistics::CommitLogPositionRef {
                lifetime: std::marker::PhantomData,
                segment_id: f_segment_id,
                position: f_position,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_COMMIT_LOG_POSITION__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_COMMIT_LOG_POSITION_SEGMENT_ID,
            &SITE_COMMIT_LOG_POSITION_POSITION,
        ];
        FIELDS
    }
}
impl CommitLogPositionRef<'_> {
    /// Width in bits.
    pub fn bits(args: ()) -> u64 {
        #[allow(unused_variables)]
        let () = args;
        let mut bits = 0u64;
        bits += 64;
        bits += 32;
        bits
    }
}
impl<'a> __rt::array::Element<'a> for CommitLogPositionRef<'a> {
    type Args = ();
    fn get(
        r: &mut __rt::Reader<'a>,
        args: Self::Args,
        _: &'static __rt::Site,
    ) -> __rt::error::Result<Self> {
        #[allow(unused_variables)]
        let () = args;
        let begin = r.offset();
        let f_segment_id = r.i64_be(&SITE_COMMIT_LOG_POSITION_SEGMENT_ID)?;
        let f_position = r.i32_be(&SITE_COMMIT_LOG_POSITION_POSITION)?;
        Ok({
            super::statistics::CommitLogPositionRef {
                lifetime: std::marker::PhantomData,
                segment_id: f_segment_id,
                position: f_position,
            }
        })
    }
}
impl CommitLogPosition {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let f_segment_id = r.i64_be(&SITE_COMMIT_LOG_POSITION_SEGMENT_ID)?;
        let f_position = r.i32_be(&SITE_COMMIT_LOG_POSITION_POSITION)?;
        Ok(())
    }
}
impl CommitLogPosition {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_segment_id = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i64_be(&SITE_COMMIT_LOG_POSITION_SEGMENT_ID)? }
            };
            let offset = r.offset();
            let leaf = r.i64_be(&SITE_COMMIT_LOG_POSITION_SEGMENT_ID)?;
            w.leaf(
                &SITE_COMMIT_LOG_POSITION_SEGMENT_ID,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_position = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_COMMIT_LOG_POSITION_POSITION)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_COMMIT_LOG_POSITION_POSITION)?;
            w.leaf(
                &SITE_COMMIT_LOG_POSITION_POSITION,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        Ok(())
    }
}
impl CommitLogPosition {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        let mut bytes = [0u8; 12];
        ::binrw::BinWrite::write(self, &mut std::io::Cursor::new(bytes.as_mut_slice()))
            .map_err(|_| __rt::WriteError::new(
                __rt::WriteErrorKind::Expression {
                    what: "numbers of another width",
                },
                &SITE_COMMIT_LOG_POSITION__SELF,
            ))?;
        w.put(&bytes);
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
static SITE_COMMIT_LOG_INTERVALS__SELF: __rt::Site = __rt::Site {
    owner: "commit_log_intervals",
    field: "_self",
    file: "sstable/sstable_statistics.ksy",
    line: 382u32,
};
static SITE_COMMIT_LOG_INTERVALS_NUM_INTERVALS: __rt::Site = __rt::Site {
    owner: "commit_log_intervals",
    field: "num_intervals",
    file: "sstable/sstable_statistics.ksy",
    line: 386u32,
};
static SITE_COMMIT_LOG_INTERVALS_INTERVALS: __rt::Site = __rt::Site {
    owner: "commit_log_intervals",
    field: "intervals",
    file: "sstable/sstable_statistics.ksy",
    line: 392u32,
};
///A set of intervals of the commit log.
///
///Specification: `sstable/sstable_statistics.ksy`, line 382. Cassandra: org.apache.cassandra.db.commitlog.IntervalSet.
#[derive(Debug, Clone, PartialEq)]
pub struct CommitLogIntervals {
    ///The intervals, ascending, without overlaps.
    pub intervals: Vec<super::statistics::CommitLogInterval>,
}
impl CommitLogIntervals {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let start = r.offset();
        let f_num_intervals = r.i32_be(&SITE_COMMIT_LOG_INTERVALS_NUM_INTERVALS)?;
        if !((i64::from(f_num_intervals) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_intervals),
                expected: "a value within its range (Number of intervals.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_COMMIT_LOG_INTERVALS_NUM_INTERVALS,
                    )
                    .into(),
            );
        }
        let v_intervals: __rt::array::ArrayView<
            '_,
            super::statistics::CommitLogIntervalRef<'_>,
        > = __rt::array::ArrayView::take(
            &mut r.clone(),
            i64::from(f_num_intervals),
            super::statistics::CommitLogIntervalRef::bits(()),
            (),
            &SITE_COMMIT_LOG_INTERVALS_INTERVALS,
        )?;
        let f_intervals = {
            let count = __rt::array::count(
                r,
                i64::from(f_num_intervals),
                24,
                &SITE_COMMIT_LOG_INTERVALS_INTERVALS,
            )?;
            #[allow(unused_mut)]
            let mut all = __rt::array::reserve(count);
            for index in 0..count {
                #[allow(unused_variables)]
                let index = index as i64;
                all.push(
                    (|| -> __rt::error::Result<_> {
                        { super::statistics::CommitLogInterval::decode(r) }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_COMMIT_LOG_INTERVALS_INTERVALS, None)
                            })
                    })()
                        .map_err(|e: __rt::ReadError| {
                            e.at_index(&SITE_COMMIT_LOG_INTERVALS_INTERVALS, index)
                        })?,
                );
            }
            all
        };
        Ok(Self { intervals: f_intervals })
    }
}
///The head of a [`CommitLogIntervals`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct CommitLogIntervalsRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Number of intervals.
    pub num_intervals: i32,
    ///The intervals, ascending, without overlaps.
    pub intervals: __rt::array::ArrayView<
        'a,
        super::statistics::CommitLogIntervalRef<'a>,
    >,
}
impl<'a> CommitLogIntervalsRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let start = r.offset();
        let f_num_intervals = r.i32_be(&SITE_COMMIT_LOG_INTERVALS_NUM_INTERVALS)?;
        if !((i64::from(f_num_intervals) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_intervals),
                expected: "a value within its range (Number of intervals.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_COMMIT_LOG_INTERVALS_NUM_INTERVALS,
                    )
                    .into(),
            );
        }
        let f_intervals = {
            let (count, bits, args) = (
                i64::from(f_num_intervals),
                super::statistics::CommitLogIntervalRef::bits(()),
                (),
            );
            __rt::array::ArrayView::<
                '_,
                super::statistics::CommitLogIntervalRef<'_>,
            >::take(r, count, bits, args, &SITE_COMMIT_LOG_INTERVALS_INTERVALS)?
        };
        Ok({
            super::statistics::CommitLogIntervalsRef {
                lifetime: std::marker::PhantomData,
                num_intervals: f_num_intervals,
                intervals: f_intervals,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_COMMIT_LOG_INTERVALS__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_COMMIT_LOG_INTERVALS_NUM_INTERVALS,
            &SITE_COMMIT_LOG_INTERVALS_INTERVALS,
        ];
        FIELDS
    }
}
impl CommitLogIntervals {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let start = r.offset();
        let f_num_intervals = r.i32_be(&SITE_COMMIT_LOG_INTERVALS_NUM_INTERVALS)?;
        if !((i64::from(f_num_intervals) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_intervals),
                expected: "a value within its range (Number of intervals.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_COMMIT_LOG_INTERVALS_NUM_INTERVALS,
                    )
                    .into(),
            );
        }
        let f_intervals = {
            let (count, bits, args) = (
                i64::from(f_num_intervals),
                super::statistics::CommitLogIntervalRef::bits(()),
                (),
            );
            __rt::array::ArrayView::<
                '_,
                super::statistics::CommitLogIntervalRef<'_>,
            >::take(r, count, bits, args, &SITE_COMMIT_LOG_INTERVALS_INTERVALS)?
        };
        Ok(())
    }
}
impl CommitLogIntervals {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_num_intervals = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_COMMIT_LOG_INTERVALS_NUM_INTERVALS)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_COMMIT_LOG_INTERVALS_NUM_INTERVALS)?;
            w.leaf(
                &SITE_COMMIT_LOG_INTERVALS_NUM_INTERVALS,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_intervals = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let (count, bits, args) = (
                            i64::from(f_num_intervals),
                            super::statistics::CommitLogIntervalRef::bits(()),
                            (),
                        );
                        __rt::array::ArrayView::<
                            '_,
                            super::statistics::CommitLogIntervalRef<'_>,
                        >::take(
                            r,
                            count,
                            bits,
                            args,
                            &SITE_COMMIT_LOG_INTERVALS_INTERVALS,
                        )?
                    }
                }
            };
            let count = __rt::array::count(
                r,
                i64::from(f_num_intervals),
                0,
                &SITE_COMMIT_LOG_INTERVALS_INTERVALS,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    w.enter(
                        &SITE_COMMIT_LOG_INTERVALS_INTERVALS,
                        Some(index as u64),
                        r.offset(),
                    );
                    let asked = { super::statistics::CommitLogInterval::walk(r, w) }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_COMMIT_LOG_INTERVALS_INTERVALS, None)
                        })?;
                    w.leave(r.offset());
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_COMMIT_LOG_INTERVALS_INTERVALS, index)
                    })?;
            }
            value
        };
        Ok(())
    }
}
impl CommitLogIntervals {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        let f_num_intervals = __rt::sink::narrow::<
            i32,
            _,
        >(self.intervals.len() as i64, &SITE_COMMIT_LOG_INTERVALS_NUM_INTERVALS)?;
        if !((i64::from((f_num_intervals)) >= 0i64)) {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    &SITE_COMMIT_LOG_INTERVALS_NUM_INTERVALS,
                ),
            );
        }
        w.put(&f_num_intervals.to_be_bytes());
        for e in &self.intervals {
            e.encode(w)?;
        }
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
static SITE_COMMIT_LOG_INTERVAL__SELF: __rt::Site = __rt::Site {
    owner: "commit_log_interval",
    field: "_self",
    file: "sstable/sstable_statistics.ksy",
    line: 397u32,
};
static SITE_COMMIT_LOG_INTERVAL_LOWER: __rt::Site = __rt::Site {
    owner: "commit_log_interval",
    field: "lower",
    file: "sstable/sstable_statistics.ksy",
    line: 401u32,
};
static SITE_COMMIT_LOG_INTERVAL_UPPER: __rt::Site = __rt::Site {
    owner: "commit_log_interval",
    field: "upper",
    file: "sstable/sstable_statistics.ksy",
    line: 404u32,
};
///One interval.
///
///Specification: `sstable/sstable_statistics.ksy`, line 397. Cassandra: org.apache.cassandra.db.commitlog.IntervalSet.
#[derive(Debug, Clone, PartialEq, ::binrw::BinRead, ::binrw::BinWrite)]
#[brw(big)]
pub struct CommitLogInterval {
    ///Where it starts.
    pub lower: super::statistics::CommitLogPosition,
    ///Where it ends.
    pub upper: super::statistics::CommitLogPosition,
}
impl CommitLogInterval {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let at = *r;
        let bytes = r.take(24, &SITE_COMMIT_LOG_INTERVAL__SELF)?;
        ::binrw::BinRead::read(&mut std::io::Cursor::new(bytes))
            .map_err(|_| {
                at
                    .error(
                        __rt::ReadErrorKind::UnexpectedEnd {
                            needed: 24,
                            available: bytes.len() as u64,
                        },
                        &SITE_COMMIT_LOG_INTERVAL__SELF,
                    )
            })
    }
}
///The head of a [`CommitLogInterval`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct CommitLogIntervalRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Where it starts.
    pub lower: super::statistics::CommitLogPositionRef<'a>,
    ///Where it ends.
    pub upper: super::statistics::CommitLogPositionRef<'a>,
}
impl<'a> CommitLogIntervalRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_lower = { super::statistics::CommitLogPositionRef::read(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_COMMIT_LOG_INTERVAL_LOWER, None)
            })?;
        let f_upper = { super::statistics::CommitLogPositionRef::read(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_COMMIT_LOG_INTERVAL_UPPER, None)
            })?;
        Ok({
            super::statistics::CommitLogIntervalRef {
                lifetime: std::marker::PhantomData,
                lower: f_lower,
                upper: f_upper,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_COMMIT_LOG_INTERVAL__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_COMMIT_LOG_INTERVAL_LOWER,
            &SITE_COMMIT_LOG_INTERVAL_UPPER,
        ];
        FIELDS
    }
}
impl CommitLogIntervalRef<'_> {
    /// Width in bits.
    pub fn bits(args: ()) -> u64 {
        #[allow(unused_variables)]
        let () = args;
        let mut bits = 0u64;
        bits += super::statistics::CommitLogPositionRef::bits(());
        bits += super::statistics::CommitLogPositionRef::bits(());
        bits
    }
}
impl<'a> __rt::array::Element<'a> for CommitLogIntervalRef<'a> {
    type Args = ();
    fn get(
        r: &mut __rt::Reader<'a>,
        args: Self::Args,
        _: &'static __rt::Site,
    ) -> __rt::error::Result<Self> {
        #[allow(unused_variables)]
        let () = args;
        let begin = r.offset();
        let f_lower = { super::statistics::CommitLogPositionRef::read(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_COMMIT_LOG_INTERVAL_LOWER, None)
            })?;
        let f_upper = { super::statistics::CommitLogPositionRef::read(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_COMMIT_LOG_INTERVAL_UPPER, None)
            })?;
        Ok({
            super::statistics::CommitLogIntervalRef {
                lifetime: std::marker::PhantomData,
                lower: f_lower,
                upper: f_upper,
            }
        })
    }
}
impl CommitLogInterval {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let f_lower = { super::statistics::CommitLogPosition::skip(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_COMMIT_LOG_INTERVAL_LOWER, None)
            })?;
        let f_upper = { super::statistics::CommitLogPosition::skip(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_COMMIT_LOG_INTERVAL_UPPER, None)
            })?;
        Ok(())
    }
}
impl CommitLogInterval {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_lower = {
            let value = ();
            w.enter(&SITE_COMMIT_LOG_INTERVAL_LOWER, None, r.offset());
            let asked = { super::statistics::CommitLogPosition::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_COMMIT_LOG_INTERVAL_LOWER, None)
                })?;
            w.leave(r.offset());
            value
        };
        let f_upper = {
            let value = ();
            w.enter(&SITE_COMMIT_LOG_INTERVAL_UPPER, None, r.offset());
            let asked = { super::statistics::CommitLogPosition::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_COMMIT_LOG_INTERVAL_UPPER, None)
                })?;
            w.leave(r.offset());
            value
        };
        Ok(())
    }
}
impl CommitLogInterval {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        let mut bytes = [0u8; 24];
        ::binrw::BinWrite::write(self, &mut std::io::Cursor::new(bytes.as_mut_slice()))
            .map_err(|_| __rt::WriteError::new(
                __rt::WriteErrorKind::Expression {
                    what: "numbers of another width",
                },
                &SITE_COMMIT_LOG_INTERVAL__SELF,
            ))?;
        w.put(&bytes);
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
static SITE_ZERO_COPY_METADATA__SELF: __rt::Site = __rt::Site {
    owner: "zero_copy_metadata",
    field: "_self",
    file: "sstable/sstable_statistics.ksy",
    line: 407u32,
};
static SITE_ZERO_COPY_METADATA_DATA_START: __rt::Site = __rt::Site {
    owner: "zero_copy_metadata",
    field: "data_start",
    file: "sstable/sstable_statistics.ksy",
    line: 413u32,
};
static SITE_ZERO_COPY_METADATA_DATA_END: __rt::Site = __rt::Site {
    owner: "zero_copy_metadata",
    field: "data_end",
    file: "sstable/sstable_statistics.ksy",
    line: 416u32,
};
static SITE_ZERO_COPY_METADATA_CHUNK_SIZE: __rt::Site = __rt::Site {
    owner: "zero_copy_metadata",
    field: "chunk_size",
    file: "sstable/sstable_statistics.ksy",
    line: 419u32,
};
static SITE_ZERO_COPY_METADATA_ESTIMATED_KEYS: __rt::Site = __rt::Site {
    owner: "zero_copy_metadata",
    field: "estimated_keys",
    file: "sstable/sstable_statistics.ksy",
    line: 422u32,
};
static SITE_ZERO_COPY_METADATA_FIRST_KEY: __rt::Site = __rt::Site {
    owner: "zero_copy_metadata",
    field: "first_key",
    file: "sstable/sstable_statistics.ksy",
    line: 425u32,
};
static SITE_ZERO_COPY_METADATA_LAST_KEY: __rt::Site = __rt::Site {
    owner: "zero_copy_metadata",
    field: "last_key",
    file: "sstable/sstable_statistics.ksy",
    line: 428u32,
};
/**DSE streams a range of an SSTable without rewriting it: the chunks that have the range are copied, and the indexes keep the positions of
the whole file. Such files are partial; positions are to be reduced by where the slice starts.*/
///
///Specification: `sstable/sstable_statistics.ksy`, line 407. Cassandra: org.apache.cassandra.io.sstable.metadata.ZeroCopyMetadata.
#[derive(Debug, Clone, PartialEq)]
pub struct ZeroCopyMetadata {
    ///Position in the whole uncompressed stream where the slice starts, in bytes.
    pub data_start: i64,
    ///Position where it ends.
    pub data_end: i64,
    ///The chunk length; the slice was cut at a multiple of it at or before `data_start`.
    pub chunk_size: i32,
    ///About how many partitions there are in the slice.
    pub estimated_keys: i64,
    ///First partition key of the slice.
    pub first_key: super::common::BytesU2,
    ///Last partition key of the slice.
    pub last_key: super::common::BytesU2,
}
impl ZeroCopyMetadata {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let f_data_start = r.i64_be(&SITE_ZERO_COPY_METADATA_DATA_START)?;
        let f_data_end = r.i64_be(&SITE_ZERO_COPY_METADATA_DATA_END)?;
        let f_chunk_size = r.i32_be(&SITE_ZERO_COPY_METADATA_CHUNK_SIZE)?;
        let f_estimated_keys = r.i64_be(&SITE_ZERO_COPY_METADATA_ESTIMATED_KEYS)?;
        let f_first_key = { super::common::BytesU2::decode(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_ZERO_COPY_METADATA_FIRST_KEY, None)
            })?;
        let f_last_key = { super::common::BytesU2::decode(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_ZERO_COPY_METADATA_LAST_KEY, None)
            })?;
        Ok(Self {
            data_start: f_data_start,
            data_end: f_data_end,
            chunk_size: f_chunk_size,
            estimated_keys: f_estimated_keys,
            first_key: f_first_key,
            last_key: f_last_key,
        })
    }
}
///The head of a [`ZeroCopyMetadata`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct ZeroCopyMetadataRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Position in the whole uncompressed stream where the slice starts, in bytes.
    pub data_start: i64,
    ///Position where it ends.
    pub data_end: i64,
    ///The chunk length; the slice was cut at a multiple of it at or before `data_start`.
    pub chunk_size: i32,
    ///About how many partitions there are in the slice.
    pub estimated_keys: i64,
    ///First partition key of the slice.
    pub first_key: super::common::BytesU2Ref<'a>,
    ///Last partition key of the slice.
    pub last_key: super::common::BytesU2Ref<'a>,
}
impl<'a> ZeroCopyMetadataRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_data_start = r.i64_be(&SITE_ZERO_COPY_METADATA_DATA_START)?;
        let f_data_end = r.i64_be(&SITE_ZERO_COPY_METADATA_DATA_END)?;
        let f_chunk_size = r.i32_be(&SITE_ZERO_COPY_METADATA_CHUNK_SIZE)?;
        let f_estimated_keys = r.i64_be(&SITE_ZERO_COPY_METADATA_ESTIMATED_KEYS)?;
        let f_first_key = { super::common::BytesU2Ref::read(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_ZERO_COPY_METADATA_FIRST_KEY, None)
            })?;
        let f_last_key = { super::common::BytesU2Ref::read(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_ZERO_COPY_METADATA_LAST_KEY, None)
            })?;
        Ok({
            super::statistics::ZeroCopyMetadataRef {
                lifetime: std::marker::PhantomData,
                data_start: f_data_start,
                data_end: f_data_end,
                chunk_size: f_chunk_size,
                estimated_keys: f_estimated_keys,
                first_key: f_first_key,
                last_key: f_last_key,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_ZERO_COPY_METADATA__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_ZERO_COPY_METADATA_DATA_START,
            &SITE_ZERO_COPY_METADATA_DATA_END,
            &SITE_ZERO_COPY_METADATA_CHUNK_SIZE,
            &SITE_ZERO_COPY_METADATA_ESTIMATED_KEYS,
            &SITE_ZERO_COPY_METADATA_FIRST_KEY,
            &SITE_ZERO_COPY_METADATA_LAST_KEY,
        ];
        FIELDS
    }
}
impl ZeroCopyMetadata {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let f_data_start = r.i64_be(&SITE_ZERO_COPY_METADATA_DATA_START)?;
        let f_data_end = r.i64_be(&SITE_ZERO_COPY_METADATA_DATA_END)?;
        let f_chunk_size = r.i32_be(&SITE_ZERO_COPY_METADATA_CHUNK_SIZE)?;
        let f_estimated_keys = r.i64_be(&SITE_ZERO_COPY_METADATA_ESTIMATED_KEYS)?;
        let f_first_key = { super::common::BytesU2::skip(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_ZERO_COPY_METADATA_FIRST_KEY, None)
            })?;
        let f_last_key = { super::common::BytesU2::skip(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_ZERO_COPY_METADATA_LAST_KEY, None)
            })?;
        Ok(())
    }
}
impl ZeroCopyMetadata {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_data_start = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i64_be(&SITE_ZERO_COPY_METADATA_DATA_START)? }
            };
            let offset = r.offset();
            let leaf = r.i64_be(&SITE_ZERO_COPY_METADATA_DATA_START)?;
            w.leaf(
                &SITE_ZERO_COPY_METADATA_DATA_START,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_data_end = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i64_be(&SITE_ZERO_COPY_METADATA_DATA_END)? }
            };
            let offset = r.offset();
            let leaf = r.i64_be(&SITE_ZERO_COPY_METADATA_DATA_END)?;
            w.leaf(
                &SITE_ZERO_COPY_METADATA_DATA_END,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_chunk_size = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_ZERO_COPY_METADATA_CHUNK_SIZE)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_ZERO_COPY_METADATA_CHUNK_SIZE)?;
            w.leaf(
                &SITE_ZERO_COPY_METADATA_CHUNK_SIZE,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_estimated_keys = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i64_be(&SITE_ZERO_COPY_METADATA_ESTIMATED_KEYS)? }
            };
            let offset = r.offset();
            let leaf = r.i64_be(&SITE_ZERO_COPY_METADATA_ESTIMATED_KEYS)?;
            w.leaf(
                &SITE_ZERO_COPY_METADATA_ESTIMATED_KEYS,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_first_key = {
            let value = ();
            w.enter(&SITE_ZERO_COPY_METADATA_FIRST_KEY, None, r.offset());
            let asked = { super::common::BytesU2::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_ZERO_COPY_METADATA_FIRST_KEY, None)
                })?;
            w.leave(r.offset());
            value
        };
        let f_last_key = {
            let value = ();
            w.enter(&SITE_ZERO_COPY_METADATA_LAST_KEY, None, r.offset());
            let asked = { super::common::BytesU2::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_ZERO_COPY_METADATA_LAST_KEY, None)
                })?;
            w.leave(r.offset());
            value
        };
        Ok(())
    }
}
impl ZeroCopyMetadata {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        w.put(&self.data_start.to_be_bytes());
        w.put(&self.data_end.to_be_bytes());
        w.put(&self.chunk_size.to_be_bytes());
        w.put(&self.estimated_keys.to_be_bytes());
        self.first_key.encode(w)?;
        self.last_key.encode(w)?;
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
static SITE_MAX_COLUMN_VALUE_LENGTHS__SELF: __rt::Site = __rt::Site {
    owner: "max_column_value_lengths",
    field: "_self",
    file: "sstable/sstable_statistics.ksy",
    line: 431u32,
};
static SITE_MAX_COLUMN_VALUE_LENGTHS_NUM_COLUMNS: __rt::Site = __rt::Site {
    owner: "max_column_value_lengths",
    field: "num_columns",
    file: "sstable/sstable_statistics.ksy",
    line: 435u32,
};
static SITE_MAX_COLUMN_VALUE_LENGTHS_COLUMNS: __rt::Site = __rt::Site {
    owner: "max_column_value_lengths",
    field: "columns",
    file: "sstable/sstable_statistics.ksy",
    line: 441u32,
};
///For each column how long its longest value is.
///
///Specification: `sstable/sstable_statistics.ksy`, line 431. Cassandra: org.apache.cassandra.io.sstable.metadata.StatsMetadata.
#[derive(Debug, Clone, PartialEq)]
pub struct MaxColumnValueLengths {
    ///The columns.
    pub columns: Vec<super::statistics::MaxColumnValueLength>,
}
impl MaxColumnValueLengths {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let start = r.offset();
        let f_num_columns = r.i32_be(&SITE_MAX_COLUMN_VALUE_LENGTHS_NUM_COLUMNS)?;
        if !((i64::from(f_num_columns) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_columns),
                expected: "a value within its range (Number of columns.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_MAX_COLUMN_VALUE_LENGTHS_NUM_COLUMNS,
                    )
                    .into(),
            );
        }
        let f_columns = {
            let count = __rt::array::count(
                r,
                i64::from(f_num_columns),
                5,
                &SITE_MAX_COLUMN_VALUE_LENGTHS_COLUMNS,
            )?;
            #[allow(unused_mut)]
            let mut all = __rt::array::reserve(count);
            for index in 0..count {
                #[allow(unused_variables)]
                let index = index as i64;
                all.push(
                    (|| -> __rt::error::Result<_> {
                        { super::statistics::MaxColumnValueLength::decode(r) }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_MAX_COLUMN_VALUE_LENGTHS_COLUMNS, None)
                            })
                    })()
                        .map_err(|e: __rt::ReadError| {
                            e.at_index(&SITE_MAX_COLUMN_VALUE_LENGTHS_COLUMNS, index)
                        })?,
                );
            }
            all
        };
        Ok(Self { columns: f_columns })
    }
}
///The head of a [`MaxColumnValueLengths`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct MaxColumnValueLengthsRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    ///Number of columns.
    pub num_columns: i32,
}
impl<'a> MaxColumnValueLengthsRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let start = r.offset();
        let f_num_columns = r.i32_be(&SITE_MAX_COLUMN_VALUE_LENGTHS_NUM_COLUMNS)?;
        if !((i64::from(f_num_columns) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_columns),
                expected: "a value within its range (Number of columns.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_MAX_COLUMN_VALUE_LENGTHS_NUM_COLUMNS,
                    )
                    .into(),
            );
        }
        Ok({
            super::statistics::MaxColumnValueLengthsRef {
                begin,
                rest: *r,
                num_columns: f_num_columns,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_MAX_COLUMN_VALUE_LENGTHS__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_MAX_COLUMN_VALUE_LENGTHS_NUM_COLUMNS,
            &SITE_MAX_COLUMN_VALUE_LENGTHS_COLUMNS,
        ];
        FIELDS
    }
}
impl MaxColumnValueLengths {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let start = r.offset();
        let f_num_columns = r.i32_be(&SITE_MAX_COLUMN_VALUE_LENGTHS_NUM_COLUMNS)?;
        if !((i64::from(f_num_columns) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_columns),
                expected: "a value within its range (Number of columns.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_MAX_COLUMN_VALUE_LENGTHS_NUM_COLUMNS,
                    )
                    .into(),
            );
        }
        let count = __rt::array::count(
            r,
            i64::from(f_num_columns),
            0,
            &SITE_MAX_COLUMN_VALUE_LENGTHS_COLUMNS,
        )?;
        for index in 0..count {
            let index = index as i64;
            let _ = { super::statistics::MaxColumnValueLength::skip(r) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_MAX_COLUMN_VALUE_LENGTHS_COLUMNS, None)
                })?;
        }
        Ok(())
    }
}
impl MaxColumnValueLengths {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_num_columns = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_MAX_COLUMN_VALUE_LENGTHS_NUM_COLUMNS)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_MAX_COLUMN_VALUE_LENGTHS_NUM_COLUMNS)?;
            w.leaf(
                &SITE_MAX_COLUMN_VALUE_LENGTHS_NUM_COLUMNS,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_columns = {
            let value = ();
            let count = __rt::array::count(
                r,
                i64::from(f_num_columns),
                0,
                &SITE_MAX_COLUMN_VALUE_LENGTHS_COLUMNS,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    w.enter(
                        &SITE_MAX_COLUMN_VALUE_LENGTHS_COLUMNS,
                        Some(index as u64),
                        r.offset(),
                    );
                    let asked = { super::statistics::MaxColumnValueLength::walk(r, w) }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_MAX_COLUMN_VALUE_LENGTHS_COLUMNS, None)
                        })?;
                    w.leave(r.offset());
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_MAX_COLUMN_VALUE_LENGTHS_COLUMNS, index)
                    })?;
            }
            value
        };
        Ok(())
    }
}
impl MaxColumnValueLengths {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        let f_num_columns = __rt::sink::narrow::<
            i32,
            _,
        >(self.columns.len() as i64, &SITE_MAX_COLUMN_VALUE_LENGTHS_NUM_COLUMNS)?;
        if !((i64::from((f_num_columns)) >= 0i64)) {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    &SITE_MAX_COLUMN_VALUE_LENGTHS_NUM_COLUMNS,
                ),
            );
        }
        w.put(&f_num_columns.to_be_bytes());
        for e in &self.columns {
            e.encode(w)?;
        }
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
static SITE_MAX_COLUMN_VALUE_LENGTH__SELF: __rt::Site = __rt::Site {
    owner: "max_column_value_length",
    field: "_self",
    file: "sstable/sstable_statistics.ksy",
    line: 446u32,
};
static SITE_MAX_COLUMN_VALUE_LENGTH_NAME: __rt::Site = __rt::Site {
    owner: "max_column_value_length",
    field: "name",
    file: "sstable/sstable_statistics.ksy",
    line: 450u32,
};
static SITE_MAX_COLUMN_VALUE_LENGTH_MAX_LENGTH: __rt::Site = __rt::Site {
    owner: "max_column_value_length",
    field: "max_length",
    file: "sstable/sstable_statistics.ksy",
    line: 453u32,
};
///One column.
///
///Specification: `sstable/sstable_statistics.ksy`, line 446. Cassandra: org.apache.cassandra.io.sstable.metadata.StatsMetadata.
#[derive(Debug, Clone, PartialEq)]
pub struct MaxColumnValueLength {
    ///Name of the column.
    pub name: super::common::BytesUvint,
    ///Length of its longest value in bytes.
    pub max_length: i32,
}
impl MaxColumnValueLength {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let f_name = { super::common::BytesUvint::decode(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_MAX_COLUMN_VALUE_LENGTH_NAME, None)
            })?;
        let f_max_length = r.i32_be(&SITE_MAX_COLUMN_VALUE_LENGTH_MAX_LENGTH)?;
        Ok(Self {
            name: f_name,
            max_length: f_max_length,
        })
    }
}
///The head of a [`MaxColumnValueLength`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct MaxColumnValueLengthRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Name of the column.
    pub name: super::common::BytesUvintRef<'a>,
    ///Length of its longest value in bytes.
    pub max_length: i32,
}
impl<'a> MaxColumnValueLengthRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_name = { super::common::BytesUvintRef::read(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_MAX_COLUMN_VALUE_LENGTH_NAME, None)
            })?;
        let f_max_length = r.i32_be(&SITE_MAX_COLUMN_VALUE_LENGTH_MAX_LENGTH)?;
        Ok({
            super::statistics::MaxColumnValueLengthRef {
                lifetime: std::marker::PhantomData,
                name: f_name,
                max_length: f_max_length,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_MAX_COLUMN_VALUE_LENGTH__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_MAX_COLUMN_VALUE_LENGTH_NAME,
            &SITE_MAX_COLUMN_VALUE_LENGTH_MAX_LENGTH,
        ];
        FIELDS
    }
}
impl MaxColumnValueLength {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let f_name = { super::common::BytesUvint::skip(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_MAX_COLUMN_VALUE_LENGTH_NAME, None)
            })?;
        let f_max_length = r.i32_be(&SITE_MAX_COLUMN_VALUE_LENGTH_MAX_LENGTH)?;
        Ok(())
    }
}
impl MaxColumnValueLength {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_name = {
            let value = ();
            w.enter(&SITE_MAX_COLUMN_VALUE_LENGTH_NAME, None, r.offset());
            let asked = { super::common::BytesUvint::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_MAX_COLUMN_VALUE_LENGTH_NAME, None)
                })?;
            w.leave(r.offset());
            value
        };
        let f_max_length = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_MAX_COLUMN_VALUE_LENGTH_MAX_LENGTH)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_MAX_COLUMN_VALUE_LENGTH_MAX_LENGTH)?;
            w.leaf(
                &SITE_MAX_COLUMN_VALUE_LENGTH_MAX_LENGTH,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        Ok(())
    }
}
impl MaxColumnValueLength {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        self.name.encode(w)?;
        w.put(&self.max_length.to_be_bytes());
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
static SITE_LEGACY_CLUSTERING__SELF: __rt::Site = __rt::Site {
    owner: "legacy_clustering",
    field: "_self",
    file: "sstable/sstable_statistics.ksy",
    line: 456u32,
};
static SITE_LEGACY_CLUSTERING_NUM_VALUES: __rt::Site = __rt::Site {
    owner: "legacy_clustering",
    field: "num_values",
    file: "sstable/sstable_statistics.ksy",
    line: 460u32,
};
static SITE_LEGACY_CLUSTERING_VALUES: __rt::Site = __rt::Site {
    owner: "legacy_clustering",
    field: "values",
    file: "sstable/sstable_statistics.ksy",
    line: 466u32,
};
///The smallest, or the largest, values of the clustering columns, each column by itself.
///
///Specification: `sstable/sstable_statistics.ksy`, line 456. Cassandra: org.apache.cassandra.io.sstable.metadata.StatsMetadata.StatsMetadataSerializer.
#[derive(Debug, Clone, PartialEq)]
pub struct LegacyClustering {
    ///The values, as the types serialize them.
    pub values: Vec<super::common::BytesU2>,
}
impl LegacyClustering {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let start = r.offset();
        let f_num_values = r.i32_be(&SITE_LEGACY_CLUSTERING_NUM_VALUES)?;
        if !((i64::from(f_num_values) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_values),
                expected: "a value within its range (Number of columns with a value; may be less than there are.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_LEGACY_CLUSTERING_NUM_VALUES)
                    .into(),
            );
        }
        let f_values = {
            let count = __rt::array::count(
                r,
                i64::from(f_num_values),
                2,
                &SITE_LEGACY_CLUSTERING_VALUES,
            )?;
            #[allow(unused_mut)]
            let mut all = __rt::array::reserve(count);
            for index in 0..count {
                #[allow(unused_variables)]
                let index = index as i64;
                all.push(
                    (|| -> __rt::error::Result<_> {
                        { super::common::BytesU2::decode(r) }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_LEGACY_CLUSTERING_VALUES, None)
                            })
                    })()
                        .map_err(|e: __rt::ReadError| {
                            e.at_index(&SITE_LEGACY_CLUSTERING_VALUES, index)
                        })?,
                );
            }
            all
        };
        Ok(Self { values: f_values })
    }
}
///The head of a [`LegacyClustering`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct LegacyClusteringRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    ///Number of columns with a value; may be less than there are.
    pub num_values: i32,
}
impl<'a> LegacyClusteringRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let start = r.offset();
        let f_num_values = r.i32_be(&SITE_LEGACY_CLUSTERING_NUM_VALUES)?;
        if !((i64::from(f_num_values) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_values),
                expected: "a value within its range (Number of columns with a value; may be less than there are.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_LEGACY_CLUSTERING_NUM_VALUES)
                    .into(),
            );
        }
        Ok({
            super::statistics::LegacyClusteringRef {
                begin,
                rest: *r,
                num_values: f_num_values,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_LEGACY_CLUSTERING__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_LEGACY_CLUSTERING_NUM_VALUES,
            &SITE_LEGACY_CLUSTERING_VALUES,
        ];
        FIELDS
    }
}
impl LegacyClustering {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let start = r.offset();
        let f_num_values = r.i32_be(&SITE_LEGACY_CLUSTERING_NUM_VALUES)?;
        if !((i64::from(f_num_values) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_values),
                expected: "a value within its range (Number of columns with a value; may be less than there are.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_LEGACY_CLUSTERING_NUM_VALUES)
                    .into(),
            );
        }
        let count = __rt::array::count(
            r,
            i64::from(f_num_values),
            0,
            &SITE_LEGACY_CLUSTERING_VALUES,
        )?;
        for index in 0..count {
            let index = index as i64;
            let _ = { super::common::BytesU2::skip(r) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_LEGACY_CLUSTERING_VALUES, None)
                })?;
        }
        Ok(())
    }
}
impl LegacyClustering {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_num_values = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_LEGACY_CLUSTERING_NUM_VALUES)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_LEGACY_CLUSTERING_NUM_VALUES)?;
            w.leaf(
                &SITE_LEGACY_CLUSTERING_NUM_VALUES,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_values = {
            let value = ();
            let count = __rt::array::count(
                r,
                i64::from(f_num_values),
                0,
                &SITE_LEGACY_CLUSTERING_VALUES,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    w.enter(
                        &SITE_LEGACY_CLUSTERING_VALUES,
                        Some(index as u64),
                        r.offset(),
                    );
                    let asked = { super::common::BytesU2::walk(r, w) }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_LEGACY_CLUSTERING_VALUES, None)
                        })?;
                    w.leave(r.offset());
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_LEGACY_CLUSTERING_VALUES, index)
                    })?;
            }
            value
        };
        Ok(())
    }
}
impl LegacyClustering {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        let f_num_values = __rt::sink::narrow::<
            i32,
            _,
        >(self.values.len() as i64, &SITE_LEGACY_CLUSTERING_NUM_VALUES)?;
        if !((i64::from((f_num_values)) >= 0i64)) {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    &SITE_LEGACY_CLUSTERING_NUM_VALUES,
                ),
            );
        }
        w.put(&f_num_values.to_be_bytes());
        for e in &self.values {
            e.encode(w)?;
        }
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
static SITE_COVERED_CLUSTERING__SELF: __rt::Site = __rt::Site {
    owner: "covered_clustering",
    field: "_self",
    file: "sstable/sstable_statistics.ksy",
    line: 471u32,
};
static SITE_COVERED_CLUSTERING_NUM_TYPES: __rt::Site = __rt::Site {
    owner: "covered_clustering",
    field: "num_types",
    file: "sstable/sstable_statistics.ksy",
    line: 477u32,
};
static SITE_COVERED_CLUSTERING_CLUSTERING_TYPES: __rt::Site = __rt::Site {
    owner: "covered_clustering",
    field: "clustering_types",
    file: "sstable/sstable_statistics.ksy",
    line: 481u32,
};
static SITE_COVERED_CLUSTERING_LOWER: __rt::Site = __rt::Site {
    owner: "covered_clustering",
    field: "lower",
    file: "sstable/sstable_statistics.ksy",
    line: 486u32,
};
static SITE_COVERED_CLUSTERING_UPPER: __rt::Site = __rt::Site {
    owner: "covered_clustering",
    field: "upper",
    file: "sstable/sstable_statistics.ksy",
    line: 489u32,
};
/**A range of clusterings, as a slice of two bounds. It includes everything: rows, range tombstones, and all there is if a partition or the
static row is concerned.*/
///
///Specification: `sstable/sstable_statistics.ksy`, line 471. Cassandra: org.apache.cassandra.db.Slice.Serializer.
#[derive(Debug, Clone, PartialEq)]
pub struct CoveredClustering {
    ///Their types, as in the header.
    pub clustering_types: Vec<__rt::native::CqlType>,
    ///Where it starts; a bound without values is before everything.
    pub lower: super::common::ClusteringBound,
    ///Where it ends; a bound without values is behind everything.
    pub upper: super::common::ClusteringBound,
}
impl CoveredClustering {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let f_num_types = {
            __rt::native::UvintCodec::read(r, &SITE_COVERED_CLUSTERING_NUM_TYPES)
        }?;
        let f_clustering_types = {
            let count = __rt::array::count(
                r,
                i64::try_from(f_num_types)
                    .map_err(|_| {
                        r
                            .error(
                                __rt::ReadErrorKind::Overflow,
                                &SITE_COVERED_CLUSTERING_CLUSTERING_TYPES,
                            )
                    })?,
                1,
                &SITE_COVERED_CLUSTERING_CLUSTERING_TYPES,
            )?;
            #[allow(unused_mut)]
            let mut all = __rt::array::reserve(count);
            for index in 0..count {
                #[allow(unused_variables)]
                let index = index as i64;
                all.push(
                    (|| -> __rt::error::Result<_> {
                        {
                            __rt::native::CqlTypeCodec::read(
                                r,
                                &SITE_COVERED_CLUSTERING_CLUSTERING_TYPES,
                            )
                        }
                    })()
                        .map_err(|e: __rt::ReadError| {
                            e.at_index(&SITE_COVERED_CLUSTERING_CLUSTERING_TYPES, index)
                        })?,
                );
            }
            all
        };
        let f_lower = {
            let arg0 = &f_clustering_types;
            super::common::ClusteringBound::decode(r, arg0)
        }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_COVERED_CLUSTERING_LOWER, None)
            })?;
        let f_upper = {
            let arg0 = &f_clustering_types;
            super::common::ClusteringBound::decode(r, arg0)
        }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_COVERED_CLUSTERING_UPPER, None)
            })?;
        Ok(Self {
            clustering_types: f_clustering_types,
            lower: f_lower,
            upper: f_upper,
        })
    }
}
///The head of a [`CoveredClustering`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct CoveredClusteringRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    ///Number of clustering columns.
    pub num_types: u64,
}
impl<'a> CoveredClusteringRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_num_types = {
            __rt::native::UvintCodec::read(r, &SITE_COVERED_CLUSTERING_NUM_TYPES)
        }?;
        Ok({
            super::statistics::CoveredClusteringRef {
                begin,
                rest: *r,
                num_types: f_num_types,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_COVERED_CLUSTERING__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_COVERED_CLUSTERING_NUM_TYPES,
            &SITE_COVERED_CLUSTERING_CLUSTERING_TYPES,
            &SITE_COVERED_CLUSTERING_LOWER,
            &SITE_COVERED_CLUSTERING_UPPER,
        ];
        FIELDS
    }
}
impl CoveredClustering {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let f_num_types = {
            __rt::native::UvintCodec::read(r, &SITE_COVERED_CLUSTERING_NUM_TYPES)
        }?;
        let f_clustering_types = {
            let count = __rt::array::count(
                r,
                i64::try_from(f_num_types)
                    .map_err(|_| {
                        r
                            .error(
                                __rt::ReadErrorKind::Overflow,
                                &SITE_COVERED_CLUSTERING_CLUSTERING_TYPES,
                            )
                    })?,
                1,
                &SITE_COVERED_CLUSTERING_CLUSTERING_TYPES,
            )?;
            #[allow(unused_mut)]
            let mut all = __rt::array::reserve(count);
            for index in 0..count {
                #[allow(unused_variables)]
                let index = index as i64;
                all.push(
                    (|| -> __rt::error::Result<_> {
                        {
                            __rt::native::CqlTypeCodec::read(
                                r,
                                &SITE_COVERED_CLUSTERING_CLUSTERING_TYPES,
                            )
                        }
                    })()
                        .map_err(|e: __rt::ReadError| {
                            e.at_index(&SITE_COVERED_CLUSTERING_CLUSTERING_TYPES, index)
                        })?,
                );
            }
            all
        };
        let f_lower = {
            let arg0 = &f_clustering_types;
            super::common::ClusteringBound::skip(r, arg0)
        }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_COVERED_CLUSTERING_LOWER, None)
            })?;
        let f_upper = {
            let arg0 = &f_clustering_types;
            super::common::ClusteringBound::skip(r, arg0)
        }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_COVERED_CLUSTERING_UPPER, None)
            })?;
        Ok(())
    }
}
impl CoveredClustering {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_num_types = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        __rt::native::UvintCodec::read(
                            r,
                            &SITE_COVERED_CLUSTERING_NUM_TYPES,
                        )
                    }?
                }
            };
            let offset = r.offset();
            let leaf = {
                __rt::native::UvintCodec::read(r, &SITE_COVERED_CLUSTERING_NUM_TYPES)
            }?;
            w.leaf(
                &SITE_COVERED_CLUSTERING_NUM_TYPES,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            value
        };
        let f_clustering_types = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let count = __rt::array::count(
                            r,
                            i64::try_from(f_num_types)
                                .map_err(|_| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Overflow,
                                            &SITE_COVERED_CLUSTERING_CLUSTERING_TYPES,
                                        )
                                })?,
                            1,
                            &SITE_COVERED_CLUSTERING_CLUSTERING_TYPES,
                        )?;
                        #[allow(unused_mut)]
                        let mut all = __rt::array::reserve(count);
                        for index in 0..count {
                            #[allow(unused_variables)]
                            let index = index as i64;
                            all.push(
                                (|| -> __rt::error::Result<_> {
                                    {
                                        __rt::native::CqlTypeCodec::read(
                                            r,
                                            &SITE_COVERED_CLUSTERING_CLUSTERING_TYPES,
                                        )
                                    }
                                })()
                                    .map_err(|e: __rt::ReadError| {
                                        e.at_index(&SITE_COVERED_CLUSTERING_CLUSTERING_TYPES, index)
                                    })?,
                            );
                        }
                        all
                    }
                }
            };
            let count = __rt::array::count(
                r,
                i64::try_from(f_num_types)
                    .map_err(|_| {
                        r
                            .error(
                                __rt::ReadErrorKind::Overflow,
                                &SITE_COVERED_CLUSTERING_CLUSTERING_TYPES,
                            )
                    })?,
                0,
                &SITE_COVERED_CLUSTERING_CLUSTERING_TYPES,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    let offset = r.offset();
                    let leaf = {
                        __rt::native::CqlTypeCodec::read(
                            r,
                            &SITE_COVERED_CLUSTERING_CLUSTERING_TYPES,
                        )
                    }?;
                    w.leaf(
                        &SITE_COVERED_CLUSTERING_CLUSTERING_TYPES,
                        Some(index as u64),
                        offset,
                        r.offset() - offset,
                        __rt::native::CqlTypeCodec::value(&leaf),
                    );
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_COVERED_CLUSTERING_CLUSTERING_TYPES, index)
                    })?;
            }
            value
        };
        let f_lower = {
            let value = ();
            w.enter(&SITE_COVERED_CLUSTERING_LOWER, None, r.offset());
            let asked = {
                let arg0 = &f_clustering_types;
                super::common::ClusteringBound::walk(r, arg0, w)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_COVERED_CLUSTERING_LOWER, None)
                })?;
            w.leave(r.offset());
            value
        };
        let f_upper = {
            let value = ();
            w.enter(&SITE_COVERED_CLUSTERING_UPPER, None, r.offset());
            let asked = {
                let arg0 = &f_clustering_types;
                super::common::ClusteringBound::walk(r, arg0, w)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_COVERED_CLUSTERING_UPPER, None)
                })?;
            w.leave(r.offset());
            value
        };
        Ok(())
    }
}
impl CoveredClustering {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        let f_num_types = __rt::sink::narrow::<
            u64,
            _,
        >(self.clustering_types.len() as i64, &SITE_COVERED_CLUSTERING_NUM_TYPES)?;
        __rt::native::UvintCodec::write(
            w,
            &f_num_types,
            &SITE_COVERED_CLUSTERING_NUM_TYPES,
        )?;
        for e in &self.clustering_types {
            __rt::native::CqlTypeCodec::write(
                w,
                e,
                &SITE_COVERED_CLUSTERING_CLUSTERING_TYPES,
            )?;
        }
        self.lower.encode(w, &self.clustering_types)?;
        self.upper.encode(w, &self.clustering_types)?;
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
static SITE_SERIALIZATION_HEADER__SELF: __rt::Site = __rt::Site {
    owner: "serialization_header",
    field: "_self",
    file: "sstable/sstable_statistics.ksy",
    line: 492u32,
};
static SITE_SERIALIZATION_HEADER_MIN_TIMESTAMP_DELTA: __rt::Site = __rt::Site {
    owner: "serialization_header",
    field: "min_timestamp_delta",
    file: "sstable/sstable_statistics.ksy",
    line: 501u32,
};
static SITE_SERIALIZATION_HEADER_MIN_LOCAL_DELETION_TIME_DELTA: __rt::Site = __rt::Site {
    owner: "serialization_header",
    field: "min_local_deletion_time_delta",
    file: "sstable/sstable_statistics.ksy",
    line: 507u32,
};
static SITE_SERIALIZATION_HEADER_MIN_TTL_DELTA: __rt::Site = __rt::Site {
    owner: "serialization_header",
    field: "min_ttl_delta",
    file: "sstable/sstable_statistics.ksy",
    line: 511u32,
};
static SITE_SERIALIZATION_HEADER_KEY_TYPE: __rt::Site = __rt::Site {
    owner: "serialization_header",
    field: "key_type",
    file: "sstable/sstable_statistics.ksy",
    line: 515u32,
};
static SITE_SERIALIZATION_HEADER_NUM_CLUSTERING_TYPES: __rt::Site = __rt::Site {
    owner: "serialization_header",
    field: "num_clustering_types",
    file: "sstable/sstable_statistics.ksy",
    line: 518u32,
};
static SITE_SERIALIZATION_HEADER_CLUSTERING_TYPES: __rt::Site = __rt::Site {
    owner: "serialization_header",
    field: "clustering_types",
    file: "sstable/sstable_statistics.ksy",
    line: 522u32,
};
static SITE_SERIALIZATION_HEADER_STATIC_COLUMNS: __rt::Site = __rt::Site {
    owner: "serialization_header",
    field: "static_columns",
    file: "sstable/sstable_statistics.ksy",
    line: 527u32,
};
static SITE_SERIALIZATION_HEADER_REGULAR_COLUMNS: __rt::Site = __rt::Site {
    owner: "serialization_header",
    field: "regular_columns",
    file: "sstable/sstable_statistics.ksy",
    line: 530u32,
};
/**What all rows of Data.db have in common: the smallest timestamp, deletion time and TTL, which the rows' are told relative to, and the
names and types of the columns, which the rows refer to by their order.

It is the schema as it was when the SSTable was written. Columns may have been dropped or added since, and the names of the key columns
are not here at all.*/
///
///Specification: `sstable/sstable_statistics.ksy`, line 492. Cassandra: org.apache.cassandra.db.SerializationHeader.Component.
#[derive(Debug, Clone, PartialEq)]
pub struct SerializationHeader {
    ///What timestamps in Data.db are relative to; at most the smallest timestamp. In microseconds since 1970.
    pub min_timestamp: i64,
    ///What local deletion times in Data.db are relative to. In seconds since 1970.
    pub min_local_deletion_time: i64,
    ///What TTLs in Data.db are relative to. In seconds.
    pub min_ttl: i64,
    ///Type of the partition key; a CompositeType if it has several columns.
    pub key_type: __rt::native::CqlType,
    ///Their types, in the order of the primary key.
    pub clustering_types: Vec<__rt::native::CqlType>,
    ///The static columns.
    pub static_columns: super::statistics::ColumnList,
    ///The others.
    pub regular_columns: super::statistics::ColumnList,
}
impl SerializationHeader {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let f_min_timestamp_delta = {
            __rt::native::UvintCodec::read(
                r,
                &SITE_SERIALIZATION_HEADER_MIN_TIMESTAMP_DELTA,
            )
        }?;
        let delta_min_timestamp = (f_min_timestamp_delta as i64)
            .wrapping_add(1442880000000000i64);
        let f_min_local_deletion_time_delta = {
            __rt::native::UvintCodec::read(
                r,
                &SITE_SERIALIZATION_HEADER_MIN_LOCAL_DELETION_TIME_DELTA,
            )
        }?;
        let delta_min_local_deletion_time = (f_min_local_deletion_time_delta as i64)
            .wrapping_add(1442880000i64);
        let f_min_ttl_delta = {
            __rt::native::UvintCodec::read(r, &SITE_SERIALIZATION_HEADER_MIN_TTL_DELTA)
        }?;
        let delta_min_ttl = (f_min_ttl_delta as i64).wrapping_add(0i64);
        let f_key_type = {
            __rt::native::CqlTypeCodec::read(r, &SITE_SERIALIZATION_HEADER_KEY_TYPE)
        }?;
        let f_num_clustering_types = {
            __rt::native::UvintCodec::read(
                r,
                &SITE_SERIALIZATION_HEADER_NUM_CLUSTERING_TYPES,
            )
        }?;
        let f_clustering_types = {
            let count = __rt::array::count(
                r,
                i64::try_from(f_num_clustering_types)
                    .map_err(|_| {
                        r
                            .error(
                                __rt::ReadErrorKind::Overflow,
                                &SITE_SERIALIZATION_HEADER_CLUSTERING_TYPES,
                            )
                    })?,
                1,
                &SITE_SERIALIZATION_HEADER_CLUSTERING_TYPES,
            )?;
            #[allow(unused_mut)]
            let mut all = __rt::array::reserve(count);
            for index in 0..count {
                #[allow(unused_variables)]
                let index = index as i64;
                all.push(
                    (|| -> __rt::error::Result<_> {
                        {
                            __rt::native::CqlTypeCodec::read(
                                r,
                                &SITE_SERIALIZATION_HEADER_CLUSTERING_TYPES,
                            )
                        }
                    })()
                        .map_err(|e: __rt::ReadError| {
                            e
                                .at_index(
                                    &SITE_SERIALIZATION_HEADER_CLUSTERING_TYPES,
                                    index,
                                )
                        })?,
                );
            }
            all
        };
        let f_static_columns = { super::statistics::ColumnList::decode(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_SERIALIZATION_HEADER_STATIC_COLUMNS, None)
            })?;
        let f_regular_columns = { super::statistics::ColumnList::decode(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_SERIALIZATION_HEADER_REGULAR_COLUMNS, None)
            })?;
        Ok(Self {
            min_timestamp: delta_min_timestamp,
            min_local_deletion_time: delta_min_local_deletion_time,
            min_ttl: delta_min_ttl,
            key_type: f_key_type,
            clustering_types: f_clustering_types,
            static_columns: f_static_columns,
            regular_columns: f_regular_columns,
        })
    }
}
///The head of a [`SerializationHeader`], borrowed.
#[derive(Debug, Clone)]
pub struct SerializationHeaderRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    /**To 2015-09-22 00:00 UTC, in microseconds; in wrapping arithmetic, so that an earlier time takes 9 bytes. (That day Cassandra 3.0 was
about to be released.)*/
    pub min_timestamp_delta: u64,
    ///To the same day, in seconds.
    pub min_local_deletion_time_delta: u64,
    ///The TTL itself, in seconds.
    pub min_ttl_delta: u64,
    ///Type of the partition key; a CompositeType if it has several columns.
    pub key_type: __rt::native::CqlType,
    ///Number of clustering columns.
    pub num_clustering_types: u64,
    ///What timestamps in Data.db are relative to; at most the smallest timestamp. In microseconds since 1970.
    pub min_timestamp: i64,
    ///What local deletion times in Data.db are relative to. In seconds since 1970.
    pub min_local_deletion_time: i64,
    ///What TTLs in Data.db are relative to. In seconds.
    pub min_ttl: i64,
}
impl<'a> SerializationHeaderRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_min_timestamp_delta = {
            __rt::native::UvintCodec::read(
                r,
                &SITE_SERIALIZATION_HEADER_MIN_TIMESTAMP_DELTA,
            )
        }?;
        let f_min_local_deletion_time_delta = {
            __rt::native::UvintCodec::read(
                r,
                &SITE_SERIALIZATION_HEADER_MIN_LOCAL_DELETION_TIME_DELTA,
            )
        }?;
        let f_min_ttl_delta = {
            __rt::native::UvintCodec::read(r, &SITE_SERIALIZATION_HEADER_MIN_TTL_DELTA)
        }?;
        let f_key_type = {
            __rt::native::CqlTypeCodec::read(r, &SITE_SERIALIZATION_HEADER_KEY_TYPE)
        }?;
        let f_num_clustering_types = {
            __rt::native::UvintCodec::read(
                r,
                &SITE_SERIALIZATION_HEADER_NUM_CLUSTERING_TYPES,
            )
        }?;
        Ok({
            let value_min_timestamp = (f_min_timestamp_delta as i64)
                .wrapping_add(1442880000000000i64);
            let value_min_local_deletion_time = (f_min_local_deletion_time_delta as i64)
                .wrapping_add(1442880000i64);
            let value_min_ttl = (f_min_ttl_delta as i64).wrapping_add(0i64);
            super::statistics::SerializationHeaderRef {
                begin,
                rest: *r,
                min_timestamp_delta: f_min_timestamp_delta,
                min_local_deletion_time_delta: f_min_local_deletion_time_delta,
                min_ttl_delta: f_min_ttl_delta,
                key_type: f_key_type.clone(),
                num_clustering_types: f_num_clustering_types,
                min_timestamp: value_min_timestamp,
                min_local_deletion_time: value_min_local_deletion_time,
                min_ttl: value_min_ttl,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_SERIALIZATION_HEADER__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_SERIALIZATION_HEADER_MIN_TIMESTAMP_DELTA,
            &SITE_SERIALIZATION_HEADER_MIN_LOCAL_DELETION_TIME_DELTA,
            &SITE_SERIALIZATION_HEADER_MIN_TTL_DELTA,
            &SITE_SERIALIZATION_HEADER_KEY_TYPE,
            &SITE_SERIALIZATION_HEADER_NUM_CLUSTERING_TYPES,
            &SITE_SERIALIZATION_HEADER_CLUSTERING_TYPES,
            &SITE_SERIALIZATION_HEADER_STATIC_COLUMNS,
            &SITE_SERIALIZATION_HEADER_REGULAR_COLUMNS,
        ];
        FIELDS
    }
}
impl SerializationHeader {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let f_min_timestamp_delta = {
            __rt::native::UvintCodec::read(
                r,
                &SITE_SERIALIZATION_HEADER_MIN_TIMESTAMP_DELTA,
            )
        }?;
        let f_min_local_deletion_time_delta = {
            __rt::native::UvintCodec::read(
                r,
                &SITE_SERIALIZATION_HEADER_MIN_LOCAL_DELETION_TIME_DELTA,
            )
        }?;
        let f_min_ttl_delta = {
            __rt::native::UvintCodec::read(r, &SITE_SERIALIZATION_HEADER_MIN_TTL_DELTA)
        }?;
        let f_key_type = {
            __rt::native::CqlTypeCodec::skip(r, &SITE_SERIALIZATION_HEADER_KEY_TYPE)
        }?;
        let f_num_clustering_types = {
            __rt::native::UvintCodec::read(
                r,
                &SITE_SERIALIZATION_HEADER_NUM_CLUSTERING_TYPES,
            )
        }?;
        let count = __rt::array::count(
            r,
            i64::try_from(f_num_clustering_types)
                .map_err(|_| {
                    r
                        .error(
                            __rt::ReadErrorKind::Overflow,
                            &SITE_SERIALIZATION_HEADER_CLUSTERING_TYPES,
                        )
                })?,
            0,
            &SITE_SERIALIZATION_HEADER_CLUSTERING_TYPES,
        )?;
        for index in 0..count {
            let index = index as i64;
            let _ = {
                __rt::native::CqlTypeCodec::skip(
                    r,
                    &SITE_SERIALIZATION_HEADER_CLUSTERING_TYPES,
                )
            }?;
        }
        let f_static_columns = { super::statistics::ColumnList::skip(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_SERIALIZATION_HEADER_STATIC_COLUMNS, None)
            })?;
        let f_regular_columns = { super::statistics::ColumnList::skip(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_SERIALIZATION_HEADER_REGULAR_COLUMNS, None)
            })?;
        Ok(())
    }
}
impl SerializationHeader {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_min_timestamp_delta = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        __rt::native::UvintCodec::read(
                            r,
                            &SITE_SERIALIZATION_HEADER_MIN_TIMESTAMP_DELTA,
                        )
                    }?
                }
            };
            let offset = r.offset();
            let leaf = {
                __rt::native::UvintCodec::read(
                    r,
                    &SITE_SERIALIZATION_HEADER_MIN_TIMESTAMP_DELTA,
                )
            }?;
            w.leaf(
                &SITE_SERIALIZATION_HEADER_MIN_TIMESTAMP_DELTA,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            value
        };
        let f_min_local_deletion_time_delta = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        __rt::native::UvintCodec::read(
                            r,
                            &SITE_SERIALIZATION_HEADER_MIN_LOCAL_DELETION_TIME_DELTA,
                        )
                    }?
                }
            };
            let offset = r.offset();
            let leaf = {
                __rt::native::UvintCodec::read(
                    r,
                    &SITE_SERIALIZATION_HEADER_MIN_LOCAL_DELETION_TIME_DELTA,
                )
            }?;
            w.leaf(
                &SITE_SERIALIZATION_HEADER_MIN_LOCAL_DELETION_TIME_DELTA,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            value
        };
        let f_min_ttl_delta = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        __rt::native::UvintCodec::read(
                            r,
                            &SITE_SERIALIZATION_HEADER_MIN_TTL_DELTA,
                        )
                    }?
                }
            };
            let offset = r.offset();
            let leaf = {
                __rt::native::UvintCodec::read(
                    r,
                    &SITE_SERIALIZATION_HEADER_MIN_TTL_DELTA,
                )
            }?;
            w.leaf(
                &SITE_SERIALIZATION_HEADER_MIN_TTL_DELTA,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            value
        };
        let f_key_type = {
            let value = ();
            let offset = r.offset();
            let leaf = {
                __rt::native::CqlTypeCodec::read(r, &SITE_SERIALIZATION_HEADER_KEY_TYPE)
            }?;
            w.leaf(
                &SITE_SERIALIZATION_HEADER_KEY_TYPE,
                None,
                offset,
                r.offset() - offset,
                __rt::native::CqlTypeCodec::value(&leaf),
            );
            value
        };
        let f_num_clustering_types = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        __rt::native::UvintCodec::read(
                            r,
                            &SITE_SERIALIZATION_HEADER_NUM_CLUSTERING_TYPES,
                        )
                    }?
                }
            };
            let offset = r.offset();
            let leaf = {
                __rt::native::UvintCodec::read(
                    r,
                    &SITE_SERIALIZATION_HEADER_NUM_CLUSTERING_TYPES,
                )
            }?;
            w.leaf(
                &SITE_SERIALIZATION_HEADER_NUM_CLUSTERING_TYPES,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            value
        };
        let f_clustering_types = {
            let value = ();
            let count = __rt::array::count(
                r,
                i64::try_from(f_num_clustering_types)
                    .map_err(|_| {
                        r
                            .error(
                                __rt::ReadErrorKind::Overflow,
                                &SITE_SERIALIZATION_HEADER_CLUSTERING_TYPES,
                            )
                    })?,
                0,
                &SITE_SERIALIZATION_HEADER_CLUSTERING_TYPES,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    let offset = r.offset();
                    let leaf = {
                        __rt::native::CqlTypeCodec::read(
                            r,
                            &SITE_SERIALIZATION_HEADER_CLUSTERING_TYPES,
                        )
                    }?;
                    w.leaf(
                        &SITE_SERIALIZATION_HEADER_CLUSTERING_TYPES,
                        Some(index as u64),
                        offset,
                        r.offset() - offset,
                        __rt::native::CqlTypeCodec::value(&leaf),
                    );
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_SERIALIZATION_HEADER_CLUSTERING_TYPES, index)
                    })?;
            }
            value
        };
        let f_static_columns = {
            let value = ();
            w.enter(&SITE_SERIALIZATION_HEADER_STATIC_COLUMNS, None, r.offset());
            let asked = { super::statistics::ColumnList::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_SERIALIZATION_HEADER_STATIC_COLUMNS, None)
                })?;
            w.leave(r.offset());
            value
        };
        let f_regular_columns = {
            let value = ();
            w.enter(&SITE_SERIALIZATION_HEADER_REGULAR_COLUMNS, None, r.offset());
            let asked = { super::statistics::ColumnList::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_SERIALIZATION_HEADER_REGULAR_COLUMNS, None)
                })?;
            w.leave(r.offset());
            value
        };
        Ok(())
    }
}
impl SerializationHeader {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        let f_min_timestamp_delta: u64 = self
            .min_timestamp
            .wrapping_sub(1442880000000000i64) as u64;
        __rt::native::UvintCodec::write(
            w,
            &f_min_timestamp_delta,
            &SITE_SERIALIZATION_HEADER_MIN_TIMESTAMP_DELTA,
        )?;
        let f_min_local_deletion_time_delta: u64 = self
            .min_local_deletion_time
            .wrapping_sub(1442880000i64) as u64;
        __rt::native::UvintCodec::write(
            w,
            &f_min_local_deletion_time_delta,
            &SITE_SERIALIZATION_HEADER_MIN_LOCAL_DELETION_TIME_DELTA,
        )?;
        let f_min_ttl_delta: u64 = self.min_ttl.wrapping_sub(0i64) as u64;
        __rt::native::UvintCodec::write(
            w,
            &f_min_ttl_delta,
            &SITE_SERIALIZATION_HEADER_MIN_TTL_DELTA,
        )?;
        __rt::native::CqlTypeCodec::write(
            w,
            &self.key_type,
            &SITE_SERIALIZATION_HEADER_KEY_TYPE,
        )?;
        let f_num_clustering_types = __rt::sink::narrow::<
            u64,
            _,
        >(
            self.clustering_types.len() as i64,
            &SITE_SERIALIZATION_HEADER_NUM_CLUSTERING_TYPES,
        )?;
        __rt::native::UvintCodec::write(
            w,
            &f_num_clustering_types,
            &SITE_SERIALIZATION_HEADER_NUM_CLUSTERING_TYPES,
        )?;
        for e in &self.clustering_types {
            __rt::native::CqlTypeCodec::write(
                w,
                e,
                &SITE_SERIALIZATION_HEADER_CLUSTERING_TYPES,
            )?;
        }
        self.static_columns.encode(w)?;
        self.regular_columns.encode(w)?;
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
static SITE_COLUMN_LIST__SELF: __rt::Site = __rt::Site {
    owner: "column_list",
    field: "_self",
    file: "sstable/sstable_statistics.ksy",
    line: 543u32,
};
static SITE_COLUMN_LIST_NUM_COLUMNS: __rt::Site = __rt::Site {
    owner: "column_list",
    field: "num_columns",
    file: "sstable/sstable_statistics.ksy",
    line: 547u32,
};
static SITE_COLUMN_LIST_COLUMNS: __rt::Site = __rt::Site {
    owner: "column_list",
    field: "columns",
    file: "sstable/sstable_statistics.ksy",
    line: 551u32,
};
///Columns in the order in which rows have them.
///
///Specification: `sstable/sstable_statistics.ksy`, line 543. Cassandra: org.apache.cassandra.db.SerializationHeader.Serializer.writeColumnsWithTypes.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnList {
    ///Simple columns first, then those of several cells, each in order of their names' bytes.
    pub columns: Vec<super::statistics::Column>,
}
impl ColumnList {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let f_num_columns = {
            __rt::native::UvintCodec::read(r, &SITE_COLUMN_LIST_NUM_COLUMNS)
        }?;
        let f_columns = {
            let count = __rt::array::count(
                r,
                i64::try_from(f_num_columns)
                    .map_err(|_| {
                        r.error(__rt::ReadErrorKind::Overflow, &SITE_COLUMN_LIST_COLUMNS)
                    })?,
                2,
                &SITE_COLUMN_LIST_COLUMNS,
            )?;
            #[allow(unused_mut)]
            let mut all = __rt::array::reserve(count);
            for index in 0..count {
                #[allow(unused_variables)]
                let index = index as i64;
                all.push(
                    (|| -> __rt::error::Result<_> {
                        { super::statistics::Column::decode(r) }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_COLUMN_LIST_COLUMNS, None)
                            })
                    })()
                        .map_err(|e: __rt::ReadError| {
                            e.at_index(&SITE_COLUMN_LIST_COLUMNS, index)
                        })?,
                );
            }
            all
        };
        Ok(Self { columns: f_columns })
    }
}
///The head of a [`ColumnList`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct ColumnListRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    ///Number of columns.
    pub num_columns: u64,
}
impl<'a> ColumnListRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_num_columns = {
            __rt::native::UvintCodec::read(r, &SITE_COLUMN_LIST_NUM_COLUMNS)
        }?;
        Ok({
            super::statistics::ColumnListRef {
                begin,
                rest: *r,
                num_columns: f_num_columns,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_COLUMN_LIST__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_COLUMN_LIST_NUM_COLUMNS,
            &SITE_COLUMN_LIST_COLUMNS,
        ];
        FIELDS
    }
}
impl ColumnList {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let f_num_columns = {
            __rt::native::UvintCodec::read(r, &SITE_COLUMN_LIST_NUM_COLUMNS)
        }?;
        let count = __rt::array::count(
            r,
            i64::try_from(f_num_columns)
                .map_err(|_| {
                    r.error(__rt::ReadErrorKind::Overflow, &SITE_COLUMN_LIST_COLUMNS)
                })?,
            0,
            &SITE_COLUMN_LIST_COLUMNS,
        )?;
        for index in 0..count {
            let index = index as i64;
            let _ = { super::statistics::Column::skip(r) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_COLUMN_LIST_COLUMNS, None)
                })?;
        }
        Ok(())
    }
}
impl ColumnList {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_num_columns = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { { __rt::native::UvintCodec::read(r, &SITE_COLUMN_LIST_NUM_COLUMNS) }? }
            };
            let offset = r.offset();
            let leaf = {
                __rt::native::UvintCodec::read(r, &SITE_COLUMN_LIST_NUM_COLUMNS)
            }?;
            w.leaf(
                &SITE_COLUMN_LIST_NUM_COLUMNS,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            value
        };
        let f_columns = {
            let value = ();
            let count = __rt::array::count(
                r,
                i64::try_from(f_num_columns)
                    .map_err(|_| {
                        r.error(__rt::ReadErrorKind::Overflow, &SITE_COLUMN_LIST_COLUMNS)
                    })?,
                0,
                &SITE_COLUMN_LIST_COLUMNS,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    w.enter(&SITE_COLUMN_LIST_COLUMNS, Some(index as u64), r.offset());
                    let asked = { super::statistics::Column::walk(r, w) }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_COLUMN_LIST_COLUMNS, None)
                        })?;
                    w.leave(r.offset());
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_COLUMN_LIST_COLUMNS, index)
                    })?;
            }
            value
        };
        Ok(())
    }
}
impl ColumnList {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        let f_num_columns = __rt::sink::narrow::<
            u64,
            _,
        >(self.columns.len() as i64, &SITE_COLUMN_LIST_NUM_COLUMNS)?;
        __rt::native::UvintCodec::write(
            w,
            &f_num_columns,
            &SITE_COLUMN_LIST_NUM_COLUMNS,
        )?;
        for e in &self.columns {
            e.encode(w)?;
        }
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
static SITE_COLUMN__SELF: __rt::Site = __rt::Site {
    owner: "column",
    field: "_self",
    file: "sstable/sstable_statistics.ksy",
    line: 556u32,
};
static SITE_COLUMN_NAME: __rt::Site = __rt::Site {
    owner: "column",
    field: "name",
    file: "sstable/sstable_statistics.ksy",
    line: 560u32,
};
static SITE_COLUMN_COLUMN_TYPE: __rt::Site = __rt::Site {
    owner: "column",
    field: "column_type",
    file: "sstable/sstable_statistics.ksy",
    line: 563u32,
};
///One column.
///
///Specification: `sstable/sstable_statistics.ksy`, line 556. Cassandra: org.apache.cassandra.db.SerializationHeader.Serializer.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    ///Its name, in UTF-8 as a rule.
    pub name: super::common::BytesUvint,
    /**Its type. Decides whether the column has one cell or several, with one exception: Cassandra 3.0 knew frozen user types only and did
not write FrozenType around them, so that for a UserType in files of ma to me the schema must be asked.*/
    pub column_type: __rt::native::CqlType,
}
impl Column {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let f_name = { super::common::BytesUvint::decode(r) }
            .map_err(|e: __rt::ReadError| e.within(&SITE_COLUMN_NAME, None))?;
        let f_column_type = {
            __rt::native::CqlTypeCodec::read(r, &SITE_COLUMN_COLUMN_TYPE)
        }?;
        Ok(Self {
            name: f_name,
            column_type: f_column_type,
        })
    }
}
///The head of a [`Column`], borrowed.
#[derive(Debug, Clone)]
pub struct ColumnRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Its name, in UTF-8 as a rule.
    pub name: super::common::BytesUvintRef<'a>,
    /**Its type. Decides whether the column has one cell or several, with one exception: Cassandra 3.0 knew frozen user types only and did
not write FrozenType around them, so that for a UserType in files of ma to me the schema must be asked.*/
    pub column_type: __rt::native::CqlType,
}
impl<'a> ColumnRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_name = { super::common::BytesUvintRef::read(r) }
            .map_err(|e: __rt::ReadError| e.within(&SITE_COLUMN_NAME, None))?;
        let f_column_type = {
            __rt::native::CqlTypeCodec::read(r, &SITE_COLUMN_COLUMN_TYPE)
        }?;
        Ok({
            super::statistics::ColumnRef {
                lifetime: std::marker::PhantomData,
                name: f_name,
                column_type: f_column_type.clone(),
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_COLUMN__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[&SITE_COLUMN_NAME, &SITE_COLUMN_COLUMN_TYPE];
        FIELDS
    }
}
impl Column {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let f_name = { super::common::BytesUvint::skip(r) }
            .map_err(|e: __rt::ReadError| e.within(&SITE_COLUMN_NAME, None))?;
        let f_column_type = {
            __rt::native::CqlTypeCodec::skip(r, &SITE_COLUMN_COLUMN_TYPE)
        }?;
        Ok(())
    }
}
impl Column {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_name = {
            let value = ();
            w.enter(&SITE_COLUMN_NAME, None, r.offset());
            let asked = { super::common::BytesUvint::walk(r, w) }
                .map_err(|e: __rt::ReadError| e.within(&SITE_COLUMN_NAME, None))?;
            w.leave(r.offset());
            value
        };
        let f_column_type = {
            let value = ();
            let offset = r.offset();
            let leaf = {
                __rt::native::CqlTypeCodec::read(r, &SITE_COLUMN_COLUMN_TYPE)
            }?;
            w.leaf(
                &SITE_COLUMN_COLUMN_TYPE,
                None,
                offset,
                r.offset() - offset,
                __rt::native::CqlTypeCodec::value(&leaf),
            );
            value
        };
        Ok(())
    }
}
impl Column {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        self.name.encode(w)?;
        __rt::native::CqlTypeCodec::write(
            w,
            &self.column_type,
            &SITE_COLUMN_COLUMN_TYPE,
        )?;
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
