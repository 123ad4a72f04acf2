//! From text to expressions and references to types.

use super::expr::{Binary, Expr, ExprKind, Unary};
use super::token::{lex, Fail, Tok};
use crate::diag::{Diagnostics, Pos};

/// Length and nesting that no expression has.
const MAX_LEN: usize = 8192;
const MAX_DEPTH: usize = 64;

/// Parses an expression that begins at `pos`.
pub fn parse(text: &str, pos: &Pos, diags: &mut Diagnostics) -> Option<Expr> {
    if text.len() > MAX_LEN {
        diags.error(pos, format!("an expression of {} bytes", text.len()));
        return None;
    }
    let toks = match lex(text) {
        Ok(t) => t,
        Err((at, message)) => {
            diags.error(&shift(pos, at), message);
            return None;
        }
    };
    let mut p = Parser { toks, next: 0, pos: pos.clone(), depth: 0 };
    match p.ternary().and_then(|e| p.expect_end().map(|()| e)) {
        Ok(e) if e.depth() > MAX_DEPTH => {
            diags.error(pos, "nested too deep");
            None
        }
        Ok(e) => Some(e),
        Err((at, message)) => {
            diags.error_help(&shift(pos, at), message, "the language of expressions is described in spec/README.md");
            None
        }
    }
}

fn shift(pos: &Pos, by: usize) -> Pos {
    Pos { file: pos.file, line: pos.line, col: pos.col + by as u32 }
}

struct Parser {
    toks: Vec<(usize, Tok)>,
    next: usize,
    pos: Pos,
    depth: usize,
}

impl Parser {
    fn peek(&self) -> &Tok {
        self.toks.get(self.next).map_or(&Tok::End, |t| &t.1)
    }

    fn at(&self) -> usize {
        self.toks.get(self.next).or(self.toks.last()).map_or(0, |t| t.0)
    }

    fn accept(&mut self, op: &str) -> bool {
        let found = matches!(self.peek(), Tok::Op(o) if *o == op);
        self.next += usize::from(found);
        found
    }

    fn accept_word(&mut self, word: &str) -> bool {
        let found = matches!(self.peek(), Tok::Name(n) if n == word);
        self.next += usize::from(found);
        found
    }

    fn expect(&mut self, op: &str) -> Result<(), Fail> {
        if self.accept(op) {
            Ok(())
        } else {
            Err((self.at(), format!("expected {op:?}, found {}", self.found())))
        }
    }

    fn expect_end(&mut self) -> Result<(), Fail> {
        match self.peek() {
            Tok::End => Ok(()),
            _ => Err((self.at(), format!("expected an operator, found {}", self.found()))),
        }
    }

    fn found(&self) -> String {
        match self.peek() {
            Tok::Int(n) => n.to_string(),
            Tok::Str(s) => format!("{s:?}"),
            Tok::Name(n) => n.clone(),
            Tok::Op(o) => format!("{o:?}"),
            Tok::End => "the end".to_owned(),
        }
    }

    fn name(&mut self) -> Result<String, Fail> {
        match self.peek().clone() {
            Tok::Name(n) => {
                self.next += 1;
                Ok(n)
            }
            _ => Err((self.at(), format!("expected a name, found {}", self.found()))),
        }
    }

    fn make(&self, at: usize, kind: ExprKind) -> Expr {
        Expr { pos: shift(&self.pos, at), kind }
    }

