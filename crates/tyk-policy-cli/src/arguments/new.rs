//! Behind `tyk-policy new`.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use tyk_policy::template::Template;

pub const EXAMPLES: &str = "\
Examples:
  tyk-policy new > policy.json
  tyk-policy new --template graphql-read-only
  tyk-policy new --list

Which APIs the policy is for is left to fill in: `tyk-policy check` says where.";

/// Behind `new`.
#[derive(Args, Debug)]
pub struct NewArguments {
    /// The policy to begin with
    #[arg(long, value_name = "NAME", value_parser = template_parser(), default_value = Template::ALL[0].name)]
    pub template: Template,
    /// Say which templates there are, and when to take which, instead
    #[arg(long, conflicts_with = "template")]
    pub list: bool,
}

/// The words are the model's own.
fn template_parser() -> impl TypedValueParser<Value = Template> {
    PossibleValuesParser::new(Template::ALL.map(|template| template.name))
        .map(|word| Template::find(&word).unwrap_or(Template::ALL[0]))
}
