use std::ops::Range;

use cqlite_runtime::marshal::{MarshalType, UserType};

use super::{Raw, ToCql, ToCqlError};
use crate::compare;

type Result<T = ()> = std::result::Result<T, ToCqlError>;

/// Takes the value of a column from a [`ToCql`], in memory that is used again for the next one.
#[derive(Debug, Default)]
pub struct ValueWriter {
    bytes: Vec<u8>,
    /// Of a value of several cells each part: an element, a field, or keys and values in turns. None is null.
    parts: Vec<Option<Range<usize>>>,
    given: Kind,
}

/// What was given for a column.
#[derive(Debug, Clone, Copy)]
pub enum Given<'w> {
    /// Nothing: the column stays as it is.
    Unset,
    /// Null.
    Null,
    /// One string of bytes.
    One(&'w [u8]),
    /// The parts of a value of several cells, told by the [`ValueWriter`].
    Many,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Kind {
    #[default]
    Unset,
    Null,
    One,
    Many,
}

impl ValueWriter {
    /// Takes the value of a column of a type.
    ///
    /// # Errors
    /// It is none.
    pub fn take<V: ToCql + ?Sized>(&mut self, ty: &MarshalType, value: &V) -> Result {
        self.bytes.clear();
        self.parts.clear();
        self.given = Kind::Unset;
        value.to_cql(ty, self)
    }

    /// What was taken last.
    #[must_use]
    pub fn given(&self) -> Given<'_> {
        match self.given {
            Kind::Unset => Given::Unset,
            Kind::Null => Given::Null,
            Kind::One => Given::One(&self.bytes),
            Kind::Many => Given::Many,
        }
    }

    /// The parts of what was taken last, if it has several cells.
    pub fn parts(&self) -> impl ExactSizeIterator<Item = Option<&[u8]>> + Clone {
        self.parts.iter().map(|part| part.clone().map(|range| &self.bytes[range]))
    }

    /// Null.
    pub fn null(&mut self) {
        self.given = Kind::Null;
    }

    /// Nothing: the column stays as it is.
    pub fn unset(&mut self) {
        self.given = Kind::Unset;
    }

    /// The bytes of a value, as it is stored where it is one string of them.
    ///
    /// # Errors
    /// They are none of the type.
    pub fn value(&mut self, ty: &MarshalType, bytes: &[u8]) -> Result {
        Raw(bytes).to_cql(ty, self)
    }

    /// The bytes of a value that is known to be one of its type, which has one cell.
    #[inline]
    pub(super) fn put(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.given = Kind::One;
    }

    /// A list, a set, which is put into its order, or a vector.
    ///
    /// # Errors
    /// The type is none of them, or an element is no value of its type.
    pub fn elements<V: ToCql>(&mut self, ty: &MarshalType, values: impl IntoIterator<Item = V>) -> Result {
        let (MarshalType::List { element, .. }
        | MarshalType::Set { element, .. }
        | MarshalType::Vector { element, .. }) = ty.unreversed()
        else {
            return Err(ToCqlError::given("sequence", ty));
        };
        let (first, start) = (self.parts.len(), self.bytes.len());
        for value in values {
            self.part(ty, element, &value, false)?;
        }
        match ty.unreversed() {
            MarshalType::Set { .. } => self.order::<1>(first, element),
            MarshalType::Vector { dimension, .. } if self.parts.len() - first != *dimension as usize => {
                return Err(ToCqlError::Parts { found: self.parts.len() - first, cql: ty.unreversed().cql_name() });
            }
            _ => {}
        }
        self.pack(ty, first, start)
    }

    /// A map, which is put into its order; of entries with the same key the last one counts.
    ///
    /// # Errors
    /// The type is no map, or a key or value is none of its type.
    pub fn entries<K: ToCql, V: ToCql>(
        &mut self,
        ty: &MarshalType,
        entries: impl IntoIterator<Item = (K, V)>,
    ) -> Result {
        let MarshalType::Map { key, value, .. } = ty.unreversed() else {
            return Err(ToCqlError::given("map", ty));
        };
        let (first, start) = (self.parts.len(), self.bytes.len());
        for (k, v) in entries {
            self.part(ty, key, &k, false)?;
            self.part(ty, value, &v, false)?;
        }
        self.order::<2>(first, key);
        self.pack(ty, first, start)
    }

    /// A tuple, or a user type whose fields come in their order; those missing at the end are null.
    ///
    /// # Errors
    /// The type is neither, has fewer fields, or one is no value of its type.
    pub fn fields<'v>(&mut self, ty: &MarshalType, values: impl IntoIterator<Item = &'v dyn ToCql>) -> Result {
        let types: Vec<&MarshalType> = match ty.unreversed() {
            MarshalType::Tuple(types) => types.iter().collect(),
            MarshalType::User(user) => user.fields.iter().map(|field| &field.ty).collect(),
            _ => return Err(ToCqlError::given("tuple", ty)),
        };
        let (first, start) = (self.parts.len(), self.bytes.len());
        for value in values {
            let found = self.parts.len() - first;
            let Some(field) = types.get(found) else {
                return Err(ToCqlError::Parts { found: found + 1, cql: ty.unreversed().cql_name() });
            };
            self.part(ty, field, value, true)?;
        }
        self.parts.resize(first + types.len(), None);
        self.pack(ty, first, start)
    }

    /// A user type by the names of its fields; others are null.
    ///
    /// # Errors
    /// It is none, has no such field, or one is no value of its type.
    pub fn named<'v>(
        &mut self,
        ty: &MarshalType,
        values: impl IntoIterator<Item = (&'v str, &'v dyn ToCql)>,
    ) -> Result {
        let MarshalType::User(user) = ty.unreversed() else {
            return Err(ToCqlError::given("tuple of named fields", ty));
        };
        let mut given: Vec<&dyn ToCql> = vec![&None::<i32>; user.fields.len()];
        let mut is_given = vec![false; user.fields.len()];
        for (name, value) in values {
            let index = index_of(user, name).filter(|index| !std::mem::replace(&mut is_given[*index], true));
            let index = index.ok_or_else(|| ToCqlError::Field { name: name.to_owned(), cql: ty.cql_name() })?;
            given[index] = value;
        }
        self.fields(ty, given)
    }

    /// A part of a value of type `around`.
    fn part<V: ToCql + ?Sized>(
        &mut self,
        around: &MarshalType,
        ty: &MarshalType,
        value: &V,
        may_be_null: bool,
    ) -> Result {
        let start = self.bytes.len();
        value.to_cql(ty, self)?;
        match self.given {
            Kind::One => self.parts.push(Some(start..self.bytes.len())),
            _ if may_be_null => self.parts.push(None),
            _ => return Err(ToCqlError::NoElement { within: around.unreversed().cql_name() }),
        }
        Ok(())
    }

    /// Puts parts, by `N` that belong together, into the order of the first of them. Of equal ones the first stays, with what came with the
    /// last (`TreeSet`, `TreeMap`).
    fn order<const N: usize>(&mut self, first: usize, ty: &MarshalType) {
        let bytes = &self.bytes;
        let key =
            |group: &[Option<Range<usize>>]| group.first().cloned().flatten().map_or(&[][..], |range| &bytes[range]);
        let groups = self.parts[first..].chunks_exact(N);
        if groups.clone().zip(groups.clone().skip(1)).all(|(a, b)| compare(ty, key(a), key(b)).is_lt()) {
            return;
        }
        let mut groups: Vec<Vec<Option<Range<usize>>>> = groups.map(<[_]>::to_vec).collect();
        groups.sort_by(|a, b| compare(ty, key(a), key(b)));
        groups.dedup_by(|later, kept| {
            let is_same = compare(ty, key(later), key(kept)).is_eq();
            if is_same {
                kept[1..].clone_from_slice(&later[1..]);
            }
            is_same
        });
        self.parts.truncate(first);
        self.parts.extend(groups.into_iter().flatten());
    }

    /// What follows from `first` and `start` becomes one string of bytes, unless the type has several cells.
    fn pack(&mut self, ty: &MarshalType, first: usize, start: usize) -> Result {
        if ty.is_multi_cell() && first == 0 {
            self.given = Kind::Many;
            return Ok(());
        }
        let parts = self.parts[first..].iter().map(|part| part.clone().map(|range| &self.bytes[range]));
        let packed = crate::packed(ty, parts)?;
        self.parts.truncate(first);
        self.bytes.truncate(start);
        self.put(&packed);
        Ok(())
    }
}

fn index_of(user: &UserType, name: &str) -> Option<usize> {
    user.fields.iter().position(|field| field.name == name)
}
