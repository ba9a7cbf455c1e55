//! The connection to a dashboard: where it is, with which key, and what the page's owner has set.

mod kept;
mod settings;

pub use kept::{KEEPING, KEY_INPUT};
pub use settings::Settings;

use std::ops::Deref;

use leptos::prelude::*;
use tyk_policy::request::{Address, AddressWarning, ApiKey, AuthorizationForm, Style, Target, warning};

use crate::browser;
use crate::view::Chosen;

/// The name of the page's meta element that holds the key of the local dashboard.
const LOCAL_DASHBOARD: &str = "local-dashboard";

/// The connection to a dashboard. One word, as [`crate::document::Document`] is.
#[derive(Clone, Copy)]
pub struct Connection(&'static Parts);

impl Deref for Connection {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.0
    }
}

/// Where requests go. The key lives here: in the memory of this page, for as long as it is open; in the tab's session
/// storage, too, if its owner asked for that.
pub struct Parts {
    /// The address as it is typed.
    pub address: RwSignal<String>,
    /// The key.
    pub key: RwSignal<ApiKey>,
    /// What is put into the key's input from outside: at the start, and when the key is taken out.
    pub key_input: RwSignal<String>,
    /// What happened to the key without its owner; empty for nothing.
    pub key_note: RwSignal<String>,
    /// Whether the key is kept for this tab.
    pub keeps_key: RwSignal<bool>,
    /// How the key stands in the header, where the style of the command does not say it.
    pub authorization: Chosen<AuthorizationForm>,
    /// How the command is written. A style that follows a document brings that document's authorization and layout.
    pub style: Chosen<Style>,
    /// Whether faults of address and key are shown.
    pub tried: RwSignal<bool>,
    /// What the page's owner has set.
    pub settings: StoredValue<Settings>,
    /// The origin that the key was typed for; empty while that is not known.
    bound_to: RwSignal<String>,
    /// The origin of the address when somebody was last done with it.
    settled: RwSignal<String>,
}

impl Default for Connection {
    fn default() -> Self {
        let parts = Parts {
            address: RwSignal::new(String::new()),
            key: RwSignal::new(ApiKey::default()),
            key_input: RwSignal::new(String::new()),
            key_note: RwSignal::new(String::new()),
            keeps_key: RwSignal::new(false),
            authorization: Chosen::new(&AuthorizationForm::ALL, AuthorizationForm::default()),
            style: Chosen::new(&Style::ALL, Style::default()),
            tried: RwSignal::new(false),
            settings: StoredValue::new(Settings::default()),
            bound_to: RwSignal::new(String::new()),
            settled: RwSignal::new(String::new()),
        };
        Self(Box::leak(Box::new(parts)))
    }
}

impl Connection {
    /// The connection that the page's server or its settings name; otherwise to nowhere yet.
    #[must_use]
    pub fn from_page() -> Self {
        let connection = Self::default();
        let settings = Settings::read(browser::site_settings().as_deref());
        connection.address.set(match settings.address.as_str() {
            "/" => browser::origin().unwrap_or_default(),
            address => address.to_owned(),
        });
        connection.authorization.set(settings.authorization);
        connection.settings.set_value(settings);
        let is_there = |name| browser::meta(name).is_some();
        if let Some(origin) = browser::origin().filter(|_| is_there(LOCAL_DASHBOARD) || is_there("relay")) {
            connection.address.set(origin);
        }
        connection
    }

    /// Takes the key of the local dashboard, and what was kept for this tab. A browser needs some time to fetch that, so it is
    /// not part of [`Self::from_page`].
    pub fn begin(&self) {
        if let Some(key) = browser::meta(LOCAL_DASHBOARD) {
            self.put_key(&key);
        }
        if self.settings.with_value(|settings| settings.can_send) {
            self.take_kept();
        }
        self.settle_address();
    }

    /// Takes the address of an opened command, if none is typed yet.
    pub fn offer(&self, address: Option<&str>) {
        if let Some(address) = address.filter(|_| self.address.with_untracked(String::is_empty)) {
            self.address.set(address.to_owned());
        }
    }

    /// The key as it was typed, for the dashboard whose address stands there now.
    pub fn type_key(&self, typed: &str) {
        self.key.set(ApiKey::new(typed));
        self.key_note.set(String::new());
        self.bound_to.set(self.origin_now().unwrap_or_default());
        self.keep();
    }

    /// Puts a key into the input, too.
    fn put_key(&self, key: &str) {
        self.key_input.set(key.to_owned());
        self.type_key(key);
    }

    /// Called when somebody is done with the address. A key is for one dashboard: another one's address takes it out.
    ///
    /// Says whether it is another dashboard than before.
    pub fn settle_address(&self) -> bool {
        let Some(origin) = self.origin_now() else { return false };
        let has_key = self.key.with_untracked(|key| *key != ApiKey::default());
        let bound_to = self.bound_to.get_untracked();
        if has_key && !bound_to.is_empty() && bound_to != origin {
            self.key.set(ApiKey::default());
            self.key_input.set(String::new());
            self.key_note.set(format!("The key for {bound_to} is taken out. Paste the key of this dashboard."));
        }
        self.bound_to.set(origin.clone());
        self.keep();
        let is_another = self.settled.get_untracked() != origin;
        self.settled.set(origin);
        is_another
    }

    /// The authorization form in force.
    #[must_use]
    pub fn authorization_in_force(&self) -> AuthorizationForm {
        self.style.get().own_authorization().unwrap_or_else(|| self.authorization.get())
    }

    /// Takes another form. A style that brings its own gives way.
    pub fn choose_authorization(&self, form: AuthorizationForm) {
        if untrack(|| self.style.get().own_authorization()).is_some_and(|own| own != form) {
            self.style.set(Style::default());
        }
        self.authorization.set(form);
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

    /// The origin of the address, if it has one.
    #[must_use]
    pub fn origin_now(&self) -> Option<String> {
        let address = self.address.with_untracked(|address| Address::new(address));
        if address.fault().is_none() { address.origin() } else { None }
    }

    /// What is to be said of the address before anything is sent.
    #[must_use]
    pub fn warning(&self) -> Option<AddressWarning> {
        let address = self.address.with(|address| Address::new(address));
        if address.fault().is_none() { warning(browser::origin().as_deref(), &address) } else { None }
    }

    /// Why nothing can be sent, as a sentence, and the id of the control that mends it.
    #[must_use]
    pub fn obstacle(&self) -> Option<(String, &'static str)> {
        let address = Address::new(&self.address.get()).fault().map(|fault| (fault.to_string(), "connection-address"));
        let blocked = || {
            let certain = self.warning().filter(|warning| warning.is_certain());
            certain.map(|warning| (warning.to_string(), "connection-address"))
        };
        let key = || self.key.with(ApiKey::fault).map(|fault| (fault.to_string(), "connection-key"));
        address.or_else(blocked).or_else(key)
    }
}
