//! No two members of what stands for a type have one name in Rust. Names come from ids in many ways (`entries_at`, `flags_set`, `end_row`), so
//! that what is emitted is looked through, once, rather than each way be said again here.

use std::collections::HashMap;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::Emitter;
use crate::diag::Pos;
use crate::ir::Type;
use crate::names::{camel, Item};

/// The kinds of members whose names are apart from one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Field,
    Variant,
    Function,
    Constant,
}

/// Owner, kind, name.
type Member = (String, Kind, String);

impl Emitter<'_> {
    /// Notes names that two members of one owner have, among the items of a file.
    pub(super) fn clashes<'t>(&self, index: usize, parts: impl Iterator<Item = &'t TokenStream>) {
        let mut members = Vec::new();
        parts.for_each(|tokens| items(tokens, &mut members));
        let mut counts: HashMap<&Member, usize> = HashMap::new();
        for member in &members {
            let count = counts.entry(member).or_default();
            *count += 1;
            if *count == 2 {
                self.clash(index, member);
            }
        }
    }

    fn clash(&self, index: usize, (owner, kind, name): &Member) {
        let mut makers = self.ids_of(index, owner);
        makers.retain(|(id, _)| makes(id, name));
        // What is called so itself comes first, and then what has more of the name.
        makers.sort_by_key(|(id, _)| std::cmp::Reverse(id.len()));
        makers.dedup();
        let what = match kind {
            Kind::Field => "a member",
            Kind::Variant => "a value",
            Kind::Function => "a function",
            Kind::Constant => "a constant",
        };
        let mut diags = self.diags.borrow_mut();
        let root = &self.program.types[self.program.files[index].root];
        let (one, pos) = makers.first().copied().unwrap_or((&root.id, &root.pos));
        match makers.get(1) {
            Some((other, _)) => {
                let message = format!("{one} and {other} both make {what} {name} of {owner} in Rust");
                diags.error_help(pos, message, "another id for one of the two");
            }
            None => {
                let message = format!("the id {one} is taken: {owner} in Rust has {what} {name} besides");
                diags.error_help(pos, message, "another id");
            }
        }
    }

    /// The ids that names of an owner's members may be made of.
    fn ids_of(&self, index: usize, owner: &str) -> Vec<(&str, &Pos)> {
        let file = &self.program.files[index];
        let types = file.types.iter().map(|t| &self.program.types[*t]);
        let root = &self.program.types[file.root].rust;
        if [Item::Visitor, Item::Encoder, Item::Replay].iter().any(|item| item.name(root) == owner) {
            return types.flat_map(|t| t.event.iter().chain([&t.id]).map(|id| (id.as_str(), &t.pos))).collect();
        }
        let enums = file.enums.iter().map(|e| &self.program.enums[*e]).filter(|e| e.rust == owner);
        let values = enums.flat_map(|e| e.values.iter().map(|v| (v.id.as_str(), &v.pos)));
        values.chain(types.filter(|t| is_of(owner, &t.rust)).flat_map(ids)).collect()
    }
}

/// The ids of what stands in a type, and where it does.
fn ids(t: &Type) -> Vec<(&str, &Pos)> {
    let bits = t.fields.iter().flat_map(|f| &f.keys.bits).filter_map(|b| Some((b.id.as_deref()?, &b.pos)));
    let fields = t.stored().map(|f| (f.id.as_str(), &f.pos));
    let values = t.values.iter().map(|v| (v.id.as_str(), &v.pos));
    let params = t.params.iter().map(|p| (p.id.as_str(), &p.pos));
    params.chain(fields).chain(bits).chain(values).collect()
}

/// Whether an owner stands for a type of that name.
fn is_of(owner: &str, rust: &str) -> bool {
    owner == rust || Item::ALL.iter().any(|item| item.name(rust) == owner)
}

/// Whether a name is made of an id: it is the id, or has more words before or behind it.
fn makes(id: &str, name: &str) -> bool {
    let behind = name.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with('_'));
    let before = name.strip_suffix(id).is_some_and(|rest| rest.ends_with('_'));
    behind || before || camel(id) == name
}

/// The members of the items of a module.
fn items(tokens: &TokenStream, out: &mut Vec<Member>) {
    let mut tokens = tokens.clone().into_iter();
    while let Some(token) = tokens.next() {
        let Some(word) = word(&token).filter(|w| ["struct", "enum", "trait", "impl"].contains(&w.as_str())) else {
            continue;
        };
        let (mut head, mut body) = (Vec::new(), None);
        for token in tokens.by_ref() {
            match token {
                TokenTree::Group(g) if g.delimiter() == Delimiter::Brace => body = Some(g),
                TokenTree::Punct(p) if p.as_char() == ';' => {}
                token => {
                    head.push(token);
                    continue;
                }
            }
            break;
        }
        let words: Vec<String> = owner_words(&head);
        // A trait that is implemented has the names that it has.
        let (Some(owner), Some(body), false) = (words.first(), body, words.iter().any(|w| w == "for")) else {
            continue;
        };
        match word.as_str() {
            "struct" => named(&body, Kind::Field, owner, out),
            "enum" => named(&body, Kind::Variant, owner, out),
            _ => functions(&body, owner, out),
        }
    }
}

fn word(token: &TokenTree) -> Option<String> {
    match token {
        TokenTree::Ident(i) => Some(i.to_string().trim_start_matches("r#").to_owned()),
        _ => None,
    }
}

/// The words of an item's head, without parameters of types and lifetimes.
fn owner_words(head: &[TokenTree]) -> Vec<String> {
    let (mut out, mut depth) = (Vec::new(), 0);
    for token in head {
        match token {
            TokenTree::Punct(p) if p.as_char() == '<' => depth += 1,
            TokenTree::Punct(p) if p.as_char() == '>' => depth -= 1,
            token if depth == 0 => out.extend(word(token)),
            _ => {}
        }
    }
    out
}

/// The names that stand first between commas: fields before their types, variants.
fn named(body: &Group, kind: Kind, owner: &str, out: &mut Vec<Member>) {
    let (mut is_first, mut depth) = (true, 0);
    let mut tokens = body.stream().into_iter().peekable();
    while let Some(token) = tokens.next() {
        match &token {
            TokenTree::Punct(p) => match p.as_char() {
                '<' => depth += 1,
                '>' => depth -= 1,
                ',' if depth == 0 => is_first = true,
                // The text of an attribute.
                '#' => drop(tokens.next()),
                _ => {}
            },
            TokenTree::Ident(i) if is_first && i == "pub" => {
                tokens.next_if(|t| matches!(t, TokenTree::Group(_)));
            }
            token if is_first => {
                out.extend(word(token).map(|name| (owner.to_owned(), kind, name)));
                is_first = false;
            }
            _ => {}
        }
    }
}

/// The functions and constants of a body.
fn functions(body: &Group, owner: &str, out: &mut Vec<Member>) {
    let mut before = String::new();
    for token in body.stream() {
        let Some(word) = word(&token) else { continue };
        let mut note = |kind, name: &str| out.push((owner.to_owned(), kind, name.to_owned()));
        match before.as_str() {
            "fn" => note(Kind::Function, &word),
            "const" if word != "fn" => note(Kind::Constant, &word),
            _ => {}
        }
        if word == "sited" {
            ["site", "fields"].iter().for_each(|name| note(Kind::Function, name));
            // A type that has gained something has the function just before.
            if out.iter().rev().nth(2).is_none_or(|last| last.2 != "gained") {
                out.push((owner.to_owned(), Kind::Function, "gained".to_owned()));
            }
        }
        before = word;
    }
}
