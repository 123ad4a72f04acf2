//! Help, which is a result, and what is wrong with a command line.

use std::io::{stderr, Write};

use clap::error::{ContextKind, ContextValue, Error};

use crate::closed;
use crate::failure::{Exit, Failure};
use cqlite::inspect::printable;

/// Prints what there is to say instead of running a command.
pub fn say(mut e: Error) -> Exit {
    if e.use_stderr() {
        without_dashes(&mut e);
        complain(&e);
        return Exit::Usage;
    }
    match closed::refuse().and_then(|()| e.print()) {
        Ok(()) => Exit::Done,
        Err(e) => {
            let failure = Failure::output("standard output", &e);
            if !failure.message.is_empty() {
                let _ = writeln!(stderr(), "error: {}", failure.message);
            }
            failure.exit
        }
    }
}

/// Where nobody reads it nothing can be done about it.
fn complain(e: &Error) {
    let text = e.render().to_string();
    if !text.contains(|c: char| c.is_control() && c != '\n') {
        let _ = e.print();
        return;
    }
    for line in text.lines() {
        let _ = writeln!(stderr(), "{}", printable(line));
    }
}

/// Takes out the tip that an unknown flag may be meant as a value: no value of ours looks like one.
fn without_dashes(e: &mut Error) {
    if let Some(ContextValue::StyledStrs(mut tips)) = e.remove(ContextKind::Suggested) {
        tips.retain(|tip| !tip.to_string().contains("as a value"));
        if !tips.is_empty() {
            let _ = e.insert(ContextKind::Suggested, ContextValue::StyledStrs(tips));
        }
    }
}
