/// The colours of `sstablemetadata -c`, or none.
#[derive(Clone, Copy)]
pub(super) struct Paint(bool);

impl Paint {
    pub(super) const OFF: Paint = Paint(false);

    pub(super) fn new(on: bool) -> Self {
        Paint(on)
    }

    fn wrap(self, code: &str, text: &str) -> String {
        if self.0 {
            format!("\x1b[{code}m{text}\x1b[0m")
        } else {
            text.to_owned()
        }
    }

    /// What a line is about.
    pub(super) fn label(self, text: &str) -> String {
        self.wrap("34", text)
    }

    /// What stands between.
    pub(super) fn mark(self, text: &str) -> String {
        self.wrap("36", text)
    }

    /// What stands in parentheses.
    pub(super) fn note(self, text: &str) -> String {
        self.wrap("37", text)
    }

    pub(super) fn note_if_any(self, text: &str) -> String {
        if text.is_empty() {
            String::new()
        } else {
            self.note(text)
        }
    }
}
