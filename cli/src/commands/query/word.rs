//! cqlsh's own words.

use super::copy::Copy;
use super::script::word;

/// What is no statement.
#[derive(Debug, Clone, PartialEq)]
pub enum Word {
    Help(Vec<String>),
    Exit,
    Expand(Option<bool>),
    Paging(Option<Paging>),
    Consistency(Option<String>),
    SerialConsistency(Option<String>),
    Tracing(Option<bool>),
    Login,
    Source(String),
    /// A file, or the end of it.
    Capture(Option<Capture>),
    Clear,
    ShowVersion,
    ShowHost,
    ShowSession,
    ShowReplicas,
    Copy(Box<Copy>),
    Timing(Option<bool>),
    Cql,
}

/// How much is shown at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paging {
    On,
    Off,
    Rows(usize),
}

/// Where answers go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Capture {
    Off,
    File(String),
}

const LEVELS: [&str; 11] = [
    "ANY",
    "ONE",
    "TWO",
    "THREE",
    "QUORUM",
    "ALL",
    "LOCAL_ONE",
    "LOCAL_QUORUM",
    "EACH_QUORUM",
    "SERIAL",
    "LOCAL_SERIAL",
];
const SERIAL_LEVELS: [&str; 2] = ["SERIAL", "LOCAL_SERIAL"];

impl Word {
    /// What a text is, unless it is a statement.
    ///
    /// # Errors
    /// It begins as one of the words, and does not go on as it may.
    pub fn parse(text: &str) -> Result<Option<Word>, String> {
        if let Some(name) = text.strip_prefix('\\') {
            return backslash(name).map(Some);
        }
        if let Some(topics) = text.strip_prefix('?') {
            return Ok(Some(Word::Help(topics.split_whitespace().map(str::to_owned).collect())));
        }
        let first = word(text).to_ascii_uppercase();
        let text = text.split("--").next().unwrap_or(text);
        let rest: Vec<&str> = text[first.len()..].split_whitespace().collect();
        let known = match (first.as_str(), rest.as_slice()) {
            ("HELP", topics) => Word::Help(topics.iter().map(|topic| (*topic).to_owned()).collect()),
            ("EXIT" | "QUIT", []) => Word::Exit,
            ("CLEAR" | "CLS", []) => Word::Clear,
            ("EXPAND", rest) => Word::Expand(switch(rest)?),
            ("TRACING", rest) => Word::Tracing(switch(rest)?),
            ("PAGING", rest) => Word::Paging(paging(rest)?),
            ("CONSISTENCY", rest) => Word::Consistency(level(rest, &LEVELS)?),
            ("SERIAL", [next, rest @ ..]) if next.eq_ignore_ascii_case("CONSISTENCY") => {
                Word::SerialConsistency(level(rest, &SERIAL_LEVELS)?)
            }
            ("LOGIN", _) => Word::Login,
            ("SOURCE", [_, ..]) => Word::Source(file(&text[first.len()..])?),
            ("CAPTURE", []) => Word::Capture(None),
            ("CAPTURE", [off]) if off.eq_ignore_ascii_case("OFF") => Word::Capture(Some(Capture::Off)),
            ("CAPTURE", _) => Word::Capture(Some(Capture::File(file(&text[first.len()..])?))),
            ("SHOW", [what, ..]) => match what.to_ascii_uppercase().as_str() {
                "VERSION" => Word::ShowVersion,
                "HOST" => Word::ShowHost,
                "SESSION" => Word::ShowSession,
                "REPLICAS" => Word::ShowReplicas,
                _ => return Err("expected SHOW VERSION, HOST, SESSION or REPLICAS".to_owned()),
            },
            ("COPY", _) => Word::Copy(Box::new(Copy::parse(text)?)),
            ("EXIT" | "QUIT" | "CLEAR" | "CLS", [extra, ..]) => {
                return Err(format!("unexpected {extra} after {first}"))
            }
            ("SOURCE", []) => return Err("SOURCE needs the name of a file, in quotation marks".to_owned()),
            ("SHOW", []) => return Err("expected SHOW VERSION, HOST, SESSION or REPLICAS".to_owned()),
            ("SERIAL", _) => return Err("expected SERIAL CONSISTENCY".to_owned()),
            ("HISTORY", _) => return Err("HISTORY: the arrow keys and Ctrl-R go through what was typed".to_owned()),
            ("UNICODE", _) => return Err("UNICODE is a topic of HELP".to_owned()),
            _ => return Ok(None),
        };
        Ok(Some(known))
    }
}

