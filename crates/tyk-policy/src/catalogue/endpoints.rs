//! Rate limits of single endpoints of an API (policy-model.md section 4.5).

use super::SectionName::Access;
use super::{Field, Kind, SMOOTHING_FIELDS, Version};

/// When endpoint limits came.
const FLOOR: Version = Version::new(5, 6);
/// Where the domain notes describe them.
const SOURCE: &str = "policy-model.md 4.5";

/// The endpoints.
pub static ENDPOINTS: Field = Field::new("endpoints", Kind::List(&Kind::Object(&ENDPOINT)), Access, SOURCE)
    .says("Endpoint limits", "Rate limits for single paths and methods. The first that matches replaces the API's.")
    .otherwise(
        "Every path has the rate limit of its API.",
        "[{\"methods\": [{\"limit\": {\"per\": 60, \"rate\": 10}, \"name\": \"GET\"}], \"path\": \"^/orders$\"}]",
    )
    .since(FLOOR);
/// The methods of an endpoint.
pub static ENDPOINT_METHODS: Field = Field::new("methods", Kind::List(&Kind::Object(&ENDPOINT_METHOD)), Access, SOURCE)
    .says("Methods", "The methods that have a limit of their own on this path.")
    .otherwise("The path has no limit of its own.", "[{\"limit\": {\"per\": 60, \"rate\": 10}, \"name\": \"GET\"}]")
    .since(FLOOR);
/// The pattern of an endpoint.
pub static ENDPOINT_PATH: Field = Field::new("path", Kind::Text, Access, SOURCE)
    .says("Path pattern", "A regular expression (Go's RE2), looked for in the path without the API's listen path.")
    .otherwise("An empty pattern matches every path.", "\"^/orders$\"")
    .since(FLOOR);
/// All fields of an endpoint.
pub static ENDPOINT: [&Field; 2] = [&ENDPOINT_METHODS, &ENDPOINT_PATH];

/// The limit of a method.
pub static ENDPOINT_LIMIT: Field = Field::new("limit", Kind::Object(&ENDPOINT_LIMIT_FIELDS), Access, SOURCE)
    .says("Limit", "Requests in a period for this path and method, counted on their own.")
    .otherwise("This path and method is unlimited.", "{\"per\": 60, \"rate\": 10}")
    .since(FLOOR);
/// The name of a method.
pub static ENDPOINT_METHOD_NAME: Field = Field::new("name", Kind::Text, Access, SOURCE)
    .says("Method", "The method, such as GET. Here capitals and small letters are the same.")
    .otherwise("The limit belongs to no method.", "\"GET\"")
    .since(FLOOR);
/// All fields of a method.
pub static ENDPOINT_METHOD: [&Field; 2] = [&ENDPOINT_LIMIT, &ENDPOINT_METHOD_NAME];

/// The period of a method's rate.
pub static ENDPOINT_PER: Field = Field::new("per", Kind::Number, Access, SOURCE)
    .says("Period", "The length of the period in which requests to this path and method are counted.")
    .otherwise("Counts as 0; a limit needs both numbers.", "60")
    .counts("seconds")
    .since(FLOOR);
/// The rate of a method.
pub static ENDPOINT_RATE: Field = Field::new("rate", Kind::Number, Access, SOURCE)
    .says("Rate limit", "How many requests to this path and method a key may make in each period.")
    .otherwise("This path and method is unlimited.", "10")
    .counts("requests")
    .since(FLOOR)
    .means(&[
        ("-1", "this path and method is unlimited, even if the API has a limit"),
        ("0", "this path and method is unlimited, even if the API has a limit"),
    ]);
/// Smoothing where it has no effect.
pub static ENDPOINT_SMOOTHING: Field =
    Field::new("smoothing", Kind::Object(&SMOOTHING_FIELDS), Access, "policy-model.md 4.5, 12.2 S10")
        .says("Smoothing (ignored)", "Tyk ignores it here. The smoothing of the API or of the policy applies.")
        .otherwise("Nothing changes.", "null")
        .since(FLOOR)
        .or_null();
/// All fields of a method's limit.
pub static ENDPOINT_LIMIT_FIELDS: [&Field; 3] = [&ENDPOINT_PER, &ENDPOINT_RATE, &ENDPOINT_SMOOTHING];
