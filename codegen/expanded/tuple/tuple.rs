// Written by `expand` from the specification tuple.ksy. Do not edit.
rt::sites! {
    tuple_site : "tuple" in "values/tuple.ksy", line 1; fields 16;
}
/// The fields in the order of the type, without a count. There may be fewer than the type has: fields that were added to a user type after the value
/// was written are missing at its end, and are null. No bytes at all are a value without fields. (A user type that is not frozen has a
/// cell for each field: sstable_data.ksy.)
///
/// ```text
/// tuple<int, text> (7, null)  00000004 00000007 ffffffff
/// ```
///
/// Specification: `tuple` in `values/tuple.ksy`. Cassandra: org.apache.cassandra.db.marshal.TupleType, org.apache.cassandra.db.marshal.UserType.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tuple {
    /// The fields.
    pub fields: Vec<nullable::Nullable>,
}
impl Tuple {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        let f_fields = rt::array::collect_rest(r, tuple_site::fields, |r, index| {
            nullable::Nullable::decode(r).within(tuple_site::fields)
        })?;
        Ok(Self { fields: f_fields })
    }
    /// Passes over one.
    #[inline]
    pub fn skip(r: &mut rt::Reader<'_>) -> rt::ReadResult<()> {
        while !r.at_end() {
            let before = r.pos();
            let _ = nullable::NullableRef::read(r).within(tuple_site::fields)?;
            rt::array::progress(r, before, tuple_site::fields)?;
        }
        Ok(())
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&TUPLE_TABLE, Vec::new(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        for e in self.fields.iter() {
            e.encode(w)?;
        }
        Ok(())
    }
}
/// The head of a [`Tuple`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct TupleRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
}
impl<'a> TupleRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        Ok(TupleRef { begin, rest: *r })
    }
    rt::sited!(tuple_site);
}
/// What stands in a [`Tuple`].
pub static TUPLE_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&tuple_site::ALL, &[]).root().fields(&[t::of(&nullable::NULLABLE_TABLE, &[]).repeat(t::Repeat::Eos)])
};
rt::reflect!(Tuple : fields);
