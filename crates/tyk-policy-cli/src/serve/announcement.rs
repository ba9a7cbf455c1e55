//! What is said when the server is ready. The first line is for programs, too: they read the address from it.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use local_dashboard::{READ_ONLY_KEY, SAMPLE_KEY, SECOND_ORGANISATION_KEY};

use super::source::Source;

/// The address and what stands there.
#[derive(Debug)]
pub struct Announcement<'a> {
    /// Where the server listens.
    pub address: SocketAddr,
    /// Where the page's calls go.
    pub source: &'a Source,
}

impl Announcement<'_> {
    /// The page's address for a browser on this machine.
    pub fn url(&self) -> String {
        let host = match self.address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
            ip => ip,
        };
        format!("http://{}/", SocketAddr::new(host, self.address.port()))
    }

    /// What to know if others can reach the server, or read what goes to the dashboard.
    pub fn warnings(&self) -> Vec<&'static str> {
        let is_open = !self.address.ip().is_loopback();
        match self.source {
            Source::StandIn { .. } if is_open => vec![
                "warning: everybody on the network can use this page and change these policies, as the sample key is no \
                 secret: leave --host out to keep them to this machine",
            ],
            Source::StandIn { .. } => Vec::new(),
            Source::Relay(dashboard) => {
                let open = "warning: everybody on the network can use this page and reach the dashboard through it, and keys \
                            come here unencrypted: leave --host out to keep it to this machine";
                let readable = "warning: the key goes to the dashboard unencrypted, and others on the way can read it: use \
                                an https:// address if the dashboard has one";
                let said = [(is_open, open), (dashboard.is_readable_on_the_way(), readable)];
                said.into_iter().filter_map(|(is_so, warning)| is_so.then_some(warning)).collect()
            }
        }
    }
}

impl fmt::Display for Announcement<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Policy Builder  {}", self.url())?;
        match self.source {
            Source::StandIn { data, faults, .. } => {
                writeln!(f, "Sample API key  {SAMPLE_KEY}")?;
                writeln!(f, "Read-only key   {READ_ONLY_KEY}")?;
                writeln!(f, "Second org key  {SECOND_ORGANISATION_KEY}")?;
                writeln!(f, "Policies are in {data}")?;
                if *faults {
                    writeln!(f, "Faults are taken at {}faults (for tests)", self.url())?;
                }
                writeln!(
                    f,
                    "The dashboard at this address is a local stand-in for trying out. It is not Tyk, and enforces nothing."
                )?;
            }
            Source::Relay(dashboard) => {
                writeln!(f, "Calls go on to  {}", dashboard.as_str())?;
                writeln!(f, "Only what the page asks goes there. Nothing is stored here, the API key neither.")?;
            }
        }
        writeln!(f, "Press Ctrl-C to stop.")
    }
}

#[cfg(test)]
mod tests {
    use relay::Dashboard;

    use super::super::data::Data;
    use super::*;

    const STAND_IN: Source = Source::StandIn { data: Data::Memory, generated_apis: 0, faults: false };

    fn announcement<'a>(address: &str, source: &'a Source) -> Announcement<'a> {
        Announcement { address: address.parse().unwrap(), source }
    }

    fn relay(dashboard: &str) -> Source {
        Source::Relay(Dashboard::at(dashboard).unwrap())
    }

    #[test]
    fn the_first_line_is_the_address() {
        for (source, said) in [(STAND_IN, "It is not Tyk"), (relay("https://d.example/api"), "https://d.example\n")] {
            let text = announcement("127.0.0.1:8080", &source).to_string();
            assert_eq!(text.lines().next(), Some("Policy Builder  http://127.0.0.1:8080/"));
            assert!(text.contains(said) && text.ends_with("Press Ctrl-C to stop.\n"), "{text}");
            assert!(!text.contains("Faults"), "{text}");
        }
    }

    #[test]
    fn who_lets_tests_make_faults_is_told_where() {
        let source = Source::StandIn { data: Data::Memory, generated_apis: 0, faults: true };
        let text = announcement("127.0.0.1:8080", &source).to_string();
        assert!(text.contains("\nFaults are taken at http://127.0.0.1:8080/faults (for tests)\n"), "{text}");
    }

    #[test]
    fn the_address_is_one_that_a_browser_on_this_machine_can_open() {
        assert_eq!(announcement("0.0.0.0:80", &STAND_IN).url(), "http://127.0.0.1:80/");
        assert_eq!(announcement("[::]:80", &STAND_IN).url(), "http://[::1]:80/");
    }

    #[test]
    fn who_lets_others_in_is_warned() {
        for source in [STAND_IN, relay("https://d.example")] {
            assert!(announcement("127.0.0.1:1", &source).warnings().is_empty());
            assert!(announcement("[::1]:1", &source).warnings().is_empty());
            assert_eq!(announcement("0.0.0.0:1", &source).warnings().len(), 1);
        }
    }

    #[test]
    fn who_sends_the_key_unencrypted_to_strangers_is_warned() {
        assert!(announcement("127.0.0.1:1", &relay("http://localhost:3000")).warnings().is_empty());
        assert_eq!(announcement("127.0.0.1:1", &relay("http://d.example")).warnings().len(), 1);
        assert_eq!(announcement("0.0.0.0:1", &relay("http://d.example")).warnings().len(), 2);
    }
}
