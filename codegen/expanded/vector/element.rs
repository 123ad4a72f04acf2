// Written by `expand` from the specification vector.ksy. Do not edit.

__rt::sites! {
    element_site : "element" in "values/vector.ksy", line super::vector_site::LAST + 6;
    len 10; data 5;
}
/// An element. Cassandra goes on after as many bytes as the shortest form of its length has, so that a longer form, which no writer
/// makes, is misread.
///
/// Specification: `element` in `values/vector.ksy`. Cassandra: org.apache.cassandra.db.marshal.VectorType.VariableLengthSerializer.readValue.
#[derive(Debug, Clone, PartialEq)]
pub struct Element {
    /// The bytes of the element, as its type serializes it. Null is not possible.
    pub data: Vec<u8>,
}
impl Element {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(
        r: &mut __rt::Reader<'_>,
        p_fixed_len: i64,
    ) -> __rt::error::Result<Self> {
        let f_len = if p_fixed_len < 0i64 {
            Some(__rt::native::UvintCodec::read(r, element_site::len)?)
        } else {
            None
        };
        let f_data = {
            let len = (if p_fixed_len < 0i64 {
                i64::try_from(
                        f_len
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Absent {
                                            field: "len",
                                        },
                                        element_site::data,
                                    )
                            })?,
                    )
                    .map_err(|_| {
                        r.error(__rt::ReadErrorKind::Overflow, element_site::data)
                    })?
            } else {
                p_fixed_len
            });
            r.take_i(len, element_site::data)?
        }
            .to_vec();
        Ok(Self { data: f_data })
    }
}
/// The head of a [`Element`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct ElementRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /// Length of every element in bytes; -1 if they differ.
    pub fixed_len: i64,
    /// Length in bytes, up to 2^31 - 1.
    pub len: Option<u64>,
    /// The bytes of the element, as its type serializes it. Null is not possible.
    pub data: &'a [u8],
}
impl<'a> ElementRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    pub fn read(
        r: &mut __rt::Reader<'a>,
        p_fixed_len: i64,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_len = if p_fixed_len < 0i64 {
            Some(__rt::native::UvintCodec::read(r, element_site::len)?)
        } else {
            None
        };
        let f_data = {
            let len = (if p_fixed_len < 0i64 {
                i64::try_from(
                        f_len
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Absent {
                                            field: "len",
                                        },
                                        element_site::data,
                                    )
                            })?,
                    )
                    .map_err(|_| {
                        r.error(__rt::ReadErrorKind::Overflow, element_site::data)
                    })?
            } else {
                p_fixed_len
            });
            r.take_i(len, element_site::data)?
        };
        Ok(ElementRef {
            lifetime: std::marker::PhantomData,
            fixed_len: p_fixed_len,
            len: f_len,
            data: f_data,
        })
    }
    __rt::sited!(element_site);
}
impl Element {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn skip(r: &mut __rt::Reader<'_>, p_fixed_len: i64) -> __rt::error::Result<()> {
        let f_len = if p_fixed_len < 0i64 {
            Some(__rt::native::UvintCodec::read(r, element_site::len)?)
        } else {
            None
        };
        let f_data = {
            let len = (if p_fixed_len < 0i64 {
                i64::try_from(
                        f_len
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Absent {
                                            field: "len",
                                        },
                                        element_site::data,
                                    )
                            })?,
                    )
                    .map_err(|_| {
                        r.error(__rt::ReadErrorKind::Overflow, element_site::data)
                    })?
            } else {
                p_fixed_len
            });
            r.take_i(len, element_site::data)?
        };
        Ok(())
    }
}
/// What stands in a [`Element`].
pub static ELEMENT_TABLE: __rt::table::Table = {
    use __rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&element_site::ALL, &["fixed_len"])
        .fields(
            &[
                t::native(t::Native::Uvint, &[])
                    .when(&Of(Lt, &Name("fixed_len"), &Int(0))),
                t::bytes(
                    t::Size::Bytes(
                        &If(
                            &Of(Lt, &Name("fixed_len"), &Int(0)),
                            &Member(&Name("len"), "value"),
                            &Name("fixed_len"),
                        ),
                    ),
                ),
            ],
        )
};
__rt::reflect!(Element : data);
impl Element {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn encode<S: __rt::Sink>(
        &self,
        w: &mut S,
        p_fixed_len: i64,
    ) -> __rt::sink::WriteResult<()> {
        let f_len = if p_fixed_len < 0i64 {
            Some(
                __rt::sink::narrow::<u64, _>(self.data.len() as i64, element_site::len)?,
            )
        } else {
            None
        };
        if let Some(v) = f_len {
            __rt::native::UvintCodec::write(w, &v, element_site::len)?;
        }
        __rt::sink::exact(
            self.data.len() as u64,
            if p_fixed_len < 0i64 {
                i64::try_from(
                        f_len
                            .ok_or_else(|| __rt::WriteError::new(
                                __rt::WriteErrorKind::Expression {
                                    what: "a field that is needed is absent",
                                },
                                element_site::data,
                            ))?,
                    )
                    .map_err(|_| __rt::WriteError::new(
                        __rt::WriteErrorKind::Expression {
                            what: "a number leaves 64 bits",
                        },
                        element_site::data,
                    ))?
            } else {
                p_fixed_len
            },
            element_site::data,
        )?;
        w.put(&self.data);
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn size_of(&self, p_fixed_len: i64) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, p_fixed_len)?;
        Ok(counter.pos())
    }
}
