//! GET of the APIs and the MCP proxies that a policy can give access to (dashboard-api.md section 4).

mod api;
mod generated;
mod sample;

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::answer::Answer;
use crate::paging::Page;
use crate::users::User;
use api::{Api, Kind};

/// The APIs of all organisations.
#[derive(Clone, Debug)]
pub struct Apis {
    all: Vec<Api>,
}

impl Apis {
    /// The sample APIs and, behind them, so many generated ones in each organisation.
    pub fn with_generated(count: usize) -> Self {
        Self { all: sample::apis().chain(generated::apis(count)).collect() }
    }

    /// One page of the user's APIs. The MCP proxies have a list of their own.
    pub fn list(&self, user: &User, parameters: &HashMap<String, String>) -> Answer {
        let api_type = parameters.get("api_type").filter(|word| !word.is_empty());
        let is_of_type = |api: &Api| match api_type {
            None => api.kind != Kind::Mcp,
            Some(word) => api.kind.api_type() == Some(word),
        };
        self.page(user, parameters, ("apis", Api::item), is_of_type)
    }

    /// One page of the user's MCP proxies.
    pub fn mcp_proxies(&self, user: &User, parameters: &HashMap<String, String>) -> Answer {
        self.page(user, parameters, ("mcps", Api::oas_definition), |api| api.kind == Kind::Mcp)
    }

    /// `(name, item)` is what the list is called and how one of it stands there.
    fn page(
        &self,
        user: &User,
        parameters: &HashMap<String, String>,
        (name, item): (&str, fn(&Api) -> Value),
        is_it: impl Fn(&Api) -> bool,
    ) -> Answer {
        let part = parameters.get("q").map(|part| part.to_lowercase()).unwrap_or_default();
        let is_found =
            |api: &&Api| api.organisation == user.organisation && is_it(api) && api.name.to_lowercase().contains(&part);
        let mut found: Vec<_> = self.all.iter().filter(is_found).collect();
        sort(&mut found, parameters.get("sort").map_or("", String::as_str));

        let page = Page::of(parameters.get("p"));
        let (skip, take) = page.skip_and_take();
        let items: Vec<_> = found.iter().skip(skip).take(take).map(|api| item(api)).collect();
        Answer::Json(json!({ name: items, "pages": page.count(found.len()) }).to_string())
    }
}

/// Sorts by what the word names; any other word leaves the order of creation.
fn sort(apis: &mut [&Api], word: &str) {
    let by: fn(&Api) -> &str = match word.strip_prefix('-').unwrap_or(word) {
        "name" => |api| &api.name,
        "created_at" => |api| &api.created_at,
        "updated_at" => |api| &api.updated_at,
        _ => return,
    };
    // Dates are written so that their texts are in their order.
    apis.sort_by(|one, other| by(one).cmp(by(other)));
    if word.starts_with('-') {
        apis.reverse();
    }
}
