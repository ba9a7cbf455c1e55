//! The fields of one access entry (policy-model.md section 4).

use super::SectionName::Access;
use super::{
    ALLOWED_TYPES, DISABLE_INTROSPECTION, ENDPOINTS, FIELD_ACCESS_RIGHTS, Field, JSON_RPC_METHODS,
    JSON_RPC_METHODS_ACCESS_RIGHTS, Kind, LIMIT_MEMBERS, MCP_ACCESS_RIGHTS, MCP_PRIMITIVES, Owner, RESTRICTED_TYPES,
    Version,
};

/// The counter that Tyk works out.
pub static ALLOWANCE_SCOPE: Field = Field::new("allowance_scope", Kind::Text, Access, "policy-model.md 4.1")
    .says("Allowance scope", "The name of the counter behind the limits. The Gateway works it out itself.")
    .otherwise("The Gateway works it out.", "\"\"")
    .since(Version::new(2, 9))
    .owned_by(Owner::RunTime);
/// The allowed paths.
pub static ALLOWED_URLS: Field =
    Field::new("allowed_urls", Kind::List(&Kind::Object(&ALLOWED_URL)), Access, "policy-model.md 4.3")
        .says("Allowed paths", "With at least one path here, every other path and method is refused with 403.")
        .otherwise(
            "Every path and method of the API is allowed.",
            "[{\"url\": \"^/orders(/|$)\", \"methods\": [\"GET\"]}]",
        )
        .means(&[("[]", "every path and method")]);
/// The id of the API.
pub static API_ID: Field = Field::new("api_id", Kind::Text, Access, "policy-model.md 4")
    .says("API id", "The api_id of the API definition; not its name and not its database id.")
    .otherwise(
        "Tyk goes by the key of the entry; the Dashboard's forms need both.",
        "\"d1dfc6a927a046c54c0ed470f19757cc\"",
    );
/// The name of the API.
pub static API_NAME: Field = Field::new("api_name", Kind::Text, Access, "policy-model.md 4.1")
    .says("API name", "A label that helps people who read the policy. Tyk does not compare it with anything.")
    .otherwise("The Dashboard shows the id instead.", "\"Orders API\"");
/// The old name of the API's id.
pub static LEGACY_API_ID: Field = Field::new("apiid", Kind::Text, Access, "policy-model.md 12.4 M1")
    .says("API id (old name)", "What api_id was called in the time of Tyk 2.2. Write api_id instead.")
    .otherwise("Nothing is missing where api_id is there.", "\"d1dfc6a927a046c54c0ed470f19757cc\"")
    .owned_by(Owner::Legacy(&API_ID));
/// The old name of the API's name.
pub static LEGACY_API_NAME: Field = Field::new("apiname", Kind::Text, Access, "policy-model.md 12.4 M1")
    .says("API name (old name)", "What api_name was called in the time of Tyk 2.2. Write api_name instead.")
    .otherwise("Nothing is missing where api_name is there.", "\"Orders API\"")
    .owned_by(Owner::Legacy(&API_NAME));
/// The limits of one API.
pub static LIMIT: Field = Field::new("limit", Kind::Object(&LIMIT_MEMBERS), Access, "policy-model.md 4.4")
    .says("Own limits", "Limits of this API alone. They count only where partitions.per_api is true.")
    .otherwise(
        "The API takes the limits at the root of the policy.",
        "{\"per\": 60, \"quota_max\": -1, \"quota_renewal_rate\": -1, \"rate\": 100}",
    )
    .since(Version::new(2, 8))
    .means(&[("null", "no own limits"), ("{}", "no own limits; one number other than 0 makes them own ones")])
    .or_null();
/// The versions.
pub static VERSIONS: Field = Field::new("versions", Kind::List(&Kind::Text), Access, "policy-model.md 4.2")
    .says("Versions", "The versions of a versioned Classic API that may be called. Other kinds of API ignore the list.")
    .otherwise("A versioned Classic API refuses every request.", "[\"Default\"]")
    .means(&[("[\"Default\"]", "what an API without versions of its own usually has here")]);

/// The methods of an allowed path.
pub static METHODS: Field = Field::new("methods", Kind::List(&Kind::Text), Access, "policy-model.md 4.3")
    .says("Methods", "The methods allowed on this path, in capitals.")
    .otherwise("An entry without a method never matches.", "[\"GET\"]");
/// The pattern of an allowed path.
pub static URL: Field = Field::new("url", Kind::Text, Access, "policy-model.md 4.3")
    .says("Path pattern", "A regular expression (Go's RE2), found anywhere in the path unless ^ and $ hold it.")
    .otherwise("An empty pattern matches every path.", "\"^/orders(/|$)\"");
/// All fields of an allowed path.
pub static ALLOWED_URL: [&Field; 2] = [&METHODS, &URL];

/// All fields of an access entry, alphabetically; the old names, too, so that their types are looked at.
pub static ENTRY: [&Field; 17] = [
    &ALLOWANCE_SCOPE,
    &ALLOWED_TYPES,
    &ALLOWED_URLS,
    &API_ID,
    &API_NAME,
    &LEGACY_API_ID,
    &LEGACY_API_NAME,
    &DISABLE_INTROSPECTION,
    &ENDPOINTS,
    &FIELD_ACCESS_RIGHTS,
    &JSON_RPC_METHODS,
    &JSON_RPC_METHODS_ACCESS_RIGHTS,
    &LIMIT,
    &MCP_ACCESS_RIGHTS,
    &MCP_PRIMITIVES,
    &RESTRICTED_TYPES,
    &VERSIONS,
];
/// What an access entry decodes into.
pub(super) static ENTRY_KIND: Kind = Kind::Object(&ENTRY);
