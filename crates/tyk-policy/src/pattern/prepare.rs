//! What the Gateway makes of a pattern before it compiles it (policy-model.md section 4.3).

/// Which options of the Gateway are on. Both are off unless its administrator changed that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mode {
    /// `enable_path_prefix_matching`: a pattern that begins with `/` matches from the start of the path.
    pub prefix: bool,
    /// `enable_path_suffix_matching`: a pattern matches up to the end of the path.
    pub suffix: bool,
}

/// The regular expression that the Gateway compiles for a pattern of an access right or endpoint.
///
/// ```
/// use tyk_policy::pattern::{Mode, prepare};
///
/// assert_eq!(prepare("/users/{id}/*", Mode { prefix: true, suffix: true }), "^/users/([^/]+)/.*$");
/// ```
#[must_use]
pub fn prepare(pattern: &str, mode: Mode) -> String {
    let count = |brace: u8| pattern.bytes().filter(|byte| *byte == brace).count();
    let mut prepared = String::new();
    if mode.prefix && pattern.starts_with('/') {
        prepared.push('^');
    }
    if pattern.contains('{') || pattern.contains("/*") {
        let named = if count(b'{') == count(b'}') { without_parameters(pattern) } else { pattern.to_owned() };
        prepared.push_str(&replaced(&replaced(&named, "/*/", "/[^/]+/"), "/*", "/.*"));
    } else {
        // As most patterns are: there is nothing to replace.
        prepared.push_str(pattern);
    }
    if mode.suffix && !prepared.ends_with('$') {
        prepared.push('$');
    }
    prepared
}

/// Each `{`, the shortest text up to a `}` if there is any, and that brace: one part of a path. The Gateway's own
/// expression for that is `{([^}]+)}`.
fn without_parameters(pattern: &str) -> String {
    let mut text = String::new();
    let mut rest = pattern.chars();
    while let Some(character) = rest.next() {
        let name = if character == '{' { rest.as_str().split_once('}') } else { None };
        match name {
            Some((name, after)) if !name.is_empty() => {
                text.push_str("([^/]+)");
                rest = after.chars();
            }
            _ => text.push(character),
        }
    }
    text
}

/// Every `from` from the left replaced, as Go's `strings.ReplaceAll` does it.
fn replaced(text: &str, from: &str, to: &str) -> String {
    let mut made = String::new();
    let mut rest = text.chars();
    loop {
        if let Some(after) = rest.as_str().strip_prefix(from) {
            made.push_str(to);
            rest = after.chars();
        } else if let Some(character) = rest.next() {
            made.push(character);
        } else {
            return made;
        }
    }
}

/// Whether a pattern lets longer paths through than it names: nothing in it says where the path begins or ends, and it
/// does not end in `.*` or `/*`, which say that more may follow (policy-model.md section 12.5, M8).
#[must_use]
pub fn is_loose(original: &str) -> bool {
    if original.starts_with('^') {
        return false;
    }
    let prepared = prepare(original, Mode::default());
    !prepared.ends_with(".*") && !has_anchor(&prepared)
}

/// The text that holds a loose pattern to the path that it names and what lies below. Nothing where two marks would not do:
/// they hold only the outer ones of several choices.
#[must_use]
pub fn anchored(original: &str) -> Option<String> {
    let held = if original == "/" { "^/$".to_owned() } else { ["^", original.trim_end_matches('/'), "(/|$)"].concat() };
    (!original.is_empty() && !original.contains('|')).then_some(held)
}

/// Whether `^`, `$`, `\A` or `\z` stands where it means the start or end of the path: not escaped, not in a set.
fn has_anchor(prepared: &str) -> bool {
    let mut bytes = prepared.bytes();
    let mut in_set = false;
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' => {
                if matches!(bytes.next(), Some(b'A' | b'z')) {
                    return true;
                }
            }
            b'^' | b'$' if !in_set => return true,
            b'[' if !in_set => {
                in_set = true;
                // The first character of a set is in it, even a `]`.
                let mut first = bytes.clone();
                if first.next() == Some(b'^') {
                    bytes = first.clone();
                }
                if bytes.clone().next() == Some(b']') {
                    bytes.next();
                }
            }
            b']' => in_set = false,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEFAULT: Mode = Mode { prefix: false, suffix: false };

    #[test]
    fn a_parameter_becomes_one_part_of_the_path_whatever_stands_in_it() {
        assert_eq!(prepare("/a/{id}/b/{n:[0-9]+}", DEFAULT), "/a/([^/]+)/b/([^/]+)");
        assert_eq!(prepare(r"/a/\d{3}", DEFAULT), r"/a/\d([^/]+)", "counts are destroyed");
        assert_eq!(prepare("/{}{a}", DEFAULT), "/{}([^/]+)");
        assert_eq!(prepare("/{{a}}", DEFAULT), "/([^/]+)}");
        assert_eq!(prepare("/{a", DEFAULT), "/{a", "not as many closing braces as opening ones");
        assert_eq!(prepare("/}a{", DEFAULT), "/}a{");
    }

    #[test]
    fn a_star_between_slashes_is_one_part_and_any_other_behind_a_slash_is_all_the_rest() {
        assert_eq!(prepare("/v1/*/x/*", DEFAULT), "/v1/[^/]+/x/.*");
        assert_eq!(prepare("/*/*/", DEFAULT), "/[^/]+/.*/", "the slash of a replacement is not replaced again");
        assert_eq!(prepare("/{/*/}", DEFAULT), "/([^/]+)", "parameters go first");
    }

    #[test]
    fn the_options_anchor_what_begins_with_a_slash_and_what_does_not_end_in_a_dollar() {
        let both = Mode { prefix: true, suffix: true };
        assert_eq!(prepare("/a", both), "^/a$");
        assert_eq!(prepare("a$", both), "a$");
        assert_eq!(prepare("^/a", both), "^/a$");
        assert_eq!(prepare("/a", Mode { prefix: false, suffix: true }), "/a$");
        assert_eq!(prepare("", both), "$");
    }

    #[test]
    fn a_pattern_is_loose_unless_it_says_where_the_path_begins_or_ends_or_that_more_may_follow() {
        for loose in ["/", "/users", "/users/{id}", "/users/[^/]+", r"/price\$", "/a[$]", "/a/*/b", "/a[]^]"] {
            assert!(is_loose(loose), "{loose}");
        }
        for firm in ["^/users", "/users$", "/users/.*", "/users/*", "/a(/|$)", "(?i)^/a", r"\A/a", "/[^/]+$"] {
            assert!(!is_loose(firm), "{firm}");
        }
    }
}
