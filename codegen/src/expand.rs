//! What the macro emits as text for people: formatted as the rest of the repository is.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{compile_where, head, Sources};

/// What the macro emits for every file of a specification, as formatted Rust: a text for each type, by path.
///
/// # Errors
/// The mistakes, one a line; that the emitted tokens are no Rust, with the start of them; or that `rustfmt` fails.
pub fn expand(sources: &Sources<'_>) -> Result<Vec<(String, String)>, String> {
    let modules = compile_where(sources, |_| true)
        .map_err(|all| all.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
    let mut out = Vec::new();
    for (id, emitted) in modules {
        for (name, tokens) in emitted.parts {
            let tokens = if name == "mod" {
                let head = head(&emitted.imports);
                quote::quote!(#head #tokens)
            } else {
                tokens
            };
            let text = tokens.to_string();
            let file = syn::parse2(tokens).map_err(|e| format!("{id}: {e}: {}", text.get(..400).unwrap_or(&text)))?;
            let head = format!("// Written by `expand` from the specification {id}.ksy. Do not edit.\n");
            out.push((format!("{id}/{name}.rs"), head + &prettyplease::unparse(&file)));
        }
    }
    let folder = std::env::temp_dir().join(format!("cqlite-expand-{}", std::process::id()));
    let formatted = format(&folder, out);
    // Nothing is lost by a folder that stays.
    let _ = std::fs::remove_dir_all(&folder);
    formatted
}

/// The texts as `rustfmt` writes them with the repository's settings.
fn format(folder: &Path, texts: Vec<(String, String)>) -> Result<Vec<(String, String)>, String> {
    let failed = |path: &Path, e: std::io::Error| format!("{}: {e}", path.display());
    let mut paths: Vec<PathBuf> = Vec::new();
    for (name, text) in &texts {
        let path = folder.join(name);
        let parent = path.parent().unwrap_or(folder);
        std::fs::create_dir_all(parent).map_err(|e| failed(parent, e))?;
        std::fs::write(&path, text).map_err(|e| failed(&path, e))?;
        paths.push(path);
    }
    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rustfmt.toml");
    let run = Command::new("rustfmt").arg("--config-path").arg(config).args(&paths).output();
    let run = run.map_err(|e| format!("rustfmt: {e}"))?;
    if !run.status.success() {
        return Err(format!("rustfmt: {}", String::from_utf8_lossy(&run.stderr)));
    }
    let read = |((name, _), path): ((String, String), &PathBuf)| {
        let text = std::fs::read_to_string(path).map_err(|e| failed(path, e))?;
        Ok((name, text))
    };
    texts.into_iter().zip(&paths).map(read).collect()
}
