//! Running other programs, and telling people about it.

use std::fmt::Display;
use std::io::{self, Write};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// Writes a line to standard output. If nobody reads it any more, that is no fault of the work.
pub fn say(line: impl Display) {
    let _ = writeln!(io::stdout(), "{line}");
}

/// Runs a program to its end, with its output shown as it comes.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| could_not_start(command))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line_of(command));
    }
    Ok(())
}

/// What a program writes to standard output, or `None` if it is not there or fails.
///
/// For questions like `--version`, where every failure means the same: this program is of no use.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The command as one would type it, without the folder of its program.
pub fn line_of(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let mut line = program.file_stem().unwrap_or(program.as_os_str()).to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}

/// The sentence for a program that the system could not start at all.
pub fn could_not_start(command: &Command) -> String {
    format!("could not start `{}`", line_of(command))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_reads_as_one_would_type_it() {
        let mut command = Command::new("cargo");
        command.args(["fmt", "--all", "--check"]);
        assert_eq!(line_of(&command), "cargo fmt --all --check");
    }

    #[test]
    fn a_program_that_is_not_there_gives_no_answer_and_a_sentence() {
        let mut command = Command::new("no-such-program-here");
        assert_eq!(answer(&mut command), None);
        let error = run(&mut command).expect_err("it cannot run");
        assert!(error.to_string().contains("could not start `no-such-program-here`"), "{error}");
    }
}
