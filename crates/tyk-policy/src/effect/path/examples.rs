//! Paths that a pattern opens by accident.

use crate::pattern::{self, Mode, Pattern, Verdict};

/// So many examples are enough.
const MOST: usize = 3;

/// Paths beside the one that a pattern names, and that it matches all the same: `/orders` also opens `/v2/orders-export`. At
/// most three; none where the pattern holds both ends, or says itself that more may follow.
#[must_use]
pub fn also_opens(url: &str, mode: Mode) -> Vec<String> {
    let prepared = pattern::prepare(url, mode);
    let Ok(pattern) = Pattern::compile(&prepared) else { return Vec::new() };
    let opens = |path: &String| pattern.matches(path) == Verdict::Yes;
    if url.is_empty() && mode.prefix {
        return Vec::new();
    }
    let mut named = sample(&prepared);
    if !named.starts_with('/') {
        named.insert(0, '/');
    }
    if !opens(&named) {
        return Vec::new();
    }
    let named = named.trim_end_matches('/');
    let goes_on = prepared.ends_with(".*");
    let around = |before: &str, behind: &str| [before, named, behind].concat();
    let candidates = if goes_on {
        vec![around("/v2", ""), around("/internal", "")]
    } else {
        vec![
            around("/v2", "-export"),
            around("", "-export"),
            around("", "/1"),
            around("/v2", ""),
            around("/internal", ""),
        ]
    };
    candidates.into_iter().filter(|path| path.starts_with('/') && opens(path)).take(MOST).collect()
}

/// A text that the pattern probably matches: the first of several choices, one of each set, everything repeated once. It has
/// to be tried.
fn sample(prepared: &str) -> String {
    let mut text = String::new();
    let mut rest = prepared.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '^' | '$' | '*' | '+' | '?' | ')' => {}
            '(' => {
                // The head of a group that is not plain: `?:`, `?i)`, `?P<name>`.
                if rest.peek() == Some(&'?') {
                    while rest.next_if(|next| !matches!(next, ':' | '>' | ')')).is_some() {}
                    rest.next();
                }
            }
            // What follows the first choice, up to the end of its group.
            '|' => {
                let mut depth = 0_u32;
                while let Some(next) = rest.next_if(|next| depth > 0 || *next != ')') {
                    match next {
                        '(' => depth += 1,
                        ')' => depth -= 1,
                        '\\' => {
                            rest.next();
                        }
                        _ => {}
                    }
                }
            }
            '{' => while rest.next().is_some_and(|next| next != '}') {},
            '[' => text.push(member(&mut rest)),
            '\\' => match rest.next() {
                Some('d') => text.push('1'),
                Some('w') => text.push('a'),
                Some('A' | 'z' | 'b' | 'B') | None => {}
                Some(escaped) => text.push(escaped),
            },
            '.' => text.push('a'),
            plain => text.push(plain),
        }
    }
    text
}

/// A member of the set whose `[` was read; what is in a negated one is not looked at.
fn member(rest: &mut std::iter::Peekable<std::str::Chars<'_>>) -> char {
    let is_negated = rest.next_if_eq(&'^').is_some();
    let first = rest.next();
    let first = if first == Some('\\') { rest.next().map(|class| if class == 'd' { '1' } else { 'a' }) } else { first };
    while let Some(next) = rest.next() {
        match next {
            ']' => break,
            '\\' => {
                rest.next();
            }
            _ => {}
        }
    }
    match first {
        Some(first) if !is_negated => first,
        Some(digit) if digit.is_ascii_digit() => 'a',
        _ => '1',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOTH: Mode = Mode { prefix: true, suffix: true };

    #[test]
    fn a_loose_pattern_opens_longer_paths_on_both_sides() {
        assert_eq!(also_opens("/orders", Mode::default()), ["/v2/orders-export", "/orders-export", "/orders/1"]);
        assert_eq!(also_opens("/users/{id}", Mode::default()), ["/v2/users/1-export", "/users/1-export", "/users/1/1"]);
        assert_eq!(also_opens("/", Mode::default()), ["/v2-export", "/1", "/v2"]);
    }

    #[test]
    fn a_pattern_that_holds_one_end_opens_the_other() {
        assert_eq!(also_opens("^/orders", Mode::default()), ["/orders-export", "/orders/1"]);
        assert_eq!(also_opens("/orders$", Mode::default()), ["/v2/orders", "/internal/orders"]);
        assert_eq!(also_opens("^/orders(/|$)", Mode::default()), ["/orders/1"]);
        assert_eq!(also_opens("/orders/*", Mode::default()), ["/v2/orders/a", "/internal/orders/a"]);
    }

    #[test]
    fn a_pattern_that_holds_both_ends_opens_nothing_else() {
        assert!(also_opens("^/orders$", Mode::default()).is_empty());
        assert!(also_opens("/orders", BOTH).is_empty());
        assert!(also_opens("^/orders/[0-9]+$", Mode::default()).is_empty());
    }

    #[test]
    fn a_pattern_that_does_not_compile_opens_nothing() {
        assert!(also_opens("/a(", Mode::default()).is_empty());
        assert!(also_opens("", Mode { prefix: true, suffix: false }).is_empty());
    }
}
