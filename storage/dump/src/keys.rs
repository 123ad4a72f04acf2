//! The list of partition keys. Reference: `JsonTransformer.keysToJson`.

use cqlite_format::data::{PartitionRef, SstableDataVisitor};
use cqlite_runtime::Flow;

use crate::error::DumpError;
use crate::key::Keys;
use crate::layout::{Layout, Pretty};
use crate::rows::{value_error, Result};
use crate::sink::Sink;
use crate::table::Table;

/// Writes keys and passes over what they have.
pub(crate) struct KeyList<S> {
    keys: Keys,
    text: Vec<u8>,
    /// Length of the text up to the last key that is whole.
    whole: usize,
    sink: S,
}

impl<S: Sink> KeyList<S> {
    pub(crate) fn new(table: &Table<'_>, sink: S) -> Self {
        KeyList { keys: Keys::new(table.key_type), text: Vec::new(), whole: 0, sink }
    }

    pub(crate) fn parts(&mut self) -> (&mut S, &mut Vec<u8>) {
        (&mut self.sink, &mut self.text)
    }

    /// Something has failed: leaves the keys before.
    pub(crate) fn break_off(&mut self) {
        self.text.truncate(self.whole);
    }
}

impl<'a, S: Sink> SstableDataVisitor<'a> for KeyList<S> {
    type Error = DumpError;

    fn partition(&mut self, head: &PartitionRef<'a>) -> Result<Flow> {
        // The array of a key follows the comma without a line break: the switch still stands.
        self.text.extend_from_slice(b", [");
        let written = self.keys.write_parts::<Pretty>(head.key.data, &mut self.text);
        written.map_err(|e| value_error(head.begin, "partition key".into(), e))?;
        self.text.extend_from_slice(Pretty::END_PARTS.as_bytes());
        self.sink.done(head.rest.offset(), &mut self.text)?;
        self.whole = self.text.len();
        Ok(Flow::Skip)
    }
}
