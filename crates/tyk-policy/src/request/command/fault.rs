//! Why a request cannot be written in a form, and the form that works.

use std::fmt;

use super::super::{KeyFault, KeyShown};
use super::{BodyFrom, CommandForm, Shell, Then};

/// Why there is no command of this form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommandFault {
    /// The body is longer than one argument of a program may be, on Linux; both in bytes.
    LongArgument {
        /// How long it is.
        length: usize,
        /// How long it may be.
        limit: usize,
    },
    /// The command is longer than the shell or Windows takes; both in units of UTF-16.
    LongCommand {
        /// How long it is.
        length: usize,
        /// How long it may be.
        limit: usize,
    },
    /// A line of the config file is longer than curl reads; both in bytes.
    LongLine {
        /// How long it is.
        length: usize,
        /// How long it may be.
        limit: usize,
    },
    /// Windows PowerShell takes the quotes out of a body that stands in the command.
    QuotesAreLost,
    /// The body holds what cmd.exe cannot pass on: a line break, `%`, `!`, or a character outside ASCII.
    NotForCmd(char),
    /// A control character that would not reach curl, or would be seen as something else.
    Control(char),
    /// The address holds a character that no address holds.
    Url(char),
    /// The key cannot stand in a header.
    Key(KeyFault),
    /// The key holds a character that this form would change.
    KeyCharacter(char),
    /// This shell cannot hand the key over through a pipe without showing it in the list of processes.
    NoPipe,
    /// cmd.exe reads both sides of a pipe a second time, and would then read more into them.
    ReadTwice,
    /// The answer says nothing that a script could look at: it is a list, or a policy.
    NothingToCheck,
    /// The words that look at the answer are quoted differently in each shell, so no line is the same in all of them.
    ShellNeeded,
}

impl CommandFault {
    /// The form that works instead; nothing where no other form would do.
    #[must_use]
    pub fn instead<'a>(&self, form: CommandForm<'a>) -> Option<CommandForm<'a>> {
        let body_in_file = CommandForm { body: BodyFrom::File, ..form };
        match self {
            Self::LongArgument { .. }
            | Self::LongCommand { .. }
            | Self::LongLine { .. }
            | Self::QuotesAreLost
            | Self::NotForCmd(_) => (form.body == BodyFrom::Inline).then_some(body_in_file),
            Self::ReadTwice if form.body == BodyFrom::Inline => Some(body_in_file),
            Self::ReadTwice => Some(CommandForm { then: Then::Nothing, ..form }),
            Self::KeyCharacter(_) | Self::NoPipe => Some(CommandForm { key: KeyShown::Expanded, ..form }),
            Self::NothingToCheck => Some(CommandForm { then: Then::Jq, ..form }),
            Self::ShellNeeded => Some(CommandForm { shell: Shell::Sh, ..form }),
            Self::Control(_) | Self::Url(_) | Self::Key(_) => None,
        }
    }
}

/// What is wrong and the way out.
impl fmt::Display for CommandFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LongArgument { length, limit } => write!(
                f,
                "The body has {length} bytes, and Linux takes {limit} in one argument: put the body in a file, or use Send."
            ),
            Self::LongCommand { length, limit } => write!(
                f,
                "The command has {length} characters, and {limit} are the most here: put the body in a file, or use Send."
            ),
            Self::LongLine { length, limit } => write!(
                f,
                "The body makes a line of {length} bytes, and curl reads {limit} in one line of its file: put the body in a \
                 file of its own, or use Send."
            ),
            Self::QuotesAreLost => f.write_str(
                "Windows PowerShell takes the quotes out of a body that stands in the command: put the body in a file.",
            ),
            Self::NotForCmd('\n' | '\r') => {
                f.write_str("The Command Prompt has no line breaks inside a command: put the body in a file.")
            }
            Self::NotForCmd(character) => {
                write!(f, "The Command Prompt would change the `{character}` in the body: put the body in a file.")
            }
            Self::Control(character) => write!(
                f,
                "The body holds the control character U+{:04X} as it is: write it as an escape.",
                u32::from(*character)
            ),
            Self::Url(character) => write!(
                f,
                "The address holds {} which no address may hold: write it as a percent code.",
                Shown(*character)
            ),
            Self::Key(fault) => fault.fmt(f),
            Self::KeyCharacter(character) => {
                write!(f, "The `{character}` in the key would be changed on the way: let curl itself read the variable (curl 8.3).")
            }
            Self::NoPipe => f.write_str(
                "The Command Prompt shows in the list of processes what goes into a pipe: let curl itself read the \
                 variable (curl 8.3), or put the key in the header.",
            ),
            Self::ReadTwice => f.write_str(
                "The Command Prompt reads a command in a pipe twice, which changes what it sends: put the body in a file, \
                 or leave the pipe out.",
            ),
            Self::NothingToCheck => {
                f.write_str("This answer holds no status and no new id to look at: let jq indent it instead.")
            }
            Self::ShellNeeded => {
                f.write_str("What looks at the answer is quoted differently in each shell: choose your shell.")
            }
        }
    }
}

/// A character, or its number if it cannot be seen.
struct Shown(char);

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            ' ' => f.write_str("a blank,"),
            character if character.is_control() => write!(f, "U+{:04X},", u32::from(character)),
            character => write!(f, "a `{character}`,"),
        }
    }
}

impl std::error::Error for CommandFault {}
