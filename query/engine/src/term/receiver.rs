//! What a value is for.

use cqlite_runtime::marshal::MarshalType;

/// What a value is for: a name, which errors tell, and a type (`ColumnSpecification`).
#[derive(Debug, Clone, PartialEq)]
pub struct Receiver {
    /// The name.
    pub name: String,
    /// The type, not reversed.
    pub ty: MarshalType,
    /// Whether it is that of a column in descending order, which is another one to Cassandra here and there.
    pub is_reversed: bool,
}

impl Receiver {
    /// A name and a type, of which the order is left out.
    pub fn new(name: impl Into<String>, ty: &MarshalType) -> Receiver {
        Receiver { name: name.into(), ty: ty.unreversed().clone(), is_reversed: ty.is_reversed() }
    }

    /// What a marker stands for that has all the values of IN.
    #[must_use]
    pub fn in_values(&self) -> Receiver {
        let ty = MarshalType::List { element: Box::new(self.ty.clone()), multi_cell: false };
        Receiver { name: format!("in({})", self.name), ty, is_reversed: false }
    }

    /// An element of a list, set or vector, or the value of an entry of a map.
    pub(crate) fn value(&self, ty: &MarshalType) -> Receiver {
        Receiver::new(format!("value({})", self.name), ty)
    }

    /// The key of an entry of a map.
    pub(crate) fn key(&self, ty: &MarshalType) -> Receiver {
        Receiver::new(format!("key({})", self.name), ty)
    }

    /// A component of a tuple.
    pub(crate) fn component(&self, at: usize, ty: &MarshalType) -> Receiver {
        Receiver::new(format!("{}[{at}]", self.name), ty)
    }

    /// A field of a user-defined type.
    pub(crate) fn field(&self, name: &str, ty: &MarshalType) -> Receiver {
        Receiver::new(format!("{}.{name}", self.name), ty)
    }
}
