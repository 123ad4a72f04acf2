// Written by `expand` from the specification sstable_index.ksy. Do not edit.

__rt::sites! {
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
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(
        r: &mut __rt::Reader<'_>,
        cx: &SstableIndexParams<'_>,
    ) -> __rt::error::Result<Self> {
        let f_first_name = common::ClusteringPrefix::decode(r, &cx.clustering_types)
            .within(index_info_site::first_name)?;
        let f_last_name = common::ClusteringPrefix::decode(r, &cx.clustering_types)
            .within(index_info_site::last_name)?;
        let f_offset = __rt::native::UvintCodec::read(r, index_info_site::offset)?;
        let f_width_delta = __rt::native::SvintCodec::read(
            r,
            index_info_site::width_delta,
        )?;
        let delta_width = (f_width_delta as i64).wrapping_add(65536i64);
        let start = r.offset();
        let f_has_end_open_marker = r.u8(index_info_site::has_end_open_marker)?;
        if !((i64::from(f_has_end_open_marker) == 0i64)
            || (i64::from(f_has_end_open_marker) == 1i64))
        {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_has_end_open_marker),
                expected: "one of the values it may have (1 if a range tombstone that began in this block or before is still open at its end, else 0.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, index_info_site::has_end_open_marker)
                    .into(),
            );
        }
        let f_end_open_marker = if i64::from(f_has_end_open_marker) != 0i64 {
            Some(
                common::DeletionTime::decode(r, cx.v)
                    .within(index_info_site::end_open_marker)?,
            )
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
}
/// The head of a [`IndexInfo`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct IndexInfoRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /// Clustering of the first row or marker in the block.
    pub first_name: common::ClusteringPrefixRef<'a>,
    /// Clustering of the last row or marker in the block.
    pub last_name: common::ClusteringPrefixRef<'a>,
    /// Where the block starts, in bytes from the start of the partition in Data.db.
    pub offset: u64,
    /// Length of the block less 65536, the default block size of old, to make small numbers of large ones; the constant does not
    /// follow the table's or the node's settings.
    pub width_delta: i64,
    /// 1 if a range tombstone that began in this block or before is still open at its end, else 0.
    pub has_end_open_marker: u8,
    /// The deletion of that range, without which a reader that starts with the next block would miss it.
    pub end_open_marker: Option<common::DeletionTimeRef<'a>>,
    /// Length of the block in bytes.
    pub width: i64,
}
impl<'a> IndexInfoRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn read(
        r: &mut __rt::Reader<'a>,
        cx: &SstableIndexParams<'_>,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_first_name = common::ClusteringPrefixRef::read(r, &cx.clustering_types)
            .within(index_info_site::first_name)?;
        let f_last_name = common::ClusteringPrefixRef::read(r, &cx.clustering_types)
            .within(index_info_site::last_name)?;
        let f_offset = __rt::native::UvintCodec::read(r, index_info_site::offset)?;
        let f_width_delta = __rt::native::SvintCodec::read(
            r,
            index_info_site::width_delta,
        )?;
        let start = r.offset();
        let f_has_end_open_marker = r.u8(index_info_site::has_end_open_marker)?;
        if !((i64::from(f_has_end_open_marker) == 0i64)
            || (i64::from(f_has_end_open_marker) == 1i64))
        {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_has_end_open_marker),
                expected: "one of the values it may have (1 if a range tombstone that began in this block or before is still open at its end, else 0.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, index_info_site::has_end_open_marker)
                    .into(),
            );
        }
        let f_end_open_marker = if i64::from(f_has_end_open_marker) != 0i64 {
            Some(
                common::DeletionTimeRef::read(r, cx.v)
                    .within(index_info_site::end_open_marker)?,
            )
        } else {
            None
        };
        Ok({
            let value_width = (f_width_delta as i64).wrapping_add(65536i64);
            IndexInfoRef {
                lifetime: std::marker::PhantomData,
                first_name: f_first_name,
                last_name: f_last_name,
                offset: f_offset,
                width_delta: f_width_delta,
                has_end_open_marker: f_has_end_open_marker,
                end_open_marker: f_end_open_marker,
                width: value_width,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        index_info_site::_self
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [__rt::Site] {
        index_info_site::FIELDS
    }
}
impl IndexInfo {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn skip(
        r: &mut __rt::Reader<'_>,
        cx: &SstableIndexParams<'_>,
    ) -> __rt::error::Result<()> {
        let f_first_name = common::ClusteringPrefix::skip(r, &cx.clustering_types)
            .within(index_info_site::first_name)?;
        let f_last_name = common::ClusteringPrefix::skip(r, &cx.clustering_types)
            .within(index_info_site::last_name)?;
        let f_offset = __rt::native::UvintCodec::read(r, index_info_site::offset)?;
        let f_width_delta = __rt::native::SvintCodec::read(
            r,
            index_info_site::width_delta,
        )?;
        let start = r.offset();
        let f_has_end_open_marker = r.u8(index_info_site::has_end_open_marker)?;
        if !((i64::from(f_has_end_open_marker) == 0i64)
            || (i64::from(f_has_end_open_marker) == 1i64))
        {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_has_end_open_marker),
                expected: "one of the values it may have (1 if a range tombstone that began in this block or before is still open at its end, else 0.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, index_info_site::has_end_open_marker)
                    .into(),
            );
        }
        let f_end_open_marker = if i64::from(f_has_end_open_marker) != 0i64 {
            Some(
                common::DeletionTime::skip(r, cx.v)
                    .within(index_info_site::end_open_marker)?,
            )
        } else {
            None
        };
        Ok(())
    }
}
impl IndexInfo {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        cx: &SstableIndexParams<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_first_name = {
            let value = ();
            w.enter(index_info_site::first_name, None, r.offset());
            let asked = common::ClusteringPrefix::walk(r, &cx.clustering_types, w)
                .within(index_info_site::first_name)?;
            w.leave(r.offset());
            value
        };
        let f_last_name = {
            let value = ();
            w.enter(index_info_site::last_name, None, r.offset());
            let asked = common::ClusteringPrefix::walk(r, &cx.clustering_types, w)
                .within(index_info_site::last_name)?;
            w.leave(r.offset());
            value
        };
        let f_offset = {
            let value = ();
            let offset = r.offset();
            let leaf = __rt::native::UvintCodec::read(r, index_info_site::offset)?;
            w.leaf(
                index_info_site::offset,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            value
        };
        let f_width_delta = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { __rt::native::SvintCodec::read(r, index_info_site::width_delta)? }
            };
            let offset = r.offset();
            let leaf = __rt::native::SvintCodec::read(r, index_info_site::width_delta)?;
            w.leaf(
                index_info_site::width_delta,
                None,
                offset,
                r.offset() - offset,
                __rt::native::SvintCodec::value(&leaf),
            );
            value
        };
        let f_has_end_open_marker = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u8(index_info_site::has_end_open_marker)? }
            };
            let offset = r.offset();
            let leaf = r.u8(index_info_site::has_end_open_marker)?;
            w.leaf(
                index_info_site::has_end_open_marker,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            value
        };
        let f_end_open_marker = if i64::from(f_has_end_open_marker) != 0i64 {
            let value = ();
            w.enter(index_info_site::end_open_marker, None, r.offset());
            let asked = common::DeletionTime::walk(r, cx.v, w)
                .within(index_info_site::end_open_marker)?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        Ok(())
    }
}
impl IndexInfo {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn encode<S: __rt::Sink>(
        &self,
        w: &mut S,
        cx: &SstableIndexParams<'_>,
    ) -> __rt::sink::WriteResult<()> {
        self.first_name.encode(w, &cx.clustering_types)?;
        self.last_name.encode(w, &cx.clustering_types)?;
        __rt::native::UvintCodec::write(w, &self.offset, index_info_site::offset)?;
        let f_width_delta: i64 = self.width.wrapping_sub(65536i64);
        __rt::native::SvintCodec::write(
            w,
            &f_width_delta,
            index_info_site::width_delta,
        )?;
        let f_has_end_open_marker = u8::from(self.end_open_marker.is_some());
        if !((i64::from(f_has_end_open_marker) == 0i64)
            || (i64::from(f_has_end_open_marker) == 1i64))
        {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "one of the values it may have",
                    },
                    index_info_site::has_end_open_marker,
                ),
            );
        }
        w.put(&f_has_end_open_marker.to_be_bytes());
        if let Some(v) = __rt::sink::agreed(
            &self.end_open_marker,
            i64::from(f_has_end_open_marker) != 0i64,
            index_info_site::end_open_marker,
        )? {
            v.encode(w, cx.v)?;
        }
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn size_of(&self, cx: &SstableIndexParams<'_>) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx)?;
        Ok(counter.pos())
    }
}
