//! Each field of the shipped specification, changed as a new version might change it: the generator says what is wrong and where, or gives
//! Rust. Whether `rustc` takes that Rust is asked once for each kind of change: of a specification in which as many fields as go together are
//! changed in that way.

mod mutation;

use std::collections::BTreeMap;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Mutex;

use mutation::{id, Mutation, Spec, Spot};

const ALL: [Mutation; 5] =
    [Mutation::Added, Mutation::Removed, Mutation::Replaced, Mutation::Widened, Mutation::Preceded];

/// Those that the whole product would not take, as readers of it expect the field: of these `rustc` is asked here, of the others by the
/// walkthrough (`tests/tests/walkthrough/changed.rs`), which builds all of the workspace with them.
const ASKED: [Mutation; 2] = [Mutation::Added, Mutation::Removed];

/// How many fields at least can be changed in each way. Those that only versions without the feature have, or only versions with it, would be in no
/// version, which the generator refuses.
const LEAST: [usize; 5] = [156, 150, 123, 65, 206];

/// How many fields at least can be changed together in the ways of [`ASKED`]: what one asks of another is absent with it then.
const LEAST_TOGETHER: [usize; 2] = [184, 180];

/// What became of a change: nothing if there is Rust, else what the generator said.
fn outcome(spec: &Spec, spot: &Spot, mutation: Mutation) -> Option<Result<(), String>> {
    let path = spec.files[spot.file].0;
    let text = spec.mutated(spot, mutation)?;
    let sources = spec.sources(spot.file, &text);
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

/// A mistake without the names in it.
fn kind(message: &str) -> String {
    let text = message.lines().next().unwrap_or(message).split_once(": ").map_or(message, |(_, text)| text);
    let is_name = |word: &str| word.contains('_') || word.contains("::") || word.chars().any(|c| c.is_ascii_digit());
    text.split(' ').map(|word| if is_name(word) { "…" } else { word }).collect::<Vec<_>>().join(" ")
}

#[test]
fn each_field_can_be_changed_or_the_generator_says_why_not() {
    let spec = Spec::shipped();
    let fields = spec.fields();
    let work: Vec<(&Spot, Mutation)> = fields.iter().flat_map(|f| ALL.map(|m| (f, m))).collect();
    let (next, found) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|threads| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            threads.spawn(|| {
                while let Some((spot, mutation)) = work.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let outcome = outcome(&spec, spot, *mutation);
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
    assert!(fields.len() >= 220 && found.len() >= 900, "{} fields, {} changes", fields.len(), found.len());
    for (mutation, least) in ALL.into_iter().zip(LEAST) {
        let count = accepted.get(&mutation).copied().unwrap_or_default();
        assert!(count >= least, "{mutation:?} is accepted {count} times only");
    }
}

/// The Rust of the specification with fields changed in one way, as a module for each file, and how many are.
fn module_of(mutation: Mutation) -> (String, usize) {
    let (spec, count) = Spec::shipped().changed(mutation);
    let modules = cqlite_codegen::compile_all(&spec.sources(usize::MAX, "")).expect("Rust");
    let modules = modules.iter().map(|(id, tokens)| {
        let name = id.strip_prefix("sstable_").unwrap_or(id);
        format!("pub mod {name} {{ {tokens} }}\n")
    });
    (modules.collect(), count)
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
        let all = ASKED.map(|mutation| threads.spawn(move || module_of(mutation)));
        all.map(|thread| thread.join().expect("no panic"))
    });
    for (mutation, (rust, count)) in ASKED.into_iter().zip(modules) {
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
    for (mutation, (count, least)) in ASKED.into_iter().zip(changed.into_iter().zip(LEAST_TOGETHER)) {
        assert!(count >= least, "{mutation:?}: {count} fields go together only");
    }
}
