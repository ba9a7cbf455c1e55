//! The anchored values of a document, and a bound on what is copied: ten lines of aliases can name a billion values.

use crate::draft::Json;

/// How much of a text may be copied in all. Every value counts one, and every 64 bytes of its text one more.
const MOST: usize = 100_000;

/// Why an alias gives no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoCopy {
    /// Its anchor is in no place before it in the document, or around it.
    Unknown,
    /// Lists and mappings would stand too deep in each other.
    TooDeep,
    /// Too much was copied.
    TooMuch,
}

/// The anchored values of one document.
#[derive(Default)]
pub(super) struct Anchors {
    /// By their number, in order.
    values: Vec<(usize, Json)>,
    copied: usize,
}

impl Anchors {
    /// Forgets the anchors, which live as long as their document; what was copied still counts.
    pub(super) fn forget(&mut self) {
        self.values.clear();
    }

    /// Keeps a copy of the value behind an anchor. 0 is the number of what has none.
    pub(super) fn keep(&mut self, anchor: usize, value: &Json) -> Result<(), NoCopy> {
        if anchor == 0 {
            return Ok(());
        }
        self.count(measure(value).0)?;
        // A value within another is complete before it and yet has the higher number.
        let place = self.values.partition_point(|(other, _)| *other < anchor);
        self.values.insert(place, (anchor, value.clone()));
        Ok(())
    }

    /// The value behind an anchor, for a place with so many levels free under it.
    pub(super) fn copy(&mut self, anchor: usize, levels: usize) -> Result<Json, NoCopy> {
        let place = self.values.partition_point(|(other, _)| *other < anchor);
        let kept = self.values.get(place).filter(|(other, _)| *other == anchor);
        let (weight, height) = kept.map(|(_, value)| measure(value)).ok_or(NoCopy::Unknown)?;
        if height > levels {
            return Err(NoCopy::TooDeep);
        }
        self.count(weight)?;
        self.values.get(place).map(|(_, value)| value.clone()).ok_or(NoCopy::Unknown)
    }

    fn count(&mut self, weight: usize) -> Result<(), NoCopy> {
        self.copied = self.copied.saturating_add(weight);
        if self.copied > MOST { Err(NoCopy::TooMuch) } else { Ok(()) }
    }
}

/// How much there is to copy, and how many levels of lists and objects.
fn measure(value: &Json) -> (usize, usize) {
    let within = |(weight, height): (usize, usize), text: &str, inner: &Json| {
        let (inner_weight, inner_height) = measure(inner);
        (weight + inner_weight + text.len() / 64, height.max(inner_height + 1))
    };
    match value {
        Json::String(text) => (1 + text.len() / 64, 0),
        Json::Number(number) => (1 + number.as_str().len() / 64, 0),
        Json::List(items) => items.iter().fold((1, 1), |sum, item| within(sum, "", item)),
        Json::Object(object) => object.iter().fold((1, 1), |sum, (name, member)| within(sum, name, member)),
        Json::Null | Json::Bool(_) => (1, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_copied_where_it_has_room() {
        let mut anchors = Anchors::default();
        let nested = Json::List(vec![Json::List(Vec::new())]);
        anchors.keep(2, &Json::Null).unwrap();
        anchors.keep(1, &nested).unwrap();
        assert_eq!(anchors.copy(1, 2), Ok(nested));
        assert_eq!(anchors.copy(2, 0), Ok(Json::Null));
        assert_eq!(anchors.copy(1, 1), Err(NoCopy::TooDeep));
        assert_eq!(anchors.copy(3, 9), Err(NoCopy::Unknown));
        anchors.forget();
        assert_eq!(anchors.copy(1, 2), Err(NoCopy::Unknown));
    }

    #[test]
    fn a_long_text_counts_for_more_than_one_value() {
        let mut anchors = Anchors::default();
        anchors.keep(1, &Json::from("a".repeat(1_000_000))).unwrap();
        let copies = (0..100).take_while(|_| anchors.copy(1, 0).is_ok()).count();
        assert_eq!(copies, 5);
    }
}
