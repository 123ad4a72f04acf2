// Written by `expand` from the specification sstable_common.ksy. Do not edit.

__rt::sites! {
    java_utf_site : "java_utf" in "common/sstable_common.ksy", line
    super::bytes_u4_site::LAST + 3; len 6; s 4;
}
/// Text as `java.io.DataOutput.writeUTF` writes it: "modified UTF-8", in which NUL is 0xc0 0x80 and characters beyond U+FFFF are two
/// surrogates of three bytes each. What Cassandra writes that way is ASCII in practice.
///
/// Specification: `java_utf` in `common/sstable_common.ksy`. Cassandra: java.io.DataOutput.writeUTF.
#[derive(Debug, Clone, PartialEq)]
pub struct JavaUtf {
    /// The text.
    pub s: String,
}
impl JavaUtf {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let f_len = r.u16_be(java_utf_site::len)?;
        let f_s = {
            let bytes = {
                let len = i64::from(f_len);
                r.take_i(len, java_utf_site::s)?
            };
            __rt::text::java_utf(r, bytes, java_utf_site::s)?
        };
        Ok(Self { s: f_s })
    }
}
/// The head of a [`JavaUtf`], borrowed.
#[derive(Debug, Clone)]
pub struct JavaUtfRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /// Length in bytes.
    pub len: u16,
    /// The text.
    pub s: String,
}
impl<'a> JavaUtfRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_len = r.u16_be(java_utf_site::len)?;
        let f_s = {
            let bytes = {
                let len = i64::from(f_len);
                r.take_i(len, java_utf_site::s)?
            };
            __rt::text::java_utf(r, bytes, java_utf_site::s)?
        };
        Ok({
            JavaUtfRef {
                lifetime: std::marker::PhantomData,
                len: f_len,
                s: f_s.clone(),
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        java_utf_site::_self
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [__rt::Site] {
        java_utf_site::FIELDS
    }
}
impl JavaUtf {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let f_len = r.u16_be(java_utf_site::len)?;
        let f_s = {
            let len = i64::from(f_len);
            r.take_i(len, java_utf_site::s)?
        };
        Ok(())
    }
}
impl JavaUtf {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_len = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u16_be(java_utf_site::len)? }
            };
            let offset = r.offset();
            let leaf = r.u16_be(java_utf_site::len)?;
            w.leaf(
                java_utf_site::len,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            value
        };
        let f_s = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    let bytes = {
                        let len = i64::from(f_len);
                        r.take_i(len, java_utf_site::s)?
                    };
                    __rt::text::java_utf(r, bytes, java_utf_site::s)?
                }
            };
            let offset = r.offset();
            let leaf = {
                let bytes = {
                    let len = i64::from(f_len);
                    r.take_i(len, java_utf_site::s)?
                };
                __rt::text::java_utf(r, bytes, java_utf_site::s)?
            };
            w.leaf(
                java_utf_site::s,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Text(leaf.into()),
            );
            value
        };
        Ok(())
    }
}
impl JavaUtf {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        let f_len = __rt::sink::narrow::<
            u16,
            _,
        >(
            {
                let mut counter = __rt::Counter::at(w.pos());
                let (begin, w) = (counter.pos(), &mut counter);
                {
                    let bytes = __rt::native::java_utf_encode(&self.s);
                    w.put(&bytes);
                }
                (w.pos() - begin) as i64
            },
            java_utf_site::len,
        )?;
        w.put(&f_len.to_be_bytes());
        {
            let bytes = __rt::native::java_utf_encode(&self.s);
            w.put(&bytes);
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
