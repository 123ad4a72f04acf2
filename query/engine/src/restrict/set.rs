//! The tests of the columns of one kind, by column.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::relation::{Single, SliceTerms, Test};
use crate::schema::{ColumnKind, TableMetadata};
use crate::{QueryError, Result};

/// Tests by the place of their columns in the primary key, or by name (`RestrictionSet`).
#[derive(Debug, Clone, Default)]
pub(crate) struct RestrictionSet {
    tests: BTreeMap<(usize, String), (usize, Rc<Single>)>,
    has_slice: bool,
    has_in: bool,
    has_contains: bool,
}

impl RestrictionSet {
    pub(crate) fn is_empty(&self) -> bool {
        self.tests.is_empty()
    }

    /// The number of columns that are tested.
    pub(crate) fn len(&self) -> usize {
        self.tests.len()
    }

    pub(crate) fn has_slice(&self) -> bool {
        self.has_slice
    }

    pub(crate) fn has_in(&self) -> bool {
        self.has_in
    }

    pub(crate) fn has_contains(&self) -> bool {
        self.has_contains
    }

    /// The columns that are tested, in order.
    pub(crate) fn columns(&self) -> impl Iterator<Item = usize> + '_ {
        self.tests.values().map(|(column, _)| *column)
    }

    /// The test of a column.
    pub(crate) fn get(&self, column: usize) -> Option<&Rc<Single>> {
        self.tests.values().find(|(own, _)| *own == column).map(|(_, test)| test)
    }

    /// The tests, each once.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Rc<Single>> + '_ {
        let mut previous: Option<*const Single> = None;
        self.tests
            .values()
            .map(|(_, test)| test)
            .filter(move |test| previous.replace(Rc::as_ptr(test)) != Some(Rc::as_ptr(test)))
    }

    pub(crate) fn last(&self) -> Option<&Rc<Single>> {
        self.tests.values().next_back().map(|(_, test)| test)
    }

    /// The tested column that comes next behind another.
    pub(crate) fn next_after(&self, table: &TableMetadata, column: usize) -> Option<usize> {
        let key = key(table, column);
        self.tests
            .range((std::ops::Bound::Excluded(key), std::ops::Bound::Unbounded))
            .next()
            .map(|(_, (column, _))| *column)
    }

    pub(crate) fn add(&mut self, table: &TableMetadata, single: Single) -> Result<()> {
        self.has_slice |= single.test.is_slice();
        self.has_in |= single.test.is_in();
        self.has_contains |= single.test.is_contains();
        let existing = single.columns.iter().filter_map(|column| self.get(*column).cloned()).collect::<Vec<_>>();
        let mut columns = single.columns.clone();
        columns.extend(existing.iter().flat_map(|own| own.columns.iter().copied()));
        let mut merged = Rc::new(single);
        let mut seen: Vec<*const Single> = Vec::new();
        for own in existing {
            if seen.contains(&Rc::as_ptr(&own)) {
                continue;
            }
            seen.push(Rc::as_ptr(&own));
            merged = Rc::new(merge(table, &own, &merged)?);
        }
        for column in columns {
            self.tests.insert(key(table, column), (column, Rc::clone(&merged)));
        }
        Ok(())
    }
}

fn key(table: &TableMetadata, column: usize) -> (usize, String) {
    let column = &table.columns[column];
    match column.kind {
        ColumnKind::PartitionKey(i) | ColumnKind::Clustering(i) => (i, String::new()),
        ColumnKind::Static | ColumnKind::Regular => (0, column.name.clone()),
    }
}

/// Two tests of the same columns as one (`SingleRestriction.mergeWith`).
fn merge(table: &TableMetadata, own: &Single, other: &Single) -> Result<Single> {
    let common = own.columns.iter().filter(|column| other.columns.contains(column));
    let names: Vec<&str> = common.map(|column| table.columns[*column].name.as_str()).collect();
    let names = names.join(", ");
    let invalid = |message: String| Err(QueryError::invalid(message));
    let test = match (&own.test, &other.test) {
        (Test::Eq(_) | Test::TupleEq(_), _) => {
            return invalid(format!("{names} cannot be restricted by more than one relation if it includes an Equal"));
        }
        (Test::In(_) | Test::TupleIn(_), _) => {
            return invalid(format!("{names} cannot be restricted by more than one relation if it includes a IN"));
        }
        (Test::IsNotNull, _) => {
            return invalid(format!("{names} cannot be restricted by a relation if it includes an IS NOT NULL"));
        }
        (Test::Like(_), _) => {
            return invalid(format!("{names} cannot be restricted by more than one relation if it includes a LIKE"));
        }
        (Test::Ann, _) | (_, Test::Ann) => {
            return invalid(format!("{names} cannot be restricted by more than one relation in an ANN ordering"));
        }
        (Test::Contains(own), Test::Contains(other)) => Test::Contains(own.iter().chain(other).cloned().collect()),
        (Test::Contains(_), _) => {
            return invalid(format!(
                "Collection column {names} can only be restricted by CONTAINS, CONTAINS KEY, or map-entry equality"
            ));
        }
        (Test::Slice(a), Test::Slice(b)) => Test::Slice(merge_slices(&names, a, b)?),
        (Test::TupleSlice(a), Test::TupleSlice(b)) if own.columns == other.columns => {
            Test::TupleSlice(merge_slices(&names, a, b)?)
        }
        (Test::Slice(_) | Test::TupleSlice(_), Test::Slice(_) | Test::TupleSlice(_)) => {
            if own.columns[0] != other.columns[0] {
                let first = table.columns[own.columns[0].max(other.columns[0])].name.as_str();
                return invalid(format!(
                    "Column \"{first}\" cannot be restricted by two inequalities not starting with the same column"
                ));
            }
            let (a, b) = (own.test.has_ends(), other.test.has_ends());
            if a.0 && b.0 {
                return invalid(format!("More than one restriction was found for the start bound on {names}"));
            }
            if a.1 && b.1 {
                return invalid(format!("More than one restriction was found for the end bound on {names}"));
            }
            return Ok(both(own, other));
        }
        (Test::Slice(_) | Test::TupleSlice(_), other_test) if !other_test.is_slice() => {
            return invalid(format!(
                "Column \"{names}\" cannot be restricted by both an equality and an inequality relation"
            ));
        }
        // What 6.0 adds: values that are not wanted stand beside any other test.
        _ => return Ok(both(own, other)),
    };
    Ok(Single { columns: own.columns.clone(), test, and: own.and.iter().chain(&other.and).cloned().collect() })
}

/// Both tests; the first one may make slices.
fn both(own: &Single, other: &Single) -> Single {
    let mut merged = own.clone();
    merged.and.push(other.clone());
    merged
}

fn merge_slices<T: Clone>(names: &str, own: &SliceTerms<T>, other: &SliceTerms<T>) -> Result<SliceTerms<T>> {
    if own.start.is_some() && other.start.is_some() {
        return Err(QueryError::invalid(format!("More than one restriction was found for the start bound on {names}")));
    }
    if own.end.is_some() && other.end.is_some() {
        return Err(QueryError::invalid(format!("More than one restriction was found for the end bound on {names}")));
    }
    Ok(SliceTerms { start: own.start.clone().or(other.start.clone()), end: own.end.clone().or(other.end.clone()) })
}
