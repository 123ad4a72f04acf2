//! From the types that statements name to those of values.

use std::collections::BTreeMap;

use cqlite_cql::ast::{NativeType as Named, TypeName, TypeNameKind};
use cqlite_runtime::marshal::{class_names, MarshalType, NativeType, UserType};

use cqlite_schema::compatible::map_parts;

use super::refuse::{invalid, syntax};
use crate::Result;

/// The user types of a keyspace, by name.
pub(super) type UserTypes = BTreeMap<String, UserType>;

/// Whether a class of values that is not Cassandra's own is a type: files may name one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Foreign {
    Refused,
    Taken,
}

/// What `CQL3Type.Raw` checks when it is read: `frozen` around what has no parts, names that are no types'.
pub(super) fn check(ty: &TypeName, foreign: Foreign) -> Result<()> {
    let at = |error: crate::QueryError| error.at(ty.span);
    match &ty.kind {
        TypeNameKind::Frozen(of) => {
            check(of, foreign)?;
            if can_freeze(of) {
                return Ok(());
            }
            let text = frozen_text(of, false);
            syntax(format!("frozen<> is only allowed on collections, tuples, and user-defined types (got {text})"))
                .map_err(at)
        }
        TypeNameKind::List(of) | TypeNameKind::Set(of) => check(of, foreign),
        TypeNameKind::Map(keys, values) => check(keys, foreign).and_then(|()| check(values, foreign)),
        TypeNameKind::Tuple(fields) => fields.iter().try_for_each(|field| check(field, foreign)),
        TypeNameKind::Vector(of, dimension) => {
            check(of, foreign)?;
            match dimension {
                ..=0x7fff_ffff => Ok(()),
                _ => syntax(format!("vectors have at most 2147483647 elements, not {dimension}")).map_err(at),
            }
        }
        TypeNameKind::User(name) if RESERVED.contains(&name.name.text.as_str()) && !name.name.quoted => {
            syntax(format!("Invalid (reserved) user type name {}", name.name.text)).map_err(at)
        }
        TypeNameKind::Custom(class) => custom(class, foreign).map(drop).map_err(at),
        TypeNameKind::User(_) | TypeNameKind::Native(_) => Ok(()),
    }
}

/// `reservedTypeNames` of `Parser.g`
const RESERVED: [&str; 7] = ["byte", "complex", "enum", "date", "interval", "macaddr", "bitstring"];

/// `supportsFreezing`
fn can_freeze(ty: &TypeName) -> bool {
    !matches!(ty.kind, TypeNameKind::Native(_) | TypeNameKind::Custom(_))
}

pub(super) fn is_counter(ty: &TypeName) -> bool {
    ty.kind == TypeNameKind::Native(Named::Counter)
}

fn is_duration(ty: &TypeName) -> bool {
    ty.kind == TypeNameKind::Native(Named::Duration)
}

/// The type as messages print it, its user types with the keyspace that they are looked up in.
pub(super) fn qualified(ty: &TypeName, keyspace: &str) -> String {
    Text { keyspace: Some(keyspace) }.of(ty, false)
}

/// The type as messages print it (`CQL3Type.Raw.toString`): `frozen` goes into all that is within.
pub(super) fn frozen_text(ty: &TypeName, frozen: bool) -> String {
    Text { keyspace: None }.of(ty, frozen)
}

struct Text<'k> {
    keyspace: Option<&'k str>,
}

impl Text<'_> {
    fn of(&self, ty: &TypeName, frozen: bool) -> String {
        let wrap = |text: String| if frozen { format!("frozen<{text}>") } else { text };
        match &ty.kind {
            TypeNameKind::Native(Named::Varchar) => Named::Varchar.name().to_owned(),
            TypeNameKind::Native(native) => native.name().to_owned(),
            TypeNameKind::Frozen(of) => self.of(of, true),
            TypeNameKind::List(of) => wrap(format!("list<{}>", self.of(of, frozen))),
            TypeNameKind::Set(of) => wrap(format!("set<{}>", self.of(of, frozen))),
            TypeNameKind::Map(keys, values) => {
                wrap(format!("map<{}, {}>", self.of(keys, frozen), self.of(values, frozen)))
            }
            TypeNameKind::Tuple(fields) => {
                let fields: Vec<String> = fields.iter().map(|field| self.of(field, can_freeze(field))).collect();
                format!("tuple<{}>", fields.join(", "))
            }
            TypeNameKind::Vector(of, dimension) => format!("vector<{}, {dimension}>", self.of(of, false)),
            TypeNameKind::User(name) => wrap(match (&name.keyspace, self.keyspace) {
                (Some(keyspace), _) => format!("{}.{}", keyspace.text, name.name.text),
                (None, Some(keyspace)) => format!("{keyspace}.{}", name.name.text),
                (None, None) => name.name.text.clone(),
            }),
            TypeNameKind::Custom(class) => match custom(class, Foreign::Taken) {
                Ok(ty) => format!("'{ty}'"),
                Err(_) => format!("'{class}'"),
            },
        }
    }
}

