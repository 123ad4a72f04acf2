// Written by `expand` from the specification sstable_common.ksy. Do not edit.

__rt::sites! {
    clustering_prefix_site : "clustering_prefix" in "common/sstable_common.ksy", line
    super::clustering_bound_site::LAST + 3; kind 8; size 4; values 5;
}
/// The name of a row or of a bound, as indexes have it. Only bounds tell how many values they have; rows have all.
///
/// Specification: `clustering_prefix` in `common/sstable_common.ksy`. Cassandra: org.apache.cassandra.db.ClusteringPrefix.Serializer.
#[derive(Debug, Clone, PartialEq)]
pub struct ClusteringPrefix {
    /// A row, or one of the bounds.
    pub kind: PrefixKind,
    /// The values.
    pub values: ClusteringValues,
}
impl ClusteringPrefix {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(
        r: &mut __rt::Reader<'_>,
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::error::Result<Self> {
        let f_kind = {
            let found = r.u8(clustering_prefix_site::kind)? as i64;
            PrefixKind::from_raw(found)
                .ok_or_else(|| {
                    r.error_before(
                        1,
                        __rt::ReadErrorKind::UnknownValue {
                            found,
                            expected: "prefix_kind",
                        },
                        clustering_prefix_site::kind,
                    )
                })?
        };
        let f_size = if f_kind != PrefixKind::Clustering {
            Some(r.u16_be(clustering_prefix_site::size)?)
        } else {
            None
        };
        let f_values = {
            let arg0 = (if f_kind == PrefixKind::Clustering {
                (p_column_types.len() as i64)
            } else {
                i64::from(
                    f_size
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Absent {
                                        field: "size",
                                    },
                                    clustering_prefix_site::values,
                                )
                        })?,
                )
            });
            ClusteringValues::decode(r, arg0, &p_column_types)
        }
            .within(clustering_prefix_site::values)?;
        Ok(Self {
            kind: f_kind,
            values: f_values,
        })
    }
}
/// The head of a [`ClusteringPrefix`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct ClusteringPrefixRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /// A row, or one of the bounds.
    pub kind: PrefixKind,
    /// Number of values.
    pub size: Option<u16>,
    /// The values.
    pub values: ClusteringValuesSpan<'a>,
}
impl<'a> ClusteringPrefixRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    pub fn read(
        r: &mut __rt::Reader<'a>,
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_kind = {
            let found = r.u8(clustering_prefix_site::kind)? as i64;
            PrefixKind::from_raw(found)
                .ok_or_else(|| {
                    r.error_before(
                        1,
                        __rt::ReadErrorKind::UnknownValue {
                            found,
                            expected: "prefix_kind",
                        },
                        clustering_prefix_site::kind,
                    )
                })?
        };
        let f_size = if f_kind != PrefixKind::Clustering {
            Some(r.u16_be(clustering_prefix_site::size)?)
        } else {
            None
        };
        let f_values = {
            let arg0 = (if f_kind == PrefixKind::Clustering {
                (p_column_types.len() as i64)
            } else {
                i64::from(
                    f_size
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Absent {
                                        field: "size",
                                    },
                                    clustering_prefix_site::values,
                                )
                        })?,
                )
            });
            ClusteringValuesSpan::pass(r, arg0, &p_column_types)
        }
            .within(clustering_prefix_site::values)?;
        Ok({
            ClusteringPrefixRef {
                lifetime: std::marker::PhantomData,
                kind: f_kind,
                size: f_size,
                values: f_values,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        clustering_prefix_site::_self
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [__rt::Site] {
        clustering_prefix_site::FIELDS
    }
}
impl ClusteringPrefix {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn skip(
        r: &mut __rt::Reader<'_>,
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::error::Result<()> {
        let f_kind = {
            let found = r.u8(clustering_prefix_site::kind)? as i64;
            PrefixKind::from_raw(found)
                .ok_or_else(|| {
                    r.error_before(
                        1,
                        __rt::ReadErrorKind::UnknownValue {
                            found,
                            expected: "prefix_kind",
                        },
                        clustering_prefix_site::kind,
                    )
                })?
        };
        let f_size = if f_kind != PrefixKind::Clustering {
            Some(r.u16_be(clustering_prefix_site::size)?)
        } else {
            None
        };
        let f_values = {
            let arg0 = (if f_kind == PrefixKind::Clustering {
                (p_column_types.len() as i64)
            } else {
                i64::from(
                    f_size
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Absent {
                                        field: "size",
                                    },
                                    clustering_prefix_site::values,
                                )
                        })?,
                )
            });
            ClusteringValues::skip(r, arg0, &p_column_types)
        }
            .within(clustering_prefix_site::values)?;
        Ok(())
    }
}
impl ClusteringPrefix {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        p_column_types: &[__rt::native::CqlType],
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_kind = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    let found = r.u8(clustering_prefix_site::kind)? as i64;
                    PrefixKind::from_raw(found)
                        .ok_or_else(|| {
                            r.error_before(
                                1,
                                __rt::ReadErrorKind::UnknownValue {
                                    found,
                                    expected: "prefix_kind",
                                },
                                clustering_prefix_site::kind,
                            )
                        })?
                }
            };
            let offset = r.offset();
            let leaf = {
                let found = r.u8(clustering_prefix_site::kind)? as i64;
                PrefixKind::from_raw(found)
                    .ok_or_else(|| {
                        r.error_before(
                            1,
                            __rt::ReadErrorKind::UnknownValue {
                                found,
                                expected: "prefix_kind",
                            },
                            clustering_prefix_site::kind,
                        )
                    })?
            };
            w.leaf(
                clustering_prefix_site::kind,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Enum(leaf.id()),
            );
            value
        };
        let f_size = if f_kind != PrefixKind::Clustering {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u16_be(clustering_prefix_site::size)? }
            };
            let offset = r.offset();
            let leaf = r.u16_be(clustering_prefix_site::size)?;
            w.leaf(
                clustering_prefix_site::size,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        let f_values = {
            let value = ();
            w.enter(clustering_prefix_site::values, None, r.offset());
            let asked = {
                let arg0 = (if f_kind == PrefixKind::Clustering {
                    (p_column_types.len() as i64)
                } else {
                    i64::from(
                        f_size
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Absent {
                                            field: "size",
                                        },
                                        clustering_prefix_site::values,
                                    )
                            })?,
                    )
                });
                ClusteringValues::walk(r, arg0, &p_column_types, w)
            }
                .within(clustering_prefix_site::values)?;
            w.leave(r.offset());
            value
        };
        Ok(())
    }
}
impl ClusteringPrefix {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn encode<S: __rt::Sink>(
        &self,
        w: &mut S,
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::sink::WriteResult<()> {
        w.put(&(self.kind as u8).to_be_bytes());
        let f_size = if self.kind != PrefixKind::Clustering {
            Some(
                __rt::sink::narrow::<
                    u16,
                    _,
                >(
                    self
                        .values
                        .blocks
                        .iter()
                        .map(|x0| x0.values.len() as i64)
                        .sum::<i64>(),
                    clustering_prefix_site::size,
                )?,
            )
        } else {
            None
        };
        if let Some(v) = f_size {
            w.put(&v.to_be_bytes());
        }
        self.values
            .encode(
                w,
                if self.kind == PrefixKind::Clustering {
                    (p_column_types.len() as i64)
                } else {
                    i64::from(
                        f_size
                            .ok_or_else(|| __rt::WriteError::new(
                                __rt::WriteErrorKind::Expression {
                                    what: "a field that is needed is absent",
                                },
                                clustering_prefix_site::values,
                            ))?,
                    )
                },
                &p_column_types,
            )?;
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn size_of(
        &self,
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, p_column_types)?;
        Ok(counter.pos())
    }
}
