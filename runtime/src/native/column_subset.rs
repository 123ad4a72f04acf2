//! Columns.Serializer.serializeSubset: which of the header's columns a row has.

use crate::error::{ReadErrorKind, Result};
use crate::reader::Reader;
use crate::sink::{Sink, WriteResult};
use crate::site::Site;
use crate::walk::Value;

/// The columns that a row has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnSubset {
    /// Fewer than 64 columns: a bit for each missing one.
    Missing(u64),
    /// 64 columns or more.
    Large(Box<LargeSubset>),
}

/// What stands for a subset where none is known yet: all columns.
impl Default for &ColumnSubset {
    fn default() -> Self {
        &ColumnSubset::Missing(0)
    }
}

/// A subset of 64 columns or more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LargeSubset {
    /// The number of missing columns, then the indexes as they stand in the file.
    listed: Vec<u64>,
    missing: Vec<bool>,
}

impl ColumnSubset {
    /// Whether the row lacks column `idx`.
    #[inline(always)]
    pub fn is_missing(&self, idx: i64) -> bool {
        match self {
            ColumnSubset::Missing(bits) => bits >> (idx & 63) & 1 != 0,
            ColumnSubset::Large(l) => usize::try_from(idx).ok().and_then(|i| l.missing.get(i)).copied().unwrap_or(true),
        }
    }
}

/// Whether a row has column `idx`; without a subset it has them all.
#[inline(always)]
pub fn column_present(subset: Option<&ColumnSubset>, idx: i64) -> bool {
    subset.is_none_or(|s| !s.is_missing(idx))
}

/// The subset of a row that has the columns for which `present` gives true.
pub fn missing(present: impl Iterator<Item = bool>) -> ColumnSubset {
    let missing: Vec<bool> = present.map(|p| !p).collect();
    if missing.len() < 64 {
        let bits = missing.iter().enumerate().fold(0, |bits, (i, &m)| bits | u64::from(m) << i);
        return ColumnSubset::Missing(bits);
    }
    let num_missing = missing.iter().filter(|m| **m).count();
    let lists_missing = missing.len() - num_missing >= missing.len() / 2;
    let mut listed = vec![num_missing as u64];
    if num_missing > 0 {
        listed.extend((0u64..).zip(&missing).filter(|(_, &m)| m == lists_missing).map(|(i, _)| i));
    }
    ColumnSubset::Large(Box::new(LargeSubset { listed, missing }))
}

/// What a subset can be written from.
pub trait SubsetBytes {
    /// Writes it.
    fn put<S: Sink>(&self, w: &mut S);
}

impl SubsetBytes for ColumnSubset {
    fn put<S: Sink>(&self, w: &mut S) {
        match self {
            ColumnSubset::Missing(bits) => w.uvint(*bits),
            ColumnSubset::Large(l) => l.listed.iter().for_each(|i| w.uvint(*i)),
        }
    }
}

/// Column subsets.
pub struct ColumnSubsetCodec;

impl ColumnSubsetCodec {
    /// Reads the subset of `superset` columns.
    #[inline(always)]
    pub fn read(r: &mut Reader<'_>, superset: i64, site: &'static Site) -> Result<ColumnSubset> {
        let encoded = r.uvint(site)?;
        if superset < 64 {
            if encoded.checked_shr(superset as u32).unwrap_or(0) != 0 {
                return Err(r.error(
                    ReadErrorKind::Invalid { found: encoded.to_string(), expected: "a bitmap of the header's columns" },
                    site,
                ));
            }
            return Ok(ColumnSubset::Missing(encoded));
        }
        // By value: a reader whose address is never taken can live in registers.
        let (subset, behind) = Self::read_large(*r, encoded, superset, site)?;
        *r = behind;
        Ok(subset)
    }

    #[cold]
    #[inline(never)]
    fn read_large<'a>(
        mut r: Reader<'a>,
        encoded: u64,
        superset: i64,
        site: &'static Site,
    ) -> Result<(ColumnSubset, Reader<'a>)> {
        let superset = superset as u64;
        let Some(present) = superset.checked_sub(encoded) else {
            return Err(r.error(
                ReadErrorKind::OutOfRange { found: i64::try_from(encoded).unwrap_or(i64::MAX), limit: superset },
                site,
            ));
        };
        // Each index takes a byte at least: no memory is taken for columns that the file cannot have listed.
        let lists_present = present < superset / 2;
        let count = if encoded == 0 {
            0
        } else if lists_present {
            present
        } else {
            encoded
        };
        if count > r.remaining() as u64 {
            return Err(r.error(ReadErrorKind::UnexpectedEnd { needed: count, available: r.remaining() as u64 }, site));
        }
        let mut missing = vec![encoded != 0 && lists_present; superset as usize];
        let mut listed = vec![encoded];
        for _ in 0..count {
            let idx = r.uvint(site)?;
            let ascending = listed.len() == 1 || listed.last().is_some_and(|last| idx > *last);
            match missing.get_mut(idx as usize) {
                Some(m) if ascending => *m = !lists_present,
                _ => {
                    return Err(r.error(
                        ReadErrorKind::Invalid { found: idx.to_string(), expected: "ascending indexes of columns" },
                        site,
                    ))
                }
            }
            listed.push(idx);
        }
        Ok((ColumnSubset::Large(Box::new(LargeSubset { listed, missing })), r))
    }

    /// Skips the subset of `superset` columns.
    pub fn skip(r: &mut Reader<'_>, superset: i64, site: &'static Site) -> Result<()> {
        Self::read(r, superset, site).map(drop)
    }

    /// Writes a subset.
    #[inline]
    pub fn write<S: Sink>(w: &mut S, value: &impl SubsetBytes, _: i64, _: &'static Site) -> WriteResult<()> {
        value.put(w);
        Ok(())
    }

    /// The value in the field tree: the encoded number, then the listed indexes.
    pub fn value(value: &ColumnSubset) -> Value<'_> {
        Value::Numbers(match value {
            ColumnSubset::Missing(bits) => vec![*bits],
            ColumnSubset::Large(l) => l.listed.clone(),
        })
    }
}
