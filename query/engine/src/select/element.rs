//! Elements and slices of collections, and the cells behind them.

use cqlite_cql::ast::CellFact;
use cqlite_rows::Cell;
use cqlite_runtime::marshal::MarshalType;
use cqlite_schema::Cells;
use cqlite_types::{compare, field_index, packed};

use super::selector::CellPart;
use crate::read::RowView;
use crate::term::{BindValues, Term};
use crate::value::{elements, entries};
use crate::{QueryError, Result, Value};

/// The element of a collection with a key: of a map its value, of a set itself.
pub(super) fn element(ty: &MarshalType, collection: &[u8], key: &[u8]) -> Result<Value> {
    match ty.unreversed() {
        MarshalType::Map { key: of, .. } => {
            let found = entries(collection)?
                .into_iter()
                .find(|(own, _)| own.as_deref().is_some_and(|own| compare(of, own, key).is_eq()));
            Ok(found.and_then(|(_, value)| value))
        }
        MarshalType::Set { element: of, .. } => {
            Ok(elements(collection)?.into_iter().flatten().find(|own| compare(of, own, key).is_eq()))
        }
        _ => Ok(None),
    }
}

/// The elements of a collection from a key to a key, both included.
/// Of several cells none are read where none are within: that is null.
pub(super) fn slice(ty: &MarshalType, collection: &[u8], from: Option<&[u8]>, to: Option<&[u8]>) -> Result<Value> {
    let within = |of: &MarshalType, key: &[u8]| is_within(of, key, from, to);
    let made = match ty.unreversed() {
        MarshalType::Map { key: of, .. } => {
            let all = entries(collection)?;
            let mut kept = all.iter().filter(|(key, _)| key.as_deref().is_some_and(|key| within(of, key))).peekable();
            if kept.peek().is_none() && ty.is_multi_cell() {
                return Ok(None);
            }
            packed(ty, kept.flat_map(|(key, value)| [key.as_deref(), value.as_deref()]))
        }
        MarshalType::Set { element: of, .. } => {
            let all = elements(collection)?;
            let mut kept = all.iter().filter(|key| key.as_deref().is_some_and(|key| within(of, key))).peekable();
            if kept.peek().is_none() && ty.is_multi_cell() {
                return Ok(None);
            }
            packed(ty, kept.map(|key| key.as_deref()))
        }
        _ => return Ok(None),
    };
    made.map(Some).map_err(QueryError::storage)
}

fn is_within(ty: &MarshalType, key: &[u8], from: Option<&[u8]>, to: Option<&[u8]>) -> bool {
    from.is_none_or(|from| compare(ty, key, from).is_ge()) && to.is_none_or(|to| compare(ty, key, to).is_le())
}

/// What there is of the cells that are asked about.
pub(super) enum Found<'r> {
    /// One, if it is there.
    One(Option<Cell<'r>>),
    /// Those of a column of several; of a user type one a field, if it is there.
    Many(Vec<Option<Cell<'r>>>),
    /// Elements of a frozen value: the cell is that of the column, so many times.
    Frozen(Option<Cell<'r>>),
}

/// The cells of a part of a column.
pub(super) fn cells_of<'r>(
    row: &RowView<'r>,
    column: usize,
    way: &[CellPart],
    bindings: &BindValues<'_>,
) -> Result<Found<'r>> {
    let ty = row.ty(column);
    let cells = row.cells(column);
    if !Cells::of(ty).is_complex() {
        let cell = cells.first().copied();
        let present = way.is_empty() || is_present(row, column, ty, way, bindings)?;
        return Ok(match way.last() {
            Some(CellPart::Slice(..)) => Found::Frozen(cell.filter(|_| present)),
            _ => Found::One(cell.filter(|_| present)),
        });
    }
    let [first, ..] = way else {
        let MarshalType::User(user) = ty else { return Ok(Found::Many(cells.into_iter().map(Some).collect())) };
        if cells.is_empty() {
            return Ok(Found::Many(Vec::new()));
        }
        let field = |index: usize| {
            cells.iter().find(|cell| field_index(cell.path).is_some_and(|own| usize::try_from(own) == Ok(index)))
        };
        return Ok(Found::Many((0..user.fields.len()).map(|index| field(index).copied()).collect()));
    };
    let (path_type, bind) = (Cells::of(ty).path_type(), |term: &Term| term.bind(bindings));
    match first {
        CellPart::Field(index) => {
            let is_own =
                |cell: &&Cell<'r>| field_index(cell.path).is_some_and(|own| usize::try_from(own) == Ok(*index));
            Ok(Found::One(cells.iter().find(is_own).copied()))
        }
        CellPart::Element(key, _) => {
            let (Some(key), Some(of)) = (bind(key)?, path_type) else { return Ok(Found::One(None)) };
            Ok(Found::One(cells.iter().find(|cell| compare(of, cell.path, &key).is_eq()).copied()))
        }
        CellPart::Slice(from, to, _) => {
            let bound = |bound: &Option<Term>| bound.as_ref().map_or(Ok(None), bind);
            let (from, to) = (bound(from)?, bound(to)?);
            let Some(of) = path_type else { return Ok(Found::Many(Vec::new())) };
            let kept = cells.into_iter().filter(|cell| is_within(of, cell.path, from.as_deref(), to.as_deref()));
            Ok(Found::Many(kept.map(Some).collect()))
        }
    }
}

