// Written by `expand` from the specification bti_trie.ksy. Do not edit.
rt::sites! {
    distance40_site : "distance_40" in "bti/bti_trie.ksy", line
    super::node_head_site::LAST + 30; high 4; low 4;
}
/// 40 bits as two numbers; not all of Kaitai's targets read more than 32 bits at once.
///
/// Specification: `distance_40` in `bti/bti_trie.ksy`. Cassandra: org.apache.cassandra.io.tries.TrieNode.Sparse40.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Distance40 {
    /// The distance.
    pub value: i64,
}
impl Distance40 {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        Distance40Ref::read(r)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        let f_high = rt::sink::narrow::<u8, _>(self.value >> 32i64, distance40_site::high)?;
        w.put(&f_high.to_be_bytes());
        let f_low = rt::sink::narrow::<u32, _>(self.value & 4294967295, distance40_site::low)?;
        w.put(&f_low.to_be_bytes());
        Ok(())
    }
}
/// The head of a [`Distance40`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct Distance40Ref<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /// The most significant byte.
    pub(crate) high: u8,
    /// The other four bytes.
    pub(crate) low: u32,
    pub value: i64,
}
impl<'a> Distance40Ref<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_high = r.u8(distance40_site::high)?;
        let f_low = r.u32_be(distance40_site::low)?;
        let value_value = (((i64::from(f_high) * 4294967296) + i64::from(f_low)) as i64);
        Ok(Distance40Ref { lifetime: std::marker::PhantomData, high: f_high, low: f_low, value: value_value })
    }
    /// Width in bits.
    pub fn bits(args: ()) -> u64 {
        40
    }
    pub fn to_model(&self) -> rt::ReadResult<Distance40> {
        Ok(Distance40 { value: self.value })
    }
    rt::sited!(distance40_site);
}
rt::element!(Distance40Ref);
/// What stands in a [`Distance40`].
pub static DISTANCE40_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&distance40_site::ALL, &[]).fields(&[t::U1, t::U4]).values(&[t::value(
        "value",
        Cast(&Of(Add, &Of(Mul, &Name("high"), &Int(4294967296)), &Name("low")), t::Int::S8),
    )])
};
rt::reflect!(Distance40 : value);
