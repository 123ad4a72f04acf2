//! SELECT.

use super::Parser;
use crate::ast::{Direction, Expr, ExprKind, Ordering, Properties, Select, Selection, Selector};
use crate::error::Result;
use crate::keyword::Keyword;
use crate::token::TokenKind;

impl Parser<'_> {
    pub(super) fn select(&mut self) -> Result<Select> {
        self.expect_word(Keyword::Select)?;
        let json = self.eat_before_selection(Keyword::Json);
        let distinct = self.eat_before_selection(Keyword::Distinct);
        let selection = self.selection()?;
        self.expect_word(Keyword::From)?;
        let from = self.table_name()?;
        let relations = self.where_clause()?;
        let mut select = Select {
            json,
            distinct,
            selection,
            from,
            relations,
            group_by: Vec::new(),
            order_by: Vec::new(),
            per_partition_limit: None,
            limit: None,
            allow_filtering: false,
            options: Properties::new(),
        };
        if self.eat_word(Keyword::Group) {
            self.expect_word(Keyword::By)?;
            select.group_by = self.comma_separated(Self::selected)?;
        }
        if self.eat_word(Keyword::Order) {
            self.expect_word(Keyword::By)?;
            select.order_by = self.comma_separated(Self::ordering)?;
        }
        if self.eat_word(Keyword::Per) {
            self.expect_words(&[Keyword::Partition, Keyword::Limit])?;
            select.per_partition_limit = Some(self.int_value()?);
        }
        if self.eat_word(Keyword::Limit) {
            select.limit = Some(self.int_value()?);
        }
        if self.eat_word(Keyword::Allow) {
            self.expect_word(Keyword::Filtering)?;
            select.allow_filtering = true;
        }
        if self.eat_word(Keyword::With) {
            select.options = self.properties()?;
        }
        Ok(select)
    }

    /// WHERE, if it is said.
    pub(super) fn where_clause(&mut self) -> Result<Vec<crate::ast::Relation>> {
        match self.eat_word(Keyword::Where) {
            true => self.relations(),
            false => Ok(Vec::new()),
        }
    }

    /// Takes JSON or DISTINCT: they are columns' names too, where no selection can be read behind them.
    fn eat_before_selection(&mut self, word: Keyword) -> bool {
        let at = self.at;
        let found = self.eat_word(word)
            && self
                .attempt(|parser| {
                    if word == Keyword::Json {
                        parser.eat_before_selection(Keyword::Distinct);
                    }
                    parser.selection()
                })
                .is_some();
        self.at = at + usize::from(found);
        found
    }

    pub(super) fn selection(&mut self) -> Result<Selection> {
        if self.eat("*") {
            return Ok(Selection::All);
        }
        let selectors = self.comma_separated(|parser| {
            let expr = parser.selected()?;
            let alias = match parser.eat_word(Keyword::As) {
                true => Some(parser.name()?),
                false => None,
            };
            Ok(Selector { expr, alias })
        })?;
        Ok(Selection::Columns(selectors))
    }

    fn ordering(&mut self) -> Result<Ordering> {
        let column = self.column_name()?;
        let ann_of = match self.eat_word(Keyword::Ann) {
            true => {
                self.expect_word(Keyword::Of)?;
                Some(self.term()?)
            }
            false => None,
        };
        let direction = self.direction().unwrap_or(Direction::Ascending);
        Ok(Ordering { column, ann_of, direction })
    }

    /// ASC or DESC, if it is said.
    pub(super) fn direction(&mut self) -> Option<Direction> {
        if self.eat_word(Keyword::Asc) {
            return Some(Direction::Ascending);
        }
        self.eat_word(Keyword::Desc).then_some(Direction::Descending)
    }

    /// An integer or a marker (`intValue`).
    pub(super) fn int_value(&mut self) -> Result<Expr> {
        let span = self.peek().span;
        if self.is("?") || self.is(":") {
            let kind = ExprKind::Marker(self.marker()?);
            return Ok(Expr { kind, span: span.to(self.last_span()) });
        }
        match (&self.peek().kind, self.peek()) {
            (TokenKind::Integer, _) => {
                let literal = self.literal().expect("an integer is a constant");
                Ok(Expr { kind: ExprKind::Literal(literal), span })
            }
            _ => Err(self.no_alternative()),
        }
    }
}
