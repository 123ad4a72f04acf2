//! From the trees of all files to the [`Program`].

use std::collections::HashMap;

use super::resolve::Resolver;
use super::{
    analysis, asked, certain, features, field, flags, presence, stated, told, width, BodyInstance, Enum, Expr, Field,
    FieldTy, File, Int, Native, Param, Place, Program, Ty, Type, TypeId, TypeKind, Valid, ValueInstance,
};
use super::{EnumId, Facts, Presence};
use crate::diag::{Diagnostics, Pos};
use crate::ksy::ast::{self, Attr, Instance, InstanceKind, TypeDecl, TypeExpr, TypeRef};
use crate::ksy::expr::Expr as Written;
use crate::names;

/// Resolves the files against each other: first the types and what stands in them, then the expressions, which may name all of it.
pub fn build(files: &[ast::File], diags: &mut Diagnostics) -> Program {
    let mut b = Builder {
        program: Program::default(),
        files,
        scopes: Vec::new(),
        decls: Vec::new(),
        unimported: Default::default(),
        diags,
    };
    for (index, file) in files.iter().enumerate() {
        b.declare_file(index, file);
    }
    for (index, file) in files.iter().enumerate() {
        let root = b.program.files[index].root;
        b.resolve_type(root, &file.root);
        b.program.files[index].registers = registers(&file.root);
    }
    let Builder { mut program, decls, diags, .. } = b;
    if !diags.is_empty() {
        return program;
    }
    told::run(&mut program);
    let widths = expressions(&mut program, &decls, diags);
    features::evaluate(&mut program, files, diags);
    presence::run(&mut program, diags);
    stated::check(&program, &widths, diags);
    certain::check(&program, diags);
    asked::check(&program, diags);
    flags::check(&program, diags);
    analysis::run(&mut program, diags);
    program
}

/// The names of the registers of a file.
fn registers(root: &TypeDecl) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut all = vec![root];
    while let Some(t) = all.pop() {
        for (name, _) in t.state.iter().chain(&t.enter) {
            if !out.contains(name) {
                out.push(name.clone());
            }
        }
        all.extend(&t.types);
    }
    out
}

/// Puts the resolved expressions into a program that has all but them. The widths that they ask for.
fn expressions(program: &mut Program, decls: &[&TypeDecl], diags: &mut Diagnostics) -> Vec<width::Width> {
    let resolver = Resolver::new(program, decls, diags);
    resolver.values();
    let all: Vec<_> = (0..decls.len()).map(|id| resolver.parts_of(id)).collect();
    let (outer, widths) = resolver.into_asked();
    for ((t, resolved), outer) in program.types.iter_mut().zip(all).zip(outer) {
        t.outer = outer;
        (t.fields, t.bodies, t.values) = (resolved.fields, resolved.bodies, resolved.values);
        (t.state, t.enter, t.leave) = (resolved.state, resolved.enter, resolved.leave);
    }
    widths
}

struct Scope {
    types: HashMap<String, TypeId>,
    enums: HashMap<String, EnumId>,
}

struct Builder<'a> {
    program: Program,
    files: &'a [ast::File],
    /// Of each type: the types and enumerations declared in it.
    scopes: Vec<Scope>,
    /// The types as they are written.
    decls: Vec<&'a TypeDecl>,
    /// What a file uses and does not import, which is said once.
    unimported: std::collections::HashSet<(usize, String)>,
    diags: &'a mut Diagnostics,
}

impl<'a> Builder<'a> {
    fn declare_file(&mut self, index: usize, file: &'a ast::File) {
        let id = file.root.id.clone();
        let module = names::module(&id);
        self.program.files.push(File {
            path: file.path.clone(),
            id,
            module,
            title: file.title.clone(),
            component: file.component.clone(),
            root: 0,
            types: Vec::new(),
            enums: Vec::new(),
            versions: Vec::new(),
            registers: Vec::new(),
        });
        let root = self.declare(index, None, &file.root);
        self.program.files[index].root = root;
    }

