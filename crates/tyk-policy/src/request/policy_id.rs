//! The id of a stored policy, as it stands in a path.

/// The id of a policy that a call is about. It can name one policy only: never the list, and never another path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyId(String);

impl PolicyId {
    /// The id as it stands, if it names one policy.
    ///
    /// Nothing is trimmed, as an id with a blank behind it is another one. An empty id would be the list; `.` and `..` lead
    /// to other paths, also between slashes, which some proxies decode before they look at a path.
    #[must_use]
    pub fn new(id: &str) -> Option<Self> {
        let leads_elsewhere = |part: &str| matches!(part.trim(), "" | "." | "..");
        (!id.split(['/', '\\']).any(leads_elsewhere)).then(|| Self(id.to_owned()))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `text` as one part of a path or one value of a query: all but the unreserved characters of RFC 3986 section 2.3 as
/// percent codes.
pub(super) fn percent_encoded(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |value: u8| DIGITS.get(usize::from(value)).map_or('0', |digit| char::from(*digit));
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            encoded.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_would_lead_to_the_list_or_elsewhere_is_none() {
        for id in ["", " ", ".", "..", "a/../b", "a/./b", "../../apis", "a\\..\\b", "/a", "a/", " .. "] {
            assert_eq!(PolicyId::new(id), None, "{id:?}");
        }
        for id in ["577a8589428a6b0001000017", "startup-users", "...", "a..b", "team/gold", "née"] {
            assert_eq!(PolicyId::new(id).as_ref().map(PolicyId::as_str), Some(id));
        }
    }

    #[test]
    fn all_but_the_unreserved_characters_become_percent_codes() {
        assert_eq!(percent_encoded("aZ09-._~"), "aZ09-._~");
        assert_eq!(percent_encoded("a b&c=d?e#f/g%h+"), "a%20b%26c%3Dd%3Fe%23f%2Fg%25h%2B");
        assert_eq!(percent_encoded("né"), "n%C3%A9");
    }
}
