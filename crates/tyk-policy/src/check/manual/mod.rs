//! The manual of all findings: why each matters, what proves it, and the smallest policy that has it. It is used by the
//! reference page, the command line and the tests. The page in the browser is built without it, as its examples need the
//! readers that the page loads apart.

use crate::answer::{ApiKind, KnownApi};
use crate::check::{self, Code, Finding, Path, Seen};
use crate::context::{Context, KnownPolicy, Tyk};
use crate::read;

/// A whole policy in which nothing is wrong but what these members say.
macro_rules! policy {
    ($members:literal) => {
        concat!(
            "{\n  \"name\": \"Gold\",\n  \"active\": true,\n  \"key_expires_in\": 0,\n  ",
            $members,
            ",\n  \"access_rights\": {\n    \"orders\": {\"api_id\": \"orders\", \"allowed_urls\": [], \"limit\": null}\n  }\n}"
        )
    };
}

/// A whole policy in which nothing is wrong but what these members of an API's entry say, and members of the policy.
macro_rules! entry {
    ($members:literal) => {
        entry!(@ "", $members)
    };
    ($root:literal; $members:literal) => {
        entry!(@ concat!("  ", $root, ",\n"), $members)
    };
    (@ $root:expr, $members:literal) => {
        concat!(
            "{\n  \"name\": \"Gold\",\n  \"active\": true,\n  \"key_expires_in\": 0,\n",
            $root,
            "  \"access_rights\": {\n    \"orders\": {\n      ",
            $members,
            "\n    }\n  }\n}"
        )
    };
}

mod access;
mod api_versions;
mod basics;
mod doubles;
mod endpoints;
mod expiry;
mod explanation;
mod graphql;
mod limits;
mod mcp;
mod names;
mod other;
mod own_limit;
mod partitions;
mod paths;
mod quota;
mod reference;
mod saved;
mod smoothing;
mod text;
mod types;
mod versions;

pub use explanation::explanation;
pub use reference::reference;
pub use saved::Saved;

/// What there is to know of one kind of finding, beside its message and its help.
#[derive(Debug)]
pub struct Manual {
    /// Why it matters: what really happens at Tyk, for someone who has never seen it.
    pub why: &'static str,
    /// What proves it: the section of the notes on Tyk, and the source or the page behind it.
    pub proof: &'static str,
    /// The Tyk that the two examples are for, as `--target` takes it; empty for the newest Dashboard.
    pub target: &'static str,
    /// What else is known when the two examples are checked.
    pub known: Known,
    /// How the first example has to be saved to have the finding.
    pub saved: Saved,
    /// A small policy that has exactly this finding, or a text where the finding is about the text.
    pub triggers: &'static str,
    /// The closest text that does not have it.
    pub near_miss: &'static str,
}

