//! The request as a command of each shell. Each shell has a module with a function of its own, so that a page that shows
//! one of them need not load the others.

mod check;
pub mod cmd;
pub mod config;
mod fault;
pub mod fish;
mod form;
pub mod posix;
pub mod power_shell;
#[cfg(test)]
mod tests;
mod version;
mod words;

pub use fault::CommandFault;
pub use form::{BodyFrom, CommandForm, Shell, Then};
pub use version::CurlVersion;

pub(super) use check::LONGEST_ARGUMENT;

use super::Request;

/// A command that sends exactly one request, and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// What is pasted: no prompt sign, no final newline.
    pub text: String,
    /// The line that sets the variable with the key first, without leaving it in the history. It reads the key from the
    /// keyboard, so it has to be pasted alone. Nothing if the key stands in the command, or if no shell is known.
    pub setup: Option<String>,
    /// The files that the command reads, which have to lie in the folder where it runs. The key is in none of them.
    pub files: Vec<CommandFile>,
    /// The oldest curl that understands it.
    pub oldest_curl: CurlVersion,
}

/// A file that a command reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommandFile {
    /// Its name.
    pub name: &'static str,
    /// All that stands in it: UTF-8, without a byte order mark.
    pub content: String,
}

impl Request {
    /// The same request with its body as the form needs it. What is shown and sent is the body of the result.
    #[must_use]
    pub fn in_json(mut self, form: &CommandForm<'_>) -> Self {
        let json = form.json();
        if json != crate::write::JsonForm::default() {
            self.body = self.body.map(|body| json.rewrite(&body));
        }
        self
    }

    /// The command that sends exactly this request, in any shell. A page that shows one shell calls that shell's own
    /// function, such as [`posix::command`].
    ///
    /// # Errors
    /// Why there is none in this form; [`CommandFault::instead`] has the form that works.
    pub fn command(&self, form: &CommandForm<'_>) -> Result<Command, CommandFault> {
        match form.shell {
            Shell::Sh => posix::command(self, form),
            Shell::Fish => fish::command(self, form),
            Shell::PowerShell => power_shell::command(self, form),
            Shell::WindowsPowerShell => power_shell::old_command(self, form),
            Shell::Cmd => cmd::command(self, form),
            Shell::Config => config::command(self, form),
        }
    }

    /// The name of the file with the body.
    pub(super) fn body_file(&self) -> &'static str {
        if self.is_for_keys() { "key.json" } else { "policy.json" }
    }

    /// Whether it makes a key.
    pub(super) fn is_for_keys(&self) -> bool {
        ["/keys", "/keys/create"].iter().any(|end| self.url.ends_with(end))
    }
}
