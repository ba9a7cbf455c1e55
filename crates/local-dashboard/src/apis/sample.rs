//! The sample APIs: one of each kind that makes a difference to a policy, and two MCP proxies.

use super::api::{Api, Kind, Protection, date};
use crate::users::{SAMPLE_ORGANISATION, SECOND_ORGANISATION};

/// An API that each organisation has under an id of its own.
struct Sample {
    /// The `api_id` in the sample organisation and in the second one.
    api_ids: [&'static str; 2],
    name: &'static str,
    listen_path: &'static str,
    versions: &'static [&'static str],
    paths: &'static [&'static str],
    kind: Kind,
    protection: Protection,
}

/// All of them, in the order of the lists.
static SAMPLES: [Sample; 8] = [
    Sample {
        api_ids: ["7d3c1f0a52e94b6c8a1d0f9e6b4c2a01", "e18b64f7d2c94a05b37f9a6c0d5e3b11"],
        name: "Orders",
        listen_path: "/orders/",
        versions: &[],
        paths: &["/items", "/items/{id}"],
        kind: Kind::Classic,
        protection: Protection::Key,
    },
    Sample {
        api_ids: ["1b9e4d7f83a64c50b2e7c6d5a4f3e202", "40f7c2a9e6b34d18a5d0b8e37c9f6112"],
        name: "Payments",
        listen_path: "/payments/",
        versions: &["v1", "v2"],
        paths: &["/charges", "/refunds"],
        kind: Kind::Classic,
        protection: Protection::Key,
    },
    Sample {
        api_ids: ["c4a8e2b6d0f14937a5c3e1f708b6d403", "8c05e7d3b1f9426aa70e4c2d6f8b3913"],
        name: "Users",
        listen_path: "/users/",
        versions: &[],
        paths: &["/accounts", "/accounts/{id}/address"],
        kind: Kind::Oas,
        protection: Protection::Key,
    },
    Sample {
        api_ids: ["f05d9b3e71c84a26ae4f2c8b6d907e04", "25a9f6c8e0d74b3b96c1d7f4a8e05b14"],
        name: "Products graph",
        listen_path: "/products/graphql/",
        versions: &[],
        paths: &[],
        kind: Kind::GraphQl,
        protection: Protection::Key,
    },
    Sample {
        api_ids: ["92e6a0c4f8b34d17953b7d1f5e8a6c05", "b7d1f3e5a9c84206bd4a6e8c0f2d5715"],
        name: "Reports",
        listen_path: "/reports/{year:[0-9]+}/",
        versions: &[],
        paths: &[],
        kind: Kind::Classic,
        protection: Protection::Jwt,
    },
    Sample {
        api_ids: ["3a7f5c9d1e0b4826bd8c4e6a2f1d7b06", "6e2c8a4f0d9b4715a3f1b5d7c9e08a16"],
        name: "Service status",
        listen_path: "/status/",
        versions: &[],
        paths: &[],
        kind: Kind::Classic,
        protection: Protection::Keyless,
    },
    Sample {
        api_ids: ["d84b0e6a2c9f4573b1e7a5d3f90c6807", "19f5b7d3e1a04c8e92d6f0a4c8b27e17"],
        name: "Weather tools",
        listen_path: "/weather/mcp/",
        versions: &[],
        paths: &[],
        kind: Kind::Mcp,
        protection: Protection::Key,
    },
    Sample {
        api_ids: ["5fc3a1e97b0d46828e6c4a2f0b9d7508", "a3e9d5b1f7c04268bc0e8a6d4f2b9118"],
        name: "Ticket tools",
        listen_path: "/tickets/mcp/",
        versions: &[],
        paths: &[],
        kind: Kind::Mcp,
        protection: Protection::Key,
    },
];

/// The samples of both organisations.
pub fn apis() -> impl Iterator<Item = Api> {
    let numbered = SAMPLES.iter().zip(0_u64..);
    numbered.flat_map(|(sample, index)| {
        let organisations = [(0xe, SAMPLE_ORGANISATION), (0xf, SECOND_ORGANISATION)];
        let ids = sample.api_ids.into_iter().zip(organisations);
        ids.map(move |(api_id, (mark, organisation))| sample.api(api_id, mark, organisation, index))
    })
}

impl Sample {
    /// The one of an organisation. The first to be made is the last to be changed, so that the two orders differ.
    fn api(&self, api_id: &str, mark: u8, organisation: &'static str, index: u64) -> Api {
        Api {
            organisation,
            api_id: api_id.to_owned(),
            database_id: format!("65a0c0d{mark:x}{:016x}", index + 1),
            name: self.name.to_owned(),
            listen_path: self.listen_path.to_owned(),
            versions: self.versions,
            paths: self.paths,
            kind: self.kind,
            protection: self.protection,
            created_at: date(index),
            updated_at: date(60 - index),
        }
    }
}
