//! What a policy will really do: what a key gets from it, in data and in words.
//!
//! | question | answer |
//! | --- | --- |
//! | What does a key on this policy get? | [`effect`] gives an [`Effect`]: its APIs, its counters, what is refused and ignored |
//! | In a table? | [`Effect::rows`], [`Counter::rows`], [`ApiEffect::rows`]: label, value in words, the field it comes from |
//! | In a paragraph for a ticket? | [`Effect::words`] |
//! | May this request pass? | [`path::test`], [`path::also_opens`], [`path::anchor`] |
//! | What becomes of this traffic? | [`traffic::Traffic`] and [`traffic::Counting`] into [`traffic::simulate`], a [`traffic::Timeline`] |
//! | What would the key hold? | [`key::preview`] |
//!
//! An effect is worked out of the *draft*, so that there is one as well while something else in it is still wrong: a value of
//! a wrong type counts as left out, and [`Effect::refused`] says that Tyk does not take the body yet. Nothing here finds
//! faults: what is refused and what is ignored are findings of [`check`](crate::check), sorted by what they do to a key.
//!
//! ```
//! use tyk_policy::context::Context;
//! use tyk_policy::draft::Entry;
//! use tyk_policy::{check, effect, template::Template};
//!
//! let mut draft = Template::ALL[0].draft();
//! draft.access.entries = vec![Entry::new("orders-id", "Orders")];
//! let context = Context::default();
//! let report = check::draft(&draft, &context);
//! let effect = effect::effect(&[effect::Checked { draft: &draft, report: &report }], &context);
//! assert_eq!(
//!     effect.words(),
//!     "Keys on this policy may call Orders. At most 100 requests in any second and 10,000 an hour, counted from the first \
//!      request; beyond that 429 and 403. Keys never expire."
//! );
//! assert_eq!(effect.counters[0].limits.rate.from.to_string(), "/rate");
//! ```

mod api;
pub mod key;
mod limits;
pub mod path;
mod refusal;
mod rows;
pub mod traffic;
mod words;

use std::collections::BTreeMap;

pub use api::{ApiEffect, Counter, Scope, SmallLimit};
pub use limits::{Limited, Limits, Quota, Rate, Sourced};
pub use refusal::{Refused, Refusing};
pub use rows::Row;

use crate::catalogue::{LIMIT, SectionName};
use crate::check::{Code, Finding, Path, Report, entry_path};
use crate::context::Context;
use crate::draft::{AccessRights, Decides, Draft, Entry, Shape};
use crate::policy::{self, AccessState, Expiry, Policy, Signatures};

/// A policy and what the check found in it.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    /// The policy.
    pub draft: &'a Draft,
    /// All that [`check::draft`](crate::check::draft) found.
    pub report: &'a Report,
}

/// What a key gets (policy-model.md section 5.1).
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// What the policy decides; the mix that Tyk refuses gives no APIs and no counters.
    pub decides: Decides,
    /// How many more policies were given. They are not combined with the first one yet: all of this is about that one.
    pub not_combined: usize,
    /// Why none of this comes true, or only on a key that has other policies, too; the gravest first.
    pub refused: Vec<Refused>,
    /// The APIs that a key may call, in the order of the policy.
    pub apis: Vec<ApiEffect>,
    /// How many APIs the policy names without granting them, because it does not decide access.
    pub not_granted: usize,
    /// What is counted, and how far. A policy that grants no API has the one that it brings to other policies' APIs.
    pub counters: Vec<Counter>,
    /// How long keys live; the field is `/key_expires_in`.
    pub expiry: Expiry,
    /// Which signatures requests need, as far as ordinary keys are asked for them (rule S16).
    pub signatures: Signatures,
    /// The access state.
    pub state: AccessState,
    /// The tags that requests of the key get in the analytics.
    pub tags: Vec<String>,
    /// The `rate_limit_pattern` of the meta data, whose value names the counters in the place of the key
    /// (policy-model.md section 10).
    pub counter_name: Option<String>,
    /// What Tyk ignores or skips, as the check reports it: rule and code, place, and the fix if there is one.
    pub ignored: Vec<Finding>,
}

