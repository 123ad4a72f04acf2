//! What names after a dot stand for, and elements of lists.

use super::outer::held_by;
use super::resolve::{Item, Resolver, Within};
use super::{Expr, ExprKind, Int, Io, Member, Range, Ty, TypeId, TypeKind};
use crate::diag::Pos;
use crate::ksy::expr::Expr as Written;

impl Resolver<'_> {
    pub(super) fn member(&self, base: &Written, name: &str, pos: &Pos, at: Within) -> Expr {
        match base.as_name() {
            Some("_root") => return self.of_root(name, pos, at),
            Some("_parent") => return self.of_parent(name, pos, at),
            Some("_io") if at.is_asked_for && matches!(name, "pos" | "eof") => {
                let message =
                    format!("_io.{name} in an instance is about where the stream stands when that is asked for");
                return self.error_help(pos, message, "a parameter, which a field of the type is given");
            }
            Some("_io") => {
                let (io, ty) = match name {
                    "pos" => (Io::Pos, Ty::Int(Int::I64)),
                    "size" => (Io::Size, Ty::Int(Int::I64)),
                    "eof" => (Io::Eof, Ty::Bool),
                    _ => return self.wrong(pos, format!("_io.{name} is not known here")),
                };
                return Expr::new(ExprKind::Io(io), ty, pos).within(Range::bits(62));
            }
            Some("_") => match at.item {
                Item::None => return self.wrong(pos, "_ outside of repeat-until"),
                Item::Element(c) => return self.of_element(c, name, pos),
                Item::Own(_) => {}
            },
            _ => {}
        }
        let base = self.typed(base, at);
        self.member_of(base, name, pos)
    }

    fn of_root(&self, name: &str, pos: &Pos, at: Within) -> Expr {
        let root = &self.program.types[self.program.files[self.program.types[at.id].file].root];
        match root.params.iter().position(|p| p.id == name) {
            Some(i) => self.of_file(i, pos, at),
            None => {
                self.wrong(pos, format!("_root.{name}: only parameters of the file's type can be named from below"))
            }
        }
    }

    /// What the file's type is told by a parameter.
    pub(super) fn of_file(&self, i: usize, pos: &Pos, at: Within) -> Expr {
        let root = &self.program.types[self.program.files[self.program.types[at.id].file].root];
        Expr::new(ExprKind::Root(i), root.params[i].told(), pos)
    }

    fn of_element(&self, c: TypeId, name: &str, pos: &Pos) -> Expr {
        let Some(place) = self.program.types[c].find(name) else {
            let of = &self.program.types[c].id;
            let message = format!("{name} is no field, parameter or value of {of} known here");
            return self.unknown(pos, message, name, self.program.types[c].names());
        };
        let ty = self.place(c, place, pos).ty;
        if !matches!(ty, Ty::Bool | Ty::Wrong) {
            return self.wrong(pos, "expected a truth value");
        }
        Expr::new(ExprKind::Item(c, place), ty, pos)
    }

    fn member_of(&self, base: Expr, name: &str, pos: &Pos) -> Expr {
        let count = |base: Expr, member| {
            let kind = ExprKind::Member(Box::new(base), member);
            Expr::new(kind, Ty::Int(Int::I64), pos).within(Range::bits(40))
        };
        let number = |base: Expr, member| Expr::new(ExprKind::Member(Box::new(base), member), Ty::Int(Int::I64), pos);
        match (&base.ty, name) {
            (Ty::Wrong, _) => Expr::new(ExprKind::Int(0), Ty::Wrong, pos),
            (Ty::Array(_) | Ty::Bytes | Ty::Str, "size") => count(base, Member::Size),
            (Ty::Bytes | Ty::Str, "length") => count(base, Member::Length),
            (Ty::Enum(_), "to_i") => number(base, Member::Number),
            (Ty::Str, "to_i") => number(base, Member::Parsed),
            (Ty::Type(id), _) => {
                let id = *id;
                self.type_member(id, base, name, pos)
            }
            _ => self.wrong(pos, format!("no member {name} here")),
        }
    }

    fn type_member(&self, id: TypeId, base: Expr, name: &str, pos: &Pos) -> Expr {
        let t = &self.program.types[id];
        let of = |member, ty| Expr::new(ExprKind::Member(Box::new(base), member), ty, pos);
        if let TypeKind::Native(n) = t.kind {
            return match n.members.iter().position(|m| m.0 == name) {
                Some(i) => of(Member::Native(i), n.members[i].1.clone()),
                None => self.wrong(pos, format!("{} is read by the runtime: it has no {name} here", t.id)),
            };
        }
        let value = t.values.iter().position(|v| v.id == name);
        if let (TypeKind::Version, Some(i)) = (t.kind, value) {
            return of(Member::Feature(i), Ty::Bool);
        }
        let field = t.field(name).map(|f| held_by(t, f).place);
        match field.or_else(|| t.values.get(value?).map(|v| v.place)) {
            Some(place) => {
                let found = self.place(id, place, pos);
                of(Member::Of(place), found.ty)
            }
            None => self.unknown(pos, format!("{} has no {name} that is known here", t.id), name, t.names()),
        }
    }

    pub(super) fn element(&self, list: &Written, index: &Written, pos: &Pos, at: Within) -> Expr {
        let (list, index) = (self.typed(list, at), self.number(index, at));
        let (ty, mag) = match &list.ty {
            Ty::Array(inner) => match &**inner {
                Ty::Any(i) => (Ty::Int(*i), None),
                Ty::Bits(n) => (Ty::Int(super::bits_int(*n)), Some(*n)),
                ty => (ty.clone(), None),
            },
            Ty::Wrong => (Ty::Wrong, None),
            _ => return self.wrong(pos, "this is not repeated: it has no elements"),
        };
        let found = Expr::new(ExprKind::Index(Box::new(list), Box::new(index)), ty, pos);
        match mag {
            Some(mag) => found.within(Range::bits(mag)),
            None => found,
        }
    }
}
