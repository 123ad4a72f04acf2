//! Tokens as a person would write them: no doubled brackets, documentation with its space.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};

/// The same code.
pub fn tidy(tokens: TokenStream) -> TokenStream {
    one_impl(tidy_within(tokens, Delimiter::None))
}

/// The methods of a type in one block, where the first of them stood: `impl A { x } impl A { y }` → `impl A { x y }`.
fn one_impl(tokens: TokenStream) -> TokenStream {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let block = |i: usize| match trees.get(i..i + 3) {
        Some([TokenTree::Ident(word), TokenTree::Ident(name), TokenTree::Group(g)])
            if word == "impl" && g.delimiter() == Delimiter::Brace =>
        {
            Some((name.to_string(), g.stream()))
        }
        _ => None,
    };
    let mut all: Vec<(String, TokenStream)> = Vec::new();
    for (name, methods) in (0..trees.len()).filter_map(block) {
        match all.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => known.extend(methods),
            None => all.push((name, methods)),
        }
    }
    let (mut out, mut i) = (Vec::new(), 0);
    while let Some(tree) = trees.get(i) {
        let Some((name, _)) = block(i) else {
            out.push(tree.clone());
            i += 1;
            continue;
        };
        if let Some(at) = all.iter().position(|(known, _)| *known == name) {
            out.extend(trees.iter().skip(i).take(2).cloned());
            out.push(TokenTree::Group(group(Delimiter::Brace, all.remove(at).1)));
        }
        i += 3;
    }
    out.into_iter().collect()
}

/// What generated code names most, by paths that are short.
const SHORT: [(&str, &str, &str); 2] = [("error", "Result", "ReadResult"), ("sink", "WriteResult", "WriteResult")];

/// `__rt::native::X` → `rt::X`, and so on.
fn shorten(trees: Vec<TokenTree>) -> Vec<TokenTree> {
    let word = |t: Option<&TokenTree>, w: &str| matches!(t, Some(TokenTree::Ident(i)) if i == w);
    let mut out: Vec<TokenTree> = Vec::with_capacity(trees.len());
    let mut i = 0;
    while let Some(tree) = trees.get(i) {
        if !word(Some(tree), "__rt") {
            out.push(tree.clone());
            i += 1;
            continue;
        }
        out.push(TokenTree::Ident(Ident::new("rt", Span::call_site())));
        out.extend(trees.iter().skip(i + 1).take(2).cloned());
        let short = SHORT.iter().find(|s| word(trees.get(i + 3), s.0) && word(trees.get(i + 6), s.1));
        i += match short {
            Some(s) => {
                out.push(TokenTree::Ident(Ident::new(s.2, Span::call_site())));
                7
            }
            None if word(trees.get(i + 3), "native") => 6,
            None => 3,
        };
    }
    out
}

fn tidy_within(tokens: TokenStream, within: Delimiter) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    for tree in shorten(tokens.into_iter().collect()) {
        match tree {
            TokenTree::Group(g) => {
                let documents = matches!(out.last(), Some(TokenTree::Punct(p)) if p.as_char() == '#');
                match documents.then(|| doc_lines(&g)).flatten() {
                    Some(lines) => {
                        out.pop();
                        out.extend(lines);
                    }
                    None => {
                        out.push(TokenTree::Group(bare(group(g.delimiter(), tidy_within(g.stream(), g.delimiter())))))
                    }
                }
            }
            other => out.push(other),
        }
    }
    segments(if within == Delimiter::Brace { named(out) } else { out }, within)
}

/// Statements but for those that give a member of `self` a name which none after them uses: `let a = &mut self.a;`
fn named(trees: Vec<TokenTree>) -> Vec<TokenTree> {
    let mut out: Vec<TokenTree> = Vec::new();
    let mut rest = trees.as_slice();
    while let Some(first) = rest.first() {
        rest = match borrowed(rest) {
            Some((name, len)) if !rest[len..].iter().any(|t| names(&t.clone().into(), &name)) => &rest[len..],
            _ => {
                out.push(first.clone());
                &rest[1..]
            }
        };
    }
    out
}

