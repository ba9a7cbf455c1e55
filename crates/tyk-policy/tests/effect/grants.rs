//! What a key gets (policy-model.md sections 4, 5 and 5.1).

use tyk_policy::check::Code;
use tyk_policy::context::Context;
use tyk_policy::draft::Decides;
use tyk_policy::effect::{self, Checked, Effect, Limited, Quota, Rate, Refusing, Scope};
use tyk_policy::policy::Throttle;

use crate::given::{draft, effect, policy};

const LIMITS: &str = r#""rate": 100, "per": 1, "quota_max": 10000, "quota_renewal_rate": 3600, "throttle_interval": 2,
    "throttle_retry_limit": 3, "max_query_depth": 7"#;
pub const TWO: &str =
    r#""access_rights": {"orders": {"api_name": "Orders"}, "users": {"limit": {"rate": 5, "per": 10}}}"#;

pub fn with(partitions: &str) -> Effect {
    effect(&format!(r#"{LIMITS}, {TWO}, "partitions": {partitions}"#))
}

/// For each counter: what it counts, its rate and where that comes from.
pub fn rates(effect: &Effect) -> Vec<(Scope, Limited<f64>, String)> {
    let rate = |limit: &Limited<Rate>| match limit {
        Limited::By(rate) => Limited::By(rate.requests),
        Limited::Off => Limited::Off,
        Limited::LeftToOthers => Limited::LeftToOthers,
    };
    effect
        .counters
        .iter()
        .map(|counter| {
            let limit = &counter.limits.rate;
            (counter.scope.clone(), rate(&limit.value), limit.from.to_string())
        })
        .collect()
}

pub fn names(effect: &Effect) -> Vec<&str> {
    effect.apis.iter().map(|api| api.name.as_str()).collect()
}

#[test]
fn a_monolithic_policy_sets_everything_with_one_counter_for_all_apis() {
    for partitions in ["{}", r#"{"quota": false, "per_api": false}"#, "null"] {
        let effect = with(partitions);
        assert_eq!((effect.decides, names(&effect)), (Decides::Everything, vec!["Orders", "users"]));
        assert_eq!(rates(&effect), [(Scope::Key, Limited::By(100.0), "/rate".to_owned())]);
        let limits = &effect.counters[0].limits;
        assert_eq!(limits.quota.value, Limited::By(Quota { requests: 10_000, seconds: Some(3_600) }));
        assert_eq!(limits.throttle.value, Limited::By(Throttle { interval: 2.0, retry_limit: 3 }));
        assert_eq!(limits.depth.value, Limited::By(7));
        assert_eq!(limits.quota.from.to_string(), "/quota_max");
        assert_eq!(limits.throttle.from.to_string(), "/throttle_retry_limit");
        assert_eq!(effect.counters[0].apis, 2);
    }
}

#[test]
fn a_limit_of_an_api_counts_only_with_per_api_and_is_reported_as_the_check_does() {
    let effect = with("{}");
    let ignored: Vec<_> = effect.ignored.iter().map(|finding| (finding.code, finding.path.to_string())).collect();
    assert_eq!(ignored, [(Code::OwnLimitIgnored, "/access_rights/users/limit".to_owned())]);
    assert_eq!(effect.ignored[0].code.rule(), "S8");
    assert!(effect.ignored[0].fix.is_some());
    assert!(with(r#"{"per_api": true}"#).ignored.is_empty());
}

#[test]
fn with_per_api_an_api_has_its_own_counter_or_shares_that_of_the_policy() {
    let effect = with(r#"{"per_api": true}"#);
    let own = "/access_rights/users/limit/rate".to_owned();
    assert_eq!(
        rates(&effect),
        [
            (Scope::Policy, Limited::By(100.0), "/rate".to_owned()),
            (Scope::Api("users".to_owned()), Limited::By(5.0), own)
        ]
    );
    assert_eq!(effect.apis.iter().map(|api| api.counter).collect::<Vec<_>>(), [0, 1]);
    let own = &effect.counters[1].limits;
    assert_eq!((own.quota.value, own.depth.value), (Limited::Off, Limited::Off), "nothing comes from the root");
}

#[test]
fn a_limit_without_a_number_other_than_0_is_none_and_smoothing_alone_is_no_number() {
    for limit in ["null", "{}", r#"{"rate": 0, "quota_max": 0}"#, r#"{"smoothing": {"enabled": true}}"#] {
        let rights = format!(r#""rate": 9, "per": 1, "access_rights": {{"a": {{"limit": {limit}}}}}"#);
        let effect = effect(&format!(r#"{rights}, "partitions": {{"per_api": true}}"#));
        assert_eq!(rates(&effect), [(Scope::Policy, Limited::By(9.0), "/rate".to_owned())], "{limit}");
    }
    let own = effect(r#""access_rights": {"a": {"limit": {"quota_max": -1}}}, "partitions": {"per_api": true}"#);
    assert_eq!(own.counters[0].scope, Scope::Api("a".to_owned()), "-1 is a number");
}

#[test]
fn a_partitioned_policy_applies_only_the_chosen_groups() {
    let effect = with(r#"{"acl": true, "rate_limit": true}"#);
    let limits = &effect.counters[0].limits;
    assert!(limits.rate.value.in_force().is_some() && limits.throttle.value.in_force().is_some());
    assert_eq!((limits.quota.value, limits.depth.value), (Limited::LeftToOthers, Limited::LeftToOthers));
    assert_eq!(limits.quota.from.to_string(), "/partitions/quota");
    assert_eq!(limits.depth.from.to_string(), "/partitions/complexity");
    let ignored: Vec<_> = effect.ignored.iter().map(|finding| finding.path.to_string()).collect();
    assert_eq!(ignored, ["/access_rights/users/limit", "/max_query_depth", "/quota_max"].map(|path| path.to_owned()));

    let effect = with(r#"{"acl": true, "quota": true, "complexity": true}"#);
    let limits = &effect.counters[0].limits;
    assert_eq!((limits.rate.value, limits.throttle.value), (Limited::LeftToOthers, Limited::LeftToOthers));
    assert!(limits.quota.value.in_force().is_some() && limits.depth.value.in_force().is_some());
}

#[test]
fn a_policy_without_the_acl_group_grants_nothing_and_brings_limits_to_other_policies() {
    let effect = with(r#"{"rate_limit": true}"#);
    assert_eq!((effect.apis.len(), effect.not_granted), (0, 2));
    assert_eq!(rates(&effect), [(Scope::Key, Limited::By(100.0), "/rate".to_owned())]);
    assert_eq!(effect.refused.iter().map(|refused| refused.what).collect::<Vec<_>>(), [Refusing::KeyAlone]);
    assert!(!effect.is_refused());
}

#[test]
fn a_policy_without_apis_is_refused_on_a_key_of_its_own() {
    let effect = effect(LIMITS);
    assert_eq!(effect.refused[0].finding.as_ref().map(|finding| finding.code), Some(Code::NoAccess));
    assert_eq!((effect.refused[0].what, effect.counters[0].apis), (Refusing::KeyAlone, 0));
}

#[test]
fn per_api_beside_a_group_refuses_every_key() {
    for group in ["quota", "rate_limit", "acl", "complexity"] {
        let effect = with(&format!(r#"{{"per_api": true, "{group}": true}}"#));
        assert_eq!((effect.decides, effect.is_refused()), (Decides::Conflict, true));
        assert_eq!((effect.apis.len(), effect.counters.len()), (0, 0));
        assert_eq!(
            (effect.refused[0].what, effect.refused[0].at.to_string()),
            (Refusing::EveryKey, "/partitions".into())
        );
    }
}

#[test]
fn an_inactive_policy_and_one_that_is_denied_refuse_every_key() {
    let inactive = effect(&format!(r#"{TWO}, "is_inactive": true"#));
    assert_eq!(inactive.refused[0].finding.as_ref().map(|finding| finding.code.rule()), Some("R13"));
    let denied = effect(&format!(r#"{TWO}, "state": "deny", "is_inactive": false"#));
    assert_eq!((denied.refused[0].what, denied.refused[0].at.to_string()), (Refusing::EveryKey, "/state".to_owned()));
    assert!(!effect(&format!(r#"{TWO}, "state": "draft""#)).is_refused());
}

#[test]
fn a_draft_with_an_error_elsewhere_still_has_an_effect_and_says_that_it_is_not_taken() {
    let effect = effect(&format!(r#"{LIMITS}, {TWO}, "tags": "gold", "max_query_depth": "deep""#));
    assert!(effect.is_refused());
    let refused: Vec<_> = effect.refused.iter().map(|refused| (refused.what, refused.at.to_string())).collect();
    assert!(refused.contains(&(Refusing::Body, "/tags".to_owned())), "{refused:?}");
    assert_eq!(rates(&effect), [(Scope::Key, Limited::By(100.0), "/rate".to_owned())]);
    assert_eq!(effect.counters[0].limits.depth.value, Limited::Off, "what is no number counts as left out");
}

#[test]
fn a_rate_needs_a_period_and_a_rate_of_0_or_below_limits_nothing() {
    let rate = |members: &str| effect(&format!(r#"{members}, {TWO}"#)).counters[0].limits.rate.value;
    assert_eq!(rate(r#""rate": 5, "per": 2"#), Limited::By(Rate { requests: 5.0, seconds: 2.0 }));
    for members in [r#""rate": 5"#, r#""rate": 5, "per": 0"#, r#""rate": -1, "per": -1"#, r#""rate": 0, "per": 60"#] {
        assert_eq!(rate(members), Limited::Off, "{members}");
    }
}

#[test]
fn throttling_and_smoothing_need_a_rate_and_whole_numbers_above_0() {
    let limits = |members: &str| effect(&format!(r#"{members}, {TWO}"#)).counters[0].limits.clone();
    let smooth = r#""smoothing": {"enabled": true, "threshold": 5, "trigger": 0.5, "step": 5, "delay": 5}"#;
    let on = limits(&format!(r#""rate": 50, "per": 1, "throttle_retry_limit": 2, {smooth}"#));
    assert!(on.throttle.value.in_force().is_some() && on.smoothing.value.in_force().is_some());
    let off = limits(&format!(r#""throttle_retry_limit": 2, {smooth}"#));
    assert_eq!((off.throttle.value, off.smoothing.value), (Limited::Off, Limited::Off));
    let broken = limits(&format!(r#""rate": 50, "per": 1, {}"#, smooth.replace("\"step\": 5", "\"step\": 0")));
    assert_eq!(broken.smoothing.value, Limited::Off);
    let no_retries = limits(r#""rate": 50, "per": 1, "throttle_interval": 5, "throttle_retry_limit": -1"#);
    assert_eq!(no_retries.throttle.value, Limited::Off);
}

#[test]
fn a_quota_is_enforced_only_above_0_and_never_renews_without_a_period() {
    let quota = |members: &str| effect(&format!(r#"{members}, {TWO}"#)).counters[0].limits.quota.value;
    for members in [r#""quota_max": 0"#, r#""quota_max": -1"#, r#""quota_max": -7, "quota_renewal_rate": 60"#] {
        assert_eq!(quota(members), Limited::Off, "{members}");
    }
    for renewal in ["0", "-1"] {
        let members = format!(r#""quota_max": 5, "quota_renewal_rate": {renewal}"#);
        assert_eq!(quota(&members), Limited::By(Quota { requests: 5, seconds: None }));
    }
}

#[test]
fn several_policies_are_not_combined_yet_and_none_give_nothing() {
    let first = draft(&policy(TWO));
    let report = crate::given::report(&first);
    let checked = Checked { draft: &first, report: &report };
    let effect = effect::effect(&[checked, checked, checked], &Context::default());
    assert_eq!((effect.not_combined, effect.apis.len()), (2, 2));
    assert!(effect.words().contains("leaves out 2 other policies"), "{}", effect.words());
    let nothing = effect::effect(&[], &Context::default());
    assert_eq!((nothing.apis.len(), nothing.not_combined), (0, 0));
}
