// Written by `expand` from the specification sstable_compression_info.ksy. Do not edit.
rt::sites! {
    sstable_compression_info_site : "sstable_compression_info" in
    "sstable/sstable_compression_info.ksy", line 1; compressor 18; num_options 7; options
    6; chunk_length 8; max_compressed_length 5; data_length 9; num_chunks 5;
    chunk_offsets 8; dictionary 7;
}
/// Says how Data.db was compressed: it was cut into chunks of `chunk_length` bytes (the last may be shorter), each of which was compressed by
/// itself. A position in the uncompressed stream, as all indexes give it, is in chunk `position / chunk_length`, and that chunk's offset in
/// Data.db is found here, without a search. The file is absent if the table is not compressed; Data.db then is the stream itself, and CRC.db
/// has its checksums. How a chunk is stored: sstable_chunks.ksy.
///
/// Specification: `sstable_compression_info` in `sstable/sstable_compression_info.ksy`. Cassandra: org.apache.cassandra.io.compress.CompressionMetadata.
#[derive(Debug, Clone, PartialEq)]
pub struct SstableCompressionInfo {
    /// Simple name of the compressor's class: `LZ4Compressor`, `SnappyCompressor`, `DeflateCompressor`, `ZstdCompressor` (from 4.0),
    /// `NoopCompressor` (from 4.0), `ZstdDictionaryCompressor` (from 6.0; DSE has others). Cassandra writes the name without its package,
    /// whatever class the table has, and looks a name without dots up in org.apache.cassandra.io.compress. A name with dots is read as the
    /// full name of a class, but no writer makes one: of a class in another package the simple name is stored too, under which it is not found.
    pub compressor: common::JavaUtf,
    /// What the table's schema says about the compressor besides its class and chunk length, in no particular order. They matter to who
    /// compresses, not to who reads; but a key of a fork that changes how chunks are laid out must not be passed over, so that a key that
    /// starts with `org.apache.cassandra.` is a reason to refuse the file.
    pub options: Vec<CompressionInfoOption>,
    /// Length of a chunk before compression, in bytes; a power of two.
    pub chunk_length: i32,
    /// A chunk whose compressed form would have this many bytes or more is stored as it is; how a reader tells the two apart. Follows from the
    /// table's `min_compress_ratio`. 0x7fffffff: every chunk is compressed.
    pub max_compressed_length: i32,
    /// Length of the whole uncompressed stream in bytes; tells how long the last chunk is.
    pub data_length: i64,
    /// Where each chunk starts in Data.db, in bytes, ascending from 0. A chunk ends, after its checksum of 4 bytes, where the next one starts,
    /// or at the end of the file.
    pub chunk_offsets: Vec<i64>,
    /// The dictionary of the chunks. The file just ends where there is none, which is usual with most compressors.
    pub dictionary: Option<Dictionary>,
}
impl SstableCompressionInfo {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableCompressionInfoParams<'_>) -> rt::ReadResult<Self> {
        let head = SstableCompressionInfoRef::read(r, cx)?;
        let f_options = rt::array::collect(
            i64::from(head.num_options),
            4,
            r,
            sstable_compression_info_site::options,
            |r, index| CompressionInfoOption::decode(r, cx).within(sstable_compression_info_site::options),
        )?;
        let start = r.offset();
        let f_chunk_length = r.i32_be(sstable_compression_info_site::chunk_length)?;
        rt::ReadError::demand(
            (i64::from(f_chunk_length) > 0) && ((i64::from(f_chunk_length) & (i64::from(f_chunk_length) - 1)) == 0),
            &f_chunk_length,
            "a valid value (Length of a chunk before compression, in bytes; a power of two.)",
            start,
            sstable_compression_info_site::chunk_length,
        )?;
        let start = r.offset();
        let f_max_compressed_length = if cx.v.has_max_compressed_length() {
            let f_max_compressed_length = r.i32_be(sstable_compression_info_site::max_compressed_length)?;
            rt::ReadError::demand(
                (i64::from(f_max_compressed_length) >= 0)
                    && ((i64::from(f_max_compressed_length) <= i64::from(f_chunk_length))
                        || (i64::from(f_max_compressed_length) == 2147483647)),
                &f_max_compressed_length,
                "a valid value (A chunk whose compressed form would have this many bytes or more is stored as it is; how a reader tells the two apart.)",
                start,
                sstable_compression_info_site::max_compressed_length,
            )?;
            f_max_compressed_length
        } else {
            (2147483647 as i32)
        };
        let start = r.offset();
        let f_data_length = r.i64_be(sstable_compression_info_site::data_length)?;
        rt::ReadError::demand(
            f_data_length >= 0,
            &f_data_length,
            "a value within its range (Length of the whole uncompressed stream in bytes; tells how long the last chunk is.)",
            start,
            sstable_compression_info_site::data_length,
        )?;
        let start = r.offset();
        let f_num_chunks = r.i32_be(sstable_compression_info_site::num_chunks)?;
        rt::ReadError::demand(
            i64::from(f_num_chunks) >= 1,
            &f_num_chunks,
            "a value within its range (Number of chunks: `data_length / chunk_length` rounded up, in files from a flush.)",
            start,
            sstable_compression_info_site::num_chunks,
        )?;
        let f_chunk_offsets = rt::array::ArrayView::<rt::array::I64Be>::take(
            r,
            i64::from(f_num_chunks),
            64,
            (),
            sstable_compression_info_site::chunk_offsets,
        )?;
        let f_dictionary = if cx.v.has_compression_dictionary() && !(r.at_end()) {
            Some(Dictionary::decode(r, cx).within(sstable_compression_info_site::dictionary)?)
        } else {
            None
        };
        Ok(Self {
            compressor: head.compressor.to_model()?,
            options: f_options,
            chunk_length: f_chunk_length,
            max_compressed_length: f_max_compressed_length,
            data_length: f_data_length,
            chunk_offsets: f_chunk_offsets.list(|e| Ok(e.0))?,
            dictionary: f_dictionary,
        })
    }
    /// It before there are chunks.
    pub fn without_chunks(mut self) -> Self {
        self.chunk_offsets = Default::default();
        self
    }
    /// Walks over the fields of one.
    pub fn walk(
        r: &mut rt::Reader<'_>,
        cx: &SstableCompressionInfoParams<'_>,
        w: &mut dyn rt::Walk,
    ) -> rt::ReadResult<()> {
        rt::table::walk(&SSTABLE_COMPRESSION_INFO_TABLE, cx.dynamic(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableCompressionInfoParams<'_>) -> rt::WriteResult<()> {
        self.compressor.encode(w)?;
        let f_num_options =
            rt::sink::narrow::<i32, _>(self.options.len() as i64, sstable_compression_info_site::num_options)?;
        rt::sink::demand(
            i64::from(f_num_options) >= 0,
            "a value within its range",
            sstable_compression_info_site::num_options,
        )?;
        w.put(&f_num_options.to_be_bytes());
        for e in self.options.iter() {
            e.encode(w, cx)?;
        }
        rt::sink::demand(
            (i64::from(self.chunk_length) > 0)
                && ((i64::from(self.chunk_length) & (i64::from(self.chunk_length) - 1)) == 0),
            "a valid value",
            sstable_compression_info_site::chunk_length,
        )?;
        w.put(&self.chunk_length.to_be_bytes());
        if cx.v.has_max_compressed_length() {
            rt::sink::demand(
                (i64::from(self.max_compressed_length) >= 0)
                    && ((i64::from(self.max_compressed_length) <= i64::from(self.chunk_length))
                        || (i64::from(self.max_compressed_length) == 2147483647)),
                "a valid value",
                sstable_compression_info_site::max_compressed_length,
            )?;
            w.put(&self.max_compressed_length.to_be_bytes());
        } else {
            rt::sink::left_out(
                self.max_compressed_length != (2147483647 as i32),
                sstable_compression_info_site::max_compressed_length,
            )?;
        }
        rt::sink::demand(
            (self.data_length) >= 0,
            "a value within its range",
            sstable_compression_info_site::data_length,
        )?;
        w.put(&self.data_length.to_be_bytes());
        let f_num_chunks =
            rt::sink::narrow::<i32, _>(self.chunk_offsets.len() as i64, sstable_compression_info_site::num_chunks)?;
        rt::sink::demand(
            i64::from(f_num_chunks) >= 1,
            "a value within its range",
            sstable_compression_info_site::num_chunks,
        )?;
        w.put(&f_num_chunks.to_be_bytes());
        for e in self.chunk_offsets.iter() {
            w.put(&e.to_be_bytes());
        }
        if let Some(v) = rt::sink::agreed(
            self.dictionary.as_ref(),
            cx.v.has_compression_dictionary() && !(self.dictionary.is_none()),
            sstable_compression_info_site::dictionary,
        )? {
            v.encode(w, cx)?;
        }
        Ok(())
    }
}
impl Default for SstableCompressionInfo {
    fn default() -> Self {
        Self {
            compressor: Default::default(),
            options: Default::default(),
            chunk_length: Default::default(),
            max_compressed_length: (2147483647 as i32),
            data_length: Default::default(),
            chunk_offsets: Default::default(),
            dictionary: Default::default(),
        }
    }
}
/// The head of a [`SstableCompressionInfo`], borrowed; fields without a text are described there.
#[derive(Debug, Clone)]
pub struct SstableCompressionInfoRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    pub compressor: common::JavaUtfRef<'a>,
    /// Number of options.
    pub num_options: i32,
    pub(crate) cx: SstableCompressionInfoParams<'static>,
}
impl<'a> SstableCompressionInfoRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableCompressionInfoParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_compressor = common::JavaUtfRef::read(r).within(sstable_compression_info_site::compressor)?;
        let start = r.offset();
        let f_num_options = r.i32_be(sstable_compression_info_site::num_options)?;
        rt::ReadError::demand(
            i64::from(f_num_options) >= 0,
            &f_num_options,
            "a value within its range (Number of options.)",
            start,
            sstable_compression_info_site::num_options,
        )?;
        Ok(SstableCompressionInfoRef {
            begin,
            rest: *r,
            compressor: f_compressor.clone(),
            num_options: f_num_options,
            cx: SstableCompressionInfoParams::new(cx.v),
        })
    }
    rt::sited!(sstable_compression_info_site);
}
/// What stands in a [`SstableCompressionInfo`].
pub static SSTABLE_COMPRESSION_INFO_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&sstable_compression_info_site::ALL, &["v"]).root().fields(&[
        t::of(&common::JAVA_UTF_TABLE, &[]),
        t::S4.least(0),
        t::of(&COMPRESSION_INFO_OPTION_TABLE, &[]).times(&Name("num_options")),
        t::S4.all(&[Of(
            And,
            &Of(Gt, &Name("chunk_length"), &Int(0)),
            &Of(Eq, &Of(BitAnd, &Name("chunk_length"), &Of(Sub, &Name("chunk_length"), &Int(1))), &Int(0)),
        )]),
        t::S4.when(&Member(&Name("v"), "has_max_compressed_length")).or(&Int(2147483647)).all(&[Of(
            And,
            &Of(Ge, &Name("max_compressed_length"), &Int(0)),
            &Of(
                Or,
                &Of(Le, &Name("max_compressed_length"), &Name("chunk_length")),
                &Of(Eq, &Name("max_compressed_length"), &Int(2147483647)),
            ),
        )]),
        t::S8.least(0),
        t::S4.least(1),
        t::S8.times(&Name("num_chunks")),
        t::of(&DICTIONARY_TABLE, &[]).when(&Of(And, &Member(&Name("v"), "has_compression_dictionary"), &Not(&Eof))),
    ])
};
rt::reflect!(
    SstableCompressionInfo : compressor, options, chunk_length, max_compressed_length,
    data_length, chunk_offsets, dictionary
);
