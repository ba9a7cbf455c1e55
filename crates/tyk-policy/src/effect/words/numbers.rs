//! Numbers, periods and lists as people say them.

use crate::check::shorten;
use crate::draft::seconds_in_words;
use crate::effect::limits::cut;
use crate::number::grouped;

/// "1 API", "2,000 APIs".
pub fn counted(number: u64, one: &str, many: &str) -> String {
    [grouped(number).as_str(), " ", if number == 1 { one } else { many }].concat()
}

/// A number of a limit: whole ones with commas, others with at most three decimals.
pub fn number(value: f64) -> String {
    // The standard library's way to write floats would weigh more than all words here.
    let (sign, thousandths) = (if value < 0.0 { "-" } else { "" }, cut(value.abs() * 1e3 + 0.5));
    let fraction = (1_000 + thousandths % 1_000).to_string();
    let fraction = fraction.get(1..).unwrap_or_default().trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    [sign, &grouped(thousandths / 1_000), point, fraction].concat()
}

/// A period as it stands behind "in any": "second", "10 seconds", "minute".
pub fn period(seconds: u64) -> String {
    let words = length(seconds);
    words.strip_prefix("1 ").filter(|unit| !unit.contains(' ')).map(str::to_owned).unwrap_or(words)
}

/// A period as it stands behind a number of requests: "an hour", "a day", "in 10 minutes".
pub fn each(seconds: u64) -> String {
    let unit = period(seconds);
    match unit.as_str() {
        "hour" => "an hour".to_owned(),
        one if one.bytes().all(|byte| byte.is_ascii_alphabetic()) => ["a ", one].concat(),
        many => ["in ", many].concat(),
    }
}

/// "1 hour 30 minutes", "0 seconds".
pub fn length(seconds: u64) -> String {
    let words = i64::try_from(seconds).ok().and_then(seconds_in_words);
    words.unwrap_or_else(|| counted(seconds, "second", "seconds"))
}

/// A length of time in seconds that need not be whole: "0.5 seconds", "1 minute".
pub fn pause(seconds: f64) -> String {
    let whole = cut(seconds);
    if seconds % 1.0 == 0.0 { length(whole) } else { [number(seconds).as_str(), " seconds"].concat() }
}

/// "a", "a and b", "a, b and c".
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => [first.join(", ").as_str(), " and ", last].concat(),
    }
}

/// The first few names and how many more there are: "Orders, Users, Books and 1,997 more". A single one more is named, too.
pub fn few(names: &[&str]) -> String {
    const FEW: usize = 3;
    let shown = if names.len() <= FEW + 1 { names.len() } else { FEW };
    let mut items: Vec<_> = names.iter().take(shown).map(|name| shorten(name)).collect();
    if let Some(more) = names.len().checked_sub(shown).filter(|more| *more > 0) {
        items.push([grouped(more as u64).as_str(), " more"].concat());
    }
    list(&items)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart_and_fractions_kept_short() {
        assert_eq!(
            [1.0, 2.5, 1234.0, 0.125, 1.0 / 3.0, -1.5, 0.9999].map(number),
            ["1", "2.5", "1,234", "0.125", "0.333", "-1.5", "1"]
        );
        assert_eq!([counted(1, "API", "APIs"), counted(2_000, "API", "APIs")], ["1 API", "2,000 APIs"]);
    }

    #[test]
    fn a_period_is_said_as_people_say_it() {
        assert_eq!(
            [1, 10, 60, 3_600, 5_400].map(period),
            ["second", "10 seconds", "minute", "hour", "1 hour 30 minutes"]
        );
        assert_eq!(
            [1, 60, 3_600, 86_400, 604_800].map(each),
            ["a second", "a minute", "an hour", "a day", "in 7 days"]
        );
        assert_eq!([pause(0.5), pause(10.0), pause(90.0)], ["0.5 seconds", "10 seconds", "1 minute 30 seconds"]);
    }

    #[test]
    fn of_many_names_the_first_few_are_said_and_the_rest_counted() {
        assert_eq!(few(&[]), "");
        assert_eq!(few(&["a"]), "a");
        assert_eq!(few(&["a", "b", "c", "d"]), "a, b, c and d");
        assert_eq!(few(&["a"; 2_000]), "a, a, a and 1,997 more");
    }
}
