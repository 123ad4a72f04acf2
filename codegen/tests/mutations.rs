//! Each field of the shipped specification, changed as a new version might change it: the generator says what is wrong and where, or gives
//! Rust. Whether `rustc` takes that Rust is asked once for each kind of change: of a specification in which as many fields as go together are
//! changed in that way.

use std::collections::BTreeMap;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Mutex;

/// A feature that some versions of each format have.
const FEATURE: &str = "has_key_range";

/// A field of a `seq`, as text.
struct Spot {
    /// Index of the file.
    file: usize,
    /// Its lines, from its `id`.
    lines: std::ops::Range<usize>,
    indent: usize,
    /// How its type gets at the version.
    version: &'static str,
}

/// A way in which versions differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mutation {
    /// Newer versions only have it.
    Added,
    /// Newer versions do not have it any more.
    Removed,
    /// In newer versions it takes more bytes.
    Widened,
    /// In newer versions another field precedes it.
    Preceded,
}

const ALL: [Mutation; 4] = [Mutation::Added, Mutation::Removed, Mutation::Widened, Mutation::Preceded];

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Lines from one on that are indented deeper than it.
fn block(lines: &[&str], start: usize) -> std::ops::Range<usize> {
    let depth = indent(lines[start]);
    let end = (start + 1..lines.len()).find(|i| !lines[*i].trim().is_empty() && indent(lines[*i]) <= depth);
    start..end.unwrap_or(lines.len())
}

/// Whether the `params` beside a `seq` have the version.
fn has_version(lines: &[&str], seq: usize) -> bool {
    let depth = indent(lines[seq]);
    let first = (0..seq).rev().find(|i| !lines[*i].trim().is_empty() && indent(lines[*i]) < depth).map_or(0, |i| i + 1);
    let params = (first..seq).find(|i| indent(lines[*i]) == depth && lines[*i].trim() == "params:");
    params.is_some_and(|p| (p + 1..seq).take_while(|i| indent(lines[*i]) > depth).any(|i| lines[i].trim() == "- id: v"))
}

fn spots(file: usize, text: &str) -> Vec<Spot> {
    let lines: Vec<&str> = text.lines().collect();
    let root = (0..lines.len()).find(|i| lines[*i] == "seq:" || lines[*i] == "instances:" || lines[*i] == "types:");
    let in_root = root.is_some_and(|seq| has_version(&lines, seq));
    let mut out = Vec::new();
    for seq in (0..lines.len()).filter(|i| lines[*i].trim() == "seq:") {
        let version = match (has_version(&lines, seq), in_root) {
            (true, _) => "v",
            (false, true) => "_root.v",
            (false, false) => continue,
        };
        let depth = indent(lines[seq]);
        let inside = (seq + 1..lines.len()).take_while(|i| lines[*i].trim().is_empty() || indent(lines[*i]) > depth);
        for at in inside.filter(|i| indent(lines[*i]) == depth + 2 && lines[*i].trim().starts_with("- id: ")) {
            out.push(Spot { file, lines: block(&lines, at), indent: depth + 2, version });
        }
    }
    out
}

/// A field's keys: the lines of each.
struct Entry(Vec<(String, Vec<String>)>);

impl Entry {
    fn parse(spot: &Spot, lines: &[&str]) -> Self {
        let mut out: Vec<(String, Vec<String>)> = Vec::new();
        for line in &lines[spot.lines.clone()] {
            let text = line.get(spot.indent + 2..).unwrap_or("");
            match text.split_once(':') {
                Some((key, _)) if !text.starts_with(' ') => out.push((key.to_owned(), vec![text.to_owned()])),
                _ => out.last_mut().expect("a field begins with its id").1.push(text.to_owned()),
            }
        }
        Entry(out)
    }

