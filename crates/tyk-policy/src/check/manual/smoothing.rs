//! The manual of smoothing.

use super::Manual;

pub(super) static SMOOTHING_BROKEN: Manual = Manual::new(
    "Smoothing raises the limit step by step as traffic grows. It needs four numbers above 0; with one of them \
     missing the Gateway switches it off without a word, and the full rate counts from the first request on.",
    "policy-model.md 7b and 12.2 S1; tyk apidef/rate_limit_smoothing.go Err",
    policy!(
        r#""rate": 100, "per": 60,
  "smoothing": {
    "enabled": true,
    "threshold": 20, "trigger": 0.5, "step": 0, "delay": 30
  }"#
    ),
    policy!(
        r#""rate": 100, "per": 60,
  "smoothing": {
    "enabled": false,
    "threshold": 20, "trigger": 0.5, "step": 0, "delay": 30
  }"#
    ),
);

pub(super) static SMOOTHING_NEEDS_OPTION: Manual = Manual::new(
    "Whether a Gateway smooths at all is said in its own configuration, and by default it does not. It also needs the \
     limiter that counts in Redis. A policy cannot switch either on.",
    "policy-model.md 6.2, 7b and 12.2 S2; tyk gateway/session_manager.go",
    policy!(
        r#""rate": 100, "per": 60,
  "smoothing": {
    "enabled": true,
    "threshold": 20, "trigger": 0.5, "step": 10, "delay": 30
  }"#
    ),
    policy!(
        r#""rate": 100, "per": 60,
  "smoothing": {
    "enabled": false,
    "threshold": 20, "trigger": 0.5, "step": 10, "delay": 30
  }"#
    ),
);

pub(super) static SMOOTHING_ABOVE_RATE: Manual = Manual::new(
    "The allowance starts at the threshold and rises up to the rate. From a threshold at the rate it cannot rise, and \
     above it more requests pass at first than the rate allows.",
    "policy-model.md 7b.1 and 12.3 D5; the Dashboard's OpenAPI document",
    policy!(
        r#""rate": 100, "per": 60,
  "smoothing": {
    "enabled": true,
    "threshold": 100, "trigger": 0.5, "step": 10, "delay": 30
  }"#
    ),
    policy!(
        r#""rate": 100, "per": 60,
  "smoothing": {
    "enabled": true,
    "threshold": 90, "trigger": 0.5, "step": 10, "delay": 30
  }"#
    ),
);

pub(super) static SMOOTHING_TRIGGER_ODD: Manual = Manual::new(
    "The trigger says how near to the allowance the traffic must come before it rises, as a fraction of a step. Above \
     1 the allowance rises while more than a whole step is left, and the Dashboard's schema allows two decimals only.",
    "policy-model.md 7b and 12.3 D6; the Dashboard's OpenAPI document",
    policy!(
        r#""rate": 100, "per": 60,
  "smoothing": {
    "enabled": true,
    "threshold": 20, "trigger": 5, "step": 10, "delay": 30
  }"#
    ),
    policy!(
        r#""rate": 100, "per": 60,
  "smoothing": {
    "enabled": true,
    "threshold": 20, "trigger": 1, "step": 10, "delay": 30
  }"#
    ),
);

pub(super) static SMOOTHING_ONE_STEP: Manual = Manual::new(
    "Smoothing is meant to rise in several small steps. Here the first one is cut off at the rate, so the limit jumps \
     once from its start to its end.",
    "policy-model.md 7b.1 and 12.3 D8",
    policy!(
        r#""rate": 100, "per": 60,
  "smoothing": {
    "enabled": true,
    "threshold": 20, "trigger": 0.5, "step": 90, "delay": 30
  }"#
    ),
    policy!(
        r#""rate": 100, "per": 60,
  "smoothing": {
    "enabled": true,
    "threshold": 20, "trigger": 0.5, "step": 80, "delay": 30
  }"#
    ),
);
