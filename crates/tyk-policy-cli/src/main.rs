//! The `tyk-policy` command: checks policies, says what they do, converts them, writes their curl commands, serves the
//! Policy Builder.

mod arguments;
mod check;
mod colour;
mod console;
mod convert;
mod curl;
mod effect;
mod explain;
mod failure;
mod input;
mod known;
mod new;
mod page;
mod path;
mod pick;
mod progress;
mod request;
mod send;
mod serve;
mod shell;
mod source;
mod stream;

use std::io;
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use colour::Palette;
use console::Console;
use failure::Failure;

/// A policy is thousands of small pieces: with this allocator a large one is checked in two thirds of the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How a command ended, short of a [`Failure`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// It did what was asked.
    Done,
    /// It did, and found errors in what it checked, or whatever else was to be denied.
    FoundErrors,
    /// It could not do all of it, and has said why.
    CouldNotRun,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let colours = Palette::of(arguments.color, &io::stdout());
    let note_colours = Palette::of(arguments.color, &io::stderr());
    let (mut input, mut out) = (io::stdin().lock(), colours.stream(io::stdout().lock()));
    let mut notes = note_colours.stream(io::stderr().lock());
    let mut console = Console::new(&mut input, &mut out, &mut notes);
    (console.colours, console.note_colours) = (colours, note_colours);
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
        Command::Convert(arguments) => convert::run(&arguments, console),
        Command::Curl(arguments) => curl::run(&arguments, console),
        Command::Effect(arguments) => effect::run(&arguments, console),
        Command::Explain(arguments) => explain::run(&arguments, console),
        Command::New(arguments) => new::run(&arguments, console),
        Command::Path(arguments) => path::run(&arguments, console),
        Command::Schema => explain::schema(console),
        Command::Send(arguments) => send::run(&arguments, console),
        Command::Serve(arguments) => serve::run(&arguments, console),
        Command::Page(arguments) => page::run(&arguments, console),
        Command::Completions(arguments) => shell::completions(&arguments, console),
        Command::Man(arguments) => shell::man(&arguments, console),
    }
}
