//! SSTables damaged on purpose: whatever is wrong with them, the command `cqlite` says so and nothing worse happens.
//!
//! A mutant is an SSTable of the corpus with one [`Damage`]. What is asked of it depends on whether the damage is where a checksum
//! [covers](Damage::is_covered) it:
//!
//! | | anywhere | covered by a checksum |
//! |---|---|---|
//! | `verify` | ends in time, within the memory given, with an exit code of its own; reports what `dump` refuses | reports it |
//! | `dump` | the same | fails, or prints what it prints of the SSTable undamaged |
//! | `metadata`, `inspect` | the same | |

mod campaign;
mod damage;
mod outcome;
mod random;

pub use campaign::{Campaign, Summary};
pub use damage::Damage;
pub use outcome::{Limits, Outcome};
pub use random::Random;
