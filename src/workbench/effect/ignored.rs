//! What Tyk takes and then leaves out of account.

use leptos::prelude::*;
use tyk_policy::check::Finding;

use super::shown::Shown;
use crate::app::jump::Jump;
use crate::controls::{finding_key, fix_button, icon, severity_icon};
use crate::view::{
    Element, Item, button, capitalised, code, each, element, li, memo, press, section, span, text, ul, when,
};

/// So many are shown at most; the bar at the foot has all of them.
const MOST: usize = 50;

/// The findings of it; nothing where there are none.
pub(super) fn ignored(shown: Shown) -> AnyView {
    let count = memo(move || shown.effect(|effect| effect.ignored.len()));
    let items = move || {
        let item = |(index, finding): (usize, Finding)| {
            Item::new(format!("{index} {}", finding_key(&finding)), move || line(&finding).into_any())
        };
        shown.effect(|effect| effect.ignored.iter().take(MOST).cloned().enumerate().map(item).collect())
    };
    let heading = text(move || match count.get() {
        1 => "Ignored by Tyk: 1 thing".to_owned(),
        many if many > MOST => format!("Ignored by Tyk: {many} things, the first {MOST} of them here"),
        many => format!("Ignored by Tyk: {many} things"),
    });
    let draw = move || {
        section("effect__part")
            .attrs(&[("aria-labelledby", "effect-ignored")])
            .child(element("h2").class("effect__heading").id("effect-ignored").child(heading))
            .child(ul("effect__ignored").child(each(items)))
            .into_any()
    };
    when(move || count.get() > 0, draw)
}

/// A finding, which leads to its place.
fn line(finding: &Finding) -> Element {
    let (jump, path) = (expect_context::<Jump>(), finding.path.clone());
    let line = button("effect__finding")
        .attr("type", "button")
        .attr("data-severity", finding.severity.as_str())
        .on("click", press(move || jump.lead_to_fault(&path)))
        .child(icon(severity_icon(finding.severity)))
        .child(
            span("effect__finding-says")
                .child(format!("{}. ", capitalised(&finding.to_string())))
                .child(code("finding__code").child(format!("{} {}", finding.code.rule(), finding.code.name()))),
        );
    li("").child(line).child(fix_button(finding))
}
