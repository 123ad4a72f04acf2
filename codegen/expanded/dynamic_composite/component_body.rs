// Written by `expand` from the specification dynamic_composite.ksy. Do not edit.
rt::sites! {
    component_body_site : "component_body" in "values/dynamic_composite.ksy", line
    super::component_label_site::LAST + 11; len 4; val 4; end_of_component 3;
}
/// The value of a component.
///
/// Specification: `component_body` in `values/dynamic_composite.ksy`. Cassandra: org.apache.cassandra.db.marshal.AbstractCompositeType.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ComponentBody {
    /// The bytes of the value, as its type serializes it.
    pub val: Vec<u8>,
    /// 0; in bounds 1 or -1, as in composite.ksy. Absent only in bytes that are no value, and end too early.
    pub end_of_component: Option<i8>,
}
impl ComponentBody {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        ComponentBodyRef::read(r)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        let f_len = rt::sink::narrow::<u16, _>(self.val.len() as i64, component_body_site::len)?;
        w.put(&f_len.to_be_bytes());
        w.copy(&self.val);
        if let Some(v) = rt::sink::agreed(
            self.end_of_component.as_ref(),
            !(self.end_of_component.is_none()),
            component_body_site::end_of_component,
        )? {
            w.put(&v.to_be_bytes());
        }
        Ok(())
    }
}
/// The head of a [`ComponentBody`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct ComponentBodyRef<'a> {
    /// Length in bytes.
    pub len: u16,
    pub val: &'a [u8],
    pub end_of_component: Option<i8>,
}
impl<'a> ComponentBodyRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_len = r.u16_be(component_body_site::len)?;
        let f_val = {
            let len = i64::from(f_len);
            r.take_i(len, component_body_site::val)?
        };
        let f_end_of_component = if !(r.at_end()) { Some(r.i8(component_body_site::end_of_component)?) } else { None };
        Ok(ComponentBodyRef { len: f_len, val: f_val, end_of_component: f_end_of_component })
    }
    pub fn to_model(&self) -> rt::ReadResult<ComponentBody> {
        Ok(ComponentBody { val: self.val.to_vec(), end_of_component: self.end_of_component })
    }
    rt::sited!(component_body_site);
}
/// What stands in a [`ComponentBody`].
pub static COMPONENT_BODY_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&component_body_site::ALL, &[]).fields(&[
        t::U2,
        t::bytes(t::Size::Bytes(&Name("len"))),
        t::S1.when(&Not(&Eof)),
    ])
};
rt::reflect!(ComponentBody : val, end_of_component);
