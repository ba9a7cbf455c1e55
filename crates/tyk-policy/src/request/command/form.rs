//! What can be chosen of a command.

use super::super::{KeyShown, Style};
use crate::write::JsonForm;

/// Whose rules the command follows (curl.md section 1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shell {
    /// POSIX shells: dash, bash, zsh, ksh, busybox.
    #[default]
    Sh,
    /// fish.
    Fish,
    /// PowerShell 7.3 and later.
    PowerShell,
    /// Windows PowerShell 5.1, and PowerShell up to 7.2, which take quotes out of arguments.
    WindowsPowerShell,
    /// The prompt of cmd.exe.
    Cmd,
    /// A file of curl's own, and one line that is the same in every shell.
    Config,
}

impl Shell {
    /// All of them, in the order of the control.
    pub const ALL: [Self; 6] =
        [Self::Sh, Self::Fish, Self::PowerShell, Self::WindowsPowerShell, Self::Cmd, Self::Config];

    /// The word on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sh => "sh",
            Self::Fish => "fish",
            Self::PowerShell => "powershell",
            Self::WindowsPowerShell => "windows-powershell",
            Self::Cmd => "cmd",
            Self::Config => "config",
        }
    }

    /// What the page calls it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Sh => "bash, zsh, sh",
            Self::Fish => "fish",
            Self::PowerShell => "PowerShell 7.3+",
            Self::WindowsPowerShell => "Windows PowerShell 5.1",
            Self::Cmd => "Command Prompt (cmd)",
            Self::Config => "curl config file",
        }
    }

    /// Whether the body can stand in the command itself.
    #[must_use]
    pub fn takes_body_inline(self) -> bool {
        self != Self::WindowsPowerShell
    }

    /// The shell of this word.
    #[must_use]
    pub fn find(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shell| shell.as_str() == word)
    }
}

/// Where the body stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BodyFrom {
    /// In the command.
    #[default]
    Inline,
    /// In a file of its own, which the command names.
    File,
}

impl BodyFrom {
    /// Both, in the order of the control.
    pub const ALL: [Self; 2] = [Self::Inline, Self::File];

    /// The word on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Inline => "inline",
            Self::File => "file",
        }
    }

    /// What the page calls it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Inline => "In the command",
            Self::File => "In a file",
        }
    }
}

/// What happens to the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Then {
    /// curl prints it.
    #[default]
    Nothing,
    /// `jq` indents it.
    Jq,
    /// Python indents it.
    Python,
    /// `jq` looks whether it says that it went well, prints the id that it names, and fails otherwise: for scripts.
    Script,
}

impl Then {
    /// All of them, in the order of the control.
    pub const ALL: [Self; 4] = [Self::Nothing, Self::Jq, Self::Python, Self::Script];

    /// The word on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Jq => "jq",
            Self::Python => "python",
            Self::Script => "script",
        }
    }

    /// What the page calls it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Nothing => "Print the answer",
            Self::Jq => "Indent it with jq",
            Self::Python => "Indent it with Python",
            Self::Script => "Print the id, or fail",
        }
    }
}

/// Everything that can be chosen of a command. What is not chosen is as the page shows it first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CommandForm<'a> {
    /// Whose rules it follows.
    pub shell: Shell,
    /// The names of its options. A style that imitates a document is that document's text in [`Shell::Sh`] while nothing
    /// else is chosen; otherwise it only has the document's names.
    pub style: Style,
    /// Whether all of it stands in one line. The body keeps its own lines: [`compact`](Self::compact) takes them away.
    pub one_line: bool,
    /// Where the body stands.
    pub body: BodyFrom,
    /// How the key stands in it.
    pub key: KeyShown<'a>,
    /// Whether curl fails when the dashboard refuses, and still prints what it said (curl 7.76).
    pub fail_with_body: bool,
    /// What happens to the answer.
    pub then: Then,
    /// Whether the JSON has neither line breaks nor blanks that it does not need.
    pub compact: bool,
    /// Whether every character outside ASCII stands as an escape in the JSON.
    pub ascii: bool,
}

impl CommandForm<'_> {
    /// How the body has to be written: as it was chosen, and at least so that the shell can carry it. The body is part of the
    /// request, so this is for [`Request::in_json`](super::super::Request::in_json), whose result is shown and sent as well.
    #[must_use]
    pub fn json(&self) -> JsonForm {
        let is_inline = self.body == BodyFrom::Inline;
        match self.shell {
            // The command line of Windows goes through a code page (curl.md section 8). In one line nothing would tell a doubled
            // quote of PowerShell from two of a POSIX shell, for whoever reads the command back.
            Shell::PowerShell if is_inline => {
                JsonForm { ascii: true, also: if self.one_line { "'" } else { "" }, ..self.chosen_json() }
            }
            // cmd has no line breaks, and puts variables in the place of these signs, whatever quotes stand around them.
            Shell::Cmd if is_inline => JsonForm { compact: true, ascii: true, also: "%!" },
            _ => self.chosen_json(),
        }
    }

    fn chosen_json(&self) -> JsonForm {
        JsonForm { compact: self.compact, ascii: self.ascii, also: "" }
    }

    /// Whether nothing but the style, the key's showing and the JSON is chosen.
    pub(super) fn is_plain(&self) -> bool {
        !self.one_line && self.body == BodyFrom::Inline && !self.fail_with_body && self.then == Then::Nothing
    }
}