/// The name that a statement gives a member of `self`, and its length, if tokens begin with one.
fn borrowed(trees: &[TokenTree]) -> Option<(String, usize)> {
    let word = |i: usize| match trees.get(i) {
        Some(TokenTree::Ident(w)) => Some(w.to_string()),
        _ => None,
    };
    let is = |i: usize, c: char| is_some_punct(trees.get(i), c);
    let name = word(1).filter(|_| word(0).as_deref() == Some("let") && is(2, '=') && is(3, '&'))?;
    let at = if word(4).as_deref() == Some("mut") { 5 } else { 4 };
    let is_member = word(at).as_deref() == Some("self") && is(at + 1, '.') && word(at + 2).is_some() && is(at + 3, ';');
    is_member.then_some((name, at + 4))
}

fn is_some_punct(t: Option<&TokenTree>, c: char) -> bool {
    t.is_some_and(|t| is_punct(t, c))
}

/// Whether a block is nothing but an expression.
fn is_expression(g: &Group) -> bool {
    let mut trees = g.stream().into_iter().peekable();
    let is_empty = trees.peek().is_none();
    !is_empty && !trees.any(|t| is_punct(&t, ';') || matches!(&t, TokenTree::Ident(i) if i == "while" || i == "loop"))
}

fn group(delimiter: Delimiter, tokens: TokenStream) -> Group {
    Group::new(delimiter, tokens)
}

/// `((x))` → `(x)`, `{ { x } }` → `{ x }`
fn bare(outer: Group) -> Group {
    let mut trees = outer.stream().into_iter();
    match (trees.next(), trees.next()) {
        (Some(TokenTree::Group(inner)), None)
            if inner.delimiter() == outer.delimiter()
                && matches!(outer.delimiter(), Delimiter::Parenthesis | Delimiter::Brace)
                && is_one(&inner) =>
        {
            bare(inner)
        }
        _ => outer,
    }
}

/// What is in brackets, if all of it is: `(a)` → `a`.
pub fn unbracketed(tokens: TokenStream) -> TokenStream {
    let mut trees = tokens.clone().into_iter();
    match (trees.next(), trees.next()) {
        (Some(TokenTree::Group(g)), None) if g.delimiter() == Delimiter::Parenthesis && is_one(&g) => {
            unbracketed(g.stream())
        }
        _ => tokens,
    }
}

/// Whether it is neither empty nor a tuple.
fn is_one(g: &Group) -> bool {
    !g.stream().is_empty() && (g.delimiter() == Delimiter::Brace || !has_comma(g))
}

fn has_comma(g: &Group) -> bool {
    g.stream().into_iter().any(|t| is_punct(&t, ','))
}

fn is_punct(t: &TokenTree, c: char) -> bool {
    matches!(t, TokenTree::Punct(p) if p.as_char() == c)
}

/// Arguments and elements that are in brackets for themselves: `f(a, (b))` → `f(a, b)`; conditions: `if (a) {` → `if a {`; and blocks
/// that are one expression: `f({ a })` → `f(a)`, `b = { a };` → `b = a;`.
fn segments(trees: Vec<TokenTree>, delimiter: Delimiter) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    for (i, tree) in trees.iter().enumerate() {
        let (before, after) = (i.checked_sub(1).and_then(|i| trees.get(i)), trees.get(i + 1));
        let TokenTree::Group(g) = tree else {
            out.push(tree.clone());
            continue;
        };
        let plain = g.delimiter() == Delimiter::Parenthesis && is_one(g);
        let argument = before.is_none_or(|t| is_punct(t, ',')) && after.is_some_and(|t| is_punct(t, ','))
            || before.is_some_and(|t| is_punct(t, ',')) && after.is_none();
        let condition = matches!(before, Some(TokenTree::Ident(w)) if w == "if")
            && matches!(after, Some(TokenTree::Group(b)) if b.delimiter() == Delimiter::Brace)
            && !has_brace(g);
        // `else { (if …) }` → `else if …`
        let chained = g.delimiter() == Delimiter::Brace && matches!(before, Some(TokenTree::Ident(w)) if w == "else");
        if let Some(chain) = chained.then(|| conditional(g)).flatten() {
            out.extend(chain);
            continue;
        }
        let value = g.delimiter() == Delimiter::Brace
            && is_expression(g)
            && (trees.len() == 1 && delimiter == Delimiter::Parenthesis
                || is_some_punct(before, '=') && is_some_punct(after, ';'));
        if (plain && (argument || condition)) || value {
            out.extend(g.stream());
        } else {
            out.push(tree.clone());
        }
    }
    out.into_iter().collect()
}

