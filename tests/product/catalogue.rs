//! Every field of the catalogue that somebody sets, in one page: it has a control, the control writes the JSON, and Undo
//! brings back what was there, byte for byte.

use tyk_policy::catalogue::{ACCESS_RIGHTS, ENTRY, Field, Kind, ROOT};
use tyk_policy::check::Segment;
use tyk_policy::draft::{Json, Object};
use tyk_policy::read;
use tyk_policy::write::{self, Layout};

use crate::harness::{ENTER, Page, Server, wait_for};
use crate::steps::{API_TOGGLE, open_policy};

/// Fields that others stand for: the state is one choice of three fields, the partitions are one question.
const TOGETHER: [&str; 5] = ["state", "active", "is_inactive", "partitions", "access_rights_array"];
/// The API of the policy.
const API: &str = "orders";

/// A value of this type with every field in it that somebody sets.
fn full(kind: &Kind, example: &str) -> Json {
    match kind {
        Kind::Object(fields) => {
            let written = fields.iter().filter(|field| field.is_written());
            Json::Object(Object::new(
                written.map(|field| (field.name.to_owned(), full(&field.kind, field.example))).collect(),
            ))
        }
        Kind::List(item) if matches!(item, Kind::Object(_)) => Json::List(vec![full(item, example)]),
        _ => read::json(example).expect("an example is JSON"),
    }
}

/// A policy in which nothing is left out.
fn full_policy() -> Json {
    let entry = full(&Kind::Object(&ENTRY), "");
    let member = |field: &&Field| {
        let value = match field.name {
            "access_rights" => Json::Object(Object::new(vec![(API.to_owned(), entry.clone())])),
            "access_rights_array" => return None,
            _ => full(&field.kind, field.example),
        };
        Some((field.name.to_owned(), value))
    };
    Json::Object(Object::new(ROOT.iter().filter(|field| field.is_written()).filter_map(member).collect()))
}

/// A field at its place.
struct Leaf {
    field: &'static Field,
    path: Vec<Segment>,
}

impl Leaf {
    /// The id of the control; an API is called by the number of its row.
    fn id(&self, row: &str) -> String {
        let mut id = "field".to_owned();
        for (depth, step) in self.path.iter().enumerate() {
            id.push('-');
            match step {
                Segment::Key(_) if depth == 1 => id.push_str(row),
                Segment::Index(index) => id.push_str(&index.to_string()),
                step => id.push_str(step.name().unwrap_or_default()),
            }
        }
        id
    }
}

/// The fields without fields in them, and whether `all` also those that hold others.
fn walk(fields: &'static [&'static Field], outer: &[Segment], with_groups: bool, found: &mut Vec<Leaf>) {
    for field in fields.iter().filter(|field| field.is_written() && !TOGETHER.contains(&field.name)) {
        let mut path = outer.to_vec();
        path.push(Segment::Name(field.name));
        let inner: Option<&'static [&'static Field]> = match &field.kind {
            _ if field.name == ACCESS_RIGHTS.name => {
                path.push(Segment::Key(API.to_owned()));
                Some(&ENTRY)
            }
            Kind::Object(fields) => Some(fields),
            Kind::List(Kind::Object(fields)) => {
                if with_groups {
                    found.push(Leaf { field, path: path.clone() });
                }
                path.push(Segment::Index(0));
                Some(fields)
            }
            _ => None,
        };
        match inner {
            None => found.push(Leaf { field, path }),
            Some(fields) => {
                if with_groups && matches!(field.kind, Kind::Object(_)) {
                    found.push(Leaf { field, path: path.clone() });
                }
                walk(fields, &path, with_groups, found);
            }
        }
    }
}

/// The policy as the JSON pane shows it.
fn shown(page: &Page) -> (String, Json) {
    let text = page.code("json");
    let json = read::json(&text).expect("the pane holds JSON");
    (text, json)
}

/// Waits until the pane has what is expected at a place.
#[track_caller]
fn expect_at(page: &Page, leaf: &Leaf, expected: Option<&Json>) {
    wait_for(&format!("{} in the JSON", leaf.id(API)), || {
        let (_, json) = shown(page);
        let found = json.at(&leaf.path);
        if found == expected { Ok(()) } else { Err(format!("{found:?} for {expected:?}")) }
    });
}

#[track_caller]
fn expect_text(page: &Page, leaf: &Leaf, expected: &str) {
    wait_for(&format!("the policy as it was before {} changed", leaf.id(API)), || {
        let (text, _) = shown(page);
        if text == expected { Ok(()) } else { Err(text) }
    });
}

