//! Statements about roles, users, permissions, comments and labels. They are read to their end, and nothing of them is kept: no
//! SSTable of a table has it.

use super::Parser;
use crate::ast::Statement;
use crate::error::Result;
use crate::keyword::Keyword;
use crate::token::TokenKind;

const PERMISSIONS: &[Keyword] = &[
    Keyword::Create,
    Keyword::Alter,
    Keyword::Drop,
    Keyword::Select,
    Keyword::Modify,
    Keyword::Authorize,
    Keyword::Describe,
    Keyword::Execute,
    Keyword::Unmask,
    Keyword::SelectMasked,
];

impl Parser<'_> {
    fn is_permission(&self) -> bool {
        self.is_word(Keyword::All) || PERMISSIONS.iter().any(|word| self.is_word(*word))
    }

    fn permissions(&mut self) -> Result<()> {
        if self.eat_word(Keyword::All) {
            self.eat_word(Keyword::Permissions);
            return Ok(());
        }
        self.comma_separated(|parser| {
            if !parser.is_permission() {
                return Err(parser.no_alternative());
            }
            parser.take();
            parser.eat_word(Keyword::Permission);
            Ok(())
        })
        .map(drop)
    }

    fn resource(&mut self) -> Result<()> {
        let named_all = matches!(self.peek_at(1).kind, TokenKind::Keyword(Keyword::To | Keyword::From));
        if !named_all && self.eat_word(Keyword::All) {
            if self.eat_word(Keyword::Keyspaces) || self.eat_word(Keyword::Roles) || self.eat_word(Keyword::Mbeans) {
                return Ok(());
            }
            let functions = self.eat_word(Keyword::Functions);
            if !functions {
                self.expect_word(Keyword::Tables)?;
            }
            if !functions || self.is_word(Keyword::In) {
                self.expect_words(&[Keyword::In, Keyword::Keyspace])?;
                self.name()?;
            }
            return Ok(());
        }
        if self.eat_word(Keyword::Mbean) || self.eat_word(Keyword::Mbeans) {
            return self.string().map(drop);
        }
        if self.is_word(Keyword::Role)
            && !self.is_at(1, ".")
            && !matches!(self.peek_at(1).kind, TokenKind::Keyword(Keyword::To | Keyword::From))
        {
            self.take();
            return self.role_name();
        }
        if self.is_word(Keyword::Function)
            && !self.is_at(1, ".")
            && !matches!(self.peek_at(1).kind, TokenKind::Keyword(Keyword::To | Keyword::From))
        {
            self.take();
            self.function_name()?;
            return self.signature().map(drop);
        }
        if self.eat_word(Keyword::Keyspace) {
            return self.name().map(drop);
        }
        self.eat_word(Keyword::Table);
        self.table_name().map(drop)
    }

    pub(super) fn grant(&mut self) -> Result<Statement> {
        self.expect_word(Keyword::Grant)?;
        self.permissions_or_role()?;
        self.expect_word(Keyword::To)?;
        self.role_name()?;
        Ok(Statement::Access("GRANT"))
    }

    /// What is granted: permissions on a resource, or a role.
    fn permissions_or_role(&mut self) -> Result<()> {
        if !self.permission_follows() {
            return self.role_name();
        }
        self.permissions()?;
        self.expect_word(Keyword::On)?;
        self.resource()
    }

    /// ALL and the words of 5.0 that are no reserved ones are roles' names too.
    fn permission_follows(&self) -> bool {
        self.is_permission() && !self.is_word_at(1, Keyword::To) && !self.is_word_at(1, Keyword::From)
    }

    pub(super) fn revoke(&mut self) -> Result<Statement> {
        self.expect_word(Keyword::Revoke)?;
        self.permissions_or_role()?;
        self.expect_word(Keyword::From)?;
        self.role_name()?;
        Ok(Statement::Access("REVOKE"))
    }

    pub(super) fn list(&mut self) -> Result<Statement> {
        self.expect_word(Keyword::List)?;
        if self.eat_word(Keyword::Users) {
            return Ok(Statement::Access("LIST USERS"));
        }
        if self.eat_word(Keyword::Superusers) {
            return Ok(Statement::Access("LIST SUPERUSERS"));
        }
        let roles = self.eat_word(Keyword::Roles);
        if !roles {
            self.permissions()?;
            if self.eat_word(Keyword::On) {
                self.resource()?;
            }
        }
        if self.eat_word(Keyword::Of) {
            self.role_name()?;
        }
        self.eat_word(Keyword::Norecursive);
        Ok(Statement::Access(if roles { "LIST ROLES" } else { "LIST PERMISSIONS" }))
    }

    pub(super) fn add_identity(&mut self) -> Result<Statement> {
        self.expect_words(&[Keyword::Add, Keyword::Identity])?;
        self.if_not_exists()?;
        self.role_name()?;
        self.expect_words(&[Keyword::To, Keyword::Role])?;
        self.role_name()?;
        Ok(Statement::Access("ADD IDENTITY"))
    }

    pub(super) fn create_user(&mut self) -> Result<Statement> {
        self.expect_word(Keyword::User)?;
        self.if_not_exists()?;
        self.user()?;
        Ok(Statement::Access("CREATE USER"))
    }

    pub(super) fn alter_user(&mut self) -> Result<Statement> {
        self.expect_word(Keyword::User)?;
        self.if_exists()?;
        self.user()?;
        Ok(Statement::Access("ALTER USER"))
    }

    fn user(&mut self) -> Result<()> {
        self.role_name()?;
        if self.eat_word(Keyword::With) && !self.eat_words(&[Keyword::Generated, Keyword::Password]) {
            self.eat_word(Keyword::Hashed);
            self.expect_word(Keyword::Password)?;
            self.string()?;
        }
        if !self.eat_word(Keyword::Superuser) {
            self.eat_word(Keyword::Nosuperuser);
        }
        Ok(())
    }

    pub(super) fn create_role(&mut self) -> Result<Statement> {
        let generated = self.eat_word(Keyword::Generated);
        self.expect_word(Keyword::Role)?;
        self.if_not_exists()?;
        if !generated
            || !matches!(self.peek().kind, TokenKind::End | TokenKind::Symbol(";") | TokenKind::Keyword(Keyword::With))
        {
            self.role_name()?;
        }
        self.role_options()?;
        Ok(Statement::Access("CREATE ROLE"))
    }

    pub(super) fn alter_role(&mut self) -> Result<Statement> {
        self.expect_word(Keyword::Role)?;
        self.if_exists()?;
        self.role_name()?;
        self.role_options()?;
        Ok(Statement::Access("ALTER ROLE"))
    }

    fn role_options(&mut self) -> Result<()> {
        match self.eat_word(Keyword::With) {
            true => self.and_separated(Self::role_option).map(drop),
            false => Ok(()),
        }
    }

    fn role_option(&mut self) -> Result<()> {
        if self.eat_words(&[Keyword::Generated, Keyword::Password]) {
            return Ok(());
        }
        if self.eat_word(Keyword::Access) {
            return self.access();
        }
        if self.eat_word(Keyword::Options) {
            self.expect("=")?;
            return self.map().map(drop);
        }
        if self.eat_word(Keyword::Superuser) || self.eat_word(Keyword::Login) {
            self.expect("=")?;
            return match self.take().kind {
                TokenKind::Boolean => Ok(()),
                _ => {
                    self.at -= 1;
                    Err(self.mismatched("BOOLEAN"))
                }
            };
        }
        self.eat_word(Keyword::Hashed);
        self.expect_word(Keyword::Password)?;
        self.expect("=")?;
        self.string().map(drop)
    }

    /// `TO ALL DATACENTERS`, `FROM CIDRS {…}`
    fn access(&mut self) -> Result<()> {
        let datacenters = self.eat_word(Keyword::To);
        if !datacenters {
            self.expect_word(Keyword::From)?;
        }
        let what = if datacenters { Keyword::Datacenters } else { Keyword::Cidrs };
        if self.eat_word(Keyword::All) {
            return self.expect_word(what).map(drop);
        }
        self.expect_word(what)?;
        self.expect("{")?;
        self.comma_separated(Self::string)?;
        self.expect("}").map(drop)
    }

    pub(super) fn drop_role(&mut self, word: Keyword) -> Result<Statement> {
        self.take();
        self.if_exists()?;
        self.role_name()?;
        Ok(Statement::Access(match word {
            Keyword::User => "DROP USER",
            Keyword::Role => "DROP ROLE",
            _ => "DROP IDENTITY",
        }))
    }

    pub(super) fn comment(&mut self) -> Result<Statement> {
        self.expect_word(Keyword::Comment)?;
        self.labelled()?;
        Ok(Statement::Access("COMMENT ON"))
    }

    pub(super) fn security_label(&mut self) -> Result<Statement> {
        self.expect_words(&[Keyword::Security, Keyword::Label])?;
        if self.eat_word(Keyword::For) {
            self.name()?;
        }
        self.labelled()?;
        Ok(Statement::Access("SECURITY LABEL ON"))
    }

    /// `ON TABLE t IS 'text'`
    fn labelled(&mut self) -> Result<()> {
        self.expect_word(Keyword::On)?;
        if self.eat_word(Keyword::Keyspace) {
            self.name()?;
        } else if self.eat_word(Keyword::Table) {
            self.table_name()?;
        } else if self.eat_word(Keyword::Type) {
            self.type_identifier()?;
        } else if self.eat_word(Keyword::Column) || self.eat_word(Keyword::Field) {
            self.name()?;
            self.expect(".")?;
            self.name()?;
            if self.eat(".") {
                self.name()?;
            }
        } else {
            return Err(self.no_alternative());
        }
        self.expect_word(Keyword::Is)?;
        match self.eat_word(Keyword::Null) {
            true => Ok(()),
            false => self.string().map(drop),
        }
    }
}
