//! Conditions with their values: keys, slices, ranges of tokens.

use cqlite_rows::clustering::ClusteringComparator;
use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_schema::partitioner::{Partitioner, Token};
use cqlite_sstable::reader::{Bound as SliceBound, Slice};
use cqlite_types::value::{FromCql, Stored};

use super::filter::Filter;
use super::relation::{Single, SliceTerms, Test, Tupled, Values};
use super::restrictions::clustering_columns;
use super::Restrictions;
use crate::read::TokenRange;
use crate::schema::TableMetadata;
use crate::term::{BindValues, Term};
use crate::{QueryError, Result, Value};

/// Which partitions are read.
#[derive(Debug, Clone)]
pub(crate) enum Keys {
    /// These, in this order.
    These(Vec<Vec<u8>>),
    /// Those with such tokens.
    Range(TokenRange),
    /// None at all.
    None,
}

/// What is read of the table.
pub(crate) struct Bound {
    pub(crate) keys: Keys,
    /// The slices of each partition, in stored order; none for all of it.
    pub(crate) slices: Option<Vec<Slice>>,
    pub(crate) filter: Filter,
}

impl Bound {
    pub(crate) fn new(
        table: &TableMetadata,
        restrictions: &Restrictions,
        bindings: &BindValues<'_>,
        comparator: Option<&ClusteringComparator>,
    ) -> Result<Bound> {
        let mut filter = Filter::default();
        if restrictions.filters_partition() {
            for single in restrictions.partition.iter() {
                filter.add(table, single, bindings)?;
            }
        }
        if restrictions.filters_clustering() {
            for single in restrictions.filtered_clustering(table) {
                // One column's slice beside one of a tuple has become such a one.
                let has_tuple = |single: &Single| matches!(single.test, Test::TupleSlice(_));
                match single.test {
                    _ if has_tuple(&single) || single.and.iter().any(has_tuple) => {
                        return Err(QueryError::invalid(
                            "Multi-column slice restrictions cannot be used for filtering.",
                        ))
                    }
                    Test::TupleIn(_) => return Err(QueryError::invalid("Multicolumn IN filters are not supported")),
                    _ => {}
                }
                filter.add(table, &single, bindings)?;
            }
        }
        for single in restrictions.others.iter().filter(|single| !matches!(single.test, Test::Ann)) {
            filter.add(table, single, bindings)?;
        }
        let keys = keys(table, restrictions, bindings)?;
        let slices = slices(table, restrictions, bindings, comparator, &mut filter)?;
        Ok(Bound { keys, slices, filter })
    }
}

fn keys(table: &TableMetadata, restrictions: &Restrictions, bindings: &BindValues<'_>) -> Result<Keys> {
    let range = match &restrictions.token {
        Some(terms) => match token_range(table, terms, bindings)? {
            Some(range) => range,
            None => return Ok(Keys::None),
        },
        None => TokenRange::default(),
    };
    if restrictions.is_key_range {
        return Ok(Keys::Range(range));
    }
    let columns: Vec<usize> = (0..table.columns.len())
        .filter(|i| matches!(table.columns[*i].kind, crate::schema::ColumnKind::PartitionKey(_)))
        .collect();
    let mut keys: Vec<Vec<Value>> = vec![Vec::new()];
    for column in &columns {
        let single =
            restrictions.partition.get(*column).ok_or_else(|| QueryError::invalid(super::REQUIRES_ALLOW_FILTERING))?;
        let values = values(table, single, bindings)?;
        keys = product(keys, values);
        // Of an empty IN there is no partition: what is said of further columns is not looked at.
        if keys.is_empty() {
            break;
        }
    }
    let order = |a: &Vec<Value>, b: &Vec<Value>| compare(table, &columns, a, b);
    keys.sort_by(order);
    keys.dedup_by(|a, b| compare(table, &columns, a, b).is_eq());
    let mut all = Vec::new();
    for parts in keys {
        let parts: Vec<Vec<u8>> = parts.into_iter().flatten().collect();
        for (part, column) in parts.iter().zip(&columns) {
            cqlite_types::validate(table.columns[*column].ty.unreversed(), part)
                .map_err(|error| QueryError::invalid(error.to_string()))?;
        }
        let key = match <[Vec<u8>; 1]>::try_from(parts) {
            Ok([one]) => one,
            Err(parts) => cqlite_types::composite_key(parts).map_err(|error| QueryError::invalid(error.to_string()))?,
        };
        if key.is_empty() {
            return Err(QueryError::invalid("Key may not be empty"));
        }
        if key.len() > usize::from(u16::MAX) {
            return Err(QueryError::invalid(format!(
                "Key length of {} is longer than maximum of {}",
                key.len(),
                u16::MAX
            )));
        }
        if range.has(&table.partitioner, &table.partitioner.token(&key)) {
            all.push(key);
        }
    }
    Ok(Keys::These(all))
}

