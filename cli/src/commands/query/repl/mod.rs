//! The prompt.

mod complete;
mod highlight;
mod history;
mod prompt;
mod validate;

use std::sync::atomic::Ordering;

use reedline::{
    default_emacs_keybindings, ColumnarMenu, Emacs, KeyCode, KeyModifiers, MenuBuilder, Reedline, ReedlineEvent,
    ReedlineMenu, Signal,
};

use crate::failure::Failure;
use crate::interrupt;

use super::names::Names;
use super::shell::{Next, Shell};

/// Takes statements until there are no more.
pub fn run(mut shell: Shell<'_, '_>) -> Result<(), Failure> {
    shell.is_interactive = true;
    let mut editor = editor(&shell);
    loop {
        let prompt = prompt::Cql { keyspace: shell.session.keyspace().map(str::to_owned) };
        match editor.read_line(&prompt) {
            Ok(Signal::Success(text)) => {
                let next = shell.script(None, &text);
                if interrupt::flag().swap(false, Ordering::SeqCst) {
                    shell.run.note("interrupted");
                }
                if next == Next::End || shell.is_closed() {
                    break;
                }
            }
            Ok(Signal::CtrlC) => {}
            Ok(_) => break,
            Err(e) => return Err(Failure::input("the terminal", &e)),
        }
    }
    shell.end()
}

fn editor(shell: &Shell<'_, '_>) -> Reedline {
    const MENU: &str = "completions";
    let mut keys = default_emacs_keybindings();
    let complete = ReedlineEvent::UntilFound(vec![ReedlineEvent::Menu(MENU.to_owned()), ReedlineEvent::MenuNext]);
    keys.add_binding(KeyModifiers::NONE, KeyCode::Tab, complete);
    let menu = Box::new(ColumnarMenu::default().with_name(MENU));
    let mut editor = Reedline::create()
        .with_validator(Box::new(validate::Ended))
        .with_completer(Box::new(complete::Words::new(Names::of(shell.session.catalog()))))
        .with_menu(ReedlineMenu::EngineCompleter(menu))
        .with_quick_completions(true)
        .with_partial_completions(true)
        .with_edit_mode(Box::new(Emacs::new(keys)))
        .with_ansi_colors(shell.run.color());
    if shell.run.color() {
        editor = editor.with_highlighter(Box::new(highlight::Colors));
    }
    match history::open() {
        Some(history) => editor.with_history(history),
        None => editor,
    }
}
