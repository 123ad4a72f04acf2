//! `query`: statements, cqlsh's words, formats, and what is wrong.

use std::fs;
use std::io::Write;
use std::process::Stdio;

use serde_json::Value;

use crate::run;
use crate::util::{command, corpus, Folder, Run};

const TABLE: &str = "nb/static_rows";
const ALL: &str = "SELECT * FROM static_rows";

/// Runs the program with a text on its standard input.
fn piped(args: &[&str], text: &str) -> Run {
    let mut child = command(["query"])
        .arg(corpus(TABLE))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child.stdin.take().expect("a pipe").write_all(text.as_bytes()).expect("it is read");
    let output = child.wait_with_output().expect("it ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Run { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
}

fn asked(format: &str, statement: &str) -> String {
    run!("query", corpus(TABLE), "--format", format, "-e", statement).ok()
}

#[test]
fn statements_may_begin_with_a_hyphen() {
    let path = crate::util::corpus("nb/static_rows");
    assert_eq!(run!("query", &path, "-e", "-- a comment").ok(), "");
    let text = "-- a comment\nSELECT count(*) FROM static_rows";
    assert!(run!("query", &path, "-e", text, "--format", "csv").ok().starts_with("count"));
}

#[test]
fn a_table_is_cqlshs() {
    // cqlsh ends a table on no terminal so.
    let out = asked("table", "SELECT k, c, s2 FROM static_rows LIMIT 2;");
    assert_eq!(out, "\n k    | c    | s2\n------+------+----\n  ttl | null |  5\n both |    0 |  9\n\n(2 rows)\n");
    let out = asked("expanded", "SELECT k, c FROM static_rows LIMIT 1");
    assert_eq!(out, "\n@ Row 1\n---+------\n k | ttl\n c | null\n\n\n(1 rows)\n");
    let out = asked("table", "SELECT k FROM static_rows WHERE k = 'nobody'");
    assert_eq!(out, "\n k\n---\n\n\n(0 rows)\n");
}

#[test]
fn rows_are_the_same_in_every_format() {
    let lines: Vec<Value> = asked("jsonl", ALL).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert!(lines.len() > 10, "{}", lines.len());
    let array: Value = serde_json::from_str(&asked("json", ALL)).expect("JSON");
    assert_eq!(array.as_array().expect("an array"), &lines);
    // What SELECT JSON gives is what the lines are.
    let texts = asked("jsonl", "SELECT JSON * FROM static_rows");
    let texts = texts.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON")["[json]"].clone());
    let inner: Vec<Value> =
        texts.map(|text| serde_json::from_str(text.as_str().expect("text")).expect("JSON")).collect();
    assert_eq!(inner, lines);
    let csv = asked("csv", ALL);
    assert!(csv.starts_with("k,c,s1,s2,v\r\n") && csv.matches("\r\n").count() == lines.len() + 1, "{csv}");
    let tsv = asked("tsv", ALL);
    assert_eq!(csv.replace(',', "\t").replace("\r\n", "\n"), tsv);
    let cql = asked("cql", ALL);
    assert_eq!(cql.lines().filter(|line| line.starts_with("INSERT INTO corpus.static_rows (k, ")).count(), lines.len());
}

#[test]
fn statements_come_from_arguments_files_and_pipes() {
    let folder = Folder::new();
    let file = folder.join("two.cql");
    fs::write(
        &file,
        "-- a comment; with a semicolon\nSELECT k FROM static_rows LIMIT 1;\n\nSELECT c FROM static_rows LIMIT 1;",
    )
    .expect("a file");
    let both = "k\r\nttl\r\nc\r\n\"\"\r\n";
    assert_eq!(run!("query", corpus(TABLE), "--format", "csv", "-f", &file).ok(), both);
    assert_eq!(piped(&["--format", "csv"], &fs::read_to_string(&file).expect("a file")).ok(), both);
    assert_eq!(piped(&["--format", "csv", "-f", "-"], "SELECT k FROM static_rows LIMIT 1").ok(), "k\r\nttl\r\n");
    let out = folder.join("out.csv");
    assert_eq!(run!("query", corpus(TABLE), "--format", "csv", "-f", &file, "-o", &out).ok(), "");
    assert_eq!(fs::read_to_string(out).expect("a file"), both);
    run!("query", corpus(TABLE), "-f", folder.join("nothing.cql")).fails(3, &["nothing.cql"]);
    run!("query", corpus(TABLE), "-e", "SELECT 1", "-o", corpus(TABLE).join("nb-1-big-Data.db"))
        .fails(2, &["the output is a file that is read"]);
}

#[test]
fn what_is_wrong_is_shown_and_ends_the_run() {
    let run = run!("query", corpus(TABLE), "-e", "SELECT k\n  FORM static_rows;\nSELECT 1; EXIT");
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    let lines: Vec<&str> = run.err.lines().collect();
    assert!(lines[0].starts_with("error: line 2:2 no viable alternative at input 'FORM'"), "{}", run.err);
    assert_eq!(lines[1..], ["    FORM static_rows;", "    ^^^^", "note: 2 statements after it are not run"]);

    let folder = Folder::new();
    let file = folder.join("q.cql");
    fs::write(&file, "SELECT k FROM static_rows LIMIT 1;\nSELECT é FROM static_rows;").expect("a file");
    let run = run!("query", corpus(TABLE), "--format", "csv", "-f", &file);
    assert_eq!((run.code, run.out.as_str()), (1, "k\r\nttl\r\n"));
    assert!(run.err.starts_with(&format!("error: {}: line 2:7 ", file.display())), "{}", run.err);
    // No answer, no file.
    let out = folder.join("out");
    let run = run!("query", corpus(TABLE), "-f", &file, "-o", &out);
    assert_eq!((run.code, out.exists()), (1, false));
    assert_eq!(folder.names(), ["q.cql"]);
}

#[test]
fn words_of_cqlsh() {
    let out = piped(&[], "EXPAND\nexpand on\nSELECT k FROM static_rows LIMIT 1;\nEXPAND ON\nEXPAND OFF\n").ok();
    assert_eq!(
        out,
        "EXPAND is OFF\nEXPAND set to ON\n\n@ Row 1\n---+-----\n k | ttl\n\n\n(1 rows)\nEXPAND is already ON\nEXPAND set to OFF\n"
    );
    let out = piped(
        &[],
        "PAGING\nPAGING 7\nPAGING OFF\nCONSISTENCY\nCONSISTENCY QUORUM;SERIAL CONSISTENCY\n\\timing\nTRACING",
    )
    .ok();
    let begins =
        ["PAGING is ON", "Page size: 100", "Page size: 7", "PAGING set to OFF", "Current consistency level is ONE."];
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines[..5], begins);
    assert!(lines[5].starts_with("Consistency level set to QUORUM. "), "{out}");
    assert_eq!(lines[6..], ["Current serial consistency level is SERIAL.", "Timing set to ON", "TRACING is OFF"]);
    for text in ["SHOW VERSION", "SHOW HOST", "LOGIN me", "HELP", "HELP SELECT copy", "? where", "\\cql", "CLEAR"] {
        let out = piped(&[], text).ok();
        assert!(text == "CLEAR" || !out.is_empty(), "{text}");
    }
    assert_eq!(piped(&[], "EXIT\nnothing that is a statement").ok(), "");
    for text in
        ["HELP nothing", "SHOW ME", "CAPTURE OFF", "\\nothing", "PAGING 0", "CONSISTENCY SOME", "SOURCE 'no such file'"]
    {
        let run = piped(&[], text);
        let code = if text.starts_with("SOURCE") { 3 } else { 1 };
        assert_eq!((run.code, run.out.as_str()), (code, ""), "{text}: {}", run.err);
        assert!(run.err.starts_with("error: "), "{text}: {}", run.err);
    }
}

