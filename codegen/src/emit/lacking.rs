//! Which fields which versions do not have, by their paths in the components.

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;
use crate::ir::{truth, Field, Place, Truth, Type, TypeId, TypeKind};

impl Emitter<'_> {
    /// The table of the fields that some versions do not store, and the function that asks it.
    pub(super) fn lacking(&self) -> TokenStream {
        // One path may lead to fields of several types, of which each version has those that it has.
        let mut all: Vec<(String, String, Vec<String>)> = Vec::new();
        for id in crate::ir::components(self.program) {
            let component = self.program.files[self.program.types[id].file].component.clone().unwrap_or_default();
            self.lacking_below(id, ("", &[]), &mut Vec::new(), &mut |path, versions| match all
                .iter_mut()
                .find(|a| a.0 == component && a.1 == path)
            {
                Some(known) => known.2.retain(|v| versions.contains(v)),
                None => all.push((component.clone(), path, versions)),
            });
        }
        let is_below = |a: &(String, String, Vec<String>), b: &(String, String, Vec<String>)| {
            a.0 == b.0 && a.2 == b.2 && a.1.strip_prefix(&b.1).is_some_and(|rest| rest.starts_with('.'))
        };
        let all: Vec<_> = all.iter().filter(|a| !a.2.is_empty() && !all.iter().any(|b| is_below(a, b))).collect();
        let rows = all.iter().map(|(component, path, versions)| {
            let versions = versions.join(" ");
            quote!((#component, #path, #versions),)
        });
        quote! {
            /// Component, path of the field without numbers of elements, and the versions that do not store it.
            static LACKING: &[(&str, &str, &str)] = &[#(#rows)*];

            impl Context<'_> {
                /// Whether the version stores a field, told by its path from the component's first type on.
                pub fn stores(&self, component: &str, path: &str) -> bool {
                    let path = __rt::walk::without_numbers(path);
                    let is_it = |lacking: &str| {
                        path.strip_prefix(lacking).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
                    };
                    !LACKING.iter().any(|(of, lacking, versions)| {
                        *of == component && is_it(lacking) && versions.split(' ').any(|v| v == self.v.letters())
                    })
                }
            }
        }
    }

    /// Tells of each field below a type at `path`, which some versions do not have, and of the versions that do not have the field.
    fn lacking_below(
        &self,
        id: TypeId,
        (at, lacking): (&str, &[String]),
        way: &mut Vec<TypeId>,
        found: &mut dyn FnMut(String, Vec<String>),
    ) {
        if way.contains(&id) || self.program.types[id].kind != TypeKind::Plain {
            return;
        }
        way.push(id);
        let t = &self.program.types[id];
        for f in t.stored() {
            let path = if at.is_empty() { f.id.clone() } else { format!("{at}.{}", f.id) };
            let mut versions = self.versions_without(id, t, f);
            versions.extend(lacking.iter().filter(|v| !versions.contains(v)).cloned().collect::<Vec<_>>());
            found(path.clone(), versions.clone());
            for target in f.targets() {
                self.lacking_below(target.ty, (&path, &versions), way, found);
            }
        }
        way.pop();
    }

    /// The versions that have no layout of a field, be it of the model or computed.
    fn versions_without(&self, id: TypeId, t: &Type, f: &Field) -> Vec<String> {
        if f.same_as.is_some() || f.cond.is_none() || !matches!(f.place, Place::Field(_)) {
            return Vec::new();
        }
        let rows = self.program.files.iter().flat_map(|file| file.versions.iter().map(|v| (file.root, v)));
        let lacks = rows.filter(|(root, v)| {
            let is_no = |x: &Field| x.cond.as_ref().is_some_and(|c| truth(self.program, id, c, *root, v) == Truth::No);
            t.layouts(f.place).all(is_no)
        });
        lacks.map(|(_, v)| v.letters.clone()).collect()
    }
}
