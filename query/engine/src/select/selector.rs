//! Selected expressions with their types: what computes a value of a row (`Selector`).

use cqlite_cql::ast::{CellFact, Expr, ExprKind};
use cqlite_runtime::marshal::{MarshalType, NativeType};

use super::element::{cells_of, element, facts, slice};
use super::name::{term_text, text_of};
use super::selectable::{fact_type, no_type};
use super::Selectable;
use crate::function::{find_named, Function};
use crate::read::RowView;
use crate::scope::Scope;
use crate::term::{compatible, Assignment, BindValues, Receiver, Term, Testable};
use crate::{QueryError, Result, Value};

/// What computes a value.
pub(crate) enum Selector {
    Column(usize),
    Term(Term),
    Call {
        function: Function,
        arguments: Vec<Selector>,
    },
    /// An aggregate's number among those of the selection, with the aggregate and its arguments until they are taken out.
    Aggregate(usize),
    /// The value that the group's first row had: its number among those.
    First(usize),
    Cell {
        fact: CellFact,
        column: usize,
        part: Vec<CellPart>,
    },
    Field {
        of: Box<Selector>,
        index: usize,
        count: usize,
    },
    Element {
        of: Box<Selector>,
        ty: MarshalType,
        key: Term,
        name: String,
    },
    Slice {
        of: Box<Selector>,
        ty: MarshalType,
        from: Option<Term>,
        to: Option<Term>,
        name: String,
    },
    /// A collection, tuple, vector or user type of parts.
    Parts {
        ty: MarshalType,
        parts: Vec<Selector>,
    },
    /// A map of keys and values in turns.
    Map {
        ty: MarshalType,
        entries: Vec<(Selector, Selector)>,
    },
}

/// Which part of a column cells are asked for.
pub(crate) enum CellPart {
    Field(usize),
    /// With the name of what it is an element of.
    Element(Term, String),
    Slice(Option<Term>, Option<Term>, String),
}

/// An aggregate with its arguments.
pub(crate) struct Aggregated {
    pub(crate) function: Function,
    pub(crate) arguments: Vec<Selector>,
}

/// What is computed over groups of rows.
#[derive(Default)]
pub(crate) struct Groups {
    pub(crate) aggregates: Vec<Aggregated>,
    pub(crate) firsts: Vec<Selector>,
}

/// A selector, its type, and what is known of it.
pub(crate) struct Made {
    pub(crate) selector: Selector,
    pub(crate) ty: MarshalType,
}

