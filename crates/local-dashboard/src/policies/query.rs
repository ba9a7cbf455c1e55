//! The query parameters of lists of policies (dashboard-api.md section 3).

use std::collections::HashMap;

use crate::paging::Page;
use crate::refusal::Refusal;

/// What is asked of the list of policies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Which part of what is found.
    pub page: Page,
    /// Only the policy that has this `_id` or `id`, and those that have this in their name, in any letter case.
    pub text: Option<String>,
    /// Only those with one of these `_id`s.
    pub ids: Option<Vec<String>>,
    /// Only those whose `active` is true.
    pub active: bool,
    /// Only those whose `state` says this.
    pub state: Option<String>,
    /// Only those that give access to one of these APIs.
    pub api_ids: Option<Vec<String>>,
    /// In which order.
    pub order: Order,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// By what.
    pub field: Field,
    /// The last first.
    pub is_backwards: bool,
}

/// What a list can be ordered by; what is the same there stays in the order of creation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Field {
    /// The oldest first.
    #[default]
    DateCreated,
    /// By the bytes of the name.
    Name,
    /// By the word of the state.
    State,
}

impl Query {
    /// The parameters of the list.
    pub fn of_list(parameters: &HashMap<String, String>) -> Self {
        let order = parameters.get("sort").and_then(|word| Order::of(word)).unwrap_or_default();
        Self {
            page: Page::of(parameters.get("p")),
            active: value(parameters, "active").is_some(),
            state: value(parameters, "state").map(str::to_owned),
            order,
            ..Self::default()
        }
    }

    /// The parameters of the search.
    ///
    /// # Errors
    /// One of `policy_ids` is no `_id`.
    pub fn of_search(parameters: &HashMap<String, String>) -> Result<Self, Refusal> {
        let ids = value(parameters, "policy_ids").map(items);
        if ids.iter().flatten().any(|id| !is_database_id(id)) {
            return Err(Refusal::NotInHex);
        }
        Ok(Self {
            text: value(parameters, "q").map(str::to_owned),
            ids,
            api_ids: value(parameters, "api_id").map(items),
            ..Self::of_list(parameters)
        })
    }
}

impl Order {
    /// The order that a word of `sort` names.
    fn of(word: &str) -> Option<Self> {
        let field = match word.strip_prefix('-').unwrap_or(word) {
            "date_created" => Field::DateCreated,
            "name" => Field::Name,
            "state" => Field::State,
            _ => return None,
        };
        Some(Self { field, is_backwards: word.starts_with('-') })
    }
}

/// A parameter that is there and not empty.
fn value<'a>(parameters: &'a HashMap<String, String>, name: &str) -> Option<&'a str> {
    parameters.get(name).map(String::as_str).filter(|value| !value.is_empty())
}

/// The items of a list with commas.
fn items(list: &str) -> Vec<String> {
    list.split(',').map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect()
}

fn is_database_id(id: &str) -> bool {
    id.len() == 24 && id.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameters(pairs: &[(&str, &str)]) -> HashMap<String, String> {
        pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    #[test]
    fn an_empty_parameter_is_as_good_as_none() {
        let empty = ["q", "policy_ids", "active", "state", "sort", "api_id", "p"].map(|name| (name, ""));
        assert_eq!(Query::of_search(&parameters(&empty)), Ok(Query::default()));
    }

    #[test]
    fn a_word_that_is_no_order_leaves_the_oldest_first() {
        for word in ["", "-", "rate", "--name", "Name"] {
            assert_eq!(Query::of_list(&parameters(&[("sort", word)])).order, Order::default(), "{word}");
        }
        let order = Query::of_list(&parameters(&[("sort", "-state")])).order;
        assert_eq!(order, Order { field: Field::State, is_backwards: true });
    }

    #[test]
    fn what_is_no_database_id_is_refused_among_others_too() {
        let ids = "577a8589428a6b0001000017, ,577a8589428a6b0001000018";
        assert_eq!(Query::of_search(&parameters(&[("policy_ids", ids)])).unwrap().ids.unwrap().len(), 2);
        for ids in ["gold", "577a8589428a6b0001000017,gold", "577a8589428a6b000100001", "577a8589428a6b000100001g"] {
            assert_eq!(Query::of_search(&parameters(&[("policy_ids", ids)])), Err(Refusal::NotInHex), "{ids}");
        }
    }
}
