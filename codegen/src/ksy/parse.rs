//! From YAML to the tree of [`super::ast`].

use super::ast::*;
use super::attr::attr;
use super::expr::Expr;
use super::grammar;
use super::map::{texts, Map};
use super::yaml::{self, Kind, Node};
use crate::diag::{Diagnostics, Pos};
use crate::names;

/// Parses a file. `path` is relative to the root of the specification.
pub fn parse_file(path: &str, text: &str, diags: &mut Diagnostics) -> Option<File> {
    let index = diags.add_file(path);
    let node = yaml::parse(text, index, diags)?;
    parse_node(path, &node, diags)
}

/// The same of what is YAML.
pub(super) fn parse_node(path: &str, node: &Node, diags: &mut Diagnostics) -> Option<File> {
    let mut map = Map::new(node, "the file", diags)?;
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
    let order = meta.texts("-order", diags);
    let order = order.into_iter().filter_map(|(text, pos)| grammar::parse(&text, &pos, diags)).collect();
    for key in ["license", "bit-endian", "encoding", "ks-version", "xref", "tags", "application", "file-extension"] {
        meta.take(key);
    }
    meta.finish(diags);
    let root = type_decl(&id, node.pos.clone(), map, diags);
    Some(File { path: path.to_owned(), imports, component, versions, order, little_endian, title, root })
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
            if code.len() != 2 || !code.bytes().all(|b| b.is_ascii_lowercase()) {
                diags.error_help(
                    pos,
                    format!("the version {code} of {format} is not two lower-case letters"),
                    "the letters that the names of its files begin with, such as nb",
                );
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
    out.instances = named(&mut map, "instances", diags, instance);
    let seq = list(&mut map, "seq", diags).into_iter();
    out.seq = seq.filter_map(|n| field(n, &out.instances, diags)).collect();
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

pub(super) fn doc_ref(map: &mut Map<'_>, diags: &mut Diagnostics) -> String {
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
pub(super) fn is_name(id: &str, pos: &Pos, diags: &mut Diagnostics) -> bool {
    let ok = names::is_name(id);
    if !ok {
        diags.error_help(pos, format!("{id:?} is no name"), "letters, digits and _, the first a letter");
    }
    ok
}

/// The id of a key, if it is one.
pub(super) fn name_of(map: &mut Map<'_>, key: &'static str, diags: &mut Diagnostics) -> Option<String> {
    let (id, pos) = map.text(key, diags)?;
    is_name(&id, &pos, diags).then_some(id)
}

fn registers(map: &mut Map<'_>, key: &'static str, diags: &mut Diagnostics) -> Vec<(String, Expr)> {
    named(map, key, diags, |name, _, node, diags| {
        let text = node.text().unwrap_or_default();
        grammar::parse(text, &node.pos, diags).map(|e| (name.to_owned(), e))
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

pub(super) fn type_ref(text: &str, pos: &Pos, diags: &mut Diagnostics) -> Option<TypeRef> {
    let (path, args, array) = grammar::parse_type(text, pos, diags)?;
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

pub(super) fn required(map: &mut Map<'_>, key: &'static str, diags: &mut Diagnostics) -> Option<(String, Pos)> {
    let found = map.text(key, diags);
    if found.is_none() {
        diags.error(&map.pos, format!("{key} is missing"));
    }
    found
}

fn field(node: &Node, instances: &[Instance], diags: &mut Diagnostics) -> Option<Attr> {
    let mut map = Map::new(node, "the field", diags)?;
    let (id, pos) = required(&mut map, "id", diags).filter(|i| is_name(&i.0, &i.1, diags))?;
    attr(id, pos, map, instances, diags)
}

fn instance(name: &str, pos: Pos, node: &Node, diags: &mut Diagnostics) -> Option<Instance> {
    let mut map = Map::new(node, "the instance", diags)?;
    let at = map.expr("pos", diags);
    let kind = if let Some(at) = at {
        if map.text("io", diags).is_some_and(|(io, _)| io != "_root._io") {
            diags.error_help(&pos, "another stream than _root._io", "io: _root._io");
        }
        InstanceKind::Bytes { at, attr: Box::new(attr(name.to_owned(), pos.clone(), map, &[], diags)?) }
    } else {
        let doc_node = map.text("doc", diags);
        let is_said = map.take("value").is_some();
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
            // A value that cannot be read is a mistake of its own.
            if is_said {
                return None;
            }
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
        let Some(number) = yaml::whole_number(key).and_then(|n| i64::try_from(n).ok()) else {
            diags.error(&key_pos, format!("expected a number, found {key}"));
            continue;
        };
        if values.iter().any(|v: &EnumValue| v.number == number) {
            diags.error(&key_pos, format!("two values of {name} stand for {number}"));
        }
        let mut add = |id: String, doc| values.push(EnumValue { pos: key_pos.clone(), number, id, doc });
        if let Some(t) = n.text() {
            if is_name(t, &n.pos, diags) {
                add(t.to_owned(), String::new());
            }
        } else if let Some(mut m) = Map::new(n, "the value", diags) {
            let id = required(&mut m, "id", diags);
            let doc = m.text("doc", diags).map_or(String::new(), |t| t.0);
            m.finish(diags);
            if let Some((id, _)) = id.filter(|i| is_name(&i.0, &i.1, diags)) {
                add(id, doc);
            }
        }
    }
    Some(EnumDecl { id: name.to_owned(), pos, values })
}
