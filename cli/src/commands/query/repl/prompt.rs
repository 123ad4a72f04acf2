use std::borrow::Cow;

use reedline::{Prompt, PromptEditMode, PromptHistorySearch};

/// `cqlite:ks> `.
pub struct Cql {
    pub keyspace: Option<String>,
}

impl Prompt for Cql {
    fn render_prompt_left(&self) -> Cow<'_, str> {
        match &self.keyspace {
            Some(keyspace) => format!("cqlite:{keyspace}").into(),
            None => "cqlite".into(),
        }
    }

    fn render_prompt_right(&self) -> Cow<'_, str> {
        "".into()
    }

    fn render_prompt_indicator(&self, _mode: PromptEditMode) -> Cow<'_, str> {
        "> ".into()
    }

    fn render_prompt_multiline_indicator(&self) -> Cow<'_, str> {
        "   ... ".into()
    }

    fn render_prompt_history_search_indicator(&self, search: PromptHistorySearch) -> Cow<'_, str> {
        format!("(search: {}) ", search.term).into()
    }
}