    fn get(&self, key: &str) -> Option<String> {
        let lines = &self.0.iter().find(|(k, _)| k == key)?.1;
        let first = lines[0].split_once(':').expect("a key").1.trim();
        let rest = lines.iter().skip(1).map(|l| l.trim());
        let text = std::iter::once(first).filter(|f| !f.starts_with('>')).chain(rest).collect::<Vec<_>>().join(" ");
        Some(text.trim_matches('\'').trim_matches('"').to_owned())
    }

    fn set(&mut self, key: &str, value: &str) {
        self.0.retain(|(k, _)| k != key);
        self.0.push((key.to_owned(), vec![format!("{key}: {value}")]));
    }

    fn require(&mut self, condition: &str) {
        let all = self.get("if").map_or_else(|| condition.to_owned(), |c| format!("{condition} and ({c})"));
        self.set("if", &format!("'{all}'"));
    }

    fn is_stored(&self) -> bool {
        !self.0.iter().any(|(k, _)| ["-derive", "-checksum", "-bits", "-same-as"].contains(&k.as_str()))
    }

    fn lines(&self, spot: &Spot) -> Vec<String> {
        let all = self.0.iter().flat_map(|(_, lines)| lines).enumerate();
        all.map(|(i, line)| format!("{:1$}{2}{line}", "", spot.indent, if i == 0 { "- " } else { "  " })).collect()
    }
}

/// The type of more bytes.
fn wider(ty: &str) -> Option<&'static str> {
    Some(match ty {
        "u1" => "u2",
        "u2" | "b24" => "u4",
        "u4" | "u4le" | "uvint" => "u8",
        "s4" | "svint" => "s8",
        _ => return None,
    })
}

/// The text of the file with one field changed; nothing if the field cannot be changed so.
fn mutated(text: &str, spot: &Spot, mutation: Mutation) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let mut entry = Entry::parse(spot, &lines);
    let (id, has) = (entry.get("id")?, format!("{}.{FEATURE}", spot.version));
    let not = format!("not {has}");
    let mut before = Vec::new();
    match mutation {
        Mutation::Added | Mutation::Removed => {
            entry.require(if mutation == Mutation::Added { &has } else { &not });
            if entry.is_stored() {
                entry.set("-absent", "none");
                entry.set("-droppable", "true");
            }
        }
        Mutation::Widened => {
            let mut wide = Entry::parse(spot, &lines);
            wide.set("type", wider(&entry.get("type")?)?);
            wide.require(&has);
            wide.set("-same-as", &id);
            // What there is where neither is there is for the field to say.
            wide.0.retain(|(key, _)| !["id", "-absent", "-droppable"].contains(&key.as_str()));
            wide.0.insert(0, ("id".to_owned(), vec![format!("id: wide_{id}")]));
            before = wide.lines(spot);
            entry.require(&not);
        }
        Mutation::Preceded => {
            let mut other = Entry(vec![("id".to_owned(), vec![format!("id: neighbour_{}", spot.lines.start)])]);
            other.set("type", "u4");
            other.set("if", &has);
            other.set("-absent", "7");
            other.set("doc", "Another field.");
            before = other.lines(spot);
        }
    }
    let own = |line: &&str| (*line).to_owned();
    let mut out: Vec<String> = lines[..spot.lines.start].iter().map(own).collect();
    out.extend(before);
    out.extend(entry.lines(spot));
    out.extend(lines[spot.lines.end..].iter().map(own));
    out.push(String::new());
    Some(out.join("\n"))
}

