//! The APIs of a dashboard's list (dashboard-api.md section 4).

use std::fmt;

use super::{Answer, Failure, NoAnswer};
use crate::catalogue::VERSIONS;
use crate::draft::{Entry, Json, Object};
use crate::read;

/// An API that the dashboard has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownApi {
    /// Its `api_id`, the key in the access rights.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where the gateway listens for it.
    pub listen_path: String,
    /// Its versions; empty if it is not versioned.
    pub versions: Vec<String>,
    /// What kind of API.
    pub kind: ApiKind,
}

impl KnownApi {
    /// The entry that lets keys call this API: of a versioned one its first version, which "Default" would not name
    /// (policy-model.md section 4.2).
    #[must_use]
    pub fn entry(&self) -> Entry {
        let mut entry = Entry::new(&self.id, &self.name);
        if let Some(first) = self.versions.first() {
            entry.set(&VERSIONS, Json::strings(&[first]));
        }
        entry
    }
}

/// The kinds of API that the list tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApiKind {
    /// A Tyk Classic HTTP API.
    Classic,
    /// A Tyk OAS API.
    Oas,
    /// An API with GraphQL.
    GraphQl,
    /// An MCP proxy.
    Mcp,
    /// An API that asks for no key: a policy has no effect on it.
    Keyless,
}

impl ApiKind {
    /// What the page calls it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Classic => "Classic",
            Self::Oas => "OAS",
            Self::GraphQl => "GraphQL",
            Self::Mcp => "MCP",
            Self::Keyless => "keyless",
        }
    }
}

/// Why there is no list of APIs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListFailure(pub Failure);

impl ListFailure {
    /// What to do about it.
    #[must_use]
    pub fn way_out(&self) -> &'static str {
        match self.0 {
            Failure::NotPermitted | Failure::Malformed => {
                "Give the key's user read access to APIs, or add the API by its id."
            }
            Failure::NoAnswer(NoAnswer::Unreachable | NoAnswer::Redirected)
            | Failure::NotAuthorised
            | Failure::WrongAddress
            | Failure::NotTheDashboard
            | Failure::OtherStatus(_) => self.0.way_out(),
            _ => "Ask again, or add the API by its id.",
        }
    }
}

/// The sentence: what happened.
impl fmt::Display for ListFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Failure::NotPermitted | Failure::Malformed => f.write_str("The key's user may not list APIs (403)."),
            Failure::WrongAddress => f.write_str("There is no list of APIs at this address (404 or 405)."),
            Failure::ServerFailed(status) => write!(f, "The dashboard failed while it listed its APIs ({status})."),
            Failure::NameInUse | Failure::Refused | Failure::TooLarge | Failure::StatusNotOk => {
                f.write_str("The dashboard did not list its APIs.")
            }
            _ => self.0.fmt(f),
        }
    }
}

/// The APIs in the answer to `GET /api/apis`.
///
/// # Errors
/// Why the answer is no list of APIs.
pub fn apis(answer: &Answer) -> Result<Vec<KnownApi>, ListFailure> {
    if answer.status != 200 {
        return Err(ListFailure(Failure::of(answer)));
    }
    let Ok(Json::Object(object)) = read::json(&answer.body) else { return Err(ListFailure(Failure::of(answer))) };
    let Some(list) = object.get("apis") else { return Err(ListFailure(Failure::of(answer))) };
    Ok(list.as_list().unwrap_or_default().iter().filter_map(known_api).collect())
}

fn known_api(item: &Json) -> Option<KnownApi> {
    let definition = item.as_object()?.get("api_definition")?.as_object()?;
    let text = |object: &Object, name: &str| object.get(name).and_then(Json::as_text).unwrap_or_default().to_owned();
    let object = |name: &str| definition.get(name).and_then(Json::as_object);
    let flag = |name: &str| definition.get(name).and_then(Json::as_bool).unwrap_or(false);
    let kind = if flag("use_keyless") {
        ApiKind::Keyless
    } else if object("graphql").and_then(|graphql| graphql.get("enabled")).and_then(Json::as_bool) == Some(true) {
        ApiKind::GraphQl
    } else if flag("is_oas") {
        ApiKind::Oas
    } else {
        ApiKind::Classic
    };
    Some(KnownApi {
        id: definition.get("api_id")?.as_text()?.to_owned(),
        name: text(definition, "name"),
        listen_path: object("proxy").map(|proxy| text(proxy, "listen_path")).unwrap_or_default(),
        versions: object("version_data").map(versions).unwrap_or_default(),
        kind,
    })
}

fn versions(data: &Object) -> Vec<String> {
    if data.get("not_versioned").and_then(Json::as_bool) == Some(true) {
        return Vec::new();
    }
    let versions = data.get("versions").and_then(Json::as_object);
    versions.map(|versions| versions.iter().map(|(name, _)| name.to_owned()).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_list_speaks_of_the_list_and_not_of_storing() {
        for status in [400, 403, 404, 413, 500] {
            let failure = apis(&Answer { status, body: String::new() }).unwrap_err();
            let says = format!("{failure} {}", failure.way_out());
            assert!(!says.contains("polic") && !says.contains("stored"), "{says}");
        }
    }

    #[test]
    fn an_api_is_read_with_its_versions_and_kind() {
        let body = r#"{"apis":[
            {"api_definition":{"api_id":"a1","name":"Orders","proxy":{"listen_path":"/orders/"},
             "version_data":{"not_versioned":false,"versions":{"v1":{},"v2":{}}}}},
            {"api_definition":{"api_id":"a2","name":"Graph","graphql":{"enabled":true},"version_data":{"not_versioned":true}}},
            {"created_at":"an entry without a definition is left out"}],"pages":1}"#;
        let apis = apis(&Answer { status: 200, body: body.to_owned() }).unwrap();
        let short: Vec<_> = apis.iter().map(|api| (api.id.as_str(), api.versions.len(), api.kind)).collect();
        assert_eq!(short, [("a1", 2, ApiKind::Classic), ("a2", 0, ApiKind::GraphQl)]);
        let versions: Vec<_> = apis.iter().map(|api| api.entry().get(&VERSIONS).cloned()).collect();
        assert_eq!(versions, [Some(Json::strings(&["v1"])), Some(Json::strings(&["Default"]))]);
    }
}