/// Whether a part of a frozen value is there.
fn is_present(
    row: &RowView<'_>,
    column: usize,
    ty: &MarshalType,
    way: &[CellPart],
    bindings: &BindValues<'_>,
) -> Result<bool> {
    let (mut value, mut ty) = (row.value(column)?, ty.clone());
    for part in way {
        let Some(bytes) = value else { return Ok(false) };
        (value, ty) = match (part, ty.unreversed()) {
            (CellPart::Field(index), MarshalType::User(user)) => {
                let mut fields = crate::value::tuple_parts(&bytes, user.fields.len())?;
                (fields.swap_remove(*index), user.fields[*index].ty.clone())
            }
            (CellPart::Element(key, _), own @ MarshalType::Map { value: of, .. }) => match key.bind(bindings)? {
                Some(key) => (element(own, &bytes, &key)?, (**of).clone()),
                None => return Ok(false),
            },
            (CellPart::Element(key, _), own @ MarshalType::Set { element: of, .. }) => match key.bind(bindings)? {
                Some(key) => (element(own, &bytes, &key)?, (**of).clone()),
                None => return Ok(false),
            },
            (CellPart::Slice(from, to, _), own) => {
                let bound = |bound: &Option<Term>| bound.as_ref().map_or(Ok(None), |bound| bound.bind(bindings));
                let kept = slice(own, &bytes, bound(from)?.as_deref(), bound(to)?.as_deref())?;
                let is_empty = |kept: &Vec<u8>| kept.iter().all(|byte| *byte == 0);
                (kept.filter(|kept| !is_empty(kept)), own.clone())
            }
            (_, own) => (Some(bytes), own.clone()),
        };
    }
    Ok(value.is_some())
}

/// What is asked about cells.
pub(super) fn facts(found: &Found<'_>, fact: CellFact, now: i64) -> Result<Value> {
    match found {
        Found::One(None) | Found::Frozen(None) => Ok(None),
        Found::One(Some(cell)) | Found::Frozen(Some(cell)) => Ok(one(cell, fact, now)),
        Found::Many(cells) if cells.is_empty() => Ok(None),
        Found::Many(cells) if fact == CellFact::MaxWriteTime => {
            Ok(cells.iter().flatten().map(|cell| cell.timestamp).max().map(|time| time.to_be_bytes().to_vec()))
        }
        Found::Many(cells) => {
            let element = Box::new(super::selectable::fact_type(fact, None));
            let list = MarshalType::List { element, multi_cell: false };
            let values: Vec<Value> =
                cells.iter().map(|cell| cell.as_ref().and_then(|cell| one(cell, fact, now))).collect();
            packed(&list, values.iter().map(|value| value.as_deref())).map(Some).map_err(QueryError::storage)
        }
    }
}

fn one(cell: &Cell<'_>, fact: CellFact, now: i64) -> Value {
    match fact {
        CellFact::WriteTime | CellFact::MaxWriteTime => Some(cell.timestamp.to_be_bytes().to_vec()),
        CellFact::Ttl => {
            let left = i32::try_from(cell.local_deletion_time - now).unwrap_or(i32::MAX);
            (cell.is_expiring() && left >= 0).then(|| left.to_be_bytes().to_vec())
        }
    }
}
