//! Tests that are made row by row (`RowFilter`).

use std::cmp::Ordering;

use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_schema::Cells;

use super::bound::{bind_values, null_value, tuple, tuples};
use super::index;
use super::relation::{Contained, Single, SliceTerms, Test};
use crate::read::RowView;
use crate::schema::{ColumnKind, TableMetadata};
use crate::term::{BindValues, Term};
use crate::value::{elements, entries};
use crate::{QueryError, Result, Value};

/// Tests of rows, all of which have to hold: first those of partitions.
#[derive(Debug, Default)]
pub(crate) struct Filter {
    of_partition: Vec<Check>,
    of_row: Vec<Check>,
}

#[derive(Debug)]
struct Check {
    columns: Vec<usize>,
    test: BoundTest,
}

#[derive(Debug)]
enum BoundTest {
    Compare(Is, Vec<u8>),
    In(Vec<Vec<u8>>, bool),
    Like(Like, Vec<u8>),
    /// The same, of a text in small letters.
    IgnoringCase(Like, Vec<u8>),
    Contains(What, Vec<u8>, bool),
    Entry(Vec<u8>, Vec<u8>, bool),
    Tuple(Is, Vec<Value>),
    TupleIn(Vec<Vec<Value>>, bool),
}

#[derive(Debug, Clone, Copy)]
enum Is {
    Eq,
    Neq,
    Lt,
    Lte,
    Gt,
    Gte,
}

#[derive(Debug, Clone, Copy)]
enum What {
    Value,
    Key,
}

/// The forms of LIKE (`SingleColumnRestriction.LikeRestriction`).
#[derive(Debug, Clone, Copy)]
enum Like {
    Prefix,
    Suffix,
    Contains,
    Matches,
}

impl Like {
    fn holds(self, found: &[u8], value: &[u8]) -> bool {
        match self {
            Like::Prefix => found.starts_with(value),
            Like::Suffix => found.ends_with(value),
            Like::Contains => value.is_empty() || found.windows(value.len()).any(|part| part == value),
            Like::Matches => found == value,
        }
    }
}

impl std::fmt::Display for Like {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Like::Prefix => "LIKE '<term>%'",
            Like::Suffix => "LIKE '%<term>'",
            Like::Contains => "LIKE '%<term>%'",
            Like::Matches => "LIKE '<term>'",
        })
    }
}

/// A text in small letters.
fn lower(text: &[u8]) -> Vec<u8> {
    String::from_utf8_lossy(text).to_lowercase().into_bytes()
}

impl Is {
    fn holds(self, order: Ordering) -> bool {
        match self {
            Is::Eq => order.is_eq(),
            Is::Neq => order.is_ne(),
            Is::Lt => order.is_lt(),
            Is::Lte => order.is_le(),
            Is::Gt => order.is_gt(),
            Is::Gte => order.is_ge(),
        }
    }
}

impl Filter {
    /// Whether there is any test.
    pub(crate) fn checks_anything(&self) -> bool {
        !self.of_partition.is_empty() || !self.of_row.is_empty()
    }

