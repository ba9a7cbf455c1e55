//! Rule R1: every known field has the type that Tyk's decoder expects (policy-model.md section 1).

use super::code::{About, Severity};
use super::path::{Step, Trail};
use super::{Code, Finding, Report, Seen, doubles, names, versions};
use crate::catalogue::{ACCESS_RIGHTS, ENTRY, Field, Kind};
use crate::context::Context;
use crate::draft::{Edit, Entry, Json, Number, Object};

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
    help: "write a value of that type, a number without quotes: as it is, Tyk refuses the whole policy",
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

pub(super) static MINUS_ZERO: About = About {
    rule: "M14",
    name: "minus-zero",
    severity: Severity::Info,
    message: |_, f| f.write_str("`-0` is read as 0"),
    help: "write 0",
};

/// A walk through values, with what it has to know and what it found.
pub(super) struct Walk<'a> {
    pub context: &'a Context,
    pub report: &'a mut Report,
}

/// Whether an entry of the access rights has its types, and names that are known.
pub(super) fn entry(entry: &Entry, context: &Context, report: &mut Report) {
    static KIND: Kind = Kind::Object(&ENTRY);
    let trail = Trail::start(Step::Name(ACCESS_RIGHTS.name));
    Walk { context, report }.value(&KIND, &entry.value, &trail.then(Step::Key(&entry.key)));
}

/// Whether a value is one that Tyk's decoder takes for this type.
pub(super) fn fits(kind: &'static Kind, value: &Json) -> bool {
    let (context, mut report) = (Context::default(), Report::default());
    Walk { context: &context, report: &mut report }.value(kind, value, &Trail::start(Step::Index(0)));
    report.is_ready()
}

/// Whether the float of a number is the number itself: few digits, and none lost below what a float holds.
fn is_exact(number: &Number) -> bool {
    const DIGITS_OF_A_FLOAT: usize = 15;
    let digits = number.as_str().split(['e', 'E']).next().unwrap_or_default();
    let count = digits.bytes().filter(u8::is_ascii_digit).count();
    let is_zero = !digits.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
    count <= DIGITS_OF_A_FLOAT && number.as_f64().is_some_and(|float| (float == 0.0) == is_zero)
}

