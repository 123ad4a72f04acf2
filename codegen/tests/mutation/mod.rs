//! Fields of a specification, changed as a new version might change them.

/// A specification, and a feature that some of its versions have.
pub struct Spec {
    /// Paths and texts.
    pub files: Vec<(&'static str, String)>,
    feature: &'static str,
    /// Files and fields that stay as they are.
    kept: &'static [(&'static str, &'static str)],
}

/// What stays as it is in files that are written.
#[allow(dead_code, reason = "only the walkthrough writes files")]
const KEPT: &[(&str, &str)] = &[
    // Others are found from where they stand: what comes between is to be counted there, too.
    ("bti_row_index", "data_pos"),
    ("bti_row_index", "key"),
    ("sstable_index", "offsets"),
    ("sstable_summary", "entries"),
    ("sstable_summary", "index_pos"),
    ("sstable_summary", "key"),
    // What the files consist of.
    ("sstable_data", "partitions"),
    ("sstable_data", "unfiltereds"),
    ("sstable_index", "entries"),
    // What a node is: the writer of tries chooses among the kinds that there are, and makes a node of one.
    ("bti_trie", "head"),
    ("bti_trie", "kind"),
];

/// A field of a `seq`, as text.
#[derive(Clone)]
pub struct Spot {
    /// Index of the file.
    pub file: usize,
    /// Its lines, from its `id`.
    pub lines: std::ops::Range<usize>,
    indent: usize,
    /// How its type gets at the version.
    version: &'static str,
}

/// A way in which versions differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mutation {
    /// Newer versions only have it.
    Added,
    /// Newer versions do not have it any more; readers are to ask.
    Removed,
    /// Newer versions do not have it any more; readers get a value.
    Replaced,
    /// In newer versions it takes more bytes.
    Widened,
    /// In newer versions another field precedes it.
    Preceded,
}

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

    /// What may stand for it where it is absent; nothing if there is no such thing, or if it is there or not for another reason already.
    fn value(&self, lines: &[&str]) -> Option<String> {
        let is_by_version = |c: &str| c.split(' ').all(|w| ["and", "or", "not"].contains(&w) || w.contains("v.has_"));
        if self.get("if").is_some_and(|c| !is_by_version(&c)) {
            return None;
        }
        if let Some(named) = self.get("enum") {
            let start = lines.iter().position(|line| line.trim() == format!("{named}:"))?;
            let first = lines.get(start + 1)?.split_once("id: ").map(|(_, rest)| rest)?;
            return Some(format!("{named}::{}", first.split([',', '}']).next()?));
        }
        if self.get("-bool").is_some() {
            return Some("false".to_owned());
        }
        if self.get("repeat").is_some() {
            return Some("empty".to_owned());
        }
        let ty = self.get("type");
        let is_number =
            |ty: &str| ty.starts_with(['u', 's', 'b', 'f']) && ty[1..].starts_with(|c: char| c.is_ascii_digit());
        match ty.as_deref() {
            None | Some("str" | "strz") => Some("empty".to_owned()),
            Some("uvint" | "svint") => Some("0".to_owned()),
            Some("sstable_common::bytes_u2" | "sstable_common::java_utf") => Some("stored 0000".to_owned()),
            Some("sstable_common::bytes_u4") => Some("stored 00000000".to_owned()),
            Some("sstable_common::bytes_uvint") => Some("stored 00".to_owned()),
            Some(ty) if is_number(ty) => Some("0".to_owned()),
            Some(_) => None,
        }
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
fn mutated(text: &str, spot: &Spot, mutation: Mutation, feature: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let mut entry = Entry::parse(spot, &lines);
    let (id, has) = (entry.get("id")?, format!("{}.{feature}", spot.version));
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
        Mutation::Replaced => {
            let value = entry.value(&lines);
            entry.require(&not);
            match value {
                _ if entry.get("-absent").is_some() => {}
                Some(value) => {
                    entry.set("-absent", &value);
                    if entry.is_stored() {
                        entry.set("-droppable", "true");
                    }
                }
                None => return None,
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

/// The id of the file at a path.
pub fn id(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path).trim_end_matches(".ksy")
}

impl Spec {
    /// As it is shipped, with a feature that some versions of each format have.
    pub fn shipped() -> Self {
        let files = cqlite_spec::FILES.iter().map(|(path, text)| (*path, (*text).to_owned())).collect();
        Spec { files, feature: "has_key_range", kept: &[] }
    }

    /// With a version more of each format, and a feature that only these have.
    #[allow(dead_code, reason = "only the walkthrough builds products of it")]
    pub fn with_new_versions() -> Self {
        let mut spec = Spec { feature: "has_changed", kept: KEPT, ..Spec::shipped() };
        let (_, text) = spec.files.iter_mut().find(|file| id(file.0) == "sstable_version").expect("the versions");
        *text = text.replace(", pa]", ", pa, zy]").replace(", ea]", ", ea, zx]").replace(
            "\ninstances:\n",
            "\ninstances:\n  has_changed:\n    value: '(is_bti and code >= \"zx\") or (not is_bti and code >= \"zy\")'\n    doc: What is changed.\n",
        );
        assert!(text.contains("pa, zy]") && text.contains("ea, zx]") && text.contains("has_changed:"), "{text}");
        spec
    }

    /// Its text, with that of one file replaced.
    pub fn sources<'s>(&'s self, file: usize, text: &'s str) -> Vec<(&'s str, &'s str)> {
        let own = |(i, (path, own)): (usize, &'s (&'static str, String))| (*path, if i == file { text } else { own });
        self.files.iter().enumerate().map(own).collect()
    }

    /// Its fields.
    pub fn fields(&self) -> Vec<Spot> {
        self.files.iter().enumerate().flat_map(|(i, (_, text))| spots(i, text)).collect()
    }

    /// The text of a file with one field changed; nothing if the field cannot be changed so.
    pub fn mutated(&self, spot: &Spot, mutation: Mutation) -> Option<String> {
        let (path, text) = &self.files[spot.file];
        let is_it = |(file, field): &(&str, &str)| *file == id(path) && self.id_of(spot.file, spot) == *field;
        if self.kept.iter().any(is_it) {
            return None;
        }
        mutated(text, spot, mutation, self.feature)
    }

    /// A file with several of its fields changed.
    fn all_mutated(&self, file: usize, spots: &[&Spot], mutation: Mutation) -> String {
        let mut spots = spots.to_vec();
        // From the last to the first: lines before a change stay where they are.
        spots.sort_by_key(|s| std::cmp::Reverse(s.lines.start));
        let text = self.files[file].1.clone();
        spots.iter().fold(text, |text, spot| mutated(&text, spot, mutation, self.feature).unwrap_or(text))
    }

    /// As many of a file's fields as the generator takes together when they are changed.
    fn together(&self, file: usize, mutation: Mutation) -> Vec<Spot> {
        let (path, text) = &self.files[file];
        let fields = spots(file, text);
        let all: Vec<&Spot> = fields.iter().filter(|s| self.mutated(s, mutation).is_some()).collect();
        let (mut kept, mut left): (Vec<&Spot>, Vec<Vec<&Spot>>) = (Vec::new(), vec![all]);
        while let Some(batch) = left.pop() {
            let tried: Vec<&Spot> = kept.iter().chain(&batch).copied().collect();
            let text = self.all_mutated(file, &tried, mutation);
            if cqlite_codegen::compile(&self.sources(file, &text), id(path)).is_ok() {
                kept = tried;
            } else if batch.len() > 1 {
                let (a, b) = batch.split_at(batch.len() / 2);
                left.extend([b.to_vec(), a.to_vec()]);
            }
        }
        kept.into_iter().cloned().collect()
    }

    /// The specification with as many fields changed in one way as go together, and how many these are.
    pub fn changed(&self, mutation: Mutation) -> (Spec, usize) {
        let mut kept: Vec<Vec<Spot>> = (0..self.files.len()).map(|f| self.together(f, mutation)).collect();
        loop {
            let text = |(file, spots): (usize, &Vec<Spot>)| {
                let spots: Vec<&Spot> = spots.iter().collect();
                (self.files[file].0, self.all_mutated(file, &spots, mutation))
            };
            let files = kept.iter().enumerate().map(text).collect();
            let spec = Spec { files, feature: self.feature, kept: self.kept };
            let sources = spec.sources(usize::MAX, "");
            let compiled =
                cqlite_codegen::compile_all(&sources).and_then(|_| cqlite_codegen::compile_context(&sources));
            let count = |kept: &[Vec<Spot>]| kept.iter().map(Vec::len).sum::<usize>();
            let Err(mistakes) = compiled else { return (spec, count(&kept)) };
            // What goes together in a file may not go together with another's: what the mistakes are about stays as it is.
            let before = count(&kept);
            for (file, spots) in kept.iter_mut().enumerate() {
                spots.retain(|spot| {
                    let id = self.id_of(file, spot);
                    let is_word =
                        |m: &cqlite_codegen::Diagnostic| m.message.split([' ', ',', ':']).any(|word| word == id);
                    !mistakes.iter().any(is_word)
                });
            }
            assert!(count(&kept) < before, "{}", mistakes[0]);
        }
    }

    /// The id of a field.
    fn id_of(&self, file: usize, spot: &Spot) -> &str {
        let first = self.files[file].1.lines().nth(spot.lines.start).unwrap_or_default().trim();
        first.strip_prefix("- id: ").unwrap_or(first)
    }
}
