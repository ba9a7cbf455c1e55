//! The APIs and MCP proxies of a dashboard's lists (dashboard-api.md section 4).

use super::{Answer, Call, Failure, object, pages};
use crate::catalogue::VERSIONS;
use crate::draft::{Entry, Json, Object};

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
    /// Whether the gateway serves it; true where the list does not say.
    pub is_active: bool,
    /// The organisation that it belongs to; empty where the list does not say.
    pub organisation: String,
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

/// One page of a dashboard's APIs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiPage {
    /// The APIs on it.
    pub apis: Vec<KnownApi>,
    /// How many pages there are; 0 if all are on this one.
    pub pages: u32,
}

/// The APIs in the answer to `GET /api/apis`.
///
/// # Errors
/// Why the answer is no list of APIs.
pub fn apis(answer: &Answer) -> Result<ApiPage, Failure> {
    page(Call::ListApis, answer, &["apis"], known_api)
}

/// The MCP proxies in the answer to `GET /api/mcps`: a list of Tyk OAS definitions under `mcps`. The form of the list of APIs
/// is taken, too.
///
/// # Errors
/// Why the answer is no list of MCP proxies.
pub fn mcps(answer: &Answer) -> Result<ApiPage, Failure> {
    let known_mcp = |item: &Json| {
        let known = known_oas(item).or_else(|| known_api(item))?;
        Some(KnownApi { kind: ApiKind::Mcp, ..known })
    };
    page(Call::ListMcps, answer, &["mcps", "apis"], known_mcp)
}

fn page(
    call: Call,
    answer: &Answer,
    names: &[&str],
    known: impl Fn(&Json) -> Option<KnownApi>,
) -> Result<ApiPage, Failure> {
    let object = object(call, answer)?;
    let list = names.iter().find_map(|name| object.get(name)).ok_or_else(|| Failure::of(call, answer))?;
    // Go's empty list is null.
    let apis = list.as_list().unwrap_or_default().iter().filter_map(known).collect();
    Ok(ApiPage { apis, pages: pages(&object, "pages") })
}

/// What stands inside a value under these names, one in the other.
fn at<'a>(value: &'a Json, names: &[&str]) -> Option<&'a Json> {
    names.iter().try_fold(value, |value, name| value.as_object()?.get(name))
}

fn text(value: &Json, names: &[&str]) -> String {
    at(value, names).and_then(Json::as_text).unwrap_or_default().to_owned()
}

fn flag(value: &Json, names: &[&str]) -> Option<bool> {
    at(value, names).and_then(Json::as_bool)
}

/// The `api_id` of a definition in either form.
pub(crate) fn definition_id(item: &Json) -> Option<&str> {
    let forms: [&[&str]; 2] = [&["api_definition", "api_id"], &["x-tyk-api-gateway", "info", "id"]];
    forms.into_iter().find_map(|names| at(item, names)?.as_text())
}

/// A Classic definition, or an OAS one in that form.
fn known_api(item: &Json) -> Option<KnownApi> {
    let definition = at(item, &["api_definition"])?;
    let is = |names: &[&str]| flag(definition, names) == Some(true);
    let kind = if is(&["use_keyless"]) {
        ApiKind::Keyless
    } else if is(&["graphql", "enabled"]) {
        ApiKind::GraphQl
    } else if is(&["is_oas"]) {
        ApiKind::Oas
    } else {
        ApiKind::Classic
    };
    Some(KnownApi {
        id: definition_id(item)?.to_owned(),
        name: text(definition, &["name"]),
        listen_path: text(definition, &["proxy", "listen_path"]),
        versions: at(definition, &["version_data"]).and_then(Json::as_object).map(versions).unwrap_or_default(),
        kind,
        is_active: flag(definition, &["active"]) != Some(false),
        organisation: text(definition, &["org_id"]),
    })
}

