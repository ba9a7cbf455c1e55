use tyk_policy::answer::{Answer, ApiKind, KnownApi, apis, mcps};

use local_dashboard::LocalDashboard;

use crate::caller::Caller;

async fn listed(query: &str) -> Vec<KnownApi> {
    let answer = Caller::of_an_empty_dashboard().get(&format!("/api/apis{query}")).await;
    apis(&Answer { status: answer.status.as_u16(), body: answer.body }).unwrap().apis
}

async fn names(query: &str) -> Vec<String> {
    listed(query).await.into_iter().map(|api| api.name).collect()
}

#[tokio::test]
async fn the_sample_apis_are_of_every_kind_that_matters_to_a_policy() {
    let apis = listed("").await;
    let kinds: Vec<_> = apis.iter().map(|api| (api.name.as_str(), api.kind, api.versions.len())).collect();
    assert_eq!(
        kinds,
        [
            ("Orders", ApiKind::Classic, 0),
            ("Payments", ApiKind::Classic, 2),
            ("Users", ApiKind::Oas, 0),
            ("Products graph", ApiKind::GraphQl, 0),
            ("Reports", ApiKind::Classic, 0),
            ("Service status", ApiKind::Keyless, 0),
        ]
    );
}

#[tokio::test]
async fn every_sample_api_has_an_id_of_its_own_of_32_hex_digits() {
    let mut ids: Vec<_> = listed("").await.into_iter().map(|api| api.id).collect();
    assert!(ids.iter().all(|id| id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit())));
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 6);
}

#[tokio::test]
async fn apis_are_found_by_a_part_of_their_name_and_listed_in_pages() {
    assert_eq!(names("?q=PAY").await, ["Payments"]);
    assert_eq!(names("?q=nothing").await, Vec::<String>::new());
    assert_eq!(names("?p=-1").await.len(), 6);
    assert_eq!(names("?p=2").await, Vec::<String>::new());
}

#[tokio::test]
async fn the_list_of_apis_has_lower_case_names_unlike_that_of_policies() {
    let list = Caller::of_an_empty_dashboard().get("/api/apis").await.json();
    assert_eq!(list["pages"], 1);
    assert_eq!(list["apis"][4]["api_definition"]["enable_jwt"], true);
    assert_eq!(list["apis"][1]["api_definition"]["version_data"]["default_version"], "v1");
}

#[tokio::test]
async fn apis_are_sorted_both_ways_and_an_unknown_word_leaves_the_order_of_creation() {
    let by_name = ["Orders", "Payments", "Products graph", "Reports", "Service status", "Users"];
    assert_eq!(names("?sort=name").await, by_name);
    assert!(names("?sort=-name").await.iter().eq(by_name.iter().rev()));
    let by_creation = names("").await;
    assert_eq!(names("?sort=created_at").await, by_creation);
    assert_eq!(names("?sort=colour").await, by_creation);
    assert_eq!(names("?sort=-updated_at").await, by_creation, "the first one made is the last one changed");
    for word in ["-created_at", "updated_at"] {
        assert!(names(&format!("?sort={word}")).await.iter().eq(by_creation.iter().rev()), "{word}");
    }
}

#[tokio::test]
async fn apis_are_found_by_their_type() {
    assert_eq!(names("?api_type=graphql").await, ["Products graph"]);
    assert_eq!(names("?api_type=rest").await.len(), 5);
    assert_eq!(names("?api_type=rest&q=user").await, ["Users"]);
    assert_eq!(names("?api_type=").await.len(), 6);
    for none in ["tcp", "udg", "subgraph", "supergraph", "internal", "mcp"] {
        assert_eq!(names(&format!("?api_type={none}")).await, Vec::<String>::new(), "{none}");
    }
}

#[tokio::test]
async fn apis_can_be_searched_at_an_address_of_their_own() {
    assert_eq!(names("/search?q=pay").await, ["Payments"]);
    assert_eq!(names("/search?q=pay&p=2").await, Vec::<String>::new());
}

#[tokio::test]
async fn mcp_proxies_have_a_list_of_their_own_which_a_policy_builder_reads() {
    let caller = Caller::of_an_empty_dashboard();
    let answer = Answer { status: 200, body: caller.get("/api/mcps").await.body };
    let page = mcps(&answer).unwrap();
    let short: Vec<_> = page.apis.iter().map(|api| (api.name.as_str(), api.listen_path.as_str(), api.kind)).collect();
    let expected = [("Weather tools", "/weather/mcp/"), ("Ticket tools", "/tickets/mcp/")];
    assert_eq!(short, expected.map(|(name, path)| (name, path, ApiKind::Mcp)));
    assert!(!names("?p=-1").await.iter().any(|name| name.ends_with("tools")));
}

#[tokio::test]
async fn two_thousand_generated_apis_stand_behind_the_samples() {
    let caller = Caller::of(LocalDashboard::in_memory().unwrap().with_generated_apis(2_000));
    let pages = caller.get("/api/apis?p=201").await.json();
    assert_eq!(pages["pages"], 201);
    assert_eq!(pages["apis"][5]["api_definition"]["name"], "Generated API 2000");
    let all = caller.get("/api/apis?p=-2").await;
    let all = apis(&Answer { status: all.status.as_u16(), body: all.body }).unwrap();
    assert_eq!((all.apis.len(), all.apis[0].name.as_str()), (2_006, "Orders"));
    let mut ids: Vec<_> = all.apis.into_iter().map(|api| api.id).collect();
    assert!(ids.iter().all(|id| id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit())));
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 2_006);
}
