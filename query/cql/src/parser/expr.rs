//! Expressions: those that are selected, and values.

use super::Parser;
use crate::ast::{ArithmeticOperator, CellFact, Expr, ExprKind, Literal, LiteralKind};
use crate::error::Result;
use crate::keyword::Keyword;
use crate::token::TokenKind;

/// What an expression may consist of.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Columns, fields, elements besides values (`unaliasedSelector`).
    Selected,
    /// Values only (`term`).
    Value,
}

/// The ends of what is taken of a collection, and whether it is a slice.
type SubSelection = (Option<Box<Expr>>, Option<Box<Expr>>, bool);

impl Parser<'_> {
    /// What is selected (`unaliasedSelector`).
    pub(super) fn selected(&mut self) -> Result<Expr> {
        self.sum(Kind::Selected)
    }

    /// A value (`term`).
    pub(super) fn term(&mut self) -> Result<Expr> {
        self.sum(Kind::Value)
    }

    fn sum(&mut self, kind: Kind) -> Result<Expr> {
        let sum = self.nested(|parser| {
            let operators = [("+", ArithmeticOperator::Add), ("-", ArithmeticOperator::Subtract)];
            parser.chain(kind, &operators, |parser| parser.product(kind))
        })?;
        match kind == Kind::Value && !self.references && !self.is_after_value() {
            true => Err(self.no_alternative()),
            false => Ok(sum),
        }
    }

    /// Whether what is next may stand behind a value: Cassandra's parser looks at it to see whether the sum goes on.
    fn is_after_value(&self) -> bool {
        use Keyword as K;
        match &self.peek().kind {
            TokenKind::Symbol(symbol) => [",", ")", "]", "}", ":", "..", ";", "+", "-"].contains(symbol),
            TokenKind::Keyword(word) => matches!(
                word,
                K::Allow
                    | K::And
                    | K::Apply
                    | K::As
                    | K::Asc
                    | K::Delete
                    | K::Desc
                    | K::Group
                    | K::If
                    | K::Insert
                    | K::Limit
                    | K::Order
                    | K::Per
                    | K::Primary
                    | K::Update
                    | K::Where
                    | K::With
            ),
            TokenKind::End => true,
            _ => false,
        }
    }

    /// The name of a column that is selected: what is next has to be something that may stand behind one.
    fn selected_column(&mut self) -> Result<Expr> {
        use Keyword as K;
        let column = self.column_expr()?;
        let follows = match &self.peek().kind {
            TokenKind::Symbol(symbol) => {
                [",", "+", "-", "*", "/", "%", ".", "[", ")", "]", "}", ":", ";"].contains(symbol)
            }
            TokenKind::Keyword(word) => {
                matches!(word, K::Allow | K::As | K::From | K::Limit | K::Order | K::Per | K::With)
            }
            TokenKind::End => true,
            _ => false,
        };
        match follows || self.references {
            true => Ok(column),
            false => Err(self.no_alternative()),
        }
    }

    fn product(&mut self, kind: Kind) -> Result<Expr> {
        let operators =
            [("*", ArithmeticOperator::Multiply), ("/", ArithmeticOperator::Divide), ("%", ArithmeticOperator::Modulo)];
        self.chain(kind, &operators, |parser| parser.factor(kind))
    }

    /// Operands with operators of one rank between them, from the left.
    fn chain(
        &mut self,
        kind: Kind,
        operators: &[(&str, ArithmeticOperator)],
        operand: impl Fn(&mut Self) -> Result<Expr>,
    ) -> Result<Expr> {
        let mut left = operand(self)?;
        let mut length = 0;
        while let Some((_, operator)) = operators.iter().find(|(symbol, _)| self.is(symbol)) {
            // A chain is a tree as deep as it is long.
            length += 1;
            if length > super::MAX_DEPTH {
                return self.nested_too_deep();
            }
            // `c = v + c` of UPDATE: what follows is no value but the column.
            if *operator == ArithmeticOperator::Add && kind == Kind::Value && self.is_column_at(1) {
                return Ok(left);
            }
            self.take();
            let right = operand(self)?;
            let span = left.span.to(right.span);
            left = Expr { kind: ExprKind::Arithmetic(*operator, Box::new(left), Box::new(right)), span };
        }
        Ok(left)
    }

    /// Whether a column stands here where only values may, outside of transactions.
    pub(super) fn is_column_at(&self, ahead: usize) -> bool {
        let cast = self.is_word_at(ahead, Keyword::Cast) && self.is_at(ahead + 1, "(");
        !self.references && self.is_name_at(ahead) && !self.is_call_at(ahead) && !cast
    }

    fn nested_too_deep<T>(&mut self) -> Result<T> {
        self.depth = super::MAX_DEPTH;
        self.nested(|_| unreachable!("the depth is the largest"))
    }

    fn factor(&mut self, kind: Kind) -> Result<Expr> {
        let start = self.peek().span;
        if self.eat("-") {
            let of = match kind {
                Kind::Selected => self.nested(|parser| parser.factor(kind))?,
                Kind::Value => self.simple(kind)?,
            };
            let span = start.to(of.span);
            return Ok(Expr { kind: ExprKind::Negation(Box::new(of)), span });
        }
        let simple = self.simple(kind)?;
        match kind {
            Kind::Selected => self.modifiers(simple, false),
            Kind::Value if self.references => self.modifiers(simple, false),
            Kind::Value => Ok(simple),
        }
    }

    /// `.field`, `[key]`, `[from..to]` (`selectorModifier`). Of a cell's column nothing else may follow.
    fn modifiers(&mut self, mut of: Expr, of_cell: bool) -> Result<Expr> {
        let mut length = 0;
        loop {
            length += 1;
            if length > super::MAX_DEPTH {
                return self.nested_too_deep();
            }
            let start = of.span;
            let is_column = matches!(of.kind, ExprKind::Column(_));
            let kind = if self.is(".") && (is_column || self.is_name_at(1)) {
                self.take();
                ExprKind::Field(Box::new(of), self.name()?)
            } else if self.is("[") {
                // What is no element and no slice is not of the column: the parenthesis is what is not expected.
                let found = match of_cell {
                    true => Some(self.sub_selection()?),
                    false => self.attempt(Self::sub_selection),
                };
                let Some((from, to, is_slice)) = found else { return Ok(of) };
                match (from, to, is_slice) {
                    (Some(key), _, false) => ExprKind::Element(Box::new(of), key),
                    (from, to, _) => ExprKind::Slice(Box::new(of), from, to),
                }
            } else {
                return Ok(of);
            };
            of = Expr { kind, span: start.to(self.last_span()) };
        }
    }

    /// `[key]` or `[from..to]`: its ends, and whether it is a slice.
    fn sub_selection(&mut self) -> Result<SubSelection> {
        self.expect("[")?;
        let from = match self.is("..") {
            true => None,
            false => Some(Box::new(self.term()?)),
        };
        let is_slice = self.eat("..");
        let to = match is_slice && !(from.is_some() && self.is("]")) {
            true => Some(Box::new(self.term()?)),
            false => None,
        };
        self.expect("]")?;
        Ok((from, to, is_slice))
    }

    fn simple(&mut self, kind: Kind) -> Result<Expr> {
        let start = self.peek().span;
        let made = self.nested(|parser| parser.simple_kind(kind))?;
        Ok(Expr { kind: made, span: start.to(self.last_span()) })
    }

    fn simple_kind(&mut self, kind: Kind) -> Result<ExprKind> {
        if let Some(literal) = self.literal() {
            return Ok(ExprKind::Literal(literal));
        }
        if self.eat_word(Keyword::Null) {
            return Ok(ExprKind::Null);
        }
        if self.is("?") || self.is(":") {
            return self.marker().map(ExprKind::Marker);
        }
        if self.eat("[") {
            if !self.begins_value() {
                self.expect("]")?;
                return Ok(ExprKind::List(Vec::new()));
            }
            return Ok(ExprKind::List(self.until("]", |parser| parser.sum(kind))?));
        }
        if self.eat("{") {
            return self.braces(kind);
        }
        if self.is("(") {
            return self.parentheses(kind);
        }
        if self.is_word(Keyword::Cast) && self.is_at(1, "(") {
            return self.cast(kind);
        }
        if kind == Kind::Selected {
            if self.is_word(Keyword::Count) && self.is_at(1, "(") && self.is_at(2, "*") {
                self.at += 3;
                self.expect(")")?;
                return Ok(ExprKind::CountStar);
            }
            if let Some(fact) = self.cell_fact() {
                self.at += 2;
                let column = self.selected_column()?;
                let of = self.modifiers(column, true)?;
                self.expect(")")?;
                return Ok(ExprKind::Cell(fact, Box::new(of)));
            }
        }
        if self.is_call_at(0) {
            let name = self.function_name()?;
            if kind == Kind::Selected && self.is_at(1, "*") {
                self.take();
                return Err(self.mismatched("')'"));
            }
            if kind == Kind::Selected && self.is("(") {
                self.take();
                if !self.begins_value() {
                    self.expect(")")?;
                    return Ok(ExprKind::Call(name, Vec::new()));
                }
                self.at -= 1;
            }
            let arguments = self.parenthesized(|parser| parser.sum(kind))?;
            return Ok(ExprKind::Call(name, arguments));
        }
        match kind {
            Kind::Selected => Ok(self.selected_column()?.kind),
            Kind::Value if self.references => Ok(self.column_expr()?.kind),
            // The name may have become a call's: it is the word behind it that cannot be.
            Kind::Value if self.is_name_at(0) => {
                self.take();
                Err(self.no_alternative())
            }
            Kind::Value => Err(self.no_alternative()),
        }
    }

    /// Whether what is next may begin a value, or a column.
    fn begins_value(&self) -> bool {
        match &self.peek().kind {
            TokenKind::Symbol(symbol) => ["(", "[", "{", "?", ":", "-"].contains(symbol),
            TokenKind::End => false,
            TokenKind::Keyword(word) => !word.is_reserved() || matches!(word, Keyword::Null | Keyword::Token),
            _ => true,
        }
    }

    fn column_expr(&mut self) -> Result<Expr> {
        let name = self.name()?;
        let span = name.span;
        Ok(Expr { kind: ExprKind::Column(name), span })
    }

    fn cell_fact(&self) -> Option<CellFact> {
        let TokenKind::Keyword(word) = self.peek().kind else { return None };
        if !self.is_at(1, "(") {
            return None;
        }
        match word {
            Keyword::Writetime => Some(CellFact::WriteTime),
            Keyword::Maxwritetime => Some(CellFact::MaxWriteTime),
            Keyword::Ttl => Some(CellFact::Ttl),
            _ => None,
        }
    }

    fn cast(&mut self, kind: Kind) -> Result<ExprKind> {
        self.at += 2;
        let of = match kind {
            Kind::Selected => self.sum(kind)?,
            Kind::Value => self.simple(kind)?,
        };
        self.expect_word(Keyword::As)?;
        let to = self.native_type()?;
        self.expect(")")?;
        Ok(ExprKind::Cast(Box::new(of), to))
    }

    /// A constant, if one is next (`constant`).
    pub(super) fn literal(&mut self) -> Option<Literal> {
        let token = self.peek();
        let kind = match &token.kind {
            TokenKind::String(text) => {
                self.take();
                return Some(Literal { kind: LiteralKind::String, text: text.clone() });
            }
            TokenKind::Integer => LiteralKind::Integer,
            TokenKind::Float | TokenKind::NotFinite => LiteralKind::Float,
            TokenKind::Boolean => LiteralKind::Boolean,
            TokenKind::Duration => LiteralKind::Duration,
            TokenKind::Hex => LiteralKind::Hex,
            TokenKind::Uuid => LiteralKind::Uuid,
            TokenKind::Keyword(_)
            | TokenKind::Name
            | TokenKind::QuotedName(_)
            | TokenKind::Symbol(_)
            | TokenKind::End => return None,
        };
        self.take();
        let text = token.span.of(self.text);
        // What is no number has one spelling from here on.
        let text = match (&token.kind, text.strip_prefix('-')) {
            (TokenKind::NotFinite, negative) => match (text.to_ascii_lowercase().ends_with("nan"), negative) {
                (true, _) => "NaN".to_owned(),
                (false, Some(_)) => "-Infinity".to_owned(),
                (false, None) => "Infinity".to_owned(),
            },
            _ => text.to_owned(),
        };
        Some(Literal { kind, text })
    }

    /// `?` or `:name`.
    pub(super) fn marker(&mut self) -> Result<Option<crate::ast::Name>> {
        if self.eat("?") {
            return Ok(None);
        }
        self.expect(":")?;
        self.name().map(Some)
    }

    /// A set, a map, or a value of a user-defined type.
    fn braces(&mut self, kind: Kind) -> Result<ExprKind> {
        if self.eat("}") {
            return Ok(ExprKind::Set(Vec::new()));
        }
        // A first key that is a name makes it a value of a user-defined type.
        let fields = self.is_field(kind);
        let first = if fields { self.column_expr()? } else { self.sum(kind)? };
        if !self.eat(":") {
            let mut elements = vec![first];
            while self.eat(",") {
                elements.push(self.sum(kind)?);
            }
            self.expect("}")?;
            return Ok(ExprKind::Set(elements));
        }
        let mut entries = vec![(first, self.sum(kind)?)];
        while self.eat(",") {
            let key = match fields {
                true => self.column_expr()?,
                false => self.sum(kind)?,
            };
            self.expect(":")?;
            entries.push((key, self.sum(kind)?));
        }
        self.expect("}")?;
        Ok(ExprKind::Map(entries))
    }

    /// Whether the name of a field and a colon follow.
    fn is_field(&self, kind: Kind) -> bool {
        kind == Kind::Value && self.is_name_at(0) && self.is_at(1, ":")
    }

    /// `(int) a`, `(a, b)`, or what stands in parentheses.
    fn parentheses(&mut self, kind: Kind) -> Result<ExprKind> {
        let start = self.at;
        if let Some(ty) = self.attempt(|parser| parser.type_hint(kind)) {
            if kind == Kind::Value {
                return Ok(ExprKind::TypeHint(ty, Box::new(self.simple(kind)?)));
            }
            if let Some(of) = self.attempt(|parser| parser.simple(kind)) {
                return Ok(ExprKind::TypeHint(ty, Box::new(of)));
            }
            // Where no value follows it is no type: of a collection's name the bracket is what is not expected.
            self.at = start;
        }
        self.expect("(")?;
        let elements = self.comma_separated(|parser| parser.sum(kind))?;
        self.expect(")")?;
        Ok(ExprKind::Tuple(elements))
    }

    /// A type in parentheses, if a value follows.
    fn type_hint(&mut self, kind: Kind) -> Result<crate::ast::TypeName> {
        self.expect("(")?;
        let ty = self.type_name()?;
        self.expect(")")?;
        let begins = match &self.peek().kind {
            TokenKind::Symbol(symbol) => ["(", "[", "{", "?", ":"].contains(symbol),
            TokenKind::End => false,
            TokenKind::Keyword(Keyword::Null | Keyword::Token) => true,
            // Of names only functions' are values.
            TokenKind::Keyword(_) | TokenKind::Name | TokenKind::QuotedName(_) if kind == Kind::Value => {
                self.is_call_at(0) || (self.is_word(Keyword::Cast) && self.is_at(1, "("))
            }
            // AS gives a name to what was selected before it; the others end a selection or an ordering.
            TokenKind::Keyword(Keyword::As) => self.is_at(1, "("),
            TokenKind::Keyword(word) => !word.is_reserved(),
            _ => true,
        };
        match begins {
            true => Ok(ty),
            false => Err(self.no_alternative()),
        }
    }
}
