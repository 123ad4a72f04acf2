// Written by `expand` from the specification counter_context.ksy. Do not edit.
rt::sites! {
    counter_context_site : "counter_context" in "values/counter_context.ksy", line 1;
    marks 11; elements 3; shards 7;
}
/// A counter's cell has a shard for each node that has ever incremented it; the counter's value is the sum of their counts, in wrapping 64-bit
/// arithmetic. The header tells which shards are global (written since 2.1; the one with the newest clock wins) or local (before 2.1, on the node
/// itself: counts and clocks add up). Shards of which it tells nothing are remote (before 2.1, of another node).
///
/// Specification: `counter_context` in `values/counter_context.ksy`. Cassandra: org.apache.cassandra.db.context.CounterContext.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CounterContext {
    /// How many elements the header has.
    pub marks: Marks,
    /// The shards that are local or global, in the order of the shards. (Of bytes that are no value, and end within this list, Cassandra makes
    /// a counter without shards.)
    pub elements: Vec<Element>,
    /// The shards, in the order of their ids.
    pub shards: Vec<Shard>,
}
impl CounterContext {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        let head = CounterContextRef::read(r)?;
        let f_shards = rt::array::collect_rest(r, counter_context_site::shards, |r, index| {
            Shard::decode(r).within(counter_context_site::shards)
        })?;
        Ok(Self { marks: head.marks.to_model()?, elements: head.elements.list(|e| e.to_model())?, shards: f_shards })
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
        self.marks.encode(w)?;
        rt::sink::exact(
            self.elements.len() as u64,
            if i64::from(self.marks.signed_num_elements) < 0 {
                rt::sink::in_range(
                    (i64::from(self.marks.signed_num_elements as i32)).checked_neg(),
                    counter_context_site::elements,
                )?
            } else {
                i64::from(self.marks.signed_num_elements as i32)
            },
            counter_context_site::elements,
        )?;
        for e in self.elements.iter() {
            e.encode(w)?;
        }
        for e in self.shards.iter() {
            e.encode(w)?;
        }
        Ok(())
    }
}
/// The head of a [`CounterContext`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct CounterContextRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    pub marks: MarksRef<'a>,
    pub elements: rt::array::ArrayView<'a, ElementRef<'a>>,
}
impl<'a> CounterContextRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_marks = MarksRef::read(r).within(counter_context_site::marks)?;
        let f_elements = rt::array::ArrayView::<ElementRef<'_>>::take(
            r,
            f_marks.num_elements,
            ElementRef::bits(()),
            (),
            counter_context_site::elements,
        )?;
        Ok(CounterContextRef { begin, rest: *r, marks: f_marks, elements: f_elements })
    }
    rt::sited!(counter_context_site);
}
/// What stands in a [`CounterContext`].
pub static COUNTER_CONTEXT_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&counter_context_site::ALL, &[]).root().fields(&[
        t::of(&MARKS_TABLE, &[]),
        t::of(&ELEMENT_TABLE, &[]).times(&Member(&Name("marks"), "num_elements")),
        t::of(&SHARD_TABLE, &[]).repeat(t::Repeat::Eos),
    ])
};
rt::reflect!(CounterContext : marks, elements, shards);
