//! Which limit of an endpoint counts a request (policy-model.md section 4.5).

use super::Asked;
use crate::catalogue::{ENDPOINT_LIMIT, ENDPOINT_METHODS, ENDPOINTS};
use crate::effect::{ApiEffect, Limited, Rate, Sourced};
use crate::pattern::{self, Pattern, Verdict};

/// A limit of an endpoint that counts a request in the place of that of the API.
#[derive(Clone, Debug, PartialEq)]
pub struct Endpoint {
    /// The pattern, as it is written.
    pub pattern: String,
    /// The limit; `Off` lifts that of the API.
    pub rate: Sourced<Limited<Rate>>,
}

/// The limit of the first endpoint that matches the path and names the method, in whatever case.
pub(super) fn of(api: &ApiEffect, asked: Asked<'_>, path: &str) -> Option<Endpoint> {
    let matches = |pattern: &str| {
        let compiled = Pattern::compile(&pattern::prepare(pattern, asked.mode));
        compiled.is_ok_and(|compiled| compiled.matches(path) == Verdict::Yes)
    };
    api.right.endpoints.iter().enumerate().find_map(|(index, endpoint)| {
        let is_method = |name: &str| name.eq_ignore_ascii_case(asked.method);
        let place = endpoint.methods.iter().position(|method| is_method(&method.name))?;
        let rate = endpoint.methods.get(place).filter(|_| matches(&endpoint.path))?.rate;
        let methods = api.at.clone().name(ENDPOINTS.name).item(index).name(ENDPOINT_METHODS.name);
        let from = methods.item(place).name(ENDPOINT_LIMIT.name);
        Some(Endpoint { pattern: endpoint.path.clone(), rate: Sourced { value: Rate::of(&rate).into(), from } })
    })
}
