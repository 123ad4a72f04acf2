// Written by `expand` from the specification sstable_data.ksy. Do not edit.
rt::sites! {
    partition_site : "partition" in "sstable/sstable_data.ksy", line
    super::sstable_data_site::LAST + 5; key 8; deletion 3; static_row 3; unfiltereds 4;
}
/// All that is stored for one partition key. There is no length in front: only an index tells where a partition ends without reading it.
///
/// Specification: `partition` in `sstable/sstable_data.ksy`. Cassandra: org.apache.cassandra.io.sstable.format.SortedTablePartitionWriter.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Partition {
    /// The partition key, as its type serializes it (several columns: values/composite.ksy).
    pub key: common::BytesU2,
    /// The deletion of the whole partition; LIVE if it is not deleted.
    pub deletion: common::DeletionTime,
    /// The static row. If the table has static columns every partition has one, even if it is empty.
    pub static_row: Option<Unfiltered>,
    /// Rows and markers in clustering order, and after them one that says that the partition is at its end.
    pub unfiltereds: Vec<Unfiltered>,
}
impl Partition {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableDataParams<'_>) -> rt::ReadResult<Self> {
        let head = PartitionRef::read(r, cx)?;
        let f_static_row = if (cx.h.static_columns.columns.len() as i64) > 0 {
            Some(Unfiltered::decode(r, cx, true).within(partition_site::static_row)?.0)
        } else {
            None
        };
        let f_unfiltereds = {
            let mut all = Vec::new();
            loop {
                let index = all.len() as i64;
                let one =
                    (|| -> rt::ReadResult<_> { Unfiltered::decode(r, cx, false).within(partition_site::unfiltereds) })(
                    )
                    .at_index(partition_site::unfiltereds, index)?;
                let last = one.1.is_end;
                all.push(one.0);
                if last {
                    break;
                }
            }
            all
        };
        Ok(Self {
            key: head.key.to_model()?,
            deletion: head.deletion.to_model()?,
            static_row: f_static_row,
            unfiltereds: f_unfiltereds,
        })
    }
    /// Passes over one.
    #[inline]
    pub fn skip(r: &mut rt::Reader<'_>, cx: &SstableDataParams<'_>) -> rt::ReadResult<()> {
        let head = PartitionRef::read(r, cx)?;
        let f_static_row = if (cx.h.static_columns.columns.len() as i64) > 0 {
            Some(Unfiltered::skip(r, cx, true).within(partition_site::static_row)?.0)
        } else {
            None
        };
        loop {
            let one = Unfiltered::skip(r, cx, false).within(partition_site::unfiltereds)?;
            if one.1.is_end {
                break;
            }
        }
        Ok(())
    }
    /// Reads one and sends what it holds to a visitor.
    #[inline]
    pub fn visit<'a, V: SstableDataVisitor<'a>>(
        r: &mut rt::Reader<'a>,
        cx: &SstableDataParams<'_>,
        v: &mut V,
    ) -> Result<rt::Flow, V::Error> {
        let head = PartitionRef::read(r, cx)?;
        if v.partition(&head)? == rt::Flow::Skip {
            let f_static_row = if (cx.h.static_columns.columns.len() as i64) > 0 {
                Some(Unfiltered::skip(r, cx, true).within(partition_site::static_row)?.0)
            } else {
                None
            };
            loop {
                let one = Unfiltered::skip(r, cx, false).within(partition_site::unfiltereds)?;
                if one.1.is_end {
                    break;
                }
            }
            return Ok(rt::Flow::Skip);
        }
        if (cx.h.static_columns.columns.len() as i64) > 0 {
            Unfiltered::visit(r, cx, true, v)?;
        }
        loop {
            let one = Unfiltered::visit(r, cx, false, v)?;
            if one.1.is_end {
                break;
            }
        }
        v.end_partition()?;
        Ok(rt::Flow::Continue)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableDataParams<'_>) -> rt::WriteResult<()> {
        let st = &mut PartitionRegisters::open(w, cx)?;
        self.key.encode(w)?;
        self.deletion.encode(w, cx.v)?;
        if let Some(v) = rt::sink::agreed(
            self.static_row.as_ref(),
            (cx.h.static_columns.columns.len() as i64) > 0,
            partition_site::static_row,
        )? {
            v.encode(w, cx, true, st)?;
        }
        let mut ended = false;
        for e in self.unfiltereds.iter() {
            if ended {
                return Err(rt::WriteError::new(rt::WriteErrorKind::Unexpected, partition_site::unfiltereds));
            }
            let one = e.encode_asked(w, cx, false, st)?;
            ended = one.is_end;
        }
        if !ended {
            return Err(rt::WriteError::new(rt::WriteErrorKind::Missing, partition_site::unfiltereds));
        }
        Ok(())
    }
}
/// The head of a [`Partition`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct PartitionRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    pub key: common::BytesU2Ref<'a>,
    pub deletion: common::DeletionTimeRef<'a>,
}
impl<'a> PartitionRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableDataParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_key = common::BytesU2Ref::read(r).within(partition_site::key)?;
        let f_deletion = common::DeletionTimeRef::read(r, cx.v).within(partition_site::deletion)?;
        Ok(PartitionRef { begin, rest: *r, key: f_key, deletion: f_deletion })
    }
    rt::sited!(partition_site);
}
/// Where visiting a [`Partition`] stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PartitionCursor {
    step: u8,
    skips: bool,
}
impl PartitionCursor {
    /// A cursor in front of an element of `static_row`; what precedes it is taken as visited.
    pub fn at_static_row() -> Self {
        Self { step: 1, skips: false }
    }
    /// A cursor in front of an element of `unfiltereds`; what precedes it is taken as visited.
    pub fn at_unfiltereds() -> Self {
        Self { step: 2, skips: false }
    }
    /// The field that the next step is about; the type itself in front of its head, and once everything has been visited.
    pub fn field(&self) -> &'static rt::Site {
        match self.step {
            1 => partition_site::static_row,
            2 => partition_site::unfiltereds,
            _ => partition_site::_self,
        }
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
    #[inline(always)]
    pub fn step<'a, V: SstableDataVisitor<'a>>(
        &mut self,
        r: &mut rt::Reader<'a>,
        cx: &SstableDataParams<'_>,
        v: &mut V,
    ) -> Result<(), V::Error> {
        if self.step == 0 {
            let head = PartitionRef::read(r, cx)?;
            if v.partition(&head)? == rt::Flow::Skip {
                self.skips = true;
            }
            self.step = if (cx.h.static_columns.columns.len() as i64) > 0 { 1 } else { 2 };
        } else if self.step == 1 {
            if (cx.h.static_columns.columns.len() as i64) > 0 {
                r.apart(|r| self.pass_static_row(r, cx, v))?;
            }
            self.step = 2;
        } else if self.step == 2 {
            let last = if self.skips {
                let one = r.apart(|r| Unfiltered::skip(r, cx, false).within(partition_site::unfiltereds))?;
                one.1.is_end
            } else {
                let one = Unfiltered::visit(r, cx, false, v)?;
                one.1.is_end
            };
            if last {
                self.step = 3;
            }
        }
        if self.step == 3 {
            if !self.skips {
                v.end_partition()?;
            }
        }
        Ok(())
    }
    /// Visits what is left, step by step. After an error the reader is where the step began that met it.
    #[inline(always)]
    pub fn run<'a, V: SstableDataVisitor<'a>>(
        &mut self,
        r: &mut rt::Reader<'a>,
        cx: &SstableDataParams<'_>,
        v: &mut V,
    ) -> Result<(), V::Error> {
        if self.is_done() {
            return Ok(());
        }
        let done = r;
        if self.step == 0 {
            let mut ahead = *done;
            let r = &mut ahead;
            let head = PartitionRef::read(r, cx)?;
            if v.partition(&head)? == rt::Flow::Skip {
                self.skips = true;
            }
            self.step = if (cx.h.static_columns.columns.len() as i64) > 0 { 1 } else { 2 };
            *done = ahead;
        }
        if self.step == 1 {
            let mut ahead = *done;
            let r = &mut ahead;
            if (cx.h.static_columns.columns.len() as i64) > 0 {
                r.apart(|r| self.pass_static_row(r, cx, v))?;
            }
            self.step = 2;
            *done = ahead;
        }
        while self.step == 2 {
            let mut ahead = *done;
            let r = &mut ahead;
            let last = if self.skips {
                let one = r.apart(|r| Unfiltered::skip(r, cx, false).within(partition_site::unfiltereds))?;
                one.1.is_end
            } else {
                let one = Unfiltered::visit(r, cx, false, v)?;
                one.1.is_end
            };
            if last {
                self.step = 3;
            }
            *done = ahead;
        }
        if !self.skips {
            v.end_partition()?;
        }
        Ok(())
    }
    #[inline(never)]
    fn pass_static_row<'a, V: SstableDataVisitor<'a>>(
        self,
        r: &mut rt::Reader<'a>,
        cx: &SstableDataParams<'_>,
        v: &mut V,
    ) -> Result<(), V::Error> {
        if self.skips {
            let _ = Unfiltered::skip(r, cx, true).within(partition_site::static_row)?.0;
        } else {
            let _ = Unfiltered::visit(r, cx, true, v)?;
        }
        Ok(())
    }
}
/// What stands in a [`Partition`].
pub static PARTITION_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&partition_site::ALL, &[]).fields(&[
        t::of(&common::BYTES_U2_TABLE, &[]),
        t::of(&common::DELETION_TIME_TABLE, &[Root("v")]),
        t::of(&UNFILTERED_TABLE, &[Bool(true)]).when(&Of(
            Gt,
            &Member(&Member(&Member(&Root("h"), "static_columns"), "columns"), "size"),
            &Int(0),
        )),
        t::of(&UNFILTERED_TABLE, &[Bool(false)]).repeat(t::Repeat::Until(&Item("is_end"))),
    ])
};
rt::reflect!(Partition : key, deletion, static_row, unfiltereds);
/// What the parts of a [`Partition`] tell those written after them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartitionRegisters {
    /// `partition_start`
    pub partition_start: i64,
    /// `prev_start`
    pub prev_start: i64,
    /// `this_start`
    pub this_start: i64,
    /// `prev_unfiltered_size`
    pub prev_unfiltered_size: i64,
}
impl PartitionRegisters {
    /// The registers at the start, which is where the sink stands.
    pub fn open<S: rt::Sink>(w: &S, cx: &SstableDataParams<'_>) -> rt::WriteResult<Self> {
        Ok(PartitionRegisters {
            partition_start: (w.pos() as i64),
            prev_start: (w.pos() as i64),
            this_start: 0,
            prev_unfiltered_size: 0,
        })
    }
}
/// What is pushed of a [`Partition`], borrowed; its fields are described there.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct PartitionParts<'a> {
    pub key: common::BytesU2Parts<'a>,
    pub deletion: common::DeletionTime,
}
impl<'a> From<&PartitionRef<'a>> for PartitionParts<'a> {
    #[inline]
    fn from(head: &PartitionRef<'a>) -> Self {
        PartitionParts { key: (&head.key).into(), deletion: (&head.deletion).into() }
    }
}
impl PartitionParts<'_> {
    #[inline(always)]
    fn open<'p>(
        &self,
        w: &mut rt::push::Stack,
        cx: &SstableDataParams<'p>,
        st: &mut PartitionRegisters,
    ) -> rt::WriteResult<PartitionFrame> {
        *st = PartitionRegisters::open(w, cx)?;
        self.key.encode(w)?;
        self.deletion.encode(w, cx.v)?;
        Ok(PartitionFrame { ..Default::default() })
    }
}
