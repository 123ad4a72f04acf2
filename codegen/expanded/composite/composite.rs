// Written by `expand` from the specification composite.ksy. Do not edit.
rt::sites! {
    composite_site : "composite" in "values/composite.ksy", line 1; first 15; others 4;
}
/// Several values in one: the partition key of a table whose key has several columns, and in tables with COMPACT STORAGE the names of cells.
///
/// ```text
/// text, int ('a', 7)   0001 61 00  0004 00000007 00
/// ```
///
/// Components may be missing at the end. No bytes at all are a value without components.
///
/// Specification: `composite` in `values/composite.ksy`. Cassandra: org.apache.cassandra.db.marshal.CompositeType, org.apache.cassandra.db.marshal.AbstractCompositeType.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Composite {
    /// The first component, or the mark of a static column's name.
    pub first: Option<Component>,
    /// The others, in the order of the type.
    pub others: Vec<Component>,
}
impl Composite {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        let head = CompositeRef::read(r)?;
        let f_others = rt::array::collect_rest(r, composite_site::others, |r, index| {
            Component::decode(r, false).within(composite_site::others)
        })?;
        Ok(Self { first: head.first.as_ref().map(|v| v.to_model()).transpose()?, others: f_others })
    }
    /// Passes over one.
    #[inline]
    pub fn skip(r: &mut rt::Reader<'_>) -> rt::ReadResult<()> {
        let head = CompositeRef::read(r)?;
        while !r.at_end() {
            let before = r.pos();
            let _ = ComponentRef::read(r, false).within(composite_site::others)?;
            rt::array::progress(r, before, composite_site::others)?;
        }
        Ok(())
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&COMPOSITE_TABLE, Vec::new(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        if let Some(v) = rt::sink::agreed(self.first.as_ref(), !(self.first.is_none()), composite_site::first)? {
            v.encode(w, true)?;
        }
        for e in self.others.iter() {
            e.encode(w, false)?;
        }
        Ok(())
    }
}
/// The head of a [`Composite`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct CompositeRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    pub first: Option<ComponentRef<'a>>,
}
impl<'a> CompositeRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_first =
            if !(r.at_end()) { Some(ComponentRef::read(r, true).within(composite_site::first)?) } else { None };
        Ok(CompositeRef { begin, rest: *r, first: f_first })
    }
    rt::sited!(composite_site);
}
/// What stands in a [`Composite`].
pub static COMPOSITE_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&composite_site::ALL, &[]).root().fields(&[
        t::of(&COMPONENT_TABLE, &[Bool(true)]).when(&Not(&Eof)),
        t::of(&COMPONENT_TABLE, &[Bool(false)]).repeat(t::Repeat::Eos),
    ])
};
rt::reflect!(Composite : first, others);
