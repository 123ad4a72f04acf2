//! Whatever the API of `cqlite` shows has a name there: types of fields, arguments and results, and the errors of what it writes with.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};
use syn::{ImplItem, Item, Type, UseTree, Visibility};

/// The crates whose items the facade shows, and where they are written.
const CRATES: [(&str, &str); 9] = [
    ("cqlite_runtime", "runtime/src"),
    ("cqlite_format", "codegen/expanded"),
    ("cqlite_types", "storage/types/src"),
    ("cqlite_schema", "storage/schema/src"),
    ("cqlite_rows", "storage/rows/src"),
    ("cqlite_updates", "storage/updates/src"),
    ("cqlite_sstable", "storage/sstable/src"),
    ("cqlite_verify", "storage/verify/src"),
    ("cqlite_dump", "storage/dump/src"),
];

/// Of its types the fields count.
const GENERATED: &str = "cqlite_format";

/// What is shown and yet not to be named, with why.
const UNNAMED: [(&str, &str); 11] = [
    ("Int", "how many bytes a number has, told with an error"),
    ("LargeSubset", "what a ColumnSubset is made of: it is asked for its columns"),
    ("Debug", "the standard library's"),
    ("Range", "the standard library's"),
    ("Expr", "the standard library's, of another meaning in tables"),
    ("Out", "a type that whoever implements Outputs chooses"),
    ("PartitionPayloadRef", "of the Target of a payload, which is another one"),
    ("ChunkReader", "what a DataSource reads with: it gives bytes by itself"),
    ("Chunks", "the same"),
    ("Scratch", "the same"),
    ("Window", "the same"),
];

/// A public item: names of the types that it shows.
type Shown = BTreeMap<String, BTreeSet<String>>;

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// The last names of all types in something.
#[derive(Default)]
struct Names(BTreeSet<String>);

impl<'a> Visit<'a> for Names {
    fn visit_path(&mut self, path: &'a syn::Path) {
        if let Some(last) = path.segments.last() {
            self.0.insert(last.ident.to_string());
        }
        visit::visit_path(self, path);
    }

    // What stands in a body is no one's to see.
    fn visit_block(&mut self, _: &'a syn::Block) {}
    fn visit_expr(&mut self, _: &'a syn::Expr) {}
    fn visit_attribute(&mut self, _: &'a syn::Attribute) {}
    fn visit_visibility(&mut self, _: &'a Visibility) {}
}

fn is_public(vis: &Visibility) -> bool {
    matches!(vis, Visibility::Public(_))
}

fn fields(fields: &syn::Fields, all: bool, names: &mut Names) {
    fields.iter().filter(|field| all || is_public(&field.vis)).for_each(|field| names.visit_type(&field.ty));
}

/// Adds what the items of a file show.
fn add(items: &[Item], is_generated: bool, shown: &mut Shown) {
    let mut add_to = |name: String, names: Names| shown.entry(name).or_default().extend(names.0);
    for item in items {
        let mut names = Names::default();
        match item {
            Item::Struct(item) if is_public(&item.vis) => {
                fields(&item.fields, false, &mut names);
                add_to(item.ident.to_string(), names);
            }
            Item::Enum(item) if is_public(&item.vis) => {
                item.variants.iter().for_each(|variant| fields(&variant.fields, true, &mut names));
                add_to(item.ident.to_string(), names);
            }
            Item::Trait(item) if is_public(&item.vis) && !is_generated => {
                names.visit_item_trait(item);
                add_to(item.ident.to_string(), names);
            }
            Item::Fn(item) if is_public(&item.vis) => {
                names.visit_signature(&item.sig);
                add_to(item.sig.ident.to_string(), names);
            }
            // Bytes are decoded and encoded below the facade.
            Item::Impl(_) if is_generated => {}
            Item::Impl(item) if item.trait_.is_none() => {
                let Type::Path(of) = &*item.self_ty else { continue };
                for member in &item.items {
                    match member {
                        ImplItem::Fn(member) if is_public(&member.vis) => names.visit_signature(&member.sig),
                        _ => {}
                    }
                }
                let name = of.path.segments.last().expect("a name").ident.to_string();
                add_to(name, names);
            }
            _ => {}
        }
    }
}

/// What the facade has: each thing's crate and its name there.
fn exported(tree: &UseTree, path: &mut Vec<String>, out: &mut BTreeSet<(String, String)>) {
    match tree {
        UseTree::Path(inner) => {
            path.push(inner.ident.to_string());
            exported(&inner.tree, path, out);
            path.pop();
        }
        UseTree::Name(name) => drop(out.insert((path[0].clone(), name.ident.to_string()))),
        UseTree::Rename(name) => drop(out.insert((path[0].clone(), name.ident.to_string()))),
        UseTree::Group(group) => group.items.iter().for_each(|tree| exported(tree, path, out)),
        UseTree::Glob(_) => panic!("a star says not what there is"),
    }
}

fn all_exported(items: &[Item], out: &mut BTreeSet<(String, String)>) {
    for item in items {
        match item {
            Item::Use(item) if is_public(&item.vis) => exported(&item.tree, &mut Vec::new(), out),
            Item::Mod(item) => item.content.iter().for_each(|(_, items)| all_exported(items, out)),
            _ => {}
        }
    }
}

#[test]
fn what_is_shown_can_be_named() {
    let root = cqlite_test_data::workspace();
    let parsed = |path: &Path| {
        let text = fs::read_to_string(path).expect("a source");
        syn::parse_file(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    };
    let mut has = BTreeSet::new();
    for path in sources(&root.join("bindings/rust/src")) {
        all_exported(&parsed(&path).items, &mut has);
    }
    let mut crates: BTreeMap<&str, Shown> = BTreeMap::new();
    for (name, folder) in CRATES {
        let files = sources(&root.join(folder)).into_iter().filter(|path| !path.ends_with("tests.rs"));
        files.for_each(|path| add(&parsed(&path).items, name == GENERATED, crates.entry(name).or_default()));
    }
    let names: BTreeSet<&str> = has.iter().map(|(_, name)| name.as_str()).collect();
    assert!(names.len() > 150, "{} names", names.len());
    let defined =
        |name: &str| crates.values().any(|shown| shown.contains_key(name) && name.starts_with(char::is_uppercase));
    let is_unnamed = |name: &str| UNNAMED.iter().any(|(unnamed, _)| *unnamed == name);
    let mut lacking: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (of, name) in &has {
        let shown = crates.get(of.as_str()).and_then(|shown| shown.get(name));
        for other in shown.into_iter().flatten() {
            if defined(other) && !names.contains(other.as_str()) && !is_unnamed(other) {
                lacking.entry(other.clone()).or_default().insert(format!("{of}::{name}"));
            }
        }
    }
    assert!(lacking.is_empty(), "shown, and without a name in cqlite: {lacking:#?}");
}
