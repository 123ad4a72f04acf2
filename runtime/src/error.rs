//! Why bytes could not be read as their specification says, and where.

use std::fmt;

use crate::site::Site;
use crate::table::Int;

/// The result of reading.
pub type Result<T> = std::result::Result<T, ReadError>;

/// What is wrong with the bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadErrorKind {
    /// The stream ends before the field does.
    UnexpectedEnd {
        /// Bytes the field needs.
        needed: u64,
        /// Bytes that are left.
        available: u64,
    },
    /// A number that stands for none of the values of its enumeration.
    UnknownValue {
        /// The number found.
        found: i64,
        /// The enumeration.
        expected: &'static str,
    },
    /// A value that the specification's `valid` excludes.
    Invalid {
        /// The value found, as text.
        found: String,
        /// The condition that it fails.
        expected: &'static str,
    },
    /// The stored checksum is not that of the bytes.
    Checksum {
        /// The checksum in the file.
        stored: u64,
        /// The checksum of the bytes read.
        computed: u64,
        /// How it is stored.
        layout: Int,
    },
    /// A sized stream goes on after its last field.
    Trailing {
        /// Bytes left over.
        count: u64,
    },
    /// A length or position is negative or outside its stream.
    OutOfRange {
        /// The value found.
        found: i64,
        /// The largest value possible.
        limit: u64,
    },
    /// Arithmetic on values of the file leaves 64 bits, or divides by what is not above 0.
    Overflow,
    /// A field that an expression needs is absent.
    Absent {
        /// The field that is needed.
        field: &'static str,
    },
    /// The component needs something from outside that the caller did not give.
    Context {
        /// What is needed.
        needed: &'static str,
    },
    /// Text that is not in its encoding.
    Text,
    /// Nested deeper than any real file.
    TooDeep,
    /// A type string that names no type.
    TypeString {
        /// The type string.
        found: String,
        /// What the parser says.
        what: String,
    },
}

/// A step of a field path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Id of the field.
    pub field: &'static str,
    /// Index, if the field repeats.
    pub index: Option<u64>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Inner {
    kind: ReadErrorKind,
    offset: u64,
    site: &'static Site,
    /// Innermost first.
    path: Vec<Step>,
    /// The list that the path begins with, if the error is of an element that one beside it asked for.
    list: Option<&'static Site>,
}

/// Bytes that are not what the specification says: kind, offset in the component, and field path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError(Box<Inner>);

impl ReadError {
    /// An error at `site`, `offset` bytes into the component.
    #[cold]
    #[inline(never)]
    pub fn new(kind: ReadErrorKind, offset: u64, site: &'static Site) -> Self {
        let path = if site.is_whole() { Vec::new() } else { vec![Step { field: site.field, index: None }] };
        ReadError(Box::new(Inner { kind, offset, site, path, list: None }))
    }

    /// The error that a value of the type at `site` cannot be computed.
    #[cold]
    #[inline(never)]
    pub fn of_value(value: &'static str, offset: u64, site: &'static Site) -> Self {
        let path = vec![Step { field: value, index: None }];
        ReadError(Box::new(Inner { kind: ReadErrorKind::Overflow, offset, site, path, list: None }))
    }

    /// The stream ends before the field at `site` does.
    #[cold]
    #[inline(never)]
    pub fn unexpected_end(needed: u64, available: u64, offset: u64, site: &'static Site) -> Self {
        Self::new(ReadErrorKind::UnexpectedEnd { needed, available }, offset, site)
    }

    /// Checks what the specification demands of the value of a field that begins at `offset`.
    ///
    /// # Errors
    /// `Invalid` if it is not met.
    #[inline(always)]
    pub fn demand(
        is_met: bool,
        found: &dyn fmt::Debug,
        expected: &'static str,
        offset: u64,
        site: &'static Site,
    ) -> Result<()> {
        if is_met {
            Ok(())
        } else {
            Err(Self::invalid(found, expected, offset, site))
        }
    }

