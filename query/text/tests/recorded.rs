//! What cqlsh has printed (`oracle/record.py`, cqlsh 6.2.2), compared with ours, every line.

use std::io::Read;

use cqlite_runtime::marshal::parse;
use cqlite_text::{Answer, Column, Dialect, Format, Options, Style, TimeFormat};
use serde_json::Value;

fn recording(name: &str) -> String {
    let path = format!("{}/tests/recorded/{name}", env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    flate2::read::GzDecoder::new(std::fs::File::open(path).expect("a file")).read_to_string(&mut text).expect("gzip");
    text
}

fn unhex(digits: &str) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).expect("a digit") as u8;
    digits.as_bytes().chunks(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1])).collect()
}

type Rows = Vec<Vec<Option<Vec<u8>>>>;

fn written(format: Format, options: Options, columns: &[Column], rows: &Rows) -> String {
    let mut answer = Answer::new(format, options, Vec::new());
    answer.columns(columns).expect("columns");
    for row in rows {
        answer.row(row).expect("a row");
    }
    let (out, count) = answer.finish().expect("an answer");
    assert_eq!(count, rows.len() as u64);
    String::from_utf8(out).expect("UTF-8")
}

/// The options of COPY that `COPIES` of the recorder has.
fn copies() -> [Dialect; 4] {
    let time = |text| TimeFormat::parse(text).expect("a format").in_milliseconds();
    let plain = Dialect::cqlsh();
    let style = Style {
        float_precision: 2,
        double_precision: 0,
        decimal_separator: ",".into(),
        booleans: ["yes".into(), "no".into()],
        null: "N\\A".into(),
        ..Style::copied()
    };
    let first = Dialect { delimiter: ';', null: "N\\A".into(), style, ..plain.clone() };
    let style = Style { thousands_separator: "_".into(), time: time("%d %b %Y, %I:%M:%S.%f %p"), ..Style::copied() };
    let second = Dialect { quote: '\'', escape: '\'', header: true, style, ..plain.clone() };
    let style = Style { time: time("%Y/%m/%d %H-%M %j %a %A %B %y"), ..Style::copied() };
    let third = Dialect { delimiter: '|', quote: '"', escape: '"', header: true, style, ..plain.clone() };
    [plain, first, second, third]
}

/// The only value of an answer in CSV, whose marks would be in the way.
fn copied(dialect: &Dialect, column: &Column, rows: &Rows) -> String {
    let dialect = Dialect { header: false, quote: '\u{1}', escape: '\u{2}', delimiter: '\u{3}', ..dialect.clone() };
    let text = written(Format::Csv, Options { dialect, ..Options::default() }, std::slice::from_ref(column), rows);
    let text = text.trim_end_matches("\r\n");
    if text == "\u{1}\u{1}" {
        String::new()
    } else {
        text.to_owned()
    }
}

#[test]
fn values() {
    let (mut lines, mut wrong) = (0, Vec::new());
    let copies = copies();
    let mut check = |what: &str, line: &str, expected: &str, found: &str| {
        if expected != found {
            wrong.push(format!("{what} of {line}\n  cqlsh {expected:?}\n  ours  {found:?}"));
        }
    };
    for line in recording("values.tsv.gz").lines().skip(1) {
        lines += 1;
        let fields: Vec<&str> = line.split('\t').collect();
        let [ty, bytes, text, width, colored, copied_fields @ ..] = fields.as_slice() else { panic!("{line}") };
        let column = Column { name: "v".to_owned(), ty: parse(ty).expect("a type") };
        let rows = vec![vec![Some(unhex(bytes))]];
        let what = format!("{ty} {bytes}");
        let shown = written(Format::Table, Options::default(), std::slice::from_ref(&column), &rows);
        let shown: Vec<&str> = shown.lines().collect();
        let dashes = shown[2].len() - 2;
        check(
            "text",
            &what,
            text.trim_start_matches(' '),
            shown[3].strip_prefix(' ').expect("a space").trim_start_matches(' '),
        );
        check("width", &what, &width.parse::<usize>().expect("a number").max(1).to_string(), &dashes.to_string());
        let options = Options { color: true, ..Options::default() };
        let shown = written(Format::Table, options, std::slice::from_ref(&column), &rows);
        let shown: Vec<&str> = shown.lines().collect();
        let (color_width, colored) = colored.split_once(' ').expect("a width");
        check("colours", &what, colored, shown[3].trim_start_matches(' '));
        let color_width = color_width.parse::<usize>().expect("a number").max(1).to_string();
        check("width in colours", &what, &color_width, &(shown[2].len() - 2).to_string());
        for (i, (expected, dialect)) in copied_fields.iter().zip(&copies).enumerate() {
            if *expected != "!" {
                check(&format!("copy {i}"), &what, expected, &copied(dialect, &column, &rows));
            }
        }
    }
    assert!(lines > 2500, "{lines}");
    assert!(wrong.is_empty(), "{} of {lines} lines differ:\n{}", wrong.len(), wrong[..wrong.len().min(25)].join("\n"));
}

#[test]
fn answers() {
    let (mut cases, mut wrong) = (0, Vec::new());
    for line in recording("answers.jsonl.gz").lines() {
        cases += 1;
        let case: Value = serde_json::from_str(line).expect("JSON");
        let text = |value: &Value| value.as_str().expect("text").to_owned();
        let columns: Vec<Column> = case["columns"]
            .as_array()
            .expect("columns")
            .iter()
            .map(|column| Column { name: text(&column[0]), ty: parse(&text(&column[1])).expect("a type") })
            .collect();
        let row = |row: &Value| row.as_array().expect("a row").iter().map(|v| v.as_str().map(unhex)).collect();
        let rows: Rows = case["rows"].as_array().expect("rows").iter().map(row).collect();
        let mut check = |what: &str, format: Format, options: Options, expected: &Value| {
            let found = written(format, options, &columns, &rows);
            let expected = text(expected);
            if found != expected {
                let differs = expected.lines().zip(found.lines()).find(|(a, b)| a != b);
                wrong.push(format!("{what} of case {cases}: {differs:?}"));
            }
        };
        let options = |interactive, color| Options { interactive, color, ..Options::default() };
        check("table", Format::Table, options(false, false), &case["table"]);
        check("tty", Format::Table, options(true, false), &case["tty"]);
        check("colors", Format::Table, options(true, true), &case["colors"]);
        check("expanded", Format::Expanded, options(false, false), &case["expanded"]);
        check("expanded_colors", Format::Expanded, options(true, true), &case["expanded_colors"]);
        for (i, dialect) in copies().into_iter().enumerate() {
            let expected = &case["copies"][i];
            if !expected.is_null() {
                check(&format!("copy {i}"), Format::Csv, Options { dialect, ..Options::default() }, expected);
            }
        }
    }
    assert!(cases > 50, "{cases}");
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong[..wrong.len().min(25)].join("\n"));
}
