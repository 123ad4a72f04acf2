//! `COPY … TO`, as cqlsh has it.

use cqlite::cql::{self, Keyword, Token, TokenKind};
use cqlite::text::{Dialect, TimeFormat};

/// What is copied, where, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct Copy {
    pub keyspace: Option<String>,
    pub table: String,
    /// All of the table's, if none is given.
    pub columns: Vec<String>,
    /// Standard output, if there is none.
    pub file: Option<String>,
    options: Vec<(String, String)>,
}

/// Options that say how fast Cassandra is to be asked: nobody is asked here.
const WITHOUT_EFFECT: [&str; 8] = [
    "configfile",
    "maxattempts",
    "maxrequests",
    "numprocesses",
    "pagesize",
    "pagetimeout",
    "ratefile",
    "reportfrequency",
];

impl Copy {
    /// Reads a statement.
    pub fn parse(text: &str) -> Result<Copy, String> {
        let tokens = cql::tokens(text).map_err(|e| e.to_string())?;
        Reader { text, tokens: &tokens[1..] }.copy()
    }

    /// How the file is written; from which token and to which.
    pub fn dialect(&self) -> Result<(Dialect, Range), String> {
        let mut dialect = Dialect::cqlsh();
        let mut range = Range::default();
        for (name, value) in &self.options {
            let one = || match value.chars().collect::<Vec<_>>().as_slice() {
                [one] => Ok(*one),
                _ => Err(format!("{} is one character, not {value:?}", name.to_uppercase())),
            };
            let number = || value.parse().map_err(|_| format!("{} is a number, not {value:?}", name.to_uppercase()));
            match name.as_str() {
                "delimiter" => dialect.delimiter = one()?,
                "quote" => dialect.quote = one()?,
                "escape" => dialect.escape = one()?,
                "header" => dialect.header = value.eq_ignore_ascii_case("true"),
                "null" => {
                    dialect.null.clone_from(value);
                    dialect.style.null.clone_from(value);
                }
                "datetimeformat" => dialect.style.time = TimeFormat::parse(value)?.in_milliseconds(),
                "floatprecision" => dialect.style.float_precision = number()?,
                "doubleprecision" => dialect.style.double_precision = number()?,
                "decimalsep" => dialect.style.decimal_separator.clone_from(value),
                "thousandssep" => dialect.style.thousands_separator.clone_from(value),
                "boolstyle" => dialect.style.booleans = booleans(value)?,
                "encoding" if ["utf8", "utf-8"].contains(&value.to_lowercase().as_str()) => {}
                "encoding" => return Err(format!("ENCODING is utf8, not {value:?}")),
                "begintoken" => range.after = Some(value.clone()),
                "endtoken" => range.up_to = Some(value.clone()),
                "maxoutputsize" if value == "-1" => {}
                "maxoutputsize" => return Err("MAXOUTPUTSIZE is not supported: there is one file".to_owned()),
                known if WITHOUT_EFFECT.contains(&known) => {}
                _ => return Err(format!("Unrecognized COPY TO options: {name}")),
            }
        }
        Ok((dialect, range))
    }

    /// The statement that gives the rows.
    pub fn select(&self, keyspace: &str, columns: &[String], key: &[String], range: &Range) -> String {
        let names = |names: &[String]| names.iter().map(|name| cql::quoted(name)).collect::<Vec<_>>().join(", ");
        let (keyspace, table) = (cql::quoted(keyspace), cql::quoted(&self.table));
        let mut select = format!("SELECT {} FROM {keyspace}.{table}", names(columns));
        let token = format!("token({})", names(key));
        let after = range.after.as_ref().map(|after| format!("{token} > {after}"));
        let up_to = range.up_to.as_ref().map(|up_to| format!("{token} <= {up_to}"));
        let bounds: Vec<String> = after.into_iter().chain(up_to).collect();
        if !bounds.is_empty() {
            select.push_str(&format!(" WHERE {}", bounds.join(" AND ")));
        }
        select
    }
}

/// Tokens from one on, which is not among them, up to another.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Range {
    after: Option<String>,
    up_to: Option<String>,
}

fn booleans(value: &str) -> Result<[String; 2], String> {
    let styles: Vec<String> = value.split(',').map(|style| style.trim().to_owned()).collect();
    match <[String; 2]>::try_from(styles) {
        Ok([yes, no]) if yes != no && !yes.is_empty() && !no.is_empty() => Ok([yes, no]),
        _ => Err(format!("Invalid boolean styles {value}")),
    }
}

struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token],
}

