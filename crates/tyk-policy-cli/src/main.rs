//! The `tyk-policy` command: checks policies, writes the curl command that creates one, serves the Policy Builder.

mod arguments;
mod check;
mod console;
mod curl;
mod failure;
mod serve;
mod source;

use std::io;
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use console::Console;
use failure::Failure;

/// How a command ended, short of a [`Failure`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// It did what was asked.
    Done,
    /// It did, and found errors in what it checked.
    FoundErrors,
    /// It could not do all of it, and has said why.
    CouldNotRun,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let (mut input, mut out, mut notes) = (io::stdin().lock(), io::stdout().lock(), io::stderr().lock());
    let mut console = Console { input: &mut input, out: &mut out, notes: &mut notes };
    let outcome = run(arguments.command, &mut console).unwrap_or_else(|failure| {
        console.fail(&failure);
        Outcome::CouldNotRun
    });
    match outcome {
        Outcome::Done => ExitCode::SUCCESS,
        Outcome::FoundErrors => ExitCode::from(1),
        Outcome::CouldNotRun => ExitCode::from(2),
    }
}

fn run(command: Command, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    match command {
        Command::Check(arguments) => check::run(&arguments, console),
        Command::Curl(arguments) => curl::run(&arguments, console),
        Command::Serve(arguments) => serve::run(&arguments, console),
    }
}
