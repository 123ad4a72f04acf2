use clap::Args;
use clap_complete::Shell;

/// Print a script that completes cqlite's commands and flags in a shell
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

const EXAMPLES: &str = "\
Examples:
  cqlite completions bash -o ~/.local/share/bash-completion/completions/cqlite
  cqlite completions zsh -o ~/.zfunc/_cqlite
  cqlite completions fish -o ~/.config/fish/completions/cqlite.fish";