fn compare(table: &TableMetadata, columns: &[usize], a: &[Value], b: &[Value]) -> std::cmp::Ordering {
    for (column, (a, b)) in columns.iter().zip(a.iter().zip(b)) {
        let order = match (a, b) {
            (Some(a), Some(b)) => cqlite_types::compare(&table.columns[*column].ty, a, b),
            (a, b) => a.is_some().cmp(&b.is_some()),
        };
        if order.is_ne() {
            return order;
        }
    }
    std::cmp::Ordering::Equal
}

fn product(keys: Vec<Vec<Value>>, values: Vec<Vec<Value>>) -> Vec<Vec<Value>> {
    let mut all = Vec::with_capacity(keys.len() * values.len());
    for key in &keys {
        for value in &values {
            all.push(key.iter().chain(value).cloned().collect());
        }
    }
    all
}

/// The values of `=` or IN; of tuples with one value a column.
fn values(table: &TableMetadata, single: &Single, bindings: &BindValues<'_>) -> Result<Vec<Vec<Value>>> {
    let name = |column: usize| table.columns[column].name.as_str();
    let first = single.columns[0];
    let not_null = |value: Value| match value {
        Some(value) => Ok(vec![Some(value)]),
        None if table.release.is_6() => Err(null_value(name(first))),
        None => Err(QueryError::invalid(format!("Invalid null value in condition for column {}", name(first)))),
    };
    match &single.test {
        Test::Eq(term) => Ok(vec![not_null(term.bind(bindings)?)?]),
        Test::In(values) => bind_values(values, bindings, name(first))?.into_iter().map(not_null).collect(),
        Test::TupleEq(tupled) => Ok(vec![tuple(table, single, tupled, bindings)?]),
        Test::TupleIn(values) => tuples(table, single, values, bindings),
        _ => unreachable!("only equalities have values"),
    }
}

/// The error of 6.0 of a null wherever a value is wanted.
pub(super) fn null_value(column: &str) -> QueryError {
    QueryError::invalid(format!("Invalid null value for column {column}"))
}

pub(super) fn bind_values(values: &Values<Term>, bindings: &BindValues<'_>, name: &str) -> Result<Vec<Value>> {
    match values {
        Values::List(terms) => terms.iter().map(|term| term.bind(bindings)).collect(),
        Values::Marker(term) => {
            let Some(list) = term.bind(bindings)? else {
                return Err(QueryError::invalid(format!("Invalid null value for column {name}")));
            };
            crate::value::elements(&list)
        }
    }
}

/// The tuples of IN.
pub(super) fn tuples(
    table: &TableMetadata,
    single: &Single,
    values: &Values<Tupled>,
    bindings: &BindValues<'_>,
) -> Result<Vec<Vec<Value>>> {
    match values {
        Values::List(all) => all.iter().map(|one| tuple(table, single, one, bindings)).collect(),
        Values::Marker(term) => {
            let Some(list) = term.bind(bindings)? else {
                return Err(QueryError::invalid("Invalid null value for IN restriction"));
            };
            crate::value::elements(&list)?.into_iter().map(|value| split(table, single, value)).collect()
        }
    }
}

/// The values of a tuple, one a column.
pub(super) fn tuple(
    table: &TableMetadata,
    single: &Single,
    tupled: &Tupled,
    bindings: &BindValues<'_>,
) -> Result<Vec<Value>> {
    match tupled {
        Tupled::Whole(term) => split(table, single, term.bind(bindings)?),
        Tupled::Each(terms) => {
            not_null(table, single, terms.iter().map(|term| term.bind(bindings)).collect::<Result<_>>()?)
        }
    }
}

fn split(table: &TableMetadata, single: &Single, value: Value) -> Result<Vec<Value>> {
    let Some(value) = value else {
        let names: Vec<&str> = single.columns.iter().map(|column| table.columns[*column].name.as_str()).collect();
        return Err(QueryError::invalid(format!(
            "Invalid null value in condition for columns: [{}]",
            names.join(", ")
        )));
    };
    not_null(table, single, crate::value::tuple_parts(&value, single.columns.len())?)
}

