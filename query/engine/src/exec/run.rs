//! The rows of a prepared SELECT.

use cqlite_rows::Row;
use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_sstable::reader::Slice;

use super::ann::Nearest;
use super::group::{GroupKey, Grouping};
use super::order::{sort, Sortable};
use super::{json, Prepared, ResultSink};
use crate::read::{Cursor, Layout, Queried, RowView, TableData, TokenRange};
use crate::restrict::{Bound, Keys};
use crate::select::State;
use crate::term::{BindValues, Term};
use crate::{QueryError, Result, Value};

/// Reads the rows of an answer and gives them away, up to the limit.
pub(crate) fn run(
    plan: &Prepared<'_>,
    data: &TableData,
    bindings: &BindValues<'_>,
    now: i64,
    sink: &mut dyn ResultSink,
) -> Result<()> {
    let limit = limit(plan.limit.as_ref(), bindings, "LIMIT must be strictly positive", "limit")?;
    let per_partition = limit_of_partition(plan, bindings)?;
    plan.selection.check(bindings)?;
    let bound = Bound::new(plan.table, &plan.restrictions, bindings, data.comparator())?;
    sink.columns(&plan.columns())?;
    let mut output = Output {
        plan,
        bindings,
        sink,
        limit,
        per_partition,
        given: 0,
        given_of_partition: 0,
        group: None,
        sorted: None,
        nearest: None,
        ended: false,
    };
    let sorts = (plan.restrictions.key_is_in() && !plan.ordering.is_empty())
        || plan.ordering.iter().any(|one| one.ann_of.is_some());
    if sorts {
        output.sorted = Some(Vec::new());
    }
    if let Some(layout) = data.layout() {
        let queried = plan.selection.queried(plan.table, plan.restrictions.other_columns(), bindings)?;
        Reader { plan, data, layout, queried: &queried, bound: &bound, now }.read(&mut output)?;
    }
    output.finish()
}

fn limit_of_partition(plan: &Prepared<'_>, bindings: &BindValues<'_>) -> Result<Option<u64>> {
    limit(plan.per_partition_limit.as_ref(), bindings, "LIMIT must be strictly positive", "limit")
}

fn limit(term: Option<&Term>, bindings: &BindValues<'_>, not_positive: &str, name: &str) -> Result<Option<u64>> {
    let Some(term) = term else { return Ok(None) };
    let Some(value) = term.bind(bindings)? else {
        return Err(QueryError::invalid(format!("Invalid null value of {name}")));
    };
    let number = <[u8; 4]>::try_from(&value[..])
        .map(i32::from_be_bytes)
        .map_err(|_| QueryError::invalid("Invalid limit value"))?;
    match u64::try_from(number) {
        Ok(number @ 1..) => Ok(Some(number)),
        _ => Err(QueryError::invalid(not_positive)),
    }
}

/// What reads the rows.
struct Reader<'r> {
    plan: &'r Prepared<'r>,
    data: &'r TableData,
    layout: &'r Layout,
    queried: &'r Queried,
    bound: &'r Bound,
    now: i64,
}

