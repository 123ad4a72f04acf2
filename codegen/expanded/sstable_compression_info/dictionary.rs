// Written by `expand` from the specification sstable_compression_info.ksy. Do not edit.
rt::sites! {
    dictionary_site : "dictionary" in "sstable/sstable_compression_info.ksy", line
    super::compression_info_option_site::LAST + 3; kind 6; dict_id 4; len_data 3; data 6;
    crc 3;
}
/// Bytes that are typical of the table, which compressor and decompressor know beforehand. They are the same for many SSTables, and yet each
/// one carries them, so that it can be read wherever it is copied to.
///
/// Specification: `dictionary` in `sstable/sstable_compression_info.ksy`. Cassandra: org.apache.cassandra.db.compression.CompressionDictionary.
#[derive(Debug, Clone, PartialEq)]
pub struct Dictionary {
    /// Which compressor the dictionary is for.
    pub kind: DictionaryKind,
    /// Identifies the dictionary in the cluster; later dictionaries of a table have larger numbers.
    pub dict_id: i64,
    /// The dictionary as zstd made it; not compressed.
    pub data: Vec<u8>,
}
impl Dictionary {
    /// Of `kind` and what nobody need choose: what a later version adds is one more of those.
    pub fn new(kind: DictionaryKind) -> Self {
        Self { kind, dict_id: Default::default(), data: Default::default() }
    }
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableCompressionInfoParams<'_>) -> rt::ReadResult<Self> {
        let from_kind = r.pos();
        let f_kind = {
            let found = r.u8(dictionary_site::kind)? as i64;
            r.known(DictionaryKind::from_raw(found), found, "dictionary_kind", 1, dictionary_site::kind)?
        };
        let to_kind = r.pos();
        let from_dict_id = r.pos();
        let f_dict_id = r.i64_be(dictionary_site::dict_id)?;
        let to_dict_id = r.pos();
        let start = r.offset();
        let f_len_data = r.i32_be(dictionary_site::len_data)?;
        rt::ReadError::demand(
            i64::from(f_len_data) >= 0,
            &f_len_data,
            "a value within its range (Length of the dictionary in bytes.)",
            start,
            dictionary_site::len_data,
        )?;
        let from_data = r.pos();
        let f_data = {
            let len = i64::from(f_len_data);
            r.take_i(len, dictionary_site::data)?
        }
        .to_vec();
        let to_data = r.pos();
        let f_crc = r.u32_be(dictionary_site::crc)?;
        if let Some(kind) = rt::checksum::Algorithm::Crc32cLe.differs(
            r,
            &[
                rt::checksum::number(from_kind, to_kind),
                rt::checksum::number(from_dict_id, to_dict_id),
                rt::checksum::bytes(from_data, to_data),
            ],
            u64::from(f_crc),
            rt::table::Int::U4,
        ) {
            return Err(r.error_before(4, kind, dictionary_site::crc));
        }
        Ok(Self { kind: f_kind, dict_id: f_dict_id, data: f_data })
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableCompressionInfoParams<'_>) -> rt::WriteResult<()> {
        let from_kind = w.pos();
        w.put(&(self.kind as u8).to_be_bytes());
        let to_kind = w.pos();
        let from_dict_id = w.pos();
        w.put(&self.dict_id.to_be_bytes());
        let to_dict_id = w.pos();
        let f_len_data = rt::sink::narrow::<i32, _>(self.data.len() as i64, dictionary_site::len_data)?;
        rt::sink::demand(i64::from(f_len_data) >= 0, "a value within its range", dictionary_site::len_data)?;
        w.put(&f_len_data.to_be_bytes());
        let from_data = w.pos();
        w.copy(&self.data);
        let to_data = w.pos();
        w.put(
            &(w.checksum(
                rt::checksum::Algorithm::Crc32cLe,
                &[
                    rt::checksum::number(from_kind, to_kind),
                    rt::checksum::number(from_dict_id, to_dict_id),
                    rt::checksum::bytes(from_data, to_data),
                ],
            ) as u32)
                .to_be_bytes(),
        );
        Ok(())
    }
}
/// The head of a [`Dictionary`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct DictionaryRef<'a> {
    pub kind: DictionaryKind,
    pub dict_id: i64,
    /// Length of the dictionary in bytes.
    pub len_data: i32,
    pub data: &'a [u8],
    /// CRC-32C over `kind`, `dict_id` and `data`, where the 8 bytes of `dict_id` are taken in little-endian order, unlike the way they are
    /// stored. The length is left out.
    pub crc: u32,
}
impl<'a> DictionaryRef<'a> {
    /// Reads the head, and compares its checksums with those of the bytes; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableCompressionInfoParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let from_kind = r.pos();
        let f_kind = {
            let found = r.u8(dictionary_site::kind)? as i64;
            r.known(DictionaryKind::from_raw(found), found, "dictionary_kind", 1, dictionary_site::kind)?
        };
        let to_kind = r.pos();
        let from_dict_id = r.pos();
        let f_dict_id = r.i64_be(dictionary_site::dict_id)?;
        let to_dict_id = r.pos();
        let start = r.offset();
        let f_len_data = r.i32_be(dictionary_site::len_data)?;
        rt::ReadError::demand(
            i64::from(f_len_data) >= 0,
            &f_len_data,
            "a value within its range (Length of the dictionary in bytes.)",
            start,
            dictionary_site::len_data,
        )?;
        let from_data = r.pos();
        let f_data = {
            let len = i64::from(f_len_data);
            r.take_i(len, dictionary_site::data)?
        };
        let to_data = r.pos();
        let f_crc = r.u32_be(dictionary_site::crc)?;
        if let Some(kind) = rt::checksum::Algorithm::Crc32cLe.differs(
            r,
            &[
                rt::checksum::number(from_kind, to_kind),
                rt::checksum::number(from_dict_id, to_dict_id),
                rt::checksum::bytes(from_data, to_data),
            ],
            u64::from(f_crc),
            rt::table::Int::U4,
        ) {
            return Err(r.error_before(4, kind, dictionary_site::crc));
        }
        Ok(DictionaryRef { kind: f_kind, dict_id: f_dict_id, len_data: f_len_data, data: f_data, crc: f_crc })
    }
    /// The same without a look at its checksums.
    #[inline]
    pub fn read_unchecked(r: &mut rt::Reader<'a>, cx: &SstableCompressionInfoParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_kind = {
            let found = r.u8(dictionary_site::kind)? as i64;
            r.known(DictionaryKind::from_raw(found), found, "dictionary_kind", 1, dictionary_site::kind)?
        };
        let f_dict_id = r.i64_be(dictionary_site::dict_id)?;
        let start = r.offset();
        let f_len_data = r.i32_be(dictionary_site::len_data)?;
        rt::ReadError::demand(
            i64::from(f_len_data) >= 0,
            &f_len_data,
            "a value within its range (Length of the dictionary in bytes.)",
            start,
            dictionary_site::len_data,
        )?;
        let f_data = {
            let len = i64::from(f_len_data);
            r.take_i(len, dictionary_site::data)?
        };
        let f_crc = r.u32_be(dictionary_site::crc)?;
        Ok(DictionaryRef { kind: f_kind, dict_id: f_dict_id, len_data: f_len_data, data: f_data, crc: f_crc })
    }
    rt::sited!(dictionary_site);
}
/// What stands in a [`Dictionary`].
pub static DICTIONARY_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&dictionary_site::ALL, &[]).fields(&[
        t::U1.named(&t::Kind::Int(t::Int::U1), "dictionary_kind", |n| {
            self::DictionaryKind::from_raw(n).map(self::DictionaryKind::id)
        }),
        t::S8,
        t::S4.least(0),
        t::bytes(t::Size::Bytes(&Name("len_data"))),
        t::U4,
    ])
};
rt::reflect!(Dictionary : kind, dict_id, data);
