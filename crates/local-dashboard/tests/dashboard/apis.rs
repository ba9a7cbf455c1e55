use tyk_policy::answer::{Answer, ApiKind, KnownApi, apis};

use crate::caller::Caller;

async fn listed(query: &str) -> Vec<KnownApi> {
    let answer = Caller::of_an_empty_dashboard().get(&format!("/api/apis{query}")).await;
    apis(&Answer { status: answer.status.as_u16(), body: answer.body }).unwrap()
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