/// Opens the API and every group, however deep.
fn open_everything(page: &Page) {
    page.click(API_TOGGLE);
    wait_for("all groups to be open", || {
        let script = "const closed = [...document.querySelectorAll('details.group:not([open])')];
            closed.forEach(group => group.open = true);
            return closed.length + document.querySelectorAll('.later').length";
        let left = page.run(script, &[]);
        if left == 0 { Ok(()) } else { Err(left.to_string()) }
    });
}

/// Changes a field by its control. Gives what it should then be.
fn change(page: &Page, leaf: &Leaf, row: &str, present: &Json) -> Json {
    let (field, id) = (leaf.field, leaf.id(row));
    match &field.kind {
        Kind::Flag => {
            let on = present.as_bool() == Some(false);
            page.click(&format!("label[for='{id}-{}']", if on { 1 } else { 2 }));
            Json::from(on)
        }
        Kind::Text if !field.values.is_empty() => {
            let other = field.values.iter().rposition(|value| present.as_text() != Some(value)).expect("another value");
            page.click(&format!("label[for='{id}-{}']", other + 1));
            Json::from(field.values[other])
        }
        Kind::Text => {
            page.type_into(&format!("#{id}"), "changed");
            Json::from("changed")
        }
        Kind::Integer | Kind::Number => {
            page.type_into(&format!("#{id}"), "7");
            Json::from(7)
        }
        Kind::List(Kind::Text) if field.name == "methods" => {
            page.click(".path label.method:has(input:not(:checked))");
            Json::strings(&["GET", "POST"])
        }
        Kind::List(_) => {
            page.type_into(&format!("#{id}"), "added");
            page.press(ENTER);
            let mut items = present.as_list().expect("a list").to_vec();
            items.push(Json::from("added"));
            Json::List(items)
        }
        Kind::Map(_) => {
            page.click(&format!("#{id}"));
            page.wait_until_there(&format!("[id^='{id}-name-']:focus"));
            let mut object = present.as_object().expect("a map").clone();
            object.push("", Json::from(""));
            Json::Object(object)
        }
        Kind::Object(_) | Kind::Any => panic!("{id} has fields of its own"),
    }
}

/// A page with every field in it and in sight, and the number of its row.
fn full_page() -> (Server, Page, String) {
    let server = Server::start();
    let page = Page::open(&server.page());
    open_policy(&page, &write::json(&full_policy(), Layout::Indented));
    page.click_button("Close this notice");
    page.click("#tab-json");
    open_everything(&page);
    let toggle = page.run("return document.querySelector(arguments[0]).id", &[API_TOGGLE]);
    let row = toggle.as_str().and_then(|id| id.split('-').nth(2)).expect("the number of the row").to_owned();
    (server, page, row)
}

#[test]
fn every_field_has_a_control_that_writes_it_and_can_be_undone() {
    let (_server, page, row) = full_page();

    let mut leaves = Vec::new();
    walk(&ROOT, &[], false, &mut leaves);
    assert!(leaves.len() > 70, "{} fields", leaves.len());
    for leaf in leaves.iter().filter(|leaf| leaf.field.name != "api_id") {
        let (before, json) = shown(&page);
        let present = json.at(&leaf.path).unwrap_or_else(|| panic!("nothing at {}", leaf.id(API))).clone();
        let expected = change(&page, leaf, &row, &present);
        expect_at(&page, leaf, Some(&expected));
        page.click("#undo");
        expect_text(&page, leaf, &before);
        if matches!(leaf.field.kind, Kind::Integer | Kind::Number) {
            wrong_number(&page, leaf, &leaf.id(&row), &before);
        }
    }
}

/// What is no number is kept, and said to be none once the control is left.
fn wrong_number(page: &Page, leaf: &Leaf, id: &str, before: &str) {
    page.type_into(&format!("#{id}"), "7x");
    page.run("document.activeElement.blur()", &[]);
    expect_at(page, leaf, Some(&Json::from("7x")));
    page.wait_for_text(&format!("#{id}-message"), "found a string: `7x`");
    assert_eq!(page.run("return document.getElementById(arguments[0]).getAttribute('aria-invalid')", &[id]), "true");
    page.click("#undo");
    expect_text(page, leaf, before);
}

