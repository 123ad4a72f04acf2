//! What stands in a type, with its expressions resolved.

use super::resolve::{Item, Resolver, Within};
use super::{
    Absent, Binary, BodyInstance, Expr, ExprKind, Field, FieldTy, Keys, Member, Param, Repeat, Told, Ty, TypeId,
    TypeKind, Valid, ValueInstance,
};
use crate::diag::Pos;
use crate::ksy::ast::{self, Attr, InstanceKind, KeyOf, TypeExpr};
use crate::ksy::expr::Expr as Written;

/// The parts of a type that have expressions.
pub struct Parts {
    pub fields: Vec<Field>,
    pub bodies: Vec<BodyInstance>,
    pub values: Vec<ValueInstance>,
    pub state: Vec<(usize, Expr)>,
    pub enter: Vec<(usize, Expr)>,
    pub leave: Vec<(usize, Expr)>,
}

impl Resolver<'_> {
    /// What stands in a type.
    pub fn parts_of(&self, id: TypeId) -> Parts {
        let (t, decl) = (&self.program.types[id], self.decls[id]);
        let fields = t.fields.iter().zip(&decl.seq).map(|(f, a)| self.field(id, f, a)).collect();
        let body = |b: &BodyInstance| {
            let written = decl.instances.iter().find_map(|i| match &i.kind {
                InstanceKind::Bytes { at, attr } if i.id == b.field.id => Some((at, attr)),
                _ => None,
            });
            let (at, attr) = written?;
            Some(BodyInstance { at: self.number(at, Within::asked_for(id)), field: self.field(id, &b.field, attr) })
        };
        let values = t.values.iter().enumerate().map(|(i, v)| {
            let found = self.value(id, i, &v.pos);
            ValueInstance { expr: found.expr, cond: found.cond, ty: found.ty, ..v.clone() }
        });
        Parts {
            fields,
            bodies: t.bodies.iter().filter_map(body).collect(),
            values: values.collect(),
            state: self.registers(id, &decl.state),
            enter: self.registers(id, &decl.enter),
            leave: self.registers(id, &decl.leave),
        }
    }

    fn registers(&self, id: TypeId, written: &[(String, Written)]) -> Vec<(usize, Expr)> {
        let known = &self.program.files[self.program.types[id].file].registers;
        let one = |(name, e): &(String, Written)| {
            let Some(register) = known.iter().position(|r| r == name) else {
                self.error_help(&e.pos, format!("unknown register {name}"), "-state or -enter");
                return None;
            };
            Some((register, self.number(e, Within::writing(id))))
        };
        written.iter().filter_map(one).collect()
    }

    fn field(&self, id: TypeId, known: &Field, a: &Attr) -> Field {
        let at = Within::reading(id);
        let ty = match (&known.ty, &a.ty) {
            (FieldTy::User(c, _), TypeExpr::Named(r)) => FieldTy::User(*c, self.args(*c, &r.args, &known.pos, at)),
            (FieldTy::Switch(_, known_cases), TypeExpr::Switch { on, cases }) => {
                let on = self.any(on, at);
                let case = |((_, c, _), (key, r)): (&(Expr, TypeId, Vec<Expr>), &(Written, ast::TypeRef))| {
                    (self.key(&on, key, at), *c, self.args(*c, &r.args, &known.pos, at))
                };
                let cases = known_cases.iter().zip(cases).map(case).collect();
                FieldTy::Switch(on, cases)
            }
            (ty, _) => ty.clone(),
        };
        let repeat = match &a.repeat {
            ast::Repeat::Count(e) => Repeat::Count(self.number(e, at)),
            ast::Repeat::Until(e) => {
                let item = match &ty {
                    FieldTy::User(c, _) => Item::Element(*c),
                    _ => Item::None,
                };
                // What has no values is a mistake of its own.
                match item {
                    Item::None => known.repeat.clone(),
                    _ => Repeat::Until(self.truth(e, Within { item, ..at })),
                }
            }
            _ => known.repeat.clone(),
        };
        let mut keys = self.keys(id, known, &a.keys);
        let fill = if known.once() { None } else { keys.absent.as_mut().and_then(of_each_element) };
        Field {
            ty,
            repeat,
            fill,
            cond: a.cond.as_ref().map(|c| self.truth(c, at)),
            size: a.size.map(|e| self.number(e, at)),
            valid: a
                .valid
                .as_ref()
                .filter(|_| known.once())
                .map_or(known.valid.clone(), |v| Some(self.valid(id, known, v))),
            keys,
            ..known.clone()
        }
    }

    fn keys(&self, id: TypeId, f: &Field, written: &ast::Keys) -> Keys {
        let (reading, writing) = (Within::reading(id), Within::writing(id));
        written.map(&mut |e, key| match key {
            KeyOf::Derive => self.derived(f, self.any(e, writing)),
            KeyOf::When => self.truth(e, writing),
            KeyOf::Base => self.number(e, reading),
            KeyOf::Known => self.truth(e, reading),
            KeyOf::Absent if e.as_name() == Some("empty") => {
                if f.once() && !matches!(f.ty, FieldTy::Bytes | FieldTy::Str) {
                    self.wrong(&e.pos, "-absent: empty is for bytes, text and lists");
                }
                Expr::new(ExprKind::Empty, Ty::Other, &e.pos)
            }
            KeyOf::Absent => self.absent(f, self.any(e, reading)),
        })
    }

    /// What a field is derived from, which is to be of the field's type.
    fn derived(&self, f: &Field, e: Expr) -> Expr {
        let is_number = matches!(e.ty, Ty::Int(_) | Ty::Bool);
        let fits = match f.element_ty() {
            Ty::Int(_) | Ty::Bits(_) => is_number,
            Ty::Float(_) => matches!(e.ty, Ty::Int(_)),
            Ty::Type(t) => match self.program.native(t) {
                Some(n) => n.number().is_some() && is_number || e.ty == Ty::Type(t),
                None => false,
            },
            ty => matches!(ty, Ty::Enum(_) | Ty::Bool) && e.ty == ty,
        };
        if !fits && e.ty != Ty::Wrong {
            self.wrong(&e.pos, format!("the value does not fit the type of {}", f.id));
        }
        e
    }

    /// What stands for a field that is absent, which is to be of the field's type.
    fn absent(&self, f: &Field, e: Expr) -> Expr {
        if !f.once() && !matches!(f.repeat, Repeat::Count(_)) {
            self.wrong(&e.pos, "-absent of a list that says itself how long it is: expected empty or none");
            return e;
        }
        let is_int = matches!(e.ty, Ty::Int(_) | Ty::Wrong);
        let fits = match f.element_ty() {
            _ if f.keys.delta.is_some() => is_int,
            Ty::Int(i) => {
                if let ExprKind::Int(n) = e.kind {
                    let fits = match f.ty {
                        FieldTy::Bits(width) => n >= 0 && width < 127 && n < 1 << width,
                        _ => i.holds(n),
                    };
                    if !fits {
                        self.wrong(&e.pos, format!("-absent: the value does not fit {}", f.id));
                    }
                }
                is_int
            }
            Ty::Float(_) => is_int,
            Ty::Type(t) => is_int && self.program.native(t).is_some_and(|n| n.number().is_some()),
            ty => self.program.agree(&e.ty, &ty) && matches!(ty, Ty::Enum(_) | Ty::Bool),
        };
        if !fits && e.ty != Ty::Wrong {
            let (is, of) = (self.program.describe(&e.ty), self.program.describe(&f.element_ty()));
            let message =
                format!("-absent: the value is not of the type of {}: it is {is}, and {} is {of}", f.id, f.id);
            self.error_help(&e.pos, message, self.absent_of(&f.element_ty()));
        }
        e
    }

    /// What `-absent` may say of a type.
    fn absent_of(&self, ty: &Ty) -> String {
        match ty {
            Ty::Enum(id) => {
                let e = &self.program.enums[*id];
                let value = e.values.first().map_or("value", |v| v.id.as_str());
                format!("a value of the enum, such as {}::{value}; or none", e.id)
            }
            Ty::Bool => "true, false, or none".to_owned(),
            Ty::Int(_) | Ty::Float(_) => "a whole number, or none".to_owned(),
            Ty::Bytes | Ty::Str => "empty, stored and the bytes in hexadecimal (stored 6869), or none".to_owned(),
            Ty::Type(t) if self.program.native(*t).is_some_and(|n| n.number().is_some()) => {
                "a whole number, or none".to_owned()
            }
            _ => "stored and the bytes in hexadecimal that it is read from (stored 0001), or none".to_owned(),
        }
    }

    /// The key of a case, which is to be of the type that is switched on.
    fn key(&self, on: &Expr, key: &Written, at: Within) -> Expr {
        let found = self.any(key, at);
        if !self.program.agree(&found.ty, &on.ty) {
            let (is, of) = (self.program.describe(&found.ty), self.program.describe(&on.ty));
            self.wrong(&key.pos, format!("the case is {is}, and switch-on is {of}"));
        }
        found
    }

    /// The arguments that a type is told.
    fn args(&self, c: TypeId, args: &[Written], pos: &Pos, at: Within) -> Vec<Expr> {
        let t = &self.program.types[c];
        let mut names: Vec<&str> = t.params.iter().map(|p| p.id.as_str()).collect();
        t.told.iter().for_each(|told| names.insert(told.index.min(names.len()), &told.id));
        if names.len() != args.len() {
            self.error_help(
                pos,
                format!("{} takes {} arguments, found {}", t.id, names.len(), args.len()),
                match names.join(", ") {
                    none if none.is_empty() => "it has no parameters".to_owned(),
                    some => format!("its parameters: {some}"),
                },
            );
            return Vec::new();
        }
        let is_told = |i: usize| t.told.iter().find(|told| told.index == i);
        let mut params = t.params.iter();
        let (mut out, mut is_mistaken) = (Vec::new(), false);
        for (i, a) in args.iter().enumerate() {
            let found = self.any(a, at);
            // Two that stand in each other's place are one mistake.
            let is_checked = !is_mistaken && found.ty != Ty::Wrong;
            match is_told(i) {
                Some(told) => is_mistaken |= is_checked && !self.is_version(c, told, &found),
                None => {
                    let Some(p) = params.next() else { continue };
                    let fitting = if is_checked { self.arg(c, p, a, found) } else { found };
                    is_mistaken |= is_checked && fitting.ty == Ty::Wrong;
                    out.push(fitting);
                }
            }
        }
        out
    }

    /// Whether what a type is given as its version is a version, and so that of the file.
    fn is_version(&self, c: TypeId, told: &Told, found: &Expr) -> bool {
        let is_version = self.program.is_version(&found.ty);
        if !is_version {
            let (is, to) = (self.program.describe(&found.ty), &self.program.types[c].id);
            self.wrong(&found.pos, format!("the parameter {} of {to} is the version, and this is {is}", told.id));
        }
        is_version
    }

    fn arg(&self, c: TypeId, p: &Param, a: &Written, found: Expr) -> Expr {
        match &p.ty {
            Ty::Int(_) => self.as_number(found, a),
            Ty::Bool => self.as_truth(found),
            ty if self.program.agree(&found.ty, ty) => found,
            ty => {
                let (is, of) = (self.program.describe(&found.ty), self.program.describe(ty));
                let to = &self.program.types[c].id;
                self.wrong(&a.pos, format!("the parameter {} of {to} is {of}, and this is {is}", p.id))
            }
        }
    }

    /// Kaitai compares what has bounds as it is, and so numbers that are no objects to it.
    fn check_comparable(&self, f: &Field, written: &ast::Valid) {
        let FieldTy::User(c, _) = &f.ty else { return };
        if matches!(written, ast::Valid::Expr(_)) {
            return;
        }
        let message =
            format!("valid: {} is of type {}, which Kaitai compares with no number", f.id, self.program.types[*c].id);
        self.error_help(&f.pos, message, "an expression of its value, such as valid: {expr: _.value >= 0}");
    }

    /// `valid`, as what is to hold.
    fn valid(&self, id: TypeId, f: &Field, written: &ast::Valid) -> Valid {
        self.check_comparable(f, written);
        let at = Within { item: Item::Own(f.place), ..Within::reading(id) };
        let compare = |op, e: &Written| {
            let me = self.program.named(id, f.place, &f.pos);
            let number = match &f.ty {
                FieldTy::User(c, _) => match self.program.types[*c].kind {
                    TypeKind::Native(n) => n.members.iter().position(|m| m.0 == "value").map(|i| (i, n)),
                    _ => None,
                },
                _ => None,
            };
            let me = match number {
                Some((i, n)) => {
                    let kind = ExprKind::Member(Box::new(me), Member::Native(i));
                    Expr::new(kind, n.members[i].1.clone(), &f.pos)
                }
                None => me,
            };
            self.binary(op, me, self.any(e, at), &f.pos)
        };
        let (all, checks, expected) = match written {
            ast::Valid::Eq(e) => (true, vec![compare(Binary::Eq, e)], "the one value it may have"),
            ast::Valid::Range(min, max) => {
                let min = min.iter().map(|e| compare(Binary::Ge, e));
                let max = max.iter().map(|e| compare(Binary::Le, e));
                (true, min.chain(max).collect(), "a value within its range")
            }
            ast::Valid::AnyOf(all) => {
                (false, all.iter().map(|e| compare(Binary::Eq, e)).collect(), "one of the values it may have")
            }
            ast::Valid::Expr(e) => {
                let e = self.truth(e, at);
                let expected = if e.asks_version() { "a value that the version has" } else { "a valid value" };
                (true, vec![e], expected)
            }
        };
        Valid { all, checks, expected }
    }
}

/// What stands for each element of a list that is absent. Readers find none of them: how many there would be, only versions with the list say.
fn of_each_element(absent: &mut Absent) -> Option<Expr> {
    let Absent::Value(e) = absent else { return None };
    let nothing = Expr::new(ExprKind::Empty, Ty::Other, &e.pos);
    let e = std::mem::replace(e, nothing);
    (!matches!(e.kind, ExprKind::Empty)).then_some(e)
}