fn not_null(table: &TableMetadata, single: &Single, values: Vec<Value>) -> Result<Vec<Value>> {
    let in_tuple = if single.test.is_eq() { "" } else { "in condition " };
    for (value, column) in values.iter().zip(&single.columns) {
        if value.is_none() && table.release.is_6() && single.columns.len() > 1 {
            let names: Vec<&str> = single.columns.iter().map(|column| table.columns[*column].name.as_str()).collect();
            return Err(QueryError::invalid(format!(
                "Invalid null value for {} in tuple ({})",
                table.columns[*column].name,
                names.join(", ")
            )));
        }
        if value.is_none() && matches!(single.test, Test::TupleIn(_)) {
            let names: Vec<&str> = single.columns.iter().map(|column| table.columns[*column].name.as_str()).collect();
            let names = names.join(", ");
            return Err(QueryError::invalid(format!("Invalid null value in condition for columns: [{names}]")));
        }
        if value.is_none() {
            return Err(QueryError::invalid(format!(
                "Invalid null value {in_tuple}for column {}",
                table.columns[*column].name
            )));
        }
    }
    Ok(values)
}

/// The slices that conditions on clustering columns make; what they cannot express is added to the filter.
fn slices(
    table: &TableMetadata,
    restrictions: &Restrictions,
    bindings: &BindValues<'_>,
    comparator: Option<&ClusteringComparator>,
    filter: &mut Filter,
) -> Result<Option<Vec<Slice>>> {
    if restrictions.clustering.is_empty() {
        return Ok(None);
    }
    let columns = clustering_columns(table);
    let mut prefixes: Vec<Vec<Value>> = vec![Vec::new()];
    let mut last: Option<&Single> = None;
    for single in restrictions.clustering.iter() {
        let next = prefixes.first().map_or(0, Vec::len);
        let in_order = columns.get(next) == Some(&single.columns[0]);
        match &single.test {
            Test::Eq(_) | Test::In(_) | Test::TupleEq(_) | Test::TupleIn(_) if in_order => {
                prefixes = product(prefixes, values(table, single, bindings)?);
                if prefixes.is_empty() {
                    return Ok(Some(Vec::new()));
                }
            }
            Test::Slice(_) | Test::TupleSlice(_) if in_order => {
                last = Some(single);
                break;
            }
            Test::Neq(_) | Test::NotIn(_) | Test::TupleNeq(_) | Test::TupleNotIn(_) if in_order => {
                filter.add(table, single, bindings)?;
                break;
            }
            _ => break,
        }
    }
    let columns = &columns[..prefixes.first().map_or(0, Vec::len)];
    prefixes.sort_by(|a, b| compare(table, columns, a, b));
    prefixes.dedup_by(|a, b| compare(table, columns, a, b).is_eq());
    let bound = |values: &[Value], is_inclusive| SliceBound { values: values.to_vec(), is_inclusive };
    let whole = |prefix: &Vec<Value>| match prefix.is_empty() {
        true => Slice::default(),
        false => Slice { start: Some(bound(prefix, true)), end: Some(bound(prefix, true)) },
    };
    let mut slices: Vec<Slice> = prefixes.iter().map(whole).collect();
    if let Some(single) = last {
        for other in &single.and {
            filter.add(table, other, bindings)?;
        }
        let ranges = ranges(table, single, bindings)?;
        match ranges {
            Some((start, end)) => {
                for (slice, prefix) in slices.iter_mut().zip(&prefixes) {
                    let with = |part: &Option<(Vec<Value>, bool)>| {
                        let (values, inclusive) = part.as_ref()?;
                        Some(bound(&prefix.iter().chain(values).cloned().collect::<Vec<_>>(), *inclusive))
                    };
                    slice.start = with(&start).or(slice.start.take());
                    slice.end = with(&end).or(slice.end.take());
                }
            }
            // Columns in different directions: rows between such bounds do not lie together.
            None => filter.add(table, single, bindings)?,
        }
    }
    if let Some(comparator) = comparator {
        slices.retain(|slice| match (slice.lower(), slice.upper()) {
            (Some(lower), Some(upper)) => comparator.compare(&lower, &upper).is_lt(),
            _ => true,
        });
    }
    Ok(Some(slices))
}

type End = Option<(Vec<Value>, bool)>;

