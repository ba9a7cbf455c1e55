//! Fields that the form does not edit.

use super::access::is_placeholder;
use super::{Code, Finding, Path, Report, Seen};
use crate::catalogue::{DATABASE_ID, ORG_ID};
use crate::draft::{Json, Section};

pub(super) fn check(section: &Section, report: &mut Report) {
    for field in [&DATABASE_ID, &ORG_ID] {
        if let Some(id) = section.get(field).and_then(Json::as_text).filter(|id| is_placeholder(id)) {
            report.push(Finding::new(Code::Placeholder, Path::root().name(field.name), Seen::text(id)));
        }
    }
}
