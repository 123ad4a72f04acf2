//! Functions that are made for their arguments (`FunctionFactory`).

use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_schema::partitioner::Partitioner;

use super::aggregate::AggregateKind;
use super::error::thrown;
use super::parameter::{Parameter, AMOUNT, ASCII, INT, STRING, TEXT};
use super::vector::Similarity;
use super::{Body, Function};
use crate::schema::TableMetadata;
use crate::term::compatible::udf_type;
use crate::term::Testable;
use crate::{QueryError, Result};

/// A name, what its arguments may be, how many of them must be, and what it does.
struct Factory {
    parameters: Vec<Parameter>,
    mandatory: usize,
    body: Body,
}

fn factory(name: &str) -> Option<Factory> {
    let any = Parameter::Any { from_receiver: false };
    let received = Parameter::Any { from_receiver: true };
    let all = |parameters: Vec<Parameter>, body| Factory { mandatory: parameters.len(), parameters, body };
    let some = |mandatory, parameters, body| Factory { mandatory, parameters, body };
    let vectors = || vec![Parameter::Vector { other: 1 }, Parameter::Vector { other: 0 }];
    Some(match name {
        "to_json" | "tojson" => all(vec![any], Body::ToJson),
        "from_json" | "fromjson" => all(vec![TEXT], Body::FromJson),
        "min" => all(vec![received], Body::Aggregate(AggregateKind::Min)),
        "max" => all(vec![received], Body::Aggregate(AggregateKind::Max)),
        "map_keys" => all(vec![Parameter::Map], Body::MapKeys),
        "map_values" => all(vec![Parameter::Map], Body::MapValues),
        "collection_count" => all(vec![Parameter::Collection], Body::CollectionCount),
        "collection_min" => all(vec![Parameter::SetOrList], Body::Collection(AggregateKind::Min)),
        "collection_max" => all(vec![Parameter::SetOrList], Body::Collection(AggregateKind::Max)),
        "collection_sum" => all(vec![Parameter::NumericSetOrList], Body::Collection(AggregateKind::Sum)),
        "collection_avg" => all(vec![Parameter::NumericSetOrList], Body::Collection(AggregateKind::Avg)),
        "mask_default" => all(vec![any], Body::MaskDefault),
        "mask_null" => all(vec![any], Body::MaskNull),
        "mask_hash" => some(1, vec![any, TEXT], Body::MaskHash),
        "mask_inner" => some(3, vec![STRING, INT, INT, TEXT], Body::MaskInner),
        "mask_outer" => some(3, vec![STRING, INT, INT, TEXT], Body::MaskOuter),
        "mask_replace" => all(vec![received, Parameter::SameAs(0)], Body::MaskReplace),
        "format_bytes" => some(1, vec![AMOUNT, ASCII, ASCII], Body::FormatBytes),
        "format_time" => some(1, vec![AMOUNT, ASCII, ASCII], Body::FormatTime),
        _ => {
            let similarity = Similarity::ALL.into_iter().find(|similarity| similarity.name() == name)?;
            all(vectors(), Body::Similarity(similarity))
        }
    })
}

/// Whether functions of a name are made for their arguments (`NativeFunctions.hasFactory`).
pub(super) fn is_factory(name: &str) -> bool {
    name == "token" || factory(name).is_some()
}

/// The function of a name for these arguments; none if none of that name is made.
pub(super) fn make(
    name: &str,
    arguments: &[&dyn Testable],
    receiver: Option<&MarshalType>,
    table: Option<&TableMetadata>,
) -> Result<Option<Function>> {
    if name == "token" {
        return token(table).map(Some);
    }
    let Some(factory) = factory(name) else { return Ok(None) };
    let shown = || {
        let shown = |(at, parameter): (usize, &Parameter)| match at < factory.mandatory {
            true => parameter.to_string(),
            false => format!("[{parameter}]"),
        };
        format!("system.{name}({})", factory.parameters.iter().enumerate().map(shown).collect::<Vec<_>>().join(", "))
    };
    if arguments.len() < factory.mandatory || arguments.len() > factory.parameters.len() {
        return Err(QueryError::invalid(format!("Invalid number of arguments for function {}", shown())));
    }
    let pairs = || factory.parameters.iter().zip(arguments);
    let mut types: Vec<Option<MarshalType>> =
        pairs().map(|(parameter, argument)| parameter.infer(*argument, receiver, None)).collect();
    for (at, (parameter, argument)) in pairs().enumerate() {
        let Some(ty) = parameter.infer(*argument, receiver, Some(&types)) else {
            return Err(QueryError::invalid(format!(
                "Cannot infer type of argument {} in call to function {}: use type casts to disambiguate",
                argument.text(),
                shown()
            )));
        };
        parameter.validate(&format!("system.{name}"), *argument, &ty)?;
        types[at] = Some(if argument.is_reversed() { ty } else { udf_type(ty) });
    }
    build(name, types.into_iter().flatten().collect(), receiver, factory.body).map(Some)
}

