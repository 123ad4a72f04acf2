//! What columns of an answer are called.

use cqlite_cql::ast::{Expr, ExprKind, LiteralKind};

use super::Selectable;
use crate::schema::java_order;
use crate::term::{compatible, Testable};

/// The text of a selected expression, as columns of the answer are named by it.
pub(super) fn text_of(selectable: &Selectable<'_>) -> String {
    let all = |all: &[Selectable<'_>]| all.iter().map(text_of).collect::<Vec<_>>();
    match selectable {
        Selectable::Column { name, .. } => name.clone(),
        Selectable::Term(_, expr) => term_text(expr),
        Selectable::Call { function, arguments } => function.column_name(&all(arguments)),
        Selectable::Cell { fact, of, .. } => format!("{}({})", fact.name(), text_of(of)),
        Selectable::Field { of, field } => format!("{}.{field}", text_of(of)),
        Selectable::Element { of, key } => format!("{}[{}]", text_of(of), term_text(key)),
        Selectable::Slice { of, from, to } => {
            let bound = |bound: &Option<&Expr>| bound.map(term_text).unwrap_or_default();
            format!("{}[{}..{}]", text_of(of), bound(from), bound(to))
        }
        Selectable::List(elements) => format!("[{}]", all(elements).join(", ")),
        Selectable::Set(elements) => format!("{{{}}}", all(elements).join(", ")),
        Selectable::Tuple(elements) => format!("({})", all(elements).join(", ")),
        Selectable::Map(entries) => {
            let entry = |(key, prepared, value): &(&Expr, Option<Selectable<'_>>, Selectable<'_>)| {
                let key = prepared.as_ref().map_or_else(|| term_text(key), text_of);
                format!("{key}: {}", text_of(value))
            };
            format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
        // What is cast to its own type stays as it is, name and all.
        Selectable::Cast { of, to, .. } if of.exact_type().is_some_and(|ty| compatible::same(&ty, to)) => text_of(of),
        Selectable::Cast { of, to_name, .. } => format!("cast({} as {to_name})", text_of(of)),
        Selectable::Hint { type_name, of, .. } => format!("({type_name}){}", text_of(of)),
    }
}

/// The text of a value (`Term.Raw.getText`).
pub(crate) fn term_text(expr: &Expr) -> String {
    let all = |all: &[Expr]| all.iter().map(term_text).collect::<Vec<_>>().join(", ");
    match &expr.kind {
        ExprKind::Column(name) => name.text.clone(),
        // Quotation marks within are not doubled.
        ExprKind::Literal(literal) if literal.kind == LiteralKind::String => format!("'{}'", literal.text),
        ExprKind::Literal(literal) => literal.to_string(),
        ExprKind::Null => "NULL".to_owned(),
        ExprKind::Marker(_) => "?".to_owned(),
        ExprKind::List(elements) => format!("[{}]", all(elements)),
        ExprKind::Set(elements) => format!("{{{}}}", all(elements)),
        ExprKind::Tuple(elements) => format!("({})", all(elements)),
        ExprKind::Map(entries) => {
            let entry = |(key, value): &(Expr, Expr)| format!("{}: {}", term_text(key), term_text(value));
            let mut entries: Vec<&(Expr, Expr)> = entries.iter().collect();
            // Fields of a user-defined type are in a map of Java's.
            let field = |(key, _): &&(Expr, Expr)| match &key.kind {
                ExprKind::Column(name) => Some(java_order::of_name(&name.text)),
                _ => None,
            };
            if entries.iter().all(|entry| field(entry).is_some()) {
                java_order::sort_put(&mut entries, |entry| field(entry).unwrap_or_default());
            }
            format!("{{{}}}", entries.into_iter().map(entry).collect::<Vec<_>>().join(", "))
        }
        ExprKind::TypeHint(name, of) => format!("({name}){}", term_text(of)),
        ExprKind::Cast(of, to) => format!("cast({} as {})", term_text(of), to.name()),
        ExprKind::Call(name, arguments) => format!("{name}({})", all(arguments)),
        ExprKind::CountStar => "count(*)".to_owned(),
        ExprKind::Cell(fact, of) => format!("{}({})", fact.name(), term_text(of)),
        ExprKind::Arithmetic(operator, left, right) => {
            format!("{} {} {}", term_text(left), operator.symbol(), term_text(right))
        }
        ExprKind::Negation(of) => format!("-{}", term_text(of)),
        ExprKind::Field(of, field) => format!("{}.{}", term_text(of), field.text),
        ExprKind::Element(of, key) => format!("{}[{}]", term_text(of), term_text(key)),
        ExprKind::Slice(of, from, to) => {
            let bound = |bound: &Option<Box<Expr>>| bound.as_ref().map(|bound| term_text(bound)).unwrap_or_default();
            format!("{}[{}..{}]", term_text(of), bound(from), bound(to))
        }
    }
}
