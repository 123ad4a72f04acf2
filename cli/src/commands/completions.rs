use std::io::Write;

use clap::CommandFactory;

use crate::args::{Cli, CompletionsArgs};
use crate::failure::Failure;
use crate::session::Session;

pub fn run(args: &CompletionsArgs, session: &Session<'_>) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "cqlite", &mut script);
    let mut out = session.output()?;
    out.write_all(&script).map_err(|e| out.failure(&e))?;
    out.commit()
}
