//! What is known around a policy. What is not known is not checked.

mod names;

pub use names::free_name;

use std::fmt;

use crate::answer::KnownApi;
use crate::catalogue::Version;

/// Everything that a check may know beside the policy itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Context {
    /// The Tyk that the policy is for.
    pub tyk: Tyk,
    /// The APIs of the organisation, if they were listed.
    pub apis: Option<Vec<KnownApi>>,
    /// The policies that are there already, if they were listed.
    pub policies: Option<Vec<KnownPolicy>>,
    /// The id of the caller's organisation, if it is known.
    pub organisation: Option<String>,
}

impl Context {
    /// What cannot be checked for want of knowledge, each as "whether …: …" with what it would need.
    #[must_use]
    pub fn not_checked(&self) -> Vec<&'static str> {
        let mut needs = Vec::new();
        if self.apis.is_none() {
            needs.push("whether the APIs and their versions exist: needs the list of APIs");
        }
        if self.policies.is_none() && self.tyk.product == Product::Dashboard {
            needs.push("whether the name is taken: needs the list of policies");
        }
        if self.organisation.is_none() {
            needs.push("whether the policy belongs to your organisation: needs the id of that");
        }
        needs
    }
}

/// A policy that is already stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownPolicy {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

impl KnownPolicy {
    /// Whether this is the policy with that id, which may keep its own name.
    #[must_use]
    pub fn is_the_same(&self, id: &str) -> bool {
        !id.is_empty() && self.id == id
    }
}

/// Which of Tyk's two programs takes the policy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Product {
    /// The Dashboard: `POST /api/portal/policies`.
    #[default]
    Dashboard,
    /// The Gateway itself: `POST /tyk/policies`, or a file that it reads.
    Gateway,
}

impl Product {
    /// Both, in the order of the control.
    pub const ALL: [Self; 2] = [Self::Dashboard, Self::Gateway];

    /// The word on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Dashboard => "dashboard",
            Self::Gateway => "gateway",
        }
    }

    /// Its name.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Dashboard => "Dashboard",
            Self::Gateway => "Gateway",
        }
    }
}

/// The Tyk that a policy is for: a program and its version. The newest Dashboard unless said otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tyk {
    /// The program.
    pub product: Product,
    /// Its version. Dashboard and Gateway are released together and count alike.
    pub version: Version,
}

impl Default for Tyk {
    fn default() -> Self {
        Self { product: Product::default(), version: Version::NEWEST }
    }
}

impl Tyk {
    /// Reads `dashboard`, `gateway`, `5.3`, `gateway-5.3` or `dashboard 3.2.1`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let word = text.split(|character: char| !character.is_ascii_alphabetic()).next().unwrap_or_default();
        let (product, rest) = match Product::ALL.into_iter().find(|product| word.eq_ignore_ascii_case(product.as_str()))
        {
            Some(product) => (product, text.get(word.len()..).unwrap_or_default()),
            None => (Product::default(), text),
        };
        let version = rest.trim_start_matches(['-', ' ', '@', ':']);
        let only_the_word = rest.is_empty() && !word.is_empty();
        let version = if only_the_word { Version::NEWEST } else { Version::parse(version)? };
        Some(Self { product, version })
    }
}

/// "Dashboard 5.14".
impl fmt::Display for Tyk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.product.label(), self.version)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_said_in_the_ways_people_say_it() {
        let said = |text: &str| Tyk::parse(text).map(|tyk| tyk.to_string());
        for (text, expected) in [
            ("dashboard", "Dashboard 5.14"),
            ("Gateway", "Gateway 5.14"),
            ("5.3", "Dashboard 5.3"),
            ("gateway-2.9.6", "Gateway 2.9.6"),
            ("dashboard v3.0", "Dashboard 3.0"),
            ("gateway5.8", "Gateway 5.8"),
        ] {
            assert_eq!(said(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "pump", "gateway-", "gateway-x", "5", "dashboard 5.3 or so"] {
            assert_eq!(said(text), None, "{text:?}");
        }
    }
}
