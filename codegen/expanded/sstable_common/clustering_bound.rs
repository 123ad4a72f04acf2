// Written by `expand` from the specification sstable_common.ksy. Do not edit.
rt::sites! {
    clustering_bound_site : "clustering_bound" in "common/sstable_common.ksy", line
    super::cell_value_site::LAST + 3; kind 10; size 4; values 4;
}
/// The start or the end of a range, or both at once. It may have values for fewer columns than a row has: then it is before or after all
/// rows that begin with them.
///
/// Specification: `clustering_bound` in `common/sstable_common.ksy`. Cassandra: org.apache.cassandra.db.ClusteringBoundOrBoundary.Serializer.
#[derive(Debug, Clone, PartialEq)]
pub struct ClusteringBound {
    /// Start or end, with or without what it names; or a boundary between two ranges. Never a row.
    pub kind: PrefixKind,
    /// The values.
    pub values: ClusteringValues,
}
impl ClusteringBound {
    /// Of `kind` and what nobody need choose: what a later version adds is one more of those.
    pub fn new(kind: PrefixKind) -> Self {
        Self { kind, values: Default::default() }
    }
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, p_column_types: &[rt::CqlType]) -> rt::ReadResult<Self> {
        let head = ClusteringBoundRef::read(r, p_column_types)?;
        Ok(Self {
            kind: head.kind,
            values: (|| -> rt::ReadResult<_> {
                let mut bytes = head.values.reader();
                let value = ClusteringValues::decode(&mut bytes, i64::from(head.size), &p_column_types)
                    .within(clustering_bound_site::values)?;
                Ok(value)
            })()?,
        })
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, p_column_types: &[rt::CqlType]) -> rt::WriteResult<()> {
        ClusteringBoundParts::from(self).encode(w, p_column_types)
    }
}
/// The head of a [`ClusteringBound`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct ClusteringBoundRef<'a> {
    pub kind: PrefixKind,
    /// Number of values.
    pub size: u16,
    pub values: ClusteringValuesSpan<'a>,
}
impl<'a> ClusteringBoundRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, p_column_types: &[rt::CqlType]) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_kind = {
            let found = r.u8(clustering_bound_site::kind)? as i64;
            r.known(PrefixKind::from_raw(found), found, "prefix_kind", 1, clustering_bound_site::kind)?
        };
        let f_size = r.u16_be(clustering_bound_site::size)?;
        let f_values =
            ClusteringValuesSpan::pass(r, i64::from(f_size), &p_column_types).within(clustering_bound_site::values)?;
        Ok(ClusteringBoundRef { kind: f_kind, size: f_size, values: f_values })
    }
    rt::sited!(clustering_bound_site);
}
/// What stands in a [`ClusteringBound`].
pub static CLUSTERING_BOUND_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&clustering_bound_site::ALL, &["column_types"]).fields(&[
        t::U1.named(&t::Kind::Int(t::Int::U1), "prefix_kind", |n| {
            self::PrefixKind::from_raw(n).map(self::PrefixKind::id)
        }),
        t::U2,
        t::of(&CLUSTERING_VALUES_TABLE, &[Name("size"), Name("column_types")]),
    ])
};
rt::reflect!(ClusteringBound : kind, values);
/// What is pushed of a [`ClusteringBound`], borrowed; its fields are described there.
#[derive(Debug, Clone, Copy)]
pub struct ClusteringBoundParts<'a> {
    pub kind: PrefixKind,
    pub values: ClusteringValuesLazy<'a>,
}
impl<'a> From<&ClusteringBoundRef<'a>> for ClusteringBoundParts<'a> {
    #[inline]
    fn from(head: &ClusteringBoundRef<'a>) -> Self {
        ClusteringBoundParts { kind: head.kind, values: (&head.values).into() }
    }
}
impl<'a> From<&'a ClusteringBound> for ClusteringBoundParts<'a> {
    #[inline]
    fn from(model: &'a ClusteringBound) -> Self {
        ClusteringBoundParts { kind: model.kind, values: (&model.values).into() }
    }
}
impl ClusteringBoundParts<'_> {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    #[inline(always)]
    pub fn encode<S: rt::Sink>(&self, w: &mut S, p_column_types: &[rt::CqlType]) -> rt::WriteResult<()> {
        w.put(&(self.kind as u8).to_be_bytes());
        let f_size = rt::sink::narrow::<u16, _>(
            match &self.values {
                ClusteringValuesLazy::Parts(x0) => x0.blocks.iter().map(|x1| (x1.values.len() as i64)).sum::<i64>(),
                ClusteringValuesLazy::Read(span) => {
                    let x0 =
                        ClusteringValues::decode(&mut span.reader(), span.count, &p_column_types).map_err(|_| {
                            rt::WriteError::new(
                                rt::WriteErrorKind::Expression { what: "bytes that cannot be read" },
                                clustering_bound_site::size,
                            )
                        })?;
                    x0.blocks.iter().map(|x1| (x1.values.len() as i64)).sum::<i64>()
                }
            },
            clustering_bound_site::size,
        )?;
        w.put(&f_size.to_be_bytes());
        self.values.encode(w, i64::from(f_size), &p_column_types)?;
        Ok(())
    }
}
