// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.
rt::sites! {
    bucket_site : "bucket" in "sstable/sstable_statistics.ksy", line
    super::estimated_histogram_site::LAST + 6; offset 4; count 4;
}
/// One bucket.
///
/// Specification: `bucket` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.utils.EstimatedHistogram.
#[derive(Debug, Clone, PartialEq, ::binrw::BinRead, ::binrw::BinWrite)]
#[brw(big)]
#[derive(Default)]
pub struct Bucket {
    /// Lower bound, which is not in the bucket. The first bucket has none, and repeats the second one's, up to which it counts.
    pub offset: i64,
    /// Number of values.
    pub count: i64,
}
impl Bucket {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        let at = *r;
        let bytes = r.take(16, bucket_site::_self)?;
        ::binrw::BinRead::read(&mut std::io::Cursor::new(bytes)).map_err(|_| {
            at.error(rt::ReadErrorKind::UnexpectedEnd { needed: 16, available: bytes.len() as u64 }, bucket_site::_self)
        })
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        let mut bytes = [0u8; 16];
        ::binrw::BinWrite::write(self, &mut std::io::Cursor::new(bytes.as_mut_slice())).map_err(|_| {
            rt::WriteError::new(rt::WriteErrorKind::Expression { what: "numbers of another width" }, bucket_site::_self)
        })?;
        w.put(&bytes);
        Ok(())
    }
}
/// The head of a [`Bucket`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct BucketRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    pub offset: i64,
    pub count: i64,
}
impl<'a> BucketRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_offset = r.i64_be(bucket_site::offset)?;
        let f_count = r.i64_be(bucket_site::count)?;
        Ok(BucketRef { lifetime: std::marker::PhantomData, offset: f_offset, count: f_count })
    }
    /// Width in bits.
    pub fn bits(args: ()) -> u64 {
        128
    }
    pub fn to_model(&self) -> rt::ReadResult<Bucket> {
        Ok(Bucket { offset: self.offset, count: self.count })
    }
    rt::sited!(bucket_site);
}
rt::element!(BucketRef);
/// What stands in a [`Bucket`].
pub static BUCKET_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&bucket_site::ALL, &[]).fields(&[t::S8, t::S8])
};
rt::reflect!(Bucket : offset, count);
