//! What can be typed behind `tyk-policy`, and its help.

mod check;
mod convert;
mod curl;
mod effect;
mod explain;
mod new;
mod page;
mod request;
mod send;
mod serve;
mod shell;

use clap::{ColorChoice, Parser, Subcommand};

pub use check::{CheckArguments, Format, Which};
pub use convert::ConvertArguments;
pub use curl::CurlArguments;
pub use effect::{EffectArguments, PathArguments, Shown};
pub use explain::ExplainArguments;
pub use new::NewArguments;
pub use page::PageArguments;
pub use request::{Call, RequestArguments};
pub use send::SendArguments;
pub use serve::ServeArguments;
pub use shell::{CompletionsArguments, ManArguments};

/// The name that is typed.
pub const PROGRAM: &str = "tyk-policy";

/// Policy Builder's command line: checks Tyk security policies, writes their JSON and curl commands, serves the page.
#[derive(Debug, Parser)]
#[command(name = PROGRAM, version, arg_required_else_help = true)]
pub struct Arguments {
    /// Whether findings are coloured; auto colours them on a terminal, unless NO_COLOR is set
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    pub color: ColorChoice,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Say what is wrong with policies, before Tyk does
    #[command(after_help = check::EXAMPLES)]
    Check(CheckArguments),
    /// Say what policies will really do: what a key on them gets, and what Tyk ignores
    #[command(after_help = effect::EFFECT_EXAMPLES)]
    Effect(EffectArguments),
    /// Say whether a request may pass the allowed paths of a policy, and by which entry
    #[command(after_help = effect::PATH_EXAMPLES)]
    Path(PathArguments),
    /// Print a policy as the JSON that the Dashboard takes, from whatever it is written in
    #[command(after_help = convert::EXAMPLES)]
    Convert(ConvertArguments),
    /// Print the curl command that creates a policy, or makes another request, in any shell
    #[command(after_help = curl::EXAMPLES)]
    Curl(CurlArguments),
    /// Print a policy to begin with, of a template
    #[command(after_help = new::EXAMPLES)]
    New(NewArguments),
    /// Say what a field of a policy or a finding means
    #[command(after_help = explain::EXPLAIN_EXAMPLES)]
    Explain(ExplainArguments),
    /// Print the JSON Schema of a policy, for editors
    #[command(after_help = explain::SCHEMA_EXAMPLES)]
    Schema,
    /// Send a policy to a dashboard, or make another request
    #[command(after_help = send::EXAMPLES)]
    Send(SendArguments),
    /// Serve the page on one address with a local dashboard, or with the way to a real one
    #[command(after_help = serve::EXAMPLES)]
    Serve(ServeArguments),
    /// Write the page into a folder for a web server, perhaps one that may call one dashboard alone, or none
    #[command(after_help = page::EXAMPLES)]
    Page(PageArguments),
    /// Print what makes a shell complete these commands
    #[command(after_help = shell::COMPLETIONS_EXAMPLES)]
    Completions(CompletionsArguments),
    /// Print the manual page
    #[command(after_help = shell::MAN_EXAMPLES)]
    Man(ManArguments),
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;
    use tyk_policy::request::{AuthorizationForm, Shell, Style};

    use super::*;

    #[test]
    fn the_arguments_do_not_contradict_each_other() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn every_shell_can_be_asked_for_by_its_word() {
        for shell in Shell::ALL {
            let typed = ["tyk-policy", "curl", "--shell", shell.as_str(), "-"];
            let Command::Curl(read) = Arguments::parse_from(typed).command else { panic!("not curl") };
            assert_eq!(read.shell, shell);
        }
    }

    #[test]
    fn every_style_and_every_authorization_can_be_asked_for_by_its_word() {
        for style in Style::ALL {
            for form in AuthorizationForm::ALL {
                let typed = ["tyk-policy", "curl", "--style", style.as_str(), "--auth", form.as_str(), "-"];
                let Command::Curl(read) = Arguments::parse_from(typed).command else { panic!("not curl") };
                assert_eq!((read.style, read.request.auth), (style, Some(form)));
            }
        }
    }
}
