//! Values as they are written (`Term.Raw`): whether they fit, and what they are when they do.

use cqlite_cql::ast::{Expr, ExprKind, FunctionName};
use cqlite_runtime::marshal::{MarshalType, UserType};

use super::type_name::type_of;
use super::{literal, Assignment, Context, Markers, Receiver, Term, Testable};
use crate::function::native::{current_timestamp, operator_name, operator_of, NEGATION};
use crate::function::{self, Function};
use crate::{QueryError, Result};

/// An expression within a statement.
#[derive(Clone, Copy)]
pub struct Raw<'r> {
    expr: &'r Expr,
    cx: &'r Context<'r>,
    markers: &'r Markers,
}

/// A call: the keyspace of a function's name, the name, and what it is called with.
struct Call<'r> {
    keyspace: Option<&'r str>,
    name: String,
    arguments: Vec<Raw<'r>>,
}

impl<'r> Raw<'r> {
    /// An expression of a statement that takes note of its markers.
    pub fn new(expr: &'r Expr, cx: &'r Context<'r>, markers: &'r Markers) -> Raw<'r> {
        Raw { expr, cx, markers }
    }

    fn with(&self, expr: &'r Expr) -> Raw<'r> {
        Raw { expr, ..*self }
    }

    fn all(&self, exprs: &'r [Expr]) -> impl Iterator<Item = Raw<'r>> + 'r {
        let raw = *self;
        exprs.iter().map(move |expr| raw.with(expr))
    }

    /// The call that the expression is: that of a function, an operator, a minus sign or a cast.
    fn call(&self) -> Option<Call<'r>> {
        let system = |name: String, arguments| Call { keyspace: Some("system"), name, arguments };
        Some(match &self.expr.kind {
            ExprKind::Call(FunctionName { keyspace, name }, arguments) => Call {
                keyspace: keyspace.as_ref().map(|keyspace| keyspace.text.as_str()),
                name: name.text.clone(),
                arguments: self.all(arguments).collect(),
            },
            ExprKind::CountStar => Call { keyspace: None, name: "count_rows".to_owned(), arguments: Vec::new() },
            ExprKind::Arithmetic(operator, left, right) => {
                system(operator_name(*operator).to_owned(), vec![self.with(left), self.with(right)])
            }
            ExprKind::Negation(of) => system(NEGATION.to_owned(), vec![self.with(of)]),
            ExprKind::Cast(of, to) => {
                let to = if to.name() == "varchar" { "text" } else { to.name() };
                system(format!("cast_as_{to}"), vec![self.with(of)])
            }
            _ => return None,
        })
    }

    /// The value for what it is for.
    ///
    /// # Errors
    /// It is none, as Cassandra says.
    pub fn prepare(&self, receiver: &Receiver) -> Result<Term> {
        self.prepared(receiver).map_err(|error| error.at(self.expr.span))
    }

    fn prepared(&self, receiver: &Receiver) -> Result<Term> {
        if let Some(call) = self.call() {
            return call.prepare(receiver, self.cx);
        }
        match &self.expr.kind {
            ExprKind::Literal(literal) if literal::is_now(literal, receiver) => {
                Ok(Term::Call(Box::new(current_timestamp()), Vec::new()))
            }
            ExprKind::Literal(literal) => literal::prepare(literal, receiver).map(|bytes| Term::Value(Some(bytes))),
            ExprKind::Null if receiver.ty.is_counter() => {
                Err(QueryError::invalid("Invalid null value for counter increment/decrement"))
            }
            ExprKind::Null => Ok(Term::Value(None)),
            ExprKind::Marker(name) => {
                let at = self.markers.add(name.as_ref(), self.expr.span.start, receiver);
                Ok(Term::Marker { at, receiver: receiver.clone() })
            }
            ExprKind::List(elements) => self.array(elements, receiver),
            ExprKind::Set(elements) => self.set(elements, receiver),
            ExprKind::Map(entries) => match field_names(entries) {
                Some(names) => self.user_type(entries, &names, receiver),
                None => self.map(entries, receiver),
            },
            ExprKind::Tuple(elements) => match (&elements[..], is_tuple(&receiver.ty)) {
                ([one], false) => self.with(one).prepare(receiver),
                _ => self.tuple(elements, receiver),
            },
            ExprKind::TypeHint(hint, of) => {
                let of = self.with(of);
                let hinted = Receiver::new(self.text(), &type_of(hint, self.cx)?);
                if !of.test_assignment(&hinted)?.is_assignable() {
                    return Err(QueryError::invalid(format!("Cannot cast value {} to type {hint}", of.text())));
                }
                if !self.test_assignment(receiver)?.is_assignable() {
                    return Err(QueryError::invalid(format!(
                        "Cannot assign value {} to {} of type {}",
                        self.text(),
                        receiver.name,
                        receiver.ty.cql_name()
                    )));
                }
                of.prepare(receiver)
            }
            _ => Err(QueryError::invalid(format!("{} is no value", self.text()))),
        }
    }

    fn array(&self, elements: &'r [Expr], receiver: &Receiver) -> Result<Term> {
        let mismatch = |what: &str, of: &str| {
            QueryError::invalid(format!("Invalid {what} literal for {}: value {of}", receiver.name))
        };
        let (element, what) = match &receiver.ty {
            MarshalType::List { element, .. } => (element, "list"),
            MarshalType::Vector { element, dimension } => {
                if elements.len() != *dimension as usize {
                    return Err(QueryError::invalid(format!(
                        "Invalid vector literal for {} of type {}; expected {dimension} elements, but given {}",
                        receiver.name,
                        receiver.ty.cql_name(),
                        elements.len()
                    )));
                }
                (element, "vector")
            }
            other => return Err(no_array(other)),
        };
        let value = receiver.value(element);
        let mut terms = Vec::new();
        let not_of = |raw: &Raw<'_>| mismatch(what, &format!("{} is not of type {}", raw.text(), value.ty.cql_name()));
        if what == "list" {
            for raw in self.all(elements) {
                if !raw.test_assignment(&value)?.is_assignable() {
                    return Err(not_of(&raw));
                }
            }
        }
        for raw in self.all(elements) {
            if what == "vector" && !raw.test_assignment(&value)?.is_assignable() {
                return Err(not_of(&raw));
            }
            let term = raw.prepare(&value)?;
            if what == "list" {
                no_markers(&term, "list", receiver)?;
            }
            terms.push(term);
        }
        Term::of_parts(&receiver.ty, terms)
    }

    fn set(&self, elements: &'r [Expr], receiver: &Receiver) -> Result<Term> {
        let element = match &receiver.ty {
            MarshalType::Set { element, .. } => element,
            MarshalType::Map { .. } if elements.is_empty() => return Term::of_parts(&receiver.ty, Vec::new()),
            _ => return Err(no_literal("set", receiver)),
        };
        let value = receiver.value(element);
        for raw in self.all(elements) {
            if !raw.test_assignment(&value)?.is_assignable() {
                return Err(QueryError::invalid(format!(
                    "Invalid set literal for {}: value {} is not of type {}",
                    receiver.name,
                    raw.text(),
                    value.ty.cql_name()
                )));
            }
        }
        let mut terms = Vec::new();
        for raw in self.all(elements) {
            let term = raw.prepare(&value)?;
            no_markers(&term, "set", receiver)?;
            terms.push(term);
        }
        Term::of_parts(&receiver.ty, terms)
    }

    fn map(&self, entries: &'r [(Expr, Expr)], receiver: &Receiver) -> Result<Term> {
        let MarshalType::Map { key, value, .. } = &receiver.ty else { return Err(no_literal("map", receiver)) };
        let (key, value) = (receiver.key(key), receiver.value(value));
        for (left, right) in entries {
            for (expr, of, what) in [(left, &key, "key"), (right, &value, "value")] {
                let raw = self.with(expr);
                if !raw.test_assignment(of)?.is_assignable() {
                    return Err(QueryError::invalid(format!(
                        "Invalid map literal for {}: {what} {} is not of type {}",
                        receiver.name,
                        raw.text(),
                        of.ty.cql_name()
                    )));
                }
            }
        }
        let mut terms = Vec::new();
        for (left, right) in entries {
            for (expr, of) in [(left, &key), (right, &value)] {
                let term = self.with(expr).prepare(of)?;
                no_markers(&term, "map", receiver)?;
                terms.push(term);
            }
        }
        Term::of_parts(&receiver.ty, terms)
    }

    fn user_type(&self, entries: &'r [(Expr, Expr)], names: &[&str], receiver: &Receiver) -> Result<Term> {
        let MarshalType::User(user) = &receiver.ty else { return Err(no_literal("user type", receiver)) };
        self.check_fields(user, entries, names, receiver)?;
        let mut terms = Vec::new();
        for field in &user.fields {
            let given = names.iter().rposition(|name| *name == field.name).map(|at| self.with(&entries[at].1));
            let term = match given {
                Some(raw) => raw.prepare(&receiver.field(&field.name, &field.ty))?,
                None => Term::Value(None),
            };
            terms.push(term);
        }
        if let Some(unknown) = names.iter().find(|name| !user.fields.iter().any(|field| field.name == **name)) {
            return Err(QueryError::invalid(format!(
                "Unknown field '{unknown}' in value of user defined type {}",
                user.name
            )));
        }
        Term::of_parts(&receiver.ty, terms)
    }

    fn check_fields(
        &self,
        user: &UserType,
        entries: &'r [(Expr, Expr)],
        names: &[&str],
        receiver: &Receiver,
    ) -> Result<()> {
        for field in &user.fields {
            let Some(at) = names.iter().rposition(|name| *name == field.name) else { continue };
            let of = receiver.field(&field.name, &field.ty);
            if !self.with(&entries[at].1).test_assignment(&of)?.is_assignable() {
                return Err(QueryError::invalid(format!(
                    "Invalid user type literal for {}: field {} is not of type {}",
                    receiver.name,
                    field.name,
                    of.ty.cql_name()
                )));
            }
        }
        Ok(())
    }

    fn tuple(&self, elements: &'r [Expr], receiver: &Receiver) -> Result<Term> {
        self.check_tuple(elements, receiver)?;
        let mut terms = Vec::new();
        for (at, (raw, ty)) in self.all(elements).zip(receiver.ty.sub_types()).enumerate() {
            terms.push(raw.prepare(&receiver.component(at, ty))?);
        }
        Term::of_parts(&receiver.ty, terms)
    }

    fn check_tuple(&self, elements: &'r [Expr], receiver: &Receiver) -> Result<()> {
        if !is_tuple(&receiver.ty) {
            return Err(QueryError::invalid(format!(
                "Invalid tuple type literal for {} of type {}",
                receiver.name,
                receiver.ty.cql_name()
            )));
        }
        let types = receiver.ty.sub_types();
        for (at, raw) in self.all(elements).enumerate() {
            let Some(ty) = types.get(at) else {
                return Err(QueryError::invalid(format!(
                    "Invalid tuple literal for {}: too many elements. Type {} expects {} but got {}",
                    receiver.name,
                    receiver.ty.cql_name(),
                    types.len(),
                    elements.len()
                )));
            };
            let of = receiver.component(at, ty);
            if !raw.test_assignment(&of)?.is_assignable() {
                return Err(QueryError::invalid(format!(
                    "Invalid tuple literal for {}: component {at} is not of type {}",
                    receiver.name,
                    of.ty.cql_name()
                )));
            }
        }
        Ok(())
    }

    /// Values of a tuple of columns in WHERE, each for its column.
    ///
    /// # Errors
    /// They are not as many, or one is none.
    ///
    /// Reference: `Tuples.Literal.prepare(String, List)`.
    pub fn prepare_columns(&self, receivers: &[Receiver]) -> Result<Vec<Term>> {
        let ExprKind::Tuple(elements) = &self.expr.kind else {
            return Err(QueryError::invalid(format!("{} is no tuple", self.text())).at(self.expr.span));
        };
        if elements.len() != receivers.len() {
            return Err(QueryError::invalid(format!(
                "Expected {} elements in value tuple, but got {}: {}",
                receivers.len(),
                elements.len(),
                self.text()
            ))
            .at(self.expr.span));
        }
        self.all(elements).zip(receivers).map(|(raw, receiver)| raw.prepare(receiver)).collect()
    }
}

