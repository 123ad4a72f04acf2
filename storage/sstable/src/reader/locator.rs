use cqlite_runtime::{ReadError, Reader, Site, Value, Walk};

/// Finds where the field of a path is, by walking over a component: for errors about fields that were read and turn out to be wrong.
pub struct Locator<'p> {
    wanted: &'p str,
    path: String,
    lens: Vec<usize>,
    found: Option<u64>,
}

impl Locator<'_> {
    /// Offset of the first field that has this path, in bytes, as `walk` visits it.
    pub fn locate(
        bytes: &[u8],
        path: &str,
        walk: impl FnOnce(&mut Reader<'_>, &mut dyn Walk) -> Result<(), ReadError>,
    ) -> Option<u64> {
        let mut locator = Locator { wanted: path, path: String::new(), lens: Vec::new(), found: None };
        // What precedes an error has been walked over.
        let _ = walk(&mut Reader::new(bytes), &mut locator);
        locator.found
    }

    fn push(&mut self, site: &'static Site, index: Option<u64>) {
        if !self.path.is_empty() {
            self.path.push('.');
        }
        self.path.push_str(site.field);
        if let Some(i) = index {
            self.path.push_str(&format!("[{i}]"));
        }
    }

    fn look(&mut self, offset: u64) {
        if self.found.is_none() && self.path == self.wanted {
            self.found = Some(offset);
        }
    }
}

impl Walk for Locator<'_> {
    fn enter(&mut self, site: &'static Site, index: Option<u64>, offset: u64) {
        self.lens.push(self.path.len());
        self.push(site, index);
        self.look(offset);
    }

    fn leave(&mut self, _: u64) {
        let len = self.lens.pop().unwrap_or(0);
        self.path.truncate(len);
    }

    fn leaf(&mut self, site: &'static Site, index: Option<u64>, offset: u64, _: u64, _: Value<'_>) {
        let len = self.path.len();
        self.push(site, index);
        self.look(offset);
        self.path.truncate(len);
    }

    fn is_done(&self) -> bool {
        self.found.is_some()
    }
}
