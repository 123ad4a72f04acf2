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

/// What stands for a type beside its model, or for a file's type beside those of all: its name is the type's, and this behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// The borrowed head.
    Ref,
    /// The bytes of a lazy one.
    Span,
    /// What reading a file needs from outside.
    Params,
    /// The borrowed model that is written.
    Parts,
    /// The same of a lazy one: bytes, or parts.
    Lazy,
    /// Who receives events.
    Visitor,
    /// Who is pushed them.
    Encoder,
    /// A visitor that pushes what it receives.
    Replay,
    /// A visit in steps.
    Cursor,
    /// What is carried from value to value when writing.
    Registers,
    /// What an encoder keeps of a value that is open.
    Frame,
    /// What parents ask of a visited value.
    Asked,
    /// The formats that versions are of.
    Format,
}

impl Item {
    /// All of them.
    pub const ALL: [Item; 13] = [
        Item::Ref,
        Item::Span,
        Item::Params,
        Item::Parts,
        Item::Lazy,
        Item::Visitor,
        Item::Encoder,
        Item::Replay,
        Item::Cursor,
        Item::Registers,
        Item::Frame,
        Item::Asked,
        Item::Format,
    ];

    /// Its name beside a type of that name.
    pub fn name(self, rust: &str) -> String {
        format!("{rust}{self:?}")
    }

    /// The same, as an identifier.
    pub fn of(self, rust: &str) -> Ident {
        ident(&self.name(rust))
    }
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

/// The name among some that is most like another one, by the letters that are to be changed; nothing if none is.
pub fn like<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let most = (name.len() / 4).min(3);
    known.map(|other| (distance(name, other), other)).filter(|found| found.0 <= most).min().map(|found| found.1)
}

/// How many letters are to be added, removed or changed.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut before = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.bytes().enumerate() {
            let changed = before + usize::from(x != y);
            before = row[j + 1];
            row[j + 1] = changed.min(before + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
