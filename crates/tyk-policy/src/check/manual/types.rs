//! The manual of types and numbers.

use super::Manual;

pub(super) static WRONG_TYPE: Manual = Manual::new(
    "Tyk reads each field into a fixed type. One value of another type, such as a number in quotes, makes it refuse \
     the whole policy, and its answer does not say which field it was.",
    "policy-model.md 1 and 12.1 R1; tyk gateway/api.go handleAddOrUpdatePolicy",
    policy!(r#""rate": "100", "per": 60"#),
    policy!(r#""rate": 100, "per": 60"#),
);

pub(super) static INTEGER_NOT_PLAIN: Manual = Manual::new(
    "Some fields hold whole numbers only, and Tyk's reader goes by how they are written: 1000.0 or 1e3 is refused \
     with the whole policy, though its value is whole. Programs that know only one kind of number write such values.",
    "policy-model.md 1 and 12.1 R1; the JSON reader of Go",
    policy!(r#""quota_max": 1000.0, "quota_renewal_rate": 3600"#),
    policy!(r#""quota_max": 1000, "quota_renewal_rate": 3600"#),
);

pub(super) static INTEGER_OUT_OF_RANGE: Manual = Manual::new(
    "A whole number has 64 bits at Tyk. A larger one, often meant as \"as much as you like\", makes Tyk refuse the \
     whole policy.",
    "policy-model.md 1 and 12.1 R1; the JSON reader of Go",
    policy!(r#""quota_max": 9223372036854775808, "quota_renewal_rate": 3600"#),
    policy!(r#""quota_max": 9223372036854775807, "quota_renewal_rate": 3600"#),
);

pub(super) static NUMBER_OUT_OF_RANGE: Manual = Manual::new(
    "A number with a fraction has 64 bits, too, and ends at about 1.8e308. A larger one makes Tyk refuse the whole \
     policy.",
    "policy-model.md 1 and 12.1 R1; the JSON reader of Go",
    policy!(r#""rate": 1e400, "per": 60"#),
    policy!(r#""rate": 1e300, "per": 60"#),
);

pub(super) static MINUS_ZERO: Manual = Manual::new(
    "Tyk reads a zero with a minus sign as plain 0, so nothing breaks. But -1 means unlimited in most fields and 0 \
     does not always, so a reader may wonder which of the two was meant.",
    "policy-model.md 12.4 M14",
    policy!(r#""max_query_depth": -0"#),
    policy!(r#""max_query_depth": 0"#),
);
