//! JSON that forgets nothing: members keep their order and their doubles, numbers keep their digits.

/// One JSON value as it was read or typed.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as the text it was written with.
    Number(Number),
    /// A string, unescaped.
    String(String),
    /// `[…]`
    List(Vec<Self>),
    /// `{…}`
    Object(Object),
}

impl Json {
    /// The words used for this value's type in a finding.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::String(_) => "a string",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }

    /// The text of a string.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }

    /// The value of a boolean.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self { Some(*value) } else { None }
    }

    /// The members of an object.
    #[must_use]
    pub fn as_object(&self) -> Option<&Object> {
        if let Self::Object(object) = self { Some(object) } else { None }
    }

    /// The items of a list.
    #[must_use]
    pub fn as_list(&self) -> Option<&[Self]> {
        if let Self::List(items) = self { Some(items) } else { None }
    }

    /// The number as a float; `null` counts as 0, as it does for Tyk (policy-model.md section 1).
    #[must_use]
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => number.as_f64(),
            Self::Null => Some(0.0),
            _ => None,
        }
    }

    /// The number as a 64-bit integer, if it is written as one; `null` counts as 0.
    #[must_use]
    pub fn as_integer(&self) -> Option<i64> {
        match self {
            Self::Number(number) => number.as_i64(),
            Self::Null => Some(0),
            _ => None,
        }
    }

    /// A whole number, if the float is one that an integer holds exactly once its fraction is cut.
    #[must_use]
    pub fn whole(number: f64) -> Option<Self> {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        #[expect(clippy::cast_possible_truncation, reason = "the range was looked at")]
        (number.abs() < EXACT).then(|| Self::from(number as i64))
    }

    /// What a number field holds after `text` was typed into it: a number where JSON has one, otherwise the text itself.
    #[must_use]
    pub fn from_number_field(text: &str) -> Self {
        Number::parse(text.trim()).map_or_else(|| Self::String(text.to_owned()), Self::Number)
    }

    /// A list of strings after its words were edited: items whose text did not change stay what they were, of whatever type.
    #[must_use]
    pub fn strings_after_edit(before: &[Self], words: &[String]) -> Self {
        let shown = |item: &Self| {
            item.as_text().map_or_else(|| crate::write::json(item, crate::write::Layout::Indented), str::to_owned)
        };
        let mut left: Vec<Option<&Self>> = before.iter().map(Some).collect();
        Self::List(
            words
                .iter()
                .map(|word| {
                    let same = left.iter_mut().find(|item| item.is_some_and(|item| shown(item) == *word));
                    same.and_then(Option::take).cloned().unwrap_or_else(|| Self::from(word.as_str()))
                })
                .collect(),
        )
    }

    /// An object of these members.
    #[must_use]
    pub fn object(members: Vec<(&str, Self)>) -> Self {
        Self::Object(Object::new(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()))
    }

    /// A list of strings.
    #[must_use]
    pub fn strings(items: &[&str]) -> Self {
        Self::List(items.iter().map(|item| Self::from(*item)).collect())
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i64> for Json {
    fn from(value: i64) -> Self {
        Self::Number(Number::from(value))
    }
}

/// A JSON number as its text, so that `1.50`, `1e3` and twenty digits come back as they were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(String);

impl Number {
    /// Takes `text` if the whole of it is a number of RFC 8259 section 6.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        (number_length(text.as_bytes()) == Some(text.len())).then(|| Self(text.to_owned()))
    }

    /// The digits as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The value, if it is written as a plain integer within 64 bits. Go takes nothing else for an integer field.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.0.parse().ok()
    }

    /// Whether the text is digits only, of any length, with or without a minus sign.
    #[must_use]
    pub fn is_plain_integer(&self) -> bool {
        self.0.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
    }

    /// The float, or nothing where the value lies outside what a float holds (`1e400`), which Go refuses.
    ///
    /// Exact for whole numbers up to 2^53, otherwise to about 15 digits: the texts are what is written and shown, and the
    /// exact reader of the standard library would cost the page 12 KB of tables.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        // Most numbers of a policy are small and whole.
        if let Ok(whole) = self.0.parse::<i32>() {
            return Some(f64::from(whole));
        }
        let (digits, exponent) = self.0.split_once(['e', 'E']).unwrap_or((&self.0, "0"));
        // An exponent beyond 32 bits is far outside, or far below, what a float holds.
        let exponent: i32 = exponent.parse().unwrap_or(if exponent.starts_with('-') { i32::MIN } else { i32::MAX });
        let (mut value, mut scale, mut behind_point) = (0.0_f64, exponent, false);
        for byte in digits.bytes() {
            match byte {
                b'.' => behind_point = true,
                b'0'..=b'9' => {
                    value = value * 10.0 + f64::from(byte - b'0');
                    scale = scale.saturating_sub(i32::from(behind_point));
                }
                _ => {}
            }
        }
        let value = times_power_of_ten(value, scale);
        value.is_finite().then_some(if digits.starts_with('-') { -value } else { value })
    }
}

/// `value` times ten to the power of `scale`.
fn times_power_of_ten(mut value: f64, scale: i32) -> f64 {
    if value == 0.0 {
        return 0.0;
    }
    // More than 700 steps lead outside every float from wherever one starts; a wild exponent must not cost time.
    let mut steps = scale.unsigned_abs().min(700);
    while steps > 0 {
        // Powers up to the 22nd are exact, so that a short number is rounded once.
        let now = steps.min(22);
        let power = (0..now).fold(1.0, |power, _| power * 10.0);
        value = if scale < 0 { value / power } else { value * power };
        steps -= now;
    }
    value
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Self(value.to_string())
    }
}

