//! Parts of the program that are loaded when they are first needed.
//!
//! `cargo xtask build` sets `in_parts` and cuts the program at the functions that [`later!`] marks: what only they use
//! becomes a file of its own. A plain build, as tests have it, holds everything, and they are done at once.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use crate::controls::plain_button;
use crate::view::{div, dynamic, memo, paragraph, when};

/// A part could not be loaded: there is no way to the page's server, or it has a newer page by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLoaded;

#[cfg(in_parts)]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// Makes an asynchronous function that loads the part of this name first. It fails with [`NotLoaded`]; another call tries
/// again. Several functions may belong to one part.
macro_rules! later {
    ($(#[$about:meta])* part $part:ident; $visible:vis fn $name:ident($($argument:ident: $kind:ty),*) -> $result:ty $body:block) => {
        #[cfg(in_parts)]
        #[wasm_split_helpers::wasm_split($part, fallible)]
        $(#[$about])*
        $visible fn $name($($argument: $kind),*) -> Result<$result, crate::later::NotLoaded> {
            let result: $result = $body;
            Ok(result)
        }

        #[cfg(not(in_parts))]
        $(#[$about])*
        $visible async fn $name($($argument: $kind),*) -> Result<$result, crate::later::NotLoaded> {
            let result: $result = $body;
            Ok(result)
        }
    };
}
pub(crate) use later;

/// How a part of the page is drawn.
pub type Draw = fn() -> AnyView;

/// What loads it.
pub type Load = fn() -> Pin<Box<dyn Future<Output = Result<Draw, NotLoaded>>>>;

/// A part of the page whose program is loaded when it is first shown.
#[derive(Clone, Copy)]
pub struct Part {
    load: Load,
    state: RwSignal<State>,
    waiting: StoredValue<Vec<Then>, LocalStorage>,
}

/// What is done once it is known whether the part is there.
type Then = Box<dyn FnOnce(bool)>;

#[derive(Clone, Copy)]
enum State {
    NotAsked,
    Loading,
    Failed,
    There(Draw),
}

impl Part {
    /// A part that nobody has asked for.
    #[must_use]
    pub fn new(load: Load) -> Self {
        Self { load, state: RwSignal::new(State::NotAsked), waiting: StoredValue::new_local(Vec::new()) }
    }

    /// Loads the part if it is not there, and then does the rest.
    pub fn show(self, then: impl FnOnce() + 'static) {
        self.ask(|is_there| {
            if is_there {
                then();
            }
        });
    }

    /// The same, where the rest is told whether the part is there. Nothing that is asked for while the part is on its way is
    /// dropped: it is done in its turn, as if the part had been there.
    pub fn ask(self, then: impl FnOnce(bool) + 'static) {
        if matches!(self.state.get_untracked(), State::There(_)) {
            then(true);
        } else {
            self.wait(Box::new(then));
        }
    }

    fn wait(self, then: Then) {
        self.waiting.update_value(|waiting| waiting.push(then));
        if matches!(self.state.get_untracked(), State::Loading) {
            return;
        }
        self.state.set(State::Loading);
        let loaded = (self.load)();
        spawn_local(async move {
            let loaded = loaded.await;
            let waiting = self.waiting.try_update_value(std::mem::take).unwrap_or_default();
            self.state.try_set(loaded.map_or(State::Failed, State::There));
            // The part is drawn before anything is done in it.
            tick().await;
            waiting.into_iter().for_each(|then| then(loaded.is_ok()));
        });
    }

    /// The part, or another view in its place until it is there.
    pub fn view_instead_of(self, other: Draw) -> AnyView {
        let is_there = memo(move || matches!(self.state.get(), State::There(_)));
        let has_failed = move || matches!(self.state.get(), State::Failed);
        let until_then = move || {
            let stand_in = div("later__stand-in").child(untrack(other));
            stand_in.child(when(has_failed, move || self.view())).into_any()
        };
        dynamic(move || if is_there.get() { untrack(|| self.view()) } else { untrack(until_then) })
    }

    /// The part, or what stands in its place until it is there.
    pub fn view(self) -> AnyView {
        self.view_of(|| ())
    }

    /// The same for a part that draws what it is given by context, which `give` gives.
    pub fn view_of(self, give: impl Fn() + Send + Sync + 'static) -> AnyView {
        let give: Box<dyn Fn() + Send + Sync> = Box::new(give);
        dynamic(move || match self.state.get() {
            State::NotAsked => ().into_any(),
            State::Loading => paragraph("later").attr("role", "status").child("Loading…").into_any(),
            State::There(draw) => untrack(|| {
                give();
                draw()
            }),
            State::Failed => div("later")
                .attr("role", "alert")
                .child(paragraph("later__says").child(NOT_LOADED))
                .child(plain_button("Try again", None, move || self.show(|| ())))
                .into_any(),
        })
    }
}

/// What is said where a part is missing.
pub const NOT_LOADED: &str = "This part of the page could not be loaded. Your policy is unchanged. Is the page's server still \
    there? If the page is older than its server's, copy your policy and reload.";
