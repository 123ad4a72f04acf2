//! From YAML to the tree of [`super::ast`].

use super::ast::*;
use super::checksum::Algorithm;
use super::expr;
use super::map::{texts, Map};
use super::yaml::{self, Kind, Node};
use crate::diag::{Diagnostics, Pos};
use crate::names;

/// Parses a file. `path` is relative to the root of the specification.
pub fn parse_file(path: &str, text: &str, diags: &mut Diagnostics) -> Option<File> {
    let index = diags.add_file(path);
    let node = yaml::parse(text, index, diags)?;
    let mut map = Map::new(&node, "the file", diags)?;
    let Some(meta) = map.take("meta") else {
        diags.error_help(&node.pos, "the file has no meta", "begin with meta: {id: …, endian: be}");
        return None;
    };
    let mut meta = Map::new(meta, "meta", diags)?;
    let Some((id, id_pos)) = meta.text("id", diags) else {
        diags.error(&meta.pos, "meta has no id");
        return None;
    };
    is_name(&id, &id_pos, diags);
    let stem = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".ksy");
    if id != stem {
        diags.error_help(&id_pos, format!("the id {id} is not the name of the file"), format!("id: {stem}"));
    }
    let little_endian = match meta.text("endian", diags) {
        Some((e, _)) if e == "be" => false,
        Some((e, _)) if e == "le" => true,
        Some((e, pos)) => {
            diags.error_help(&pos, format!("unknown byte order {e}"), "be or le");
            false
        }
        None => false,
    };
    let title = meta.text("title", diags).map_or(String::new(), |t| t.0);
    let imports = meta.texts("imports", diags);
    let component = meta.text("-component", diags).map(|t| t.0);
    let versions = versions(&mut meta, diags);
    for key in ["license", "bit-endian", "encoding", "ks-version", "xref", "tags", "application", "file-extension"] {
        meta.take(key);
    }
    meta.finish(diags);
    let root = type_decl(&id, node.pos.clone(), map, diags);
    Some(File { path: path.to_owned(), imports, component, versions, little_endian, title, root })
}

fn versions(meta: &mut Map<'_>, diags: &mut Diagnostics) -> Vec<(String, Vec<String>)> {
    let Some(node) = meta.take("-versions") else { return Vec::new() };
    let Some(mut map) = Map::new(node, "-versions", diags) else { return Vec::new() };
    let all = map.all().into_iter().filter(|(k, pos, _)| is_name(k, pos, diags)).collect::<Vec<_>>();
    let rows: Vec<_> = all.iter().map(|(k, _, n)| ((*k).to_owned(), texts(n, k, diags))).collect();
    for (format, letters) in &rows {
        for (i, (code, pos)) in letters.iter().enumerate() {
            if letters.iter().take(i).any(|(known, _)| known == code) {
                diags.error(pos, format!("the version {code} of {format} is listed twice"));
            }
        }
    }
    rows.into_iter().map(|(format, letters)| (format, letters.into_iter().map(|t| t.0).collect())).collect()
}

fn type_decl(id: &str, pos: Pos, mut map: Map<'_>, diags: &mut Diagnostics) -> TypeDecl {
    let mut out = TypeDecl { id: id.to_owned(), pos, ..TypeDecl::default() };
    out.doc = map.text("doc", diags).map_or(String::new(), |t| t.0);
    out.doc_ref = doc_ref(&mut map, diags);
    out.params = list(&mut map, "params", diags).into_iter().filter_map(|n| param(n, diags)).collect();
    out.seq = list(&mut map, "seq", diags).into_iter().filter_map(|n| field(n, diags)).collect();
    out.instances = named(&mut map, "instances", diags, instance);
    out.types = named(&mut map, "types", diags, |name, pos, node, diags| {
        Map::new(node, "the type", diags).map(|m| type_decl(name, pos, m, diags))
    });
    out.enums = named(&mut map, "enums", diags, enum_decl);
    out.mode = mode(&mut map, diags);
    out.native = map.text("-native", diags).map(|t| t.0);
    out.event = name_of(&mut map, "-event", diags);
    out.state = registers(&mut map, "-state", diags);
    out.enter = registers(&mut map, "-enter", diags);
    out.leave = registers(&mut map, "-leave", diags);
    out.preserve_trailing = match map.text("-trailing", diags) {
        Some((t, _)) if t == "preserve" => true,
        Some((t, pos)) if t != "reject" => {
            diags.error_help(&pos, format!("unknown -trailing {t}"), "preserve or reject");
            false
        }
        _ => false,
    };
    out.layout = list(&mut map, "-layout", diags).into_iter().filter_map(|n| layout(n, diags)).collect();
    map.finish(diags);
    out
}

