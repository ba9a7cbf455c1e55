//! The manual of the text itself.

use super::{Manual, Saved};

pub(super) static NOT_JSON: Manual = Manual::new(
    "The Dashboard and the Gateway read the body with a strict JSON reader. A body that is not JSON is refused as a \
     whole: the Dashboard answers 403 \"Request body malformed.\", the Gateway 400 \"Request malformed\", and nothing \
     is stored.",
    "policy-model.md 1 and 12.1 R1; tyk gateway/api.go handleAddOrUpdatePolicy",
    policy!(r#""rate": 100 "per": 60"#),
    policy!(r#""rate": 100, "per": 60"#),
);

pub(super) static BYTE_ORDER_MARK: Manual = Manual::new(
    "Some editors on Windows put three invisible bytes in front of a UTF-8 file. Tyk's reader takes them for a fault \
     of the JSON and refuses the body, though it looks right on the screen.",
    "policy-model.md 12.5; the JSON reader of Go",
    policy!(r#""rate": 100, "per": 60"#),
    policy!(r#""rate": 100, "per": 60"#),
)
.saved(Saved::WithMark);

pub(super) static UTF_16: Manual = Manual::new(
    "Older PowerShell writes UTF-16 when output is sent to a file with `>`. JSON between programs has to be UTF-8 \
     (RFC 8259), and Tyk refuses anything else.",
    "policy-model.md 12.1 R1; RFC 8259 section 8.1",
    policy!(r#""rate": 100, "per": 60"#),
    policy!(r#""rate": 100, "per": 60"#),
)
.saved(Saved::Utf16);

pub(super) static NOT_UTF_8: Manual = Manual::new(
    "The file was saved in an old one-byte encoding. Tyk does not refuse it, but puts a replacement character where \
     it cannot read one, so that a name or a tag is stored with a question mark in a black diamond.",
    "policy-model.md 12.4 M4; the JSON reader of Go",
    policy!(r#""tags": ["Café"]"#),
    policy!(r#""tags": ["Café"]"#),
)
.saved(Saved::Latin1);

pub(super) static NOT_YAML: Manual = Manual::new(
    "The text starts like a resource for Kubernetes, which is YAML, but breaks YAML's rules, so nobody can say what \
     is in it. Nothing of it can be shown, checked or sent.",
    "policy-model.md 12.1 R1; YAML 1.2",
    "apiVersion: tyk.tyk.io/v1alpha1\nkind: SecurityPolicy\nmetadata:\n  name: gold\nspec:\n  name: Gold\n  \
     tags: [gold, silver\n",
    "apiVersion: tyk.tyk.io/v1alpha1\nkind: SecurityPolicy\nmetadata:\n  name: gold\nspec:\n  name: Gold\n  \
     tags: [gold, silver]\n",
);

pub(super) static YAML: Manual = Manual::new(
    "YAML is a friendlier way to write the same data, but neither the Dashboard nor the Gateway reads it. Sent as it \
     is, it is refused like any other text that is not JSON.",
    "policy-model.md 12.1 R1",
    "name: Gold\nactive: true\nkey_expires_in: 0\nrate: 100\nper: 60\naccess_rights:\n  \
     orders: {api_id: orders, allowed_urls: [], limit: null}\n",
    policy!(r#""rate": 100, "per": 60"#),
);

pub(super) static COMMENT: Manual = Manual::new(
    "Strict JSON knows no comments. Configuration files of other programs allow them, and so do several old examples \
     in Tyk's own documentation, but Tyk refuses the body.",
    "policy-model.md 1 and 12.1 R1; tyk gateway/api.go handleAddOrUpdatePolicy",
    policy!(
        r#""rate": 100, // requests
  "per": 60"#
    ),
    policy!(
        r#""rate": 100,
  "per": 60"#
    ),
);

pub(super) static TRAILING_COMMA: Manual = Manual::new(
    "Strict JSON allows a comma only between two members. One that is left behind the last one, as after a line was \
     deleted, makes Tyk refuse the body.",
    "policy-model.md 1 and 12.1 R1; tyk gateway/api.go handleAddOrUpdatePolicy",
    policy!(r#""tags": ["gold", "silver",]"#),
    policy!(r#""tags": ["gold", "silver"]"#),
);

pub(super) static HALF_CHARACTER: Manual = Manual::new(
    "JSON writes some characters, such as emoji, as two escapes that belong together. Where one of the two is \
     missing, Tyk stores a replacement character in its place.",
    "policy-model.md 12.4 M4; RFC 8259 section 8.2",
    policy!(r#""tags": ["gold \ud83d"]"#),
    policy!(r#""tags": ["gold \ud83d\ude00"]"#),
);

pub(super) static CARRIAGE_RETURNS: Manual = Manual::new(
    "Lines end in two characters on Windows and in one everywhere else. Tyk reads both, but a shell script with line \
     ends of Windows fails with messages that do not name the cause.",
    "policy-model.md 12.4 M4; RFC 8259 section 2",
    policy!(r#""rate": 100, "per": 60"#),
    policy!(r#""rate": 100, "per": 60"#),
)
.saved(Saved::Windows);

pub(super) static LARGE_TEXT: Manual = Manual::new(
    "Web servers in front of the Dashboard limit how large a body may be, and nginx by default takes one megabyte. A \
     larger one is refused with 413 before Tyk sees it.",
    "policy-model.md 12.4 M4; nginx client_max_body_size",
    policy!(r#""rate": 100, "per": 60"#),
    policy!(r#""rate": 100, "per": 60"#),
)
.saved(Saved::Large);

pub(super) static OPERATOR_RESOURCE: Manual = Manual::new(
    "The Tyk Operator is a program in Kubernetes that makes policies from resources like this one. The Dashboard \
     itself does not know the form: name, APIs and limits are not where it looks for them.",
    "policy-model.md 12.4 M3; the SecurityPolicy resource of the Tyk Operator",
    "apiVersion: tyk.tyk.io/v1alpha1\nkind: SecurityPolicy\nmetadata:\n  name: gold\nspec:\n  name: Gold\n  \
     active: true\n  key_expires_in: 0\n  access_rights_array:\n    - name: orders\n      namespace: shop\n",
    policy!(r#""rate": 100, "per": 60"#),
);

pub(super) static ACCESS_RIGHTS_ALONE: Manual = Manual::new(
    "The list of APIs is only one member of a policy. Sent alone, its API ids are taken for names of fields, none of \
     which Tyk knows, and what is left is an empty policy.",
    "policy-model.md 4 and 12.4 M3",
    "{\n  \"orders\": {\"api_id\": \"orders\", \"allowed_urls\": [], \"limit\": null}\n}",
    policy!(r#""rate": 100, "per": 60"#),
);

pub(super) static NO_POLICY: Manual = Manual::new(
    "The text was understood, but it is something else: here the index that tyk-sync keeps of its files. The policies \
     are in the files that it names.",
    "policy-model.md 12.4 M3; tyk-sync",
    "{\n  \"type\": \"apidef\",\n  \"files\": [{\"file\": \"api-orders.json\"}],\n  \
     \"policies\": [{\"file\": \"policy-gold.json\"}]\n}",
    policy!(r#""rate": 100, "per": 60"#),
);

pub(super) static SEVERAL_POLICIES: Manual = Manual::new(
    "A list as the Dashboard answers it, a file of policies for the Gateway or a wrapper around one policy is no body \
     that the Dashboard takes: it looks for the name and the limits at the top and finds none.",
    "policy-model.md 12.4 M3; tyk gateway/policy.go LoadPoliciesFromFile",
    "{\n  \"Data\": [\n    {\n      \"name\": \"Gold\", \"active\": true, \"key_expires_in\": 0,\n      \
     \"access_rights\": {\n        \
     \"orders\": {\"api_id\": \"orders\", \"allowed_urls\": [], \"limit\": null}\n      }\n    }\n  ],\n  \
     \"Pages\": 1\n}",
    policy!(r#""rate": 100, "per": 60"#),
);

pub(super) static KEY_NOT_POLICY: Manual = Manual::new(
    "A key is what an application shows to call an API; it names the policies that apply to it. Many of its fields \
     are called like those of a policy, so it is easily taken for one.",
    "policy-model.md 12.4 M10; tyk user/session.go SessionState",
    "{\n  \"alias\": \"shop\",\n  \"apply_policies\": [\"gold\"],\n  \"expires\": 0\n}",
    policy!(r#""rate": 100, "per": 60"#),
);