    fn deeper(&mut self, at: usize) -> Result<(), Fail> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            Err((at, "nested too deep".to_owned()))
        } else {
            Ok(())
        }
    }

    fn ternary(&mut self) -> Result<Expr, Fail> {
        let at = self.at();
        self.deeper(at)?;
        let cond = self.binary(0)?;
        let out = if self.accept("?") {
            let yes = self.ternary()?;
            self.expect(":")?;
            let no = self.ternary()?;
            self.make(at, ExprKind::Cond(Box::new(cond), Box::new(yes), Box::new(no)))
        } else {
            cond
        };
        self.depth -= 1;
        Ok(out)
    }

    /// Operators by how strongly they bind, weakest first (as in Kaitai: the bit operators bind stronger than comparisons).
    fn operator(&self, level: usize) -> Option<Binary> {
        let word = match self.peek() {
            Tok::Op(o) => *o,
            Tok::Name(n) if n == "and" => "and",
            Tok::Name(n) if n == "or" => "or",
            _ => return None,
        };
        let (l, op) = match word {
            "or" => (0, Binary::Or),
            "and" => (1, Binary::And),
            "==" => (2, Binary::Eq),
            "!=" => (2, Binary::Ne),
            "<" => (2, Binary::Lt),
            "<=" => (2, Binary::Le),
            ">" => (2, Binary::Gt),
            ">=" => (2, Binary::Ge),
            "|" => (3, Binary::BitOr),
            "^" => (4, Binary::BitXor),
            "&" => (5, Binary::BitAnd),
            "<<" => (6, Binary::Shl),
            ">>" => (6, Binary::Shr),
            "+" => (7, Binary::Add),
            "-" => (7, Binary::Sub),
            "*" => (8, Binary::Mul),
            "/" => (8, Binary::Div),
            "%" => (8, Binary::Rem),
            _ => return None,
        };
        (l == level).then_some(op)
    }

    fn binary(&mut self, level: usize) -> Result<Expr, Fail> {
        if level > 8 {
            return self.unary();
        }
        let at = self.at();
        if level == 2 && self.accept_word("not") {
            self.deeper(at)?;
            let inner = self.binary(2)?;
            self.depth -= 1;
            return Ok(self.make(at, ExprKind::Unary(Unary::Not, Box::new(inner))));
        }
        let mut left = self.binary(level + 1)?;
        while let Some(op) = self.operator(level) {
            self.next += 1;
            let right = self.binary(level + 1)?;
            left = self.make(at, ExprKind::Binary(op, Box::new(left), Box::new(right)));
        }
        Ok(left)
    }

    fn unary(&mut self) -> Result<Expr, Fail> {
        let at = self.at();
        if self.accept("-") {
            self.deeper(at)?;
            let inner = self.unary()?;
            self.depth -= 1;
            return Ok(self.make(at, ExprKind::Unary(Unary::Neg, Box::new(inner))));
        }
        self.postfix()
    }

    fn postfix(&mut self) -> Result<Expr, Fail> {
        let at = self.at();
        let mut e = self.atom()?;
        loop {
            let kind = if self.accept(".") {
                let name = self.name()?;
                if name == "as" && self.accept("<") {
                    let mut target = self.name()?;
                    while self.accept("::") {
                        target = format!("{target}::{}", self.name()?);
                    }
                    self.expect(">")?;
                    ExprKind::Cast(Box::new(e), target)
                } else {
                    ExprKind::Member(Box::new(e), name)
                }
            } else if self.accept("[]") {
                ExprKind::Each(Box::new(e))
            } else if self.accept("[") {
                let index = self.ternary()?;
                self.expect("]")?;
                ExprKind::Index(Box::new(e), Box::new(index))
            } else if self.accept("(") {
                ExprKind::Call(Box::new(e), self.args()?)
            } else {
                return Ok(e);
            };
            e = self.make(at, kind);
        }
    }

    fn args(&mut self) -> Result<Vec<Expr>, Fail> {
        let mut args = Vec::new();
        if self.accept(")") {
            return Ok(args);
        }
        loop {
            args.push(self.ternary()?);
            if self.accept(")") {
                return Ok(args);
            }
            self.expect(",")?;
        }
    }

    fn atom(&mut self) -> Result<Expr, Fail> {
        let at = self.at();
        let kind = match self.peek().clone() {
            Tok::Int(n) => ExprKind::Int(n),
            Tok::Str(s) => ExprKind::Str(s),
            Tok::Name(n) if n == "true" || n == "false" => ExprKind::Bool(n == "true"),
            Tok::Name(n) => {
                self.next += 1;
                if n == "sizeof" && self.accept("<") {
                    let mut path = vec![self.name()?];
                    while self.accept("::") {
                        path.push(self.name()?);
                    }
                    self.expect(">")?;
                    return Ok(self.make(at, ExprKind::SizeOf(path)));
                }
                let mut path = vec![n.clone()];
                while self.accept("::") {
                    path.push(self.name()?);
                }
                let kind = if path.len() > 1 { ExprKind::Enum(path) } else { ExprKind::Name(n) };
                return Ok(self.make(at, kind));
            }
            Tok::Op("(") => {
                self.next += 1;
                let inner = self.ternary()?;
                self.expect(")")?;
                return Ok(inner);
            }
            _ => return Err((at, format!("expected a value, found {}", self.found()))),
        };
        self.next += 1;
        Ok(self.make(at, kind))
    }
}

/// Parses a reference to a type: `name`, `file::name`, `name(args)`, `name[]`.
pub fn parse_type(text: &str, pos: &Pos, diags: &mut Diagnostics) -> Option<(Vec<String>, Vec<Expr>, bool)> {
    let text = text.trim();
    let (text, array) = match text.strip_suffix("[]") {
        Some(inner) => (inner, true),
        None => (text, false),
    };
    let (path, args) = match text.find('(') {
        Some(open) => {
            // The arguments of a call to the same name.
            let call = parse(&format!("_{}", &text[open..]), &shift(pos, open.saturating_sub(1)), diags)?;
            match call.kind {
                ExprKind::Call(_, args) => (&text[..open], args),
                _ => {
                    diags.error(pos, format!("not a type: {text}"));
                    return None;
                }
            }
        }
        None => (text, Vec::new()),
    };
    let path: Vec<String> = path.split("::").map(str::to_owned).collect();
    let valid = |s: &String| !s.is_empty() && s.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if path.iter().all(valid) {
        Some((path, args, array))
    } else {
        diags.error(pos, format!("not a type: {text}"));
        None
    }
}