/// Start and end of a slice in stored order; nothing if it is none there.
fn ranges(table: &TableMetadata, single: &Single, bindings: &BindValues<'_>) -> Result<Option<(End, End)>> {
    let (start, end) = match &single.test {
        Test::Slice(SliceTerms { start, end }) => {
            let bind = |part: &Option<(Term, bool)>| -> Result<End> {
                let Some((term, inclusive)) = part else { return Ok(None) };
                let value = term.bind(bindings)?;
                if value.is_none() && table.release.is_6() {
                    return Err(null_value(&table.columns[single.columns[0]].name));
                }
                Ok(Some((vec![value], *inclusive)))
            };
            (bind(start)?, bind(end)?)
        }
        Test::TupleSlice(SliceTerms { start, end }) => {
            let bind = |part: &Option<(Tupled, bool)>| -> Result<End> {
                let Some((tupled, inclusive)) = part else { return Ok(None) };
                Ok(Some((tuple(table, single, tupled, bindings)?, *inclusive)))
            };
            (bind(start)?, bind(end)?)
        }
        _ => unreachable!("a slice"),
    };
    let reversed: Vec<bool> = single.columns.iter().map(|column| table.columns[*column].is_reversed()).collect();
    if reversed.iter().any(|one| *one != reversed[0]) {
        return Ok(None);
    }
    Ok(Some(if reversed.first() == Some(&true) { (end, start) } else { (start, end) }))
}

/// The range of tokens; nothing if it is empty.
fn token_range(
    table: &TableMetadata,
    terms: &SliceTerms<Term>,
    bindings: &BindValues<'_>,
) -> Result<Option<TokenRange>> {
    let partitioner = &table.partitioner;
    let minimum = partitioner.minimum_token();
    let bind = |part: &Option<(Term, bool)>| -> Result<Option<(Option<Token>, bool)>> {
        let Some((term, inclusive)) = part else { return Ok(None) };
        let Some(value) = term.bind(bindings)? else {
            if table.release.is_6() {
                let names: Vec<&str> = table.partition_key().map(|column| column.name.as_str()).collect();
                return Err(QueryError::invalid(format!("Invalid null value for token({})", names.join(", "))));
            }
            return Err(QueryError::invalid("Invalid null token value"));
        };
        Ok(Some((token(partitioner, &value)?, *inclusive)))
    };
    let (start, end) = (bind(&terms.start)?, bind(&terms.end)?);
    // Before the first of all tokens there is nothing, and behind it everything.
    let start = start.and_then(|(token, inclusive)| Some((token?, inclusive)));
    let end = match end {
        Some((None, _)) => return Ok(None),
        Some((Some(token), inclusive)) => Some((token, inclusive)),
        None => None,
    };
    let is_minimum = |bound: &(Token, bool)| partitioner.compare_tokens(&bound.0, &minimum).is_eq();
    if let (Some(start), Some(end)) = (&start, &end) {
        let order = partitioner.compare_tokens(&start.0, &end.0);
        let empty = order.is_gt() || (order.is_eq() && !(start.1 && end.1));
        if !is_minimum(start) && !is_minimum(end) && empty {
            return Ok(None);
        }
    }
    // The smallest token is that of no partition: as an end it is behind all of them.
    Ok(Some(TokenRange {
        start: start.filter(|bound| !is_minimum(bound)),
        end: end.filter(|bound| !is_minimum(bound)),
    }))
}

/// The token of a value; nothing if it is less than all there are.
fn token(partitioner: &Partitioner, value: &[u8]) -> Result<Option<Token>> {
    let wrong = |_| QueryError::invalid("Invalid token value");
    let long =
        || <[u8; 8]>::try_from(value).map(i64::from_be_bytes).map_err(|_| QueryError::invalid("Invalid token value"));
    Ok(Some(match partitioner {
        Partitioner::Murmur3 => Token::Murmur3(long()?),
        Partitioner::ReversedLong => Token::ReversedLong(long()?),
        Partitioner::ByteOrdered => Token::Bytes(value.to_vec()),
        Partitioner::Local(_) => Token::Local(value.to_vec()),
        Partitioner::OrderPreserving => Token::Text(
            <String as FromCql>::from_cql(&MarshalType::Native(NativeType::Utf8), Stored::One(value)).map_err(wrong)?,
        ),
        Partitioner::Random => {
            let number = num_bigint::BigInt::from_signed_bytes_be(value);
            match u128::try_from(&number) {
                Ok(token) => Token::Random(Some(token)),
                Err(_) if number == num_bigint::BigInt::from(-1) => Token::Random(None),
                Err(_) if number.sign() == num_bigint::Sign::Minus => return Ok(None),
                Err(_) => Token::Random(Some(u128::MAX)),
            }
        }
    }))
}
