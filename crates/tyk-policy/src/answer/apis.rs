//! The APIs and MCP proxies of a dashboard's lists (dashboard-api.md section 4).

use super::{Answer, Call, Failure, object, pages};
use crate::catalogue::{ALLOWED_TYPES, Field, FieldGroup, LIMIT, MCP_ACCESS_RIGHTS, VERSIONS};
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
    /// The paths that its definition names, as it writes them: `/orders/{id}`.
    pub paths: Vec<String>,
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

/// The pattern of an allowed path that means a path of a definition and nothing else. A parameter such as `{id}` stands for
/// one part of the path.
#[must_use]
pub fn path_pattern(path: &str) -> String {
    let mut pattern = String::from("^");
    let mut rest = path;
    while let Some(next) = rest.chars().next() {
        let is_parameter = |end: &usize| next == '{' && !rest.get(..*end).is_some_and(|inside| inside.contains('/'));
        if let Some(end) = rest.find('}').filter(is_parameter) {
            pattern.push_str("[^/]+");
            rest = rest.get(end + 1..).unwrap_or_default();
        } else {
            if r"\.+*?()|[]{}^$".contains(next) {
                pattern.push('\\');
            }
            pattern.push(next);
            rest = rest.get(next.len_utf8()..).unwrap_or_default();
        }
    }
    pattern.push('$');
    pattern
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

    /// Whether fields of an access entry mean anything for an API of this kind (policy-model.md sections 10b, 10c).
    #[must_use]
    pub fn takes(self, group: &FieldGroup) -> bool {
        let holds = |field: &Field| group.fields.iter().any(|each| each.name == field.name);
        match self {
            Self::Mcp => holds(&LIMIT) || holds(&MCP_ACCESS_RIGHTS),
            Self::GraphQl => !holds(&MCP_ACCESS_RIGHTS),
            Self::Classic | Self::Oas | Self::Keyless => !holds(&MCP_ACCESS_RIGHTS) && !holds(&ALLOWED_TYPES),
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
        paths: classic_paths(definition),
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
        paths: sorted(members(item, &["paths"]).map(|(path, _)| path)),
        kind: ApiKind::Oas,
        is_active: flag(tyk, &["info", "state", "active"]) != Some(false),
        organisation: text(tyk, &["info", "orgId"]),
    })
}

/// The members of an object inside a value.
fn members<'a>(value: &'a Json, names: &[&str]) -> impl Iterator<Item = (&'a str, &'a Json)> {
    at(value, names).and_then(Json::as_object).into_iter().flat_map(Object::iter)
}

/// The paths that the versions of a Classic definition have rules for.
fn classic_paths(definition: &Json) -> Vec<String> {
    let versions = members(definition, &["version_data", "versions"]);
    let lists = versions.flat_map(|(_, version)| members(version, &["extended_paths"]));
    let rules = lists.flat_map(|(_, list)| list.as_list().unwrap_or_default());
    sorted(rules.filter_map(|rule| at(rule, &["path"])?.as_text()))
}

/// Each path once, in order.
fn sorted<'a>(paths: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for path in paths.filter(|path| !path.is_empty()) {
        if let Err(at) = found.binary_search_by(|each| each.as_str().cmp(path)) {
            found.insert(at, path.to_owned());
        }
    }
    found
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
    use crate::catalogue::ENTRY_GROUPS;

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
    fn the_paths_of_a_classic_definition_are_those_of_its_rules_each_once() {
        let body = r#"{"apis":[{"api_definition":{"api_id":"a","version_data":{"versions":{
            "v1":{"extended_paths":{"white_list":[{"path":"/b"},{"path":"/a"},{"method":"GET"}],"cache":["/text"]}},
            "v2":{"extended_paths":{"ignored":[{"path":"/b"}],"none":null}},"v3":{}}}}}]}"#;
        let apis = apis(&Answer { status: 200, body: body.to_owned() }).unwrap().apis;
        assert_eq!(apis.first().map(|api| api.paths.clone()), Some(vec!["/a".to_owned(), "/b".to_owned()]));
    }

    #[test]
    fn the_pattern_of_a_path_means_that_path_and_one_part_for_a_parameter() {
        assert_eq!(path_pattern("/orders/{id}/items"), "^/orders/[^/]+/items$");
        assert_eq!(path_pattern("/a.b"), r"^/a\.b$");
        assert_eq!(path_pattern("/é{x"), r"^/é\{x$");
    }

    #[test]
    fn an_api_is_offered_the_groups_that_mean_something_for_it() {
        let taken = |kind: ApiKind| -> Vec<_> {
            ENTRY_GROUPS.iter().filter(|group| kind.takes(group)).map(|group| group.heading).collect()
        };
        assert_eq!(taken(ApiKind::Mcp), ["Own limits", "MCP"]);
        assert_eq!(taken(ApiKind::GraphQl), ["Own limits", "GraphQL", "Endpoint limits"]);
        assert_eq!(taken(ApiKind::Oas), ["Own limits", "Endpoint limits"]);
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
        let body = r#"{"mcps":[{"openapi":"3.0.3","info":{"title":"x"},"paths":{"/forecast":{}},"x-tyk-api-gateway":{
            "info":{"id":"weather","name":"Weather","orgId":"o","state":{"active":true}},
            "server":{"listenPath":{"value":"/weather/","strip":true}}}},{"openapi":"3.0.3"}],"pages":2}"#;
        let page = mcps(&Answer { status: 200, body: body.to_owned() }).unwrap();
        let weather = KnownApi {
            id: "weather".to_owned(),
            name: "Weather".to_owned(),
            listen_path: "/weather/".to_owned(),
            versions: Vec::new(),
            paths: vec!["/forecast".to_owned()],
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
