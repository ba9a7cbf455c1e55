//! The versions of an API (policy-model.md section 4.2).

use super::code::{About, Severity};
use super::fields::Fields;
use super::{Code, Finding, Report, Seen};
use crate::answer::{ApiKind, KnownApi};
use crate::catalogue::VERSIONS;
use crate::draft::{Edit, Json};

pub(super) static VERSION_UNKNOWN: About = About {
    rule: "S17",
    name: "version-unknown",
    severity: Severity::Warning,
    message: |seen, f| match seen {
        Seen::Text(version) => write!(f, "the API has no version `{version}`"),
        _ => f.write_str("the API has no such version"),
    },
    help: "choose one of the API's own versions; a request to any other gets a 403",
};

pub(super) static NO_VERSION: About = About {
    rule: "S17",
    name: "no-version",
    severity: Severity::Warning,
    message: |_, f| f.write_str("no version is named, so every request to this API gets a 403"),
    help: "name the version that keys may call",
};

pub(super) static DEFAULT_IN_LOWER_CASE: About = About {
    rule: "M7",
    name: "default-in-lower-case",
    severity: Severity::Warning,
    message: |_, f| f.write_str("expected `Default`, found `default`"),
    help: "write Default with a capital D: Tyk compares the name of a version letter by letter",
};

pub(super) static SEVERAL_VERSIONS: About = About {
    rule: "D9",
    name: "several-versions",
    severity: Severity::Warning,
    message: |_, f| f.write_str("the Dashboard's form allows only one version of an API per policy"),
    help: "keep one version and give the others a policy each, or never edit this policy in the Dashboard's form",
};

pub(super) fn check(fields: &Fields<'_>, api: Option<&KnownApi>, report: &mut Report) {
    let versions = fields.list(&VERSIONS);
    let path = |index| fields.path(&VERSIONS).item(index);
    for (index, version) in versions.iter().enumerate() {
        let Some(version) = version.as_text() else { continue };
        let is_known = |api: &KnownApi| api.versions.is_empty() || api.versions.iter().any(|known| known == version);
        if version == "default" && !api.is_some_and(|api| api.versions.iter().any(|known| known == version)) {
            let finding = Finding::new(Code::DefaultInLowerCase, path(index), Seen::Nothing);
            report.push(finding.fixed_by("write Default", vec![Edit::Set(path(index), Json::from("Default"))]));
        } else if api.is_some_and(|api| !is_known(api)) {
            report.push(Finding::new(Code::VersionUnknown, path(index), Seen::text(version)));
        }
    }
    let is_versioned = api.is_some_and(|api| !api.versions.is_empty() && api.kind != ApiKind::Oas);
    if versions.is_empty() && is_versioned {
        report.push(Finding::new(Code::NoVersion, fields.path(&VERSIONS), Seen::Nothing));
    }
    if versions.len() > 1 && api.is_none_or(|api| api.kind != ApiKind::Oas) {
        report.push(Finding::new(Code::SeveralVersions, fields.path(&VERSIONS), Seen::Nothing));
    }
}
