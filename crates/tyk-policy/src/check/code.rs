//! The closed list of faults. Each section's file says what its own codes mean; this file only calls the roll.

use std::fmt;

use super::{
    Seen, access, api_versions, basics, doubles, endpoints, expiry, graphql, limits, mcp, names, other, own_limit,
    partitions, paths, quota, smoothing, text, types, versions,
};

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
    /// The text is UTF-16.
    Utf16 => text::UTF_16,
    /// Bytes of the text are not UTF-8.
    NotUtf8 => text::NOT_UTF_8,
    /// The text starts like a Kubernetes resource and is not YAML.
    NotYaml => text::NOT_YAML,
    /// The text is a policy in YAML.
    Yaml => text::YAML,
    /// There are comments in the JSON.
    Comment => text::COMMENT,
    /// There is a comma before a closing bracket.
    TrailingComma => text::TRAILING_COMMA,
    /// An escape names half of a character.
    HalfCharacter => text::HALF_CHARACTER,
    /// Lines end with a carriage return.
    CarriageReturns => text::CARRIAGE_RETURNS,
    /// The text is larger than what servers usually take.
    LargeText => text::LARGE_TEXT,
    /// The text is a resource of the Tyk Operator.
    OperatorResource => text::OPERATOR_RESOURCE,
    /// The text is only the access rights of a policy.
    AccessRightsAlone => text::ACCESS_RIGHTS_ALONE,
    /// The text was understood, and there is no policy in it.
    NoPolicy => text::NO_POLICY,
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
    /// A zero with a minus sign.
    MinusZero => types::MINUS_ZERO,
    /// A field that is not known.
    UnknownField => names::UNKNOWN_FIELD,
    /// A known field in other letters.
    FieldInOtherLetters => names::FIELD_IN_OTHER_LETTERS,
    /// A field of keys.
    KeyField => names::KEY_FIELD,
    /// A field that Tyk keeps for itself.
    RunTimeField => names::RUN_TIME_FIELD,
    /// A field that the Dashboard assigns.
    ReadOnlyField => names::READ_ONLY_FIELD,
    /// A name that a field had once.
    LegacyName => names::LEGACY_NAME,
    /// A name that comes more than once.
    Double => doubles::DOUBLE,
    /// A field that the target does not know yet.
    FieldTooNew => versions::FIELD_TOO_NEW,
    /// A field that only the Dashboard knows.
    FieldNotForGateway => versions::FIELD_NOT_FOR_GATEWAY,
    /// No name.
    NameMissing => basics::NAME_MISSING,
    /// A name that another policy has.
    NameTaken => basics::NAME_TAKEN,
    /// No id, for the Gateway.
    PolicyIdMissing => basics::POLICY_ID_MISSING,
    /// A policy id with characters that Tyk refuses.
    PolicyIdCharacters => basics::POLICY_ID_CHARACTERS,
    /// An id of one's own for a Tyk that may not go by it.
    OwnIdOnOldTyk => basics::OWN_ID_ON_OLD_TYK,
    /// A policy that locks its keys out.
    KeysRefused => basics::KEYS_REFUSED,
    /// A policy that is not active.
    NotActive => basics::NOT_ACTIVE,
    /// A state without `active`.
    ActiveMissing => basics::ACTIVE_MISSING,
    /// A state that is none.
    StateUnknown => basics::STATE_UNKNOWN,
    /// A state and flags that contradict each other.
    StateContradicts => basics::STATE_CONTRADICTS,
    /// The organisation of somebody else.
    ForeignOrganisation => other::FOREIGN_ORGANISATION,
    /// Signatures where limits are decided per API.
    SignatureWithPerApi => other::SIGNATURE_WITH_PER_API,
    /// Meta data that is no text.
    MetaDataNotText => other::META_DATA_NOT_TEXT,
    /// No API.
    NoAccess => access::NO_ACCESS,
    /// Access is not among the partitions.
    AccessNotDecided => access::ACCESS_NOT_DECIDED,
    /// An id that is a template's placeholder.
    Placeholder => access::PLACEHOLDER,
    /// An API without an id.
    ApiIdMissing => access::API_ID_MISSING,
    /// An API that the dashboard does not have.
    ApiUnknown => access::API_UNKNOWN,
    /// Another id inside than in the key.
    ApiIdDiffers => access::API_ID_DIFFERS,
    /// Members that some dashboards want written out.
    NotWrittenOut => access::NOT_WRITTEN_OUT,
    /// A version that the API does not have.
    VersionUnknown => api_versions::VERSION_UNKNOWN,
    /// No version of a versioned API.
    NoVersion => api_versions::NO_VERSION,
    /// `default` for `Default`.
    DefaultInLowerCase => api_versions::DEFAULT_IN_LOWER_CASE,
    /// More than one version of an API.
    SeveralVersions => api_versions::SEVERAL_VERSIONS,
    /// A path pattern that is empty.
    PatternEmpty => paths::PATTERN_EMPTY,
    /// A path pattern that Go does not compile.
    PatternInvalid => paths::PATTERN_INVALID,
    /// A path pattern that matches more than it says.
    PatternLoose => paths::PATTERN_LOOSE,
    /// A path without methods.
    MethodsMissing => paths::METHODS_MISSING,
    /// A method that is not in capitals.
    MethodNotUpper => paths::METHOD_NOT_UPPER,
    /// A method that nobody uses.
    MethodUnusual => paths::METHOD_UNUSUAL,
    /// Limits of an API that are ignored.
    OwnLimitIgnored => own_limit::OWN_LIMIT_IGNORED,
    /// Limits of an API that are none.
    OwnLimitOnlySmoothing => own_limit::OWN_LIMIT_ONLY_SMOOTHING,
    /// Limits of endpoints or of MCP that are dropped.
    SmallLimitsDropped => endpoints::SMALL_LIMITS_DROPPED,
    /// Smoothing of an endpoint or of MCP.
    SmallSmoothingIgnored => endpoints::SMALL_SMOOTHING_IGNORED,
    /// A limit of an endpoint or of MCP that lifts the limit.
    SmallLimitUnlimited => endpoints::SMALL_LIMIT_UNLIMITED,
    /// Restricted types beside allowed ones.
    RestrictedTypesIgnored => graphql::RESTRICTED_TYPES_IGNORED,
    /// Root fields that the depth blocks.
    FieldsBlockedByDepth => graphql::FIELDS_BLOCKED_BY_DEPTH,
    /// A field of MCP proxies on another API.
    McpFieldOnApi => mcp::MCP_FIELD_ON_API,
    /// A field of other APIs on an MCP proxy.
    ApiFieldOnMcp => mcp::API_FIELD_ON_MCP,
    /// An MCP primitive of no known type.
    PrimitiveTypeUnknown => mcp::PRIMITIVE_TYPE_UNKNOWN,
    /// A rate without a period.
    RateWithoutPeriod => limits::RATE_WITHOUT_PERIOD,
    /// An unlimited rate that counts as not set.
    UnlimitedRateUnset => limits::UNLIMITED_RATE_UNSET,
    /// An unlimited rate with a period.
    UnlimitedRateWithPeriod => limits::UNLIMITED_RATE_WITH_PERIOD,
    /// A number that Tyk cuts.
    NumberCut => limits::NUMBER_CUT,
    /// Throttling without a pause.
    ThrottleWithoutInterval => limits::THROTTLE_WITHOUT_INTERVAL,
    /// Throttling without a rate.
    ThrottleWithoutRate => limits::THROTTLE_WITHOUT_RATE,
    /// Throttling without retries.
    ThrottleWithoutRetries => limits::THROTTLE_WITHOUT_RETRIES,
    /// A value of a group that the policy does not decide.
    IgnoredWithoutPartition => limits::IGNORED_WITHOUT_PARTITION,
    /// Smoothing that Tyk leaves off.
    SmoothingBroken => smoothing::SMOOTHING_BROKEN,
    /// Smoothing that needs the Gateway's leave.
    SmoothingNeedsOption => smoothing::SMOOTHING_NEEDS_OPTION,
    /// Smoothing that starts above the rate.
    SmoothingAboveRate => smoothing::SMOOTHING_ABOVE_RATE,
    /// A trigger outside what is documented.
    SmoothingTriggerOdd => smoothing::SMOOTHING_TRIGGER_ODD,
    /// Smoothing with a single step.
    SmoothingOneStep => smoothing::SMOOTHING_ONE_STEP,
    /// A quota that never renews.
    QuotaNeverRenews => quota::QUOTA_NEVER_RENEWS,
    /// A quota of 0.
    QuotaZero => quota::QUOTA_ZERO,
    /// A quota below -1.
    QuotaNegative => quota::QUOTA_NEGATIVE,
    /// No word on how long keys live.
    ExpiryNotChosen => expiry::EXPIRY_NOT_CHOSEN,
    /// A life below 0.
    ExpiryNegative => expiry::EXPIRY_NEGATIVE,
    /// An action after expiry that is none.
    PostExpiryUnknown => expiry::POST_EXPIRY_UNKNOWN,
    /// A grace period that does nothing.
    GraceWithoutEffect => expiry::GRACE_WITHOUT_EFFECT,
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
        assert!(
            names.iter().all(|name| name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'))
        );
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
    }

    #[test]
    fn every_code_says_what_to_do() {
        assert!(Code::ALL.iter().all(|code| !code.help().is_empty() && !code.help().ends_with('.')));
    }
}