impl<'t> Reader<'t> {
    fn copy(mut self) -> Result<Copy, String> {
        let first = self.name()?;
        let (keyspace, table) = match self.eat(".") {
            true => (Some(first), self.name()?),
            false => (None, first),
        };
        let mut columns = Vec::new();
        if self.eat("(") {
            while !self.eat(")") {
                columns.push(self.name()?);
                self.eat(",");
            }
        }
        match self.word()?.to_ascii_uppercase().as_str() {
            "TO" => {}
            "FROM" => return Err("COPY FROM is not supported: SSTables are read, not changed".to_owned()),
            other => return Err(format!("expected TO instead of {other}")),
        }
        let file = match self.take()? {
            Token { kind: TokenKind::String(name), .. } => Some(name.clone()),
            token if token.span.of(self.text).eq_ignore_ascii_case("STDOUT") => None,
            token => return Err(format!("expected 'file' or STDOUT instead of {}", token.span.of(self.text))),
        };
        let options = self.options()?;
        Ok(Copy { keyspace, table, columns, file, options })
    }

    fn options(&mut self) -> Result<Vec<(String, String)>, String> {
        let mut options = Vec::new();
        if self.is_end() {
            return Ok(options);
        }
        let mut expected = "WITH";
        while !self.is_end() {
            let word = self.word()?;
            if !word.eq_ignore_ascii_case(expected) {
                return Err(format!("expected {expected} instead of {word}"));
            }
            expected = "AND";
            let name = self.word()?.to_lowercase();
            if !self.eat("=") {
                return Err(format!("expected = after {name}"));
            }
            let token = self.take()?;
            let value = match &token.kind {
                TokenKind::String(value) => value.clone(),
                _ => token.span.of(self.text).to_owned(),
            };
            options.push((name, value));
        }
        Ok(options)
    }

    fn is_end(&self) -> bool {
        self.tokens.iter().all(|token| matches!(token.kind, TokenKind::End | TokenKind::Symbol(";")))
    }

    fn take(&mut self) -> Result<&'t Token, String> {
        match self.tokens.split_first() {
            Some((first, rest)) if first.kind != TokenKind::End => {
                self.tokens = rest;
                Ok(first)
            }
            _ => {
                Err("COPY ends too soon: COPY table [(columns)] TO 'file'|STDOUT [WITH option = value AND …]"
                    .to_owned())
            }
        }
    }

    fn word(&mut self) -> Result<&'t str, String> {
        let text = self.text;
        self.take().map(|token| token.span.of(text))
    }

    fn name(&mut self) -> Result<String, String> {
        let token = self.take()?;
        match &token.kind {
            TokenKind::QuotedName(name) => Ok(name.clone()),
            TokenKind::Name => Ok(token.span.of(self.text).to_lowercase()),
            TokenKind::Keyword(word) if !Keyword::is_reserved(*word) => Ok(token.span.of(self.text).to_lowercase()),
            _ => Err(format!("{} is no name", token.span.of(self.text))),
        }
    }

    fn eat(&mut self, symbol: &str) -> bool {
        match self.tokens.split_first() {
            Some((Token { kind: TokenKind::Symbol(found), .. }, rest)) if *found == symbol => {
                self.tokens = rest;
                true
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Copy;

    #[test]
    fn copy_is_read() {
        let text = "COPY \"Ks\".t (a, \"B\") TO 'x.csv' WITH HEADER = true AND DELIMITER='|' AND begintoken='-5' AND ENDTOKEN = 7;";
        let copy = Copy::parse(text).expect("a statement");
        assert_eq!(
            (copy.keyspace.as_deref(), copy.table.as_str(), copy.file.as_deref()),
            (Some("Ks"), "t", Some("x.csv"))
        );
        let (dialect, range) = copy.dialect().expect("options");
        assert!(dialect.header);
        assert_eq!(dialect.delimiter, '|');
        let select = copy.select("Ks", &copy.columns, &["k".to_owned()], &range);
        assert_eq!(select, "SELECT a, \"B\" FROM \"Ks\".t WHERE token(k) > -5 AND token(k) <= 7");
    }

    #[test]
    fn what_cannot_be_done_is_refused() {
        for text in
            ["COPY t FROM 'x'", "COPY", "COPY t", "COPY t TO x", "COPY t TO 'x' WITH", "COPY t TO 'x' HEADER=true"]
        {
            assert!(Copy::parse(text).is_err(), "{text}");
        }
        for option in [
            "DELIMITER = 'ab'",
            "WHAT = 1",
            "BOOLSTYLE = 'x'",
            "MAXOUTPUTSIZE = 5",
            "ENCODING = 'latin1'",
            "DATETIMEFORMAT = '%Q'",
        ] {
            let copy = Copy::parse(&format!("COPY t TO STDOUT WITH {option}")).expect("a statement");
            assert!(copy.dialect().is_err(), "{option}");
        }
    }
}
