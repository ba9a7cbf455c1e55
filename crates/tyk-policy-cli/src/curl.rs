//! `tyk-policy curl`: the command that sends a request, in any shell.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};

use tyk_policy::request::{
    AddressFault, AuthorizationForm, CommandFile, CommandForm, CurlVersion, PLACEHOLDER_HOST, Shell, command,
};

use crate::Outcome;
use crate::arguments::CurlArguments;
use crate::console::Console;
use crate::failure::Failure;
use crate::request::{request_and_errors, target};

/// Prints the command; says beside it what is wrong with the policy and with the address.
///
/// # Errors
/// There is no such request, or no command of this form.
pub fn run(arguments: &CurlArguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let target = target(&arguments.request, arguments.style);
    if arguments.setup {
        console.print(&(setup(arguments.shell, target.authorization) + "\n"))?;
        return Ok(Outcome::Done);
    }
    let form = arguments.form();
    let (request, _) = request_and_errors(&arguments.request, &target, console)?;
    let request = request.in_json(&form);
    if let Some(fault) = target.address.fault() {
        console.note(format_args!("note: {}", advice(fault)));
    }
    let command = request
        .command(&form)
        .map_err(|fault| Failure::NoCommand { fault, instead: way(fault.instead(form), form) })?;
    for file in &command.files {
        write(file, arguments, console)?;
    }
    // Everybody has the others.
    if command.oldest_curl > CurlVersion::DATA_RAW {
        console.note(format_args!("note: it needs curl {} or later", command.oldest_curl));
    }
    console.print(&(command.text + "\n"))?;
    Ok(Outcome::Done)
}

/// The line that sets the variable. A file of curl's is for every shell, and most are POSIX.
fn setup(shell: Shell, authorization: AuthorizationForm) -> String {
    let variable = authorization.variable();
    match shell {
        Shell::Sh | Shell::Config => command::posix::setup(variable),
        Shell::Fish => command::fish::setup(variable),
        Shell::PowerShell => command::power_shell::setup(variable),
        Shell::WindowsPowerShell => command::power_shell::old_setup(variable),
        Shell::Cmd => command::cmd::setup(variable),
    }
}

fn write(file: &CommandFile, arguments: &CurlArguments, console: &mut Console<'_>) -> Result<(), Failure> {
    let path = arguments.into.join(file.name);
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true).create_new(!arguments.force);
    let written = options.open(&path).and_then(|mut opened| opened.write_all(file.content.as_bytes()));
    match written {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(Failure::WouldOverwrite(path)),
        Err(error) => Err(Failure::Unwritable { file: path, error }),
        Ok(()) => {
            console.note(format_args!("note: run it where {} is, which was written just now", path.display()));
            Ok(())
        }
    }
}

/// The option that makes the form another one that works.
fn way(instead: Option<CommandForm<'_>>, form: CommandForm<'_>) -> Option<String> {
    let instead = instead?;
    Some(match () {
        () if instead.body != form.body => format!("--body {}", instead.body.as_str()),
        () if instead.then != form.then => format!("--then {}", instead.then.as_str()),
        () if instead.shell != form.shell => format!("--shell {}", instead.shell.as_str()),
        () => "--key expanded".to_owned(),
    })
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
