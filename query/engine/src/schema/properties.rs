//! What stands behind WITH, before it is known of what (`PropertyDefinitions`).

use cqlite_cql::ast::{Expr, ExprKind, Property, PropertyValue};

use super::refuse::syntax;
use super::text::expression;
use crate::Result;

/// Properties by name.
#[derive(Debug, Default)]
pub(super) struct Properties {
    all: Vec<(String, Value)>,
}

#[derive(Debug)]
enum Value {
    Text(String),
    Map(Vec<(String, String)>),
}

impl Properties {
    pub(super) fn new(properties: &[Property]) -> Result<Properties> {
        let mut all: Vec<(String, Value)> = Vec::with_capacity(properties.len());
        for Property { name, value } in properties {
            if all.iter().any(|(other, _)| *other == name.text) {
                return syntax(format!("Multiple definitions for property '{}'", name.text)).map_err(|e| at(e, name));
            }
            let value = match value {
                PropertyValue::Text(text) => Value::Text(text.clone()),
                PropertyValue::Map(entries) => Value::Map(map(entries)?),
                PropertyValue::Names(names) => {
                    Value::Text(names.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
                }
            };
            all.push((name.text.clone(), value));
        }
        Ok(Properties { all })
    }

    /// Those of names and texts, as system_schema has them.
    pub(super) fn of_texts(texts: Vec<(String, String)>, maps: Vec<(String, Vec<(String, String)>)>) -> Properties {
        let texts = texts.into_iter().map(|(name, text)| (name, Value::Text(text)));
        let maps = maps.into_iter().map(|(name, map)| (name, Value::Map(map)));
        Properties { all: texts.chain(maps).collect() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.all.iter().any(|(own, _)| own == name)
    }

    /// Refuses names that are none of the known ones.
    pub(super) fn only(&self, known: &[&str]) -> Result<()> {
        match self.all.iter().find(|(name, _)| !known.contains(&name.as_str())) {
            Some((name, _)) => syntax(format!("Unknown property '{name}'")),
            None => Ok(()),
        }
    }

    /// Takes out those of some names, with their values as CQL has them.
    pub(super) fn take(&mut self, names: &[&str]) -> Vec<(String, String)> {
        let (taken, left) =
            std::mem::take(&mut self.all).into_iter().partition(|(name, _)| names.contains(&name.as_str()));
        self.all = left;
        let text = |(name, value): (String, Value)| match value {
            Value::Text(text) => (name, super::text::quoted(&text)),
            Value::Map(map) => (name, super::text::map(&map)),
        };
        Vec::into_iter(taken).map(text).collect()
    }

    pub(super) fn text(&self, name: &str) -> Result<Option<&str>> {
        match self.all.iter().find(|(own, _)| own == name) {
            Some((_, Value::Text(text))) => Ok(Some(text)),
            Some(_) => syntax(format!("Invalid value for property '{name}'. It should be a string")),
            None => Ok(None),
        }
    }

    pub(super) fn map(&self, name: &str) -> Result<Option<&[(String, String)]>> {
        match self.all.iter().find(|(own, _)| own == name) {
            Some((_, Value::Map(map))) => Ok(Some(map)),
            Some(_) => syntax(format!("Invalid value for property '{name}'. It should be a map.")),
            None => Ok(None),
        }
    }

    pub(super) fn boolean(&self, name: &str) -> Result<Option<bool>> {
        let Some(text) = self.text(name)? else { return Ok(None) };
        match text.to_lowercase().as_str() {
            "1" | "true" | "yes" => Ok(Some(true)),
            "0" | "false" | "no" => Ok(Some(false)),
            _ => syntax(format!(
                "Invalid boolean value {text} for '{name}'. Positive values can be '1', 'true' or 'yes'. Negative values can be '0', 'false' or 'no'."
            )),
        }
    }

    pub(super) fn int(&self, name: &str) -> Result<Option<i32>> {
        let Some(text) = self.text(name)? else { return Ok(None) };
        match text.parse() {
            Ok(number) => Ok(Some(number)),
            Err(_) => syntax(format!("Invalid integer value {text} for '{name}'")),
        }
    }

    pub(super) fn double(&self, name: &str) -> Result<Option<f64>> {
        let Some(text) = self.text(name)? else { return Ok(None) };
        match text.trim().parse() {
            Ok(number) => Ok(Some(number)),
            Err(_) => syntax(format!("Invalid double value {text} for '{name}'")),
        }
    }
}

fn at(error: crate::QueryError, name: &cqlite_cql::ast::Name) -> crate::QueryError {
    error.at(name.span)
}

/// A map of constants (`convertPropertyMap`).
fn map(entries: &[(Expr, Expr)]) -> Result<Vec<(String, String)>> {
    let mut map: Vec<(String, String)> = Vec::with_capacity(entries.len());
    for (key, value) in entries {
        let why = |expr: &Expr| match expr.kind {
            ExprKind::Marker(_) => " (bind variables are not supported in DDL queries)",
            _ => "",
        };
        let ExprKind::Literal(name) = &key.kind else {
            return syntax(format!("Invalid property name: {}{}", expression(key), why(key)))
                .map_err(|e| e.at(key.span));
        };
        let ExprKind::Literal(literal) = &value.kind else {
            let text = format!(
                "Invalid property value: {} for property: {}{}",
                expression(value),
                expression(key),
                why(value)
            );
            return syntax(text).map_err(|e| e.at(value.span));
        };
        if map.iter().any(|(other, _)| *other == name.text) {
            return syntax(format!("Multiple definition for property {}", name.text)).map_err(|e| e.at(key.span));
        }
        map.push((name.text.clone(), literal.text.clone()));
    }
    Ok(map)
}
