//! Nothing above the generated components repeats what the specification says: no mask of flags, no order of bytes, no place of a field,
//! no length of one, no letters of a version, no number of things in a unit, no name of a field, no algorithm of a checksum.
//!
//! The code is searched for what such a repetition looks like. Where something looks so and is none, it is listed with its reason.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use cqlite_format::version::SstableVersion;

/// The crates above `storage/format`. `storage/types` reads values, not components.
const FOLDERS: &[&str] = &[
    "storage/schema/src",
    "storage/rows/src",
    "storage/merge/src",
    "storage/updates/src",
    "storage/sstable/src",
    "storage/dump/src",
    "storage/verify/src",
    "storage/inspect/src",
    "query/engine/src",
    "query/text/src",
    "bindings/rust/src",
    "cli/src",
];

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Trace {
    /// Bits of a number that are picked by a mask.
    Mask,
    /// Bits of a number that are moved by a number of places.
    Shift,
    /// Bytes that are put together to a number, or taken from one.
    Bytes,
    /// A field's place in the specification, by hand.
    Site,
    /// Letters of versions, and names of formats.
    Letters,
    /// The length or the place of a field as a constant.
    Length,
    /// Something is divided into units of as many bits, bytes or elements as formats have.
    Unit,
    /// The name of a field.
    Name,
    /// A place in bytes as a number.
    Place,
    /// A feature of versions that layouts ask for. What is not about layouts has a feature of its own: a version to come may change
    /// one without the other.
    Layout,
    /// A checksum by the name of its algorithm.
    Checksum,
}

use Trace::{Bytes, Checksum, Layout, Length, Letters, Mask, Name, Place, Shift, Site, Unit};

