//! Mistakes behind mistakes. The stages after one that has found any would stumble over what it has not understood; so the declarations with mistakes
//! are taken out, and the rest is gone through again.

use crate::diag::{Diagnostic, Diagnostics};
use crate::ksy::ast::File;
use crate::ksy::{Parts, Taken};
use crate::Sources;

/// What is to be done about a file that is not imported.
pub const NOT_IMPORTED: &str = "add it to meta.imports";

/// Enough for a mistake in each stage; what is behind more of them is told when these are mended.
const ROUNDS: usize = 8;

/// All that is wrong with a specification, of which `found` are the first mistakes. `run` is what finds those of some files.
///
/// What is wrong only because something was taken out is not told: it names that, or was named there.
pub fn mistakes(
    sources: &Sources<'_>,
    mut found: Vec<Diagnostic>,
    run: impl Fn(Vec<File>, Diagnostics) -> Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let mut parts: Vec<_> = sources.iter().enumerate().map(|(i, (path, text))| Parts::new(path, text, i)).collect();
    let (mut gone, mut new) = (Taken::default(), found.clone());
    for _ in 0..ROUNDS {
        for mistake in &new {
            if let Some(file) = parts.iter_mut().find(|part| part.has(mistake)) {
                file.take_out(mistake, &mut gone);
            }
        }
        parts.iter().for_each(|part| part.add_touched(&mut gone));
        let mut diags = Diagnostics::default();
        for (path, _) in sources {
            let _ = diags.add_file(path);
        }
        let files = parts.iter().filter_map(|part| part.parse(&mut diags)).collect();
        new = run(files, diags);
        new.retain(|mistake| !found.contains(mistake));
        if new.is_empty() {
            break;
        }
        // What a file does not import is told where it is used first.
        let is_told = |mistake: &Diagnostic| {
            let is_same = |known: &Diagnostic| (&known.file, &known.message) == (&mistake.file, &mistake.message);
            mistake.help.as_deref() == Some(NOT_IMPORTED) && found.iter().any(is_same)
        };
        let follows = |mistake: &Diagnostic| parts.iter().any(|part| part.has(mistake) && part.follows(mistake, &gone));
        let told: Vec<_> = new.iter().filter(|mistake| !follows(mistake) && !is_told(mistake)).cloned().collect();
        found.extend(told);
    }
    found.sort_by(|a, b| (&a.file, a.line, a.col).cmp(&(&b.file, b.line, b.col)));
    found
}
