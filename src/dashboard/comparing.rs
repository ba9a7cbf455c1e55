//! What an update would change, to be confirmed.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tyk_policy::check::Severity;
use tyk_policy::compare::Difference;
use tyk_policy::request::PolicyId;

use super::differences::{differences, said};
use super::outcome::{headline, sentence};
use crate::browser;
use crate::controls::{IconName, primary_button, quiet_button};
use crate::conversation::{Step, press_new, update};
use crate::desk::desk;
use crate::view::{Element, code, div, dynamic, element};

/// The question before a stored policy is replaced.
pub(super) fn comparing(id: PolicyId, changes: Vec<Difference>, since: Vec<Difference>, is_anew: bool) -> Element {
    let desk = desk();
    let content = div("outcome__content").attr("id", "comparing");
    let which = sentence("Policy id ").child(code("").child(id.as_str().to_owned()));
    let back = move || {
        desk.conversation.step.set(Step::Idle);
        browser::focus("send");
    };
    if changes.is_empty() {
        return content
            .child(headline("info", IconName::Info, "There is nothing to update.".to_owned()))
            .child(sentence("What is stored is what stands here."))
            .child(quiet_button("Close", None, back));
    }
    let warning = (!since.is_empty()).then(|| {
        let says = format!("Since you opened it, {} changed on the dashboard.", said(&since));
        div("outcome__content")
            .child(headline("warning", IconName::Warning, says))
            .child(sentence("Your update replaces the whole policy, and so these changes:"))
            .child(differences(&since, ["When opened", "Stored now"]))
    });
    let anew = is_anew.then(|| {
        let says = "You edited the policy since this was shown. Nothing was sent: look again.";
        headline("info", IconName::Info, says.to_owned())
    });
    // As Send asks before a new policy: findings never hide the way, but nobody takes it unaware of them.
    let faulty = dynamic(move || match desk.reports.count(Severity::Error) {
        0 => ().into_any(),
        1 => headline("failure", IconName::Error, "The policy has 1 error.".to_owned()).into_any(),
        count => headline("failure", IconName::Error, format!("The policy has {count} errors.")).into_any(),
    });
    let says = format!("{} changed by this update.", said(&changes));
    let label = if since.is_empty() { "Update policy" } else { "Update all the same" };
    let as_new = move || {
        spawn_local(async move {
            // The part is there: this is drawn by it.
            let _ = press_new(desk).await;
        });
    };
    let actions = div("outcome__actions")
        .child(primary_button(label, Some(IconName::Send), move || update(desk)).id("update-confirm"))
        .child(quiet_button("Send as a new policy", None, as_new))
        .child(quiet_button("Cancel", None, back));
    content
        .child(anew)
        .child(warning)
        .child(faulty)
        .child(element("h3").class("outcome__heading").child(says))
        .child(which)
        .child(differences(&changes, ["Stored", "Here"]))
        .child(actions)
}
