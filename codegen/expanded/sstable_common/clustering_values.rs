// Written by `expand` from the specification sstable_common.ksy. Do not edit.
rt::sites! {
    clustering_values_site : "clustering_values" in "common/sstable_common.ksy", line
    super::deletion_time_site::LAST + 22; blocks 14;
}
/// The values of the first `count` clustering columns, in blocks. Each block starts with two bits for each value, which tell null and empty
/// values, which take no bytes of their own, from the others. Without values there are no blocks.
///
/// Specification: `clustering_values` in `common/sstable_common.ksy`. Cassandra: org.apache.cassandra.db.ClusteringPrefix.Serializer.serializeValuesWithoutSize.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ClusteringValues {
    /// Values 0 to 31, 32 to 63, …
    pub blocks: Vec<ClusteringBlock>,
}
impl ClusteringValues {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, p_count: i64, p_column_types: &[rt::CqlType]) -> rt::ReadResult<Self> {
        let i_most_values = (32i64);
        let f_blocks = rt::array::collect(
            r.in_range(
                (r.in_range(
                    (r.in_range((p_count).checked_add(32), clustering_values_site::blocks)?).checked_sub(1),
                    clustering_values_site::blocks,
                )?)
                .checked_div_euclid(32),
                clustering_values_site::blocks,
            )?,
            1,
            r,
            clustering_values_site::blocks,
            |r, index| {
                {
                    let arg0 = r.in_range((index).checked_mul(32), clustering_values_site::blocks)?;
                    ClusteringBlock::decode(r, arg0, p_count, i_most_values, &p_column_types)
                }
                .within(clustering_values_site::blocks)
            },
        )?;
        Ok(Self { blocks: f_blocks })
    }
    /// Number of values in a block; in the last one, those that are left.
    pub const fn most_values(_: version::SstableVersion) -> i64 {
        32
    }
    /// Passes over one.
    #[inline(always)]
    pub fn skip(r: &mut rt::Reader<'_>, p_count: i64, p_column_types: &[rt::CqlType]) -> rt::ReadResult<()> {
        let i_most_values = (32i64);
        let count = rt::array::count(
            r,
            r.in_range(
                (r.in_range(
                    (r.in_range((p_count).checked_add(32), clustering_values_site::blocks)?).checked_sub(1),
                    clustering_values_site::blocks,
                )?)
                .checked_div_euclid(32),
                clustering_values_site::blocks,
            )?,
            0,
            clustering_values_site::blocks,
        )?;
        if count > 0 {
            for index in 0..count as i64 {
                let _ = {
                    let arg0 = r.in_range((index).checked_mul(32), clustering_values_site::blocks)?;
                    ClusteringBlock::skip(r, arg0, p_count, i_most_values, &p_column_types)
                }
                .within(clustering_values_site::blocks)?;
            }
        }
        Ok(())
    }
    /// Reads one and sends what it holds to a visitor.
    #[inline]
    pub fn visit<'a, V: SstableCommonVisitor<'a>>(
        r: &mut rt::Reader<'a>,
        p_count: i64,
        p_column_types: &[rt::CqlType],
        v: &mut V,
    ) -> Result<rt::Flow, V::Error> {
        let begin = r.offset();
        let i_most_values = (32i64);
        {
            let count: i64 = r.in_range(
                (r.in_range(
                    (r.in_range((p_count).checked_add(32), clustering_values_site::blocks)?).checked_sub(1),
                    clustering_values_site::blocks,
                )?)
                .checked_div_euclid(32),
                clustering_values_site::blocks,
            )?;
            let mut index = 0i64;
            while index < count {
                {
                    let arg0 = r.in_range((index).checked_mul(32), clustering_values_site::blocks)?;
                    ClusteringBlock::visit(r, arg0, p_count, i_most_values, &p_column_types, v)
                }?;
                index += 1;
            }
        }
        Ok(rt::Flow::Continue)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, p_count: i64, p_column_types: &[rt::CqlType]) -> rt::WriteResult<()> {
        ClusteringValuesParts::from(self).encode(w, p_count, p_column_types)
    }
}
/// The bytes of a [`ClusteringValues`], not yet read.
#[derive(Debug, Clone, Copy)]
pub struct ClusteringValuesSpan<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// How many of the clustering columns have a value here.
    pub count: i64,
    bytes: &'a [u8],
    size: u64,
}
impl<'a> ClusteringValuesSpan<'a> {
    /// All bytes of a stream.
    pub fn whole(mut bytes: rt::Reader<'a>, p_count: i64) -> Self {
        ClusteringValuesSpan { begin: bytes.offset(), size: bytes.size(), count: p_count, bytes: bytes.rest() }
    }
    /// Finds the extent; the reader is left after it.
    #[inline(always)]
    pub fn pass(r: &mut rt::Reader<'a>, p_count: i64, p_column_types: &[rt::CqlType]) -> rt::ReadResult<Self> {
        let mut bytes = *r;
        ClusteringValues::skip(r, p_count, p_column_types)?;
        Ok(ClusteringValuesSpan {
            begin: bytes.offset(),
            size: r.offset() - bytes.offset(),
            count: p_count,
            bytes: bytes.rest(),
        })
    }
    /// Length in bytes.
    pub fn size(&self) -> u64 {
        self.size
    }
    /// The bytes.
    #[inline(always)]
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes.get(..self.size as usize).unwrap_or_default()
    }
    /// A reader at its start.
    #[inline(always)]
    pub fn reader(&self) -> rt::Reader<'a> {
        rt::Reader::with_base(self.bytes, self.begin)
    }
    /// Visits what the bytes hold.
    #[inline]
    pub fn visit<V: SstableCommonVisitor<'a>>(
        &self,
        p_column_types: &[rt::CqlType],
        v: &mut V,
    ) -> Result<(), V::Error> {
        let mut r = self.reader();
        let p_count = self.count;
        ClusteringValues::visit(&mut r, p_count, p_column_types, v).map(drop)
    }
}
/// What stands in a [`ClusteringValues`].
pub static CLUSTERING_VALUES_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&clustering_values_site::ALL, &["count", "column_types"])
        .fields(&[t::of(
            &CLUSTERING_BLOCK_TABLE,
            &[Of(Mul, &Index, &Name("most_values")), Name("count"), Name("most_values"), Name("column_types")],
        )
        .times(&Of(
            Div,
            &Of(Sub, &Of(Add, &Name("count"), &Name("most_values")), &Int(1)),
            &Name("most_values"),
        ))])
        .values(&[t::value("most_values", Int(32))])
};
rt::reflect!(ClusteringValues : blocks);
/// What is pushed of a [`ClusteringValues`], borrowed; its fields are described there.
#[derive(Debug, Clone, Copy, Default)]
pub struct ClusteringValuesParts<'a> {
    pub blocks: rt::push::List<'a, ClusteringBlockParts<'a>, ClusteringBlock>,
}
impl<'a> From<&'a ClusteringValues> for ClusteringValuesParts<'a> {
    #[inline]
    fn from(model: &'a ClusteringValues) -> Self {
        ClusteringValuesParts { blocks: rt::push::List::Models(&model.blocks) }
    }
}
impl ClusteringValuesParts<'_> {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    #[inline(always)]
    pub fn encode<S: rt::Sink>(&self, w: &mut S, p_count: i64, p_column_types: &[rt::CqlType]) -> rt::WriteResult<()> {
        let i_most_values = (32i64);
        rt::sink::exact(
            self.blocks.len() as u64,
            rt::sink::in_range(
                (rt::sink::in_range(
                    (rt::sink::in_range((p_count).checked_add(32), clustering_values_site::blocks)?).checked_sub(1),
                    clustering_values_site::blocks,
                )?)
                .checked_div_euclid(32),
                clustering_values_site::blocks,
            )?,
            clustering_values_site::blocks,
        )?;
        for (index, e) in self.blocks.iter().enumerate() {
            let index = index as i64;
            e.encode(
                w,
                rt::sink::in_range((index).checked_mul(32), clustering_values_site::blocks)?,
                p_count,
                i_most_values,
                &p_column_types,
            )?;
        }
        Ok(())
    }
}
/// A [`ClusteringValues`] that is pushed.
#[derive(Debug, Clone, Copy)]
pub enum ClusteringValuesLazy<'a> {
    /// Bytes as they were read, of the same version and with the same types.
    Read(ClusteringValuesSpan<'a>),
    /// Its parts.
    Parts(ClusteringValuesParts<'a>),
}
impl<'a> From<&ClusteringValuesSpan<'a>> for ClusteringValuesLazy<'a> {
    #[inline]
    fn from(span: &ClusteringValuesSpan<'a>) -> Self {
        ClusteringValuesLazy::Read(*span)
    }
}
impl<'a> From<&'a ClusteringValues> for ClusteringValuesLazy<'a> {
    #[inline]
    fn from(model: &'a ClusteringValues) -> Self {
        ClusteringValuesLazy::Parts(model.into())
    }
}
impl ClusteringValuesLazy<'_> {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    #[inline(always)]
    pub fn encode<S: rt::Sink>(&self, w: &mut S, p_count: i64, p_column_types: &[rt::CqlType]) -> rt::WriteResult<()> {
        match self {
            ClusteringValuesLazy::Read(span) => w.copy(span.bytes()),
            ClusteringValuesLazy::Parts(parts) => parts.encode(w, p_count, p_column_types)?,
        }
        Ok(())
    }
}
