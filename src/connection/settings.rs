//! `config.json` beside the page: what its owner has set for everybody who opens it.

use tyk_policy::catalogue::Version;
use tyk_policy::context::Tyk;
use tyk_policy::draft::Json;
use tyk_policy::read;
use tyk_policy::request::{Address, AuthorizationForm};

/// What can be set.
const NAMES: [&str; 5] = ["address", "authorization", "target", "send", "offline"];

/// What the page's owner has set.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The dashboard's address; empty for none. `/` is the server that the page comes from.
    pub address: String,
    /// How the key stands in the header.
    pub authorization: AuthorizationForm,
    /// The Tyk that policies are for.
    pub tyk: Tyk,
    /// Whether anything can be sent; if not, the page is for previews only.
    pub can_send: bool,
    /// What is wrong with the file, as a sentence; empty for nothing.
    pub fault: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            address: String::new(),
            authorization: AuthorizationForm::default(),
            tyk: Tyk::default(),
            can_send: true,
            fault: String::new(),
        }
    }
}

/// What is said of a file that cannot be read.
const NO_OBJECT: &str =
    "config.json beside this page is no JSON object. It sets nothing, but if it names `send`, nothing is sent.";

impl Settings {
    /// Reads the file. No file, and an empty one, set nothing. What cannot be read sets nothing, either, and is named; but
    /// where sending may have been switched off, it stays off.
    #[must_use]
    pub fn read(text: Option<&str>) -> Self {
        let mut settings = Self::default();
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else { return settings };
        let Ok(Json::Object(members)) = read::json(text) else {
            settings.fault = NO_OBJECT.to_owned();
            settings.can_send = !text.contains("\"send\"");
            return settings;
        };
        for (name, value) in members.iter() {
            if !NAMES.contains(&name) {
                let known = NAMES.join(", ");
                settings.fault = format!("config.json beside this page: `{name}` is no setting; there are {known}.");
            } else if settings.take(name, value).is_none() {
                settings.fault = format!("config.json beside this page: `{name}` has a value that cannot be used.");
            }
        }
        settings
    }

    /// Takes one member; nothing if it cannot be used.
    fn take(&mut self, name: &str, value: &Json) -> Option<()> {
        match name {
            "address" => {
                let address = value.as_text()?;
                if address != "/" && Address::new(address).fault().is_some() {
                    return None;
                }
                address.clone_into(&mut self.address);
            }
            "authorization" => {
                let word = value.as_text()?;
                self.authorization = AuthorizationForm::ALL.into_iter().find(|form| form.as_str() == word)?;
            }
            "target" => {
                let is_offered = |tyk: &Tyk| Version::KNOWN.contains(&tyk.version);
                self.tyk = Tyk::parse(value.as_text()?).filter(is_offered)?;
            }
            "send" => {
                self.can_send = false;
                self.can_send = value.as_bool()?;
            }
            // For the script that has the page kept (`after.js`).
            "offline" => {
                value.as_bool()?;
            }
            _ => return None,
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_and_an_empty_one_set_nothing() {
        for text in [None, Some(""), Some("{}"), Some(" {}\n")] {
            assert_eq!(Settings::read(text), Settings::default());
        }
    }

    #[test]
    fn each_member_sets_what_it_says() {
        let text = r#"{"address": "https://dash.example", "authorization": "bearer", "target": "gateway-5.3", "send": false, "offline": false}"#;
        let settings = Settings::read(Some(text));
        assert_eq!(
            (settings.address.as_str(), settings.authorization),
            ("https://dash.example", AuthorizationForm::Bearer)
        );
        assert_eq!((settings.tyk, settings.can_send), (Tyk::parse("gateway-5.3").unwrap(), false));
        assert_eq!(settings.fault, "");
    }

    #[test]
    fn what_cannot_be_used_is_named_and_never_switches_sending_on() {
        for (text, named) in [
            (r#"{"address": "dash"}"#, "`address`"),
            (r#"{"addres": "https://dash.example"}"#, "`addres`"),
            (r#"{"target": "9.9.9"}"#, "`target`"),
            (r#"{"target": "gateway-2.9.6"}"#, "`target`"),
            ("[]", "no JSON object"),
        ] {
            assert!(Settings::read(Some(text)).fault.contains(named), "{text}");
        }
        for text in [r#"{"send": "no"}"#, r#"{"send": false,}"#] {
            let settings = Settings::read(Some(text));
            assert!(!settings.can_send && !settings.fault.is_empty(), "{text}");
        }
    }
}
