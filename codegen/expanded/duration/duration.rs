// Written by `expand` from the specification duration.ksy. Do not edit.
rt::sites! {
    duration_site : "duration" in "values/duration.ksy", line 1; months 13; days 3; nanos
    3;
}
/// Three numbers, since neither months nor days have a length in nanoseconds that is always the same. All that are not 0 have the same sign.
///
/// ```text
/// 1mo2d3ns    02 04 06
/// -1d         00 01 00
/// ```
///
/// Specification: `duration` in `values/duration.ksy`. Cassandra: org.apache.cassandra.serializers.DurationSerializer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Duration {
    /// Months, within 32 bits.
    pub months: i64,
    /// Days, within 32 bits.
    pub days: i64,
    /// Nanoseconds.
    pub nanos: i64,
}
impl Duration {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        DurationRef::read(r)?.to_model()
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&DURATION_TABLE, Vec::new(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        rt::SvintCodec::write(w, &self.months, duration_site::months)?;
        rt::SvintCodec::write(w, &self.days, duration_site::days)?;
        rt::SvintCodec::write(w, &self.nanos, duration_site::nanos)?;
        Ok(())
    }
}
/// The head of a [`Duration`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct DurationRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    pub months: i64,
    pub days: i64,
    pub nanos: i64,
}
impl<'a> DurationRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_months = rt::SvintCodec::read(r, duration_site::months)?;
        let f_days = rt::SvintCodec::read(r, duration_site::days)?;
        let f_nanos = rt::SvintCodec::read(r, duration_site::nanos)?;
        Ok(DurationRef { lifetime: std::marker::PhantomData, months: f_months, days: f_days, nanos: f_nanos })
    }
    pub fn to_model(&self) -> rt::ReadResult<Duration> {
        Ok(Duration { months: self.months, days: self.days, nanos: self.nanos })
    }
    rt::sited!(duration_site);
}
/// What stands in a [`Duration`].
pub static DURATION_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&duration_site::ALL, &[]).root().fields(&[
        t::native(t::Native::Svint, &[]),
        t::native(t::Native::Svint, &[]),
        t::native(t::Native::Svint, &[]),
    ])
};
rt::reflect!(Duration : months, days, nanos);
