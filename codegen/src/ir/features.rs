//! The table of versions: every instance of the version's type, evaluated for every version.

use super::{Program, TypeKind, VersionRow};
use crate::diag::Diagnostics;
use crate::ksy::ast;
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
        let mut rows = Vec::new();
        for (format, letters) in &file.versions {
            for code in letters {
                let at = Version { is_bti: format != "big", code };
                let features = root.values.iter().map(|v| at.truth(&v.expr, root, diags)).collect();
                rows.push(VersionRow { format: format.clone(), letters: code.clone(), features });
            }
        }
        program.files[index].versions = rows;
    }
}

struct Version<'a> {
    is_bti: bool,
    code: &'a str,
}

impl Version<'_> {
    fn truth(&self, e: &Expr, root: &super::Type, diags: &mut Diagnostics) -> bool {
        match &e.kind {
            ExprKind::Bool(b) => *b,
            ExprKind::Name(n) if n == "is_bti" => self.is_bti,
            ExprKind::Name(n) if root.value(n).is_some() => {
                root.value(n).is_some_and(|v| v.pos.line < e.pos.line && self.truth(&v.expr, root, diags))
            }
            ExprKind::Unary(Unary::Not, a) => !self.truth(a, root, diags),
            ExprKind::Binary(Binary::And, a, b) => self.truth(a, root, diags) & self.truth(b, root, diags),
            ExprKind::Binary(Binary::Or, a, b) => self.truth(a, root, diags) | self.truth(b, root, diags),
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

fn refuse(e: &Expr, diags: &mut Diagnostics) -> bool {
    diags.error_help(
        &e.pos,
        "not a feature of a version",
        "comparisons of `code` with letters, `is_bti`, features above, and, or, not",
    );
    false
}
