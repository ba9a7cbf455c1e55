//! What just happened to the whole policy, and the way back.

use leptos::prelude::*;

use crate::controls::{Button, ButtonKind, IconName};
use crate::document::Document;
use crate::view::{read, when};

/// The sentence; empty when there is nothing to say.
#[derive(Clone, Copy, Default)]
pub(super) struct NoticeText(pub RwSignal<String>);

/// A line above the form that stays until it is closed.
pub(super) fn notice() -> AnyView {
    let NoticeText(says) = expect_context::<NoticeText>();
    let document = expect_context::<Document>();
    let back = move |()| {
        document.go_back();
        says.set("The other policy is back.".to_owned());
    };
    let back_button = move || view! { <Button label="Put the other policy back" picture=IconName::Back on_press=back/> }.into_any();
    let close = move |()| says.set(String::new());
    let line = move || {
        view! {
            <div class="notice">
                <p class="notice__text">{read(says)}</p>
                {when(move || document.can_go_back(), back_button)}
                <Button label="Close this notice" kind=ButtonKind::IconOnly picture=IconName::Close on_press=close/>
            </div>
        }
        .into_any()
    };
    view! { <div role="status">{when(move || says.with(|says| !says.is_empty()), line)}</div> }.into_any()
}
