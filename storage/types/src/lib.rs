//! CQL values: from the bytes that an SSTable stores to text, JSON and order, as Cassandra 5.0.8 has them.
//!
//! | module | Cassandra's method | used for |
//! |---|---|---|
//! | [`json`] | `AbstractType.toJSONString` | cells and clustering values of `sstabledump` |
//! | [`text`] | `AbstractType.getString` | partition keys, cell paths |
//! | [`literal`] | `AbstractType.toCQLString` | clustering values of `sstabledump -d` |
//! | [`from_text`] | `AbstractType.fromString` | a key given by the user |
//! | [`spelling`] | | a value or key given by the user in any of these |
//! | [`compare`] | `AbstractType.compare` | order of clusterings, elements and keys |
//! | [`validate`] | `AbstractType.validate` | bytes that no value has |
//! | [`counter`] | `CounterContext` | value of a counter |
//! | [`calendar`] | `java.time.LocalDate`, `java.util.GregorianCalendar` | days of dates |
//! | [`hex`], [`uuid`], [`words`] | | digits, fast |
//! | [`packed`], [`parts`] | `CollectionSerializer.pack`, `TupleType.buildValue`, `split` | values made of others |
//! | [`value`] | `AbstractType.compose`, `AbstractType.decompose` | values in Rust's own types |
//!
//! Where Cassandra throws, these functions return a [`ValueError`]: a tuple with fewer fields than its type has no JSON
//! text, and neither has an empty boolean. Every statement is checked against recordings of the real classes
//! (`tests/recorded/`).
//!
//! ```
//! use cqlite_runtime::marshal::parse;
//! let ty = parse("MapType(Int32Type,UTF8Type)")?;
//! let bytes = [0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0, 7, 0, 0, 0, 1, b'"'];
//! let mut out = Vec::new();
//! cqlite_types::json::write(&ty, &bytes, &mut out)?;
//! assert_eq!(out, br#"{"7": "\""}"#);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod bytes;
mod compare;
mod composite;
pub mod counter;
mod dse;
mod error;
mod from_text;
pub mod hex;
pub mod json;
pub mod literal;
mod nested;
mod number;
mod packed;
mod scalar;
pub mod spelling;
pub mod text;
mod time;
pub mod uuid;
mod validate;
pub mod value;
pub mod words;

pub use compare::{compare, try_compare};
pub use composite::{composite_key, key_components, skip_static_mark};
pub use dse::DseType;
pub use error::ValueError;
pub use from_text::from_text;
pub use nested::{field_index, field_path};
pub use packed::{packed, parts};
pub use scalar::{time_uuid_low, time_uuid_of, time_uuid_rank, time_uuid_ticks, time_uuid_time};
pub use time::calendar;
pub use validate::validate;

type Result<T> = std::result::Result<T, ValueError>;
