//! The limits of all counters in sentences: APIs with equal limits are named together.

use super::limits::{rate, sentences};
use super::numbers::{counted, few, list};
use crate::effect::{ApiEffect, Counter, Effect, Limits, Scope};
use crate::number::grouped;

/// So many groups of APIs get sentences of their own.
const FEW_GROUPS: usize = 4;
/// So many small limits are written out.
const FEW_LIMITS: usize = 3;

/// APIs that have equal limits and do not share them.
struct Group<'a> {
    limits: &'a Limits,
    scope: &'a Scope,
    names: Vec<&'a str>,
}

/// Says them.
pub fn say(effect: &Effect, says: &mut Vec<String>) {
    let (groups, more) = groups(effect);
    let is_alone = groups.len() == 1 && more == 0;
    for group in &groups {
        says.extend(sentences(group.limits, &who(group, is_alone)));
    }
    if more > 0 {
        says.push(counted(more as u64, "more API has limits of its own", "more APIs have limits of their own"));
    }
    say_small(effect, says);
}

/// The first few groups, the shared counter before the others, and how many APIs are in none of them.
fn groups(effect: &Effect) -> (Vec<Group<'_>>, usize) {
    let mut names: Vec<Vec<&str>> = effect.counters.iter().map(|_| Vec::new()).collect();
    for api in &effect.apis {
        if let Some(names) = names.get_mut(api.counter) {
            names.push(&api.name);
        }
    }
    let (mut groups, mut more): (Vec<Group<'_>>, usize) = (Vec::new(), 0);
    let is_own = |scope: &Scope| matches!(scope, Scope::Api(_));
    let shared = effect.counters.iter().position(|counter| !is_own(&counter.scope));
    let places = shared.into_iter().chain((0..names.len()).filter(|place| Some(*place) != shared));
    for place in places {
        let Some(Counter { scope, limits, .. }) = effect.counters.get(place) else { continue };
        let names = names.get_mut(place).map(std::mem::take).unwrap_or_default();
        let is_same = |group: &Group<'_>| is_own(scope) && is_own(group.scope) && group.limits.is_same(limits);
        let same = groups.iter().position(is_same).unwrap_or(groups.len());
        let is_full = groups.len() == FEW_GROUPS;
        match groups.get_mut(same) {
            Some(group) => group.names.extend(names),
            None if is_full => more += names.len(),
            None => groups.push(Group { limits, scope, names }),
        }
    }
    (groups, more)
}

/// Whom the limits are for, as the start of a sentence; nothing where that is plain.
fn who(group: &Group<'_>, is_alone: bool) -> String {
    let names = few(&group.names);
    let counts = group.limits.rate.value.in_force().is_some() || group.limits.quota.value.in_force().is_some();
    match group.scope {
        Scope::Key | Scope::Policy if is_alone && !counts => String::new(),
        Scope::Key | Scope::Policy if group.names.len() <= 1 && is_alone => String::new(),
        Scope::Key => "Together".to_owned(),
        Scope::Policy if is_alone => "Together".to_owned(),
        Scope::Policy if group.names.len() == 1 => [&names, ":"].concat(),
        Scope::Policy => [&names, " together:"].concat(),
        Scope::Api(_) if is_alone && group.names.len() == 1 => String::new(),
        Scope::Api(_) if is_alone => "Each API:".to_owned(),
        Scope::Api(_) if group.names.len() == 1 => [&names, ":"].concat(),
        Scope::Api(_) => [&names, " each:"].concat(),
    }
}

/// Limits of endpoints, methods, tools, resources and prompts.
fn say_small(effect: &Effect, says: &mut Vec<String>) {
    let with = |api: &&ApiEffect| {
        let right = &api.right;
        !right.endpoints.is_empty() || !right.mcp.methods.is_empty() || !right.mcp.primitives.is_empty()
    };
    let mut left = FEW_LIMITS;
    let (mut shown, mut more) = (Vec::new(), 0);
    for api in effect.apis.iter().filter(with) {
        let limits = api.small_limits();
        let now = limits.len().min(left);
        left -= now;
        more += limits.len() - now;
        let items: Vec<_> = limits
            .iter()
            .take(now)
            .map(|small| match small.rate.value.in_force() {
                Some(limit) => [small.name.as_str(), " at most ", &rate(limit)].concat(),
                None => [small.name.as_str(), " without a rate limit"].concat(),
            })
            .collect();
        if !items.is_empty() {
            shown.push([api.name.as_str(), " has limits of its own for ", &list(&items)].concat());
        }
    }
    says.extend(shown);
    if more > 0 {
        let what = if more == 1 {
            " more endpoint or name has a limit of its own"
        } else {
            " more endpoints or names have limits of their own"
        };
        says.push(grouped(more as u64) + what);
    }
}
