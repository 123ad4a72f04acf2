//! `schema`: the statements of what is there.

use std::fs;

use crate::run;
use crate::util::{corpus, Folder};

#[test]
fn statements_are_those_of_describe() {
    let folder = corpus("oa/views");
    let text = run!("schema", &folder).ok();
    assert_eq!(text, run!("query", &folder, "-e", "DESCRIBE SCHEMA").ok());
    for part in
        ["CREATE KEYSPACE corpus ", "CREATE TABLE corpus.views (", "CREATE MATERIALIZED VIEW corpus.views_by_v AS"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    // What is printed says the same when it is read.
    let written = Folder::new();
    let file = written.join("schema.cql");
    let _ = run!("schema", &folder, "-o", &file).ok();
    assert_eq!(fs::read_to_string(&file).expect("a file"), text);
    assert_eq!(run!("schema", &folder, "--schema", &file).ok(), text);
}

/// SSTables without a schema, in a folder that is no table's.
fn loose() -> Folder {
    let folder = Folder::new();
    let table = folder.join("ks/loose");
    fs::create_dir_all(&table).expect("a folder");
    for file in fs::read_dir(corpus("oa/static_rows")).expect("a folder") {
        let file = file.expect("a file");
        if file.file_name().to_string_lossy().starts_with("oa-1-big-") {
            let _ = fs::copy(file.path(), table.join(file.file_name())).expect("a copy");
        }
    }
    folder
}

#[test]
fn headers_are_the_last_resort() {
    let folder = loose();
    let run = run!("schema", folder.join("ks/loose"));
    assert!(run.out.contains("CREATE TABLE files.loose (\n    \"$pk0\" text,\n    \"$ck0\" int,\n"), "{}", run.out);
    assert!(run.err.contains("files.loose: only its SSTables' headers are known"), "{}", run.err);
    assert_eq!(run.code, 0);
    assert!(run!("schema", folder.join("ks/loose/oa-1-big-Data.db"), "-q").ok().contains("CREATE TABLE files.loose ("));
    let rows = run!("query", folder.join("ks/loose"), "--format", "csv", "-e", "SELECT count(*) FROM files.loose").ok();
    assert_eq!(rows, "count\r\n13\r\n");
    // From above it is a table's folder as those of 2.0 were, without an id.
    let keyspace = run!("schema", folder.join("ks"), "-q").ok();
    assert!(keyspace.contains("CREATE TABLE ks.loose ("), "{keyspace}");
}

#[test]
fn what_was_read_is_not_written_over() {
    let folder = loose();
    let schema = folder.join("schema.cql");
    fs::copy(corpus("oa/static_rows/schema.cql"), &schema).expect("a copy");
    let before = fs::read_to_string(&schema).expect("a file");
    let table = folder.join("ks/loose");
    let all = "SELECT * FROM static_rows";
    run!("query", &table, "-e", all, "-o", &schema).fails(2, &["schema.cql: the output is a file that is read"]);
    run!("schema", &table, "-o", &schema).fails(2, &["schema.cql: the output is a file that is read"]);
    for statement in ["CAPTURE", "COPY static_rows TO"] {
        let statement = format!("{statement} '{}';", schema.display());
        let run = run!("query", &table, "-e", &statement);
        assert_eq!(run.code, 2, "{statement}: {}", run.err);
        assert!(run.err.contains("the output is a file that is read"), "{statement}: {}", run.err);
    }
    assert_eq!(fs::read_to_string(&schema).expect("a file"), before);
}

/// A data directory of tables from the corpus: folder, and the case that lies there.
fn data_directory(tables: &[(&str, &str)]) -> Folder {
    let folder = Folder::new();
    for (to, case) in tables {
        let to = folder.join(to);
        fs::create_dir_all(&to).expect("a folder");
        for file in fs::read_dir(corpus(case)).expect("a folder") {
            let file = file.expect("a file");
            if file.file_name().to_string_lossy().starts_with("oa-1-big-") {
                let _ = fs::copy(file.path(), to.join(file.file_name())).expect("a copy");
            }
        }
    }
    folder
}

const OLD_ID: &str = "5a1c395e8b4111e7b4be9d5e6a8f1c2d";
const NEW_ID: &str = "5a1c395e8b4111e8b4be9d5e6a8f1c2d";

fn count(folder: &Folder, table: &str) -> String {
    let count = format!("SELECT count(*) FROM {table}");
    run!("query", folder.join("."), "-q", "--format", "jsonl", "-e", count).ok()
}

#[test]
fn tables_of_one_name_are_of_their_keyspaces() {
    let folder = data_directory(&[("ks1/users", "oa/simple"), ("ks2/users", "oa/one_row")]);
    assert_eq!(count(&folder, "ks1.users"), "{\"count\": 100}\n");
    assert_eq!(count(&folder, "ks2.users"), "{\"count\": 1}\n");
    // A schema of one of them takes nothing from the other.
    let schema = folder.join("ks1.cql");
    fs::write(&schema, "CREATE TABLE ks1.users (id int PRIMARY KEY, name text, score double);").expect("a file");
    let run = run!("query", folder.join("."), "--schema", &schema, "-e", "SELECT count(*) FROM ks1.users");
    assert!(run.out.contains("100") && run.code == 0, "{}{}", run.out, run.err);
}

#[test]
fn what_cannot_be_read_spoils_its_own_table_only() {
    let folder = data_directory(&[("ks/good", "oa/simple"), ("ks/bad", "oa/simple"), ("ks/old", "oa/simple")]);
    fs::write(folder.join("ks/bad/oa-1-big-Statistics.db"), "nothing").expect("a file");
    fs::write(folder.join("ks/old/la-1-big-Data.db"), "nothing").expect("a file");
    let ask = |table: &str| run!("query", folder.join("."), "-e", format!("SELECT count(*) FROM ks.{table}"));
    let good = ask("good");
    assert!(good.code == 0 && good.out.contains("100"), "{}", good.err);
    assert!(good.err.contains("note: ks.bad is not known: ") && good.err.contains("note: ks.old cannot be asked: "));
    let old = ask("old");
    assert!(old.code == 3 && old.err.contains("version la (big) is not supported"), "{}", old.err);
    assert_ne!(ask("bad").code, 0);
}

#[test]
fn folders_of_dropped_tables_are_left_out() {
    let (old, new) = (format!("ks/t-{OLD_ID}"), format!("ks/t-{NEW_ID}"));
    let folder = data_directory(&[(&old, "oa/simple"), (&new, "oa/one_row")]);
    assert_eq!(count(&folder, "ks.t"), "{\"count\": 1}\n");
    // The schema knows better.
    let schema = folder.join("schema.cql");
    let text = "CREATE TABLE ks.t (id int PRIMARY KEY, name text, score double) WITH ID = ";
    fs::write(&schema, format!("{text}5a1c395e-8b41-11e7-b4be-9d5e6a8f1c2d;")).expect("a file");
    assert_eq!(count(&folder, "ks.t"), "{\"count\": 100}\n");
}

#[test]
fn user_types_of_headers_are_described() {
    let folder = data_directory(&[("ks/t", "oa/udt_cells")]);
    let text = run!("schema", folder.join("."), "-q").ok();
    assert!(text.contains("CREATE TYPE ks.udt_cells_u (\n"), "{text}");
    let file = folder.join("all.cql");
    fs::write(&file, &text).expect("a file");
    assert_eq!(run!("schema", folder.join("."), "--schema", &file, "-q").ok(), text);
    let rows = |args: &[&str]| {
        let select = "SELECT * FROM ks.t";
        let mut all = vec!["--format", "jsonl", "-e", select];
        all.extend(args);
        let mut command = crate::util::command(["query", "-q"]);
        let out = command.arg(folder.join(".")).args(all).output().expect("it runs");
        assert!(out.status.success());
        out.stdout
    };
    assert_eq!(rows(&[]), rows(&["--schema", file.to_str().expect("a path")]));
}