    fn declare(&mut self, file: usize, parent: Option<TypeId>, decl: &'a TypeDecl) -> TypeId {
        let id = self.program.types.len();
        let mut rust = names::camel(&decl.id);
        if ["Option", "Result", "String", "Vec", "Box", "Some", "None", "Self", "From", "Default"]
            .contains(&rust.as_str())
        {
            rust = format!("{}{rust}", names::camel(&self.program.files[file].module));
        }
        let taken = |b: &Self, name: &str| b.program.files[file].types.iter().any(|t| b.program.types[*t].rust == name);
        if taken(self, &rust) {
            let prefix = parent.map_or(String::new(), |p| self.program.types[p].rust.clone());
            rust = format!("{prefix}{rust}");
        }
        self.program.types.push(Type {
            id: decl.id.clone(),
            rust,
            file,
            parent,
            pos: decl.pos.clone(),
            doc: decl.doc.clone(),
            doc_ref: decl.doc_ref.clone(),
            mode: decl.mode,
            kind: TypeKind::Plain,
            event: decl.event.clone(),
            params: Vec::new(),
            told: Vec::new(),
            fields: Vec::new(),
            values: Vec::new(),
            bodies: Vec::new(),
            outer: Vec::new(),
            state: Vec::new(),
            enter: Vec::new(),
            leave: Vec::new(),
            preserve_trailing: decl.preserve_trailing,
            layout: decl.layout.clone(),
            facts: Facts::default(),
        });
        self.decls.push(decl);
        self.scopes.push(Scope { types: HashMap::new(), enums: HashMap::new() });
        self.program.files[file].types.push(id);
        for e in &decl.enums {
            let enum_id = self.program.enums.len();
            let rust = names::camel(&e.id);
            let (id_of, pos, values) = (e.id.clone(), e.pos.clone(), e.values.clone());
            self.program.enums.push(Enum { id: id_of, rust, file, scope: id, pos, values });
            self.program.files[file].enums.push(enum_id);
            self.scopes[id].enums.insert(e.id.clone(), enum_id);
        }
        for t in &decl.types {
            let child = self.declare(file, Some(id), t);
            if self.scopes[id].types.insert(t.id.clone(), child).is_some() {
                self.diags.error(&t.pos, format!("duplicate type {}", t.id));
            }
        }
        id
    }

    fn resolve_type(&mut self, id: TypeId, decl: &TypeDecl) {
        let is_version =
            !self.files[self.program.types[id].file].versions.is_empty() && self.program.types[id].parent.is_none();
        let kind = match &decl.native {
            _ if is_version => TypeKind::Version,
            None => TypeKind::Plain,
            Some(name) => match Native::named(name) {
                Some(n) => TypeKind::Native(n),
                None => {
                    self.diags.error_help(&decl.pos, format!("unknown -native {name}"), Native::names());
                    TypeKind::Plain
                }
            },
        };
        let params = decl.params.iter().enumerate().filter_map(|(i, p)| self.param(id, i, p)).collect();
        // What stands in an algorithm of the runtime is for Kaitai.
        let is_plain = kind == TypeKind::Plain;
        let seq = decl.seq.iter().filter(|_| is_plain);
        let fields: Vec<Field> =
            seq.enumerate().filter_map(|(i, a)| self.field(id, Place::Field(i), a, &decl.instances)).collect();
        let (mut values, mut written) = (Vec::new(), Vec::new());
        for i in decl.instances.iter().filter(|_| is_plain || is_version) {
            match &i.kind {
                InstanceKind::Value { expr, cond, in_model, .. } => values.push(ValueInstance {
                    id: i.id.clone(),
                    place: Place::Value(values.len()),
                    ty: Ty::Bool,
                    delta: fields.iter().position(|f| f.keys.delta.as_ref().is_some_and(|d| d.name == i.id)),
                    pos: i.pos.clone(),
                    doc: i.doc.clone(),
                    expr: unknown(expr),
                    cond: cond.as_ref().map(unknown),
                    in_model: *in_model,
                }),
                InstanceKind::Bytes { at, attr } => written.push((at, &**attr)),
            }
        }
        let mut bodies = Vec::new();
        for (at, attr) in in_order(written) {
            if let Some(field) = self.field(id, Place::Body(bodies.len()), attr, &decl.instances) {
                bodies.push(BodyInstance { at: unknown(at), field });
            }
        }
        let t = &mut self.program.types[id];
        (t.kind, t.params, t.fields, t.values, t.bodies) = (kind, params, fields, values, bodies);
        field::refer(t);
        for child in &decl.types {
            if let Some(&child_id) = self.scopes[id].types.get(&child.id) {
                self.resolve_type(child_id, child);
            }
        }
    }