impl Testable for Raw<'_> {
    fn test_assignment(&self, receiver: &Receiver) -> Result<Assignment> {
        if let Some(call) = self.call() {
            let calls = self.markers.calls();
            let key = (std::ptr::from_ref(self.expr) as usize, receiver.ty.clone());
            let known = calls.fits.borrow().get(&key).copied();
            return Ok(known.unwrap_or_else(|| {
                let found = call.test_assignment(receiver, self.cx);
                calls.fits.borrow_mut().insert(key, found);
                found
            }));
        }
        match &self.expr.kind {
            ExprKind::Literal(literal) => Ok(literal::test_assignment(literal, receiver)),
            ExprKind::Null if receiver.ty.is_counter() => Ok(Assignment::Not),
            ExprKind::Null | ExprKind::Marker(_) => Ok(Assignment::Weak),
            ExprKind::List(elements) => {
                let element = match &receiver.ty {
                    MarshalType::List { .. } if elements.is_empty() => return Ok(Assignment::Weak),
                    MarshalType::List { element, .. } => element,
                    MarshalType::Vector { dimension, .. } if elements.len() != *dimension as usize => {
                        return Ok(Assignment::Not)
                    }
                    MarshalType::Vector { element, .. } => element,
                    other => return Err(no_array(other)),
                };
                let value = receiver.value(element);
                Assignment::all(self.all(elements).map(|raw| raw.test_assignment(&value)))
            }
            ExprKind::Set(elements) => match &receiver.ty {
                MarshalType::Map { .. } | MarshalType::Set { .. } if elements.is_empty() => Ok(Assignment::Weak),
                MarshalType::Set { element, .. } => {
                    let value = receiver.value(element);
                    Assignment::all(self.all(elements).map(|raw| raw.test_assignment(&value)))
                }
                _ => Ok(Assignment::Not),
            },
            ExprKind::Map(entries) => match (field_names(entries), &receiver.ty) {
                (Some(names), MarshalType::User(user)) => {
                    Ok(match self.check_fields(user, entries, &names, receiver) {
                        Ok(()) => Assignment::Weak,
                        Err(_) => Assignment::Not,
                    })
                }
                (None, MarshalType::Map { key, value, .. }) => {
                    let (key, value) = (receiver.key(key), receiver.value(value));
                    Assignment::all(entries.iter().flat_map(|(left, right)| {
                        [self.with(left).test_assignment(&key), self.with(right).test_assignment(&value)]
                    }))
                }
                _ => Ok(Assignment::Not),
            },
            ExprKind::Tuple(elements) => match (&elements[..], is_tuple(&receiver.ty)) {
                ([one], false) => self.with(one).test_assignment(receiver),
                _ => Ok(match self.check_tuple(elements, receiver) {
                    Ok(()) => Assignment::Weak,
                    Err(_) => Assignment::Not,
                }),
            },
            ExprKind::TypeHint(hint, _) => {
                let hinted = type_of(hint, self.cx)?;
                Ok(if super::compatible::same(&receiver.ty, &hinted) {
                    Assignment::Exact
                } else if super::compatible::is_value_compatible(&receiver.ty, &hinted) {
                    Assignment::Weak
                } else {
                    Assignment::Not
                })
            }
            _ => Ok(Assignment::Not),
        }
    }

    fn exact_type(&self) -> Option<MarshalType> {
        if let Some(call) = self.call() {
            let calls = self.markers.calls();
            let key = std::ptr::from_ref(self.expr) as usize;
            let known = calls.types.borrow().get(&key).cloned();
            return known.unwrap_or_else(|| {
                let found = call.exact_type(self.cx);
                calls.types.borrow_mut().insert(key, found.clone());
                found
            });
        }
        let first =
            |elements: &[Expr]| elements.iter().find_map(|expr| self.with_other(expr).exact_type()).map(Box::new);
        match &self.expr.kind {
            ExprKind::Set(elements) => Some(MarshalType::Set { element: first(elements)?, multi_cell: false }),
            ExprKind::Map(entries) if field_names(entries).is_none() => {
                let key = entries.iter().find_map(|(key, _)| self.with_other(key).exact_type())?;
                let value = entries.iter().find_map(|(_, value)| self.with_other(value).exact_type())?;
                Some(MarshalType::Map { key: Box::new(key), value: Box::new(value), multi_cell: false })
            }
            ExprKind::Tuple(elements) => {
                let types = elements.iter().map(|expr| self.with_other(expr).exact_type()).collect::<Option<_>>()?;
                Some(MarshalType::Tuple(types))
            }
            ExprKind::TypeHint(hint, _) => type_of(hint, self.cx).ok(),
            _ => None,
        }
    }

    fn compatible_type(&self) -> Option<MarshalType> {
        let common = |exprs: &mut dyn Iterator<Item = &Expr>| {
            let types: Vec<MarshalType> = exprs.filter_map(|expr| self.with_other(expr).compatible_type()).collect();
            super::compatible::common(&types).map(Box::new)
        };
        match &self.expr.kind {
            ExprKind::Literal(literal) => Some(literal::preferred_type(literal)),
            ExprKind::Set(elements) => {
                Some(MarshalType::Set { element: common(&mut elements.iter())?, multi_cell: false })
            }
            ExprKind::Map(entries) if field_names(entries).is_none() => {
                let key = common(&mut entries.iter().map(|(key, _)| key))?;
                let value = common(&mut entries.iter().map(|(_, value)| value))?;
                Some(MarshalType::Map { key, value, multi_cell: false })
            }
            _ => self.exact_type(),
        }
    }

    fn text(&self) -> String {
        let join =
            |exprs: &[Expr]| exprs.iter().map(|expr| self.with_other(expr).text()).collect::<Vec<_>>().join(", ");
        match &self.expr.kind {
            ExprKind::Literal(literal) => literal::text(literal),
            ExprKind::Null => "NULL".to_owned(),
            ExprKind::Marker(_) => "?".to_owned(),
            ExprKind::List(elements) => format!("[{}]", join(elements)),
            ExprKind::Set(elements) => format!("{{{}}}", join(elements)),
            ExprKind::Tuple(elements) => format!("({})", join(elements)),
            ExprKind::Map(entries) => {
                let entry = |(key, value): &(Expr, Expr)| {
                    format!("{}: {}", self.with_other(key).text(), self.with_other(value).text())
                };
                format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
            }
            ExprKind::TypeHint(hint, of) => format!("({hint}){}", self.with_other(of).text()),
            ExprKind::Column(name) => name.text.clone(),
            _ => match self.call() {
                Some(call) => call.text(),
                None => "?".to_owned(),
            },
        }
    }

    fn is_marker(&self) -> bool {
        matches!(self.expr.kind, ExprKind::Marker(_))
    }
}

