//! What stands behind WITH.

use super::Parser;
use crate::ast::{Expr, Property, PropertyValue};
use crate::error::Result;
use crate::keyword::{Class, Keyword};
use crate::token::TokenKind;

impl Parser<'_> {
    pub(super) fn properties(&mut self) -> Result<Vec<Property>> {
        self.and_separated(Self::property)
    }

    pub(super) fn property(&mut self) -> Result<Property> {
        let name = self.name()?;
        self.expect("=")?;
        let value = match self.is("{") {
            true if ["included_indexes", "excluded_indexes"].contains(&name.text.as_str()) => {
                self.take();
                PropertyValue::Names(self.until("}", Self::table_name)?)
            }
            true => PropertyValue::Map(self.map()?),
            false => PropertyValue::Text(self.property_text()?),
        };
        Ok(Property { name, value })
    }

    /// `{'a': 'b'}` (`fullMapLiteral`).
    pub(super) fn map(&mut self) -> Result<Vec<(Expr, Expr)>> {
        self.expect("{")?;
        self.until("}", |parser| {
            let key = parser.term()?;
            parser.expect(":")?;
            Ok((key, parser.term()?))
        })
    }

    /// A constant or a word (`propertyValue`).
    fn property_text(&mut self) -> Result<String> {
        if let Some(literal) = self.literal() {
            return Ok(literal.text);
        }
        let token = self.peek();
        match token.kind {
            TokenKind::Keyword(word) if word.class() != Class::Reserved => {
                self.take();
                Ok(token.span.of(self.text).to_ascii_lowercase())
            }
            _ => Err(self.no_alternative()),
        }
    }

    /// `PRIMARY KEY (…)` behind its two words, and the table's or view's order of rows.
    pub(super) fn primary_key(&mut self) -> Result<crate::ast::PrimaryKey> {
        self.expect("(")?;
        let partition = match self.eat("(") {
            true => {
                let names = self.comma_separated(Self::name)?;
                self.expect(")")?;
                names
            }
            false => vec![self.name()?],
        };
        let mut clustering = Vec::new();
        while self.eat(",") {
            clustering.push(self.name()?);
        }
        self.expect(")")?;
        Ok(crate::ast::PrimaryKey { partition, clustering })
    }

    /// WITH of a table or view, if it is said.
    pub(super) fn table_properties(&mut self) -> Result<crate::ast::TableProperties> {
        let mut properties = crate::ast::TableProperties::default();
        if !self.eat_word(Keyword::With) {
            return Ok(properties);
        }
        loop {
            if self.eat_words(&[Keyword::Compact, Keyword::Storage]) {
                properties.compact_storage = true;
            } else if self.eat_words(&[Keyword::Clustering, Keyword::Order]) {
                self.expect_word(Keyword::By)?;
                self.expect("(")?;
                let order = self.comma_separated(|parser| {
                    let column = parser.name()?;
                    let direction = parser.direction().ok_or_else(|| parser.no_alternative())?;
                    Ok((column, direction))
                })?;
                self.expect(")")?;
                properties.clustering_order.extend(order);
            } else {
                properties.properties.push(self.property()?);
            }
            if !self.eat_word(Keyword::And) {
                return Ok(properties);
            }
        }
    }
}