fn class_cast(from: &MarshalType, to: &str) -> QueryError {
    let message = format_args!("class {from} cannot be cast to class org.apache.cassandra.db.marshal.{to}").to_string();
    thrown("java.lang.ClassCastException", message)
}

/// Types of the arguments and of the result, which they settle.
fn build(name: &str, given: Vec<MarshalType>, receiver: Option<&MarshalType>, body: Body) -> Result<Function> {
    let native = MarshalType::Native;
    let mut arguments = given.clone();
    let Some(first) = given.into_iter().next() else {
        return Err(QueryError::invalid(format!("{name} has no arguments")));
    };
    let frozen_of = |element: &MarshalType| Box::new(element.clone());
    let returns = match &body {
        Body::ToJson | Body::FormatBytes | Body::FormatTime => native(NativeType::Utf8),
        Body::FromJson => {
            arguments = vec![native(NativeType::Utf8)];
            let selected = || format!("{name}() cannot be used in the selection clause of a SELECT statement");
            receiver.cloned().ok_or_else(|| QueryError::invalid(selected()))?
        }
        Body::MapKeys | Body::MapValues => match &first {
            MarshalType::Map { key, .. } if matches!(body, Body::MapKeys) => {
                MarshalType::Set { element: frozen_of(key), multi_cell: false }
            }
            MarshalType::Map { value, .. } => MarshalType::List { element: frozen_of(value), multi_cell: false },
            other => return Err(class_cast(other, "MapType")),
        },
        Body::CollectionCount => native(NativeType::Int32),
        Body::Collection(_) => match &first {
            MarshalType::Set { element, .. } | MarshalType::List { element, .. } => (**element).clone(),
            other => return Err(class_cast(other, "CollectionType")),
        },
        Body::MaskHash => {
            // The algorithm is a text whatever was inferred.
            if let Some(algorithm) = arguments.get_mut(1) {
                *algorithm = native(NativeType::Utf8);
            }
            native(NativeType::Bytes)
        }
        Body::MaskInner | Body::MaskOuter => {
            let rest = [NativeType::Int32, NativeType::Int32, NativeType::Utf8].map(native);
            let count = arguments.len();
            arguments.truncate(1);
            arguments.extend(rest.into_iter().take(count - 1));
            first.clone()
        }
        Body::Similarity(_) => {
            let mut dimensions = Vec::new();
            for ty in &arguments {
                match ty {
                    MarshalType::Vector { dimension, .. } => dimensions.push(*dimension),
                    other => return Err(class_cast(other, "VectorType")),
                }
            }
            if dimensions.contains(&0) {
                return Err(QueryError::invalid("vectors may only have positive dimensions; given 0"));
            }
            if dimensions.iter().any(|dimension| *dimension != dimensions[0]) {
                return Err(QueryError::invalid("All arguments must have the same vector dimensions"));
            }
            native(NativeType::Float)
        }
        Body::MaskReplace => match arguments.get(1) {
            Some(second) => second.clone(),
            None => first.clone(),
        },
        _ => first.clone(),
    };
    let returns = returns.unreversed().clone();
    Ok(Function { keyspace: None, name: name.to_owned(), arguments, returns, body })
}

/// The token of a table's partition keys.
fn token(table: Option<&TableMetadata>) -> Result<Function> {
    let Some(table) = table else {
        return Err(QueryError::invalid("No receiver keyspace has been specified for function system.token"));
    };
    let arguments: Vec<MarshalType> = table.partition_key().map(|column| column.ty.clone()).collect();
    let returns = match &table.partitioner {
        Partitioner::Murmur3 | Partitioner::ReversedLong => NativeType::Long.into(),
        Partitioner::Random => NativeType::Integer.into(),
        Partitioner::ByteOrdered => NativeType::Bytes.into(),
        Partitioner::OrderPreserving => NativeType::Utf8.into(),
        Partitioner::Local(_) => match &arguments[..] {
            [one] => one.clone(),
            _ => NativeType::Bytes.into(),
        },
    };
    let body = Body::Token(table.partitioner.clone());
    Ok(Function { keyspace: None, name: "token".to_owned(), arguments, returns, body })
}
