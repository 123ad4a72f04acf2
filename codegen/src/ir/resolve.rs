//! What the names in expressions stand for, and of what types the expressions are: found once, with every mistake in that.

use std::cell::{Cell, RefCell};

use super::foreign::foreign;
use super::function::{Function, FUNCTIONS};
use super::width::Width;
use super::{Expr, ExprKind, Int, NativeFunction, Outer, Place, Program, Range, Ty, TypeId, TypeKind, Unary};
use crate::diag::{Diagnostics, Pos};
use crate::ir::build::find_enum;
use crate::ksy::ast::{InstanceKind, TypeDecl};
use crate::ksy::expr::{Expr as Written, ExprKind as WrittenKind};

/// Resolves the expressions of a program whose types, fields and parameters are known already.
pub struct Resolver<'a> {
    pub(super) program: &'a Program,
    /// The types as they are written.
    pub(super) decls: &'a [&'a TypeDecl],
    values: RefCell<Vec<Vec<Slot>>>,
    pub(super) outer: RefCell<Vec<Vec<Outer>>>,
    pub(super) widths: RefCell<Vec<Width>>,
    /// Of each type, the values that Kaitai alone asks for.
    foreign: Vec<Vec<String>>,
    /// Mistakes found in one of these, which are none.
    refused: Cell<Option<usize>>,
    diags: RefCell<&'a mut Diagnostics>,
}

/// A value of a type, which others may ask for before it is met.
#[derive(Clone)]
enum Slot {
    Unknown,
    Open,
    Known(Box<Value>),
}

/// A value, resolved.
#[derive(Clone)]
pub struct Value {
    pub expr: Expr,
    pub cond: Option<Expr>,
    pub ty: Ty,
}

/// Where an expression stands.
#[derive(Clone, Copy)]
pub struct Within {
    /// The type whose names it uses.
    pub id: TypeId,
    /// Whether it is evaluated when writing, so that functions and registers are known.
    pub writes: bool,
    /// What `_` is.
    pub item: Item,
    /// Whether it is of an instance: evaluated when that is asked for, wherever the stream stands then.
    pub is_asked_for: bool,
}

/// What `_` is.
#[derive(Clone, Copy)]
pub enum Item {
    /// Nothing.
    None,
    /// An element of this type, whose values may be asked for.
    Element(TypeId),
    /// The field itself.
    Own(Place),
}

impl Within {
    /// An expression that readers evaluate.
    pub fn reading(id: TypeId) -> Self {
        Within { id, writes: false, item: Item::None, is_asked_for: false }
    }

    /// The same, of an instance.
    pub fn asked_for(id: TypeId) -> Self {
        Within { is_asked_for: true, ..Within::reading(id) }
    }

    /// One that only writers do.
    pub fn writing(id: TypeId) -> Self {
        Within { writes: true, ..Within::reading(id) }
    }
}

impl<'a> Resolver<'a> {
    /// A resolver that notes mistakes in `diags`.
    pub fn new(program: &'a Program, decls: &'a [&'a TypeDecl], diags: &'a mut Diagnostics) -> Self {
        let values = program.types.iter().map(|t| vec![Slot::Unknown; t.values.len()]).collect();
        let outer = vec![Vec::new(); program.types.len()];
        Resolver {
            program,
            decls,
            values: RefCell::new(values),
            outer: RefCell::new(outer),
            widths: RefCell::new(Vec::new()),
            foreign: foreign(decls),
            refused: Cell::new(None),
            diags: RefCell::new(diags),
        }
    }

    /// Resolves the values of all types, those last that Kaitai alone asks for: of them Rust has what it can compute.
    pub fn values(&self) {
        let all = || {
            let types = self.program.types.iter().enumerate();
            types.flat_map(|(id, t)| t.values.iter().enumerate().map(move |(i, v)| (id, i, v)))
        };
        let is_foreign = |id: TypeId, name: &str| self.foreign[id].iter().any(|n| n == name);
        for (id, i, v) in all().filter(|(id, _, v)| !is_foreign(*id, &v.id)) {
            self.value(id, i, &v.pos);
        }
        for (id, i, v) in all().filter(|(id, _, v)| is_foreign(*id, &v.id)) {
            self.refused.set(Some(0));
            self.value(id, i, &v.pos);
        }
        self.refused.set(None);
    }

    /// What the types ask of their parents, and the widths that they ask for, when all is resolved.
    pub fn into_asked(self) -> (Vec<Vec<Outer>>, Vec<Width>) {
        (self.outer.into_inner(), self.widths.into_inner())
    }

    /// An expression of any type.
    pub fn any(&self, e: &Written, at: Within) -> Expr {
        self.typed(e, at)
    }

    /// An expression that is to be a truth value.
    pub fn truth(&self, e: &Written, at: Within) -> Expr {
        let found = self.typed(e, at);
        self.as_truth(found)
    }

    pub(super) fn as_truth(&self, found: Expr) -> Expr {
        if !matches!(found.ty, Ty::Bool | Ty::Wrong) {
            return self.wrong(&found.pos, "expected a truth value");
        }
        found
    }

    /// An expression that is to be a whole number.
    pub fn number(&self, e: &Written, at: Within) -> Expr {
        self.as_number(self.typed(e, at), e)
    }

    /// An expression, as it is written, that is to be a whole number.
    pub(super) fn as_number(&self, found: Expr, e: &Written) -> Expr {
        match (&found.ty, e.as_name()) {
            (Ty::Int(_) | Ty::Wrong, _) => found,
            (Ty::Type(id), Some(name)) if self.program.native(*id).is_some_and(|n| n.number().is_some()) => {
                self.error_help(&e.pos, "expected a whole number", format!("{name}.value"))
            }
            _ => self.wrong(&e.pos, "expected a whole number"),
        }
    }

    pub(super) fn wrong(&self, pos: &Pos, message: impl Into<String>) -> Expr {
        if !self.refuse() {
            self.diags.borrow_mut().error(pos, message);
        }
        Expr::new(ExprKind::Int(0), Ty::Wrong, pos)
    }

    /// Refuses a name, with one that is like it if there is any.
    pub(super) fn unknown<'n>(
        &self,
        pos: &Pos,
        message: String,
        name: &str,
        known: impl Iterator<Item = &'n str>,
    ) -> Expr {
        match crate::names::like(name, known) {
            Some(other) => self.error_help(pos, message, format!("{other}, if that is meant")),
            None => self.wrong(pos, message),
        }
    }