fn mode(map: &mut Map<'_>, diags: &mut Diagnostics) -> Mode {
    match map.text("-mode", diags) {
        None => Mode::Struct,
        Some((m, pos)) => match m.as_str() {
            "struct" => Mode::Struct,
            "visit" => Mode::Visit,
            "view" => Mode::View,
            "lazy" => Mode::Lazy,
            _ => {
                diags.error_help(&pos, format!("unknown -mode {m}"), "struct, visit, view or lazy");
                Mode::Struct
            }
        },
    }
}

fn doc_ref(map: &mut Map<'_>, diags: &mut Diagnostics) -> String {
    match map.take("doc-ref") {
        Some(n) if n.text().is_none() => {
            texts(n, "doc-ref", diags).into_iter().map(|t| t.0).collect::<Vec<_>>().join(", ")
        }
        Some(n) => n.text().unwrap_or_default().to_owned(),
        None => String::new(),
    }
}

fn list<'n>(map: &mut Map<'n>, key: &'static str, diags: &mut Diagnostics) -> Vec<&'n Node> {
    match map.take(key).map(|n| (n, &n.kind)) {
        Some((_, Kind::Seq(items))) => items.iter().collect(),
        Some((n, _)) => {
            diags.error(&n.pos, format!("{key}: expected a list, found {}", n.describe()));
            Vec::new()
        }
        None => Vec::new(),
    }
}

fn named<T>(
    map: &mut Map<'_>,
    key: &'static str,
    diags: &mut Diagnostics,
    mut one: impl FnMut(&str, Pos, &Node, &mut Diagnostics) -> Option<T>,
) -> Vec<T> {
    let Some(node) = map.take(key) else { return Vec::new() };
    let Some(mut entries) = Map::new(node, key, diags) else { return Vec::new() };
    let mut out = Vec::new();
    for (name, pos, n) in entries.all() {
        if is_name(name, &pos, diags) {
            out.extend(one(name, pos, n, diags));
        }
    }
    out
}

/// Notes an id that is none.
fn is_name(id: &str, pos: &Pos, diags: &mut Diagnostics) -> bool {
    let ok = names::is_name(id);
    if !ok {
        diags.error_help(pos, format!("{id:?} is no name"), "letters, digits and _, the first a letter");
    }
    ok
}

/// The id of a key, if it is one.
fn name_of(map: &mut Map<'_>, key: &'static str, diags: &mut Diagnostics) -> Option<String> {
    let (id, pos) = map.text(key, diags)?;
    is_name(&id, &pos, diags).then_some(id)
}

fn registers(map: &mut Map<'_>, key: &'static str, diags: &mut Diagnostics) -> Vec<(String, expr::Expr)> {
    named(map, key, diags, |name, _, node, diags| {
        let text = node.text().unwrap_or_default();
        expr::parse(text, &node.pos, diags).map(|e| (name.to_owned(), e))
    })
}

fn layout(node: &Node, diags: &mut Diagnostics) -> Option<Layout> {
    if let Some(name) = node.text() {
        return Some(Layout { pos: node.pos.clone(), for_each: None, emit: vec![name.to_owned()] });
    }
    let mut map = Map::new(node, "-layout", diags)?;
    let for_each = map.text("for-each", diags).map(|t| t.0);
    let emit = map.texts("emit", diags).into_iter().map(|t| t.0).collect();
    map.finish(diags);
    Some(Layout { pos: node.pos.clone(), for_each, emit })
}

fn type_ref(text: &str, pos: &Pos, diags: &mut Diagnostics) -> Option<TypeRef> {
    let (path, args, array) = expr::parse_type(text, pos, diags)?;
    Some(TypeRef { pos: pos.clone(), path, args, array })
}

fn param(node: &Node, diags: &mut Diagnostics) -> Option<Param> {
    let mut map = Map::new(node, "the parameter", diags)?;
    let (id, pos) = required(&mut map, "id", diags).filter(|i| is_name(&i.0, &i.1, diags))?;
    let (ty, ty_pos) = required(&mut map, "type", diags)?;
    let doc = map.text("doc", diags).map_or(String::new(), |t| t.0);
    doc_ref(&mut map, diags);
    let stored = map.flag("-stored", diags);
    if map.text("enum", diags).is_some() {
        diags.error(&pos, "a parameter with an enum is not supported");
    }
    map.finish(diags);
    Some(Param { id, pos, doc, ty: type_ref(&ty, &ty_pos, diags)?, stored })
}

fn required(map: &mut Map<'_>, key: &'static str, diags: &mut Diagnostics) -> Option<(String, Pos)> {
    let found = map.text(key, diags);
    if found.is_none() {
        diags.error(&map.pos, format!("{key} is missing"));
    }
    found
}

fn field(node: &Node, diags: &mut Diagnostics) -> Option<Attr> {
    let mut map = Map::new(node, "the field", diags)?;
    let (id, pos) = required(&mut map, "id", diags).filter(|i| is_name(&i.0, &i.1, diags))?;
    attr(id, pos, map, diags)
}

