//! Nothing above the generated components repeats what the specification says: no mask of flags, no order of bytes, no place of a field,
//! no length of one, no letters of a version.
//!
//! The code is searched for what such a repetition looks like. Where something looks so and is none, it is listed with its reason.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use cqlite_format::version::SstableVersion;

/// The crates above `storage/format`. `storage/types` reads values, not components.
const FOLDERS: &[&str] = &[
    "storage/sstable/src",
    "storage/dump/src",
    "storage/verify/src",
    "storage/inspect/src",
    "bindings/rust/src",
    "cli/src",
];

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Trace {
    /// Bits of a number that are picked by a mask.
    Mask,
    /// Bytes that are put together to a number, or taken from one.
    Bytes,
    /// A field's place in the specification, by hand.
    Site,
    /// Letters of versions.
    Letters,
    /// The length or the place of a field as a constant.
    Length,
}

use Trace::{Bytes, Length, Letters, Mask, Site};

/// Files and folders that have traces of a kind, how many at most, and why.
const EXCEPTIONS: &[(&str, Trace, usize, &str)] = &[
    ("storage/sstable/src/byte_comparable", Mask, 6, BYTE_COMPARABLE),
    ("storage/sstable/src/byte_comparable", Bytes, 9, BYTE_COMPARABLE),
    ("storage/sstable/src/partitioner/mod.rs", Bytes, 2, "tokens of hashes, and of keys that are a bigint"),
    ("storage/sstable/src/compress/lz4.rs", Bytes, 2, "the codec's own length in front of its data"),
    ("storage/sstable/src/descriptor/location.rs", Mask, 1, "a UUID in the name of a folder"),
    ("storage/sstable/src/reader/approach.rs", Bytes, 2, "values of any type as numbers, for an estimate"),
    ("storage/sstable/src/trie_writer/encoded.rs", Mask, 2, "distances of 12 and 40 bits are stored in two parts"),
    ("storage/dump/src/paths.rs", Bytes, 3, VALUES),
    ("storage/dump/src/paths.rs", Mask, 1, VALUES),
    ("storage/dump/src/json_value.rs", Bytes, 1, VALUES),
    ("storage/dump/src/text.rs", Bytes, 4, VALUES),
    ("storage/dump/src/text.rs", Mask, 4, "digits and dashes of texts, eight at a time"),
    ("storage/dump/src/time.rs", Bytes, 1, "digits of texts, sixteen at a time"),
    ("storage/dump/src/time.rs", Mask, 1, "digits of texts, sixteen at a time"),
    ("cli/src/time.rs", Bytes, 1, VALUES),
    ("storage/inspect/src/metadata/json.rs", Letters, 1, "they are printed"),
    ("storage/inspect/src/metadata/java.rs", Bytes, 1, VALUES),
    ("storage/verify/src/metadata/mod.rs", Bytes, 1, "a checksum that does not hold is mended, to read on"),
    ("storage/verify/src/rows/cells.rs", Bytes, 1, VALUES),
];

const BYTE_COMPARABLE: &str = "keys of tries, an encoding of values of its own";
const VALUES: &str = "values as their types serialize them";

#[test]
fn the_specification_is_not_repeated() {
    let mut found: BTreeMap<(String, Trace), Vec<String>> = BTreeMap::new();
    for (file, number, line) in code() {
        for trace in traces(&line) {
            let exception = EXCEPTIONS.iter().find(|(path, of, ..)| *of == trace && is_within(&file, path));
            let place = exception.map_or(file.as_str(), |(path, ..)| path);
            found.entry((place.to_owned(), trace)).or_default().push(format!("{file}:{number}: {}", line.trim()));
        }
    }
    let mut wrong = Vec::new();
    for ((place, trace), lines) in &found {
        let most = EXCEPTIONS.iter().find(|(path, of, ..)| of == trace && path == place).map_or(0, |e| e.2);
        if lines.len() > most {
            wrong.push(format!("{trace:?} in {place}: at most {most} expected, found\n    {}", lines.join("\n    ")));
        }
    }
    assert!(wrong.is_empty(), "to be taken from the specification:\n{}", wrong.join("\n"));
    for (path, trace, most, reason) in EXCEPTIONS {
        let count = found.get(&((*path).to_owned(), *trace)).map_or(0, Vec::len);
        assert_eq!(
            count, *most,
            "{path} has fewer of {trace:?} than is listed ({reason}): the line is to be corrected"
        );
    }
}