#[test]
fn every_object_and_list_can_be_taken_out_and_comes_back_with_undo() {
    let (_server, page, row) = full_page();
    let mut all = Vec::new();
    walk(&ROOT, &[], true, &mut all);
    let groups = all.iter().filter(|leaf| {
        let has_fields = matches!(leaf.field.kind, Kind::Object(_) | Kind::Map(_) | Kind::List(Kind::Object(_)));
        has_fields && leaf.field.name != "allowed_urls"
    });
    for group in groups {
        let (before, _) = shown(&page);
        let id = group.id(&row);
        page.click(&format!("#{id}-remove"));
        let is_null = group.field.default_value() == "null" && group.path.len() > 1;
        expect_at(&page, group, is_null.then_some(&Json::Null));
        page.wait_until_there(&format!("#{id}:focus"));
        page.click("#undo");
        expect_text(&page, group, &before);
        // What was drawn anew may be closed again.
        page.wait_until_there(&format!("#{id}-remove:focus"));
        page.run("document.querySelectorAll('details.group:not([open])').forEach(group => group.open = true)", &[]);
    }
}

#[test]
fn what_is_tyks_own_and_what_tyk_does_not_know_is_shown_kept_and_removable() {
    let server = Server::start();
    let page = Page::open(&server.page());
    let policy = r#"{
  "_id": "5f3c1e9ab7d2406184e0c5d7",
  "access_rights": {
    "orders": {
      "allowance_scope": "",
      "api_id": "orders",
      "colour": [1, 2],
      "limit": {
        "rate": 5,
        "per": 60,
        "set_by_policy": true
      },
      "versions": ["Default"]
    }
  },
  "name": "Kept",
  "last_updated": "1714555800",
  "zeta": {"a": 1}
}"#;
    open_policy(&page, policy);
    let notice = page.wait_for_text("main [role='status']", "Opened");
    assert!(notice.contains("2 fields that Tyk does not know are kept as they are."), "{notice}");
    page.click("#tab-json");
    let before = shown(&page).1;
    assert_eq!(Some(&before), read::json(policy).ok().as_ref());
    for (id, says) in [("_id", "Database id"), ("last_updated", "1714555800"), ("zeta", "\"a\": 1")] {
        let line = page.text_of(&format!("#field-{id}")).unwrap_or_default();
        assert!(line.contains(says), "{id}: {line}");
    }
    open_everything(&page);
    page.wait_for_text("[id^='field-access_rights-'][id$='-limit-set_by_policy']", "Set by policy");
    page.wait_for_text("[id^='field-access_rights-'][id$='-colour']", "[ 1, 2 ]");
    for name in ["_id", "zeta", "colour", "allowance_scope", "set_by_policy"] {
        page.click_button(&format!("Remove {name}"));
        wait_for(&format!("{name} to go"), || {
            let text = page.code("json");
            if text.contains(&format!("\"{name}\"")) { Err(text) } else { Ok(()) }
        });
        page.click("#undo");
        wait_for(&format!("{name} to come back"), || {
            let (text, json) = shown(&page);
            if json == before { Ok(()) } else { Err(text) }
        });
    }
}

#[test]
fn a_finding_deep_in_a_closed_group_leads_to_its_control() {
    let server = Server::start();
    let page = Page::open(&server.page());
    open_policy(
        &page,
        r#"{"name": "n", "access_rights": {"a": {"api_id": "a", "endpoints": [{"path": "/x", "methods":
            [{"name": "GET", "limit": {"rate": "ten", "per": 60}}]}]}}}"#,
    );
    page.click("#findings-first");
    page.wait_until_there("[id$='-endpoints-0-methods-0-limit-rate']:focus");
}

#[test]
fn seconds_are_typed_as_people_say_them_and_written_as_a_number() {
    let server = Server::start();
    let page = Page::open(&server.page());
    page.click("#tab-json");
    page.type_into("#field-per", "1h30m");
    page.wait_for_text(".number-line:has(#field-per)", "= 5400 seconds");
    assert!(page.code("json").contains("\"per\": \"1h30m\""), "{}", page.code("json"));
    page.press(ENTER);
    wait_for("the number", || {
        let json = page.code("json");
        if json.contains("\"per\": 5400") { Ok(()) } else { Err(json) }
    });
    page.click("#undo");
    wait_for("what was there", || {
        let json = page.code("json");
        if json.contains("\"per\": 1\n") || json.contains("\"per\": 1,") { Ok(()) } else { Err(json) }
    });
}
