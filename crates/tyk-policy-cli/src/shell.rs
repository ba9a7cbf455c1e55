//! `tyk-policy completions` and `tyk-policy man`: what the arguments say of themselves.

use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;

use crate::Outcome;
use crate::arguments::{Arguments, CompletionsArguments, ManArguments, PROGRAM};
use crate::console::Console;
use crate::failure::Failure;

/// Prints what the shell reads to complete the commands.
///
/// # Errors
/// It cannot be written.
pub fn completions(arguments: &CompletionsArguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), PROGRAM, &mut script);
    let script = String::from_utf8_lossy(&script);
    console.print(&if arguments.shell == Shell::Bash { with_one_name(&script) } else { script.into_owned() })?;
    Ok(Outcome::Done)
}

/// clap_complete writes the dash of our name in two ways and then finds no option of a command (clap's issue 6421).
fn with_one_name(script: &str) -> String {
    script.replace(&PROGRAM.replace('-', "__subcmd__"), &PROGRAM.replace('-', "__"))
}

/// Prints a manual page: of one command, or that which names them all.
///
/// # Errors
/// There is no such command, or the page cannot be written.
pub fn man(arguments: &ManArguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let mut command = Arguments::command().disable_help_subcommand(true);
    command.build();
    let described = match &arguments.command {
        None => command,
        Some(name) => match command.find_subcommand(name) {
            Some(found) => found.clone(),
            None => {
                let commands = command.get_subcommands().map(|each| each.get_name().to_owned()).collect();
                return Err(Failure::NoSuchCommand { name: name.clone(), commands });
            }
        },
    };
    let mut page = Vec::new();
    Man::new(described).render(&mut page).map_err(Failure::Output)?;
    console.add(&page)?;
    console.flush()?;
    Ok(Outcome::Done)
}
