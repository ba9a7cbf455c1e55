//! What keeps the policy from having its effect, said first.

use tyk_policy::effect::{Refused, Refusing};

use super::facts::field_link;
use super::shown::Shown;
use crate::controls::{IconName, finding_key, fix_button, icon};
use crate::view::{Element, Item, capitalised, div, each, paragraph, span};

/// So many reasons are shown at most; the bar at the foot has all of them.
const MOST: usize = 20;

/// Each reason with its place and its fix.
pub(super) fn refused(shown: Shown) -> Element {
    let items = move || {
        let item = |(index, refused): (usize, Refused)| {
            let finding = refused.finding.as_ref().map(finding_key).unwrap_or_default();
            Item::new(format!("{index} {} {finding}", refused.what), move || reason(&refused).into_any())
        };
        shown.effect(|effect| effect.refused.iter().take(MOST).cloned().enumerate().map(item).collect())
    };
    div("effect__refused").child(each(items))
}

fn reason(refused: &Refused) -> Element {
    let (severity, picture) = match refused.what {
        Refusing::KeyAlone => ("warning", IconName::Warning),
        Refusing::Body | Refusing::EveryKey => ("error", IconName::Error),
    };
    let why = refused.finding.as_ref().map_or_else(|| "its state is deny".to_owned(), ToString::to_string);
    let help = refused.finding.as_ref().map(|finding| capitalised(finding.code.help()));
    let says = span("message__text")
        .child(span("message__word").child(format!("{}: ", refused.what)))
        .child(format!("{why}. "))
        .child(help.map(|help| span("message__help").child(format!("{help}."))));
    let body = span("message__body")
        .child(says)
        .child(field_link(&refused.at))
        .child(refused.finding.as_ref().and_then(fix_button));
    paragraph("message").attr("data-severity", severity).child(icon(picture)).child(body)
}
