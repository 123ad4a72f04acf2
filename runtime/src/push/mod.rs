//! What generated encoders stand on that are pushed values to: a buffer, lists, and errors.
//!
//! A field that is derived from what is pushed after it leaves its place in one of two ways. A number of fixed width is a gap in the
//! buffer, filled later. What has no fixed width is a hole ([`Stack::hole`]) as wide as the last one was; when what stands behind it is
//! complete the field is written, and brought there ([`Stack::filling`]). Only if it has another width are bytes moved. Bytes go to the
//! output when no gap or hole is open.

mod error;
mod listed;
mod presence;
mod stack;

pub use error::{PushError, PushErrorKind, PushResult};
pub use listed::{unchanged, Deferred, List, Listed};
pub use presence::Presence;
pub use stack::{opened, Filling, Hole, Stack};