/// What became of a change: nothing if there is Rust, else what the generator said.
fn outcome(spot: &Spot, mutation: Mutation) -> Option<Result<(), String>> {
    let (path, text) = cqlite_spec::FILES[spot.file];
    let text = mutated(text, spot, mutation)?;
    let mut sources = cqlite_spec::FILES.to_vec();
    sources[spot.file] = (path, &text);
    let name = format!("{path}:{}, {mutation:?}", spot.lines.start + 1);
    let id = id(path);
    let compiled = catch_unwind(AssertUnwindSafe(|| cqlite_codegen::compile(&sources, id)));
    match compiled.unwrap_or_else(|_| panic!("{name}: the generator panics")) {
        Ok(tokens) => {
            let _: syn::File = syn::parse2(tokens).unwrap_or_else(|e| panic!("{name}: no Rust: {e}"));
            Some(Ok(()))
        }
        Err(mistakes) => {
            assert!(!mistakes.is_empty(), "{name}: no mistake and no Rust");
            for d in &mistakes {
                assert!(d.line > 0 && d.col > 0 && !d.message.is_empty(), "{name}: {d} is nowhere");
            }
            Some(Err(mistakes[0].to_string()))
        }
    }
}

/// The id of the file at a path.
fn id(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path).trim_end_matches(".ksy")
}

/// A mistake without the names in it.
fn kind(message: &str) -> String {
    let text = message.lines().next().unwrap_or(message).split_once(": ").map_or(message, |(_, text)| text);
    let is_name = |word: &str| word.contains('_') || word.contains("::") || word.chars().any(|c| c.is_ascii_digit());
    text.split(' ').map(|word| if is_name(word) { "…" } else { word }).collect::<Vec<_>>().join(" ")
}

#[test]
fn each_field_can_be_changed_or_the_generator_says_why_not() {
    let fields: Vec<Spot> = cqlite_spec::FILES.iter().enumerate().flat_map(|(i, (_, text))| spots(i, text)).collect();
    let work: Vec<(&Spot, Mutation)> = fields.iter().flat_map(|f| ALL.map(|m| (f, m))).collect();
    let (next, found) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|threads| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            threads.spawn(|| {
                while let Some((spot, mutation)) = work.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let outcome = outcome(spot, *mutation);
                    found.lock().expect("no panic").extend(outcome.map(|o| (*mutation, o)));
                }
            });
        }
    });
    let found = found.into_inner().expect("no panic");
    let mut refused: BTreeMap<(Mutation, String), (usize, &str)> = BTreeMap::new();
    let mut accepted: BTreeMap<Mutation, usize> = BTreeMap::new();
    for (mutation, outcome) in &found {
        match outcome {
            Ok(()) => *accepted.entry(*mutation).or_default() += 1,
            Err(message) => refused.entry((*mutation, kind(message))).or_insert((0, message)).0 += 1,
        }
    }
    for ((mutation, kind), (count, example)) in &refused {
        println!("{count} {mutation:?}: {kind}\n    {example}");
    }
    println!("{} fields, {} changes, accepted {accepted:?}", fields.len(), found.len());
    assert!(fields.len() >= 220 && found.len() >= 760, "{} fields, {} changes", fields.len(), found.len());
    for (mutation, least) in ALL.into_iter().zip([213, 212, 72, 210]) {
        let count = accepted.get(&mutation).copied().unwrap_or_default();
        assert!(count >= least, "{mutation:?} is accepted {count} times only");
    }
}

/// A file with several of its fields changed.
fn all_mutated(file: usize, spots: &[&Spot], mutation: Mutation) -> String {
    let mut spots = spots.to_vec();
    // From the last to the first: lines before a change stay where they are.
    spots.sort_by_key(|s| std::cmp::Reverse(s.lines.start));
    spots
        .iter()
        .fold(cqlite_spec::FILES[file].1.to_owned(), |text, spot| mutated(&text, spot, mutation).unwrap_or(text))
}

