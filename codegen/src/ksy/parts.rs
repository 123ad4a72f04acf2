//! The declarations of a file as pieces that can be taken out, so that one that is wrong does not hide what is wrong with others.

use std::collections::BTreeSet;

use super::ast::File;
use super::parse::parse_node;
use super::yaml::{self, Kind, Node};
use crate::diag::{Diagnostic, Diagnostics};

/// Lists and maps of declarations.
const GROUPS: [&str; 5] = ["params", "seq", "instances", "types", "enums"];

/// A file as it is written, less what has been taken out.
pub struct Parts<'s> {
    path: &'s str,
    /// Nothing of it: it is no YAML, or it has been taken out.
    node: Option<Node>,
}

/// A declaration, or a key of a type: the way to it, and the words in it.
struct Part {
    line_col: (u32, u32),
    /// Numbers of entries, from the file's map on.
    way: Vec<usize>,
    words: BTreeSet<String>,
    id: Option<String>,
    /// The types that it is in.
    within: Vec<String>,
    /// What others name it by, and what is in it.
    ids: BTreeSet<String>,
    role: Role,
}

/// What a part is, as far as others depend on it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// A parameter: who has fields of the type tells it.
    Param,
    /// A value, or the bytes at a position: it goes with what it is computed from.
    Instance,
    Other,
}

impl<'s> Parts<'s> {
    /// Those of a text.
    pub fn new(path: &'s str, text: &str, index: usize) -> Self {
        Parts { path, node: yaml::parse(text, index, &mut Diagnostics::default()) }
    }

    /// What is left of the file.
    pub fn parse(&self, diags: &mut Diagnostics) -> Option<File> {
        parse_node(self.path, self.node.as_ref()?, diags)
    }

    /// Whether a mistake in this file may follow from what has been taken out: that is named where it is, or had named that, or the type it is in.
    pub fn follows(&self, mistake: &Diagnostic, gone: &Taken) -> bool {
        self.part_of(mistake).is_none_or(|part| {
            let is_named = part.id.iter().chain(&part.within).any(|id| gone.words.contains(id));
            let id = self.path.rsplit('/').next().unwrap_or(self.path).trim_end_matches(".ksy");
            let lacks_layout = gone.layouts.contains(part.within.first().map_or(id, String::as_str));
            is_named || !part.words.is_disjoint(&gone.ids) || (lacks_layout && part.words.contains("if"))
        })
    }

    /// Whether a mistake is in this file.
    pub fn has(&self, mistake: &Diagnostic) -> bool {
        self.path == mistake.file
    }

    fn part_of(&self, mistake: &Diagnostic) -> Option<Part> {
        let at = (mistake.line, mistake.col);
        self.parts().into_iter().filter(|part| part.line_col <= at).max_by_key(|part| part.line_col)
    }

    /// Adds what is computed from what is gone; and the keys of types, such as `-layout`, that name it: these do not do for others what they should.
    pub fn add_touched(&self, gone: &mut Taken) {
        let mut values: Vec<Part> = self.parts();
        values.retain(|part| part.role == Role::Instance);
        while let Some(at) = values.iter().position(|part| !part.words.is_disjoint(&gone.ids)) {
            gone.ids.extend(values.swap_remove(at).id);
        }
        let keys = self.parts().into_iter().filter(|part| part.id.is_none() && !part.words.is_disjoint(&gone.ids));
        let words: Vec<_> = keys.flat_map(|part| part.words).collect();
        gone.words.extend(words);
    }

    fn parts(&self) -> Vec<Part> {
        let mut parts = Vec::new();
        if let Some(node) = &self.node {
            collect(node, &mut Vec::new(), &mut parts);
        }
        parts
    }

    /// Takes out the part that a mistake in this file is in, or all of it if there is none.
    pub fn take_out(&mut self, mistake: &Diagnostic, gone: &mut Taken) {
        let id = self.path.rsplit('/').next().unwrap_or(self.path).trim_end_matches(".ksy");
        let part = self.part_of(mistake);
        let found = part.filter(|part| self.node.as_mut().is_some_and(|node| remove(node, &part.way)));
        match found {
            Some(part) => {
                if part.words.contains("same") {
                    gone.layouts.insert(part.within.first().map_or(id, String::as_str).to_owned());
                }
                if part.role == Role::Param {
                    gone.ids.insert(part.within.first().map_or(id, String::as_str).to_owned());
                }
                gone.words.extend(part.words);
                gone.ids.extend(part.ids);
            }
            None => {
                self.node = None;
                let _ = gone.ids.insert(id.to_owned());
            }
        }
    }
}

/// What was taken out.
#[derive(Default)]
pub struct Taken {
    /// The words in it.
    pub words: BTreeSet<String>,
    /// What others name it by.
    pub ids: BTreeSet<String>,
    /// The types that have lost a layout of a field: whichever is there in some versions may have been meant.
    pub layouts: BTreeSet<String>,
}

