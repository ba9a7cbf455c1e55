//! What is to be said of an address before anything is sent there (browser-post.md sections 6 and 7).

use std::fmt;

use super::Address;

/// Why sending there may not work, or not be wise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressWarning {
    /// The page came over https and the dashboard is http: browsers do not send it.
    MixedContent,
    /// The dashboard is http and outside a private network: the key can be read on the way.
    PlainHttp,
    /// The page is public and the dashboard is private: browsers ask first.
    PrivateFromPublic,
}

impl AddressWarning {
    /// Whether it is certain that nothing can be sent.
    #[must_use]
    pub fn is_certain(self) -> bool {
        self == Self::MixedContent
    }
}

/// What happens and the way out.
impl fmt::Display for AddressWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::MixedContent => {
                "This page is https and the dashboard http, so the browser will not send. Use the dashboard's https \
                 address, open this page from http://localhost, or use the curl command."
            }
            Self::PlainHttp => {
                "Over http anybody on the way can read your API key. Use the dashboard's https address if it has one."
            }
            Self::PrivateFromPublic => {
                "The dashboard is in your private network: when you send, the browser may ask whether this page may call \
                 it. Allow it, or use the curl command."
            }
        })
    }
}

/// The gravest thing to be said of calling `address` from a page of this origin. A page without an origin, such as one from
/// a file, is neither public nor https.
#[must_use]
pub fn warning(page_origin: Option<&str>, address: &Address) -> Option<AddressWarning> {
    address.origin()?;
    let page = page_origin.map(Address::new).filter(|page| page.origin().is_some());
    if !address.is_encrypted() {
        if page.as_ref().is_some_and(Address::is_encrypted) && !address.is_loopback() {
            return Some(AddressWarning::MixedContent);
        }
        if !address.is_private() {
            return Some(AddressWarning::PlainHttp);
        }
    }
    (page.is_some_and(|page| !page.is_private()) && address.is_private()).then_some(AddressWarning::PrivateFromPublic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use AddressWarning::{MixedContent, PlainHttp, PrivateFromPublic};

    #[test]
    fn the_gravest_thing_is_said_and_nothing_where_all_is_well() {
        let (public, plain, local) = ("https://pages.example", "http://pages.example", "http://localhost:8080");
        for (page, typed, expected) in [
            (Some(public), "https://dash.example", None),
            (Some(public), "http://dash.example", Some(MixedContent)),
            (Some(public), "http://10.0.0.1:3000", Some(MixedContent)),
            (Some(public), "http://localhost:3000", Some(PrivateFromPublic)),
            (Some(public), "https://dash.internal", Some(PrivateFromPublic)),
            (Some(plain), "http://dash.example", Some(PlainHttp)),
            (Some(plain), "http://192.168.0.2:3000", Some(PrivateFromPublic)),
            (Some(local), "http://dash.example:3000", Some(PlainHttp)),
            (Some(local), "http://10.0.0.1:3000", None),
            (Some(local), "http://localhost:8080", None),
            (Some("https://dash.internal"), "https://dash.internal", None),
            (Some("null"), "http://10.0.0.1:3000", None),
            (None, "http://dash.example", Some(PlainHttp)),
            (None, "https://dash.example", None),
            (Some(public), "dash.example", None),
            (Some(public), "", None),
        ] {
            assert_eq!(warning(page, &Address::new(typed)), expected, "{page:?} {typed}");
        }
    }

    #[test]
    fn only_mixed_content_is_certain() {
        assert!(MixedContent.is_certain() && !PlainHttp.is_certain() && !PrivateFromPublic.is_certain());
    }
}