impl Selectable<'_> {
    /// What computes it, with its type. `expected` is the type of what it is given to.
    pub(crate) fn selector(&self, expected: Option<&MarshalType>, scope: Scope<'_>) -> Result<Made> {
        match self {
            Selectable::Column { index, ty, name, .. } => {
                scope.first_column.borrow_mut().get_or_insert_with(|| name.clone());
                Ok(Made { selector: Selector::Column(*index), ty: ty.clone() })
            }
            Selectable::Term(raw, expr) => {
                let ty = self.exact_type().or_else(|| expected.cloned()).ok_or_else(|| no_type(&term_text(expr)))?;
                let term = raw.prepare(&Receiver::new("[selection]", &ty))?;
                Ok(Made { selector: Selector::Term(term), ty })
            }
            Selectable::Call { function, arguments } => {
                let mut made = Vec::new();
                for (argument, ty) in arguments.iter().zip(function.arguments()) {
                    made.push(argument.selector(Some(ty), scope)?.selector);
                }
                Ok(Made {
                    ty: function.returns().clone(),
                    selector: Selector::Call { function: function.clone(), arguments: made },
                })
            }
            Selectable::Cell { fact, key: Some(key), .. } => Err(QueryError::invalid(format!(
                "Cannot use selection function {} on PRIMARY KEY part {key}",
                fact.name()
            ))),
            Selectable::Cell { fact, column, of, .. } => self.cell(*fact, *column, of, scope),
            Selectable::Field { of, field } => {
                let made = of.selector(None, scope)?;
                let MarshalType::User(user) = made.ty.unreversed() else {
                    return Err(QueryError::invalid(format!(
                        "Invalid field selection: {} of type {} is not a user type",
                        text_of(of),
                        made.ty.cql_name()
                    )));
                };
                let Some(index) = user.fields.iter().position(|own| own.name == *field) else {
                    return Err(QueryError::invalid(format!(
                        "{} of type {} has no field {field}",
                        text_of(of),
                        made.ty.cql_name()
                    )));
                };
                let (ty, count) = (user.fields[index].ty.clone(), user.fields.len());
                Ok(Made { selector: Selector::Field { of: Box::new(made.selector), index, count }, ty })
            }
            Selectable::Element { of, key } => {
                let made = of.selector(None, scope)?;
                let (receiver, ty) = part_receiver(of, &made.ty, "element", "Element")?;
                let key = scope.term(key, &receiver)?;
                let name = text_of(of);
                Ok(Made { selector: Selector::Element { of: Box::new(made.selector), ty: made.ty, key, name }, ty })
            }
            Selectable::Slice { of, from, to } => {
                let made = of.selector(None, scope)?;
                let (receiver, _) = part_receiver(of, &made.ty, "slice", "Slice")?;
                let bound = |bound: &Option<&Expr>| bound.map(|bound| scope.term(bound, &receiver)).transpose();
                let (from, to) = (bound(from)?, bound(to)?);
                let name = text_of(of);
                let ty = made.ty.clone().freeze();
                Ok(Made { selector: Selector::Slice { of: Box::new(made.selector), ty: made.ty, from, to, name }, ty })
            }
            Selectable::Cast { of, to, to_name } => {
                let made = of.selector(None, scope)?;
                // To Cassandra the type of a column in descending order is another one.
                let is_reversed = of.is_reversed();
                if !is_reversed && compatible::same(&made.ty, to) {
                    return Ok(made);
                }
                let name = format!("cast_as_{to_name}");
                // Cassandra has no casts to the other name of text.
                let found = match *to_name {
                    "varchar" => None,
                    _ => find_named(Some("system"), &name, &[&**of], None, scope.cx)?,
                };
                let Some(function) = found else {
                    let column = scope.first_column.borrow().clone().unwrap_or_else(|| text_of(of));
                    return Err(QueryError::invalid(format!("{column} cannot be cast to {to_name}")));
                };
                Ok(Made {
                    ty: function.returns().clone(),
                    selector: Selector::Call { function, arguments: vec![made.selector] },
                })
            }
            Selectable::Hint { ty, of, .. } => {
                let receiver = Receiver::new(text_of(self), ty);
                if of.test_assignment(&receiver)? == Assignment::Not {
                    return Err(QueryError::invalid(format!(
                        "Cannot assign value {} to {} of type {}",
                        text_of(self),
                        receiver.name,
                        ty.cql_name()
                    )));
                }
                let made = of.selector(Some(ty), scope)?;
                Ok(Made { selector: made.selector, ty: ty.clone() })
            }
            Selectable::List(_) | Selectable::Set(_) | Selectable::Map(_) | Selectable::Tuple(_) => {
                self.parts(expected, scope)
            }
        }
    }

    fn cell(&self, fact: CellFact, column: usize, of: &Selectable<'_>, scope: Scope<'_>) -> Result<Made> {
        let ty = fact_type(fact, of.exact_type().as_ref());
        // The part has to be one of what it is a part of.
        of.selector(None, scope)?;
        let part = cell_part(of, scope)?;
        Ok(Made { selector: Selector::Cell { fact, column, part }, ty })
    }

    /// A collection, tuple or user type of selected values.
    fn parts(&self, expected: Option<&MarshalType>, scope: Scope<'_>) -> Result<Made> {
        if let Selectable::Tuple(all) = self {
            if let ([one], Some(false)) =
                (&all[..], expected.map(|ty| matches!(ty.unreversed(), MarshalType::Tuple(_))))
            {
                return one.selector(expected, scope);
            }
        }
        let ty = expected.cloned().or_else(|| self.exact_type()).ok_or_else(|| no_type(&text_of(self)))?;
        let ty = ty.unreversed().clone();
        let wrong = || {
            QueryError::invalid(format!("Cannot assign value {} to a value of type {}", text_of(self), ty.cql_name()))
        };
        let selector = match (self, &ty) {
            (
                Selectable::List(all) | Selectable::Set(all),
                MarshalType::List { element, .. } | MarshalType::Set { element, .. },
            ) => Selector::Parts { parts: selectors(all, std::iter::repeat(&**element), scope)?, ty: ty.clone() },
            (Selectable::List(all), MarshalType::Vector { element, dimension }) => {
                if all.len() != *dimension as usize {
                    return Err(QueryError::invalid(format!(
                        "Unable to create a vector selector of type {} from {} elements",
                        ty.cql_name(),
                        all.len()
                    )));
                }
                Selector::Parts { parts: selectors(all, std::iter::repeat(&**element), scope)?, ty: ty.clone() }
            }
            (Selectable::Set(all), MarshalType::Map { .. }) if all.is_empty() => {
                Selector::Map { ty: ty.clone(), entries: Vec::new() }
            }
            (Selectable::Tuple(all), MarshalType::Tuple(types)) => {
                Selector::Parts { parts: selectors(all, types.iter(), scope)?, ty: ty.clone() }
            }
            (Selectable::Map(all), MarshalType::Map { key, value, .. }) => {
                if matches!(**key, MarshalType::Native(NativeType::Duration)) {
                    return Err(QueryError::invalid(format!(
                        "Durations are not allowed as map keys: {}",
                        ty.cql_name()
                    )));
                }
                let mut entries = Vec::new();
                for (expr, prepared, selected) in all {
                    let Some(prepared) = prepared else {
                        return Err(QueryError::invalid(format!("Undefined column name {}", term_text(expr))));
                    };
                    entries.push((
                        prepared.selector(Some(key), scope)?.selector,
                        selected.selector(Some(value), scope)?.selector,
                    ));
                }
                Selector::Map { ty: ty.clone(), entries }
            }
            (Selectable::Map(all), MarshalType::User(user)) => {
                let mut fields: Vec<Selector> = Vec::new();
                for (expr, ..) in all {
                    let ExprKind::Column(name) = &expr.kind else {
                        return Err(QueryError::invalid(format!(
                            "{} is not a valid field identifier of type {} ",
                            term_text(expr),
                            user.name
                        )));
                    };
                    if !user.fields.iter().any(|own| own.name == name.text) {
                        return Err(QueryError::invalid(format!(
                            "Unknown field '{}' in value of user defined type {}",
                            name.text, user.name
                        )));
                    }
                }
                for own in &user.fields {
                    let is_own = |(expr, ..): &&(&Expr, Option<Selectable<'_>>, Selectable<'_>)| matches!(&expr.kind, ExprKind::Column(name) if name.text == own.name);
                    fields.push(match all.iter().find(is_own) {
                        Some((_, _, selected)) => selected.selector(Some(&own.ty), scope)?.selector,
                        None => Selector::Term(Term::Value(None)),
                    });
                }
                Selector::Parts { parts: fields, ty: ty.clone() }
            }
            _ => return Err(wrong()),
        };
        Ok(Made { selector, ty })
    }
}

