//! Which function a call means.

use cqlite_cql::ast::FunctionName;

use super::native::{named, operator_of, NEGATION};
use super::{factory, Body, Function};
use crate::term::{compatible, Assignment, Context, Receiver, Testable};
use crate::{QueryError, Result};

/// The name of a function as a statement has it.
fn shown(name: &FunctionName) -> String {
    match &name.keyspace {
        Some(keyspace) => format!("{}.{}", keyspace.text, name.name.text),
        None => name.name.text.clone(),
    }
}

/// The function that a call means.
///
/// # Errors
/// No function has this name, or none or several of that name take the arguments.
///
/// Reference: `FunctionResolver.get`, `FunctionCall.Raw.prepare`.
pub fn resolve(
    name: &FunctionName,
    arguments: &[&dyn Testable],
    receiver: Option<&Receiver>,
    cx: &Context<'_>,
) -> Result<Function> {
    find(name, arguments, receiver, cx)?
        .ok_or_else(|| QueryError::invalid(format!("Unknown function {} called", shown(name))))
}

/// The same; nothing if no function has this name.
///
/// # Errors
/// None or several functions of this name take the arguments.
pub fn find(
    name: &FunctionName,
    arguments: &[&dyn Testable],
    receiver: Option<&Receiver>,
    cx: &Context<'_>,
) -> Result<Option<Function>> {
    let keyspace = name.keyspace.as_ref().map(|keyspace| keyspace.text.as_str());
    find_named(keyspace, &name.name.text, arguments, receiver, cx)
}

/// Whether calls of a function of this name may be anything for its arguments (`NativeFunctions.hasFactory`).
#[must_use]
pub fn is_known(function: &Function) -> bool {
    function.is_native() && factory::is_factory(function.name())
}

pub(crate) fn find_named(
    keyspace: Option<&str>,
    name: &str,
    arguments: &[&dyn Testable],
    receiver: Option<&Receiver>,
    cx: &Context<'_>,
) -> Result<Option<Function>> {
    let mut candidates = Vec::new();
    if let Some(keyspace) = keyspace.or(cx.keyspace) {
        candidates = user_functions(keyspace, name, cx);
    }
    if keyspace.is_none_or(|keyspace| keyspace == "system") {
        candidates.extend(named(name));
        candidates.extend(factory::make(name, arguments, receiver.map(|receiver| &receiver.ty), cx.table)?);
    }
    let called = || match keyspace {
        Some(keyspace) => format!("{keyspace}.{name}"),
        None => name.to_owned(),
    };
    match candidates.len() {
        0 => Ok(None),
        1 => {
            let function = candidates.remove(0);
            validate(&function, arguments)?;
            Ok(Some(function))
        }
        _ => best(keyspace, name, &called(), candidates, arguments, receiver).map(Some),
    }
}

fn user_functions(keyspace: &str, name: &str, cx: &Context<'_>) -> Vec<Function> {
    let Some(metadata) = cx.catalog.keyspaces.get(keyspace) else { return Vec::new() };
    let known = metadata.functions.iter().filter(|function| function.name == name);
    known
        .map(|function| Function {
            keyspace: Some(keyspace.to_owned()),
            name: name.to_owned(),
            arguments: function.arguments.clone(),
            returns: function.returns.clone(),
            body: Body::User { is_aggregate: function.is_aggregate },
        })
        .collect()
}

/// Refuses arguments that the only function of its name does not take.
fn validate(function: &Function, arguments: &[&dyn Testable]) -> Result<()> {
    if arguments.len() != function.arguments.len() {
        return Err(QueryError::invalid(format!(
            "Invalid number of arguments in call to function {}: {} required but {} provided",
            function.full_name(),
            function.arguments.len(),
            arguments.len()
        )));
    }
    for (at, argument) in arguments.iter().enumerate() {
        let Some(expected) = function.argument(at) else { continue };
        if !argument.test_assignment(&expected)?.is_assignable() {
            return Err(QueryError::invalid(format!(
                "Type error: {} cannot be passed as argument {at} of function {} of type {}",
                argument.text(),
                function.full_name(),
                expected.ty.cql_name()
            )));
        }
    }
    Ok(())
}

fn matches(function: &Function, arguments: &[&dyn Testable]) -> Result<Assignment> {
    if arguments.len() != function.arguments.len() {
        return Ok(Assignment::Not);
    }
    Assignment::all(arguments.iter().enumerate().filter_map(|(at, argument)| {
        let expected = function.argument(at)?;
        Some(argument.test_assignment(&expected))
    }))
}

/// The best of several functions of a name.
fn best(
    keyspace: Option<&str>,
    name: &str,
    called: &str,
    candidates: Vec<Function>,
    arguments: &[&dyn Testable],
    receiver: Option<&Receiver>,
) -> Result<Function> {
    let operator = operator_of(name).filter(|_| keyspace == Some("system"));
    let text = |at: usize| arguments.get(at).map(|argument| argument.text()).unwrap_or_default();
    let all = |functions: &[Function]| functions.iter().map(Function::to_string).collect::<Vec<_>>().join(", ");
    let wanted = receiver.map(|receiver| compatible::udf_type(receiver.ty.clone()));
    let mut fitting = Vec::new();
    for function in &candidates {
        if wanted.as_ref().is_some_and(|wanted| !compatible::test_assignment(&function.returns, wanted).is_assignable())
        {
            continue;
        }
        match matches(function, arguments)? {
            Assignment::Exact => return Ok(function.clone()),
            Assignment::Weak => fitting.push(function.clone()),
            Assignment::Not => {}
        }
    }
    if fitting.is_empty() {
        return Err(QueryError::invalid(match operator {
            Some(operator) => {
                format!("the '{}' operation is not supported between {} and {}", operator.symbol(), text(0), text(1))
            }
            None => format!(
                "Invalid call to function {called}, none of its type signatures match (known type signatures: {})",
                all(&candidates)
            ),
        }));
    }
    if fitting.len() == 1 {
        return Ok(fitting.remove(0));
    }
    if let Some(operator) = operator {
        // Of constants the type of the result decides.
        if let Some(receiver) =
            receiver.filter(|one| !one.is_reversed && !arguments.iter().any(|argument| argument.is_marker()))
        {
            let is_wanted =
                |function: &&Function| function.arguments.iter().all(|ty| compatible::same(&receiver.ty, ty));
            if let Some(function) = fitting.iter().find(is_wanted) {
                return Ok(function.clone());
            }
        }
        return Err(QueryError::invalid(format!(
            "Ambiguous '{}' operation with args {} and {}: use type hint to disambiguate, example '(int) ?'",
            operator.symbol(),
            text(0),
            text(1)
        )));
    }
    if name == NEGATION && keyspace == Some("system") {
        return Err(QueryError::invalid("Ambiguous negation: use type casts to disambiguate"));
    }
    Err(QueryError::invalid(format!(
        "Ambiguous call to function {called} (can be matched by following signatures: {}): use type casts to disambiguate",
        all(&fitting)
    )))
}
