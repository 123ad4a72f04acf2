use cqlite_format::common::{
    self, CellValue, ClusteringBlock, ClusteringBound, ClusteringValue, ClusteringValues, PrefixKind,
};
use cqlite_format::version::SstableVersion;

use super::stored::{kind_of, EMPTY};
use super::PrefixValues;

/// A prefix with its own copy of the values, that can be filled again and again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnedPrefix {
    kind: PrefixKind,
    bytes: Vec<u8>,
    /// End of each value in `bytes`, and whether it is one, not null.
    values: Vec<(usize, bool)>,
}

impl Default for OwnedPrefix {
    fn default() -> Self {
        OwnedPrefix { kind: PrefixKind::Clustering, bytes: Vec::new(), values: Vec::new() }
    }
}

impl OwnedPrefix {
    /// Forgets the values; the memory is kept.
    pub fn clear(&mut self, kind: PrefixKind) {
        self.kind = kind;
        self.bytes.clear();
        self.values.clear();
    }

    /// Bytes of its values.
    #[must_use]
    pub fn num_bytes(&self) -> usize {
        self.bytes.len()
    }

    /// Becomes one of another kind, of the same values.
    pub fn set_kind(&mut self, kind: PrefixKind) {
        self.kind = kind;
    }

    /// Adds a value; `None` is null.
    #[inline]
    pub fn push(&mut self, value: Option<&[u8]>) {
        self.bytes.extend_from_slice(value.unwrap_or_default());
        self.values.push((self.bytes.len(), value.is_some()));
    }

    /// The bound of a model.
    #[must_use]
    pub fn of_bound(bound: &ClusteringBound) -> Self {
        let mut out = OwnedPrefix::default();
        out.clear(bound.kind);
        for value in bound.values.blocks.iter().flat_map(|b| &b.values) {
            match (&value.val, value.kind) {
                (Some(CellValue { data, .. }), _) => out.push(Some(data)),
                (None, EMPTY) => out.push(Some(&[])),
                (None, _) => out.push(None),
            }
        }
        out
    }

    /// The bound that includes a clustering, at the start or the end of a range (`ClusteringPrefix.asStartBound`, `asEndBound`). A
    /// bound stays what it is.
    #[must_use]
    pub fn as_bound(&self, is_start: bool) -> Self {
        let mut out = self.clone();
        if out.kind == PrefixKind::Clustering {
            out.kind = if is_start { PrefixKind::InclStartBound } else { PrefixKind::InclEndBound };
        }
        out
    }

    /// The bound as it is stored.
    #[must_use]
    pub fn to_bound(&self, version: SstableVersion) -> ClusteringBound {
        ClusteringBound { values: self.to_values(version), ..ClusteringBound::new(self.kind) }
    }

    /// The name of a row or a bound as indexes store it.
    #[must_use]
    pub fn to_prefix(&self, version: SstableVersion) -> common::ClusteringPrefix {
        common::ClusteringPrefix { values: self.to_values(version), ..common::ClusteringPrefix::new(self.kind) }
    }

    /// The values as they are stored (`ClusteringPrefix.Serializer.serializeValuesWithoutSize`).
    fn to_values(&self, version: SstableVersion) -> ClusteringValues {
        let stored = |i| {
            let (kind, bytes) = kind_of(self.value(i));
            let val = bytes.map(|data| CellValue { data: data.to_vec(), ..CellValue::default() });
            ClusteringValue { kind, val, ..ClusteringValue::default() }
        };
        let all: Vec<ClusteringValue> = (0..self.len()).map(stored).collect();
        let most = usize::try_from(ClusteringValues::most_values(version)).unwrap_or(usize::MAX).max(1);
        let blocks = all
            .chunks(most)
            .map(|values| ClusteringBlock { values: values.to_vec(), ..ClusteringBlock::default() })
            .collect();
        ClusteringValues { blocks, ..ClusteringValues::default() }
    }

    /// Becomes the same as another.
    pub fn copy_from(&mut self, other: &impl PrefixValues) {
        self.clear(other.kind());
        (0..other.len()).for_each(|i| self.push(other.value(i)));
    }
}

impl PrefixValues for OwnedPrefix {
    #[inline]
    fn kind(&self) -> PrefixKind {
        self.kind
    }

    #[inline]
    fn len(&self) -> usize {
        self.values.len()
    }

    #[inline]
    fn value(&self, i: usize) -> Option<&[u8]> {
        let (end, is_there) = *self.values.get(i)?;
        let start = i.checked_sub(1).and_then(|i| self.values.get(i)).map_or(0, |v| v.0);
        self.bytes.get(start..end).filter(|_| is_there)
    }
}
