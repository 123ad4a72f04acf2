//! The words of expressions.

/// A word.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Tok {
    Int(i128),
    Str(String),
    Name(String),
    Op(&'static str),
    End,
}

const OPS: [&str; 28] = [
    "::", "<<", ">>", "==", "!=", "<=", ">=", "[]", "(", ")", "[", "]", ".", ",", "?", ":", "+", "-", "*", "/", "%",
    "&", "|", "^", "<", ">", "~", "!",
];

/// Where it is that is wrong, in bytes, and what.
pub(super) type Fail = (usize, String);

/// The words of a text and where they begin; the last one is its end.
pub(super) fn lex(text: &str) -> Result<Vec<(usize, Tok)>, Fail> {
    let mut out = Vec::new();
    let mut rest = text;
    loop {
        let trimmed = rest.trim_start();
        let at = text.len() - trimmed.len();
        let Some(c) = trimmed.chars().next() else { break };
        let len;
        let tok = if c.is_ascii_digit() {
            len = trimmed.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(trimmed.len());
            let word = trimmed[..len].replace('_', "");
            let parsed = match word.strip_prefix("0x") {
                Some(hex) => i128::from_str_radix(hex, 16),
                None => word.parse(),
            };
            Tok::Int(parsed.map_err(|_| (at, format!("not a number: {word}")))?)
        } else if c.is_ascii_alphabetic() || c == '_' {
            len = trimmed.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(trimmed.len());
            Tok::Name(trimmed[..len].to_owned())
        } else if c == '"' || c == '\'' {
            let inner = &trimmed[1..];
            let n = inner.find(c).ok_or((at, "text without its closing quote".to_owned()))?;
            len = n + 2;
            Tok::Str(inner[..n].to_owned())
        } else {
            for (other, word) in [("&&", "and"), ("||", "or")] {
                if trimmed.starts_with(other) {
                    return Err((at, format!("{other} is `{word}` in this language")));
                }
            }
            if trimmed.starts_with('=') && !trimmed.starts_with("==") {
                return Err((at, "values are compared by ==".to_owned()));
            }
            let op = OPS.into_iter().find(|op| trimmed.starts_with(op));
            let op = op.ok_or((at, format!("unexpected character {c:?}")))?;
            len = op.len();
            Tok::Op(op)
        };
        out.push((at, tok));
        rest = &trimmed[len..];
    }
    out.push((text.len(), Tok::End));
    Ok(out)
}
