//! Kind of a table, which sstabledump guesses from the path of the file.

/// `INDEX` for the table of a secondary index, else `REGULAR`.
///
/// `label` is the path of the SSTable without the component. Reference: `Descriptor.SSTABLE_DIR_PATTERN`,
/// `SecondaryIndexManager.isIndexColumnFamily`.
pub(crate) fn table_kind(label: &str) -> &'static str {
    let path = std::path::absolute(label).map_or_else(|_| label.to_owned(), |path| path.display().to_string());
    let mut parts: Vec<&str> = path.split(['/', '\\']).collect();
    // The file's name.
    parts.pop();
    let index = parts.pop().and_then(|part| part.strip_prefix('.'));
    if !index.is_some_and(|name| !name.is_empty() && name.bytes().all(|b| is_word(b) || b == b'-')) {
        return "REGULAR";
    }
    let is_table = |parts: &[&str]| match parts {
        [_, .., keyspace, table] => is_word_of(keyspace) && is_table_name(table),
        _ => false,
    };
    let found = match parts.as_slice() {
        [rest @ .., "backups"] if is_table(rest) => true,
        [rest @ .., "snapshots", tag] if !tag.is_empty() && is_table(rest) => true,
        rest => is_table(rest),
    };
    if found {
        "INDEX"
    } else {
        "REGULAR"
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn is_word_of(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(is_word)
}

/// A word, with or without the id of the table.
fn is_table_name(text: &str) -> bool {
    let id = |id: &str| id.len() == 32 && id.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    is_word_of(text) || text.rsplit_once('-').is_some_and(|(name, tail)| is_word_of(name) && id(tail))
}

#[cfg(test)]
mod tests {
    use super::table_kind;

    const ID: &str = "0123456789abcdef0123456789abcdef";

    #[test]
    fn tables_of_indexes_are_told_by_their_directory() {
        for (path, kind) in [
            (format!("/data/ks/t-{ID}/nb-1-big"), "REGULAR"),
            (format!("/data/ks/t-{ID}/.idx/nb-1-big"), "INDEX"),
            (format!("/data/ks/t-{ID}/backups/.idx/nb-1-big"), "INDEX"),
            (format!("/data/ks/t-{ID}/snapshots/a b/.idx/nb-1-big"), "INDEX"),
            ("/data/ks/t/.idx/nb-1-big".to_owned(), "INDEX"),
            ("/ks/t/.idx/nb-1-big".to_owned(), "INDEX"),
            ("/t/.idx/nb-1-big".to_owned(), "REGULAR"),
            ("/data/k s/t/.idx/nb-1-big".to_owned(), "REGULAR"),
            ("/data/ks/t.x/nb-1-big".to_owned(), "REGULAR"),
            ("/data/ks/t/.i x/nb-1-big".to_owned(), "REGULAR"),
        ] {
            assert_eq!(table_kind(&path), kind, "{path}");
        }
    }
}
