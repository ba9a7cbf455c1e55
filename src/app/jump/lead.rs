//! Leading to the field at a path of the policy.

use leptos::prelude::*;
use tyk_policy::catalogue::{URL, root_field};
use tyk_policy::check::{Path, Segment};

use super::super::narrow_bar::NarrowView;
use super::Jump;
use crate::document::{element_candidates, element_id};
use crate::editor::{lead_to, section_element_id};

impl Jump {
    /// Moves the focus to the control of the field, or to what is around it; on a narrow page in the form.
    pub(crate) fn lead_to_field(self, path: &Path) {
        self.view.set(NarrowView::Form);
        let row = self.desk.document.row_at(path);
        let mut ids = element_candidates(path, row);
        // A path in the list has no control of its own: that of its pattern stands for it.
        if let Some(Segment::Index(_)) = path.segments().last() {
            ids.insert(0, element_id(&path.clone().name(URL.name), row));
        }
        if let Some(Segment::Name(name)) = path.segments().first() {
            ids.extend(root_field(name).map(|field| section_element_id(field.section)));
        }
        lead_to(self.desk.document, ids);
    }

    /// The same with the findings of fields that nobody has touched: it is one of them that leads there.
    pub(crate) fn lead_to_fault(self, path: &Path) {
        self.desk.document.show_all_findings.set(true);
        self.lead_to_field(path);
    }
}
