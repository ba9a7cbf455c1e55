//! The request that is tried.

use leptos::prelude::*;
use tyk_policy::effect::{ApiEffect, Effect};

/// The request that is tried.
#[derive(Clone, Copy)]
pub(in super::super) struct Request {
    /// The id of the API; the first one where it is not among those of the policy.
    pub(super) api: RwSignal<String>,
    pub(super) method: RwSignal<String>,
    pub(super) path: RwSignal<String>,
    pub(super) prefix: RwSignal<bool>,
    pub(super) suffix: RwSignal<bool>,
}

impl Request {
    /// A GET of the first API's root.
    pub(in super::super) fn new() -> Self {
        Self {
            api: RwSignal::new(String::new()),
            method: RwSignal::new("GET".to_owned()),
            path: RwSignal::new(String::new()),
            prefix: RwSignal::new(false),
            suffix: RwSignal::new(false),
        }
    }

    pub(super) fn api_of(self, effect: &Effect) -> Option<&ApiEffect> {
        let chosen = self.api.with(|id| effect.apis.iter().find(|api| api.right.api_id == *id));
        chosen.or_else(|| effect.apis.first())
    }

    /// The path as it is typed, or the root while nothing is.
    pub(super) fn asked_path(self, api: &ApiEffect) -> String {
        let typed = self.path.with(|path| path.trim().to_owned());
        match (typed.is_empty(), api.listen_path.is_empty()) {
            (true, true) => "/".to_owned(),
            (true, false) => api.listen_path.clone(),
            _ if typed.starts_with('/') => typed,
            _ => format!("/{typed}"),
        }
    }
}
