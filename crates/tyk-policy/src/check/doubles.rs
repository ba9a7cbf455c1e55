//! Names that stand in an object more than once.

use std::collections::BTreeSet;

use super::code::{About, Severity};
use super::path::{Path, Step, Trail};
use super::{Code, Finding, Report, Seen};
use crate::draft::{Edit, Json, Object};

pub(super) static DOUBLE: About = About {
    rule: "M4",
    name: "double",
    severity: Severity::Warning,
    message: |seen, f| match seen {
        Seen::Text(name) => write!(f, "`{name}` stands here more than once; only the last one counts"),
        _ => f.write_str("a name stands here more than once; only the last one counts"),
    },
    help: "keep one of them",
};

/// Names that stand in an object more than once.
pub(super) fn among<'a>(object: &'a Object, trail: &Trail<'_>, report: &mut Report) -> Vec<&'a str> {
    let repeated = repeated(object.iter().map(|(name, _)| name));
    for name in &repeated {
        let mut values = object.iter().rev().filter(|(each, _)| each == name).map(|(_, value)| value);
        let last_counts = values.next().is_some_and(|last| values.all(|earlier| is_overridden(earlier, last)));
        report.push(double(name, trail.then(Step::Key(name)).path(), last_counts));
    }
    repeated
}

/// What is to be said of a name that stands at this place more than once.
pub(super) fn double(name: &str, path: Path, last_counts: bool) -> Finding {
    const SAYS: &str = "keep the last one only";
    let finding = Finding::new(Code::Double, path.clone(), Seen::text(name));
    let edits = vec![Edit::KeepLast(path)];
    if last_counts { finding.safely_fixed_by(SAYS, edits) } else { finding.fixed_by(SAYS, edits) }
}

/// Whether Go's decoder forgets the earlier of two values of one name. It does not where the later one is `null`, which
/// changes nothing, and an earlier object or list may shine through the later one.
fn is_overridden(earlier: &Json, last: &Json) -> bool {
    *last != Json::Null && !matches!(earlier, Json::Object(_) | Json::List(_))
}

/// The same in everything inside a value of which nothing else is known.
pub(super) fn inside(value: &Json, trail: &Trail<'_>, report: &mut Report) {
    match value {
        Json::Object(object) => {
            let repeated = among(object, trail, report);
            for (name, value) in object.iter() {
                let before = report.len();
                inside(value, &trail.then(Step::Key(name)), report);
                if repeated.contains(&name) && !object.get(name).is_some_and(|last| std::ptr::eq(last, value)) {
                    report.unfix_behind(before);
                }
            }
        }
        Json::List(items) => {
            let items = items.iter().enumerate();
            items.for_each(|(index, value)| inside(value, &trail.then(Step::Index(index)), report));
        }
        _ => {}
    }
}

/// The names that come more than once, each once. A few are compared with each other; a thousand APIs are not.
pub(super) fn repeated<'a>(names: impl Iterator<Item = &'a str> + Clone) -> Vec<&'a str> {
    const FEW: usize = 24;
    let mut repeated = Vec::new();
    if names.clone().nth(FEW).is_none() {
        for (index, name) in names.clone().enumerate() {
            if names.clone().take(index).any(|earlier| earlier == name) && !repeated.contains(&name) {
                repeated.push(name);
            }
        }
    } else {
        let (mut seen, mut said) = (BTreeSet::new(), BTreeSet::new());
        repeated.extend(names.filter(|name| !seen.insert(*name) && said.insert(*name)));
    }
    repeated
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_comes_again_and_again_is_named_once_among_few_and_among_many() {
        let few = ["a", "b", "a", "c", "a"];
        assert_eq!(repeated(few.into_iter()), ["a"]);
        let many: Vec<String> = (0..100).map(|number| (number % 98).to_string()).collect();
        assert_eq!(repeated(many.iter().map(String::as_str)), ["0", "1"]);
    }
}
