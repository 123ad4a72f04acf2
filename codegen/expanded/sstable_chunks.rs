// Written by `expand` from the specification sstable_chunks.ksy. Do not edit.

#[allow(unused_imports, reason = "not every file needs them")]
use ::cqlite_runtime as __rt;
#[allow(unused_imports, reason = "not every file needs them")]
use __rt::sink::Sink as _;
///What reading [`SstableChunks`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct SstableChunksParams<'p> {
    ///The parsed CompressionInfo.db.
    pub info: &'p super::compression_info::SstableCompressionInfo,
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> SstableChunksParams<'p> {
    /// All of it.
    pub fn new(info: &'p super::compression_info::SstableCompressionInfo) -> Self {
        SstableChunksParams {
            info,
            lifetime: std::marker::PhantomData,
        }
    }
}
static SITE_SSTABLE_CHUNKS__SELF: __rt::Site = __rt::Site {
    owner: "sstable_chunks",
    field: "_self",
    file: "sstable/sstable_chunks.ksy",
    line: 1u32,
};
static SITE_SSTABLE_CHUNKS_CHUNKS: __rt::Site = __rt::Site {
    owner: "sstable_chunks",
    field: "chunks",
    file: "sstable/sstable_chunks.ksy",
    line: 21u32,
};
/**Where CompressionInfo.db exists, Data.db is nothing but compressed chunks, each with its checksum behind. What comes out of them, put
together, is the stream that sstable_data.ksy describes, and positions in that stream are what everything else refers to.

The chunks lie close together and in order. Neither their number nor their lengths are in this file: both follow from the offsets in
CompressionInfo.db.*/
///
///Specification: `sstable/sstable_chunks.ksy`, line 1. Cassandra: org.apache.cassandra.io.compress.CompressedSequentialWriter.
#[derive(Debug, Clone, PartialEq)]
pub struct SstableChunks {
    ///The chunks.
    pub chunks: Vec<super::chunks::Chunk>,
}
impl SstableChunks {
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
        cx: &super::chunks::SstableChunksParams<'_>,
    ) -> __rt::error::Result<Self> {
        let (f_chunks, from_chunks, to_chunks) = {
            let mut at = r.at(0i64, &SITE_SSTABLE_CHUNKS_CHUNKS)?;
            let r = &mut at;
            let from_chunks = r.pos();
            let f_chunks = {
                let count = __rt::array::count(
                    r,
                    (cx.info.chunk_offsets.len() as i64),
                    0,
                    &SITE_SSTABLE_CHUNKS_CHUNKS,
                )?;
                #[allow(unused_mut)]
                let mut all = __rt::array::reserve(count);
                for index in 0..count {
                    #[allow(unused_variables)]
                    let index = index as i64;
                    all.push(
                        (|| -> __rt::error::Result<_> {
                            {
                                let arg0 = cx;
                                let arg1 = index;
                                super::chunks::Chunk::decode(r, arg0, arg1)
                            }
                                .map_err(|e: __rt::ReadError| {
                                    e.within(&SITE_SSTABLE_CHUNKS_CHUNKS, None)
                                })
                        })()
                            .map_err(|e: __rt::ReadError| {
                                e.at_index(&SITE_SSTABLE_CHUNKS_CHUNKS, index)
                            })?,
                    );
                }
                all
            };
            (f_chunks, from_chunks, r.pos())
        };
        Ok(Self { chunks: f_chunks })
    }
}
///The head of a [`SstableChunks`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct SstableChunksRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
}
impl<'a> SstableChunksRef<'a> {
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
        cx: &super::chunks::SstableChunksParams<'_>,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        Ok({
            super::chunks::SstableChunksRef {
                begin,
                rest: *r,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_SSTABLE_CHUNKS__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[&SITE_SSTABLE_CHUNKS_CHUNKS];
        FIELDS
    }
}
impl SstableChunks {
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
        cx: &super::chunks::SstableChunksParams<'_>,
    ) -> __rt::error::Result<()> {
        Ok(())
    }
}
impl SstableChunks {
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
        cx: &super::chunks::SstableChunksParams<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_chunks = {
            let mut at = r.at(0i64, &SITE_SSTABLE_CHUNKS_CHUNKS)?;
            let r = &mut at;
            let f_chunks = {
                let value = ();
                let count = __rt::array::count(
                    r,
                    (cx.info.chunk_offsets.len() as i64),
                    0,
                    &SITE_SSTABLE_CHUNKS_CHUNKS,
                )?;
                for index in 0..count {
                    let index = index as i64;
                    (|| -> __rt::error::Result<()> {
                        w.enter(
                            &SITE_SSTABLE_CHUNKS_CHUNKS,
                            Some(index as u64),
                            r.offset(),
                        );
                        let asked = {
                            let arg0 = cx;
                            let arg1 = index;
                            super::chunks::Chunk::walk(r, arg0, arg1, w)
                        }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_SSTABLE_CHUNKS_CHUNKS, None)
                            })?;
                        w.leave(r.offset());
                        Ok(())
                    })()
                        .map_err(|e: __rt::ReadError| {
                            e.at_index(&SITE_SSTABLE_CHUNKS_CHUNKS, index)
                        })?;
                }
                value
            };
            f_chunks
        };
        Ok(())
    }
}
impl SstableChunks {
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
        cx: &super::chunks::SstableChunksParams<'_>,
    ) -> __rt::sink::WriteResult<()> {
        __rt::sink::exact(
            self.chunks.len() as u64,
            (cx.info.chunk_offsets.len() as i64),
            &SITE_SSTABLE_CHUNKS_CHUNKS,
        )?;
        for (index, e) in self.chunks.iter().enumerate() {
            let index = index as i64;
            e.encode(w, cx, index)?;
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
        cx: &super::chunks::SstableChunksParams<'_>,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx)?;
        Ok(counter.pos())
    }
}
static SITE_CHUNK__SELF: __rt::Site = __rt::Site {
    owner: "chunk",
    field: "_self",
    file: "sstable/sstable_chunks.ksy",
    line: 28u32,
};
static SITE_CHUNK_STORED: __rt::Site = __rt::Site {
    owner: "chunk",
    field: "stored",
    file: "sstable/sstable_chunks.ksy",
    line: 49u32,
};
/**One chunk. It is compressed unless it has `max_compressed_length` bytes or more. If the last one is stored as it is although it is
shorter than that, zeros are put behind it up to that length, so that the rule holds for it too; `data_length` tells how many bytes
count. Compaction leaves a chunk of no bytes at the end.

The compressed forms are each library's own, without frames: LZ4 a block behind its uncompressed length in 4 bytes, which are
little-endian, alone in this format; Snappy raw; Deflate with zlib's header; Zstd a frame (which has a checksum of its own).*/
///
///Specification: `sstable/sstable_chunks.ksy`, line 28. Cassandra: org.apache.cassandra.io.util.CompressedChunkReader.
#[derive(Debug, Clone, PartialEq)]
pub struct Chunk {
    ///The chunk.
    pub stored: super::chunks::StoredChunk,
}
impl Chunk {
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
        cx: &super::chunks::SstableChunksParams<'_>,
        p_idx: i64,
    ) -> __rt::error::Result<Self> {
        let (f_stored, from_stored, to_stored) = {
            let mut at = r
                .at(
                    ((*__rt::array::element(&cx.info.chunk_offsets, p_idx)
                        .ok_or_else(|| {
                            r.error(__rt::ReadErrorKind::Overflow, &SITE_CHUNK_STORED)
                        })?)),
                    &SITE_CHUNK_STORED,
                )?;
            let r = &mut at;
            let from_stored = r.pos();
            let f_stored = {
                let mut sub = {
                    let len = (((if ((p_idx + 1i64)
                        < (cx.info.chunk_offsets.len() as i64))
                    {
                        (*__rt::array::element(&cx.info.chunk_offsets, (p_idx + 1i64))
                            .ok_or_else(|| {
                                r.error(__rt::ReadErrorKind::Overflow, &SITE_CHUNK_STORED)
                            })?)
                    } else {
                        (r.size() as i64)
                    })))
                        .checked_sub(
                            ((*__rt::array::element(&cx.info.chunk_offsets, p_idx)
                                .ok_or_else(|| {
                                    r.error(__rt::ReadErrorKind::Overflow, &SITE_CHUNK_STORED)
                                })?)),
                        )
                        .ok_or_else(|| {
                            r.error(__rt::ReadErrorKind::Overflow, &SITE_CHUNK_STORED)
                        })?;
                    r.sub_i(len, &SITE_CHUNK_STORED)?
                };
                let value = { super::chunks::StoredChunk::decode(&mut sub) }
                    .map_err(|e: __rt::ReadError| e.within(&SITE_CHUNK_STORED, None))?;
                sub.finish(&SITE_CHUNK_STORED)?;
                value
            };
            (f_stored, from_stored, r.pos())
        };
        Ok(Self { stored: f_stored })
    }
}
///The head of a [`Chunk`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct ChunkRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    ///Number of the chunk, from 0.
    pub idx: i64,
    ///Where it starts, in bytes.
    pub ofs: i64,
    ///Where the next one starts, or the file ends.
    pub ofs_next: i64,
}
impl<'a> ChunkRef<'a> {
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
        cx: &super::chunks::SstableChunksParams<'_>,
        p_idx: i64,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        Ok({
            let value_ofs = ((*__rt::array::element(&cx.info.chunk_offsets, p_idx)
                .ok_or_else(|| {
                    r.error(__rt::ReadErrorKind::Overflow, &SITE_CHUNK__SELF)
                })?));
            let value_ofs_next = ((if ((p_idx + 1i64)
                < (cx.info.chunk_offsets.len() as i64))
            {
                (*__rt::array::element(&cx.info.chunk_offsets, (p_idx + 1i64))
                    .ok_or_else(|| {
                        r.error(__rt::ReadErrorKind::Overflow, &SITE_CHUNK__SELF)
                    })?)
            } else {
                (r.size() as i64)
            }));
            super::chunks::ChunkRef {
                begin,
                rest: *r,
                idx: p_idx,
                ofs: value_ofs,
                ofs_next: value_ofs_next,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_CHUNK__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[&SITE_CHUNK_STORED];
        FIELDS
    }
}
impl Chunk {
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
        cx: &super::chunks::SstableChunksParams<'_>,
        p_idx: i64,
    ) -> __rt::error::Result<()> {
        Ok(())
    }
}
impl Chunk {
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
        cx: &super::chunks::SstableChunksParams<'_>,
        p_idx: i64,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_stored = {
            let mut at = r
                .at(
                    ((*__rt::array::element(&cx.info.chunk_offsets, p_idx)
                        .ok_or_else(|| {
                            r.error(__rt::ReadErrorKind::Overflow, &SITE_CHUNK_STORED)
                        })?)),
                    &SITE_CHUNK_STORED,
                )?;
            let r = &mut at;
            let f_stored = {
                let value = ();
                w.enter(&SITE_CHUNK_STORED, None, r.offset());
                let mut sub = {
                    let len = (((if ((p_idx + 1i64)
                        < (cx.info.chunk_offsets.len() as i64))
                    {
                        (*__rt::array::element(&cx.info.chunk_offsets, (p_idx + 1i64))
                            .ok_or_else(|| {
                                r.error(__rt::ReadErrorKind::Overflow, &SITE_CHUNK_STORED)
                            })?)
                    } else {
                        (r.size() as i64)
                    })))
                        .checked_sub(
                            ((*__rt::array::element(&cx.info.chunk_offsets, p_idx)
                                .ok_or_else(|| {
                                    r.error(__rt::ReadErrorKind::Overflow, &SITE_CHUNK_STORED)
                                })?)),
                        )
                        .ok_or_else(|| {
                            r.error(__rt::ReadErrorKind::Overflow, &SITE_CHUNK_STORED)
                        })?;
                    r.sub_i(len, &SITE_CHUNK_STORED)?
                };
                let asked = { super::chunks::StoredChunk::walk(&mut sub, w) }
                    .map_err(|e: __rt::ReadError| e.within(&SITE_CHUNK_STORED, None))?;
                sub.finish(&SITE_CHUNK_STORED)?;
                w.leave(r.offset());
                value
            };
            f_stored
        };
        Ok(())
    }
}
impl Chunk {
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
        cx: &super::chunks::SstableChunksParams<'_>,
        p_idx: i64,
    ) -> __rt::sink::WriteResult<()> {
        self.stored.encode(w)?;
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(
        &self,
        cx: &super::chunks::SstableChunksParams<'_>,
        p_idx: i64,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx, p_idx)?;
        Ok(counter.pos())
    }
}
static SITE_STORED_CHUNK__SELF: __rt::Site = __rt::Site {
    owner: "stored_chunk",
    field: "_self",
    file: "sstable/sstable_chunks.ksy",
    line: 54u32,
};
static SITE_STORED_CHUNK_BODY: __rt::Site = __rt::Site {
    owner: "stored_chunk",
    field: "body",
    file: "sstable/sstable_chunks.ksy",
    line: 58u32,
};
static SITE_STORED_CHUNK_CRC: __rt::Site = __rt::Site {
    owner: "stored_chunk",
    field: "crc",
    file: "sstable/sstable_chunks.ksy",
    line: 61u32,
};
///The bytes of a chunk, and their checksum.
///
///Specification: `sstable/sstable_chunks.ksy`, line 54. Cassandra: org.apache.cassandra.io.compress.CompressedSequentialWriter.flushData.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredChunk {
    ///The bytes, compressed or not.
    pub body: Vec<u8>,
}
impl StoredChunk {
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
        let from_body = r.pos();
        let f_body = {
            let len = ((r.size() as i64))
                .checked_sub(4i64)
                .ok_or_else(|| {
                    r.error(__rt::ReadErrorKind::Overflow, &SITE_STORED_CHUNK_BODY)
                })?;
            r.take_i(len, &SITE_STORED_CHUNK_BODY)?
        }
            .to_vec();
        let to_body = r.pos();
        let f_crc = r.u32_be(&SITE_STORED_CHUNK_CRC)?;
        {
            let stored = f_crc;
            let mut computed = 0u32;
            computed = __rt::checksum::crc32(r.between(from_body, to_body), computed);
            let stored = u64::from(stored);
            if stored != u64::from(computed) {
                let kind = __rt::ReadErrorKind::Checksum {
                    stored,
                    computed: computed.into(),
                    width: 4,
                };
                return Err(r.error_before(4, kind, &SITE_STORED_CHUNK_CRC));
            }
        }
        Ok(Self { body: f_body })
    }
}
///The head of a [`StoredChunk`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct StoredChunkRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///The bytes, compressed or not.
    pub body: &'a [u8],
    ///CRC-32 of `body` as it is stored. Cassandra checks it for some of the chunks it reads only (the table's `crc_check_chance`).
    pub crc: u32,
}
impl<'a> StoredChunkRef<'a> {
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
        let f_body = {
            let len = ((r.size() as i64))
                .checked_sub(4i64)
                .ok_or_else(|| {
                    r.error(__rt::ReadErrorKind::Overflow, &SITE_STORED_CHUNK_BODY)
                })?;
            r.take_i(len, &SITE_STORED_CHUNK_BODY)?
        };
        let f_crc = r.u32_be(&SITE_STORED_CHUNK_CRC)?;
        Ok({
            super::chunks::StoredChunkRef {
                lifetime: std::marker::PhantomData,
                body: f_body,
                crc: f_crc,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_STORED_CHUNK__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_STORED_CHUNK_BODY,
            &SITE_STORED_CHUNK_CRC,
        ];
        FIELDS
    }
}
impl StoredChunk {
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
        let f_body = {
            let len = ((r.size() as i64))
                .checked_sub(4i64)
                .ok_or_else(|| {
                    r.error(__rt::ReadErrorKind::Overflow, &SITE_STORED_CHUNK_BODY)
                })?;
            r.take_i(len, &SITE_STORED_CHUNK_BODY)?
        };
        let f_crc = r.u32_be(&SITE_STORED_CHUNK_CRC)?;
        Ok(())
    }
}
impl StoredChunk {
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
        let f_body = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let len = ((r.size() as i64))
                            .checked_sub(4i64)
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Overflow,
                                        &SITE_STORED_CHUNK_BODY,
                                    )
                            })?;
                        r.take_i(len, &SITE_STORED_CHUNK_BODY)?
                    }
                }
            };
            let offset = r.offset();
            let leaf = {
                let len = ((r.size() as i64))
                    .checked_sub(4i64)
                    .ok_or_else(|| {
                        r.error(__rt::ReadErrorKind::Overflow, &SITE_STORED_CHUNK_BODY)
                    })?;
                r.take_i(len, &SITE_STORED_CHUNK_BODY)?
            };
            w.leaf(
                &SITE_STORED_CHUNK_BODY,
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
                { r.u32_be(&SITE_STORED_CHUNK_CRC)? }
            };
            let offset = r.offset();
            let leaf = r.u32_be(&SITE_STORED_CHUNK_CRC)?;
            w.leaf(
                &SITE_STORED_CHUNK_CRC,
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
impl StoredChunk {
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
        let from_body = w.pos();
        w.put(&self.body);
        let to_body = w.pos();
        w.put(
            &{
                let mut sum = 0u32;
                sum = w.crc32(from_body, to_body, sum);
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