impl Reader<'_> {
    fn read(&self, output: &mut Output<'_>) -> Result<()> {
        let key_type = self.data.key_type().cloned().unwrap_or(MarshalType::Native(NativeType::Bytes));
        match &self.bound.keys {
            Keys::None => Ok(()),
            Keys::These(keys) => {
                for key in keys {
                    self.partition(key, &key_type, output)?;
                    if output.ended {
                        break;
                    }
                }
                Ok(())
            }
            Keys::Range(range) => self.scan(range, &key_type, output),
        }
    }

    /// All partitions of a range.
    fn scan(&self, range: &TokenRange, key_type: &MarshalType, output: &mut Output<'_>) -> Result<()> {
        let Some(merged) = self.data.scan(range)? else { return Ok(()) };
        let mut cursor = Cursor::new(merged, self.plan.shape, self.now);
        let partitioner = &self.plan.table.partitioner;
        while !output.ended && cursor.next_partition(key_type)? {
            if range.start.is_some() || range.end.is_some() {
                let token = partitioner.token(cursor.raw_key());
                if range.is_behind(partitioner, &token) {
                    break;
                }
                if !range.has(partitioner, &token) {
                    continue;
                }
            }
            output.begin_partition()?;
            if output.ended {
                break;
            }
            if self.begins(&cursor)? {
                self.rows(&mut cursor, self.bound.slices.as_deref(), output)?;
            }
        }
        Ok(())
    }

    /// The rows of one partition.
    fn partition(&self, key: &[u8], key_type: &MarshalType, output: &mut Output<'_>) -> Result<()> {
        output.begin_partition()?;
        if output.ended {
            return Ok(());
        }
        let whole = [Slice::default()];
        let slices = self.bound.slices.as_deref().unwrap_or(&whole);
        let ordered: Box<dyn Iterator<Item = &Slice>> = match self.plan.reversed {
            true => Box::new(slices.iter().rev()),
            false => Box::new(slices.iter()),
        };
        let mut any = false;
        let mut static_only: Option<(Vec<Vec<u8>>, Row)> = None;
        for slice in ordered {
            let Some(merged) = self.data.partition(key, slice)? else { return Ok(()) };
            let mut cursor = Cursor::new(merged, self.plan.shape, self.now);
            if !cursor.next_partition(key_type)? || !self.begins(&cursor)? {
                return Ok(());
            }
            any |= match self.plan.reversed {
                true => self.reversed(&mut cursor, output)?,
                false => self.forward(&mut cursor, None, output)?,
            };
            if output.ended || output.partition_ended() {
                return Ok(());
            }
            static_only = Some((cursor.key().to_vec(), cursor.static_row().clone()));
        }
        if let Some((key, static_row)) = static_only.filter(|(_, row)| !any && !row.is_empty()) {
            self.static_only(&key, &static_row, output)?;
        }
        Ok(())
    }

    /// Whether the partition may have rows of the answer.
    fn begins(&self, cursor: &Cursor<'_>) -> Result<bool> {
        self.bound.filter.takes_partition(&self.view(cursor.key(), cursor.static_row(), None))
    }

    fn rows(&self, cursor: &mut Cursor<'_>, slices: Option<&[Slice]>, output: &mut Output<'_>) -> Result<()> {
        let any = self.forward(cursor, slices, output)?;
        if !any && !output.ended && !cursor.static_row().is_empty() {
            let (key, static_row) = (cursor.key().to_vec(), cursor.static_row().clone());
            self.static_only(&key, &static_row, output)?;
        }
        Ok(())
    }

    fn static_only(&self, key: &[Vec<u8>], static_row: &Row, output: &mut Output<'_>) -> Result<()> {
        if !self.plan.restrictions.shows_partitions_without_rows() && !self.plan.distinct {
            return Ok(());
        }
        output.row(&self.view(key, static_row, None))
    }

    /// Rows in stored order. Whether there was one.
    fn forward(&self, cursor: &mut Cursor<'_>, slices: Option<&[Slice]>, output: &mut Output<'_>) -> Result<bool> {
        let mut any = false;
        while !output.ended && !output.partition_ended() && cursor.next_row()? {
            if slices.is_some_and(|slices| !self.is_in(cursor.row(), slices)) {
                continue;
            }
            let view = self.view(cursor.key(), cursor.static_row(), Some(cursor.row()));
            if !self.bound.filter.takes_row(&view)? {
                continue;
            }
            any = true;
            output.row(&view)?;
            if self.plan.distinct {
                break;
            }
        }
        Ok(any)
    }

    /// Rows from the last to the first. Whether there was one.
    fn reversed(&self, cursor: &mut Cursor<'_>, output: &mut Output<'_>) -> Result<bool> {
        let keep = output.still_wanted();
        let mut rows: std::collections::VecDeque<Row> = std::collections::VecDeque::new();
        while cursor.next_row()? {
            let view = self.view(cursor.key(), cursor.static_row(), Some(cursor.row()));
            if !self.bound.filter.takes_row(&view)? {
                continue;
            }
            if keep.is_some_and(|keep| rows.len() as u64 >= keep) {
                rows.pop_front();
            }
            rows.push_back(cursor.row().clone());
        }
        let any = !rows.is_empty();
        for row in rows.iter().rev() {
            if output.ended || output.partition_ended() {
                break;
            }
            output.row(&self.view(cursor.key(), cursor.static_row(), Some(row)))?;
            if self.plan.distinct {
                break;
            }
        }
        Ok(any)
    }

    fn is_in(&self, row: &Row, slices: &[Slice]) -> bool {
        let Some(comparator) = self.data.comparator() else { return false };
        slices.iter().any(|slice| {
            let above = slice.lower().is_none_or(|lower| comparator.compare(&row.clustering, &lower).is_gt());
            above && slice.upper().is_none_or(|upper| comparator.compare(&row.clustering, &upper).is_lt())
        })
    }

    fn view<'v>(&'v self, key: &'v [Vec<u8>], static_row: &'v Row, row: Option<&'v Row>) -> RowView<'v> {
        RowView {
            table: self.plan.table,
            layout: self.layout,
            queried: self.queried,
            key,
            static_row,
            row,
            now: self.now,
        }
    }
}

