//! The fragment of a share link: `policy=1.` and the Base64 of the compressed text, in the alphabet for URLs (RFC 4648
//! section 5).

use super::{ShareFault, Shared, VERSION};

const NAME: &str = "policy=";

/// The fragment of a link, without its `#`, from the Base64 of the compressed text in either alphabet.
#[must_use]
pub fn fragment(base64: &str) -> String {
    let (_, version) = VERSION;
    let payload: String = base64
        .trim_end_matches('=')
        .chars()
        .map(|character| match character {
            '+' => '-',
            '/' => '_',
            other => other,
        })
        .collect();
    format!("{NAME}{version}.{payload}")
}

/// The Base64 in a link's fragment, with or without its `#`; nothing if the link does not share a policy.
///
/// # Errors
/// The link is of a newer version, was cut short or altered, or is larger than any that is read.
pub fn payload_of(fragment: &str) -> Result<Option<&str>, ShareFault> {
    let Some(rest) = fragment.strip_prefix('#').unwrap_or(fragment).strip_prefix(NAME) else { return Ok(None) };
    let (_, newest) = VERSION;
    let (version, payload) = rest.split_once('.').ok_or(ShareFault::Damaged)?;
    let is_base64 = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    match version.parse::<u64>() {
        Ok(version) if version > newest => Err(ShareFault::Newer(version)),
        Err(_) | Ok(0) => Err(ShareFault::Damaged),
        Ok(_) if payload.len() > Shared::LARGEST => Err(ShareFault::TooLarge),
        Ok(_) if payload.is_empty() || !payload.bytes().all(is_base64) => Err(ShareFault::Damaged),
        Ok(_) => Ok(Some(payload)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fragment_gives_back_its_payload_in_the_alphabet_for_urls() {
        assert_eq!(fragment("ab+/c9=="), "policy=1.ab-_c9");
        assert_eq!(payload_of(&fragment("ab-_c9")), Ok(Some("ab-_c9")));
        assert_eq!(payload_of("#policy=1.ab-_c9"), Ok(Some("ab-_c9")));
    }

    #[test]
    fn a_fragment_of_something_else_is_no_share_link() {
        for text in ["", "#", "#limits", "policy", "Policy=1.abc", "x&policy=1.abc"] {
            assert_eq!(payload_of(text), Ok(None), "{text}");
        }
    }

    #[test]
    fn a_link_that_was_cut_or_altered_or_is_newer_says_so() {
        for text in
            ["policy=", "policy=1", "policy=1.", "policy=x.abc", "policy=0.abc", "policy=1.ab%20", "policy=1.a.b"]
        {
            assert_eq!(payload_of(text), Err(ShareFault::Damaged), "{text}");
        }
        assert_eq!(payload_of("policy=2.~anything"), Err(ShareFault::Newer(2)));
        let long = format!("policy=1.{}", "a".repeat(Shared::LARGEST + 1));
        assert_eq!(payload_of(&long), Err(ShareFault::TooLarge));
    }
}
