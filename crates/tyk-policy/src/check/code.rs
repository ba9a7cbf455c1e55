//! The closed list of faults. Each section's file says what its own codes mean; this file only calls the roll.

use std::fmt;

use super::{Seen, access, basics, limits, partitions, quota, text, types};

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The policy is refused, or does not do what was asked: it is not ready to send.
    Error,
    /// It works, though perhaps not as one expects.
    Warning,
    /// Good to know.
    Info,
}

impl Severity {
    /// All severities, worst first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Info];

    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// What a code means, in one place beside the check that reports it.
pub(super) struct About {
    /// The rule of policy-model.md section 12.
    pub rule: &'static str,
    /// The stable name.
    pub name: &'static str,
    /// How bad it usually is.
    pub severity: Severity,
    /// The sentence: lower case, no full stop, what was typed in backticks.
    pub message: fn(&Seen, &mut fmt::Formatter<'_>) -> fmt::Result,
    /// What to do about it.
    pub help: &'static str,
}

macro_rules! codes {
    ($($(#[$doc:meta])+ $code:ident => $about:path,)+) => {
        /// A kind of fault. Tests and links use the code, never the text.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Code {
            $($(#[$doc])+ $code,)+
        }

        impl Code {
            /// All codes.
            pub const ALL: &'static [Self] = &[$(Self::$code,)+];

            fn about(self) -> &'static About {
                match self {
                    $(Self::$code => &$about,)+
                }
            }
        }
    };
}

codes! {
    /// The text is not JSON.
    NotJson => text::NOT_JSON,
    /// The text starts with a byte order mark.
    ByteOrderMark => text::BYTE_ORDER_MARK,
    /// The text holds policies in a list, a map or a wrapper.
    SeveralPolicies => text::SEVERAL_POLICIES,
    /// The text is a key.
    KeyNotPolicy => text::KEY_NOT_POLICY,
    /// A value of a wrong type.
    WrongType => types::WRONG_TYPE,
    /// An integer with a fraction or an exponent.
    IntegerNotPlain => types::INTEGER_NOT_PLAIN,
    /// An integer outside 64 bits.
    IntegerOutOfRange => types::INTEGER_OUT_OF_RANGE,
    /// A number that no float holds.
    NumberOutOfRange => types::NUMBER_OUT_OF_RANGE,
    /// No name.
    NameMissing => basics::NAME_MISSING,
    /// A policy id with characters that Tyk refuses.
    PolicyIdCharacters => basics::POLICY_ID_CHARACTERS,
    /// No API.
    NoAccess => access::NO_ACCESS,
    /// Access is not among the partitions.
    AccessNotDecided => access::ACCESS_NOT_DECIDED,
    /// An id that is a template's placeholder.
    Placeholder => access::PLACEHOLDER,
    /// An API without an id.
    ApiIdMissing => access::API_ID_MISSING,
    /// A rate without a period.
    RateWithoutPeriod => limits::RATE_WITHOUT_PERIOD,
    /// A quota that never renews.
    QuotaNeverRenews => quota::QUOTA_NEVER_RENEWS,
    /// Limits for each API together with another partition.
    PerApiNotAlone => partitions::PER_API_NOT_ALONE,
}

impl Code {
    /// The rule of policy-model.md section 12 that it belongs to.
    #[must_use]
    pub fn rule(self) -> &'static str {
        self.about().rule
    }

    /// The stable name, in kebab case.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.about().name
    }

    /// How bad it usually is.
    #[must_use]
    pub fn severity(self) -> Severity {
        self.about().severity
    }

    /// What to do about it.
    #[must_use]
    pub fn help(self) -> &'static str {
        self.about().help
    }

    pub(super) fn write(self, seen: &Seen, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.about().message)(seen, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kebab_case_and_no_two_are_equal() {
        let mut names: Vec<_> = Code::ALL.iter().map(|code| code.name()).collect();
        assert!(names.iter().all(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '-')));
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
    }

    #[test]
    fn every_code_says_what_to_do() {
        assert!(Code::ALL.iter().all(|code| !code.help().is_empty() && !code.help().ends_with('.')));
    }
}
