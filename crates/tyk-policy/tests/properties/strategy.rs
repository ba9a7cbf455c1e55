//! Values, policies and texts of every kind, right and wrong.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use tyk_policy::catalogue::{ENTRY, Field, Kind, ROOT};
use tyk_policy::draft::{Json, Number, Object};

/// Characters that mean something to JSON, to YAML, to a shell or to the eye, and some that mean nothing.
const CHARACTERS: &str = "\"\\/'$`{}[]<>:,#-|&*!%@ aXé0\n\r\t\0\u{8}\u{c}\u{1b}\u{7f}\u{85}\u{ad}\u{2028}\u{2029}\u{202e}\
                          \u{200b}\u{feff}\u{fffd}\u{ffff}計😀\u{10ffff}";

/// Numbers as people and programs write them, and as nobody should.
const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "-1",
    "1",
    "60",
    "10.0",
    "1.50",
    "0.1",
    "1e3",
    "1E+3",
    "1e-7",
    "-0.0",
    "0e0",
    "1e400",
    "-1e400",
    "1e-400",
    "1e99999999999",
    "9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "123456789012345678901234567890",
    "0.30000000000000004",
    "2.5e-308",
];

/// Ids and names among which findings, placeholders and doubles are likely.
const NAMES: &[&str] = &["", "a", "a", "b", "{API-ID}", "<string>", "xxx", "d1dfc6a9", "Default", "a/b~c", "Data"];

fn string() -> impl Strategy<Value = String> {
    let character = prop_oneof![3 => select(CHARACTERS.chars().collect::<Vec<_>>()), 1 => any::<char>()];
    prop_oneof![
        3 => vec(character, 0..12).prop_map(|characters| characters.into_iter().collect()),
        1 => select(NAMES).prop_map(str::to_owned),
    ]
}

fn number() -> impl Strategy<Value = Json> {
    let text = prop_oneof![
        select(NUMBERS).prop_map(str::to_owned),
        any::<i64>().prop_map(|number| number.to_string()),
        (any::<i32>(), any::<u16>(), -400..400_i32)
            .prop_map(|(whole, part, exponent)| format!("{whole}.{part}e{exponent}")),
    ];
    text.prop_map(|text| Json::Number(Number::parse(&text).expect("a number")))
}

fn leaf() -> impl Strategy<Value = Json> {
    prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        number(),
        string().prop_map(Json::from),
        Just(Json::List(Vec::new())),
        Just(Json::Object(Object::default())),
    ]
}

/// Any JSON, up to twelve levels deep, names that stand twice included.
pub fn json() -> impl Strategy<Value = Json> {
    leaf().prop_recursive(12, 64, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Json::List),
            vec((string(), inner), 0..6).prop_map(|members| Json::Object(Object::new(members))),
        ]
    })
}

/// A value of the type that Tyk expects.
fn of_kind(kind: &'static Kind) -> BoxedStrategy<Json> {
    match kind {
        Kind::Text => prop_oneof![string(), select(NAMES).prop_map(str::to_owned)].prop_map(Json::from).boxed(),
        Kind::Flag => any::<bool>().prop_map(Json::from).boxed(),
        Kind::Integer => prop_oneof![-2..100_i64, any::<i64>()].prop_map(Json::from).boxed(),
        Kind::Number => prop_oneof![(-2..100_i64).prop_map(Json::from), number()].boxed(),
        Kind::List(item) => vec(of_kind(item), 0..3).prop_map(Json::List).boxed(),
        Kind::Object(fields) => members(fields, of_kind).prop_map(Json::Object).boxed(),
        Kind::Map(item) => {
            vec((string(), of_kind(item)), 0..3).prop_map(|members| Json::Object(Object::new(members))).boxed()
        }
        Kind::Any => leaf().boxed(),
    }
}

/// A value that is mostly of the expected type, and otherwise null or anything.
fn mostly_of_kind(kind: &'static Kind) -> BoxedStrategy<Json> {
    prop_oneof![6 => of_kind(kind), 1 => Just(Json::Null), 1 => leaf(), 1 => json()].boxed()
}