/// The type of values that a statement of a keyspace names (`CQL3Type.Raw.prepare`).
pub(super) fn resolve(ty: &TypeName, keyspace: &str, types: &UserTypes, foreign: Foreign) -> Result<MarshalType> {
    check(ty, foreign)?;
    Resolver { keyspace, types, foreign }.of(ty, false).map_err(|error| error.at(ty.span))
}

struct Resolver<'t> {
    keyspace: &'t str,
    types: &'t UserTypes,
    foreign: Foreign,
}

impl Resolver<'_> {
    fn of(&self, ty: &TypeName, frozen: bool) -> Result<MarshalType> {
        match &ty.kind {
            TypeNameKind::Native(native) => Ok(MarshalType::Native(native_type(*native))),
            TypeNameKind::Custom(class) => custom(class, self.foreign),
            TypeNameKind::Frozen(of) => self.of(of, true),
            TypeNameKind::List(of) => {
                self.values(ty, of, frozen)?;
                Ok(MarshalType::List { element: self.boxed(of, frozen)?, multi_cell: !frozen })
            }
            TypeNameKind::Set(of) => {
                self.values(ty, of, frozen)?;
                if is_duration(of) {
                    return invalid(format!("Durations are not allowed inside sets: {}", self.text(ty, frozen)));
                }
                Ok(MarshalType::Set { element: self.boxed(of, frozen)?, multi_cell: !frozen })
            }
            TypeNameKind::Map(keys, values) => {
                self.values(ty, values, frozen)?;
                if is_counter(keys) {
                    return invalid(format!("Counters are not allowed inside collections: {}", self.text(ty, frozen)));
                }
                if is_duration(keys) {
                    return invalid(format!("Durations are not allowed as map keys: {}", self.text(ty, frozen)));
                }
                self.nested(ty, keys, frozen)?;
                let value = self.boxed(values, frozen)?;
                Ok(MarshalType::Map { key: self.boxed(keys, frozen)?, value, multi_cell: !frozen })
            }
            TypeNameKind::Tuple(fields) => {
                let field = |field: &TypeName| match is_counter(field) {
                    true => invalid("Counters are not allowed inside tuples"),
                    false => self.of(field, true).map(MarshalType::freeze),
                };
                fields.iter().map(field).collect::<Result<_>>().map(MarshalType::Tuple)
            }
            TypeNameKind::Vector(of, dimension) => {
                let element = self.of(of, false)?;
                match u32::try_from(*dimension).unwrap_or_default() {
                    0 => invalid(format!("vectors may only have positive dimensions; given {dimension}")),
                    dimension => Ok(MarshalType::Vector { element: Box::new(element), dimension }),
                }
            }
            TypeNameKind::User(name) => {
                if let Some(other) = name.keyspace.as_ref().filter(|other| other.text != self.keyspace) {
                    return invalid(format!(
                        "Statement on keyspace {} cannot refer to a user type in keyspace {}; user types can only be used in the keyspace they are defined in",
                        self.keyspace, other.text
                    ));
                }
                let Some(found) = self.types.get(&name.name.text) else {
                    // The type of the only column of a compact table that has none, as Cassandra writes it and does not read it again.
                    if self.foreign == Foreign::Taken && name.name.text == "empty" {
                        return Ok(MarshalType::Native(NativeType::Empty));
                    }
                    return invalid(format!("Unknown type {}.{}", self.keyspace, name.name.text));
                };
                let ty = MarshalType::User(Box::new(found.clone()));
                Ok(if frozen { ty.freeze() } else { ty })
            }
        }
    }

    fn boxed(&self, ty: &TypeName, frozen: bool) -> Result<Box<MarshalType>> {
        self.of(ty, frozen).map(Box::new)
    }

    fn text(&self, ty: &TypeName, frozen: bool) -> String {
        frozen_text(ty, frozen)
    }

    /// What a collection's values must not be.
    fn values(&self, ty: &TypeName, values: &TypeName, frozen: bool) -> Result<()> {
        self.nested(ty, values, frozen)?;
        // Super columns are maps, whose values may be counters: system_schema has them.
        if is_counter(values) && self.foreign == Foreign::Refused {
            return invalid(format!("Counters are not allowed inside collections: {}", self.text(ty, frozen)));
        }
        Ok(())
    }

    /// Parts of several cells are in no cell.
    fn nested(&self, ty: &TypeName, part: &TypeName, frozen: bool) -> Result<()> {
        let what = match part.kind {
            _ if frozen => return Ok(()),
            TypeNameKind::List(_) | TypeNameKind::Set(_) | TypeNameKind::Map(..) => "collections",
            TypeNameKind::User(_) => "UDTs",
            _ => return Ok(()),
        };
        invalid(format!("Non-frozen {what} are not allowed inside collections: {}", self.text(ty, frozen)))
    }
}

