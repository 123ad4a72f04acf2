//! All that a statement selects, and its columns.

use cqlite_cql::ast::{Selection as Selected, Selector as Column};
use cqlite_runtime::marshal::MarshalType;

use super::name::text_of;
use super::selector::{Groups, Input};
use super::{Selectable, Selector};
use crate::function::State as AggregateState;
use crate::read::RowView;
use crate::schema::TableMetadata;
use crate::scope::Scope;
use crate::term::BindValues;
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
    /// What of a selection is looked up.
    pub(crate) fn selectables<'s>(
        selected: &'s Selected,
        table: &TableMetadata,
        scope: Scope<'s>,
    ) -> Result<Vec<(Selectable<'s>, Option<String>)>> {
        let Selected::Columns(columns) = selected else { return Ok(Vec::new()) };
        let one = |column: &'s Column| {
            let alias = column.alias.as_ref().map(|alias| alias.text.clone());
            Ok((Selectable::prepare(&column.expr, table, scope)?, alias))
        };
        columns.iter().map(one).collect()
    }

    /// The selection; `grouped` where rows are put into groups.
    pub(crate) fn new(
        selectables: &[(Selectable<'_>, Option<String>)],
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
        for (selectable, alias) in selectables {
            let one = selectable.selector(None, scope)?;
            selection.columns.push((alias.clone().unwrap_or_else(|| text_of(selectable)), one.ty));
            made.push(one.selector);
            for index in 0..table.columns.len() {
                if !selection.used.contains(&index) && selectable.selects(&|own| own == index) {
                    selection.used.push(index);
                }
            }
        }
        if selectables.is_empty() {
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
