// Written by `expand` from the specification composite.ksy. Do not edit.
rt::sites! {
    component_site : "component" in "values/composite.ksy", line
    super::composite_site::LAST + 5; len 8; val 3; end_of_component 4;
}
/// A component; or, if it is the first one and its length is 0xffff, a mark that this is the name of a static column's cell.
///
/// Specification: `component` in `values/composite.ksy`. Cassandra: org.apache.cassandra.db.marshal.CompositeType.readStatic.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Component {
    /// Length in bytes. 0xffff as the first one is the mark, which has no other fields.
    pub len: u16,
    /// The bytes of the value, as its type serializes it.
    pub val: Option<Vec<u8>>,
    /// 0; only in bounds, and of the last component, 1 (after all that begins with these components) or -1 (before all that do, but not
    /// they themselves). Absent only in bytes that are no value, and end too early.
    pub end_of_component: Option<i8>,
}
impl Component {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, p_is_first: bool) -> rt::ReadResult<Self> {
        ComponentRef::read(r, p_is_first)?.to_model()
    }
    /// It is the mark of a static column's name.
    pub fn is_static_mark(&self, p_is_first: bool) -> bool {
        p_is_first && (i64::from(self.len) == 65535)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, p_is_first: bool) -> rt::WriteResult<()> {
        w.put(&self.len.to_be_bytes());
        let i_is_static_mark = (p_is_first && (i64::from(self.len) == 65535));
        if let Some(v) = rt::sink::agreed(self.val.as_ref(), !(i_is_static_mark), component_site::val)? {
            rt::sink::exact(v.len() as u64, i64::from(self.len), component_site::val)?;
            w.copy(v);
        }
        if let Some(v) = rt::sink::agreed(
            self.end_of_component.as_ref(),
            !(i_is_static_mark) && !(self.end_of_component.is_none()),
            component_site::end_of_component,
        )? {
            w.put(&v.to_be_bytes());
        }
        Ok(())
    }
}
/// The head of a [`Component`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct ComponentRef<'a> {
    /// It is the first one.
    pub is_first: bool,
    pub len: u16,
    pub val: Option<&'a [u8]>,
    pub end_of_component: Option<i8>,
    pub is_static_mark: bool,
}
impl<'a> ComponentRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, p_is_first: bool) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_len = r.u16_be(component_site::len)?;
        let i_is_static_mark = (p_is_first && (i64::from(f_len) == 65535));
        let f_val = if !(i_is_static_mark) {
            Some({
                let len = i64::from(f_len);
                r.take_i(len, component_site::val)?
            })
        } else {
            None
        };
        let f_end_of_component =
            if !(i_is_static_mark) && !(r.at_end()) { Some(r.i8(component_site::end_of_component)?) } else { None };
        let value_is_static_mark = i_is_static_mark;
        Ok(ComponentRef {
            is_first: p_is_first,
            len: f_len,
            val: f_val,
            end_of_component: f_end_of_component,
            is_static_mark: value_is_static_mark,
        })
    }
    pub fn to_model(&self) -> rt::ReadResult<Component> {
        Ok(Component {
            len: self.len,
            val: self.val.as_ref().map(|v| v.to_vec()),
            end_of_component: self.end_of_component,
        })
    }
    rt::sited!(component_site);
}
/// What stands in a [`Component`].
pub static COMPONENT_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&component_site::ALL, &["is_first"])
        .fields(&[
            t::U2,
            t::bytes(t::Size::Bytes(&Name("len"))).when(&Not(&Name("is_static_mark"))),
            t::S1.when(&Of(And, &Not(&Name("is_static_mark")), &Not(&Eof))),
        ])
        .values(&[t::value("is_static_mark", Of(And, &Name("is_first"), &Of(Eq, &Name("len"), &Int(65535))))])
};
rt::reflect!(Component : len, val, end_of_component);