/// The condition and the blocks of a block that is nothing but `(if …)` or `if …`.
fn conditional(block: &Group) -> Option<TokenStream> {
    let mut trees: Vec<TokenTree> = block.stream().into_iter().collect();
    if let [TokenTree::Group(g)] = trees.as_slice() {
        if g.delimiter() == Delimiter::Parenthesis {
            trees = g.stream().into_iter().collect();
        }
    }
    // Nothing but `if … {…} else {…}`, or a chain of them: what follows a block is `else`.
    let mut words = trees.iter().filter_map(|t| match t {
        TokenTree::Ident(i) if i == "if" || i == "else" => Some(i.to_string()),
        _ => None,
    });
    let is_chain = words.next().as_deref() == Some("if")
        && matches!(trees.first(), Some(TokenTree::Ident(_)))
        && trees.windows(2).all(|pair| match pair {
            [TokenTree::Group(g), next] if g.delimiter() == Delimiter::Brace => {
                matches!(next, TokenTree::Ident(w) if w == "else")
            }
            _ => true,
        })
        && matches!(trees.last(), Some(TokenTree::Group(g)) if g.delimiter() == Delimiter::Brace);
    is_chain.then(|| trees.into_iter().collect())
}

/// Whether there is a block in it, which would end a condition too early.
fn has_brace(g: &Group) -> bool {
    g.stream().into_iter().any(|t| matches!(&t, TokenTree::Group(g) if g.delimiter() == Delimiter::Brace))
}

/// `#[doc = "a\nb"]` as a comment of two lines, each after a space.
fn doc_lines(attribute: &Group) -> Option<Vec<TokenTree>> {
    let trees: Vec<TokenTree> = attribute.stream().into_iter().collect();
    let [TokenTree::Ident(word), eq, TokenTree::Literal(text)] = trees.as_slice() else { return None };
    if word != "doc" || !is_punct(eq, '=') {
        return None;
    }
    let text = syn::parse_str::<syn::LitStr>(&text.to_string()).ok()?.value();
    let lines: Vec<&str> = if text.is_empty() { vec![""] } else { text.lines().collect() };
    // What emitters write as a comment has its space.
    let space = if text.starts_with(' ') { "" } else { " " };
    let mut out = Vec::new();
    for line in lines {
        let line = if line.is_empty() { String::new() } else { format!("{space}{line}") };
        let tokens = [TokenTree::Ident(word.clone()), eq.clone(), TokenTree::Literal(Literal::string(&line))];
        out.push(TokenTree::Punct(proc_macro2::Punct::new('#', proc_macro2::Spacing::Alone)));
        out.push(TokenTree::Group(group(Delimiter::Bracket, tokens.into_iter().collect())));
    }
    Some(out)
}

/// Whether a word is somewhere in some tokens.
pub fn names(tokens: &TokenStream, word: &str) -> bool {
    tokens.clone().into_iter().any(|t| match t {
        TokenTree::Ident(i) => i == word,
        TokenTree::Group(g) => names(&g.stream(), word),
        _ => false,
    })
}

/// Whether evaluating some tokens may end in an error.
pub fn may_fail(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|t| match t {
        TokenTree::Group(g) => may_fail(&g.stream()),
        t => is_punct(&t, '?'),
    })
}
