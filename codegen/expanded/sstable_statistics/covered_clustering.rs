// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.

__rt::sites! {
    covered_clustering_site : "covered_clustering" in "sstable/sstable_statistics.ksy",
    line super::legacy_clustering_site::LAST + 5; num_types 9; clustering_types 4; lower
    5; upper 3;
}
/// A range of clusterings, as a slice of two bounds. It includes the rows and the range tombstones. Static rows and deletions of whole
/// partitions do not count: they do not widen the range, and has_partition_level_deletions tells of the latter.
///
/// Where there are no rows and no range tombstones, the bounds are those that the writer began with, and stand the other way round: `lower`
/// is an excl_start_bound without values (after everything) and `upper` an excl_end_bound without values (before everything).
///
/// Specification: `covered_clustering` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.db.Slice.Serializer.
#[derive(Debug, Clone, PartialEq)]
pub struct CoveredClustering {
    /// Their types, as in the header.
    pub clustering_types: Vec<__rt::native::CqlType>,
    /// Where it starts. Without values, an incl_start_bound is before everything.
    pub lower: common::ClusteringBound,
    /// Where it ends. Without values, an incl_end_bound is after everything.
    pub upper: common::ClusteringBound,
}
impl CoveredClustering {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let f_num_types = __rt::native::UvintCodec::read(
            r,
            covered_clustering_site::num_types,
        )?;
        let f_clustering_types = {
            let count = __rt::array::count(
                r,
                i64::try_from(f_num_types)
                    .map_err(|_| {
                        r
                            .error(
                                __rt::ReadErrorKind::Overflow,
                                covered_clustering_site::clustering_types,
                            )
                    })?,
                1,
                covered_clustering_site::clustering_types,
            )?;
            let mut all = __rt::array::reserve(count);
            for index in 0..count {
                let index = index as i64;
                all.push(
                    (|| -> __rt::error::Result<_> {
                        __rt::native::CqlTypeCodec::read(
                            r,
                            covered_clustering_site::clustering_types,
                        )
                    })()
                        .at_index(covered_clustering_site::clustering_types, index)?,
                );
            }
            all
        };
        let f_lower = common::ClusteringBound::decode(r, &f_clustering_types)
            .within(covered_clustering_site::lower)?;
        let f_upper = common::ClusteringBound::decode(r, &f_clustering_types)
            .within(covered_clustering_site::upper)?;
        Ok(Self {
            clustering_types: f_clustering_types,
            lower: f_lower,
            upper: f_upper,
        })
    }
}
/// The head of a [`CoveredClustering`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct CoveredClusteringRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    /// Number of clustering columns.
    pub num_types: u64,
}
impl<'a> CoveredClusteringRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_num_types = __rt::native::UvintCodec::read(
            r,
            covered_clustering_site::num_types,
        )?;
        Ok({
            CoveredClusteringRef {
                begin,
                rest: *r,
                num_types: f_num_types,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        covered_clustering_site::_self
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [__rt::Site] {
        covered_clustering_site::FIELDS
    }
}
impl CoveredClustering {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let f_num_types = __rt::native::UvintCodec::read(
            r,
            covered_clustering_site::num_types,
        )?;
        let f_clustering_types = {
            let count = __rt::array::count(
                r,
                i64::try_from(f_num_types)
                    .map_err(|_| {
                        r
                            .error(
                                __rt::ReadErrorKind::Overflow,
                                covered_clustering_site::clustering_types,
                            )
                    })?,
                1,
                covered_clustering_site::clustering_types,
            )?;
            let mut all = __rt::array::reserve(count);
            for index in 0..count {
                let index = index as i64;
                all.push(
                    (|| -> __rt::error::Result<_> {
                        __rt::native::CqlTypeCodec::read(
                            r,
                            covered_clustering_site::clustering_types,
                        )
                    })()
                        .at_index(covered_clustering_site::clustering_types, index)?,
                );
            }
            all
        };
        let f_lower = common::ClusteringBound::skip(r, &f_clustering_types)
            .within(covered_clustering_site::lower)?;
        let f_upper = common::ClusteringBound::skip(r, &f_clustering_types)
            .within(covered_clustering_site::upper)?;
        Ok(())
    }
}
impl CoveredClustering {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_num_types = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    __rt::native::UvintCodec::read(
                        r,
                        covered_clustering_site::num_types,
                    )?
                }
            };
            let offset = r.offset();
            let leaf = __rt::native::UvintCodec::read(
                r,
                covered_clustering_site::num_types,
            )?;
            w.leaf(
                covered_clustering_site::num_types,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            value
        };
        let f_clustering_types = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    let count = __rt::array::count(
                        r,
                        i64::try_from(f_num_types)
                            .map_err(|_| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Overflow,
                                        covered_clustering_site::clustering_types,
                                    )
                            })?,
                        1,
                        covered_clustering_site::clustering_types,
                    )?;
                    let mut all = __rt::array::reserve(count);
                    for index in 0..count {
                        let index = index as i64;
                        all.push(
                            (|| -> __rt::error::Result<_> {
                                __rt::native::CqlTypeCodec::read(
                                    r,
                                    covered_clustering_site::clustering_types,
                                )
                            })()
                                .at_index(covered_clustering_site::clustering_types, index)?,
                        );
                    }
                    all
                }
            };
            let count = __rt::array::count(
                r,
                i64::try_from(f_num_types)
                    .map_err(|_| {
                        r
                            .error(
                                __rt::ReadErrorKind::Overflow,
                                covered_clustering_site::clustering_types,
                            )
                    })?,
                0,
                covered_clustering_site::clustering_types,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    let offset = r.offset();
                    let leaf = __rt::native::CqlTypeCodec::read(
                        r,
                        covered_clustering_site::clustering_types,
                    )?;
                    w.leaf(
                        covered_clustering_site::clustering_types,
                        Some(index as u64),
                        offset,
                        r.offset() - offset,
                        __rt::native::CqlTypeCodec::value(&leaf),
                    );
                    Ok(())
                })()
                    .at_index(covered_clustering_site::clustering_types, index)?;
            }
            value
        };
        let f_lower = {
            let value = ();
            w.enter(covered_clustering_site::lower, None, r.offset());
            let asked = common::ClusteringBound::walk(r, &f_clustering_types, w)
                .within(covered_clustering_site::lower)?;
            w.leave(r.offset());
            value
        };
        let f_upper = {
            let value = ();
            w.enter(covered_clustering_site::upper, None, r.offset());
            let asked = common::ClusteringBound::walk(r, &f_clustering_types, w)
                .within(covered_clustering_site::upper)?;
            w.leave(r.offset());
            value
        };
        Ok(())
    }
}
impl CoveredClustering {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        let f_num_types = __rt::sink::narrow::<
            u64,
            _,
        >(self.clustering_types.len() as i64, covered_clustering_site::num_types)?;
        __rt::native::UvintCodec::write(
            w,
            &f_num_types,
            covered_clustering_site::num_types,
        )?;
        for e in &self.clustering_types {
            __rt::native::CqlTypeCodec::write(
                w,
                e,
                covered_clustering_site::clustering_types,
            )?;
        }
        self.lower.encode(w, &self.clustering_types)?;
        self.upper.encode(w, &self.clustering_types)?;
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