/// Files and folders that have traces of a kind, how many at most, and why.
const EXCEPTIONS: &[(&str, Trace, usize, &str)] = &[
    ("storage/sstable/src/byte_comparable", Mask, 7, BYTE_COMPARABLE),
    ("storage/sstable/src/byte_comparable", Shift, 15, BYTE_COMPARABLE),
    ("storage/sstable/src/byte_comparable", Unit, 3, BYTE_COMPARABLE),
    ("storage/sstable/src/byte_comparable", Bytes, 9, BYTE_COMPARABLE),
    ("storage/schema/src/partitioner/mod.rs", Bytes, 2, "tokens of hashes, and of keys that are a bigint"),
    ("storage/schema/src/partitioner/murmur3.rs", Shift, 5, "the hash"),
    ("storage/schema/src/partitioner/murmur3.rs", Unit, 1, "the hash"),
    (
        "storage/sstable/src/writer/statistics/collector.rs",
        Layout,
        2,
        "which statistics there are for what was collected",
    ),
    (
        "storage/sstable/src/writer/statistics/component.rs",
        Layout,
        2,
        "which statistics there are for what was collected",
    ),
    ("storage/sstable/src/writer/statistics/histogram.rs", Length, 2, "numbers of buckets, which files say themselves"),
    ("storage/sstable/src/writer/target.rs", Layout, 3, "which statistics there are for what was collected"),
    ("storage/sstable/src/writer/target.rs", Letters, 3, "versions in messages"),
    ("storage/sstable/src/writer/gathered.rs", Length, 1, "how much is written at once"),
    ("storage/sstable/src/writer/directory.rs", Letters, 2, "the name of an SSTable, and a version in a message"),
    ("storage/sstable/src/writer/defined.rs", Layout, 1, "which statistics there are for what was collected"),
    ("bindings/rust/src/write/table_writer/builder.rs", Letters, 1, "which version is written unless one is chosen"),
    ("storage/sstable/src/compress/compression.rs", Letters, 1, "a version in a message"),
    ("storage/sstable/src/compress/compression.rs", Layout, 2, "what chunks may be in a version"),
    ("storage/sstable/src/compress/chunk_store.rs", Length, 1, "a setting of Cassandra's, which CRC.db says"),
    ("cli/src/args/compression.rs", Unit, 1, "KiB"),
    ("cli/src/args/write.rs", Unit, 1, "KiB"),
    ("cli/src/commands/rebuild.rs", Unit, 1, "KiB"),
    ("bindings/rust/src/write/salvage/header.rs", Layout, 1, "whether a checksum says that nothing was changed"),
    ("storage/sstable/src/compress/error.rs", Name, 4, "the fields that errors of chunks are about"),
    ("storage/sstable/src/compress/plain_reader.rs", Length, 1, "how much is read at once without CRC.db"),
    ("storage/sstable/src/compress/lz4.rs", Bytes, 2, "the codec's own length in front of its data"),
    ("storage/sstable/src/descriptor/location.rs", Mask, 1, "a UUID in the name of a folder"),
    ("storage/sstable/src/descriptor/location.rs", Shift, 2, "a UUID in the name of a folder"),
    (
        "storage/sstable/src/descriptor/version.rs",
        Letters,
        6,
        "formats and versions in names of files; DSE's files say bti too",
    ),
    ("storage/rows/src/encoding_stats.rs", Layout, 1, UNSIGNED),
    ("storage/rows/src/time.rs", Layout, 4, UNSIGNED),
    ("storage/rows/src/deletion_time.rs", Letters, 1, "a version in a message"),
    ("storage/updates/src/statement.rs", Letters, 1, "a version in a message"),
    ("bindings/rust/src/write/options.rs", Letters, 1, "a version in a message"),
    ("bindings/rust/src/write/options.rs", Layout, 1, "what chunks may be in a version"),
    ("bindings/rust/src/write/statistics.rs", Layout, 1, "whether a checksum says that nothing was changed"),
    ("cli/src/commands/compact.rs", Letters, 2, "versions in a message"),
    ("storage/sstable/src/reader/infer_frozen.rs", Mask, 1, "a set of columns, in memory"),
    ("storage/sstable/src/reader/trie_index.rs", Length, 1, "how much is read at first, which need not be enough"),
    ("storage/sstable/src/reader/reverse_seek.rs", Bytes, 2, "values of any type as numbers, for an estimate"),
    ("storage/sstable/src/trie_writer/encoded.rs", Mask, 1, "a distance of 12 bits is stored in two parts"),
    ("storage/sstable/src/trie_writer/encoded.rs", Shift, 1, "a distance of 12 bits is stored in two parts"),
    ("storage/sstable/src/writer/statistics/cardinality/encoded_hash.rs", Shift, 7, "parts of a hash, in memory"),
    ("storage/sstable/src/writer/statistics/cardinality/murmur2.rs", Shift, 1, "the hash"),
    ("storage/sstable/src/writer/statistics/cardinality/murmur2.rs", Bytes, 1, "the hash"),
    ("storage/rows/src/path_order.rs", Bytes, 3, VALUES),
    ("storage/rows/src/path_order.rs", Mask, 1, VALUES),
    ("storage/rows/src/path_order.rs", Shift, 4, VALUES),
    ("storage/dump/src/ranges.rs", Unit, 1, "tasks of a dump"),
    ("storage/dump/src/sink.rs", Length, 1, "how much is written at once"),
    ("storage/dump/src/text.rs", Bytes, 2, VALUES),
    ("storage/dump/src/text.rs", Shift, 1, "the version of a UUID"),
    ("storage/dump/src/time.rs", Bytes, 1, "digits of texts, sixteen at a time"),
    ("storage/dump/src/time.rs", Mask, 1, "digits of texts, sixteen at a time"),
    ("storage/dump/src/time.rs", Shift, 7, "digits of texts, sixteen at a time"),
    ("cli/src/commands/inspect/hex.rs", Length, 1, "bytes in a line of the output"),
    (
        "cli/src/commands/inspect/table.rs",
        Length,
        2,
        "bytes in a line of the output, and lines that are laid out together",
    ),
    ("storage/inspect/src/component.rs", Name, 1, "parameters, which tables of fields are given by name"),
    ("storage/inspect/src/metadata/json.rs", Name, 20, "they are printed"),
    ("storage/inspect/src/metadata/java.rs", Bytes, 1, VALUES),
    ("storage/inspect/src/metadata/java.rs", Shift, 1, "the order of Java's hash sets"),
    ("storage/inspect/src/render.rs", Unit, 1, "bytes that are put into text at once"),
    ("storage/verify/src/bti/coverage.rs", Mask, 1, "a set of bytes, in memory"),
    ("storage/verify/src/bti/coverage.rs", Unit, 5, "a set of bytes, in memory"),
    ("storage/verify/src/metadata/mod.rs", Layout, 2, "which of two fields there is, and how many checksums"),
    ("storage/schema/src/misspelt.rs", Layout, 1, "whether a checksum says that nothing was changed"),
    ("query/engine/src/exec", Bytes, 3, VALUES),
    ("query/engine/src/function/math.rs", Shift, 4, "numbers with a fixed point, in memory"),
    ("query/engine/src/function/precise.rs", Mask, 1, "the exponent of a double"),
    ("query/engine/src/function/precise.rs", Shift, 1, "the exponent of a double"),
    ("query/engine/src/function/vector.rs", Unit, 2, "numbers that are added up in the order of Cassandra's sums"),
    ("query/engine/src/function", Bytes, 32, VALUES),
    ("query/engine/src/read/row_view.rs", Bytes, 1, VALUES),
    ("query/engine/src/restrict/bound.rs", Bytes, 1, VALUES),
    ("query/engine/src/schema/describe/table.rs", Place, 1, "a UUID as text"),
    ("query/engine/src/schema/from_sstables/table.rs", Name, 2, OPTIONS),
    ("query/engine/src/schema/java_order.rs", Shift, 1, "the order of Java's hash maps"),
    ("query/engine/src/schema/options/compaction.rs", Unit, 1, "MiB"),
    ("query/engine/src/schema/options/compression.rs", Unit, 1, "KiB"),
    ("query/engine/src/schema/options/mod.rs", Name, 10, OPTIONS),
    ("query/engine/src/schema/text.rs", Bytes, 1, VALUES),
    ("query/engine/src/select/element.rs", Bytes, 3, VALUES),
    ("query/engine/src/term/clock.rs", Bytes, 1, "a random UUID"),
    ("query/engine/src/term/clock.rs", Shift, 4, "random numbers"),
    ("query/engine/src/term/literal.rs", Bytes, 1, VALUES),
    ("query/engine/src/term/literal.rs", Place, 1, "the text of a literal after its 0x"),
    ("query/text/src/value/float.rs", Bytes, 1, "digits of texts, eight at a time"),
    ("query/text/src/value/float.rs", Place, 1, "digits of a text after its point"),
    ("query/text/src/value/float.rs", Shift, 1, "the exponent of a double"),
    ("query/text/src/value/native.rs", Bytes, 9, VALUES),
];

