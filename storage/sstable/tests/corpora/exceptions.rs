//! Of which SSTables of the corpora not all that is written anew has the bytes of Cassandra, and why: the table of `docs/writing.md`.

use std::cell::Cell;

use cqlite_sstable::descriptor::Component;
use cqlite_sstable::Sstable;

/// The setting of the corpora's writers.
pub const COLUMN_INDEX_SIZE: u64 = 4096;

/// A line of the table of `docs/writing.md`.
struct Exception {
    /// Names of components; none stands for all.
    components: Vec<String>,
    /// Parts of paths, or what the SSTables are.
    of: Vec<String>,
    is_used: Cell<bool>,
}

/// Why bytes may differ, as the documentation has it.
pub struct Exceptions(Vec<Exception>);

impl Exceptions {
    pub fn read() -> Self {
        let page = cqlite_test_data::workspace().join("docs/writing.md");
        let text = std::fs::read_to_string(&page).unwrap_or_else(|e| panic!("{}: {e}", page.display()));
        let words = |cell: &str| -> Vec<String> {
            let named: Vec<_> = cell.split('`').skip(1).step_by(2).map(str::to_owned).collect();
            if named.is_empty() {
                vec![cell.trim().to_owned()]
            } else {
                named
            }
        };
        let lines = text.lines().filter(|line| line.starts_with("| ")).skip(1);
        let exception = |line: &str| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
            assert!(cells.len() == 3 && !cells[2].trim().is_empty(), "{line}");
            let components = words(cells[0]).into_iter().filter(|name| name != "all").collect();
            Exception { components, of: words(cells[1]), is_used: Cell::new(false) }
        };
        Exceptions(lines.map(exception).collect())
    }

    /// Whether a component of an SSTable, or all of it, may be another one.
    pub fn has(&self, sstable: &Sstable, component: Option<&Component>) -> bool {
        let is_it = |exception: &&Exception| {
            let is_named = match component {
                Some(component) => exception.components.iter().any(|name| *name == component.name()),
                None => exception.components.is_empty(),
            };
            is_named && exception.of.iter().any(|of| is_one(sstable, component, of))
        };
        let found = self.0.iter().find(is_it);
        found.iter().for_each(|exception| exception.is_used.set(true));
        found.is_some()
    }

    /// Every line has been of use. Some SSTables are not at hand everywhere.
    #[allow(dead_code, reason = "what does not compare all components cannot say so")]
    pub fn are_used(&self) {
        let is_here =
            |exception: &&Exception| cqlite_test_data::shared().is_some() || exception.of != ["legacy_tables"];
        let unused = self.0.iter().filter(is_here).find(|exception| !exception.is_used.get());
        assert!(unused.is_none(), "nothing is {:?} any more", unused.map(|exception| &exception.of));
    }
}

/// Whether an SSTable is what the documentation calls so.
fn is_one(sstable: &Sstable, component: Option<&Component>, of: &str) -> bool {
    match of {
        "compressed" => sstable.compression().is_some(),
        "without it" => {
            component.is_some_and(|component| sstable.component(component).is_ok_and(|found| found.is_none()))
        }
        "before 5.0" => !sstable.version().has_max_compressed_length(),
        part => {
            assert!(part.contains(['/', '_']), "what is {part:?}?");
            sstable.label().contains(part)
        }
    }
}
