use cqlite::cql::{self, Class, Keyword};
use reedline::{Completer, Span, Suggestion};

use crate::commands::query::names::{Names, TableNames};
use crate::commands::query::script::pieces;

/// Words that only the shell knows.
const SHELL: [&str; 14] = [
    "CAPTURE",
    "CLEAR",
    "CONSISTENCY",
    "COPY",
    "EXIT",
    "EXPAND",
    "EXPLAIN",
    "HELP",
    "LOGIN",
    "PAGING",
    "QUIT",
    "SHOW",
    "SOURCE",
    "TRACING",
];

/// Completes words of the language, and names that the tables have.
pub struct Words {
    names: Names,
}

impl Words {
    pub fn new(names: Names) -> Self {
        Words { names }
    }

    /// What may stand in the place of the word that begins at a byte of a text.
    fn candidates(&self, text: &str, start: usize) -> Vec<String> {
        let piece = pieces(text).last().map_or(0..0, |piece| piece.span);
        let statement = text.get(piece.start.min(start)..start).unwrap_or("");
        let quoted =
            |names: &mut dyn Iterator<Item = &String>| names.map(|name| cql::quoted(name).into_owned()).collect();
        if let Some(before) = statement.strip_suffix('.') {
            let keyspace = last_word(before).trim_matches('"');
            return quoted(&mut self.names.tables(keyspace).unwrap_or_default().iter().map(|table| &table.name));
        }
        let mut before = statement.split_whitespace().rev();
        let last = before.next().unwrap_or("").to_ascii_uppercase();
        let keyspaces = self.names.keyspaces.iter().map(|(name, _)| name);
        let tables = self.names.keyspaces.iter().flat_map(|(_, tables)| tables);
        match last.as_str() {
            "USE" | "KEYSPACE" => quoted(&mut keyspaces.into_iter()),
            "FROM" | "TABLE" | "COPY" => quoted(&mut keyspaces.chain(tables.map(|table| &table.name))),
            "" => SHELL.iter().chain(&["SELECT", "DESCRIBE", "USE"]).map(|word| (*word).to_owned()).collect(),
            _ => {
                let of = self.table_of(&text[piece.start.min(text.len())..]);
                let columns: Vec<&String> = match of {
                    Some(table) => table.columns.iter().collect(),
                    None => tables.flat_map(|table| &table.columns).collect(),
                };
                let mut all: Vec<String> = quoted(&mut columns.into_iter());
                let words = Keyword::ALL.iter().filter(|word| word.class() != Class::NativeType);
                all.extend(words.map(|word| word.text().to_owned()));
                all.sort();
                all.dedup();
                all
            }
        }
    }

    /// The table that a statement is of, if it is said already.
    fn table_of(&self, statement: &str) -> Option<&TableNames> {
        let mut words = statement.split_whitespace();
        words.find(|word| word.eq_ignore_ascii_case("FROM"))?;
        let name = words.next()?.trim_end_matches(';');
        let name = name.rsplit('.').next()?.trim_matches('"');
        self.names.keyspaces.iter().flat_map(|(_, tables)| tables).find(|table| table.name == name)
    }
}

impl Completer for Words {
    fn complete(&mut self, text: &str, at: usize) -> Vec<Suggestion> {
        let before = text.get(..at).unwrap_or(text);
        let word = last_word(before);
        let start = before.len() - word.len();
        let begins = |candidate: &String| {
            let head = candidate.get(..word.len());
            head.is_some_and(|head| head.eq_ignore_ascii_case(word))
        };
        let suggestion = |value: String| Suggestion {
            // Words of the language as they were begun.
            value: match word.starts_with(|c: char| c.is_ascii_lowercase()) && value.chars().all(|c| !c.is_lowercase())
            {
                true => value.to_lowercase(),
                false => value,
            },
            span: Span::new(start, before.len()),
            append_whitespace: true,
            ..Suggestion::default()
        };
        self.candidates(before, start).into_iter().filter(begins).map(suggestion).collect()
    }
}

/// The word that a text ends with, with the quotation mark before it.
fn last_word(text: &str) -> &str {
    let start = text
        .rfind(|c: char| !c.is_alphanumeric() && c != '_' && c != '"')
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    &text[start..]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn completed(text: &str) -> Vec<String> {
        let table = |name: &str, columns: [&str; 2]| TableNames {
            name: name.to_owned(),
            columns: columns.map(str::to_owned).to_vec(),
            num_key: 1,
        };
        let tables = vec![table("users", ["id", "Name"]), table("events", ["at", "kind"])];
        let names = Names { keyspaces: vec![("shop".to_owned(), tables)] };
        Words::new(names).complete(text, text.len()).into_iter().map(|one| one.value).collect()
    }

    #[test]
    fn names_and_words_are_completed() {
        assert_eq!(completed("SELECT * FROM us"), ["users"]);
        assert_eq!(completed("SELECT * FROM shop.e"), ["events"]);
        assert_eq!(completed("USE "), ["shop"]);
        let after_where = completed("SELECT * FROM users WHERE i");
        assert!(after_where.contains(&"id".to_owned()) && after_where.contains(&"in".to_owned()), "{after_where:?}");
        assert!(!after_where.contains(&"kind".to_owned()), "{after_where:?}");
        assert_eq!(completed("SELECT * FROM users WHERE \"N"), ["\"Name\""]);
        assert_eq!(completed("SEL"), ["SELECT"]);
        assert_eq!(completed("sel"), ["select"]);
        assert!(completed("SELECT x FROM users; EXP").contains(&"EXPAND".to_owned()));
    }
}