const BYTE_COMPARABLE: &str = "keys of tries, an encoding of values of its own";
const VALUES: &str = "values as their types serialize them";
const OPTIONS: &str = "options of tables, some of which are called as fields";
const UNSIGNED: &str = "the feature says what the numbers mean, from which their width follows";

/// Fields by name, each of which a test of that crate looks up in the specification.
const LOOKED_UP: &[&str] = &["storage/verify/src/fields/names.rs", "storage/inspect/src/metadata/shown_fields.rs"];

#[test]
fn the_specification_is_not_repeated() {
    let mut found: BTreeMap<(String, Trace), Vec<String>> = BTreeMap::new();
    for (file, number, line) in code() {
        for trace in traces(&line).filter(|trace| !(*trace == Name && LOOKED_UP.contains(&file.as_str()))) {
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
    assert_eq!(of("pub const PAGE: u64 = 4096;"), [Length]);
    assert_eq!(of("const SHARD: u64 = 32;"), [Length]);
    assert_eq!(of("let kind = flags & 3;"), [Mask]);
    assert_eq!(of("let unused = header >> (2 * count);"), [Shift]);
    assert_eq!(of("node.low = nearest >> 8;"), [Shift]);
    assert_eq!(of("let n = high << 32 | low;"), [Shift]);
    assert_eq!(of("let block = i / 32;"), [Unit]);
    assert_eq!(of("let place = i % 32;"), [Unit]);
    assert_eq!(of("let len = words.len() * 8;"), [Unit]);
    assert_eq!(of("let pages = len.div_ceil(4096);"), [Unit]);
    assert_eq!(of("\"bti\" => Format::Bti,"), [Letters]);
    assert_eq!(of("let at = place(\"body.prev_len\");"), [Name]);
    assert_eq!(of("part.insert(\"min_timestamp\".to_owned(), x);"), [Name]);
    assert_eq!(of("let bits = bytes.get(8..).unwrap_or_default();"), [Place]);
    assert_eq!(of("let rest = &bytes[24..];"), [Place]);
    assert_eq!(of("let is_old = !version.has_metadata_checksum();"), [Layout]);
    assert_eq!(of("let is_old = version.may_order_empty_values_first();"), []);
    assert_eq!(of("let found = crc32(bytes, 0);"), [Checksum]);
    assert_eq!(of("let found = Algorithm::Crc32.of(bytes, 0);"), [Checksum]);
    for line in [
        "\"there is no Digest.crc32\"",
        "a && b",
        "let rest = &text[1..];",
        "&flags",
        "&mut flags",
        "fn site(x: &Site) {",
        "const LIMIT: usize = 4;",
        "\"data\"",
        "let n = a & b;",
        "const LIMIT: u64 = 1 << 30;",
        "const BUFFER: usize = 256 << 10;",
        "let shown = 1 << 14;",
        "let share = part * 100 / whole;",
        "\"the position\"",
        "fn len(a: Vec<Vec<u8>>) {",
    ] {
        assert_eq!(of(line), [], "{line}");
    }
}

/// The traces in a line of code.
fn traces(line: &str) -> impl Iterator<Item = Trace> + '_ {
    let has = |parts: &[&str]| parts.iter().any(|part| line.contains(part));
    let letters = || SstableVersion::ALL.iter().any(|v| line.contains(&format!("\"{}\"", v.letters())));
    let found = [
        (
            Mask,
            has(&["& 0x", "& !0x", "flags & ", "flags() & "])
                || numbers_after(line, &[" & "]).any(|(_, n)| (n + 1).is_power_of_two())
                || is_constant(line, is_bit, "0x"),
        ),
        (Shift, is_shifted(line)),
        (Bytes, has(&["from_be_bytes", "from_le_bytes", "from_ne_bytes", "to_be_bytes", "to_le_bytes", "to_ne_bytes"])),
        (Site, line.contains("Site {") && !has(&["->", "&Site", "struct Site", "impl"])),
        (Letters, has(&[".letters()", "\"big\"", "\"bti\"", "\"dse\""]) || letters()),
        (Length, is_constant(line, is_length, "")),
        (Unit, numbers_after(line, UNITED).any(|(_, n)| UNITS.contains(&n))),
        (Name, names(line)),
        (Place, is_place(line)),
        (Layout, asks_layout(line)),
        (Checksum, line.replace("Digest.crc32", "").contains("crc32") || line.contains("Algorithm::Crc")),
    ];
    found.into_iter().filter(|(_, is_there)| *is_there).map(|(trace, _)| trace)
}

/// Whether bytes are taken from a number on that is more than one: what stands before them has a length.
fn is_place(line: &str) -> bool {
    ["get(", "["].iter().flat_map(|open| line.split(open).skip(1)).any(|rest| {
        let (digits, rest) = rest.split_at(rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len()));
        rest.starts_with("..") && digits.parse::<u64>().is_ok_and(|n| n > 1)
    })
}

