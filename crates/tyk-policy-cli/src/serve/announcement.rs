//! What is said when the server is ready. The first line is for programs, too: they read the address from it.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use local_dashboard::{READ_ONLY_KEY, SAMPLE_KEY, SECOND_ORGANISATION_KEY};

use super::data::Data;

/// The address and what stands there.
#[derive(Debug)]
pub struct Announcement<'a> {
    /// Where the server listens.
    pub address: SocketAddr,
    /// Where policies are kept.
    pub data: &'a Data,
    /// Whether tests may say what shall go wrong.
    pub faults: bool,
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

    /// What to know if others can reach the server.
    pub fn warning(&self) -> Option<&'static str> {
        (!self.address.ip().is_loopback()).then_some(
            "warning: everybody on the network can use this page and change these policies, as the sample key is no \
             secret: leave --host out to keep them to this machine",
        )
    }
}

impl fmt::Display for Announcement<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Policy Builder  {}", self.url())?;
        writeln!(f, "Sample API key  {SAMPLE_KEY}")?;
        writeln!(f, "Read-only key   {READ_ONLY_KEY}")?;
        writeln!(f, "Second org key  {SECOND_ORGANISATION_KEY}")?;
        writeln!(f, "Policies are in {}", self.data)?;
        if self.faults {
            writeln!(f, "Faults are taken at {}faults (for tests)", self.url())?;
        }
        writeln!(
            f,
            "The dashboard at this address is a local stand-in for trying out. It is not Tyk, and enforces nothing."
        )?;
        writeln!(f, "Press Ctrl-C to stop.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn announcement(address: &str) -> Announcement<'static> {
        Announcement { address: address.parse().unwrap(), data: &Data::Memory, faults: false }
    }

    #[test]
    fn the_first_line_is_the_address() {
        let text = announcement("127.0.0.1:8080").to_string();
        assert_eq!(text.lines().next(), Some("Policy Builder  http://127.0.0.1:8080/"));
        assert!(text.contains("It is not Tyk") && !text.contains("Faults"));
    }

    #[test]
    fn who_lets_tests_make_faults_is_told_where() {
        let text = Announcement { faults: true, ..announcement("127.0.0.1:8080") }.to_string();
        assert!(text.contains("\nFaults are taken at http://127.0.0.1:8080/faults (for tests)\n"), "{text}");
    }

    #[test]
    fn the_address_is_one_that_a_browser_on_this_machine_can_open() {
        assert_eq!(announcement("0.0.0.0:80").url(), "http://127.0.0.1:80/");
        assert_eq!(announcement("[::]:80").url(), "http://[::1]:80/");
    }

    #[test]
    fn who_lets_others_in_is_warned() {
        assert_eq!(announcement("127.0.0.1:1").warning(), None);
        assert_eq!(announcement("[::1]:1").warning(), None);
        assert!(announcement("0.0.0.0:1").warning().is_some());
    }
}