/// What is known around a policy, as small as an example needs it.
#[derive(Clone, Copy, Debug)]
pub enum Known {
    /// Nothing.
    Nothing,
    /// The only API there is: its id, its versions and its kind.
    Api(&'static str, &'static [&'static str], ApiKind),
    /// The only other policy there is: its id and its name.
    Policy(&'static str, &'static str),
    /// The organisation of who sends the policy.
    Organisation(&'static str),
}

impl Manual {
    const fn new(why: &'static str, proof: &'static str, triggers: &'static str, near_miss: &'static str) -> Self {
        Self { why, proof, target: "", known: Known::Nothing, saved: Saved::Plainly, triggers, near_miss }
    }

    const fn for_target(mut self, target: &'static str) -> Self {
        self.target = target;
        self
    }

    const fn knowing(mut self, known: Known) -> Self {
        self.known = known;
        self
    }

    const fn saved(mut self, saved: Saved) -> Self {
        self.saved = saved;
        self
    }

    /// What the two examples are checked with.
    #[must_use]
    pub fn context(&self) -> Context {
        let mut context = Context { tyk: Tyk::parse(self.target).unwrap_or_default(), ..Context::default() };
        match self.known {
            Known::Nothing => {}
            Known::Api(id, versions, kind) => {
                let versions = versions.iter().map(|version| (*version).to_owned()).collect();
                context.apis = Some(vec![KnownApi {
                    id: id.to_owned(),
                    name: "Orders".to_owned(),
                    listen_path: "/orders/".to_owned(),
                    versions,
                    paths: Vec::new(),
                    kind,
                    is_active: true,
                    organisation: String::new(),
                }]);
            }
            Known::Policy(id, name) => {
                context.policies = Some(vec![KnownPolicy { id: id.to_owned(), name: name.to_owned() }]);
            }
            Known::Organisation(id) => context.organisation = Some(id.to_owned()),
        }
        context
    }

    /// What the two examples are checked with, in words; nothing if there is nothing to say.
    #[must_use]
    pub fn assumed(&self) -> Option<String> {
        let known = match self.known {
            Known::Nothing => None,
            Known::Api(id, [], kind) => {
                Some(format!("the only API is `{id}`, of the kind {}, without versions", kind.label()))
            }
            Known::Api(id, versions, kind) => Some(format!(
                "the only API is `{id}`, of the kind {}, with the versions {}",
                kind.label(),
                versions.join(", ")
            )),
            Known::Policy(_, name) => Some(format!("there is another policy called `{name}`")),
            Known::Organisation(id) => Some(format!("your organisation is `{id}`")),
        };
        let target = (!self.target.is_empty()).then(|| format!("the policy is for {}", self.context().tyk));
        match (target, known) {
            (Some(target), Some(known)) => Some(format!("{target}, and {known}")),
            (one, other) => one.or(other),
        }
    }
}

/// The finding of this code in its own example.
#[must_use]
pub fn found(code: Code) -> Option<Finding> {
    let manual = of(code);
    let reading = read::bytes(&manual.saved.bytes(manual.triggers));
    check::reading(&reading, &manual.context()).into_iter().find(|finding| finding.code == code)
}

/// The message of a code, as its own example has it.
fn message(code: Code) -> String {
    found(code).unwrap_or_else(|| Finding::new(code, Path::root(), Seen::Nothing)).to_string()
}

/// The entry of a code. Every code has one: a new one does not compile without.
#[must_use]
pub fn of(code: Code) -> &'static Manual {
    match code {
        Code::NotJson => &text::NOT_JSON,
        Code::ByteOrderMark => &text::BYTE_ORDER_MARK,
        Code::Utf16 => &text::UTF_16,
        Code::NotUtf8 => &text::NOT_UTF_8,
        Code::NotYaml => &text::NOT_YAML,
        Code::Yaml => &text::YAML,
        Code::Comment => &text::COMMENT,
        Code::TrailingComma => &text::TRAILING_COMMA,
        Code::HalfCharacter => &text::HALF_CHARACTER,
        Code::CarriageReturns => &text::CARRIAGE_RETURNS,
        Code::LargeText => &text::LARGE_TEXT,
        Code::OperatorResource => &text::OPERATOR_RESOURCE,
        Code::AccessRightsAlone => &text::ACCESS_RIGHTS_ALONE,
        Code::NoPolicy => &text::NO_POLICY,
        Code::SeveralPolicies => &text::SEVERAL_POLICIES,
        Code::KeyNotPolicy => &text::KEY_NOT_POLICY,
        Code::WrongType => &types::WRONG_TYPE,
        Code::IntegerNotPlain => &types::INTEGER_NOT_PLAIN,
        Code::IntegerOutOfRange => &types::INTEGER_OUT_OF_RANGE,
        Code::NumberOutOfRange => &types::NUMBER_OUT_OF_RANGE,
        Code::MinusZero => &types::MINUS_ZERO,
        Code::UnknownField => &names::UNKNOWN_FIELD,
        Code::FieldInOtherLetters => &names::FIELD_IN_OTHER_LETTERS,
        Code::KeyField => &names::KEY_FIELD,
        Code::RunTimeField => &names::RUN_TIME_FIELD,
        Code::ReadOnlyField => &names::READ_ONLY_FIELD,
        Code::LegacyName => &names::LEGACY_NAME,
        Code::Double => &doubles::DOUBLE,
        Code::FieldTooNew => &versions::FIELD_TOO_NEW,
        Code::FieldNotForGateway => &versions::FIELD_NOT_FOR_GATEWAY,
        Code::NameMissing => &basics::NAME_MISSING,
        Code::NameTaken => &basics::NAME_TAKEN,
        Code::PolicyIdMissing => &basics::POLICY_ID_MISSING,
        Code::PolicyIdCharacters => &basics::POLICY_ID_CHARACTERS,
        Code::OwnIdOnOldTyk => &basics::OWN_ID_ON_OLD_TYK,
        Code::KeysRefused => &basics::KEYS_REFUSED,
        Code::NotActive => &basics::NOT_ACTIVE,
        Code::ActiveMissing => &basics::ACTIVE_MISSING,
        Code::StateUnknown => &basics::STATE_UNKNOWN,
        Code::StateContradicts => &basics::STATE_CONTRADICTS,
        Code::ForeignOrganisation => &other::FOREIGN_ORGANISATION,
        Code::SignatureWithPerApi => &other::SIGNATURE_WITH_PER_API,
        Code::MetaDataNotText => &other::META_DATA_NOT_TEXT,
        Code::NoAccess => &access::NO_ACCESS,
        Code::AccessNotDecided => &access::ACCESS_NOT_DECIDED,
        Code::Placeholder => &access::PLACEHOLDER,
        Code::ApiIdMissing => &access::API_ID_MISSING,
        Code::ApiUnknown => &access::API_UNKNOWN,
        Code::ApiIdDiffers => &access::API_ID_DIFFERS,
        Code::NotWrittenOut => &access::NOT_WRITTEN_OUT,
        Code::VersionUnknown => &api_versions::VERSION_UNKNOWN,
        Code::NoVersion => &api_versions::NO_VERSION,
        Code::DefaultInLowerCase => &api_versions::DEFAULT_IN_LOWER_CASE,
        Code::SeveralVersions => &api_versions::SEVERAL_VERSIONS,
        Code::PatternEmpty => &paths::PATTERN_EMPTY,
        Code::PatternInvalid => &paths::PATTERN_INVALID,
        Code::PatternLoose => &paths::PATTERN_LOOSE,
        Code::MethodsMissing => &paths::METHODS_MISSING,
        Code::MethodNotUpper => &paths::METHOD_NOT_UPPER,
        Code::MethodUnusual => &paths::METHOD_UNUSUAL,
        Code::OwnLimitIgnored => &own_limit::OWN_LIMIT_IGNORED,
        Code::OwnLimitOnlySmoothing => &own_limit::OWN_LIMIT_ONLY_SMOOTHING,
        Code::SmallLimitsDropped => &endpoints::SMALL_LIMITS_DROPPED,
        Code::SmallSmoothingIgnored => &endpoints::SMALL_SMOOTHING_IGNORED,
        Code::SmallLimitUnlimited => &endpoints::SMALL_LIMIT_UNLIMITED,
        Code::RestrictedTypesIgnored => &graphql::RESTRICTED_TYPES_IGNORED,
        Code::FieldsBlockedByDepth => &graphql::FIELDS_BLOCKED_BY_DEPTH,
        Code::McpFieldOnApi => &mcp::MCP_FIELD_ON_API,
        Code::ApiFieldOnMcp => &mcp::API_FIELD_ON_MCP,
        Code::PrimitiveTypeUnknown => &mcp::PRIMITIVE_TYPE_UNKNOWN,
        Code::RateWithoutPeriod => &limits::RATE_WITHOUT_PERIOD,
        Code::UnlimitedRateUnset => &limits::UNLIMITED_RATE_UNSET,
        Code::UnlimitedRateWithPeriod => &limits::UNLIMITED_RATE_WITH_PERIOD,
        Code::NumberCut => &limits::NUMBER_CUT,
        Code::ThrottleWithoutInterval => &limits::THROTTLE_WITHOUT_INTERVAL,
        Code::ThrottleWithoutRate => &limits::THROTTLE_WITHOUT_RATE,
        Code::ThrottleWithoutRetries => &limits::THROTTLE_WITHOUT_RETRIES,
        Code::IgnoredWithoutPartition => &limits::IGNORED_WITHOUT_PARTITION,
        Code::SmoothingBroken => &smoothing::SMOOTHING_BROKEN,
        Code::SmoothingNeedsOption => &smoothing::SMOOTHING_NEEDS_OPTION,
        Code::SmoothingAboveRate => &smoothing::SMOOTHING_ABOVE_RATE,
        Code::SmoothingTriggerOdd => &smoothing::SMOOTHING_TRIGGER_ODD,
        Code::SmoothingOneStep => &smoothing::SMOOTHING_ONE_STEP,
        Code::QuotaNeverRenews => &quota::QUOTA_NEVER_RENEWS,
        Code::QuotaZero => &quota::QUOTA_ZERO,
        Code::QuotaNegative => &quota::QUOTA_NEGATIVE,
        Code::ExpiryNotChosen => &expiry::EXPIRY_NOT_CHOSEN,
        Code::ExpiryNegative => &expiry::EXPIRY_NEGATIVE,
        Code::PostExpiryUnknown => &expiry::POST_EXPIRY_UNKNOWN,
        Code::GraceWithoutEffect => &expiry::GRACE_WITHOUT_EFFECT,
        Code::PerApiNotAlone => &partitions::PER_API_NOT_ALONE,
    }
}
