//! The policy in a body: decoded as Go does it, refused as the Dashboard does it, and filled in.

use tyk_policy::catalogue::{DATABASE_ID, ID, NAME, root_field};
use tyk_policy::check::{self, Code, Report};
use tyk_policy::context::Context;
use tyk_policy::draft::{Draft, Json};
use tyk_policy::read;
use tyk_policy::write::{self, Layout};

use crate::refusal::Refusal;
use crate::store::Policy;

/// A policy as it came, for one organisation; what it is to other policies is seen when it is stored.
#[derive(Debug)]
pub struct Body {
    draft: Draft,
    organisation: &'static str,
}

/// The fields that are the Dashboard's (policy-model.md section 2), whatever stood there.
#[derive(Debug)]
pub struct Own<'a> {
    /// `_id`.
    pub database_id: &'a str,
    /// `id`, for a policy that brings none.
    pub id: &'a str,
    /// RFC 3339.
    pub date_created: &'a str,
    /// Seconds since 1970.
    pub last_updated: &'a str,
}

impl Body {
    /// Reads the policy in `bytes`.
    ///
    /// # Errors
    /// Why the Dashboard refuses it by itself.
    pub fn read(bytes: &[u8], organisation: &'static str) -> Result<Self, Refusal> {
        let draft = decode(bytes)?;
        let report = check::draft(&draft, &Context::default());
        refuse(&draft, &report, organisation)?;
        Ok(Self { draft, organisation })
    }

    /// The name; empty if it has none.
    pub fn name(&self) -> &str {
        text(&self.draft, NAME.name)
    }

    /// The id that its author chose; empty if there is none.
    pub fn id(&self) -> &str {
        text(&self.draft, ID.name)
    }

    /// The policy as it is stored: the Dashboard's fields filled in, all else as it came.
    pub fn fill_in(mut self, own: &Own<'_>) -> Policy {
        if self.id().is_empty() {
            self.draft.set(&ID, Json::from(own.id));
        }
        self.draft.set(&DATABASE_ID, Json::from(own.database_id));
        let rest =
            [("org_id", self.organisation), ("date_created", own.date_created), ("last_updated", own.last_updated)];
        for (name, value) in rest {
            if let Some(field) = root_field(name) {
                self.draft.set(field, Json::from(value));
            }
        }
        Policy {
            database_id: own.database_id.to_owned(),
            id: self.id().to_owned(),
            name: self.name().to_owned(),
            state: text(&self.draft, "state").to_owned(),
            active: root_field("active").and_then(|field| self.draft.get(field)).and_then(Json::as_bool) == Some(true),
            body: write::draft(&self.draft, Layout::Indented),
        }
    }
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

fn refuse(draft: &Draft, report: &Report, own_organisation: &str) -> Result<(), Refusal> {
    if report.iter().any(|finding| finding.code.rule() == "R1") {
        return Err(Refusal::BodyMalformed);
    }
    let organisation = text(draft, "org_id");
    if !organisation.is_empty() && organisation != own_organisation {
        return Err(Refusal::ForeignOrganisation);
    }
    if report.iter().any(|finding| finding.code == Code::PolicyIdCharacters) {
        return Err(Refusal::PolicyIdCharacters);
    }
    Ok(())
}

/// The text of a root field; empty where it is absent or `null`, as Go has it.
fn text<'a>(draft: &'a Draft, name: &str) -> &'a str {
    root_field(name).and_then(|field| draft.get(field)).and_then(Json::as_text).unwrap_or_default()
}
