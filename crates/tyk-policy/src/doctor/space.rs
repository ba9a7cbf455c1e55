//! How far away a host is, as browsers see it before they let a page call it.

/// The address space of a host (browser-post.md section 6, Local Network Access), the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Space {
    /// This machine.
    Loopback,
    /// The network around it: a private address, or a name that only such a network knows.
    Local,
    /// A name that says nothing about where its address is.
    Unknown,
    /// An address of the internet.
    Public,
}

impl Space {
    /// The space of a host, which may have a port.
    // By hand: the parsers of `std::net` are three times as large in the page, and refuse nothing that matters here.
    pub(super) fn of(host: &str) -> Self {
        if let Some((inside, _)) = host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            return Self::of_v6(inside);
        }
        let name = host.split(':').next().unwrap_or_default();
        match (octets(name), name.rsplit('.').next()) {
            (Some(octets), _) => Self::of_v4(octets),
            (None, Some("localhost")) => Self::Loopback,
            (None, Some("local")) if name != "local" => Self::Local,
            _ => Self::Unknown,
        }
    }

    fn of_v4(octets: [u8; 4]) -> Self {
        match octets {
            [127, ..] | [0, 0, 0, 0] => Self::Loopback,
            [10, ..] | [172, 16..=31, ..] | [192, 168, ..] | [169, 254, ..] => Self::Local,
            // What carriers and overlay networks give out (RFC 6598).
            [100, 64..=127, ..] => Self::Local,
            _ => Self::Public,
        }
    }

    fn of_v6(inside: &str) -> Self {
        if let Some(octets) = inside.strip_prefix("::ffff:").and_then(octets) {
            return Self::of_v4(octets);
        }
        match inside.as_bytes() {
            b"::1" | b"::" => Self::Loopback,
            // fc00::/7 and fe80::/10.
            [b'f' | b'F', b'c' | b'C' | b'd' | b'D', _, _, b':', ..] => Self::Local,
            [b'f' | b'F', b'e' | b'E', b'8' | b'9' | b'a' | b'b' | b'A' | b'B', _, b':', ..] => Self::Local,
            _ => Self::Public,
        }
    }
}

/// The four numbers of an IPv4 address.
fn octets(name: &str) -> Option<[u8; 4]> {
    let mut parts = name.split('.');
    let mut octets = [0; 4];
    for octet in &mut octets {
        *octet = parts.next()?.parse().ok()?;
    }
    parts.next().is_none().then_some(octets)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_where_it_is_and_most_names_do_not() {
        for (host, space) in [
            ("localhost:3000", Space::Loopback),
            ("tyk.localhost", Space::Loopback),
            ("127.0.0.2:3000", Space::Loopback),
            ("[::1]:3000", Space::Loopback),
            ("10.1.2.3", Space::Local),
            ("172.31.0.1:80", Space::Local),
            ("192.168.0.9", Space::Local),
            ("100.100.1.1", Space::Local),
            ("[fd00::1]", Space::Local),
            ("[FE80::1]:3000", Space::Local),
            ("[::ffff:10.0.0.1]:80", Space::Local),
            ("tyk.local", Space::Local),
            ("local", Space::Unknown),
            ("dashboard", Space::Unknown),
            ("10.example.com", Space::Unknown),
            ("1.2.3.4.5", Space::Unknown),
            ("256.1.1.1", Space::Unknown),
            ("172.32.0.1", Space::Public),
            ("[fd::1]", Space::Public),
            ("8.8.8.8", Space::Public),
            ("[2001:db8::1]:3000", Space::Public),
        ] {
            assert_eq!(Space::of(host), space, "{host}");
        }
    }
}
