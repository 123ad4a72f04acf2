//! The build-time entry to `cqlite-codegen`: a specification file in, the items of its module out.

use proc_macro::TokenStream;

/// `modules!();` stands for a module for each file of `spec/`, of everything that is generated from it; `modules!("sstable_index");` for
/// all but the named, which have modules written by hand beside it, with [`component!`] in them.
///
/// Cargo rebuilds when a `.ksy` file changes, comes or goes, since the texts are part of the crate `cqlite-spec`.
#[proc_macro]
pub fn modules(input: TokenStream) -> TokenStream {
    let given = input.to_string();
    let given: Vec<&str> = given.split(',').map(|id| id.trim().trim_matches('"')).collect();
    items(cqlite_codegen::modules(&cqlite_spec::FILES, &given))
}

/// `component!("sstable_data");` stands for everything generated from `spec/sstable/sstable_data.ksy`.
///
/// The modules of the files that it imports are expected beside the module that the macro stands in.
#[proc_macro]
pub fn component(input: TokenStream) -> TokenStream {
    let id = input.to_string();
    let id = id.trim_matches('"');
    items(cqlite_codegen::compile(&cqlite_spec::FILES, id))
}

/// `context!();` stands for the context that all components of `spec/` are read in, and the trait that they share.
///
/// The modules of all files are expected beside the module that the macro stands in.
#[proc_macro]
pub fn context(_: TokenStream) -> TokenStream {
    items(cqlite_codegen::compile_context(&cqlite_spec::FILES))
}

/// `components!()` stands for `component(name)`, which finds the table of a component by its name in the specification. The modules
/// of the files are expected beside it.
#[proc_macro]
pub fn components(_: TokenStream) -> TokenStream {
    cqlite_codegen::components(&cqlite_spec::FILES).into()
}

/// `models!(name);` stands for calls of the macro `name`, one for each model of `spec/`, switched field and enumeration, whose forms
/// [`cqlite_codegen::models`] lists. The crate that it stands in depends on `cqlite-format`.
#[proc_macro]
pub fn models(input: TokenStream) -> TokenStream {
    items(cqlite_codegen::models(&cqlite_spec::FILES, &input.into()))
}

/// `spec_dir!("tests/specs");` stands for a module for each `.ksy` file of a folder of the crate: for tests of the generator.
#[proc_macro]
pub fn spec_dir(input: TokenStream) -> TokenStream {
    let folder = input.to_string();
    let root = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    items(cqlite_codegen::compile_folder(&std::path::Path::new(&root).join(folder.trim_matches('"'))))
}

/// The items, or what makes the compiler print the mistakes.
fn items(compiled: Result<impl Into<TokenStream>, Vec<cqlite_codegen::Diagnostic>>) -> TokenStream {
    match compiled {
        Ok(tokens) => tokens.into(),
        Err(mistakes) => cqlite_codegen::compile_errors(&mistakes).into(),
    }
}
