//! The widths that expressions ask for, `x._sizeof` and `sizeof<t>`: numbers, as they are to Kaitai.

use super::resolve::{Resolver, Within};
use super::{Expr, ExprKind, Field, FieldTy, Int, Place, Program, Size, Type, TypeId, TypeKind};
use crate::diag::Pos;
use crate::ksy::ast;
use crate::ksy::expr::{Expr as Written, ExprKind as WrittenKind};

/// Types within types that are looked at; one that contains itself is a mistake of its own.
const MOST_TYPES: usize = 32;

/// A width that an expression asks for.
#[derive(Debug, Clone)]
pub struct Width {
    /// Where: that of the number.
    pub pos: Pos,
    /// Of which field of which type.
    pub of: (TypeId, Place),
}

impl Resolver<'_> {
    /// `x._sizeof`
    pub(super) fn width_of(&self, of: &Written, pos: &Pos, at: Within) -> Expr {
        let found = self.field_of(of, at.id).filter(|(_, f, is_element)| f.once() != *is_element);
        let Some((id, f, _)) = found else {
            let help = "a field, or an element of one: x._sizeof, x[0]._sizeof";
            return self.error_help(pos, "_sizeof of what is no field", help);
        };
        match self.bits_of(id, f, MOST_TYPES) {
            Some(bits) if bits % 8 == 0 => {
                self.widths.borrow_mut().push(Width { pos: pos.clone(), of: (id, f.place) });
                self.literal((bits / 8).into(), pos)
            }
            _ => self.wrong(pos, format!("_sizeof of {}, whose values have not all one width", f.id)),
        }
    }

    /// `sizeof<t>`
    pub(super) fn size_of(&self, path: &[String], pos: &Pos, at: Within) -> Expr {
        let name = path.join("::");
        if let Some(int) = Int::parse(&name, false) {
            return self.literal(int.bytes.into(), pos);
        }
        let Some(id) = find_type(self.program, at.id, path) else {
            return self.wrong(pos, format!("sizeof<{name}>: unknown type"));
        };
        match self.bits_of_type(id, MOST_TYPES) {
            Ok(bits) if bits % 8 == 0 => self.literal((bits / 8).into(), pos),
            Ok(_) => self.wrong(pos, format!("sizeof<{name}>, which ends within a byte")),
            Err(field) => self.error_help(
                pos,
                format!("sizeof<{name}>: {field} is not always there, or not always as wide"),
                "Kaitai counts it all the same: so the number, for each version if they differ: v.has_… ? 28 : 24",
            ),
        }
    }

    /// The field that is named in a type, or in that of one of its fields; and whether an element of it is meant.
    fn field_of(&self, of: &Written, id: TypeId) -> Option<(TypeId, &Field, bool)> {
        let stored = |id: TypeId, name: &String| self.program.types[id].stored().find(|f| f.id == *name);
        match &of.kind {
            WrittenKind::Name(name) => Some((id, stored(id, name)?, false)),
            WrittenKind::Index(list, _) => self.field_of(list, id).map(|(id, f, _)| (id, f, true)),
            WrittenKind::Member(base, name) => match self.field_of(base, id)?.1.ty {
                FieldTy::User(c, _) => Some((c, stored(c, name)?, false)),
                _ => None,
            },
            _ => None,
        }
    }

    /// The bits that an element of a field has, if all have so many.
    fn bits_of(&self, id: TypeId, f: &Field, left: usize) -> Option<u64> {
        let attr = self.decls[id].seq.iter().find(|a| a.id == f.id);
        match (attr.map(|a| &a.size), &f.ty) {
            (Some(ast::Size::Bytes(Written { kind: WrittenKind::Int(n), .. })), _) => {
                u64::try_from(*n).ok()?.checked_mul(8)
            }
            (Some(ast::Size::Own), FieldTy::User(c, _)) => self.bits_of_type(*c, left.checked_sub(1)?).ok(),
            _ => bits(f),
        }
    }

    /// The bits that values of a type have, or the id of a field by which they differ.
    fn bits_of_type(&self, id: TypeId, left: usize) -> Result<u64, &str> {
        let t = &self.program.types[id];
        if t.kind != TypeKind::Plain || t.preserve_trailing {
            return Err(&t.id);
        }
        t.fields.iter().try_fold(0u64, |sum, f| {
            let bits = self.bits_of(id, f, left).filter(|_| f.cond.is_none() && f.once());
            bits.and_then(|bits| sum.checked_add(bits)).ok_or(&*f.id)
        })
    }
}

/// The bits of a number.
fn bits(f: &Field) -> Option<u64> {
    match f.ty {
        FieldTy::Int(i) => Some(u64::from(i.bytes) * 8),
        FieldTy::Float(bytes, _) => Some(u64::from(bytes) * 8),
        FieldTy::Bits(n) => Some(n.into()),
        _ => None,
    }
}

/// The bytes of a number that stands once and by itself.
pub(super) fn bytes_of_number(f: &Field) -> Option<i128> {
    let is_plain = f.once() && matches!(f.size, Size::Own) && !matches!(f.ty, FieldTy::Bits(_));
    bits(f).filter(|_| is_plain).map(|bits| i128::from(bits / 8))
}

/// The type of a name: one within those around it, or a file's.
fn find_type(p: &Program, scope: TypeId, path: &[String]) -> Option<TypeId> {
    let (first, rest) = path.split_first()?;
    let within = |parent: TypeId, name: &String| {
        let is_it = |t: &Type| t.parent == Some(parent) && t.id == *name;
        p.types.iter().position(is_it)
    };
    let around = std::iter::successors(Some(scope), |t| p.types[*t].parent).find_map(|t| within(t, first));
    let found = around.or_else(|| p.files.iter().find(|f| f.id == *first).map(|f| f.root))?;
    rest.iter().try_fold(found, within)
}

/// Whether an expression is a width that has been asked for.
pub(super) fn is_asked<'w>(e: &Expr, widths: &'w [Width]) -> Option<&'w Width> {
    widths.iter().find(|w| matches!(e.kind, ExprKind::Int(_)) && w.pos == e.pos)
}
