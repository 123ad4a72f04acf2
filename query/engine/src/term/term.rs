//! Values of statements, prepared: what is left to do when markers and the time are known.

use cqlite_runtime::marshal::MarshalType;

use super::{Bound, Clock, Receiver};
use crate::function::Function;
use crate::{QueryError, Result, Value};

/// A value of a statement (`Term`).
#[derive(Debug, Clone)]
pub enum Term {
    /// Known before the statement runs.
    Value(Value),
    /// `?` or `:name`.
    Marker {
        /// Which value it stands for.
        at: usize,
        /// What it is for.
        receiver: Receiver,
    },
    /// The call of a function.
    Call(Box<Function>, Vec<Term>),
    /// A list, set, vector, tuple or user-defined type of values, or the keys and values of a map in turns.
    Parts(MarshalType, Vec<Term>),
}

/// The values of a statement's markers, and the time.
#[derive(Debug, Clone, Copy)]
pub struct BindValues<'v> {
    /// The values, in the order of [`super::Markers`].
    pub values: &'v [Bound],
    /// What `now()` and `uuid()` go by.
    pub clock: &'v Clock,
}

impl Term {
    /// The value.
    ///
    /// # Errors
    /// A function fails, the value of a marker is missing, unset or none of its type, or a null is where none may be.
    pub fn bind(&self, values: &BindValues<'_>) -> Result<Value> {
        match self.bind_or_unset(values)? {
            Bound::Value(value) => Ok(value),
            Bound::Unset => Err(QueryError::invalid("Invalid unset value")),
        }
    }

    /// The value, or that the marker has none.
    ///
    /// # Errors
    /// As those of [`Term::bind`], but for markers that are not set.
    pub fn bind_or_unset(&self, values: &BindValues<'_>) -> Result<Bound> {
        match self {
            Term::Value(value) => Ok(Bound::Value(value.clone())),
            Term::Marker { at, receiver } => marker(*at, receiver, values),
            Term::Call(function, arguments) => {
                let mut bound = Vec::with_capacity(arguments.len());
                for argument in arguments {
                    match argument.bind_or_unset(values)? {
                        Bound::Value(value) => bound.push(value),
                        Bound::Unset => {
                            return Err(QueryError::invalid(format!(
                                "Invalid unset value for argument in call to function {}",
                                function.name()
                            )));
                        }
                    }
                }
                let bound: Vec<Option<&[u8]>> = bound.iter().map(Option::as_deref).collect();
                function.call(&bound, values.clock).map(Bound::Value)
            }
            Term::Parts(ty, parts) => {
                let parts = parts.iter().map(|part| part.bind_or_unset(values)).collect::<Result<Vec<_>>>()?;
                pack(ty, parts)
            }
        }
    }

    /// Whether it has a marker.
    pub fn has_marker(&self) -> bool {
        match self {
            Term::Value(_) => false,
            Term::Marker { .. } => true,
            Term::Call(_, parts) | Term::Parts(_, parts) => parts.iter().any(Term::has_marker),
        }
    }

    /// The value, if it is known already.
    pub fn value(&self) -> Option<&Value> {
        match self {
            Term::Value(value) => Some(value),
            _ => None,
        }
    }

    /// The functions that it calls.
    pub fn functions(&self) -> Vec<&Function> {
        match self {
            Term::Value(_) | Term::Marker { .. } => Vec::new(),
            Term::Call(function, parts) => {
                parts.iter().flat_map(Term::functions).chain(std::iter::once(function.as_ref())).collect()
            }
            Term::Parts(_, parts) => parts.iter().flat_map(Term::functions).collect(),
        }
    }

    /// The parts of it, if they are all known (of a prepared one) to make a value at once.
    pub(super) fn of_parts(ty: &MarshalType, parts: Vec<Term>) -> Result<Term> {
        let known = parts.iter().map(|part| part.value().cloned().map(Bound::Value)).collect::<Option<Vec<_>>>();
        match known {
            None => Ok(Term::Parts(ty.clone(), parts)),
            Some(known) => match pack(ty, known)? {
                Bound::Value(value) => Ok(Term::Value(value)),
                Bound::Unset => Ok(Term::Parts(ty.clone(), parts)),
            },
        }
    }
}

fn marker(at: usize, receiver: &Receiver, values: &BindValues<'_>) -> Result<Bound> {
    let Some(bound) = values.values.get(at) else {
        return Err(QueryError::invalid(format!("there is no value for marker {at}, which is for {}", receiver.name)));
    };
    if let Bound::Value(Some(bytes)) = bound {
        let checked = cqlite_types::validate(&receiver.ty, bytes);
        checked.map_err(|error| QueryError::invalid(error.to_string()))?;
    }
    Ok(bound.clone())
}

/// Null elements are refused, and those of sets and maps put into their order.
fn pack(ty: &MarshalType, parts: Vec<Bound>) -> Result<Bound> {
    let no_null = || QueryError::invalid("null is not supported inside collections");
    let mut values = Vec::with_capacity(parts.len());
    for (at, part) in parts.into_iter().enumerate() {
        let value = match (part, ty) {
            (Bound::Value(Some(bytes)), MarshalType::Vector { element, .. })
                if bytes.is_empty() && super::vector::is_null_when_empty(element) =>
            {
                return Err(QueryError::invalid("null is not supported inside vectors"));
            }
            (Bound::Value(Some(bytes)), _) => Some(bytes),
            (_, MarshalType::Vector { .. }) => return Err(QueryError::invalid("null is not supported inside vectors")),
            (Bound::Unset, MarshalType::Tuple(_)) => {
                return Err(QueryError::invalid(format!("Invalid unset value for tuple field number {at}")));
            }
            (Bound::Unset, MarshalType::User(user)) => {
                let field = user.fields.get(at).map_or("", |field| field.name.as_str());
                return Err(QueryError::invalid(format!(
                    "Invalid unset value for field '{field}' of user defined type {}",
                    user.name
                )));
            }
            (Bound::Value(None), MarshalType::Tuple(_) | MarshalType::User(_)) => None,
            (Bound::Value(None), _) => return Err(no_null()),
            (Bound::Unset, MarshalType::Map { .. }) if at % 2 == 0 => {
                return Err(QueryError::invalid("unset value is not supported for map keys"));
            }
            (Bound::Unset, _) => return Ok(Bound::Unset),
        };
        values.push(value);
    }
    match ty {
        MarshalType::Set { element, .. } => order::<1>(&mut values, element),
        MarshalType::Map { key, .. } => order::<2>(&mut values, key),
        _ => {}
    }
    let packed = cqlite_types::packed(ty, values.iter().map(Option::as_deref));
    packed.map(|bytes| Bound::Value(Some(bytes))).map_err(|error| QueryError::invalid(error.to_string()))
}

/// Groups of parts in the order of their first one. Of equal ones the first stays, with the last one's value.
fn order<const N: usize>(values: &mut Vec<Value>, ty: &MarshalType) {
    let compare = |a: &[Value], b: &[Value]| {
        cqlite_types::compare(ty, a[0].as_deref().unwrap_or_default(), b[0].as_deref().unwrap_or_default())
    };
    let mut groups: Vec<Vec<Value>> = values.chunks(N).map(<[Value]>::to_vec).collect();
    groups.sort_by(|a, b| compare(a, b));
    groups.dedup_by(|later, first| {
        let is_same = compare(later, first).is_eq();
        if is_same {
            first[1..].clone_from_slice(&later[1..]);
        }
        is_same
    });
    *values = groups.into_iter().flatten().collect();
}
