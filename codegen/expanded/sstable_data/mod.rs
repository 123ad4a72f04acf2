// Written by `expand` from the specification sstable_data.ksy. Do not edit.

#[allow(unused_imports)]
use ::cqlite_runtime::{
    self as __rt, error::Located as _, sink::Sink as _, table::Reflect as _,
};
use super::super::common;
use super::super::statistics;
use super::super::version;
/// What reading [`SstableData`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct SstableDataParams<'p> {
    /// The version of the SSTable.
    pub v: version::SstableVersion,
    /// The serialization header from Statistics.db.
    pub h: &'p statistics::SerializationHeader,
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> SstableDataParams<'p> {
    /// All of it.
    pub fn new(
        v: version::SstableVersion,
        h: &'p statistics::SerializationHeader,
    ) -> Self {
        SstableDataParams {
            v,
            h,
            lifetime: std::marker::PhantomData,
        }
    }
    /// The parameters for the walk by a table.
    pub fn dynamic(&self) -> Vec<__rt::table::Dyn<'_>> {
        vec![self.v.dynamic(), self.h.dynamic()]
    }
}
/// Receives what a [`SstableData`] holds, in the order of its bytes.
pub trait SstableDataVisitor<'a> {
    /// What may go wrong: the bytes, or the visitor's own work.
    type Error: From<__rt::ReadError>;
    /// The head of a [`Partition`].
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn partition(&mut self, head: &PartitionRef<'a>) -> Result<__rt::Flow, Self::Error> {
        let _ = head;
        Ok(__rt::Flow::Continue)
    }
    /// A [`Partition`] ends; not sent if it was skipped.
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn end_partition(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }
    /// The head of a [`Unfiltered`].
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn unfiltered(
        &mut self,
        head: &UnfilteredRef<'a>,
    ) -> Result<__rt::Flow, Self::Error> {
        let _ = head;
        Ok(__rt::Flow::Continue)
    }
    /// A [`Unfiltered`] ends; not sent if it was skipped.
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn end_unfiltered(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }
    /// The head of a [`Row`].
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn row(&mut self, head: &RowRef<'a>) -> Result<__rt::Flow, Self::Error> {
        let _ = head;
        Ok(__rt::Flow::Continue)
    }
    /// A [`Row`] ends; not sent if it was skipped.
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn end_row(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }
    /// The head of a [`RowBody`].
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn row_body(&mut self, head: &RowBodyRef<'a>) -> Result<__rt::Flow, Self::Error> {
        let _ = head;
        Ok(__rt::Flow::Continue)
    }
    /// A [`RowBody`] ends; not sent if it was skipped.
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn end_row_body(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }
    /// The head of a [`ColumnData`].
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn column(&mut self, head: &ColumnDataRef<'a>) -> Result<__rt::Flow, Self::Error> {
        let _ = head;
        Ok(__rt::Flow::Continue)
    }
    /// A [`ColumnData`] ends; not sent if it was skipped.
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn end_column(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }
    /// The head of a [`Cell`].
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn cell(&mut self, head: &CellRef<'a>) -> Result<(), Self::Error> {
        let _ = head;
        Ok(())
    }
    /// The head of a [`Marker`].
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn marker(&mut self, head: &MarkerRef<'a>) -> Result<__rt::Flow, Self::Error> {
        let _ = head;
        Ok(__rt::Flow::Continue)
    }
    /// A [`Marker`] ends; not sent if it was skipped.
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn end_marker(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }
    /// The head of a [`MarkerBody`].
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn marker_body(&mut self, head: &MarkerBodyRef<'a>) -> Result<(), Self::Error> {
        let _ = head;
        Ok(())
    }
}
