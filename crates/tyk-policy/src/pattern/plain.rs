//! Patterns that are seen to be valid without being compiled, as nearly all are.

/// Whether a prepared pattern is made of nothing but letters, digits, the signs of paths, `.`, `^`, `$`, `\d`, `\w`, `\s`,
/// escaped signs and simple sets such as `[^/]` and `[0-9]`, each repeated once at most. Such a pattern compiles. False says
/// nothing: the pattern has to be compiled.
#[must_use]
pub fn is_plain(prepared: &str) -> bool {
    let mut rest = prepared.as_bytes();
    // Whether something stands before that can be repeated.
    let mut repeatable = false;
    loop {
        let length = match rest {
            [] => return true,
            [b'+' | b'*' | b'?', ..] if repeatable => {
                repeatable = false;
                rest = rest.get(1..).unwrap_or_default();
                continue;
            }
            [b'^' | b'$', ..] => {
                repeatable = false;
                rest = rest.get(1..).unwrap_or_default();
                continue;
            }
            [b'\\', b'd' | b'w' | b's' | b'.' | b'/' | b'-' | b'$' | b'*' | b'+' | b'?', ..] => 2,
            [b'[', ..] => set_length(rest),
            [byte, ..] if byte.is_ascii_alphanumeric() || b"/_-.~%@:,;=!&".contains(byte) => 1,
            _ => 0,
        };
        if length == 0 {
            return false;
        }
        repeatable = true;
        rest = rest.get(length..).unwrap_or_default();
    }
}

/// The length of a simple set at the start of `bytes`; 0 where there is none.
fn set_length(bytes: &[u8]) -> usize {
    const SETS: [&[u8]; 8] =
        [b"[^/]", b"[0-9]", b"[a-z]", b"[A-Z]", b"[a-z0-9]", b"[a-zA-Z0-9]", b"[A-Za-z0-9]", b"[0-9a-f]"];
    SETS.iter().find(|set| bytes.starts_with(set)).map_or(0, |set| set.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_patterns_are_plain_and_doubtful_ones_are_not() {
        for pattern in ["", "/", "^/v1/orders/[0-9]+$", "/users/[^/]+/x.*", r"^/a\.b/\d+", "^$", "^/a?$"] {
            assert!(is_plain(pattern), "{pattern}");
        }
        for pattern in ["*", "a**", "a+?", "^*", "(a)", "[a", "a|b", r"\", "a{2}", "[b-a]", "é", r"\p{L}", "a]"] {
            assert!(!is_plain(pattern), "{pattern}");
        }
    }
}
