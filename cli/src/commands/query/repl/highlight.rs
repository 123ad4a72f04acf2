use cqlite::cql::{self, TokenKind};
use nu_ansi_term::{Color, Style};
use reedline::{Highlighter, StyledText};

/// Words of the language, texts and numbers in colours.
pub struct Colors;

impl Highlighter for Colors {
    fn highlight(&self, text: &str, _cursor: usize) -> StyledText {
        let mut styled = StyledText::new();
        let mut at = 0;
        for token in cql::tokens(text).unwrap_or_default() {
            let style = match token.kind {
                TokenKind::Keyword(_) => Style::new().bold().fg(Color::Blue),
                TokenKind::String(_) | TokenKind::Hex | TokenKind::Uuid => Style::new().fg(Color::Yellow),
                TokenKind::Integer
                | TokenKind::Float
                | TokenKind::Boolean
                | TokenKind::Duration
                | TokenKind::NotFinite => Style::new().fg(Color::Green),
                TokenKind::Name | TokenKind::QuotedName(_) | TokenKind::Symbol(_) | TokenKind::End => Style::new(),
            };
            styled.push((Style::new().dimmed(), text[at..token.span.start].to_owned()));
            styled.push((style, text[token.span.start..token.span.end].to_owned()));
            at = token.span.end;
        }
        styled.push((Style::new(), text[at..].to_owned()));
        styled
    }
}
