// Written by `expand` from the specification sstable_compression_info.ksy. Do not edit.
rt::sites! {
    compression_info_option_site : "option" in "sstable/sstable_compression_info.ksy",
    line super::sstable_compression_info_site::LAST + 5; key 4; value 3;
}
/// One of the compressor's options.
///
/// Specification: `option` in `sstable/sstable_compression_info.ksy`. Cassandra: org.apache.cassandra.schema.CompressionParams.otherOptions.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CompressionInfoOption {
    /// Name of the option, e.g. `compression_level`.
    pub key: common::JavaUtf,
    /// Its value, always as text.
    pub value: common::JavaUtf,
}
impl CompressionInfoOption {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableCompressionInfoParams<'_>) -> rt::ReadResult<Self> {
        CompressionInfoOptionRef::read(r, cx)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableCompressionInfoParams<'_>) -> rt::WriteResult<()> {
        self.key.encode(w)?;
        self.value.encode(w)?;
        Ok(())
    }
}
/// The head of a [`CompressionInfoOption`], borrowed; fields without a text are described there.
#[derive(Debug, Clone)]
pub struct CompressionInfoOptionRef<'a> {
    pub key: common::JavaUtfRef<'a>,
    pub value: common::JavaUtfRef<'a>,
}
impl<'a> CompressionInfoOptionRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableCompressionInfoParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_key = common::JavaUtfRef::read(r).within(compression_info_option_site::key)?;
        let f_value = common::JavaUtfRef::read(r).within(compression_info_option_site::value)?;
        Ok(CompressionInfoOptionRef { key: f_key.clone(), value: f_value.clone() })
    }
    pub fn to_model(&self) -> rt::ReadResult<CompressionInfoOption> {
        Ok(CompressionInfoOption { key: self.key.to_model()?, value: self.value.to_model()? })
    }
    rt::sited!(compression_info_option_site);
}
/// What stands in a [`CompressionInfoOption`].
pub static COMPRESSION_INFO_OPTION_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&compression_info_option_site::ALL, &[])
        .fields(&[t::of(&common::JAVA_UTF_TABLE, &[]), t::of(&common::JAVA_UTF_TABLE, &[])])
};
rt::reflect!(CompressionInfoOption : key, value);
