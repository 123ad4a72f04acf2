/// What can be done about an error, or about what a report says: an option of what was called, or something else to call.
///
/// Messages say what is wrong; what to do about it depends on who asks. The command names its flags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Remedy {
    /// Taking Statistics.db of a copy of the SSTable, such as a snapshot's:
    /// [`Rebuild::header_of`](crate::write::Rebuild::header_of), [`Salvage::header_of`](crate::write::Salvage::header_of).
    HeaderOf,
    /// Naming the partitioner: [`Rebuild::partitioner`](crate::write::Rebuild::partitioner),
    /// [`Salvage::partitioner`](crate::write::Salvage::partitioner).
    Partitioner,
    /// Keeping what decodes, though nothing proves it: [`Salvage::unproven`](crate::write::Salvage::unproven).
    Unproven,
    /// Writing another version: [`WriteOptions::to`](crate::write::WriteOptions::to).
    Version,
    /// Other blocks in row indexes: [`Rebuild::column_index_size`](crate::write::Rebuild::column_index_size).
    ColumnIndexSize,
    /// Taking out what is intact: [`Salvage`](crate::write::Salvage).
    Salvage,
    /// Making the component anew from the data: [`Rebuild`](crate::write::Rebuild).
    Rebuild,
}