#[test]
fn pages_have_widths_of_their_own() {
    let out = piped(&[], "PAGING 1\nSELECT k FROM static_rows LIMIT 2;").ok();
    assert_eq!(out, "Page size: 1\n\n k\n-----\n ttl\n both\n\n(2 rows)\n");
}

#[test]
fn answers_are_captured_and_copied() {
    let folder = Folder::new();
    let captured = folder.join("captured");
    let text = format!("CAPTURE '{}'\nSELECT k FROM static_rows LIMIT 1;\nCAPTURE OFF\nCAPTURE", captured.display());
    let out = piped(&[], &text).ok();
    assert_eq!(
        out,
        format!("Now capturing query output to '{}'.\nCurrently not capturing query output.\n", captured.display())
    );
    assert_eq!(fs::read_to_string(&captured).expect("a file"), "\n k\n-----\n ttl\n\n(1 rows)\n");

    let out =
        piped(&[], "COPY static_rows (c, k) TO STDOUT WITH HEADER = true AND DELIMITER = '|' AND NULL = '-';").ok();
    assert!(out.starts_with("c|k\r\n-|ttl\r\n0|both\r\n"), "{out}");
    let copied = folder.join("copied.csv");
    let out = piped(&[], &format!("COPY corpus.static_rows TO '{}';", copied.display())).ok();
    let copied = fs::read_to_string(copied).expect("a file");
    assert!(copied.starts_with("ttl,,,5,\r\nboth,0,,9,v\r\n"), "{copied}");
    assert!(out.starts_with(&format!("{} rows exported to 1 files in ", copied.lines().count())), "{out}");
    for (text, part) in [
        ("COPY static_rows FROM 'x'", "COPY FROM is not supported"),
        ("COPY nothing TO STDOUT", "Column family 'nothing' not found"),
        ("COPY static_rows (x) TO STDOUT", "Invalid column name x"),
        ("COPY static_rows TO STDOUT WITH WHAT = 1", "Unrecognized COPY TO options: what"),
    ] {
        let run = piped(&[], text);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{text}");
        assert!(run.err.contains(part), "{text}: {}", run.err);
    }
}