/// The type of a class.
fn custom(class: &str, foreign: Foreign) -> Result<MarshalType> {
    let parsed = MarshalType::parse(class);
    let name = class.split('(').next().unwrap_or_default();
    let full = match name.contains('.') {
        true => name.to_owned(),
        false => format!("org.apache.cassandra.db.marshal.{name}"),
    };
    match parsed {
        Ok(ty) if !matches!(ty, MarshalType::Custom(_)) || foreign == Foreign::Taken => Ok(ty),
        Err(error) if class_names().any(|known| known == full) => {
            syntax(format!("Error setting type {class}: {error}"))
        }
        _ => syntax(format!("Error setting type {class}: Unable to find abstract-type class '{full}'")),
    }
}

fn native_type(named: Named) -> NativeType {
    match named {
        Named::Ascii => NativeType::Ascii,
        Named::Bigint => NativeType::Long,
        Named::Blob => NativeType::Bytes,
        Named::Boolean => NativeType::Boolean,
        Named::Counter => NativeType::CounterColumn,
        Named::Date => NativeType::SimpleDate,
        Named::Decimal => NativeType::Decimal,
        Named::Double => NativeType::Double,
        Named::Duration => NativeType::Duration,
        Named::Float => NativeType::Float,
        Named::Inet => NativeType::InetAddress,
        Named::Int => NativeType::Int32,
        Named::Smallint => NativeType::Short,
        Named::Text | Named::Varchar => NativeType::Utf8,
        Named::Time => NativeType::Time,
        Named::Timestamp => NativeType::Timestamp,
        Named::Timeuuid => NativeType::TimeUuid,
        Named::Tinyint => NativeType::Byte,
        Named::Uuid => NativeType::Uuid,
        Named::Varint => NativeType::Integer,
    }
}

/// Whether values of a type have one of a user type's in them (`referencesUserType`).
pub(super) fn refers_to(ty: &MarshalType, name: &str) -> bool {
    matches!(ty, MarshalType::User(user) if user.name == name)
        || ty.sub_types().into_iter().any(|ty| refers_to(ty, name))
}

/// `referencesDuration`
pub(super) fn has_duration(ty: &MarshalType) -> bool {
    *ty == MarshalType::Native(NativeType::Duration) || ty.sub_types().into_iter().any(has_duration)
}

/// The type with a user type's new definition everywhere (`withUpdatedUserType`).
pub(super) fn with_updated(ty: &MarshalType, new: &UserType) -> MarshalType {
    match ty {
        MarshalType::User(user) if user.name == new.name => {
            let whole = MarshalType::User(Box::new(new.clone()));
            if user.multi_cell {
                whole
            } else {
                whole.freeze()
            }
        }
        _ => map_parts(ty, &|part| with_updated(part, new)),
    }
}

/// The type with tuples in place of user types, which may be dropped (`expandUserTypes`).
pub(super) fn expand_user_types(ty: &MarshalType) -> MarshalType {
    match ty {
        MarshalType::User(user) => {
            MarshalType::Tuple(user.fields.iter().map(|f| expand_user_types(&f.ty).freeze()).collect())
        }
        _ => map_parts(ty, &expand_user_types),
    }
}

/// The type with user types of another keyspace.
pub(crate) fn in_keyspace(ty: &MarshalType, keyspace: &str) -> MarshalType {
    let mut new = map_parts(ty, &|part| in_keyspace(part, keyspace));
    if let MarshalType::User(user) = &mut new {
        keyspace.clone_into(&mut user.keyspace);
    }
    new
}
