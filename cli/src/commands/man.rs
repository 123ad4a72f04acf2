use std::io::{self, Write};

use clap::{Command, CommandFactory};
use clap_mangen::roff::{roman, Roff};
use clap_mangen::Man;

use crate::args::{Cli, ManArgs};
use crate::failure::Failure;
use crate::session::Session;

pub fn run(args: &ManArgs, session: &Session<'_>) -> Result<(), Failure> {
    let mut program = Cli::command();
    program.build();
    let command = match &args.command {
        None => &program,
        Some(name) => program
            .find_subcommand(name)
            .filter(|command| command.get_name() != "help")
            .ok_or_else(|| Failure::usage(format!("there is no command {name:?}")))?,
    };
    let mut out = session.output()?;
    page(command, &mut out).map_err(|e| out.failure(&e))?;
    out.commit()
}

/// The page of the program, or of one of its commands.
fn page(command: &Command, out: &mut impl Write) -> io::Result<()> {
    let man = Man::new(command.clone()).section("1");
    man.render_title(out)?;
    man.render_name_section(out)?;
    synopsis(command, out)?;
    man.render_description_section(out)?;
    man.render_options_section(out)?;
    if command.has_subcommands() {
        man.render_subcommands_section(out)?;
    }
    man.render_extra_section(out)
}

/// The usage line of the help: what there may be several of has its dots.
fn synopsis(command: &Command, out: &mut impl Write) -> io::Result<()> {
    let usage = command.clone().render_usage().to_string();
    let mut roff = Roff::new();
    roff.control("SH", ["SYNOPSIS"]);
    roff.text([roman(usage.trim_start_matches("Usage:").trim())]);
    roff.to_writer(out)
}
