//! An effect as rows of a table: a label, a value in words, and the field that it comes from.

use super::words::{few, limits as say};
use super::{ApiEffect, Counter, Effect, Limited, Limits, Scope, Sourced};
use crate::answer::ApiKind;
use crate::catalogue::{
    ALLOWED_TYPES, ALLOWED_URLS, DISABLE_INTROSPECTION, ENABLE_HTTP_SIGNATURE_VALIDATION, FIELD_ACCESS_RIGHTS,
    HMAC_ENABLED, JSON_RPC_METHODS_ACCESS_RIGHTS, KEY_EXPIRES_IN, MCP_ACCESS_RIGHTS, MCP_PROMPTS, MCP_RESOURCES,
    MCP_TOOLS, META_DATA, RESTRICTED_TYPES, STATE, TAGS, VERSIONS,
};
use crate::check::Path;
use crate::policy::TypeFields;

/// One line of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is about: "Rate limit".
    pub label: &'static str,
    /// What holds, in words: "100 requests in any second".
    pub value: String,
    /// The field that decides it.
    pub from: Path,
}

impl Row {
    fn new(label: &'static str, value: impl Into<String>, from: Path) -> Self {
        Self { label, value: value.into(), from }
    }
}

fn limit<T>(label: &'static str, limit: &Sourced<Limited<T>>, off: &str, say: impl Fn(&T) -> String) -> Row {
    let value = match &limit.value {
        Limited::By(value) => say(value),
        Limited::Off => off.to_owned(),
        Limited::LeftToOthers => "left to other policies of the key".to_owned(),
    };
    Row::new(label, value, limit.from.clone())
}

impl Counter {
    /// What is counted together, for a heading. An API is called by its name where the effect names it.
    #[must_use]
    pub fn title(&self, effect: &Effect) -> String {
        match &self.scope {
            Scope::Key if self.apis == 0 => "What it brings to other policies' APIs".to_owned(),
            Scope::Key => "All requests of the key together".to_owned(),
            Scope::Policy => "APIs without limits of their own, together".to_owned(),
            Scope::Api(id) => effect.api(id).map_or(id, |api| &api.name).clone(),
        }
    }

    /// Rate limit, throttling, smoothing, quota and depth, each with its field.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        let Limits { rate, throttle, smoothing, quota, depth } = &self.limits;
        vec![
            limit("Rate limit", rate, "none", say::rate),
            limit("Throttling", throttle, "off", say::throttle),
            limit("Smoothing", smoothing, "off", say::smoothing),
            limit("Quota", quota, "none", say::quota),
            limit("Query depth", depth, "not limited", |levels| say::depth(*levels)),
        ]
    }
}

impl ApiEffect {
    /// What may be called, and the limits of single endpoints and names, each with its field.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        let at = |name: &'static str| self.at.clone().name(name);
        let mut rows = Vec::new();
        self.push_paths(&mut rows);
        if let Some(value) = self.versions_in_words() {
            rows.push(Row::new("Versions", value, at(VERSIONS.name)));
        }
        let graphql = &self.right.graphql;
        for (label, types, name) in [
            ("Only these types", &graphql.allowed_types, ALLOWED_TYPES.name),
            ("Not these types", &graphql.restricted_types, RESTRICTED_TYPES.name),
        ] {
            if !types.is_empty() {
                rows.push(Row::new(label, type_fields(types), at(name)));
            }
        }
        if !graphql.field_access_rights.is_empty() {
            let names: Vec<_> = graphql.field_access_rights.iter().map(super::words::field_depth).collect();
            let names: Vec<_> = names.iter().map(String::as_str).collect();
            let others = if self.blocks_other_fields { "; all other root fields are refused" } else { "" };
            rows.push(Row::new("Depth of fields", few(&names) + others, at(FIELD_ACCESS_RIGHTS.name)));
        }
        if graphql.disable_introspection {
            rows.push(Row::new("Introspection", "refused", at(DISABLE_INTROSPECTION.name)));
        }
        self.push_lists(&mut rows);
        for small in self.small_limits() {
            let mut row = limit("Own limit", &small.rate, "no rate limit", say::rate);
            row.value = [small.name.as_str(), ": ", &row.value].concat();
            rows.push(row);
        }
        rows
    }

    fn push_paths(&self, rows: &mut Vec<Row>) {
        let at = self.at.clone().name(ALLOWED_URLS.name);
        if self.kind == Some(ApiKind::Keyless) {
            rows.push(Row::new("Paths", "this API asks for no key, so nothing of this counts for it", self.at.clone()));
        } else if self.right.allowed_urls.is_empty() {
            rows.push(Row::new("Paths", "every path and method", at));
        } else {
            for (index, allowed) in self.right.allowed_urls.iter().enumerate() {
                rows.push(Row::new("Path", super::words::allowed(allowed), at.clone().item(index)));
            }
        }
    }

    /// Which versions may be called; nothing where that is not known to matter.
    fn versions_in_words(&self) -> Option<String> {
        let versions = self.right.versions.as_deref().unwrap_or_default();
        match (self.is_versioned, versions) {
            (Some(false), _) | (None, []) => None,
            (Some(true), []) => Some("none is named, so every request is refused".to_owned()),
            (_, versions) => {
                let names: Vec<_> = versions.iter().map(String::as_str).collect();
                let doubt = if self.is_versioned.is_none() { ", if the API has versions" } else { "" };
                Some(few(&names) + doubt)
            }
        }
    }

    fn push_lists(&self, rows: &mut Vec<Row>) {
        let mcp = &self.right.mcp;
        let rights = self.at.clone().name(MCP_ACCESS_RIGHTS.name);
        for (label, lists, from) in [
            ("JSON-RPC methods", &mcp.method_lists, self.at.clone().name(JSON_RPC_METHODS_ACCESS_RIGHTS.name)),
            ("Tools", &mcp.rights.tools, rights.clone().name(MCP_TOOLS.name)),
            ("Resources", &mcp.rights.resources, rights.clone().name(MCP_RESOURCES.name)),
            ("Prompts", &mcp.rights.prompts, rights.name(MCP_PROMPTS.name)),
        ] {
            if let Some(value) = super::words::name_lists(lists) {
                rows.push(Row::new(label, value, from));
            }
        }
    }
}

fn type_fields(types: &[TypeFields]) -> String {
    let names: Vec<_> = types.iter().map(super::words::type_fields).collect();
    few(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

impl Effect {
    /// What holds for the key as a whole: how long it lives, its state, and what its requests need.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        let root = |name: &'static str| Path::root().name(name);
        let mut rows = vec![
            Row::new("Keys", super::words::life(&self.expiry), root(KEY_EXPIRES_IN.name)),
            Row::new("State", super::words::state(self), root(STATE.name)),
        ];
        for (is_on, name, value) in [
            (self.signatures.hmac, HMAC_ENABLED.name, "every request needs an HMAC signature"),
            (self.signatures.http, ENABLE_HTTP_SIGNATURE_VALIDATION.name, "every request needs an HTTP signature"),
        ] {
            if is_on {
                rows.push(Row::new("Signature", value, root(name)));
            }
        }
        if !self.tags.is_empty() {
            let tags: Vec<_> = self.tags.iter().map(String::as_str).collect();
            rows.push(Row::new("Tags", few(&tags), root(TAGS.name)));
        }
        if let Some(pattern) = &self.counter_name {
            let value = ["counters are kept by ", pattern, " in the place of the key"].concat();
            rows.push(Row::new("Counters", value, root(META_DATA.name).key("rate_limit_pattern")));
        }
        rows
    }
}
