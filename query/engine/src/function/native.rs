//! The functions that need no definition, by their names.

use cqlite_cql::ast::ArithmeticOperator;
use cqlite_runtime::marshal::{MarshalType, NativeType};

use super::aggregate::AggregateKind;
use super::arithmetic::result_type;
use super::cast::casts;
use super::math::MathFunction;
use super::number::NUMBERS;
use super::{Body, Function};
use crate::term::compatible::udf_type;

/// The name of the function that an operator calls.
pub(crate) fn operator_name(operator: ArithmeticOperator) -> &'static str {
    match operator {
        ArithmeticOperator::Add => "_add",
        // As Cassandra spells it.
        ArithmeticOperator::Subtract => "_substract",
        ArithmeticOperator::Multiply => "_multiply",
        ArithmeticOperator::Divide => "_divide",
        ArithmeticOperator::Modulo => "_modulo",
    }
}

/// The name of the function that a minus sign calls.
pub(crate) const NEGATION: &str = "_negate";

/// The operator whose function has a name.
pub(crate) fn operator_of(name: &str) -> Option<ArithmeticOperator> {
    use ArithmeticOperator as O;
    [O::Add, O::Subtract, O::Multiply, O::Divide, O::Modulo]
        .into_iter()
        .find(|operator| operator_name(*operator) == name)
}

fn function(name: &str, arguments: &[NativeType], returns: NativeType, body: Body) -> Function {
    let arguments = arguments.iter().map(|ty| MarshalType::Native(*ty)).collect();
    Function { keyspace: None, name: name.to_owned(), arguments, returns: returns.into(), body }
}

/// The function that gives the time as a `timestamp`.
pub(crate) fn current_timestamp() -> Function {
    function("current_timestamp", &[], NativeType::Timestamp, Body::Now)
}

/// The native functions of a name, without those that are made for their arguments ([`super::factory`]).
pub(super) fn named(name: &str) -> Vec<Function> {
    use NativeType as N;
    let one = |arguments: &[N], returns, body| vec![function(name, arguments, returns, body)];
    let each = |from: &[N], returns, body: Body| {
        from.iter().map(|from| function(name, &[*from], returns, body.clone())).collect()
    };
    match name {
        "now" | "current_timeuuid" | "currenttimeuuid" => one(&[], N::TimeUuid, Body::Now),
        "current_timestamp" | "currenttimestamp" => one(&[], N::Timestamp, Body::Now),
        "current_date" | "currentdate" => one(&[], N::SimpleDate, Body::Now),
        "current_time" | "currenttime" => one(&[], N::Time, Body::Now),
        "uuid" => one(&[], N::Uuid, Body::Uuid),
        "min_timeuuid" | "mintimeuuid" => one(&[N::Timestamp], N::TimeUuid, Body::MinTimeUuid),
        "max_timeuuid" | "maxtimeuuid" => one(&[N::Timestamp], N::TimeUuid, Body::MaxTimeUuid),
        "to_date" | "todate" => each(&[N::TimeUuid, N::Timestamp], N::SimpleDate, Body::Time),
        "to_timestamp" | "totimestamp" => each(&[N::TimeUuid, N::SimpleDate], N::Timestamp, Body::Time),
        "to_unix_timestamp" | "tounixtimestamp" => {
            each(&[N::TimeUuid, N::Timestamp, N::SimpleDate], N::Long, Body::Time)
        }
        "floor" => {
            let types = [(N::Timestamp, N::Timestamp), (N::TimeUuid, N::Timestamp), (N::SimpleDate, N::SimpleDate)];
            let mut all = Vec::new();
            for (from, to) in types {
                all.push(function(name, &[from, N::Duration], to, Body::Floor));
                all.push(function(name, &[from, N::Duration, to], to, Body::Floor));
            }
            all.push(function(name, &[N::Time, N::Duration], N::Time, Body::FloorTime));
            all
        }
        "sum" | "avg" => {
            let kind = if name == "sum" { AggregateKind::Sum } else { AggregateKind::Avg };
            NUMBERS.iter().map(|ty| function(name, &[*ty], *ty, Body::Aggregate(kind))).collect()
        }
        "count" => one(&[N::Bytes], N::Long, Body::Aggregate(AggregateKind::Count)),
        "count_rows" | "countRows" => one(&[], N::Long, Body::Aggregate(AggregateKind::CountRows)),
        "length" => one(&[N::Utf8], N::Int32, Body::Length),
        "octet_length" => {
            let types = named_types().map(|(_, ty)| udf(ty)).filter(|ty| *ty != N::Empty);
            let mut all: Vec<N> = Vec::new();
            for ty in types {
                if !all.contains(&ty) {
                    all.push(ty);
                }
            }
            each(&all, N::Int32, Body::OctetLength)
        }
        NEGATION => NUMBERS.iter().map(|ty| function(name, &[*ty], *ty, Body::Negation)).collect(),
        _ => {
            if let Some(operator) = operator_of(name) {
                return operations(name, operator);
            }
            if let Some(math) = MathFunction::ALL.into_iter().find(|math| math.name() == name) {
                return NUMBERS.iter().map(|ty| function(name, &[*ty], *ty, Body::Math(math))).collect();
            }
            conversions(name)
        }
    }
}

