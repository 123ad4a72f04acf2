// Written by `expand` from the specification sstable_data.ksy. Do not edit.
#[derive(Debug, Default)]
struct SstableDataFrame {
    list_partitions: rt::push::Listed,
}
#[derive(Debug, Default)]
struct PartitionFrame {
    list_unfiltereds: rt::push::Listed,
    next: usize,
    filled: bool,
    index: i64,
}
#[derive(Debug, Default)]
struct UnfilteredFrame {
    f_flags: u8,
    i_is_end: bool,
    i_is_marker: bool,
    i_is_static: bool,
    has_body: bool,
    late_flags: u64,
    filled: bool,
    place: u8,
    index: i64,
}
#[derive(Debug, Default)]
struct MarkerFrame {
    i_is_boundary: bool,
    late_len_body: rt::push::Hole,
    filled: bool,
}
#[derive(Debug, Default)]
struct RowFrame {
    p_flags: i64,
    p_is_static: bool,
    late_len_body: rt::push::Hole,
    filled: bool,
}
#[derive(Debug, Default)]
struct MarkerBodyFrame {}
#[derive(Debug, Default)]
struct RowBodyFrame<'p> {
    p_flags: i64,
    i_columns: &'p [statistics::Column],
    has_timestamp_delta: bool,
    has_ttl_delta: bool,
    has_local_deletion_time_delta: bool,
    has_deletion: bool,
    late_subset: rt::push::Hole,
    list_cells: rt::push::Listed,
    any_cells_complex_deletion: bool,
    wait_cells_complex_deletion: rt::push::Deferred,
}
#[derive(Debug, Default)]
struct ColumnDataFrame<'p> {
    p_idx: i64,
    p_column_type: &'p rt::CqlType,
    p_row_flags: i64,
    has_complex_deletion: bool,
    has_simple: bool,
    has_cells: bool,
    late_num_cells: rt::push::Hole,
    list_cells: rt::push::Listed,
    next: usize,
    filled: bool,
    index: i64,
}
#[derive(Debug, Default)]
struct CellFrame {
    has_timestamp_delta: bool,
    has_value: bool,
}
/// Writes a [`SstableData`] from values that are pushed in the order of their bytes.
///
/// After an error nothing more can be pushed.
#[derive(Debug)]
pub struct SstableDataEncoder<'p, S> {
    out: S,
    w: rt::push::Stack,
    cx: SstableDataParams<'p>,
    in_sstable_data: SstableDataFrame,
    in_partition: PartitionFrame,
    st_partition: PartitionRegisters,
    in_unfiltered: UnfilteredFrame,
    next_unfiltered: Option<UnfilteredParts>,
    in_marker: MarkerFrame,
    in_row: RowFrame,
    in_row_body: RowBodyFrame<'p>,
    there_row_body_cells: rt::push::Presence,
    in_column_data: ColumnDataFrame<'p>,
}
impl<'p, S: std::io::Write> SstableDataEncoder<'p, S> {
    /// An encoder whose bytes go to `out`; the first has the position `base` in the component.
    pub fn new(out: S, cx: SstableDataParams<'p>, base: u64) -> Self {
        SstableDataEncoder {
            out,
            w: rt::push::Stack::new(
                base,
                &[
                    sstable_data_site::_self,
                    partition_site::_self,
                    unfiltered_site::_self,
                    marker_site::_self,
                    row_site::_self,
                    row_body_site::_self,
                    column_data_site::_self,
                ],
            ),
            cx,
            in_sstable_data: Default::default(),
            in_partition: Default::default(),
            st_partition: PartitionRegisters {
                partition_start: 0,
                prev_start: 0,
                this_start: 0,
                prev_unfiltered_size: 0,
            },
            in_unfiltered: Default::default(),
            next_unfiltered: None,
            in_marker: Default::default(),
            in_row: Default::default(),
            in_row_body: Default::default(),
            there_row_body_cells: rt::push::Presence::default(),
            in_column_data: Default::default(),
        }
    }
    /// The position in the component, if it is known: nowhere within what has its length in front.
    pub fn position(&self) -> Option<u64> {
        self.w.position()
    }
    /// Sends the last bytes to the output, and gives it back.
    pub fn finish(mut self) -> rt::push::PushResult<S> {
        self.w.expect(sstable_data_site::_self)?;
        self.pass_sstable_data()?;
        if self.next_unfiltered.is_some() {
            return Err(self.w.misplaced(sstable_data_site::_self));
        }
        self.w.flush(&mut self.out)?;
        Ok(self.out)
    }
    /// A [`Partition`]; what stands in it is pushed next.
    #[inline(always)]
    pub fn partition(&mut self, parts: &PartitionParts<'_>) -> rt::push::PushResult<()> {
        let pushed = self.open_partition(parts);
        self.w.done(pushed)
    }
    #[inline(always)]
    fn open_partition(&mut self, parts: &PartitionParts<'_>) -> rt::push::PushResult<()> {
        if self.w.is_open(sstable_data_site::_self) {
            let cx = &self.cx;
            let w = &mut self.w;
            let v_sstable_data = &mut self.in_sstable_data;
            let index = v_sstable_data.list_partitions.at(None, None, sstable_data_site::partitions)?;
            let mut one = parts.open(w, cx, &mut self.st_partition)?;
            one.index = index;
            self.in_partition = one;
            w.set_open(partition_site::_self);
            return Ok(());
        }
        Err(self.w.misplaced(partition_site::_self))
    }
    /// What the next [`Unfiltered`] begins with; what stands in it is pushed next. Said again before that, the last one holds.
    #[inline(always)]
    pub fn unfiltered(&mut self, parts: &UnfilteredParts) -> rt::push::PushResult<()> {
        self.next_unfiltered = Some(*parts);
        self.w.ready()
    }
    /// Ends a [`Unfiltered`], if that in which nothing stands.
    #[inline(always)]
    pub fn end_unfiltered(&mut self) -> rt::push::PushResult<()> {
        if self.next_unfiltered.is_none() {
            return self.w.ready();
        }
        let pushed = self.end_unfiltered_alone();
        self.w.done(pushed)?;
        self.w.send(&mut self.out)
    }
    fn end_unfiltered_alone(&mut self) -> rt::push::PushResult<()> {
        if self.begin_unfiltered(0)? {
            return self.close_unfiltered();
        }
        Err(self.w.misplaced(unfiltered_site::_self))
    }
    /// Whether it has a place, and is open now; `at` says which type stands in it, from 1.
    #[inline(always)]
    fn begin_unfiltered(&mut self, at: usize) -> rt::push::PushResult<bool> {
        if self.w.is_open(partition_site::_self) && {
            let cx = &self.cx;
            let v_partition = &mut self.in_partition;
            v_partition.next == 0 && !v_partition.filled && ((cx.h.static_columns.columns.len() as i64) > 0)
        } {
            let parts = self.next_unfiltered.take().unwrap_or_default();
            let cx = &self.cx;
            let w = &mut self.w;
            let st = &mut self.st_partition;
            let v_partition = &mut self.in_partition;
            let arg0 = true;
            let mut one = parts.open(w, cx, arg0, st, at)?;
            v_partition.filled = true;
            one.place = 0;
            self.in_unfiltered = one;
            w.set_open(unfiltered_site::_self);
            return Ok(true);
        }
        if self.w.is_open(partition_site::_self) && {
            let v_partition = &mut self.in_partition;
            v_partition.next <= 1
        } {
            self.pass_partition(1)?;
            let parts = self.next_unfiltered.take().unwrap_or_default();
            let cx = &self.cx;
            let w = &mut self.w;
            let st = &mut self.st_partition;
            let v_partition = &mut self.in_partition;
            v_partition.list_unfiltereds.goes_on(partition_site::unfiltereds)?;
            let index = v_partition.list_unfiltereds.at(None, None, partition_site::unfiltereds)?;
            let arg0 = false;
            let mut one = parts.open(w, cx, arg0, st, at)?;
            one.place = 1;
            one.index = index;
            self.in_unfiltered = one;
            w.set_open(unfiltered_site::_self);
            return Ok(true);
        }
        Ok(false)
    }
    /// A [`Marker`]; what stands in it is pushed next.
    #[inline(always)]
    pub fn marker(&mut self, parts: &MarkerParts<'_>) -> rt::push::PushResult<()> {
        let pushed = self.open_marker(parts);
        self.w.done(pushed)
    }
    #[inline(always)]
    fn open_marker(&mut self, parts: &MarkerParts<'_>) -> rt::push::PushResult<()> {
        if self.begin_unfiltered(1)? {
            let cx = &self.cx;
            let w = &mut self.w;
            let st = &mut self.st_partition;
            let v_unfiltered = &mut self.in_unfiltered;
            if !(!(v_unfiltered.i_is_end) && v_unfiltered.i_is_marker) {
                return Err(w.misplaced(unfiltered_site::body));
            }
            let mut one = parts.open(w, cx, st)?;
            v_unfiltered.has_body = true;
            v_unfiltered.filled = true;
            self.in_marker = one;
            w.set_open(marker_site::_self);
            return Ok(());
        }
        Err(self.w.misplaced(marker_site::_self))
    }
    /// A [`Row`]; what stands in it is pushed next.
    #[inline(always)]
    pub fn row(&mut self, parts: &RowParts<'_>) -> rt::push::PushResult<()> {
        let pushed = self.open_row(parts);
        self.w.done(pushed)
    }
    #[inline(always)]
    fn open_row(&mut self, parts: &RowParts<'_>) -> rt::push::PushResult<()> {
        if self.begin_unfiltered(2)? {
            let cx = &self.cx;
            let w = &mut self.w;
            let st = &mut self.st_partition;
            let v_unfiltered = &mut self.in_unfiltered;
            if !(!(v_unfiltered.i_is_end) && !v_unfiltered.i_is_marker) {
                return Err(w.misplaced(unfiltered_site::body));
            }
            let arg0 = i64::from(v_unfiltered.f_flags);
            let arg1 = v_unfiltered.i_is_static;
            let mut one = parts.open(w, cx, arg0, arg1, st)?;
            v_unfiltered.has_body = true;
            v_unfiltered.filled = true;
            self.in_row = one;
            w.set_open(row_site::_self);
            return Ok(());
        }
        Err(self.w.misplaced(row_site::_self))
    }
    /// A [`MarkerBody`].
    #[inline(always)]
    pub fn marker_body(&mut self, parts: &MarkerBodyParts) -> rt::push::PushResult<()> {
        let pushed = self.open_marker_body(parts);
        self.w.done(pushed)
    }
    #[inline(always)]
    fn open_marker_body(&mut self, parts: &MarkerBodyParts) -> rt::push::PushResult<()> {
        if self.w.is_open(marker_site::_self) && {
            let v_marker = &mut self.in_marker;
            !v_marker.filled
        } {
            let cx = &self.cx;
            let w = &mut self.w;
            let st = &mut self.st_partition;
            let v_marker = &mut self.in_marker;
            let arg0 = v_marker.i_is_boundary;
            let mut one = parts.open(w, cx, arg0, st)?;
            v_marker.filled = true;
            return Ok(());
        }
        Err(self.w.misplaced(marker_body_site::_self))
    }
    /// A [`RowBody`]; what stands in it is pushed next.
    #[inline(always)]
    pub fn row_body(&mut self, parts: &RowBodyParts) -> rt::push::PushResult<()> {
        let pushed = self.open_row_body(parts);
        self.w.done(pushed)
    }
    #[inline(always)]
    fn open_row_body(&mut self, parts: &RowBodyParts) -> rt::push::PushResult<()> {
        if self.w.is_open(row_site::_self) && {
            let v_row = &mut self.in_row;
            !v_row.filled
        } {
            let cx = &self.cx;
            let w = &mut self.w;
            let st = &mut self.st_partition;
            let v_row = &mut self.in_row;
            let arg0 = v_row.p_flags;
            let arg1 = v_row.p_is_static;
            let mut one = parts.open(w, cx, arg0, arg1, st)?;
            v_row.filled = true;
            self.there_row_body_cells.clear();
            self.in_row_body = one;
            w.set_open(row_body_site::_self);
            return Ok(());
        }
        Err(self.w.misplaced(row_body_site::_self))
    }
    /// A [`ColumnData`]; what stands in it is pushed next.
    #[inline(always)]
    pub fn column(&mut self, index: i64, parts: &ColumnDataParts) -> rt::push::PushResult<()> {
        let pushed = self.open_column_data(index, parts);
        self.w.done(pushed)
    }
    #[inline(always)]
    fn open_column_data(&mut self, index: i64, parts: &ColumnDataParts) -> rt::push::PushResult<()> {
        if self.w.is_open(row_body_site::_self) {
            let cx = &self.cx;
            let w = &mut self.w;
            let v_row_body = &mut self.in_row_body;
            let index =
                v_row_body.list_cells.at(Some(index), Some(v_row_body.i_columns.len() as i64), row_body_site::cells)?;
            let arg0 = index;
            let arg1 = &rt::sink::in_range(rt::array::element(&v_row_body.i_columns, index), row_body_site::cells)?
                .column_type;
            let arg2 = v_row_body.p_flags;
            let mut one = parts.open(w, cx, arg0, arg1, arg2)?;
            one.index = index;
            self.in_column_data = one;
            w.set_open(column_data_site::_self);
            return Ok(());
        }
        Err(self.w.misplaced(column_data_site::_self))
    }
    /// A [`Cell`].
    #[inline(always)]
    pub fn cell(&mut self, parts: &CellParts<'_>) -> rt::push::PushResult<()> {
        let pushed = self.open_cell(parts);
        self.w.done(pushed)
    }
    #[inline(always)]
    fn open_cell(&mut self, parts: &CellParts<'_>) -> rt::push::PushResult<()> {
        if self.w.is_open(column_data_site::_self) && {
            let v_column_data = &mut self.in_column_data;
            v_column_data.next == 0 && !v_column_data.filled && (true && !(v_column_data.p_column_type.is_multi_cell))
        } {
            let cx = &self.cx;
            let w = &mut self.w;
            let v_column_data = &mut self.in_column_data;
            let arg0 = false;
            let arg1 = v_column_data.p_idx;
            let arg2 = &v_column_data.p_column_type;
            let mut one = parts.open(w, cx, arg0, arg1, arg2)?;
            v_column_data.has_simple = true;
            v_column_data.filled = true;
            return Ok(());
        }
        if self.w.is_open(column_data_site::_self) && {
            let v_column_data = &mut self.in_column_data;
            v_column_data.next <= 1 && (true && v_column_data.p_column_type.is_multi_cell)
        } {
            self.pass_column_data(1)?;
            let cx = &self.cx;
            let w = &mut self.w;
            let v_column_data = &mut self.in_column_data;
            let index = v_column_data.list_cells.at(None, None, column_data_site::cells)?;
            let arg0 = true;
            let arg1 = v_column_data.p_idx;
            let arg2 = &v_column_data.p_column_type;
            let mut one = parts.open(w, cx, arg0, arg1, arg2)?;
            v_column_data.list_cells.add(index);
            v_column_data.has_cells = true;
            return Ok(());
        }
        Err(self.w.misplaced(cell_site::_self))
    }
    #[inline(always)]
    fn pass_sstable_data(&mut self) -> rt::push::PushResult<()> {
        Ok(())
    }
    #[inline(always)]
    fn pass_partition(&mut self, to: usize) -> rt::push::PushResult<()> {
        if to > 0 && self.in_partition.next == 0 {
            let cx = &self.cx;
            let v_partition = &mut self.in_partition;
            rt::sink::agree(
                v_partition.filled,
                (cx.h.static_columns.columns.len() as i64) > 0,
                partition_site::static_row,
            )?;
            v_partition.next = 1;
            v_partition.filled = false;
        }
        if to > 1 && self.in_partition.next == 1 {
            if !self.in_partition.list_unfiltereds.ended && self.begin_unfiltered(0)? {
                self.close_unfiltered()?;
            }
            let v_partition = &mut self.in_partition;
            rt::sink::agree(v_partition.list_unfiltereds.ended, true, partition_site::unfiltereds)?;
        }
        Ok(())
    }
    #[inline(always)]
    fn pass_unfiltered(&mut self) -> rt::push::PushResult<()> {
        let v_unfiltered = &mut self.in_unfiltered;
        rt::sink::agree(v_unfiltered.filled, !(v_unfiltered.i_is_end), unfiltered_site::body)?;
        Ok(())
    }
    #[inline(always)]
    fn pass_marker(&mut self) -> rt::push::PushResult<()> {
        let w = &mut self.w;
        let v_marker = &mut self.in_marker;
        rt::sink::agree(v_marker.filled, true, marker_site::body)?;
        {
            let mut hole = w.filling(v_marker.late_len_body);
            let w = &mut hole;
            {
                let value = rt::sink::narrow::<u64, _>(w.behind() as i64, marker_site::len_body)?;
                rt::UvintCodec::write(w, &value, marker_site::len_body)?;
            }
            hole.close(0);
        }
        Ok(())
    }
    #[inline(always)]
    fn pass_row(&mut self) -> rt::push::PushResult<()> {
        let w = &mut self.w;
        let v_row = &mut self.in_row;
        rt::sink::agree(v_row.filled, true, row_site::body)?;
        {
            let mut hole = w.filling(v_row.late_len_body);
            let w = &mut hole;
            {
                let value = rt::sink::narrow::<u64, _>(w.behind() as i64, row_site::len_body)?;
                rt::UvintCodec::write(w, &value, row_site::len_body)?;
            }
            hole.close(1);
        }
        Ok(())
    }
    #[inline(always)]
    fn pass_row_body(&mut self) -> rt::push::PushResult<()> {
        Ok(())
    }
    #[inline(always)]
    fn pass_column_data(&mut self, to: usize) -> rt::push::PushResult<()> {
        if to > 0 && self.in_column_data.next == 0 {
            let v_column_data = &mut self.in_column_data;
            rt::sink::agree(
                v_column_data.filled,
                true && !(v_column_data.p_column_type.is_multi_cell),
                column_data_site::simple,
            )?;
            v_column_data.next = 1;
            v_column_data.filled = false;
        }
        Ok(())
    }
    /// Ends a [`Partition`].
    #[inline(always)]
    pub fn end_partition(&mut self) -> rt::push::PushResult<()> {
        let pushed = self.close_partition();
        self.w.done(pushed)?;
        self.w.send(&mut self.out)
    }
    #[inline(always)]
    fn close_partition(&mut self) -> rt::push::PushResult<()> {
        self.w.expect(partition_site::_self)?;
        self.pass_partition(usize::MAX)?;
        let w = &mut self.w;
        let v_partition = &mut self.in_partition;
        let v_sstable_data = &mut self.in_sstable_data;
        let index = v_partition.index;
        v_sstable_data.list_partitions.add(index);
        w.set_open(sstable_data_site::_self);
        Ok(())
    }
    #[inline(always)]
    fn close_unfiltered(&mut self) -> rt::push::PushResult<()> {
        self.w.expect(unfiltered_site::_self)?;
        self.pass_unfiltered()?;
        let w = &mut self.w;
        let st = &mut self.st_partition;
        let v_unfiltered = &mut self.in_unfiltered;
        {
            let value = v_unfiltered.f_flags;
            w.fill(v_unfiltered.late_flags, &value.to_be_bytes());
        }
        st.prev_start = (if v_unfiltered.i_is_static { st.prev_start } else { st.this_start });
        match v_unfiltered.place {
            0 => {
                w.set_open(partition_site::_self);
            }
            1 => {
                let v_partition = &mut self.in_partition;
                let index = v_unfiltered.index;
                v_partition.list_unfiltereds.add(index);
                let asked = UnfilteredAsked { is_end: v_unfiltered.i_is_end };
                v_partition.list_unfiltereds.ended = asked.is_end;
                w.set_open(partition_site::_self);
            }
            _ => {}
        }
        Ok(())
    }
    /// Ends a [`Marker`].
    #[inline(always)]
    pub fn end_marker(&mut self) -> rt::push::PushResult<()> {
        let pushed = self.close_marker();
        self.w.done(pushed)?;
        self.w.send(&mut self.out)
    }
    #[inline(always)]
    fn close_marker(&mut self) -> rt::push::PushResult<()> {
        self.w.expect(marker_site::_self)?;
        self.pass_marker()?;
        let w = &mut self.w;
        w.set_open(unfiltered_site::_self);
        self.close_unfiltered()?;
        Ok(())
    }
    /// Ends a [`Row`].
    #[inline(always)]
    pub fn end_row(&mut self) -> rt::push::PushResult<()> {
        let pushed = self.close_row();
        self.w.done(pushed)?;
        self.w.send(&mut self.out)
    }
    #[inline(always)]
    fn close_row(&mut self) -> rt::push::PushResult<()> {
        self.w.expect(row_site::_self)?;
        self.pass_row()?;
        let w = &mut self.w;
        w.set_open(unfiltered_site::_self);
        self.close_unfiltered()?;
        Ok(())
    }
    /// Ends a [`RowBody`].
    #[inline(always)]
    pub fn end_row_body(&mut self) -> rt::push::PushResult<()> {
        let pushed = self.close_row_body();
        self.w.done(pushed)
    }
    #[inline(always)]
    fn close_row_body(&mut self) -> rt::push::PushResult<()> {
        self.w.expect(row_body_site::_self)?;
        self.pass_row_body()?;
        let w = &mut self.w;
        let v_row_body = &mut self.in_row_body;
        let v_unfiltered = &mut self.in_unfiltered;
        let v_row = &mut self.in_row;
        {
            let mut flags: u8 = v_unfiltered.f_flags;
            if v_row_body.has_timestamp_delta {
                flags |= 4;
            }
            if v_row_body.has_ttl_delta {
                flags |= 8;
            }
            if v_row_body.has_deletion {
                flags |= 16;
            }
            if v_row_body.list_cells.count == (v_row_body.i_columns.len() as i64) {
                flags |= 32;
            }
            if v_row_body.any_cells_complex_deletion {
                flags |= 64;
            }
            v_unfiltered.f_flags = flags;
        }
        v_row.p_flags = i64::from(v_unfiltered.f_flags);
        v_row_body.p_flags = v_row.p_flags;
        rt::sink::agree(
            v_row_body.has_local_deletion_time_delta,
            (v_row_body.p_flags & 8) != 0,
            row_body_site::local_deletion_time_delta,
        )?;
        v_row_body
            .wait_cells_complex_deletion
            .check(0 | u32::from(v_unfiltered.f_flags & 64 != 0) << 0, column_data_site::complex_deletion)?;
        {
            let mut hole = w.filling(v_row_body.late_subset);
            let w = &mut hole;
            if (v_row_body.p_flags & 32) == 0 {
                let value = self.there_row_body_cells.of(v_row_body.i_columns.len() as i64);
                rt::ColumnSubsetCodec::write(w, value, v_row_body.i_columns.len() as i64, row_body_site::subset)?;
            }
            hole.close(2);
        }
        w.set_open(row_site::_self);
        Ok(())
    }
    /// Ends a [`ColumnData`].
    #[inline(always)]
    pub fn end_column(&mut self) -> rt::push::PushResult<()> {
        let pushed = self.close_column_data();
        self.w.done(pushed)
    }
    #[inline(always)]
    fn close_column_data(&mut self) -> rt::push::PushResult<()> {
        self.w.expect(column_data_site::_self)?;
        let present = {
            let v_column_data = &mut self.in_column_data;
            v_column_data.has_complex_deletion || v_column_data.has_simple || v_column_data.has_cells
        };
        if present {
            self.pass_column_data(usize::MAX)?;
        }
        let w = &mut self.w;
        let v_column_data = &mut self.in_column_data;
        if true && v_column_data.p_column_type.is_multi_cell {
            let mut hole = w.filling(v_column_data.late_num_cells);
            let w = &mut hole;
            if present {
                let value = rt::sink::narrow::<u64, _>(v_column_data.list_cells.count, column_data_site::num_cells)?;
                rt::UvintCodec::write(w, &value, column_data_site::num_cells)?;
            }
            hole.close(3);
        }
        let v_row_body = &mut self.in_row_body;
        let index = v_column_data.index;
        if present {
            self.there_row_body_cells.add(index);
            v_row_body.list_cells.add(index);
            v_row_body.any_cells_complex_deletion |= v_column_data.has_complex_deletion;
            v_row_body.wait_cells_complex_deletion.note(
                v_column_data.has_complex_deletion,
                [
                    (true && v_column_data.p_column_type.is_multi_cell)
                        && (((v_column_data.p_row_flags & !64i64 | 0i64) & 64) != 0),
                    (true && v_column_data.p_column_type.is_multi_cell)
                        && (((v_column_data.p_row_flags & !64i64 | 64i64) & 64) != 0),
                ],
            );
        }
        w.set_open(row_body_site::_self);
        Ok(())
    }
}
/// Pushes what it visits to a [`SstableDataEncoder`]. Its errors are of a type of the caller's.
#[derive(Debug)]
pub struct SstableDataReplay<'p, S, E> {
    /// Where it goes.
    pub to: SstableDataEncoder<'p, S>,
    error: std::marker::PhantomData<fn() -> E>,
}
impl<'p, S, E> SstableDataReplay<'p, S, E> {
    /// A visitor that pushes to `to`.
    pub fn new(to: SstableDataEncoder<'p, S>) -> Self {
        SstableDataReplay { to, error: std::marker::PhantomData }
    }
}
impl<'a, S: std::io::Write, E: From<rt::ReadError> + From<rt::push::PushError>> SstableDataVisitor<'a>
    for SstableDataReplay<'_, S, E>
{
    type Error = E;
    #[inline(always)]
    fn partition(&mut self, head: &PartitionRef<'a>) -> Result<rt::Flow, E> {
        self.to.partition(&head.into())?;
        Ok(rt::Flow::Continue)
    }
    #[inline(always)]
    fn end_partition(&mut self) -> Result<(), E> {
        Ok(self.to.end_partition()?)
    }
    #[inline(always)]
    fn unfiltered(&mut self, head: &UnfilteredRef<'a>) -> Result<rt::Flow, E> {
        self.to.unfiltered(&head.into())?;
        Ok(rt::Flow::Continue)
    }
    #[inline(always)]
    fn end_unfiltered(&mut self) -> Result<(), E> {
        Ok(self.to.end_unfiltered()?)
    }
    #[inline(always)]
    fn marker(&mut self, head: &MarkerRef<'a>) -> Result<rt::Flow, E> {
        self.to.marker(&head.into())?;
        Ok(rt::Flow::Continue)
    }
    #[inline(always)]
    fn end_marker(&mut self) -> Result<(), E> {
        Ok(self.to.end_marker()?)
    }
    #[inline(always)]
    fn row(&mut self, head: &RowRef<'a>) -> Result<rt::Flow, E> {
        self.to.row(&head.into())?;
        Ok(rt::Flow::Continue)
    }
    #[inline(always)]
    fn end_row(&mut self) -> Result<(), E> {
        Ok(self.to.end_row()?)
    }
    #[inline(always)]
    fn marker_body(&mut self, head: &MarkerBodyRef<'a>) -> Result<(), E> {
        Ok(self.to.marker_body(&head.into())?)
    }
    #[inline(always)]
    fn row_body(&mut self, head: &RowBodyRef<'a>) -> Result<rt::Flow, E> {
        self.to.row_body(&head.into())?;
        Ok(rt::Flow::Continue)
    }
    #[inline(always)]
    fn end_row_body(&mut self) -> Result<(), E> {
        Ok(self.to.end_row_body()?)
    }
    #[inline(always)]
    fn column(&mut self, head: &ColumnDataRef<'a>) -> Result<rt::Flow, E> {
        self.to.column(head.idx, &head.into())?;
        Ok(rt::Flow::Continue)
    }
    #[inline(always)]
    fn end_column(&mut self) -> Result<(), E> {
        Ok(self.to.end_column()?)
    }
    #[inline(always)]
    fn cell(&mut self, head: &CellRef<'a>) -> Result<(), E> {
        Ok(self.to.cell(&head.into())?)
    }
}
