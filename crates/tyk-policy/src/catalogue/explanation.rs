//! One field explained in plain text, for the command line.

use super::{FieldAt, Home, words};
use crate::plain::{entry, wrap};

/// Everything the catalogue knows of a field at its place: a headline, what it does, then one heading for each fact.
/// No line is wider than 80 columns, unless a single word is.
#[must_use]
pub fn explanation(place: &FieldAt) -> String {
    let field = place.field;
    let mut text = String::new();
    wrap(&format!("{}: {}", place.path, field.label), 0, 2, &mut text);
    text.push('\n');
    wrap(field.hint, 0, 0, &mut text);
    text.push('\n');

    let unit = if field.unit.is_empty() { String::new() } else { format!(" ({})", field.unit) };
    entry("Type", &format!("{}{unit}", words::kind(&field.kind)), &mut text);
    entry("Left out", field.left_out, &mut text);
    entry("Default", field.default_value(), &mut text);
    let width = field.special.iter().map(|(value, _)| value.len()).max().unwrap_or_default();
    for (index, (value, meaning)) in field.special.iter().enumerate() {
        entry(if index == 0 { "Special" } else { "" }, &format!("{value:width$}  {meaning}"), &mut text);
    }
    if !field.values.is_empty() {
        let values: Vec<_> = field.values.iter().map(|value| format!("\"{value}\"")).collect();
        entry("Values", &values.join(", "), &mut text);
    }
    entry("Since", &words::since(field, place.since), &mut text);
    if field.home == Home::DashboardOnly {
        entry("Known to", "the Dashboard only; the Gateway drops it", &mut text);
    }
    if let Some(owner) = words::owner(field) {
        entry("Owner", &owner, &mut text);
    }
    entry("Example", &format!("\"{}\": {}", field.name, field.example), &mut text);
    entry("Source", field.source, &mut text);
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{all, find};
    use crate::plain::WIDTH;

    #[test]
    fn a_field_is_explained_with_its_headings_in_one_column() {
        let place = find("/access_rights/abc/limit/throttle_interval").remove(0);
        let expected = "\
access_rights.*.limit.throttle_interval: Retry interval

How long Tyk waits before it tries a request over this API's rate limit again.

Type:       number (seconds)
Left out:   Counts as 0.
Default:    0
Special:    -1  throttling off, together with throttle_retry_limit -1
            0   retries follow at once
Since:      Gateway 2.8
Example:    \"throttle_interval\": 10
Source:     policy-model.md 4.4, 6.3
";
        assert_eq!(explanation(&place), expected);
    }

    #[test]
    fn no_explanation_is_wider_than_80_columns() {
        for place in all() {
            for line in explanation(&place).lines() {
                assert!(line.chars().count() <= WIDTH, "{}: {line}", place.path);
                assert!(!line.ends_with(' '), "{}: {line}", place.path);
            }
        }
    }
}
