//! The named algorithms of the specification, for walking.

use super::dynamic::Dyn;
use crate::error::{ReadErrorKind, Result};
use crate::native::{
    column_present, ColumnSubsetCodec, CqlTypeCodec, PositionCodec, SizedIntCodec, SvintCodec, UvintCodec,
};
use crate::reader::Reader;
use crate::site::Site;

/// An algorithm that a type is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as in the specification")]
pub enum Native {
    Uvint,
    Svint,
    SizedInt,
    Position,
    CqlType,
    ColumnSubset,
}

/// A function that computes a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as in the specification")]
pub enum Function {
    ColumnPresent,
}

impl Native {
    /// Reads one.
    pub(super) fn read<'p>(self, r: &mut Reader<'_>, args: &[Dyn<'p>], site: &'static Site) -> Result<Dyn<'p>> {
        let number = |r: &Reader<'_>| match args.first() {
            Some(Dyn::Signed(n)) => Ok(*n),
            _ => Err(r.error(ReadErrorKind::Overflow, site)),
        };
        Ok(match self {
            Native::Uvint => Dyn::Unsigned(UvintCodec::read(r, site)?),
            Native::Svint => Dyn::Signed(SvintCodec::read(r, site)?),
            Native::SizedInt => {
                let n = number(r)?;
                Dyn::Signed(SizedIntCodec::read(r, n, site)?)
            }
            Native::Position => {
                let n = number(r)?;
                Dyn::Signed(PositionCodec::read(r, n, site)?)
            }
            Native::CqlType => Dyn::Type(CqlTypeCodec::read(r, site)?.into()),
            Native::ColumnSubset => {
                let n = number(r)?;
                Dyn::Subset(ColumnSubsetCodec::read(r, n, site)?.into())
            }
        })
    }
}

impl Function {
    /// Its value, unless the arguments do not fit it.
    pub(super) fn call(self, args: &[Dyn<'_>]) -> Option<Dyn<'static>> {
        match (self, args) {
            (Function::ColumnPresent, [Dyn::Absent, Dyn::Signed(_)]) => Some(Dyn::Bool(column_present(None, 0))),
            (Function::ColumnPresent, [Dyn::Subset(subset), Dyn::Signed(idx)]) => {
                Some(Dyn::Bool(column_present(Some(subset), *idx)))
            }
            _ => None,
        }
    }
}
