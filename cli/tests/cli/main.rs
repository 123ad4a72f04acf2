//! The real executable, on real SSTables.

mod compact;
mod destination;
mod dry;
mod dump;
mod exits;
mod get;
mod help;
mod hostile;
mod inspect;
mod interrupt;
mod killed;
mod ls;
mod metadata;
mod output;
mod partitions;
mod query;
mod rebuild;
mod rewrite;
mod salvage;
mod schema;
mod util;
mod verify;
