//! Arrays whose elements all have one width: kept as bytes, so that elements can be asked for before they are walked over.

use std::rc::Rc;

use super::dynamic::Dyn;
use super::eval::Context;
use super::frame::Scope;
use super::leaf;
use super::spec::{Field, Kind, Table};
use crate::error::{ReadError, ReadErrorKind, Result};
use crate::reader::Reader;
use crate::site::Site;

/// The bytes of an array.
#[derive(Debug)]
pub struct Ahead {
    field: &'static Field,
    site: &'static Site,
    bytes: Vec<u8>,
    /// Bits of the first byte that belong to fields before.
    bit: u32,
    /// Width of an element.
    bits: u64,
    pub(super) count: u64,
    /// Offset in the component.
    offset: u64,
}

impl Ahead {
    /// The array of `count` elements that a reader is at; the reader stays there.
    pub(super) fn take(
        field: &'static Field,
        count: i64,
        (context, r): (&Context<'_, '_>, &Reader<'_>),
        site: &'static Site,
    ) -> Result<Self> {
        let bits = width(&field.kind, context)?;
        let limit = r.remaining() as u64;
        let count =
            u64::try_from(count).map_err(|_| r.error(ReadErrorKind::OutOfRange { found: count, limit }, site))?;
        let needed = (u128::from(count) * u128::from(bits)).div_ceil(8);
        if needed > u128::from(limit) {
            let needed = u64::try_from(needed).unwrap_or(u64::MAX);
            return Err(r.error(ReadErrorKind::UnexpectedEnd { needed, available: limit }, site));
        }
        let taken = (u128::from(r.bit()) + u128::from(count) * u128::from(bits)).div_ceil(8);
        let bytes = r.clone().take(taken as u64, site)?.to_vec();
        Ok(Ahead { field, site, bytes, bit: r.bit(), bits, count, offset: r.offset() })
    }

    /// Element `index`.
    pub(super) fn get<'p>(&self, index: i64, context: &Context<'_, 'p>) -> Result<Dyn<'p>> {
        let mut r = Reader::with_base(&self.bytes, self.offset);
        match u64::try_from(index) {
            Ok(i) if i < self.count => r.advance_bits(u64::from(self.bit) + i * self.bits),
            _ => {
                let kind = ReadErrorKind::OutOfRange { found: index, limit: self.count };
                return Err(ReadError::new(kind, self.offset, self.site));
            }
        }
        element(&self.field.kind, &mut r, context, self.site)
    }
}

/// Parameters of a type whose width does not depend on those that differ from element to element: these are not known here.
fn params<'p>(args: &'static [super::expr::Expr], context: &Context<'_, 'p>) -> Vec<Dyn<'p>> {
    args.iter().map(|a| context.without_index().arg(a).unwrap_or(Dyn::Absent)).collect()
}

fn element<'p>(
    kind: &'static Kind,
    r: &mut Reader<'_>,
    context: &Context<'_, 'p>,
    site: &'static Site,
) -> Result<Dyn<'p>> {
    let Kind::Type(table, args) = kind else { return leaf::number(kind, r, site) };
    let mut scope = Scope::new(table, params(args, context), &context.scope.root);
    for (i, field) in table.fields.iter().enumerate() {
        let inner = Context { scope: &scope, frames: &[], ..*context };
        if is_there(field, &inner)? {
            if field.is_aligned {
                r.align();
            }
            let value = element(&field.kind, r, &inner, table.site(i + 1)).map_err(|e| match field.kind {
                Kind::Type(..) => e.within(table.site(i + 1), None),
                _ => e,
            })?;
            scope.keep(i, value);
        }
    }
    Ok(Dyn::Record(Rc::new(scope)))
}

fn is_there(field: &Field, context: &Context<'_, '_>) -> Result<bool> {
    field.when.map_or(Ok(true), |when| context.truth(when))
}

/// Bits of an element.
fn width(kind: &'static Kind, context: &Context<'_, '_>) -> Result<u64> {
    Ok(match kind {
        Kind::Int(int) => int.bytes() * 8,
        Kind::Enum(of, ..) => width(of, context)?,
        Kind::Bool => 8,
        Kind::Bits(n) => u64::from(*n),
        Kind::Float(bytes, _) => u64::from(*bytes) * 8,
        Kind::Type(table, args) => sum(table, params(args, context), context)?,
        _ => 0,
    })
}

fn sum<'p>(table: &'static Table, params: Vec<Dyn<'p>>, context: &Context<'_, 'p>) -> Result<u64> {
    let scope = Scope::new(table, params, &context.scope.root);
    let inner = Context { scope: &scope, frames: &[], ..*context };
    let mut bits = 0u64;
    for field in table.fields {
        if is_there(field, &inner)? {
            if field.is_aligned {
                bits = bits.next_multiple_of(8);
            }
            bits += width(&field.kind, &inner)?;
        }
    }
    Ok(bits)
}
