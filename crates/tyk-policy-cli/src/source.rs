//! A file that was named on the command line.

use std::{fs, io};

use tyk_policy::check::{self, Report};
use tyk_policy::context::Context;
use tyk_policy::read::{self, Reading};

use crate::console::Console;
use crate::failure::Failure;

/// The name of standard input.
const STANDARD_INPUT: &str = "-";

/// A file that was read and checked.
#[derive(Debug)]
pub struct Source {
    /// As it was typed.
    pub file: String,
    /// What is in it.
    pub reading: Reading,
    /// What is wrong with it.
    pub report: Report,
}

impl Source {
    /// Reads and checks `file`, or standard input if it is `-`.
    ///
    /// # Errors
    /// It cannot be read. What it holds is never a failure.
    pub fn read(file: &str, console: &mut Console<'_>) -> Result<Self, Failure> {
        let bytes = bytes(file, console).map_err(|error| Failure::Unreadable { file: file.to_owned(), error })?;
        let reading = read::bytes(&bytes);
        let report = check::reading(&reading, &Context::default());
        Ok(Self { file: file.to_owned(), reading, report })
    }
}

fn bytes(file: &str, console: &mut Console<'_>) -> io::Result<Vec<u8>> {
    if file != STANDARD_INPUT {
        return fs::read(file);
    }
    let mut bytes = Vec::new();
    console.input.read_to_end(&mut bytes)?;
    Ok(bytes)
}