impl Walk<'_> {
    /// Whether a field at the root, and everything in it, has its type.
    pub(super) fn root(&mut self, field: &'static Field, value: &Json) {
        self.member(field, value, None, &Trail::start(Step::Name(field.name)));
    }

    /// Whether a field, and everything in it, has its type. `beside` are the members around it, `trail` leads to the field
    /// itself.
    pub(super) fn member(&mut self, field: &'static Field, value: &Json, beside: Option<&Object>, trail: &Trail<'_>) {
        versions::check(field, value, trail, self);
        names::owner(field, value, beside, trail, self);
        self.value(&field.kind, value, trail);
    }

    fn value(&mut self, kind: &'static Kind, value: &Json, trail: &Trail<'_>) {
        match (kind, value) {
            (_, Json::Null) | (Kind::Text, Json::String(_)) | (Kind::Flag, Json::Bool(_)) => {}
            (Kind::Integer, Json::Number(number)) => self.integer(number, trail),
            (Kind::Number, Json::Number(number)) => self.number(number, trail),
            (Kind::List(item), Json::List(items)) => {
                for (index, value) in items.iter().enumerate() {
                    self.value(item, value, &trail.then(Step::Index(index)));
                }
            }
            (Kind::Object(fields), Json::Object(object)) => {
                self.members(object, trail, |walk, name, value| match fields.iter().find(|field| field.name == name) {
                    Some(field) => walk.member(field, value, Some(object), &trail.then(Step::Name(field.name))),
                    None => walk.unknown(name, value, fields, trail),
                });
            }
            (Kind::Map(item), Json::Object(object)) => {
                self.members(object, trail, |walk, key, value| walk.value(item, value, &trail.then(Step::Key(key))));
            }
            (Kind::Any, value) => doubles::inside(value, trail, self.report),
            _ => self.wrong_type(kind, value, trail),
        }
    }

    /// Each member of an object. One that a later member of its name overrides must have its type, too, but no fix reaches it.
    fn members(&mut self, object: &Object, trail: &Trail<'_>, mut check: impl FnMut(&mut Self, &str, &Json)) {
        let repeated = doubles::among(object, trail, self.report);
        for (name, value) in object.iter() {
            let before = self.report.len();
            check(self, name, value);
            if repeated.contains(&name) && !object.get(name).is_some_and(|last| std::ptr::eq(last, value)) {
                self.report.unfix_behind(before);
            }
        }
    }

    /// A number or a boolean in quotes is plainly what was meant without them.
    fn wrong_type(&mut self, kind: &'static Kind, value: &Json, trail: &Trail<'_>) {
        let finding = Finding::new(Code::WrongType, trail.path(), Seen::expected(kind.expected(), value));
        let text = value.as_text().unwrap_or_default().trim();
        let meant = match kind {
            Kind::Integer => Number::parse(text).filter(|number| number.as_i64().is_some()).map(Json::Number),
            Kind::Number => Number::parse(text).filter(|number| number.as_f64().is_some()).map(Json::Number),
            Kind::Flag => ["true", "false"].iter().find(|word| **word == text).map(|word| Json::Bool(*word == "true")),
            _ => None,
        };
        self.report.push(match meant {
            Some(meant) => {
                let edits = vec![Edit::Set(trail.path(), meant)];
                finding.safely_fixed_by(format!("write {text} without quotes"), edits)
            }
            None => finding,
        });
    }

    /// A member that is not known by this name. The Gateway takes a known one in other letters all the same, so its type
    /// counts, too (policy-model.md section 1).
    fn unknown(&mut self, name: &str, value: &Json, fields: &'static [&'static Field], trail: &Trail<'_>) {
        let trail = trail.then(Step::Key(name));
        names::unknown(name, value, fields, &trail, self.report);
        if let Some(field) = fields.iter().find(|field| field.name.eq_ignore_ascii_case(name)) {
            self.value(&field.kind, value, &trail);
        }
    }

    fn integer(&mut self, number: &Number, trail: &Trail<'_>) {
        match number.as_i64() {
            Some(_) => self.minus_zero(number, trail),
            None if number.is_plain_integer() => {
                self.push(Code::IntegerOutOfRange, trail, Seen::text(number.as_str()));
            }
            None => self.not_plain(number, trail),
        }
    }

    /// `10.0` and `1e3` are plainly 10 and 1000; `10.5` is not.
    fn not_plain(&mut self, number: &Number, trail: &Trail<'_>) {
        let finding = Finding::new(Code::IntegerNotPlain, trail.path(), Seen::text(number.as_str()));
        let whole = number.as_f64().filter(|float| float % 1.0 == 0.0 && is_exact(number)).and_then(Json::whole);
        self.report.push(match whole {
            Some(whole) => {
                let says = format!("write {}", whole.as_integer().unwrap_or_default());
                finding.safely_fixed_by(says, vec![Edit::Set(trail.path(), whole)])
            }
            None => finding,
        });
    }

    fn number(&mut self, number: &Number, trail: &Trail<'_>) {
        match number.as_f64() {
            Some(_) => self.minus_zero(number, trail),
            None => self.push(Code::NumberOutOfRange, trail, Seen::text(number.as_str())),
        }
    }

    fn minus_zero(&mut self, number: &Number, trail: &Trail<'_>) {
        if number.as_str() == "-0" {
            let finding = Finding::new(Code::MinusZero, trail.path(), Seen::Nothing);
            self.report.push(finding.safely_fixed_by("write 0", vec![Edit::Set(trail.path(), Json::from(0))]));
        }
    }

    pub(super) fn push(&mut self, code: Code, trail: &Trail<'_>, seen: Seen) {
        self.report.push(Finding::new(code, trail.path(), seen));
    }
}
