//! Compiles Kaitai specifications with cqlite's extension keys into Rust.
//!
//! Text in, tokens or located mistakes out. The stages: [`ksy`] parses YAML and expressions with their positions; [`ir`] resolves
//! names and types into one intermediate form; `lower` says what is done with a type, and in which order; `emit` prints it as Rust.

pub mod diag;
mod emit;
mod expand;
pub mod folder;
mod further;
pub mod ir;
#[allow(missing_docs, reason = "the fields are the keys of the specification language")]
pub mod ksy;
mod lower;
mod models;
mod names;

use proc_macro2::TokenStream;

pub use diag::Diagnostic;
pub use expand::expand;
pub use models::models;

/// A specification: paths relative to its root, and texts.
pub type Sources<'a> = [(&'a str, &'a str)];

/// The Rust module of one file of a specification, given with all files it imports.
///
/// # Errors
/// The mistakes of the first stage that has any, in the order of files and lines; [`mistakes`] has those of all stages.
pub fn compile(sources: &Sources<'_>, id: &str) -> Result<TokenStream, Vec<Diagnostic>> {
    let needed = needed(sources, id);
    let mut found = compile_where(&needed, |name| name == id)?;
    match found.pop() {
        Some((_, emitted)) => Ok(module(emitted)),
        None => Err(vec![Diagnostic {
            file: id.to_owned(),
            line: 0,
            col: 0,
            message: "no such file in the specification".to_owned(),
            help: Some(sources.iter().map(|s| s.0).collect::<Vec<_>>().join(", ")),
        }]),
    }
}

/// What the module of the context is called, which is no file's.
const CONTEXT: &str = "context";

/// The Rust module of the context that all components of a specification are read in.
///
/// # Errors
/// Every mistake found, in the order of files and lines.
pub fn compile_context(sources: &Sources<'_>) -> Result<TokenStream, Vec<Diagnostic>> {
    Ok(compile_where(sources, |name| name == CONTEXT)?.into_iter().map(|(_, emitted)| module(emitted)).collect())
}

/// The Rust modules of all files of a specification, by id.
///
/// # Errors
/// Every mistake found, in the order of files and lines.
pub fn compile_all(sources: &Sources<'_>) -> Result<Vec<(String, TokenStream)>, Vec<Diagnostic>> {
    Ok(compile_where(sources, |name| name != CONTEXT)?.into_iter().map(|(id, emitted)| (id, module(emitted))).collect())
}

