// Written by `expand` from the specification counter_context.ksy. Do not edit.
rt::sites! {
    shard_site : "shard" in "values/counter_context.ksy", line super::element_site::LAST
    + 10; counter_id 4; clock 3; count 3;
}
/// A node's part of a counter.
///
/// Specification: `shard` in `values/counter_context.ksy`. Cassandra: org.apache.cassandra.db.context.CounterContext.ContextState.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shard {
    /// The node, by its host id (before 2.1 by a time UUID of its own).
    pub counter_id: Vec<u8>,
    /// Number of increments; of old shards also a time.
    pub clock: i64,
    /// The part's value.
    pub count: i64,
}
impl Shard {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        ShardRef::read(r)?.to_model()
    }
    /// Length of a shard in bytes (`CounterContext.STEP_LENGTH`).
    pub const LEN_SHARD: i64 = 32;
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        rt::sink::exact(self.counter_id.len() as u64, 16i64, shard_site::counter_id)?;
        w.copy(&self.counter_id);
        w.put(&self.clock.to_be_bytes());
        w.put(&self.count.to_be_bytes());
        Ok(())
    }
}
/// The head of a [`Shard`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct ShardRef<'a> {
    pub counter_id: &'a [u8],
    pub clock: i64,
    pub count: i64,
}
impl<'a> ShardRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_counter_id = {
            let len = 16i64;
            r.take_i(len, shard_site::counter_id)?
        };
        let f_clock = r.i64_be(shard_site::clock)?;
        let f_count = r.i64_be(shard_site::count)?;
        Ok(ShardRef { counter_id: f_counter_id, clock: f_clock, count: f_count })
    }
    pub fn to_model(&self) -> rt::ReadResult<Shard> {
        Ok(Shard { counter_id: self.counter_id.to_vec(), clock: self.clock, count: self.count })
    }
    rt::sited!(shard_site);
}
/// What stands in a [`Shard`].
pub static SHARD_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&shard_site::ALL, &[])
        .fields(&[t::bytes(t::Size::Bytes(&Int(16))), t::S8, t::S8])
        .values(&[t::value("len_shard", Int(32))])
};
rt::reflect!(Shard : counter_id, clock, count);