    fn param(&mut self, scope: TypeId, index: usize, p: &ast::Param) -> Option<Param> {
        let inner = match p.ty.path.as_slice() {
            [name] if name == "bool" => Ty::Bool,
            [name] if name == "str" => Ty::Str,
            [name] if Int::parse(name, false).is_some() => Ty::Int(Int::parse(name, false)?),
            _ => Ty::Type(self.lookup(scope, &p.ty)?),
        };
        let ty = if p.ty.array { Ty::Array(Box::new(inner)) } else { inner };
        Some(Param {
            id: p.id.clone(),
            place: Place::Param(index),
            pos: p.pos.clone(),
            ty,
            stored: p.stored,
            doc: p.doc.clone(),
        })
    }

    /// A field, but for its expressions.
    fn field(&mut self, scope: TypeId, place: Place, a: &Attr, instances: &[Instance]) -> Option<Field> {
        let little = self.files[self.program.types[scope].file].little_endian;
        let ty = match &a.ty {
            TypeExpr::Bytes => FieldTy::Bytes,
            TypeExpr::Named(r) => self.field_ty(scope, r, little)?,
            TypeExpr::Switch { on, cases } => {
                let cases = cases
                    .iter()
                    .map(|(key, r)| self.lookup(scope, r).map(|t| (unknown(key), t, Vec::new())))
                    .collect::<Option<Vec<_>>>()?;
                FieldTy::Switch(unknown(on), cases)
            }
        };
        let enumeration = match &a.enumeration {
            Some(name) => Some(self.lookup_enum(scope, name, &a.pos)?),
            None => None,
        };
        let values: Vec<&str> =
            instances.iter().filter(|i| matches!(i.kind, InstanceKind::Value { .. })).map(|i| i.id.as_str()).collect();
        let value = |name: &str| values.iter().position(|v| *v == name).map(Place::Value);
        let index = match place {
            Place::Field(i) => i,
            _ => 0,
        };
        let flag = |(i, bit): (usize, &ast::Bit)| bit.stored().and_then(value).unwrap_or(Place::Bit(index, i));
        Some(Field {
            id: a.id.clone(),
            place,
            pos: a.pos.clone(),
            doc: a.doc.clone(),
            ty,
            cond: a.cond.as_ref().map(unknown),
            repeat: a.repeat.map(unknown),
            size: a.size.map(unknown),
            enumeration,
            valid: a.valid.as_ref().map(|_| Valid { all: true, checks: Vec::new(), expected: "" }),
            same_as: None,
            over: Vec::new(),
            sum: a.keys.delta.as_ref().and_then(|d| value(&d.name)),
            flags: a.keys.bits.iter().enumerate().map(flag).collect(),
            keys: a.keys.map(&mut |e, _| unknown(e)),
            fill: None,
            presence: Presence::Always,
            optional: a.cond.is_some(),
        })
    }

