//! The words of the language, and which of them may be names.

/// Where a word may stand for a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Nowhere, unless quoted.
    Reserved,
    /// For everything (`basic_unreserved_keyword`).
    Basic,
    /// For all but types: the native types (`native_type`).
    NativeType,
    /// For all but types and functions (`unreserved_keyword`).
    NotFunction,
}

macro_rules! keywords {
    ($($variant:ident $text:literal $class:ident,)*) => {
        /// A word of the language.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "each is the word it is called")]
        pub enum Keyword { $($variant,)* }

        impl Keyword {
            /// All of them.
            pub const ALL: &'static [Keyword] = &[$(Keyword::$variant,)*];

            /// The word, in capitals.
            pub const fn text(self) -> &'static str {
                match self { $(Keyword::$variant => $text,)* }
            }

            /// Where it may stand for a name.
            pub const fn class(self) -> Class {
                match self { $(Keyword::$variant => Class::$class,)* }
            }
        }

        /// The spellings, sorted when first asked for.
        const SPELLINGS: &[(&str, Keyword)] = &[
            $(($text, Keyword::$variant),)*
            ("COLUMNFAMILIES", Keyword::Tables),
            ("COLUMNFAMILY", Keyword::Table),
        ];
    };
}

keywords! {
    Access "ACCESS" Basic, Add "ADD" Reserved, Aggregate "AGGREGATE" Basic, Aggregates "AGGREGATES" Basic, All "ALL" Basic,
    Allow "ALLOW" Reserved, Alter "ALTER" Reserved, And "AND" Reserved, Ann "ANN" Basic, Apply "APPLY" Reserved, As "AS" Basic,
    Asc "ASC" Reserved, Ascii "ASCII" NativeType, Authorize "AUTHORIZE" Reserved, Batch "BATCH" Reserved, Begin "BEGIN" Reserved,
    Between "BETWEEN" Basic, Bigint "BIGINT" NativeType, Blob "BLOB" NativeType, Boolean "BOOLEAN" NativeType, By "BY" Reserved,
    Called "CALLED" Basic, Cast "CAST" NotFunction, Check "CHECK" Basic, Cidrs "CIDRS" Basic, Cluster "CLUSTER" Basic,
    Clustering "CLUSTERING" Basic, Column "COLUMN" Basic, Comment "COMMENT" Basic, Comments "COMMENTS" Basic, Commit "COMMIT" Basic,
    Compact "COMPACT" Basic, Contains "CONTAINS" Basic, Count "COUNT" NotFunction, Counter "COUNTER" NativeType, Create "CREATE" Reserved,
    Custom "CUSTOM" Basic, Datacenters "DATACENTERS" Basic, Date "DATE" NativeType, Decimal "DECIMAL" NativeType, Default "DEFAULT" Basic,
    Delete "DELETE" Reserved, Desc "DESC" Reserved, Describe "DESCRIBE" Reserved, Distinct "DISTINCT" NotFunction,
    Double "DOUBLE" NativeType, Drop "DROP" Reserved, Duration "DURATION" NativeType, End "END" Basic, Entries "ENTRIES" Reserved,
    Execute "EXECUTE" Reserved, Exists "EXISTS" Basic, Field "FIELD" Basic, Filtering "FILTERING" Basic, Finalfunc "FINALFUNC" Basic,
    Float "FLOAT" NativeType, For "FOR" Basic, From "FROM" Reserved, Frozen "FROZEN" Basic, Full "FULL" Reserved,
    Function "FUNCTION" Basic, Functions "FUNCTIONS" Basic, Generated "GENERATED" Basic, Grant "GRANT" Reserved, Group "GROUP" Basic,
    Hashed "HASHED" Basic, Identity "IDENTITY" Basic, If "IF" Reserved, In "IN" Reserved, Index "INDEX" Reserved,
    Indexes "INDEXES" Basic, Inet "INET" NativeType, Initcond "INITCOND" Basic, Input "INPUT" Basic, Insert "INSERT" Reserved,
    Int "INT" NativeType, Internals "INTERNALS" Basic, Into "INTO" Reserved, Is "IS" Reserved, Json "JSON" NotFunction,
    Key "KEY" NotFunction, Keys "KEYS" Basic, Keyspace "KEYSPACE" Reserved, Keyspaces "KEYSPACES" Basic, Label "LABEL" Basic,
    Labels "LABELS" Basic, Language "LANGUAGE" Basic, Let "LET" Basic, Like "LIKE" Basic, Limit "LIMIT" Reserved, List "LIST" Basic,
    Login "LOGIN" Basic, Map "MAP" Basic, Masked "MASKED" Basic, Materialized "MATERIALIZED" Reserved,
    Maxwritetime "MAXWRITETIME" NotFunction, Mbean "MBEAN" Basic, Mbeans "MBEANS" Basic, Modify "MODIFY" Reserved,
    Nologin "NOLOGIN" Basic, Norecursive "NORECURSIVE" Reserved, Nosuperuser "NOSUPERUSER" Basic, Not "NOT" Reserved,
    Null "NULL" Reserved, Of "OF" Reserved, On "ON" Reserved, Only "ONLY" Basic, Options "OPTIONS" Basic, Or "OR" Reserved,
    Order "ORDER" Reserved, Partition "PARTITION" Basic, Password "PASSWORD" Basic, Per "PER" Basic, Permission "PERMISSION" Basic,
    Permissions "PERMISSIONS" Basic, Primary "PRIMARY" Reserved, Rename "RENAME" Reserved, Replace "REPLACE" Basic,
    Returns "RETURNS" Basic, Revoke "REVOKE" Reserved, Role "ROLE" Basic, Roles "ROLES" Basic, Schema "SCHEMA" Reserved,
    Security "SECURITY" Basic, Select "SELECT" Reserved, SelectMasked "SELECT_MASKED" Basic, Set "SET" Reserved, Sfunc "SFUNC" Basic,
    Smallint "SMALLINT" NativeType, Static "STATIC" Basic, Storage "STORAGE" Basic, Stype "STYPE" Basic, Superuser "SUPERUSER" Basic,
    Superusers "SUPERUSERS" Basic, Table "TABLE" Reserved, Tables "TABLES" Basic, Text "TEXT" NativeType, Then "THEN" Basic,
    Time "TIME" NativeType, Timestamp "TIMESTAMP" NativeType, Timeuuid "TIMEUUID" NativeType, Tinyint "TINYINT" NativeType,
    To "TO" Reserved, Token "TOKEN" Reserved, Transaction "TRANSACTION" Basic, Trigger "TRIGGER" Basic, Truncate "TRUNCATE" Reserved,
    Ttl "TTL" NotFunction, Tuple "TUPLE" Basic, Type "TYPE" Basic, Types "TYPES" Basic, Unlogged "UNLOGGED" Reserved,
    Unmask "UNMASK" Basic, Unset "UNSET" Basic, Update "UPDATE" Reserved, Use "USE" Reserved, User "USER" Basic, Users "USERS" Basic,
    Using "USING" Reserved, Uuid "UUID" NativeType, Values "VALUES" Basic, Varchar "VARCHAR" NativeType, Varint "VARINT" NativeType,
    Vector "VECTOR" Basic, View "VIEW" Reserved, Where "WHERE" Reserved, With "WITH" Reserved, Writetime "WRITETIME" NotFunction,
}

