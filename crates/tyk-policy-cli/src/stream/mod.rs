//! Large files, checked one policy at a time: a first pass finds out what the file is, a second checks each policy by itself.
//!
//! Only strict JSON that is a list, a map or a wrapper of policies is read so. What is found, and where, is the same as if
//! the file were read as a whole; whatever else it turns out to be, the file is read as a whole.

mod nesting;
mod scanner;
mod survey;
mod walk;

use std::fs::File;
use std::io;

use tyk_policy::check::{self, Finding, Path, Seen};
use tyk_policy::context::Context;
use tyk_policy::read::{self, Lines, Places, Position};

use crate::check::{Part, Sheet, Unseen};
use crate::failure::Failure;
use crate::input::Input;
use crate::source::Placed;
pub use survey::{Survey, survey};
use walk::{Element, Trouble, Visitor, walk};

/// Checks the file that was surveyed, and puts what it finds on the sheet.
///
/// # Errors
/// The file cannot be read, is no longer what it was, or the result cannot be written.
pub fn check(input: &Input, survey: Survey, context: &Context, sheet: &mut Sheet<'_, '_>) -> Result<(), Failure> {
    for finding in survey.report {
        sheet.finding(&placed(finding, &Places::of("{}"), survey.root), &Unseen)?;
    }
    sheet.console.progress.doing("checking");
    let (file, again) = (input.open()?, input.open()?);
    match walk(file, &mut Checker { file: again, context, sheet }) {
        // Nobody reads on.
        Ok(_) | Err(Trouble::Gone) => Ok(()),
        Err(Trouble::Failed(failure)) => Err(failure),
        Err(Trouble::Io(error)) => Err(input.unreadable(error)),
        Err(Trouble::NotPlain) => Err(input.unreadable(io::Error::other("it was changed while it was read"))),
    }
}

struct Checker<'s, 'a, 'b> {
    /// The file once more, for the lines around what is found.
    file: File,
    context: &'s Context,
    sheet: &'s mut Sheet<'a, 'b>,
}

impl Visitor for Checker<'_, '_, '_> {
    fn element(&mut self, element: Element<'_>) -> Result<(), Trouble> {
        let outer = Path::from(element.trail.to_vec());
        let length = u64::try_from(element.text.len()).unwrap_or_default();
        let part = |lines| Part { file: &self.file, lines, at: element.at, offset: element.end - length };
        let mut known = None;
        for found in read::policies_in(element.value) {
            self.sheet.policies(1);
            for finding in check::found(&found, self.context) {
                let (places, part) =
                    known.get_or_insert_with(|| (Places::of(element.text), part(Lines::of(element.text))));
                let placed = placed(finding, places, element.at);
                let placed = Placed { finding: placed.finding.inside(&outer), ..placed };
                self.sheet.finding(&placed, part).map_err(Trouble::Failed)?;
            }
        }
        self.sheet.console.progress.at(element.end);
        if self.sheet.console.is_gone() { Err(Trouble::Gone) } else { Ok(()) }
    }
}

/// A finding in a part of a text that starts at `start`, with its place in the text.
fn placed(finding: Finding, places: &Places<'_>, start: Position) -> Placed {
    let place = check::place(&finding, places);
    let place =
        if matches!(finding.seen, Seen::Several { .. }) { place } else { place.map(|place| behind(start, place)) };
    Placed { finding, place, policy: None }
}

/// The place in the text of a place in a part of it.
fn behind(start: Position, place: Position) -> Position {
    let column = if place.line == 1 { start.column + place.column - 1 } else { place.column };
    Position { line: start.line + place.line - 1, column }
}
