//! What is asked of a field.

use super::{Absent, Expr, Field, FieldTy, Place, Repeat, Type, TypeId};

/// A type that elements of a field have.
#[derive(Debug, Clone, Copy)]
pub struct Target<'f> {
    /// The type.
    pub ty: TypeId,
    /// What it is told.
    pub args: &'f [Expr],
    /// What the field is switched by, and the value for which it is this type.
    pub case: Option<(&'f Expr, &'f Expr)>,
}

/// Resolves what the keys of a type's fields say of other fields: which is another layout of which, and what checksums are over.
pub(super) fn refer(t: &mut Type) {
    let all: Vec<(String, Place)> = t.stored().map(|f| (f.id.clone(), f.place)).collect();
    let find = |name: &String| all.iter().find(|(id, _)| id == name).map(|(_, place)| *place);
    for f in &mut t.fields {
        f.same_as = f.keys.same_as.as_ref().and_then(find).filter(|place| matches!(place, Place::Field(_)));
    }
    let layouts: Vec<(Place, Place)> = t.fields.iter().filter_map(|f| Some((f.same_as?, f.place))).collect();
    for f in t.fields.iter_mut().chain(t.bodies.iter_mut().map(|b| &mut b.field)) {
        let named: Vec<Place> = f.keys.checksum.iter().flat_map(|c| &c.over).filter_map(find).collect();
        for of in &named {
            // A checksum over a field is over whichever layout of it there is.
            let others = layouts.iter().filter(|(holder, place)| holder == of && !named.contains(place));
            f.over.push(*of);
            f.over.extend(others.map(|(_, place)| *place));
        }
    }
}

impl Field {
    /// Whether the model has it: it is neither derived nor a checksum, nor another layout of a field that the model has.
    pub fn in_model(&self) -> bool {
        self.keys.same_as.is_none()
            && self.keys.derive.is_none()
            && self.keys.checksum.is_none()
            && self.keys.bits.is_empty()
    }

    /// What readers get where the version does not have it.
    pub fn absent_value(&self) -> Option<&Expr> {
        match &self.keys.absent {
            Some(Absent::Value(e)) => Some(e),
            _ => None,
        }
    }

    /// Whether it says what readers get where the version does not have it.
    pub fn has_absent(&self) -> bool {
        matches!(self.keys.absent, Some(Absent::Value(_) | Absent::Stored(..)))
    }

    /// Whether it is computed where it is written, and readers get a value where the version does not have it.
    pub fn is_computed_or_absent(&self) -> bool {
        self.keys.derive.is_some() && self.same_as.is_none() && self.has_absent()
    }

    /// Whether its local, when it is read, is an `Option`.
    pub fn reads_optional(&self) -> bool {
        if self.keys.delta.is_some() {
            self.cond.is_some()
        } else {
            self.optional
        }
    }

    /// The types that its elements have: none, one, or those of a switch.
    pub fn targets(&self) -> Vec<Target<'_>> {
        match &self.ty {
            FieldTy::User(ty, args) => vec![Target { ty: *ty, args, case: None }],
            FieldTy::Switch(on, cases) => {
                cases.iter().map(|(key, ty, args)| Target { ty: *ty, args, case: Some((on, key)) }).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether its elements may have a type.
    pub fn has(&self, ty: TypeId) -> bool {
        self.targets().iter().any(|target| target.ty == ty)
    }

    /// Whether it stands once.
    pub fn once(&self) -> bool {
        matches!(self.repeat, Repeat::Once)
    }
}
