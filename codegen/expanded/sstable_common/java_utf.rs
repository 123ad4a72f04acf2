// Written by `expand` from the specification sstable_common.ksy. Do not edit.
rt::sites! {
    java_utf_site : "java_utf" in "common/sstable_common.ksy", line
    super::bytes_u4_site::LAST + 3; len 6; s 4;
}
/// Text as `java.io.DataOutput.writeUTF` writes it: "modified UTF-8", in which NUL is 0xc0 0x80 and characters beyond U+FFFF are two
/// surrogates of three bytes each. What Cassandra writes that way is ASCII in practice.
///
/// Specification: `java_utf` in `common/sstable_common.ksy`. Cassandra: java.io.DataOutput.writeUTF.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct JavaUtf {
    /// The text.
    pub s: String,
}
impl JavaUtf {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        JavaUtfRef::read(r)?.to_model()
    }
    /// Passes over one.
    #[inline]
    pub fn skip(r: &mut rt::Reader<'_>) -> rt::ReadResult<()> {
        let f_len = r.u16_be(java_utf_site::len)?;
        let f_s = {
            let len = i64::from(f_len);
            r.take_i(len, java_utf_site::s)?
        };
        Ok(())
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        JavaUtfParts::from(self).encode(w)
    }
}
/// The head of a [`JavaUtf`], borrowed; fields without a text are described there.
#[derive(Debug, Clone)]
pub struct JavaUtfRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /// Length in bytes.
    pub len: u16,
    pub s: String,
}
impl<'a> JavaUtfRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_len = r.u16_be(java_utf_site::len)?;
        let f_s = {
            let bytes = {
                let len = i64::from(f_len);
                r.take_i(len, java_utf_site::s)?
            };
            rt::text::java_utf(r, bytes, java_utf_site::s)?
        };
        Ok(JavaUtfRef { lifetime: std::marker::PhantomData, len: f_len, s: f_s.clone() })
    }
    pub fn to_model(&self) -> rt::ReadResult<JavaUtf> {
        Ok(JavaUtf { s: self.s.clone() })
    }
    rt::sited!(java_utf_site);
}
/// What stands in a [`JavaUtf`].
pub static JAVA_UTF_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&java_utf_site::ALL, &[]).fields(&[t::U2, t::text(true, t::Size::Bytes(&Name("len")))])
};
rt::reflect!(JavaUtf : s);
/// What is pushed of a [`JavaUtf`], borrowed; its fields are described there.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct JavaUtfParts<'a> {
    pub s: &'a str,
}
impl<'a> From<&'a JavaUtf> for JavaUtfParts<'a> {
    #[inline]
    fn from(model: &'a JavaUtf) -> Self {
        JavaUtfParts { s: &model.s }
    }
}
impl JavaUtfParts<'_> {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    #[inline(always)]
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        let f_len = rt::sink::narrow::<u16, _>(
            {
                let mut counter = rt::Counter::at(w.pos());
                let (begin, w) = (counter.pos(), &mut counter);
                {
                    let bytes = rt::java_utf_encode(&self.s);
                    w.copy(&bytes);
                }
                (w.pos() - begin) as i64
            },
            java_utf_site::len,
        )?;
        w.put(&f_len.to_be_bytes());
        {
            let bytes = rt::java_utf_encode(&self.s);
            w.copy(&bytes);
        }
        Ok(())
    }
}
