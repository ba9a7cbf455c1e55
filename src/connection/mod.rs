//! The conversation with a dashboard: where it is, with which key, and what is being asked.

mod apis;
mod sending;

pub use apis::ApiList;
pub use sending::{Outcome, Sending};

use std::ops::Deref;

use leptos::prelude::*;
use tyk_policy::request::{Address, ApiKey, AuthorizationForm, Style, Target};

use crate::browser;
use crate::view::Chosen;

/// The connection to a dashboard. One word, as [`crate::document::Document`] is.
#[derive(Clone, Copy)]
pub struct Connection(&'static Parts);

impl Deref for Connection {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.0
    }
}

/// Where requests go. The key lives here only: in the memory of this page, for as long as it is open.
pub struct Parts {
    /// The address as it is typed.
    pub address: RwSignal<String>,
    /// The key.
    pub key: RwSignal<ApiKey>,
    /// How the key stands in the header, where the style of the command does not say it.
    pub authorization: Chosen<AuthorizationForm>,
    /// How the command is written. A style that follows a document brings that document's authorization and layout.
    pub style: Chosen<Style>,
    /// The APIs of the dashboard.
    pub apis: RwSignal<ApiList>,
    /// What became of Send.
    pub sending: RwSignal<Sending>,
    /// Whether faults of address and key are shown.
    pub tried: RwSignal<bool>,
    call: StoredValue<browser::Call, LocalStorage>,
}

impl Default for Connection {
    fn default() -> Self {
        let parts = Parts {
            address: RwSignal::new(String::new()),
            key: RwSignal::new(ApiKey::default()),
            authorization: Chosen::new(&AuthorizationForm::ALL, AuthorizationForm::default()),
            style: Chosen::new(&Style::ALL, Style::default()),
            apis: RwSignal::new(ApiList::NotAsked),
            sending: RwSignal::new(Sending::Idle),
            tried: RwSignal::new(false),
            call: StoredValue::new_local(browser::Call::default()),
        };
        Self(Box::leak(Box::new(parts)))
    }
}

impl Connection {
    /// A connection to the local stand-in, if this page comes from it, with its sample key; otherwise to nowhere yet.
    #[must_use]
    pub fn from_page() -> Self {
        let connection = Self::default();
        if let Some((key, origin)) = browser::local_dashboard_key().zip(browser::origin()) {
            connection.address.set(origin);
            connection.key.set(ApiKey::new(&key));
        }
        connection
    }

    /// Takes the address of an opened command, if none is typed yet.
    pub fn offer(&self, address: Option<&str>) {
        if let Some(address) = address.filter(|_| self.address.with_untracked(String::is_empty)) {
            self.address.set(address.to_owned());
        }
    }

    /// The authorization form in force.
    #[must_use]
    pub fn authorization_in_force(&self) -> AuthorizationForm {
        self.style.get().own_authorization().unwrap_or_else(|| self.authorization.get())
    }

    /// Where and in which form requests are sent now.
    #[must_use]
    pub fn target(&self) -> Target {
        Target {
            address: Address::new(&self.address.get()),
            authorization: self.authorization_in_force(),
            layout: self.style.get().layout(),
        }
    }

    /// Why nothing can be sent, as a sentence, and the id of the control that mends it.
    #[must_use]
    pub fn obstacle(&self) -> Option<(String, &'static str)> {
        let address = Address::new(&self.address.get()).fault().map(|fault| (fault.to_string(), "connection-address"));
        address.or_else(|| self.key.with(ApiKey::fault).map(|fault| (fault.to_string(), "connection-key")))
    }
}
