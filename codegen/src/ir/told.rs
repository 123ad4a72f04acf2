//! One SSTable has one version. Types of a file that is told the version know it from there, whether they have a parameter for it in Kaitai or
//! not: a type that a new version gives one to changes none of its callers.

use super::analysis::foreign;
use super::{children, version_param, Field, FieldTy, Param, Place, Program, Repeat, Type, TypeId, TypeKind};

/// A parameter that the file's type is told for all.
#[derive(Debug, Clone)]
pub struct Told {
    /// Id.
    pub id: String,
    /// Which of the arguments it is.
    pub index: usize,
    /// The number of the parameter of the file's type.
    pub root: usize,
}

impl Type {
    /// What is told by a parameter of that name, if it is one of the file's type.
    pub(super) fn told(&self, name: &str) -> Option<&Told> {
        self.told.iter().find(|t| t.id == name)
    }
}

/// Takes such parameters from the types, before any expression names them.
pub fn run(program: &mut Program) {
    for id in 0..program.types.len() {
        let found = told(program, id);
        let t = &mut program.types[id];
        t.params.retain(|p| !found.iter().any(|told| told.id == p.id));
        t.params.iter_mut().enumerate().for_each(|(i, p)| p.place = Place::Param(i));
        t.told = found;
    }
}

fn told(p: &Program, id: TypeId) -> Vec<Told> {
    let (t, root) = (&p.types[id], p.files[p.types[id].file].root);
    let Some(version) = version_param(p, root) else { return Vec::new() };
    let at = p.types[root].params.iter().position(|x| x.id == version.id);
    let is_told = t.parent.is_some() && t.kind == TypeKind::Plain && !is_counted(p, id) && !is_used_elsewhere(p, id);
    let Some(at) = at.filter(|_| is_told) else { return Vec::new() };
    let is_it = |x: &Param| x.ty == version.ty && !x.stored;
    let all = t.params.iter().enumerate().filter(|(_, x)| is_it(x));
    all.map(|(index, x)| Told { id: x.id.clone(), index, root: at }).collect()
}

/// Whether a type is that of a list's elements. Those of one width are views, which are given what they ask for.
fn is_counted(p: &Program, id: TypeId) -> bool {
    let is_it = |f: &Field| matches!(f.repeat, Repeat::Count(_)) && matches!(f.ty, FieldTy::User(c, _) if c == id);
    p.types.iter().any(|t| t.fields.iter().any(is_it))
}

/// Whether another file has fields of a type, or of one that the type stands in: there its own parameters say what it is told.
fn is_used_elsewhere(p: &Program, id: TypeId) -> bool {
    let mut free: Vec<TypeId> = (0..p.types.len()).flat_map(|id| foreign(p, id)).collect();
    let mut at = 0;
    while let Some(next) = free.get(at).copied() {
        let inner = children(p, next).into_iter().filter(|c| p.types[*c].file == p.types[next].file);
        let new: Vec<TypeId> = inner.filter(|c| !free.contains(c)).collect();
        free.extend(new);
        at += 1;
    }
    free.contains(&id)
}
