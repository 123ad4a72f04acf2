use super::Component;

/// The contents of `TOC.txt`: one component name a line.
///
/// Reference: `TOCComponent`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Toc {
    /// The components, in the file's order.
    pub components: Vec<Component>,
}

/// How a `TOC.txt` and the files beside it differ. Cassandra logs such differences and goes on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TocDifference {
    /// Listed, but no such file.
    pub missing: Vec<Component>,
    /// Files that are not listed.
    pub extra: Vec<Component>,
}

impl TocDifference {
    /// Whether list and files agree.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.missing.is_empty() && self.extra.is_empty()
    }
}

impl Toc {
    /// Reads the text of a `TOC.txt`; empty lines are skipped.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let names = text.lines().map(str::trim).filter(|name| !name.is_empty());
        Toc { components: names.map(Component::from_name).collect() }
    }

    /// Compares the list with the components there are.
    #[must_use]
    pub fn difference(&self, present: &[Component]) -> TocDifference {
        let without = |from: &[Component], other: &[Component]| {
            from.iter().filter(|component| !other.contains(component)).cloned().collect()
        };
        TocDifference { missing: without(&self.components, present), extra: without(present, &self.components) }
    }
}
