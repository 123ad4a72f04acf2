//! Values as CQL and JSON write them. Both have texts within other values in quotes, so that either is understood anywhere.

use cqlite_format::collection::{Collection, MapValue};
use cqlite_format::tuple::Tuple;
use cqlite_format::vector::Element;
use cqlite_runtime::marshal::{MarshalType, NativeType, UserType};

use super::part::{encoded, in_order, part, Value};
use super::words::Words;
use super::{digits, is_text, printed, Result, SpellingError};

/// Text of which literals are read, from the front.
pub(super) struct Literal<'t> {
    words: Words<'t>,
}

impl<'t> Literal<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Literal { words: Words::new(text) }
    }

    /// The value that the whole text is.
    pub(super) fn all(mut self, ty: &MarshalType) -> Result<Vec<u8>> {
        match self.element(ty)? {
            Some(value) if self.words.is_empty() => Ok(value),
            _ => Err(SpellingError::value(ty)),
        }
    }

    /// A value that is not null: what is printed so where null cannot be is a value without bytes.
    fn element(&mut self, ty: &MarshalType) -> Result<Value> {
        match self.value(ty, Origin::Unknown)? {
            None if !matches!(ty.unreversed(), MarshalType::Native(_)) || is_text(ty) => Err(SpellingError::value(ty)),
            value => Ok(Some(value.unwrap_or_default())),
        }
    }

    /// Values of some types, as a tuple has them or with colons between; without parentheses too.
    pub(super) fn key(self, types: &[MarshalType]) -> Result<Vec<Vec<u8>>> {
        let mut inner = Literal { ..self };
        let bare = Literal { ..self }.columns(types, None);
        bare.or_else(|e| if inner.words.take('(') { inner.columns(types, Some(')')) } else { Err(e) })
    }

    fn columns(mut self, types: &[MarshalType], end: Option<char>) -> Result<Vec<Vec<u8>>> {
        let mut values = Vec::new();
        for (i, ty) in types.iter().enumerate() {
            if i > 0 && !self.words.take(',') && !self.words.take(':') {
                return Err(SpellingError::parts(types, i));
            }
            values.push(self.element(ty)?.unwrap_or_default());
        }
        match end.is_none_or(|end| self.words.take(end)) && self.words.is_empty() {
            true => Ok(values),
            false => Err(SpellingError::parts(types, types.len() + 1)),
        }
    }

    fn value(&mut self, ty: &MarshalType, origin: Origin) -> Result<Value> {
        let ty = ty.unreversed();
        let bad = || SpellingError::value(ty);
        let mut ahead = self.words;
        if ahead.word() == "null" {
            self.words = ahead;
            return null(ty, origin);
        }
        match ty {
            MarshalType::Native(native) => self.native(*native, ty).map(Some),
            MarshalType::Tuple(_) | MarshalType::User(_) | MarshalType::Vector { .. } if self.is_string() => {
                self.string(ty)
            }
            MarshalType::List { .. } | MarshalType::Set { .. } | MarshalType::Map { .. } if self.is_string() => {
                self.string(ty)
            }
            MarshalType::Tuple(types) => self.tuple(types, ty),
            MarshalType::User(user) => self.user(user, ty),
            MarshalType::List { element, .. } => {
                let elements = self.elements('[', ']', ty, |text| text.element(element).map(part))?;
                encoded(ty, |out| Collection { elements }.encode(out))
            }
            MarshalType::Set { element, .. } => {
                let (open, close) = if self.words.peek() == Some('[') { ('[', ']') } else { ('{', '}') };
                let mut values = self.elements(open, close, ty, |text| text.element(element))?;
                let order = |a: &Value, b: &Value| in_order(element, a, b);
                values.sort_by(order);
                values.dedup_by(|a, b| order(a, b).is_eq());
                encoded(ty, |out| Collection { elements: values.into_iter().map(part).collect() }.encode(out))
            }
            MarshalType::Map { key, value, .. } => self.map(key, value, ty),
            MarshalType::Vector { element, dimension } => {
                let elements = self.elements('[', ']', ty, |text| text.element(element))?;
                if elements.len() != *dimension as usize {
                    return Err(bad());
                }
                let fixed_len = element.fixed_len().map_or(Some(-1), |len| i64::try_from(len).ok()).ok_or_else(bad)?;
                let mut elements = elements.into_iter();
                encoded(ty, |out| {
                    elements.try_for_each(|data| Element { data: data.unwrap_or_default() }.encode(out, fixed_len))
                })
            }
            // Cassandra's literal of one is that of a blob.
            MarshalType::PartitionerDefinedOrder { key: Some(key), .. } if !ahead_is_blob(self.words) => {
                self.value(key, origin)
            }
            _ => digits(self.words.word().strip_prefix("0x").ok_or_else(bad)?).map(Some).map_err(|_| bad()),
        }
    }

    fn is_string(&self) -> bool {
        self.words.peek().is_some_and(|c| "'\"".contains(c))
    }

    /// A value that has been put into a string, as JSON has keys of maps.
    fn string(&mut self, ty: &MarshalType) -> Result<Value> {
        let bad = || SpellingError::value(ty);
        let text = self.words.quoted().ok_or_else(bad)?;
        if text.trim_start().starts_with(['\'', '"']) {
            return Err(bad());
        }
        Literal::new(&text).all(ty).map(Some)
    }

    fn native(&mut self, native: NativeType, ty: &MarshalType) -> Result<Vec<u8>> {
        let bad = || SpellingError::value(ty);
        let text = match self.words.quoted() {
            Some(text) => text,
            None if self.is_string() || is_text(ty) => return Err(bad()),
            // No time at all is printed so.
            None if native == NativeType::Duration => self.words.word().into(),
            None => Some(self.words.word()).filter(|word| !word.is_empty()).ok_or_else(bad)?.into(),
        };
        match native {
            // A map's key that is no number.
            NativeType::Float | NativeType::Double if text == "null" => {
                null(ty, Origin::Json).map(Option::unwrap_or_default)
            }
            NativeType::Bytes => {
                text.strip_prefix("0x").ok_or_else(bad).and_then(|text| digits(text).map_err(|_| bad()))
            }
            NativeType::LexicalUuid if text.starts_with("0x") => digits(&text).map_err(|_| bad()),
            NativeType::Boolean if text.is_empty() => Ok(Vec::new()),
            _ => printed(ty, &text).map_err(|_| bad()),
        }
    }

    /// What stands between brackets, with commas between.
    fn elements<T>(
        &mut self,
        open: char,
        close: char,
        ty: &MarshalType,
        mut each: impl FnMut(&mut Self) -> Result<T>,
    ) -> Result<Vec<T>> {
        let bad = || SpellingError::value(ty);
        let mut all = Vec::new();
        if !self.words.take(open) {
            return Err(bad());
        }
        while !self.words.take(close) {
            if !all.is_empty() && !self.words.take(',') {
                return Err(bad());
            }
            all.push(each(self)?);
        }
        Ok(all)
    }

    fn tuple(&mut self, types: &[MarshalType], ty: &MarshalType) -> Result<Value> {
        let (open, close, origin) = match self.words.peek() {
            Some('[') => ('[', ']', Origin::Json),
            _ => ('(', ')', Origin::Cql),
        };
        let mut types = types.iter();
        let bad = || SpellingError::value(ty);
        let mut fields =
            self.elements(open, close, ty, |text| text.value(types.next().ok_or_else(bad)?, origin).map(part))?;
        // JSON has all of them.
        if origin == Origin::Json && types.len() > 0 {
            return Err(SpellingError::value(ty));
        }
        fields.extend(types.map(|_| part(None)));
        encoded(ty, |out| Tuple { fields }.encode(out))
    }

    fn user(&mut self, user: &UserType, ty: &MarshalType) -> Result<Value> {
        let bad = || SpellingError::value(ty);
        let mut fields: Vec<Value> = vec![None; user.fields.len()];
        self.elements('{', '}', ty, |text| {
            let (name, origin) = match text.words.quoted() {
                Some(name) => (name, Origin::Json),
                None => (text.words.word().into(), Origin::Cql),
            };
            // JSON has the quotes of CQL within its own: "\"Name\"".
            let unquoted = name.strip_prefix('"').and_then(|name| name.strip_suffix('"')).unwrap_or(&name);
            let find = |name: &str| user.fields.iter().position(|field| field.name == name);
            let index = find(&name).or_else(|| find(unquoted));
            let (index, field) = index.and_then(|i| Some((i, user.fields.get(i)?))).ok_or_else(bad)?;
            if !text.words.take(':') {
                return Err(bad());
            }
            let value = text.value(&field.ty, origin)?;
            *fields.get_mut(index).ok_or_else(bad)? = value;
            Ok(())
        })?;
        encoded(ty, |out| Tuple { fields: fields.into_iter().map(part).collect() }.encode(out))
    }

    fn map(&mut self, key: &MarshalType, value: &MarshalType, ty: &MarshalType) -> Result<Value> {
        let mut entries = self.elements('{', '}', ty, |text| {
            let name = text.element(key)?;
            match text.words.take(':') {
                true => Ok((name, text.element(value)?)),
                false => Err(SpellingError::value(ty)),
            }
        })?;
        entries.sort_by(|(a, _), (b, _)| in_order(key, a, b));
        if entries.windows(2).any(|two| matches!(two, [(a, _), (b, _)] if in_order(key, a, b).is_eq())) {
            return Err(SpellingError::value(ty));
        }
        let parts = entries.into_iter().flat_map(|(key, value)| [part(key), part(value)]).collect();
        encoded(ty, |out| MapValue { parts }.encode(out))
    }
}

/// Whose notation a field is in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    Cql,
    Json,
    Unknown,
}

/// JSON has null also for numbers that it has not.
fn null(ty: &MarshalType, origin: Origin) -> Result<Value> {
    match ty {
        MarshalType::Native(NativeType::Float | NativeType::Double) if origin != Origin::Cql => {
            Err(SpellingError::Ambiguous { meanings: ["NaN".to_owned(), "null".to_owned()] })
        }
        _ => Ok(None),
    }
}

fn ahead_is_blob(mut words: Words<'_>) -> bool {
    words.word().starts_with("0x")
}
