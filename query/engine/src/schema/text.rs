//! Texts of CQL: constants, expressions and conditions as statements have them.

use cqlite_cql::ast::{CellFact, Expr, ExprKind, Name, Operand, Relation, RelationKind};
use cqlite_runtime::marshal::maybe_quote;

/// A text within apostrophes.
pub(super) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// A map of texts, by key (`CqlBuilder.append(Map)`).
pub(super) fn map(entries: &[(String, String)]) -> String {
    let mut entries: Vec<&(String, String)> = entries.iter().collect();
    entries.sort();
    let entries: Vec<String> =
        entries.iter().map(|(key, value)| format!("{}: {}", quoted(key), quoted(value))).collect();
    format!("{{{}}}", entries.join(", "))
}

/// A number as Java prints it (`Double.toString`).
pub(super) fn double(number: f64) -> String {
    let mut out = Vec::new();
    let ty = cqlite_runtime::marshal::NativeType::Double.into();
    match cqlite_types::literal::write(&ty, &number.to_be_bytes(), &mut out) {
        Ok(()) => String::from_utf8_lossy(&out).into_owned(),
        Err(_) => number.to_string(),
    }
}

fn joined<'e>(parts: impl IntoIterator<Item = &'e Expr>) -> String {
    parts.into_iter().map(expression).collect::<Vec<_>>().join(", ")
}

fn names(names: &[Name]) -> String {
    let names: Vec<_> = names.iter().map(|name| maybe_quote(&name.text)).collect();
    format!("({})", names.join(", "))
}

/// An expression (`Term.Raw.getText`).
pub(super) fn expression(expr: &Expr) -> String {
    match &expr.kind {
        ExprKind::Column(name) => maybe_quote(&name.text).into_owned(),
        ExprKind::Literal(literal) => literal.to_string(),
        ExprKind::Null => "null".to_owned(),
        ExprKind::Marker(None) => "?".to_owned(),
        ExprKind::Marker(Some(name)) => format!(":{}", maybe_quote(&name.text)),
        ExprKind::List(parts) => format!("[{}]", joined(parts)),
        ExprKind::Set(parts) => format!("{{{}}}", joined(parts)),
        ExprKind::Map(entries) => {
            let entries: Vec<String> =
                entries.iter().map(|(k, v)| format!("{}: {}", expression(k), expression(v))).collect();
            format!("{{{}}}", entries.join(", "))
        }
        ExprKind::Tuple(parts) => format!("({})", joined(parts)),
        ExprKind::TypeHint(ty, of) => format!("({ty}){}", expression(of)),
        ExprKind::Cast(of, ty) => format!("CAST({} AS {})", expression(of), ty.name()),
        ExprKind::Call(name, arguments) => format!("{}({})", function(name), joined(arguments)),
        ExprKind::CountStar => "COUNT(*)".to_owned(),
        ExprKind::Cell(fact, of) => {
            let name = match fact {
                CellFact::WriteTime | CellFact::MaxWriteTime | CellFact::Ttl => fact.name(),
            };
            format!("{name}({})", expression(of))
        }
        ExprKind::Arithmetic(operator, a, b) => format!("{} {} {}", expression(a), operator.symbol(), expression(b)),
        ExprKind::Negation(of) => format!("-{}", expression(of)),
        ExprKind::Field(of, name) => format!("{}.{}", expression(of), maybe_quote(&name.text)),
        ExprKind::Element(of, key) => format!("{}[{}]", expression(of), expression(key)),
        ExprKind::Slice(of, from, to) => {
            let bound = |bound: &Option<Box<Expr>>| bound.as_deref().map(expression).unwrap_or_default();
            format!("{}[{}..{}]", expression(of), bound(from), bound(to))
        }
    }
}

/// A function's name (`FunctionName.toString`).
pub(super) fn function(name: &cqlite_cql::ast::FunctionName) -> String {
    match &name.keyspace {
        Some(keyspace) => format!("{}.{}", keyspace.text, name.name.text),
        None => name.name.text.clone(),
    }
}

fn operand(operand: &Operand) -> String {
    match operand {
        Operand::One(value) => expression(value),
        Operand::Values(values) => format!("({})", joined(values)),
        Operand::Marker(None) => "?".to_owned(),
        Operand::Marker(Some(name)) => format!(":{}", maybe_quote(&name.text)),
        Operand::Range(from, to) => format!("{} AND {}", expression(from), expression(to)),
    }
}

/// A condition (`Relation.toCQLString`).
pub(super) fn relation(relation: &Relation) -> String {
    match &relation.kind {
        RelationKind::Column(name, operator, value) => {
            format!("{} {operator} {}", maybe_quote(&name.text), operand(value))
        }
        RelationKind::Element(name, key, operator, value) => {
            format!("{}[{}] {operator} {}", maybe_quote(&name.text), expression(key), operand(value))
        }
        RelationKind::Tuple(columns, operator, value) => format!("{} {operator} {}", names(columns), operand(value)),
        RelationKind::Token(columns, operator, value) => {
            format!("token{} {operator} {}", names(columns), operand(value))
        }
        RelationKind::IsNotNull(name) => format!("{} IS NOT NULL", maybe_quote(&name.text)),
        RelationKind::Custom(index, value) => format!("expr({},{})", index, expression(value)),
    }
}

/// `c < 1`
pub(super) fn relation_text(name: &str, operator: cqlite_cql::ast::Operator, value: &Expr) -> String {
    format!("{} {operator} {}", maybe_quote(name), expression(value))
}
