//! The values of the options that make a body (curl.md section 6).

use super::Body;
use super::Spliced;

/// The value of `--data`, where `@` names a file.
pub(super) fn at_file(value: Spliced) -> Body {
    match value.text().strip_prefix('@') {
        Some(name) => file(name),
        None => Body::Text(value),
    }
}

/// A file, or the standard input.
pub(super) fn file(name: &str) -> Body {
    if matches!(name, "-" | ".") { Body::Input } else { Body::File(name.to_owned()) }
}

/// The value of `--data-urlencode`: `content`, `name=content` or `name@file`; the name goes as it is.
pub(super) fn encoded(value: &Spliced) -> Body {
    let text = value.text();
    let content = match text.find('=').or_else(|| text.find('@')) {
        Some(at) if text.as_bytes().get(at) == Some(&b'@') => return file(text.get(at + 1..).unwrap_or_default()),
        // A `=` in front of the content only says that it has no name.
        Some(0) => 1,
        Some(at) => at + 1,
        None => 0,
    };
    let mut encoded = Spliced::at(value.source_offset(0));
    if content > 1 {
        encoded.append(value, 0..content);
    }
    for (offset, byte) in text.bytes().enumerate().skip(content) {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.append(value, offset..offset + 1);
        } else {
            encoded.escape(&format!("%{byte:02X}"), value.source_offset(offset));
        }
    }
    Body::Text(encoded)
}

#[cfg(test)]
mod tests {
    use crate::read::curl::Body;
    use crate::read::curl::tests::{body, only};

    #[test]
    fn a_body_in_a_file_or_on_the_standard_input_is_not_here() {
        let kind = |source| only(source).body;
        let file = || Body::File("p.json".to_owned());
        assert_eq!(kind("curl http://a -d @p.json"), file());
        assert_eq!(kind("curl http://a --data-binary @p.json -d more"), file());
        assert_eq!(kind("curl http://a --json @p.json"), file());
        assert_eq!(kind("curl http://a --data-urlencode name@p.json"), file());
        assert_eq!(kind("curl http://a -Tp.json"), file());
        assert_eq!(kind("curl http://a -d @- < p.json"), file());
        assert_eq!(kind("curl http://a -d @-"), Body::Input);
        assert_eq!(kind("curl http://a -K p.json"), Body::None);
        assert_eq!(kind("curl http://a -F policy=@p.json"), Body::None);
        assert_eq!(body("curl http://a -d @- <<< '{}'"), "{}\n");
    }

    #[test]
    fn encoded_data_keeps_its_name_as_it_is() {
        assert_eq!(body("curl http://a --data-urlencode 'a=b c/é'"), "a=b%20c%2F%C3%A9");
        assert_eq!(body("curl http://a --data-urlencode '=a&b'"), "a%26b");
        assert_eq!(body("curl http://a --data-urlencode 'a&b'"), "a%26b");
    }
}