/// A file with as many of its fields changed as the generator takes together, and how many.
fn together(file: usize, mutation: Mutation) -> (String, usize) {
    let (path, text) = cqlite_spec::FILES[file];
    let fields = spots(file, text);
    let all: Vec<&Spot> = fields.iter().filter(|s| mutated(text, s, mutation).is_some()).collect();
    let (mut kept, mut left): (Vec<&Spot>, Vec<Vec<&Spot>>) = (Vec::new(), vec![all]);
    while let Some(batch) = left.pop() {
        let tried: Vec<&Spot> = kept.iter().chain(&batch).copied().collect();
        let text = all_mutated(file, &tried, mutation);
        let mut sources = cqlite_spec::FILES.to_vec();
        sources[file] = (path, &text);
        if cqlite_codegen::compile(&sources, id(path)).is_ok() {
            kept = tried;
        } else if batch.len() > 1 {
            let (a, b) = batch.split_at(batch.len() / 2);
            left.extend([b.to_vec(), a.to_vec()]);
        }
    }
    (all_mutated(file, &kept, mutation), kept.len())
}

/// The Rust of the specification with fields changed in one way, as a module for each file, and how many are.
fn module_of(mutation: Mutation) -> (String, usize) {
    let mut files: Vec<(String, usize)> = (0..cqlite_spec::FILES.len()).map(|f| together(f, mutation)).collect();
    loop {
        let sources: Vec<(&str, &str)> =
            cqlite_spec::FILES.iter().zip(&files).map(|((path, _), (text, _))| (*path, text.as_str())).collect();
        match cqlite_codegen::compile_all(&sources) {
            Ok(modules) => {
                let modules = modules.iter().map(|(id, tokens)| {
                    let name = id.strip_prefix("sstable_").unwrap_or(id);
                    format!("pub mod {name} {{ {tokens} }}\n")
                });
                return (modules.collect(), files.iter().map(|f| f.1).sum());
            }
            Err(mistakes) => {
                // What goes together in a file may not go together with another's.
                let file = cqlite_spec::FILES.iter().position(|f| f.0 == mistakes[0].file).expect("a file");
                assert!(files[file].1 > 0, "{}", mistakes[0]);
                files[file] = (cqlite_spec::FILES[file].1.to_owned(), 0);
            }
        }
    }
}

#[test]
fn rustc_takes_what_the_generator_gives() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the workspace");
    let krate = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mutants");
    std::fs::create_dir_all(krate.join("src")).expect("a folder");
    let manifest = format!(
        "[package]\nname = \"mutants\"\nversion = \"0.0.0\"\nedition = \"2021\"\n[workspace]\n[dependencies]\n\
         cqlite-runtime = {{ path = {:?} }}\nbinrw = \"0.15\"\n\
         deku = {{ version = \"0.20\", default-features = false, features = [\"std\", \"bits\"] }}\n",
        root.join("runtime")
    );
    std::fs::write(krate.join("Cargo.toml"), manifest).expect("a manifest");
    std::fs::copy(root.join("Cargo.lock"), krate.join("Cargo.lock")).expect("the versions of the workspace");
    let mut lib = "#![allow(warnings)]\n".to_owned();
    let mut changed = Vec::new();
    let modules = std::thread::scope(|threads| {
        let all = ALL.map(|mutation| threads.spawn(move || module_of(mutation)));
        all.map(|thread| thread.join().expect("no panic"))
    });
    for (mutation, (rust, count)) in ALL.into_iter().zip(modules) {
        let name = format!("{mutation:?}").to_lowercase();
        let file: syn::File = syn::parse_str(&rust).expect("Rust");
        std::fs::write(krate.join(format!("src/{name}.rs")), prettyplease::unparse(&file)).expect("a module");
        lib += &format!("pub mod {name};\n");
        changed.push(count);
    }
    std::fs::write(krate.join("src/lib.rs"), lib).expect("the crate");
    let checked = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--quiet"])
        .current_dir(&krate)
        .env("CARGO_TARGET_DIR", krate.join("target"))
        .output()
        .expect("cargo");
    println!("{changed:?} fields changed");
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    for (mutation, (count, least)) in ALL.into_iter().zip(changed.into_iter().zip([213, 212, 72, 210])) {
        assert!(count >= least, "{mutation:?}: {count} fields go together only");
    }
}
