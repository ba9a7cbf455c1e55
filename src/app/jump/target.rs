//! What the box leads to.

use leptos::prelude::*;
use tyk_policy::catalogue::{API_NAME, ROOT};
use tyk_policy::check::Path;

use super::super::findings_bar::lead_to_finding;
use super::super::narrow_bar::NarrowView;
use super::Jump;
use super::rank::rank;
use crate::browser;
use crate::document::{Located, RowId, element_id, row_element_id};
use crate::editor::{lead_to, section_element_id};

/// So many are shown at most; typing finds the others.
const MOST_SHOWN: usize = 50;

/// Something with a name that can be gone to.
#[derive(Clone)]
pub(super) struct Target {
    pub(super) name: String,
    pub(super) beside: String,
    pub(super) kind: &'static str,
    way: Way,
}

#[derive(Clone)]
enum Way {
    /// The element of this id is pressed.
    Press(String),
    /// The first of these controls that is there gets the focus.
    Control(Vec<String>),
    Row(RowId),
    Finding(Box<Located>),
}

impl Jump {
    /// Everything that has a name now.
    pub(super) fn targets(self) -> Vec<Target> {
        let mut targets: Vec<_> = browser::commands()
            .into_iter()
            .map(|(id, name, beside)| Target { name, beside, kind: "command", way: Way::Press(id) })
            .collect();
        targets.extend(ROOT.iter().filter(|field| !field.is_read_only()).map(|field| Target {
            name: field.label.to_owned(),
            beside: field.name.to_owned(),
            kind: "field",
            way: Way::Control(vec![
                element_id(&Path::root().name(field.name), None),
                section_element_id(field.section),
            ]),
        }));
        let findings = untrack(|| self.desk.reports.all());
        targets.extend(findings.into_iter().map(|located| Target {
            name: located.finding.to_string(),
            beside: format!("{} {}", located.finding.code.name(), located.finding.path),
            kind: located.finding.severity.as_str(),
            way: Way::Finding(Box::new(located)),
        }));
        self.desk.document.rows.with_untracked(|rows| {
            targets.extend(rows.iter().map(|row| {
                let (id, name) =
                    row.value.with_untracked(|entry| (entry.key.clone(), entry.text(&API_NAME).to_owned()));
                let (name, beside) = if name.is_empty() { (id, String::new()) } else { (name, id) };
                Target { name, beside, kind: "API", way: Way::Row(row.id) }
            }));
        });
        targets
    }

    /// Goes there.
    pub(super) fn go(self, target: &Target) {
        browser::show_dialog(super::DIALOG, false);
        match &target.way {
            Way::Press(id) => {
                if browser::is_inside(id, "#main") {
                    self.view.set(NarrowView::Form);
                    browser::focus(id);
                }
                browser::press(id);
            }
            Way::Control(ids) => {
                self.view.set(NarrowView::Form);
                lead_to(self.desk.document, ids.clone());
            }
            Way::Row(row) => {
                self.view.set(NarrowView::Form);
                if let Some(row) = self.desk.document.row(*row) {
                    row.open.set(true);
                }
                lead_to(self.desk.document, vec![row_element_id(*row, "toggle")]);
            }
            Way::Finding(located) => lead_to_finding(self.desk, located, self.view),
        }
    }
}

/// Those that fit what was typed, the best first.
pub(super) fn fitting(targets: &[Target], typed: &str) -> Vec<Target> {
    let mut ranked: Vec<_> =
        targets.iter().filter_map(|target| Some((rank(&target.name, &target.beside, typed)?, target))).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().take(MOST_SHOWN).map(|(_, target)| target.clone()).collect()
}
