// Written by `expand` from the specification sized_int.ksy. Do not edit.
#[allow(unused_imports)]
use ::cqlite_runtime::{self as rt, error::Located as _, sink::Sink as _, table::Reflect as _};
/// What reading [`SizedInt`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct SizedIntParams<'p> {
    /// Length in bytes, 0 to 8.
    pub len: i64,
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> SizedIntParams<'p> {
    pub fn new(len: i64) -> Self {
        SizedIntParams { len, lifetime: std::marker::PhantomData }
    }
    /// The parameters for the walk by a table.
    pub fn dynamic(&self) -> Vec<rt::table::Dyn<'_>> {
        vec![self.len.dynamic()]
    }
}
