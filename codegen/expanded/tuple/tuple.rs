// Written by `expand` from the specification tuple.ksy. Do not edit.

__rt::sites! {
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
#[derive(Debug, Clone, PartialEq)]
pub struct Tuple {
    /// The fields.
    pub fields: Vec<nullable::Nullable>,
}
impl Tuple {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let f_fields = {
            let mut all = Vec::new();
            while !r.at_end() {
                let (index, before) = (all.len() as i64, r.pos());
                all.push(
                    (|| -> __rt::error::Result<_> {
                        nullable::Nullable::decode(r).within(tuple_site::fields)
                    })()
                        .at_index(tuple_site::fields, index)?,
                );
                __rt::array::progress(r, before, tuple_site::fields)?;
            }
            all
        };
        Ok(Self { fields: f_fields })
    }
}
/// The head of a [`Tuple`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct TupleRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
}
impl<'a> TupleRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        Ok(TupleRef { begin, rest: *r })
    }
    __rt::sited!(tuple_site);
}
impl Tuple {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        while !r.at_end() {
            let before = r.pos();
            let _ = nullable::Nullable::skip(r).within(tuple_site::fields)?;
            __rt::array::progress(r, before, tuple_site::fields)?;
        }
        Ok(())
    }
}
/// What stands in a [`Tuple`].
pub static TUPLE_TABLE: __rt::table::Table = {
    use __rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&tuple_site::ALL, &[])
        .root()
        .fields(&[t::of(&nullable::NULLABLE_TABLE, &[]).repeat(t::Repeat::Eos)])
};
impl Tuple {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        __rt::table::walk(&TUPLE_TABLE, Vec::new(), r, w)
    }
}
__rt::reflect!(Tuple : fields);
impl Tuple {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        for e in self.fields.iter() {
            e.encode(w)?;
        }
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
