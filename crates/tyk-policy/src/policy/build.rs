//! Draft to policy. Fails only where the check reported an error; a test holds that.

use super::{AccessRight, AllowedUrl, Limit, Policy};
use crate::catalogue::{
    ALLOWED_URLS, API_NAME, Field, ID, KEY_EXPIRES_IN, METHODS, NAME, PER, QUOTA_MAX, QUOTA_RENEWAL_RATE, RATE,
    SectionName, TAGS, URL, VERSIONS,
};
use crate::check::{self, Report};
use crate::context::Context;
use crate::draft::{Draft, Entry, Json, Object, State};

/// The policy that a draft describes.
///
/// # Errors
/// The report, where it holds an error.
pub fn build(draft: &Draft) -> Result<Policy, Report> {
    let report = check::draft(draft, &Context::default());
    if !report.is_ready() {
        return Err(report);
    }
    let number = |field: &Field| draft.get(field).and_then(Json::as_number).unwrap_or(0.0);
    let integer = |field: &Field| draft.get(field).and_then(Json::as_integer).unwrap_or(0);
    Ok(Policy {
        name: text(draft.get(&NAME)),
        id: Some(text(draft.get(&ID))).filter(|id| !id.is_empty()),
        state: State::read(draft.section(SectionName::Basics)),
        access_rights: draft.access.entries.iter().map(access_right).collect(),
        rate: limit(number(&RATE), number(&PER)),
        quota: limit(integer(&QUOTA_MAX), integer(&QUOTA_RENEWAL_RATE).max(0)),
        key_expires_in: Some(integer(&KEY_EXPIRES_IN)).filter(|seconds| *seconds > 0),
        tags: texts(draft.get(&TAGS)),
    })
}

fn limit<N: PartialOrd + Default>(requests: N, seconds: N) -> Limit<N> {
    if requests > N::default() { Limit::Requests { requests, seconds } } else { Limit::Unlimited }
}

fn access_right(entry: &Entry) -> AccessRight {
    AccessRight {
        api_id: entry.key.clone(),
        api_name: text(entry.get(&API_NAME)),
        versions: texts(entry.get(&VERSIONS)),
        allowed_urls: list(entry.get(&ALLOWED_URLS)).iter().filter_map(Json::as_object).map(allowed_url).collect(),
    }
}

fn allowed_url(item: &Object) -> AllowedUrl {
    AllowedUrl { url: text(item.get(URL.name)), methods: texts(item.get(METHODS.name)) }
}

fn text(value: Option<&Json>) -> String {
    value.and_then(Json::as_text).unwrap_or_default().to_owned()
}

fn texts(value: Option<&Json>) -> Vec<String> {
    list(value).iter().map(|item| text(Some(item))).collect()
}

fn list(value: Option<&Json>) -> &[Json] {
    value.and_then(Json::as_list).unwrap_or_default()
}
