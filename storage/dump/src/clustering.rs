use cqlite_format::common::{ClusteringValueRef, ClusteringValuesSpan, SstableCommonVisitor};
use cqlite_rows::clustering::{value_of, OwnedPrefix, PrefixValues};

use crate::error::DumpError;
use crate::rows::Result;
use crate::table::Table;

/// The values of a row's clustering or of a bound's, wherever they are.
pub(crate) trait Clustering {
    /// How many there are; a bound may have fewer than there are columns.
    fn count(&self) -> usize;
    /// Shows each with its number; `None` is null.
    fn for_each(&self, table: &Table<'_>, each: impl FnMut(usize, Option<&[u8]>) -> Result) -> Result;
}

/// As they are stored.
impl Clustering for ClusteringValuesSpan<'_> {
    fn count(&self) -> usize {
        usize::try_from(self.count).unwrap_or(usize::MAX)
    }

    #[inline]
    fn for_each(&self, table: &Table<'_>, each: impl FnMut(usize, Option<&[u8]>) -> Result) -> Result {
        struct Values<F>(F);
        impl<'a, F: FnMut(usize, Option<&[u8]>) -> Result> SstableCommonVisitor<'a> for Values<F> {
            type Error = DumpError;

            #[inline(always)]
            fn clustering_value(&mut self, head: &ClusteringValueRef<'a>) -> Result {
                (self.0)(head.idx as usize, value_of(head))
            }
        }
        self.visit(table.clustering_types, &mut Values(each))
    }
}

/// As a row has them that has been read.
impl Clustering for OwnedPrefix {
    fn count(&self) -> usize {
        self.len()
    }

    fn for_each(&self, _: &Table<'_>, mut each: impl FnMut(usize, Option<&[u8]>) -> Result) -> Result {
        (0..self.len()).try_for_each(|i| each(i, self.value(i)))
    }
}