/// The length of the JSON number at the start of `bytes`, or nothing where none starts there (RFC 8259 section 6).
#[must_use]
pub(crate) fn number_length(bytes: &[u8]) -> Option<usize> {
    let digits = |from: usize| bytes.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
    let mut end = usize::from(bytes.first() == Some(&b'-'));
    let whole = digits(end);
    if whole == 0 {
        return None;
    }
    // A leading zero stands alone: `007` is a zero with something behind it.
    end += if bytes.get(end) == Some(&b'0') { 1 } else { whole };
    if bytes.get(end) == Some(&b'.') {
        let fraction = digits(end + 1);
        if fraction == 0 {
            return None;
        }
        end += 1 + fraction;
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        let exponent = digits(end + 1 + sign);
        if exponent == 0 {
            return None;
        }
        end += 1 + sign + exponent;
    }
    Some(end)
}

/// The members of a JSON object in the order they were written. A name may stand twice; the last one counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object(Vec<(String, Json)>);

impl Object {
    /// An object of these members.
    #[must_use]
    pub fn new(members: Vec<(String, Json)>) -> Self {
        Self(members)
    }

    /// All members, doubles too.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&str, &Json)> + Clone {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// The value that counts for `name`: the last one.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.0.iter().rev().find(|(each, _)| each == name).map(|(_, value)| value)
    }

    /// Sets the value that counts for `name`. A new name takes the place that `before` asks for: in front of the
    /// first member for which it is true, otherwise at the end.
    pub fn set(&mut self, name: &str, value: Json, before: impl Fn(&str) -> bool) {
        if let Some((_, old)) = self.0.iter_mut().rev().find(|(each, _)| each == name) {
            *old = value;
        } else {
            let place = self.0.iter().position(|(each, _)| before(each)).unwrap_or(self.0.len());
            self.0.insert(place, (name.to_owned(), value));
        }
    }

    /// The value that counts for `name`, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Json> {
        self.0.iter_mut().rev().find(|(each, _)| each == name).map(|(_, value)| value)
    }

    /// Takes every member of this name out.
    pub fn remove(&mut self, name: &str) {
        self.0.retain(|(each, _)| each != name);
    }

    /// Gives every member of this name another one.
    pub fn rename(&mut self, name: &str, to: &str) {
        for (each, _) in self.0.iter_mut().filter(|(each, _)| each == name) {
            to.clone_into(each);
        }
    }

    /// Takes out all members of this name but the last.
    pub fn keep_last(&mut self, name: &str) {
        let mut left = self.0.iter().filter(|(each, _)| each == name).count();
        self.0.retain(|(each, _)| {
            let is_it = each == name;
            left -= usize::from(is_it);
            !is_it || left == 0
        });
    }

    /// Whether there is no member.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The members themselves.
    #[must_use]
    pub fn into_members(self) -> Vec<(String, Json)> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_what_json_calls_one_and_nothing_else() {
        for text in ["0", "-0", "12", "-1", "1.50", "1e3", "1E+3", "9223372036854775808", "1e400"] {
            assert!(Number::parse(text).is_some(), "{text}");
        }
        for text in ["", "-", "007", "1.", ".5", "1e", "12x", "+1", "0x10", " 1", "NaN"] {
            assert!(Number::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn an_integer_field_takes_plain_integers_within_64_bits_only() {
        let integer = |text| Number::parse(text).and_then(|number| number.as_i64());
        assert_eq!(integer("9223372036854775807"), Some(i64::MAX));
        assert_eq!(integer("9223372036854775808"), None);
        assert_eq!(integer("10.0"), None);
        assert_eq!(integer("1e3"), None);
    }

    #[test]
    fn editing_a_list_of_words_leaves_the_other_items_what_they_were() {
        let before = [Json::from("a"), Json::from(1), Json::from("b")];
        let words = ["a".to_owned(), "1".to_owned(), "new".to_owned()];
        assert_eq!(
            Json::strings_after_edit(&before, &words),
            Json::List(vec![Json::from("a"), Json::from(1), Json::from("new")])
        );
    }

    #[test]
    fn a_float_outside_the_range_has_no_value() {
        for text in ["1e400", "-1e309", "1e99999999999"] {
            assert_eq!(Number::parse(text).and_then(|number| number.as_f64()), None, "{text}");
        }
    }

    #[test]
    fn a_float_is_the_number_that_was_written() {
        for text in [
            "0",
            "-0",
            "-1",
            "100",
            "0.5",
            "1.50",
            "1e3",
            "12.25e-2",
            "0e999",
            "1e-400",
            "9007199254740991",
            "2.592e+06",
        ] {
            let expected: f64 = text.parse().unwrap();
            assert_eq!(Number::parse(text).and_then(|number| number.as_f64()), Some(expected), "{text}");
        }
    }

    #[test]
    fn of_two_members_with_one_name_the_last_counts_and_both_are_kept() {
        let mut object =
            Object::new(vec![("a".into(), Json::from(1)), ("b".into(), Json::Null), ("a".into(), Json::from(2))]);
        assert_eq!(object.get("a"), Some(&Json::from(2)));
        object.set("a", Json::from(3), |_| false);
        assert_eq!(object.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["a", "b", "a"]);
        assert_eq!(object.get("a"), Some(&Json::from(3)));
    }

    #[test]
    fn a_new_member_goes_where_it_is_asked_to() {
        let mut object = Object::new(vec![("a".into(), Json::Null), ("c".into(), Json::Null)]);
        object.set("b", Json::Null, |name| name > "b");
        object.set("d", Json::Null, |name| name > "d");
        assert_eq!(object.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["a", "b", "c", "d"]);
    }
}
