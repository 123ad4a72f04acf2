//! The Cassandra Query Language: from a text to a syntax tree, as Cassandra 5.0.8 and 6.0 read it.
//!
//! [`parse`] reads one statement, [`statements`] those of a file one by one. Every node knows its place in the text ([`Span`]).
//! Nothing is looked up: whether a table, column or function exists is for those above to say.
//!
//! The grammar is that of Cassandra's `Parser.g` and `Lexer.g` (their rules stand as comments in `Cql_Parser.java`), those of
//! 6.0 included where they only add. Texts are read in linear time; what is nested deeper than [`MAX_DEPTH`] is refused.
//!
//! ```
//! use cqlite_cql::{parse, ast::Statement};
//! let Statement::Select(select) = parse("SELECT name FROM ks.users WHERE id = 1 LIMIT 10")? else { unreachable!() };
//! assert_eq!(select.from.to_string(), "ks.users");
//! assert_eq!(parse("SELECT name FORM users").unwrap_err().column(), 12);
//! # Ok::<(), cqlite_cql::SyntaxError>(())
//! ```

pub mod ast;
mod error;
mod keyword;
mod lexer;
mod parser;
mod span;
mod token;

pub use error::{Result, SyntaxError};
pub use keyword::{needs_quotes, quoted, Class, Keyword};
pub use lexer::tokens;
pub use parser::{parse, parse_expression, parse_type, statements, Statements, MAX_DEPTH};
pub use span::{position, Span};
pub use token::{Token, TokenKind};
