// Written by `expand` from the specification hyperloglog_plus.ksy. Do not edit.
rt::sites! {
    hyperloglog_plus_site : "hyperloglog_plus" in "sstable/hyperloglog_plus.ksy", line 1;
    version 24; precision 7; sparse_precision 5; form 5; body 6;
}
/// A HyperLogLog++ sketch, as the library stream-lib writes it. It tells about how many different partition keys were put into it, and two sketches can
/// be merged. Keys are hashed to 64 bits (`MurmurHash.hash2_64` with the seed 0).
///
/// While there are few keys it is sparse: a set of encoded hashes. The index of a hash is its first `sparse_precision` bits; its run is the
/// number of zero bits after its first `precision` bits, plus one. The encoded hash is `index << 1` if any bit of the index after the first
/// `precision` ones is set, which tells the run; else `index << 7 | (run ^ 63) << 1 | 1`. When there are more than 3/4 of `2^precision` of them the
/// sketch becomes dense: `2^precision` registers, each with the longest run of the hashes whose first `precision` bits are its number.
///
/// Cassandra uses 13 and 25. The library takes 4 to `sparse_precision`, which is at most 32, for the one, and has corrections of the estimate for
/// 4 to 18; with a `sparse_precision` of 0 a sketch is always dense.
///
/// Numbers here are in stream-lib's own encoding: bytes of seven bits, the lowest first, and 0x80 where another byte follows.
///
/// Specification: `hyperloglog_plus` in `sstable/hyperloglog_plus.ksy`. Cassandra: com.clearspring.analytics.stream.cardinality.HyperLogLogPlus.getBytes, com.clearspring.analytics.util.Varint, org.apache.cassandra.io.sstable.metadata.CompactionMetadata.
#[derive(Debug, Clone, PartialEq)]
pub struct HyperloglogPlus {
    /// Number of bits of a hash that name a register, 4 to 18.
    pub precision: u8,
    /// Number of bits of a hash that are the index of an encoded hash, or 0.
    pub sparse_precision: u8,
    /// The registers, or the encoded hashes.
    pub body: HyperloglogPlusBody,
}
/// The registers, or the encoded hashes.
#[derive(Debug, Clone, PartialEq)]
pub enum HyperloglogPlusBody {
    /// The registers.
    Dense(Box<Dense>),
    /// The encoded hashes.
    Sparse(Box<Sparse>),
}
impl HyperloglogPlus {
    /// Of `body` and what nobody need choose: what a later version adds is one more of those.
    pub fn new(body: HyperloglogPlusBody) -> Self {
        Self { body, precision: Default::default(), sparse_precision: Default::default() }
    }
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        let head = HyperloglogPlusRef::read(r)?;
        let f_body = if head.is_dense {
            HyperloglogPlusBody::Dense(Box::new(Dense::decode(r).within(hyperloglog_plus_site::body)?))
        } else {
            HyperloglogPlusBody::Sparse(Box::new(Sparse::decode(r).within(hyperloglog_plus_site::body)?))
        };
        Ok(Self { precision: head.precision, sparse_precision: head.sparse_precision, body: f_body })
    }
    /// Passes over one.
    #[inline]
    pub fn skip(r: &mut rt::Reader<'_>) -> rt::ReadResult<()> {
        let head = HyperloglogPlusRef::read(r)?;
        let f_body = if head.is_dense {
            DenseRef::read(r).within(hyperloglog_plus_site::body)?;
        } else {
            Sparse::skip(r).within(hyperloglog_plus_site::body)?;
        };
        Ok(())
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&HYPERLOGLOG_PLUS_TABLE, Vec::new(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        let f_version = rt::sink::narrow::<i32, _>(-2i64, hyperloglog_plus_site::version)?;
        rt::sink::demand(i64::from(f_version) == -2, "the one value it may have", hyperloglog_plus_site::version)?;
        w.put(&f_version.to_be_bytes());
        rt::sink::demand(
            i64::from(self.precision) <= 127,
            "a value within its range",
            hyperloglog_plus_site::precision,
        )?;
        w.put(&self.precision.to_be_bytes());
        rt::sink::demand(
            i64::from(self.sparse_precision) <= 127,
            "a value within its range",
            hyperloglog_plus_site::sparse_precision,
        )?;
        w.put(&self.sparse_precision.to_be_bytes());
        let f_form = rt::sink::narrow::<u8, _>(
            if matches!(&self.body, HyperloglogPlusBody::Dense(_)) { 0i64 } else { 1i64 },
            hyperloglog_plus_site::form,
        )?;
        rt::sink::demand(
            (i64::from(f_form) == 0) || (i64::from(f_form) == 1),
            "one of the values it may have",
            hyperloglog_plus_site::form,
        )?;
        w.put(&f_form.to_be_bytes());
        match &self.body {
            HyperloglogPlusBody::Dense(v) => {
                if i64::from(f_form) == 0 {
                    v.encode(w)?;
                } else {
                    return Err(rt::WriteError::new(rt::WriteErrorKind::Unexpected, hyperloglog_plus_site::body));
                }
            }
            HyperloglogPlusBody::Sparse(v) => {
                if !(i64::from(f_form) == 0) {
                    v.encode(w)?;
                } else {
                    return Err(rt::WriteError::new(rt::WriteErrorKind::Unexpected, hyperloglog_plus_site::body));
                }
            }
        }
        Ok(())
    }
}
/// The head of a [`HyperloglogPlus`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct HyperloglogPlusRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    /// The layout, -2. Sketches of stream-lib before 2.5 begin with the precision, which is not negative, and differ in more than that; no version
    /// of SSTables described here has them.
    pub(crate) version: i32,
    pub precision: u8,
    pub sparse_precision: u8,
    /// 0 if the sketch is dense, 1 if it is sparse.
    pub form: u8,
    /// The sketch is dense.
    pub is_dense: bool,
}
impl<'a> HyperloglogPlusRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let start = r.offset();
        let f_version = r.i32_be(hyperloglog_plus_site::version)?;
        rt::ReadError::demand(
            i64::from(f_version) == -2,
            &f_version,
            "the one value it may have (The layout, -2.)",
            start,
            hyperloglog_plus_site::version,
        )?;
        let start = r.offset();
        let f_precision = r.u8(hyperloglog_plus_site::precision)?;
        rt::ReadError::demand(
            i64::from(f_precision) <= 127,
            &f_precision,
            "a value within its range (Number of bits of a hash that name a register, 4 to 18.)",
            start,
            hyperloglog_plus_site::precision,
        )?;
        let start = r.offset();
        let f_sparse_precision = r.u8(hyperloglog_plus_site::sparse_precision)?;
        rt::ReadError::demand(
            i64::from(f_sparse_precision) <= 127,
            &f_sparse_precision,
            "a value within its range (Number of bits of a hash that are the index of an encoded hash, or 0.)",
            start,
            hyperloglog_plus_site::sparse_precision,
        )?;
        let start = r.offset();
        let f_form = r.u8(hyperloglog_plus_site::form)?;
        rt::ReadError::demand(
            (i64::from(f_form) == 0) || (i64::from(f_form) == 1),
            &f_form,
            "one of the values it may have (0 if the sketch is dense, 1 if it is sparse.)",
            start,
            hyperloglog_plus_site::form,
        )?;
        let value_is_dense = (i64::from(f_form) == 0);
        Ok(HyperloglogPlusRef {
            begin,
            rest: *r,
            version: f_version,
            precision: f_precision,
            sparse_precision: f_sparse_precision,
            form: f_form,
            is_dense: value_is_dense,
        })
    }
    rt::sited!(hyperloglog_plus_site);
}
/// What stands in a [`HyperloglogPlus`].
pub static HYPERLOGLOG_PLUS_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&hyperloglog_plus_site::ALL, &[])
        .root()
        .fields(&[
            t::S4.within(-2, -2),
            t::U1.within(i64::MIN, 127),
            t::U1.within(i64::MIN, 127),
            t::U1.within(0, 1),
            t::one_of(
                &Name("is_dense"),
                &[t::case(Bool(true), &DENSE_TABLE, &[]), t::case(Bool(false), &SPARSE_TABLE, &[])],
            ),
        ])
        .values(&[t::value("is_dense", Of(Eq, &Name("form"), &Int(0)))])
};
rt::reflect!(HyperloglogPlus : precision, sparse_precision);
