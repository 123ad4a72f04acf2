//! Values of statements and functions, compared with Cassandra's answers in `recorded/`, which `oracle/*.java` made.

mod calls;
mod recording;
mod terms;
