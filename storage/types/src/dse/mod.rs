//! The types that DataStax Enterprise has besides Cassandra's: points, lines and areas, and spans of dates.
//!
//! No source of DSE is public: what is here is what DataStax's driver reads and writes, by recordings of which it is checked
//! (`tests/recorded/dse.tsv`). DSE itself may print other texts.

mod date_range;
mod geometry;

use cqlite_runtime::marshal::MarshalType;

use crate::{Result, ValueError};

/// The package of Cassandra's types, where DSE has its own as well.
const PACKAGE: &str = "org.apache.cassandra.db.marshal.";

/// A type of DSE's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DseType {
    /// `PointType`.
    Point,
    /// `LineStringType`.
    LineString,
    /// `PolygonType`.
    Polygon,
    /// `DateRangeType`.
    DateRange,
}

impl DseType {
    /// The type that a class name stands for, with the package or without.
    #[must_use]
    pub fn from_class_name(class: &str) -> Option<Self> {
        Some(match class.strip_prefix(PACKAGE).unwrap_or(class) {
            "PointType" => DseType::Point,
            "LineStringType" => DseType::LineString,
            "PolygonType" => DseType::Polygon,
            "DateRangeType" => DseType::DateRange,
            _ => return None,
        })
    }

    /// Whether all classes in a type are Cassandra's or DSE's own.
    #[must_use]
    pub fn knows(ty: &MarshalType) -> bool {
        match ty {
            MarshalType::Custom(class) => Self::from_class_name(class).is_some(),
            other => other.sub_types().into_iter().all(Self::knows),
        }
    }

    /// Appends the text of a value: well-known text, or what a span of dates is written as in CQL.
    ///
    /// # Errors
    /// [`ValueError`] if the bytes are none that the type is known to have.
    pub fn write(self, bytes: &[u8], out: &mut Vec<u8>) -> Result<()> {
        match self {
            DseType::DateRange => date_range::write(bytes, out),
            shape => geometry::write(shape, bytes, out),
        }
    }

    /// Its name in messages.
    fn name(self) -> &'static str {
        match self {
            DseType::Point => "point",
            DseType::LineString => "line string",
            DseType::Polygon => "polygon",
            DseType::DateRange => "date range",
        }
    }
}

/// Checks a value of a class that is not Cassandra's own.
pub(crate) fn validate(class: &str, bytes: &[u8]) -> Result<()> {
    let ty = DseType::from_class_name(class).ok_or_else(|| unknown(class))?;
    // No bytes are null to these types, as they are to Cassandra's.
    if bytes.is_empty() {
        return Ok(());
    }
    // What is known of the type is less than what DSE knows.
    ty.write(bytes, &mut Vec::new()).map_err(|_| ValueError::Foreign { ty: ty.name() })
}

/// Appends the text of a value of a class that is not Cassandra's own; in hexadecimal digits where its bytes are none that the type is
/// known to have.
pub(crate) fn write(class: &str, bytes: &[u8], out: &mut Vec<u8>) -> Result<()> {
    let ty = DseType::from_class_name(class).ok_or_else(|| unknown(class))?;
    let start = out.len();
    if !bytes.is_empty() && ty.write(bytes, out).is_err() {
        out.truncate(start);
        out.extend_from_slice(b"0x");
        crate::hex::put(bytes, out);
    }
    Ok(())
}

fn unknown(class: &str) -> ValueError {
    ValueError::Custom { class: class.to_owned() }
}