fn backslash(text: &str) -> Result<Word, String> {
    let mut words = text.split_whitespace();
    let name = words.next().unwrap_or("");
    let rest: Vec<&str> = words.map(|word| word.trim_end_matches(';')).filter(|word| !word.is_empty()).collect();
    match name.trim_end_matches(';') {
        "timing" => Ok(Word::Timing(switch(&rest)?)),
        "cql" => Ok(Word::Cql),
        "q" => Ok(Word::Exit),
        "?" | "h" => Ok(Word::Help(rest.into_iter().map(str::to_owned).collect())),
        other => Err(format!("\\{other} is nothing that is known here: \\timing, \\cql, \\q, \\?")),
    }
}

fn switch(rest: &[&str]) -> Result<Option<bool>, String> {
    match rest {
        [] => Ok(None),
        [on] if on.eq_ignore_ascii_case("ON") => Ok(Some(true)),
        [off] if off.eq_ignore_ascii_case("OFF") => Ok(Some(false)),
        [other, ..] => Err(format!("expected ON or OFF instead of {other}")),
    }
}

fn paging(rest: &[&str]) -> Result<Option<Paging>, String> {
    if let [rows] = rest {
        if let Ok(rows) = rows.parse() {
            return match rows {
                0 => Err("a page has one row at least".to_owned()),
                rows => Ok(Some(Paging::Rows(rows))),
            };
        }
    }
    Ok(switch(rest)?.map(|is_on| if is_on { Paging::On } else { Paging::Off }))
}

fn level(rest: &[&str], levels: &[&str]) -> Result<Option<String>, String> {
    match rest {
        [] => Ok(None),
        [name] if levels.iter().any(|level| level.eq_ignore_ascii_case(name)) => Ok(Some(name.to_ascii_uppercase())),
        [other, ..] => Err(format!("{other} is no consistency level: {}", levels.join(", "))),
    }
}

/// A name of a file in quotation marks.
fn file(text: &str) -> Result<String, String> {
    let inner = text.trim().strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''));
    let name = inner.filter(|name| !name.is_empty()).map(|name| name.replace("''", "'"));
    name.ok_or_else(|| "the name of a file stands in quotation marks: 'name'".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Capture, Paging, Word};

    #[test]
    fn words_are_known_in_any_case() {
        let parse = |text| Word::parse(text).expect("a word");
        assert_eq!(parse("select 1"), None);
        assert_eq!(parse("DESCRIBE TABLES"), None);
        assert_eq!(parse("expand on"), Some(Word::Expand(Some(true))));
        assert_eq!(parse("Paging 50"), Some(Word::Paging(Some(Paging::Rows(50)))));
        assert_eq!(
            parse("serial consistency local_serial"),
            Some(Word::SerialConsistency(Some("LOCAL_SERIAL".into())))
        );
        assert_eq!(parse("SOURCE 'it''s'"), Some(Word::Source("it's".into())));
        assert_eq!(parse("capture off"), Some(Word::Capture(Some(Capture::Off))));
        assert_eq!(parse("\\timing off"), Some(Word::Timing(Some(false))));
        assert_eq!(parse("? select"), Some(Word::Help(vec!["select".into()])));
        for wrong in
            ["EXPAND maybe", "PAGING 0", "CONSISTENCY SOME", "SOURCE file", "SHOW", "SHOW ME", "\\x", "EXIT now"]
        {
            assert!(Word::parse(wrong).is_err(), "{wrong}");
        }
    }
}
