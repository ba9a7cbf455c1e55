//! Allowed paths and methods (policy-model.md section 4.3).

use super::code::{About, Severity};
use super::fields::Fields;
use super::{Code, Finding, Path, Report, Seen};
use crate::catalogue::{ALLOWED_URLS, Field, METHODS, URL};
use crate::draft::{Edit, Json, METHODS_IN_USE, Object};
use crate::pattern::{self, Mode, Pattern, PatternFault};

pub(super) static PATTERN_EMPTY: About = About {
    rule: "S12",
    name: "pattern-empty",
    severity: Severity::Error,
    message: |_, f| f.write_str("an empty pattern matches every path"),
    help: "type the path that may be called, or take the entry out and allow everything",
};

pub(super) static PATTERN_INVALID: About = About {
    rule: "S12",
    name: "pattern-invalid",
    severity: Severity::Error,
    message: |seen, f| match seen {
        Seen::Two(pattern, why) => write!(f, "Tyk skips the pattern `{pattern}`: {why}"),
        _ => f.write_str("Tyk skips this pattern, because it is no regular expression of Go"),
    },
    help: "correct the pattern; until then the entry matches nothing. Go knows no look-around such as `(?=a)` and no `\\1`",
};

pub(super) static PATTERN_LOOSE: About = About {
    rule: "M8",
    name: "pattern-loose",
    severity: Severity::Info,
    message: |seen, f| match seen {
        Seen::Text(pattern) => write!(f, "`{pattern}` also matches every longer path that has it somewhere inside"),
        _ => f.write_str("this also matches every longer path that has it somewhere inside"),
    },
    help: "if only this path is meant, put ^ before it and $ behind it",
};

pub(super) static METHODS_MISSING: About = About {
    rule: "S13",
    name: "methods-missing",
    severity: Severity::Error,
    message: |_, f| f.write_str("a path without methods never matches a request"),
    help: "name the methods that may be called, such as GET",
};

pub(super) static METHOD_NOT_UPPER: About = About {
    rule: "S13",
    name: "method-not-upper",
    severity: Severity::Error,
    message: |seen, f| match seen {
        Seen::Text(method) => write!(f, "`{method}` never matches, because Tyk compares methods letter by letter"),
        _ => f.write_str("this never matches, because Tyk compares methods letter by letter"),
    },
    help: "write the method in capitals",
};

pub(super) static METHOD_UNUSUAL: About = About {
    rule: "S13",
    name: "method-unusual",
    severity: Severity::Warning,
    message: |seen, f| match seen {
        Seen::Text(method) => write!(f, "`{method}` is not a common HTTP method"),
        _ => f.write_str("this is not a common HTTP method"),
    },
    help: "choose GET, POST, PUT, PATCH, DELETE, HEAD or OPTIONS, unless the API really has this one",
};

/// Methods beside those that a form offers (RFC 9110 section 9).
const OTHER_METHODS: [&str; 2] = ["CONNECT", "TRACE"];

pub(super) fn check(fields: &Fields<'_>, report: &mut Report) {
    for item in fields.items(&ALLOWED_URLS) {
        check_pattern(&item, &URL, report);
        check_methods(&item, report);
    }
    // A list of plain texts is what people write who think of paths alone.
    for (index, value) in fields.list(&ALLOWED_URLS).iter().enumerate() {
        if let Some(url) = value.as_text().filter(|url| is_pattern(url)) {
            report.mend(&fields.path(&ALLOWED_URLS).item(index), "write it with all methods", &rule_of(url));
        }
    }
}

/// An entry that allows a path with all usual methods.
fn rule_of(url: &str) -> Json {
    let members =
        vec![(METHODS.name.to_owned(), Json::strings(&METHODS_IN_USE)), (URL.name.to_owned(), Json::from(url))];
    Json::Object(Object::new(members))
}

/// A pattern of a path, of an entry or of an endpoint.
pub(super) fn check_pattern(item: &Fields<'_>, field: &'static Field, report: &mut Report) {
    let Some(pattern) = item.get(field).map_or(Some(""), Json::as_text) else { return };
    let path = || item.path(field);
    if pattern.is_empty() {
        report.push(Finding::new(Code::PatternEmpty, path(), Seen::Nothing));
        return;
    }
    match fault_of(pattern) {
        Some(fault) => report.push(Finding::new(Code::PatternInvalid, path(), Seen::two(pattern, &fault.to_string()))),
        None if pattern::is_loose(pattern) => {
            let finding = Finding::new(Code::PatternLoose, path(), Seen::text(pattern));
            report.push(match pattern::anchored(pattern).filter(|held| is_pattern(held)) {
                Some(held) => finding.fixed_by(format!("write {held}"), vec![Edit::Set(path(), Json::from(held))]),
                None => finding,
            });
        }
        None => {}
    }
}

/// Why Tyk cannot use a pattern, if so. Nearly all patterns are seen to be valid without being compiled.
fn fault_of(pattern: &str) -> Option<PatternFault> {
    let prepared = pattern::prepare(pattern, Mode::default());
    if pattern::is_plain(&prepared) { None } else { Pattern::compile(&prepared).err() }
}

/// Whether Tyk can use a pattern.
fn is_pattern(pattern: &str) -> bool {
    !pattern.is_empty() && fault_of(pattern).is_none()
}

fn check_methods(item: &Fields<'_>, report: &mut Report) {
    let methods = match item.get(&METHODS) {
        None | Some(Json::Null) => &[],
        Some(Json::List(methods)) => methods.as_slice(),
        Some(Json::String(method)) => {
            report.mend(&item.path(&METHODS), "write it as a list", &Json::strings(&[&method.to_ascii_uppercase()]));
            return;
        }
        Some(_) => return,
    };
    if methods.is_empty() {
        let finding = Finding::new(Code::MethodsMissing, item.path(&METHODS), Seen::Nothing);
        report.push(finding.fixed_by("allow GET", vec![item.set(&METHODS, Json::strings(&["GET"]))]));
    }
    for (index, method) in methods.iter().enumerate() {
        if let Some(method) = method.as_text() {
            check_method(method, || item.path(&METHODS).item(index), report);
        }
    }
}

fn check_method(method: &str, path: impl Fn() -> Path, report: &mut Report) {
    if METHODS_IN_USE.contains(&method) || OTHER_METHODS.contains(&method) {
        return;
    }
    let upper = method.to_ascii_uppercase();
    if upper != method {
        let finding = Finding::new(Code::MethodNotUpper, path(), Seen::text(method));
        report.push(finding.fixed_by(format!("write {upper}"), vec![Edit::Set(path(), Json::from(upper))]));
    } else {
        report.push(Finding::new(Code::MethodUnusual, path(), Seen::text(method)));
    }
}
