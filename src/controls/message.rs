//! One finding in full: mark, severity, sentence and what to do.

use leptos::prelude::*;
use tyk_policy::check::Finding;

use super::{icon, severity_icon};

/// A finding beside what it is about.
#[must_use]
pub fn message(finding: Finding) -> AnyView {
    let severity = finding.severity.as_str();
    view! {
        <p class=format!("message message--{severity}")>
            {icon(severity_icon(finding.severity))}
            <span>
                <span class="message__word">{severity}</span>
                {format!(" {finding}. ")}
                <span class="message__help">{finding.code.help()}"."</span>
            </span>
        </p>
    }
    .into_any()
}
