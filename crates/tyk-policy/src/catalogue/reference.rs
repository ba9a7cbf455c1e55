//! The reference page of all fields, as Markdown.

use std::fmt::Write as _;

use super::{Field, Home, KEY_FIELDS, Kind, OBJECTS, ObjectKind, Version, words};

const HEAD: &str = "\
# Fields of a policy

Every field that a Tyk security policy can have, object by object. This page is written from the catalogue of
`crates/tyk-policy` by `cargo xtask docs`; change the catalogue, not the page.

**How to read it.** Each object has a table of its fields and below it, field by field, what else there is to know. *Default* is
what counts where a field is left out or `null`. *Since* is the first release of the Gateway that knows the field, or of the
Dashboard where only that knows it (*Dashboard only*: the Gateway drops the field). A field is never older than the object
that it is in. *Source* names the section of our notes on Tyk, `policy-model.md`.

A wrong type makes Tyk refuse the whole policy. A number in quotes is a wrong type, and a whole number takes no decimal point:
`10.0` is refused. An unknown field is dropped without a word.
";

const KEYS: &str = "\
## Run-time fields of keys

Fields that Tyk keeps with a key. They get into policies by copying; at the root of a policy they do nothing. Leave them out.
";

/// The whole page.
#[must_use]
pub fn reference() -> String {
    let mut page = HEAD.to_owned();
    page.push('\n');
    for object in &OBJECTS {
        // Writing to a String cannot fail.
        let _ = writeln!(page, "- [{}](#{})", object.title, anchor(object.title));
    }
    page.push_str("- [Run-time fields of keys](#run-time-fields-of-keys)\n");
    for object in &OBJECTS {
        let _ = write!(page, "\n## {}\n\n{}\n", object.title, object.about);
        fields(object.fields, &mut page);
    }
    page.push('\n');
    page.push_str(KEYS);
    fields(&KEY_FIELDS, &mut page);
    page
}

/// A table of what fits into one, then a list of the rest.
fn fields(fields: &'static [&'static Field], page: &mut String) {
    page.push_str("\n| Field | Type | Default | Since | Meaning |\n| --- | --- | --- | --- | --- |\n");
    for field in fields {
        let cells = [code(field.name), kind(field), code(field.default_value()), since(field), field.hint.to_owned()];
        for cell in cells {
            page.push_str("| ");
            page.push_str(&cell.replace('|', "\\|"));
            page.push(' ');
        }
        page.push_str("|\n");
    }
    page.push('\n');
    for field in fields {
        details(field, page);
    }
}

/// What is left to say of a field: a list item with one line for each fact.
fn details(field: &Field, page: &mut String) {
    let _ = writeln!(page, "- {}: **{}**", code(field.name), field.label);
    let mut line = |heading: &str, what: &str| {
        let _ = writeln!(page, "  - {heading}: {what}");
    };
    if let Some(owner) = words::owner(field) {
        line("Owner", &owner);
    }
    line("Left out", field.left_out);
    for (value, meaning) in field.special {
        line(&code(value), meaning);
    }
    if !field.values.is_empty() {
        let values: Vec<_> = field.values.iter().map(|value| code(&format!("\"{value}\""))).collect();
        line("One of", &values.join(", "));
    }
    if !field.pattern.is_empty() {
        line("Must match", &code(field.pattern));
    }
    line("Example", &code(&format!("\"{}\": {}", field.name, field.example)));
    line("Source", field.source);
}

/// The type with its unit; an object links to its own table.
fn kind(field: &Field) -> String {
    let mut kind = &field.kind;
    while let Kind::List(item) | Kind::Map(item) = kind {
        kind = item;
    }
    let words = words::kind(&field.kind);
    let object = if let Kind::Object(fields) = kind { ObjectKind::of(fields) } else { None };
    match (object, field.unit) {
        (Some(object), _) => format!("{words}: [{}](#{})", object.title, anchor(object.title)),
        (None, "") => words,
        (None, unit) => format!("{words}, {unit}"),
    }
}

fn since(field: &Field) -> String {
    let since = words::since(field, field.since);
    if field.home == Home::DashboardOnly && field.since == Version::OLDEST {
        return format!("{since}; Dashboard only");
    }
    since
}

/// A code span. No text of the catalogue holds a backtick; a test holds that.
fn code(text: &str) -> String {
    format!("`{text}`")
}

/// What GitHub makes of a heading for links to it.
fn anchor(title: &str) -> String {
    title.to_lowercase().replace(' ', "-")
}
