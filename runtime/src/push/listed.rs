//! The elements of a list: those that are pushed with what has them, and what is kept of those that are pushed one by one.

use crate::error::{WriteError, WriteErrorKind};
use crate::sink::{agree, WriteResult};
use crate::site::Site;

/// Elements that are pushed with what has them.
#[derive(Debug)]
pub enum List<'a, P, M> {
    /// Their parts.
    Parts(&'a [P]),
    /// Models, which lend their parts.
    Models(&'a [M]),
}

impl<P, M> Clone for List<'_, P, M> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P, M> Copy for List<'_, P, M> {}

impl<P, M> Default for List<'_, P, M> {
    fn default() -> Self {
        List::Parts(&[])
    }
}

impl<P, M> List<'_, P, M> {
    /// Number of elements.
    #[inline]
    pub fn len(&self) -> usize {
        match self {
            List::Parts(all) => all.len(),
            List::Models(all) => all.len(),
        }
    }

    /// Whether there is no element.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<'a, P: Copy + From<&'a M>, M> List<'a, P, M> {
    /// The parts of each element.
    #[inline]
    pub fn iter(&self) -> impl Iterator<Item = P> + 'a
    where
        P: 'a,
    {
        let (parts, models): (&'a [P], &'a [M]) = match *self {
            List::Parts(all) => (all, &[]),
            List::Models(all) => (&[], all),
        };
        parts.iter().copied().chain(models.iter().map(P::from))
    }
}

/// How far a list is.
#[derive(Debug, Default, Clone, Copy)]
pub struct Listed {
    /// Elements that are there.
    pub count: i64,
    /// Index of the next element at the earliest.
    pub next: i64,
    /// The element was pushed that ends the list.
    pub ended: bool,
}

impl Listed {
    /// The place of the next element, which is to be within `limit` and after the one before.
    ///
    /// # Errors
    /// `Unexpected` if it is not.
    #[inline(always)]
    pub fn at(&self, index: Option<i64>, limit: Option<i64>, site: &'static Site) -> WriteResult<i64> {
        let at = index.unwrap_or(self.next);
        if at < self.next || limit.is_some_and(|limit| at >= limit) {
            return Err(WriteError::new(WriteErrorKind::Unexpected, site));
        }
        Ok(at)
    }

    /// That the element which ends the list was not pushed yet.
    ///
    /// # Errors
    /// `Unexpected` if it was.
    #[inline(always)]
    pub fn goes_on(&self, site: &'static Site) -> WriteResult<()> {
        agree(self.ended, false, site)
    }

    /// An element that is there.
    #[inline(always)]
    pub fn add(&mut self, index: i64) {
        self.count += 1;
        self.next = index + 1;
    }
}

/// Whether elements have a field as its condition asks for, for each case of flags that are known only when all elements are.
#[derive(Debug, Default, Clone, Copy)]
pub struct Deferred {
    /// Cases in which an element lacks the field, a bit each.
    lacking: u8,
    /// Cases in which an element has the field though it may not.
    excess: u8,
}

impl Deferred {
    /// Takes an element into account; `needs` is what its condition says in each case.
    #[inline(always)]
    pub fn note<const N: usize>(&mut self, has: bool, needs: [bool; N]) {
        if !has && needs == [false; N] {
            return;
        }
        for (case, needs) in needs.into_iter().enumerate() {
            self.lacking |= u8::from(needs && !has) << case;
            self.excess |= u8::from(has && !needs) << case;
        }
    }

    /// What is found for the case that has come true.
    ///
    /// # Errors
    /// `Missing` or `Unexpected`.
    #[inline(always)]
    pub fn check(&self, case: u32, site: &'static Site) -> WriteResult<()> {
        agree(self.excess >> case & 1 != 0, false, site)?;
        agree(false, self.lacking >> case & 1 != 0, site)
    }
}

/// That a value which was needed before all that it depends on was known has come out as it was taken to be.
///
/// # Errors
/// If not.
#[inline(always)]
pub fn unchanged(is_same: bool, site: &'static Site) -> WriteResult<()> {
    if is_same {
        return Ok(());
    }
    let what = "flags that follow from what is pushed contradict what was pushed before it";
    Err(WriteError::new(WriteErrorKind::Expression { what }, site))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_parts_whatever_lends_them() {
        #[derive(Debug, Clone, Copy, PartialEq)]
        struct Parts(usize);
        impl From<&String> for Parts {
            fn from(model: &String) -> Self {
                Parts(model.len())
            }
        }
        let (parts, models) = ([Parts(1), Parts(2)], ["a".to_owned(), "bc".to_owned()]);
        for list in [List::<Parts, String>::Parts(&parts), List::Models(&models)] {
            assert_eq!((list.len(), list.is_empty()), (2, false));
            assert_eq!(list.iter().collect::<Vec<_>>(), parts);
        }
        assert!(List::<Parts, String>::default().is_empty());
    }
}
