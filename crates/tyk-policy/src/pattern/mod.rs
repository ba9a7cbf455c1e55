//! Path patterns as the Gateway reads them: [prepared](prepare), then compiled by Go's `regexp` package, whose syntax
//! is RE2 (`regexp/syntax` with the flags `Perl`). Sources: policy-model.md sections 4.3, 4.5 and 10c; the
//! documentation and the behaviour of that package, of which `tests/fixtures/patterns.txt` holds a few thousand
//! answers.
//!
//! Nothing here asks a table of Unicode, which would outweigh the rest. Where only one would know, a verdict says so.

mod brackets;
mod bulk;
mod class;
mod escape;
mod fault;
mod group;
mod parser;
mod plain;
mod prepare;
mod program;
mod run;
mod scanner;
mod sets;

use program::Program;

pub use fault::{PatternFault, PatternFaultKind, looks_like_pcre};
pub use plain::is_plain;
pub use prepare::{Mode, anchored, is_loose, prepare};

/// A pattern that compiles.
#[derive(Clone, Debug)]
pub struct Pattern {
    program: Program,
}

/// Whether a pattern matches a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// Go knows, and this module does not.
    CannotJudge(Doubt),
}

/// Why a verdict is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// A character that is not ASCII stands where a category or script of Unicode is asked for, as `\pL`.
    UnicodeClass,
    /// A character that is not ASCII stands where another one is asked for without regard to case.
    CaseFolding,
    /// With its repetitions written out, the pattern has more steps than a page can follow.
    TooLarge,
}

impl Pattern {
    /// Compiles a pattern as it is; [`prepare`] comes before.
    ///
    /// ```
    /// use tyk_policy::pattern::{Mode, Pattern, Verdict, prepare};
    ///
    /// let pattern = Pattern::compile(&prepare("/users/{id}$", Mode::default())).expect("it is valid");
    /// assert_eq!(pattern.matches("/api/users/12"), Verdict::Yes);
    /// assert_eq!(pattern.matches("/api/users/12/orders"), Verdict::No);
    /// ```
    ///
    /// # Errors
    /// The first fault that Go finds.
    pub fn compile(prepared: &str) -> Result<Self, PatternFault> {
        Ok(Self { program: parser::program(prepared)? })
    }

    /// Whether the pattern matches the path or any part of it.
    #[must_use]
    pub fn matches(&self, path: &str) -> Verdict {
        self.program.verdict(path)
    }
}

/// Whether an entry of an MCP list means this name: the whole of it. An entry that does not compile is compared as
/// plain text (policy-model.md section 10c).
#[must_use]
pub fn matches_whole(pattern: &str, name: &str) -> Verdict {
    match Pattern::compile(&["^(?:", pattern, ")$"].concat()) {
        Ok(pattern) => pattern.matches(name),
        Err(_) if pattern == name => Verdict::Yes,
        Err(_) => Verdict::No,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_of_an_mcp_list_means_the_whole_name_or_is_plain_text() {
        assert_eq!(matches_whole("get|list", "get"), Verdict::Yes);
        assert_eq!(matches_whole("get|list", "get_all"), Verdict::No);
        assert_eq!(matches_whole("get_.*", "get_all"), Verdict::Yes);
        assert_eq!(matches_whole("a(", "a("), Verdict::Yes);
        assert_eq!(matches_whole("a(", "a"), Verdict::No);
    }

    #[test]
    fn what_only_a_table_of_unicode_knows_is_not_judged() {
        let verdict = |pattern, path| Pattern::compile(pattern).expect("it compiles").matches(path);
        assert_eq!(verdict(r"^\p{Greek}$", "λ"), Verdict::CannotJudge(Doubt::UnicodeClass));
        assert_eq!(verdict(r"^\p{Greek}$", "l"), Verdict::No);
        assert_eq!(verdict(r"^\pL+$", "Users"), Verdict::Yes);
        assert_eq!(verdict("(?i)^é$", "É"), Verdict::CannotJudge(Doubt::CaseFolding));
        assert_eq!(verdict("(?i)^é$", "é"), Verdict::Yes);
        assert_eq!(verdict("(?i)^/USERS/é$", "/orders/É"), Verdict::No, "the doubt does not change the end");
    }

    #[test]
    fn a_pattern_of_many_written_out_repetitions_compiles_and_is_not_judged() {
        let pattern = Pattern::compile("(?:[^/]{900}/){1}".repeat(80).as_str()).expect("Go compiles it");
        assert_eq!(pattern.matches("/"), Verdict::CannotJudge(Doubt::TooLarge));
        let pattern = Pattern::compile("^[a-z]{1000}$").expect("it compiles");
        assert_eq!(pattern.matches(&"x".repeat(1000)), Verdict::Yes);
        assert_eq!(pattern.matches(&"x".repeat(1001)), Verdict::No);
    }
}
