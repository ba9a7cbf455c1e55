//! Two states of a policy side by side, field by field.

use tyk_policy::compare::Difference;
use tyk_policy::draft::Json;
use tyk_policy::write::{self, Layout};

use crate::view::{Element, code, div, element, paragraph};

/// So many rows are drawn at most.
const MOST_SHOWN: usize = 100;

/// So much of a value is shown, in characters.
const LONGEST_VALUE: usize = 400;

/// "1 field is", "3 fields are"
pub(crate) fn said(differences: &[Difference]) -> String {
    match differences.len() {
        1 => "1 field is".to_owned(),
        count => format!("{count} fields are"),
    }
}

/// A table of three columns: the field and the two states.
pub(crate) fn differences(differences: &[Difference], heads: [&'static str; 2]) -> Element {
    let [before, after] = heads;
    let head = |says: &'static str| element("th").attr("scope", "col").child(says);
    let head = element("tr").child(head("Field")).child(head(before)).child(head(after));
    let rows = differences.iter().take(MOST_SHOWN).map(row);
    let table = element("table")
        .class("differences")
        .child(element("thead").child(head))
        .child(element("tbody").children(rows));
    let rest = differences.len().saturating_sub(MOST_SHOWN);
    let more = (rest > 0).then(|| paragraph("outcome__text").child(format!("… and {rest} more.")));
    // With the keyboard, too, a wide table can be scrolled.
    let scroller =
        div("differences__scroller").attrs(&[("tabindex", "0"), ("role", "region"), ("aria-label", "Differences")]);
    div("outcome__content").child(scroller.child(table)).child(more)
}

fn row(difference: &Difference) -> Element {
    let field = element("th").attr("scope", "row").child(code("").child(difference.path.to_string()));
    element("tr").child(field).child(value(difference.before.as_ref())).child(value(difference.after.as_ref()))
}

fn value(value: Option<&Json>) -> Element {
    let Some(value) = value else { return element("td").class("differences__none").child("not there") };
    let text = write::json(value, Layout::Indented);
    let mut short: String = text.chars().take(LONGEST_VALUE).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    element("td").child(code("").child(short))
}
