// Written by `expand` from the specification dynamic_composite.ksy. Do not edit.
rt::sites! {
    component_site : "component" in "values/dynamic_composite.ksy", line
    super::dynamic_composite_site::LAST + 5; label 4; body 3;
}
/// A component.
///
/// Specification: `component` in `values/dynamic_composite.ksy`. Cassandra: org.apache.cassandra.db.marshal.DynamicCompositeType.getComparator.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Component {
    /// Its type.
    pub label: ComponentLabel,
    /// Its value.
    pub body: ComponentBody,
}
impl Component {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        ComponentRef::read(r)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        self.label.encode(w)?;
        self.body.encode(w)?;
        Ok(())
    }
}
/// The head of a [`Component`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct ComponentRef<'a> {
    pub label: ComponentLabelRef<'a>,
    pub body: ComponentBodyRef<'a>,
}
impl<'a> ComponentRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_label = ComponentLabelRef::read(r).within(component_site::label)?;
        let f_body = ComponentBodyRef::read(r).within(component_site::body)?;
        Ok(ComponentRef { label: f_label, body: f_body })
    }
    pub fn to_model(&self) -> rt::ReadResult<Component> {
        Ok(Component { label: self.label.to_model()?, body: self.body.to_model()? })
    }
    rt::sited!(component_site);
}
/// What stands in a [`Component`].
pub static COMPONENT_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&component_site::ALL, &[])
        .fields(&[t::of(&COMPONENT_LABEL_TABLE, &[]), t::of(&COMPONENT_BODY_TABLE, &[])])
};
rt::reflect!(Component : label, body);
