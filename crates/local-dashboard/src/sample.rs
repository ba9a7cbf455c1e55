//! The six sample APIs: one of each kind that makes a difference to a policy.

use serde_json::{Value, json};

use crate::SAMPLE_ORGANISATION;

/// An API that the stand-in claims to have.
#[derive(Debug)]
pub struct SampleApi {
    /// The key in access rights.
    api_id: &'static str,
    /// The database id.
    database_id: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// Where a gateway would listen for it.
    listen_path: &'static str,
    /// Its versions; none if it is not versioned.
    versions: &'static [&'static str],
    /// Which kind of definition it has.
    kind: Kind,
    /// What it asks of its callers.
    protection: Protection,
}

#[derive(Debug, PartialEq, Eq)]
enum Kind {
    Classic,
    Oas,
    GraphQl,
}

#[derive(Debug, PartialEq, Eq)]
enum Protection {
    /// A key in the `Authorization` header.
    Key,
    /// A signed token (JWT).
    Jwt,
    /// Nothing: no policy has an effect on it.
    Keyless,
}

/// All of them, in the order of the list.
pub static SAMPLE_APIS: [SampleApi; 6] = [
    SampleApi {
        api_id: "7d3c1f0a52e94b6c8a1d0f9e6b4c2a01",
        database_id: "65a0c0de0000000000000001",
        name: "Orders",
        listen_path: "/orders/",
        versions: &[],
        kind: Kind::Classic,
        protection: Protection::Key,
    },
    SampleApi {
        api_id: "1b9e4d7f83a64c50b2e7c6d5a4f3e202",
        database_id: "65a0c0de0000000000000002",
        name: "Payments",
        listen_path: "/payments/",
        versions: &["v1", "v2"],
        kind: Kind::Classic,
        protection: Protection::Key,
    },
    SampleApi {
        api_id: "c4a8e2b6d0f14937a5c3e1f708b6d403",
        database_id: "65a0c0de0000000000000003",
        name: "Users",
        listen_path: "/users/",
        versions: &[],
        kind: Kind::Oas,
        protection: Protection::Key,
    },
    SampleApi {
        api_id: "f05d9b3e71c84a26ae4f2c8b6d907e04",
        database_id: "65a0c0de0000000000000004",
        name: "Products graph",
        listen_path: "/products/graphql/",
        versions: &[],
        kind: Kind::GraphQl,
        protection: Protection::Key,
    },
    SampleApi {
        api_id: "92e6a0c4f8b34d17953b7d1f5e8a6c05",
        database_id: "65a0c0de0000000000000005",
        name: "Reports",
        listen_path: "/reports/{year:[0-9]+}/",
        versions: &[],
        kind: Kind::Classic,
        protection: Protection::Jwt,
    },
    SampleApi {
        api_id: "3a7f5c9d1e0b4826bd8c4e6a2f1d7b06",
        database_id: "65a0c0de0000000000000006",
        name: "Service status",
        listen_path: "/status/",
        versions: &[],
        kind: Kind::Classic,
        protection: Protection::Keyless,
    },
];

impl SampleApi {
    /// The item of the list: the definition and what the Dashboard keeps beside it (dashboard-api.md section 4).
    pub fn item(&self) -> Value {
        json!({
            "api_definition": self.definition(),
            "created_at": "2026-01-05T09:00:00Z",
            "updated_at": "2026-01-05T09:00:00Z",
            "user_owners": [],
            "user_group_owners": [],
        })
    }

    fn definition(&self) -> Value {
        json!({
            "id": self.database_id,
            "api_id": self.api_id,
            "name": self.name,
            "org_id": SAMPLE_ORGANISATION,
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
        let version =
            |name: &str| (name.to_owned(), json!({ "name": name, "expires": "", "use_extended_paths": true }));
        json!({
            "not_versioned": self.versions.is_empty(),
            "default_version": self.versions.first().copied().unwrap_or_default(),
            "versions": names.iter().map(|name| version(name)).collect::<serde_json::Map<_, _>>(),
        })
    }
}
