//! Values in Rust's own types.

mod cql_value;
mod error;
mod for_tuples;
mod from_cql;
mod parts;
mod scalar;
mod to_cql;
mod tuple;
mod value_writer;

pub use cql_value::CqlValue;
pub use error::{FromCqlError, ToCqlError};
pub use from_cql::FromCql;
pub use parts::Stored;
pub use scalar::{Date, Decimal, Duration, Time, Timestamp, Uuid};
pub use to_cql::{Named, Raw, ToCql, Unset};
pub use tuple::Fields;
pub use value_writer::{Given, ValueWriter};
