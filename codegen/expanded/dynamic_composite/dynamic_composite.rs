// Written by `expand` from the specification dynamic_composite.ksy. Do not edit.

__rt::sites! {
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
#[derive(Debug, Clone, PartialEq)]
pub struct DynamicComposite {
    /// The components.
    pub components: Vec<Component>,
}
impl DynamicComposite {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let f_components = {
            let mut all = Vec::new();
            while !r.at_end() {
                let (index, before) = (all.len() as i64, r.pos());
                all.push(
                    (|| -> __rt::error::Result<_> {
                        Component::decode(r).within(dynamic_composite_site::components)
                    })()
                        .at_index(dynamic_composite_site::components, index)?,
                );
                __rt::array::progress(r, before, dynamic_composite_site::components)?;
            }
            all
        };
        Ok(Self { components: f_components })
    }
}
/// The head of a [`DynamicComposite`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct DynamicCompositeRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
}
impl<'a> DynamicCompositeRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        Ok(DynamicCompositeRef {
            begin,
            rest: *r,
        })
    }
    __rt::sited!(dynamic_composite_site);
}
impl DynamicComposite {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        while !r.at_end() {
            let before = r.pos();
            let _ = Component::skip(r).within(dynamic_composite_site::components)?;
            __rt::array::progress(r, before, dynamic_composite_site::components)?;
        }
        Ok(())
    }
}
/// What stands in a [`DynamicComposite`].
pub static DYNAMIC_COMPOSITE_TABLE: __rt::table::Table = {
    use __rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&dynamic_composite_site::ALL, &[])
        .root()
        .fields(&[t::of(&COMPONENT_TABLE, &[]).repeat(t::Repeat::Eos)])
};
impl DynamicComposite {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        __rt::table::walk(&DYNAMIC_COMPOSITE_TABLE, Vec::new(), r, w)
    }
}
__rt::reflect!(DynamicComposite : components);
impl DynamicComposite {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        for e in self.components.iter() {
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
