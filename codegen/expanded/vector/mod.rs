// Written by `expand` from the specification vector.ksy. Do not edit.
#[allow(unused_imports)]
use ::cqlite_runtime::{self as rt, error::Located as _, sink::Sink as _, table::Reflect as _};
/// What reading [`Vector`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct VectorParams<'p> {
    /// Number of elements, from the name of the type.
    pub dimension: i64,
    /// Length of every element in bytes; -1 if they differ.
    pub fixed_len: i64,
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> VectorParams<'p> {
    pub fn new(dimension: i64, fixed_len: i64) -> Self {
        VectorParams { dimension, fixed_len, lifetime: std::marker::PhantomData }
    }
    /// The parameters for the walk by a table.
    pub fn dynamic(&self) -> Vec<rt::table::Dyn<'_>> {
        vec![self.dimension.dynamic(), self.fixed_len.dynamic()]
    }
}