/// The rows that are being put together.
struct Group {
    key: GroupKey,
    state: State,
    /// What the first of them has of what decides where they come.
    by: Vec<Value>,
}

/// What takes the rows that were read: groups, sorts, counts them, and gives them away.
struct Output<'o> {
    plan: &'o Prepared<'o>,
    bindings: &'o BindValues<'o>,
    sink: &'o mut dyn ResultSink,
    limit: Option<u64>,
    per_partition: Option<u64>,
    given: u64,
    given_of_partition: u64,
    group: Option<Group>,
    /// Rows that have to be sorted before any is given away.
    sorted: Option<Vec<Sortable>>,
    /// What rows are compared with that ANN OF orders, once there is one.
    nearest: Option<Nearest>,
    ended: bool,
}

impl Output<'_> {
    /// The rows that follow are of another partition: with it a group ends, unless all rows are one.
    fn begin_partition(&mut self) -> Result<()> {
        if matches!(self.plan.grouping, Some(Grouping::Prefix { .. })) {
            self.end_group()?;
        }
        self.given_of_partition = 0;
        Ok(())
    }

    /// Whether the partition has given all that it may.
    fn partition_ended(&self) -> bool {
        self.plan.grouping.is_none() && self.per_partition.is_some_and(|limit| self.given_of_partition >= limit)
    }

    /// How many rows of a partition are needed at most, if that is known before they are read.
    fn still_wanted(&self) -> Option<u64> {
        if self.plan.grouping.is_some() {
            return None;
        }
        let of_all = self.limit.filter(|_| self.sorted.is_none()).map(|limit| limit - self.given);
        let of_partition = self.per_partition.map(|limit| limit - self.given_of_partition);
        of_all.into_iter().chain(of_partition).min()
    }

    fn row(&mut self, row: &RowView<'_>) -> Result<()> {
        if let Some(grouping) = &self.plan.grouping {
            return self.grouped(grouping, row);
        }
        let values = self.plan.selection.values(row, self.bindings)?;
        self.given_of_partition += 1;
        if self.sorted.is_none() {
            return self.give(&values);
        }
        let plan = self.plan;
        let (nearness, by) = match plan.ordering.iter().find_map(|one| Some((one.column, one.ann_of.as_ref()?))) {
            Some((column, wanted)) => match self.nearness(row, column, wanted)? {
                Some(nearness) => (nearness, Vec::new()),
                None => return Ok(()),
            },
            None if self.plan.sorts_json => (0.0, vec![Some(json::row(&plan.selection.columns, &values)?)]),
            None => (0.0, self.ordered_by(row)?),
        };
        if let Some(sorted) = &mut self.sorted {
            sorted.push(Sortable { nearness, by, values });
        }
        Ok(())
    }

    /// The values of a row that decide where it comes.
    fn ordered_by(&self, row: &RowView<'_>) -> Result<Vec<Value>> {
        match self.sorted {
            Some(_) => self.plan.ordering.iter().map(|one| row.value(one.column)).collect(),
            None => Ok(Vec::new()),
        }
    }

    /// How near a row is; nothing if it is none of the answer.
    fn nearness(&mut self, row: &RowView<'_>, column: usize, wanted: &Term) -> Result<Option<f32>> {
        if self.nearest.is_none() {
            let table = self.plan.table;
            let Some(wanted) = wanted.bind(self.bindings)? else {
                let name = &table.columns[column].name;
                return Err(QueryError::invalid(format!("Unsupported null value for column {name}")));
            };
            self.nearest = Some(Nearest::new(table, column, &wanted)?);
        }
        match (&self.nearest, row.value(column)?) {
            (Some(nearest), Some(own)) => nearest.of(row.ty(column), &own).map(Some),
            _ => Ok(None),
        }
    }

    fn grouped(&mut self, grouping: &Grouping, row: &RowView<'_>) -> Result<()> {
        let key = grouping.key(row, self.bindings)?;
        if self.group.as_ref().is_none_or(|own| !Grouping::is_same(&own.key, &key, row.table)) {
            self.end_group()?;
            if self.ended {
                return Ok(());
            }
            self.group = Some(Group { key, state: self.plan.selection.state()?, by: self.ordered_by(row)? });
        }
        match &mut self.group {
            Some(Group { state, .. }) => self.plan.selection.add(state, row, self.bindings),
            None => Ok(()),
        }
    }

    fn end_group(&mut self) -> Result<()> {
        let Some(Group { state, by, .. }) = self.group.take() else { return Ok(()) };
        if self.per_partition.is_some_and(|limit| self.given_of_partition >= limit) {
            return Ok(());
        }
        self.given_of_partition += 1;
        let values = self.plan.selection.result(&state, self.bindings)?;
        match &mut self.sorted {
            Some(sorted) => {
                sorted.push(Sortable { nearness: 0.0, by, values });
                Ok(())
            }
            None => self.give(&values),
        }
    }

    fn give(&mut self, values: &[Value]) -> Result<()> {
        if self.limit.is_some_and(|limit| self.given >= limit) {
            self.ended = true;
            return Ok(());
        }
        self.given += 1;
        let more = match self.plan.json {
            true => self.sink.row(&[Some(json::row(&self.plan.selection.columns, values)?)])?,
            false => self.sink.row(values)?,
        };
        // Groups may still get rows: that the limit is reached is known when the next one ends.
        let reached = self.limit.is_some_and(|limit| self.given >= limit);
        self.ended = !more || reached;
        Ok(())
    }

    fn finish(mut self) -> Result<()> {
        if self.ended {
            return Ok(());
        }
        // Without any row there is one of all aggregates, too.
        if matches!(self.plan.grouping, Some(Grouping::Everything)) && self.group.is_none() {
            let by = vec![None; self.plan.ordering.len()];
            self.group = Some(Group { key: GroupKey::default(), state: self.plan.selection.state()?, by });
        }
        self.end_group()?;
        let Some(mut sorted) = self.sorted.take() else { return Ok(()) };
        sort(&mut sorted, &self.plan.sorted_types(), self.plan.reversed);
        for row in sorted {
            if self.ended {
                break;
            }
            self.give(&row.values)?;
        }
        Ok(())
    }
}
