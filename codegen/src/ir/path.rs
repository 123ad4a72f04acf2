//! The arguments of functions: fields, and paths into the model, `body.row.body.cells[].complex_deletion`.

use super::function::{Function, FUNCTIONS};
use super::resolve::{Resolver, Within};
use super::{Expr, ExprKind, Field, FieldTy, Member, Place, Ty, TypeId, TypeKind};
use crate::diag::Pos;
use crate::ksy::expr::{Expr as Written, ExprKind as WrittenKind};

/// What a path has come to.
enum End {
    /// A value of a type.
    Type(TypeId),
    /// One of several types: the field, by its type and place.
    Switch(TypeId, Place),
    /// Elements.
    List(Box<End>),
    /// What has no fields.
    Leaf,
}

impl Resolver<'_> {
    /// The arguments of a function, unless they are mistaken.
    pub(super) fn arguments(&self, f: Function, args: &[Written], pos: &Pos, at: Within) -> Option<Vec<Expr>> {
        let (first, rest) = args.split_first()?;
        match (f, rest) {
            (Function::ByteLen, _) => Some(vec![self.measured(first, at)?]),
            (Function::OffsetOf, _) => Some(vec![self.placed(first, at)?]),
            (Function::Is, [case]) => {
                let (path, end) = self.path(first, at)?;
                let Some(name) = case.as_name() else {
                    self.error_help(pos, "is: expected the name of a type after the path", FUNCTIONS);
                    return None;
                };
                let End::Switch(id, place) = end else {
                    self.wrong(&first.pos, "the function does not fit what the path leads to");
                    return None;
                };
                let c = self.case(id, place, name, &first.pos)?;
                let case = Expr::new(ExprKind::Member(Box::new(path.clone()), Member::Case(c)), Ty::Type(c), &case.pos);
                Some(vec![path, case])
            }
            (Function::Count | Function::AllPresent | Function::Missing, _) => {
                let path = self.path(first, at)?.0;
                if matches!(path.kind, ExprKind::Each(_)) {
                    let message = format!("{} is of all elements of a list, not of each", f.name());
                    self.error_help(&first.pos, message, "the path to the list, without [] at its end");
                    return None;
                }
                Some(vec![path])
            }
            _ => Some(vec![self.path(first, at)?.0]),
        }
    }

    /// The field whose length `byte_len` gives.
    fn measured(&self, a: &Written, at: Within) -> Option<Expr> {
        let t = &self.program.types[at.id];
        let named = a.as_name().and_then(|n| t.stored().find(|f| f.id == n && !self.program.is_view(f)));
        match named {
            Some(f) => Some(self.program.named(at.id, f.place, &a.pos)),
            None => {
                self.error_help(&a.pos, format!("byte_len: {} has no such field", t.id), FUNCTIONS);
                None
            }
        }
    }

    /// The field, body or element whose place `offset_of` gives.
    fn placed(&self, a: &Written, at: Within) -> Option<Expr> {
        let t = &self.program.types[at.id];
        if let WrittenKind::Index(list, index) = &a.kind {
            let list = list.as_name().and_then(|n| t.fields.iter().find(|f| f.id == n && !f.once()));
            if let (Some(f), Some("_index")) = (list, index.as_name()) {
                let list = self.program.named(at.id, f.place, &a.pos);
                let index =
                    Expr::new(ExprKind::Position, Ty::Int(super::Int::I64), &index.pos).within(super::Range::bits(62));
                return Some(Expr::new(ExprKind::Index(Box::new(list), Box::new(index)), f.element_ty(), &a.pos));
            }
            let help = "offset_of: expected a repeated field of this type at [_index], in a field that repeats itself";
            self.error_help(&a.pos, help, FUNCTIONS);
            return None;
        }
        let own = |n: &str| t.stored().find(|f| f.id == n).map(|f| f.place);
        let outer = |n: &str| {
            let parent = self.program.parents_of(at.id).into_iter().next()?;
            let at = self.program.types[parent].bodies.iter().position(|b| b.field.id == n)?;
            Some(Place::Outer(parent, at))
        };
        match a.as_name().and_then(|n| own(n).or_else(|| outer(n))) {
            Some(place) => Some(self.program.named(at.id, place, &a.pos)),
            None => {
                let message = format!("offset_of: neither {} nor what it is a body of has such a field", t.id);
                self.error_help(&a.pos, message, FUNCTIONS);
                None
            }
        }
    }

    fn path(&self, e: &Written, at: Within) -> Option<(Expr, End)> {
        match &e.kind {
            WrittenKind::Name(name) => {
                let (place, end) = self.held(at.id, name, &e.pos)?;
                Some((self.program.named(at.id, place, &e.pos), end))
            }
            WrittenKind::Member(base, name) => {
                let (base, end) = self.path(base, at)?;
                let (member, ty, end) = match end {
                    End::Type(id) => {
                        let (place, end) = self.held(id, name, &e.pos)?;
                        (Member::Of(place), self.program.ty_at(id, place), end)
                    }
                    End::Switch(id, place) => {
                        let c = self.case(id, place, name, &e.pos)?;
                        (Member::Case(c), Ty::Type(c), End::Type(c))
                    }
                    End::List(_) | End::Leaf => {
                        let message = format!("{name} of what has no fields; of each element it is [].{name}");
                        self.wrong(&e.pos, message);
                        return None;
                    }
                };
                Some((Expr::new(ExprKind::Member(Box::new(base), member), ty, &e.pos), end))
            }
            WrittenKind::Each(base) => {
                let (base, end) = self.path(base, at)?;
                let End::List(inner) = end else {
                    self.wrong(&e.pos, "[] of what does not repeat");
                    return None;
                };
                let ty = match &base.ty {
                    Ty::Array(inner) => (**inner).clone(),
                    ty => ty.clone(),
                };
                Some((Expr::new(ExprKind::Each(Box::new(base)), ty, &e.pos), *inner))
            }
            _ => {
                self.wrong(&e.pos, "expected a path: field, field.field, field[].field");
                None
            }
        }
    }

    fn case(&self, id: TypeId, place: Place, name: &str, pos: &Pos) -> Option<TypeId> {
        let f = self.program.types[id].stored_at(place)?;
        let FieldTy::Switch(_, cases) = &f.ty else { return None };
        let found = cases.iter().map(|c| c.1).find(|c| self.program.types[*c].id == name);
        if found.is_none() {
            self.wrong(pos, format!("{} is never a {name}", f.id));
        }
        found
    }

    /// What the model of a type has by a name.
    fn held(&self, id: TypeId, name: &str, pos: &Pos) -> Option<(Place, End)> {
        let t = &self.program.types[id];
        let found = (t.kind == TypeKind::Plain).then(|| self.find_held(id, name)).flatten();
        if found.is_none() {
            let message = format!("{} has no {name} in its model", t.id);
            self.error_help(pos, message, "paths go over fields that are not derived");
        }
        found
    }

    fn find_held(&self, id: TypeId, name: &str) -> Option<(Place, End)> {
        let t = &self.program.types[id];
        if let Some(p) = t.params.iter().find(|p| p.stored && p.id == name) {
            return Some((p.place, End::Leaf));
        }
        if let Some(v) = t.values.iter().find(|v| v.id == name && (v.delta.is_some() || v.in_model)) {
            return Some((v.place, End::Leaf));
        }
        if let Some(f) = t.fields.iter().find(|f| f.id == name && !f.keys.bits.is_empty()) {
            return Some((f.place, End::Leaf));
        }
        if let Some(flag) = t.find_flag(name) {
            return Some((flag, End::Leaf));
        }
        let is_held =
            |f: &Field| (f.in_model() || f.same_as.is_some()) && f.keys.delta.is_none() && !self.program.is_view(f);
        let f = t.stored().find(|f| f.id == name).filter(|f| is_held(f))?;
        let one = match &f.ty {
            FieldTy::User(c, _) if self.program.types[*c].kind == TypeKind::Plain => End::Type(*c),
            FieldTy::Switch(..) => End::Switch(id, f.place),
            _ => End::Leaf,
        };
        Some((f.place, if f.once() { one } else { End::List(Box::new(one)) }))
    }
}