    /// Adds a test with its values.
    pub(super) fn add(&mut self, table: &TableMetadata, single: &Single, bindings: &BindValues<'_>) -> Result<()> {
        let name = table.columns[single.columns[0]].name.clone();
        let unsupported = |what: &str| match table.release.is_6() {
            true => null_value(&name),
            false => QueryError::invalid(format!("Unsupported null {what} for column {name}")),
        };
        let not_null = |term: &Term, what: &str| term.bind(bindings)?.ok_or_else(|| unsupported(what));
        let mut tests = Vec::new();
        match &single.test {
            Test::Eq(term) if index::ignores_case(table, single.columns[0]) => {
                tests.push(BoundTest::IgnoringCase(Like::Matches, lower(&not_null(term, "value")?)));
            }
            Test::Eq(term) => tests.push(BoundTest::Compare(Is::Eq, not_null(term, "value")?)),
            Test::Neq(term) => tests.push(BoundTest::Compare(Is::Neq, not_null(term, "value")?)),
            Test::Slice(terms) => {
                for (is, term) in ends(terms) {
                    tests.push(BoundTest::Compare(is, not_null(term, "value")?));
                }
            }
            Test::In(values) | Test::NotIn(values) => {
                let all = bind_values(values, bindings, &name)?;
                if table.release.is_6() && all.contains(&None) {
                    return Err(null_value(&name));
                }
                // Before 6.0, no value is null: that one is among them changes nothing.
                let all = all.into_iter().flatten().collect();
                tests.push(BoundTest::In(all, matches!(single.test, Test::In(_))));
            }
            Test::Like(term) => {
                let (like, value) = like(&not_null(term, "value")?)?;
                if !table.release.is_6()
                    && matches!(like, Like::Suffix | Like::Contains)
                    && index::finds_starts_only(table, single.columns[0])
                {
                    return Err(QueryError::invalid(format!(
                        "{name} {like} {} is only supported on properly indexed columns",
                        String::from_utf8_lossy(&value)
                    )));
                }
                tests.push(match index::ignores_case(table, single.columns[0]) {
                    true => BoundTest::IgnoringCase(like, lower(&value)),
                    false => BoundTest::Like(like, value),
                });
            }
            Test::Contains(all) => {
                for one in all {
                    tests.push(match one {
                        Contained::Value(term) => BoundTest::Contains(What::Value, not_null(term, "value")?, true),
                        Contained::Key(term) => BoundTest::Contains(What::Key, not_null(term, "value")?, true),
                        Contained::NoValue(term) => BoundTest::Contains(What::Value, not_null(term, "value")?, false),
                        Contained::NoKey(term) => BoundTest::Contains(What::Key, not_null(term, "value")?, false),
                        Contained::Entry(key, value) | Contained::OtherEntry(key, value) => {
                            let (key, value) = (not_null(key, "map key")?, value.bind(bindings)?);
                            let value = value.ok_or_else(|| {
                                match (table.release.is_6(), table.columns[single.columns[0]].ty.unreversed()) {
                                    (true, MarshalType::Map { key: of, .. }) => {
                                        let key = literal(of, &key);
                                        QueryError::invalid(format!("Invalid null value for {name}[{key}]"))
                                    }
                                    _ => unsupported("map value"),
                                }
                            })?;
                            BoundTest::Entry(key, value, matches!(one, Contained::Entry(..)))
                        }
                    });
                }
            }
            Test::TupleEq(tupled) => tests.push(BoundTest::Tuple(Is::Eq, tuple(table, single, tupled, bindings)?)),
            Test::TupleNeq(tupled) => tests.push(BoundTest::Tuple(Is::Neq, tuple(table, single, tupled, bindings)?)),
            Test::TupleSlice(terms) => {
                for (is, tupled) in ends(terms) {
                    tests.push(BoundTest::Tuple(is, tuple(table, single, tupled, bindings)?));
                }
            }
            Test::TupleIn(values) | Test::TupleNotIn(values) => {
                let all = tuples(table, single, values, bindings)?;
                tests.push(BoundTest::TupleIn(all, matches!(single.test, Test::TupleIn(_))));
            }
            Test::IsNotNull | Test::Ann => {}
        }
        for other in &single.and {
            self.add(table, other, bindings)?;
        }
        let of_partition = single
            .columns
            .iter()
            .all(|column| matches!(table.columns[*column].kind, ColumnKind::PartitionKey(_) | ColumnKind::Static));
        let checks = if of_partition { &mut self.of_partition } else { &mut self.of_row };
        checks.extend(tests.into_iter().map(|test| Check { columns: single.columns.clone(), test }));
        Ok(())
    }

    /// Whether a partition may have rows of the answer.
    pub(crate) fn takes_partition(&self, view: &RowView<'_>) -> Result<bool> {
        all(&self.of_partition, view)
    }

    /// Whether a row is one of the answer.
    pub(crate) fn takes_row(&self, view: &RowView<'_>) -> Result<bool> {
        all(&self.of_row, view)
    }
}

/// A value as CQL has it, for a message.
fn literal(ty: &MarshalType, value: &[u8]) -> String {
    let mut text = Vec::new();
    match cqlite_types::literal::write(ty, value, &mut text) {
        Ok(()) => String::from_utf8_lossy(&text).into_owned(),
        Err(_) => cqlite_types::hex::text(value),
    }
}

/// The ends of a slice, each with its comparison.
fn ends<T>(terms: &SliceTerms<T>) -> impl Iterator<Item = (Is, &T)> {
    let start = terms.start.iter().map(|(term, inclusive)| (if *inclusive { Is::Gte } else { Is::Gt }, term));
    let end = terms.end.iter().map(|(term, inclusive)| (if *inclusive { Is::Lte } else { Is::Lt }, term));
    start.chain(end)
}

fn all(checks: &[Check], view: &RowView<'_>) -> Result<bool> {
    for check in checks {
        if !check.holds(view)? {
            return Ok(false);
        }
    }
    Ok(true)
}

