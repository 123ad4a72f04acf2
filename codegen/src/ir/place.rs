//! Names of a type, and what they stand for.

use super::{Field, FieldTy, Int, Param, Place, Program, Range, Ty, Type, TypeId, ValueInstance};
use crate::ir::{Expr, ExprKind, Mode, Repeat, TypeKind};

impl Type {
    /// What a name stands for.
    pub(super) fn find(&self, name: &str) -> Option<Place> {
        let param = self.params.iter().find(|x| x.id == name).map(|x| x.place);
        let stored = || self.stored().find(|x| x.id == name).map(|x| x.place);
        let value = || self.values.iter().find(|x| x.id == name).map(|x| x.place);
        param.or_else(stored).or_else(value).or_else(|| self.find_flag(name))
    }

    /// The flag of that name.
    pub(super) fn find_flag(&self, name: &str) -> Option<Place> {
        let is_it = |f: &Field| f.keys.bits.iter().position(|b| b.stored() == Some(name));
        self.fields.iter().find_map(|f| f.flags.get(is_it(f)?).copied())
    }

    /// The fields, and the bytes of the instances.
    pub fn stored(&self) -> impl Iterator<Item = &Field> + Clone {
        self.fields.iter().chain(self.bodies.iter().map(|b| &b.field))
    }

    /// The parameter that a name stands for.
    pub fn param_at(&self, place: Place) -> Option<&Param> {
        match place {
            Place::Param(i) => self.params.get(i),
            _ => None,
        }
    }

    /// The field that a name stands for.
    pub fn field_at(&self, place: Place) -> Option<&Field> {
        match place {
            Place::Field(i) => self.fields.get(i),
            _ => None,
        }
    }

    /// The field or the bytes of an instance that a name stands for.
    pub fn stored_at(&self, place: Place) -> Option<&Field> {
        match place {
            Place::Body(i) => self.bodies.get(i).map(|b| &b.field),
            _ => self.field_at(place),
        }
    }

    /// The value that a name stands for.
    pub fn value_at(&self, place: Place) -> Option<&ValueInstance> {
        match place {
            Place::Value(i) => self.values.get(i),
            _ => None,
        }
    }

    /// The field whose `-delta` gives the value that a name stands for.
    pub fn delta_at(&self, place: Place) -> Option<&Field> {
        self.fields.get(self.value_at(place)?.delta?)
    }
}

impl Program {
    /// What a place is called.
    pub fn name_of(&self, id: TypeId, place: Place) -> &str {
        let t = &self.types[id];
        let found = match place {
            Place::Param(_) => t.param_at(place).map(|x| x.id.as_str()),
            Place::Field(_) | Place::Body(_) => t.stored_at(place).map(|x| x.id.as_str()),
            Place::Outer(c, i) => self.types[c].bodies.get(i).map(|b| b.field.id.as_str()),
            Place::Value(_) => t.value_at(place).map(|x| x.id.as_str()),
            Place::Bit(f, b) => t.fields.get(f).and_then(|f| f.keys.bits.get(b)?.id.as_deref()),
            Place::Register(i) => self.files[t.file].registers.get(i).map(String::as_str),
            Place::Given(_) => None,
        };
        found.unwrap_or_default()
    }

    /// The type of what a name stands for.
    pub fn ty_at(&self, id: TypeId, place: Place) -> Ty {
        let t = &self.types[id];
        match place {
            Place::Param(_) => t.param_at(place).map_or(Ty::Wrong, Param::told),
            Place::Field(_) | Place::Body(_) => t.stored_at(place).map_or(Ty::Wrong, |f| t.ty_of(f)),
            Place::Value(_) => t.value_at(place).map_or(Ty::Wrong, |v| v.ty.clone()),
            Place::Bit(..) => Ty::Bool,
            Place::Register(_) => Ty::Int(Int::I64),
            Place::Outer(..) | Place::Given(_) => Ty::Other,
        }
    }

    /// Whether what a name stands for may be absent.
    pub fn is_optional(&self, id: TypeId, place: Place) -> bool {
        let t = &self.types[id];
        if let Some(f) = t.stored_at(place) {
            return f.reads_optional();
        }
        let Some(v) = t.value_at(place) else { return false };
        t.delta_at(place).map_or(v.cond.is_some(), |f| f.optional)
    }

    /// The types that have fields of type `id`: what `_parent` is to it.
    pub fn parents_of(&self, id: TypeId) -> Vec<TypeId> {
        let has = |p: &TypeId| super::children(self, *p).contains(&id);
        (0..self.types.len()).filter(has).collect()
    }

    /// An expression that is a name.
    pub fn named(&self, id: TypeId, place: Place, pos: &crate::diag::Pos) -> Expr {
        Expr::new(ExprKind::Name(place), self.ty_at(id, place), pos).within(self.range_at(id, place))
    }

    /// What is known of the numbers that a name stands for.
    pub fn range_at(&self, id: TypeId, place: Place) -> Range {
        let t = &self.types[id];
        let all = Range::of(&self.ty_at(id, place));
        match (t.stored_at(place), t.value_at(place)) {
            (Some(Field { ty: FieldTy::Bits(n), enumeration: None, .. }), _) if all.mag < 64 => Range::bits(*n),
            (_, Some(v)) if v.delta.is_none() => {
                Range { known: v.expr.range.known.filter(|_| v.cond.is_none()), ..v.expr.range }
            }
            _ => all,
        }
    }

    /// Whether a field is read on demand only and so no part of a model.
    pub fn is_view(&self, f: &Field) -> bool {
        match &f.ty {
            FieldTy::User(c, _) => self.types[*c].mode == Mode::View || self.is_computed(f),
            _ => false,
        }
    }

    /// Whether the elements of a field, all of one width, can be read where they stand.
    pub fn is_viewable(&self, f: &Field) -> bool {
        match &f.ty {
            FieldTy::Int(_) => f.enumeration.is_none() && !f.keys.boolean,
            FieldTy::Bits(_) => f.enumeration.is_none(),
            FieldTy::User(c, _) => self.types[*c].facts.fixed,
            _ => false,
        }
    }

    /// Whether a field repeats elements that take no bytes: they are computed from the others when asked for.
    pub fn is_computed(&self, f: &Field) -> bool {
        match (&f.ty, &f.repeat) {
            (FieldTy::User(c, _), Repeat::Count(_)) => {
                let child = &self.types[*c];
                child.kind == TypeKind::Plain
                    && child.fields.is_empty()
                    && child.bodies.iter().all(|b| self.is_view(&b.field))
            }
            _ => false,
        }
    }
}

impl Param {
    /// Its type as functions are told it: whole numbers in 64 bits.
    pub fn told(&self) -> Ty {
        match &self.ty {
            Ty::Int(_) => Ty::Int(Int::I64),
            ty => ty.clone(),
        }
    }
}
