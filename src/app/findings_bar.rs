//! The foot of the page: what is wrong, worst first. One line until it is opened.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use tyk_policy::check::Severity;

use super::narrow_bar::NarrowView;
use crate::browser;
use crate::controls::{IconName, icon, severity_icon};
use crate::document::{Document, Located, Reports, element_candidates};
use crate::editor::section_element_id;
use crate::view::{Item, aria, dynamic, each, memo, press, read, text, when};

/// So many findings are drawn at most.
const MOST_SHOWN: usize = 200;

/// The bar of findings. On a narrow page a finding leads to the form, which `view` then shows.
pub(super) fn findings_bar(view: RwSignal<NarrowView>) -> AnyView {
    let reports = expect_context::<Reports>();
    let is_open = RwSignal::new(false);
    let sorted = memo(move || {
        let of = |severity| reports.all.with(|all| all.iter().filter(|located| located.finding.severity == severity).cloned().collect());
        Severity::ALL.into_iter().flat_map::<Vec<_>, _>(of).collect::<Vec<_>>()
    });
    let has_more = move || sorted.with(|all| all.len() > 1);
    let items = move || {
        let most = if is_open.get() { MOST_SHOWN } else { 1 };
        let item = |(index, located): (usize, Located)| Item::new(key(index, &located), move || finding_line(located, index == 0, view));
        sorted.with(|all| all.iter().take(most).cloned().enumerate().map(item).collect())
    };
    let counts = dynamic(move || in_words(reports));
    let label = text(move || if is_open.get() { "Show one" } else { "Show all" }.to_owned());
    let toggle = move || {
        view! {
            <button
                type="button"
                class="button button--quiet"
                aria-expanded=aria(move || is_open.get())
                on:click=press(move || is_open.update(|open| *open = !*open))
            >
                {label}
            </button>
        }
        .into_any()
    };
    let class = text(move || if is_open.get() { "findings findings--open" } else { "findings" }.to_owned());
    view! {
        <section class=class aria-label="Findings">
            <div class="findings__bar">
                <p class="findings__count">{counts}</p>
                {when(has_more, toggle)}
            </div>
            <ul class="findings__list">{each(items)}</ul>
            {spoken(reports)}
        </section>
    }
    .into_any()
}

/// What tells a line from the others. The first one has the id to which Send leads back.
fn key(index: usize, located: &Located) -> String {
    let row = located.row.map(|row| row.0.to_string()).unwrap_or_default();
    format!("{} {} {row} {} {}", index == 0, located.finding.code.name(), located.finding.path, located.finding)
}

/// One finding. A press leads to its control.
fn finding_line(located: Located, is_first: bool, view: RwSignal<NarrowView>) -> AnyView {
    let document = expect_context::<Document>();
    let Located { finding, row, section } = located;
    let path = finding.path.clone();
    let go = press(move || {
        view.set(NarrowView::Form);
        document.show_all_findings.set(true);
        if let Some(row) = row.and_then(|row| document.row(row)) {
            row.open.set(true);
        }
        let mut ids = element_candidates(&path, row);
        ids.push(section_element_id(section));
        browser::focus_first(ids);
    });
    let id = if is_first { "findings-first" } else { "" };
    view! {
        <li>
            <button type="button" class=format!("finding finding--{}", finding.severity.as_str()) id=id on:click=go>
                {icon(severity_icon(finding.severity))}
                <code class="finding__code">{format!("{} {}", finding.code.rule(), finding.code.name())}</code>
                <span class="finding__text">{finding.to_string()}</span>
                <code class="finding__path">{finding.path.to_string()}</code>
            </button>
        </li>
    }
    .into_any()
}

/// How many of each severity there are, where there are any.
fn counts(reports: Reports) -> Vec<(Severity, String)> {
    let counts = Severity::ALL.into_iter().map(|severity| (severity, reports.count(severity)));
    counts.filter(|(_, count)| *count > 0).map(|(severity, count)| (severity, said(severity, count))).collect()
}

/// "2 errors  1 warning", with their marks.
fn in_words(reports: Reports) -> AnyView {
    let mark = |kind: &str, picture: IconName, says: String| {
        view! { <span class=format!("mark mark--{kind}")>{icon(picture)} {says}</span> }.into_any()
    };
    let counts = counts(reports);
    if counts.is_empty() {
        return mark("good", IconName::Check, "No findings".to_owned());
    }
    let marks = counts.into_iter().map(|(severity, says)| mark(severity.as_str(), severity_icon(severity), says));
    marks.collect::<Vec<_>>().into_any()
}

fn said(severity: Severity, count: usize) -> String {
    let word = if severity == Severity::Info { "hint" } else { severity.as_str() };
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {word}{plural}")
}

/// The counts for those who listen, half a second after the last change, so that it does not talk at each key.
fn spoken(reports: Reports) -> AnyView {
    let spoken = RwSignal::new(String::new());
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let says = memo(move || counts(reports).into_iter().map(|(_, says)| says).collect::<Vec<_>>().join(", "));
    Effect::new(move |before: Option<()>| {
        let says = says.get();
        if before.is_some() {
            let says = if says.is_empty() { "No findings".to_owned() } else { says };
            let speak = move || {
                spoken.try_set(says);
            };
            let later = set_timeout_with_handle(speak, Duration::from_millis(500)).ok();
            if let Some(earlier) = pending.get_value() {
                earlier.clear();
            }
            pending.set_value(later);
        }
    });
    view! { <p class="hidden" role="status">{read(spoken)}</p> }.into_any()
}
