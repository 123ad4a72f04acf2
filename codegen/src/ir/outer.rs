//! What types ask of those that have fields of them: `_parent`.

use super::resolve::{Resolver, Within};
use super::{Expr, ExprKind, Field, Outer, Place, Ty, Type, TypeId};
use crate::diag::Pos;

impl Resolver<'_> {
    /// `_parent.name`, the same in all types that have fields of this one.
    pub(super) fn of_parent(&self, name: &str, pos: &Pos, at: Within) -> Expr {
        let mut parents = self.program.parents_of(at.id).into_iter().map(|parent| &self.program.types[parent]);
        if let Some(told) = parents.clone().next().and_then(|p| p.told(name)) {
            return self.of_file(told.root, pos, at);
        }
        let name = parents.find_map(|p| p.field(name).map(|f| &*held_by(p, f).id)).unwrap_or(name);
        let known = self.outer.borrow()[at.id].iter().position(|o| o.id == name);
        let found = known.or_else(|| {
            let outer = self.look_up(name, pos, at.id)?;
            let mut all = self.outer.borrow_mut();
            all[at.id].push(outer);
            Some(all[at.id].len() - 1)
        });
        let Some(i) = found else { return Expr::new(ExprKind::Int(0), Ty::Wrong, pos) };
        let ty = self.outer.borrow()[at.id][i].ty.clone();
        Expr::new(ExprKind::Parent(i), ty, pos)
    }

    fn look_up(&self, name: &str, pos: &Pos, id: TypeId) -> Option<Outer> {
        let t = &self.program.types[id];
        let mut found: Option<Outer> = None;
        let mut is_refused = false;
        for parent in self.program.parents_of(id) {
            let p = &self.program.types[parent];
            let field = p.fields.iter().find(|f| f.id == name).map(|f| f.place);
            let place = field.or_else(|| p.find(name).filter(|x| matches!(x, Place::Param(_) | Place::Value(_))));
            let Some(place) = place else {
                self.wrong(pos, format!("_parent.{name} in {}: {} has no {name}", t.id, p.id));
                is_refused = true;
                continue;
            };
            let ty = self.place(parent, place, pos).ty;
            if matches!(ty, Ty::Bytes | Ty::Str | Ty::Float(_) | Ty::Other) {
                self.error_help(pos, format!("_parent.{name} in {}: it cannot be handed down", t.id), "a parameter");
                is_refused = true;
                continue;
            }
            let outer =
                found.get_or_insert(Outer { id: name.to_owned(), pos: pos.clone(), ty: ty.clone(), of: vec![] });
            outer.of.push((parent, place));
            if outer.ty != ty {
                let message =
                    format!("_parent.{name} in {}: not all types that have fields of it have such a {name}", t.id);
                self.error_help(pos, message, "a parameter");
                is_refused = true;
            }
        }
        if found.is_none() && !is_refused {
            self.wrong(pos, format!("_parent.{name} is not known here"));
        }
        found.filter(|_| !is_refused)
    }
}

/// The field that others know a layout by: heads and models have that one only, in its type. Kaitai has each layout by itself, so that who looks
/// in from elsewhere names each under the condition that its version has it.
pub(super) fn held_by<'t>(t: &'t Type, f: &'t Field) -> &'t Field {
    let holder = t.holder(f);
    let number = |f: &Field| matches!(f.element_ty(), Ty::Int(_)).then(|| f.once());
    let is_alike = t.ty_of(holder) == t.ty_of(f) || number(f).is_some_and(|once| number(holder) == Some(once));
    if is_alike {
        holder
    } else {
        f
    }
}
