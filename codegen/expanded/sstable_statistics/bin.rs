// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.
rt::sites! {
    bin_site : "bin" in "sstable/sstable_statistics.ksy", line super::bucket_site::LAST +
    3; point 12; int_point 4 => point; count 5; int_count 4 => count;
}
/// A bin of the tombstone histogram. It stands for all times that are nearer to it than to its neighbours. Before has_uint_deletion_time it
/// takes 16 bytes, with it 12.
///
/// Specification: `bin` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.utils.streamhist.TombstoneHistogram.HistogramSerializer, org.apache.cassandra.utils.streamhist.TombstoneHistogram.LegacyHistogramSerializer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bin {
    /// Local deletion time in seconds, mean of those in the bin; a whole number in most files.
    pub point: f64,
    /// Number of cells and deletions.
    pub count: i64,
}
impl Bin {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        BinRef::read(r, cx)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableStatisticsParams<'_>) -> rt::WriteResult<()> {
        if !(cx.v.has_uint_deletion_time()) {
            w.put(&self.point.to_be_bytes());
        }
        if cx.v.has_uint_deletion_time() {
            let stored = rt::convert::write::<i64, _>(self.point, bin_site::int_point)?;
            w.put(&stored.to_be_bytes());
        }
        if !(!(cx.v.has_uint_deletion_time()) || cx.v.has_uint_deletion_time()) {
            rt::sink::left_out(true, bin_site::int_point)?;
        }
        if !(cx.v.has_uint_deletion_time()) {
            w.put(&self.count.to_be_bytes());
        }
        if cx.v.has_uint_deletion_time() {
            let stored = rt::convert::write::<i32, _>(self.count, bin_site::int_count)?;
            w.put(&stored.to_be_bytes());
        }
        if !(!(cx.v.has_uint_deletion_time()) || cx.v.has_uint_deletion_time()) {
            rt::sink::left_out(true, bin_site::int_count)?;
        }
        Ok(())
    }
}
/// The head of a [`Bin`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct BinRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    pub point: f64,
    pub count: i64,
}
impl<'a> BinRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        <Self as rt::array::Element<'a>>::get(r, (cx.v,), bin_site::_self)
    }
    /// Width in bits.
    pub fn bits(args: (version::SstableVersion,)) -> u64 {
        let (version,) = args;
        0 + if !(version.has_uint_deletion_time()) { 64 } else { 0 }
            + if version.has_uint_deletion_time() { 64 } else { 0 }
            + if !(version.has_uint_deletion_time()) { 64 } else { 0 }
            + if version.has_uint_deletion_time() { 32 } else { 0 }
    }
    pub fn to_model(&self) -> rt::ReadResult<Bin> {
        Ok(Bin { point: self.point, count: self.count })
    }
    rt::sited!(bin_site);
}
impl<'a> rt::array::Element<'a> for BinRef<'a> {
    type Args = (version::SstableVersion,);
    fn get(r: &mut rt::Reader<'a>, args: Self::Args, _: &'static rt::Site) -> rt::ReadResult<Self> {
        let (version,) = args;
        let begin = r.offset();
        let layout_point = if !(version.has_uint_deletion_time()) {
            let f_point = r.f64_be(bin_site::point)?;
            Some(f_point)
        } else {
            None
        };
        let layout_int_point = if version.has_uint_deletion_time() {
            let f_int_point = r.i64_be(bin_site::int_point)?;
            Some(f_int_point)
        } else {
            None
        };
        let f_point = match match layout_point {
            Some(v) => Some(v),
            None => match layout_int_point {
                Some(v) => Some(rt::convert::read::<f64, _>(v, r, bin_site::int_point)?),
                None => None,
            },
        } {
            Some(v) => v,
            None => {
                return Err(r.error(rt::ReadErrorKind::Absent { field: "point" }, bin_site::point).into());
            }
        };
        let layout_count = if !(version.has_uint_deletion_time()) {
            let f_count = r.i64_be(bin_site::count)?;
            Some(f_count)
        } else {
            None
        };
        let layout_int_count = if version.has_uint_deletion_time() {
            let f_int_count = r.i32_be(bin_site::int_count)?;
            Some(f_int_count)
        } else {
            None
        };
        let f_count = match match layout_count {
            Some(v) => Some(v),
            None => match layout_int_count {
                Some(v) => Some(rt::convert::read::<i64, _>(v, r, bin_site::int_count)?),
                None => None,
            },
        } {
            Some(v) => v,
            None => {
                return Err(r.error(rt::ReadErrorKind::Absent { field: "count" }, bin_site::count).into());
            }
        };
        Ok(BinRef { lifetime: std::marker::PhantomData, point: f_point, count: f_count })
    }
}
/// What stands in a [`Bin`].
pub static BIN_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&bin_site::ALL, &[]).fields(&[
        t::float(8, false).when(&Not(&Member(&Root("v"), "has_uint_deletion_time"))).layouts(&["int_point"]),
        t::S8.when(&Member(&Root("v"), "has_uint_deletion_time")),
        t::S8.when(&Not(&Member(&Root("v"), "has_uint_deletion_time"))).layouts(&["int_count"]),
        t::S4.when(&Member(&Root("v"), "has_uint_deletion_time")),
    ])
};
rt::reflect!(Bin : point, count);
