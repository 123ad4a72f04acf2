// Written by `expand` from the specification sstable_common.ksy. Do not edit.
rt::sites! {
    clustering_value_site : "clustering_value" in "common/sstable_common.ksy", line
    super::clustering_block_site::LAST + 12; val 17;
}
/// The value of one clustering column.
///
/// Specification: `clustering_value` in `common/sstable_common.ksy`. Cassandra: org.apache.cassandra.db.ClusteringPrefix.Deserializer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ClusteringValue {
    /// 0: it has bytes. 1: it is empty. 2: it is null (tables with COMPACT STORAGE).
    pub kind: u8,
    /// The bytes of the value.
    pub val: Option<CellValue>,
}
impl ClusteringValue {
    /// Reads one.
    pub fn decode(
        r: &mut rt::Reader<'_>,
        p_idx: i64,
        p_kind: i64,
        p_column_types: &[rt::CqlType],
    ) -> rt::ReadResult<Self> {
        let head = ClusteringValueRef::read(r, p_idx, p_kind, p_column_types)?;
        Ok(Self { kind: p_kind as u8, val: head.val.as_ref().map(|v| v.to_model()).transpose()? })
    }
    /// It is null, whatever the other bit of its kind is.
    pub fn is_null(&self) -> bool {
        i64::from(self.kind) >= 2
    }
    /// It is of a kind that no writer makes.
    pub fn is_unknown_kind(&self) -> bool {
        i64::from(self.kind) > 2
    }
    /// Passes over one.
    #[inline(always)]
    pub fn skip(r: &mut rt::Reader<'_>, p_idx: i64, p_kind: i64, p_column_types: &[rt::CqlType]) -> rt::ReadResult<()> {
        let f_val = if p_kind == 0 {
            Some(
                {
                    let arg0 = i64::from(
                        r.in_range(rt::array::element(&p_column_types, p_idx), clustering_value_site::val)?.fixed_len,
                    );
                    CellValue::skip(r, arg0)
                }
                .within(clustering_value_site::val)?,
            )
        } else {
            None
        };
        Ok(())
    }
    /// Reads one and sends what it holds to a visitor.
    #[inline(always)]
    pub fn visit<'a, V: SstableCommonVisitor<'a>>(
        r: &mut rt::Reader<'a>,
        p_idx: i64,
        p_kind: i64,
        p_column_types: &[rt::CqlType],
        v: &mut V,
    ) -> Result<rt::Flow, V::Error> {
        let head = ClusteringValueRef::read(r, p_idx, p_kind, p_column_types)?;
        v.clustering_value(&head)?;
        Ok(rt::Flow::Continue)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, p_idx: i64, p_column_types: &[rt::CqlType]) -> rt::WriteResult<()> {
        ClusteringValueParts::from(self).encode(w, p_idx, p_column_types)
    }
}
/// The head of a [`ClusteringValue`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct ClusteringValueRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// Index of the clustering column.
    pub idx: i64,
    pub kind: i64,
    pub val: Option<CellValueRef<'a>>,
    pub is_null: bool,
    pub is_unknown_kind: bool,
}
impl<'a> ClusteringValueRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(
        r: &mut rt::Reader<'a>,
        p_idx: i64,
        p_kind: i64,
        p_column_types: &[rt::CqlType],
    ) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_val = if p_kind == 0 {
            Some(
                {
                    let arg0 = i64::from(
                        r.in_range(rt::array::element(&p_column_types, p_idx), clustering_value_site::val)?.fixed_len,
                    );
                    CellValueRef::read(r, arg0)
                }
                .within(clustering_value_site::val)?,
            )
        } else {
            None
        };
        let value_is_null = (p_kind >= 2);
        let value_is_unknown_kind = (p_kind > 2);
        Ok(ClusteringValueRef {
            begin,
            idx: p_idx,
            kind: p_kind,
            val: f_val,
            is_null: value_is_null,
            is_unknown_kind: value_is_unknown_kind,
        })
    }
    rt::sited!(clustering_value_site);
}
/// What stands in a [`ClusteringValue`].
pub static CLUSTERING_VALUE_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&clustering_value_site::ALL, &["idx", "kind", "column_types"])
        .fields(&[t::of(&CELL_VALUE_TABLE, &[Member(&Element(&Name("column_types"), &Name("idx")), "fixed_len")])
            .when(&Of(Eq, &Name("kind"), &Int(0)))])
        .values(&[
            t::value("is_null", Of(Ge, &Name("kind"), &Int(2))),
            t::value("is_unknown_kind", Of(Gt, &Name("kind"), &Int(2))),
        ])
};
rt::reflect!(ClusteringValue : val);
/// What is pushed of a [`ClusteringValue`], borrowed; its fields are described there.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct ClusteringValueParts<'a> {
    pub kind: u8,
    pub val: Option<CellValueParts<'a>>,
}
impl<'a> From<&ClusteringValueRef<'a>> for ClusteringValueParts<'a> {
    #[inline]
    fn from(head: &ClusteringValueRef<'a>) -> Self {
        ClusteringValueParts { kind: head.kind as u8, val: head.val.as_ref().map(Into::into) }
    }
}
impl<'a> From<&'a ClusteringValue> for ClusteringValueParts<'a> {
    #[inline]
    fn from(model: &'a ClusteringValue) -> Self {
        ClusteringValueParts { kind: model.kind, val: model.val.as_ref().map(Into::into) }
    }
}
impl ClusteringValueParts<'_> {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    #[inline(always)]
    pub fn encode<S: rt::Sink>(&self, w: &mut S, p_idx: i64, p_column_types: &[rt::CqlType]) -> rt::WriteResult<()> {
        if let Some(v) = rt::sink::agreed(self.val, i64::from(self.kind) == 0, clustering_value_site::val)? {
            let v = &v;
            v.encode(
                w,
                i64::from(
                    rt::sink::in_range(rt::array::element(&p_column_types, p_idx), clustering_value_site::val)?
                        .fixed_len,
                ),
            )?;
        }
        Ok(())
    }
}
