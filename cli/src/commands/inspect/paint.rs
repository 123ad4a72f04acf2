/// Colours, or none.
#[derive(Clone, Copy)]
pub struct Paint(bool);

/// A colour for each depth of a path.
const DEPTHS: [&str; 6] = ["34", "36", "32", "33", "35", "31"];

impl Paint {
    pub fn new(on: bool) -> Self {
        Paint(on)
    }

    /// A path, each of its parts in the colour of its depth.
    pub fn path(self, path: &str) -> String {
        if !self.0 {
            return path.to_owned();
        }
        let part = |(depth, part): (usize, &str)| format!("\x1b[{}m{part}\x1b[0m", colour(depth));
        path.split('.').enumerate().map(part).collect::<Vec<_>>().join(".")
    }

    /// Text in the colour of a depth.
    pub fn at_depth(self, depth: usize, text: &str) -> String {
        self.wrap(colour(depth), text)
    }

    /// Text that is not to catch the eye.
    pub fn dim(self, text: &str) -> String {
        self.wrap("2", text)
    }

    /// Text that is.
    pub fn bold(self, text: &str) -> String {
        self.wrap("1", text)
    }

    fn wrap(self, code: &str, text: &str) -> String {
        if self.0 && !text.trim().is_empty() {
            format!("\x1b[{code}m{text}\x1b[0m")
        } else {
            text.to_owned()
        }
    }
}

fn colour(depth: usize) -> &'static str {
    DEPTHS.get(depth % DEPTHS.len()).copied().unwrap_or("0")
}
