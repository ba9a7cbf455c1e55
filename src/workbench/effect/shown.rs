//! The effect that the pane shows.

use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use tyk_policy::check::Report;
use tyk_policy::draft::Draft;
use tyk_policy::effect::{Checked, Effect, effect};

use crate::desk::Desk;

/// How long nobody may have typed before the effect is worked out anew.
const PAUSE: Duration = Duration::from_millis(120);

/// A policy with what follows from it.
pub(super) struct Worked {
    pub(super) draft: Draft,
    pub(super) report: Report,
    pub(super) effect: Effect,
}

impl Worked {
    fn of(desk: Desk) -> Self {
        let draft = untrack(|| desk.document.snapshot());
        let report: Report = untrack(|| desk.reports.all()).into_iter().map(|located| located.finding).collect();
        let checked = [Checked { draft: &draft, report: &report }];
        let effect = desk.document.context.with_untracked(|context| effect(&checked, context));
        Self { draft, report, effect }
    }
}

/// What follows from the policy as it stood when nobody had typed for a moment.
#[derive(Clone, Copy)]
pub(super) struct Shown(RwSignal<Arc<Worked>>);

impl Shown {
    /// Works it out now, and again after each change for as long as the pane is shown.
    pub(super) fn follow(desk: Desk) -> Self {
        let shown = Self(RwSignal::new(Arc::new(Worked::of(desk))));
        let pending = StoredValue::new(None::<TimeoutHandle>);
        let forget = move || {
            if let Some(earlier) = pending.try_update_value(Option::take).flatten() {
                earlier.clear();
            }
        };
        let follow = RenderEffect::new(move |before: Option<()>| {
            desk.document.track();
            desk.document.context.track();
            desk.reports.track();
            forget();
            if before.is_some() {
                let work = move || {
                    shown.0.try_set(Arc::new(Worked::of(desk)));
                };
                pending.set_value(set_timeout_with_handle(work, PAUSE).ok());
            }
        });
        on_cleanup(forget);
        StoredValue::new_local(follow);
        shown
    }

    /// Something of the effect. Whoever reads it follows it.
    pub(super) fn effect<T>(self, read: impl FnOnce(&Effect) -> T) -> T {
        self.0.with(|worked| read(&worked.effect))
    }

    /// Something of the policy and what was found in it, too.
    pub(super) fn all<T>(self, read: impl FnOnce(&Worked) -> T) -> T {
        self.0.with(|worked| read(worked))
    }
}
