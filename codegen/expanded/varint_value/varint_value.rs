// Written by `expand` from the specification varint_value.ksy. Do not edit.
rt::sites! {
    varint_value_site : "varint_value" in "values/varint_value.ksy", line 1; octets 15;
}
/// What CQL calls `varint` and Java BigInteger. Cassandra writes as few bytes as hold the number and its sign; readers take leading bytes that
/// only repeat the sign.
///
/// ```text
/// 127    7f
/// 128    0080
/// -128   80
/// -129   ff7f
/// ```
///
/// Specification: `varint_value` in `values/varint_value.ksy`. Cassandra: org.apache.cassandra.serializers.IntegerSerializer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct VarintValue {
    /// The two's complement, most significant byte first.
    pub octets: Vec<u8>,
}
impl VarintValue {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        VarintValueRef::read(r)?.to_model()
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&VARINT_VALUE_TABLE, Vec::new(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        w.copy(&self.octets);
        Ok(())
    }
}
/// The head of a [`VarintValue`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct VarintValueRef<'a> {
    pub octets: &'a [u8],
}
impl<'a> VarintValueRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_octets = r.rest();
        Ok(VarintValueRef { octets: f_octets })
    }
    pub fn to_model(&self) -> rt::ReadResult<VarintValue> {
        Ok(VarintValue { octets: self.octets.to_vec() })
    }
    rt::sited!(varint_value_site);
}
/// What stands in a [`VarintValue`].
pub static VARINT_VALUE_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&varint_value_site::ALL, &[]).root().fields(&[t::bytes(t::Size::Eos)])
};
rt::reflect!(VarintValue : octets);
