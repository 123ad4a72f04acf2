// Written by `expand` from the specification bti_trie.ksy. Do not edit.

rt::sites! {
    distance40_site : "distance_40" in "bti/bti_trie.ksy", line
    super::node_head_site::LAST + 3; high 4; low 3;
}
/// 40 bits as two numbers; not all of Kaitai's targets read more than 32 bits at once.
///
/// Specification: `distance_40` in `bti/bti_trie.ksy`. Cassandra: org.apache.cassandra.io.tries.TrieNode.Sparse40.
#[derive(Debug, Clone, PartialEq, ::binrw::BinRead, ::binrw::BinWrite)]
#[brw(big)]
#[derive(Default)]
pub struct Distance40 {
    /// The most significant byte.
    pub high: u8,
    /// The other four bytes.
    pub low: u32,
}
impl Distance40 {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        let at = *r;
        let bytes = r.take(5, distance40_site::_self)?;
        ::binrw::BinRead::read(&mut std::io::Cursor::new(bytes)).map_err(|_| {
            at.error(
                rt::ReadErrorKind::UnexpectedEnd { needed: 5, available: bytes.len() as u64 },
                distance40_site::_self,
            )
        })
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        let mut bytes = [0u8; 5];
        ::binrw::BinWrite::write(self, &mut std::io::Cursor::new(bytes.as_mut_slice())).map_err(|_| {
            rt::WriteError::new(
                rt::WriteErrorKind::Expression { what: "numbers of another width" },
                distance40_site::_self,
            )
        })?;
        w.put(&bytes);
        Ok(())
    }
}
/// The head of a [`Distance40`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct Distance40Ref<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /// The most significant byte.
    pub high: u8,
    /// The other four bytes.
    pub low: u32,
    /// The distance.
    pub value: i64,
}
impl<'a> Distance40Ref<'a> {
    /// Reads the head; the reader is left behind it.
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
    /// The model of what the head is of.
    pub fn to_model(&self) -> rt::ReadResult<Distance40> {
        Ok(Distance40 { high: self.high, low: self.low })
    }
    rt::sited!(distance40_site);
}
rt::element!(Distance40Ref);
/// What stands in a [`Distance40`].
pub static DISTANCE40_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&distance40_site::ALL, &[]).fields(&[t::int(t::Int::U1), t::int(t::Int::U4)]).values(&[t::value(
        "value",
        Cast(&Of(Add, &Of(Mul, &Name("high"), &Int(4294967296)), &Name("low")), t::Int::S8),
    )])
};
rt::reflect!(Distance40 : high, low);
