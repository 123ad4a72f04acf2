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
