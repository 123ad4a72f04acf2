// Written by `expand` from the specification sstable_data.ksy. Do not edit.
rt::sites! {
    column_data_site : "column_data" in "sstable/sstable_data.ksy", line
    super::delta_deletion_time_site::LAST + 42; complex_deletion 18; num_cells 6; simple
    5; cells 4;
}
/// What a row has of one column: nothing, if the row does not have it; one cell, if the column is simple; a deletion and any number of
/// cells, if it is a collection or a user type that is not frozen.
///
/// Specification: `column_data` in `sstable/sstable_data.ksy`. Cassandra: org.apache.cassandra.db.rows.UnfilteredSerializer.writeComplexColumn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ColumnData {
    /// The deletion of the whole collection, as `SET m = {…}` makes it, a microsecond before the new elements. LIVE if this one is not
    /// deleted but another column of the row is.
    pub complex_deletion: Option<DeltaDeletionTime>,
    /// The cell of a simple column.
    pub simple: Option<Cell>,
    /// The elements or fields, in the order of their paths.
    pub cells: Option<Vec<Cell>>,
}
impl ColumnData {
    /// Reads one.
    pub fn decode(
        r: &mut rt::Reader<'_>,
        cx: &SstableDataParams<'_>,
        p_idx: i64,
        p_column_type: &rt::CqlType,
        p_row_flags: i64,
        up_subset: Option<&rt::ColumnSubset>,
    ) -> rt::ReadResult<Self> {
        let head = ColumnDataRef::read(r, cx, p_idx, p_column_type, p_row_flags, up_subset)?;
        let i_present = (rt::column_present(up_subset, p_idx));
        let f_simple = if i_present && !(p_column_type.is_multi_cell) {
            Some(Cell::decode(r, cx, false, p_idx, &p_column_type).within(column_data_site::simple)?)
        } else {
            None
        };
        let f_cells = if i_present && p_column_type.is_multi_cell {
            Some(rt::array::collect(
                r.in_range(
                    i64::try_from(r.present(head.num_cells, "num_cells", column_data_site::cells)?).ok(),
                    column_data_site::cells,
                )?,
                1,
                r,
                column_data_site::cells,
                |r, index| Cell::decode(r, cx, true, p_idx, &p_column_type).within(column_data_site::cells),
            )?)
        } else {
            None
        };
        Ok(Self {
            complex_deletion: head.complex_deletion.as_ref().map(|v| v.to_model()).transpose()?,
            simple: f_simple,
            cells: f_cells,
        })
    }
    /// Passes over one.
    #[inline]
    pub fn skip(
        r: &mut rt::Reader<'_>,
        cx: &SstableDataParams<'_>,
        p_idx: i64,
        p_column_type: &rt::CqlType,
        p_row_flags: i64,
        up_subset: Option<&rt::ColumnSubset>,
    ) -> rt::ReadResult<()> {
        let head = ColumnDataRef::read(r, cx, p_idx, p_column_type, p_row_flags, up_subset)?;
        let i_present = (rt::column_present(up_subset, p_idx));
        let f_simple = if i_present && !(p_column_type.is_multi_cell) {
            Some(CellRef::read(r, cx, false, p_idx, &p_column_type).within(column_data_site::simple)?)
        } else {
            None
        };
        if i_present && p_column_type.is_multi_cell {
            let count = rt::array::count(
                r,
                r.in_range(
                    i64::try_from(r.present(head.num_cells, "num_cells", column_data_site::cells)?).ok(),
                    column_data_site::cells,
                )?,
                0,
                column_data_site::cells,
            )?;
            for _ in 0..count {
                let _ = CellRef::read(r, cx, true, p_idx, &p_column_type).within(column_data_site::cells)?;
            }
        }
        Ok(())
    }
    /// Reads one and sends what it holds to a visitor.
    #[inline(always)]
    pub fn visit<'a, V: SstableDataVisitor<'a>>(
        r: &mut rt::Reader<'a>,
        cx: &SstableDataParams<'_>,
        p_idx: i64,
        p_column_type: &rt::CqlType,
        p_row_flags: i64,
        up_subset: Option<&rt::ColumnSubset>,
        v: &mut V,
    ) -> Result<rt::Flow, V::Error> {
        if p_column_type.is_multi_cell {
            Self::visit_case::<true, V>(r, cx, p_idx, p_column_type, p_row_flags, up_subset, v)
        } else {
            Self::visit_case::<false, V>(r, cx, p_idx, p_column_type, p_row_flags, up_subset, v)
        }
    }
    /// Reads one and sends what it holds to a visitor.
    #[inline(always)]
    fn visit_case<'a, const CASE: bool, V: SstableDataVisitor<'a>>(
        r: &mut rt::Reader<'a>,
        cx: &SstableDataParams<'_>,
        p_idx: i64,
        p_column_type: &rt::CqlType,
        p_row_flags: i64,
        up_subset: Option<&rt::ColumnSubset>,
        v: &mut V,
    ) -> Result<rt::Flow, V::Error> {
        let begin = r.offset();
        let i_present = (rt::column_present(up_subset, p_idx));
        let f_complex_deletion = if (i_present && CASE) && ((p_row_flags & 64) != 0) {
            Some(DeltaDeletionTimeRef::read(r, cx).within(column_data_site::complex_deletion)?)
        } else {
            None
        };
        let f_num_cells =
            if i_present && CASE { Some(rt::UvintCodec::read(r, column_data_site::num_cells)?) } else { None };
        if v.column(&{
            let value_all = ((p_row_flags & 32) != 0);
            ColumnDataRef {
                begin,
                rest: *r,
                idx: p_idx,
                row_flags: p_row_flags,
                complex_deletion: f_complex_deletion,
                num_cells: f_num_cells,
                all: value_all,
            }
        })? == rt::Flow::Skip
        {
            let f_simple = if i_present && !(CASE) {
                Some(CellRef::read(r, cx, false, p_idx, &p_column_type).within(column_data_site::simple)?)
            } else {
                None
            };
            if i_present && CASE {
                let count = rt::array::count(
                    r,
                    r.in_range(
                        i64::try_from(r.present(f_num_cells, "num_cells", column_data_site::cells)?).ok(),
                        column_data_site::cells,
                    )?,
                    0,
                    column_data_site::cells,
                )?;
                for _ in 0..count {
                    let _ = CellRef::read(r, cx, true, p_idx, &p_column_type).within(column_data_site::cells)?;
                }
            }
            return Ok(rt::Flow::Skip);
        }
        if i_present && !(CASE) {
            Cell::visit(r, cx, false, p_idx, &p_column_type, v)?;
        }
        if i_present && CASE {
            let count: i64 = r.in_range(
                i64::try_from(r.present(f_num_cells, "num_cells", column_data_site::cells)?).ok(),
                column_data_site::cells,
            )?;
            for _ in 0..count {
                Cell::visit(r, cx, true, p_idx, &p_column_type, v)?;
            }
        }
        v.end_column()?;
        Ok(rt::Flow::Continue)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(
        &self,
        w: &mut S,
        cx: &SstableDataParams<'_>,
        p_idx: i64,
        p_column_type: &rt::CqlType,
        p_row_flags: i64,
        up_subset: Option<&rt::ColumnSubset>,
    ) -> rt::WriteResult<()> {
        let i_present = (rt::column_present(up_subset, p_idx));
        if let Some(v) = rt::sink::agreed(
            self.complex_deletion.as_ref(),
            (i_present && p_column_type.is_multi_cell) && ((p_row_flags & 64) != 0),
            column_data_site::complex_deletion,
        )? {
            v.encode(w, cx)?;
        }
        let f_num_cells = if i_present && p_column_type.is_multi_cell {
            Some(rt::sink::narrow::<u64, _>(
                self.cells.as_ref().map_or(0, |x0| (x0.len() as i64)),
                column_data_site::num_cells,
            )?)
        } else {
            None
        };
        if let Some(v) = f_num_cells {
            rt::UvintCodec::write(w, &v, column_data_site::num_cells)?;
        }
        if let Some(v) = rt::sink::agreed(
            self.simple.as_ref(),
            i_present && !(p_column_type.is_multi_cell),
            column_data_site::simple,
        )? {
            v.encode(w, cx, false, p_idx, &p_column_type)?;
        }
        if let Some(v) =
            rt::sink::agreed(self.cells.as_ref(), i_present && p_column_type.is_multi_cell, column_data_site::cells)?
        {
            for e in v.iter() {
                e.encode(w, cx, true, p_idx, &p_column_type)?;
            }
        }
        Ok(())
    }
}
/// The head of a [`ColumnData`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct ColumnDataRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    /// Index of the column in the header.
    pub idx: i64,
    /// Flags of the unfiltered.
    pub row_flags: i64,
    pub complex_deletion: Option<DeltaDeletionTimeRef<'a>>,
    /// Number of cells; 0 if there is a deletion only.
    pub num_cells: Option<u64>,
    /// The row has every column.
    pub all: bool,
}
impl<'a> ColumnDataRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(
        r: &mut rt::Reader<'a>,
        cx: &SstableDataParams<'_>,
        p_idx: i64,
        p_column_type: &rt::CqlType,
        p_row_flags: i64,
        up_subset: Option<&rt::ColumnSubset>,
    ) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let i_present = (rt::column_present(up_subset, p_idx));
        let f_complex_deletion = if (i_present && p_column_type.is_multi_cell) && ((p_row_flags & 64) != 0) {
            Some(DeltaDeletionTimeRef::read(r, cx).within(column_data_site::complex_deletion)?)
        } else {
            None
        };
        let f_num_cells = if i_present && p_column_type.is_multi_cell {
            Some(rt::UvintCodec::read(r, column_data_site::num_cells)?)
        } else {
            None
        };
        let value_all = ((p_row_flags & 32) != 0);
        Ok(ColumnDataRef {
            begin,
            rest: *r,
            idx: p_idx,
            row_flags: p_row_flags,
            complex_deletion: f_complex_deletion,
            num_cells: f_num_cells,
            all: value_all,
        })
    }
    rt::sited!(column_data_site);
}
/// What stands in a [`ColumnData`].
pub static COLUMN_DATA_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&column_data_site::ALL, &["idx", "column_type", "row_flags"])
        .fields(&[
            t::of(&DELTA_DELETION_TIME_TABLE, &[]).when(&Of(
                And,
                &Of(And, &Name("present"), &Member(&Name("column_type"), "is_multi_cell")),
                &Of(Ne, &Of(BitAnd, &Name("row_flags"), &Int(64)), &Int(0)),
            )),
            t::native(t::Native::Uvint, &[]).when(&Of(
                And,
                &Name("present"),
                &Member(&Name("column_type"), "is_multi_cell"),
            )),
            t::of(&CELL_TABLE, &[Bool(false), Name("idx"), Name("column_type")]).when(&Of(
                And,
                &Name("present"),
                &Not(&Member(&Name("column_type"), "is_multi_cell")),
            )),
            t::of(&CELL_TABLE, &[Bool(true), Name("idx"), Name("column_type")])
                .times(&Member(&Name("num_cells"), "value"))
                .when(&Of(And, &Name("present"), &Member(&Name("column_type"), "is_multi_cell"))),
        ])
        .values(&[
            t::value("all", Of(Ne, &Of(BitAnd, &Name("row_flags"), &Int(32)), &Int(0))),
            t::value("present", Call(t::Function::ColumnPresent, &[Parent("subset"), Name("idx")])),
        ])
};
rt::reflect!(ColumnData : complex_deletion, simple, cells);
/// What is pushed of a [`ColumnData`], borrowed; its fields are described there.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct ColumnDataParts {
    pub complex_deletion: Option<DeltaDeletionTime>,
    /// `cells` is there, even if no element is pushed.
    pub cells: bool,
}
impl<'a> From<&ColumnDataRef<'a>> for ColumnDataParts {
    #[inline]
    fn from(head: &ColumnDataRef<'a>) -> Self {
        ColumnDataParts {
            complex_deletion: head.complex_deletion.as_ref().map(Into::into),
            cells: head.num_cells.is_some(),
        }
    }
}
impl ColumnDataParts {
    #[inline(always)]
    fn open<'p>(
        &self,
        w: &mut rt::push::Stack,
        cx: &SstableDataParams<'p>,
        p_idx: i64,
        p_column_type: &'p rt::CqlType,
        p_row_flags: i64,
    ) -> rt::WriteResult<ColumnDataFrame<'p>> {
        if let Some(v) = self.complex_deletion {
            let v = &v;
            v.encode(w, cx)?;
        }
        let late_num_cells = if true && p_column_type.is_multi_cell { w.hole(3) } else { Default::default() };
        Ok(ColumnDataFrame {
            p_idx,
            p_column_type,
            p_row_flags,
            has_complex_deletion: self.complex_deletion.is_some(),
            has_cells: self.cells,
            late_num_cells,
            ..Default::default()
        })
    }
}
