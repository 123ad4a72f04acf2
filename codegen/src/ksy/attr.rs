//! A field, or bytes at a position: what Kaitai's keys say of it.

use super::ast::{Attr, Instance, Repeat, Size, TypeExpr, Valid};
use super::grammar;
use super::keys::keys;
use super::map::Map;
use super::parse::{doc_ref, type_ref};
use super::yaml::{self, Node};
use crate::diag::{Diagnostics, Pos};

/// A field; `instances` are those of its type.
pub(super) fn attr(
    id: String,
    pos: Pos,
    mut map: Map<'_>,
    instances: &[Instance],
    diags: &mut Diagnostics,
) -> Option<Attr> {
    let doc = map.text("doc", diags).map_or(String::new(), |t| t.0);
    doc_ref(&mut map, diags);
    let ty_node = map.take("type");
    let ty = match ty_node {
        None => TypeExpr::Bytes,
        Some(n) => match n.text() {
            Some(t) => TypeExpr::Named(type_ref(t, &n.pos, diags)?),
            None => switch(n, diags)?,
        },
    };
    let cond = map.expr("if", diags);
    let repeat = repeat(&mut map, diags);
    let size = size(&mut map, diags);
    let enumeration = map.text("enum", diags).map(|t| t.0);
    let encoding = map.text("encoding", diags).map(|t| t.0);
    let valid = map.take("valid").and_then(|n| valid(n, diags));
    let keys = keys(&id, &mut map, instances, diags);
    map.finish(diags);
    if let (None, Size::Own, Repeat::Once | Repeat::Count(_)) = (ty_node, &size, &repeat) {
        diags.error_help(&pos, format!("how long is {id}?"), "type; or for bytes size, size-eos or terminator");
        return None;
    }
    Some(Attr { id, pos, doc, ty, cond, repeat, size, enumeration, encoding, valid, keys })
}

fn switch(node: &Node, diags: &mut Diagnostics) -> Option<TypeExpr> {
    let mut map = Map::new(node, "the type", diags)?;
    let on = map.expr("switch-on", diags);
    let cases = map.take("cases");
    map.finish(diags);
    let (Some(on), Some(cases)) = (on, cases) else {
        diags.error(&node.pos, "a type that is a map has switch-on and cases");
        return None;
    };
    let mut cases = Map::new(cases, "cases", diags)?;
    let mut out = Vec::new();
    for (key, pos, n) in cases.all() {
        let key = grammar::parse(key, &pos, diags)?;
        out.push((key, type_ref(n.text().unwrap_or_default(), &n.pos, diags)?));
    }
    Some(TypeExpr::Switch { on, cases: out })
}

fn repeat(map: &mut Map<'_>, diags: &mut Diagnostics) -> Repeat {
    let kind = map.text("repeat", diags);
    let count = map.expr("repeat-expr", diags);
    let until = map.expr("repeat-until", diags);
    match (kind, count, until) {
        (None, None, None) => Repeat::Once,
        (Some((k, _)), Some(e), None) if k == "expr" => Repeat::Count(e),
        (Some((k, _)), None, Some(e)) if k == "until" => Repeat::Until(e),
        (Some((k, _)), None, None) if k == "eos" => Repeat::Eos,
        _ => {
            let pos = map.pos.clone();
            diags.error_help(
                &pos,
                "repeat does not fit",
                "repeat: eos; repeat: expr with repeat-expr; repeat: until with repeat-until",
            );
            Repeat::Once
        }
    }
}

fn size(map: &mut Map<'_>, diags: &mut Diagnostics) -> Size {
    let bytes = map.expr("size", diags);
    let eos = map.flag("size-eos", diags);
    let end = map.text("terminator", diags);
    let lenient = map.text("eos-error", diags).is_some_and(|t| t.0 == "false");
    match (bytes, eos, end) {
        (None, false, None) => Size::Own,
        (Some(e), false, None) => Size::Bytes(e),
        (None, true, None) => Size::Eos,
        (None, false, Some((t, pos))) => {
            let n = yaml::whole_number(&t).and_then(|n| u8::try_from(n).ok());
            let n = n.unwrap_or_else(|| {
                diags.error(&pos, format!("terminator: expected a byte, found {t}"));
                0
            });
            Size::Terminated(n, lenient)
        }
        _ => {
            let pos = map.pos.clone();
            diags.error(&pos, "size, size-eos and terminator exclude each other");
            Size::Eos
        }
    }
}

fn valid(node: &Node, diags: &mut Diagnostics) -> Option<Valid> {
    if let Some(t) = node.text() {
        return grammar::parse(t, &node.pos, diags).map(Valid::Eq);
    }
    let mut map = Map::new(node, "valid", diags)?;
    let (eq, min, max, cond) =
        (map.expr("eq", diags), map.expr("min", diags), map.expr("max", diags), map.expr("expr", diags));
    let any = map.texts("any-of", diags);
    map.finish(diags);
    let given = [eq.is_some(), min.is_some() || max.is_some(), cond.is_some(), !any.is_empty()];
    if given.into_iter().filter(|is| *is).count() != 1 {
        diags.error(&node.pos, "valid says one of eq, min and max, any-of, expr");
        return None;
    }
    if let Some(e) = eq {
        Some(Valid::Eq(e))
    } else if let Some(e) = cond {
        Some(Valid::Expr(e))
    } else if !any.is_empty() {
        Some(Valid::AnyOf(any.iter().filter_map(|(t, pos)| grammar::parse(t, pos, diags)).collect()))
    } else {
        Some(Valid::Range(min, max))
    }
}
