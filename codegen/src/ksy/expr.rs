//! The expression language: a subset of Kaitai's (formats: integers, text, truth values; no floats, no method calls with effects).

use crate::diag::{Diagnostics, Pos};

/// An expression and where it begins.
#[derive(Debug, Clone)]
pub struct Expr {
    /// Where it begins.
    pub pos: Pos,
    /// What it is.
    pub kind: ExprKind,
}

impl Expr {
    /// A name.
    pub fn named(name: &str, pos: &Pos) -> Self {
        Expr { pos: pos.clone(), kind: ExprKind::Name(name.to_owned()) }
    }

    /// The name that it is.
    pub fn as_name(&self) -> Option<&str> {
        match &self.kind {
            ExprKind::Name(name) => Some(name),
            _ => None,
        }
    }

    /// The function that it calls by name, and the arguments.
    pub fn as_call(&self) -> Option<(&str, &[Expr])> {
        match &self.kind {
            ExprKind::Call(function, args) => Some((function.as_name()?, args)),
            _ => None,
        }
    }

    /// Calls `f` for it and everything in it.
    pub fn visit<'e>(&'e self, f: &mut dyn FnMut(&'e Expr)) {
        f(self);
        match &self.kind {
            ExprKind::Member(a, _) | ExprKind::Each(a) | ExprKind::Cast(a, _) | ExprKind::Unary(_, a) => a.visit(f),
            ExprKind::Index(a, b) | ExprKind::Binary(_, a, b) => {
                a.visit(f);
                b.visit(f);
            }
            ExprKind::Call(a, args) => {
                a.visit(f);
                args.iter().for_each(|x| x.visit(f));
            }
            ExprKind::Cond(a, b, c) => {
                a.visit(f);
                b.visit(f);
                c.visit(f);
            }
            ExprKind::Int(_) | ExprKind::Str(_) | ExprKind::Bool(_) | ExprKind::Name(_) | ExprKind::Enum(_) => {}
        }
    }

    /// The names in it, as often as they stand there.
    pub fn names(&self) -> Vec<&str> {
        let mut out = Vec::new();
        self.visit(&mut |e| out.extend(e.as_name()));
        out
    }

    /// Whether a name stands in it.
    pub fn mentions(&self, name: &str) -> bool {
        self.names().contains(&name)
    }

    /// How deep it is nested.
    fn depth(&self) -> usize {
        let within = match &self.kind {
            ExprKind::Member(a, _) | ExprKind::Each(a) | ExprKind::Cast(a, _) | ExprKind::Unary(_, a) => a.depth(),
            ExprKind::Index(a, b) | ExprKind::Binary(_, a, b) => a.depth().max(b.depth()),
            ExprKind::Call(a, args) => args.iter().map(Expr::depth).fold(a.depth(), usize::max),
            ExprKind::Cond(a, b, c) => a.depth().max(b.depth()).max(c.depth()),
            ExprKind::Int(_) | ExprKind::Str(_) | ExprKind::Bool(_) | ExprKind::Name(_) | ExprKind::Enum(_) => 0,
        };
        within + 1
    }
}

/// The kinds of expressions.
#[derive(Debug, Clone)]
pub enum ExprKind {
    /// A whole number.
    Int(i128),
    /// Text.
    Str(String),
    /// A truth value.
    Bool(bool),
    /// A name: field, parameter, instance, register, `_root`, `_parent`, `_io`, `_index`, `_`.
    Name(String),
    /// `a.b`
    Member(Box<Expr>, String),
    /// `a[i]`
    Index(Box<Expr>, Box<Expr>),
    /// `a[]`, each element (extension, in derivations only).
    Each(Box<Expr>),
    /// `f(a, b)` (extension functions) or `a.f(b)`.
    Call(Box<Expr>, Vec<Expr>),
    /// `a.as<T>`
    Cast(Box<Expr>, String),
    /// `not a`, `-a`
    Unary(Unary, Box<Expr>),
    /// `a + b` …
    Binary(Binary, Box<Expr>, Box<Expr>),
    /// `c ? a : b`
    Cond(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `file::enumeration::value`
    Enum(Vec<String>),
}

/// Operators with one operand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unary {
    /// `not`
    Not,
    /// `-`
    Neg,
}

/// Operators with two operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Binary {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    BitAnd,
    BitOr,
    BitXor,
    Shl,
    Shr,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    And,
    Or,
}

#[derive(Debug, Clone, PartialEq)]
enum Tok {
    Int(i128),
    Str(String),
    Name(String),
    Op(&'static str),
    End,
}

const OPS: [&str; 28] = [
    "::", "<<", ">>", "==", "!=", "<=", ">=", "[]", "(", ")", "[", "]", ".", ",", "?", ":", "+", "-", "*", "/", "%",
    "&", "|", "^", "<", ">", "~", "!",
];

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

type Fail = (usize, String);

fn lex(text: &str) -> Result<Vec<(usize, Tok)>, Fail> {
    let mut out = Vec::new();
    let mut rest = text;
    loop {
        let trimmed = rest.trim_start();
        let at = text.len() - trimmed.len();
        let Some(c) = trimmed.chars().next() else { break };
        let len;
        let tok = if c.is_ascii_digit() {
            len = trimmed.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(trimmed.len());
            let word = trimmed[..len].replace('_', "");
            let parsed = match word.strip_prefix("0x") {
                Some(hex) => i128::from_str_radix(hex, 16),
                None => word.parse(),
            };
            Tok::Int(parsed.map_err(|_| (at, format!("not a number: {word}")))?)
        } else if c.is_ascii_alphabetic() || c == '_' {
            len = trimmed.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(trimmed.len());
            Tok::Name(trimmed[..len].to_owned())
        } else if c == '"' || c == '\'' {
            let inner = &trimmed[1..];
            let n = inner.find(c).ok_or((at, "text without its closing quote".to_owned()))?;
            len = n + 2;
            Tok::Str(inner[..n].to_owned())
        } else {
            let op = OPS.into_iter().find(|op| trimmed.starts_with(op));
            let op = op.ok_or((at, format!("unexpected character {c:?}")))?;
            len = op.len();
            Tok::Op(op)
        };
        out.push((at, tok));
        rest = &trimmed[len..];
    }
    out.push((text.len(), Tok::End));
    Ok(out)
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
