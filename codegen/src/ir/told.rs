//! One SSTable has one version. Types of a file that is told the version know it from there, whether they have a parameter for it in Kaitai or
//! not: a type that a new version gives one to changes none of its callers.

use super::analysis::foreign;
use super::{children, version_param, Param, Place, Program, Type, TypeId, TypeKind};

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
    let elsewhere = used_elsewhere(program);
    for id in 0..program.types.len() {
        let found = if elsewhere.contains(&id) { Vec::new() } else { told(program, id) };
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
    let is_told = t.parent.is_some() && t.kind == TypeKind::Plain;
    let Some(at) = at.filter(|_| is_told) else { return Vec::new() };
    let is_it = |x: &Param| x.ty == version.ty && !x.stored;
    let all = t.params.iter().enumerate().filter(|(_, x)| is_it(x));
    all.map(|(index, x)| Told { id: x.id.clone(), index, root: at }).collect()
}

/// The types that other files have fields of, and what stands in those: there its own parameters say what a type is told.
fn used_elsewhere(p: &Program) -> Vec<TypeId> {
    let mut found: Vec<TypeId> = (0..p.types.len()).flat_map(|id| foreign(p, id)).collect();
    let mut at = 0;
    while let Some(next) = found.get(at).copied() {
        let inner = children(p, next).into_iter().filter(|c| p.types[*c].file == p.types[next].file);
        let new: Vec<TypeId> = inner.filter(|c| !found.contains(c)).collect();
        found.extend(new);
        at += 1;
    }
    found
}
