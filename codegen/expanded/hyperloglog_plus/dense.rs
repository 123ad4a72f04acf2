// Written by `expand` from the specification hyperloglog_plus.ksy. Do not edit.
rt::sites! {
    dense_site : "dense" in "sstable/hyperloglog_plus.ksy", line
    super::hyperloglog_plus_site::LAST + 12; len_0 4; len_1 4; len_2 5; words 7;
}
/// The registers.
///
/// Specification: `dense` in `sstable/hyperloglog_plus.ksy`. Cassandra: com.clearspring.analytics.stream.cardinality.RegisterSet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dense {
    /// The registers. There are `2^precision / 6` words, rounded down, and one more; registers that are not used are 0.
    pub words: Vec<Word>,
}
impl Dense {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        DenseRef::read(r)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        let f_len_0 = rt::sink::narrow::<u8, _>(
            (((self.words.len() as i64) * 4) & 127)
                | (if ((self.words.len() as i64) * 4) < 128 { 0i64 } else { 128i64 }),
            dense_site::len_0,
        )?;
        w.put(&f_len_0.to_be_bytes());
        let f_len_1 = if i64::from(f_len_0) >= 128 {
            Some(rt::sink::narrow::<u8, _>(
                ((((self.words.len() as i64) * 4) >> 7i64) & 127)
                    | (if ((self.words.len() as i64) * 4) < 16384 { 0i64 } else { 128i64 }),
                dense_site::len_1,
            )?)
        } else {
            None
        };
        if let Some(v) = f_len_1 {
            w.put(&v.to_be_bytes());
        }
        let f_len_2 =
            if (i64::from(f_len_0) >= 128) && (i64::from(rt::sink::present(f_len_1, dense_site::len_2)?) >= 128) {
                Some(rt::sink::narrow::<u8, _>(((self.words.len() as i64) * 4) >> 14i64, dense_site::len_2)?)
            } else {
                None
            };
        if let Some(v) = f_len_2 {
            rt::sink::demand(i64::from(v) <= 127, "a value within its range", dense_site::len_2)?;
            w.put(&v.to_be_bytes());
        }
        let i_len_words = (if i64::from(f_len_0) < 128 {
            i64::from(f_len_0 as i32)
        } else if i64::from(rt::sink::present(f_len_1, dense_site::words)?) < 128 {
            ((i64::from(f_len_0) & 127) + (i64::from(rt::sink::present(f_len_1, dense_site::words)?) * 128))
        } else {
            (((i64::from(f_len_0) & 127) + ((i64::from(rt::sink::present(f_len_1, dense_site::words)?) & 127) * 128))
                + (i64::from(rt::sink::present(f_len_2, dense_site::words)?) * 16384))
        });
        rt::sink::exact(
            self.words.len() as u64,
            rt::sink::in_range((i_len_words).checked_div_euclid(4), dense_site::words)?,
            dense_site::words,
        )?;
        for e in self.words.iter() {
            e.encode(w)?;
        }
        Ok(())
    }
}
/// The head of a [`Dense`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct DenseRef<'a> {
    /// Length of the registers in bytes, its bits 0 to 6.
    pub len_0: u8,
    /// Bits 7 to 13 of the length.
    pub len_1: Option<u8>,
    /// Bits 14 to 20 of the length; a precision of 18 needs no more.
    pub len_2: Option<u8>,
    pub words: rt::array::ArrayView<'a, WordRef<'a>>,
    /// Length of the registers in bytes.
    pub len_words: i64,
}
impl<'a> DenseRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_len_0 = r.u8(dense_site::len_0)?;
        let f_len_1 = if i64::from(f_len_0) >= 128 { Some(r.u8(dense_site::len_1)?) } else { None };
        let start = r.offset();
        let f_len_2 =
            if (i64::from(f_len_0) >= 128) && (i64::from(r.present(f_len_1, "len_1", dense_site::len_2)?) >= 128) {
                Some(r.u8(dense_site::len_2)?)
            } else {
                None
            };
        if let Some(f_len_2) = f_len_2 {
            rt::ReadError::demand(
                i64::from(f_len_2) <= 127,
                &f_len_2,
                "a value within its range (Bits 14 to 20 of the length; a precision of 18 needs no more.)",
                start,
                dense_site::len_2,
            )?;
        }
        let i_len_words = (if i64::from(f_len_0) < 128 {
            i64::from(f_len_0 as i32)
        } else if i64::from(r.present(f_len_1, "len_1", dense_site::words)?) < 128 {
            ((i64::from(f_len_0) & 127) + (i64::from(r.present(f_len_1, "len_1", dense_site::words)?) * 128))
        } else {
            (((i64::from(f_len_0) & 127) + ((i64::from(r.present(f_len_1, "len_1", dense_site::words)?) & 127) * 128))
                + (i64::from(r.present(f_len_2, "len_2", dense_site::words)?) * 16384))
        });
        let f_words = {
            let (count, bits, args) =
                (r.in_range((i_len_words).checked_div_euclid(4), dense_site::words)?, WordRef::bits(()), ());
            rt::array::ArrayView::<WordRef<'_>>::take(r, count, bits, args, dense_site::words)?
        };
        let value_len_words = i_len_words;
        Ok(DenseRef { len_0: f_len_0, len_1: f_len_1, len_2: f_len_2, words: f_words, len_words: value_len_words })
    }
    pub fn to_model(&self) -> rt::ReadResult<Dense> {
        Ok(Dense { words: self.words.list(|e| e.to_model())? })
    }
    rt::sited!(dense_site);
}
/// What stands in a [`Dense`].
pub static DENSE_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&dense_site::ALL, &[])
        .fields(&[
            t::U1,
            t::U1.when(&Of(Ge, &Name("len_0"), &Int(128))),
            t::U1
                .when(&Of(And, &Of(Ge, &Name("len_0"), &Int(128)), &Of(Ge, &Name("len_1"), &Int(128))))
                .within(i64::MIN, 127),
            t::of(&WORD_TABLE, &[]).times(&Of(Div, &Name("len_words"), &Int(4))),
        ])
        .values(&[t::value(
            "len_words",
            If(
                &Of(Lt, &Name("len_0"), &Int(128)),
                &Cast(&Name("len_0"), t::Int::S4),
                &If(
                    &Of(Lt, &Name("len_1"), &Int(128)),
                    &Of(Add, &Of(BitAnd, &Name("len_0"), &Int(127)), &Of(Mul, &Name("len_1"), &Int(128))),
                    &Of(
                        Add,
                        &Of(
                            Add,
                            &Of(BitAnd, &Name("len_0"), &Int(127)),
                            &Of(Mul, &Of(BitAnd, &Name("len_1"), &Int(127)), &Int(128)),
                        ),
                        &Of(Mul, &Name("len_2"), &Int(16384)),
                    ),
                ),
            ),
        )])
};
rt::reflect!(Dense : words);
