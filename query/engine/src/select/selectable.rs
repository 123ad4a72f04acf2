//! Selected expressions with their columns and functions looked up (`Selectable`).

use cqlite_cql::ast::{CellFact, Expr, ExprKind, Name, TableName, TypeName, TypeNameKind};
use cqlite_runtime::marshal::{MarshalType, NativeType};

use super::name::text_of;
use crate::function::native::{operator_name, NEGATION};
use crate::function::{self, find_named, Function};
use crate::restrict::existing;
use crate::schema::TableMetadata;
use crate::scope::Scope;
use crate::term::{compatible, type_of, Assignment, Raw, Receiver, Testable};
use crate::{QueryError, Result};

/// A selected expression.
pub(crate) enum Selectable<'s> {
    Column {
        index: usize,
        name: String,
        ty: MarshalType,
        /// Whether it is in descending order.
        is_reversed: bool,
    },
    /// A literal, null or marker: its type is known by what it is given to.
    Term(Raw<'s>, &'s Expr),
    Call {
        function: Function,
        arguments: Vec<Selectable<'s>>,
    },
    Cell {
        fact: CellFact,
        column: usize,
        /// Its name, if it is part of the primary key, which has no cells.
        key: Option<String>,
        of: Box<Selectable<'s>>,
    },
    Field {
        of: Box<Selectable<'s>>,
        field: String,
    },
    Element {
        of: Box<Selectable<'s>>,
        key: &'s Expr,
    },
    Slice {
        of: Box<Selectable<'s>>,
        from: Option<&'s Expr>,
        to: Option<&'s Expr>,
    },
    List(Vec<Selectable<'s>>),
    /// Without elements also a map.
    Set(Vec<Selectable<'s>>),
    /// Of user types the keys are fields' names, which are no columns.
    Map(Vec<(&'s Expr, Option<Selectable<'s>>, Selectable<'s>)>),
    Tuple(Vec<Selectable<'s>>),
    Cast {
        of: Box<Selectable<'s>>,
        to: MarshalType,
        to_name: &'static str,
    },
    Hint {
        ty: MarshalType,
        type_name: String,
        of: Box<Selectable<'s>>,
    },
}

impl<'s> Selectable<'s> {
    /// Looks up what an expression says.
    pub(crate) fn prepare(expr: &'s Expr, table: &TableMetadata, scope: Scope<'s>) -> Result<Selectable<'s>> {
        prepare(expr, table, scope).map_err(|error| error.at(expr.span))
    }

    /// Whether a column that is so is selected anywhere in it.
    pub(crate) fn selects(&self, is: &dyn Fn(usize) -> bool) -> bool {
        match self {
            Selectable::Column { index, .. } => is(*index),
            Selectable::Term(..) => false,
            Selectable::Call { arguments, .. } => arguments.iter().any(|one| one.selects(is)),
            Selectable::Cell { of, .. }
            | Selectable::Field { of, .. }
            | Selectable::Element { of, .. }
            | Selectable::Slice { of, .. }
            | Selectable::Hint { of, .. }
            | Selectable::Cast { of, .. } => of.selects(is),
            Selectable::List(all) | Selectable::Set(all) | Selectable::Tuple(all) => {
                all.iter().any(|one| one.selects(is))
            }
            Selectable::Map(all) => {
                all.iter().any(|(_, key, value)| key.as_ref().is_some_and(|key| key.selects(is)) || value.selects(is))
            }
        }
    }
}

fn prepare<'s>(expr: &'s Expr, table: &TableMetadata, scope: Scope<'s>) -> Result<Selectable<'s>> {
    let of = |expr: &'s Expr| Selectable::prepare(expr, table, scope);
    let all = |exprs: &'s [Expr]| exprs.iter().map(of).collect::<Result<Vec<_>>>();
    Ok(match &expr.kind {
        ExprKind::Column(name) => {
            let (index, column) = existing(table, name)?;
            let (name, ty) = (column.name.clone(), column.ty.unreversed().clone());
            Selectable::Column { index, name, ty, is_reversed: column.is_reversed() }
        }
        ExprKind::Literal(_) | ExprKind::Null | ExprKind::Marker(_) => Selectable::Term(scope.raw(expr), expr),
        ExprKind::CountStar => count_rows(scope)?,
        ExprKind::Call(name, arguments) => {
            let arguments = all(arguments)?;
            // COUNT(1) counts rows like COUNT(*): of a constant any type would do.
            let native = name.keyspace.as_ref().is_none_or(|keyspace| keyspace.text == "system");
            if let (true, "count", [Selectable::Term(_, Expr { kind: ExprKind::Literal(_), .. })]) =
                (native, &*name.name.text, &arguments[..])
            {
                return count_rows(scope);
            }
            let found = function::find(name, &testable(&arguments), None, scope.cx)?;
            let unknown = || {
                let keyspace = name.keyspace.as_ref().map_or(String::new(), |keyspace| format!("{}.", keyspace.text));
                QueryError::invalid(format!("Unknown function '{keyspace}{}'", name.name.text))
            };
            Selectable::Call { function: found.ok_or_else(unknown)?, arguments }
        }
        ExprKind::Arithmetic(operator, left, right) => {
            called(operator_name(*operator), vec![of(left)?, of(right)?], scope)?
        }
        ExprKind::Negation(one) => called(NEGATION, vec![of(one)?], scope)?,
        ExprKind::Cast(one, to) => {
            let native = TypeName { kind: TypeNameKind::Native(*to), span: expr.span };
            Selectable::Cast { of: Box::new(of(one)?), to: type_of(&native, scope.cx)?, to_name: to.name() }
        }
        ExprKind::Cell(fact, one) => {
            let column = column_of(one, table)?;
            let metadata = &table.columns[column];
            let key = metadata.is_primary_key().then(|| metadata.name.clone());
            Selectable::Cell { fact: *fact, column, key, of: Box::new(of(one)?) }
        }
        ExprKind::Field(one, name) => Selectable::Field { of: Box::new(of(one)?), field: name.text.clone() },
        ExprKind::Element(one, key) => Selectable::Element { of: Box::new(of(one)?), key },
        ExprKind::Slice(one, from, to) => {
            Selectable::Slice { of: Box::new(of(one)?), from: from.as_deref(), to: to.as_deref() }
        }
        ExprKind::List(elements) => Selectable::List(all(elements)?),
        ExprKind::Set(elements) => Selectable::Set(all(elements)?),
        ExprKind::Tuple(elements) => Selectable::Tuple(all(elements)?),
        ExprKind::Map(entries) => {
            let entry = |(key, value): &'s (Expr, Expr)| {
                // A name may be a field's: that it is no column matters only if it has to be one.
                let prepared = match &key.kind {
                    ExprKind::Column(name) if table.column(&name.text).is_none() => None,
                    _ => Some(of(key)?),
                };
                Ok((key, prepared, of(value)?))
            };
            Selectable::Map(entries.iter().map(entry).collect::<Result<_>>()?)
        }
        ExprKind::TypeHint(name, one) => {
            let ty = type_of(name, scope.cx)?.freeze();
            let of = of(one)?;
            // Keys of a literal are columns where they are no fields.
            if let (Selectable::Map(entries), false) = (&of, matches!(ty, MarshalType::User(_))) {
                for (key, prepared, _) in entries {
                    if let (ExprKind::Column(name), None) = (&key.kind, prepared) {
                        existing(table, name)?;
                    }
                }
            }
            Selectable::Hint { ty, type_name: in_keyspace(name, table).to_string(), of: Box::new(of) }
        }
    })
}

/// The type of the column that something is a part of.
fn column_type<'a>(of: &'a Selectable<'_>) -> Option<&'a MarshalType> {
    match of {
        Selectable::Column { ty, .. } => Some(ty),
        Selectable::Field { of, .. } | Selectable::Element { of, .. } | Selectable::Slice { of, .. } => column_type(of),
        _ => None,
    }
}

/// A type by its name, where that of a user type has its keyspace.
fn in_keyspace(name: &TypeName, table: &TableMetadata) -> TypeName {
    let inner = |name: &TypeName| Box::new(in_keyspace(name, table));
    let kind = match &name.kind {
        TypeNameKind::User(user) if user.keyspace.is_none() => {
            let keyspace = Name { text: table.keyspace.clone(), quoted: false, span: name.span };
            TypeNameKind::User(TableName { keyspace: Some(keyspace), name: user.name.clone() })
        }
        TypeNameKind::Frozen(of) => TypeNameKind::Frozen(inner(of)),
        TypeNameKind::List(of) => TypeNameKind::List(inner(of)),
        TypeNameKind::Set(of) => TypeNameKind::Set(inner(of)),
        TypeNameKind::Map(keys, values) => TypeNameKind::Map(inner(keys), inner(values)),
        other => other.clone(),
    };
    TypeName { kind, span: name.span }
}

fn testable<'a>(arguments: &'a [Selectable<'_>]) -> Vec<&'a dyn Testable> {
    arguments.iter().map(|one| one as &dyn Testable).collect()
}

fn count_rows(scope: Scope<'_>) -> Result<Selectable<'_>> {
    called("count_rows", Vec::new(), scope)
}

/// The call of a function of Cassandra's own.
fn called<'s>(name: &str, arguments: Vec<Selectable<'s>>, scope: Scope<'s>) -> Result<Selectable<'s>> {
    let found = find_named(Some("system"), name, &testable(&arguments), None, scope.cx)?;
    let function = found.ok_or_else(|| QueryError::invalid(format!("Unknown function '{name}'")))?;
    Ok(Selectable::Call { function, arguments })
}

/// The column whose cell is asked about.
fn column_of(expr: &Expr, table: &TableMetadata) -> Result<usize> {
    match &expr.kind {
        ExprKind::Column(name) => Ok(existing(table, name)?.0),
        ExprKind::Field(of, _) | ExprKind::Element(of, _) | ExprKind::Slice(of, ..) => column_of(of, table),
        _ => unreachable!("the parser gives a column or a part of one"),
    }
}

impl Testable for Selectable<'_> {
    fn test_assignment(&self, receiver: &Receiver) -> Result<Assignment> {
        Ok(match self {
            Selectable::Term(raw, _) => return raw.test_assignment(receiver),
            Selectable::List(all) => match &receiver.ty {
                MarshalType::List { element, .. } | MarshalType::Vector { element, .. } => {
                    return test_all(all, element)
                }
                _ => Assignment::Not,
            },
            Selectable::Set(all) => match &receiver.ty {
                MarshalType::Map { .. } if all.is_empty() => Assignment::Weak,
                MarshalType::Set { element, .. } => return test_all(all, element),
                _ => Assignment::Not,
            },
            Selectable::Tuple(all) => match (&receiver.ty, &all[..]) {
                (MarshalType::Tuple(types), _) if types.len() >= all.len() => {
                    return Assignment::all(
                        all.iter().zip(types).map(|(one, ty)| one.test_assignment(&Receiver::new("", ty))),
                    );
                }
                (_, [one]) => return one.test_assignment(receiver),
                _ => Assignment::Not,
            },
            Selectable::Map(all) => match &receiver.ty {
                MarshalType::Map { key, value, .. } => {
                    let (key, value) = (Receiver::new("", key), Receiver::new("", value));
                    let mut tests = Vec::new();
                    for (_, k, v) in all {
                        tests.push(k.as_ref().map_or(Ok(Assignment::Not), |k| k.test_assignment(&key)));
                        tests.push(v.test_assignment(&value));
                    }
                    return Assignment::all(tests);
                }
                MarshalType::User(user) => {
                    let is_field = |(key, ..): &(&Expr, Option<Selectable<'_>>, Selectable<'_>)| matches!(&key.kind, ExprKind::Column(name) if user.fields.iter().any(|field| field.name == name.text));
                    if all.iter().all(is_field) {
                        Assignment::Weak
                    } else {
                        Assignment::Not
                    }
                }
                _ => Assignment::Not,
            },
            Selectable::Call { function, .. } => function.test_assignment(receiver),
            other => match other.exact_type() {
                Some(ty) => compatible::test_assignment(&ty, &receiver.ty),
                None => Assignment::Not,
            },
        })
    }

    fn exact_type(&self) -> Option<MarshalType> {
        match self {
            Selectable::Column { ty, .. } | Selectable::Hint { ty, .. } | Selectable::Cast { to: ty, .. } => {
                Some(ty.clone())
            }
            Selectable::Term(raw, _) => raw.exact_type(),
            Selectable::Call { function, .. } => Some(function.returns().clone()),
            // As Cassandra has it: of a part it is thought to be that of the whole column.
            Selectable::Cell { fact, of, .. } => Some(fact_type(*fact, column_type(of))),
            Selectable::Field { of, .. } | Selectable::Element { of, .. } | Selectable::Slice { of, .. }
                if of.is_reversed() =>
            {
                None
            }
            Selectable::Field { of, field } => match of.exact_type()?.unreversed() {
                MarshalType::User(user) => user.fields.iter().find(|own| own.name == *field).map(|own| own.ty.clone()),
                _ => None,
            },
            Selectable::Element { of, .. } => match of.exact_type()?.unreversed() {
                MarshalType::Map { value, .. } => Some((**value).clone()),
                MarshalType::Set { element, .. } => Some((**element).clone()),
                // As Cassandra has it, where it asks for the type alone: cells of lists are named by UUIDs.
                MarshalType::List { .. } => Some(NativeType::TimeUuid.into()),
                _ => None,
            },
            Selectable::Slice { of, .. } => of.exact_type(),
            Selectable::List(all) => {
                let element = all.iter().find_map(Testable::exact_type)?;
                Some(MarshalType::List { element: Box::new(element.freeze()), multi_cell: false })
            }
            Selectable::Set(all) => {
                let element = all.iter().find_map(Testable::exact_type)?;
                Some(MarshalType::Set { element: Box::new(element.freeze()), multi_cell: false })
            }
            // It may be a value of a user-defined type.
            Selectable::Map(_) => None,
            Selectable::Tuple(all) => match &all[..] {
                // What stands in parentheses, or a tuple of one.
                [_] => None,
                _ => Some(MarshalType::Tuple(all.iter().map(Testable::exact_type).collect::<Option<_>>()?)),
            },
        }
    }

    fn compatible_type(&self) -> Option<MarshalType> {
        match self {
            Selectable::Term(raw, _) => raw.compatible_type(),
            Selectable::List(all) => Some(MarshalType::List { element: common(all)?, multi_cell: false }),
            Selectable::Set(all) => Some(MarshalType::Set { element: common(all)?, multi_cell: false }),
            Selectable::Tuple(all) if all.len() > 1 => {
                Some(MarshalType::Tuple(all.iter().map(Testable::compatible_type).collect::<Option<_>>()?))
            }
            _ => self.exact_type(),
        }
    }

    fn text(&self) -> String {
        text_of(self)
    }

    fn is_marker(&self) -> bool {
        matches!(self, Selectable::Term(_, Expr { kind: ExprKind::Marker(_), .. }))
    }

    fn is_reversed(&self) -> bool {
        matches!(self, Selectable::Column { is_reversed: true, .. })
    }

    fn array_len(&self) -> Option<usize> {
        match self {
            Selectable::List(all) => Some(all.len()),
            _ => None,
        }
    }
}

/// The type that can represent all elements of a collection.
fn common(all: &[Selectable<'_>]) -> Option<Box<MarshalType>> {
    let types: Vec<MarshalType> = all.iter().filter_map(Testable::compatible_type).collect();
    compatible::common(&types).map(|ty| Box::new(ty.freeze()))
}

fn test_all(all: &[Selectable<'_>], ty: &MarshalType) -> Result<Assignment> {
    let receiver = Receiver::new("", ty);
    match all.is_empty() {
        true => Ok(Assignment::Weak),
        false => Assignment::all(all.iter().map(|one| one.test_assignment(&receiver))),
    }
}

/// The type of what is asked about the cells of something of a type: a list where there may be several.
pub(super) fn fact_type(fact: CellFact, of: Option<&MarshalType>) -> MarshalType {
    let one = MarshalType::Native(match fact {
        CellFact::WriteTime | CellFact::MaxWriteTime => NativeType::Long,
        CellFact::Ttl => NativeType::Int32,
    });
    match of.is_some_and(MarshalType::is_multi_cell) && fact != CellFact::MaxWriteTime {
        true => MarshalType::List { element: Box::new(one), multi_cell: false },
        false => one,
    }
}

/// The error of a term whose type nothing tells.
pub(super) fn no_type(text: &str) -> QueryError {
    QueryError::invalid(format!(
        "Cannot infer type for term {text} in selection clause (try using a cast to force a type)"
    ))
}
