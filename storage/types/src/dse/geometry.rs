//! Geometries: stored as well-known binary, written as well-known text (OGC Simple Features).

use super::DseType;
use crate::{Result, ValueError};

/// Bytes of a value, in the order that its first byte tells.
struct Wkb<'a> {
    rest: &'a [u8],
    is_little: bool,
    ty: &'static str,
}

impl Wkb<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N]> {
        let (head, rest) = self.rest.split_first_chunk::<N>().ok_or(ValueError::Truncated { ty: self.ty })?;
        self.rest = rest;
        let mut head = *head;
        if self.is_little {
            head.reverse();
        }
        Ok(head)
    }

    fn u32(&mut self) -> Result<u32> {
        self.take().map(u32::from_be_bytes)
    }

    fn f64(&mut self) -> Result<f64> {
        self.take().map(f64::from_be_bytes)
    }

    /// `1.5 2`
    fn point(&mut self, out: &mut Vec<u8>) -> Result<()> {
        number(self.f64()?, out);
        out.push(b' ');
        number(self.f64()?, out);
        Ok(())
    }

    /// As many things as a count says, in parentheses.
    fn list(&mut self, out: &mut Vec<u8>, one: fn(&mut Self, &mut Vec<u8>) -> Result<()>) -> Result<()> {
        for i in 0..self.u32()? {
            out.extend_from_slice(if i == 0 { b"(" } else { b", " });
            one(self, out)?;
        }
        out.push(b')');
        Ok(())
    }

    fn points(&mut self, out: &mut Vec<u8>) -> Result<()> {
        self.list(out, Self::point)
    }
}

pub(super) fn write(shape: DseType, bytes: &[u8], out: &mut Vec<u8>) -> Result<()> {
    let ty = shape.name();
    let bad = ValueError::Encoding { ty };
    let (order, rest) = bytes.split_first().ok_or(ValueError::Truncated { ty })?;
    if *order > 1 {
        return Err(bad);
    }
    let mut wkb = Wkb { rest, is_little: *order == 1, ty };
    let (code, word): (u32, &[u8]) = match shape {
        DseType::Point => (1, b"POINT "),
        DseType::LineString => (2, b"LINESTRING "),
        DseType::Polygon => (3, b"POLYGON "),
        DseType::DateRange => return Err(bad),
    };
    if wkb.u32()? != code {
        return Err(bad);
    }
    out.extend_from_slice(word);
    let is_empty = shape != DseType::Point && wkb.rest.first_chunk() == Some(&[0; 4]);
    match shape {
        _ if is_empty => {
            let _ = wkb.u32()?;
            out.extend_from_slice(b"EMPTY");
        }
        DseType::Point => {
            out.push(b'(');
            wkb.point(out)?;
            out.push(b')');
        }
        DseType::LineString => wkb.points(out)?,
        _ => wkb.list(out, |wkb, out| match wkb.rest.first_chunk() {
            Some(&[0, 0, 0, 0]) => Err(ValueError::Encoding { ty: wkb.ty }),
            _ => wkb.points(out),
        })?,
    }
    match wkb.rest.len() {
        0 => Ok(()),
        extra => Err(ValueError::Trailing { ty, extra }),
    }
}

/// The shortest digits that are the number; with an exponent where there would be many zeros.
fn number(value: f64, out: &mut Vec<u8>) {
    let plain = value == 0.0 || (1e-5..1e17).contains(&value.abs());
    out.extend_from_slice(if plain { value.to_string() } else { format!("{value:e}") }.as_bytes());
}