impl Check {
    fn holds(&self, view: &RowView<'_>) -> Result<bool> {
        let column = self.columns[0];
        // A counter's value is a number, not what it is stored as.
        let long = MarshalType::Native(NativeType::Long);
        let ty = if view.ty(column).is_counter() { &long } else { view.ty(column) };
        match &self.test {
            BoundTest::Contains(_, _, false) if view.cells(column).is_empty() && view.bytes(column).is_none() => {
                Ok(false)
            }
            BoundTest::Contains(what, value, wanted) => Ok(contains(view, column, ty, *what, value)? == *wanted),
            BoundTest::Entry(key, value, wanted) => entry(view, column, ty, key, value, *wanted),
            BoundTest::Tuple(is, values) => Ok(self.compare(view, values).is_some_and(|order| is.holds(order))),
            BoundTest::TupleIn(all, wanted) => {
                let found = all.iter().any(|values| self.compare(view, values).is_some_and(Ordering::is_eq));
                Ok(found == *wanted)
            }
            BoundTest::Compare(is, value) => {
                Ok(with_value(view, column, |found| is.holds(cqlite_types::compare(ty, found, value)))?)
            }
            BoundTest::In(values, wanted) => with_value(view, column, |found| {
                values.iter().any(|value| cqlite_types::compare(ty, found, value).is_eq()) == *wanted
            }),
            BoundTest::Like(like, value) => with_value(view, column, |found| like.holds(found, value)),
            BoundTest::IgnoringCase(like, value) => with_value(view, column, |found| like.holds(&lower(found), value)),
        }
    }

    /// How the row's values stand to these, column by column.
    fn compare(&self, view: &RowView<'_>, values: &[Value]) -> Option<Ordering> {
        for (column, value) in self.columns.iter().zip(values) {
            let order = cqlite_types::compare(view.ty(*column), view.bytes(*column)?, value.as_deref()?);
            if order.is_ne() {
                return Some(order);
            }
        }
        Some(Ordering::Equal)
    }
}

/// Whether a value is there and is so.
fn with_value(view: &RowView<'_>, column: usize, is: impl FnOnce(&[u8]) -> bool) -> Result<bool> {
    if view.ty(column).is_counter() {
        return Ok(view.value(column)?.is_some_and(|value| is(&value)));
    }
    Ok(view.bytes(column).is_some_and(is))
}

fn contains(view: &RowView<'_>, column: usize, ty: &MarshalType, what: What, value: &[u8]) -> Result<bool> {
    let complex = Cells::of(ty).is_complex();
    let same = |ty: &MarshalType, found: &[u8]| cqlite_types::compare(ty, found, value).is_eq();
    match (ty, what) {
        (MarshalType::Map { key, .. }, What::Key) if complex => {
            Ok(view.cells(column).iter().any(|cell| same(key, cell.path)))
        }
        (MarshalType::Map { value: of, .. } | MarshalType::List { element: of, .. }, What::Value) if complex => {
            Ok(view.cells(column).iter().any(|cell| same(of, cell.value)))
        }
        (MarshalType::Set { element, .. }, What::Value) if complex => {
            Ok(view.cells(column).iter().any(|cell| same(element, cell.path)))
        }
        (MarshalType::Map { key, value: of, .. }, what) => {
            let Some(bytes) = view.bytes(column) else { return Ok(false) };
            let found = entries(bytes)?;
            Ok(found.iter().any(|(k, v)| match what {
                What::Key => k.as_deref().is_some_and(|k| same(key, k)),
                What::Value => v.as_deref().is_some_and(|v| same(of, v)),
            }))
        }
        (MarshalType::List { element, .. } | MarshalType::Set { element, .. }, _) => {
            let Some(bytes) = view.bytes(column) else { return Ok(false) };
            Ok(elements(bytes)?.iter().flatten().any(|found| same(element, found)))
        }
        _ => Ok(false),
    }
}

fn entry(view: &RowView<'_>, column: usize, ty: &MarshalType, key: &[u8], value: &[u8], wanted: bool) -> Result<bool> {
    let MarshalType::Map { key: key_type, value: value_type, .. } = ty else { return Ok(false) };
    let is_it = |found: &[u8]| cqlite_types::compare(value_type, found, value).is_eq() == wanted;
    let is_key = |own: &[u8]| cqlite_types::compare(key_type, own, key).is_eq();
    if Cells::of(ty).is_complex() {
        return Ok(view.cells(column).into_iter().find(|cell| is_key(cell.path)).is_some_and(|cell| is_it(cell.value)));
    }
    let Some(bytes) = view.bytes(column) else { return Ok(false) };
    let found = entries(bytes)?.into_iter().find(|(own, _)| own.as_deref().is_some_and(is_key));
    Ok(found.and_then(|(_, value)| value).is_some_and(|value| is_it(&value)))
}

/// The form of LIKE that a pattern asks for, and its text without the signs.
fn like(pattern: &[u8]) -> Result<(Like, Vec<u8>)> {
    const SIGN: u8 = b'%';
    let starts = pattern.first() == Some(&SIGN);
    let ends = pattern.last() == Some(&SIGN);
    let (form, value) = match (starts, ends) {
        (true, true) => (Like::Contains, pattern.get(1..pattern.len().max(2) - 1).unwrap_or_default()),
        (true, false) => (Like::Suffix, &pattern[1..]),
        (false, true) => (Like::Prefix, &pattern[..pattern.len() - 1]),
        (false, false) => (Like::Matches, pattern),
    };
    if value.is_empty() {
        return Err(QueryError::invalid("LIKE value can't be empty."));
    }
    Ok((form, value.to_vec()))
}
