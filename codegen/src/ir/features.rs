//! The table of versions: every instance of the version's type, evaluated for every version.

use super::{Program, TypeKind, VersionRow};
use crate::diag::Diagnostics;
use crate::ksy::ast::{self, Instance, InstanceKind};
use crate::ksy::expr::{Binary, Expr, ExprKind, Unary};

/// Fills [`super::File::versions`].
pub fn evaluate(program: &mut Program, files: &[ast::File], diags: &mut Diagnostics) {
    for (index, file) in files.iter().enumerate() {
        let root = &program.types[program.files[index].root];
        if root.kind != TypeKind::Version {
            continue;
        }
        if let Some(extra) = root.values.get(64) {
            diags.error(&extra.pos, "more than 64 features");
            continue;
        }
        let features: Vec<(&Instance, &Expr)> = file
            .root
            .instances
            .iter()
            .filter_map(|i| match &i.kind {
                InstanceKind::Value { expr, .. } => Some((i, expr)),
                InstanceKind::Bytes { .. } => None,
            })
            .collect();
        let mut rows = Vec::new();
        for (format, letters) in &file.versions {
            for code in letters {
                let at = Version { is_bti: format != "big", code, features: &features };
                let features = features.iter().map(|v| at.truth(v.1, diags)).collect();
                let age = file.order.iter().fold(0, |age, e| age << 1 | u64::from(at.has(e, diags)));
                rows.push(VersionRow { format: format.clone(), letters: code.clone(), features, age });
            }
        }
        program.files[index].versions = rows;
    }
}

struct Version<'a> {
    is_bti: bool,
    code: &'a str,
    /// The features as they are written.
    features: &'a [(&'a Instance, &'a Expr)],
}

impl Version<'_> {
    /// Whether it has a feature, or has it not.
    fn has(&self, e: &Expr, diags: &mut Diagnostics) -> bool {
        match &e.kind {
            ExprKind::Unary(Unary::Not, a) => !self.has(a, diags),
            ExprKind::Name(n) => match self.features.iter().find(|f| f.0.id == *n) {
                Some(feature) => self.truth(feature.1, diags),
                None => refuse_order(e, diags),
            },
            _ => refuse_order(e, diags),
        }
    }

    fn truth(&self, e: &Expr, diags: &mut Diagnostics) -> bool {
        let feature = |name: &str| self.features.iter().find(|f| f.0.id == name);
        match &e.kind {
            ExprKind::Bool(b) => *b,
            ExprKind::Name(n) if n == "is_bti" => self.is_bti,
            // What stands above cannot ask for this one in turn.
            ExprKind::Name(n) => match feature(n).filter(|v| (v.0.pos.line, v.0.pos.col) < (e.pos.line, e.pos.col)) {
                Some(v) => self.truth(v.1, diags),
                None => refuse(e, diags),
            },
            ExprKind::Unary(Unary::Not, a) => !self.truth(a, diags),
            ExprKind::Binary(Binary::And, a, b) => self.truth(a, diags) & self.truth(b, diags),
            ExprKind::Binary(Binary::Or, a, b) => self.truth(a, diags) | self.truth(b, diags),
            ExprKind::Binary(op, a, b) => {
                let (Some(a), Some(b)) = (self.text(a), self.text(b)) else {
                    return refuse(e, diags);
                };
                match op {
                    Binary::Eq => a == b,
                    Binary::Ne => a != b,
                    Binary::Lt => a < b,
                    Binary::Le => a <= b,
                    Binary::Gt => a > b,
                    Binary::Ge => a >= b,
                    _ => refuse(e, diags),
                }
            }
            _ => refuse(e, diags),
        }
    }

    fn text(&self, e: &Expr) -> Option<String> {
        match &e.kind {
            ExprKind::Str(s) => Some(s.clone()),
            ExprKind::Name(n) if n == "code" => Some(self.code.to_owned()),
            _ => None,
        }
    }
}

fn refuse_order(e: &Expr, diags: &mut Diagnostics) -> bool {
    diags.error_help(&e.pos, "-order: not a feature of a version", "a feature below, or `not` and a feature");
    false
}

fn refuse(e: &Expr, diags: &mut Diagnostics) -> bool {
    diags.error_help(
        &e.pos,
        "not a feature of a version",
        "comparisons of `code` with letters, `is_bti`, features above, and, or, not",
    );
    false
}
