// Written by `expand` from the specification sstable_data.ksy. Do not edit.

#[allow(unused_imports, reason = "not every file needs them")]
use ::cqlite_runtime as __rt;
#[allow(unused_imports, reason = "not every file needs them")]
use __rt::sink::Sink as _;
///What reading [`SstableData`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct SstableDataParams<'p> {
    ///The version of the SSTable.
    pub v: super::version::SstableVersion,
    ///The serialization header from Statistics.db.
    pub h: &'p super::statistics::SerializationHeader,
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> SstableDataParams<'p> {
    /// All of it.
    pub fn new(
        v: super::version::SstableVersion,
        h: &'p super::statistics::SerializationHeader,
    ) -> Self {
        SstableDataParams {
            v,
            h,
            lifetime: std::marker::PhantomData,
        }
    }
}
///Receives what a [`SstableData`] holds, in the order of its bytes.
pub trait SstableDataVisitor<'a> {
    /// What may go wrong: the bytes, or the visitor's own work.
    type Error: From<__rt::ReadError>;
    ///The head of a [`Partition`].
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn partition(&mut self, head: &PartitionRef<'a>) -> Result<__rt::Flow, Self::Error> {
        let _ = head;
        Ok(__rt::Flow::Continue)
    }
    ///A [`Partition`] ends; not sent if it was skipped.
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn end_partition(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }
    ///The head of a [`Unfiltered`].
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn unfiltered(
        &mut self,
        head: &UnfilteredRef<'a>,
    ) -> Result<__rt::Flow, Self::Error> {
        let _ = head;
        Ok(__rt::Flow::Continue)
    }
    ///A [`Unfiltered`] ends; not sent if it was skipped.
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn end_unfiltered(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }
    ///The head of a [`Row`].
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn row(&mut self, head: &RowRef<'a>) -> Result<__rt::Flow, Self::Error> {
        let _ = head;
        Ok(__rt::Flow::Continue)
    }
    ///A [`Row`] ends; not sent if it was skipped.
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn end_row(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }
    ///The head of a [`RowBody`].
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn row_body(&mut self, head: &RowBodyRef<'a>) -> Result<__rt::Flow, Self::Error> {
        let _ = head;
        Ok(__rt::Flow::Continue)
    }
    ///A [`RowBody`] ends; not sent if it was skipped.
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn end_row_body(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }
    ///The head of a [`ColumnData`].
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn column(&mut self, head: &ColumnDataRef<'a>) -> Result<__rt::Flow, Self::Error> {
        let _ = head;
        Ok(__rt::Flow::Continue)
    }
    ///A [`ColumnData`] ends; not sent if it was skipped.
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn end_column(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }
    ///The head of a [`Cell`].
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn cell(&mut self, head: &CellRef<'a>) -> Result<(), Self::Error> {
        let _ = head;
        Ok(())
    }
    ///The head of a [`Marker`].
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn marker(&mut self, head: &MarkerRef<'a>) -> Result<__rt::Flow, Self::Error> {
        let _ = head;
        Ok(__rt::Flow::Continue)
    }
    ///A [`Marker`] ends; not sent if it was skipped.
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn end_marker(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }
    ///The head of a [`MarkerBody`].
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn marker_body(&mut self, head: &MarkerBodyRef<'a>) -> Result<(), Self::Error> {
        let _ = head;
        Ok(())
    }
}
static SITE_SSTABLE_DATA__SELF: __rt::Site = __rt::Site {
    owner: "sstable_data",
    field: "_self",
    file: "sstable/sstable_data.ksy",
    line: 1u32,
};
static SITE_SSTABLE_DATA_PARTITIONS: __rt::Site = __rt::Site {
    owner: "sstable_data",
    field: "partitions",
    file: "sstable/sstable_data.ksy",
    line: 29u32,
};
/**The partitions of an SSTable in token order, as one stream of bytes; where CompressionInfo.db exists the file holds that stream cut into
compressed chunks (sstable_chunks.ksy). A partition is its key, its deletion, its static row and its unfiltereds (rows and the markers of
range tombstones, in clustering order).

Timestamps, deletion times and TTLs are told relative to the smallest ones of the SSTable, and column names and types stand only once, in
the serialization header (sstable_statistics.ksy). Nothing in this file can be read without that header.

All versions from 3.0 on differ in one point only, the layout of the partition's deletion.*/
///
///Specification: `sstable/sstable_data.ksy`, line 1. Cassandra: org.apache.cassandra.io.sstable.format.SortedTablePartitionWriter, org.apache.cassandra.db.rows.UnfilteredSerializer.
#[derive(Debug, Clone, PartialEq)]
pub struct SstableData {
    ///The partitions, in the order of their tokens; those with the same token in the order of their keys.
    pub partitions: Vec<super::data::Partition>,
}
impl SstableData {
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
        cx: &super::data::SstableDataParams<'_>,
    ) -> __rt::error::Result<Self> {
        let f_partitions = {
            let mut all = Vec::new();
            while !r.at_end() {
                let (index, before) = (all.len() as i64, r.pos());
                all.push(
                    (|| -> __rt::error::Result<_> {
                        {
                            let arg0 = cx;
                            super::data::Partition::decode(r, arg0)
                        }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_SSTABLE_DATA_PARTITIONS, None)
                            })
                    })()
                        .map_err(|e: __rt::ReadError| {
                            e.at_index(&SITE_SSTABLE_DATA_PARTITIONS, index)
                        })?,
                );
                __rt::array::progress(r, before, &SITE_SSTABLE_DATA_PARTITIONS)?;
            }
            all
        };
        Ok(Self { partitions: f_partitions })
    }
}
///The head of a [`SstableData`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct SstableDataRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
}
impl<'a> SstableDataRef<'a> {
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
        cx: &super::data::SstableDataParams<'_>,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        Ok({
            super::data::SstableDataRef {
                begin,
                rest: *r,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_SSTABLE_DATA__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[&SITE_SSTABLE_DATA_PARTITIONS];
        FIELDS
    }
}
impl SstableData {
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
        cx: &super::data::SstableDataParams<'_>,
    ) -> __rt::error::Result<()> {
        while !r.at_end() {
            let before = r.pos();
            let _ = {
                let arg0 = cx;
                super::data::Partition::skip(r, arg0)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_SSTABLE_DATA_PARTITIONS, None)
                })?;
            __rt::array::progress(r, before, &SITE_SSTABLE_DATA_PARTITIONS)?;
        }
        Ok(())
    }
}
impl SstableData {
    /// Reads one and sends what it holds to a visitor.
    ///
    /// # Errors
    /// What is wrong with the bytes, or what the visitor says.
    #[inline]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn visit<'a, V: SstableDataVisitor<'a>>(
        r: &mut __rt::Reader<'a>,
        cx: &super::data::SstableDataParams<'_>,
        v: &mut V,
    ) -> Result<__rt::Flow, V::Error> {
        let begin = r.offset();
        {
            while !r.at_end() {
                let before = r.pos();
                {
                    let arg0 = cx;
                    super::data::Partition::visit(r, arg0, v)
                }?;
                __rt::array::progress(r, before, &SITE_SSTABLE_DATA_PARTITIONS)?;
            }
        };
        Ok(__rt::Flow::Continue)
    }
}
impl SstableData {
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
        cx: &super::data::SstableDataParams<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_partitions = {
            let value = ();
            let mut index = 0i64;
            while !r.at_end() {
                let before = r.pos();
                (|| -> __rt::error::Result<()> {
                    w.enter(
                        &SITE_SSTABLE_DATA_PARTITIONS,
                        Some(index as u64),
                        r.offset(),
                    );
                    let asked = {
                        let arg0 = cx;
                        super::data::Partition::walk(r, arg0, w)
                    }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_SSTABLE_DATA_PARTITIONS, None)
                        })?;
                    w.leave(r.offset());
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_SSTABLE_DATA_PARTITIONS, index)
                    })?;
                __rt::array::progress(r, before, &SITE_SSTABLE_DATA_PARTITIONS)?;
                index += 1;
            }
            value
        };
        Ok(())
    }
}
impl SstableData {
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
        cx: &super::data::SstableDataParams<'_>,
    ) -> __rt::sink::WriteResult<()> {
        for e in &self.partitions {
            e.encode(w, cx)?;
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
        cx: &super::data::SstableDataParams<'_>,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx)?;
        Ok(counter.pos())
    }
}
static SITE_PARTITION__SELF: __rt::Site = __rt::Site {
    owner: "partition",
    field: "_self",
    file: "sstable/sstable_data.ksy",
    line: 34u32,
};
static SITE_PARTITION_KEY: __rt::Site = __rt::Site {
    owner: "partition",
    field: "key",
    file: "sstable/sstable_data.ksy",
    line: 42u32,
};
static SITE_PARTITION_DELETION: __rt::Site = __rt::Site {
    owner: "partition",
    field: "deletion",
    file: "sstable/sstable_data.ksy",
    line: 45u32,
};
static SITE_PARTITION_STATIC_ROW: __rt::Site = __rt::Site {
    owner: "partition",
    field: "static_row",
    file: "sstable/sstable_data.ksy",
    line: 48u32,
};
static SITE_PARTITION_UNFILTEREDS: __rt::Site = __rt::Site {
    owner: "partition",
    field: "unfiltereds",
    file: "sstable/sstable_data.ksy",
    line: 52u32,
};
///All that is stored for one partition key. There is no length in front: only an index tells where a partition ends without reading it.
///
///Specification: `sstable/sstable_data.ksy`, line 34. Cassandra: org.apache.cassandra.io.sstable.format.SortedTablePartitionWriter.
#[derive(Debug, Clone, PartialEq)]
pub struct Partition {
    ///The partition key, as its type serializes it (several columns: a CompositeType).
    pub key: super::common::BytesU2,
    ///The deletion of the whole partition; LIVE if it is not deleted.
    pub deletion: super::common::DeletionTime,
    ///The static row. If the table has static columns every partition has one, even if it is empty.
    pub static_row: Option<super::data::Unfiltered>,
    ///Rows and markers in clustering order, and behind them one that says that the partition is at its end.
    pub unfiltereds: Vec<super::data::Unfiltered>,
}
impl Partition {
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
        cx: &super::data::SstableDataParams<'_>,
    ) -> __rt::error::Result<Self> {
        let f_key = { super::common::BytesU2::decode(r) }
            .map_err(|e: __rt::ReadError| e.within(&SITE_PARTITION_KEY, None))?;
        let f_deletion = {
            let arg0 = cx.v;
            super::common::DeletionTime::decode(r, arg0)
        }
            .map_err(|e: __rt::ReadError| e.within(&SITE_PARTITION_DELETION, None))?;
        let f_static_row = if ((cx.h.static_columns.columns.len() as i64) > 0i64) {
            Some(
                {
                    let arg0 = cx;
                    super::data::Unfiltered::decode(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_PARTITION_STATIC_ROW, None)
                    })?
                    .0,
            )
        } else {
            None
        };
        let f_unfiltereds = {
            let mut all = Vec::new();
            loop {
                let index = all.len() as i64;
                let one = (|| -> __rt::error::Result<_> {
                    Ok({
                        let one = {
                            let arg0 = cx;
                            super::data::Unfiltered::decode(r, arg0)
                        }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_PARTITION_UNFILTEREDS, None)
                            })?;
                        (one.0, one.1.is_end)
                    })
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_PARTITION_UNFILTEREDS, index)
                    })?;
                let last = one.1;
                all.push(one.0);
                if last {
                    break;
                }
            }
            all
        };
        Ok(Self {
            key: f_key,
            deletion: f_deletion,
            static_row: f_static_row,
            unfiltereds: f_unfiltereds,
        })
    }
}
///The head of a [`Partition`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct PartitionRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    ///The partition key, as its type serializes it (several columns: a CompositeType).
    pub key: super::common::BytesU2Ref<'a>,
    ///The deletion of the whole partition; LIVE if it is not deleted.
    pub deletion: super::common::DeletionTimeRef<'a>,
}
impl<'a> PartitionRef<'a> {
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
        cx: &super::data::SstableDataParams<'_>,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_key = { super::common::BytesU2Ref::read(r) }
            .map_err(|e: __rt::ReadError| e.within(&SITE_PARTITION_KEY, None))?;
        let f_deletion = {
            let arg0 = cx.v;
            super::common::DeletionTimeRef::read(r, arg0)
        }
            .map_err(|e: __rt::ReadError| e.within(&SITE_PARTITION_DELETION, None))?;
        Ok({
            super::data::PartitionRef {
                begin,
                rest: *r,
                key: f_key,
                deletion: f_deletion,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_PARTITION__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_PARTITION_KEY,
            &SITE_PARTITION_DELETION,
            &SITE_PARTITION_STATIC_ROW,
            &SITE_PARTITION_UNFILTEREDS,
        ];
        FIELDS
    }
}
impl Partition {
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
        cx: &super::data::SstableDataParams<'_>,
    ) -> __rt::error::Result<()> {
        let f_key = { super::common::BytesU2::skip(r) }
            .map_err(|e: __rt::ReadError| e.within(&SITE_PARTITION_KEY, None))?;
        let f_deletion = {
            let arg0 = cx.v;
            super::common::DeletionTime::skip(r, arg0)
        }
            .map_err(|e: __rt::ReadError| e.within(&SITE_PARTITION_DELETION, None))?;
        let f_static_row = if ((cx.h.static_columns.columns.len() as i64) > 0i64) {
            Some(
                {
                    let arg0 = cx;
                    super::data::Unfiltered::skip(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_PARTITION_STATIC_ROW, None)
                    })?
                    .0,
            )
        } else {
            None
        };
        loop {
            let one = {
                let one = {
                    let arg0 = cx;
                    super::data::Unfiltered::skip(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_PARTITION_UNFILTEREDS, None)
                    })?;
                (one.0, one.1.is_end)
            };
            if one.1 {
                break;
            }
        }
        Ok(())
    }
}
impl Partition {
    /// Reads one and sends what it holds to a visitor.
    ///
    /// # Errors
    /// What is wrong with the bytes, or what the visitor says.
    #[inline]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn visit<'a, V: SstableDataVisitor<'a>>(
        r: &mut __rt::Reader<'a>,
        cx: &super::data::SstableDataParams<'_>,
        v: &mut V,
    ) -> Result<__rt::Flow, V::Error> {
        let begin = r.offset();
        let f_key = { super::common::BytesU2Ref::read(r) }
            .map_err(|e: __rt::ReadError| e.within(&SITE_PARTITION_KEY, None))?;
        let f_deletion = {
            let arg0 = cx.v;
            super::common::DeletionTimeRef::read(r, arg0)
        }
            .map_err(|e: __rt::ReadError| e.within(&SITE_PARTITION_DELETION, None))?;
        if v
            .partition(
                &{
                    super::data::PartitionRef {
                        begin,
                        rest: *r,
                        key: f_key,
                        deletion: f_deletion,
                    }
                },
            )? == __rt::Flow::Skip
        {
            let f_static_row = if ((cx.h.static_columns.columns.len() as i64) > 0i64) {
                Some(
                    {
                        let arg0 = cx;
                        super::data::Unfiltered::skip(r, arg0)
                    }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_PARTITION_STATIC_ROW, None)
                        })?
                        .0,
                )
            } else {
                None
            };
            loop {
                let one = {
                    let one = {
                        let arg0 = cx;
                        super::data::Unfiltered::skip(r, arg0)
                    }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_PARTITION_UNFILTEREDS, None)
                        })?;
                    (one.0, one.1.is_end)
                };
                if one.1 {
                    break;
                }
            }
            return Ok(__rt::Flow::Skip);
        }
        if ((cx.h.static_columns.columns.len() as i64) > 0i64) {
            {
                let arg0 = cx;
                super::data::Unfiltered::visit(r, arg0, v)
            }?;
        }
        {
            loop {
                let one = {
                    let arg0 = cx;
                    super::data::Unfiltered::visit(r, arg0, v)
                }?;
                if one.1.is_end {
                    break;
                }
            }
        };
        v.end_partition()?;
        Ok(__rt::Flow::Continue)
    }
}
///Where visiting a [`Partition`] stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PartitionCursor {
    step: u8,
    skips: bool,
}
impl PartitionCursor {
    ///A cursor in front of an element of `static_row`; what precedes it is taken as visited.
    pub fn at_static_row() -> Self {
        Self { step: 1, skips: false }
    }
    ///A cursor in front of an element of `unfiltereds`; what precedes it is taken as visited.
    pub fn at_unfiltereds() -> Self {
        Self { step: 2, skips: false }
    }
    /// Whether everything has been visited.
    pub fn is_done(&self) -> bool {
        self.step == 3
    }
    /// Passes over what is left, instead of visiting it.
    pub fn skip_rest(&mut self) {
        self.skips = true;
    }
    /// Visits the head, or one further element. After an error with `is_unexpected_end` it can be called again with a
    /// reader at the same place and more bytes.
    ///
    /// # Errors
    /// What is wrong with the bytes, or what the visitor says.
    #[inline]
    #[allow(unused_variables, reason = "not every type needs all it is given")]
    pub fn step<'a, V: SstableDataVisitor<'a>>(
        &mut self,
        r: &mut __rt::Reader<'a>,
        cx: &super::data::SstableDataParams<'_>,
        v: &mut V,
    ) -> Result<(), V::Error> {
        match self.step {
            0 => {
                let begin = r.offset();
                let f_key = { super::common::BytesU2Ref::read(r) }
                    .map_err(|e: __rt::ReadError| e.within(&SITE_PARTITION_KEY, None))?;
                let f_deletion = {
                    let arg0 = cx.v;
                    super::common::DeletionTimeRef::read(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_PARTITION_DELETION, None)
                    })?;
                if v
                    .partition(
                        &{
                            super::data::PartitionRef {
                                begin,
                                rest: *r,
                                key: f_key,
                                deletion: f_deletion,
                            }
                        },
                    )? == __rt::Flow::Skip
                {
                    self.skips = true;
                }
                self.step = if ((cx.h.static_columns.columns.len() as i64) > 0i64) {
                    1
                } else {
                    2
                };
            }
            1 => {
                if ((cx.h.static_columns.columns.len() as i64) > 0i64) {
                    if self.skips {
                        {
                            let _ = {
                                let arg0 = cx;
                                super::data::Unfiltered::skip(r, arg0)
                            }
                                .map_err(|e: __rt::ReadError| {
                                    e.within(&SITE_PARTITION_STATIC_ROW, None)
                                })?
                                .0;
                        }
                    } else {
                        let _ = {
                            let arg0 = cx;
                            super::data::Unfiltered::visit(r, arg0, v)
                        }?;
                    }
                }
                self.step = 2;
            }
            2 => {
                let last = if self.skips {
                    let one = {
                        let arg0 = cx;
                        super::data::Unfiltered::skip(r, arg0)
                    }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_PARTITION_UNFILTEREDS, None)
                        })?;
                    one.1.is_end
                } else {
                    let one = {
                        let arg0 = cx;
                        super::data::Unfiltered::visit(r, arg0, v)
                    }?;
                    one.1.is_end
                };
                if last {
                    self.step = 3;
                }
            }
            _ => {}
        }
        if self.step == 3 {
            if !self.skips {
                v.end_partition()?;
            }
        }
        Ok(())
    }
}
impl Partition {
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
        cx: &super::data::SstableDataParams<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_key = {
            let value = ();
            w.enter(&SITE_PARTITION_KEY, None, r.offset());
            let asked = { super::common::BytesU2::walk(r, w) }
                .map_err(|e: __rt::ReadError| e.within(&SITE_PARTITION_KEY, None))?;
            w.leave(r.offset());
            value
        };
        let f_deletion = {
            let value = ();
            w.enter(&SITE_PARTITION_DELETION, None, r.offset());
            let asked = {
                let arg0 = cx.v;
                super::common::DeletionTime::walk(r, arg0, w)
            }
                .map_err(|e: __rt::ReadError| e.within(&SITE_PARTITION_DELETION, None))?;
            w.leave(r.offset());
            value
        };
        let f_static_row = if ((cx.h.static_columns.columns.len() as i64) > 0i64) {
            let value = ();
            w.enter(&SITE_PARTITION_STATIC_ROW, None, r.offset());
            let asked = {
                let arg0 = cx;
                super::data::Unfiltered::walk(r, arg0, w)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_PARTITION_STATIC_ROW, None)
                })?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        let f_unfiltereds = {
            let value = ();
            let mut index = 0i64;
            loop {
                let last = (|| -> __rt::error::Result<bool> {
                    w.enter(&SITE_PARTITION_UNFILTEREDS, Some(index as u64), r.offset());
                    let asked = {
                        let arg0 = cx;
                        super::data::Unfiltered::walk(r, arg0, w)
                    }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_PARTITION_UNFILTEREDS, None)
                        })?;
                    w.leave(r.offset());
                    Ok(asked.is_end)
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_PARTITION_UNFILTEREDS, index)
                    })?;
                if last {
                    break;
                }
                index += 1;
            }
            value
        };
        Ok(())
    }
}
///What the parts of a [`Partition`] tell those written after them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartitionRegisters {
    ///`partition_start`
    pub partition_start: i64,
    ///`prev_start`
    pub prev_start: i64,
    ///`this_start`
    pub this_start: i64,
    ///`prev_unfiltered_size`
    pub prev_unfiltered_size: i64,
}
impl PartitionRegisters {
    /// The registers at the start, which is where the sink stands.
    ///
    /// # Errors
    /// An expression of the specification that has no value.
    #[allow(unused_variables, reason = "as many as encode needs")]
    pub fn open<S: __rt::Sink>(
        w: &S,
        cx: &super::data::SstableDataParams<'_>,
    ) -> __rt::sink::WriteResult<Self> {
        Ok(PartitionRegisters {
            partition_start: (w.pos() as i64),
            prev_start: (w.pos() as i64),
            this_start: 0,
            prev_unfiltered_size: 0,
        })
    }
}
impl Partition {
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
        cx: &super::data::SstableDataParams<'_>,
    ) -> __rt::sink::WriteResult<()> {
        let st = &mut super::data::PartitionRegisters::open(w, cx)?;
        self.key.encode(w)?;
        self.deletion.encode(w, cx.v)?;
        if let Some(v) = __rt::sink::agreed(
            &self.static_row,
            ((cx.h.static_columns.columns.len() as i64) > 0i64),
            &SITE_PARTITION_STATIC_ROW,
        )? {
            v.encode(w, cx, st)?;
        }
        let mut ended = false;
        for e in self.unfiltereds.iter() {
            if ended {
                return Err(
                    __rt::WriteError::new(
                        __rt::WriteErrorKind::Unexpected,
                        &SITE_PARTITION_UNFILTEREDS,
                    ),
                );
            }
            let one = e.encode_asked(w, cx, st)?;
            ended = one.is_end;
        }
        if !ended {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Missing,
                    &SITE_PARTITION_UNFILTEREDS,
                ),
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
        cx: &super::data::SstableDataParams<'_>,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx)?;
        Ok(counter.pos())
    }
}
static SITE_UNFILTERED__SELF: __rt::Site = __rt::Site {
    owner: "unfiltered",
    field: "_self",
    file: "sstable/sstable_data.ksy",
    line: 57u32,
};
static SITE_UNFILTERED_FLAGS: __rt::Site = __rt::Site {
    owner: "unfiltered",
    field: "flags",
    file: "sstable/sstable_data.ksy",
    line: 65u32,
};
static SITE_UNFILTERED_EXT_FLAGS: __rt::Site = __rt::Site {
    owner: "unfiltered",
    field: "ext_flags",
    file: "sstable/sstable_data.ksy",
    line: 81u32,
};
static SITE_UNFILTERED_BODY: __rt::Site = __rt::Site {
    owner: "unfiltered",
    field: "body",
    file: "sstable/sstable_data.ksy",
    line: 89u32,
};
///A row, a marker of a range tombstone, or the end of the partition ("unfiltered" since what is deleted is still in it).
///
///Specification: `sstable/sstable_data.ksy`, line 57. Cassandra: org.apache.cassandra.db.rows.UnfilteredSerializer.
#[derive(Debug, Clone, PartialEq)]
pub struct Unfiltered {
    ///Flag 0x01 of `ext_flags`.
    pub marks_static_row: bool,
    ///Flag 0x02 of `ext_flags`.
    pub has_shadowable_deletion: bool,
    ///The bits of `ext_flags` that the version does not know, which are kept.
    pub unknown_ext_flags: Option<u8>,
    ///The row or the marker.
    pub body: Option<super::data::UnfilteredBody>,
}
///The row or the marker.
#[derive(Debug, Clone, PartialEq)]
pub enum UnfilteredBody {
    ///A bound of a range tombstone: the start or the end of a range of clusterings that is deleted. Where one range ends and another starts
    Marker(Box<super::data::Marker>),
    ///A row, or the static row, which has no clustering.
    Row(Box<super::data::Row>),
}
impl Unfiltered {
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
        cx: &super::data::SstableDataParams<'_>,
    ) -> __rt::error::Result<(Self, super::data::UnfilteredAsked)> {
        let f_flags = r.u8(&SITE_UNFILTERED_FLAGS)?;
        let f_ext_flags = if ((i64::from(f_flags) & 129i64) == 128i64) {
            Some(r.u8(&SITE_UNFILTERED_EXT_FLAGS)?)
        } else {
            None
        };
        let f_body = if !((((i64::from(f_flags) & 1i64) != 0i64))) {
            Some(
                if (((i64::from(f_flags) & 2i64) != 0i64)) {
                    super::data::UnfilteredBody::Marker(
                        Box::new(
                            {
                                let arg0 = cx;
                                super::data::Marker::decode(r, arg0)
                            }
                                .map_err(|e: __rt::ReadError| {
                                    e.within(&SITE_UNFILTERED_BODY, None)
                                })?,
                        ),
                    )
                } else {
                    super::data::UnfilteredBody::Row(
                        Box::new(
                            {
                                let arg0 = cx;
                                let arg1 = i64::from(f_flags);
                                let arg2 = ((((i64::from(f_flags) & 129i64) == 128i64)
                                    && ((i64::from(
                                        f_ext_flags
                                            .ok_or_else(|| {
                                                r
                                                    .error(
                                                        __rt::ReadErrorKind::Absent {
                                                            field: "ext_flags",
                                                        },
                                                        &SITE_UNFILTERED_BODY,
                                                    )
                                            })?,
                                    ) & 1i64) != 0i64)));
                                super::data::Row::decode(r, arg0, arg1, arg2)
                            }
                                .map_err(|e: __rt::ReadError| {
                                    e.within(&SITE_UNFILTERED_BODY, None)
                                })?,
                        ),
                    )
                },
            )
        } else {
            None
        };
        Ok({
            let asked = super::data::UnfilteredAsked {
                is_end: (((i64::from(f_flags) & 1i64) != 0i64)),
            };
            (
                Self {
                    marks_static_row: f_ext_flags.is_some_and(|bits| bits & 1 != 0),
                    has_shadowable_deletion: f_ext_flags
                        .is_some_and(|bits| bits & 2 != 0),
                    unknown_ext_flags: f_ext_flags.map(|bits| bits & !(3)),
                    body: f_body,
                },
                asked,
            )
        })
    }
}
///The head of a [`Unfiltered`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct UnfilteredRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    /**0x01: the end of the partition; nothing follows, and no other flag is set. 0x02: a marker; no other flag is set. The others are of
rows. 0x04: the row has a timestamp of its own (it was inserted, not only updated). 0x08: that timestamp has a TTL. 0x10: the row
is deleted. 0x20: it has all columns of the header. 0x40: at least one column of several cells has a deletion; then all such
columns of the row have one. 0x80: a byte of further flags follows.*/
    pub flags: u8,
    ///0x01: the static row. 0x02: the row's deletion gives way to a newer timestamp of the row (shadowable; materialized views of 3.x).
    pub ext_flags: Option<u8>,
    ///There are no more unfiltereds in the partition.
    pub is_end: bool,
    ///It is a marker of a range tombstone.
    pub is_marker: bool,
    ///It is the static row.
    pub is_static: bool,
}
impl<'a> UnfilteredRef<'a> {
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
        cx: &super::data::SstableDataParams<'_>,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_flags = r.u8(&SITE_UNFILTERED_FLAGS)?;
        let f_ext_flags = if ((i64::from(f_flags) & 129i64) == 128i64) {
            Some(r.u8(&SITE_UNFILTERED_EXT_FLAGS)?)
        } else {
            None
        };
        Ok({
            let value_is_end = (((i64::from(f_flags) & 1i64) != 0i64));
            let value_is_marker = (((i64::from(f_flags) & 2i64) != 0i64));
            let value_is_static = ((((i64::from(f_flags) & 129i64) == 128i64)
                && ((i64::from(
                    f_ext_flags
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Absent {
                                        field: "ext_flags",
                                    },
                                    &SITE_UNFILTERED_EXT_FLAGS,
                                )
                        })?,
                ) & 1i64) != 0i64)));
            super::data::UnfilteredRef {
                begin,
                rest: *r,
                flags: f_flags,
                ext_flags: f_ext_flags,
                is_end: value_is_end,
                is_marker: value_is_marker,
                is_static: value_is_static,
            }
        })
    }
    ///Flag 0x01 of `flags`.
    #[inline(always)]
    pub fn ends_partition(&self) -> bool {
        self.flags & 1 != 0
    }
    ///Flag 0x02 of `flags`.
    #[inline(always)]
    pub fn marks_range(&self) -> bool {
        self.flags & 2 != 0
    }
    ///Flag 0x04 of `flags`.
    #[inline(always)]
    pub fn has_timestamp(&self) -> bool {
        self.flags & 4 != 0
    }
    ///Flag 0x08 of `flags`.
    #[inline(always)]
    pub fn has_ttl(&self) -> bool {
        self.flags & 8 != 0
    }
    ///Flag 0x10 of `flags`.
    #[inline(always)]
    pub fn has_deletion(&self) -> bool {
        self.flags & 16 != 0
    }
    ///Flag 0x20 of `flags`.
    #[inline(always)]
    pub fn has_all_columns(&self) -> bool {
        self.flags & 32 != 0
    }
    ///Flag 0x40 of `flags`.
    #[inline(always)]
    pub fn has_complex_deletion(&self) -> bool {
        self.flags & 64 != 0
    }
    ///Flag 0x80 of `flags`.
    #[inline(always)]
    pub fn has_extended_flags(&self) -> bool {
        self.flags & 128 != 0
    }
    ///Flag 0x01 of `ext_flags`.
    #[inline(always)]
    pub fn marks_static_row(&self) -> bool {
        self.ext_flags.unwrap_or(0) & 1 != 0
    }
    ///Flag 0x02 of `ext_flags`.
    #[inline(always)]
    pub fn has_shadowable_deletion(&self) -> bool {
        self.ext_flags.unwrap_or(0) & 2 != 0
    }
    ///The bits of `ext_flags` that the version does not know.
    #[inline(always)]
    pub fn unknown_ext_flags(&self) -> u8 {
        self.ext_flags.unwrap_or(0) & !3
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_UNFILTERED__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_UNFILTERED_FLAGS,
            &SITE_UNFILTERED_EXT_FLAGS,
            &SITE_UNFILTERED_BODY,
        ];
        FIELDS
    }
}
///What parents of a [`Unfiltered`] ask for.
#[derive(Debug, Clone, Copy)]
pub struct UnfilteredAsked {
    ///There are no more unfiltereds in the partition.
    pub is_end: bool,
}
impl Unfiltered {
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
        cx: &super::data::SstableDataParams<'_>,
    ) -> __rt::error::Result<((), super::data::UnfilteredAsked)> {
        let f_flags = r.u8(&SITE_UNFILTERED_FLAGS)?;
        let f_ext_flags = if ((i64::from(f_flags) & 129i64) == 128i64) {
            Some(r.u8(&SITE_UNFILTERED_EXT_FLAGS)?)
        } else {
            None
        };
        let f_body = if !((((i64::from(f_flags) & 1i64) != 0i64))) {
            Some(
                if (((i64::from(f_flags) & 2i64) != 0i64)) {
                    {
                        {
                            let arg0 = cx;
                            super::data::Marker::skip(r, arg0)
                        }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_UNFILTERED_BODY, None)
                            })?;
                    }
                } else {
                    {
                        {
                            let arg0 = cx;
                            let arg1 = i64::from(f_flags);
                            let arg2 = ((((i64::from(f_flags) & 129i64) == 128i64)
                                && ((i64::from(
                                    f_ext_flags
                                        .ok_or_else(|| {
                                            r
                                                .error(
                                                    __rt::ReadErrorKind::Absent {
                                                        field: "ext_flags",
                                                    },
                                                    &SITE_UNFILTERED_BODY,
                                                )
                                        })?,
                                ) & 1i64) != 0i64)));
                            super::data::Row::skip(r, arg0, arg1, arg2)
                        }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_UNFILTERED_BODY, None)
                            })?;
                    }
                },
            )
        } else {
            None
        };
        Ok((
            (),
            super::data::UnfilteredAsked {
                is_end: (((i64::from(f_flags) & 1i64) != 0i64)),
            },
        ))
    }
}
impl Unfiltered {
    /// Reads one and sends what it holds to a visitor.
    ///
    /// # Errors
    /// What is wrong with the bytes, or what the visitor says.
    #[inline(always)]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn visit<'a, V: SstableDataVisitor<'a>>(
        r: &mut __rt::Reader<'a>,
        cx: &super::data::SstableDataParams<'_>,
        v: &mut V,
    ) -> Result<(__rt::Flow, super::data::UnfilteredAsked), V::Error> {
        let begin = r.offset();
        let f_flags = r.u8(&SITE_UNFILTERED_FLAGS)?;
        let f_ext_flags = if ((i64::from(f_flags) & 129i64) == 128i64) {
            Some(r.u8(&SITE_UNFILTERED_EXT_FLAGS)?)
        } else {
            None
        };
        let head = {
            let value_is_end = (((i64::from(f_flags) & 1i64) != 0i64));
            let value_is_marker = (((i64::from(f_flags) & 2i64) != 0i64));
            let value_is_static = ((((i64::from(f_flags) & 129i64) == 128i64)
                && ((i64::from(
                    f_ext_flags
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Absent {
                                        field: "ext_flags",
                                    },
                                    &SITE_UNFILTERED_BODY,
                                )
                        })?,
                ) & 1i64) != 0i64)));
            super::data::UnfilteredRef {
                begin,
                rest: *r,
                flags: f_flags,
                ext_flags: f_ext_flags,
                is_end: value_is_end,
                is_marker: value_is_marker,
                is_static: value_is_static,
            }
        };
        let mut skipped = false;
        if !((((i64::from(f_flags) & 1i64) != 0i64))) {
            if (((i64::from(f_flags) & 2i64) != 0i64)) {
                {
                    {
                        let arg0 = cx;
                        super::data::Marker::visit_after(
                            r,
                            arg0,
                            v,
                            |v: &mut V| {
                                let flow = v.unfiltered(&head)?;
                                skipped = flow == __rt::Flow::Skip;
                                Ok(flow)
                            },
                        )
                    }?;
                }
            } else {
                {
                    {
                        let arg0 = cx;
                        let arg1 = i64::from(f_flags);
                        let arg2 = ((((i64::from(f_flags) & 129i64) == 128i64)
                            && ((i64::from(
                                f_ext_flags
                                    .ok_or_else(|| {
                                        r
                                            .error(
                                                __rt::ReadErrorKind::Absent {
                                                    field: "ext_flags",
                                                },
                                                &SITE_UNFILTERED_BODY,
                                            )
                                    })?,
                            ) & 1i64) != 0i64)));
                        super::data::Row::visit_after(
                            r,
                            arg0,
                            arg1,
                            arg2,
                            v,
                            |v: &mut V| {
                                let flow = v.unfiltered(&head)?;
                                skipped = flow == __rt::Flow::Skip;
                                Ok(flow)
                            },
                        )
                    }?;
                }
            }
        } else {
            skipped = v.unfiltered(&head)? == __rt::Flow::Skip;
        }
        if skipped {
            return Ok((
                __rt::Flow::Skip,
                super::data::UnfilteredAsked {
                    is_end: (((i64::from(f_flags) & 1i64) != 0i64)),
                },
            ));
        }
        v.end_unfiltered()?;
        Ok((
            __rt::Flow::Continue,
            super::data::UnfilteredAsked {
                is_end: (((i64::from(f_flags) & 1i64) != 0i64)),
            },
        ))
    }
}
impl Unfiltered {
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
        cx: &super::data::SstableDataParams<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<super::data::UnfilteredAsked> {
        let f_flags = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u8(&SITE_UNFILTERED_FLAGS)? }
            };
            let offset = r.offset();
            let leaf = r.u8(&SITE_UNFILTERED_FLAGS)?;
            w.leaf(
                &SITE_UNFILTERED_FLAGS,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            value
        };
        let f_ext_flags = if ((i64::from(f_flags) & 129i64) == 128i64) {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u8(&SITE_UNFILTERED_EXT_FLAGS)? }
            };
            let offset = r.offset();
            let leaf = r.u8(&SITE_UNFILTERED_EXT_FLAGS)?;
            w.leaf(
                &SITE_UNFILTERED_EXT_FLAGS,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        let f_body = if !((((i64::from(f_flags) & 1i64) != 0i64))) {
            let value = ();
            w.enter(&SITE_UNFILTERED_BODY, None, r.offset());
            let asked = if (((i64::from(f_flags) & 2i64) != 0i64)) {
                {
                    {
                        let arg0 = cx;
                        super::data::Marker::walk(r, arg0, w)
                    }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_UNFILTERED_BODY, None)
                        })?
                }
            } else {
                {
                    {
                        let arg0 = cx;
                        let arg1 = i64::from(f_flags);
                        let arg2 = ((((i64::from(f_flags) & 129i64) == 128i64)
                            && ((i64::from(
                                f_ext_flags
                                    .ok_or_else(|| {
                                        r
                                            .error(
                                                __rt::ReadErrorKind::Absent {
                                                    field: "ext_flags",
                                                },
                                                &SITE_UNFILTERED_BODY,
                                            )
                                    })?,
                            ) & 1i64) != 0i64)));
                        super::data::Row::walk(r, arg0, arg1, arg2, w)
                    }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_UNFILTERED_BODY, None)
                        })?
                }
            };
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        Ok(super::data::UnfilteredAsked {
            is_end: (((i64::from(f_flags) & 1i64) != 0i64)),
        })
    }
}
impl Unfiltered {
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
        cx: &super::data::SstableDataParams<'_>,
        st: &mut super::data::PartitionRegisters,
    ) -> __rt::sink::WriteResult<()> {
        self.encode_asked(w, cx, st).map(drop)
    }
    /// Writes one, and tells what parents ask for.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    fn encode_asked<S: __rt::Sink>(
        &self,
        w: &mut S,
        cx: &super::data::SstableDataParams<'_>,
        st: &mut super::data::PartitionRegisters,
    ) -> __rt::sink::WriteResult<super::data::UnfilteredAsked> {
        st.this_start = (w.pos() as i64);
        let mut f_flags: u8 = 0;
        if !(self.body.is_some()) {
            f_flags |= 1;
        }
        if self
            .body
            .as_ref()
            .is_some_and(|x0| matches!(& x0, super::data::UnfilteredBody::Marker(_)))
        {
            f_flags |= 2;
        }
        if self
            .body
            .as_ref()
            .is_some_and(|x0| {
                matches!(
                    & x0, super::data::UnfilteredBody::Row(x1) if x1.body.timestamp
                    .is_some()
                )
            })
        {
            f_flags |= 4;
        }
        if self
            .body
            .as_ref()
            .is_some_and(|x0| {
                matches!(
                    & x0, super::data::UnfilteredBody::Row(x1) if x1.body.ttl.is_some()
                )
            })
        {
            f_flags |= 8;
        }
        if self
            .body
            .as_ref()
            .is_some_and(|x0| {
                matches!(
                    & x0, super::data::UnfilteredBody::Row(x1) if x1.body.deletion
                    .is_some()
                )
            })
        {
            f_flags |= 16;
        }
        if self
            .body
            .as_ref()
            .is_some_and(|x0| {
                matches!(
                    & x0, super::data::UnfilteredBody::Row(x1) if x1.body.cells.iter()
                    .all(| e | e.complex_deletion.is_some() || e.simple.is_some() || e
                    .cells.is_some())
                )
            })
        {
            f_flags |= 32;
        }
        if self
            .body
            .as_ref()
            .is_some_and(|x0| {
                matches!(
                    & x0, super::data::UnfilteredBody::Row(x1) if x1.body.cells.iter()
                    .any(| x2 | x2.complex_deletion.is_some())
                )
            })
        {
            f_flags |= 64;
        }
        if (self.unknown_ext_flags.is_some() || self.marks_static_row
            || self.has_shadowable_deletion)
            .then_some(())
            .is_some()
        {
            f_flags |= 128;
        }
        let f_flags = f_flags;
        w.put(&f_flags.to_be_bytes());
        let f_ext_flags = if ((i64::from(f_flags) & 129i64) == 128i64) {
            let mut f_ext_flags: u8 = self.unknown_ext_flags.unwrap_or(0);
            __rt::sink::left_out(f_ext_flags & (3) != 0, &SITE_UNFILTERED_EXT_FLAGS)?;
            if self.marks_static_row {
                f_ext_flags |= 1;
            }
            if self.has_shadowable_deletion {
                f_ext_flags |= 2;
            }
            w.put(&f_ext_flags.to_be_bytes());
            Some(f_ext_flags)
        } else {
            __rt::sink::left_out(
                (self.unknown_ext_flags.is_some() || self.marks_static_row
                    || self.has_shadowable_deletion),
                &SITE_UNFILTERED_EXT_FLAGS,
            )?;
            None
        };
        st.prev_unfiltered_size = (if ((((i64::from(f_flags) & 129i64) == 128i64)
            && ((i64::from(
                f_ext_flags
                    .ok_or_else(|| __rt::WriteError::new(
                        __rt::WriteErrorKind::Expression {
                            what: "a field that is needed is absent",
                        },
                        &SITE_UNFILTERED_EXT_FLAGS,
                    ))?,
            ) & 1i64) != 0i64)))
        {
            0i64
        } else {
            (st.this_start)
                .checked_sub(st.prev_start)
                .ok_or_else(|| __rt::WriteError::new(
                    __rt::WriteErrorKind::Expression {
                        what: "a number leaves 64 bits",
                    },
                    &SITE_UNFILTERED_EXT_FLAGS,
                ))?
        });
        if let Some(v) = __rt::sink::agreed(
            &self.body,
            !((((i64::from(f_flags) & 1i64) != 0i64))),
            &SITE_UNFILTERED_BODY,
        )? {
            match v {
                super::data::UnfilteredBody::Marker(v) => {
                    if (((i64::from(f_flags) & 2i64) != 0i64)) {
                        v.encode(w, cx, st)?;
                    } else {
                        return Err(
                            __rt::WriteError::new(
                                __rt::WriteErrorKind::Unexpected,
                                &SITE_UNFILTERED_BODY,
                            ),
                        );
                    }
                }
                super::data::UnfilteredBody::Row(v) => {
                    if !(((i64::from(f_flags) & 2i64) != 0i64)) {
                        v.encode(
                            w,
                            cx,
                            i64::from(f_flags),
                            ((((i64::from(f_flags) & 129i64) == 128i64)
                                && ((i64::from(
                                    f_ext_flags
                                        .ok_or_else(|| __rt::WriteError::new(
                                            __rt::WriteErrorKind::Expression {
                                                what: "a field that is needed is absent",
                                            },
                                            &SITE_UNFILTERED_BODY,
                                        ))?,
                                ) & 1i64) != 0i64))),
                            st,
                        )?;
                    } else {
                        return Err(
                            __rt::WriteError::new(
                                __rt::WriteErrorKind::Unexpected,
                                &SITE_UNFILTERED_BODY,
                            ),
                        );
                    }
                }
            }
        }
        st.prev_start = (if ((((i64::from(f_flags) & 129i64) == 128i64)
            && ((i64::from(
                f_ext_flags
                    .ok_or_else(|| __rt::WriteError::new(
                        __rt::WriteErrorKind::Expression {
                            what: "a field that is needed is absent",
                        },
                        &SITE_UNFILTERED_BODY,
                    ))?,
            ) & 1i64) != 0i64)))
        {
            st.prev_start
        } else {
            st.this_start
        });
        Ok(super::data::UnfilteredAsked {
            is_end: (((i64::from(f_flags) & 1i64) != 0i64)),
        })
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(
        &self,
        cx: &super::data::SstableDataParams<'_>,
        st: &mut super::data::PartitionRegisters,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx, st)?;
        Ok(counter.pos())
    }
}
static SITE_ROW__SELF: __rt::Site = __rt::Site {
    owner: "row",
    field: "_self",
    file: "sstable/sstable_data.ksy",
    line: 107u32,
};
static SITE_ROW_CLUSTERING: __rt::Site = __rt::Site {
    owner: "row",
    field: "clustering",
    file: "sstable/sstable_data.ksy",
    line: 120u32,
};
static SITE_ROW_LEN_BODY: __rt::Site = __rt::Site {
    owner: "row",
    field: "len_body",
    file: "sstable/sstable_data.ksy",
    line: 124u32,
};
static SITE_ROW_BODY: __rt::Site = __rt::Site {
    owner: "row",
    field: "body",
    file: "sstable/sstable_data.ksy",
    line: 128u32,
};
///A row, or the static row, which has no clustering.
///
///Specification: `sstable/sstable_data.ksy`, line 107. Cassandra: org.apache.cassandra.db.rows.UnfilteredSerializer.serialize.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    ///The row's clustering; of no bytes in tables without clustering columns.
    pub clustering: Option<super::common::ClusteringValues>,
    ///What the row holds.
    pub body: super::data::RowBody,
}
impl Row {
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
        cx: &super::data::SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
    ) -> __rt::error::Result<Self> {
        let f_clustering = if !(p_is_static) {
            Some(
                {
                    let arg0 = (cx.h.clustering_types.len() as i64);
                    let arg1 = &cx.h.clustering_types;
                    super::common::ClusteringValues::decode(r, arg0, arg1)
                }
                    .map_err(|e: __rt::ReadError| e.within(&SITE_ROW_CLUSTERING, None))?,
            )
        } else {
            None
        };
        let f_len_body = { __rt::native::UvintCodec::read(r, &SITE_ROW_LEN_BODY) }?;
        let f_body = {
            let mut sub = r.sub(f_len_body, &SITE_ROW_BODY)?;
            let value = {
                let arg0 = cx;
                let arg1 = p_flags;
                let arg2 = p_is_static;
                super::data::RowBody::decode(&mut sub, arg0, arg1, arg2)
            }
                .map_err(|e: __rt::ReadError| e.within(&SITE_ROW_BODY, None))?;
            sub.finish(&SITE_ROW_BODY)?;
            value
        };
        Ok(Self {
            clustering: f_clustering,
            body: f_body,
        })
    }
}
///The head of a [`Row`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct RowRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    ///Flags of the unfiltered.
    pub flags: i64,
    ///It is the static row.
    pub is_static: bool,
    ///The row's clustering; of no bytes in tables without clustering columns.
    pub clustering: Option<super::common::ClusteringValuesSpan<'a>>,
    ///Length in bytes of all that follows, `prev_len` included, so that a row can be skipped.
    pub len_body: u64,
}
impl<'a> RowRef<'a> {
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
        cx: &super::data::SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_clustering = if !(p_is_static) {
            Some(
                {
                    let arg0 = (cx.h.clustering_types.len() as i64);
                    let arg1 = &cx.h.clustering_types;
                    super::common::ClusteringValuesSpan::pass(r, arg0, arg1)
                }
                    .map_err(|e: __rt::ReadError| e.within(&SITE_ROW_CLUSTERING, None))?,
            )
        } else {
            None
        };
        let f_len_body = { __rt::native::UvintCodec::read(r, &SITE_ROW_LEN_BODY) }?;
        Ok({
            super::data::RowRef {
                begin,
                rest: *r,
                flags: p_flags,
                is_static: p_is_static,
                clustering: f_clustering,
                len_body: f_len_body,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_ROW__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_ROW_CLUSTERING,
            &SITE_ROW_LEN_BODY,
            &SITE_ROW_BODY,
        ];
        FIELDS
    }
}
impl Row {
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
        cx: &super::data::SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
    ) -> __rt::error::Result<()> {
        let f_clustering = if !(p_is_static) {
            Some(
                {
                    let arg0 = (cx.h.clustering_types.len() as i64);
                    let arg1 = &cx.h.clustering_types;
                    super::common::ClusteringValues::skip(r, arg0, arg1)
                }
                    .map_err(|e: __rt::ReadError| e.within(&SITE_ROW_CLUSTERING, None))?,
            )
        } else {
            None
        };
        let f_len_body = { __rt::native::UvintCodec::read(r, &SITE_ROW_LEN_BODY) }?;
        let f_body = {
            let _ = r.sub(f_len_body, &SITE_ROW_BODY)?;
        };
        Ok(())
    }
}
impl Row {
    /// Reads one and sends what it holds to a visitor.
    ///
    /// # Errors
    /// What is wrong with the bytes, or what the visitor says.
    #[inline]
    #[allow(clippy::too_many_arguments, reason = "not every type needs all it is given")]
    pub fn visit<'a, V: SstableDataVisitor<'a>>(
        r: &mut __rt::Reader<'a>,
        cx: &super::data::SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
        v: &mut V,
    ) -> Result<__rt::Flow, V::Error> {
        Self::visit_after(r, cx, p_flags, p_is_static, v, |_| Ok(__rt::Flow::Continue))
    }
    /// Reads one and sends what it holds to a visitor.
    ///
    /// # Errors
    /// What is wrong with the bytes, or what the visitor says.
    #[inline]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub(crate) fn visit_after<
        'a,
        V: SstableDataVisitor<'a>,
        B: FnOnce(&mut V) -> Result<__rt::Flow, V::Error>,
    >(
        r: &mut __rt::Reader<'a>,
        cx: &super::data::SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
        v: &mut V,
        before: B,
    ) -> Result<__rt::Flow, V::Error> {
        let begin = r.offset();
        let f_clustering = if !(p_is_static) {
            Some(
                {
                    let arg0 = (cx.h.clustering_types.len() as i64);
                    let arg1 = &cx.h.clustering_types;
                    super::common::ClusteringValuesSpan::pass(r, arg0, arg1)
                }
                    .map_err(|e: __rt::ReadError| e.within(&SITE_ROW_CLUSTERING, None))?,
            )
        } else {
            None
        };
        let f_len_body = { __rt::native::UvintCodec::read(r, &SITE_ROW_LEN_BODY) }?;
        let mut stream = r.sub(f_len_body, &SITE_ROW_BODY)?;
        if before(v)? == __rt::Flow::Skip {
            return Ok(__rt::Flow::Skip);
        }
        if v
            .row(
                &{
                    super::data::RowRef {
                        begin,
                        rest: *r,
                        flags: p_flags,
                        is_static: p_is_static,
                        clustering: f_clustering,
                        len_body: f_len_body,
                    }
                },
            )? == __rt::Flow::Skip
        {
            return Ok(__rt::Flow::Skip);
        }
        {
            let mut sub = stream;
            let value = {
                let arg0 = cx;
                let arg1 = p_flags;
                let arg2 = p_is_static;
                super::data::RowBody::visit(&mut sub, arg0, arg1, arg2, v)
            }?;
            if value == __rt::Flow::Continue {
                sub.finish(&SITE_ROW_BODY)?;
            }
            value
        };
        v.end_row()?;
        Ok(__rt::Flow::Continue)
    }
}
impl Row {
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
        cx: &super::data::SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_clustering = if !(p_is_static) {
            let value = ();
            w.enter(&SITE_ROW_CLUSTERING, None, r.offset());
            let asked = {
                let arg0 = (cx.h.clustering_types.len() as i64);
                let arg1 = &cx.h.clustering_types;
                super::common::ClusteringValues::walk(r, arg0, arg1, w)
            }
                .map_err(|e: __rt::ReadError| e.within(&SITE_ROW_CLUSTERING, None))?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        let f_len_body = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { { __rt::native::UvintCodec::read(r, &SITE_ROW_LEN_BODY) }? }
            };
            let offset = r.offset();
            let leaf = { __rt::native::UvintCodec::read(r, &SITE_ROW_LEN_BODY) }?;
            w.leaf(
                &SITE_ROW_LEN_BODY,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            value
        };
        let f_body = {
            let value = ();
            w.enter(&SITE_ROW_BODY, None, r.offset());
            let mut sub = r.sub(f_len_body, &SITE_ROW_BODY)?;
            let asked = {
                let arg0 = cx;
                let arg1 = p_flags;
                let arg2 = p_is_static;
                super::data::RowBody::walk(&mut sub, arg0, arg1, arg2, w)
            }
                .map_err(|e: __rt::ReadError| e.within(&SITE_ROW_BODY, None))?;
            sub.finish(&SITE_ROW_BODY)?;
            w.leave(r.offset());
            value
        };
        Ok(())
    }
}
impl Row {
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
        cx: &super::data::SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
        st: &mut super::data::PartitionRegisters,
    ) -> __rt::sink::WriteResult<()> {
        if let Some(v) = __rt::sink::agreed(
            &self.clustering,
            !(p_is_static),
            &SITE_ROW_CLUSTERING,
        )? {
            v.encode(w, (cx.h.clustering_types.len() as i64), &cx.h.clustering_types)?;
        }
        let f_len_body = __rt::sink::narrow::<
            u64,
            _,
        >(
            {
                let mut counter = __rt::Counter::at(w.pos());
                let (begin, w) = (counter.pos(), &mut counter);
                let st = &mut st.clone();
                self.body.encode(w, cx, p_flags, p_is_static, st)?;
                (w.pos() - begin) as i64
            },
            &SITE_ROW_LEN_BODY,
        )?;
        __rt::native::UvintCodec::write(w, &f_len_body, &SITE_ROW_LEN_BODY)?;
        self.body.encode(w, cx, p_flags, p_is_static, st)?;
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(
        &self,
        cx: &super::data::SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
        st: &mut super::data::PartitionRegisters,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx, p_flags, p_is_static, st)?;
        Ok(counter.pos())
    }
}
static SITE_ROW_BODY__SELF: __rt::Site = __rt::Site {
    owner: "row_body",
    field: "_self",
    file: "sstable/sstable_data.ksy",
    line: 132u32,
};
static SITE_ROW_BODY_PREV_LEN: __rt::Site = __rt::Site {
    owner: "row_body",
    field: "prev_len",
    file: "sstable/sstable_data.ksy",
    line: 149u32,
};
static SITE_ROW_BODY_TIMESTAMP_DELTA: __rt::Site = __rt::Site {
    owner: "row_body",
    field: "timestamp_delta",
    file: "sstable/sstable_data.ksy",
    line: 156u32,
};
static SITE_ROW_BODY_TTL_DELTA: __rt::Site = __rt::Site {
    owner: "row_body",
    field: "ttl_delta",
    file: "sstable/sstable_data.ksy",
    line: 161u32,
};
static SITE_ROW_BODY_LOCAL_DELETION_TIME_DELTA: __rt::Site = __rt::Site {
    owner: "row_body",
    field: "local_deletion_time_delta",
    file: "sstable/sstable_data.ksy",
    line: 166u32,
};
static SITE_ROW_BODY_DELETION: __rt::Site = __rt::Site {
    owner: "row_body",
    field: "deletion",
    file: "sstable/sstable_data.ksy",
    line: 171u32,
};
static SITE_ROW_BODY_SUBSET: __rt::Site = __rt::Site {
    owner: "row_body",
    field: "subset",
    file: "sstable/sstable_data.ksy",
    line: 175u32,
};
static SITE_ROW_BODY_CELLS: __rt::Site = __rt::Site {
    owner: "row_body",
    field: "cells",
    file: "sstable/sstable_data.ksy",
    line: 180u32,
};
/**What a row holds besides its clustering: its timestamp, its deletion, and its columns.

A row exists if it has a timestamp that has not expired, or any live cell. Rows that were made by UPDATE have no timestamp, and vanish
with their last cell.*/
///
///Specification: `sstable/sstable_data.ksy`, line 132. Cassandra: org.apache.cassandra.db.rows.UnfilteredSerializer.serializeRowBody.
#[derive(Debug, Clone, PartialEq)]
pub struct RowBody {
    ///The row's timestamp in microseconds since 1970.
    pub timestamp: Option<i64>,
    ///The TTL of the row's timestamp in seconds.
    pub ttl: Option<i64>,
    ///When the row's timestamp expires, in seconds since 1970.
    pub local_deletion_time: Option<i64>,
    ///The deletion of the row: of what was written up to its time.
    pub deletion: Option<super::data::DeltaDeletionTime>,
    ///The columns of the header in their order, those that the row does not have among them; they take no bytes.
    pub cells: Vec<super::data::ColumnData>,
}
impl RowBody {
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
        cx: &super::data::SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
    ) -> __rt::error::Result<Self> {
        let f_prev_len = { __rt::native::UvintCodec::read(r, &SITE_ROW_BODY_PREV_LEN) }?;
        let f_timestamp_delta = if ((p_flags & 4i64) != 0i64) {
            Some({ __rt::native::UvintCodec::read(r, &SITE_ROW_BODY_TIMESTAMP_DELTA) }?)
        } else {
            None
        };
        let delta_timestamp = match f_timestamp_delta {
            Some(delta) => Some((delta as i64).wrapping_add(cx.h.min_timestamp)),
            None => None,
        };
        let f_ttl_delta = if ((p_flags & 8i64) != 0i64) {
            Some({ __rt::native::UvintCodec::read(r, &SITE_ROW_BODY_TTL_DELTA) }?)
        } else {
            None
        };
        let delta_ttl = match f_ttl_delta {
            Some(delta) => Some((delta as i64).wrapping_add(cx.h.min_ttl)),
            None => None,
        };
        let f_local_deletion_time_delta = if ((p_flags & 8i64) != 0i64) {
            Some(
                {
                    __rt::native::UvintCodec::read(
                        r,
                        &SITE_ROW_BODY_LOCAL_DELETION_TIME_DELTA,
                    )
                }?,
            )
        } else {
            None
        };
        let delta_local_deletion_time = match f_local_deletion_time_delta {
            Some(delta) => {
                Some((delta as i64).wrapping_add(cx.h.min_local_deletion_time))
            }
            None => None,
        };
        let f_deletion = if ((p_flags & 16i64) != 0i64) {
            Some(
                {
                    let arg0 = cx;
                    super::data::DeltaDeletionTime::decode(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_ROW_BODY_DELETION, None)
                    })?,
            )
        } else {
            None
        };
        let i_columns = ((if p_is_static {
            &cx.h.static_columns.columns
        } else {
            &cx.h.regular_columns.columns
        }));
        let f_subset = if ((p_flags & 32i64) == 0i64) {
            Some(
                {
                    let arg0 = (i_columns.len() as i64);
                    __rt::native::ColumnSubsetCodec::read(r, arg0, &SITE_ROW_BODY_SUBSET)
                }?,
            )
        } else {
            None
        };
        let f_cells = {
            let count = __rt::array::count(
                r,
                (i_columns.len() as i64),
                0,
                &SITE_ROW_BODY_CELLS,
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
                            let arg2 = &__rt::array::element(&i_columns, index)
                                .ok_or_else(|| {
                                    r.error(__rt::ReadErrorKind::Overflow, &SITE_ROW_BODY_CELLS)
                                })?
                                .column_type;
                            let arg3 = p_flags;
                            let arg4 = f_subset.as_ref();
                            super::data::ColumnData::decode(
                                r,
                                arg0,
                                arg1,
                                arg2,
                                arg3,
                                arg4,
                            )
                        }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_ROW_BODY_CELLS, None)
                            })
                    })()
                        .map_err(|e: __rt::ReadError| {
                            e.at_index(&SITE_ROW_BODY_CELLS, index)
                        })?,
                );
            }
            all
        };
        Ok(Self {
            timestamp: delta_timestamp,
            ttl: delta_ttl,
            local_deletion_time: delta_local_deletion_time,
            deletion: f_deletion,
            cells: f_cells,
        })
    }
}
///The head of a [`RowBody`], borrowed.
#[derive(Debug, Clone)]
pub struct RowBodyRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    ///Flags of the unfiltered.
    pub flags: i64,
    ///It is the static row.
    pub is_static: bool,
    /**Distance in bytes from the start of the unfiltered before this one to the start of this one, to go through a partition backwards.
For the first one of a partition the distance from the partition's start, i.e. the length of key, deletion and static row. The
static row itself has 0, and does not count as the one before.*/
    pub prev_len: u64,
    ///The row's timestamp less the header's smallest.
    pub timestamp_delta: Option<u64>,
    ///The TTL of the row's timestamp less the header's smallest, in seconds.
    pub ttl_delta: Option<u64>,
    ///When the row's timestamp expires, less the header's smallest local deletion time, in seconds.
    pub local_deletion_time_delta: Option<u64>,
    ///The deletion of the row: of what was written up to its time.
    pub deletion: Option<super::data::DeltaDeletionTimeRef<'a>>,
    ///Which columns the row has, if not all.
    pub subset: Option<__rt::native::ColumnSubset>,
    ///The row's timestamp in microseconds since 1970.
    pub timestamp: Option<i64>,
    ///The TTL of the row's timestamp in seconds.
    pub ttl: Option<i64>,
    ///When the row's timestamp expires, in seconds since 1970.
    pub local_deletion_time: Option<i64>,
}
impl<'a> RowBodyRef<'a> {
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
        cx: &super::data::SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_prev_len = { __rt::native::UvintCodec::read(r, &SITE_ROW_BODY_PREV_LEN) }?;
        let f_timestamp_delta = if ((p_flags & 4i64) != 0i64) {
            Some({ __rt::native::UvintCodec::read(r, &SITE_ROW_BODY_TIMESTAMP_DELTA) }?)
        } else {
            None
        };
        let f_ttl_delta = if ((p_flags & 8i64) != 0i64) {
            Some({ __rt::native::UvintCodec::read(r, &SITE_ROW_BODY_TTL_DELTA) }?)
        } else {
            None
        };
        let f_local_deletion_time_delta = if ((p_flags & 8i64) != 0i64) {
            Some(
                {
                    __rt::native::UvintCodec::read(
                        r,
                        &SITE_ROW_BODY_LOCAL_DELETION_TIME_DELTA,
                    )
                }?,
            )
        } else {
            None
        };
        let f_deletion = if ((p_flags & 16i64) != 0i64) {
            Some(
                {
                    let arg0 = cx;
                    super::data::DeltaDeletionTimeRef::read(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_ROW_BODY_DELETION, None)
                    })?,
            )
        } else {
            None
        };
        let i_columns = ((if p_is_static {
            &cx.h.static_columns.columns
        } else {
            &cx.h.regular_columns.columns
        }));
        let f_subset = if ((p_flags & 32i64) == 0i64) {
            Some(
                {
                    let arg0 = (i_columns.len() as i64);
                    __rt::native::ColumnSubsetCodec::read(r, arg0, &SITE_ROW_BODY_SUBSET)
                }?,
            )
        } else {
            None
        };
        Ok({
            let value_timestamp = match f_timestamp_delta {
                Some(delta) => Some((delta as i64).wrapping_add(cx.h.min_timestamp)),
                None => None,
            };
            let value_ttl = match f_ttl_delta {
                Some(delta) => Some((delta as i64).wrapping_add(cx.h.min_ttl)),
                None => None,
            };
            let value_local_deletion_time = match f_local_deletion_time_delta {
                Some(delta) => {
                    Some((delta as i64).wrapping_add(cx.h.min_local_deletion_time))
                }
                None => None,
            };
            super::data::RowBodyRef {
                begin,
                rest: *r,
                flags: p_flags,
                is_static: p_is_static,
                prev_len: f_prev_len,
                timestamp_delta: f_timestamp_delta,
                ttl_delta: f_ttl_delta,
                local_deletion_time_delta: f_local_deletion_time_delta,
                deletion: f_deletion,
                subset: f_subset.clone(),
                timestamp: value_timestamp,
                ttl: value_ttl,
                local_deletion_time: value_local_deletion_time,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_ROW_BODY__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_ROW_BODY_PREV_LEN,
            &SITE_ROW_BODY_TIMESTAMP_DELTA,
            &SITE_ROW_BODY_TTL_DELTA,
            &SITE_ROW_BODY_LOCAL_DELETION_TIME_DELTA,
            &SITE_ROW_BODY_DELETION,
            &SITE_ROW_BODY_SUBSET,
            &SITE_ROW_BODY_CELLS,
        ];
        FIELDS
    }
}
impl RowBody {
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
        cx: &super::data::SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
    ) -> __rt::error::Result<()> {
        let f_prev_len = { __rt::native::UvintCodec::read(r, &SITE_ROW_BODY_PREV_LEN) }?;
        let f_timestamp_delta = if ((p_flags & 4i64) != 0i64) {
            Some({ __rt::native::UvintCodec::read(r, &SITE_ROW_BODY_TIMESTAMP_DELTA) }?)
        } else {
            None
        };
        let f_ttl_delta = if ((p_flags & 8i64) != 0i64) {
            Some({ __rt::native::UvintCodec::read(r, &SITE_ROW_BODY_TTL_DELTA) }?)
        } else {
            None
        };
        let f_local_deletion_time_delta = if ((p_flags & 8i64) != 0i64) {
            Some(
                {
                    __rt::native::UvintCodec::read(
                        r,
                        &SITE_ROW_BODY_LOCAL_DELETION_TIME_DELTA,
                    )
                }?,
            )
        } else {
            None
        };
        let f_deletion = if ((p_flags & 16i64) != 0i64) {
            Some(
                {
                    let arg0 = cx;
                    super::data::DeltaDeletionTime::skip(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_ROW_BODY_DELETION, None)
                    })?,
            )
        } else {
            None
        };
        let i_columns = ((if p_is_static {
            &cx.h.static_columns.columns
        } else {
            &cx.h.regular_columns.columns
        }));
        let f_subset = if ((p_flags & 32i64) == 0i64) {
            Some(
                {
                    let arg0 = (i_columns.len() as i64);
                    __rt::native::ColumnSubsetCodec::read(r, arg0, &SITE_ROW_BODY_SUBSET)
                }?,
            )
        } else {
            None
        };
        let count = __rt::array::count(
            r,
            (i_columns.len() as i64),
            0,
            &SITE_ROW_BODY_CELLS,
        )?;
        for index in 0..count {
            let index = index as i64;
            let _ = {
                let arg0 = cx;
                let arg1 = index;
                let arg2 = &__rt::array::element(&i_columns, index)
                    .ok_or_else(|| {
                        r.error(__rt::ReadErrorKind::Overflow, &SITE_ROW_BODY_CELLS)
                    })?
                    .column_type;
                let arg3 = p_flags;
                let arg4 = f_subset.as_ref();
                super::data::ColumnData::skip(r, arg0, arg1, arg2, arg3, arg4)
            }
                .map_err(|e: __rt::ReadError| e.within(&SITE_ROW_BODY_CELLS, None))?;
        }
        Ok(())
    }
}
impl RowBody {
    /// Reads one and sends what it holds to a visitor.
    ///
    /// # Errors
    /// What is wrong with the bytes, or what the visitor says.
    #[inline]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn visit<'a, V: SstableDataVisitor<'a>>(
        r: &mut __rt::Reader<'a>,
        cx: &super::data::SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
        v: &mut V,
    ) -> Result<__rt::Flow, V::Error> {
        let begin = r.offset();
        let f_prev_len = { __rt::native::UvintCodec::read(r, &SITE_ROW_BODY_PREV_LEN) }?;
        let f_timestamp_delta = if ((p_flags & 4i64) != 0i64) {
            Some({ __rt::native::UvintCodec::read(r, &SITE_ROW_BODY_TIMESTAMP_DELTA) }?)
        } else {
            None
        };
        let f_ttl_delta = if ((p_flags & 8i64) != 0i64) {
            Some({ __rt::native::UvintCodec::read(r, &SITE_ROW_BODY_TTL_DELTA) }?)
        } else {
            None
        };
        let f_local_deletion_time_delta = if ((p_flags & 8i64) != 0i64) {
            Some(
                {
                    __rt::native::UvintCodec::read(
                        r,
                        &SITE_ROW_BODY_LOCAL_DELETION_TIME_DELTA,
                    )
                }?,
            )
        } else {
            None
        };
        let f_deletion = if ((p_flags & 16i64) != 0i64) {
            Some(
                {
                    let arg0 = cx;
                    super::data::DeltaDeletionTimeRef::read(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_ROW_BODY_DELETION, None)
                    })?,
            )
        } else {
            None
        };
        let i_columns = ((if p_is_static {
            &cx.h.static_columns.columns
        } else {
            &cx.h.regular_columns.columns
        }));
        let f_subset = if ((p_flags & 32i64) == 0i64) {
            Some(
                {
                    let arg0 = (i_columns.len() as i64);
                    __rt::native::ColumnSubsetCodec::read(r, arg0, &SITE_ROW_BODY_SUBSET)
                }?,
            )
        } else {
            None
        };
        if v
            .row_body(
                &{
                    let value_timestamp = match f_timestamp_delta {
                        Some(delta) => {
                            Some((delta as i64).wrapping_add(cx.h.min_timestamp))
                        }
                        None => None,
                    };
                    let value_ttl = match f_ttl_delta {
                        Some(delta) => Some((delta as i64).wrapping_add(cx.h.min_ttl)),
                        None => None,
                    };
                    let value_local_deletion_time = match f_local_deletion_time_delta {
                        Some(delta) => {
                            Some(
                                (delta as i64).wrapping_add(cx.h.min_local_deletion_time),
                            )
                        }
                        None => None,
                    };
                    super::data::RowBodyRef {
                        begin,
                        rest: *r,
                        flags: p_flags,
                        is_static: p_is_static,
                        prev_len: f_prev_len,
                        timestamp_delta: f_timestamp_delta,
                        ttl_delta: f_ttl_delta,
                        local_deletion_time_delta: f_local_deletion_time_delta,
                        deletion: f_deletion,
                        subset: f_subset.clone(),
                        timestamp: value_timestamp,
                        ttl: value_ttl,
                        local_deletion_time: value_local_deletion_time,
                    }
                },
            )? == __rt::Flow::Skip
        {
            let count = __rt::array::count(
                r,
                (i_columns.len() as i64),
                0,
                &SITE_ROW_BODY_CELLS,
            )?;
            for index in 0..count {
                let index = index as i64;
                let _ = {
                    let arg0 = cx;
                    let arg1 = index;
                    let arg2 = &__rt::array::element(&i_columns, index)
                        .ok_or_else(|| {
                            r.error(__rt::ReadErrorKind::Overflow, &SITE_ROW_BODY_CELLS)
                        })?
                        .column_type;
                    let arg3 = p_flags;
                    let arg4 = f_subset.as_ref();
                    super::data::ColumnData::skip(r, arg0, arg1, arg2, arg3, arg4)
                }
                    .map_err(|e: __rt::ReadError| e.within(&SITE_ROW_BODY_CELLS, None))?;
            }
            return Ok(__rt::Flow::Skip);
        }
        if f_subset.is_none() {
            let f_subset = None;
            for (index, element) in i_columns.iter().enumerate() {
                let index = index as i64;
                {
                    let arg0 = cx;
                    let arg1 = index;
                    let arg2 = &element.column_type;
                    let arg3 = p_flags;
                    let arg4 = f_subset.as_ref();
                    super::data::ColumnData::visit(r, arg0, arg1, arg2, arg3, arg4, v)
                }?;
            }
        } else {
            for (index, element) in i_columns.iter().enumerate() {
                let index = index as i64;
                {
                    let arg0 = cx;
                    let arg1 = index;
                    let arg2 = &element.column_type;
                    let arg3 = p_flags;
                    let arg4 = f_subset.as_ref();
                    super::data::ColumnData::visit(r, arg0, arg1, arg2, arg3, arg4, v)
                }?;
            }
        };
        v.end_row_body()?;
        Ok(__rt::Flow::Continue)
    }
}
impl RowBody {
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
        cx: &super::data::SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_prev_len = {
            let value = ();
            let offset = r.offset();
            let leaf = { __rt::native::UvintCodec::read(r, &SITE_ROW_BODY_PREV_LEN) }?;
            w.leaf(
                &SITE_ROW_BODY_PREV_LEN,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            value
        };
        let f_timestamp_delta = if ((p_flags & 4i64) != 0i64) {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        __rt::native::UvintCodec::read(r, &SITE_ROW_BODY_TIMESTAMP_DELTA)
                    }?
                }
            };
            let offset = r.offset();
            let leaf = {
                __rt::native::UvintCodec::read(r, &SITE_ROW_BODY_TIMESTAMP_DELTA)
            }?;
            w.leaf(
                &SITE_ROW_BODY_TIMESTAMP_DELTA,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            Some(value)
        } else {
            None
        };
        let f_ttl_delta = if ((p_flags & 8i64) != 0i64) {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { { __rt::native::UvintCodec::read(r, &SITE_ROW_BODY_TTL_DELTA) }? }
            };
            let offset = r.offset();
            let leaf = { __rt::native::UvintCodec::read(r, &SITE_ROW_BODY_TTL_DELTA) }?;
            w.leaf(
                &SITE_ROW_BODY_TTL_DELTA,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            Some(value)
        } else {
            None
        };
        let f_local_deletion_time_delta = if ((p_flags & 8i64) != 0i64) {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        __rt::native::UvintCodec::read(
                            r,
                            &SITE_ROW_BODY_LOCAL_DELETION_TIME_DELTA,
                        )
                    }?
                }
            };
            let offset = r.offset();
            let leaf = {
                __rt::native::UvintCodec::read(
                    r,
                    &SITE_ROW_BODY_LOCAL_DELETION_TIME_DELTA,
                )
            }?;
            w.leaf(
                &SITE_ROW_BODY_LOCAL_DELETION_TIME_DELTA,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            Some(value)
        } else {
            None
        };
        let f_deletion = if ((p_flags & 16i64) != 0i64) {
            let value = ();
            w.enter(&SITE_ROW_BODY_DELETION, None, r.offset());
            let asked = {
                let arg0 = cx;
                super::data::DeltaDeletionTime::walk(r, arg0, w)
            }
                .map_err(|e: __rt::ReadError| e.within(&SITE_ROW_BODY_DELETION, None))?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        let i_columns = ((if p_is_static {
            &cx.h.static_columns.columns
        } else {
            &cx.h.regular_columns.columns
        }));
        let f_subset = if ((p_flags & 32i64) == 0i64) {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let arg0 = (i_columns.len() as i64);
                        __rt::native::ColumnSubsetCodec::read(
                            r,
                            arg0,
                            &SITE_ROW_BODY_SUBSET,
                        )
                    }?
                }
            };
            let offset = r.offset();
            let leaf = {
                let arg0 = (i_columns.len() as i64);
                __rt::native::ColumnSubsetCodec::read(r, arg0, &SITE_ROW_BODY_SUBSET)
            }?;
            w.leaf(
                &SITE_ROW_BODY_SUBSET,
                None,
                offset,
                r.offset() - offset,
                __rt::native::ColumnSubsetCodec::value(&leaf),
            );
            Some(value)
        } else {
            None
        };
        let f_cells = {
            let value = ();
            let count = __rt::array::count(
                r,
                (i_columns.len() as i64),
                0,
                &SITE_ROW_BODY_CELLS,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    w.enter(&SITE_ROW_BODY_CELLS, Some(index as u64), r.offset());
                    let asked = {
                        let arg0 = cx;
                        let arg1 = index;
                        let arg2 = &__rt::array::element(&i_columns, index)
                            .ok_or_else(|| {
                                r.error(__rt::ReadErrorKind::Overflow, &SITE_ROW_BODY_CELLS)
                            })?
                            .column_type;
                        let arg3 = p_flags;
                        let arg4 = f_subset.as_ref();
                        super::data::ColumnData::walk(r, arg0, arg1, arg2, arg3, arg4, w)
                    }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_ROW_BODY_CELLS, None)
                        })?;
                    w.leave(r.offset());
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_ROW_BODY_CELLS, index)
                    })?;
            }
            value
        };
        Ok(())
    }
}
impl RowBody {
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
        cx: &super::data::SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
        st: &mut super::data::PartitionRegisters,
    ) -> __rt::sink::WriteResult<()> {
        let f_prev_len = __rt::sink::narrow::<
            u64,
            _,
        >(st.prev_unfiltered_size, &SITE_ROW_BODY_PREV_LEN)?;
        __rt::native::UvintCodec::write(w, &f_prev_len, &SITE_ROW_BODY_PREV_LEN)?;
        let base = cx.h.min_timestamp;
        let f_timestamp_delta: Option<u64> = __rt::sink::agreed(
                &self.timestamp,
                ((p_flags & 4i64) != 0i64),
                &SITE_ROW_BODY_TIMESTAMP_DELTA,
            )?
            .map(|v| v.wrapping_sub(base) as u64);
        if let Some(v) = f_timestamp_delta {
            __rt::native::UvintCodec::write(w, &v, &SITE_ROW_BODY_TIMESTAMP_DELTA)?;
        }
        let base = cx.h.min_ttl;
        let f_ttl_delta: Option<u64> = __rt::sink::agreed(
                &self.ttl,
                ((p_flags & 8i64) != 0i64),
                &SITE_ROW_BODY_TTL_DELTA,
            )?
            .map(|v| v.wrapping_sub(base) as u64);
        if let Some(v) = f_ttl_delta {
            __rt::native::UvintCodec::write(w, &v, &SITE_ROW_BODY_TTL_DELTA)?;
        }
        let base = cx.h.min_local_deletion_time;
        let f_local_deletion_time_delta: Option<u64> = __rt::sink::agreed(
                &self.local_deletion_time,
                ((p_flags & 8i64) != 0i64),
                &SITE_ROW_BODY_LOCAL_DELETION_TIME_DELTA,
            )?
            .map(|v| v.wrapping_sub(base) as u64);
        if let Some(v) = f_local_deletion_time_delta {
            __rt::native::UvintCodec::write(
                w,
                &v,
                &SITE_ROW_BODY_LOCAL_DELETION_TIME_DELTA,
            )?;
        }
        if let Some(v) = __rt::sink::agreed(
            &self.deletion,
            ((p_flags & 16i64) != 0i64),
            &SITE_ROW_BODY_DELETION,
        )? {
            v.encode(w, cx)?;
        }
        let i_columns = ((if p_is_static {
            &cx.h.static_columns.columns
        } else {
            &cx.h.regular_columns.columns
        }));
        let f_subset = if ((p_flags & 32i64) == 0i64) {
            Some(
                __rt::native::missing(
                    self
                        .cells
                        .iter()
                        .map(|e| {
                            e.complex_deletion.is_some() || e.simple.is_some()
                                || e.cells.is_some()
                        }),
                ),
            )
        } else {
            None
        };
        if let Some(v) = &f_subset {
            __rt::native::ColumnSubsetCodec::write(
                w,
                v,
                (i_columns.len() as i64),
                &SITE_ROW_BODY_SUBSET,
            )?;
        }
        __rt::sink::exact(
            self.cells.len() as u64,
            (i_columns.len() as i64),
            &SITE_ROW_BODY_CELLS,
        )?;
        for (index, e) in self.cells.iter().enumerate() {
            let index = index as i64;
            e.encode(
                w,
                cx,
                index,
                &__rt::array::element(&i_columns, index)
                    .ok_or_else(|| __rt::WriteError::new(
                        __rt::WriteErrorKind::Expression {
                            what: "a number leaves 64 bits",
                        },
                        &SITE_ROW_BODY_CELLS,
                    ))?
                    .column_type,
                p_flags,
                f_subset.as_ref(),
            )?;
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
        cx: &super::data::SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
        st: &mut super::data::PartitionRegisters,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx, p_flags, p_is_static, st)?;
        Ok(counter.pos())
    }
}
static SITE_DELTA_DELETION_TIME__SELF: __rt::Site = __rt::Site {
    owner: "delta_deletion_time",
    field: "_self",
    file: "sstable/sstable_data.ksy",
    line: 201u32,
};
static SITE_DELTA_DELETION_TIME_MFDA_DELTA: __rt::Site = __rt::Site {
    owner: "delta_deletion_time",
    field: "mfda_delta",
    file: "sstable/sstable_data.ksy",
    line: 208u32,
};
static SITE_DELTA_DELETION_TIME_LDT_DELTA: __rt::Site = __rt::Site {
    owner: "delta_deletion_time",
    field: "ldt_delta",
    file: "sstable/sstable_data.ksy",
    line: 212u32,
};
/**A deletion, relative to the smallest times of the SSTable. LIVE, which is met in columns of several cells, is no special case: its
timestamp -2^63 and its local deletion time (2^31 - 1, or 2^32 - 1 with has_uint_deletion_time) are stored as differences in wrapping
arithmetic, of 64 and of 32 bits; a negative difference of 32 bits is extended to 64 and takes 9 bytes.*/
///
///Specification: `sstable/sstable_data.ksy`, line 201. Cassandra: org.apache.cassandra.db.SerializationHeader.writeDeletionTime.
#[derive(Debug, Clone, PartialEq)]
pub struct DeltaDeletionTime {
    ///What was written up to this time is deleted; in microseconds since 1970.
    pub marked_for_delete_at: i64,
    ///When the deletion was made, by the server's clock, from which gc_grace_seconds counts; in seconds since 1970, modulo 2^32.
    pub local_deletion_time: i64,
}
impl DeltaDeletionTime {
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
        cx: &super::data::SstableDataParams<'_>,
    ) -> __rt::error::Result<Self> {
        let f_mfda_delta = {
            __rt::native::UvintCodec::read(r, &SITE_DELTA_DELETION_TIME_MFDA_DELTA)
        }?;
        let delta_marked_for_delete_at = (f_mfda_delta as i64)
            .wrapping_add(cx.h.min_timestamp);
        let f_ldt_delta = {
            __rt::native::UvintCodec::read(r, &SITE_DELTA_DELETION_TIME_LDT_DELTA)
        }?;
        let delta_local_deletion_time = (f_ldt_delta as i64)
            .wrapping_add(cx.h.min_local_deletion_time);
        Ok(Self {
            marked_for_delete_at: delta_marked_for_delete_at,
            local_deletion_time: delta_local_deletion_time,
        })
    }
}
///The head of a [`DeltaDeletionTime`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct DeltaDeletionTimeRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///The deletion's timestamp less the header's smallest.
    pub mfda_delta: u64,
    ///The local deletion time less the header's smallest, in seconds.
    pub ldt_delta: u64,
    ///What was written up to this time is deleted; in microseconds since 1970.
    pub marked_for_delete_at: i64,
    ///When the deletion was made, by the server's clock, from which gc_grace_seconds counts; in seconds since 1970, modulo 2^32.
    pub local_deletion_time: i64,
}
impl<'a> DeltaDeletionTimeRef<'a> {
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
        cx: &super::data::SstableDataParams<'_>,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_mfda_delta = {
            __rt::native::UvintCodec::read(r, &SITE_DELTA_DELETION_TIME_MFDA_DELTA)
        }?;
        let f_ldt_delta = {
            __rt::native::UvintCodec::read(r, &SITE_DELTA_DELETION_TIME_LDT_DELTA)
        }?;
        Ok({
            let value_marked_for_delete_at = (f_mfda_delta as i64)
                .wrapping_add(cx.h.min_timestamp);
            let value_local_deletion_time = (f_ldt_delta as i64)
                .wrapping_add(cx.h.min_local_deletion_time);
            super::data::DeltaDeletionTimeRef {
                lifetime: std::marker::PhantomData,
                mfda_delta: f_mfda_delta,
                ldt_delta: f_ldt_delta,
                marked_for_delete_at: value_marked_for_delete_at,
                local_deletion_time: value_local_deletion_time,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_DELTA_DELETION_TIME__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_DELTA_DELETION_TIME_MFDA_DELTA,
            &SITE_DELTA_DELETION_TIME_LDT_DELTA,
        ];
        FIELDS
    }
}
impl DeltaDeletionTime {
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
        cx: &super::data::SstableDataParams<'_>,
    ) -> __rt::error::Result<()> {
        let f_mfda_delta = {
            __rt::native::UvintCodec::read(r, &SITE_DELTA_DELETION_TIME_MFDA_DELTA)
        }?;
        let f_ldt_delta = {
            __rt::native::UvintCodec::read(r, &SITE_DELTA_DELETION_TIME_LDT_DELTA)
        }?;
        Ok(())
    }
}
impl DeltaDeletionTime {
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
        cx: &super::data::SstableDataParams<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_mfda_delta = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        __rt::native::UvintCodec::read(
                            r,
                            &SITE_DELTA_DELETION_TIME_MFDA_DELTA,
                        )
                    }?
                }
            };
            let offset = r.offset();
            let leaf = {
                __rt::native::UvintCodec::read(r, &SITE_DELTA_DELETION_TIME_MFDA_DELTA)
            }?;
            w.leaf(
                &SITE_DELTA_DELETION_TIME_MFDA_DELTA,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            value
        };
        let f_ldt_delta = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        __rt::native::UvintCodec::read(
                            r,
                            &SITE_DELTA_DELETION_TIME_LDT_DELTA,
                        )
                    }?
                }
            };
            let offset = r.offset();
            let leaf = {
                __rt::native::UvintCodec::read(r, &SITE_DELTA_DELETION_TIME_LDT_DELTA)
            }?;
            w.leaf(
                &SITE_DELTA_DELETION_TIME_LDT_DELTA,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            value
        };
        Ok(())
    }
}
impl DeltaDeletionTime {
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
        cx: &super::data::SstableDataParams<'_>,
    ) -> __rt::sink::WriteResult<()> {
        let f_mfda_delta: u64 = self
            .marked_for_delete_at
            .wrapping_sub(cx.h.min_timestamp) as u64;
        __rt::native::UvintCodec::write(
            w,
            &f_mfda_delta,
            &SITE_DELTA_DELETION_TIME_MFDA_DELTA,
        )?;
        let f_ldt_delta: u64 = self
            .local_deletion_time
            .wrapping_sub(cx.h.min_local_deletion_time) as u64;
        __rt::native::UvintCodec::write(
            w,
            &f_ldt_delta,
            &SITE_DELTA_DELETION_TIME_LDT_DELTA,
        )?;
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(
        &self,
        cx: &super::data::SstableDataParams<'_>,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx)?;
        Ok(counter.pos())
    }
}
static SITE_COLUMN_DATA__SELF: __rt::Site = __rt::Site {
    owner: "column_data",
    field: "_self",
    file: "sstable/sstable_data.ksy",
    line: 254u32,
};
static SITE_COLUMN_DATA_COMPLEX_DELETION: __rt::Site = __rt::Site {
    owner: "column_data",
    field: "complex_deletion",
    file: "sstable/sstable_data.ksy",
    line: 272u32,
};
static SITE_COLUMN_DATA_NUM_CELLS: __rt::Site = __rt::Site {
    owner: "column_data",
    field: "num_cells",
    file: "sstable/sstable_data.ksy",
    line: 278u32,
};
static SITE_COLUMN_DATA_SIMPLE: __rt::Site = __rt::Site {
    owner: "column_data",
    field: "simple",
    file: "sstable/sstable_data.ksy",
    line: 283u32,
};
static SITE_COLUMN_DATA_CELLS: __rt::Site = __rt::Site {
    owner: "column_data",
    field: "cells",
    file: "sstable/sstable_data.ksy",
    line: 287u32,
};
/**What a row has of one column: nothing, if the row does not have it; one cell, if the column is simple; a deletion and any number of
cells, if it is a collection or a user type that is not frozen.*/
///
///Specification: `sstable/sstable_data.ksy`, line 254. Cassandra: org.apache.cassandra.db.rows.UnfilteredSerializer.writeComplexColumn.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnData {
    /**The deletion of the whole collection, as `SET m = {…}` makes it, a microsecond before the new elements. LIVE if this one is not
deleted but another column of the row is.*/
    pub complex_deletion: Option<super::data::DeltaDeletionTime>,
    ///The cell of a simple column.
    pub simple: Option<super::data::Cell>,
    ///The elements or fields, in the order of their paths.
    pub cells: Option<Vec<super::data::Cell>>,
}
impl ColumnData {
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
        cx: &super::data::SstableDataParams<'_>,
        p_idx: i64,
        p_column_type: &__rt::native::CqlType,
        p_row_flags: i64,
        up_subset: Option<&__rt::native::ColumnSubset>,
    ) -> __rt::error::Result<Self> {
        let i_present = (__rt::native::column_present(up_subset, p_idx));
        let f_complex_deletion = if ((i_present && p_column_type.is_multi_cell)
            && ((p_row_flags & 64i64) != 0i64))
        {
            Some(
                {
                    let arg0 = cx;
                    super::data::DeltaDeletionTime::decode(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_COLUMN_DATA_COMPLEX_DELETION, None)
                    })?,
            )
        } else {
            None
        };
        let f_num_cells = if (i_present && p_column_type.is_multi_cell) {
            Some({ __rt::native::UvintCodec::read(r, &SITE_COLUMN_DATA_NUM_CELLS) }?)
        } else {
            None
        };
        let f_simple = if (i_present && !(p_column_type.is_multi_cell)) {
            Some(
                {
                    let arg0 = cx;
                    let arg1 = false;
                    let arg2 = p_idx;
                    let arg3 = &p_column_type;
                    super::data::Cell::decode(r, arg0, arg1, arg2, arg3)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_COLUMN_DATA_SIMPLE, None)
                    })?,
            )
        } else {
            None
        };
        let f_cells = if (i_present && p_column_type.is_multi_cell) {
            Some({
                let count = __rt::array::count(
                    r,
                    i64::try_from(
                            f_num_cells
                                .ok_or_else(|| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Absent {
                                                field: "num_cells",
                                            },
                                            &SITE_COLUMN_DATA_CELLS,
                                        )
                                })?,
                        )
                        .map_err(|_| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Overflow,
                                    &SITE_COLUMN_DATA_CELLS,
                                )
                        })?,
                    1,
                    &SITE_COLUMN_DATA_CELLS,
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
                                let arg1 = true;
                                let arg2 = p_idx;
                                let arg3 = &p_column_type;
                                super::data::Cell::decode(r, arg0, arg1, arg2, arg3)
                            }
                                .map_err(|e: __rt::ReadError| {
                                    e.within(&SITE_COLUMN_DATA_CELLS, None)
                                })
                        })()
                            .map_err(|e: __rt::ReadError| {
                                e.at_index(&SITE_COLUMN_DATA_CELLS, index)
                            })?,
                    );
                }
                all
            })
        } else {
            None
        };
        Ok(Self {
            complex_deletion: f_complex_deletion,
            simple: f_simple,
            cells: f_cells,
        })
    }
}
///The head of a [`ColumnData`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct ColumnDataRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    ///Index of the column in the header.
    pub idx: i64,
    ///Flags of the unfiltered.
    pub row_flags: i64,
    /**The deletion of the whole collection, as `SET m = {…}` makes it, a microsecond before the new elements. LIVE if this one is not
deleted but another column of the row is.*/
    pub complex_deletion: Option<super::data::DeltaDeletionTimeRef<'a>>,
    ///Number of cells; 0 if there is a deletion only.
    pub num_cells: Option<u64>,
    ///The row has every column.
    pub all: bool,
}
impl<'a> ColumnDataRef<'a> {
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
        cx: &super::data::SstableDataParams<'_>,
        p_idx: i64,
        p_column_type: &__rt::native::CqlType,
        p_row_flags: i64,
        up_subset: Option<&__rt::native::ColumnSubset>,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let i_present = (__rt::native::column_present(up_subset, p_idx));
        let f_complex_deletion = if ((i_present && p_column_type.is_multi_cell)
            && ((p_row_flags & 64i64) != 0i64))
        {
            Some(
                {
                    let arg0 = cx;
                    super::data::DeltaDeletionTimeRef::read(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_COLUMN_DATA_COMPLEX_DELETION, None)
                    })?,
            )
        } else {
            None
        };
        let f_num_cells = if (i_present && p_column_type.is_multi_cell) {
            Some({ __rt::native::UvintCodec::read(r, &SITE_COLUMN_DATA_NUM_CELLS) }?)
        } else {
            None
        };
        Ok({
            let value_all = (((p_row_flags & 32i64) != 0i64));
            super::data::ColumnDataRef {
                begin,
                rest: *r,
                idx: p_idx,
                row_flags: p_row_flags,
                complex_deletion: f_complex_deletion,
                num_cells: f_num_cells,
                all: value_all,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_COLUMN_DATA__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_COLUMN_DATA_COMPLEX_DELETION,
            &SITE_COLUMN_DATA_NUM_CELLS,
            &SITE_COLUMN_DATA_SIMPLE,
            &SITE_COLUMN_DATA_CELLS,
        ];
        FIELDS
    }
}
impl ColumnData {
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
        cx: &super::data::SstableDataParams<'_>,
        p_idx: i64,
        p_column_type: &__rt::native::CqlType,
        p_row_flags: i64,
        up_subset: Option<&__rt::native::ColumnSubset>,
    ) -> __rt::error::Result<()> {
        let i_present = (__rt::native::column_present(up_subset, p_idx));
        let f_complex_deletion = if ((i_present && p_column_type.is_multi_cell)
            && ((p_row_flags & 64i64) != 0i64))
        {
            Some(
                {
                    let arg0 = cx;
                    super::data::DeltaDeletionTime::skip(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_COLUMN_DATA_COMPLEX_DELETION, None)
                    })?,
            )
        } else {
            None
        };
        let f_num_cells = if (i_present && p_column_type.is_multi_cell) {
            Some({ __rt::native::UvintCodec::read(r, &SITE_COLUMN_DATA_NUM_CELLS) }?)
        } else {
            None
        };
        let f_simple = if (i_present && !(p_column_type.is_multi_cell)) {
            Some(
                {
                    let arg0 = cx;
                    let arg1 = false;
                    let arg2 = p_idx;
                    let arg3 = &p_column_type;
                    super::data::Cell::skip(r, arg0, arg1, arg2, arg3)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_COLUMN_DATA_SIMPLE, None)
                    })?,
            )
        } else {
            None
        };
        if (i_present && p_column_type.is_multi_cell) {
            let count = __rt::array::count(
                r,
                i64::try_from(
                        f_num_cells
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Absent {
                                            field: "num_cells",
                                        },
                                        &SITE_COLUMN_DATA_CELLS,
                                    )
                            })?,
                    )
                    .map_err(|_| {
                        r.error(__rt::ReadErrorKind::Overflow, &SITE_COLUMN_DATA_CELLS)
                    })?,
                0,
                &SITE_COLUMN_DATA_CELLS,
            )?;
            for index in 0..count {
                let index = index as i64;
                let _ = {
                    let arg0 = cx;
                    let arg1 = true;
                    let arg2 = p_idx;
                    let arg3 = &p_column_type;
                    super::data::Cell::skip(r, arg0, arg1, arg2, arg3)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_COLUMN_DATA_CELLS, None)
                    })?;
            }
        }
        Ok(())
    }
}
impl ColumnData {
    /// Reads one and sends what it holds to a visitor.
    ///
    /// # Errors
    /// What is wrong with the bytes, or what the visitor says.
    #[inline(always)]
    #[allow(clippy::too_many_arguments, reason = "not every type needs all it is given")]
    pub fn visit<'a, V: SstableDataVisitor<'a>>(
        r: &mut __rt::Reader<'a>,
        cx: &super::data::SstableDataParams<'_>,
        p_idx: i64,
        p_column_type: &__rt::native::CqlType,
        p_row_flags: i64,
        up_subset: Option<&__rt::native::ColumnSubset>,
        v: &mut V,
    ) -> Result<__rt::Flow, V::Error> {
        if p_column_type.is_multi_cell {
            Self::visit_case::<
                true,
                V,
            >(r, cx, p_idx, p_column_type, p_row_flags, up_subset, v)
        } else {
            Self::visit_case::<
                false,
                V,
            >(r, cx, p_idx, p_column_type, p_row_flags, up_subset, v)
        }
    }
    /// Reads one and sends what it holds to a visitor.
    ///
    /// # Errors
    /// What is wrong with the bytes, or what the visitor says.
    #[inline(always)]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    fn visit_case<'a, const CASE: bool, V: SstableDataVisitor<'a>>(
        r: &mut __rt::Reader<'a>,
        cx: &super::data::SstableDataParams<'_>,
        p_idx: i64,
        p_column_type: &__rt::native::CqlType,
        p_row_flags: i64,
        up_subset: Option<&__rt::native::ColumnSubset>,
        v: &mut V,
    ) -> Result<__rt::Flow, V::Error> {
        let begin = r.offset();
        let i_present = (__rt::native::column_present(up_subset, p_idx));
        let f_complex_deletion = if ((i_present && CASE)
            && ((p_row_flags & 64i64) != 0i64))
        {
            Some(
                {
                    let arg0 = cx;
                    super::data::DeltaDeletionTimeRef::read(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_COLUMN_DATA_COMPLEX_DELETION, None)
                    })?,
            )
        } else {
            None
        };
        let f_num_cells = if (i_present && CASE) {
            Some({ __rt::native::UvintCodec::read(r, &SITE_COLUMN_DATA_NUM_CELLS) }?)
        } else {
            None
        };
        if v
            .column(
                &{
                    let value_all = (((p_row_flags & 32i64) != 0i64));
                    super::data::ColumnDataRef {
                        begin,
                        rest: *r,
                        idx: p_idx,
                        row_flags: p_row_flags,
                        complex_deletion: f_complex_deletion,
                        num_cells: f_num_cells,
                        all: value_all,
                    }
                },
            )? == __rt::Flow::Skip
        {
            let f_simple = if (i_present && !(CASE)) {
                Some(
                    {
                        let arg0 = cx;
                        let arg1 = false;
                        let arg2 = p_idx;
                        let arg3 = &p_column_type;
                        super::data::Cell::skip(r, arg0, arg1, arg2, arg3)
                    }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_COLUMN_DATA_SIMPLE, None)
                        })?,
                )
            } else {
                None
            };
            if (i_present && CASE) {
                let count = __rt::array::count(
                    r,
                    i64::try_from(
                            f_num_cells
                                .ok_or_else(|| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Absent {
                                                field: "num_cells",
                                            },
                                            &SITE_COLUMN_DATA_CELLS,
                                        )
                                })?,
                        )
                        .map_err(|_| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Overflow,
                                    &SITE_COLUMN_DATA_CELLS,
                                )
                        })?,
                    0,
                    &SITE_COLUMN_DATA_CELLS,
                )?;
                for index in 0..count {
                    let index = index as i64;
                    let _ = {
                        let arg0 = cx;
                        let arg1 = true;
                        let arg2 = p_idx;
                        let arg3 = &p_column_type;
                        super::data::Cell::skip(r, arg0, arg1, arg2, arg3)
                    }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_COLUMN_DATA_CELLS, None)
                        })?;
                }
            }
            return Ok(__rt::Flow::Skip);
        }
        if (i_present && !(CASE)) {
            {
                let arg0 = cx;
                let arg1 = false;
                let arg2 = p_idx;
                let arg3 = &p_column_type;
                super::data::Cell::visit(r, arg0, arg1, arg2, arg3, v)
            }?;
        }
        if (i_present && CASE) {
            {
                let count: i64 = i64::try_from(
                        f_num_cells
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Absent {
                                            field: "num_cells",
                                        },
                                        &SITE_COLUMN_DATA_CELLS,
                                    )
                            })?,
                    )
                    .map_err(|_| {
                        r.error(__rt::ReadErrorKind::Overflow, &SITE_COLUMN_DATA_CELLS)
                    })?;
                let mut index = 0i64;
                while index < count {
                    {
                        let arg0 = cx;
                        let arg1 = true;
                        let arg2 = p_idx;
                        let arg3 = &p_column_type;
                        super::data::Cell::visit(r, arg0, arg1, arg2, arg3, v)
                    }?;
                    index += 1;
                }
            };
        }
        v.end_column()?;
        Ok(__rt::Flow::Continue)
    }
}
impl ColumnData {
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
        cx: &super::data::SstableDataParams<'_>,
        p_idx: i64,
        p_column_type: &__rt::native::CqlType,
        p_row_flags: i64,
        up_subset: Option<&__rt::native::ColumnSubset>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let i_present = (__rt::native::column_present(up_subset, p_idx));
        let f_complex_deletion = if ((i_present && p_column_type.is_multi_cell)
            && ((p_row_flags & 64i64) != 0i64))
        {
            let value = ();
            w.enter(&SITE_COLUMN_DATA_COMPLEX_DELETION, None, r.offset());
            let asked = {
                let arg0 = cx;
                super::data::DeltaDeletionTime::walk(r, arg0, w)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_COLUMN_DATA_COMPLEX_DELETION, None)
                })?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        let f_num_cells = if (i_present && p_column_type.is_multi_cell) {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { { __rt::native::UvintCodec::read(r, &SITE_COLUMN_DATA_NUM_CELLS) }? }
            };
            let offset = r.offset();
            let leaf = {
                __rt::native::UvintCodec::read(r, &SITE_COLUMN_DATA_NUM_CELLS)
            }?;
            w.leaf(
                &SITE_COLUMN_DATA_NUM_CELLS,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            Some(value)
        } else {
            None
        };
        let f_simple = if (i_present && !(p_column_type.is_multi_cell)) {
            let value = ();
            w.enter(&SITE_COLUMN_DATA_SIMPLE, None, r.offset());
            let asked = {
                let arg0 = cx;
                let arg1 = false;
                let arg2 = p_idx;
                let arg3 = &p_column_type;
                super::data::Cell::walk(r, arg0, arg1, arg2, arg3, w)
            }
                .map_err(|e: __rt::ReadError| e.within(&SITE_COLUMN_DATA_SIMPLE, None))?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        let f_cells = if (i_present && p_column_type.is_multi_cell) {
            let value = ();
            let count = __rt::array::count(
                r,
                i64::try_from(
                        f_num_cells
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Absent {
                                            field: "num_cells",
                                        },
                                        &SITE_COLUMN_DATA_CELLS,
                                    )
                            })?,
                    )
                    .map_err(|_| {
                        r.error(__rt::ReadErrorKind::Overflow, &SITE_COLUMN_DATA_CELLS)
                    })?,
                0,
                &SITE_COLUMN_DATA_CELLS,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    w.enter(&SITE_COLUMN_DATA_CELLS, Some(index as u64), r.offset());
                    let asked = {
                        let arg0 = cx;
                        let arg1 = true;
                        let arg2 = p_idx;
                        let arg3 = &p_column_type;
                        super::data::Cell::walk(r, arg0, arg1, arg2, arg3, w)
                    }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_COLUMN_DATA_CELLS, None)
                        })?;
                    w.leave(r.offset());
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_COLUMN_DATA_CELLS, index)
                    })?;
            }
            Some(value)
        } else {
            None
        };
        Ok(())
    }
}
impl ColumnData {
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
        cx: &super::data::SstableDataParams<'_>,
        p_idx: i64,
        p_column_type: &__rt::native::CqlType,
        p_row_flags: i64,
        up_subset: Option<&__rt::native::ColumnSubset>,
    ) -> __rt::sink::WriteResult<()> {
        let i_present = (__rt::native::column_present(up_subset, p_idx));
        if let Some(v) = __rt::sink::agreed(
            &self.complex_deletion,
            ((i_present && p_column_type.is_multi_cell)
                && ((p_row_flags & 64i64) != 0i64)),
            &SITE_COLUMN_DATA_COMPLEX_DELETION,
        )? {
            v.encode(w, cx)?;
        }
        let f_num_cells = if (i_present && p_column_type.is_multi_cell) {
            Some(
                __rt::sink::narrow::<
                    u64,
                    _,
                >(
                    self.cells.as_ref().map_or(0, |x0| x0.len() as i64),
                    &SITE_COLUMN_DATA_NUM_CELLS,
                )?,
            )
        } else {
            None
        };
        if let Some(v) = f_num_cells {
            __rt::native::UvintCodec::write(w, &v, &SITE_COLUMN_DATA_NUM_CELLS)?;
        }
        if let Some(v) = __rt::sink::agreed(
            &self.simple,
            (i_present && !(p_column_type.is_multi_cell)),
            &SITE_COLUMN_DATA_SIMPLE,
        )? {
            v.encode(w, cx, false, p_idx, &p_column_type)?;
        }
        if let Some(v) = __rt::sink::agreed(
            &self.cells,
            (i_present && p_column_type.is_multi_cell),
            &SITE_COLUMN_DATA_CELLS,
        )? {
            for e in v {
                e.encode(w, cx, true, p_idx, &p_column_type)?;
            }
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
        cx: &super::data::SstableDataParams<'_>,
        p_idx: i64,
        p_column_type: &__rt::native::CqlType,
        p_row_flags: i64,
        up_subset: Option<&__rt::native::ColumnSubset>,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx, p_idx, p_column_type, p_row_flags, up_subset)?;
        Ok(counter.pos())
    }
}
static SITE_CELL__SELF: __rt::Site = __rt::Site {
    owner: "cell",
    field: "_self",
    file: "sstable/sstable_data.ksy",
    line: 315u32,
};
static SITE_CELL_FLAGS: __rt::Site = __rt::Site {
    owner: "cell",
    field: "flags",
    file: "sstable/sstable_data.ksy",
    line: 335u32,
};
static SITE_CELL_TIMESTAMP_DELTA: __rt::Site = __rt::Site {
    owner: "cell",
    field: "timestamp_delta",
    file: "sstable/sstable_data.ksy",
    line: 346u32,
};
static SITE_CELL_LOCAL_DELETION_TIME_DELTA: __rt::Site = __rt::Site {
    owner: "cell",
    field: "local_deletion_time_delta",
    file: "sstable/sstable_data.ksy",
    line: 351u32,
};
static SITE_CELL_TTL_DELTA: __rt::Site = __rt::Site {
    owner: "cell",
    field: "ttl_delta",
    file: "sstable/sstable_data.ksy",
    line: 356u32,
};
static SITE_CELL_PATH: __rt::Site = __rt::Site {
    owner: "cell",
    field: "path",
    file: "sstable/sstable_data.ksy",
    line: 361u32,
};
static SITE_CELL_VALUE: __rt::Site = __rt::Site {
    owner: "cell",
    field: "value",
    file: "sstable/sstable_data.ksy",
    line: 367u32,
};
/**A value with its timestamp. In a column of several cells it is one element or field, and has a path that says which.

A deleted cell has no value, an expiring one has a TTL and the time at which it will be a deleted one. A counter's value is a counter
context: shards of node id, clock and count (org.apache.cassandra.db.context.CounterContext).*/
///
///Specification: `sstable/sstable_data.ksy`, line 315. Cassandra: org.apache.cassandra.db.rows.Cell.Serializer.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    ///Flag 0x01 of `flags`.
    pub is_deleted: bool,
    ///Flag 0x02 of `flags`.
    pub is_expiring: bool,
    ///Flag 0x10 of `flags`.
    pub use_row_ttl: bool,
    ///The bits of `flags` that the version does not know, which are kept.
    pub unknown_flags: u8,
    ///The timestamp in microseconds since 1970, if it is not the row's.
    pub timestamp: Option<i64>,
    ///When the cell was deleted or expires, in seconds since 1970, if it is not the row's.
    pub local_deletion_time: Option<i64>,
    ///The TTL in seconds, if it is not the row's.
    pub ttl: Option<i64>,
    /**Which element or field: the key of a map; the element itself of a set, whose cells have empty values; a time UUID of a list, which
gives the order; the index of a user type's field in two bytes.*/
    pub path: Option<super::common::BytesUvint>,
    /**The value. Elements and fields always have their length in front, whatever their own type, since it is the column's type that is
asked for a fixed length.*/
    pub value: Option<super::common::CellValue>,
}
impl Cell {
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
        cx: &super::data::SstableDataParams<'_>,
        p_is_complex: bool,
        p_idx: i64,
        p_column_type: &__rt::native::CqlType,
    ) -> __rt::error::Result<Self> {
        let f_flags = r.u8(&SITE_CELL_FLAGS)?;
        let f_timestamp_delta = if ((i64::from(f_flags) & 8i64) == 0i64) {
            Some({ __rt::native::UvintCodec::read(r, &SITE_CELL_TIMESTAMP_DELTA) }?)
        } else {
            None
        };
        let delta_timestamp = match f_timestamp_delta {
            Some(delta) => Some((delta as i64).wrapping_add(cx.h.min_timestamp)),
            None => None,
        };
        let f_local_deletion_time_delta = if (((i64::from(f_flags) & 3i64) != 0i64)
            && ((i64::from(f_flags) & 16i64) == 0i64))
        {
            Some(
                {
                    __rt::native::UvintCodec::read(
                        r,
                        &SITE_CELL_LOCAL_DELETION_TIME_DELTA,
                    )
                }?,
            )
        } else {
            None
        };
        let delta_local_deletion_time = match f_local_deletion_time_delta {
            Some(delta) => {
                Some((delta as i64).wrapping_add(cx.h.min_local_deletion_time))
            }
            None => None,
        };
        let f_ttl_delta = if (((i64::from(f_flags) & 2i64) != 0i64)
            && ((i64::from(f_flags) & 16i64) == 0i64))
        {
            Some({ __rt::native::UvintCodec::read(r, &SITE_CELL_TTL_DELTA) }?)
        } else {
            None
        };
        let delta_ttl = match f_ttl_delta {
            Some(delta) => Some((delta as i64).wrapping_add(cx.h.min_ttl)),
            None => None,
        };
        let f_path = if p_is_complex {
            Some(
                { super::common::BytesUvint::decode(r) }
                    .map_err(|e: __rt::ReadError| e.within(&SITE_CELL_PATH, None))?,
            )
        } else {
            None
        };
        let f_value = if ((i64::from(f_flags) & 4i64) == 0i64) {
            Some(
                {
                    let arg0 = (if p_is_complex {
                        -1i64
                    } else {
                        i64::from(p_column_type.fixed_len)
                    });
                    super::common::CellValue::decode(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| e.within(&SITE_CELL_VALUE, None))?,
            )
        } else {
            None
        };
        Ok(Self {
            is_deleted: f_flags & 1 != 0,
            is_expiring: f_flags & 2 != 0,
            use_row_ttl: f_flags & 16 != 0,
            unknown_flags: f_flags & !(31),
            timestamp: delta_timestamp,
            local_deletion_time: delta_local_deletion_time,
            ttl: delta_ttl,
            path: f_path,
            value: f_value,
        })
    }
}
///The head of a [`Cell`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct CellRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    lifetime: std::marker::PhantomData<&'a ()>,
    ///The column has several cells.
    pub is_complex: bool,
    ///Index of the column in the header.
    pub idx: i64,
    /**0x01: the cell is deleted. 0x02: it expires. 0x04: its value has no bytes and is not stored. 0x08: its timestamp is the row's and
is not stored. 0x10: TTL and expiration are the row's and are not stored.*/
    pub flags: u8,
    ///The timestamp less the header's smallest.
    pub timestamp_delta: Option<u64>,
    ///When the cell was deleted or expires, less the header's smallest local deletion time, in seconds.
    pub local_deletion_time_delta: Option<u64>,
    ///The TTL less the header's smallest, in seconds. Mind the order: in a cell the TTL comes last, in a row it comes first.
    pub ttl_delta: Option<u64>,
    /**Which element or field: the key of a map; the element itself of a set, whose cells have empty values; a time UUID of a list, which
gives the order; the index of a user type's field in two bytes.*/
    pub path: Option<super::common::BytesUvintRef<'a>>,
    /**The value. Elements and fields always have their length in front, whatever their own type, since it is the column's type that is
asked for a fixed length.*/
    pub value: Option<super::common::CellValueRef<'a>>,
    ///The timestamp in microseconds since 1970, if it is not the row's.
    pub timestamp: Option<i64>,
    ///When the cell was deleted or expires, in seconds since 1970, if it is not the row's.
    pub local_deletion_time: Option<i64>,
    ///The TTL in seconds, if it is not the row's.
    pub ttl: Option<i64>,
}
impl<'a> CellRef<'a> {
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
        cx: &super::data::SstableDataParams<'_>,
        p_is_complex: bool,
        p_idx: i64,
        p_column_type: &__rt::native::CqlType,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_flags = r.u8(&SITE_CELL_FLAGS)?;
        let f_timestamp_delta = if ((i64::from(f_flags) & 8i64) == 0i64) {
            Some({ __rt::native::UvintCodec::read(r, &SITE_CELL_TIMESTAMP_DELTA) }?)
        } else {
            None
        };
        let f_local_deletion_time_delta = if (((i64::from(f_flags) & 3i64) != 0i64)
            && ((i64::from(f_flags) & 16i64) == 0i64))
        {
            Some(
                {
                    __rt::native::UvintCodec::read(
                        r,
                        &SITE_CELL_LOCAL_DELETION_TIME_DELTA,
                    )
                }?,
            )
        } else {
            None
        };
        let f_ttl_delta = if (((i64::from(f_flags) & 2i64) != 0i64)
            && ((i64::from(f_flags) & 16i64) == 0i64))
        {
            Some({ __rt::native::UvintCodec::read(r, &SITE_CELL_TTL_DELTA) }?)
        } else {
            None
        };
        let f_path = if p_is_complex {
            Some(
                { super::common::BytesUvintRef::read(r) }
                    .map_err(|e: __rt::ReadError| e.within(&SITE_CELL_PATH, None))?,
            )
        } else {
            None
        };
        let f_value = if ((i64::from(f_flags) & 4i64) == 0i64) {
            Some(
                {
                    let arg0 = (if p_is_complex {
                        -1i64
                    } else {
                        i64::from(p_column_type.fixed_len)
                    });
                    super::common::CellValueRef::read(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| e.within(&SITE_CELL_VALUE, None))?,
            )
        } else {
            None
        };
        Ok({
            let value_timestamp = match f_timestamp_delta {
                Some(delta) => Some((delta as i64).wrapping_add(cx.h.min_timestamp)),
                None => None,
            };
            let value_local_deletion_time = match f_local_deletion_time_delta {
                Some(delta) => {
                    Some((delta as i64).wrapping_add(cx.h.min_local_deletion_time))
                }
                None => None,
            };
            let value_ttl = match f_ttl_delta {
                Some(delta) => Some((delta as i64).wrapping_add(cx.h.min_ttl)),
                None => None,
            };
            super::data::CellRef {
                begin,
                lifetime: std::marker::PhantomData,
                is_complex: p_is_complex,
                idx: p_idx,
                flags: f_flags,
                timestamp_delta: f_timestamp_delta,
                local_deletion_time_delta: f_local_deletion_time_delta,
                ttl_delta: f_ttl_delta,
                path: f_path,
                value: f_value,
                timestamp: value_timestamp,
                local_deletion_time: value_local_deletion_time,
                ttl: value_ttl,
            }
        })
    }
    ///Flag 0x01 of `flags`.
    #[inline(always)]
    pub fn is_deleted(&self) -> bool {
        self.flags & 1 != 0
    }
    ///Flag 0x02 of `flags`.
    #[inline(always)]
    pub fn is_expiring(&self) -> bool {
        self.flags & 2 != 0
    }
    ///Flag 0x04 of `flags`.
    #[inline(always)]
    pub fn has_empty_value(&self) -> bool {
        self.flags & 4 != 0
    }
    ///Flag 0x08 of `flags`.
    #[inline(always)]
    pub fn use_row_timestamp(&self) -> bool {
        self.flags & 8 != 0
    }
    ///Flag 0x10 of `flags`.
    #[inline(always)]
    pub fn use_row_ttl(&self) -> bool {
        self.flags & 16 != 0
    }
    ///The bits of `flags` that the version does not know.
    #[inline(always)]
    pub fn unknown_flags(&self) -> u8 {
        self.flags & !31
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_CELL__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_CELL_FLAGS,
            &SITE_CELL_TIMESTAMP_DELTA,
            &SITE_CELL_LOCAL_DELETION_TIME_DELTA,
            &SITE_CELL_TTL_DELTA,
            &SITE_CELL_PATH,
            &SITE_CELL_VALUE,
        ];
        FIELDS
    }
}
impl Cell {
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
        cx: &super::data::SstableDataParams<'_>,
        p_is_complex: bool,
        p_idx: i64,
        p_column_type: &__rt::native::CqlType,
    ) -> __rt::error::Result<()> {
        let f_flags = r.u8(&SITE_CELL_FLAGS)?;
        let f_timestamp_delta = if ((i64::from(f_flags) & 8i64) == 0i64) {
            Some({ __rt::native::UvintCodec::read(r, &SITE_CELL_TIMESTAMP_DELTA) }?)
        } else {
            None
        };
        let f_local_deletion_time_delta = if (((i64::from(f_flags) & 3i64) != 0i64)
            && ((i64::from(f_flags) & 16i64) == 0i64))
        {
            Some(
                {
                    __rt::native::UvintCodec::read(
                        r,
                        &SITE_CELL_LOCAL_DELETION_TIME_DELTA,
                    )
                }?,
            )
        } else {
            None
        };
        let f_ttl_delta = if (((i64::from(f_flags) & 2i64) != 0i64)
            && ((i64::from(f_flags) & 16i64) == 0i64))
        {
            Some({ __rt::native::UvintCodec::read(r, &SITE_CELL_TTL_DELTA) }?)
        } else {
            None
        };
        let f_path = if p_is_complex {
            Some(
                { super::common::BytesUvint::skip(r) }
                    .map_err(|e: __rt::ReadError| e.within(&SITE_CELL_PATH, None))?,
            )
        } else {
            None
        };
        let f_value = if ((i64::from(f_flags) & 4i64) == 0i64) {
            Some(
                {
                    let arg0 = (if p_is_complex {
                        -1i64
                    } else {
                        i64::from(p_column_type.fixed_len)
                    });
                    super::common::CellValue::skip(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| e.within(&SITE_CELL_VALUE, None))?,
            )
        } else {
            None
        };
        Ok(())
    }
}
impl Cell {
    /// Reads one and sends what it holds to a visitor.
    ///
    /// # Errors
    /// What is wrong with the bytes, or what the visitor says.
    #[inline(always)]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn visit<'a, V: SstableDataVisitor<'a>>(
        r: &mut __rt::Reader<'a>,
        cx: &super::data::SstableDataParams<'_>,
        p_is_complex: bool,
        p_idx: i64,
        p_column_type: &__rt::native::CqlType,
        v: &mut V,
    ) -> Result<__rt::Flow, V::Error> {
        let begin = r.offset();
        let f_flags = r.u8(&SITE_CELL_FLAGS)?;
        let f_timestamp_delta = if ((i64::from(f_flags) & 8i64) == 0i64) {
            Some({ __rt::native::UvintCodec::read(r, &SITE_CELL_TIMESTAMP_DELTA) }?)
        } else {
            None
        };
        let f_local_deletion_time_delta = if (((i64::from(f_flags) & 3i64) != 0i64)
            && ((i64::from(f_flags) & 16i64) == 0i64))
        {
            Some(
                {
                    __rt::native::UvintCodec::read(
                        r,
                        &SITE_CELL_LOCAL_DELETION_TIME_DELTA,
                    )
                }?,
            )
        } else {
            None
        };
        let f_ttl_delta = if (((i64::from(f_flags) & 2i64) != 0i64)
            && ((i64::from(f_flags) & 16i64) == 0i64))
        {
            Some({ __rt::native::UvintCodec::read(r, &SITE_CELL_TTL_DELTA) }?)
        } else {
            None
        };
        let f_path = if p_is_complex {
            Some(
                { super::common::BytesUvintRef::read(r) }
                    .map_err(|e: __rt::ReadError| e.within(&SITE_CELL_PATH, None))?,
            )
        } else {
            None
        };
        let f_value = if ((i64::from(f_flags) & 4i64) == 0i64) {
            Some(
                {
                    let arg0 = (if p_is_complex {
                        -1i64
                    } else {
                        i64::from(p_column_type.fixed_len)
                    });
                    super::common::CellValueRef::read(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| e.within(&SITE_CELL_VALUE, None))?,
            )
        } else {
            None
        };
        v.cell(
            &{
                let value_timestamp = match f_timestamp_delta {
                    Some(delta) => Some((delta as i64).wrapping_add(cx.h.min_timestamp)),
                    None => None,
                };
                let value_local_deletion_time = match f_local_deletion_time_delta {
                    Some(delta) => {
                        Some((delta as i64).wrapping_add(cx.h.min_local_deletion_time))
                    }
                    None => None,
                };
                let value_ttl = match f_ttl_delta {
                    Some(delta) => Some((delta as i64).wrapping_add(cx.h.min_ttl)),
                    None => None,
                };
                super::data::CellRef {
                    begin,
                    lifetime: std::marker::PhantomData,
                    is_complex: p_is_complex,
                    idx: p_idx,
                    flags: f_flags,
                    timestamp_delta: f_timestamp_delta,
                    local_deletion_time_delta: f_local_deletion_time_delta,
                    ttl_delta: f_ttl_delta,
                    path: f_path,
                    value: f_value,
                    timestamp: value_timestamp,
                    local_deletion_time: value_local_deletion_time,
                    ttl: value_ttl,
                }
            },
        )?;
        Ok(__rt::Flow::Continue)
    }
}
impl Cell {
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
        cx: &super::data::SstableDataParams<'_>,
        p_is_complex: bool,
        p_idx: i64,
        p_column_type: &__rt::native::CqlType,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_flags = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u8(&SITE_CELL_FLAGS)? }
            };
            let offset = r.offset();
            let leaf = r.u8(&SITE_CELL_FLAGS)?;
            w.leaf(
                &SITE_CELL_FLAGS,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            value
        };
        let f_timestamp_delta = if ((i64::from(f_flags) & 8i64) == 0i64) {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { { __rt::native::UvintCodec::read(r, &SITE_CELL_TIMESTAMP_DELTA) }? }
            };
            let offset = r.offset();
            let leaf = {
                __rt::native::UvintCodec::read(r, &SITE_CELL_TIMESTAMP_DELTA)
            }?;
            w.leaf(
                &SITE_CELL_TIMESTAMP_DELTA,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            Some(value)
        } else {
            None
        };
        let f_local_deletion_time_delta = if (((i64::from(f_flags) & 3i64) != 0i64)
            && ((i64::from(f_flags) & 16i64) == 0i64))
        {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        __rt::native::UvintCodec::read(
                            r,
                            &SITE_CELL_LOCAL_DELETION_TIME_DELTA,
                        )
                    }?
                }
            };
            let offset = r.offset();
            let leaf = {
                __rt::native::UvintCodec::read(r, &SITE_CELL_LOCAL_DELETION_TIME_DELTA)
            }?;
            w.leaf(
                &SITE_CELL_LOCAL_DELETION_TIME_DELTA,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            Some(value)
        } else {
            None
        };
        let f_ttl_delta = if (((i64::from(f_flags) & 2i64) != 0i64)
            && ((i64::from(f_flags) & 16i64) == 0i64))
        {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { { __rt::native::UvintCodec::read(r, &SITE_CELL_TTL_DELTA) }? }
            };
            let offset = r.offset();
            let leaf = { __rt::native::UvintCodec::read(r, &SITE_CELL_TTL_DELTA) }?;
            w.leaf(
                &SITE_CELL_TTL_DELTA,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            Some(value)
        } else {
            None
        };
        let f_path = if p_is_complex {
            let value = ();
            w.enter(&SITE_CELL_PATH, None, r.offset());
            let asked = { super::common::BytesUvint::walk(r, w) }
                .map_err(|e: __rt::ReadError| e.within(&SITE_CELL_PATH, None))?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        let f_value = if ((i64::from(f_flags) & 4i64) == 0i64) {
            let value = ();
            w.enter(&SITE_CELL_VALUE, None, r.offset());
            let asked = {
                let arg0 = (if p_is_complex {
                    -1i64
                } else {
                    i64::from(p_column_type.fixed_len)
                });
                super::common::CellValue::walk(r, arg0, w)
            }
                .map_err(|e: __rt::ReadError| e.within(&SITE_CELL_VALUE, None))?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        Ok(())
    }
}
impl Cell {
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
        cx: &super::data::SstableDataParams<'_>,
        p_is_complex: bool,
        p_idx: i64,
        p_column_type: &__rt::native::CqlType,
    ) -> __rt::sink::WriteResult<()> {
        let mut f_flags: u8 = self.unknown_flags;
        __rt::sink::left_out(f_flags & (31) != 0, &SITE_CELL_FLAGS)?;
        if self.is_deleted {
            f_flags |= 1;
        }
        if self.is_expiring {
            f_flags |= 2;
        }
        if !(self.value.is_some()) {
            f_flags |= 4;
        }
        if !(self.timestamp.is_some()) {
            f_flags |= 8;
        }
        if self.use_row_ttl {
            f_flags |= 16;
        }
        let f_flags = f_flags;
        w.put(&f_flags.to_be_bytes());
        let base = cx.h.min_timestamp;
        let f_timestamp_delta: Option<u64> = __rt::sink::agreed(
                &self.timestamp,
                ((i64::from(f_flags) & 8i64) == 0i64),
                &SITE_CELL_TIMESTAMP_DELTA,
            )?
            .map(|v| v.wrapping_sub(base) as u64);
        if let Some(v) = f_timestamp_delta {
            __rt::native::UvintCodec::write(w, &v, &SITE_CELL_TIMESTAMP_DELTA)?;
        }
        let base = cx.h.min_local_deletion_time;
        let f_local_deletion_time_delta: Option<u64> = __rt::sink::agreed(
                &self.local_deletion_time,
                (((i64::from(f_flags) & 3i64) != 0i64)
                    && ((i64::from(f_flags) & 16i64) == 0i64)),
                &SITE_CELL_LOCAL_DELETION_TIME_DELTA,
            )?
            .map(|v| v.wrapping_sub(base) as u64);
        if let Some(v) = f_local_deletion_time_delta {
            __rt::native::UvintCodec::write(
                w,
                &v,
                &SITE_CELL_LOCAL_DELETION_TIME_DELTA,
            )?;
        }
        let base = cx.h.min_ttl;
        let f_ttl_delta: Option<u64> = __rt::sink::agreed(
                &self.ttl,
                (((i64::from(f_flags) & 2i64) != 0i64)
                    && ((i64::from(f_flags) & 16i64) == 0i64)),
                &SITE_CELL_TTL_DELTA,
            )?
            .map(|v| v.wrapping_sub(base) as u64);
        if let Some(v) = f_ttl_delta {
            __rt::native::UvintCodec::write(w, &v, &SITE_CELL_TTL_DELTA)?;
        }
        if let Some(v) = __rt::sink::agreed(&self.path, p_is_complex, &SITE_CELL_PATH)? {
            v.encode(w)?;
        }
        if let Some(v) = __rt::sink::agreed(
            &self.value,
            ((i64::from(f_flags) & 4i64) == 0i64),
            &SITE_CELL_VALUE,
        )? {
            v.encode(
                w,
                (if p_is_complex { -1i64 } else { i64::from(p_column_type.fixed_len) }),
            )?;
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
        cx: &super::data::SstableDataParams<'_>,
        p_is_complex: bool,
        p_idx: i64,
        p_column_type: &__rt::native::CqlType,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx, p_is_complex, p_idx, p_column_type)?;
        Ok(counter.pos())
    }
}
static SITE_MARKER__SELF: __rt::Site = __rt::Site {
    owner: "marker",
    field: "_self",
    file: "sstable/sstable_data.ksy",
    line: 386u32,
};
static SITE_MARKER_BOUND: __rt::Site = __rt::Site {
    owner: "marker",
    field: "bound",
    file: "sstable/sstable_data.ksy",
    line: 397u32,
};
static SITE_MARKER_LEN_BODY: __rt::Site = __rt::Site {
    owner: "marker",
    field: "len_body",
    file: "sstable/sstable_data.ksy",
    line: 400u32,
};
static SITE_MARKER_BODY: __rt::Site = __rt::Site {
    owner: "marker",
    field: "body",
    file: "sstable/sstable_data.ksy",
    line: 404u32,
};
/**A bound of a range tombstone: the start or the end of a range of clusterings that is deleted. Where one range ends and another starts
at the same place the two bounds are one marker, a boundary. Starts and ends take turns, so that in order there is at most one range
open.*/
///
///Specification: `sstable/sstable_data.ksy`, line 386. Cassandra: org.apache.cassandra.db.rows.RangeTombstoneBoundMarker, org.apache.cassandra.db.rows.RangeTombstoneBoundaryMarker.
#[derive(Debug, Clone, PartialEq)]
pub struct Marker {
    ///Where it is.
    pub bound: super::common::ClusteringBound,
    ///The deletions.
    pub body: super::data::MarkerBody,
}
impl Marker {
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
        cx: &super::data::SstableDataParams<'_>,
    ) -> __rt::error::Result<Self> {
        let f_bound = {
            let arg0 = &cx.h.clustering_types;
            super::common::ClusteringBound::decode(r, arg0)
        }
            .map_err(|e: __rt::ReadError| e.within(&SITE_MARKER_BOUND, None))?;
        let f_len_body = { __rt::native::UvintCodec::read(r, &SITE_MARKER_LEN_BODY) }?;
        let f_body = {
            let mut sub = r.sub(f_len_body, &SITE_MARKER_BODY)?;
            let value = {
                let arg0 = cx;
                let arg1 = (((f_bound.kind
                    == super::common::PrefixKind::ExclEndInclStartBoundary)
                    || (f_bound.kind
                        == super::common::PrefixKind::InclEndExclStartBoundary)));
                super::data::MarkerBody::decode(&mut sub, arg0, arg1)
            }
                .map_err(|e: __rt::ReadError| e.within(&SITE_MARKER_BODY, None))?;
            sub.finish(&SITE_MARKER_BODY)?;
            value
        };
        Ok(Self {
            bound: f_bound,
            body: f_body,
        })
    }
}
///The head of a [`Marker`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct MarkerRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    ///Where it is.
    pub bound: super::common::ClusteringBoundRef<'a>,
    ///Length in bytes of all that follows, `prev_len` included.
    pub len_body: u64,
    ///One range ends and another starts here.
    pub is_boundary: bool,
}
impl<'a> MarkerRef<'a> {
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
        cx: &super::data::SstableDataParams<'_>,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_bound = {
            let arg0 = &cx.h.clustering_types;
            super::common::ClusteringBoundRef::read(r, arg0)
        }
            .map_err(|e: __rt::ReadError| e.within(&SITE_MARKER_BOUND, None))?;
        let f_len_body = { __rt::native::UvintCodec::read(r, &SITE_MARKER_LEN_BODY) }?;
        Ok({
            let value_is_boundary = (((f_bound.kind
                == super::common::PrefixKind::ExclEndInclStartBoundary)
                || (f_bound.kind
                    == super::common::PrefixKind::InclEndExclStartBoundary)));
            super::data::MarkerRef {
                begin,
                rest: *r,
                bound: f_bound,
                len_body: f_len_body,
                is_boundary: value_is_boundary,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_MARKER__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_MARKER_BOUND,
            &SITE_MARKER_LEN_BODY,
            &SITE_MARKER_BODY,
        ];
        FIELDS
    }
}
impl Marker {
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
        cx: &super::data::SstableDataParams<'_>,
    ) -> __rt::error::Result<()> {
        let f_bound = {
            let arg0 = &cx.h.clustering_types;
            super::common::ClusteringBoundRef::read(r, arg0)
        }
            .map_err(|e: __rt::ReadError| e.within(&SITE_MARKER_BOUND, None))?;
        let f_len_body = { __rt::native::UvintCodec::read(r, &SITE_MARKER_LEN_BODY) }?;
        let f_body = {
            let _ = r.sub(f_len_body, &SITE_MARKER_BODY)?;
        };
        Ok(())
    }
}
impl Marker {
    /// Reads one and sends what it holds to a visitor.
    ///
    /// # Errors
    /// What is wrong with the bytes, or what the visitor says.
    #[inline]
    #[allow(clippy::too_many_arguments, reason = "not every type needs all it is given")]
    pub fn visit<'a, V: SstableDataVisitor<'a>>(
        r: &mut __rt::Reader<'a>,
        cx: &super::data::SstableDataParams<'_>,
        v: &mut V,
    ) -> Result<__rt::Flow, V::Error> {
        Self::visit_after(r, cx, v, |_| Ok(__rt::Flow::Continue))
    }
    /// Reads one and sends what it holds to a visitor.
    ///
    /// # Errors
    /// What is wrong with the bytes, or what the visitor says.
    #[inline]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub(crate) fn visit_after<
        'a,
        V: SstableDataVisitor<'a>,
        B: FnOnce(&mut V) -> Result<__rt::Flow, V::Error>,
    >(
        r: &mut __rt::Reader<'a>,
        cx: &super::data::SstableDataParams<'_>,
        v: &mut V,
        before: B,
    ) -> Result<__rt::Flow, V::Error> {
        let begin = r.offset();
        let f_bound = {
            let arg0 = &cx.h.clustering_types;
            super::common::ClusteringBoundRef::read(r, arg0)
        }
            .map_err(|e: __rt::ReadError| e.within(&SITE_MARKER_BOUND, None))?;
        let f_len_body = { __rt::native::UvintCodec::read(r, &SITE_MARKER_LEN_BODY) }?;
        let mut stream = r.sub(f_len_body, &SITE_MARKER_BODY)?;
        if before(v)? == __rt::Flow::Skip {
            return Ok(__rt::Flow::Skip);
        }
        if v
            .marker(
                &{
                    let value_is_boundary = (((f_bound.kind
                        == super::common::PrefixKind::ExclEndInclStartBoundary)
                        || (f_bound.kind
                            == super::common::PrefixKind::InclEndExclStartBoundary)));
                    super::data::MarkerRef {
                        begin,
                        rest: *r,
                        bound: f_bound,
                        len_body: f_len_body,
                        is_boundary: value_is_boundary,
                    }
                },
            )? == __rt::Flow::Skip
        {
            return Ok(__rt::Flow::Skip);
        }
        {
            let mut sub = stream;
            let value = {
                let arg0 = cx;
                let arg1 = (((f_bound.kind
                    == super::common::PrefixKind::ExclEndInclStartBoundary)
                    || (f_bound.kind
                        == super::common::PrefixKind::InclEndExclStartBoundary)));
                super::data::MarkerBody::visit(&mut sub, arg0, arg1, v)
            }?;
            if value == __rt::Flow::Continue {
                sub.finish(&SITE_MARKER_BODY)?;
            }
            value
        };
        v.end_marker()?;
        Ok(__rt::Flow::Continue)
    }
}
impl Marker {
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
        cx: &super::data::SstableDataParams<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_bound = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let arg0 = &cx.h.clustering_types;
                        super::common::ClusteringBoundRef::read(r, arg0)
                    }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_MARKER_BOUND, None)
                        })?
                }
            };
            w.enter(&SITE_MARKER_BOUND, None, r.offset());
            let asked = {
                let arg0 = &cx.h.clustering_types;
                super::common::ClusteringBound::walk(r, arg0, w)
            }
                .map_err(|e: __rt::ReadError| e.within(&SITE_MARKER_BOUND, None))?;
            w.leave(r.offset());
            value
        };
        let f_len_body = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { { __rt::native::UvintCodec::read(r, &SITE_MARKER_LEN_BODY) }? }
            };
            let offset = r.offset();
            let leaf = { __rt::native::UvintCodec::read(r, &SITE_MARKER_LEN_BODY) }?;
            w.leaf(
                &SITE_MARKER_LEN_BODY,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            value
        };
        let f_body = {
            let value = ();
            w.enter(&SITE_MARKER_BODY, None, r.offset());
            let mut sub = r.sub(f_len_body, &SITE_MARKER_BODY)?;
            let asked = {
                let arg0 = cx;
                let arg1 = (((f_bound.kind
                    == super::common::PrefixKind::ExclEndInclStartBoundary)
                    || (f_bound.kind
                        == super::common::PrefixKind::InclEndExclStartBoundary)));
                super::data::MarkerBody::walk(&mut sub, arg0, arg1, w)
            }
                .map_err(|e: __rt::ReadError| e.within(&SITE_MARKER_BODY, None))?;
            sub.finish(&SITE_MARKER_BODY)?;
            w.leave(r.offset());
            value
        };
        Ok(())
    }
}
impl Marker {
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
        cx: &super::data::SstableDataParams<'_>,
        st: &mut super::data::PartitionRegisters,
    ) -> __rt::sink::WriteResult<()> {
        self.bound.encode(w, &cx.h.clustering_types)?;
        let f_len_body = __rt::sink::narrow::<
            u64,
            _,
        >(
            {
                let mut counter = __rt::Counter::at(w.pos());
                let (begin, w) = (counter.pos(), &mut counter);
                let st = &mut st.clone();
                self.body
                    .encode(
                        w,
                        cx,
                        (((self.bound.kind
                            == super::common::PrefixKind::ExclEndInclStartBoundary)
                            || (self.bound.kind
                                == super::common::PrefixKind::InclEndExclStartBoundary))),
                        st,
                    )?;
                (w.pos() - begin) as i64
            },
            &SITE_MARKER_LEN_BODY,
        )?;
        __rt::native::UvintCodec::write(w, &f_len_body, &SITE_MARKER_LEN_BODY)?;
        self.body
            .encode(
                w,
                cx,
                (((self.bound.kind
                    == super::common::PrefixKind::ExclEndInclStartBoundary)
                    || (self.bound.kind
                        == super::common::PrefixKind::InclEndExclStartBoundary))),
                st,
            )?;
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(
        &self,
        cx: &super::data::SstableDataParams<'_>,
        st: &mut super::data::PartitionRegisters,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx, st)?;
        Ok(counter.pos())
    }
}
static SITE_MARKER_BODY__SELF: __rt::Site = __rt::Site {
    owner: "marker_body",
    field: "_self",
    file: "sstable/sstable_data.ksy",
    line: 414u32,
};
static SITE_MARKER_BODY_PREV_LEN: __rt::Site = __rt::Site {
    owner: "marker_body",
    field: "prev_len",
    file: "sstable/sstable_data.ksy",
    line: 424u32,
};
static SITE_MARKER_BODY_DELETION: __rt::Site = __rt::Site {
    owner: "marker_body",
    field: "deletion",
    file: "sstable/sstable_data.ksy",
    line: 428u32,
};
static SITE_MARKER_BODY_START_DELETION: __rt::Site = __rt::Site {
    owner: "marker_body",
    field: "start_deletion",
    file: "sstable/sstable_data.ksy",
    line: 431u32,
};
///The deletion of the range, or of the two ranges that meet. A start and its end tell the same deletion.
///
///Specification: `sstable/sstable_data.ksy`, line 414. Cassandra: org.apache.cassandra.db.rows.UnfilteredSerializer.serialize.
#[derive(Debug, Clone, PartialEq)]
pub struct MarkerBody {
    ///The deletion of the range; at a boundary that of the range that ends.
    pub deletion: super::data::DeltaDeletionTime,
    ///The deletion of the range that starts.
    pub start_deletion: Option<super::data::DeltaDeletionTime>,
}
impl MarkerBody {
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
        cx: &super::data::SstableDataParams<'_>,
        p_is_boundary: bool,
    ) -> __rt::error::Result<Self> {
        let f_prev_len = {
            __rt::native::UvintCodec::read(r, &SITE_MARKER_BODY_PREV_LEN)
        }?;
        let f_deletion = {
            let arg0 = cx;
            super::data::DeltaDeletionTime::decode(r, arg0)
        }
            .map_err(|e: __rt::ReadError| e.within(&SITE_MARKER_BODY_DELETION, None))?;
        let f_start_deletion = if p_is_boundary {
            Some(
                {
                    let arg0 = cx;
                    super::data::DeltaDeletionTime::decode(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_MARKER_BODY_START_DELETION, None)
                    })?,
            )
        } else {
            None
        };
        Ok(Self {
            deletion: f_deletion,
            start_deletion: f_start_deletion,
        })
    }
}
///The head of a [`MarkerBody`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct MarkerBodyRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    lifetime: std::marker::PhantomData<&'a ()>,
    ///One range ends and another starts here.
    pub is_boundary: bool,
    ///Distance in bytes from the start of the unfiltered before this one, as in rows.
    pub prev_len: u64,
    ///The deletion of the range; at a boundary that of the range that ends.
    pub deletion: super::data::DeltaDeletionTimeRef<'a>,
    ///The deletion of the range that starts.
    pub start_deletion: Option<super::data::DeltaDeletionTimeRef<'a>>,
}
impl<'a> MarkerBodyRef<'a> {
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
        cx: &super::data::SstableDataParams<'_>,
        p_is_boundary: bool,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_prev_len = {
            __rt::native::UvintCodec::read(r, &SITE_MARKER_BODY_PREV_LEN)
        }?;
        let f_deletion = {
            let arg0 = cx;
            super::data::DeltaDeletionTimeRef::read(r, arg0)
        }
            .map_err(|e: __rt::ReadError| e.within(&SITE_MARKER_BODY_DELETION, None))?;
        let f_start_deletion = if p_is_boundary {
            Some(
                {
                    let arg0 = cx;
                    super::data::DeltaDeletionTimeRef::read(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_MARKER_BODY_START_DELETION, None)
                    })?,
            )
        } else {
            None
        };
        Ok({
            super::data::MarkerBodyRef {
                begin,
                lifetime: std::marker::PhantomData,
                is_boundary: p_is_boundary,
                prev_len: f_prev_len,
                deletion: f_deletion,
                start_deletion: f_start_deletion,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_MARKER_BODY__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_MARKER_BODY_PREV_LEN,
            &SITE_MARKER_BODY_DELETION,
            &SITE_MARKER_BODY_START_DELETION,
        ];
        FIELDS
    }
}
impl MarkerBody {
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
        cx: &super::data::SstableDataParams<'_>,
        p_is_boundary: bool,
    ) -> __rt::error::Result<()> {
        let f_prev_len = {
            __rt::native::UvintCodec::read(r, &SITE_MARKER_BODY_PREV_LEN)
        }?;
        let f_deletion = {
            let arg0 = cx;
            super::data::DeltaDeletionTime::skip(r, arg0)
        }
            .map_err(|e: __rt::ReadError| e.within(&SITE_MARKER_BODY_DELETION, None))?;
        let f_start_deletion = if p_is_boundary {
            Some(
                {
                    let arg0 = cx;
                    super::data::DeltaDeletionTime::skip(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_MARKER_BODY_START_DELETION, None)
                    })?,
            )
        } else {
            None
        };
        Ok(())
    }
}
impl MarkerBody {
    /// Reads one and sends what it holds to a visitor.
    ///
    /// # Errors
    /// What is wrong with the bytes, or what the visitor says.
    #[inline(always)]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn visit<'a, V: SstableDataVisitor<'a>>(
        r: &mut __rt::Reader<'a>,
        cx: &super::data::SstableDataParams<'_>,
        p_is_boundary: bool,
        v: &mut V,
    ) -> Result<__rt::Flow, V::Error> {
        let begin = r.offset();
        let f_prev_len = {
            __rt::native::UvintCodec::read(r, &SITE_MARKER_BODY_PREV_LEN)
        }?;
        let f_deletion = {
            let arg0 = cx;
            super::data::DeltaDeletionTimeRef::read(r, arg0)
        }
            .map_err(|e: __rt::ReadError| e.within(&SITE_MARKER_BODY_DELETION, None))?;
        let f_start_deletion = if p_is_boundary {
            Some(
                {
                    let arg0 = cx;
                    super::data::DeltaDeletionTimeRef::read(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_MARKER_BODY_START_DELETION, None)
                    })?,
            )
        } else {
            None
        };
        v.marker_body(
            &{
                super::data::MarkerBodyRef {
                    begin,
                    lifetime: std::marker::PhantomData,
                    is_boundary: p_is_boundary,
                    prev_len: f_prev_len,
                    deletion: f_deletion,
                    start_deletion: f_start_deletion,
                }
            },
        )?;
        Ok(__rt::Flow::Continue)
    }
}
impl MarkerBody {
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
        cx: &super::data::SstableDataParams<'_>,
        p_is_boundary: bool,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_prev_len = {
            let value = ();
            let offset = r.offset();
            let leaf = {
                __rt::native::UvintCodec::read(r, &SITE_MARKER_BODY_PREV_LEN)
            }?;
            w.leaf(
                &SITE_MARKER_BODY_PREV_LEN,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            value
        };
        let f_deletion = {
            let value = ();
            w.enter(&SITE_MARKER_BODY_DELETION, None, r.offset());
            let asked = {
                let arg0 = cx;
                super::data::DeltaDeletionTime::walk(r, arg0, w)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_MARKER_BODY_DELETION, None)
                })?;
            w.leave(r.offset());
            value
        };
        let f_start_deletion = if p_is_boundary {
            let value = ();
            w.enter(&SITE_MARKER_BODY_START_DELETION, None, r.offset());
            let asked = {
                let arg0 = cx;
                super::data::DeltaDeletionTime::walk(r, arg0, w)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_MARKER_BODY_START_DELETION, None)
                })?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        Ok(())
    }
}
impl MarkerBody {
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
        cx: &super::data::SstableDataParams<'_>,
        p_is_boundary: bool,
        st: &mut super::data::PartitionRegisters,
    ) -> __rt::sink::WriteResult<()> {
        let f_prev_len = __rt::sink::narrow::<
            u64,
            _,
        >(st.prev_unfiltered_size, &SITE_MARKER_BODY_PREV_LEN)?;
        __rt::native::UvintCodec::write(w, &f_prev_len, &SITE_MARKER_BODY_PREV_LEN)?;
        self.deletion.encode(w, cx)?;
        if let Some(v) = __rt::sink::agreed(
            &self.start_deletion,
            p_is_boundary,
            &SITE_MARKER_BODY_START_DELETION,
        )? {
            v.encode(w, cx)?;
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
        cx: &super::data::SstableDataParams<'_>,
        p_is_boundary: bool,
        st: &mut super::data::PartitionRegisters,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx, p_is_boundary, st)?;
        Ok(counter.pos())
    }
}
