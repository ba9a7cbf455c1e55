//! An API, and how it stands in the list.

use std::time::{Duration, UNIX_EPOCH};

use serde_json::{Value, json};

/// An API or an MCP proxy that the stand-in claims to have.
#[derive(Clone, Debug)]
pub struct Api {
    /// Whose it is.
    pub organisation: &'static str,
    /// The key in access rights.
    pub api_id: String,
    /// The database id.
    pub database_id: String,
    /// What people call it.
    pub name: String,
    /// Where a gateway would listen for it.
    pub listen_path: String,
    /// Its versions; none if it is not versioned.
    pub versions: &'static [&'static str],
    /// The paths that its definition names.
    pub paths: &'static [&'static str],
    /// Which kind of definition it has.
    pub kind: Kind,
    /// What it asks of its callers.
    pub protection: Protection,
    /// When it was made, as RFC 3339.
    pub created_at: String,
    /// When it was changed, as RFC 3339.
    pub updated_at: String,
}

/// What makes a difference to a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Classic,
    Oas,
    GraphQl,
    Mcp,
}

impl Kind {
    /// The word of the parameter `api_type`; MCP proxies have none.
    pub fn api_type(self) -> Option<&'static str> {
        match self {
            Self::Classic | Self::Oas => Some("rest"),
            Self::GraphQl => Some("graphql"),
            Self::Mcp => None,
        }
    }
}

/// What an API asks of its callers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protection {
    /// A key in the `Authorization` header.
    Key,
    /// A signed token (JWT).
    Jwt,
    /// Nothing: no policy has an effect on it.
    Keyless,
}

/// So many minutes after the first sample API was made.
pub fn date(minutes: u64) -> String {
    /// 2026-01-05T09:00:00Z.
    const FIRST: u64 = 1_767_603_600;
    humantime::format_rfc3339_seconds(UNIX_EPOCH + Duration::from_secs(FIRST + minutes * 60)).to_string()
}

impl Api {
    /// The item of the list: the definition and what the Dashboard keeps beside it.
    pub fn item(&self) -> Value {
        json!({
            "api_definition": self.definition(),
            "created_at": self.created_at,
            "updated_at": self.updated_at,
            "user_owners": [],
            "user_group_owners": [],
        })
    }

    /// An MCP proxy in its list: a Tyk OAS definition.
    pub fn oas_definition(&self) -> Value {
        json!({
            "openapi": "3.0.3",
            "info": { "title": self.name, "version": "1.0.0" },
            "paths": self.paths.iter().map(|path| ((*path).to_owned(), json!({}))).collect::<serde_json::Map<_, _>>(),
            "x-tyk-api-gateway": {
                "info": {
                    "dbId": self.database_id,
                    "id": self.api_id,
                    "orgId": self.organisation,
                    "name": self.name,
                    "state": { "active": true },
                },
                "server": { "listenPath": { "value": self.listen_path, "strip": true } },
                "upstream": { "url": "http://upstream.example/" },
            },
        })
    }

    fn definition(&self) -> Value {
        json!({
            "id": self.database_id,
            "api_id": self.api_id,
            "name": self.name,
            "org_id": self.organisation,
            "active": true,
            "is_oas": self.kind == Kind::Oas,
            "use_keyless": self.protection == Protection::Keyless,
            "use_standard_auth": self.protection == Protection::Key,
            "enable_jwt": self.protection == Protection::Jwt,
            "auth": { "auth_header_name": "Authorization" },
            "definition": { "location": "header", "key": "x-api-version" },
            "graphql": { "enabled": self.kind == Kind::GraphQl },
            "proxy": {
                "listen_path": self.listen_path,
                "strip_listen_path": true,
                "target_url": "http://upstream.example/",
            },
            "version_data": self.version_data(),
        })
    }

    /// An API without versions has one all the same, which is called "Default".
    fn version_data(&self) -> Value {
        let names: &[&str] = if self.versions.is_empty() { &["Default"] } else { self.versions };
        let rules: Vec<_> = self.paths.iter().map(|path| json!({ "path": path, "ignore_case": false })).collect();
        let extended = json!({ "white_list": rules });
        let version = |name: &str| {
            let rules = json!({ "name": name, "expires": "", "use_extended_paths": true, "extended_paths": extended });
            (name.to_owned(), rules)
        };
        json!({
            "not_versioned": self.versions.is_empty(),
            "default_version": self.versions.first().copied().unwrap_or_default(),
            "versions": names.iter().map(|name| version(name)).collect::<serde_json::Map<_, _>>(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sample_api_is_as_old_as_it_always_was() {
        assert_eq!([date(0), date(61)], ["2026-01-05T09:00:00Z", "2026-01-05T10:01:00Z"]);
    }
}
