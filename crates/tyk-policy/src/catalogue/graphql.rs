//! What an access entry says of GraphQL APIs (policy-model.md section 10b).

use super::SectionName::Access;
use super::{Field, Kind, Version};

/// When the first GraphQL rights came.
const FLOOR: Version = Version::new(2, 9).patch(6);
/// Where the domain notes describe them.
const SOURCE: &str = "policy-model.md 10b";

/// The only types that may be asked for.
pub static ALLOWED_TYPES: Field = Field::new("allowed_types", GRAPHQL_TYPE_LIST, Access, SOURCE)
    .says("Allowed GraphQL types", "With at least one type here, only these fields may be asked for.")
    .otherwise("restricted_types alone decides.", "[{\"fields\": [\"code\", \"name\"], \"name\": \"Country\"}]")
    .since(Version::new(4, 3))
    .means(&[("[]", "every type, unless restricted_types names it")]);
/// Whether the schema stays hidden.
pub static DISABLE_INTROSPECTION: Field = Field::new("disable_introspection", Kind::Flag, Access, SOURCE)
    .says("Refuse introspection", "Refuses GraphQL introspection. Of several policies, one that asks for it is enough.")
    .otherwise("Introspection is allowed.", "true")
    .since(Version::new(4, 3));
/// The depth of single root fields.
pub static FIELD_ACCESS_RIGHTS: Field =
    Field::new("field_access_rights", Kind::List(&Kind::Object(&FIELD_ACCESS_RIGHT)), Access, SOURCE)
        .says("GraphQL depth by field", "How deep a query may go below single root fields.")
        .otherwise(
            "max_query_depth alone decides.",
            "[{\"field_name\": \"countries\", \"limits\": {\"max_query_depth\": 3}, \"type_name\": \"Query\"}]",
        )
        .since(FLOOR);
/// Types that may not be asked for.
pub static RESTRICTED_TYPES: Field = Field::new("restricted_types", GRAPHQL_TYPE_LIST, Access, SOURCE)
    .says("Refused GraphQL types", "Fields that may not be asked for. Ignored where allowed_types has an entry.")
    .otherwise("No field is refused.", "[{\"fields\": [\"email\"], \"name\": \"User\"}]")
    .since(FLOOR);

/// The fields of a GraphQL type.
pub static GRAPHQL_TYPE_FIELDS: Field = Field::new("fields", Kind::List(&Kind::Text), Access, SOURCE)
    .says("Fields", "The names of the type's fields.")
    .otherwise("No field of the type is named.", "[\"code\", \"name\"]")
    .since(FLOOR)
    .means(&[("[\"*\"]", "all fields of the type")]);
/// The name of a GraphQL type.
pub static GRAPHQL_TYPE_NAME: Field = Field::new("name", Kind::Text, Access, SOURCE)
    .says("Type", "The name of the GraphQL type.")
    .otherwise("The entry names no type.", "\"Country\"")
    .since(FLOOR);
/// All fields of a GraphQL type.
pub static GRAPHQL_TYPE: [&Field; 2] = [&GRAPHQL_TYPE_FIELDS, &GRAPHQL_TYPE_NAME];
const GRAPHQL_TYPE_LIST: Kind = Kind::List(&Kind::Object(&GRAPHQL_TYPE));

/// The name of a root field.
pub static ROOT_FIELD_NAME: Field = Field::new("field_name", Kind::Text, Access, SOURCE)
    .says("Root field", "The name of the query, mutation or subscription.")
    .otherwise("The entry names no field.", "\"countries\"")
    .since(FLOOR);
/// The limits of a root field.
pub static ROOT_FIELD_LIMITS: Field = Field::new("limits", Kind::Object(&FIELD_LIMITS), Access, SOURCE)
    .says("Limits", "How deep a query may go below this field.")
    .otherwise("The depth counts as 0: the field is blocked.", "{\"max_query_depth\": 3}")
    .since(FLOOR);
/// The type of a root field.
pub static ROOT_TYPE_NAME: Field = Field::new("type_name", Kind::Text, Access, SOURCE)
    .says("Root type", "The root type that has the field: Query, Mutation or Subscription.")
    .otherwise("The entry names no root type.", "\"Query\"")
    .since(FLOOR);
/// All fields of a right to a root field.
pub static FIELD_ACCESS_RIGHT: [&Field; 3] = [&ROOT_FIELD_NAME, &ROOT_FIELD_LIMITS, &ROOT_TYPE_NAME];

/// The depth below a root field.
pub static FIELD_MAX_QUERY_DEPTH: Field = Field::new("max_query_depth", Kind::Integer, Access, SOURCE)
    .says("Depth", "How many levels deep a query may go below this root field.")
    .otherwise("Counts as 0: the field is blocked.", "3")
    .counts("levels")
    .since(FLOOR)
    .means(&[("-1", "unlimited"), ("0", "the field is blocked")]);
/// All fields of the limits of a root field.
pub static FIELD_LIMITS: [&Field; 1] = [&FIELD_MAX_QUERY_DEPTH];
