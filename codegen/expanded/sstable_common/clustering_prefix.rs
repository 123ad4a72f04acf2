// Written by `expand` from the specification sstable_common.ksy. Do not edit.
rt::sites! {
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
    /// Of `kind` and what nobody need choose: what a later version adds is one more of those.
    pub fn new(kind: PrefixKind) -> Self {
        Self { kind, values: Default::default() }
    }
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, p_column_types: &[rt::CqlType]) -> rt::ReadResult<Self> {
        let head = ClusteringPrefixRef::read(r, p_column_types)?;
        Ok(Self {
            kind: head.kind,
            values: (|| -> rt::ReadResult<_> {
                let mut bytes = head.values.reader();
                let value = {
                    let arg0 = (if head.kind == PrefixKind::Clustering {
                        (p_column_types.len() as i64)
                    } else {
                        i64::from(r.present(head.size, "size", clustering_prefix_site::values)?)
                    });
                    ClusteringValues::decode(&mut bytes, arg0, &p_column_types)
                }
                .within(clustering_prefix_site::values)?;
                Ok(value)
            })()?,
        })
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, p_column_types: &[rt::CqlType]) -> rt::WriteResult<()> {
        ClusteringPrefixParts::from(self).encode(w, p_column_types)
    }
}
/// The head of a [`ClusteringPrefix`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct ClusteringPrefixRef<'a> {
    pub kind: PrefixKind,
    /// Number of values.
    pub size: Option<u16>,
    pub values: ClusteringValuesSpan<'a>,
}
impl<'a> ClusteringPrefixRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, p_column_types: &[rt::CqlType]) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_kind = {
            let found = r.u8(clustering_prefix_site::kind)? as i64;
            r.known(PrefixKind::from_raw(found), found, "prefix_kind", 1, clustering_prefix_site::kind)?
        };
        let f_size =
            if f_kind != PrefixKind::Clustering { Some(r.u16_be(clustering_prefix_site::size)?) } else { None };
        let f_values = {
            let arg0 = (if f_kind == PrefixKind::Clustering {
                (p_column_types.len() as i64)
            } else {
                i64::from(r.present(f_size, "size", clustering_prefix_site::values)?)
            });
            ClusteringValuesSpan::pass(r, arg0, &p_column_types)
        }
        .within(clustering_prefix_site::values)?;
        Ok(ClusteringPrefixRef { kind: f_kind, size: f_size, values: f_values })
    }
    rt::sited!(clustering_prefix_site);
}
/// What stands in a [`ClusteringPrefix`].
pub static CLUSTERING_PREFIX_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&clustering_prefix_site::ALL, &["column_types"]).fields(&[
        t::U1.named(&t::Kind::Int(t::Int::U1), "prefix_kind", |n| {
            self::PrefixKind::from_raw(n).map(self::PrefixKind::id)
        }),
        t::U2.when(&Of(Ne, &Name("kind"), &Int(4))),
        t::of(
            &CLUSTERING_VALUES_TABLE,
            &[
                If(&Of(Eq, &Name("kind"), &Int(4)), &Member(&Name("column_types"), "size"), &Name("size")),
                Name("column_types"),
            ],
        ),
    ])
};
rt::reflect!(ClusteringPrefix : kind, values);
/// What is pushed of a [`ClusteringPrefix`], borrowed; its fields are described there.
#[derive(Debug, Clone, Copy)]
pub struct ClusteringPrefixParts<'a> {
    pub kind: PrefixKind,
    pub values: ClusteringValuesLazy<'a>,
}
impl<'a> From<&ClusteringPrefixRef<'a>> for ClusteringPrefixParts<'a> {
    #[inline]
    fn from(head: &ClusteringPrefixRef<'a>) -> Self {
        ClusteringPrefixParts { kind: head.kind, values: (&head.values).into() }
    }
}
impl<'a> From<&'a ClusteringPrefix> for ClusteringPrefixParts<'a> {
    #[inline]
    fn from(model: &'a ClusteringPrefix) -> Self {
        ClusteringPrefixParts { kind: model.kind, values: (&model.values).into() }
    }
}
impl ClusteringPrefixParts<'_> {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    #[inline(always)]
    pub fn encode<S: rt::Sink>(&self, w: &mut S, p_column_types: &[rt::CqlType]) -> rt::WriteResult<()> {
        w.put(&(self.kind as u8).to_be_bytes());
        let f_size = if self.kind != PrefixKind::Clustering {
            Some(rt::sink::narrow::<u16, _>(
                match &self.values {
                    ClusteringValuesLazy::Parts(x0) => x0.blocks.iter().map(|x1| (x1.values.len() as i64)).sum::<i64>(),
                    ClusteringValuesLazy::Read(span) => {
                        let x0 = ClusteringValues::decode(&mut span.reader(), span.count, &p_column_types).map_err(
                            |_| {
                                rt::WriteError::new(
                                    rt::WriteErrorKind::Expression { what: "bytes that cannot be read" },
                                    clustering_prefix_site::size,
                                )
                            },
                        )?;
                        x0.blocks.iter().map(|x1| (x1.values.len() as i64)).sum::<i64>()
                    }
                },
                clustering_prefix_site::size,
            )?)
        } else {
            None
        };
        if let Some(v) = f_size {
            w.put(&v.to_be_bytes());
        }
        self.values.encode(
            w,
            if self.kind == PrefixKind::Clustering {
                (p_column_types.len() as i64)
            } else {
                i64::from(rt::sink::present(f_size, clustering_prefix_site::values)?)
            },
            &p_column_types,
        )?;
        Ok(())
    }
}