/// Whether a line makes a constant, with a name of some kind, of a number that begins so.
fn is_constant(line: &str, is_of_kind: fn(&str) -> bool, begin: &str) -> bool {
    let Some((_, rest)) = line.split_once("const ") else { return false };
    let (Some((name, _)), Some((_, value))) = (rest.split_once(':'), rest.split_once("= ")) else { return false };
    is_of_kind(name) && value.starts_with(begin) && value.starts_with(|c: char| c.is_ascii_digit())
}

/// What divides, or puts together.
const UNITED: &[&str] =
    &[" / ", " % ", " * ", ".div_ceil(", ".next_multiple_of(", ".chunks(", ".chunks_exact(", ".is_multiple_of("];

/// Bits of bytes and words, bytes of numbers, elements of blocks, bytes of pages.
const UNITS: &[u128] = &[8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536];

/// The whole numbers in decimal that stand right after some operators, each with what stands before the operator.
fn numbers_after<'l>(line: &'l str, operators: &'l [&'l str]) -> impl Iterator<Item = (&'l str, u128)> + 'l {
    operators.iter().flat_map(move |operator| {
        line.match_indices(operator).filter_map(|(at, found)| {
            let rest = line.get(at + found.len()..)?;
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            let (digits, rest) = rest.split_at(end);
            let is_whole = !rest.starts_with(|c: char| c == '.' || c.is_ascii_alphanumeric());
            Some((line.get(..at)?, digits.parse().ok().filter(|_| is_whole)?))
        })
    })
}

/// Whether a value is moved by a number of bits; sizes and limits, which are written `1 << 30` or `256 << 10`, are none.
fn is_shifted(line: &str) -> bool {
    let is_number = |before: &str| {
        let word = before.rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default();
        !word.is_empty() && word.starts_with(|c: char| c.is_ascii_digit())
    };
    let by_number = numbers_after(line, &[" << ", " >> "]).any(|(before, _)| !is_number(before));
    by_number
        || [" << (", " >> ("].iter().any(|shift| line.split_once(shift).is_some_and(|(before, _)| !is_number(before)))
}

/// Whether a text is the name of a field of the specification, or a path of such. Names of one word could be anything.
fn names(line: &str) -> bool {
    static FIELDS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
        let lines = cqlite_spec::FILES.iter().flat_map(|(_, text)| text.lines());
        let ids = lines.filter_map(|line| line.trim_start().strip_prefix("- id: ").map(str::trim));
        ids.filter(|id| id.contains('_')).collect()
    });
    line.split('"').skip(1).step_by(2).any(|text| text.split(['.', '[']).any(|part| FIELDS.contains(part)))
}

/// Whether a feature of versions is asked for that the specification's layouts ask for.
fn asks_layout(line: &str) -> bool {
    static FEATURES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let specs = cqlite_spec::FILES.iter().filter(|(path, _)| !path.ends_with("sstable_version.ksy"));
        let asked = specs.flat_map(|(_, text)| text.split("v.has_").skip(1));
        let word = |rest: &str| rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        asked.map(|rest| format!(".has_{}()", rest.split_at(word(rest)).0)).collect()
    });
    FEATURES.iter().any(|feature| line.contains(feature.as_str()))
}

fn is_bit(name: &str) -> bool {
    ["HAS_", "IS_", "USE_"].iter().any(|begin| name.starts_with(begin))
}

fn is_length(name: &str) -> bool {
    const WORDS: &[&str] =
        &["LEN", "OFS", "WIDTH", "NUM", "SIZE", "PAGE", "BLOCK", "SHARD", "HEAD", "FOOTER", "CRC", "ENTRY"];
    name.split('_').any(|word| WORDS.contains(&word))
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