impl<'r> Raw<'r> {
    /// Another expression of the same statement.
    fn with_other<'o>(&self, expr: &'o Expr) -> Raw<'o>
    where
        'r: 'o,
    {
        Raw { expr, cx: self.cx, markers: self.markers }
    }
}

impl Call<'_> {
    fn find(&self, receiver: Option<&Receiver>, cx: &Context<'_>) -> Result<Option<Function>> {
        let arguments: Vec<&dyn Testable> = self.arguments.iter().map(|argument| argument as _).collect();
        function::find_named(self.keyspace, &self.name, &arguments, receiver, cx)
    }

    fn prepare(&self, receiver: &Receiver, cx: &Context<'_>) -> Result<Term> {
        let Some(function) = self.find(Some(receiver), cx)? else {
            let name = self.keyspace.map_or(self.name.clone(), |keyspace| format!("{keyspace}.{}", self.name));
            return Err(QueryError::invalid(format!("Unknown function {name} called")));
        };
        if function.is_aggregate() {
            return Err(QueryError::invalid("Aggregation function are not supported in the where clause"));
        }
        if !function.test_assignment(receiver).is_assignable() {
            let what = match operator_of(&self.name).filter(|_| self.keyspace == Some("system")) {
                Some(operator) => format!("operation {}", operator.symbol()),
                None => format!("function {}", function.full_name()),
            };
            return Err(QueryError::invalid(format!(
                "Type error: cannot assign result of {what} (type {}) to {} (type {})",
                function.returns().cql_name(),
                receiver.name,
                receiver.ty.cql_name()
            )));
        }
        if function.arguments().len() != self.arguments.len() {
            return Err(QueryError::invalid(format!(
                "Incorrect number of arguments specified for function {function} (expected {}, found {})",
                function.arguments().len(),
                self.arguments.len()
            )));
        }
        let mut terms = Vec::new();
        for (at, argument) in self.arguments.iter().enumerate() {
            if let Some(expected) = function.argument(at) {
                terms.push(argument.prepare(&expected)?);
            }
        }
        Ok(Term::Call(Box::new(function), terms))
    }

    fn test_assignment(&self, receiver: &Receiver, cx: &Context<'_>) -> Assignment {
        match self.find(Some(receiver), cx) {
            Err(_) | Ok(None) => Assignment::Weak,
            Ok(Some(function)) if function::is_known(&function) => Assignment::Weak,
            Ok(Some(function)) => {
                let wanted = super::compatible::udf_type(receiver.ty.clone());
                if super::compatible::same(&wanted, function.returns()) {
                    Assignment::Exact
                } else if super::compatible::is_value_compatible(&wanted, function.returns()) {
                    Assignment::Weak
                } else {
                    Assignment::Not
                }
            }
        }
    }

    fn exact_type(&self, cx: &Context<'_>) -> Option<MarshalType> {
        // Of no table: `token` has no type by itself.
        let cx = Context { table: None, ..*cx };
        Some(self.find(None, &cx).ok()??.returns().clone())
    }

    fn text(&self) -> String {
        let quoted = |name: &str| cqlite_runtime::marshal::maybe_quote(name).into_owned();
        let name = match self.keyspace {
            None | Some("system") if self.name == "token" => self.name.clone(),
            Some(keyspace) => format!("{}.{}", quoted(keyspace), quoted(&self.name)),
            None => quoted(&self.name),
        };
        let arguments: Vec<String> = self.arguments.iter().map(Testable::text).collect();
        format!("{name}({})", arguments.join(", "))
    }
}

/// The names before the colons, if they all are names: the fields of a user-defined type.
fn field_names(entries: &[(Expr, Expr)]) -> Option<Vec<&str>> {
    entries
        .iter()
        .map(|(key, _)| match &key.kind {
            ExprKind::Column(name) => Some(name.text.as_str()),
            _ => None,
        })
        .collect()
}

fn is_tuple(ty: &MarshalType) -> bool {
    matches!(ty, MarshalType::Tuple(_) | MarshalType::User(_))
}

fn no_array(ty: &MarshalType) -> QueryError {
    QueryError::invalid(format!("Unexpected receiver type '{}'; only list and vector are expected", ty.cql_name()))
}

fn no_literal(what: &str, receiver: &Receiver) -> QueryError {
    QueryError::invalid(format!("Invalid {what} literal for {} of type {}", receiver.name, receiver.ty.cql_name()))
}

fn no_markers(term: &Term, what: &str, receiver: &Receiver) -> Result<()> {
    match term.has_marker() {
        false => Ok(()),
        true => Err(QueryError::invalid(format!(
            "Invalid {what} literal for {}: bind variables are not supported inside collection literals",
            receiver.name
        ))),
    }
}
