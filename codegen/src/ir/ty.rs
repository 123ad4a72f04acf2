//! Types of expressions, and of what they name.

use super::{EnumId, Field, FieldTy, Program, Type, TypeId, TypeKind};

/// A whole number of 1, 2, 4 or 8 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Int {
    /// Bytes.
    pub bytes: u32,
    /// Two's complement.
    pub signed: bool,
    /// Least significant byte first.
    pub little: bool,
}

/// The type of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ty {
    /// A whole number as stored.
    Int(Int),
    /// Truth.
    Bool,
    /// Text.
    Str,
    /// Bytes.
    Bytes,
    /// A floating-point number of 4 or 8 bytes.
    Float(u32),
    /// A value of an enumeration.
    Enum(EnumId),
    /// A value of a type.
    Type(TypeId),
    /// A repeated field.
    Array(Box<Ty>),
    /// An element of an array of bit fields.
    Bits(u32),
    /// An element of an array of whole numbers that versions store in different ways.
    Any(Int),
    /// What expressions ask nothing of: the value of a switch.
    Other,
    /// What is wrong, and has been said to be.
    Wrong,
}

impl Int {
    /// 64 bits with sign: what arithmetic gives.
    pub const I64: Int = Int { bytes: 8, signed: true, little: false };
    /// 64 bits without sign.
    pub const U64: Int = Int { bytes: 8, signed: false, little: false };

    /// Whether it has a number.
    pub fn holds(self, n: i128) -> bool {
        let bits = self.bytes * 8;
        if self.signed {
            let limit = 1i128 << (bits - 1);
            (-limit..limit).contains(&n)
        } else {
            (0..1i128 << bits).contains(&n)
        }
    }

    /// From Kaitai's name: `u2`, `s8le`.
    pub fn parse(name: &str, little: bool) -> Option<Int> {
        let (name, little) = match (name.strip_suffix("le"), name.strip_suffix("be")) {
            (Some(n), _) => (n, true),
            (_, Some(n)) => (n, false),
            _ => (name, little),
        };
        let (signed, bytes) = match name.as_bytes() {
            [b'u', n] => (false, n),
            [b's', n] => (true, n),
            _ => return None,
        };
        let bytes = match bytes {
            b'1' => 1,
            b'2' => 2,
            b'4' => 4,
            b'8' => 8,
            _ => return None,
        };
        Some(Int { bytes, signed, little: little && bytes > 1 })
    }
}

/// The number that holds so many bits.
pub fn bits_int(n: u32) -> Int {
    let bytes = match n {
        0..=8 => 1,
        9..=16 => 2,
        _ => 4,
    };
    Int { bytes, signed: false, little: false }
}

impl Field {
    /// The type of one element.
    pub fn element_ty(&self) -> Ty {
        match &self.ty {
            FieldTy::Int(_) | FieldTy::Bits(_) if self.enumeration.is_some() => {
                Ty::Enum(self.enumeration.unwrap_or_default())
            }
            FieldTy::Int(_) if self.keys.boolean => Ty::Bool,
            FieldTy::Int(i) => Ty::Int(*i),
            FieldTy::Bits(n) if !self.once() => Ty::Bits(*n),
            FieldTy::Bits(n) => Ty::Int(bits_int(*n)),
            FieldTy::Float(bytes, _) => Ty::Float(*bytes),
            FieldTy::Bytes => Ty::Bytes,
            FieldTy::Str => Ty::Str,
            FieldTy::User(id, _) => Ty::Type(*id),
            FieldTy::Switch(..) => Ty::Other,
        }
    }

    /// The type of all of it, as it is stored.
    pub fn stored_ty(&self) -> Ty {
        let one = self.element_ty();
        if self.once() {
            one
        } else {
            Ty::Array(Box::new(one))
        }
    }
}

impl Type {
    /// The field of the model that a field is a layout of: itself, or what its `-same-as` names.
    pub fn holder<'t>(&'t self, f: &'t Field) -> &'t Field {
        f.same_as.and_then(|place| self.field_at(place)).unwrap_or(f)
    }

    /// Whether an array of numbers is stored in several ways, so that views of it know how only when they are made.
    pub fn is_mixed(&self, f: &Field) -> Option<Int> {
        let FieldTy::Int(own) = &self.holder(f).ty else { return None };
        let mixed = self.layouts(self.holder(f).place).any(|x| matches!(&x.ty, FieldTy::Int(i) if i != own));
        (mixed && !f.once()).then_some(*own)
    }

    /// The type of a field, as expressions see it whatever its layout.
    pub fn ty_of(&self, f: &Field) -> Ty {
        if f.once() {
            f.element_ty()
        } else {
            Ty::Array(Box::new(self.element_of(f)))
        }
    }

    /// The type of a field's elements as views have them.
    pub fn element_of(&self, f: &Field) -> Ty {
        self.is_mixed(f).map_or_else(|| f.element_ty(), Ty::Any)
    }
}

impl Program {
    /// Whether a type is that of the version.
    pub fn is_version(&self, ty: &Ty) -> bool {
        matches!(ty, Ty::Type(t) if self.types[*t].kind == TypeKind::Version)
    }

    /// Whether a value of one type may stand for one of the other.
    pub fn agree(&self, a: &Ty, b: &Ty) -> bool {
        match (a, b) {
            (Ty::Wrong, _) | (_, Ty::Wrong) | (Ty::Int(_), Ty::Int(_)) => true,
            _ => a == b,
        }
    }

    /// What a type is called in messages.
    pub fn describe(&self, ty: &Ty) -> String {
        match ty {
            Ty::Int(_) | Ty::Bits(_) | Ty::Any(_) => "a whole number".to_owned(),
            Ty::Bool => "a truth value".to_owned(),
            Ty::Str => "text".to_owned(),
            Ty::Bytes => "bytes".to_owned(),
            Ty::Float(_) => "a floating-point number".to_owned(),
            Ty::Enum(e) => format!("a value of {}", self.enums[*e].id),
            Ty::Type(t) => self.types[*t].id.clone(),
            Ty::Array(inner) => format!("a list of {}", self.describe(inner)),
            Ty::Other | Ty::Wrong => "nothing that can be asked for".to_owned(),
        }
    }
}