/// What generated code may do that people's may not: each function is given and reads what its type has, needed or not.
fn head(imports: &[String]) -> TokenStream {
    let imports: Vec<_> = imports.iter().map(|name| names::ident(name)).collect();
    let imports = (!imports.is_empty()).then(|| quote::quote!(use super::super::{#(#imports),*};));
    quote::quote! {
        #[allow(unused_imports)]
        use ::cqlite_runtime::{self as rt, error::Located as _, sink::Sink as _, table::Reflect as _};
        #imports
    }
}

/// The items of a file, in a module of their own so that one list of lints suffices. Other files' modules are expected beside the
/// module that this stands in.
fn module(emitted: emit::Emitted) -> TokenStream {
    let (head, parts) = (head(&emitted.imports), emitted.parts.into_iter().map(|p| p.1));
    quote::quote! {
        #[allow(
            unused_variables, unused_mut, clippy::let_unit_value, clippy::too_many_arguments,
            clippy::needless_question_mark, clippy::manual_range_contains,
            reason = "functions are given, and read, what their type has, whether it is needed or not",
        )]
        mod emitted { #head #(#parts)* }
        pub use emitted::*;
    }
}

/// A module for each file of a specification, but for those that have been given one by hand.
///
/// # Errors
/// Every mistake found, in the order of files and lines.
pub fn modules(sources: &Sources<'_>, given: &[&str]) -> Result<TokenStream, Vec<Diagnostic>> {
    let files = compile_whole(sources, |name| name != CONTEXT && !given.contains(&name))?;
    let modules = files.into_iter().map(|(id, emitted)| {
        let path = sources.iter().map(|s| s.0).find(|path| stem(path) == id).unwrap_or(&id);
        let (name, doc, items) =
            (names::ident(&names::module(&id)), format!("Generated from `spec/{path}`."), module(emitted));
        quote::quote! {
            #[doc = #doc]
            pub mod #name { #items }
        }
    });
    Ok(modules.collect())
}

/// What finds the table of a component by its name in the specification (`-component`).
pub fn components(sources: &Sources<'_>) -> TokenStream {
    let files =
        sources.iter().filter_map(|(path, text)| ksy::parse_file(path, text, &mut diag::Diagnostics::default()));
    let arms = files.filter_map(|f| {
        let (component, id) = (f.component?, &f.root.id);
        let (module, table) = (names::ident(&names::module(id)), quote::format_ident!("{}_TABLE", id.to_uppercase()));
        Some(quote::quote!(#component => Some(&#module::#table),))
    });
    quote::quote! {
        /// What stands in a component, by its name in the specification.
        pub fn component(name: &str) -> Option<&'static ::cqlite_runtime::table::Table> {
            match name {
                #(#arms)*
                _ => None,
            }
        }
    }
}

/// A module for each file of a folder, which know of each other; for tests. Each remembers its text, so that Cargo rebuilds.
///
/// # Errors
/// Every mistake found, in the order of files and lines; or that the folder cannot be read.
pub fn compile_folder(folder: &std::path::Path) -> Result<TokenStream, Vec<Diagnostic>> {
    let texts = folder::read(folder).map_err(|e| {
        let file = folder.display().to_string();
        vec![Diagnostic { file, line: 0, col: 0, message: e.to_string(), help: None }]
    })?;
    let sources: Vec<(&str, &str)> = texts.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
    let modules = compile_whole(&sources, |name| name != CONTEXT)?;
    let modules = modules.into_iter().zip(&texts).map(|((id, emitted), (name, _))| {
        let tokens = module(emitted);
        let (module, path) = (names::ident(&names::module(&id)), folder.join(name).display().to_string());
        quote::quote! {
            #[doc = #name]
            pub mod #module {
                const _: &str = include_str!(#path);
                #tokens
            }
        }
    });
    Ok(modules.collect())
}

/// The id of the file at a path.
fn stem(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path).trim_end_matches(".ksy")
}

/// A file and those it imports, directly or not.
fn needed<'a>(sources: &Sources<'a>, id: &str) -> Vec<(&'a str, &'a str)> {
    let mut queue = vec![id.to_owned()];
    let mut out: Vec<(&str, &str)> = Vec::new();
    while let Some(name) = queue.pop() {
        let Some(source) = sources.iter().find(|s| stem(s.0) == name) else { continue };
        if out.contains(source) {
            continue;
        }
        out.push(*source);
        let file = ksy::parse_file(source.0, source.1, &mut diag::Diagnostics::default());
        queue.extend(file.iter().flat_map(|f| &f.imports).map(|i| stem(&i.0).to_owned()));
    }
    // In the order given, so that messages do not depend on who asks.
    sources.iter().filter(|s| out.contains(s)).copied().collect()
}

/// A specification, resolved, and what mistakes found from here on are noted in: it knows the files.
fn program(sources: &Sources<'_>) -> Result<(ir::Program, diag::Diagnostics), Vec<Diagnostic>> {
    let mut diags = diag::Diagnostics::default();
    let files = parsed(sources, &mut diags);
    resolved(&files, diags)
}

fn parsed(sources: &Sources<'_>, diags: &mut diag::Diagnostics) -> Vec<ksy::ast::File> {
    sources.iter().filter_map(|(path, text)| ksy::parse_file(path, text, diags)).collect()
}

fn resolved(
    files: &[ksy::ast::File],
    mut diags: diag::Diagnostics,
) -> Result<(ir::Program, diag::Diagnostics), Vec<Diagnostic>> {
    if !diags.is_empty() {
        return Err(diags.into_sorted());
    }
    let program = ir::build(files, &mut diags);
    if diags.is_empty() {
        Ok((program, diags))
    } else {
        Err(diags.into_sorted())
    }
}

fn compile_where(
    sources: &Sources<'_>,
    wanted: impl Fn(&str) -> bool,
) -> Result<Vec<(String, emit::Emitted)>, Vec<Diagnostic>> {
    let mut diags = diag::Diagnostics::default();
    let files = parsed(sources, &mut diags);
    compile_files(&files, diags, &wanted)
}

/// The same of a specification as a whole, with the mistakes of all stages.
fn compile_whole(
    sources: &Sources<'_>,
    wanted: impl Fn(&str) -> bool,
) -> Result<Vec<(String, emit::Emitted)>, Vec<Diagnostic>> {
    compile_where(sources, &wanted).map_err(|first| {
        let run = |files: Vec<_>, diags| compile_files(&files, diags, &wanted).err().unwrap_or_default();
        further::mistakes(sources, first, run)
    })
}

fn compile_files(
    files: &[ksy::ast::File],
    diags: diag::Diagnostics,
    wanted: &impl Fn(&str) -> bool,
) -> Result<Vec<(String, emit::Emitted)>, Vec<Diagnostic>> {
    let (program, mut diags) = resolved(files, diags)?;
    let emitter = emit::Emitter::new(&program, &mut diags);
    let files = program.files.iter().enumerate().filter(|(_, f)| wanted(&f.id));
    let mut out: Vec<_> = files.map(|(i, f)| (f.id.clone(), emitter.file(i))).collect();
    if wanted(CONTEXT) {
        out.push((CONTEXT.to_owned(), emitter.contexts()));
    }
    drop(emitter);
    if diags.is_empty() {
        Ok(out)
    } else {
        Err(diags.into_sorted())
    }
}

/// Every mistake in a specification, in the order of files and lines.
pub fn mistakes(sources: &Sources<'_>) -> Vec<Diagnostic> {
    compile_whole(sources, |_| true).err().unwrap_or_default()
}

/// Mistakes as tokens that make the compiler print them.
pub fn compile_errors(mistakes: &[Diagnostic]) -> TokenStream {
    let errors = mistakes.iter().map(|d| {
        let text = format!("spec/{d}");
        quote::quote!(::core::compile_error!(#text);)
    });
    quote::quote!(#(#errors)*)
}
