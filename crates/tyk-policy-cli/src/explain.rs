//! `tyk-policy explain`: what a field or a finding means. `tyk-policy schema`: the fields for editors.

use tyk_policy::catalogue::{self, Field, KEY_FIELDS, explanation};
use tyk_policy::check::{Code, manual};
use tyk_policy::write::{self, Layout};

use crate::Outcome;
use crate::arguments::ExplainArguments;
use crate::console::Console;
use crate::failure::Failure;

/// Prints everything that is known by this name: fields, or the findings of a rule.
///
/// # Errors
/// Nothing is known by this name, or it cannot be written.
pub fn run(arguments: &ExplainArguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let name = arguments.name.trim();
    let mut texts: Vec<_> = catalogue::find(name).iter().map(explanation).collect();
    let is_meant = |code: &&Code| code.rule().eq_ignore_ascii_case(name) || code.name().eq_ignore_ascii_case(name);
    texts.extend(Code::ALL.iter().filter(is_meant).map(|code| manual::explanation(*code)));
    if texts.is_empty() {
        return Err(Failure::NothingKnown { name: name.to_owned(), nearest: nearest(name) });
    }
    console.print(&texts.join("\n"))?;
    Ok(Outcome::Done)
}

/// Prints the JSON Schema of a policy.
///
/// # Errors
/// It cannot be written.
pub fn schema(console: &mut Console<'_>) -> Result<Outcome, Failure> {
    console.print(&(write::json(&catalogue::schema(), Layout::Indented) + "\n"))?;
    Ok(Outcome::Done)
}

/// The known name that was probably meant.
fn nearest(name: &str) -> Option<&'static str> {
    let last = name.rsplit(['.', '/']).next().unwrap_or(name);
    let fields: Vec<&'static Field> = catalogue::all().into_iter().map(|place| place.field).chain(KEY_FIELDS).collect();
    catalogue::nearest(last, &fields).map(|field| field.name)
}
