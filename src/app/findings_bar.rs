//! The foot of the page: what is wrong, worst first. One line until it is opened.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use tyk_policy::check::Severity;
use tyk_policy::context::Context;

use super::narrow_bar::NarrowView;
use crate::controls::{IconName, choice, finding_key, fix_button, icon, quiet_button, severity_icon};
use crate::desk::{Desk, desk};
use crate::document::{Located, Reports, element_candidates};
use crate::editor::{lead_to, section_element_id};
use crate::mending::mend_safely;
use crate::view::{
    Chosen, Element, Item, aria, button, code, div, dynamic, each, element, li, memo, paragraph, press, read, span,
    text, ul, when,
};

/// So many findings are drawn at most.
const MOST_SHOWN: usize = 200;

/// The bar of findings. On a narrow page a finding leads to the form, which `view` then shows.
pub(super) fn findings_bar(view: Chosen<NarrowView>) -> Element {
    let reports = desk().reports;
    let is_open = RwSignal::new(false);
    let filter = Chosen::new(&Filter::ALL, Filter::All);
    let is_shown = move |severity| !is_open.get() || filter.get().lets_through(severity);
    let has_more = move || Severity::ALL.into_iter().map(|severity| reports.count(severity)).sum::<usize>() > 1;
    let items = move || {
        let most = if is_open.get() { MOST_SHOWN } else { 1 };
        let item = |(index, located): (usize, Located)| {
            Item::new(key(index, &located), move || finding_line(located, index == 0, view).into_any())
        };
        reports.worst(most, is_shown).into_iter().enumerate().map(item).collect()
    };
    let label = text(move || if is_open.get() { "Show one" } else { "Show all" }.to_owned());
    let toggle = move || {
        let toggle = quiet_button(label, None, move || is_open.update(|open| *open = !*open));
        toggle.attr("aria-expanded", aria(move || is_open.get())).into_any()
    };
    let class = text(move || if is_open.get() { "findings findings--open" } else { "findings" }.to_owned());
    let count = paragraph("findings__count").child(dynamic(move || in_words(reports).into_any()));
    element("section")
        .class(class)
        .attr("aria-label", "Findings")
        .child(div("findings__bar").child(count).child(when(has_more, toggle)).child(fix_all(reports)))
        .child(when(move || is_open.get(), move || filter_choice(filter).into_any()))
        .child(ul("findings__list").child(each(items)))
        .child(when(move || is_open.get(), || not_checked().into_any()))
        .child(spoken(reports))
}

/// Which findings are shown.
#[derive(Clone, Copy, PartialEq)]
enum Filter {
    All,
    Only(Severity),
}

impl Filter {
    const ALL: [Self; 4] =
        [Self::All, Self::Only(Severity::Error), Self::Only(Severity::Warning), Self::Only(Severity::Info)];

    fn label(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::Only(Severity::Error) => "Errors",
            Self::Only(Severity::Warning) => "Warnings",
            Self::Only(Severity::Info) => "Hints",
        }
    }

    fn lets_through(self, severity: Severity) -> bool {
        matches!(self, Self::All) || self == Self::Only(severity)
    }
}

fn filter_choice(filter: Chosen<Filter>) -> Element {
    let chosen = move || Some(filter.get());
    let choose = move |option| filter.set(option);
    let choice = choice("findings-filter", "Which findings are shown", &Filter::ALL, Filter::label, chosen, choose);
    div("findings__filter").child(choice)
}

/// One press for all fixes that change nothing that Tyk does.
fn fix_all(reports: Reports) -> AnyView {
    let desk = desk();
    let label = text(move || format!("Fix {} safely", reports.count_safe_fixes()));
    let mend = move || {
        mend_safely(desk);
    };
    let draw = move || {
        let says = "Makes the changes after which Tyk does the same as before";
        quiet_button(label, None, mend).id("fix-safe").attr("title", says).into_any()
    };
    when(move || reports.count_safe_fixes() > 1, draw)
}

/// What cannot be checked, and what it would need.
fn not_checked() -> Element {
    let context = desk().document.context;
    let says = text(move || {
        let needs = context.with(Context::not_checked);
        if needs.is_empty() { String::new() } else { format!("Not checked: {}.", needs.join("; ")) }
    });
    paragraph("findings__not-checked").child(says)
}

/// What tells a line from the others. The first one has the id to which Send leads back.
fn key(index: usize, located: &Located) -> String {
    let row = located.row.map(|row| row.0.to_string()).unwrap_or_default();
    format!("{} {row} {}", index == 0, finding_key(&located.finding))
}

/// One finding. A press leads to its control.
fn finding_line(located: Located, is_first: bool, view: Chosen<NarrowView>) -> Element {
    let desk = desk();
    let finding = located.finding.clone();
    let go = press(move || lead_to_finding(desk, &located, view));
    let line = button("finding")
        .attr("type", "button")
        .attr("data-severity", finding.severity.as_str())
        .id(if is_first { "findings-first" } else { "" })
        .on("click", go)
        .child(icon(severity_icon(finding.severity)))
        .child(code("finding__code").child(format!("{} {}", finding.code.rule(), finding.code.name())))
        .child(span("finding__text").child(finding.to_string()))
        .child(code("finding__path").child(finding.path.to_string()));
    li("findings__item").child(line).child(fix_button(&finding))
}

/// Leads to the control of a finding.
pub(super) fn lead_to_finding(desk: Desk, located: &Located, view: Chosen<NarrowView>) {
    view.set(NarrowView::Form);
    desk.document.show_all_findings.set(true);
    let mut ids = element_candidates(&located.finding.path, located.row);
    ids.push(section_element_id(located.section));
    lead_to(desk.document, ids);
}

/// How many of each severity there are, where there are any.
fn counts(reports: Reports) -> Vec<(Severity, String)> {
    let counts = Severity::ALL.into_iter().map(|severity| (severity, reports.count(severity)));
    counts.filter(|(_, count)| *count > 0).map(|(severity, count)| (severity, said(severity, count))).collect()
}

/// "2 errors  1 warning", with their marks.
fn in_words(reports: Reports) -> Element {
    let mark = |kind, picture, says: String| span("mark").attr("data-severity", kind).child(icon(picture)).child(says);
    let counts = counts(reports);
    if counts.is_empty() {
        return mark("good", IconName::Check, "No findings".to_owned());
    }
    let marks = counts.into_iter().map(|(severity, says)| mark(severity.as_str(), severity_icon(severity), says));
    span("findings__marks").children(marks)
}

fn said(severity: Severity, count: usize) -> String {
    let word = if severity == Severity::Info { "hint" } else { severity.as_str() };
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {word}{plural}")
}

/// The counts for those who listen, half a second after the last change, so that it does not talk at each key.
fn spoken(reports: Reports) -> Element {
    let spoken = RwSignal::new(String::new());
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let says = memo(move || counts(reports).into_iter().map(|(_, says)| says).collect::<Vec<_>>().join(", "));
    let follow = RenderEffect::new(move |before: Option<()>| {
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
    // It lives as long as the bar does.
    StoredValue::new_local(follow);
    paragraph("hidden").attr("role", "status").child(read(spoken))
}