#[test]
fn files_read_files() {
    let folder = Folder::new();
    let (inner, outer) = (folder.join("inner"), folder.join("outer"));
    fs::write(&inner, "SELECT k FROM static_rows LIMIT 1; EXIT; SELECT 1;").expect("a file");
    fs::write(&outer, format!("SOURCE '{}'\nSHOW VERSION", inner.display())).expect("a file");
    let out = run!("query", corpus(TABLE), "--format", "csv", "-f", &outer).ok();
    assert!(out.starts_with("k\r\nttl\r\n[cqlite "), "{out}");
    fs::write(&inner, "SELECT;").expect("a file");
    let run = run!("query", corpus(TABLE), "-f", &outer);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert!(run.err.starts_with(&format!("error: {}: line 1:", inner.display())), "{}", run.err);
    fs::write(&inner, format!("SOURCE '{}'", inner.display())).expect("a file");
    let run = run!("query", corpus(TABLE), "-f", &outer);
    assert!(run.code == 1 && run.err.contains("16 deep"), "{}", run.err);
}

#[test]
fn colours_are_cqlshs() {
    let out = run!("query", corpus(TABLE), "--color", "always", "-e", "SELECT k, c FROM static_rows LIMIT 1").ok();
    assert!(out.contains("\x1b[0;1;33mttl\x1b[0m | \x1b[0;1;31mnull\x1b[0m\n"), "{out:?}");
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_quietly() {
    let statements = format!("{ALL}; ").repeat(500);
    let mut child = command(["query", "--format", "jsonl", "-e", &statements])
        .arg(corpus(TABLE))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), b"".as_slice()));
}

/// What Cassandra flushed first is what was there before it wrote the second time.
#[test]
fn rows_are_as_they_were() {
    let folder = Folder::new();
    let from = corpus("oa/generations");
    for (name, last) in [("first", 1), ("both", 2)] {
        let to = folder.join(name);
        fs::create_dir(&to).expect("a folder");
        for file in fs::read_dir(&from).expect("a folder") {
            let name = file.expect("a file").file_name();
            let text = name.to_string_lossy();
            if text == "schema.cql" || (1..=last).any(|n| text.starts_with(&format!("oa-{n}-big-"))) {
                let _ = fs::copy(from.join(&name), to.join(&name)).expect("a copy");
            }
        }
    }
    let all = "SELECT k, c, s, v, m, writetime(v), writetime(s) FROM generations";
    let asked = |name: &str| run!("query", folder.join(name), "--format", "jsonl", "-e", all).ok();
    let then = |time: &str| run!("query", folder.join("both"), "--format", "jsonl", "-e", all, "--as-of", time).ok();
    let (first, both) = (asked("first"), asked("both"));
    assert_ne!(first, both);
    for time in ["1700000030000000", "2023-11-14T22:13:50Z"] {
        assert_eq!(then(time), first, "{time}");
    }
    assert_eq!(then("2023-11-14T22:14:03Z"), both);
    assert_eq!(then("2023-11-14T22:13:19Z"), "");
    let wrong = run!("query", folder.join("both"), "--as-of", "yesterday", "-e", all);
    assert!(wrong.code == 2 && wrong.err.contains("expected microseconds since 1970"), "{}", wrong.err);
}