#[test]
fn traces_are_recognized() {
    let of = |line: &str| traces(line).collect::<Vec<_>>();
    assert_eq!(of("if cell.flags & 0x03 != 0 {"), [Mask]);
    assert_eq!(of("if ext & !0x03 != 0 {"), [Mask]);
    assert_eq!(of("if flags & (IS_DELETED | IS_EXPIRING) != 0 {"), [Mask]);
    assert_eq!(of("let is_new = row.ext_flags & SHADOWABLE == 0;"), [Mask]);
    assert_eq!(of("const HAS_EXTENSION: i64 = 0x80;"), [Mask]);
    assert_eq!(of("let n = u32::from_be_bytes(*head);"), [Bytes]);
    assert_eq!(of("static CHILD: Site = Site { owner: \"bti_trie\", line: 0 };"), [Site]);
    assert_eq!(of("matches!(version.letters(), \"pa\" | \"ea\")"), [Letters]);
    assert_eq!(of("let is_late = letters >= \"oa\";"), [Letters]);
    assert_eq!(of("const LEN_FOOTER: usize = 24;"), [Length]);
    assert_eq!(of("pub(super) const OFS_KEYS: u64 = 0x10;"), [Length]);
    for line in [
        "a && b",
        "&flags",
        "&mut flags",
        "fn site(x: &Site) {",
        "const LIMIT: usize = 4;",
        "\"data\"",
        "let n = a & b;",
    ] {
        assert_eq!(of(line), [], "{line}");
    }
}

/// The traces in a line of code.
fn traces(line: &str) -> impl Iterator<Item = Trace> + '_ {
    let has = |parts: &[&str]| parts.iter().any(|part| line.contains(part));
    let letters = || SstableVersion::ALL.iter().any(|v| line.contains(&format!("\"{}\"", v.letters())));
    let found = [
        (Mask, has(&["& 0x", "& !0x", "flags & ", "flags() & "]) || is_constant(line, is_bit, "0x")),
        (Bytes, has(&["from_be_bytes", "from_le_bytes", "from_ne_bytes", "to_be_bytes", "to_le_bytes", "to_ne_bytes"])),
        (Site, line.contains("Site {") && !has(&["->", "&Site", "struct Site", "impl"])),
        (Letters, line.contains(".letters()") || letters()),
        (Length, is_constant(line, is_length, "")),
    ];
    found.into_iter().filter(|(_, is_there)| *is_there).map(|(trace, _)| trace)
}

/// Whether a line makes a constant, with a name of some kind, of a number that begins so.
fn is_constant(line: &str, is_of_kind: fn(&str) -> bool, begin: &str) -> bool {
    let Some((_, rest)) = line.split_once("const ") else { return false };
    let (Some((name, _)), Some((_, value))) = (rest.split_once(':'), rest.split_once("= ")) else { return false };
    is_of_kind(name) && value.starts_with(begin) && value.starts_with(|c: char| c.is_ascii_digit())
}

fn is_bit(name: &str) -> bool {
    ["HAS_", "IS_", "USE_"].iter().any(|begin| name.starts_with(begin))
}

fn is_length(name: &str) -> bool {
    ["LEN_", "OFS_", "WIDTH_", "NUM_"].iter().any(|begin| name.starts_with(begin))
}

/// The lines of code, without comments and tests: file, number, text.
fn code() -> Vec<(String, usize, String)> {
    let root = root();
    let mut out = Vec::new();
    for file in FOLDERS.iter().flat_map(|folder| sources(&root.join(folder))) {
        let name = file.strip_prefix(&root).expect("a file of ours").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&file).expect("a source file");
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let lines = code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
        out.extend(lines.map(|(i, line)| (name.clone(), i + 1, line.to_owned())));
    }
    out
}

/// The sources of a folder but for files of tests.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let is_test = |path: &Path| path.file_stem().is_some_and(|stem| stem.to_string_lossy().ends_with("tests"));
    paths
        .into_iter()
        .filter(|path| !is_test(path))
        .flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] })
        .collect()
}

fn is_within(file: &str, path: &str) -> bool {
    file.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the workspace")
}
