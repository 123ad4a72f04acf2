// Written by `expand` from the specification counter_context.ksy. Do not edit.
rt::sites! {
    element_site : "element" in "values/counter_context.ksy", line
    super::marks_site::LAST + 10; signed_index 4;
}
/// A shard that is local or global.
///
/// Specification: `element` in `values/counter_context.ksy`. Cassandra: org.apache.cassandra.db.context.CounterContext.ContextState.isGlobal.
#[derive(Debug, Clone, PartialEq, ::binrw::BinRead, ::binrw::BinWrite)]
#[brw(big)]
#[derive(Default)]
pub struct Element {
    /// Index of a local shard, or of a global one less 32768.
    pub signed_index: i16,
}
impl Element {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        let at = *r;
        let bytes = r.take(2, element_site::_self)?;
        ::binrw::BinRead::read(&mut std::io::Cursor::new(bytes)).map_err(|_| {
            at.error(rt::ReadErrorKind::UnexpectedEnd { needed: 2, available: bytes.len() as u64 }, element_site::_self)
        })
    }
    /// The shard is global.
    pub fn is_global(&self) -> bool {
        i64::from(self.signed_index) < 0
    }
    /// Index of the shard, from 0.
    pub fn index(&self) -> i64 {
        if i64::from(self.signed_index) < 0 {
            (i64::from(self.signed_index as i32) + 32768)
        } else {
            i64::from(self.signed_index as i32)
        }
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        let mut bytes = [0u8; 2];
        ::binrw::BinWrite::write(self, &mut std::io::Cursor::new(bytes.as_mut_slice())).map_err(|_| {
            rt::WriteError::new(
                rt::WriteErrorKind::Expression { what: "numbers of another width" },
                element_site::_self,
            )
        })?;
        w.put(&bytes);
        Ok(())
    }
}
/// The head of a [`Element`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct ElementRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    pub signed_index: i16,
    pub is_global: bool,
    pub index: i64,
}
impl<'a> ElementRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_signed_index = r.i16_be(element_site::signed_index)?;
        let value_is_global = (i64::from(f_signed_index) < 0);
        let value_index = (if i64::from(f_signed_index) < 0 {
            (i64::from(f_signed_index as i32) + 32768)
        } else {
            i64::from(f_signed_index as i32)
        });
        Ok(ElementRef {
            lifetime: std::marker::PhantomData,
            signed_index: f_signed_index,
            is_global: value_is_global,
            index: value_index,
        })
    }
    /// Width in bits.
    pub fn bits(args: ()) -> u64 {
        16
    }
    pub fn to_model(&self) -> rt::ReadResult<Element> {
        Ok(Element { signed_index: self.signed_index })
    }
    rt::sited!(element_site);
}
rt::element!(ElementRef);
/// What stands in a [`Element`].
pub static ELEMENT_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&element_site::ALL, &[]).fields(&[t::S2]).values(&[
        t::value("is_global", Of(Lt, &Name("signed_index"), &Int(0))),
        t::value(
            "index",
            If(
                &Of(Lt, &Name("signed_index"), &Int(0)),
                &Of(Add, &Cast(&Name("signed_index"), t::Int::S4), &Int(32768)),
                &Cast(&Name("signed_index"), t::Int::S4),
            ),
        ),
    ])
};
rt::reflect!(Element : signed_index);