fn attr(id: String, pos: Pos, mut map: Map<'_>, diags: &mut Diagnostics) -> Option<Attr> {
    let doc = map.text("doc", diags).map_or(String::new(), |t| t.0);
    doc_ref(&mut map, diags);
    let ty = match map.take("type") {
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
    let keys = keys(&mut map, diags);
    map.finish(diags);
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
        let key = expr::parse(key, &pos, diags)?;
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
            let n = t.strip_prefix("0x").map_or_else(|| t.parse(), |h| u8::from_str_radix(h, 16));
            let n = n.unwrap_or_else(|_| {
                diags.error(&pos, format!("terminator: expected a byte, found {t}"));
                0
            });
            Size::Terminated(n, lenient)
        }
        _ => {
            let pos = map.pos.clone();
            diags.error(&pos, "size, size-eos and terminator exclude each other");
            Size::Own
        }
    }
}

fn valid(node: &Node, diags: &mut Diagnostics) -> Option<Valid> {
    if let Some(t) = node.text() {
        return expr::parse(t, &node.pos, diags).map(Valid::Eq);
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
        Some(Valid::AnyOf(any.iter().filter_map(|(t, pos)| expr::parse(t, pos, diags)).collect()))
    } else {
        Some(Valid::Range(min, max))
    }
}

fn keys(map: &mut Map<'_>, diags: &mut Diagnostics) -> Keys {
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
    out.delta = map.take("-delta").and_then(|n| delta(n, diags));
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
    expr::parse(&text, &pos, diags).map(Absent::Value)
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

fn delta(node: &Node, diags: &mut Diagnostics) -> Option<Delta> {
    let mut map = Map::new(node, "-delta", diags)?;
    let name = required(&mut map, "as", diags);
    let base = map.expr("base", diags);
    map.finish(diags);
    let name = name.filter(|n| is_name(&n.0, &n.1, diags));
    Some(Delta { pos: node.pos.clone(), name: name?.0, base: base? })
}

fn bits(node: &Node, diags: &mut Diagnostics) -> Vec<Bit> {
    let Some(mut map) = Map::new(node, "-bits", diags) else { return Vec::new() };
    let mut out = Vec::new();
    for (key, pos, n) in map.all() {
        let mask = key.strip_prefix("0x").map_or_else(|| key.parse().ok(), |h| u64::from_str_radix(h, 16).ok());
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

fn instance(name: &str, pos: Pos, node: &Node, diags: &mut Diagnostics) -> Option<Instance> {
    let mut map = Map::new(node, "the instance", diags)?;
    let at = map.expr("pos", diags);
    let kind = if let Some(at) = at {
        if map.text("io", diags).is_some_and(|(io, _)| io != "_root._io") {
            diags.error_help(&pos, "another stream than _root._io", "io: _root._io");
        }
        InstanceKind::Bytes { at, attr: Box::new(attr(name.to_owned(), pos.clone(), map, diags)?) }
    } else {
        let doc_node = map.text("doc", diags);
        let expr = map.expr("value", diags);
        let cond = map.expr("if", diags);
        let native = map.expr("-native", diags);
        let in_model = map.flag("-model", diags);
        if let Some((_, pos)) = map.text("enum", diags) {
            diags.error_help(&pos, format!("enum of the value {name}"), "enum on the field that the value is of");
        }
        doc_ref(&mut map, diags);
        map.finish(diags);
        let Some(expr) = expr else {
            diags.error_help(&pos, format!("the instance {name} has neither value nor pos"), "value: expression");
            return None;
        };
        return Some(Instance {
            id: name.to_owned(),
            pos,
            doc: doc_node.map_or(String::new(), |t| t.0),
            kind: InstanceKind::Value { expr, cond, native, in_model },
        });
    };
    let doc = match &kind {
        InstanceKind::Bytes { attr, .. } => attr.doc.clone(),
        InstanceKind::Value { .. } => String::new(),
    };
    Some(Instance { id: name.to_owned(), pos, doc, kind })
}

fn enum_decl(name: &str, pos: Pos, node: &Node, diags: &mut Diagnostics) -> Option<EnumDecl> {
    let mut map = Map::new(node, "the enum", diags)?;
    let mut values = Vec::new();
    for (key, key_pos, n) in map.all() {
        let Ok(number) = key.parse::<i64>() else {
            diags.error(&key_pos, format!("expected a number, found {key}"));
            continue;
        };
        if let Some(t) = n.text() {
            if is_name(t, &n.pos, diags) {
                values.push((number, t.to_owned(), String::new()));
            }
        } else if let Some(mut m) = Map::new(n, "the value", diags) {
            let id = required(&mut m, "id", diags);
            let doc = m.text("doc", diags).map_or(String::new(), |t| t.0);
            m.finish(diags);
            values.extend(id.filter(|i| is_name(&i.0, &i.1, diags)).map(|i| (number, i.0, doc)));
        }
    }
    Some(EnumDecl { id: name.to_owned(), pos, values })
}
