// Written by `expand` from the specification hyperloglog_plus.ksy. Do not edit.
rt::sites! {
    sparse_site : "sparse" in "sstable/hyperloglog_plus.ksy", line super::word_site::LAST
    + 10; num_0 4; num_1 4; num_2 5; hash_deltas 7;
}
/// The encoded hashes.
///
/// Specification: `sparse` in `sstable/hyperloglog_plus.ksy`. Cassandra: com.clearspring.analytics.stream.cardinality.HyperLogLogPlus.getBytes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sparse {
    /// The encoded hashes, each less the one before (wrapping, 32 bits), which ascend but where there are runs; the first one as it is.
    pub hash_deltas: Vec<VarintLe>,
}
impl Sparse {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        let head = SparseRef::read(r)?;
        let f_hash_deltas = rt::array::collect(head.num_hashes, 1, r, sparse_site::hash_deltas, |r, index| {
            VarintLe::decode(r).within(sparse_site::hash_deltas)
        })?;
        Ok(Self { hash_deltas: f_hash_deltas })
    }
    /// Passes over one.
    #[inline]
    pub fn skip(r: &mut rt::Reader<'_>) -> rt::ReadResult<()> {
        let head = SparseRef::read(r)?;
        let count = rt::array::count(r, head.num_hashes, 0, sparse_site::hash_deltas)?;
        for _ in 0..count {
            let _ = VarintLeRef::read(r).within(sparse_site::hash_deltas)?;
        }
        Ok(())
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        let f_num_0 = rt::sink::narrow::<u8, _>(
            ((self.hash_deltas.len() as i64) & 127)
                | (if (self.hash_deltas.len() as i64) < 128 { 0i64 } else { 128i64 }),
            sparse_site::num_0,
        )?;
        w.put(&f_num_0.to_be_bytes());
        let f_num_1 = if i64::from(f_num_0) >= 128 {
            Some(rt::sink::narrow::<u8, _>(
                (((self.hash_deltas.len() as i64) >> 7i64) & 127)
                    | (if (self.hash_deltas.len() as i64) < 16384 { 0i64 } else { 128i64 }),
                sparse_site::num_1,
            )?)
        } else {
            None
        };
        if let Some(v) = f_num_1 {
            w.put(&v.to_be_bytes());
        }
        let f_num_2 =
            if (i64::from(f_num_0) >= 128) && (i64::from(rt::sink::present(f_num_1, sparse_site::num_2)?) >= 128) {
                Some(rt::sink::narrow::<u8, _>((self.hash_deltas.len() as i64) >> 14i64, sparse_site::num_2)?)
            } else {
                None
            };
        if let Some(v) = f_num_2 {
            rt::sink::demand(i64::from(v) <= 127, "a value within its range", sparse_site::num_2)?;
            w.put(&v.to_be_bytes());
        }
        let i_num_hashes = (if i64::from(f_num_0) < 128 {
            i64::from(f_num_0 as i32)
        } else if i64::from(rt::sink::present(f_num_1, sparse_site::hash_deltas)?) < 128 {
            ((i64::from(f_num_0) & 127) + (i64::from(rt::sink::present(f_num_1, sparse_site::hash_deltas)?) * 128))
        } else {
            (((i64::from(f_num_0) & 127)
                + ((i64::from(rt::sink::present(f_num_1, sparse_site::hash_deltas)?) & 127) * 128))
                + (i64::from(rt::sink::present(f_num_2, sparse_site::hash_deltas)?) * 16384))
        });
        rt::sink::exact(self.hash_deltas.len() as u64, i_num_hashes, sparse_site::hash_deltas)?;
        for e in self.hash_deltas.iter() {
            e.encode(w)?;
        }
        Ok(())
    }
}
/// The head of a [`Sparse`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct SparseRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    /// Number of encoded hashes, its bits 0 to 6.
    pub num_0: u8,
    /// Bits 7 to 13 of the number.
    pub num_1: Option<u8>,
    /// Bits 14 to 20 of the number; a precision of 18 needs no more.
    pub num_2: Option<u8>,
    /// Number of encoded hashes.
    pub num_hashes: i64,
}
impl<'a> SparseRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_num_0 = r.u8(sparse_site::num_0)?;
        let f_num_1 = if i64::from(f_num_0) >= 128 { Some(r.u8(sparse_site::num_1)?) } else { None };
        let start = r.offset();
        let f_num_2 =
            if (i64::from(f_num_0) >= 128) && (i64::from(r.present(f_num_1, "num_1", sparse_site::num_2)?) >= 128) {
                Some(r.u8(sparse_site::num_2)?)
            } else {
                None
            };
        if let Some(f_num_2) = f_num_2 {
            rt::ReadError::demand(
                i64::from(f_num_2) <= 127,
                &f_num_2,
                "a value within its range (Bits 14 to 20 of the number; a precision of 18 needs no more.)",
                start,
                sparse_site::num_2,
            )?;
        }
        let value_num_hashes = (if i64::from(f_num_0) < 128 {
            i64::from(f_num_0 as i32)
        } else if i64::from(r.present(f_num_1, "num_1", sparse_site::num_2)?) < 128 {
            ((i64::from(f_num_0) & 127) + (i64::from(r.present(f_num_1, "num_1", sparse_site::num_2)?) * 128))
        } else {
            (((i64::from(f_num_0) & 127) + ((i64::from(r.present(f_num_1, "num_1", sparse_site::num_2)?) & 127) * 128))
                + (i64::from(r.present(f_num_2, "num_2", sparse_site::num_2)?) * 16384))
        });
        Ok(SparseRef { begin, rest: *r, num_0: f_num_0, num_1: f_num_1, num_2: f_num_2, num_hashes: value_num_hashes })
    }
    rt::sited!(sparse_site);
}
/// What stands in a [`Sparse`].
pub static SPARSE_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&sparse_site::ALL, &[])
        .fields(&[
            t::U1,
            t::U1.when(&Of(Ge, &Name("num_0"), &Int(128))),
            t::U1
                .when(&Of(And, &Of(Ge, &Name("num_0"), &Int(128)), &Of(Ge, &Name("num_1"), &Int(128))))
                .within(i64::MIN, 127),
            t::of(&VARINT_LE_TABLE, &[]).times(&Name("num_hashes")),
        ])
        .values(&[t::value(
            "num_hashes",
            If(
                &Of(Lt, &Name("num_0"), &Int(128)),
                &Cast(&Name("num_0"), t::Int::S4),
                &If(
                    &Of(Lt, &Name("num_1"), &Int(128)),
                    &Of(Add, &Of(BitAnd, &Name("num_0"), &Int(127)), &Of(Mul, &Name("num_1"), &Int(128))),
                    &Of(
                        Add,
                        &Of(
                            Add,
                            &Of(BitAnd, &Name("num_0"), &Int(127)),
                            &Of(Mul, &Of(BitAnd, &Name("num_1"), &Int(127)), &Int(128)),
                        ),
                        &Of(Mul, &Name("num_2"), &Int(16384)),
                    ),
                ),
            ),
        )])
};
rt::reflect!(Sparse : hash_deltas);
