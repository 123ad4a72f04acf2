//! Answers as text.
//!
//! [`Answer`] writes columns and rows, whose values are serialized, in one of the formats of [`Format`]. Rows are written as they come:
//! a table is laid out page by page, everything else row by row, so memory does not grow with the answer.
//!
//! | format | is |
//! |---|---|
//! | [`Format::Table`], [`Format::Expanded`] | what cqlsh prints, without and with `EXPAND ON` |
//! | [`Format::Csv`] | RFC 4180, values as cqlsh's `COPY TO` writes them |
//! | [`Format::Tsv`] | the same with tabs; tabs, ends of lines and backslashes in values are `\t`, `\n`, `\r` and `\\` |
//! | [`Format::Json`], [`Format::Jsonl`] | objects, values as Cassandra's `SELECT JSON` has them |
//! | [`Format::Cql`] | `INSERT` statements, of counters `UPDATE` statements, that write the rows again |
//!
//! What cqlsh prints is what `cqlshlib` of cqlsh 6.2 does (`formatting.py`, `cqlshmain.py`, `copyutil.py`), and the tests compare with its
//! recorded answers. It is followed in its oddities too: an entry of a map or set stands where Python orders it (a `uuid` by its bytes,
//! an `inet` by its text), a null in a tuple is `None`, an empty frozen collection counts for no width. It is left only where it fails:
//! nulls that its formatters cannot print are `None` as well (COPY writes a null boolean of a tuple as `False`), values that Python cannot
//! order keep their order, and fields of a user type keep names that are none in Python (`field_0_` there).
//!
//! ```
//! use cqlite_text::{Answer, Column, Format, Options};
//! use cqlite_runtime::marshal::NativeType;
//! let mut answer = Answer::new(Format::Jsonl, Options::default(), Vec::new());
//! answer.columns(&[Column { name: "n".to_owned(), ty: NativeType::Int32.into() }])?;
//! answer.row(&[Some(vec![0, 0, 0, 7])])?;
//! let (out, rows) = answer.finish()?;
//! assert_eq!((out.as_slice(), rows), (b"{\"n\": 7}\n".as_slice(), 1));
//! # Ok::<(), cqlite_text::TextError>(())
//! ```

mod answer;
mod color;
mod column;
mod cql;
mod dialect;
mod error;
mod format;
mod json;
mod layout;
mod options;
mod separated;
mod value;
mod width;

pub use answer::Answer;
pub use column::Column;
pub use dialect::Dialect;
pub use error::TextError;
pub use format::Format;
pub use options::Options;
pub use value::{Style, TimeFormat};

type Result<T> = std::result::Result<T, TextError>;
