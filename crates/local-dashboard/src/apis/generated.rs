//! As many APIs as a test wants.

use super::api::{Api, Kind, Protection, date};
use crate::users::{SAMPLE_ORGANISATION, SECOND_ORGANISATION};

/// So many in each organisation, of the same names and other ids: "Generated API 1" and so on. In turn they are
/// Classic, Classic with versions, OAS and GraphQL. They are younger than the sample APIs.
pub fn apis(count: usize) -> impl Iterator<Item = Api> {
    let organisations = [(0xa, SAMPLE_ORGANISATION), (0xb, SECOND_ORGANISATION)];
    organisations
        .into_iter()
        .flat_map(move |(mark, organisation)| (1..=count).map(move |number| api(mark, organisation, number)))
}

fn api(mark: u8, organisation: &'static str, number: usize) -> Api {
    let (kind, versions): (_, &[_]) = match number % 4 {
        1 => (Kind::Classic, &[]),
        2 => (Kind::Classic, &["v1", "v2"]),
        3 => (Kind::Oas, &[]),
        _ => (Kind::GraphQl, &[]),
    };
    let minutes = 24 * 60 + number as u64;
    Api {
        organisation,
        api_id: format!("{mark:x}{number:031x}"),
        database_id: format!("65a0c0d{mark:x}{number:016x}"),
        name: format!("Generated API {number}"),
        listen_path: format!("/generated/{number}/"),
        versions,
        paths: &[],
        kind,
        protection: Protection::Key,
        created_at: date(minutes),
        updated_at: date(minutes),
    }
}