fn operations(name: &str, operator: ArithmeticOperator) -> Vec<Function> {
    use NativeType as N;
    let pairs = NUMBERS.into_iter().flat_map(|left| NUMBERS.into_iter().map(move |right| (left, right)));
    let body = || Body::Arithmetic(operator);
    let mut all: Vec<Function> =
        pairs.map(|(left, right)| function(name, &[left, right], result_type(left, right), body())).collect();
    if matches!(operator, ArithmeticOperator::Add | ArithmeticOperator::Subtract) {
        all.extend([N::Timestamp, N::SimpleDate].map(|ty| function(name, &[ty, N::Duration], ty, body())));
    }
    if operator == ArithmeticOperator::Add {
        let texts = [(N::Utf8, N::Utf8), (N::Ascii, N::Ascii), (N::Ascii, N::Utf8), (N::Utf8, N::Ascii)];
        all.extend(texts.map(|(left, right)| {
            let returns = if (left, right) == (N::Ascii, N::Ascii) { N::Ascii } else { N::Utf8 };
            function(name, &[left, right], returns, body())
        }));
    }
    all
}

/// Casts, and blobs of values and back.
fn conversions(name: &str) -> Vec<Function> {
    let cast_to = name.strip_prefix("cast_as_").map(str::to_owned).or_else(|| {
        let mut letters = name.strip_prefix("castAs")?.chars();
        letters
            .next()
            .filter(char::is_ascii_uppercase)
            .map(|first| first.to_ascii_lowercase().to_string() + letters.as_str())
    });
    if let Some(to) = cast_to.as_deref().and_then(named_type) {
        let from = casts().filter(|(_, result)| *result == to).map(|(from, _)| from);
        return from.map(|from| function(name, &[from], to, Body::Cast)).collect();
    }
    let to_blob = name.strip_suffix("_as_blob").or_else(|| name.strip_suffix("asblob"));
    if let Some(from) = to_blob.and_then(named_type).filter(|from| *from != NativeType::Bytes) {
        return vec![function(name, &[udf(from)], NativeType::Bytes, Body::ToBlob)];
    }
    let from_blob = name.strip_prefix("blob_as_").or_else(|| name.strip_prefix("blobas"));
    if let Some(to) = from_blob.and_then(named_type).filter(|to| *to != NativeType::Bytes) {
        return vec![function(name, &[NativeType::Bytes], udf(to), Body::FromBlob)];
    }
    Vec::new()
}

fn udf(ty: NativeType) -> NativeType {
    super::number::native(&udf_type(ty.into())).unwrap_or(ty)
}

/// The types that need no definition, by their names.
fn named_types() -> impl Iterator<Item = (&'static str, NativeType)> {
    let hidden =
        |ty: &NativeType| matches!(ty, NativeType::Date | NativeType::LegacyTimeUuid | NativeType::LexicalUuid);
    let all = NativeType::all().filter(move |ty| !hidden(ty)).filter_map(|ty| Some((ty.cql_name()?, ty)));
    all.chain([("varchar", NativeType::Utf8)])
}

/// The type of a name.
pub(crate) fn named_type(name: &str) -> Option<NativeType> {
    named_types().find(|(known, _)| *known == name).map(|(_, ty)| ty)
}
