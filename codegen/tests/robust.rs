//! Whatever the text of a specification is, the generator gives code or mistakes, and never panics.

use std::panic::{catch_unwind, AssertUnwindSafe};

/// A small generator of numbers (xorshift), so that every run is the same.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n.max(1) as u64) as usize
    }
}

const PIECES: [&str; 40] = [
    ":",
    "\"",
    "'",
    "{",
    "}",
    "[",
    "]",
    "-",
    "#",
    "\n",
    " ",
    "&a ",
    "*a ",
    "|",
    ">",
    "%",
    "é",
    "0",
    "999999999999999999999999999999999999999999",
    "self",
    "_",
    "(",
    ")",
    "((((",
    "not ",
    "? 1 : 2",
    "b0",
    "b64",
    "u8",
    "[]",
    "size",
    "_parent.x",
    "_root.h",
    "_index",
    "_io.pos",
    "repeat: eos",
    "type: bytes_u2",
    "if: 1",
    "-derive: count(x)",
    "pos: 0",
];

/// A text with one thing changed.
fn mutated(text: &str, random: &mut Random) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = random.below(chars.len());
    let put = |from: usize, to: usize, new: &str| -> String {
        chars.iter().take(from).chain(&new.chars().collect::<Vec<_>>()).chain(chars.iter().skip(to)).collect()
    };
    let lines: Vec<&str> = text.lines().collect();
    let line = random.below(lines.len());
    let without = |gone: usize| {
        lines.iter().enumerate().filter(|(i, _)| *i != gone).map(|(_, l)| *l).collect::<Vec<_>>().join("\n")
    };
    match random.below(8) {
        0 => put(at, chars.len(), ""),
        1 => put(at, at + 1, ""),
        2 | 3 => put(at, at + random.below(3), PIECES[random.below(PIECES.len())]),
        4 => without(line),
        5 => {
            let mut twice = lines.clone();
            twice.insert(random.below(lines.len()), lines[line]);
            twice.join("\n")
        }
        6 => {
            // A value becomes another line's value.
            let from = lines[random.below(lines.len())];
            let (Some((key, _)), Some((_, value))) = (lines[line].split_once(": "), from.split_once(": ")) else {
                return without(line);
            };
            let new = format!("{key}: {value}");
            lines
                .iter()
                .enumerate()
                .map(|(i, l)| if i == line { new.as_str() } else { l })
                .collect::<Vec<_>>()
                .join("\n")
        }
        _ => {
            // A word becomes another one of the text.
            let words: Vec<&str> =
                text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|w| w.len() > 2).collect();
            let (a, b) = (words[random.below(words.len())], words[random.below(words.len())]);
            text.replacen(a, b, 1 + random.below(2))
        }
    }
}

#[test]
fn changed_specifications_do_not_make_it_panic() {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let rounds: usize = std::env::var("CQLITE_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(25);
    let mut compiled = 0;
    for (number, (path, text)) in cqlite_spec::FILES.into_iter().enumerate() {
        let id = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".ksy");
        for round in 0..rounds {
            let mut changed = mutated(text, &mut random);
            if round % 3 == 0 {
                changed = mutated(&changed, &mut random);
            }
            let mut sources = cqlite_spec::FILES.to_vec();
            sources.iter_mut().filter(|s| s.0 == path).for_each(|s| s.1 = &changed);
            match catch_unwind(AssertUnwindSafe(|| cqlite_codegen::compile(&sources, id).is_ok())) {
                Ok(ok) => compiled += usize::from(ok),
                Err(_) => panic!("{path}, changed:\n{changed}"),
            }
            // What is behind a mistake is looked for in what is left without it.
            if number % 4 == 0 && round == 7 {
                let all = catch_unwind(AssertUnwindSafe(|| cqlite_codegen::mistakes(&sources)));
                assert!(all.is_ok(), "{path}, changed:\n{changed}");
            }
        }
    }
    assert!(compiled > 0, "no changed specification compiles: the changes are too wild");
}

#[test]
fn deep_and_long_texts_are_refused() {
    let field = |e: &str| format!("meta: {{id: a, endian: be}}\nseq:\n  - {{id: x, type: u1, if: '{e}'}}\n");
    let long = |unit: &str| unit.repeat(4000);
    let deep = |unit: &str| unit.repeat(300);
    for e in [
        deep("("),
        deep("not "),
        deep("-"),
        deep("1 + "),
        deep("x."),
        deep("x["),
        deep("1 ? "),
        deep("f("),
        long("a.b."),
        deep("x.as<u1>."),
    ] {
        assert!(cqlite_codegen::compile_all(&[("a.ksy", &field(&e))]).is_err());
    }
    let nested = (0..500).fold(String::new(), |s, _| s + "[");
    assert!(cqlite_codegen::compile_all(&[("a.ksy", &nested)]).is_err());
}