/// The parts of a type, and of those in it.
fn collect(node: &Node, way: &mut Vec<usize>, out: &mut Vec<Part>) {
    let Kind::Map(entries) = &node.kind else { return };
    for (i, (key, value)) in entries.iter().enumerate() {
        let name = key.text().unwrap_or_default();
        way.push(i);
        match (&value.kind, GROUPS.contains(&name)) {
            (Kind::Seq(items), true) => {
                for (i, item) in items.iter().enumerate() {
                    way.push(i);
                    let role = if name == "params" { Role::Param } else { Role::Other };
                    out.push(Part { role, ..part((item.pos.line, item.pos.col), way, item, id_of(item)) });
                    way.pop();
                }
            }
            (Kind::Map(items), true) => {
                for (i, (key, item)) in items.iter().enumerate() {
                    way.push(i);
                    let role = if name == "instances" { Role::Instance } else { Role::Other };
                    out.push(Part { role, ..part((key.pos.line, key.pos.col), way, item, key.text()) });
                    if name == "types" {
                        let from = out.len();
                        collect(item, way, out);
                        let id = key.text().unwrap_or_default();
                        out.iter_mut().skip(from).for_each(|part| part.within.push(id.to_owned()));
                    }
                    way.pop();
                }
            }
            // Without it there is no file; and what a file imports is not its own.
            _ if name == "meta" => {}
            _ => {
                let mut part = part((key.pos.line, key.pos.col), way, value, None);
                if let (Kind::Map(registers), "-state" | "-enter" | "-leave") = (&value.kind, name) {
                    part.ids.extend(registers.iter().filter_map(|(register, _)| register.text()).map(str::to_owned));
                }
                out.push(part);
            }
        }
        way.pop();
    }
}

fn id_of(item: &Node) -> Option<&str> {
    let Kind::Map(entries) = &item.kind else { return None };
    entries.iter().find(|(key, _)| key.text() == Some("id")).and_then(|(_, id)| id.text())
}

fn part(line_col: (u32, u32), way: &[usize], node: &Node, id: Option<&str>) -> Part {
    let (mut words, mut ids) = (BTreeSet::new(), BTreeSet::new());
    words_of(node, &mut words);
    ids.extend(id.map(str::to_owned));
    words.extend(id.map(str::to_owned));
    ids_in(node, &mut ids);
    Part { line_col, way: way.to_vec(), words, id: id.map(str::to_owned), within: Vec::new(), ids, role: Role::Other }
}

/// The ids that are declared in a node.
fn ids_in(node: &Node, out: &mut BTreeSet<String>) {
    match &node.kind {
        Kind::Scalar(_) => {}
        Kind::Seq(items) => items.iter().for_each(|item| ids_in(item, out)),
        Kind::Map(entries) => {
            for (key, value) in entries {
                match (key.text(), value.text()) {
                    (Some("id" | "as"), Some(id)) => drop(out.insert(id.to_owned())),
                    (Some("instances" | "types" | "enums"), None) => {
                        if let Kind::Map(named) = &value.kind {
                            out.extend(named.iter().filter_map(|(key, _)| key.text()).map(str::to_owned));
                        }
                        ids_in(value, out);
                    }
                    _ => ids_in(value, out),
                }
            }
        }
    }
}

/// The words that stand in a node, without its documentation.
fn words_of(node: &Node, out: &mut BTreeSet<String>) {
    match &node.kind {
        Kind::Scalar(text) => out.extend(words(text)),
        Kind::Seq(items) => items.iter().for_each(|item| words_of(item, out)),
        Kind::Map(entries) => {
            for (key, value) in entries.iter().filter(|(key, _)| !matches!(key.text(), Some("doc" | "doc-ref"))) {
                words_of(key, out);
                words_of(value, out);
            }
        }
    }
}

/// The names in a text.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let split = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    split.filter(|word| word.starts_with(|c: char| c.is_ascii_alphabetic())).map(str::to_owned)
}

/// Removes what a way leads to. Whether it was there.
fn remove(node: &mut Node, way: &[usize]) -> bool {
    let Some((first, rest)) = way.split_first() else { return false };
    match (&mut node.kind, rest.is_empty()) {
        (Kind::Seq(items), true) if *first < items.len() => drop(items.remove(*first)),
        (Kind::Map(entries), true) if *first < entries.len() => drop(entries.remove(*first)),
        (Kind::Seq(items), false) => return items.get_mut(*first).is_some_and(|item| remove(item, rest)),
        (Kind::Map(entries), false) => return entries.get_mut(*first).is_some_and(|(_, value)| remove(value, rest)),
        _ => return false,
    }
    true
}