    #[cold]
    #[inline(never)]
    fn invalid(found: &dyn fmt::Debug, expected: &'static str, offset: u64, site: &'static Site) -> Self {
        Self::new(ReadErrorKind::Invalid { found: format!("{found:?}"), expected }, offset, site)
    }

    /// What is wrong.
    pub fn kind(&self) -> &ReadErrorKind {
        &self.0.kind
    }

    /// Bytes from the start of the component (of the uncompressed stream in Data.db).
    pub fn offset(&self) -> u64 {
        self.0.offset
    }

    /// The field that could not be read.
    pub fn site(&self) -> &'static Site {
        self.0.site
    }

    /// The field path, outermost first, e.g. `toc[2].body.min_ttl`; empty if it concerns no field of the outermost type.
    pub fn path(&self) -> String {
        let mut out = String::new();
        for step in self.0.path.iter().rev() {
            if !out.is_empty() {
                out.push('.');
            }
            out.push_str(step.field);
            if let Some(i) = step.index {
                out.push_str(&format!("[{i}]"));
            }
        }
        out
    }

    /// Whether more bytes might mend it.
    pub fn is_unexpected_end(&self) -> bool {
        matches!(self.0.kind, ReadErrorKind::UnexpectedEnd { .. })
    }

    /// The same error, in element `index` of a repeated field.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn at_index(mut self, site: &'static Site, index: i64) -> Self {
        if self.is_of_another(site) {
            return self;
        }
        match self.0.path.last_mut() {
            Some(last) if last.field == site.field && last.index.is_none() => last.index = u64::try_from(index).ok(),
            _ => self.0.path.push(Step { field: site.field, index: u64::try_from(index).ok() }),
        }
        self
    }

    /// The same error, in an element of a list that was asked for by its number: by its owner, or by an element of one of the owner's lists.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn of_element(self, site: &'static Site, index: i64) -> Self {
        let mut out = self.at_index(site, index);
        out.0.list = Some(site);
        out
    }

    /// Whether the path names a field of the type whose field `site` is, so that this one only asked for it.
    fn is_of_another(&mut self, site: &'static Site) -> bool {
        // A step out of a list is told twice: within the field, and in which element.
        self.0.list = self.0.list.filter(|list| (list.owner, list.file) == (site.owner, site.file));
        self.0.list.is_some()
    }

    /// The same error seen from the field that contains it.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn within(mut self, site: &'static Site, index: Option<u64>) -> Self {
        if self.is_of_another(site) {
            return self;
        }
        self.0.path.push(Step { field: site.field, index });
        self
    }
}

/// Where a failure is, told by each type that it passes on its way out.
pub trait Located: Sized {
    /// Within a field.
    #[must_use]
    fn within(self, site: &'static Site) -> Self;
    /// In element `index` of a repeated field.
    #[must_use]
    fn at_index(self, site: &'static Site, index: i64) -> Self;
}

impl<T> Located for Result<T> {
    #[inline(always)]
    fn within(self, site: &'static Site) -> Self {
        match self {
            Ok(value) => Ok(value),
            Err(e) => Err(e.within(site, None)),
        }
    }

    #[inline(always)]
    fn at_index(self, site: &'static Site, index: i64) -> Self {
        match self {
            Ok(value) => Ok(value),
            Err(e) => Err(e.at_index(site, index)),
        }
    }
}

impl fmt::Display for ReadErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnexpectedEnd { needed, available } => write!(f, "expected {needed} bytes, found {available}"),
            Self::UnknownValue { found, expected } => write!(f, "expected a {expected}, found {found}"),
            Self::Invalid { found, expected } => write!(f, "expected {expected}, found {found}"),
            Self::Checksum { stored, computed, .. } => {
                write!(f, "stored checksum {stored:#010x} is not that of the bytes, {computed:#010x}")
            }
            Self::Trailing { count } => write!(f, "expected the end, found {count} more bytes"),
            Self::OutOfRange { found, limit } => write!(f, "expected 0 to {limit}, found {found}"),
            Self::Overflow => write!(f, "expected numbers within 64 bits"),
            Self::Absent { field } => write!(f, "expected the field {field}, which is absent"),
            Self::Context { needed } => write!(f, "cannot be read without {needed}"),
            Self::Text => write!(f, "expected text in the field's encoding"),
            Self::TooDeep => write!(f, "nested too deep"),
            Self::TypeString { found, what } => write!(f, "expected the name of a type, found {found:?}: {what}"),
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path() {
            path if path.is_empty() => write!(f, "at offset {}, {}: {}", self.0.offset, self.0.site.owner, self.0.kind),
            path => write!(f, "at offset {}, field {path}: {}", self.0.offset, self.0.kind),
        }
    }
}

