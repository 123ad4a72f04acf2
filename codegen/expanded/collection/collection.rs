// Written by `expand` from the specification collection.ksy. Do not edit.
rt::sites! {
    collection_site : "collection" in "values/collection.ksy", line 1; num_elements 19;
    elements 4;
}
/// A collection that is one value: `frozen<list<T>>` and the like, and each collection within another value. (One that is not frozen has a cell
/// for each element: sstable_data.ksy.) Lists and sets are described first, maps below.
///
/// ```text
/// list<int> [1, 2]         00000002 00000004 00000001 00000004 00000002
/// map<int, text> {7: 'a'}  00000001 00000004 00000007 00000001 61
/// ```
///
/// A list has its order, a set that of its elements, a map that of its keys. Nulls do not occur in what Cassandra writes; validation refuses
/// them.
///
/// Specification: `collection` in `values/collection.ksy`. Cassandra: org.apache.cassandra.serializers.CollectionSerializer, org.apache.cassandra.serializers.ListSerializer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Collection {
    /// The elements in order.
    pub elements: Vec<nullable::Nullable>,
}
impl Collection {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        let head = CollectionRef::read(r)?;
        let f_elements = rt::array::collect(
            if i64::from(head.num_elements) < 0 { 0i64 } else { i64::from(head.num_elements) },
            4,
            r,
            collection_site::elements,
            |r, index| nullable::Nullable::decode(r).within(collection_site::elements),
        )?;
        Ok(Self { elements: f_elements })
    }
    /// Passes over one.
    #[inline]
    pub fn skip(r: &mut rt::Reader<'_>) -> rt::ReadResult<()> {
        let head = CollectionRef::read(r)?;
        let count = rt::array::count(
            r,
            if i64::from(head.num_elements) < 0 { 0i64 } else { i64::from(head.num_elements) },
            0,
            collection_site::elements,
        )?;
        for _ in 0..count {
            let _ = nullable::NullableRef::read(r).within(collection_site::elements)?;
        }
        Ok(())
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&COLLECTION_TABLE, Vec::new(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        let f_num_elements = rt::sink::narrow::<i32, _>(self.elements.len() as i64, collection_site::num_elements)?;
        w.put(&f_num_elements.to_be_bytes());
        rt::sink::exact(
            self.elements.len() as u64,
            if i64::from(f_num_elements) < 0 { 0i64 } else { i64::from(f_num_elements) },
            collection_site::elements,
        )?;
        for e in self.elements.iter() {
            e.encode(w)?;
        }
        Ok(())
    }
}
/// The head of a [`Collection`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct CollectionRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    /// Number of elements. Cassandra takes a negative one, which it does not write, for 0.
    pub num_elements: i32,
}
impl<'a> CollectionRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_num_elements = r.i32_be(collection_site::num_elements)?;
        Ok(CollectionRef { begin, rest: *r, num_elements: f_num_elements })
    }
    rt::sited!(collection_site);
}
/// What stands in a [`Collection`].
pub static COLLECTION_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&collection_site::ALL, &[]).root().fields(&[
        t::S4,
        t::of(&nullable::NULLABLE_TABLE, &[]).times(&If(
            &Of(Lt, &Name("num_elements"), &Int(0)),
            &Int(0),
            &Name("num_elements"),
        )),
    ])
};
rt::reflect!(Collection : elements);
