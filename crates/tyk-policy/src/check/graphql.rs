//! What may be asked of a GraphQL API (policy-model.md section 10b).

use super::code::{About, Severity};
use super::fields::Fields;
use super::{Code, Finding, Path, Report, Seen, Surroundings};
use crate::catalogue::{ALLOWED_TYPES, FIELD_ACCESS_RIGHTS, MAX_QUERY_DEPTH, RESTRICTED_TYPES};
use crate::draft::{Edit, Json};

pub(super) static RESTRICTED_TYPES_IGNORED: About = About {
    rule: "S14",
    name: "restricted-types-ignored",
    severity: Severity::Warning,
    message: |_, f| f.write_str("Tyk ignores the restricted types, because there is a list of allowed types"),
    help: "keep one of the two lists: with allowed types, Tyk refuses everything else anyway",
};

pub(super) static FIELDS_BLOCKED_BY_DEPTH: About = About {
    rule: "S15",
    name: "fields-blocked-by-depth",
    severity: Severity::Warning,
    message: |_, f| f.write_str("Tyk refuses every root field that is not listed here, because `max_query_depth` is 0"),
    help: "set `max_query_depth` to -1 to leave the other fields free, or to the depth that they may have",
};

pub(super) fn check(entry: &Fields<'_>, surroundings: Surroundings, report: &mut Report) {
    if !entry.list(&ALLOWED_TYPES).is_empty() && !entry.list(&RESTRICTED_TYPES).is_empty() {
        let finding = Finding::new(Code::RestrictedTypesIgnored, entry.path(&RESTRICTED_TYPES), Seen::Nothing);
        let fix = vec![entry.set(&RESTRICTED_TYPES, Json::List(Vec::new()))];
        report.push(finding.safely_fixed_by("empty the restricted types", fix));
    }
    if !entry.list(&FIELD_ACCESS_RIGHTS).is_empty() && surroundings.depth_is_zero {
        let depth = Path::root().name(MAX_QUERY_DEPTH.name);
        let finding = Finding::new(Code::FieldsBlockedByDepth, entry.path(&FIELD_ACCESS_RIGHTS), Seen::Nothing);
        report.push(finding.fixed_by("set max_query_depth to -1", vec![Edit::Set(depth, Json::from(-1))]));
    }
}
