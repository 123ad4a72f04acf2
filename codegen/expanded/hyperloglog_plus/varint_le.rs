// Written by `expand` from the specification hyperloglog_plus.ksy. Do not edit.
rt::sites! {
    varint_le_site : "varint_le" in "sstable/hyperloglog_plus.ksy", line
    super::sparse_site::LAST + 12; b0 4; b1 4; b2 5; b3 5; b4 5;
}
/// An unsigned integer in bytes of seven bits, the lowest first; bit 0x80 says that another byte follows. Up to 32 bits.
///
/// Specification: `varint_le` in `sstable/hyperloglog_plus.ksy`. Cassandra: com.clearspring.analytics.util.Varint.readUnsignedVarInt.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct VarintLe {
    /// The number.
    pub value: i64,
}
impl VarintLe {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        VarintLeRef::read(r)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        let f_b0 = rt::sink::narrow::<u8, _>(
            (self.value & 127) | (if self.value < 128 { 0i64 } else { 128i64 }),
            varint_le_site::b0,
        )?;
        w.put(&f_b0.to_be_bytes());
        let f_b1 = if i64::from(f_b0) >= 128 {
            Some(rt::sink::narrow::<u8, _>(
                ((self.value >> 7i64) & 127) | (if self.value < 16384 { 0i64 } else { 128i64 }),
                varint_le_site::b1,
            )?)
        } else {
            None
        };
        if let Some(v) = f_b1 {
            w.put(&v.to_be_bytes());
        }
        let f_b2 = if (i64::from(f_b0) >= 128) && (i64::from(rt::sink::present(f_b1, varint_le_site::b2)?) >= 128) {
            Some(rt::sink::narrow::<u8, _>(
                ((self.value >> 14i64) & 127) | (if self.value < 2097152 { 0i64 } else { 128i64 }),
                varint_le_site::b2,
            )?)
        } else {
            None
        };
        if let Some(v) = f_b2 {
            w.put(&v.to_be_bytes());
        }
        let f_b3 = if ((i64::from(f_b0) >= 128) && (i64::from(rt::sink::present(f_b1, varint_le_site::b3)?) >= 128))
            && (i64::from(rt::sink::present(f_b2, varint_le_site::b3)?) >= 128)
        {
            Some(rt::sink::narrow::<u8, _>(
                ((self.value >> 21i64) & 127) | (if self.value < 268435456 { 0i64 } else { 128i64 }),
                varint_le_site::b3,
            )?)
        } else {
            None
        };
        if let Some(v) = f_b3 {
            w.put(&v.to_be_bytes());
        }
        let f_b4 = if (((i64::from(f_b0) >= 128) && (i64::from(rt::sink::present(f_b1, varint_le_site::b4)?) >= 128))
            && (i64::from(rt::sink::present(f_b2, varint_le_site::b4)?) >= 128))
            && (i64::from(rt::sink::present(f_b3, varint_le_site::b4)?) >= 128)
        {
            Some(rt::sink::narrow::<u8, _>(self.value >> 28i64, varint_le_site::b4)?)
        } else {
            None
        };
        if let Some(v) = f_b4 {
            rt::sink::demand(i64::from(v) <= 15, "a value within its range", varint_le_site::b4)?;
            w.put(&v.to_be_bytes());
        }
        Ok(())
    }
}
/// The head of a [`VarintLe`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct VarintLeRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /// Bits 0 to 6.
    pub(crate) b0: u8,
    /// Bits 7 to 13.
    pub(crate) b1: Option<u8>,
    /// Bits 14 to 20.
    pub(crate) b2: Option<u8>,
    /// Bits 21 to 27.
    pub(crate) b3: Option<u8>,
    /// Bits 28 to 31.
    pub(crate) b4: Option<u8>,
    pub value: i64,
}
impl<'a> VarintLeRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_b0 = r.u8(varint_le_site::b0)?;
        let f_b1 = if i64::from(f_b0) >= 128 { Some(r.u8(varint_le_site::b1)?) } else { None };
        let f_b2 = if (i64::from(f_b0) >= 128) && (i64::from(r.present(f_b1, "b1", varint_le_site::b2)?) >= 128) {
            Some(r.u8(varint_le_site::b2)?)
        } else {
            None
        };
        let f_b3 = if ((i64::from(f_b0) >= 128) && (i64::from(r.present(f_b1, "b1", varint_le_site::b3)?) >= 128))
            && (i64::from(r.present(f_b2, "b2", varint_le_site::b3)?) >= 128)
        {
            Some(r.u8(varint_le_site::b3)?)
        } else {
            None
        };
        let start = r.offset();
        let f_b4 = if (((i64::from(f_b0) >= 128) && (i64::from(r.present(f_b1, "b1", varint_le_site::b4)?) >= 128))
            && (i64::from(r.present(f_b2, "b2", varint_le_site::b4)?) >= 128))
            && (i64::from(r.present(f_b3, "b3", varint_le_site::b4)?) >= 128)
        {
            Some(r.u8(varint_le_site::b4)?)
        } else {
            None
        };
        if let Some(f_b4) = f_b4 {
            rt::ReadError::demand(
                i64::from(f_b4) <= 15,
                &f_b4,
                "a value within its range (Bits 28 to 31.)",
                start,
                varint_le_site::b4,
            )?;
        }
        let value_value = (if i64::from(f_b0) < 128 {
            (f_b0 as i64)
        } else if i64::from(r.present(f_b1, "b1", varint_le_site::b4)?) < 128 {
            (((i64::from(f_b0) & 127) as i64) + (i64::from(r.present(f_b1, "b1", varint_le_site::b4)?) * 128))
        } else if i64::from(r.present(f_b2, "b2", varint_le_site::b4)?) < 128 {
            ((((i64::from(f_b0) & 127) as i64) + ((i64::from(r.present(f_b1, "b1", varint_le_site::b4)?) & 127) * 128))
                + (i64::from(r.present(f_b2, "b2", varint_le_site::b4)?) * 16384))
        } else if i64::from(r.present(f_b3, "b3", varint_le_site::b4)?) < 128 {
            (((((i64::from(f_b0) & 127) as i64)
                + ((i64::from(r.present(f_b1, "b1", varint_le_site::b4)?) & 127) * 128))
                + ((i64::from(r.present(f_b2, "b2", varint_le_site::b4)?) & 127) * 16384))
                + (i64::from(r.present(f_b3, "b3", varint_le_site::b4)?) * 2097152))
        } else {
            ((((((i64::from(f_b0) & 127) as i64)
                + ((i64::from(r.present(f_b1, "b1", varint_le_site::b4)?) & 127) * 128))
                + ((i64::from(r.present(f_b2, "b2", varint_le_site::b4)?) & 127) * 16384))
                + ((i64::from(r.present(f_b3, "b3", varint_le_site::b4)?) & 127) * 2097152))
                + ((r.present(f_b4, "b4", varint_le_site::b4)? as i64) * 268435456))
        });
        Ok(VarintLeRef {
            lifetime: std::marker::PhantomData,
            b0: f_b0,
            b1: f_b1,
            b2: f_b2,
            b3: f_b3,
            b4: f_b4,
            value: value_value,
        })
    }
    pub fn to_model(&self) -> rt::ReadResult<VarintLe> {
        Ok(VarintLe { value: self.value })
    }
    rt::sited!(varint_le_site);
}
/// What stands in a [`VarintLe`].
pub static VARINT_LE_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&varint_le_site::ALL, &[])
        .fields(&[
            t::U1,
            t::U1.when(&Of(Ge, &Name("b0"), &Int(128))),
            t::U1.when(&Of(And, &Of(Ge, &Name("b0"), &Int(128)), &Of(Ge, &Name("b1"), &Int(128)))),
            t::U1.when(&Of(
                And,
                &Of(And, &Of(Ge, &Name("b0"), &Int(128)), &Of(Ge, &Name("b1"), &Int(128))),
                &Of(Ge, &Name("b2"), &Int(128)),
            )),
            t::U1
                .when(&Of(
                    And,
                    &Of(
                        And,
                        &Of(And, &Of(Ge, &Name("b0"), &Int(128)), &Of(Ge, &Name("b1"), &Int(128))),
                        &Of(Ge, &Name("b2"), &Int(128)),
                    ),
                    &Of(Ge, &Name("b3"), &Int(128)),
                ))
                .within(i64::MIN, 15),
        ])
        .values(&[t::value(
            "value",
            If(
                &Of(Lt, &Name("b0"), &Int(128)),
                &Cast(&Name("b0"), t::Int::S8),
                &If(
                    &Of(Lt, &Name("b1"), &Int(128)),
                    &Of(Add, &Cast(&Of(BitAnd, &Name("b0"), &Int(127)), t::Int::S8), &Of(Mul, &Name("b1"), &Int(128))),
                    &If(
                        &Of(Lt, &Name("b2"), &Int(128)),
                        &Of(
                            Add,
                            &Of(
                                Add,
                                &Cast(&Of(BitAnd, &Name("b0"), &Int(127)), t::Int::S8),
                                &Of(Mul, &Of(BitAnd, &Name("b1"), &Int(127)), &Int(128)),
                            ),
                            &Of(Mul, &Name("b2"), &Int(16384)),
                        ),
                        &If(
                            &Of(Lt, &Name("b3"), &Int(128)),
                            &Of(
                                Add,
                                &Of(
                                    Add,
                                    &Of(
                                        Add,
                                        &Cast(&Of(BitAnd, &Name("b0"), &Int(127)), t::Int::S8),
                                        &Of(Mul, &Of(BitAnd, &Name("b1"), &Int(127)), &Int(128)),
                                    ),
                                    &Of(Mul, &Of(BitAnd, &Name("b2"), &Int(127)), &Int(16384)),
                                ),
                                &Of(Mul, &Name("b3"), &Int(2097152)),
                            ),
                            &Of(
                                Add,
                                &Of(
                                    Add,
                                    &Of(
                                        Add,
                                        &Of(
                                            Add,
                                            &Cast(&Of(BitAnd, &Name("b0"), &Int(127)), t::Int::S8),
                                            &Of(Mul, &Of(BitAnd, &Name("b1"), &Int(127)), &Int(128)),
                                        ),
                                        &Of(Mul, &Of(BitAnd, &Name("b2"), &Int(127)), &Int(16384)),
                                    ),
                                    &Of(Mul, &Of(BitAnd, &Name("b3"), &Int(127)), &Int(2097152)),
                                ),
                                &Of(Mul, &Cast(&Name("b4"), t::Int::S8), &Int(268435456)),
                            ),
                        ),
                    ),
                ),
            ),
        )])
};
rt::reflect!(VarintLe : value);
