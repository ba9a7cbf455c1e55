//! JSON that forgets nothing: members keep their order and their doubles, numbers keep their digits.

use super::{Number, Object};

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editing_a_list_of_words_leaves_the_other_items_what_they_were() {
        let before = [Json::from("a"), Json::from(1), Json::from("b")];
        let words = ["a".to_owned(), "1".to_owned(), "new".to_owned()];
        assert_eq!(
            Json::strings_after_edit(&before, &words),
            Json::List(vec![Json::from("a"), Json::from(1), Json::from("new")])
        );
    }
}
