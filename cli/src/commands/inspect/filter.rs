use cqlite::inspect::{Field, Fields, Halt, Numbers, Site};

use crate::args::FieldPath;
use crate::interrupt;

/// Whether a field is the one that a path means, or in it. `sites` are those of the parts of the field's path: a field that is another layout
/// of one (`-same-as`) goes by both names.
fn is_meant<'s>(wanted: &FieldPath, path: &str, sites: impl IntoIterator<Item = &'s Site>) -> bool {
    let (mut found, mut sites) = (path.split('.').map(part), sites.into_iter());
    wanted.parts.iter().all(|wanted| {
        let site = sites.next();
        found.next().is_some_and(|(field, index)| {
            let is_other_name = || site.is_some_and(|site| site.field == field && site.name == wanted.field);
            wanted.index.is_none_or(|i| index == Some(i)) && (field == wanted.field || is_other_name())
        })
    })
}

/// Whether a path means but one field, or one list, going by a field that it means.
fn is_one(wanted: &FieldPath, path: &str) -> bool {
    let last = wanted.parts.len().saturating_sub(1);
    wanted
        .parts
        .iter()
        .zip(path.split('.').map(part))
        .take(last)
        .all(|(w, found)| w.index.is_some() || found.1.is_none())
}

/// `name[index]` in its two parts.
fn part(text: &str) -> (&str, Option<u64>) {
    match text.split_once('[') {
        Some((field, index)) => (field, index.trim_end_matches(']').parse().ok()),
        None => (text, None),
    }
}

/// Lets through what a path means, until the user interrupts.
pub struct Filtered<'a> {
    path: Option<&'a FieldPath>,
    inner: &'a mut dyn Fields,
    /// Whether there was anything.
    pub found: bool,
    /// Whether the path means one field, or the elements of one list.
    is_one: bool,
}

impl<'a> Filtered<'a> {
    pub fn new(path: Option<&'a FieldPath>, inner: &'a mut dyn Fields) -> Self {
        Filtered { path, inner, found: false, is_one: false }
    }
}

impl Fields for Filtered<'_> {
    fn passes(&self, numbers: &Numbers<'_>) -> u64 {
        let Some(path) = self.path else { return 0 };
        let depth = if numbers.parent.is_empty() { 0 } else { numbers.parent.split('.').count() };
        let sites = numbers.levels.iter().map(|level| level.site);
        if !is_meant(&path.first(depth), numbers.parent, sites) {
            return u64::MAX;
        }
        match path.parts.get(depth) {
            None => 0,
            Some(part) if part.field != numbers.site.field && part.field != numbers.site.name => u64::MAX,
            Some(part) => match part.index {
                Some(wanted) if wanted < numbers.index => u64::MAX,
                Some(wanted) => wanted - numbers.index,
                None => 0,
            },
        }
    }

    fn field(&mut self, field: &Field<'_>) -> Result<(), Halt> {
        if interrupt::is_set() {
            return Err(Halt::Enough);
        }
        if let Some(path) = self.path {
            match is_meant(path, field.path, sites(field)) {
                // All that one field has stands together.
                false if self.found && self.is_one => return Err(Halt::Enough),
                false => return Ok(()),
                true => self.is_one = is_one(path, field.path),
            }
        }
        self.found = true;
        self.inner.field(field)
    }
}

/// The sites of the parts of a field's path.
fn sites<'s>(field: &Field<'s>) -> impl Iterator<Item = &'static Site> + use<'s> {
    field.levels.iter().map(|level| level.site).chain(field.site)
}

#[cfg(test)]
mod tests {
    use super::{is_meant, FieldPath, Site};

    #[test]
    fn a_path_stands_for_all_below_it() {
        let wants = |wanted: &str, path: &str| is_meant(&FieldPath::parse(wanted).expect("a path"), path, []);
        assert!(wants("toc", "toc[0].kind"));
        assert!(wants("toc[1]", "toc[1].body.cardinality"));
        assert!(!wants("toc[1]", "toc[11].kind"));
        assert!(wants("toc[].kind", "toc[11].kind"));
        assert!(!wants("toc_crc", "toc[0].kind"));
        assert!(!wants("toc[0].kind.more", "toc[0].kind"));
        assert!(wants("node@517", "node@517.kind"));
    }

    #[test]
    fn a_field_goes_by_the_name_it_is_stored_under_and_by_that_of_the_field_it_is_a_layout_of() {
        let site = |field, name| Site { owner: "t", field, name, file: "t.ksy", line: 1 };
        let sites = [site("toc", "toc"), site("early_level", "level")];
        let wants = |wanted: &str| is_meant(&FieldPath::parse(wanted).expect("a path"), "toc[2].early_level", &sites);
        assert!(wants("toc[2].early_level"));
        assert!(wants("toc.level"));
        assert!(!wants("toc[1].level"));
        assert!(!wants("toc.late_level"));
        assert!(!wants("level"));
    }
}