/// Some of these fields, each with a value; now and then one stands twice.
fn members(
    fields: &'static [&'static Field],
    value: fn(&'static Kind) -> BoxedStrategy<Json>,
) -> impl Strategy<Value = Object> {
    let member =
        select(fields).prop_flat_map(move |field| value(&field.kind).prop_map(|value| (field.name.to_owned(), value)));
    vec(member, 0..7).prop_map(Object::new)
}

/// A policy of known fields with right and wrong types, and of unknown ones. At least one is known: so it is a policy.
pub fn policy() -> impl Strategy<Value = Object> {
    let access = members(&ENTRY, mostly_of_kind).prop_map(Json::Object);
    let access = vec((string(), prop_oneof![5 => access, 1 => leaf()]), 0..4);
    let access = access.prop_map(|entries| vec![("access_rights".to_owned(), Json::Object(Object::new(entries)))]);
    let unknown = vec((string().prop_map(|name| format!("x-{name}")), leaf()), 0..2);
    let name = mostly_of_kind(&Kind::Text).prop_map(|name| vec![("name".to_owned(), name)]);
    let known = members(&ROOT, mostly_of_kind).prop_map(Object::into_members);
    (name, known, access, unknown)
        .prop_map(|(name, known, access, unknown)| [name, known, access, unknown].concat())
        .prop_shuffle()
        .prop_map(Object::new)
}

/// A policy in which every type is right, so that more than half of them can be built.
pub fn sound_policy() -> impl Strategy<Value = Object> {
    let known = members(&ROOT, of_kind).prop_map(Object::into_members);
    let entry = ("[a-z0-9]{1,8}", members(&ENTRY, of_kind).prop_map(Json::Object));
    let access = vec(entry, 1..4).prop_map(|entries| Json::Object(Object::new(entries)));
    (known, access).prop_map(|(mut members, access)| {
        members.retain(|(name, _)| !["id", "_id", "name", "access_rights"].contains(&name.as_str()));
        members.extend([("name".to_owned(), Json::from("Gold")), ("access_rights".to_owned(), access)]);
        Object::new(members)
    })
}

/// A field of a policy and what is typed into it.
pub fn edit() -> impl Strategy<Value = (&'static Field, Json)> {
    select(&ROOT[..])
        .prop_filter("the access rights are edited by entry", |field| field.name != "access_rights")
        .prop_flat_map(|field| mostly_of_kind(&field.kind).prop_map(move |value| (field, value)))
}

/// What a writer with whims does at each place where JSON leaves a choice.
pub fn whims() -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 1..64)
}

/// Any text: free, of JSON's own characters, or a policy with a piece cut out and another put in.
pub fn text() -> impl Strategy<Value = String> {
    let head = select(&["", "curl -X POST ", "kind: SecurityPolicy\nspec:\n", "---\n", "\u{feff}"][..]);
    let piece = select(
        &["{", "}", "[", "\"", "\\u", "\\ud83d", "'", ": ", ",", "-", "1e", "\n  ", "|", "&a *a", "-d ", "nul"][..],
    );
    let made_of_pieces =
        vec(prop_oneof![piece.prop_map(str::to_owned), string()], 0..30).prop_map(|pieces| pieces.concat());
    let cut = (policy(), whims(), any::<proptest::sample::Index>(), string()).prop_map(|(policy, whims, at, put)| {
        let characters: Vec<char> = crate::laid_out(&Json::Object(policy), &whims).chars().collect();
        let at = at.index(characters.len());
        characters[..at]
            .iter()
            .chain(put.chars().collect::<Vec<_>>().iter())
            .chain(characters.iter().skip(at + 2))
            .collect()
    });
    (head, prop_oneof![made_of_pieces, cut, any::<String>()])
        .prop_map(|(head, text): (_, String)| head.to_owned() + &text)
}

/// Any bytes: free, or a text with one of its bytes replaced.
pub fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let broken = (text(), any::<proptest::sample::Index>(), any::<u8>()).prop_map(|(text, at, byte)| {
        let mut bytes = text.into_bytes();
        bytes.push(b' ');
        let at = at.index(bytes.len());
        bytes[at] = byte;
        bytes
    });
    prop_oneof![vec(any::<u8>(), 0..200), broken]
}
