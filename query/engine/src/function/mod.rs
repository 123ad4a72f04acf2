//! Native functions, aggregates, arithmetic, casts: what Cassandra calls `Function`, and which of them a call means.
//!
//! [`find`] says which function a call means by its arguments and what its result is for; [`Function::call`] computes. Nothing is said of
//! versions: the functions of 6.0 (`length`, `octet_length`, `format_bytes`, `format_time`) are known beside those of 5.0.

mod aggregate;
mod arithmetic;
mod call;
pub(crate) mod cast;
mod decimal;
pub(crate) mod error;
mod factory;
mod format;
mod from_json;
mod json_value;
mod mask;
mod math;
pub(crate) mod native;
mod number;
mod parameter;
mod precise;
mod resolve;
mod time;
pub(crate) mod vector;

use std::fmt;

use cqlite_cql::ast::ArithmeticOperator;
use cqlite_runtime::marshal::{maybe_quote, MarshalType};
use cqlite_schema::partitioner::Partitioner;

use crate::term::{compatible, Assignment, Receiver};

use aggregate::AggregateKind;
pub use aggregate::State;
use math::MathFunction;
pub(crate) use resolve::find_named;
pub use resolve::{find, is_known, resolve};
use vector::Similarity;

/// A function whose arguments' types are settled.
#[derive(Debug, Clone)]
pub struct Function {
    /// The keyspace of a user-defined one; native ones are of `system`.
    keyspace: Option<String>,
    name: String,
    arguments: Vec<MarshalType>,
    returns: MarshalType,
    body: Body,
}

/// What functions do. Types are those of the function's arguments and result.
#[derive(Debug, Clone)]
enum Body {
    Now,
    Uuid,
    MinTimeUuid,
    MaxTimeUuid,
    /// One time as another.
    Time,
    Floor,
    FloorTime,
    ToJson,
    FromJson,
    Arithmetic(ArithmeticOperator),
    Negation,
    Cast,
    ToBlob,
    FromBlob,
    Math(MathFunction),
    MapKeys,
    MapValues,
    CollectionCount,
    /// An aggregate over the elements.
    Collection(AggregateKind),
    MaskDefault,
    MaskNull,
    MaskHash,
    MaskInner,
    MaskOuter,
    MaskReplace,
    Similarity(Similarity),
    Token(Partitioner),
    Length,
    OctetLength,
    FormatBytes,
    FormatTime,
    Aggregate(AggregateKind),
    /// User-defined: an aggregate or not.
    User {
        is_aggregate: bool,
    },
}

impl Function {
    /// Its name with its keyspace (`system.now`).
    pub fn full_name(&self) -> String {
        format!("{}.{}", self.keyspace.as_deref().unwrap_or("system"), self.name)
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The types of its arguments.
    pub fn arguments(&self) -> &[MarshalType] {
        &self.arguments
    }

    /// The type of its result.
    pub fn returns(&self) -> &MarshalType {
        &self.returns
    }

    /// Whether it needs no definition.
    pub fn is_native(&self) -> bool {
        self.keyspace.is_none()
    }

    /// Whether it is computed of many rows.
    pub fn is_aggregate(&self) -> bool {
        matches!(self.body, Body::Aggregate(_) | Body::User { is_aggregate: true })
    }

    /// Whether the same arguments always give the same result.
    pub fn is_pure(&self) -> bool {
        match self.body {
            // As Cassandra has it, though no two results of `uuid` are the same.
            Body::Uuid => true,
            Body::Now | Body::User { .. } => false,
            _ => true,
        }
    }

    /// Whether larger arguments never give smaller results, so that rows can be grouped by it (`isMonotonic`). `is_constant` says which
    /// arguments are the same for all rows.
    pub fn is_monotonic(&self, is_constant: &[bool]) -> bool {
        match self.body {
            Body::Time => true,
            Body::Floor | Body::FloorTime => {
                is_constant.first() == Some(&false) && is_constant[1..].iter().all(|constant| *constant)
            }
            _ => false,
        }
    }

    /// It with its types, of which some are those of arguments that are the same for all rows (`PartiallyAppliedScalarFunction.toString`).
    pub(crate) fn signature(&self, is_constant: &[bool]) -> String {
        let mut text = match self.body {
            Body::Token(_) => self.name.clone(),
            _ => {
                let keyspace = maybe_quote(self.keyspace.as_deref().unwrap_or("system"));
                format!("{keyspace}.{}", maybe_quote(&self.name))
            }
        };
        text.push_str(" : (");
        for (at, ty) in self.arguments.iter().enumerate() {
            let name = ty.cql_name();
            // Of tuples it is not said that they are frozen.
            let bare = match ty.unreversed() {
                MarshalType::Tuple(_) => name.strip_prefix("frozen<").and_then(|name| name.strip_suffix('>')),
                _ => None,
            };
            text.push_str(if at == 0 { "" } else { ", " });
            text.push_str(bare.unwrap_or(&name));
            text.push_str(if is_constant.get(at) == Some(&true) { "(constant)" } else { "" });
        }
        text + &format!(") -> {}", self.returns.cql_name())
    }

    /// What an argument is for (`FunctionResolver.makeArgSpec`).
    pub fn argument(&self, at: usize) -> Option<Receiver> {
        let ty = self.arguments.get(at)?;
        Some(Receiver::new(format!("arg{at}({})", self.full_name().to_lowercase()), ty))
    }

    /// The name of a column of its results, of the names of its arguments (`Function.columnName`).
    pub fn column_name(&self, arguments: &[String]) -> String {
        let at = |index: usize| arguments.get(index).map_or("", String::as_str);
        match &self.body {
            Body::Aggregate(AggregateKind::CountRows) => "count".to_owned(),
            Body::Arithmetic(operator) => format!("{} {} {}", at(0), operator.symbol(), at(1)),
            Body::Negation => format!("-{}", at(0)),
            Body::Cast => format!("cast({} as {})", at(0), self.returns.cql_name()),
            _ => format!("{}({})", self.full_name(), arguments.join(", ")),
        }
    }

    /// How well its result fits what it is for (`AbstractFunction.testAssignment`).
    pub fn test_assignment(&self, receiver: &Receiver) -> Assignment {
        let frozen;
        let returns = if compatible::is_freezable(&receiver.ty) && !receiver.ty.is_multi_cell() {
            frozen = compatible::freeze(&self.returns);
            &frozen
        } else {
            &self.returns
        };
        if compatible::same(&receiver.ty, returns) {
            Assignment::Exact
        } else if compatible::is_value_compatible(&receiver.ty, returns) {
            Assignment::Weak
        } else {
            Assignment::Not
        }
    }
}

impl fmt::Display for Function {
    /// `system.to_date : (timestamp) -> date`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.signature(&[]))
    }
}
