//! What statements do to columns (`Operation`, `Constants`, `Sets`, `Maps`, `Lists`, `UserTypes`).

use cqlite_runtime::marshal::MarshalType;
use cqlite_schema::Cells;
use cqlite_types::value::{Given, ToCql};
use cqlite_types::{counter, field_path};

use crate::staged::Clears;
use crate::statement::Statement;
use crate::table::Place;
use crate::UpdateError;

type Result<T = ()> = std::result::Result<T, UpdateError>;

/// What elements of a collection are for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Elements {
    Added,
    Removed,
}

impl Statement {
    /// `column = value`: all of it. A collection's former elements are deleted.
    pub(crate) fn set_column<V: ToCql + ?Sized>(&mut self, name: &str, value: &V) -> Result {
        let place = self.go_to(name)?;
        if self.marshal(place).is_counter() {
            return self.refuse(place, "cannot be set, it is incremented");
        }
        self.take(place, value)?;
        match self.value.given() {
            Given::Unset => Ok(()),
            Given::Null if self.marshal(place).is_multi_cell() => self.begin(place, Clears::Before, true),
            Given::Null => self.single(place, None),
            Given::One(_) => {
                self.begin(place, Clears::Nothing, true)?;
                if let Given::One(bytes) = self.value.given() {
                    self.rows[usize::from(place.is_static)].cell(&[], Some(bytes));
                }
                Ok(())
            }
            Given::Many => {
                self.begin(place, Clears::Before, true)?;
                self.elements(place, Elements::Added)
            }
        }
    }

    /// `column = column + value` of a collection: elements are added, to a list behind the others.
    pub(crate) fn add_elements<V: ToCql + ?Sized>(&mut self, name: &str, value: &V) -> Result {
        let place = self.go_to(name)?;
        if !self.marshal(place).is_multi_cell() || !self.marshal(place).is_collection() {
            return self.refuse(place, "has no cells for elements that could be added");
        }
        self.take(place, value)?;
        if matches!(self.value.given(), Given::Many) {
            self.begin(place, Clears::Nothing, false)?;
            self.elements(place, Elements::Added)?;
        }
        Ok(())
    }

    /// `column = value + column` of a list.
    pub(crate) fn prepend_elements<V: ToCql + ?Sized>(&mut self, name: &str, value: &V) -> Result {
        let place = self.go_to(name)?;
        if !matches!(self.marshal(place), MarshalType::List { multi_cell: true, .. }) {
            return self.refuse(place, "is no list of several cells");
        }
        self.take(place, value)?;
        if matches!(self.value.given(), Given::Many) {
            self.begin(place, Clears::Nothing, false)?;
            let Statement { value, paths, rows, micros, .. } = self;
            let parts = value.parts();
            for (part, path) in parts.clone().zip(paths.prepend(parts.len(), *micros)) {
                rows[usize::from(place.is_static)].cell(&path, Some(part.unwrap_or_default()));
            }
        }
        Ok(())
    }

    /// `column = column - value`: elements of a set, or keys of a map, given as a set.
    pub(crate) fn remove_elements<V: ToCql + ?Sized>(&mut self, name: &str, value: &V) -> Result {
        let place = self.go_to(name)?;
        let keys = match self.marshal(place) {
            MarshalType::Set { multi_cell: true, .. } => None,
            MarshalType::Map { key, multi_cell: true, .. } => {
                Some(MarshalType::Set { element: key.clone(), multi_cell: true })
            }
            MarshalType::List { .. } => {
                return self.refuse(place, "is a list, whose elements are found by reading only")
            }
            _ => return self.refuse(place, "has no cells for elements that could be removed"),
        };
        match keys {
            None => self.take(place, value)?,
            Some(ty) => {
                let taken = self.value.take(&ty, value);
                taken.map_err(|error| UpdateError::Value { column: self.name(place), error })?;
            }
        }
        if matches!(self.value.given(), Given::Many) {
            self.begin(place, Clears::Nothing, false)?;
            self.elements(place, Elements::Removed)?;
        }
        Ok(())
    }

    /// `column[key] = value` of a map.
    pub(crate) fn put_entry<K: ToCql + ?Sized, V: ToCql + ?Sized>(&mut self, name: &str, key: &K, value: &V) -> Result {
        let place = self.go_to(name)?;
        let ty = match self.marshal(place) {
            MarshalType::Map { value, multi_cell: true, .. } => (**value).clone(),
            MarshalType::List { .. } => {
                return self.refuse(place, "is a list, whose elements are found by reading only")
            }
            _ => return self.refuse(place, "is no map of several cells"),
        };
        let path = self.path(place, key)?;
        self.part(place, &path, &ty, value)
    }

    /// `column.field = value` of a user type.
    pub(crate) fn set_field<V: ToCql + ?Sized>(&mut self, name: &str, field: &str, value: &V) -> Result {
        let place = self.go_to(name)?;
        let (path, ty) = self.field(place, field)?;
        self.part(place, &path, &ty, value)
    }

    /// `column = column + count` of a counter.
    pub(crate) fn add_count(&mut self, name: &str, count: i64) -> Result {
        let place = self.go_to(name)?;
        if !self.marshal(place).is_counter() {
            return self.refuse(place, "is no counter");
        }
        self.single(place, Some(&counter::update(count)))
    }

    /// `DELETE column`.
    pub(crate) fn delete_column(&mut self, name: &str) -> Result {
        let place = self.go_to(name)?;
        match self.marshal(place).is_multi_cell() {
            true => self.begin(place, Clears::All, true),
            false => self.single(place, None),
        }
    }