    pub(super) fn error_help(&self, pos: &Pos, message: impl Into<String>, help: impl Into<String>) -> Expr {
        if !self.refuse() {
            self.diags.borrow_mut().error_help(pos, message, help);
        }
        Expr::new(ExprKind::Int(0), Ty::Wrong, pos)
    }

    /// Whether the values that Kaitai alone asks for are being resolved; then a mistake only refuses the one it is in.
    fn refuse(&self) -> bool {
        let found = self.refused.get();
        self.refused.set(found.map(|n| n + 1));
        found.is_some()
    }

    pub(super) fn typed(&self, e: &Written, at: Within) -> Expr {
        let pos = &e.pos;
        match &e.kind {
            WrittenKind::Int(n) => self.literal(*n, pos),
            WrittenKind::Str(text) => Expr::new(ExprKind::Str(text.clone()), Ty::Str, pos),
            WrittenKind::Bool(b) => Expr::new(ExprKind::Bool(*b), Ty::Bool, pos),
            WrittenKind::Name(name) => self.name(name, pos, at),
            WrittenKind::SizeOf(path) => self.size_of(path, pos, at),
            WrittenKind::Enum(path) => self.enum_value(path, pos, at),
            WrittenKind::Member(of, name) if name == "_sizeof" => self.width_of(of, pos, at),
            WrittenKind::Member(base, name) => self.member(base, name, pos, at),
            WrittenKind::Index(list, index) => self.element(list, index, pos, at),
            WrittenKind::Cast(inner, target) => self.cast(inner, target, pos, at),
            WrittenKind::Unary(Unary::Not, a) => {
                let a = self.truth(a, at);
                Expr::new(ExprKind::Unary(Unary::Not, Box::new(a)), Ty::Bool, pos)
            }
            WrittenKind::Unary(Unary::Neg, a) => self.negation(a, pos, at),
            WrittenKind::Binary(op, a, b) => {
                let (a, b) = (self.typed(a, at), self.typed(b, at));
                self.binary(*op, a, b, pos)
            }
            WrittenKind::Cond(c, a, b) => self.cond([c, a, b], pos, at),
            WrittenKind::Call(f, args) if at.writes => self.call(f, args, pos, at),
            WrittenKind::Each(_) | WrittenKind::Call(..) => {
                self.wrong(pos, "functions stand only in -derive, -native and when of -bits")
            }
        }
    }

    fn name(&self, name: &str, pos: &Pos, at: Within) -> Expr {
        let t = &self.program.types[at.id];
        if name == "_index" {
            return Expr::new(ExprKind::Position, Ty::Int(Int::I64), pos).within(Range::bits(62));
        }
        if let ("_", Item::Own(place)) = (name, at.item) {
            return self.place(at.id, place, pos);
        }
        if let Some(told) = t.told(name) {
            return self.of_file(told.root, pos, at);
        }
        let found = t.find(name);
        if at.writes {
            let register = self.program.files[t.file].registers.iter().position(|r| r == name).map(Place::Register);
            let is_held = found.is_some_and(|x| t.param_at(x).is_some() || t.field_at(x).is_some_and(|f| f.in_model()));
            if let Some(register) = register.filter(|_| !is_held) {
                return self.place(at.id, register, pos);
            }
        }
        match found {
            Some(place) => self.place(at.id, place, pos),
            None => {
                let message = format!("{name} is no field, parameter or value of {} known here", t.id);
                self.unknown(pos, message, name, t.names())
            }
        }
    }

