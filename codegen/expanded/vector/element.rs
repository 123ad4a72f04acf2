// Written by `expand` from the specification vector.ksy. Do not edit.
rt::sites! {
    element_site : "element" in "values/vector.ksy", line super::vector_site::LAST + 6;
    len 10; data 5;
}
/// An element. Cassandra goes on after as many bytes as the shortest form of its length has, so that a longer form, which no writer
/// makes, is misread.
///
/// Specification: `element` in `values/vector.ksy`. Cassandra: org.apache.cassandra.db.marshal.VectorType.VariableLengthSerializer.readValue.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Element {
    /// The bytes of the element, as its type serializes it. Null is not possible.
    pub data: Vec<u8>,
}
impl Element {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, p_fixed_len: i64) -> rt::ReadResult<Self> {
        ElementRef::read(r, p_fixed_len)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, p_fixed_len: i64) -> rt::WriteResult<()> {
        let f_len = if p_fixed_len < 0 {
            Some(rt::sink::narrow::<u64, _>(self.data.len() as i64, element_site::len)?)
        } else {
            None
        };
        if let Some(v) = f_len {
            rt::UvintCodec::write(w, &v, element_site::len)?;
        }
        rt::sink::exact(
            self.data.len() as u64,
            if p_fixed_len < 0 {
                rt::sink::in_range(
                    i64::try_from(rt::sink::present(f_len, element_site::data)?).ok(),
                    element_site::data,
                )?
            } else {
                p_fixed_len
            },
            element_site::data,
        )?;
        w.copy(&self.data);
        Ok(())
    }
}
/// The head of a [`Element`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct ElementRef<'a> {
    /// Length of every element in bytes; -1 if they differ.
    pub fixed_len: i64,
    /// Length in bytes, up to 2^31 - 1.
    pub len: Option<u64>,
    pub data: &'a [u8],
}
impl<'a> ElementRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, p_fixed_len: i64) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_len = if p_fixed_len < 0 { Some(rt::UvintCodec::read(r, element_site::len)?) } else { None };
        let f_data = {
            let len = (if p_fixed_len < 0 {
                r.in_range(i64::try_from(r.present(f_len, "len", element_site::data)?).ok(), element_site::data)?
            } else {
                p_fixed_len
            });
            r.take_i(len, element_site::data)?
        };
        Ok(ElementRef { fixed_len: p_fixed_len, len: f_len, data: f_data })
    }
    pub fn to_model(&self) -> rt::ReadResult<Element> {
        Ok(Element { data: self.data.to_vec() })
    }
    rt::sited!(element_site);
}
/// What stands in a [`Element`].
pub static ELEMENT_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&element_site::ALL, &["fixed_len"]).fields(&[
        t::native(t::Native::Uvint, &[]).when(&Of(Lt, &Name("fixed_len"), &Int(0))),
        t::bytes(t::Size::Bytes(&If(
            &Of(Lt, &Name("fixed_len"), &Int(0)),
            &Member(&Name("len"), "value"),
            &Name("fixed_len"),
        ))),
    ])
};
rt::reflect!(Element : data);
