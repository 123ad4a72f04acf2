// Written by `expand` from the specification dynamic_composite.ksy. Do not edit.
rt::sites! {
    dynamic_composite_site : "dynamic_composite" in "values/dynamic_composite.ksy", line
    1; components 13;
}
/// A composite (composite.ksy) whose components name their types themselves, so that they can be others in each value. Only tables made by Thrift
/// or with the class's name as a type have it.
///
/// ```text
/// a => UTF8Type: 'x'   8061 0001 78 00
/// Int32Type: 7         0009 496e74333254797065 0004 00000007 00
/// ```
///
/// Specification: `dynamic_composite` in `values/dynamic_composite.ksy`. Cassandra: org.apache.cassandra.db.marshal.DynamicCompositeType.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DynamicComposite {
    /// The components.
    pub components: Vec<Component>,
}
impl DynamicComposite {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        let f_components = rt::array::collect_rest(r, dynamic_composite_site::components, |r, index| {
            Component::decode(r).within(dynamic_composite_site::components)
        })?;
        Ok(Self { components: f_components })
    }
    /// Passes over one.
    #[inline]
    pub fn skip(r: &mut rt::Reader<'_>) -> rt::ReadResult<()> {
        while !r.at_end() {
            let before = r.pos();
            let _ = ComponentRef::read(r).within(dynamic_composite_site::components)?;
            rt::array::progress(r, before, dynamic_composite_site::components)?;
        }
        Ok(())
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&DYNAMIC_COMPOSITE_TABLE, Vec::new(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        for e in self.components.iter() {
            e.encode(w)?;
        }
        Ok(())
    }
}
/// The head of a [`DynamicComposite`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct DynamicCompositeRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
}
impl<'a> DynamicCompositeRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        Ok(DynamicCompositeRef { begin, rest: *r })
    }
    rt::sited!(dynamic_composite_site);
}
/// What stands in a [`DynamicComposite`].
pub static DYNAMIC_COMPOSITE_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&dynamic_composite_site::ALL, &[])
        .root()
        .fields(&[t::of(&COMPONENT_TABLE, &[]).repeat(t::Repeat::Eos)])
};
rt::reflect!(DynamicComposite : components);
