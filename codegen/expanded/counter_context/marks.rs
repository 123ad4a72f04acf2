// Written by `expand` from the specification counter_context.ksy. Do not edit.
rt::sites! {
    marks_site : "marks" in "values/counter_context.ksy", line
    super::counter_context_site::LAST + 5; signed_num_elements 4;
}
/// Number of the header's elements, and what is to become of local shards.
///
/// Specification: `marks` in `values/counter_context.ksy`. Cassandra: org.apache.cassandra.db.context.CounterContext.shouldClearLocal.
#[derive(Debug, Clone, PartialEq, ::binrw::BinRead, ::binrw::BinWrite)]
#[brw(big)]
#[derive(Default)]
pub struct Marks {
    /// Number of the header's elements. If it is negative, it is meant without its sign.
    pub signed_num_elements: i16,
}
impl Marks {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        let at = *r;
        let bytes = r.take(2, marks_site::_self)?;
        ::binrw::BinRead::read(&mut std::io::Cursor::new(bytes)).map_err(|_| {
            at.error(rt::ReadErrorKind::UnexpectedEnd { needed: 2, available: bytes.len() as u64 }, marks_site::_self)
        })
    }
    /// Local shards are to be dropped, by who receives the counter.
    pub fn clears_local(&self) -> bool {
        i64::from(self.signed_num_elements) < 0
    }
    /// Number of shards that are global or local.
    pub fn num_elements(&self) -> rt::WriteResult<i64> {
        Ok(if i64::from(self.signed_num_elements) < 0 {
            rt::sink::in_range((i64::from(self.signed_num_elements as i32)).checked_neg(), marks_site::_self)?
        } else {
            i64::from(self.signed_num_elements as i32)
        })
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        let mut bytes = [0u8; 2];
        ::binrw::BinWrite::write(self, &mut std::io::Cursor::new(bytes.as_mut_slice())).map_err(|_| {
            rt::WriteError::new(rt::WriteErrorKind::Expression { what: "numbers of another width" }, marks_site::_self)
        })?;
        w.put(&bytes);
        Ok(())
    }
}
/// The head of a [`Marks`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct MarksRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    pub signed_num_elements: i16,
    pub clears_local: bool,
    pub num_elements: i64,
}
impl<'a> MarksRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_signed_num_elements = r.i16_be(marks_site::signed_num_elements)?;
        let value_clears_local = (i64::from(f_signed_num_elements) < 0);
        let value_num_elements = (if i64::from(f_signed_num_elements) < 0 {
            r.computed((i64::from(f_signed_num_elements as i32)).checked_neg(), ("num_elements", marks_site::_self))?
        } else {
            i64::from(f_signed_num_elements as i32)
        });
        Ok(MarksRef {
            lifetime: std::marker::PhantomData,
            signed_num_elements: f_signed_num_elements,
            clears_local: value_clears_local,
            num_elements: value_num_elements,
        })
    }
    /// Width in bits.
    pub fn bits(args: ()) -> u64 {
        16
    }
    pub fn to_model(&self) -> rt::ReadResult<Marks> {
        Ok(Marks { signed_num_elements: self.signed_num_elements })
    }
    rt::sited!(marks_site);
}
rt::element!(MarksRef);
/// What stands in a [`Marks`].
pub static MARKS_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&marks_site::ALL, &[]).fields(&[t::S2]).values(&[
        t::value("clears_local", Of(Lt, &Name("signed_num_elements"), &Int(0))),
        t::value(
            "num_elements",
            If(
                &Of(Lt, &Name("signed_num_elements"), &Int(0)),
                &Neg(&Cast(&Name("signed_num_elements"), t::Int::S4)),
                &Cast(&Name("signed_num_elements"), t::Int::S4),
            ),
        ),
    ])
};
rt::reflect!(Marks : signed_num_elements);
