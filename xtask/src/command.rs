use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::stop::{Result, Stop};
use crate::workspace::Workspace;

/// `program` in the checkout, with our own tools on its path and without input.
pub fn command(workspace: &Workspace, program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    let tools = workspace.tools().join("bin");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(std::iter::once(tools).chain(std::env::split_paths(&path))).unwrap_or(path);
    command.current_dir(workspace.path("")).env("PATH", path).stdin(Stdio::null());
    if let Some(shared) = workspace.shared() {
        command.env("CQLITE_SHARED", shared);
        if workspace.is_strict() {
            command.env("CQLITE_REQUIRE_ORACLE", "1");
        }
    }
    command
}

/// `cargo ARGS`, with the toolchain that runs us.
pub fn cargo<'a>(workspace: &Workspace, args: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = command(workspace, "cargo");
    command.args(args);
    command
}

/// Builds all programs of the workspace: together, so that their crates are built as for tests, and not once more.
///
/// # Errors
/// `Failed` if they do not build.
pub fn build_programs(workspace: &Workspace) -> Result<()> {
    run(&mut cargo(workspace, ["build", "--workspace", "--bins", "--quiet"]))
}

/// Runs a command, saying which.
///
/// # Errors
/// `Failed` if it cannot be started or does not end with code 0.
pub fn run(command: &mut Command) -> Result<()> {
    say(command);
    let status = command.status().map_err(|e| cannot_start(command, &e))?;
    if status.success() {
        Ok(())
    } else {
        Err(Stop::Failed(format!("{} ended with {status}", words(command))))
    }
}

/// Runs a command as `run` does, showing its standard output to `each`, line by line, on its way to ours.
///
/// # Errors
/// As `run`.
pub fn watch(command: &mut Command, mut each: impl FnMut(&str)) -> Result<()> {
    say(command);
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|e| cannot_start(command, &e))?;
    for line in child.stdout.take().into_iter().flat_map(|out| BufReader::new(out).split(b'\n')) {
        let line = line.map_err(|e| Stop::Failed(format!("{}: {e}", words(command))))?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        each(&line);
    }
    let status = child.wait().map_err(|e| Stop::Failed(format!("{}: {e}", words(command))))?;
    if status.success() {
        Ok(())
    } else {
        Err(Stop::Failed(format!("{} ended with {status}", words(command))))
    }
}

/// Runs a command quietly and returns its standard output; nothing if it fails.
pub fn output(command: &mut Command) -> Option<String> {
    let out = command.stderr(Stdio::null()).output().ok()?;
    out.status.success().then(|| String::from_utf8_lossy(&out.stdout).into_owned())
}

fn say(command: &Command) {
    println!("$ {}", words(command));
}

fn words(command: &Command) -> String {
    let all = std::iter::once(command.get_program()).chain(command.get_args());
    all.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

fn cannot_start(command: &Command, error: &std::io::Error) -> Stop {
    Stop::Failed(format!("{} cannot be started: {error}", command.get_program().to_string_lossy()))
}
