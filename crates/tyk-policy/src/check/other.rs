//! Organisation, signatures and meta data.

use super::access::is_placeholder;
use super::code::{About, Severity};
use super::fields::Fields;
use super::{Code, Finding, Report, Seen, Surroundings};
use crate::catalogue::{DATABASE_ID, ENABLE_HTTP_SIGNATURE_VALIDATION, HMAC_ENABLED, META_DATA, ORG_ID};
use crate::context::Context;
use crate::draft::{Edit, Json, Section};
use crate::write::{self, Layout};

pub(super) static FOREIGN_ORGANISATION: About = About {
    rule: "R11",
    name: "foreign-organisation",
    severity: Severity::Error,
    message: |seen, f| match seen {
        Seen::Text(id) => write!(f, "the policy belongs to another organisation, `{id}`"),
        _ => f.write_str("the policy belongs to another organisation"),
    },
    help: "leave `org_id` out: the Dashboard fills in the organisation of the user whose key sends the policy",
};

pub(super) static SIGNATURE_WITH_PER_API: About = About {
    rule: "S16",
    name: "signature-with-per-api",
    severity: Severity::Warning,
    message: |_, f| f.write_str("Tyk asks for no signatures while the `per_api` partition is on"),
    help: "switch `per_api` off, or ask for signatures in another policy of the same key",
};

pub(super) static META_DATA_NOT_TEXT: About = About {
    rule: "D14",
    name: "meta-data-not-text",
    severity: Severity::Warning,
    message: |seen, f| match seen {
        Seen::Text(kind) => write!(f, "expected text in the meta data, found {kind}"),
        _ => f.write_str("expected text in the meta data"),
    },
    help: "write it in quotes: the Gateway takes any value, the Tyk Operator and the portal take text only",
};

/// Organisation and signatures.
pub(super) fn check(section: &Section, surroundings: Surroundings, context: &Context, report: &mut Report) {
    let fields = Fields::section(section);
    for field in [&DATABASE_ID, &ORG_ID] {
        let id = fields.text(field);
        if is_placeholder(id) {
            report.push(Finding::new(Code::Placeholder, fields.path(field), Seen::text(id)));
        }
    }
    let own = context.organisation.as_deref();
    let id = fields.text(&ORG_ID);
    if !id.is_empty() && !is_placeholder(id) && own.is_some_and(|own| own != id) {
        let finding = Finding::new(Code::ForeignOrganisation, fields.path(&ORG_ID), Seen::text(id));
        report.push(finding.fixed_by("take org_id out", vec![fields.remove(&ORG_ID)]));
    }
    for field in [&HMAC_ENABLED, &ENABLE_HTTP_SIGNATURE_VALIDATION] {
        if surroundings.per_api && fields.flag(field) {
            report.push(Finding::new(Code::SignatureWithPerApi, fields.path(field), Seen::Nothing));
        }
    }
}

/// Meta data.
pub(super) fn check_labels(section: &Section, report: &mut Report) {
    let fields = Fields::section(section);
    let Some(meta_data) = fields.get(&META_DATA).and_then(Json::as_object) else { return };
    let counts = |name: &str, value: &Json| meta_data.get(name).is_some_and(|last| std::ptr::eq(last, value));
    let others = meta_data.iter().filter(|(_, value)| value.as_text().is_none());
    for (name, value) in others.filter(|(name, value)| counts(name, value)) {
        let path = fields.path(&META_DATA).key(name);
        let text = write::json(value, Layout::Indented).lines().map(str::trim).collect::<Vec<_>>().join(" ");
        let finding = Finding::new(Code::MetaDataNotText, path.clone(), Seen::Text(value.type_name().to_owned()));
        report.push(finding.fixed_by("write it as text", vec![Edit::Set(path, Json::from(text))]));
    }
}