/// What a key on these policies gets. Only the first is looked at; nothing gives an effect without APIs and limits.
#[must_use]
pub fn effect(policies: &[Checked<'_>], context: &Context) -> Effect {
    let none = (Draft::default(), Report::default());
    let first = policies.first().copied().unwrap_or(Checked { draft: &none.0, report: &none.1 });
    let spelt = in_its_letters(first);
    let draft = spelt.as_ref().unwrap_or(first.draft);
    let mut policy = policy::read(draft);
    let decides = Decides::read(draft.section(SectionName::Partitions));
    let is_partitioned = decides == Decides::Groups;
    let not_granted = if is_partitioned && !policy.partitions.acl { policy.access_rights.len() } else { 0 };
    let granted = api::grant(&mut policy, decides, places(&draft.access), context);
    let per_api = policy.partitions.per_api;
    Effect {
        decides,
        not_combined: policies.len().saturating_sub(1),
        refused: refusal::refused(&policy, first.report),
        not_granted,
        apis: granted.apis,
        counters: granted.counters,
        expiry: policy.expiry,
        signatures: Signatures { hmac: policy.signatures.hmac && !per_api, http: policy.signatures.http && !per_api },
        state: policy.access_state,
        counter_name: counter_name(&policy),
        tags: policy.tags,
        ignored: refusal::ignored(first.report),
    }
}

impl Effect {
    /// Whether no key can use the policy as it is.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.refused.iter().any(|refused| refused.what != Refusing::KeyAlone)
    }

    /// The API of this id, or of this name if no id is so.
    #[must_use]
    pub fn api(&self, id: &str) -> Option<&ApiEffect> {
        let by_id = self.apis.iter().find(|api| api.right.api_id == id);
        by_id.or_else(|| self.apis.iter().find(|api| api.name == id))
    }
}

/// The policy with its fields spelt as Tyk spells them, where they are not: Go takes them in any letters (policy-model.md
/// section 1).
fn in_its_letters(policy: Checked<'_>) -> Option<Draft> {
    let spelt = policy.report.iter().filter(|finding| finding.code == Code::FieldInOtherLetters);
    let edits: Vec<_> = spelt.filter_map(|finding| finding.fix.as_ref()).flat_map(|fix| fix.edits.clone()).collect();
    (!edits.is_empty()).then(|| policy.draft.edited(&edits))
}

fn counter_name(policy: &Policy) -> Option<String> {
    let (_, value) = policy.meta_data.iter().rev().find(|(name, _)| name == "rate_limit_pattern")?;
    value.as_text().filter(|text| !text.is_empty()).map(str::to_owned)
}

/// Where something stands, as far as it has fields with the names of limits.
pub(crate) enum Place<'a> {
    /// The root.
    Root,
    /// The `limit` of the entry at this place.
    Limit(&'a Path),
}

impl Place<'_> {
    fn field(&self, name: &'static str) -> Path {
        match self {
            Self::Root => Path::root().name(name),
            Self::Limit(entry) => (*entry).clone().name(LIMIT.name).name(name),
        }
    }
}

/// The place of each entry that counts; nothing for one that a later one of the same key overrides.
fn places(access: &AccessRights) -> Vec<Option<Path>> {
    let array = Path::root().name(access.field().name);
    let mut last: BTreeMap<&str, usize> = BTreeMap::new();
    if access.shape != Shape::Array {
        last.extend(access.entries.iter().enumerate().map(|(index, entry)| (entry.key.as_str(), index)));
    }
    let place = |(index, entry): (usize, &Entry)| match access.shape {
        Shape::Array => Some(array.clone().item(index)),
        _ if last.get(entry.key.as_str()) == Some(&index) => Some(entry_path(&entry.key)),
        _ => None,
    };
    access.entries.iter().enumerate().map(place).collect()
}