fn selectors<'t>(
    all: &[Selectable<'_>],
    types: impl Iterator<Item = &'t MarshalType>,
    scope: Scope<'_>,
) -> Result<Vec<Selector>> {
    all.iter().zip(types).map(|(one, ty)| Ok(one.selector(Some(ty), scope)?.selector)).collect()
}

/// What a key or bound of a collection is given for, and the type of an element.
fn part_receiver(of: &Selectable<'_>, ty: &MarshalType, what: &str, capital: &str) -> Result<(Receiver, MarshalType)> {
    let name = text_of(of);
    match ty.unreversed() {
        MarshalType::Map { key, value, .. } => Ok((Receiver::new(format!("key({name})"), key), (**value).clone())),
        MarshalType::Set { element, .. } => Ok((Receiver::new(format!("value({name})"), element), (**element).clone())),
        MarshalType::List { .. } => Err(QueryError::invalid(format!(
            "{capital} selection is only allowed on sets and maps, but {name} is a list"
        ))),
        other if what == "element" => Err(QueryError::invalid(format!(
            "Invalid element selection: {name} is of type {} is not a collection",
            other.cql_name()
        ))),
        other => Err(QueryError::invalid(format!(
            "Invalid slice selection: {name} of type {} is not a collection",
            other.cql_name()
        ))),
    }
}

/// The way from a column to the part of it whose cells are asked about.
fn cell_part(of: &Selectable<'_>, scope: Scope<'_>) -> Result<Vec<CellPart>> {
    let (inner, part) = match of {
        Selectable::Column { .. } => return Ok(Vec::new()),
        Selectable::Field { of: inner, field } => {
            let Some(MarshalType::User(user)) = inner.exact_type() else { return Ok(Vec::new()) };
            let index = user.fields.iter().position(|own| own.name == *field).unwrap_or_default();
            (inner, CellPart::Field(index))
        }
        Selectable::Element { of: inner, key } => {
            let ty = inner.exact_type().ok_or_else(|| no_type(&text_of(inner)))?;
            let (receiver, _) = part_receiver(inner, &ty, "element", "Element")?;
            (inner, CellPart::Element(scope.term(key, &receiver)?, text_of(inner)))
        }
        Selectable::Slice { of: inner, from, to } => {
            let ty = inner.exact_type().ok_or_else(|| no_type(&text_of(inner)))?;
            let (receiver, _) = part_receiver(inner, &ty, "slice", "Slice")?;
            let bound = |bound: &Option<&Expr>| bound.map(|bound| scope.term(bound, &receiver)).transpose();
            let (from, to) = (bound(from)?, bound(to)?);
            (inner, CellPart::Slice(from, to, text_of(inner)))
        }
        _ => return Ok(Vec::new()),
    };
    let mut parts = cell_part(inner, scope)?;
    parts.push(part);
    Ok(parts)
}

