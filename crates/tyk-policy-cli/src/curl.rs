//! `tyk-policy curl`: the command that creates the policy of a file.

use tyk_policy::draft::Draft;
use tyk_policy::request::{Address, AddressFault, KeyShown, PLACEHOLDER_HOST, Request, Target};

use crate::Outcome;
use crate::arguments::CurlArguments;
use crate::check::text;
use crate::console::Console;
use crate::failure::Failure;
use crate::source::Source;

/// Prints the command; says beside it what is wrong with the policy and with the address.
///
/// # Errors
/// The file cannot be read, or does not hold exactly one policy.
pub fn run(arguments: &CurlArguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let source = Source::read(&arguments.file, console)?;
    let findings = text::findings(&source);
    if !findings.is_empty() {
        console.note(findings.trim_end());
    }
    let draft = only_policy(&source)?;
    let target = target(arguments);
    if let Some(fault) = target.address.fault() {
        console.note(format_args!("note: {}", advice(fault)));
    }
    let command = Request::create(draft, &target).curl(arguments.style, KeyShown::Variable);
    console.print(&(command + "\n"))?;
    Ok(Outcome::Done)
}

fn only_policy(source: &Source) -> Result<&Draft, Failure> {
    let file = source.file.clone();
    match source.reading.policies.as_slice() {
        [] => Err(Failure::NoPolicy { file, kind: source.reading.kind }),
        [found] => Ok(&found.draft),
        several => Err(Failure::SeveralPolicies { file, count: several.len() }),
    }
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
