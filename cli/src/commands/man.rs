use std::io::{self, Write};

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use crate::args::Cli;
use crate::failure::Failure;
use crate::session::Session;

pub fn run(session: &Session<'_>) -> Result<(), Failure> {
    let mut out = session.output()?;
    page(&mut out).map_err(|e| out.failure(&e))?;
    out.commit()
}

fn page(out: &mut impl Write) -> io::Result<()> {
    let mut command = Cli::command();
    command.build();
    Man::new(command.clone()).render(out)?;
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        section(sub, out)?;
    }
    Ok(())
}

/// A command in the page of all.
fn section(command: &Command, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, ".SH CQLITE {}", command.get_name().to_uppercase())?;
    let man = Man::new(command.clone());
    let mut text = Vec::new();
    man.render_synopsis_section(&mut text)?;
    man.render_description_section(&mut text)?;
    man.render_options_section(&mut text)?;
    man.render_extra_section(&mut text)?;
    let text = String::from_utf8_lossy(&text).replace(".SH ", ".SS ");
    out.write_all(text.as_bytes())
}
