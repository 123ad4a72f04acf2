// Written by `expand` from the specification duration.ksy. Do not edit.

__rt::sites! {
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
#[derive(Debug, Clone, PartialEq)]
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
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let f_months = __rt::native::SvintCodec::read(r, duration_site::months)?;
        let f_days = __rt::native::SvintCodec::read(r, duration_site::days)?;
        let f_nanos = __rt::native::SvintCodec::read(r, duration_site::nanos)?;
        Ok(Self {
            months: f_months,
            days: f_days,
            nanos: f_nanos,
        })
    }
}
/// The head of a [`Duration`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct DurationRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /// Months, within 32 bits.
    pub months: i64,
    /// Days, within 32 bits.
    pub days: i64,
    /// Nanoseconds.
    pub nanos: i64,
}
impl<'a> DurationRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_months = __rt::native::SvintCodec::read(r, duration_site::months)?;
        let f_days = __rt::native::SvintCodec::read(r, duration_site::days)?;
        let f_nanos = __rt::native::SvintCodec::read(r, duration_site::nanos)?;
        Ok(DurationRef {
            lifetime: std::marker::PhantomData,
            months: f_months,
            days: f_days,
            nanos: f_nanos,
        })
    }
    __rt::sited!(duration_site);
}
impl Duration {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let f_months = __rt::native::SvintCodec::read(r, duration_site::months)?;
        let f_days = __rt::native::SvintCodec::read(r, duration_site::days)?;
        let f_nanos = __rt::native::SvintCodec::read(r, duration_site::nanos)?;
        Ok(())
    }
}
/// What stands in a [`Duration`].
pub static DURATION_TABLE: __rt::table::Table = {
    use __rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&duration_site::ALL, &[])
        .root()
        .fields(
            &[
                t::native(t::Native::Svint, &[]),
                t::native(t::Native::Svint, &[]),
                t::native(t::Native::Svint, &[]),
            ],
        )
};
impl Duration {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        __rt::table::walk(&DURATION_TABLE, Vec::new(), r, w)
    }
}
__rt::reflect!(Duration : months, days, nanos);
impl Duration {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        __rt::native::SvintCodec::write(w, &self.months, duration_site::months)?;
        __rt::native::SvintCodec::write(w, &self.days, duration_site::days)?;
        __rt::native::SvintCodec::write(w, &self.nanos, duration_site::nanos)?;
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
