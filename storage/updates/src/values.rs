use std::net::IpAddr;

use cqlite_types::value::{CqlValue, Date, Raw, Time, Timestamp, ToCql, Uuid};

/// Values of the first columns of a primary key, in their order: one value, a tuple, or a slice.
pub trait Values {
    /// Hands each value over, up to the first that is refused.
    ///
    /// # Errors
    /// Those of `take`.
    fn each<E>(&self, take: impl FnMut(&dyn ToCql) -> Result<(), E>) -> Result<(), E>;
}

macro_rules! single {
    ($($t:ty),*) => {$(
        impl Values for $t {
            #[inline]
            fn each<E>(&self, mut take: impl FnMut(&dyn ToCql) -> Result<(), E>) -> Result<(), E> {
                take(self)
            }
        }
    )*};
}

single!(bool, i8, i16, i32, i64, i128, f32, f64, &str, String, Uuid, Timestamp, Date, Time, IpAddr, Raw<'_>, CqlValue);

macro_rules! tuples {
    ($(($($t:ident $i:tt),*))*) => {$(
        impl<$($t: ToCql),*> Values for ($($t,)*) {
            #[inline]
            #[allow(unused_variables, unused_mut, reason = "of no values none is taken")]
            fn each<Error>(&self, mut take: impl FnMut(&dyn ToCql) -> Result<(), Error>) -> Result<(), Error> {
                $(take(&self.$i)?;)*
                Ok(())
            }
        }
    )*};
}

tuples! { () }
cqlite_types::for_tuples!(tuples);

impl<V: ToCql> Values for [V] {
    fn each<E>(&self, mut take: impl FnMut(&dyn ToCql) -> Result<(), E>) -> Result<(), E> {
        self.iter().try_for_each(|value| take(value))
    }
}

impl<V: ToCql> Values for &[V] {
    fn each<E>(&self, take: impl FnMut(&dyn ToCql) -> Result<(), E>) -> Result<(), E> {
        (**self).each(take)
    }
}

impl<V: ToCql> Values for Vec<V> {
    fn each<E>(&self, take: impl FnMut(&dyn ToCql) -> Result<(), E>) -> Result<(), E> {
        self.as_slice().each(take)
    }
}
