// Written by `expand` from the specification sstable_data.ksy. Do not edit.
use super::super::{common, statistics, version};
#[allow(unused_imports)]
use ::cqlite_runtime::{self as rt, error::Located as _, sink::Sink as _, table::Reflect as _};
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
    pub fn new(v: version::SstableVersion, h: &'p statistics::SerializationHeader) -> Self {
        SstableDataParams { v, h, lifetime: std::marker::PhantomData }
    }
    /// The parameters for the walk by a table.
    pub fn dynamic(&self) -> Vec<rt::table::Dyn<'_>> {
        vec![self.v.dynamic(), self.h.dynamic()]
    }
}
/// Receives what a [`SstableData`] holds, in the order of its bytes.
pub trait SstableDataVisitor<'a> {
    /// What may go wrong: the bytes, or the visitor's own work.
    type Error: From<rt::ReadError>;
    /// The head of a [`Partition`].
    #[inline(always)]
    fn partition(&mut self, head: &PartitionRef<'a>) -> Result<rt::Flow, Self::Error> {
        let _ = head;
        Ok(rt::Flow::Continue)
    }
    /// A [`Partition`] ends; not sent if it was skipped.
    #[inline(always)]
    fn end_partition(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }
    /// The head of a [`Unfiltered`].
    #[inline(always)]
    fn unfiltered(&mut self, head: &UnfilteredRef<'a>) -> Result<rt::Flow, Self::Error> {
        let _ = head;
        Ok(rt::Flow::Continue)
    }
    /// A [`Unfiltered`] ends; not sent if it was skipped.
    #[inline(always)]
    fn end_unfiltered(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }
    /// The head of a [`Row`].
    #[inline(always)]
    fn row(&mut self, head: &RowRef<'a>) -> Result<rt::Flow, Self::Error> {
        let _ = head;
        Ok(rt::Flow::Continue)
    }
    /// A [`Row`] ends; not sent if it was skipped.
    #[inline(always)]
    fn end_row(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }
    /// The head of a [`RowBody`].
    #[inline(always)]
    fn row_body(&mut self, head: &RowBodyRef<'a>) -> Result<rt::Flow, Self::Error> {
        let _ = head;
        Ok(rt::Flow::Continue)
    }
    /// A [`RowBody`] ends; not sent if it was skipped.
    #[inline(always)]
    fn end_row_body(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }
    /// The head of a [`ColumnData`].
    #[inline(always)]
    fn column(&mut self, head: &ColumnDataRef<'a>) -> Result<rt::Flow, Self::Error> {
        let _ = head;
        Ok(rt::Flow::Continue)
    }
    /// A [`ColumnData`] ends; not sent if it was skipped.
    #[inline(always)]
    fn end_column(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }
    /// The head of a [`Cell`].
    #[inline(always)]
    fn cell(&mut self, head: &CellRef<'a>) -> Result<(), Self::Error> {
        let _ = head;
        Ok(())
    }
    /// The head of a [`Marker`].
    #[inline(always)]
    fn marker(&mut self, head: &MarkerRef<'a>) -> Result<rt::Flow, Self::Error> {
        let _ = head;
        Ok(rt::Flow::Continue)
    }
    /// A [`Marker`] ends; not sent if it was skipped.
    #[inline(always)]
    fn end_marker(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }
    /// The head of a [`MarkerBody`].
    #[inline(always)]
    fn marker_body(&mut self, head: &MarkerBodyRef<'a>) -> Result<(), Self::Error> {
        let _ = head;
        Ok(())
    }
}
