// Written by `expand` from the specification bti_partitions.ksy. Do not edit.
rt::sites! {
    footer_site : "footer" in "bti/bti_partitions.ksy", line super::key_range_site::LAST
    + 3; keys_pos 4; num_keys 6; root_pos 5;
}
/// The last bytes.
///
/// Specification: `footer` in `bti/bti_partitions.ksy`. Cassandra: org.apache.cassandra.io.sstable.format.bti.PartitionIndex.load.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Footer {
    /// Number of partitions, and of payloads in the trie.
    pub num_keys: i64,
}
impl Footer {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        FooterRef::read(r)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, at_keys: u64, at_root: u64) -> rt::WriteResult<()> {
        let f_keys_pos = (at_keys as i64);
        rt::sink::demand((f_keys_pos) >= 0, "a value within its range", footer_site::keys_pos)?;
        w.put(&f_keys_pos.to_be_bytes());
        rt::sink::demand((self.num_keys) >= 0, "a value within its range", footer_site::num_keys)?;
        w.put(&self.num_keys.to_be_bytes());
        let f_root_pos = (at_root as i64);
        rt::sink::demand((f_root_pos) >= 0, "a value within its range", footer_site::root_pos)?;
        w.put(&f_root_pos.to_be_bytes());
        Ok(())
    }
}
/// The head of a [`Footer`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct FooterRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /// Position of the first and the last key.
    pub keys_pos: i64,
    pub num_keys: i64,
    /// Position of the trie's root.
    pub root_pos: i64,
}
impl<'a> FooterRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let start = r.offset();
        let f_keys_pos = r.i64_be(footer_site::keys_pos)?;
        rt::ReadError::demand(
            f_keys_pos >= 0,
            &f_keys_pos,
            "a value within its range (Position of the first and the last key.)",
            start,
            footer_site::keys_pos,
        )?;
        let start = r.offset();
        let f_num_keys = r.i64_be(footer_site::num_keys)?;
        rt::ReadError::demand(
            f_num_keys >= 0,
            &f_num_keys,
            "a value within its range (Number of partitions, and of payloads in the trie.)",
            start,
            footer_site::num_keys,
        )?;
        let start = r.offset();
        let f_root_pos = r.i64_be(footer_site::root_pos)?;
        rt::ReadError::demand(
            f_root_pos >= 0,
            &f_root_pos,
            "a value within its range (Position of the trie's root.)",
            start,
            footer_site::root_pos,
        )?;
        Ok(FooterRef {
            lifetime: std::marker::PhantomData,
            keys_pos: f_keys_pos,
            num_keys: f_num_keys,
            root_pos: f_root_pos,
        })
    }
    /// Width in bits.
    pub fn bits(args: ()) -> u64 {
        192
    }
    pub fn to_model(&self) -> rt::ReadResult<Footer> {
        Ok(Footer { num_keys: self.num_keys })
    }
    rt::sited!(footer_site);
}
rt::element!(FooterRef);
/// What stands in a [`Footer`].
pub static FOOTER_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&footer_site::ALL, &[]).fields(&[t::S8.least(0), t::S8.least(0), t::S8.least(0)])
};
rt::reflect!(Footer : num_keys);
