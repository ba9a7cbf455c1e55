//! POST of a policy: body to stored policy, or to a refusal.

use std::time::SystemTime;

use tyk_policy::catalogue::{DATABASE_ID, ID, NAME, root_field};
use tyk_policy::check::{self, Code, Report};
use tyk_policy::context::Context;
use tyk_policy::draft::{Draft, Json};
use tyk_policy::read;
use tyk_policy::write::{self, Layout};

use crate::SAMPLE_ORGANISATION;
use crate::answer::{Answer, Refusal};
use crate::policy_id;
use crate::store::{NewPolicy, NotStored, Store};

/// Stores the policy in `body` and answers its id.
pub fn policy(store: &Store, body: &[u8]) -> Result<Answer, Refusal> {
    let draft = decode(body)?;
    let report = check::draft(&draft, &Context::default());
    refuse(&draft, &report)?;
    let new = assign(draft, SystemTime::now())?;
    store.create(&new)?;
    Ok(Answer::Created(new.database_id))
}

/// The policy of a body, as Go decodes it into a struct: any object has one, and so has `null` (policy-model.md section 1).
fn decode(body: &[u8]) -> Result<Draft, Refusal> {
    let text = std::str::from_utf8(body).map_err(|_| Refusal::BodyMalformed)?;
    match read::json(text) {
        Ok(Json::Object(object)) => Ok(Draft::from_object(object)),
        Ok(Json::Null) => Ok(Draft::default()),
        Ok(_) | Err(_) => Err(Refusal::BodyMalformed),
    }
}

/// What the Dashboard refuses of a policy by itself; what it is to other policies is seen when it is stored.
fn refuse(draft: &Draft, report: &Report) -> Result<(), Refusal> {
    if report.iter().any(|finding| finding.code.rule() == "R1") {
        return Err(Refusal::BodyMalformed);
    }
    let organisation = text(draft, "org_id");
    if !organisation.is_empty() && organisation != SAMPLE_ORGANISATION {
        return Err(Refusal::ForeignOrganisation);
    }
    if report.iter().any(|finding| finding.code == Code::PolicyIdCharacters) {
        return Err(Refusal::PolicyIdCharacters);
    }
    Ok(())
}

/// Fills in the fields that are the Dashboard's (policy-model.md section 2), whatever stood there; all else stays as it came.
fn assign(mut draft: Draft, now: SystemTime) -> Result<NewPolicy, Refusal> {
    let database_id = policy_id::new(now).map_err(|_| Refusal::NotStored)?;
    draft.set(&DATABASE_ID, Json::from(database_id.as_str()));
    if text(&draft, ID.name).is_empty() {
        draft.set(&ID, Json::from(database_id.as_str()));
    }
    let read_only = [
        ("org_id", SAMPLE_ORGANISATION.to_owned()),
        ("date_created", humantime::format_rfc3339_seconds(now).to_string()),
        ("last_updated", policy_id::unix_seconds(now).to_string()),
    ];
    for (name, value) in read_only {
        if let Some(field) = root_field(name) {
            draft.set(field, Json::from(value));
        }
    }
    Ok(NewPolicy {
        id: text(&draft, ID.name).to_owned(),
        name: text(&draft, NAME.name).to_owned(),
        body: write::draft(&draft, Layout::Indented),
        database_id,
    })
}

/// The text of a root field; empty where it is absent or `null`, as Go has it.
fn text<'a>(draft: &'a Draft, name: &str) -> &'a str {
    root_field(name).and_then(|field| draft.get(field)).and_then(Json::as_text).unwrap_or_default()
}

impl From<NotStored> for Refusal {
    fn from(reason: NotStored) -> Self {
        match reason {
            NotStored::NameInUse => Self::NameInUse,
            NotStored::IdInUse => Self::PolicyIdInUse,
            NotStored::Database => Self::NotStored,
        }
    }
}