    /// `DELETE column[key]` of a set or a map.
    pub(crate) fn delete_element<K: ToCql + ?Sized>(&mut self, name: &str, key: &K) -> Result {
        let place = self.go_to(name)?;
        match self.marshal(place) {
            MarshalType::Set { multi_cell: true, .. } | MarshalType::Map { multi_cell: true, .. } => {}
            MarshalType::List { .. } => {
                return self.refuse(place, "is a list, whose elements are found by reading only")
            }
            _ => return self.refuse(place, "has no cells for elements that could be removed"),
        }
        let path = self.path(place, key)?;
        self.element(place, &path, None)
    }

    /// `DELETE column.field` of a user type.
    pub(crate) fn delete_field(&mut self, name: &str, field: &str) -> Result {
        let place = self.go_to(name)?;
        let (path, _) = self.field(place, field)?;
        self.element(place, &path, None)
    }

    /// The column of a name.
    fn go_to(&mut self, name: &str) -> Result<Place> {
        let place = self.table.place(name, self.last);
        let place = place.ok_or_else(|| UpdateError::Column { name: name.to_owned() })?;
        self.last = Some(place);
        self.rows[usize::from(place.is_static)].named += 1;
        Ok(place)
    }

    fn marshal(&self, place: Place) -> &MarshalType {
        &self.table.column(place).ty.marshal
    }

    fn name(&self, place: Place) -> String {
        self.table.column(place).name.clone()
    }

    fn refuse<T>(&self, place: Place, what: &'static str) -> Result<T> {
        Err(UpdateError::Operation { column: self.name(place), ty: self.marshal(place).cql_name(), what })
    }

    fn take<V: ToCql + ?Sized>(&mut self, place: Place, value: &V) -> Result {
        let column = self.table.column(place);
        let taken = self.value.take(&column.ty.marshal, value);
        taken.map_err(|error| UpdateError::Value { column: column.name.clone(), error })
    }

    fn begin(&mut self, place: Place, clears: Clears, is_all: bool) -> Result {
        match self.rows[usize::from(place.is_static)].column(place.index, clears, is_all) {
            true => Ok(()),
            false => Err(UpdateError::Twice { column: self.name(place) }),
        }
    }

    /// The only cell of a column.
    fn single(&mut self, place: Place, value: Option<&[u8]>) -> Result {
        self.begin(place, Clears::Nothing, true)?;
        self.rows[usize::from(place.is_static)].cell(&[], value);
        Ok(())
    }

    /// One cell of several.
    fn element(&mut self, place: Place, path: &[u8], value: Option<&[u8]>) -> Result {
        self.begin(place, Clears::Nothing, false)?;
        self.rows[usize::from(place.is_static)].cell(path, value);
        Ok(())
    }

    /// The cell at a path: null deletes it.
    fn part<V: ToCql + ?Sized>(&mut self, place: Place, path: &[u8], ty: &MarshalType, value: &V) -> Result {
        let taken = self.value.take(ty, value);
        taken.map_err(|error| UpdateError::Value { column: self.name(place), error })?;
        match self.value.given() {
            Given::Unset => Ok(()),
            Given::Many => Err(UpdateError::NoElement { column: self.name(place) }),
            Given::Null => self.element(place, path, None),
            Given::One(bytes) => {
                let bytes = bytes.to_vec();
                self.element(place, path, Some(&bytes))
            }
        }
    }

    /// The path of an element of a set, or an entry of a map.
    fn path<K: ToCql + ?Sized>(&mut self, place: Place, key: &K) -> Result<Vec<u8>> {
        let column = self.table.column(place);
        let Some(ty) = Cells::of(&column.ty.marshal).path_type() else { return Ok(Vec::new()) };
        let taken = self.value.take(ty, key);
        taken.map_err(|error| UpdateError::Value { column: column.name.clone(), error })?;
        match self.value.given() {
            Given::One(bytes) => Ok(bytes.to_vec()),
            _ => Err(UpdateError::NoElement { column: column.name.clone() }),
        }
    }

    /// The path and the type of a field.
    fn field(&self, place: Place, field: &str) -> Result<([u8; 2], MarshalType)> {
        let column = self.table.column(place);
        let MarshalType::User(user) = &column.ty.marshal else {
            return self.refuse(place, "is no user type");
        };
        if !user.multi_cell {
            return self.refuse(place, "has no cells for fields");
        }
        let found = user.fields.iter().enumerate().find(|(_, own)| own.name == field);
        let found = found.and_then(|(index, own)| Some((field_path(index)?, own.ty.clone())));
        found.ok_or_else(|| UpdateError::Field { column: column.name.clone(), field: field.to_owned() })
    }

    /// The cells of the elements, entries or fields that were taken.
    fn elements(&mut self, place: Place, what: Elements) -> Result {
        let Statement { table, value, paths, rows, micros, .. } = self;
        let row = &mut rows[usize::from(place.is_static)];
        let parts = value.parts();
        match table.cells(place) {
            Cells::Simple => {}
            _ if what == Elements::Removed => parts.flatten().for_each(|path| row.cell(path, None)),
            Cells::Fields(_) => {
                for (index, part) in parts.enumerate() {
                    if let (Some(path), Some(bytes)) = (field_path(index), part) {
                        row.cell(&path, Some(bytes));
                    }
                }
            }
            cells @ Cells::Collection { .. } => match &table.column(place).ty.marshal {
                MarshalType::List { .. } => {
                    parts.for_each(|part| row.cell(&paths.append(*micros), Some(part.unwrap_or_default())));
                }
                _ if cells.have_no_values() => parts.flatten().for_each(|path| row.cell(path, Some(&[]))),
                _ => {
                    let mut parts = parts;
                    while let (Some(Some(key)), Some(value)) = (parts.next(), parts.next()) {
                        row.cell(key, Some(value.unwrap_or_default()));
                    }
                }
            },
        }
        Ok(())
    }
}
