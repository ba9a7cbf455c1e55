//! `tyk-policy curl`: the command that creates the policy of a file.

use tyk_policy::request::{Address, AddressFault, KeyShown, PLACEHOLDER_HOST, Request, Target};

use crate::Outcome;
use crate::arguments::CurlArguments;
use crate::check::text;
use crate::console::Console;
use crate::failure::Failure;
use crate::input::Input;
use crate::known::Known;
use crate::pick;
use crate::source::Source;

/// What to do with several policies.
const WAY_OUT: &str = ", and one call creates one: choose it with --pick";

/// Prints the command; says beside it what is wrong with the policy and with the address.
///
/// # Errors
/// The file cannot be read, or it is not clear which policy is meant.
pub fn run(arguments: &CurlArguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let source = Source::read(&Input::named(&arguments.file), &Known::default(), console)?;
    text::note(&source, console);
    let found = pick::one(&source, arguments.pick.as_deref(), WAY_OUT)?;
    let target = target(arguments);
    if let Some(fault) = target.address.fault() {
        console.note(format_args!("note: {}", advice(fault)));
    }
    let command = Request::create(&found.draft, &target).curl(arguments.style, KeyShown::Variable);
    console.print(&(command + "\n"))?;
    Ok(Outcome::Done)
}

/// A style that imitates a document brings that document's authorization, unless another one was asked for.
fn target(arguments: &CurlArguments) -> Target {
    Target {
        address: Address::new(&arguments.url),
        authorization: arguments.auth.or(arguments.style.own_authorization()).unwrap_or_default(),
        layout: arguments.style.layout(),
    }
}

/// The model speaks to someone who types into a form; an address that is missing has another way out here.
fn advice(fault: AddressFault) -> String {
    match fault {
        AddressFault::Missing => {
            format!("no dashboard was named: give its address with --url, or replace {PLACEHOLDER_HOST} in the command")
        }
        other => other.to_string(),
    }
}
