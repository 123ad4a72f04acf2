// Written by `expand` from the specification hyperloglog_plus.ksy. Do not edit.
rt::sites! {
    word_site : "word" in "sstable/hyperloglog_plus.ksy", line super::dense_site::LAST +
    12; unused 4; register_5 3; register_4 3; register_3 3; register_2 3; register_1 3;
    register_0 3;
}
/// Six registers, the first in the least significant bits.
///
/// Specification: `word` in `sstable/hyperloglog_plus.ksy`. Cassandra: com.clearspring.analytics.stream.cardinality.RegisterSet.get.
#[derive(Debug, Clone, PartialEq, ::deku::DekuRead, Default)]
pub struct Word {
    /// 0, but for what spills over from `register_5`.
    #[deku(bits = 2, endian = "big")]
    pub unused: u8,
    /// The register with the number `6 * _index + 5`, `_index` being the word's.
    #[deku(bits = 5, endian = "big")]
    pub register_5: u8,
    /// The register with the number `6 * _index + 4`, `_index` being the word's.
    #[deku(bits = 5, endian = "big")]
    pub register_4: u8,
    /// The register with the number `6 * _index + 3`, `_index` being the word's.
    #[deku(bits = 5, endian = "big")]
    pub register_3: u8,
    /// The register with the number `6 * _index + 2`, `_index` being the word's.
    #[deku(bits = 5, endian = "big")]
    pub register_2: u8,
    /// The register with the number `6 * _index + 1`, `_index` being the word's.
    #[deku(bits = 5, endian = "big")]
    pub register_1: u8,
    /// The register with the number `6 * _index`, `_index` being the word's.
    #[deku(bits = 5, endian = "big")]
    pub register_0: u8,
}
impl Word {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        let at = *r;
        let bytes = r.take(4, word_site::_self)?;
        ::deku::DekuContainerRead::from_bytes((bytes, 0)).map(|(_, value)| value).map_err(|_| {
            at.error(rt::ReadErrorKind::UnexpectedEnd { needed: 4, available: bytes.len() as u64 }, word_site::_self)
        })
    }
    /// Number of registers in a word.
    pub const NUM_REGISTERS: i64 = 6;
    /// More than a register holds. Of a longer run the multiple of this spills over into the next register (or `unused`), by "or".
    pub const REGISTER_END: i64 = 32;
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        rt::sink::fits(self.unused, 2, word_site::unused)?;
        w.bits(u64::from(self.unused), 2);
        rt::sink::fits(self.register_5, 5, word_site::register_5)?;
        w.bits(u64::from(self.register_5), 5);
        rt::sink::fits(self.register_4, 5, word_site::register_4)?;
        w.bits(u64::from(self.register_4), 5);
        rt::sink::fits(self.register_3, 5, word_site::register_3)?;
        w.bits(u64::from(self.register_3), 5);
        rt::sink::fits(self.register_2, 5, word_site::register_2)?;
        w.bits(u64::from(self.register_2), 5);
        rt::sink::fits(self.register_1, 5, word_site::register_1)?;
        w.bits(u64::from(self.register_1), 5);
        rt::sink::fits(self.register_0, 5, word_site::register_0)?;
        w.bits(u64::from(self.register_0), 5);
        Ok(())
    }
}
/// The head of a [`Word`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct WordRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    pub unused: u8,
    pub register_5: u8,
    pub register_4: u8,
    pub register_3: u8,
    pub register_2: u8,
    pub register_1: u8,
    pub register_0: u8,
}
impl<'a> WordRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_unused = (r.bits(2, word_site::unused)? as u8);
        let f_register_5 = (r.bits(5, word_site::register_5)? as u8);
        let f_register_4 = (r.bits(5, word_site::register_4)? as u8);
        let f_register_3 = (r.bits(5, word_site::register_3)? as u8);
        let f_register_2 = (r.bits(5, word_site::register_2)? as u8);
        let f_register_1 = (r.bits(5, word_site::register_1)? as u8);
        let f_register_0 = (r.bits(5, word_site::register_0)? as u8);
        Ok(WordRef {
            lifetime: std::marker::PhantomData,
            unused: f_unused,
            register_5: f_register_5,
            register_4: f_register_4,
            register_3: f_register_3,
            register_2: f_register_2,
            register_1: f_register_1,
            register_0: f_register_0,
        })
    }
    /// Width in bits.
    pub fn bits(args: ()) -> u64 {
        32
    }
    pub fn to_model(&self) -> rt::ReadResult<Word> {
        Ok(Word {
            unused: self.unused,
            register_5: self.register_5,
            register_4: self.register_4,
            register_3: self.register_3,
            register_2: self.register_2,
            register_1: self.register_1,
            register_0: self.register_0,
        })
    }
    rt::sited!(word_site);
}
rt::element!(WordRef);
/// What stands in a [`Word`].
pub static WORD_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&word_site::ALL, &[])
        .fields(&[t::bits(2), t::bits(5), t::bits(5), t::bits(5), t::bits(5), t::bits(5), t::bits(5)])
        .values(&[t::value("num_registers", Int(6)), t::value("register_end", Int(32))])
};
rt::reflect!(
    Word : unused, register_5, register_4, register_3, register_2, register_1, register_0
);