impl std::error::Error for ReadError {}

/// Why a model cannot be written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum WriteErrorKind {
    /// The version needs a value that the model does not have.
    Missing,
    /// The model has a value that the version, or another field, does not allow.
    Unexpected,
    /// The version does not have the field, and what the model says by it cannot be left out.
    Lost,
    /// A number does not fit its field.
    OutOfRange {
        /// The number.
        found: i128,
    },
    /// Bytes that are to stand at a position, and would be written at another.
    Position {
        /// Where they would be.
        found: u64,
        /// Where `pos` has them.
        expected: i64,
    },
    /// A value that the specification's `valid` excludes.
    Invalid {
        /// The condition that it fails.
        expected: &'static str,
    },
    /// A list, or bytes, of another length than the field has.
    Length {
        /// Elements, or bytes.
        found: u64,
        /// What the specification computes for them.
        expected: i64,
    },
    /// A value that was pushed where it has no place.
    Misplaced {
        /// The type that is open.
        open: &'static str,
    },
    /// An expression of the specification has no value for this model.
    Expression {
        /// What the expression met.
        what: &'static str,
    },
}

/// A model that cannot be written as its specification says. A pointer, so that what goes well costs no more than that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriteError(Box<(WriteErrorKind, &'static Site)>);

impl WriteError {
    /// An error at `site`.
    #[cold]
    #[inline(never)]
    pub fn new(kind: WriteErrorKind, site: &'static Site) -> Self {
        WriteError(Box::new((kind, site)))
    }

    /// The error that what a component needs from outside is not all there.
    #[cold]
    pub fn context(e: &ReadError) -> Self {
        WriteError::new(
            WriteErrorKind::Expression { what: "cannot be written without what it needs from outside" },
            e.site(),
        )
    }

    /// What is wrong.
    pub fn kind(&self) -> &WriteErrorKind {
        &self.0 .0
    }

    /// The field that cannot be written.
    pub fn site(&self) -> &'static Site {
        self.0 .1
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let site = self.site();
        if site.is_whole() {
            write!(f, "{}: ", site.owner)?;
        } else {
            write!(f, "field {} of {}: ", site.field, site.owner)?;
        }
        match self.kind() {
            WriteErrorKind::Missing => write!(f, "the value is missing"),
            WriteErrorKind::Unexpected => write!(f, "a value is given where none can be written"),
            WriteErrorKind::Lost => write!(f, "the version has no place for the value"),
            WriteErrorKind::OutOfRange { found } => write!(f, "{found} does not fit"),
            WriteErrorKind::Position { found, expected } => {
                write!(f, "it would be written at {found}, and its pos is {expected}")
            }
            WriteErrorKind::Invalid { expected } => write!(f, "expected {expected}"),
            WriteErrorKind::Length { found, expected } => write!(f, "length {found} where {expected} is needed"),
            WriteErrorKind::Misplaced { open } => write!(f, "it has no place here in {open}"),
            WriteErrorKind::Expression { what } => write!(f, "{what}"),
        }
    }
}

impl std::error::Error for WriteError {}