impl Keyword {
    /// The keyword that a word is, in any case.
    pub fn of(word: &str) -> Option<Keyword> {
        static SORTED: std::sync::OnceLock<Vec<(&str, Keyword)>> = std::sync::OnceLock::new();
        let sorted = SORTED.get_or_init(|| {
            let mut sorted = SPELLINGS.to_vec();
            sorted.sort_unstable_by_key(|(text, _)| *text);
            sorted
        });
        let upper = word.to_ascii_uppercase();
        let found = sorted.binary_search_by_key(&upper.as_str(), |(text, _)| text).ok()?;
        Some(sorted[found].1)
    }

    /// Whether it has to be quoted to be a name.
    pub fn is_reserved(self) -> bool {
        self.class() == Class::Reserved
    }
}

/// Whether a name has to be quoted in a statement (`ColumnIdentifier.maybeQuote`).
pub fn needs_quotes(name: &str) -> bool {
    let mut bytes = name.bytes();
    let plain = bytes.next().is_some_and(|first| first.is_ascii_lowercase())
        && bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    let literal = ["nan", "infinity"].contains(&name);
    !plain || literal || Keyword::of(name).is_some_and(|word| word.is_reserved())
}

/// A name as a statement has it, quoted where it has to be.
pub fn quoted(name: &str) -> std::borrow::Cow<'_, str> {
    match needs_quotes(name) {
        false => name.into(),
        true => format!("\"{}\"", name.replace('"', "\"\"")).into(),
    }
}
