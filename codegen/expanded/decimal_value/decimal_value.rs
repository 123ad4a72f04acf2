// Written by `expand` from the specification decimal_value.ksy. Do not edit.
rt::sites! {
    decimal_value_site : "decimal_value" in "values/decimal_value.ksy", line 1; scale 13;
    unscaled 3;
}
/// The number `unscaled / 10^scale`. The same number can be told in many ways, which compare equal but are different in text: 1.0 and 1.00.
///
/// ```text
/// 1.5      00000001 0f
/// -0.001   00000003 ff
/// 2E+3     fffffffd 02
/// ```
///
/// Specification: `decimal_value` in `values/decimal_value.ksy`. Cassandra: org.apache.cassandra.serializers.DecimalSerializer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DecimalValue {
    /// Number of digits after the point; negative for zeros before it that are not stored.
    pub scale: i32,
    /// All digits as one integer, a varint (varint_value.ksy). At least one byte.
    pub unscaled: Vec<u8>,
}
impl DecimalValue {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        DecimalValueRef::read(r)?.to_model()
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&DECIMAL_VALUE_TABLE, Vec::new(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        w.put(&self.scale.to_be_bytes());
        w.copy(&self.unscaled);
        Ok(())
    }
}
/// The head of a [`DecimalValue`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct DecimalValueRef<'a> {
    pub scale: i32,
    pub unscaled: &'a [u8],
}
impl<'a> DecimalValueRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_scale = r.i32_be(decimal_value_site::scale)?;
        let f_unscaled = r.rest();
        Ok(DecimalValueRef { scale: f_scale, unscaled: f_unscaled })
    }
    pub fn to_model(&self) -> rt::ReadResult<DecimalValue> {
        Ok(DecimalValue { scale: self.scale, unscaled: self.unscaled.to_vec() })
    }
    rt::sited!(decimal_value_site);
}
/// What stands in a [`DecimalValue`].
pub static DECIMAL_VALUE_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&decimal_value_site::ALL, &[]).root().fields(&[t::S4, t::bytes(t::Size::Eos)])
};
rt::reflect!(DecimalValue : scale, unscaled);
