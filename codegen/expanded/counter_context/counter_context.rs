// Written by `expand` from the specification counter_context.ksy. Do not edit.

rt::sites! {
    counter_context_site : "counter_context" in "values/counter_context.ksy", line 1;
    num_elements 11; elements 3; shards 7;
}
/// A counter's cell has a shard for each node that has ever incremented it; the counter's value is the sum of their counts, in wrapping 64-bit
/// arithmetic. The header tells which shards are global (written since 2.1; the one with the newest clock wins) or local (before 2.1, on the node
/// itself: counts and clocks add up). Shards of which it tells nothing are remote (before 2.1, of another node).
///
/// Specification: `counter_context` in `values/counter_context.ksy`. Cassandra: org.apache.cassandra.db.context.CounterContext.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CounterContext {
    /// Number of the header's elements. If it is negative, it is meant without its sign, and local shards are to be dropped.
    pub num_elements: i16,
    /// Indexes of local shards, and of global ones less 32768, in the order of the shards. (Of bytes that are no value, and end within this
    /// list, Cassandra makes a counter without shards.)
    pub elements: Vec<i16>,
    /// The shards, in the order of their ids.
    pub shards: Vec<Shard>,
}
impl CounterContext {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        let head = CounterContextRef::read(r)?;
        let f_shards = {
            let mut all = Vec::new();
            while !r.at_end() {
                let (index, before) = (all.len() as i64, r.pos());
                all.push(
                    (|| -> rt::ReadResult<_> { Shard::decode(r).within(counter_context_site::shards) })()
                        .at_index(counter_context_site::shards, index)?,
                );
                rt::array::progress(r, before, counter_context_site::shards)?;
            }
            all
        };
        Ok(Self { num_elements: head.num_elements, elements: head.elements.list(|e| Ok(e.0))?, shards: f_shards })
    }
    /// Passes over one.
    #[inline]
    pub fn skip(r: &mut rt::Reader<'_>) -> rt::ReadResult<()> {
        let head = CounterContextRef::read(r)?;
        while !r.at_end() {
            let before = r.pos();
            let _ = ShardRef::read(r).within(counter_context_site::shards)?;
            rt::array::progress(r, before, counter_context_site::shards)?;
        }
        Ok(())
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&COUNTER_CONTEXT_TABLE, Vec::new(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        w.put(&self.num_elements.to_be_bytes());
        let i_num_marked = (if i64::from(self.num_elements) < 0 {
            rt::sink::in_range((i64::from(self.num_elements as i32)).checked_neg(), counter_context_site::elements)?
        } else {
            i64::from(self.num_elements as i32)
        });
        rt::sink::exact(self.elements.len() as u64, i_num_marked, counter_context_site::elements)?;
        for e in self.elements.iter() {
            w.put(&e.to_be_bytes());
        }
        for e in self.shards.iter() {
            e.encode(w)?;
        }
        Ok(())
    }
}
/// The head of a [`CounterContext`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct CounterContextRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: rt::Reader<'a>,
    /// Number of the header's elements. If it is negative, it is meant without its sign, and local shards are to be dropped.
    pub num_elements: i16,
    /// Indexes of local shards, and of global ones less 32768, in the order of the shards. (Of bytes that are no value, and end within this
    /// list, Cassandra makes a counter without shards.)
    pub elements: rt::array::ArrayView<'a, rt::array::I16Be>,
    /// Number of shards that are global or local.
    pub num_marked: i64,
}
impl<'a> CounterContextRef<'a> {
    /// Reads the head; the reader is left behind it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_num_elements = r.i16_be(counter_context_site::num_elements)?;
        let i_num_marked = (if i64::from(f_num_elements) < 0 {
            r.in_range((i64::from(f_num_elements as i32)).checked_neg(), counter_context_site::elements)?
        } else {
            i64::from(f_num_elements as i32)
        });
        let f_elements =
            rt::array::ArrayView::<rt::array::I16Be>::take(r, i_num_marked, 16, (), counter_context_site::elements)?;
        let value_num_marked = i_num_marked;
        Ok(CounterContextRef {
            begin,
            rest: *r,
            num_elements: f_num_elements,
            elements: f_elements,
            num_marked: value_num_marked,
        })
    }
    rt::sited!(counter_context_site);
}
/// What stands in a [`CounterContext`].
pub static COUNTER_CONTEXT_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&counter_context_site::ALL, &[])
        .root()
        .fields(&[
            t::int(t::Int::S2),
            t::int(t::Int::S2).repeat(t::Repeat::Count(&Name("num_marked"))),
            t::of(&SHARD_TABLE, &[]).repeat(t::Repeat::Eos),
        ])
        .values(&[t::value(
            "num_marked",
            If(
                &Of(Lt, &Name("num_elements"), &Int(0)),
                &Neg(&Cast(&Name("num_elements"), t::Int::S4)),
                &Cast(&Name("num_elements"), t::Int::S4),
            ),
        )])
};
rt::reflect!(CounterContext : num_elements, elements, shards);
