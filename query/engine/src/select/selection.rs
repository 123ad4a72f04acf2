//! All that a statement selects, and its columns.

use cqlite_cql::ast::{Selection as Selected, Selector as Column};
use cqlite_runtime::marshal::MarshalType;
use cqlite_schema::Cells;

use super::name::text_of;
use super::selector::{CellPart, Groups, Input};
use super::{Selectable, Selector};
use crate::function::State as AggregateState;
use crate::read::{Elements, Queried, RowView};
use crate::schema::TableMetadata;
use crate::scope::Scope;
use crate::term::{BindValues, Term};
use crate::{QueryError, Result, Value};

/// The columns of an answer, and what computes them.
pub(crate) struct Selection {
    pub(crate) columns: Vec<(String, MarshalType)>,
    selectors: Vec<Selector>,
    groups: Groups,
    /// The table's columns that are asked for, as a set.
    pub(crate) used: Vec<usize>,
    pub(crate) is_aggregate: bool,
}

/// What a group of rows has come to.
pub(crate) struct State {
    aggregates: Vec<AggregateState>,
    firsts: Option<Vec<Value>>,
}

impl Selection {
    /// Whether one of the columns that something is true of is selected. What is selected behind it is not looked at.
    pub(crate) fn selects(
        selected: &Selected,
        table: &TableMetadata,
        scope: Scope<'_>,
        is: &dyn Fn(usize) -> bool,
    ) -> Result<bool> {
        let Selected::Columns(columns) = selected else { return Ok(false) };
        for column in columns {
            if Selectable::prepare(&column.expr, table, scope)?.selects(is) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The selection; `grouped` where rows are put into groups.
    pub(crate) fn new(
        selected: &Selected,
        table: &TableMetadata,
        grouped: bool,
        scope: Scope<'_>,
    ) -> Result<Selection> {
        let mut selection = Selection {
            columns: Vec::new(),
            selectors: Vec::new(),
            groups: Groups::default(),
            used: Vec::new(),
            is_aggregate: false,
        };
        let mut made = Vec::new();
        let columns: &[Column] = match selected {
            Selected::Columns(columns) => columns,
            Selected::All => &[],
        };
        for Column { expr, alias } in columns {
            let selectable = Selectable::prepare(expr, table, scope)?;
            let one = selectable.selector(None, scope)?;
            let name = alias.as_ref().map_or_else(|| text_of(&selectable), |alias| alias.text.clone());
            selection.columns.push((name, one.ty));
            made.push(one.selector);
            for index in 0..table.columns.len() {
                if !selection.used.contains(&index) && selectable.selects(&|own| own == index) {
                    selection.used.push(index);
                }
            }
        }
        if matches!(selected, Selected::All) {
            for (index, column) in table.columns.iter().enumerate() {
                selection.columns.push((column.name.clone(), column.ty.unreversed().clone()));
                made.push(Selector::Column(index));
                selection.used.push(index);
            }
        }
        for one in &made {
            if nests_aggregates(one, false) {
                return Err(QueryError::invalid(
                    "aggregate functions cannot be used as arguments of aggregate functions",
                ));
            }
        }
        selection.is_aggregate = made.iter().any(Selector::aggregates);
        if selection.is_aggregate || grouped {
            made = made.into_iter().map(|one| one.grouped(&mut selection.groups)).collect();
        }
        selection.selectors = made;
        Ok(selection)
    }

    /// Refuses what can be refused before there is a row.
    pub(crate) fn check(&self, bindings: &BindValues<'_>) -> Result<()> {
        let of_groups = self.groups.firsts.iter().chain(self.groups.aggregates.iter().flat_map(|one| &one.arguments));
        self.selectors.iter().chain(of_groups).try_for_each(|selector| selector.check(bindings))
    }

    /// What is asked for of collections, where columns that are looked at for themselves are whole.
    pub(crate) fn queried(
        &self,
        table: &TableMetadata,
        whole: impl Iterator<Item = usize>,
        bindings: &BindValues<'_>,
    ) -> Result<Queried> {
        let mut asked = Asked { table, bindings, whole: whole.collect(), elements: Vec::new() };
        let of_groups = self.groups.firsts.iter().chain(self.groups.aggregates.iter().flat_map(|one| &one.arguments));
        self.selectors.iter().chain(of_groups).try_for_each(|selector| asked.add(selector))?;
        let mut queried = Queried::default();
        for (column, elements) in asked.elements {
            let key_type = Cells::of(table.columns[column].ty.unreversed()).path_type();
            if let Some(key_type) = key_type.filter(|_| !asked.whole.contains(&column)) {
                queried.add(column, key_type, elements);
            }
        }
        Ok(queried)
    }

    /// The values of a row.
    pub(crate) fn values(&self, row: &RowView<'_>, bindings: &BindValues<'_>) -> Result<Vec<Value>> {
        let input = Input::of_row(row);
        self.selectors.iter().map(|selector| selector.value(&input, bindings)).collect()
    }

    /// A group without rows.
    pub(crate) fn state(&self) -> Result<State> {
        let aggregates = self.groups.aggregates.iter().map(|one| one.function.new_state()).collect::<Result<_>>()?;
        Ok(State { aggregates, firsts: None })
    }

    /// Adds a row to a group.
    pub(crate) fn add(&self, state: &mut State, row: &RowView<'_>, bindings: &BindValues<'_>) -> Result<()> {
        let input = Input::of_row(row);
        for (own, aggregated) in state.aggregates.iter_mut().zip(&self.groups.aggregates) {
            let values = aggregated
                .arguments
                .iter()
                .map(|argument| argument.value(&input, bindings))
                .collect::<Result<Vec<Value>>>()?;
            own.add(&values.iter().map(|value| value.as_deref()).collect::<Vec<_>>())?;
        }
        if state.firsts.is_none() {
            state.firsts =
                Some(self.groups.firsts.iter().map(|first| first.value(&input, bindings)).collect::<Result<_>>()?);
        }
        Ok(())
    }

    /// The values of a group.
    pub(crate) fn result(&self, state: &State, bindings: &BindValues<'_>) -> Result<Vec<Value>> {
        let aggregates = state.aggregates.iter().map(AggregateState::result).collect::<Result<Vec<Value>>>()?;
        let firsts = state.firsts.as_deref().unwrap_or_default();
        let input = Input { row: None, aggregates: &aggregates, firsts };
        self.selectors.iter().map(|selector| selector.value(&input, bindings)).collect()
    }
}

/// What is asked for of columns (`Selector.addFetchedColumns`).
struct Asked<'a> {
    table: &'a TableMetadata,
    bindings: &'a BindValues<'a>,
    whole: Vec<usize>,
    elements: Vec<(usize, Elements)>,
}

impl Asked<'_> {
    fn add(&mut self, selector: &Selector) -> Result<()> {
        match selector {
            Selector::Column(column) => self.whole.push(*column),
            Selector::Term(_) | Selector::Aggregate(_) | Selector::First(_) => {}
            Selector::Call { arguments: parts, .. } | Selector::Parts { parts, .. } => {
                parts.iter().try_for_each(|part| self.add(part))?;
            }
            Selector::Map { entries, .. } => {
                entries.iter().try_for_each(|(key, value)| self.add(key).and_then(|()| self.add(value)))?;
            }
            Selector::Field { of, .. } => self.add(of)?,
            Selector::Element { of, key, .. } => match **of {
                Selector::Column(column) if self.has_elements(column) => self.part(column, Some(key), Some(key))?,
                _ => self.add(of)?,
            },
            Selector::Slice { of, from, to, .. } => match **of {
                Selector::Column(column) if self.has_elements(column) => {
                    self.part(column, from.as_ref(), to.as_ref())?;
                }
                _ => self.add(of)?,
            },
            Selector::Cell { column, part, .. } => match part.first() {
                Some(CellPart::Element(key, _)) if self.has_elements(*column) => {
                    self.part(*column, Some(key), Some(key))?;
                }
                Some(CellPart::Slice(from, to, _)) if self.has_elements(*column) => {
                    self.part(*column, from.as_ref(), to.as_ref())?;
                }
                _ => self.whole.push(*column),
            },
        }
        Ok(())
    }

    fn has_elements(&self, column: usize) -> bool {
        let ty = self.table.columns[column].ty.unreversed();
        ty.is_collection() && ty.is_multi_cell()
    }

    fn part(&mut self, column: usize, from: Option<&Term>, to: Option<&Term>) -> Result<()> {
        let bind = |term: Option<&Term>| term.map_or(Ok(None), |term| term.bind(self.bindings));
        let elements = Elements { from: bind(from)?, to: bind(to)? };
        self.elements.push((column, elements));
        Ok(())
    }
}

/// Whether an aggregate is an argument of another.
fn nests_aggregates(selector: &Selector, within: bool) -> bool {
    match selector {
        Selector::Call { function, arguments } => {
            (within && function.is_aggregate())
                || arguments.iter().any(|one| nests_aggregates(one, within || function.is_aggregate()))
        }
        Selector::Field { of, .. } | Selector::Element { of, .. } | Selector::Slice { of, .. } => {
            nests_aggregates(of, within)
        }
        Selector::Parts { parts, .. } => parts.iter().any(|one| nests_aggregates(one, within)),
        Selector::Map { entries, .. } => {
            entries.iter().any(|(key, value)| nests_aggregates(key, within) || nests_aggregates(value, within))
        }
        _ => false,
    }
}
