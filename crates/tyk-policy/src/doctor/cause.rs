//! What it can be.

use std::fmt;

use crate::request::AddressFault;

/// Why a call can have failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The address cannot be used at all.
    Address(AddressFault),
    /// There is no network.
    Offline,
    /// The page's own Content-Security-Policy does not name the address.
    PagePolicy,
    /// An https page called an http address.
    MixedContent,
    /// The same, to this machine: allowed by the standard, but not by every browser.
    MixedContentHere,
    /// The browser may not call into the local network for this page.
    LocalNetworkDenied,
    /// The browser asks the user first, and has no answer yet.
    LocalNetworkOpen,
    /// The dashboard lets no page of another origin call it.
    CrossOrigin,
    /// Pages of another origin are let in, but errors are answered without the headers that let them read the answer.
    ErrorsUnseen,
    /// The server that this page came from is gone.
    ServerDown,
    /// Nobody listens at the address.
    Refused,
    /// The name stands for no address.
    Name,
    /// The certificate is not trusted.
    Certificate,
    /// The address can be reached from another network only.
    OtherNetwork,
    /// Something on the way drops the call without a word.
    Firewall,
    /// Something in the browser blocks the call.
    Extension,
    /// The answer takes longer than the page waits.
    Slow,
    /// The connection broke.
    Interrupted,
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Address(fault) => return fault.fmt(f),
            Self::Offline => "This browser is offline.",
            Self::PagePolicy => "This page's own Content-Security-Policy does not allow calls to this address.",
            Self::MixedContent => "The browser blocks http calls from an https page.",
            Self::MixedContentHere => "This browser blocks http calls from an https page, even to this machine.",
            Self::LocalNetworkDenied => "The browser does not let this page call your local network or this machine.",
            Self::LocalNetworkOpen => {
                "The browser waits for your permission to call your local network or this machine."
            }
            Self::CrossOrigin => "Tyk's Dashboard lets no page of another origin call it.",
            Self::ErrorsUnseen => {
                "The dashboard is set up for pages of another origin, but its errors, such as 401 for a wrong key, come without \
                 the headers that let this page read them."
            }
            Self::ServerDown => "The server that this page came from no longer answers.",
            Self::Refused => {
                "Nothing answers at this host and port: the dashboard is down, or the port is another one."
            }
            Self::Name => "The host's name is wrong, or not known in this network.",
            Self::Certificate => "This browser does not trust the dashboard's certificate.",
            Self::OtherNetwork => "The dashboard is in a network that this machine is not connected to.",
            Self::Firewall => "A firewall drops the call.",
            Self::Extension => "A browser extension or security software blocks the call.",
            Self::Slow => "The dashboard takes longer to answer than this page waits.",
            Self::Interrupted => "The connection broke before the answer was there.",
        })
    }
}
