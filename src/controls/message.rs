//! One finding in full: mark, severity, sentence and what to do.

use leptos::prelude::*;
use tyk_policy::check::Finding;

use super::{icon, severity_icon};
use crate::desk::desk;
use crate::mending::mend;
use crate::view::{Element, Item, button, capitalised, each, paragraph, press, span};

/// A finding beside what it is about.
pub fn message(finding: &Finding) -> Element {
    let severity = finding.severity.as_str();
    let says = span("message__text")
        .child(span("message__word").child(format!("{}: ", capitalised(severity))))
        .child(format!("{finding}. "))
        .child(span("message__help").child(format!("{}.", capitalised(finding.code.help()))));
    let message = paragraph("message").attr("data-severity", severity).child(icon(severity_icon(finding.severity)));
    message.child(span("message__body").child(says).child(fix_button(finding)))
}

/// What tells a finding from the others, and from itself before it changed: what is shown of it.
pub fn finding_key(finding: &Finding) -> String {
    let says = finding.fix.as_ref().map_or("", |fix| &fix.says);
    format!("{} {} {finding} {says}", finding.code.name(), finding.path)
}

/// What mends a finding, as a button; nothing where there is no plain fix.
pub fn fix_button(finding: &Finding) -> Option<Element> {
    let fix = finding.fix.clone()?;
    let desk = desk();
    let says = format!("Fix: {}", fix.says);
    let finding = finding.clone();
    let mend = press(move || mend(desk, &finding));
    Some(button("fix").attr("type", "button").on("click", mend).child(says))
}

/// All findings of one place.
#[must_use]
pub fn messages(findings: impl Fn() -> Vec<Finding> + Send + Sync + 'static) -> AnyView {
    each(move || {
        let item = |finding: Finding| Item::new(finding_key(&finding), move || message(&finding).into_any());
        findings().into_iter().map(item).collect()
    })
}
