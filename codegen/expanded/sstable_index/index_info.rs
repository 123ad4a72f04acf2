// Written by `expand` from the specification sstable_index.ksy. Do not edit.
rt::sites! {
    index_info_site : "index_info" in "sstable/sstable_index.ksy", line
    super::promoted_index_site::LAST + 12; first_name 4; last_name 3; offset 3;
    width_delta 3; has_end_open_marker 6; end_open_marker 6;
}
/// A block of rows and markers of one partition.
///
/// Specification: `index_info` in `sstable/sstable_index.ksy`. Cassandra: org.apache.cassandra.io.sstable.IndexInfo.Serializer.
#[derive(Debug, Clone, PartialEq)]
pub struct IndexInfo {
    /// Clustering of the first row or marker in the block.
    pub first_name: common::ClusteringPrefix,
    /// Clustering of the last row or marker in the block.
    pub last_name: common::ClusteringPrefix,
    /// Where the block starts, in bytes from the start of the partition in Data.db.
    pub offset: u64,
    /// Length of the block in bytes.
    pub width: i64,
    /// The deletion of that range, without which a reader that starts with the next block would miss it.
    pub end_open_marker: Option<common::DeletionTime>,
}
impl IndexInfo {
    /// Of `first_name`, `last_name` and what nobody need choose: what a later version adds is one more of those.
    pub fn new(first_name: common::ClusteringPrefix, last_name: common::ClusteringPrefix) -> Self {
        Self {
            first_name,
            last_name,
            offset: Default::default(),
            width: Default::default(),
            end_open_marker: Default::default(),
        }
    }
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableIndexParams<'_>) -> rt::ReadResult<Self> {
        let f_first_name =
            common::ClusteringPrefix::decode(r, &cx.clustering_types).within(index_info_site::first_name)?;
        let f_last_name =
            common::ClusteringPrefix::decode(r, &cx.clustering_types).within(index_info_site::last_name)?;
        let f_offset = rt::UvintCodec::read(r, index_info_site::offset)?;
        let f_width_delta = rt::SvintCodec::read(r, index_info_site::width_delta)?;
        let delta_width = (f_width_delta as i64).wrapping_add(65536i64);
        let start = r.offset();
        let f_has_end_open_marker = r.u8(index_info_site::has_end_open_marker)?;
        rt::ReadError::demand(
            (i64::from(f_has_end_open_marker) == 0)
                || (i64::from(f_has_end_open_marker) == 1),
            &f_has_end_open_marker,
            "one of the values it may have (1 if a range tombstone that began in this block or before is still open at its end, else 0.)",
            start,
            index_info_site::has_end_open_marker,
        )?;
        let f_end_open_marker = if i64::from(f_has_end_open_marker) != 0 {
            Some(common::DeletionTime::decode(r, cx.v).within(index_info_site::end_open_marker)?)
        } else {
            None
        };
        Ok(Self {
            first_name: f_first_name,
            last_name: f_last_name,
            offset: f_offset,
            width: delta_width,
            end_open_marker: f_end_open_marker,
        })
    }
    /// Passes over one.
    #[inline(always)]
    pub fn skip(r: &mut rt::Reader<'_>, cx: &SstableIndexParams<'_>) -> rt::ReadResult<()> {
        let f_first_name =
            common::ClusteringPrefixRef::read(r, &cx.clustering_types).within(index_info_site::first_name)?;
        let f_last_name =
            common::ClusteringPrefixRef::read(r, &cx.clustering_types).within(index_info_site::last_name)?;
        let f_offset = rt::UvintCodec::read(r, index_info_site::offset)?;
        let f_width_delta = rt::SvintCodec::read(r, index_info_site::width_delta)?;
        let start = r.offset();
        let f_has_end_open_marker = r.u8(index_info_site::has_end_open_marker)?;
        rt::ReadError::demand(
            (i64::from(f_has_end_open_marker) == 0)
                || (i64::from(f_has_end_open_marker) == 1),
            &f_has_end_open_marker,
            "one of the values it may have (1 if a range tombstone that began in this block or before is still open at its end, else 0.)",
            start,
            index_info_site::has_end_open_marker,
        )?;
        let f_end_open_marker = if i64::from(f_has_end_open_marker) != 0 {
            Some(common::DeletionTimeRef::read(r, cx.v).within(index_info_site::end_open_marker)?)
        } else {
            None
        };
        Ok(())
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableIndexParams<'_>) -> rt::WriteResult<()> {
        IndexInfoParts::from(self).encode(w, cx)
    }
}
/// The head of a [`IndexInfo`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct IndexInfoRef<'a> {
    pub first_name: common::ClusteringPrefixRef<'a>,
    pub last_name: common::ClusteringPrefixRef<'a>,
    pub offset: u64,
    /// Length of the block less 65536, the default block size of old, to make small numbers of large ones; the constant does not
    /// follow the table's or the node's settings.
    pub width_delta: i64,
    /// 1 if a range tombstone that began in this block or before is still open at its end, else 0.
    pub(crate) has_end_open_marker: u8,
    pub end_open_marker: Option<common::DeletionTimeRef<'a>>,
    pub width: i64,
}
impl<'a> IndexInfoRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableIndexParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_first_name =
            common::ClusteringPrefixRef::read(r, &cx.clustering_types).within(index_info_site::first_name)?;
        let f_last_name =
            common::ClusteringPrefixRef::read(r, &cx.clustering_types).within(index_info_site::last_name)?;
        let f_offset = rt::UvintCodec::read(r, index_info_site::offset)?;
        let f_width_delta = rt::SvintCodec::read(r, index_info_site::width_delta)?;
        let start = r.offset();
        let f_has_end_open_marker = r.u8(index_info_site::has_end_open_marker)?;
        rt::ReadError::demand(
            (i64::from(f_has_end_open_marker) == 0)
                || (i64::from(f_has_end_open_marker) == 1),
            &f_has_end_open_marker,
            "one of the values it may have (1 if a range tombstone that began in this block or before is still open at its end, else 0.)",
            start,
            index_info_site::has_end_open_marker,
        )?;
        let f_end_open_marker = if i64::from(f_has_end_open_marker) != 0 {
            Some(common::DeletionTimeRef::read(r, cx.v).within(index_info_site::end_open_marker)?)
        } else {
            None
        };
        let value_width = (f_width_delta as i64).wrapping_add(65536i64);
        Ok(IndexInfoRef {
            first_name: f_first_name,
            last_name: f_last_name,
            offset: f_offset,
            width_delta: f_width_delta,
            has_end_open_marker: f_has_end_open_marker,
            end_open_marker: f_end_open_marker,
            width: value_width,
        })
    }
    rt::sited!(index_info_site);
}
/// What stands in a [`IndexInfo`].
pub static INDEX_INFO_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&index_info_site::ALL, &[])
        .fields(&[
            t::of(&common::CLUSTERING_PREFIX_TABLE, &[Root("clustering_types")]),
            t::of(&common::CLUSTERING_PREFIX_TABLE, &[Root("clustering_types")]),
            t::native(t::Native::Uvint, &[]),
            t::native(t::Native::Svint, &[]),
            t::U1.within(0, 1),
            t::of(&common::DELETION_TIME_TABLE, &[Root("v")]).when(&Of(Ne, &Name("has_end_open_marker"), &Int(0))),
        ])
        .values(&[t::value("width", Delta(&Name("width_delta"), &Int(65536)))])
};
rt::reflect!(IndexInfo : first_name, last_name, offset, width, end_open_marker);
/// What is pushed of a [`IndexInfo`], borrowed; its fields are described there.
#[derive(Debug, Clone, Copy)]
pub struct IndexInfoParts<'a> {
    pub first_name: common::ClusteringPrefixParts<'a>,
    pub last_name: common::ClusteringPrefixParts<'a>,
    pub offset: u64,
    pub width: i64,
    pub end_open_marker: Option<common::DeletionTime>,
}
impl<'a> From<&IndexInfoRef<'a>> for IndexInfoParts<'a> {
    #[inline]
    fn from(head: &IndexInfoRef<'a>) -> Self {
        IndexInfoParts {
            first_name: (&head.first_name).into(),
            last_name: (&head.last_name).into(),
            offset: head.offset,
            width: head.width,
            end_open_marker: head.end_open_marker.as_ref().map(Into::into),
        }
    }
}
impl<'a> From<&'a IndexInfo> for IndexInfoParts<'a> {
    #[inline]
    fn from(model: &'a IndexInfo) -> Self {
        IndexInfoParts {
            first_name: (&model.first_name).into(),
            last_name: (&model.last_name).into(),
            offset: model.offset,
            width: model.width,
            end_open_marker: model.end_open_marker,
        }
    }
}
impl IndexInfoParts<'_> {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    #[inline(always)]
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableIndexParams<'_>) -> rt::WriteResult<()> {
        self.first_name.encode(w, &cx.clustering_types)?;
        self.last_name.encode(w, &cx.clustering_types)?;
        rt::UvintCodec::write(w, &self.offset, index_info_site::offset)?;
        let f_width_delta: i64 = self.width.wrapping_sub(65536i64);
        rt::SvintCodec::write(w, &f_width_delta, index_info_site::width_delta)?;
        let f_has_end_open_marker = u8::from(self.end_open_marker.is_some());
        rt::sink::demand(
            (i64::from(f_has_end_open_marker) == 0) || (i64::from(f_has_end_open_marker) == 1),
            "one of the values it may have",
            index_info_site::has_end_open_marker,
        )?;
        w.put(&f_has_end_open_marker.to_be_bytes());
        if let Some(v) = rt::sink::agreed(
            self.end_open_marker,
            i64::from(f_has_end_open_marker) != 0,
            index_info_site::end_open_marker,
        )? {
            let v = &v;
            v.encode(w, cx.v)?;
        }
        Ok(())
    }
}
