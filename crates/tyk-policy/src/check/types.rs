//! Rule R1: every known field has the type that Tyk's decoder expects (policy-model.md section 1).

use super::code::{About, Severity};
use super::path::{Step, Trail};
use super::{Code, Finding, Report, Seen};
use crate::catalogue::{ACCESS_RIGHTS, ENTRY, Field, Kind};
use crate::draft::{Entry, Json, Number};

pub(super) static WRONG_TYPE: About = About {
    rule: "R1",
    name: "wrong-type",
    severity: Severity::Error,
    message: |seen, f| match seen {
        Seen::Type { expected, found, value: None } => write!(f, "expected {expected}, found {found}"),
        Seen::Type { expected, found, value: Some(value) } => {
            write!(f, "expected {expected}, found {found}: `{value}`")
        }
        _ => f.write_str("wrong type"),
    },
    help: "Tyk refuses the whole body because of it; a number in quotes is a string",
};

pub(super) static INTEGER_NOT_PLAIN: About = About {
    rule: "R1",
    name: "integer-not-plain",
    severity: Severity::Error,
    message: |seen, f| match seen {
        Seen::Text(number) => write!(f, "expected a whole number, found `{number}`"),
        _ => f.write_str("expected a whole number"),
    },
    help: "write digits only: Tyk refuses a decimal point or an exponent here, even in `10.0` or `1e3`",
};

pub(super) static INTEGER_OUT_OF_RANGE: About = About {
    rule: "R1",
    name: "integer-out-of-range",
    severity: Severity::Error,
    message: |seen, f| match seen {
        Seen::Text(number) => write!(f, "`{number}` does not fit into 64 bits"),
        _ => f.write_str("the number does not fit into 64 bits"),
    },
    help: "the largest number that Tyk takes here is 9223372036854775807; -1 means unlimited",
};

pub(super) static NUMBER_OUT_OF_RANGE: About = About {
    rule: "R1",
    name: "number-out-of-range",
    severity: Severity::Error,
    message: |seen, f| match seen {
        Seen::Text(number) => write!(f, "`{number}` is larger than any number Tyk can hold"),
        _ => f.write_str("the number is larger than any number Tyk can hold"),
    },
    help: "write a smaller number; -1 means unlimited",
};

/// Whether a root field, and everything in it, has its type.
pub fn field_type(field: &'static Field, value: &Json, report: &mut Report) {
    check(&field.kind, value, &Trail::start(Step::Name(field.name)), report);
}

/// Whether an entry of the access rights has its types.
pub(super) fn entry_type(entry: &Entry, report: &mut Report) {
    static KIND: Kind = Kind::Object(&ENTRY);
    let trail = Trail::start(Step::Name(ACCESS_RIGHTS.name));
    check(&KIND, &entry.value, &trail.then(Step::Key(&entry.key)), report);
}

fn check(kind: &'static Kind, value: &Json, trail: &Trail<'_>, report: &mut Report) {
    match (kind, value) {
        (_, Json::Null) | (Kind::Any, _) | (Kind::Text, Json::String(_)) | (Kind::Flag, Json::Bool(_)) => {}
        (Kind::Integer, Json::Number(number)) => integer(number, trail, report),
        (Kind::Number, Json::Number(number)) if number.as_f64().is_some() => {}
        (Kind::Number, Json::Number(number)) => {
            report.push(Finding::new(Code::NumberOutOfRange, trail.path(), Seen::text(number.as_str())));
        }
        (Kind::List(item), Json::List(items)) => {
            for (index, value) in items.iter().enumerate() {
                check(item, value, &trail.then(Step::Index(index)), report);
            }
        }
        (Kind::Object(fields), Json::Object(object)) => {
            for (name, value) in object.iter() {
                if let Some(field) = fields.iter().find(|field| field.name == name) {
                    check(&field.kind, value, &trail.then(Step::Name(field.name)), report);
                }
            }
        }
        (Kind::Map(item), Json::Object(object)) => {
            for (key, value) in object.iter() {
                check(item, value, &trail.then(Step::Key(key)), report);
            }
        }
        _ => report.push(Finding::new(Code::WrongType, trail.path(), Seen::expected(kind.expected(), value))),
    }
}

fn integer(number: &Number, trail: &Trail<'_>, report: &mut Report) {
    if number.as_i64().is_none() {
        let code = if number.is_plain_integer() { Code::IntegerOutOfRange } else { Code::IntegerNotPlain };
        report.push(Finding::new(code, trail.path(), Seen::text(number.as_str())));
    }
}
