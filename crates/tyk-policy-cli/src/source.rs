//! A file that was read as a whole, and what is wrong with it.

use tyk_policy::check::{self, Finding};
use tyk_policy::context::{Context, Product, Tyk};
use tyk_policy::read::{self, Places, Position, Reading};

use crate::console::Console;
use crate::failure::Failure;
use crate::input::Input;

/// A finding and where it stands in its file.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The finding.
    pub finding: Finding,
    /// Its place, if it has one.
    pub place: Option<Position>,
}

/// A file that was read and checked.
#[derive(Debug)]
pub struct Source {
    /// As it was typed.
    pub file: String,
    /// What is in it.
    pub reading: Reading,
    /// What is wrong with it.
    pub findings: Vec<Placed>,
}

impl Source {
    /// Reads and checks a file for the Tyk that was named. Where none was, a call of the Gateway's own interface is for that.
    ///
    /// # Errors
    /// It cannot be read. What it holds is never a failure.
    pub fn read(input: &Input, target: Option<Tyk>, console: &mut Console<'_>) -> Result<Self, Failure> {
        let bytes = input.bytes(console)?;
        let reading = read::bytes(&bytes);
        let tyk = target.unwrap_or_else(|| called(&reading));
        let report = check::reading(&reading, &Context { tyk, ..Context::default() });
        let findings =
            if report.iter().next().is_none() { Vec::new() } else { placed(report, &read::decode(&bytes).text) };
        Ok(Self { file: input.to_string(), reading, findings })
    }
}

fn called(reading: &Reading) -> Tyk {
    let is_for_gateway = reading.calls.iter().any(|call| call.is_for_gateway);
    Tyk { product: if is_for_gateway { Product::Gateway } else { Product::default() }, ..Tyk::default() }
}

fn placed(findings: impl IntoIterator<Item = Finding>, text: &str) -> Vec<Placed> {
    let places = Places::of(text);
    let findings = findings.into_iter();
    findings.map(|finding| Placed { place: check::place(&finding, &places), finding }).collect()
}
