//! Behind `tyk-policy completions` and `tyk-policy man`, which describe the command to a shell and to its reader.

use clap::Args;
use clap_complete::Shell;

pub const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  tyk-policy completions bash > ~/.local/share/bash-completion/completions/tyk-policy
  tyk-policy completions fish > ~/.config/fish/completions/tyk-policy.fish
  tyk-policy completions zsh > ~/.zfunc/_tyk-policy";

pub const MAN_EXAMPLES: &str = "\
Examples:
  tyk-policy man > ~/.local/share/man/man1/tyk-policy.1
  tyk-policy man check > ~/.local/share/man/man1/tyk-policy-check.1";

/// Behind `completions`.
#[derive(Args, Debug)]
pub struct CompletionsArguments {
    /// The shell
    #[arg(value_enum)]
    pub shell: Shell,
}

/// Behind `man`.
#[derive(Args, Debug)]
pub struct ManArguments {
    /// One of the commands [default: the page that names them all]
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}
