use std::io;
use std::path::PathBuf;

use super::Format;

/// Why a path does not name a readable SSTable.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DescriptorError {
    /// The version is known or looks like one, but cannot be read.
    #[error("{}: version {version}{} is not supported{}; supported are {}",
        path.display(), format_suffix(format), note(writer), supported())]
    UnsupportedVersion {
        /// The file.
        path: PathBuf,
        /// Its version letters.
        version: String,
        /// The format in its name; 2.1 and earlier have none.
        format: Option<String>,
        /// Who writes that version, or why it is not read.
        writer: Option<&'static str>,
    },
    /// The format part is neither `big` nor `bti`.
    #[error("{}: format {format:?} is unknown; supported are {}", path.display(), supported())]
    UnknownFormat {
        /// The file.
        path: PathBuf,
        /// The format part of its name.
        format: String,
    },
    /// The id part is neither a number nor a UUID.
    #[error("{}: {id:?} is not an SSTable id (a number up to 2147483647, or a UUID such as 3fw2_0tj4_46w3k2cpidnirvjy7k)",
        path.display())]
    InvalidId {
        /// The file.
        path: PathBuf,
        /// The id part of its name.
        id: String,
    },
    /// The name is not that of an SSTable component.
    #[error("{}: not the name of an SSTable component, such as nb-1-big-Data.db", path.display())]
    NotAnSstable {
        /// The path.
        path: PathBuf,
    },
    /// Components without the `Data.db` they belong to.
    #[error("{}: Data.db is missing; present are {}", path.display(), present.join(", "))]
    MissingData {
        /// Where `Data.db` should be.
        path: PathBuf,
        /// Names of the components there are.
        present: Vec<String>,
    },
    /// The path, or something below it, cannot be read.
    #[error("{}: {source}", path.display())]
    Io {
        /// The path.
        path: PathBuf,
        /// What the file system reported.
        source: io::Error,
    },
}

impl DescriptorError {
    /// The file or directory the error is about.
    #[must_use]
    pub fn path(&self) -> &std::path::Path {
        match self {
            DescriptorError::UnsupportedVersion { path, .. }
            | DescriptorError::UnknownFormat { path, .. }
            | DescriptorError::InvalidId { path, .. }
            | DescriptorError::NotAnSstable { path }
            | DescriptorError::MissingData { path, .. }
            | DescriptorError::Io { path, .. } => path,
        }
    }
}

fn format_suffix(format: &Option<String>) -> String {
    format.as_ref().map(|f| format!(" ({f})")).unwrap_or_default()
}

fn note(writer: &Option<&'static str>) -> String {
    writer.map(|w| format!(" ({w})")).unwrap_or_default()
}

fn supported() -> String {
    let list = |f: Format| format!("{} ({f})", f.supported_versions().join(" "));
    format!("{}, {}", list(Format::Big), list(Format::Bti))
}