impl Selector {
    /// Whether an aggregate is anywhere in it.
    pub(crate) fn aggregates(&self) -> bool {
        match self {
            Selector::Call { function, arguments } => {
                function.is_aggregate() || arguments.iter().any(Selector::aggregates)
            }
            Selector::Aggregate(_) => true,
            Selector::Field { of, .. } | Selector::Element { of, .. } | Selector::Slice { of, .. } => of.aggregates(),
            Selector::Parts { parts, .. } => parts.iter().any(Selector::aggregates),
            Selector::Map { entries, .. } => entries.iter().any(|(key, value)| key.aggregates() || value.aggregates()),
            Selector::Column(_) | Selector::Term(_) | Selector::Cell { .. } | Selector::First(_) => false,
        }
    }

    /// Whether it depends on the row.
    fn needs_row(&self) -> bool {
        match self {
            Selector::Column(_) | Selector::Cell { .. } => true,
            Selector::Term(_) | Selector::Aggregate(_) | Selector::First(_) => false,
            Selector::Call { arguments, .. } => arguments.iter().any(Selector::needs_row),
            Selector::Field { of, .. } | Selector::Element { of, .. } | Selector::Slice { of, .. } => of.needs_row(),
            Selector::Parts { parts, .. } => parts.iter().any(Selector::needs_row),
            Selector::Map { entries, .. } => entries.iter().any(|(key, value)| key.needs_row() || value.needs_row()),
        }
    }

    /// The same for groups of rows: aggregates and what the first row has are taken out and numbered.
    pub(crate) fn grouped(self, groups: &mut Groups) -> Selector {
        if !self.aggregates() {
            if !self.needs_row() {
                return self;
            }
            groups.firsts.push(self);
            return Selector::First(groups.firsts.len() - 1);
        }
        let one = |of: Box<Selector>, groups: &mut Groups| Box::new(of.grouped(groups));
        match self {
            Selector::Call { function, arguments } if function.is_aggregate() => {
                groups.aggregates.push(Aggregated { function, arguments });
                Selector::Aggregate(groups.aggregates.len() - 1)
            }
            Selector::Call { function, arguments } => Selector::Call {
                function,
                arguments: arguments.into_iter().map(|argument| argument.grouped(groups)).collect(),
            },
            Selector::Field { of, index, count } => Selector::Field { of: one(of, groups), index, count },
            Selector::Element { of, ty, key, name } => Selector::Element { of: one(of, groups), ty, key, name },
            Selector::Slice { of, ty, from, to, name } => Selector::Slice { of: one(of, groups), ty, from, to, name },
            Selector::Parts { ty, parts } => {
                Selector::Parts { ty, parts: parts.into_iter().map(|part| part.grouped(groups)).collect() }
            }
            Selector::Map { ty, entries } => {
                let entry = |(key, value): (Selector, Selector)| (key.grouped(groups), value.grouped(groups));
                Selector::Map { ty, entries: entries.into_iter().map(entry).collect() }
            }
            other => other,
        }
    }

    /// Refuses null as a key or bound of what is selected, before there is a row.
    pub(crate) fn check(&self, bindings: &BindValues<'_>) -> Result<()> {
        let not_null = |term: &Term, what: &str, name: &str| match term.bind(bindings)? {
            Some(_) => Ok(()),
            None => Err(QueryError::invalid(format!("Invalid null value for {what} selection on {name}"))),
        };
        match self {
            Selector::Element { of, key, name, .. } => {
                not_null(key, "element", name)?;
                of.check(bindings)
            }
            Selector::Slice { of, from, to, name, .. } => {
                from.iter().chain(to).try_for_each(|bound| not_null(bound, "slice", name))?;
                of.check(bindings)
            }
            Selector::Field { of, .. } => of.check(bindings),
            Selector::Call { arguments: parts, .. } | Selector::Parts { parts, .. } => {
                parts.iter().try_for_each(|part| part.check(bindings))
            }
            Selector::Map { entries, .. } => {
                entries.iter().try_for_each(|(key, value)| key.check(bindings).and_then(|()| value.check(bindings)))
            }
            Selector::Cell { part, .. } => part.iter().try_for_each(|part| match part {
                CellPart::Field(_) => Ok(()),
                CellPart::Element(key, name) => not_null(key, "element", name),
                CellPart::Slice(from, to, name) => {
                    from.iter().chain(to).try_for_each(|bound| not_null(bound, "slice", name))
                }
            }),
            Selector::Column(_) | Selector::Term(_) | Selector::Aggregate(_) | Selector::First(_) => Ok(()),
        }
    }

