//! Values in Rust's own types.

mod error;
mod from_cql;
mod parts;
mod scalar;
mod tuple;

pub use error::FromCqlError;
pub use from_cql::FromCql;
pub use parts::Stored;
pub use scalar::{Date, Decimal, Duration, Time, Timestamp, Uuid};
pub use tuple::Fields;
