//! Reading the maps of a `.ksy` file: each key is known, or it is a mistake.

use super::expr::Expr;
use super::grammar;
use super::yaml::{Kind, Node};
use crate::diag::{Diagnostics, Pos};

/// A map whose keys are taken one by one; what is left over is unknown.
pub struct Map<'n> {
    pub pos: Pos,
    what: &'static str,
    entries: Vec<(&'n str, &'n Node, &'n Node, bool)>,
    known: Vec<&'static str>,
}

impl<'n> Map<'n> {
    /// The entries of `node`, which is to be a map of `what`.
    pub fn new(node: &'n Node, what: &'static str, diags: &mut Diagnostics) -> Option<Self> {
        let Kind::Map(entries) = &node.kind else {
            diags.error(&node.pos, format!("{what}: expected a map, found {}", node.describe()));
            return None;
        };
        let mut out = Map { pos: node.pos.clone(), what, entries: Vec::new(), known: Vec::new() };
        for (key, value) in entries {
            match key.text() {
                Some(k) if out.entries.iter().any(|e| e.0 == k) => diags.error(&key.pos, format!("duplicate key {k}")),
                Some(k) => out.entries.push((k, key, value, false)),
                None => diags.error(&key.pos, "a key is to be text"),
            }
        }
        Some(out)
    }

    /// The value of a key.
    pub fn take(&mut self, key: &'static str) -> Option<&'n Node> {
        self.known.push(key);
        let e = self.entries.iter_mut().find(|e| e.0 == key)?;
        e.3 = true;
        Some(e.2)
    }

    /// The text of a key.
    pub fn text(&mut self, key: &'static str, diags: &mut Diagnostics) -> Option<(String, Pos)> {
        let node = self.take(key)?;
        match node.text() {
            Some(t) => Some((t.to_owned(), node.pos.clone())),
            None => {
                diags.error(&node.pos, format!("{key}: expected text, found {}", node.describe()));
                None
            }
        }
    }

    /// The expression of a key.
    pub fn expr(&mut self, key: &'static str, diags: &mut Diagnostics) -> Option<Expr> {
        let (text, pos) = self.text(key, diags)?;
        grammar::parse(&text, &pos, diags)
    }

    /// Whether a key says `true`.
    pub fn flag(&mut self, key: &'static str, diags: &mut Diagnostics) -> bool {
        match self.text(key, diags) {
            Some((t, _)) if t == "true" => true,
            Some((t, _)) if t == "false" => false,
            Some((t, pos)) => {
                diags.error(&pos, format!("{key}: expected true or false, found {t}"));
                false
            }
            None => false,
        }
    }

    /// The list of texts of a key.
    pub fn texts(&mut self, key: &'static str, diags: &mut Diagnostics) -> Vec<(String, Pos)> {
        self.take(key).map(|node| texts(node, key, diags)).unwrap_or_default()
    }

    /// Every entry, for maps whose keys are names.
    pub fn all(&mut self) -> Vec<(&'n str, Pos, &'n Node)> {
        self.entries.iter_mut().for_each(|e| e.3 = true);
        self.entries.iter().map(|e| (e.0, e.1.pos.clone(), e.2)).collect()
    }

    /// Notes every key that was not taken.
    pub fn finish(self, diags: &mut Diagnostics) {
        for (key, node, _, taken) in &self.entries {
            if !taken {
                let mut known = self.known.clone();
                known.sort_unstable();
                known.dedup();
                let kind = if key.starts_with('-') { "extension key" } else { "key" };
                diags.error_help(
                    &node.pos,
                    format!("unknown {kind} {key} of {}", self.what),
                    format!("known here: {}", known.join(", ")),
                );
            }
        }
    }
}

/// The texts of a list.
pub fn texts(node: &Node, key: &str, diags: &mut Diagnostics) -> Vec<(String, Pos)> {
    match &node.kind {
        Kind::Seq(items) => items
            .iter()
            .filter_map(|n| match n.text() {
                Some(t) => Some((t.to_owned(), n.pos.clone())),
                None => {
                    diags.error(&n.pos, format!("{key}: expected text, found {}", n.describe()));
                    None
                }
            })
            .collect(),
        _ => {
            diags.error(&node.pos, format!("{key}: expected a list, found {}", node.describe()));
            Vec::new()
        }
    }
}
