//! Policies for the tests.

use tyk_policy::answer::{ApiKind, KnownApi};
use tyk_policy::check::{self, Report};
use tyk_policy::context::Context;
use tyk_policy::draft::Draft;
use tyk_policy::effect::{self, ApiEffect, Checked, Effect};
use tyk_policy::read;

/// The policy of a text, read as everywhere.
pub fn draft(text: &str) -> Draft {
    read::text(text).policies.into_iter().next().unwrap_or_else(|| panic!("no policy: {text}")).draft
}

pub fn report(draft: &Draft) -> Report {
    check::draft(draft, &Context::default())
}

/// What a policy with these members does. It is active, and its keys never expire.
#[track_caller]
pub fn effect(members: &str) -> Effect {
    effect_of(&draft(&policy(members)), &Context::default())
}

pub fn policy(members: &str) -> String {
    format!(r#"{{"name": "Gold", "active": true, "key_expires_in": 0, {members}}}"#)
}

pub fn effect_of(draft: &Draft, context: &Context) -> Effect {
    let report = check::draft(draft, context);
    effect::effect(&[Checked { draft, report: &report }], context)
}

/// The right to call an API with these members in its entry.
#[track_caller]
pub fn api(members: &str) -> ApiEffect {
    let effect = effect(&format!(r#""access_rights": {{"orders": {{{members}}}}}"#));
    effect.apis.into_iter().next().expect("an API is granted")
}

/// An API that the dashboard has.
pub fn known(id: &str, name: &str, listen_path: &str) -> KnownApi {
    KnownApi {
        id: id.to_owned(),
        name: name.to_owned(),
        listen_path: listen_path.to_owned(),
        versions: Vec::new(),
        paths: Vec::new(),
        kind: ApiKind::Classic,
        is_active: true,
        organisation: String::new(),
    }
}