    /// The value for a row, or for a group whose aggregates and first values are given.
    pub(crate) fn value(&self, input: &Input<'_>, bindings: &BindValues<'_>) -> Result<Value> {
        match self {
            Selector::Column(index) => input.row.map_or(Ok(None), |row| row.value(*index)),
            Selector::Term(term) => term.bind(bindings),
            Selector::Aggregate(index) => Ok(input.aggregates[*index].clone()),
            Selector::First(index) => Ok(input.firsts.get(*index).cloned().flatten()),
            Selector::Call { function, arguments } => {
                let values =
                    arguments.iter().map(|argument| argument.value(input, bindings)).collect::<Result<Vec<Value>>>()?;
                function.call(&values.iter().map(|value| value.as_deref()).collect::<Vec<_>>(), bindings.clock)
            }
            Selector::Cell { fact, column, part } => match input.row {
                Some(row) => facts(&cells_of(row, *column, part, bindings)?, *fact, row.now),
                None => Ok(None),
            },
            Selector::Field { of, index, count } => match of.value(input, bindings)? {
                Some(value) => Ok(crate::value::tuple_parts(&value, *count)?.swap_remove(*index)),
                None => Ok(None),
            },
            Selector::Element { of, ty, key, name } => {
                let Some(key) = key.bind(bindings)? else {
                    return Err(QueryError::invalid(format!("Invalid null value for element selection on {name}")));
                };
                match of.value(input, bindings)? {
                    Some(value) => element(ty, &value, &key),
                    None => Ok(None),
                }
            }
            Selector::Slice { of, ty, from, to, name } => {
                let bound = |bound: &Option<Term>| -> Result<Value> {
                    let Some(bound) = bound else { return Ok(None) };
                    match bound.bind(bindings)? {
                        Some(value) => Ok(Some(value)),
                        None => Err(QueryError::invalid(format!("Invalid null value for slice selection on {name}"))),
                    }
                };
                let (from, to) = (bound(from)?, bound(to)?);
                match of.value(input, bindings)? {
                    Some(value) => slice(ty, &value, from.as_deref(), to.as_deref()),
                    None => Ok(None),
                }
            }
            Selector::Parts { ty, parts } => {
                let mut values =
                    parts.iter().map(|part| part.value(input, bindings)).collect::<Result<Vec<Value>>>()?;
                if let MarshalType::Set { element, .. } = ty {
                    values.sort_by(|a, b| compare_parts(element, a, b));
                    values.dedup_by(|a, b| compare_parts(element, a, b).is_eq());
                }
                pack(ty, values.iter().map(|value| value.as_deref()))
            }
            Selector::Map { ty, entries } => {
                let MarshalType::Map { key: key_type, .. } = ty else { return Ok(None) };
                let mut all: Vec<(Value, Value)> = Vec::new();
                for (key, value) in entries {
                    all.push((key.value(input, bindings)?, value.value(input, bindings)?));
                }
                // Of equal keys the last counts.
                all.reverse();
                all.sort_by(|a, b| compare_parts(key_type, &a.0, &b.0));
                all.dedup_by(|a, b| compare_parts(key_type, &a.0, &b.0).is_eq());
                pack(ty, all.iter().flat_map(|(key, value)| [key.as_deref(), value.as_deref()]))
            }
        }
    }
}

/// What values are computed of.
#[derive(Clone, Copy)]
pub(crate) struct Input<'i> {
    pub(crate) row: Option<&'i RowView<'i>>,
    pub(crate) aggregates: &'i [Value],
    pub(crate) firsts: &'i [Value],
}

impl<'i> Input<'i> {
    pub(crate) fn of_row(row: &'i RowView<'i>) -> Input<'i> {
        Input { row: Some(row), aggregates: &[], firsts: &[] }
    }
}

fn pack<'p>(ty: &MarshalType, all: impl Iterator<Item = Option<&'p [u8]>>) -> Result<Value> {
    cqlite_types::packed(ty, all).map(Some).map_err(|error| QueryError::invalid(error.to_string()))
}

fn compare_parts(ty: &MarshalType, a: &Value, b: &Value) -> std::cmp::Ordering {
    match (a, b) {
        (Some(a), Some(b)) => cqlite_types::compare(ty, a, b),
        (a, b) => a.is_some().cmp(&b.is_some()),
    }
}
