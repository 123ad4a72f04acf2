//! Formats that cqlsh has not.

use cqlite_runtime::marshal::parse;
use cqlite_text::{Answer, Column, Format, Options, TextError};

fn columns(of: &[(&str, &str)]) -> Vec<Column> {
    of.iter().map(|(name, ty)| Column { name: (*name).to_owned(), ty: parse(ty).expect("a type") }).collect()
}

type Row<'a> = &'a [Option<&'a [u8]>];

fn written(format: Format, options: Options, of: &[(&str, &str)], rows: &[Row<'_>]) -> Result<String, TextError> {
    let mut answer = Answer::new(format, options, Vec::new());
    answer.columns(&columns(of))?;
    for row in rows {
        let row: Vec<_> = row.iter().map(|value| value.map(<[u8]>::to_vec)).collect();
        answer.row(&row)?;
    }
    let (out, _) = answer.finish()?;
    Ok(String::from_utf8(out).expect("UTF-8"))
}

const COLUMNS: &[(&str, &str)] = &[("id", "Int32Type"), ("A \"b\"", "UTF8Type")];
const ONE: &[u8] = &[0, 0, 0, 1];
const ROWS: &[Row<'_>] = &[&[Some(ONE), Some(b"it's\n\t\\\"")], &[Some(ONE), None]];

#[test]
fn objects() {
    let plain = |format, rows| written(format, Options::default(), COLUMNS, rows).expect("an answer");
    let first = r#"{"id": 1, "A \"b\"": "it's\n\t\\\""}"#;
    let second = r#"{"id": 1, "A \"b\"": null}"#;
    assert_eq!(plain(Format::Jsonl, ROWS), format!("{first}\n{second}\n"));
    assert_eq!(plain(Format::Json, ROWS), format!("[\n{first},\n{second}\n]\n"));
    assert_eq!(plain(Format::Json, &[]), "[\n]\n");
    assert_eq!(plain(Format::Jsonl, &[]), "");
    for text in [plain(Format::Json, ROWS), plain(Format::Json, &[])] {
        serde_json::from_str::<serde_json::Value>(&text).expect("JSON");
    }
    // What `SELECT JSON` gives is a text.
    let json = written(Format::Jsonl, Options::default(), &[("[json]", "UTF8Type")], &[&[Some(b"{\"a\": 1}")]]);
    assert_eq!(json.expect("an answer"), "{\"[json]\": \"{\\\"a\\\": 1}\"}\n");
}

#[test]
fn no_bytes_are_an_empty_string() {
    let of = [("b", "BooleanType"), ("c", "CounterColumnType"), ("t", "UTF8Type"), ("x", "BytesType")];
    let json = written(Format::Jsonl, Options::default(), &of, &[&[Some(b"".as_slice()); 4]]).expect("an answer");
    assert_eq!(json, "{\"b\": \"\", \"c\": \"\", \"t\": \"\", \"x\": \"0x\"}\n");
}

#[test]
fn tabs() {
    let text = written(Format::Tsv, Options::default(), COLUMNS, ROWS).expect("an answer");
    assert_eq!(text, "id\tA \"b\"\n1\tit's\\n\\t\\\\\"\n1\t\n");
}

#[test]
fn statements() {
    let options = || Options { table: Some("ks.\"T\"".to_owned()), ..Options::default() };
    let text = written(Format::Cql, options(), COLUMNS, ROWS).expect("an answer");
    let insert = "INSERT INTO ks.\"T\" (id, \"A \"\"b\"\"\") VALUES (1, 'it''s\n\t\\\"');\nINSERT INTO ks.\"T\" (id) VALUES (1);\n";
    assert_eq!(text, insert);
    let empty = written(Format::Cql, options(), &[("id", "Int32Type"), ("t", "UTF8Type")], &[&[Some(b""), Some(b"")]]);
    assert_eq!(empty.expect("an answer"), "INSERT INTO ks.\"T\" (id, t) VALUES (blobAsInt(0x), '');\n");
    let of = [("k", "UTF8Type"), ("n", "CounterColumnType"), ("m", "CounterColumnType")];
    let row: Row<'_> = &[Some(b"a"), Some(&[255; 8]), None];
    let counters = written(Format::Cql, options(), &of, &[row, &[Some(b"a"), None, None]]);
    assert_eq!(counters.expect("an answer"), "UPDATE ks.\"T\" SET n = n + -1 WHERE k = 'a';\n");
    let json = written(Format::Cql, options(), &[("[json]", "UTF8Type")], &[&[Some(b"{\"a\": \"it's\"}")]]);
    assert_eq!(json.expect("an answer"), "INSERT INTO ks.\"T\" JSON '{\"a\": \"it''s\"}';\n");
    assert!(matches!(written(Format::Cql, Options::default(), COLUMNS, ROWS), Err(TextError::NoTable)));
}

#[test]
fn bytes_that_are_no_value_are_errors() {
    for format in Format::ALL {
        let options = Options { table: Some("t".to_owned()), ..Options::default() };
        let rows: &[Row<'_>] = &[&[Some(ONE), Some(b"a")], &[Some(ONE), Some(b"\xff")]];
        let error = written(format, options, COLUMNS, rows).expect_err("no text").to_string();
        assert_eq!(error, "row 2, column A \"b\": bytes are not valid for type text", "{format}");
    }
}

#[test]
fn long_answers_are_written_as_they_come() {
    let mut answer = Answer::new(Format::Table, Options::default(), Counted(0));
    answer.columns(&columns(&[("id", "Int32Type")])).expect("columns");
    let mut before = 0;
    for i in 0..200_000_i32 {
        answer.row(&[Some(i.to_be_bytes().to_vec())]).expect("a row");
        before += 1;
    }
    let (Counted(bytes), rows) = answer.finish().expect("an answer");
    assert_eq!((rows, before), (200_000, 200_000));
    assert!(bytes > 1 << 20, "{bytes}");
}

/// Refuses to take much at once.
struct Counted(usize);

impl std::io::Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        assert!(bytes.len() < 1 << 18, "{}", bytes.len());
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
