use std::ops::{Bound as End, RangeBounds};

use cqlite_runtime::marshal::MarshalType;
use cqlite_sstable::reader::{Bound, Slice};
use cqlite_types::spelling::{self, Spelling};

use crate::{Error, ErrorKind, Sstable};

impl Sstable {
    /// The bytes of a partition key from its text, with colons between its parts; each is spelled as `sstabledump` prints it, in its JSON
    /// too, or as a literal of CQL ([`spelling`](crate::value::spelling)).
    ///
    /// # Errors
    /// The text is no key of the table, or may be several.
    pub fn key_from_text(&self, text: &str) -> Result<Vec<u8>, Error> {
        self.key_spelled(text, Spelling::Any)
    }

    /// The same with a say in which spellings count.
    ///
    /// # Errors
    /// The text is no key of the table, or may be several.
    pub fn key_spelled(&self, text: &str, spelling: Spelling) -> Result<Vec<u8>, Error> {
        let keys = &self.schema().keys;
        let ty = keys.key_type.as_ref().unwrap_or(&self.header().key_type.marshal);
        spelling::key(ty, text, spelling).map_err(|e| wrong(format!("partition key {text:?}: {e}")))
    }

    /// The rows that have some clustering: `values` are texts of the first clustering columns, each spelled as `sstabledump` prints it, in
    /// its JSON too, or as a literal of CQL ([`spelling`](crate::value::spelling)), and `range` is of texts of the column after those. Of a
    /// descending column the range is turned around: it is always of values.
    ///
    /// ```
    /// # let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/nb/wide/nb-1-big-Data.db");
    /// let sstable = cqlite::Sstable::open(path)?;
    /// let (all, some) = (sstable.slice_from_text(&[], ..)?, sstable.slice_from_text(&[], "3"..="7")?);
    /// assert!(all.start.is_none() && some.start.is_some_and(|start| start.is_inclusive));
    /// # Ok::<(), cqlite::Error>(())
    /// ```
    ///
    /// # Errors
    /// A text is no value of its column, or may be several, or there are more texts than clustering columns.
    pub fn slice_from_text<'t>(&self, values: &[&str], range: impl RangeBounds<&'t str>) -> Result<Slice, Error> {
        self.slice_spelled(values, range, Spelling::Any)
    }

    /// The same with a say in which spellings count.
    ///
    /// # Errors
    /// As [`Self::slice_from_text`].
    pub fn slice_spelled<'t>(
        &self,
        values: &[&str],
        range: impl RangeBounds<&'t str>,
        spelling: Spelling,
    ) -> Result<Slice, Error> {
        let types = &self.schema().clustering;
        let value = |i: usize, text: &str| match types.get(i) {
            Some(ty) => text_value(i, ty, text, spelling).map(Some),
            None => Err(wrong(format!("{} values for {} clustering columns", i + 1, types.len()))),
        };
        let prefix: Vec<_> = values.iter().enumerate().map(|(i, text)| value(i, text)).collect::<Result<_, _>>()?;
        let end = |text: End<&&str>| -> Result<Option<Bound>, Error> {
            let (text, is_inclusive) = match text {
                End::Unbounded if prefix.is_empty() => return Ok(None),
                End::Unbounded => (None, true),
                End::Included(text) => (Some(text), true),
                End::Excluded(text) => (Some(text), false),
            };
            let last = text.map(|text| value(prefix.len(), text)).transpose()?;
            Ok(Some(Bound { values: prefix.iter().cloned().chain(last).collect(), is_inclusive }))
        };
        let (start, end) = (end(range.start_bound())?, end(range.end_bound())?);
        Ok(match types.get(prefix.len()) {
            Some(MarshalType::Reversed(_)) => Slice { start: end, end: start },
            _ => Slice { start, end },
        })
    }
}

fn text_value(i: usize, ty: &MarshalType, text: &str, spelling: Spelling) -> Result<Vec<u8>, Error> {
    spelling::value(ty, text, spelling).map_err(|e| wrong(format!("clustering column {}: {text:?}: {e}", i + 1)))
}

fn wrong(message: String) -> Error {
    Error::new(ErrorKind::InvalidInput, message)
}
