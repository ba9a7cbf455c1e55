//! An effect for programs: one JSON object.

use serde::Serialize;
use tyk_policy::check::{Finding, Path};
use tyk_policy::effect::{Limited, Refusing, Row, Scope, Sourced};
use tyk_policy::read::Found;

use super::Shape;

#[derive(Serialize)]
struct Policies<'a> {
    policies: Vec<Item<'a>>,
    /// What a key gets from all of them, which is not worked out yet.
    combined: Option<()>,
}

#[derive(Serialize)]
struct Item<'a> {
    file: &'a str,
    policy: String,
    words: String,
    refused: Vec<RefusedItem>,
    apis: Vec<ApiItem<'a>>,
    counters: Vec<CounterItem<'a>>,
    key: Vec<RowItem>,
    ignored: Vec<FindingItem>,
}

#[derive(Serialize)]
struct RefusedItem {
    what: &'static str,
    path: String,
    finding: Option<FindingItem>,
}

#[derive(Serialize)]
struct ApiItem<'a> {
    id: &'a str,
    name: &'a str,
    path: String,
    counter: usize,
    rows: Vec<RowItem>,
}

#[derive(Serialize)]
struct CounterItem<'a> {
    counts: &'static str,
    api: Option<&'a str>,
    apis: usize,
    rate: Option<RateItem>,
    throttle: Option<ThrottleItem>,
    smoothing: Option<SmoothingItem>,
    quota: Option<QuotaItem>,
    max_query_depth: Option<DepthItem>,
    rows: Vec<RowItem>,
}

#[derive(Serialize)]
struct RateItem {
    requests: f64,
    seconds: f64,
    from: String,
}

#[derive(Serialize)]
struct ThrottleItem {
    retries: i64,
    interval: f64,
    from: String,
}

#[derive(Serialize)]
struct SmoothingItem {
    threshold: i64,
    trigger: f64,
    step: i64,
    delay: i64,
    from: String,
}

#[derive(Serialize)]
struct QuotaItem {
    requests: i64,
    seconds: Option<i64>,
    from: String,
}

#[derive(Serialize)]
struct DepthItem {
    levels: i64,
    from: String,
}

/// A row of a table, as people see it.
#[derive(Serialize)]
pub struct RowItem {
    label: &'static str,
    value: String,
    from: String,
}

#[derive(Serialize)]
struct FindingItem {
    rule: &'static str,
    code: &'static str,
    path: String,
    message: String,
    help: &'static str,
}

/// The object, with a final newline.
pub fn written(shapes: &[Shape<'_>]) -> String {
    pretty(&Policies { policies: shapes.iter().map(item).collect(), combined: None })
}

/// Indented JSON with a final newline. What is serialised here has no map whose keys are not texts, and so cannot fail.
pub fn pretty(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

fn item<'a>(shape: &'a Shape<'a>) -> Item<'a> {
    let Shape { file, found, effect } = shape;
    let place = |path: &Path| place(found, path);
    Item {
        file,
        policy: found.path.to_string(),
        words: effect.words(),
        refused: effect
            .refused
            .iter()
            .map(|refused| RefusedItem {
                what: word(refused.what),
                path: place(&refused.at),
                finding: refused.finding.as_ref().map(|finding| finding_item(found, finding)),
            })
            .collect(),
        apis: effect
            .apis
            .iter()
            .map(|api| ApiItem {
                id: &api.right.api_id,
                name: &api.name,
                path: place(&api.at),
                counter: api.counter,
                rows: rows(found, api.rows()),
            })
            .collect(),
        counters: effect.counters.iter().map(|counter| counter_item(found, counter)).collect(),
        key: rows(found, effect.rows()),
        ignored: effect.ignored.iter().map(|finding| finding_item(found, finding)).collect(),
    }
}

fn counter_item<'a>(found: &Found, counter: &'a tyk_policy::effect::Counter) -> CounterItem<'a> {
    let limits = &counter.limits;
    let (counts, api) = match &counter.scope {
        Scope::Key => ("key", None),
        Scope::Policy => ("policy", None),
        Scope::Api(id) => ("api", Some(id.as_str())),
    };
    CounterItem {
        counts,
        api,
        apis: counter.apis,
        rate: in_force(&limits.rate, found).map(|(rate, from)| RateItem {
            requests: rate.requests,
            seconds: rate.seconds,
            from,
        }),
        throttle: in_force(&limits.throttle, found).map(|(throttle, from)| ThrottleItem {
            retries: throttle.retry_limit,
            interval: throttle.interval,
            from,
        }),
        smoothing: in_force(&limits.smoothing, found).map(|(smoothing, from)| SmoothingItem {
            threshold: smoothing.threshold,
            trigger: smoothing.trigger,
            step: smoothing.step,
            delay: smoothing.delay,
            from,
        }),
        quota: in_force(&limits.quota, found).map(|(quota, from)| QuotaItem {
            requests: quota.requests,
            seconds: quota.seconds,
            from,
        }),
        max_query_depth: in_force(&limits.depth, found).map(|(levels, from)| DepthItem { levels: *levels, from }),
        rows: rows(found, counter.rows()),
    }
}

fn in_force<'a, T>(limit: &'a Sourced<Limited<T>>, found: &Found) -> Option<(&'a T, String)> {
    Some((limit.value.in_force()?, place(found, &limit.from)))
}

/// Rows, with their places in the file.
pub fn rows(found: &Found, rows: Vec<Row>) -> Vec<RowItem> {
    let item = |row: Row| RowItem { label: row.label, value: row.value, from: place(found, &row.from) };
    rows.into_iter().map(item).collect()
}

fn place(found: &Found, path: &Path) -> String {
    found.in_text(path.clone()).to_string()
}

fn word(what: Refusing) -> &'static str {
    match what {
        Refusing::Body => "body",
        Refusing::EveryKey => "every-key",
        Refusing::KeyAlone => "key-alone",
    }
}

fn finding_item(found: &Found, finding: &Finding) -> FindingItem {
    FindingItem {
        rule: finding.code.rule(),
        code: finding.code.name(),
        path: place(found, &finding.path),
        message: finding.to_string(),
        help: finding.code.help(),
    }
}
