// Written by `expand` from the specification vector.ksy. Do not edit.
rt::sites! {
    vector_site : "vector" in "values/vector.ksy", line 1; elements 23;
}
/// As many elements as the type says, without a count. If all values of the elements' type have the same length (`fixed_len` in cql_type.ksy; a
/// vector of such elements has it too), they stand close together; else each one has its length in front.
///
/// ```text
/// vector<float, 2> [1, 2]       3f800000 40000000
/// vector<text, 2> ['a', 'bc']   01 61 02 6263
/// ```
///
/// Specification: `vector` in `values/vector.ksy`. Cassandra: org.apache.cassandra.db.marshal.VectorType.FixedLengthSerializer, org.apache.cassandra.db.marshal.VectorType.VariableLengthSerializer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Vector {
    /// The elements.
    pub elements: Vec<Element>,
}
impl Vector {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &VectorParams<'_>) -> rt::ReadResult<Self> {
        let f_elements = rt::array::collect(cx.dimension, 0, r, vector_site::elements, |r, index| {
            Element::decode(r, cx.fixed_len).within(vector_site::elements)
        })?;
        Ok(Self { elements: f_elements })
    }
    /// Passes over one.
    #[inline]
    pub fn skip(r: &mut rt::Reader<'_>, cx: &VectorParams<'_>) -> rt::ReadResult<()> {
        let count = rt::array::count(r, cx.dimension, 0, vector_site::elements)?;
        for _ in 0..count {
            let _ = ElementRef::read(r, cx.fixed_len).within(vector_site::elements)?;
        }
        Ok(())
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, cx: &VectorParams<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&VECTOR_TABLE, cx.dynamic(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &VectorParams<'_>) -> rt::WriteResult<()> {
        rt::sink::exact(self.elements.len() as u64, cx.dimension, vector_site::elements)?;
        for e in self.elements.iter() {
            e.encode(w, cx.fixed_len)?;
        }
        Ok(())
    }
}
/// The head of a [`Vector`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct VectorRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    /// Number of elements, from the name of the type.
    pub dimension: i64,
    /// Length of every element in bytes; -1 if they differ.
    pub fixed_len: i64,
    pub(crate) cx: VectorParams<'static>,
}
impl<'a> VectorRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, cx: &VectorParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        Ok(VectorRef {
            begin,
            rest: *r,
            dimension: cx.dimension,
            fixed_len: cx.fixed_len,
            cx: VectorParams::new(cx.dimension, cx.fixed_len),
        })
    }
    rt::sited!(vector_site);
}
/// What stands in a [`Vector`].
pub static VECTOR_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&vector_site::ALL, &["dimension", "fixed_len"]).root().fields(&[t::of(
        &ELEMENT_TABLE,
        &[Name("fixed_len")],
    )
    .times(&Name("dimension"))])
};
rt::reflect!(Vector : elements);
