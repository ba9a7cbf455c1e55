//! What can be done about a failed call, one press away.

use leptos::prelude::*;
use tyk_policy::answer::Failure;
use tyk_policy::request::AuthorizationForm;

use super::dialog::close;
use crate::browser;
use crate::controls::plain_button;
use crate::conversation::Problem;
use crate::desk::{Desk, desk};
use crate::view::{Element, div, dynamic};

/// The way out of a question that led to nothing; nothing where its sentence says it all. `again` asks it once more.
pub(super) fn remedy(
    problem: impl Fn() -> Problem + Send + Sync + 'static,
    again: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let desk = desk();
    dynamic(move || {
        let Some(failure) = problem().failure else { return ().into_any() };
        let button = if failure.hides_its_cause() { Some(find_cause(desk)) } else { other_form(desk, &failure, again) };
        div("talk__actions").child(button).into_any()
    })
}

/// Tests the connection, which ends with what the page can find out.
fn find_cause(desk: Desk) -> Element {
    let find = move || {
        close();
        // A narrow page shows one part alone; the cause is said below Send.
        browser::press("narrow-send");
        desk.send_action().try_out();
    };
    plain_button("Find the cause", None, find)
}

/// The other form of the authorization header, tried at once with `again`: a question, so that nothing is sent that was not
/// asked for. Nothing if the key was not refused.
pub(super) fn other_form(desk: Desk, failure: &Failure, again: impl Fn() + 'static) -> Option<Element> {
    if !failure.offers_other_form() {
        return None;
    }
    let other = match untrack(|| desk.connection.authorization_in_force()) {
        AuthorizationForm::Key | AuthorizationForm::GatewaySecret => AuthorizationForm::Bearer,
        AuthorizationForm::Bearer => AuthorizationForm::Key,
    };
    let press = move || {
        desk.connection.choose_authorization(other);
        again();
    };
    Some(plain_button(format!("Try it as “{}”", other.label()), None, press))
}