/// A Tyk OAS definition.
fn known_oas(item: &Json) -> Option<KnownApi> {
    let tyk = at(item, &["x-tyk-api-gateway"])?;
    Some(KnownApi {
        id: definition_id(item)?.to_owned(),
        name: text(tyk, &["info", "name"]),
        listen_path: text(tyk, &["server", "listenPath", "value"]),
        versions: Vec::new(),
        kind: ApiKind::Oas,
        is_active: flag(tyk, &["info", "state", "active"]) != Some(false),
        organisation: text(tyk, &["info", "orgId"]),
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
    fn an_api_is_read_with_its_versions_and_kind() {
        let body = r#"{"apis":[
            {"api_definition":{"api_id":"a1","name":"Orders","proxy":{"listen_path":"/orders/"},
             "version_data":{"not_versioned":false,"versions":{"v1":{},"v2":{}}}}},
            {"api_definition":{"api_id":"a2","name":"Graph","graphql":{"enabled":true},"version_data":{"not_versioned":true}}},
            {"created_at":"an entry without a definition is left out"}],"pages":1}"#;
        let ApiPage { apis, pages } = apis(&Answer { status: 200, body: body.to_owned() }).unwrap();
        assert_eq!(pages, 1);
        let short: Vec<_> = apis.iter().map(|api| (api.id.as_str(), api.versions.len(), api.kind)).collect();
        assert_eq!(short, [("a1", 2, ApiKind::Classic), ("a2", 0, ApiKind::GraphQl)]);
        let versions: Vec<_> = apis.iter().map(|api| api.entry().get(&VERSIONS).cloned()).collect();
        assert_eq!(versions, [Some(Json::strings(&["v1"])), Some(Json::strings(&["Default"]))]);
    }
    #[test]
    fn an_api_that_is_switched_off_says_so_and_whose_it_is() {
        let body = r#"{"apis":[{"api_definition":{"api_id":"a","active":false,"org_id":"o"}},{"api_definition":{"api_id":"b"}}]}"#;
        let apis = apis(&Answer { status: 200, body: body.to_owned() }).unwrap().apis;
        let short: Vec<_> = apis.iter().map(|api| (api.is_active, api.organisation.as_str())).collect();
        assert_eq!(short, [(false, "o"), (true, "")]);
    }

    #[test]
    fn mcp_proxies_are_read_from_their_own_form_and_from_that_of_apis() {
        let body = r#"{"mcps":[{"openapi":"3.0.3","info":{"title":"x"},"x-tyk-api-gateway":{
            "info":{"id":"weather","name":"Weather","orgId":"o","state":{"active":true}},
            "server":{"listenPath":{"value":"/weather/","strip":true}}}},{"openapi":"3.0.3"}],"pages":2}"#;
        let page = mcps(&Answer { status: 200, body: body.to_owned() }).unwrap();
        let weather = KnownApi {
            id: "weather".to_owned(),
            name: "Weather".to_owned(),
            listen_path: "/weather/".to_owned(),
            versions: Vec::new(),
            kind: ApiKind::Mcp,
            is_active: true,
            organisation: "o".to_owned(),
        };
        assert_eq!(page, ApiPage { apis: vec![weather], pages: 2 });
        let classic = r#"{"apis":[{"api_definition":{"api_id":"a1"}}],"pages":1}"#;
        let page = mcps(&Answer { status: 200, body: classic.to_owned() }).unwrap();
        assert_eq!(page.apis.first().map(|api| api.kind), Some(ApiKind::Mcp));
    }

    #[test]
    fn no_apis_are_null_or_an_empty_list_and_anything_else_is_no_list() {
        let count = |body: &str| apis(&Answer { status: 200, body: body.to_owned() }).ok().map(|page| page.apis.len());
        assert_eq!(count(r#"{"apis":null,"pages":0}"#), Some(0));
        assert_eq!(count(r#"{"apis":[]}"#), Some(0));
        assert_eq!(count(r#"{"Data":[]}"#), None);
        assert_eq!(count("[]"), None);
    }
}
