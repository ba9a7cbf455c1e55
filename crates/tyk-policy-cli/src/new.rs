//! `tyk-policy new`: a policy to begin with.

use tyk_policy::template::Template;
use tyk_policy::write::{self, Layout};

use crate::Outcome;
use crate::arguments::NewArguments;
use crate::console::Console;
use crate::failure::Failure;

/// Prints the policy of a template, or what templates there are.
///
/// # Errors
/// It cannot be written.
pub fn run(arguments: &NewArguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let text = if arguments.list {
        Template::ALL.iter().map(line).collect()
    } else {
        write::draft(&arguments.template.draft(), Layout::Indented) + "\n"
    };
    console.print(&text)?;
    Ok(Outcome::Done)
}

fn line(template: &Template) -> String {
    format!("{:24}{}\n", template.name, template.says)
}
