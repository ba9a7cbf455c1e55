//! What of a policy comes to nothing: findings, sorted by what they do to a key.

use std::fmt;

use crate::catalogue::STATE;
use crate::check::{Code, Finding, Path, Report, Severity};
use crate::draft::State;
use crate::policy::Policy;

/// Something that keeps a policy from having its effect.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// What is refused.
    pub what: Refusing,
    /// The finding that says why, where there is one: its rule, code, place, sentence and fix.
    pub finding: Option<Finding>,
    /// The place of the cause.
    pub at: Path,
}

/// What is refused, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refusing {
    /// Tyk does not take the body, so there is no such policy (group R of policy-model.md section 12).
    Body,
    /// Tyk takes it, and refuses every key that uses it (rules R4 and R13; `state` deny, section 9).
    EveryKey,
    /// A key that has no other policy is refused (rule R12).
    KeyAlone,
}

/// The sentence for it, without its cause: "Tyk does not take this policy".
impl fmt::Display for Refusing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Body => "Tyk does not take this policy",
            Self::EveryKey => "Every key on this policy is refused",
            Self::KeyAlone => "A key with this policy alone is refused",
        })
    }
}

/// What is refused, of the findings that refuse.
pub(super) fn refused(policy: &Policy, report: &Report) -> Vec<Refused> {
    let mut refused: Vec<Refused> = Vec::new();
    // A few, each put in its place: sorting is much code.
    let mut put = |one: Refused| {
        let place = refused.partition_point(|other| other.what <= one.what);
        refused.insert(place, one);
    };
    for finding in report {
        if let Some(what) = refusing(finding) {
            put(Refused { what, at: finding.path.clone(), finding: Some(finding.clone()) });
        }
    }
    if policy.access_state.state == Some(State::Deny) && !policy.access_state.is_inactive {
        let at = Path::root().name(STATE.name);
        let finding = report.iter().find(|finding| finding.code == Code::StateContradicts).cloned();
        put(Refused { what: Refusing::EveryKey, finding, at });
    }
    refused
}

fn refusing(finding: &Finding) -> Option<Refusing> {
    match finding.code {
        Code::PerApiNotAlone | Code::KeysRefused => Some(Refusing::EveryKey),
        Code::NoAccess | Code::AccessNotDecided => Some(Refusing::KeyAlone),
        code if finding.severity == Severity::Error && code.rule().starts_with('R') => Some(Refusing::Body),
        _ => None,
    }
}

/// The findings of what Tyk takes and then leaves out of account: a value, an entry, or half of a limit.
pub(super) fn ignored(report: &Report) -> Vec<Finding> {
    report.iter().filter(|finding| is_ignored(finding.code)).cloned().collect()
}

fn is_ignored(code: Code) -> bool {
    matches!(
        code,
        Code::UnknownField
            | Code::KeyField
            | Code::RunTimeField
            | Code::FieldTooNew
            | Code::FieldNotForGateway
            | Code::Double
            | Code::SignatureWithPerApi
            | Code::PatternInvalid
            | Code::MethodsMissing
            | Code::MethodNotUpper
            | Code::OwnLimitIgnored
            | Code::OwnLimitOnlySmoothing
            | Code::SmallLimitsDropped
            | Code::SmallSmoothingIgnored
            | Code::RestrictedTypesIgnored
            | Code::RateWithoutPeriod
            | Code::ThrottleWithoutRate
            | Code::ThrottleWithoutRetries
            | Code::IgnoredWithoutPartition
            | Code::SmoothingBroken
            | Code::QuotaNegative
            | Code::GraceWithoutEffect
            | Code::ExpiryNegative
    )
}