    fn field_ty(&mut self, scope: TypeId, r: &TypeRef, little: bool) -> Option<FieldTy> {
        if let [name] = r.path.as_slice() {
            if let Some(int) = Int::parse(name, little) {
                return Some(FieldTy::Int(int));
            }
            match name.as_str() {
                "str" => return Some(FieldTy::Str),
                "f4" | "f4be" => return Some(FieldTy::Float(4, false)),
                "f8" | "f8be" => return Some(FieldTy::Float(8, false)),
                "f4le" => return Some(FieldTy::Float(4, true)),
                "f8le" => return Some(FieldTy::Float(8, true)),
                _ => {}
            }
            if let Some(n) = name.strip_prefix('b').and_then(|n| n.parse::<u32>().ok()) {
                if n == 0 || n > 32 {
                    self.diags.error_help(
                        &r.pos,
                        format!("{n} bits in one field"),
                        "1 to 32: JavaScript reads no more at a time",
                    );
                }
                return Some(FieldTy::Bits(n));
            }
        }
        Some(FieldTy::User(self.lookup(scope, r)?, Vec::new()))
    }

    fn file_of(&self, name: &str) -> Option<usize> {
        self.program.files.iter().position(|f| f.id == name)
    }

    fn lookup(&mut self, scope: TypeId, r: &TypeRef) -> Option<TypeId> {
        let (first, rest) = r.path.split_first()?;
        let mut at = Some(scope);
        let mut found = None;
        while let Some(t) = at {
            if let Some(&id) = self.scopes[t].types.get(first) {
                found = Some(id);
                break;
            }
            at = self.program.types[t].parent;
        }
        let file = self.program.types[scope].file;
        if found.is_none() {
            let imported = first == &self.program.files[file].id
                || self.files[file].imports.iter().any(|(i, _)| i.rsplit('/').next() == Some(first));
            found = self.file_of(first).map(|f| self.program.files[f].root);
            if found.is_some() && !imported && self.unimported.insert((file, first.clone())) {
                self.diags.error_help(&r.pos, format!("{first} is not imported"), crate::further::NOT_IMPORTED);
            }
        }
        for part in rest {
            found = found.and_then(|t| self.scopes[t].types.get(part).copied());
        }
        if found.is_none() {
            self.diags.error_help(
                &r.pos,
                format!("unknown type {}", r.path.join("::")),
                "a type of this file, or a file, or file::type, that meta.imports lists",
            );
        }
        found
    }

    fn lookup_enum(&mut self, scope: TypeId, name: &str, pos: &Pos) -> Option<EnumId> {
        let path: Vec<String> = name.split("::").map(str::to_owned).collect();
        let found = find_enum(&self.program, scope, &path);
        if found.is_none() {
            self.diags.error_help(pos, format!("unknown enum {name}"), "an enum of this file, or file::enum");
        }
        found
    }
}

/// Stands for an expression until all that it may name is known.
fn unknown(e: &Written) -> Expr {
    Expr::truth(false, &e.pos)
}

/// Bodies behind those that say where they are.
fn in_order<'w>(mut left: Vec<(&'w Written, &'w Attr)>) -> Vec<(&'w Written, &'w Attr)> {
    let mut out = Vec::new();
    while !left.is_empty() {
        let waits = |e: &Written| left.iter().any(|(_, a)| e.mentions(&a.id));
        let free = left.iter().position(|(at, a)| !a.exprs().into_iter().chain([*at]).any(waits));
        // Those of a circle find nothing of one another when they are read.
        out.push(left.remove(free.unwrap_or(0)));
    }
    out
}

/// The enumeration that a path names, seen from a type.
pub fn find_enum(program: &Program, scope: TypeId, path: &[String]) -> Option<EnumId> {
    let (name, holder) = path.split_last()?;
    let at = |t: TypeId| program.enums.iter().position(|e| e.scope == t && e.id == *name);
    if holder.is_empty() {
        let mut t = Some(scope);
        while let Some(id) = t {
            if let Some(e) = at(id) {
                return Some(e);
            }
            t = program.types[id].parent;
        }
        return None;
    }
    let file = program.files.iter().find(|f| Some(&f.id) == holder.first())?;
    let mut t = file.root;
    for part in holder.get(1..)? {
        t = *file.types.iter().find(|c| program.types[**c].parent == Some(t) && program.types[**c].id == *part)?;
    }
    at(t)
}
