//! What generated encoders stand on that are pushed values to: scratch buffers, lists, and errors.
//!
//! A field that is derived from what is pushed after it leaves its place in one of two ways. A number of fixed width is a gap in the
//! buffer, filled later. What has no fixed width stands before a buffer of its own ([`Stack::push`]), to which the values go; when
//! they are complete ([`Stack::pop`]) the field is written, and the buffer after it. Bytes go to the output when no gap or buffer is open.

mod error;
mod listed;
mod presence;
mod stack;

pub use error::{PushError, PushErrorKind, PushResult};
pub use listed::{agree, unchanged, Deferred, Listed};
pub use presence::Presence;
pub use stack::{opened, Stack};
