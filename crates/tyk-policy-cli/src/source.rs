//! A file that was read as a whole, and what is wrong with it.

use tyk_policy::check::{self, Finding};
use tyk_policy::read::{self, Places, Position, Reading};

use crate::console::Console;
use crate::failure::Failure;
use crate::input::Input;
use crate::known::Known;

/// A finding and where it stands in its file.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The finding.
    pub finding: Finding,
    /// Its place, if it has one.
    pub place: Option<Position>,
    /// The number of the policy that it is about, among those of the file. Nothing if it is about the file itself.
    pub policy: Option<usize>,
}

/// A file that was read and checked.
#[derive(Debug)]
pub struct Source {
    /// As it was typed.
    pub file: String,
    /// Its text.
    pub text: String,
    /// Whether the bytes of the text are those of the file.
    pub is_plain: bool,
    /// What is in it.
    pub reading: Reading,
    /// What is wrong with it.
    pub findings: Vec<Placed>,
}

impl Source {
    /// Reads and checks a file, given what is known around it.
    ///
    /// # Errors
    /// It cannot be read. What it holds is never a failure.
    pub fn read(input: &Input, known: &Known, console: &mut Console<'_>) -> Result<Self, Failure> {
        let bytes = input.bytes(console)?;
        let decoded = read::decode(&bytes);
        let reading = read::text(&decoded.text).with_first(decoded.finding);
        let is_plain = bytes == decoded.text.as_bytes();
        Ok(Self { is_plain, ..Self::of(input.to_string(), decoded.text, reading, known) })
    }

    /// The same file with another text.
    pub fn with_text(self, text: String, known: &Known) -> Self {
        let reading = read::text(&text);
        Self::of(self.file, text, reading, known)
    }

    fn of(file: String, text: String, reading: Reading, known: &Known) -> Self {
        let context = known.around(&reading);
        let of_text = reading.report.iter().cloned().map(|finding| (None, finding));
        let of_policies = reading.policies.iter().enumerate().flat_map(|(index, found)| {
            check::found(found, context).into_iter().map(move |finding| (Some(index), finding))
        });
        let all: Vec<_> = of_text.chain(of_policies).collect();
        let findings = if all.is_empty() { Vec::new() } else { placed(all, &text) };
        Self { file, text, is_plain: true, reading, findings }
    }
}

fn placed(findings: Vec<(Option<usize>, Finding)>, text: &str) -> Vec<Placed> {
    let places = Places::of(text);
    let findings = findings.into_iter();
    findings.map(|(policy, finding)| Placed { place: check::place(&finding, &places), policy, finding }).collect()
}
