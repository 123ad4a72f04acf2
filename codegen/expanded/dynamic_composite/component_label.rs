// Written by `expand` from the specification dynamic_composite.ksy. Do not edit.
rt::sites! {
    component_label_site : "component_label" in "values/dynamic_composite.ksy", line
    super::component_site::LAST + 3; header 4; name 3;
}
/// The type of a component, by an alias of the column's type or by name.
///
/// Specification: `component_label` in `values/dynamic_composite.ksy`. Cassandra: org.apache.cassandra.db.marshal.DynamicCompositeType.getComparator.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ComponentLabel {
    /// From 0x8000 on: the low byte is the alias. Else the length of the name in bytes.
    pub header: u16,
    /// Name of the type (cql_type.ksy), in UTF-8.
    pub name: Option<Vec<u8>>,
}
impl ComponentLabel {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        ComponentLabelRef::read(r)?.to_model()
    }
    /// The type is told by an alias.
    pub fn has_alias(&self) -> bool {
        i64::from(self.header) >= 32768
    }
    /// The alias, a character; of use if there is one.
    pub fn alias(&self) -> i64 {
        i64::from(self.header) & 255
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        w.put(&self.header.to_be_bytes());
        if let Some(v) =
            rt::sink::agreed(self.name.as_ref(), i64::from(self.header) < 32768, component_label_site::name)?
        {
            rt::sink::exact(v.len() as u64, i64::from(self.header), component_label_site::name)?;
            w.copy(v);
        }
        Ok(())
    }
}
/// The head of a [`ComponentLabel`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct ComponentLabelRef<'a> {
    pub header: u16,
    pub name: Option<&'a [u8]>,
    pub has_alias: bool,
    pub alias: i64,
}
impl<'a> ComponentLabelRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_header = r.u16_be(component_label_site::header)?;
        let f_name = if i64::from(f_header) < 32768 {
            Some({
                let len = i64::from(f_header);
                r.take_i(len, component_label_site::name)?
            })
        } else {
            None
        };
        let value_has_alias = (i64::from(f_header) >= 32768);
        let value_alias = (i64::from(f_header) & 255);
        Ok(ComponentLabelRef { header: f_header, name: f_name, has_alias: value_has_alias, alias: value_alias })
    }
    pub fn to_model(&self) -> rt::ReadResult<ComponentLabel> {
        Ok(ComponentLabel { header: self.header, name: self.name.as_ref().map(|v| v.to_vec()) })
    }
    rt::sited!(component_label_site);
}
/// What stands in a [`ComponentLabel`].
pub static COMPONENT_LABEL_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&component_label_site::ALL, &[])
        .fields(&[t::U2, t::bytes(t::Size::Bytes(&Name("header"))).when(&Of(Lt, &Name("header"), &Int(32768)))])
        .values(&[
            t::value("has_alias", Of(Ge, &Name("header"), &Int(32768))),
            t::value("alias", Of(BitAnd, &Name("header"), &Int(255))),
        ])
};
rt::reflect!(ComponentLabel : header, name);
