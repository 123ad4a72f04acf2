// Written by `expand` from the specification sstable_toc.ksy. Do not edit.

#[allow(unused_imports, reason = "not every file needs them")]
use ::cqlite_runtime as __rt;
#[allow(unused_imports, reason = "not every file needs them")]
use __rt::sink::Sink as _;
static SITE_SSTABLE_TOC__SELF: __rt::Site = __rt::Site {
    owner: "sstable_toc",
    field: "_self",
    file: "sstable/sstable_toc.ksy",
    line: 1u32,
};
static SITE_SSTABLE_TOC_NAMES: __rt::Site = __rt::Site {
    owner: "sstable_toc",
    field: "names",
    file: "sstable/sstable_toc.ksy",
    line: 12u32,
};
/**Which files belong to the SSTable, one to a line: what their names have behind version, identifier and format (`Data.db`, `TOC.txt`,
`SAI+aa+GroupMeta.db`). Cassandra makes it anew from the directory if it is missing. The order means nothing.*/
///
///Specification: `sstable/sstable_toc.ksy`, line 1. Cassandra: org.apache.cassandra.io.sstable.format.TOCComponent.
#[derive(Debug, Clone, PartialEq)]
pub struct SstableToc {
    ///Names of components, each with a line feed behind it.
    pub names: Vec<String>,
}
impl SstableToc {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let f_names = {
            let mut all = Vec::new();
            while !r.at_end() {
                let (index, before) = (all.len() as i64, r.pos());
                all.push(
                    (|| -> __rt::error::Result<_> {
                        Ok({
                            let bytes = r.until(10u8);
                            __rt::text::utf8(r, bytes, &SITE_SSTABLE_TOC_NAMES)?
                                .to_owned()
                        })
                    })()
                        .map_err(|e: __rt::ReadError| {
                            e.at_index(&SITE_SSTABLE_TOC_NAMES, index)
                        })?,
                );
                __rt::array::progress(r, before, &SITE_SSTABLE_TOC_NAMES)?;
            }
            all
        };
        Ok(Self { names: f_names })
    }
}
///The head of a [`SstableToc`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct SstableTocRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
}
impl<'a> SstableTocRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        Ok({
            super::toc::SstableTocRef {
                begin,
                rest: *r,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_SSTABLE_TOC__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[&SITE_SSTABLE_TOC_NAMES];
        FIELDS
    }
}
impl SstableToc {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let f_names = {
            let mut all = Vec::new();
            while !r.at_end() {
                let (index, before) = (all.len() as i64, r.pos());
                all.push(
                    (|| -> __rt::error::Result<_> { Ok(r.until(10u8)) })()
                        .map_err(|e: __rt::ReadError| {
                            e.at_index(&SITE_SSTABLE_TOC_NAMES, index)
                        })?,
                );
                __rt::array::progress(r, before, &SITE_SSTABLE_TOC_NAMES)?;
            }
            all
        };
        Ok(())
    }
}
impl SstableToc {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_names = {
            let value = ();
            let mut index = 0i64;
            while !r.at_end() {
                let before = r.pos();
                (|| -> __rt::error::Result<()> {
                    let offset = r.offset();
                    let leaf = {
                        let bytes = r.until(10u8);
                        __rt::text::utf8(r, bytes, &SITE_SSTABLE_TOC_NAMES)?
                    };
                    w.leaf(
                        &SITE_SSTABLE_TOC_NAMES,
                        Some(index as u64),
                        offset,
                        r.offset() - offset,
                        __rt::Value::Text(leaf.into()),
                    );
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_SSTABLE_TOC_NAMES, index)
                    })?;
                __rt::array::progress(r, before, &SITE_SSTABLE_TOC_NAMES)?;
                index += 1;
            }
            value
        };
        Ok(())
    }
}
impl SstableToc {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        for e in &self.names {
            if e.as_bytes().contains(&10u8) {
                return Err(
                    __rt::WriteError::new(
                        __rt::WriteErrorKind::Expression {
                            what: "a value that has its own end in it",
                        },
                        &SITE_SSTABLE_TOC_NAMES,
                    ),
                );
            }
            w.put(e.as_bytes());
            w.put(&[10u8]);
        }
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