#[test]
fn answers_that_fail_do_not_look_whole() {
    let folder = Folder::new();
    for file in fs::read_dir(corpus("oa/wide")).expect("a folder") {
        let file = file.expect("a file");
        let _ = fs::copy(file.path(), folder.join("").join(file.file_name())).expect("a copy");
    }
    let data = folder.join("oa-1-big-Data.db");
    let mut bytes = fs::read(&data).expect("a file");
    let at = bytes.len() * 2 / 3;
    bytes[at] ^= 0x55;
    fs::write(&data, bytes).expect("a file");
    for (format, begin, end) in
        [("table", "\n k | c\n", "(226 rows)"), ("json", "[\n{", "]\n"), ("csv", "k,c\r\n", "never")]
    {
        let run = run!("query", folder.join("."), "--format", format, "-e", "SELECT k, c FROM wide");
        assert_eq!(run.code, 3, "{format}");
        assert!(run.err.contains("oa-1-big-Data.db: at offset"), "{format}: {}", run.err);
        assert!(run.out.starts_with(begin) && !run.out.contains(end), "{format}: {}", run.out);
        assert!(!run.out.contains(" rows)"), "{format}: {}", run.out);
    }
    fs::write(folder.join("oa-1-big-CompressionInfo.db"), b"nothing").expect("a file");
    let run = run!("query", folder.join("."), "-e", "SELECT k, c FROM wide");
    assert_eq!((run.code, run.out.as_str()), (3, ""), "{}", run.err);
}

#[test]
fn how_an_answer_is_found_is_explained() {
    let folder = corpus("oa/generations");
    let explained = |select: &str| run!("query", &folder, "-e", format!("EXPLAIN {select}")).ok();
    let one = explained("SELECT * FROM generations WHERE k = 1 AND c > 3 ORDER BY c DESC");
    for line in [
        "table       corpus.generations\n",
        "partitions  one key, by the index\n",
        "rows        one slice of the clustering, from the last to the first\n",
        "SSTables    3 of 3\n",
    ] {
        assert!(one.contains(line), "{line}: {one}");
    }
    let none = explained("SELECT * FROM generations WHERE k = 99");
    assert!(none.contains("SSTables    0 of 3\n") && none.contains("read        0 partitions"), "{none}");
    let all = explained("SELECT count(*) FROM generations WHERE v = 'second' ALLOW FILTERING");
    assert!(all.contains("partitions  all\nrows        all, each checked\n"), "{all}");
    // The filter's other rows are read, and not given.
    assert!(all.ends_with("answer      1 rows\n"), "{all}");
    let run = run!("query", &folder, "-e", "EXPLAIN DESCRIBE TABLES");
    assert!(run.code == 1 && run.err.contains("EXPLAIN is for SELECT"), "{}", run.err);
    let run = run!("query", &folder, "-e", "EXPLAIN SELECT x FROM generations");
    assert!(run.err.contains("line 1:15 Undefined column name x"), "{}", run.err);
}

#[test]
fn nulls_within_values_have_json() {
    let run =
        run!("query", corpus("oa/collections"), "--format", "jsonl", "-e", "SELECT m, ttl(m) FROM collections LIMIT 2");
    assert_eq!(
        run.out, "{\"m\": {\"x\": 1, \"y\": -1}, \"ttl(m)\": [null, null]}\n{\"m\": null, \"ttl(m)\": null}\n",
        "{}",
        run.err
    );
}

#[test]
fn rows_are_written_as_cql_by_their_keys() {
    let asked = |select: &str| run!("query", corpus(TABLE), "--format", "cql", "-e", select);
    assert!(asked("SELECT k, c, v FROM static_rows WHERE k = 'both' LIMIT 1")
        .ok()
        .starts_with("INSERT INTO corpus.static_rows (k, c, v) VALUES ('both', 0, "));
    assert!(asked("SELECT DISTINCT k, s2 FROM static_rows LIMIT 1").ok().contains("(k, s2) VALUES ('ttl', 5)"));
    for (select, part) in [
        ("SELECT count(*) FROM static_rows", "only columns of the table under their own names"),
        ("SELECT k, c, v AS w FROM static_rows", "only columns of the table under their own names"),
        ("SELECT k, v FROM static_rows", "of which c is not selected"),
    ] {
        let run = asked(select);
        assert!(run.code == 1 && run.out.is_empty() && run.err.contains(part), "{select}: {}", run.err);
    }
}

#[test]
fn texts_without_an_end_are_refused() {
    for args in [["-f", "/dev/zero"], ["--schema", "/dev/zero"], ["-e", "SOURCE '/dev/zero'"]] {
        let run = run!("query", corpus(TABLE), args[0], args[1]);
        assert!(run.code != 0 && run.err.contains("longer than 256 MiB"), "{args:?}: {}", run.err);
    }
}
