// Written by `expand` from the specification sstable_crc.ksy. Do not edit.

#[allow(unused_imports, reason = "not every file needs them")]
use ::cqlite_runtime as __rt;
#[allow(unused_imports, reason = "not every file needs them")]
use __rt::sink::Sink as _;
static SITE_SSTABLE_CRC__SELF: __rt::Site = __rt::Site {
    owner: "sstable_crc",
    field: "_self",
    file: "sstable/sstable_crc.ksy",
    line: 1u32,
};
static SITE_SSTABLE_CRC_CHUNK_SIZE: __rt::Site = __rt::Site {
    owner: "sstable_crc",
    field: "chunk_size",
    file: "sstable/sstable_crc.ksy",
    line: 12u32,
};
static SITE_SSTABLE_CRC_CRCS: __rt::Site = __rt::Site {
    owner: "sstable_crc",
    field: "crcs",
    file: "sstable/sstable_crc.ksy",
    line: 17u32,
};
/**The checksums of Data.db, if the table is not compressed; otherwise they stand behind each chunk in Data.db itself and there is no CRC.db.
All versions have the same layout.*/
///
///Specification: `sstable/sstable_crc.ksy`, line 1. Cassandra: org.apache.cassandra.io.util.ChecksumWriter.
#[derive(Debug, Clone, PartialEq)]
pub struct SstableCrc {
    ///How many bytes of Data.db each checksum covers; 65536 by default.
    pub chunk_size: i32,
    ///CRC-32 of bytes `i * chunk_size` to `(i + 1) * chunk_size` of Data.db, the last one up to its end. As many as it takes to cover Data.db.
    pub crcs: Vec<u32>,
}
impl SstableCrc {
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
        let start = r.offset();
        let f_chunk_size = r.i32_be(&SITE_SSTABLE_CRC_CHUNK_SIZE)?;
        if !((i64::from(f_chunk_size) >= 1i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_chunk_size),
                expected: "a value within its range (How many bytes of Data.db each checksum covers; 65536 by default.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_SSTABLE_CRC_CHUNK_SIZE).into(),
            );
        }
        let f_crcs = {
            let mut all = Vec::new();
            while !r.at_end() {
                let (index, before) = (all.len() as i64, r.pos());
                all.push(
                    (|| -> __rt::error::Result<_> { r.u32_be(&SITE_SSTABLE_CRC_CRCS) })()
                        .map_err(|e: __rt::ReadError| {
                            e.at_index(&SITE_SSTABLE_CRC_CRCS, index)
                        })?,
                );
                __rt::array::progress(r, before, &SITE_SSTABLE_CRC_CRCS)?;
            }
            all
        };
        Ok(Self {
            chunk_size: f_chunk_size,
            crcs: f_crcs,
        })
    }
}
///The head of a [`SstableCrc`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct SstableCrcRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    ///How many bytes of Data.db each checksum covers; 65536 by default.
    pub chunk_size: i32,
}
impl<'a> SstableCrcRef<'a> {
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
        let start = r.offset();
        let f_chunk_size = r.i32_be(&SITE_SSTABLE_CRC_CHUNK_SIZE)?;
        if !((i64::from(f_chunk_size) >= 1i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_chunk_size),
                expected: "a value within its range (How many bytes of Data.db each checksum covers; 65536 by default.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_SSTABLE_CRC_CHUNK_SIZE).into(),
            );
        }
        Ok({
            super::crc::SstableCrcRef {
                begin,
                rest: *r,
                chunk_size: f_chunk_size,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_SSTABLE_CRC__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_SSTABLE_CRC_CHUNK_SIZE,
            &SITE_SSTABLE_CRC_CRCS,
        ];
        FIELDS
    }
}
impl SstableCrc {
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
        let start = r.offset();
        let f_chunk_size = r.i32_be(&SITE_SSTABLE_CRC_CHUNK_SIZE)?;
        if !((i64::from(f_chunk_size) >= 1i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_chunk_size),
                expected: "a value within its range (How many bytes of Data.db each checksum covers; 65536 by default.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_SSTABLE_CRC_CHUNK_SIZE).into(),
            );
        }
        let f_crcs = {
            let mut all = Vec::new();
            while !r.at_end() {
                let (index, before) = (all.len() as i64, r.pos());
                all.push(
                    (|| -> __rt::error::Result<_> { r.u32_be(&SITE_SSTABLE_CRC_CRCS) })()
                        .map_err(|e: __rt::ReadError| {
                            e.at_index(&SITE_SSTABLE_CRC_CRCS, index)
                        })?,
                );
                __rt::array::progress(r, before, &SITE_SSTABLE_CRC_CRCS)?;
            }
            all
        };
        Ok(())
    }
}
impl SstableCrc {
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
        let f_chunk_size = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_SSTABLE_CRC_CHUNK_SIZE)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_SSTABLE_CRC_CHUNK_SIZE)?;
            w.leaf(
                &SITE_SSTABLE_CRC_CHUNK_SIZE,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_crcs = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let mut all = Vec::new();
                        while !r.at_end() {
                            let (index, before) = (all.len() as i64, r.pos());
                            all.push(
                                (|| -> __rt::error::Result<_> {
                                    r.u32_be(&SITE_SSTABLE_CRC_CRCS)
                                })()
                                    .map_err(|e: __rt::ReadError| {
                                        e.at_index(&SITE_SSTABLE_CRC_CRCS, index)
                                    })?,
                            );
                            __rt::array::progress(r, before, &SITE_SSTABLE_CRC_CRCS)?;
                        }
                        all
                    }
                }
            };
            let mut index = 0i64;
            while !r.at_end() {
                let before = r.pos();
                (|| -> __rt::error::Result<()> {
                    let offset = r.offset();
                    let leaf = r.u32_be(&SITE_SSTABLE_CRC_CRCS)?;
                    w.leaf(
                        &SITE_SSTABLE_CRC_CRCS,
                        Some(index as u64),
                        offset,
                        r.offset() - offset,
                        __rt::Value::Unsigned(u64::from(leaf)),
                    );
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_SSTABLE_CRC_CRCS, index)
                    })?;
                __rt::array::progress(r, before, &SITE_SSTABLE_CRC_CRCS)?;
                index += 1;
            }
            value
        };
        Ok(())
    }
}
impl SstableCrc {
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
        if !((i64::from((self.chunk_size)) >= 1i64)) {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    &SITE_SSTABLE_CRC_CHUNK_SIZE,
                ),
            );
        }
        w.put(&self.chunk_size.to_be_bytes());
        for e in &self.crcs {
            w.put(&e.to_be_bytes());
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