    /// What a name stands for, as an expression.
    pub(super) fn place(&self, id: TypeId, place: Place, pos: &Pos) -> Expr {
        if let Place::Value(i) = place {
            let v = self.value(id, i, pos);
            if v.ty == Ty::Other {
                self.refuse();
            }
            // What may be absent is not known.
            let known = v.expr.range.known.filter(|_| v.cond.is_none());
            return Expr::new(ExprKind::Name(place), v.ty, pos).within(Range { known, ..v.expr.range });
        }
        self.program.named(id, place, pos)
    }

    /// A value of a type.
    pub fn value(&self, id: TypeId, i: usize, pos: &Pos) -> Value {
        let nothing = |ty| Value { expr: Expr::truth(false, pos), cond: None, ty };
        let slot = self.values.borrow().get(id).and_then(|v| v.get(i)).cloned();
        match slot {
            Some(Slot::Known(v)) => return *v,
            Some(Slot::Unknown) => {}
            Some(Slot::Open) => {
                self.wrong(&self.program.types[id].values[i].expr.pos, "a value that is computed from itself");
                return nothing(Ty::Wrong);
            }
            None => return nothing(Ty::Wrong),
        }
        let t = &self.program.types[id];
        let decl = t.values.get(i).and_then(|v| self.decls[id].instances.iter().find(|d| d.id == v.id));
        let Some(InstanceKind::Value { expr, cond, native, .. }) = decl.map(|d| &d.kind) else {
            return nothing(Ty::Wrong);
        };
        if t.kind == TypeKind::Version {
            return nothing(Ty::Bool);
        }
        self.set(id, i, Slot::Open);
        let (at, before) = (Within::asked_for(id), self.refused.get());
        let mut found = match native {
            Some(call) => self.native_call(call, at),
            None => self.typed(expr, at),
        };
        if t.values[i].delta.is_some() {
            found.range = Range::of(&Ty::Int(Int::I64));
            found.ty = Ty::Int(Int::I64);
        }
        let ty = match &found.ty {
            Ty::Int(_) if found.range.mag < 64 => Ty::Int(Int::I64),
            ty => ty.clone(),
        };
        if found.ty == Ty::Other {
            let message = format!("the value {} is that of a switch, which has no type", t.values[i].id);
            found = self.error_help(&expr.pos, message, "the name of the field, where it is asked for");
        }
        let cond = cond.as_ref().map(|c| self.truth(c, at));
        let value = if self.refused.get() == before {
            Value { cond, ty, expr: found }
        } else {
            // Kaitai alone asks for it.
            Value { expr: Expr::new(ExprKind::Empty, Ty::Other, &expr.pos), ..nothing(Ty::Other) }
        };
        self.set(id, i, Slot::Known(Box::new(value.clone())));
        value
    }

    fn set(&self, id: TypeId, i: usize, slot: Slot) {
        if let Some(place) = self.values.borrow_mut().get_mut(id).and_then(|v| v.get_mut(i)) {
            *place = slot;
        }
    }

    fn enum_value(&self, path: &[String], pos: &Pos, at: Within) -> Expr {
        let Some((value, holder)) = path.split_last() else { return self.wrong(pos, "expected enum::value") };
        let Some(id) = find_enum(self.program, at.id, holder) else {
            return self.wrong(pos, format!("unknown enum {}", holder.join("::")));
        };
        match self.program.enums[id].values.iter().position(|v| v.id == *value) {
            Some(i) => Expr::new(ExprKind::Enum(id, i), Ty::Enum(id), pos),
            None => {
                let names: Vec<&str> = self.program.enums[id].values.iter().map(|v| v.id.as_str()).collect();
                let message = format!("{} has no value {value}", self.program.enums[id].id);
                self.error_help(pos, message, format!("it has {}", names.join(", ")))
            }
        }
    }

    /// A call of the runtime: `name(args)`.
    fn native_call(&self, call: &Written, at: Within) -> Expr {
        let Some((name, args)) = call.as_call() else {
            return self.wrong(&call.pos, "-native: expected name(arguments)");
        };
        let args = args.iter().map(|a| self.any(a, at)).collect();
        match NativeFunction::named(name) {
            Some(f) => {
                let f = Function::Native(f);
                Expr::new(ExprKind::Call(f, args), f.ty(self.program), &call.pos)
            }
            None => self.error_help(
                &call.pos,
                format!("-native: the runtime has no function {name}"),
                NativeFunction::names(),
            ),
        }
    }

    fn call(&self, callee: &Written, args: &[Written], pos: &Pos, at: Within) -> Expr {
        let Some(name) = callee.as_name() else {
            return self.error_help(pos, "a call of what is no function", FUNCTIONS);
        };
        let Some(f) = Function::named(name, args.len()) else {
            let message = format!("no function {name} with {} arguments", args.len());
            return self.error_help(pos, message, FUNCTIONS);
        };
        match self.arguments(f, args, pos, at) {
            Some(args) => {
                let range = f.range(self.program);
                Expr::new(ExprKind::Call(f, args), f.ty(self.program), pos).within(range)
            }
            None => Expr::new(ExprKind::Int(0), Ty::Wrong, pos),
        }
    }
}
