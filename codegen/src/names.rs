//! Names in Rust.

use proc_macro2::{Ident, Span};

/// `serialization_header` → `SerializationHeader`
pub fn camel(id: &str) -> String {
    id.split('_')
        .map(|word| {
            let mut chars = word.chars();
            chars.next().map_or(String::new(), |c| c.to_ascii_uppercase().to_string() + chars.as_str())
        })
        .collect()
}

/// The module of a file: `sstable_data` → `data`
pub fn module(id: &str) -> String {
    id.strip_prefix("sstable_").unwrap_or(id).to_owned()
}

/// An identifier; raw if Rust reserves the word. Ids have been checked to be names.
pub fn ident(name: &str) -> Ident {
    match syn::parse_str::<Ident>(name) {
        Ok(_) => Ident::new(name, Span::call_site()),
        Err(_) if ["self", "Self", "super", "crate", "_"].contains(&name) || !is_name(name) => {
            Ident::new("no_name", Span::call_site())
        }
        Err(_) => Ident::new_raw(name, Span::call_site()),
    }
}

/// Whether an id is one that every language can use: letters, digits and underscores, the first a letter.
pub fn is_name(id: &str) -> bool {
    id.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') && id.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// Words that some target language of Kaitai reserves: as ids they break the code that its compiler writes.
pub const RESERVED: [&str; 36] = [
    "self", "super", "crate", "extern", "type", "match", "move", "ref", "fn", "impl", "mod", "use", "end", "class",
    "short", "long", "int", "byte", "char", "float", "double", "boolean", "default", "switch", "case", "public",
    "private", "static", "final", "def", "lambda", "pass", "from", "import", "function", "var",
];

/// The first sentence of a text, on one line.
pub fn first_sentence(doc: &str) -> String {
    let paragraph = doc.lines().take_while(|line| !line.trim().is_empty()).collect::<Vec<_>>().join(" ");
    let ends = |at: &usize| paragraph.get(at + 2..).is_some_and(|rest| rest.starts_with(char::is_uppercase));
    match paragraph.match_indices(". ").map(|(at, _)| at).find(ends) {
        Some(at) => paragraph.get(..=at).unwrap_or_default().to_owned(),
        None => paragraph,
    }
}
