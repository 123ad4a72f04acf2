//! The tests of the columns of one kind, by column.

use std::collections::BTreeMap;
use std::rc::Rc;

use cqlite_runtime::marshal::maybe_quote;

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
        self.has_contains |=
            single.test.is_contains() || (table.release.is_6() && matches!(single.test, Test::Like(_)));
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
            merged = Rc::new(if table.release.is_6() {
                merge_6(table, &own, &merged)?
            } else {
                merge(table, &own, &merged)?
            });
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

/// The same of 6.0 (`MergedRestriction`): each test is looked at beside each other.
fn merge_6(table: &TableMetadata, own: &Single, other: &Single) -> Result<Single> {
    let alone = |single: &Single| {
        let first = Single { and: Vec::new(), ..single.clone() };
        std::iter::once(first).chain(single.and.iter().cloned()).collect::<Vec<_>>()
    };
    let (all, others) = (alone(own), alone(other));
    for one in &all {
        others.iter().try_for_each(|other| validate(table, one, other))?;
    }
    Ok(match (&own.test, &other.test) {
        (Test::Contains(a), Test::Contains(b)) => Single {
            columns: own.columns.clone(),
            test: Test::Contains(a.iter().chain(b).cloned().collect()),
            and: own.and.iter().chain(&other.and).cloned().collect(),
        },
        (Test::Slice(a), Test::Slice(b)) if own.and.is_empty() && other.and.is_empty() => {
            Single::new(own.columns.clone(), Test::Slice(merge_slices("", a, b)?))
        }
        (Test::TupleSlice(a), Test::TupleSlice(b))
            if own.columns == other.columns && own.and.is_empty() && other.and.is_empty() =>
        {
            Single::new(own.columns.clone(), Test::TupleSlice(merge_slices("", a, b)?))
        }
        // What makes slices comes first.
        (Test::Slice(_) | Test::TupleSlice(_), _) => both(own, other),
        (_, Test::Slice(_) | Test::TupleSlice(_)) => both(other, own),
        _ => both(own, other),
    })
}

/// `MergedRestriction.validate`
fn validate(table: &TableMetadata, own: &Single, other: &Single) -> Result<()> {
    let names = |columns: &[usize]| {
        columns.iter().map(|column| maybe_quote(&table.columns[*column].name)).collect::<Vec<_>>().join(" ,")
    };
    let invalid = |message: String| Err(QueryError::invalid(message));
    for one in [own, other] {
        let what = match &one.test {
            Test::Eq(_) | Test::TupleEq(_) => "if it includes an Equal",
            Test::In(_) | Test::TupleIn(_) => "if it includes a IN",
            Test::Ann => "in an ANN ordering",
            _ => continue,
        };
        return invalid(format!("{} cannot be restricted by more than one relation {what}", names(&one.columns)));
    }
    if own.test.is_contains() != other.test.is_contains() {
        return invalid(format!(
            "Collection column {} can only be restricted by CONTAINS, CONTAINS KEY, NOT_CONTAINS, NOT_CONTAINS_KEY or map-entry equality if it already restricted by one of those",
            table.columns[own.columns[0]].name
        ));
    }
    let is_slice = |test: &Test| matches!(test, Test::Slice(_) | Test::TupleSlice(_));
    if !is_slice(&own.test) || !is_slice(&other.test) {
        return Ok(());
    }
    if own.columns[0] != other.columns[0] {
        return invalid(format!(
            "Column \"{}\" cannot be restricted by two inequalities not starting with the same column",
            table.columns[own.columns[0].max(other.columns[0])].name
        ));
    }
    let common: Vec<usize> = own.columns.iter().copied().filter(|column| other.columns.contains(column)).collect();
    let (a, b) = (own.test.has_ends(), other.test.has_ends());
    for (has, what) in [(a.0 && b.0, "start"), (a.1 && b.1, "end")] {
        if has {
            return invalid(format!("More than one restriction was found for the {what} bound on {}", names(&common)));
        }
    }
    Ok(())
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
