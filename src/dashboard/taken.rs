//! Another policy has the name or the id already: nothing was sent.

use leptos::prelude::*;
use tyk_policy::catalogue::{ID, NAME};
use tyk_policy::draft::Json;

use super::outcome::{headline, sentence};
use crate::browser;
use crate::controls::{IconName, id_of, plain_button, quiet_button};
use crate::conversation::{Step, Stored, Taken, look_again};
use crate::desk::desk;
use crate::view::{Element, code, div};

/// What can be done about it.
pub(super) fn taken(taken: Taken) -> Element {
    let what = if taken.has_id { "id" } else { "name" };
    let says = format!("Another policy has this {what} already. Nothing was sent.");
    div("outcome__content").child(headline("failure", IconName::Error, says)).child(actions(taken))
}

/// Which policy it is, and the ways to go on.
pub(super) fn actions(Taken { policy, has_id, free_name }: Taken) -> Element {
    let desk = desk();
    let control = id_of(if has_id { &ID } else { &NAME });
    let which =
        sentence(format!("“{}”, {}, id ", policy.name(), policy.state())).child(code("").child(policy.id().to_owned()));
    let take = free_name.map(|name| {
        let label = format!("Use “{name}”");
        let take = move || {
            desk.document.basics.update(|basics| basics.set(&NAME, Some(Json::from(name.as_str()))));
            desk.conversation.step.set(Step::Idle);
            browser::focus("send");
        };
        plain_button(label, None, take).id("taken-free")
    });
    let rename = move || {
        desk.conversation.step.set(Step::Idle);
        // A narrow page shows one part alone.
        browser::press("narrow-form");
        browser::focus(control.clone());
    };
    let rename = if has_id {
        quiet_button("Type another id", None, rename)
    } else {
        quiet_button("Type another name", None, rename)
    };
    let actions = div("outcome__actions").child(take);
    let actions = match policy.path_id() {
        Some(id) => {
            let own = id.clone();
            let open = move || {
                let dashboard = desk.connection.origin_now().unwrap_or_default();
                desk.open_stored(Stored { id: own.clone(), dashboard, draft: policy.draft.clone() });
                desk.conversation.step.set(Step::Idle);
            };
            actions
                .child(
                    plain_button("Update that policy…", None, move || look_again(desk, id.clone())).id("taken-update"),
                )
                .child(plain_button("Open it instead", None, open))
        }
        None => actions,
    };
    div("outcome__content").child(which).child(actions.child(rename))
}
