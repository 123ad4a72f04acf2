//! The extension keys of a field.

use super::ast::{Absent, Bit, Checksum, Delta, Instance, InstanceKind, Keys};
use super::checksum::Algorithm;
use super::expr::{Expr, ExprKind};
use super::grammar;
use super::map::Map;
use super::parse::{is_name, name_of, required};
use super::yaml::{self, Node};
use crate::diag::{Diagnostics, Pos};

pub(super) fn keys(id: &str, map: &mut Map<'_>, instances: &[Instance], diags: &mut Diagnostics) -> Keys {
    let mut out = Keys {
        derive: map.expr("-derive", diags),
        same_as: map.text("-same-as", diags).map(|t| t.0),
        boolean: map.flag("-bool", diags),
        droppable: map.flag("-droppable", diags),
        absent: absent(map, diags),
        checksum: None,
        algo: map.text("-algo", diags).and_then(|(name, pos)| algorithm(&name, pos, diags)),
        delta: None,
        bits: Vec::new(),
        java_utf: false,
    };
    if let Some((e, pos)) = map.text("-encoding", diags) {
        out.java_utf = e == "java-modified-utf-8";
        if !out.java_utf {
            diags.error_help(&pos, format!("unknown -encoding {e}"), "java-modified-utf-8");
        }
    }
    out.checksum = map.take("-checksum").and_then(|n| checksum(n, diags));
    out.delta = map.take("-delta").and_then(|n| delta(id, n, instances, diags));
    out.bits = map.take("-bits").map(|n| bits(n, diags)).unwrap_or_default();
    out
}

fn absent(map: &mut Map<'_>, diags: &mut Diagnostics) -> Option<Absent> {
    let (text, pos) = map.text("-absent", diags)?;
    if text == "none" {
        return Some(Absent::Nothing(pos));
    }
    if let Some(hex) = text.strip_prefix("stored ") {
        let digits: String = hex.split_whitespace().collect();
        let bytes: Option<Vec<u8>> =
            (0..digits.len()).step_by(2).map(|i| u8::from_str_radix(digits.get(i..i + 2)?, 16).ok()).collect();
        if bytes.is_none() {
            diags.error_help(
                &pos,
                "-absent: stored is followed by bytes",
                "two hexadecimal digits each: stored 0000 0001",
            );
        }
        return bytes.map(|bytes| Absent::Stored(bytes, pos));
    }
    grammar::parse(&text, &pos, diags).map(Absent::Value)
}

fn checksum(node: &Node, diags: &mut Diagnostics) -> Option<Checksum> {
    let mut map = Map::new(node, "-checksum", diags)?;
    let algo = required(&mut map, "algo", diags);
    let over = map.texts("over", diags).into_iter().map(|t| t.0).collect();
    map.finish(diags);
    let (algo, pos) = algo?;
    let (algo, _) = algorithm(&algo, pos, diags)?;
    Some(Checksum { pos: node.pos.clone(), algo, over })
}

fn algorithm(name: &str, pos: Pos, diags: &mut Diagnostics) -> Option<(&'static Algorithm, Pos)> {
    let found = Algorithm::named(name);
    if found.is_none() {
        diags.error_help(&pos, format!("unknown checksum {name}"), Algorithm::names());
    }
    Some((found?, pos))
}

/// What is added to the field stands in the instance that says the same to Kaitai; `base` may repeat it.
fn delta(id: &str, node: &Node, instances: &[Instance], diags: &mut Diagnostics) -> Option<Delta> {
    let mut map = Map::new(node, "-delta", diags)?;
    let name = required(&mut map, "as", diags);
    let base = map.expr("base", diags);
    map.finish(diags);
    let name = name.filter(|n| is_name(&n.0, &n.1, diags));
    let (name, pos) = name?;
    let sum = instances.iter().find(|instance| instance.id == name).and_then(|instance| match &instance.kind {
        InstanceKind::Value { expr, .. } => Some(expr),
        InstanceKind::Bytes { .. } => None,
    });
    let added = sum.and_then(|sum| sum.added_to(id));
    let base = match (added, base) {
        (Some(added), None) => added.clone(),
        (Some(added), Some(base)) if *added == base => base,
        (Some(_), Some(base)) => {
            diags.error_help(&base.pos, format!("-delta: the instance {name} adds something else to {id}"), "the same");
            base
        }
        (None, base) => {
            let message = match sum {
                Some(_) => format!("-delta: the instance {name} is not the sum of {id} and a base"),
                None => format!("-delta as {name}, which is no value of the type"),
            };
            diags.error_help(&pos, message, format!("an instance {name} with the value: {id} + base"));
            base.unwrap_or(Expr { pos, kind: ExprKind::Int(0) })
        }
    };
    Some(Delta { pos: node.pos.clone(), name, base })
}

fn bits(node: &Node, diags: &mut Diagnostics) -> Vec<Bit> {
    let Some(mut map) = Map::new(node, "-bits", diags) else { return Vec::new() };
    let mut out = Vec::new();
    for (key, pos, n) in map.all() {
        let mask = yaml::whole_number(key).and_then(|n| u64::try_from(n).ok());
        let Some(mask) = mask.filter(|m: &u64| m.is_power_of_two()) else {
            diags.error(&pos, format!("-bits: expected one bit, found {key}"));
            continue;
        };
        let Some(mut bit) = Map::new(n, "the bit", diags) else { continue };
        let (id, when, cond) = (name_of(&mut bit, "id", diags), bit.expr("when", diags), bit.expr("if", diags));
        bit.finish(diags);
        if id.is_none() && when.is_none() {
            diags.error_help(&pos, "a bit is stored or derived", "{id: name}, {when: expression}, or both");
            continue;
        }
        out.push(Bit { pos, mask, id, when, cond });
    }
    out
}
