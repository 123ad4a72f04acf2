use std::path::{Path, PathBuf};

use super::{Component, DescriptorError, Format, SstableId, Version};

/// What the name of one SSTable says, the part its files have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SstableName {
    /// Version, with its format.
    pub version: Version,
    /// What tells it from the others of the table.
    pub id: SstableId,
    /// The text itself, such as `nb-1-big`: an id may be written in more than one way.
    pub prefix: String,
}

/// What the name of a file in a table's directory says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileName {
    /// A component of an SSTable.
    Component(SstableName, Component),
    /// A file still being written (`tmp-…`, `tmplink-…`, `….tmp`), of no concern to readers.
    Temporary,
    /// The record of a flush or compaction, `nb_txn_compaction_….log` (`LogFile`).
    TransactionLog,
    /// Anything else: `manifest.json`, `schema.cql`, …
    Unrelated,
}

impl FileName {
    /// Reads the last part of `path`; looks at no file.
    ///
    /// # Errors
    /// For names that are an SSTable's, but of a version, format or id that cannot be read:
    /// [`DescriptorError::UnsupportedVersion`], [`DescriptorError::UnknownFormat`], [`DescriptorError::InvalidId`].
    pub fn parse(path: &Path) -> Result<Self, DescriptorError> {
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            return Ok(FileName::Unrelated);
        };
        if is_transaction_log(name) {
            return Ok(FileName::TransactionLog);
        }
        if is_temporary(name) {
            return Ok(FileName::Temporary);
        }
        if let [version, id, format, component] = name.splitn(4, '-').collect::<Vec<_>>()[..] {
            if let Some(found) = parse_tokens(path, version, id, format)? {
                if component.contains('.') {
                    return Ok(FileName::Component(found, Component::from_name(component)));
                }
            }
        }
        match old_version(name) {
            Some(version) => Err(unsupported(path, version, None)),
            None => Ok(FileName::Unrelated),
        }
    }
}

impl SstableName {
    /// Reads a name without a component, such as `nb-1-big`; `None` when it is not like one.
    ///
    /// # Errors
    /// As [`FileName::parse`].
    pub fn parse(path: &Path) -> Result<Option<Self>, DescriptorError> {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        match name.split('-').collect::<Vec<_>>()[..] {
            [version, id, format] => parse_tokens(path, version, id, format),
            _ => Ok(None),
        }
    }
}

/// `None` when the tokens have nothing of an SSTable's name.
fn parse_tokens(path: &Path, version: &str, id: &str, format: &str) -> Result<Option<SstableName>, DescriptorError> {
    let (known_id, known_format) = (SstableId::parse(id), Format::from_name(format));
    let is_word = !format.is_empty() && format.bytes().all(|b| b.is_ascii_lowercase());
    if !is_version(version) || !is_word || (known_id.is_none() && known_format.is_none()) {
        return Ok(None);
    }
    let Some(known_format) = known_format else {
        return Err(DescriptorError::UnknownFormat { path: path.to_owned(), format: format.to_owned() });
    };
    let Some(version) = Version::new(known_format, version) else {
        return Err(unsupported(path, version, Some(format)));
    };
    match known_id {
        // The prefix keeps the id as it is written: upper case, leading zeros.
        Some(known) => Ok(Some(SstableName { version, id: known, prefix: format!("{version}-{id}-{format}") })),
        None => Err(DescriptorError::InvalidId { path: path.to_owned(), id: id.to_owned() }),
    }
}

fn unsupported(path: &Path, version: &str, format: Option<&str>) -> DescriptorError {
    DescriptorError::UnsupportedVersion {
        path: path.to_owned(),
        version: version.to_owned(),
        format: format.map(str::to_owned),
        writer: Version::known_writer(version),
    }
}

fn is_version(token: &str) -> bool {
    token.len() == 2 && token.bytes().all(|b| b.is_ascii_lowercase())
}

fn is_number(token: &str) -> bool {
    !token.is_empty() && token.bytes().all(|b| b.is_ascii_digit())
}

/// `[nb_]txn_<operation>_<uuid>.log`, `LogFile.FILE_REGEX`.
fn is_transaction_log(name: &str) -> bool {
    let Some(stem) = name.strip_suffix(".log") else { return false };
    let tail = stem.find("txn_").map(|at| (&stem[..at], &stem[at + 4..]));
    matches!(tail, Some((head, rest)) if (head.is_empty() || head.ends_with('_')) && rest.contains('_'))
}

/// `….tmp`, and `tmp-`/`tmplink-` before the version (`Descriptor.LEGACY_TMP_REGEX`).
fn is_temporary(name: &str) -> bool {
    if name.ends_with(".tmp") {
        return true;
    }
    let tokens: Vec<_> = name.split('-').collect();
    [0, 2].iter().any(|&at| {
        matches!(tokens.get(at..), Some(["tmp" | "tmplink", version, id, ..]) if is_version(version) && is_number(id))
    })
}

/// The version in `<keyspace>-<table>-<version>-<generation>-<component>`, the names of 2.1 and earlier. No version that can be read had such
/// names, nor has any but an SSTable's file the name of a component: `x-nb-1-big.json.gz` is a file of the user's.
fn old_version(name: &str) -> Option<&str> {
    let mut tokens = name.rsplitn(4, '-');
    let (component, generation, version) = (tokens.next()?, tokens.next()?, tokens.next()?);
    let table = tokens.next()?;
    let fits = !table.is_empty() && component.contains('.') && is_number(generation) && is_version(version);
    let is_component = !matches!(Component::from_name(component), Component::Custom(_));
    let is_new = [Format::Big, Format::Bti].iter().any(|format| Version::new(*format, version).is_some());
    (fits && is_component && !is_new).then_some(version)
}

/// The name that a component's file has until it is complete.
pub(crate) fn temporary(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".tmp");
    PathBuf::from(name)
}

/// Whether that is the name of a file that is to become another one: there may be the writer's token before the end.
pub(crate) fn is_temporary_of(path: &Path, of: &Path) -> bool {
    let (path, of) = (path.to_string_lossy(), of.to_string_lossy());
    path.strip_prefix(&*of).is_some_and(|rest| rest.starts_with('.') && rest.ends_with(".tmp"))
}
