//! What nobody edits: shown as it came, kept, and removable.

use leptos::prelude::*;
use tyk_policy::check::Finding;
use tyk_policy::draft::Json;
use tyk_policy::write::{Layout, json};

use crate::controls::{IconName, icon_button, messages};
use crate::view::{Element, code, li, span};

/// One line of a list: a name, as people or as JSON say it, the value, and the way out.
pub(super) fn kept(
    id: String,
    name: &str,
    label: Option<&'static str>,
    value: Signal<String>,
    findings: Signal<Vec<Finding>>,
    remove: impl Fn() + 'static,
) -> Element {
    let about = label.map(|label| span("kept__label").child(label));
    li("kept__item")
        .id(id)
        .attr("tabindex", "-1")
        .child(code("kept__name").child(name.to_owned()).child(about))
        .child(code("kept__value").child(value))
        .child(icon_button(format!("Remove {name}"), IconName::Remove, remove))
        .child(messages(move || findings.get()))
}

/// The JSON on one line, cut where it gets long. Only for the eye.
pub(super) fn in_one_line(value: &Json) -> String {
    const LONGEST: usize = 160;
    let text = json(value, Layout::Indented);
    let line = text.lines().map(str::trim).collect::<Vec<_>>().join(" ");
    line.char_indices()
        .nth(LONGEST)
        .map_or(line.clone(), |(end, _)| format!("{}…", line.get(..end).unwrap_or_default()))
}
