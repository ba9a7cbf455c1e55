//! What lies beneath the box of the text: line numbers, colours, and a mark at each line that there is something to say of.

use leptos::prelude::*;

use super::remarks::Remark;
use crate::controls::{Lines, Mark};
use crate::desk::desk;
use crate::view::{Element, each, pre};

/// The lines of the text that is in the box. They are for the eye only.
pub(super) fn layer(remarks: Signal<Vec<Remark>>) -> Element {
    let typed = desk().preview.json.typed;
    let lines = StoredValue::new(Lines::default());
    let items = move || {
        lines.update_value(|lines| typed.with(|text| lines.update(text)));
        remarks.with(|remarks| lines.with_value(|lines| lines.items(|index| mark(remarks, index + 1))))
    };
    pre("code__lines").attr("aria-hidden", "true").child(each(items))
}

/// The worst that there is to say of a line, with all of it.
fn mark(remarks: &[Remark], line: usize) -> Option<Mark> {
    let of_line = || remarks.iter().filter(|remark| remark.line == line);
    let severity = of_line().map(|remark| remark.severity).min()?;
    let says: Vec<_> = of_line().map(|remark| remark.says.as_str()).collect();
    Some(Mark { severity, says: says.join("\n") })
}
