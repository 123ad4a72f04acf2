// Written by `expand` from the specification sstable_common.ksy. Do not edit.
rt::sites! {
    clustering_block_site : "clustering_block" in "common/sstable_common.ksy", line
    super::clustering_values_site::LAST + 9; header 19; values 4;
}
/// A header, and the values that it tells of.
///
/// Specification: `clustering_block` in `common/sstable_common.ksy`. Cassandra: org.apache.cassandra.db.ClusteringPrefix.Serializer.makeHeader.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ClusteringBlock {
    /// The values; those that are null or empty take no bytes.
    pub values: Vec<ClusteringValue>,
}
impl ClusteringBlock {
    /// Reads one.
    pub fn decode(
        r: &mut rt::Reader<'_>,
        p_base: i64,
        p_count: i64,
        p_most_values: i64,
        p_column_types: &[rt::CqlType],
    ) -> rt::ReadResult<Self> {
        let head = ClusteringBlockRef::read(r, p_base, p_count, p_most_values, p_column_types)?;
        let f_values = rt::array::collect(head.num_values, 0, r, clustering_block_site::values, |r, index| {
            {
                let arg0 = r.in_range((p_base).checked_add(index), clustering_block_site::values)?;
                let arg1 = ((rt::Shifted::lowered(
                    head.header,
                    r.in_range((2i64).checked_mul(index), clustering_block_site::values)?,
                ) & 3u64) as i64);
                ClusteringValue::decode(r, arg0, arg1, &p_column_types)
            }
            .within(clustering_block_site::values)
        })?;
        Ok(Self { values: f_values })
    }
    /// Passes over one.
    #[inline(always)]
    pub fn skip(
        r: &mut rt::Reader<'_>,
        p_base: i64,
        p_count: i64,
        p_most_values: i64,
        p_column_types: &[rt::CqlType],
    ) -> rt::ReadResult<()> {
        let f_header = rt::UvintCodec::read(r, clustering_block_site::header)?;
        let i_num_values = (if r.in_range((p_count).checked_sub(p_base), clustering_block_site::values)? > p_most_values
        {
            p_most_values
        } else {
            r.in_range((p_count).checked_sub(p_base), clustering_block_site::values)?
        });
        let count = rt::array::count(r, i_num_values, 0, clustering_block_site::values)?;
        for index in 0..count as i64 {
            let _ = {
                let arg0 = r.in_range((p_base).checked_add(index), clustering_block_site::values)?;
                let arg1 = ((rt::Shifted::lowered(
                    f_header,
                    r.in_range((2i64).checked_mul(index), clustering_block_site::values)?,
                ) & 3u64) as i64);
                ClusteringValue::skip(r, arg0, arg1, &p_column_types)
            }
            .within(clustering_block_site::values)?;
        }
        Ok(())
    }
    /// Reads one and sends what it holds to a visitor.
    #[inline]
    pub fn visit<'a, V: SstableCommonVisitor<'a>>(
        r: &mut rt::Reader<'a>,
        p_base: i64,
        p_count: i64,
        p_most_values: i64,
        p_column_types: &[rt::CqlType],
        v: &mut V,
    ) -> Result<rt::Flow, V::Error> {
        let head = ClusteringBlockRef::read(r, p_base, p_count, p_most_values, p_column_types)?;
        if v.clustering_block(&head)? == rt::Flow::Skip {
            let count = rt::array::count(r, head.num_values, 0, clustering_block_site::values)?;
            for index in 0..count as i64 {
                let _ = {
                    let arg0 = r.in_range((p_base).checked_add(index), clustering_block_site::values)?;
                    let arg1 = ((rt::Shifted::lowered(
                        head.header,
                        r.in_range((2i64).checked_mul(index), clustering_block_site::values)?,
                    ) & 3u64) as i64);
                    ClusteringValue::skip(r, arg0, arg1, &p_column_types)
                }
                .within(clustering_block_site::values)?;
            }
            return Ok(rt::Flow::Skip);
        }
        {
            let count: i64 = head.num_values;
            let mut index = 0i64;
            while index < count {
                {
                    let arg0 = r.in_range((p_base).checked_add(index), clustering_block_site::values)?;
                    let arg1 = ((rt::Shifted::lowered(
                        head.header,
                        r.in_range((2i64).checked_mul(index), clustering_block_site::values)?,
                    ) & 3u64) as i64);
                    ClusteringValue::visit(r, arg0, arg1, &p_column_types, v)
                }?;
                index += 1;
            }
        }
        v.end_clustering_block()?;
        Ok(rt::Flow::Continue)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(
        &self,
        w: &mut S,
        p_base: i64,
        p_count: i64,
        p_most_values: i64,
        p_column_types: &[rt::CqlType],
    ) -> rt::WriteResult<()> {
        ClusteringBlockParts::from(self).encode(w, p_base, p_count, p_most_values, p_column_types)
    }
}
/// The head of a [`ClusteringBlock`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct ClusteringBlockRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    /// Index of the first column of the block.
    pub base: i64,
    /// Number of values in all blocks.
    pub count: i64,
    /// Number of values in a block that is full.
    pub most_values: i64,
    /// Bits `2 * i` and `2 * i + 1` are the kind of value `i` of the block: 0 if it has bytes, 1 if it is empty, 2 if it is null.
    pub header: u64,
    /// Number of values in the block.
    pub num_values: i64,
    /// Bits of the header that are of no value; Cassandra sets none.
    pub stray_bits: u64,
}
impl<'a> ClusteringBlockRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(
        r: &mut rt::Reader<'a>,
        p_base: i64,
        p_count: i64,
        p_most_values: i64,
        p_column_types: &[rt::CqlType],
    ) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_header = rt::UvintCodec::read(r, clustering_block_site::header)?;
        let value_num_values = (if r
            .computed((p_count).checked_sub(p_base), ("num_values", clustering_block_site::_self))?
            > p_most_values
        {
            p_most_values
        } else {
            r.computed((p_count).checked_sub(p_base), ("num_values", clustering_block_site::_self))?
        });
        let value_stray_bits = (r.computed(
            rt::Shifted::shifted_right(
                f_header,
                r.computed((2i64).checked_mul(value_num_values), ("stray_bits", clustering_block_site::_self))?,
            ),
            ("stray_bits", clustering_block_site::_self),
        )?);
        Ok(ClusteringBlockRef {
            begin,
            rest: *r,
            base: p_base,
            count: p_count,
            most_values: p_most_values,
            header: f_header,
            num_values: value_num_values,
            stray_bits: value_stray_bits,
        })
    }
    rt::sited!(clustering_block_site);
}
/// What stands in a [`ClusteringBlock`].
pub static CLUSTERING_BLOCK_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&clustering_block_site::ALL, &["base", "count", "most_values", "column_types"])
        .fields(&[
            t::native(t::Native::Uvint, &[]),
            t::of(
                &CLUSTERING_VALUE_TABLE,
                &[
                    Of(Add, &Name("base"), &Index),
                    Of(BitAnd, &Of(Shr, &Member(&Name("header"), "value"), &Of(Mul, &Int(2), &Index)), &Int(3)),
                    Name("column_types"),
                ],
            )
            .times(&Name("num_values")),
        ])
        .values(&[
            t::value(
                "num_values",
                If(
                    &Of(Gt, &Of(Sub, &Name("count"), &Name("base")), &Name("most_values")),
                    &Name("most_values"),
                    &Of(Sub, &Name("count"), &Name("base")),
                ),
            ),
            t::value("stray_bits", Of(Shr, &Member(&Name("header"), "value"), &Of(Mul, &Int(2), &Name("num_values")))),
        ])
};
rt::reflect!(ClusteringBlock : values);
/// What is pushed of a [`ClusteringBlock`], borrowed; its fields are described there.
#[derive(Debug, Clone, Copy, Default)]
pub struct ClusteringBlockParts<'a> {
    pub values: rt::push::List<'a, ClusteringValueParts<'a>, ClusteringValue>,
}
impl<'a> From<&'a ClusteringBlock> for ClusteringBlockParts<'a> {
    #[inline]
    fn from(model: &'a ClusteringBlock) -> Self {
        ClusteringBlockParts { values: rt::push::List::Models(&model.values) }
    }
}
impl ClusteringBlockParts<'_> {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    #[inline(always)]
    pub fn encode<S: rt::Sink>(
        &self,
        w: &mut S,
        p_base: i64,
        p_count: i64,
        p_most_values: i64,
        p_column_types: &[rt::CqlType],
    ) -> rt::WriteResult<()> {
        let f_header = rt::pack2(self.values.iter().map(|x0| x0.kind));
        rt::UvintCodec::write(w, &f_header, clustering_block_site::header)?;
        let i_num_values =
            (if rt::sink::in_range((p_count).checked_sub(p_base), clustering_block_site::values)? > p_most_values {
                p_most_values
            } else {
                rt::sink::in_range((p_count).checked_sub(p_base), clustering_block_site::values)?
            });
        rt::sink::exact(self.values.len() as u64, i_num_values, clustering_block_site::values)?;
        for (index, e) in self.values.iter().enumerate() {
            let index = index as i64;
            e.encode(
                w,
                rt::sink::in_range((p_base).checked_add(index), clustering_block_site::values)?,
                &p_column_types,
            )?;
        }
        Ok(())
    }
}
