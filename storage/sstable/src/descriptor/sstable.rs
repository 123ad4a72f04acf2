use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::{Component, DescriptorError, FileName, Format, Location, SstableId, SstableName, Version};

/// One SSTable: the directory it is in and its name there.
///
/// Reference: `Descriptor`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Descriptor {
    directory: PathBuf,
    name: SstableName,
    location: Location,
}

impl Descriptor {
    /// The SSTable with this name in `directory`; looks at no file.
    #[must_use]
    pub fn new(directory: &Path, name: SstableName) -> Self {
        Descriptor { directory: directory.to_owned(), name, location: Location::of(directory) }
    }

    /// The SSTable that a component file belongs to, and which component that is; looks at no file.
    ///
    /// # Errors
    /// The path is no component of an SSTable of a supported version.
    pub fn of_component(path: &Path) -> Result<(Self, Component), DescriptorError> {
        let FileName::Component(name, component) = FileName::parse(path)? else {
            return Err(DescriptorError::NotAnSstable { path: path.to_owned() });
        };
        let directory = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Ok((Descriptor::new(directory, name), component))
    }

    /// The directory its files are in, as it was given.
    #[must_use]
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// Version, with its format.
    #[must_use]
    pub fn version(&self) -> Version {
        self.name.version
    }

    /// The format of its version.
    #[must_use]
    pub fn format(&self) -> Format {
        self.name.version.format()
    }

    /// What tells it from the others of the table.
    #[must_use]
    pub fn id(&self) -> SstableId {
        self.name.id
    }

    /// What its files' names have in common, such as `nb-1-big`.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.name.prefix
    }

    /// Keyspace and table as far as the directory tells.
    #[must_use]
    pub fn location(&self) -> &Location {
        &self.location
    }

    /// What its files' paths have in common.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.directory.join(&self.name.prefix)
    }

    /// The bytes of [`Self::path`] in hexadecimal digits, if they are no text, so that what the path is displayed as names no file.
    #[must_use]
    pub fn path_bytes(&self) -> Option<String> {
        let path = self.path();
        let bytes = path.as_os_str().as_encoded_bytes();
        path.to_str().is_none().then(|| cqlite_types::hex::text(bytes))
    }

    /// Where the component is or would be.
    #[must_use]
    pub fn path_of(&self, component: &Component) -> PathBuf {
        self.directory.join(format!("{}-{component}", self.name.prefix))
    }

    /// The components whose files exist, in the order of [`Component`].
    ///
    /// # Errors
    /// When the directory cannot be listed.
    pub fn components_on_disk(&self) -> io::Result<Vec<Component>> {
        let mut found = Vec::new();
        for entry in self.directory.read_dir()? {
            match FileName::parse(&entry?.path()) {
                Ok(FileName::Component(name, component)) if name == self.name => found.push(component),
                _ => {}
            }
        }
        found.sort();
        Ok(found)
    }
}

impl fmt::Display for Descriptor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path().display())
    }
}
