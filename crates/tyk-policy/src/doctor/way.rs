//! What to do.

use std::fmt;

use super::Cause;
use super::evidence::Facts;
use super::proxy::Setup;
use super::space::Space;
use crate::request::posix_if_needed;

/// A way out, with the names that its sentence needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// Correct the address.
    CheckAddress,
    /// Get a network.
    GoOnline,
    /// Serve page and calls from this machine, with this command.
    UseRelay(String),
    /// One server for page and dashboard: [`Setup::SameOrigin`].
    SameOrigin,
    /// A server in front of the dashboard that lets this page in: [`Setup::AllowOrigin`].
    AllowOrigin,
    /// Check the key.
    CheckKey,
    /// Call the dashboard by this https address.
    UseHttps(String),
    /// Open the page over http from this machine.
    OpenLocally,
    /// Give the browser's permission.
    AllowLocalNetwork,
    /// Name this origin in the page's Content-Security-Policy.
    NameInPolicy(String),
    /// Start the server of this page again.
    StartServer,
    /// Check that the dashboard runs and that this is its host and port.
    CheckHost(String),
    /// Open this address in a tab, where the browser names the fault.
    OpenInTab(String),
    /// Connect to the dashboard's network.
    CheckNetwork,
    /// Try without extensions.
    DropExtensions,
    /// See whether the policy was stored before it is sent again.
    LookFirst,
    /// Use the curl command.
    UseCurl,
}

impl Way {
    /// The configuration that this way needs, if it needs one.
    #[must_use]
    pub fn setup(&self) -> Option<Setup> {
        match self {
            Self::SameOrigin => Some(Setup::SameOrigin),
            Self::AllowOrigin => Some(Setup::AllowOrigin),
            _ => None,
        }
    }

    /// The command line that this way needs, if it needs one.
    #[must_use]
    pub fn command(&self) -> Option<&str> {
        match self {
            Self::UseRelay(command) => Some(command),
            _ => None,
        }
    }
}

/// The ways out of the causes, without doubles.
pub(super) fn of(facts: &Facts<'_>, causes: &[Cause]) -> Vec<Way> {
    let mut ways = Vec::new();
    // A call that was under way may have done its work.
    if facts.is_out_of_time || causes.contains(&Cause::Interrupted) {
        ways.push(Way::LookFirst);
    }
    for cause in causes {
        for way in out_of(*cause, facts) {
            if !ways.contains(&way) {
                ways.push(way);
            }
        }
    }
    if !matches!(causes, [Cause::Address(_) | Cause::Offline | Cause::ServerDown]) {
        ways.push(Way::UseCurl);
    }
    ways
}

fn out_of(cause: Cause, facts: &Facts<'_>) -> Vec<Way> {
    let dashboard = &facts.evidence.dashboard;
    let relay = || Way::UseRelay(format!("tyk-policy serve --dashboard {}", posix_if_needed(dashboard.as_str())));
    match cause {
        Cause::Address(_) => vec![Way::CheckAddress],
        Cause::Offline => vec![Way::GoOnline],
        Cause::PagePolicy => vec![Way::NameInPolicy(facts.dashboard_origin()), relay(), Way::SameOrigin],
        Cause::MixedContent => with_allow_origin(facts, vec![relay(), Way::UseHttps(https(facts)), Way::SameOrigin]),
        Cause::MixedContentHere => vec![Way::OpenLocally, relay()],
        Cause::LocalNetworkDenied | Cause::LocalNetworkOpen => vec![Way::AllowLocalNetwork, relay()],
        Cause::CrossOrigin => with_allow_origin(facts, vec![relay(), Way::SameOrigin]),
        Cause::ErrorsUnseen => with_allow_origin(facts, vec![Way::CheckKey]),
        Cause::ServerDown => vec![Way::StartServer],
        Cause::Refused | Cause::Name => vec![Way::CheckHost(dashboard.host().to_owned()), open(facts)],
        Cause::Certificate => vec![open(facts)],
        Cause::OtherNetwork => vec![Way::CheckNetwork],
        // What drops calls to this machine is on this machine.
        Cause::Firewall if facts.space == Space::Loopback => vec![Way::DropExtensions],
        Cause::Firewall => vec![Way::CheckNetwork],
        Cause::Extension => vec![Way::DropExtensions],
        Cause::Slow | Cause::Interrupted => Vec::new(),
    }
}

/// A page without an origin cannot be named to a server.
fn with_allow_origin(facts: &Facts<'_>, mut ways: Vec<Way>) -> Vec<Way> {
    if facts.evidence.page != "null" {
        ways.push(Way::AllowOrigin);
    }
    ways
}

fn open(facts: &Facts<'_>) -> Way {
    Way::OpenInTab(facts.evidence.dashboard.as_str().to_owned())
}

/// The address with the other scheme. A port that was typed stays: which one https has instead is not known.
fn https(facts: &Facts<'_>) -> String {
    let dashboard = &facts.evidence.dashboard;
    format!("https://{}{}", dashboard.host(), dashboard.path())
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CheckAddress => f.write_str("Correct the dashboard's address."),
            Self::GoOnline => f.write_str("Connect to a network, then send again."),
            Self::UseRelay(command) => {
                write!(f, "Run `{command}` and use the page that it opens: it passes calls on to the dashboard.")
            }
            Self::SameOrigin => f.write_str("Let one web server serve this page and pass /api/ on to the dashboard."),
            Self::AllowOrigin => {
                f.write_str("Put a web server in front of the dashboard that lets this page, and no other, call it.")
            }
            Self::CheckKey => {
                f.write_str("If this page was let in before, check the API key and its authorization form.")
            }
            Self::UseHttps(address) => write!(f, "If the dashboard has https, use it: {address}."),
            Self::OpenLocally => f.write_str("Serve this page from this machine, at http://localhost."),
            Self::AllowLocalNetwork => f.write_str(
                "Allow this page access to your local network: the sign left of the page's address leads there.",
            ),
            Self::NameInPolicy(origin) => {
                write!(f, "Add {origin} to connect-src in the Content-Security-Policy that this page is served with.")
            }
            Self::StartServer => {
                f.write_str("Start it again where it ran, such as `tyk-policy serve`, then send again.")
            }
            Self::CheckHost(host) => {
                write!(f, "Check that the dashboard runs at {host}. Its own port is 3000, unless somebody set another.")
            }
            Self::OpenInTab(address) => write!(f, "Open {address} in a new tab: there the browser names the fault."),
            Self::CheckNetwork => {
                f.write_str("Connect to the dashboard's network or VPN, or ask who runs its firewall.")
            }
            Self::DropExtensions => {
                f.write_str("Try a private window without extensions, or switch the blocker off for this page.")
            }
            Self::LookFirst => f.write_str(
                "Look in the dashboard whether the policy is there before you send again: it may have arrived.",
            ),
            Self::UseCurl => {
                f.write_str("Run the curl command: no browser rule binds it, and where it fails it says why.")
            }
        }
    }
}
