//! Quoting for shells.

/// `text` as one word of a POSIX shell, whatever it holds but NUL: single quotes, and `'\''` for a quote in it
/// (POSIX.1-2017 Shell Command Language section 2.2.2). Always quoted, so that no character has to be known as special.
#[must_use]
pub fn posix(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// `before`, the value of a shell variable, inside double quotes. `before` must be free of `"`, `$`, backslash and backtick.
#[must_use]
pub(super) fn posix_with_variable(before: &str, variable: &str) -> String {
    format!("\"{before}${variable}\"")
}

/// `text` as it stands where no shell could read anything into it, otherwise quoted.
#[must_use]
pub(crate) fn posix_if_needed(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._:/%+,@".contains(c);
    if !text.is_empty() && text.chars().all(is_plain) { text.to_owned() } else { posix(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_closes_escapes_and_opens_again() {
        assert_eq!(posix(""), "''");
        assert_eq!(posix("a'b"), r"'a'\''b'");
        assert_eq!(posix("$HOME `id` \\ ! \n"), "'$HOME `id` \\ ! \n'");
    }
}
