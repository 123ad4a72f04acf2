use std::borrow::Cow;

use cqlite_runtime::marshal::MarshalType;

use super::literal::Literal;
use super::readings::Readings;
use super::words::Words;
use super::{value, Result, Spelling, SpellingError};
use crate::from_text::{split, unescape};

/// The bytes of a partition key. The parts of one of several columns have colons between them, or are in a list as `sstabledump` prints
/// them, or in parentheses as literals.
///
/// # Errors
/// The text is no key of the type, or may be several.
pub fn key(ty: &MarshalType, text: &str, spelling: Spelling) -> Result<Vec<u8>> {
    let mut readings = Readings::new(ty);
    let MarshalType::Composite(types) = ty.unreversed() else {
        readings.add_if(value(ty, text, spelling));
        if let Some(listed) = listed(text).filter(|parts| parts.len() == 1 && spelling == Spelling::Any) {
            readings.add_if(value(ty, &listed[0], spelling));
        }
        return readings.one();
    };
    let composed = |parts: Result<Vec<Vec<u8>>>| parts.and_then(|parts| composite(ty, parts));
    if spelling == Spelling::Literal {
        return composed(Literal::new(text).key(types));
    }
    let each = |parts: &[Cow<'_, str>]| match parts.len() == types.len() {
        true => types.iter().zip(parts).map(|(ty, part)| value(ty, part, spelling)).collect(),
        false => Err(SpellingError::parts(types, parts.len())),
    };
    if let Some(listed) = listed(text) {
        readings.add_if(composed(each(&listed)));
    }
    if text.starts_with('(') {
        readings.add_if(composed(Literal::new(text).key(types)));
    }
    let parts = split(text);
    let parts: Vec<Cow<'_, str>> = parts.into_iter().map(|part| part.replace("\\:", ":").into()).collect();
    readings.add_if(composed(each(&parts)));
    // What Cassandra puts behind a part that ends in a backslash or an exclamation mark.
    let shorter: Vec<Cow<'_, str>> = split(text).into_iter().map(|part| unescape(part).into()).collect();
    if shorter != parts {
        readings.add_if(composed(each(&shorter)));
    }
    readings.one()
}

/// The strings of a list, as JSON has it.
fn listed(text: &str) -> Option<Vec<Cow<'_, str>>> {
    let mut words = Words::new(text);
    let mut all = Vec::new();
    let mut is_open = words.take('[');
    while is_open {
        all.push(words.peek().filter(|c| *c == '"').and_then(|_| words.quoted())?);
        is_open = words.take(',');
    }
    (!all.is_empty() && words.take(']') && words.is_empty()).then_some(all)
}

fn composite(ty: &MarshalType, parts: Vec<Vec<u8>>) -> Result<Vec<u8>> {
    crate::composite_key(parts).map_err(|_| SpellingError::value(ty))
}

/// The texts of the columns of a key, as `sstabledump` prints them; what has no text, or is of a type that is not known, in digits.
#[must_use]
pub fn key_parts(ty: Option<&MarshalType>, key: &[u8]) -> Vec<String> {
    let digits = || vec![crate::hex::text(key)];
    let Some(ty) = ty else { return digits() };
    let types = match ty.unreversed() {
        MarshalType::Composite(types) => types.as_slice(),
        other => std::slice::from_ref(other),
    };
    let part = |(ty, part): (&MarshalType, crate::Result<&[u8]>)| -> Option<String> {
        let mut out = Vec::new();
        crate::text::write(ty, part.ok()?, &mut out).ok()?;
        String::from_utf8(out).ok()
    };
    let parts: Option<Vec<String>> = types.iter().zip(crate::key_components(ty, key)).map(part).collect();
    parts.filter(|parts| parts.len() == types.len()).unwrap_or_else(digits)
}

/// The parts of a key with colons between, as [`key`] reads them.
#[must_use]
pub fn joined(parts: &[String]) -> String {
    match parts {
        [one] => one.clone(),
        several => several.iter().map(|part| part.replace(':', "\\:")).collect::<Vec<_>>().join(":"),
    }
}
