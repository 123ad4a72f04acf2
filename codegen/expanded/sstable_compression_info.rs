// Written by `expand` from the specification sstable_compression_info.ksy. Do not edit.

#[allow(unused_imports, reason = "not every file needs them")]
use ::cqlite_runtime as __rt;
#[allow(unused_imports, reason = "not every file needs them")]
use __rt::sink::Sink as _;
///What reading [`SstableCompressionInfo`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct SstableCompressionInfoParams<'p> {
    ///The version of the SSTable.
    pub v: super::version::SstableVersion,
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> SstableCompressionInfoParams<'p> {
    /// All of it.
    pub fn new(v: super::version::SstableVersion) -> Self {
        SstableCompressionInfoParams {
            v,
            lifetime: std::marker::PhantomData,
        }
    }
}
///`dictionary_kind`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DictionaryKind {
    ///A dictionary of Zstandard.
    Zstd = 0,
}
impl DictionaryKind {
    /// The value that a number stands for.
    #[inline]
    pub fn from_raw(n: i64) -> Option<Self> {
        match n {
            0 => Some(Self::Zstd),
            _ => None,
        }
    }
    /// Its id in the specification.
    pub fn id(self) -> &'static str {
        match self {
            Self::Zstd => "zstd",
        }
    }
}
static SITE_SSTABLE_COMPRESSION_INFO__SELF: __rt::Site = __rt::Site {
    owner: "sstable_compression_info",
    field: "_self",
    file: "sstable/sstable_compression_info.ksy",
    line: 1u32,
};
static SITE_SSTABLE_COMPRESSION_INFO_COMPRESSOR: __rt::Site = __rt::Site {
    owner: "sstable_compression_info",
    field: "compressor",
    file: "sstable/sstable_compression_info.ksy",
    line: 19u32,
};
static SITE_SSTABLE_COMPRESSION_INFO_NUM_OPTIONS: __rt::Site = __rt::Site {
    owner: "sstable_compression_info",
    field: "num_options",
    file: "sstable/sstable_compression_info.ksy",
    line: 25u32,
};
static SITE_SSTABLE_COMPRESSION_INFO_OPTIONS: __rt::Site = __rt::Site {
    owner: "sstable_compression_info",
    field: "options",
    file: "sstable/sstable_compression_info.ksy",
    line: 31u32,
};
static SITE_SSTABLE_COMPRESSION_INFO_CHUNK_LENGTH: __rt::Site = __rt::Site {
    owner: "sstable_compression_info",
    field: "chunk_length",
    file: "sstable/sstable_compression_info.ksy",
    line: 39u32,
};
static SITE_SSTABLE_COMPRESSION_INFO_MAX_COMPRESSED_LENGTH: __rt::Site = __rt::Site {
    owner: "sstable_compression_info",
    field: "max_compressed_length",
    file: "sstable/sstable_compression_info.ksy",
    line: 44u32,
};
static SITE_SSTABLE_COMPRESSION_INFO_DATA_LENGTH: __rt::Site = __rt::Site {
    owner: "sstable_compression_info",
    field: "data_length",
    file: "sstable/sstable_compression_info.ksy",
    line: 53u32,
};
static SITE_SSTABLE_COMPRESSION_INFO_NUM_CHUNKS: __rt::Site = __rt::Site {
    owner: "sstable_compression_info",
    field: "num_chunks",
    file: "sstable/sstable_compression_info.ksy",
    line: 58u32,
};
static SITE_SSTABLE_COMPRESSION_INFO_CHUNK_OFFSETS: __rt::Site = __rt::Site {
    owner: "sstable_compression_info",
    field: "chunk_offsets",
    file: "sstable/sstable_compression_info.ksy",
    line: 66u32,
};
static SITE_SSTABLE_COMPRESSION_INFO_DICTIONARY: __rt::Site = __rt::Site {
    owner: "sstable_compression_info",
    field: "dictionary",
    file: "sstable/sstable_compression_info.ksy",
    line: 73u32,
};
/**Says how Data.db was compressed: it was cut into chunks of `chunk_length` bytes (the last may be shorter), each of which was compressed by
itself. A position in the uncompressed stream, as all indexes give it, is in chunk `position / chunk_length`, and that chunk's offset in
Data.db is found here, without a search. The file is absent if the table is not compressed; Data.db then is the stream itself, and CRC.db
has its checksums. How a chunk is stored: sstable_chunks.ksy.*/
///
///Specification: `sstable/sstable_compression_info.ksy`, line 1. Cassandra: org.apache.cassandra.io.compress.CompressionMetadata.
#[derive(Debug, Clone, PartialEq)]
pub struct SstableCompressionInfo {
    /**Simple name of the compressor's class: `LZ4Compressor`, `SnappyCompressor`, `DeflateCompressor`, `ZstdCompressor` (from 4.0),
`NoopCompressor` (from 4.0), `ZstdDictionaryCompressor` (from 6.0; DSE has others). A name with dots is the full name of a class that
does not belong to Cassandra.*/
    pub compressor: super::common::JavaUtf,
    /**What the table's schema says about the compressor besides its class and chunk length, in no particular order. They matter to who
compresses, not to who reads; but a key of a fork that changes how chunks are laid out must not be passed over, so that a key that
starts with `org.apache.cassandra.` is a reason to refuse the file.*/
    pub options: Vec<super::compression_info::CompressionInfoOption>,
    ///Length of a chunk before compression, in bytes; a power of two.
    pub chunk_length: i32,
    /**A chunk whose compressed form would have this many bytes or more is stored as it is; how a reader tells the two apart. Follows from the
table's `min_compress_ratio`. 0x7fffffff: every chunk is compressed.*/
    pub max_compressed_length: i32,
    ///Length of the whole uncompressed stream in bytes; tells how long the last chunk is.
    pub data_length: i64,
    /**Where each chunk starts in Data.db, in bytes, ascending from 0. A chunk ends, behind its checksum of 4 bytes, where the next one starts,
or at the end of the file.*/
    pub chunk_offsets: Vec<i64>,
    ///The dictionary of the chunks. The file just ends where there is none, which is usual with most compressors.
    pub dictionary: Option<super::compression_info::Dictionary>,
}
impl SstableCompressionInfo {
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
    pub fn decode(
        r: &mut __rt::Reader<'_>,
        cx: &super::compression_info::SstableCompressionInfoParams<'_>,
    ) -> __rt::error::Result<Self> {
        let f_compressor = { super::common::JavaUtf::decode(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_SSTABLE_COMPRESSION_INFO_COMPRESSOR, None)
            })?;
        let start = r.offset();
        let f_num_options = r.i32_be(&SITE_SSTABLE_COMPRESSION_INFO_NUM_OPTIONS)?;
        if !((i64::from(f_num_options) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_options),
                expected: "a value within its range (Number of options.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_SSTABLE_COMPRESSION_INFO_NUM_OPTIONS,
                    )
                    .into(),
            );
        }
        let f_options = {
            let count = __rt::array::count(
                r,
                i64::from(f_num_options),
                4,
                &SITE_SSTABLE_COMPRESSION_INFO_OPTIONS,
            )?;
            #[allow(unused_mut)]
            let mut all = __rt::array::reserve(count);
            for index in 0..count {
                #[allow(unused_variables)]
                let index = index as i64;
                all.push(
                    (|| -> __rt::error::Result<_> {
                        { super::compression_info::CompressionInfoOption::decode(r) }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_SSTABLE_COMPRESSION_INFO_OPTIONS, None)
                            })
                    })()
                        .map_err(|e: __rt::ReadError| {
                            e.at_index(&SITE_SSTABLE_COMPRESSION_INFO_OPTIONS, index)
                        })?,
                );
            }
            all
        };
        let start = r.offset();
        let f_chunk_length = r.i32_be(&SITE_SSTABLE_COMPRESSION_INFO_CHUNK_LENGTH)?;
        if !(((i64::from(f_chunk_length) > 0i64)
            && ((i64::from(f_chunk_length) & (i64::from(f_chunk_length) - 1i64))
                == 0i64)))
        {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_chunk_length),
                expected: "a valid value (Length of a chunk before compression, in bytes; a power of two.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_SSTABLE_COMPRESSION_INFO_CHUNK_LENGTH,
                    )
                    .into(),
            );
        }
        let start = r.offset();
        let f_max_compressed_length = if cx.v.has_max_compressed_length() {
            let f_max_compressed_length = r
                .i32_be(&SITE_SSTABLE_COMPRESSION_INFO_MAX_COMPRESSED_LENGTH)?;
            if !(((i64::from(f_max_compressed_length) >= 0i64)
                && ((i64::from(f_max_compressed_length) <= i64::from(f_chunk_length))
                    || (i64::from(f_max_compressed_length) == 2147483647i64))))
            {
                let kind = __rt::ReadErrorKind::Invalid {
                    found: format!("{:?}", f_max_compressed_length),
                    expected: "a valid value (A chunk whose compressed form would have this many bytes or more is stored as it is; how a reader tells the two apart. Follows from the)",
                };
                return Err(
                    __rt::ReadError::new(
                            kind,
                            start,
                            &SITE_SSTABLE_COMPRESSION_INFO_MAX_COMPRESSED_LENGTH,
                        )
                        .into(),
                );
            }
            f_max_compressed_length
        } else {
            (2147483647 as i32)
        };
        let start = r.offset();
        let f_data_length = r.i64_be(&SITE_SSTABLE_COMPRESSION_INFO_DATA_LENGTH)?;
        if !((f_data_length >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_data_length),
                expected: "a value within its range (Length of the whole uncompressed stream in bytes; tells how long the last chunk is.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_SSTABLE_COMPRESSION_INFO_DATA_LENGTH,
                    )
                    .into(),
            );
        }
        let start = r.offset();
        let f_num_chunks = r.i32_be(&SITE_SSTABLE_COMPRESSION_INFO_NUM_CHUNKS)?;
        if !((i64::from(f_num_chunks) >= 1i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_chunks),
                expected: "a value within its range (Number of chunks: `data_length / chunk_length` rounded up, in files from a flush. What compaction wrote has one more at the end, in all)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_SSTABLE_COMPRESSION_INFO_NUM_CHUNKS,
                    )
                    .into(),
            );
        }
        let f_chunk_offsets = {
            let (count, bits, args) = (i64::from(f_num_chunks), 64, ());
            __rt::array::ArrayView::<
                '_,
                __rt::array::I64Be,
            >::take(r, count, bits, args, &SITE_SSTABLE_COMPRESSION_INFO_CHUNK_OFFSETS)?
        };
        let f_dictionary = if (cx.v.has_compression_dictionary() && !(r.at_end())) {
            Some(
                { super::compression_info::Dictionary::decode(r) }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_SSTABLE_COMPRESSION_INFO_DICTIONARY, None)
                    })?,
            )
        } else {
            None
        };
        Ok(Self {
            compressor: f_compressor,
            options: f_options,
            chunk_length: f_chunk_length,
            max_compressed_length: f_max_compressed_length,
            data_length: f_data_length,
            chunk_offsets: f_chunk_offsets
                .iter()
                .map(|e| e.map(|e| e.0))
                .collect::<__rt::error::Result<Vec<_>>>()?,
            dictionary: f_dictionary,
        })
    }
}
///The head of a [`SstableCompressionInfo`], borrowed.
#[derive(Debug, Clone)]
pub struct SstableCompressionInfoRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    /**Simple name of the compressor's class: `LZ4Compressor`, `SnappyCompressor`, `DeflateCompressor`, `ZstdCompressor` (from 4.0),
`NoopCompressor` (from 4.0), `ZstdDictionaryCompressor` (from 6.0; DSE has others). A name with dots is the full name of a class that
does not belong to Cassandra.*/
    pub compressor: super::common::JavaUtfRef<'a>,
    ///Number of options.
    pub num_options: i32,
}
impl<'a> SstableCompressionInfoRef<'a> {
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
    pub fn read(
        r: &mut __rt::Reader<'a>,
        cx: &super::compression_info::SstableCompressionInfoParams<'_>,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_compressor = { super::common::JavaUtfRef::read(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_SSTABLE_COMPRESSION_INFO_COMPRESSOR, None)
            })?;
        let start = r.offset();
        let f_num_options = r.i32_be(&SITE_SSTABLE_COMPRESSION_INFO_NUM_OPTIONS)?;
        if !((i64::from(f_num_options) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_options),
                expected: "a value within its range (Number of options.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_SSTABLE_COMPRESSION_INFO_NUM_OPTIONS,
                    )
                    .into(),
            );
        }
        Ok({
            super::compression_info::SstableCompressionInfoRef {
                begin,
                rest: *r,
                compressor: f_compressor.clone(),
                num_options: f_num_options,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_SSTABLE_COMPRESSION_INFO__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_SSTABLE_COMPRESSION_INFO_COMPRESSOR,
            &SITE_SSTABLE_COMPRESSION_INFO_NUM_OPTIONS,
            &SITE_SSTABLE_COMPRESSION_INFO_OPTIONS,
            &SITE_SSTABLE_COMPRESSION_INFO_CHUNK_LENGTH,
            &SITE_SSTABLE_COMPRESSION_INFO_MAX_COMPRESSED_LENGTH,
            &SITE_SSTABLE_COMPRESSION_INFO_DATA_LENGTH,
            &SITE_SSTABLE_COMPRESSION_INFO_NUM_CHUNKS,
            &SITE_SSTABLE_COMPRESSION_INFO_CHUNK_OFFSETS,
            &SITE_SSTABLE_COMPRESSION_INFO_DICTIONARY,
        ];
        FIELDS
    }
}
impl SstableCompressionInfo {
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
    pub fn skip(
        r: &mut __rt::Reader<'_>,
        cx: &super::compression_info::SstableCompressionInfoParams<'_>,
    ) -> __rt::error::Result<()> {
        let f_compressor = { super::common::JavaUtf::skip(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_SSTABLE_COMPRESSION_INFO_COMPRESSOR, None)
            })?;
        let start = r.offset();
        let f_num_options = r.i32_be(&SITE_SSTABLE_COMPRESSION_INFO_NUM_OPTIONS)?;
        if !((i64::from(f_num_options) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_options),
                expected: "a value within its range (Number of options.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_SSTABLE_COMPRESSION_INFO_NUM_OPTIONS,
                    )
                    .into(),
            );
        }
        let count = __rt::array::count(
            r,
            i64::from(f_num_options),
            0,
            &SITE_SSTABLE_COMPRESSION_INFO_OPTIONS,
        )?;
        for index in 0..count {
            let index = index as i64;
            let _ = { super::compression_info::CompressionInfoOption::skip(r) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_SSTABLE_COMPRESSION_INFO_OPTIONS, None)
                })?;
        }
        let start = r.offset();
        let f_chunk_length = r.i32_be(&SITE_SSTABLE_COMPRESSION_INFO_CHUNK_LENGTH)?;
        if !(((i64::from(f_chunk_length) > 0i64)
            && ((i64::from(f_chunk_length) & (i64::from(f_chunk_length) - 1i64))
                == 0i64)))
        {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_chunk_length),
                expected: "a valid value (Length of a chunk before compression, in bytes; a power of two.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_SSTABLE_COMPRESSION_INFO_CHUNK_LENGTH,
                    )
                    .into(),
            );
        }
        if cx.v.has_max_compressed_length() {
            let _ = r.i32_be(&SITE_SSTABLE_COMPRESSION_INFO_MAX_COMPRESSED_LENGTH)?;
        }
        let start = r.offset();
        let f_data_length = r.i64_be(&SITE_SSTABLE_COMPRESSION_INFO_DATA_LENGTH)?;
        if !((f_data_length >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_data_length),
                expected: "a value within its range (Length of the whole uncompressed stream in bytes; tells how long the last chunk is.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_SSTABLE_COMPRESSION_INFO_DATA_LENGTH,
                    )
                    .into(),
            );
        }
        let start = r.offset();
        let f_num_chunks = r.i32_be(&SITE_SSTABLE_COMPRESSION_INFO_NUM_CHUNKS)?;
        if !((i64::from(f_num_chunks) >= 1i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_chunks),
                expected: "a value within its range (Number of chunks: `data_length / chunk_length` rounded up, in files from a flush. What compaction wrote has one more at the end, in all)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_SSTABLE_COMPRESSION_INFO_NUM_CHUNKS,
                    )
                    .into(),
            );
        }
        let f_chunk_offsets = {
            let (count, bits, args) = (i64::from(f_num_chunks), 64, ());
            __rt::array::ArrayView::<
                '_,
                __rt::array::I64Be,
            >::take(r, count, bits, args, &SITE_SSTABLE_COMPRESSION_INFO_CHUNK_OFFSETS)?
        };
        let f_dictionary = if (cx.v.has_compression_dictionary() && !(r.at_end())) {
            Some(
                { super::compression_info::Dictionary::skip(r) }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_SSTABLE_COMPRESSION_INFO_DICTIONARY, None)
                    })?,
            )
        } else {
            None
        };
        Ok(())
    }
}
impl SstableCompressionInfo {
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
        cx: &super::compression_info::SstableCompressionInfoParams<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_compressor = {
            let value = ();
            w.enter(&SITE_SSTABLE_COMPRESSION_INFO_COMPRESSOR, None, r.offset());
            let asked = { super::common::JavaUtf::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_SSTABLE_COMPRESSION_INFO_COMPRESSOR, None)
                })?;
            w.leave(r.offset());
            value
        };
        let f_num_options = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_SSTABLE_COMPRESSION_INFO_NUM_OPTIONS)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_SSTABLE_COMPRESSION_INFO_NUM_OPTIONS)?;
            w.leaf(
                &SITE_SSTABLE_COMPRESSION_INFO_NUM_OPTIONS,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_options = {
            let value = ();
            let count = __rt::array::count(
                r,
                i64::from(f_num_options),
                0,
                &SITE_SSTABLE_COMPRESSION_INFO_OPTIONS,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    w.enter(
                        &SITE_SSTABLE_COMPRESSION_INFO_OPTIONS,
                        Some(index as u64),
                        r.offset(),
                    );
                    let asked = {
                        super::compression_info::CompressionInfoOption::walk(r, w)
                    }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_SSTABLE_COMPRESSION_INFO_OPTIONS, None)
                        })?;
                    w.leave(r.offset());
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_SSTABLE_COMPRESSION_INFO_OPTIONS, index)
                    })?;
            }
            value
        };
        let f_chunk_length = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_SSTABLE_COMPRESSION_INFO_CHUNK_LENGTH)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_SSTABLE_COMPRESSION_INFO_CHUNK_LENGTH)?;
            w.leaf(
                &SITE_SSTABLE_COMPRESSION_INFO_CHUNK_LENGTH,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_max_compressed_length = if cx.v.has_max_compressed_length() {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_SSTABLE_COMPRESSION_INFO_MAX_COMPRESSED_LENGTH)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_SSTABLE_COMPRESSION_INFO_MAX_COMPRESSED_LENGTH)?;
            w.leaf(
                &SITE_SSTABLE_COMPRESSION_INFO_MAX_COMPRESSED_LENGTH,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        let f_data_length = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i64_be(&SITE_SSTABLE_COMPRESSION_INFO_DATA_LENGTH)? }
            };
            let offset = r.offset();
            let leaf = r.i64_be(&SITE_SSTABLE_COMPRESSION_INFO_DATA_LENGTH)?;
            w.leaf(
                &SITE_SSTABLE_COMPRESSION_INFO_DATA_LENGTH,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_num_chunks = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_SSTABLE_COMPRESSION_INFO_NUM_CHUNKS)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_SSTABLE_COMPRESSION_INFO_NUM_CHUNKS)?;
            w.leaf(
                &SITE_SSTABLE_COMPRESSION_INFO_NUM_CHUNKS,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_chunk_offsets = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let (count, bits, args) = (i64::from(f_num_chunks), 64, ());
                        __rt::array::ArrayView::<
                            '_,
                            __rt::array::I64Be,
                        >::take(
                            r,
                            count,
                            bits,
                            args,
                            &SITE_SSTABLE_COMPRESSION_INFO_CHUNK_OFFSETS,
                        )?
                    }
                }
            };
            let count = __rt::array::count(
                r,
                i64::from(f_num_chunks),
                0,
                &SITE_SSTABLE_COMPRESSION_INFO_CHUNK_OFFSETS,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    let offset = r.offset();
                    let leaf = r.i64_be(&SITE_SSTABLE_COMPRESSION_INFO_CHUNK_OFFSETS)?;
                    w.leaf(
                        &SITE_SSTABLE_COMPRESSION_INFO_CHUNK_OFFSETS,
                        Some(index as u64),
                        offset,
                        r.offset() - offset,
                        __rt::Value::Signed(i64::from(leaf)),
                    );
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_SSTABLE_COMPRESSION_INFO_CHUNK_OFFSETS, index)
                    })?;
            }
            value
        };
        let f_dictionary = if (cx.v.has_compression_dictionary() && !(r.at_end())) {
            let value = ();
            w.enter(&SITE_SSTABLE_COMPRESSION_INFO_DICTIONARY, None, r.offset());
            let asked = { super::compression_info::Dictionary::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_SSTABLE_COMPRESSION_INFO_DICTIONARY, None)
                })?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        Ok(())
    }
}
impl SstableCompressionInfo {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(
        &self,
        w: &mut S,
        cx: &super::compression_info::SstableCompressionInfoParams<'_>,
    ) -> __rt::sink::WriteResult<()> {
        self.compressor.encode(w)?;
        let f_num_options = __rt::sink::narrow::<
            i32,
            _,
        >(self.options.len() as i64, &SITE_SSTABLE_COMPRESSION_INFO_NUM_OPTIONS)?;
        if !((i64::from((f_num_options)) >= 0i64)) {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    &SITE_SSTABLE_COMPRESSION_INFO_NUM_OPTIONS,
                ),
            );
        }
        w.put(&f_num_options.to_be_bytes());
        for e in &self.options {
            e.encode(w)?;
        }
        if !(((i64::from((self.chunk_length)) > 0i64)
            && ((i64::from((self.chunk_length))
                & (i64::from((self.chunk_length)) - 1i64)) == 0i64)))
        {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a valid value",
                    },
                    &SITE_SSTABLE_COMPRESSION_INFO_CHUNK_LENGTH,
                ),
            );
        }
        w.put(&self.chunk_length.to_be_bytes());
        if cx.v.has_max_compressed_length() {
            if !(((i64::from((self.max_compressed_length)) >= 0i64)
                && ((i64::from((self.max_compressed_length))
                    <= i64::from(self.chunk_length))
                    || (i64::from((self.max_compressed_length)) == 2147483647i64))))
            {
                return Err(
                    __rt::WriteError::new(
                        __rt::WriteErrorKind::Invalid {
                            expected: "a valid value",
                        },
                        &SITE_SSTABLE_COMPRESSION_INFO_MAX_COMPRESSED_LENGTH,
                    ),
                );
            }
            w.put(&self.max_compressed_length.to_be_bytes());
        } else {
            __rt::sink::left_out(
                self.max_compressed_length != (2147483647 as i32),
                &SITE_SSTABLE_COMPRESSION_INFO_MAX_COMPRESSED_LENGTH,
            )?;
        }
        if !(((self.data_length) >= 0i64)) {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    &SITE_SSTABLE_COMPRESSION_INFO_DATA_LENGTH,
                ),
            );
        }
        w.put(&self.data_length.to_be_bytes());
        let f_num_chunks = __rt::sink::narrow::<
            i32,
            _,
        >(self.chunk_offsets.len() as i64, &SITE_SSTABLE_COMPRESSION_INFO_NUM_CHUNKS)?;
        if !((i64::from((f_num_chunks)) >= 1i64)) {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    &SITE_SSTABLE_COMPRESSION_INFO_NUM_CHUNKS,
                ),
            );
        }
        w.put(&f_num_chunks.to_be_bytes());
        for e in &self.chunk_offsets {
            w.put(&e.to_be_bytes());
        }
        if let Some(v) = __rt::sink::agreed(
            &self.dictionary,
            (cx.v.has_compression_dictionary() && !(self.dictionary.is_none())),
            &SITE_SSTABLE_COMPRESSION_INFO_DICTIONARY,
        )? {
            v.encode(w)?;
        }
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(
        &self,
        cx: &super::compression_info::SstableCompressionInfoParams<'_>,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx)?;
        Ok(counter.pos())
    }
}
static SITE_COMPRESSION_INFO_OPTION__SELF: __rt::Site = __rt::Site {
    owner: "option",
    field: "_self",
    file: "sstable/sstable_compression_info.ksy",
    line: 78u32,
};
static SITE_COMPRESSION_INFO_OPTION_KEY: __rt::Site = __rt::Site {
    owner: "option",
    field: "key",
    file: "sstable/sstable_compression_info.ksy",
    line: 82u32,
};
static SITE_COMPRESSION_INFO_OPTION_VALUE: __rt::Site = __rt::Site {
    owner: "option",
    field: "value",
    file: "sstable/sstable_compression_info.ksy",
    line: 85u32,
};
///One of the compressor's options.
///
///Specification: `sstable/sstable_compression_info.ksy`, line 78. Cassandra: org.apache.cassandra.schema.CompressionParams.otherOptions.
#[derive(Debug, Clone, PartialEq)]
pub struct CompressionInfoOption {
    ///Name of the option, e.g. `compression_level`.
    pub key: super::common::JavaUtf,
    ///Its value, always as text.
    pub value: super::common::JavaUtf,
}
impl CompressionInfoOption {
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
        let f_key = { super::common::JavaUtf::decode(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_COMPRESSION_INFO_OPTION_KEY, None)
            })?;
        let f_value = { super::common::JavaUtf::decode(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_COMPRESSION_INFO_OPTION_VALUE, None)
            })?;
        Ok(Self { key: f_key, value: f_value })
    }
}
///The head of a [`CompressionInfoOption`], borrowed.
#[derive(Debug, Clone)]
pub struct CompressionInfoOptionRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Name of the option, e.g. `compression_level`.
    pub key: super::common::JavaUtfRef<'a>,
    ///Its value, always as text.
    pub value: super::common::JavaUtfRef<'a>,
}
impl<'a> CompressionInfoOptionRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_key = { super::common::JavaUtfRef::read(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_COMPRESSION_INFO_OPTION_KEY, None)
            })?;
        let f_value = { super::common::JavaUtfRef::read(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_COMPRESSION_INFO_OPTION_VALUE, None)
            })?;
        Ok({
            super::compression_info::CompressionInfoOptionRef {
                lifetime: std::marker::PhantomData,
                key: f_key.clone(),
                value: f_value.clone(),
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_COMPRESSION_INFO_OPTION__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_COMPRESSION_INFO_OPTION_KEY,
            &SITE_COMPRESSION_INFO_OPTION_VALUE,
        ];
        FIELDS
    }
}
impl CompressionInfoOption {
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
        let f_key = { super::common::JavaUtf::skip(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_COMPRESSION_INFO_OPTION_KEY, None)
            })?;
        let f_value = { super::common::JavaUtf::skip(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_COMPRESSION_INFO_OPTION_VALUE, None)
            })?;
        Ok(())
    }
}
impl CompressionInfoOption {
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
        let f_key = {
            let value = ();
            w.enter(&SITE_COMPRESSION_INFO_OPTION_KEY, None, r.offset());
            let asked = { super::common::JavaUtf::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_COMPRESSION_INFO_OPTION_KEY, None)
                })?;
            w.leave(r.offset());
            value
        };
        let f_value = {
            let value = ();
            w.enter(&SITE_COMPRESSION_INFO_OPTION_VALUE, None, r.offset());
            let asked = { super::common::JavaUtf::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_COMPRESSION_INFO_OPTION_VALUE, None)
                })?;
            w.leave(r.offset());
            value
        };
        Ok(())
    }
}
impl CompressionInfoOption {
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
        self.key.encode(w)?;
        self.value.encode(w)?;
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
static SITE_DICTIONARY__SELF: __rt::Site = __rt::Site {
    owner: "dictionary",
    field: "_self",
    file: "sstable/sstable_compression_info.ksy",
    line: 88u32,
};
static SITE_DICTIONARY_KIND: __rt::Site = __rt::Site {
    owner: "dictionary",
    field: "kind",
    file: "sstable/sstable_compression_info.ksy",
    line: 94u32,
};
static SITE_DICTIONARY_DICT_ID: __rt::Site = __rt::Site {
    owner: "dictionary",
    field: "dict_id",
    file: "sstable/sstable_compression_info.ksy",
    line: 98u32,
};
static SITE_DICTIONARY_LEN_DATA: __rt::Site = __rt::Site {
    owner: "dictionary",
    field: "len_data",
    file: "sstable/sstable_compression_info.ksy",
    line: 101u32,
};
static SITE_DICTIONARY_DATA: __rt::Site = __rt::Site {
    owner: "dictionary",
    field: "data",
    file: "sstable/sstable_compression_info.ksy",
    line: 107u32,
};
static SITE_DICTIONARY_CRC: __rt::Site = __rt::Site {
    owner: "dictionary",
    field: "crc",
    file: "sstable/sstable_compression_info.ksy",
    line: 110u32,
};
/**Bytes that are typical of the table, which compressor and decompressor know beforehand. They are the same for many SSTables, and yet each
one carries them, so that it can be read wherever it is copied to.*/
///
///Specification: `sstable/sstable_compression_info.ksy`, line 88. Cassandra: org.apache.cassandra.db.compression.CompressionDictionary.
#[derive(Debug, Clone, PartialEq)]
pub struct Dictionary {
    ///Which compressor the dictionary is for.
    pub kind: super::compression_info::DictionaryKind,
    ///Identifies the dictionary in the cluster; later dictionaries of a table have larger numbers.
    pub dict_id: i64,
    ///The dictionary as zstd made it; not compressed.
    pub data: Vec<u8>,
}
impl Dictionary {
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
        let from_kind = r.pos();
        let f_kind = {
            let found = r.u8(&SITE_DICTIONARY_KIND)? as i64;
            super::compression_info::DictionaryKind::from_raw(found)
                .ok_or_else(|| {
                    r.error_before(
                        1,
                        __rt::ReadErrorKind::UnknownValue {
                            found,
                            expected: "dictionary_kind",
                        },
                        &SITE_DICTIONARY_KIND,
                    )
                })?
        };
        let to_kind = r.pos();
        let from_dict_id = r.pos();
        let f_dict_id = r.i64_be(&SITE_DICTIONARY_DICT_ID)?;
        let to_dict_id = r.pos();
        let start = r.offset();
        let f_len_data = r.i32_be(&SITE_DICTIONARY_LEN_DATA)?;
        if !((i64::from(f_len_data) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_len_data),
                expected: "a value within its range (Length of the dictionary in bytes.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_DICTIONARY_LEN_DATA).into(),
            );
        }
        let from_data = r.pos();
        let f_data = {
            let len = i64::from(f_len_data);
            r.take_i(len, &SITE_DICTIONARY_DATA)?
        }
            .to_vec();
        let to_data = r.pos();
        let f_crc = r.u32_be(&SITE_DICTIONARY_CRC)?;
        {
            let stored = f_crc;
            let mut computed = 0u32;
            computed = __rt::checksum::crc32c(
                &__rt::checksum::in_order(r.between(from_kind, to_kind), true),
                computed,
            );
            computed = __rt::checksum::crc32c(
                &__rt::checksum::in_order(r.between(from_dict_id, to_dict_id), true),
                computed,
            );
            computed = __rt::checksum::crc32c(
                &__rt::checksum::in_order(r.between(from_data, to_data), false),
                computed,
            );
            let stored = u64::from(stored);
            if stored != u64::from(computed) {
                let kind = __rt::ReadErrorKind::Checksum {
                    stored,
                    computed: computed.into(),
                    width: 4,
                };
                return Err(r.error_before(4, kind, &SITE_DICTIONARY_CRC));
            }
        }
        Ok(Self {
            kind: f_kind,
            dict_id: f_dict_id,
            data: f_data,
        })
    }
}
///The head of a [`Dictionary`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct DictionaryRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Which compressor the dictionary is for.
    pub kind: super::compression_info::DictionaryKind,
    ///Identifies the dictionary in the cluster; later dictionaries of a table have larger numbers.
    pub dict_id: i64,
    ///Length of the dictionary in bytes.
    pub len_data: i32,
    ///The dictionary as zstd made it; not compressed.
    pub data: &'a [u8],
    /**CRC-32C over `kind`, `dict_id` and `data`, where the 8 bytes of `dict_id` are taken in little-endian order, unlike the way they are
stored. The length is left out.*/
    pub crc: u32,
}
impl<'a> DictionaryRef<'a> {
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
        let f_kind = {
            let found = r.u8(&SITE_DICTIONARY_KIND)? as i64;
            super::compression_info::DictionaryKind::from_raw(found)
                .ok_or_else(|| {
                    r.error_before(
                        1,
                        __rt::ReadErrorKind::UnknownValue {
                            found,
                            expected: "dictionary_kind",
                        },
                        &SITE_DICTIONARY_KIND,
                    )
                })?
        };
        let f_dict_id = r.i64_be(&SITE_DICTIONARY_DICT_ID)?;
        let start = r.offset();
        let f_len_data = r.i32_be(&SITE_DICTIONARY_LEN_DATA)?;
        if !((i64::from(f_len_data) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_len_data),
                expected: "a value within its range (Length of the dictionary in bytes.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_DICTIONARY_LEN_DATA).into(),
            );
        }
        let f_data = {
            let len = i64::from(f_len_data);
            r.take_i(len, &SITE_DICTIONARY_DATA)?
        };
        let f_crc = r.u32_be(&SITE_DICTIONARY_CRC)?;
        Ok({
            super::compression_info::DictionaryRef {
                lifetime: std::marker::PhantomData,
                kind: f_kind,
                dict_id: f_dict_id,
                len_data: f_len_data,
                data: f_data,
                crc: f_crc,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_DICTIONARY__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_DICTIONARY_KIND,
            &SITE_DICTIONARY_DICT_ID,
            &SITE_DICTIONARY_LEN_DATA,
            &SITE_DICTIONARY_DATA,
            &SITE_DICTIONARY_CRC,
        ];
        FIELDS
    }
}
impl Dictionary {
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
        let f_kind = {
            let found = r.u8(&SITE_DICTIONARY_KIND)? as i64;
            super::compression_info::DictionaryKind::from_raw(found)
                .ok_or_else(|| {
                    r.error_before(
                        1,
                        __rt::ReadErrorKind::UnknownValue {
                            found,
                            expected: "dictionary_kind",
                        },
                        &SITE_DICTIONARY_KIND,
                    )
                })?
        };
        let f_dict_id = r.i64_be(&SITE_DICTIONARY_DICT_ID)?;
        let start = r.offset();
        let f_len_data = r.i32_be(&SITE_DICTIONARY_LEN_DATA)?;
        if !((i64::from(f_len_data) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_len_data),
                expected: "a value within its range (Length of the dictionary in bytes.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_DICTIONARY_LEN_DATA).into(),
            );
        }
        let f_data = {
            let len = i64::from(f_len_data);
            r.take_i(len, &SITE_DICTIONARY_DATA)?
        };
        let f_crc = r.u32_be(&SITE_DICTIONARY_CRC)?;
        Ok(())
    }
}
impl Dictionary {
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
        let f_kind = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let found = r.u8(&SITE_DICTIONARY_KIND)? as i64;
                        super::compression_info::DictionaryKind::from_raw(found)
                            .ok_or_else(|| {
                                r.error_before(
                                    1,
                                    __rt::ReadErrorKind::UnknownValue {
                                        found,
                                        expected: "dictionary_kind",
                                    },
                                    &SITE_DICTIONARY_KIND,
                                )
                            })?
                    }
                }
            };
            let offset = r.offset();
            let leaf = {
                let found = r.u8(&SITE_DICTIONARY_KIND)? as i64;
                super::compression_info::DictionaryKind::from_raw(found)
                    .ok_or_else(|| {
                        r.error_before(
                            1,
                            __rt::ReadErrorKind::UnknownValue {
                                found,
                                expected: "dictionary_kind",
                            },
                            &SITE_DICTIONARY_KIND,
                        )
                    })?
            };
            w.leaf(
                &SITE_DICTIONARY_KIND,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Enum(leaf.id()),
            );
            value
        };
        let f_dict_id = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i64_be(&SITE_DICTIONARY_DICT_ID)? }
            };
            let offset = r.offset();
            let leaf = r.i64_be(&SITE_DICTIONARY_DICT_ID)?;
            w.leaf(
                &SITE_DICTIONARY_DICT_ID,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_len_data = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_DICTIONARY_LEN_DATA)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_DICTIONARY_LEN_DATA)?;
            w.leaf(
                &SITE_DICTIONARY_LEN_DATA,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_data = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let len = i64::from(f_len_data);
                        r.take_i(len, &SITE_DICTIONARY_DATA)?
                    }
                }
            };
            let offset = r.offset();
            let leaf = {
                let len = i64::from(f_len_data);
                r.take_i(len, &SITE_DICTIONARY_DATA)?
            };
            w.leaf(
                &SITE_DICTIONARY_DATA,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Bytes(leaf),
            );
            value
        };
        let f_crc = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u32_be(&SITE_DICTIONARY_CRC)? }
            };
            let offset = r.offset();
            let leaf = r.u32_be(&SITE_DICTIONARY_CRC)?;
            w.leaf(
                &SITE_DICTIONARY_CRC,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            value
        };
        Ok(())
    }
}
impl Dictionary {
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
        let from_kind = w.pos();
        w.put(&(self.kind as u8).to_be_bytes());
        let to_kind = w.pos();
        let from_dict_id = w.pos();
        w.put(&self.dict_id.to_be_bytes());
        let to_dict_id = w.pos();
        let f_len_data = __rt::sink::narrow::<
            i32,
            _,
        >((self.data.len() as i64), &SITE_DICTIONARY_LEN_DATA)?;
        if !((i64::from((f_len_data)) >= 0i64)) {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    &SITE_DICTIONARY_LEN_DATA,
                ),
            );
        }
        w.put(&f_len_data.to_be_bytes());
        let from_data = w.pos();
        w.put(&self.data);
        let to_data = w.pos();
        w.put(
            &{
                let mut sum = 0u32;
                sum = __rt::checksum::crc32c(&(self.kind as u8).to_le_bytes(), sum);
                sum = __rt::checksum::crc32c(&(self.dict_id as i64).to_le_bytes(), sum);
                sum = w.crc32c(from_data, to_data, sum);
                u32::from(sum)
            }
                .to_be_bytes(),
        );
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
