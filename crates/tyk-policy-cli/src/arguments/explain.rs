//! Behind `tyk-policy explain` and `tyk-policy schema`, which say what fields and findings mean.

use clap::Args;

pub const EXPLAIN_EXAMPLES: &str = "\
Examples:
  tyk-policy explain quota_max
  tyk-policy explain limit.rate
  tyk-policy explain /access_rights/abc/allowed_urls/0/url
  tyk-policy explain R4
  tyk-policy explain rate-without-period";

pub const SCHEMA_EXAMPLES: &str = "\
Examples:
  tyk-policy schema > tyk-policy.schema.json

Many editors check a JSON file while it is typed if they are given its schema. `tyk-policy check` finds more: a schema
cannot say what Tyk takes and then ignores.";

/// Behind `explain`.
#[derive(Args, Debug)]
pub struct ExplainArguments {
    /// A field (its name, its path, or its place in a policy), a finding's name, or a rule
    #[arg(value_name = "FIELD-OR-RULE")]
    pub name: String,
}
