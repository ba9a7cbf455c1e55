//! An effect for people.

use tyk_policy::catalogue::NAME;
use tyk_policy::check::Path;
use tyk_policy::effect::Row;

use super::Shape;
use crate::console::printable;
use crate::pick::text_of;

/// The paragraph; unless it is to be brief, the rows behind it, each with its field, and what is ignored.
pub fn written(shape: &Shape<'_>, is_one_of_many: bool, is_brief: bool) -> String {
    let Shape { file, found, effect } = shape;
    let mut text = String::new();
    if is_one_of_many {
        let name = text_of(found, &NAME).unwrap_or_default();
        line(&mut text, &["# ", file, &found.path.to_string(), " ", name].concat());
    }
    line(&mut text, &effect.words());
    if is_brief {
        return text;
    }
    let place = |path: &Path| found.in_text(path.clone()).to_string();
    let rows = |heading: &str, rows: Vec<Row>, text: &mut String| {
        line(text, "");
        line(text, heading);
        for row in rows {
            line(text, &format!("  {:18}{}  ({})", row.label, row.value, place(&row.from)));
        }
    };
    for counter in &effect.counters {
        rows(&["Limits: ", &counter.title(effect)].concat(), counter.rows(), &mut text);
    }
    for api in &effect.apis {
        rows(&["API: ", &api.name, " ", &place(&api.at)].concat(), api.rows(), &mut text);
    }
    rows("Key", effect.rows(), &mut text);
    if !effect.ignored.is_empty() {
        line(&mut text, "");
        line(&mut text, "Ignored");
        for finding in &effect.ignored {
            let (rule, code) = (finding.code.rule(), finding.code.name());
            line(&mut text, &format!("  {rule} {code} {}: {finding}", place(&finding.path)));
        }
    }
    text
}

fn line(text: &mut String, content: &str) {
    text.push_str(&printable(content));
    text.push('\n');
}
