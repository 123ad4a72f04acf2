// Written by `expand` from the specification dynamic_composite.ksy. Do not edit.

__rt::sites! {
    component_site : "component" in "values/dynamic_composite.ksy", line
    super::dynamic_composite_site::LAST + 5; label 4; body 3;
}
/// A component.
///
/// Specification: `component` in `values/dynamic_composite.ksy`. Cassandra: org.apache.cassandra.db.marshal.DynamicCompositeType.getComparator.
#[derive(Debug, Clone, PartialEq)]
pub struct Component {
    /// Its type.
    pub label: ComponentLabel,
    /// Its value.
    pub body: ComponentBody,
}
impl Component {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let f_label = ComponentLabel::decode(r).within(component_site::label)?;
        let f_body = ComponentBody::decode(r).within(component_site::body)?;
        Ok(Self {
            label: f_label,
            body: f_body,
        })
    }
}
/// The head of a [`Component`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct ComponentRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /// Its type.
    pub label: ComponentLabelRef<'a>,
    /// Its value.
    pub body: ComponentBodyRef<'a>,
}
impl<'a> ComponentRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_label = ComponentLabelRef::read(r).within(component_site::label)?;
        let f_body = ComponentBodyRef::read(r).within(component_site::body)?;
        Ok(ComponentRef {
            lifetime: std::marker::PhantomData,
            label: f_label,
            body: f_body,
        })
    }
    __rt::sited!(component_site);
}
impl Component {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let f_label = ComponentLabel::skip(r).within(component_site::label)?;
        let f_body = ComponentBody::skip(r).within(component_site::body)?;
        Ok(())
    }
}
/// What stands in a [`Component`].
pub static COMPONENT_TABLE: __rt::table::Table = {
    use __rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&component_site::ALL, &[])
        .fields(&[t::of(&COMPONENT_LABEL_TABLE, &[]), t::of(&COMPONENT_BODY_TABLE, &[])])
};
__rt::reflect!(Component : label, body);
impl Component {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        self.label.encode(w)?;
        self.body.encode(w)?;
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
