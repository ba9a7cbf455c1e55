//! The access state of a policy: one choice that stands in three fields (policy-model.md section 9).

use super::{Json, Section};
use crate::catalogue::{ACTIVE, Field, IS_INACTIVE, STATE};

/// What the Dashboard does with the policy and its keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Usable.
    Active,
    /// Existing keys keep working, no new keys can be made. (Tyk's "draft"; our own drafts are another thing.)
    Draft,
    /// Keys are refused and no new ones can be made.
    Deny,
}

impl State {
    /// All states, in the order of the control.
    pub const ALL: [Self; 3] = [Self::Active, Self::Draft, Self::Deny];

    /// The word in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Draft => "draft",
            Self::Deny => "deny",
        }
    }

    /// What the control calls it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Active => "Active",
            Self::Draft => "Draft",
            Self::Deny => "Deny",
        }
    }

    /// The state that `state`, `active` and `is_inactive` name together, or nothing where they leave room for doubt.
    #[must_use]
    pub fn read(section: &Section) -> Option<Self> {
        Self::ALL.into_iter().find(|state| {
            section.get(&STATE).and_then(Json::as_text) == Some(state.as_str())
                && section.get(&ACTIVE).and_then(Json::as_bool) == Some(true)
                && section.get(&IS_INACTIVE).and_then(Json::as_bool).unwrap_or(false) == state.is_inactive()
        })
    }

    /// Writes the three fields so that they agree.
    pub fn write(self, section: &mut Section) {
        for (field, value) in self.fields() {
            section.set(field, Some(value));
        }
    }

    /// The three fields as they agree.
    #[must_use]
    pub fn fields(self) -> [(&'static Field, Json); 3] {
        [
            (&STATE, Json::from(self.as_str())),
            (&ACTIVE, Json::from(true)),
            (&IS_INACTIVE, Json::from(self.is_inactive())),
        ]
    }

    fn is_inactive(self) -> bool {
        self == Self::Deny
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::SectionName;
    use crate::draft::Draft;

    #[test]
    fn a_state_is_written_as_a_triple_and_read_back() {
        for state in State::ALL {
            let mut basics = Draft::default().section(SectionName::Basics).clone();
            state.write(&mut basics);
            assert_eq!(State::read(&basics), Some(state));
        }
    }

    #[test]
    fn fields_that_contradict_each_other_name_no_state() {
        let mut basics = Draft::default().section(SectionName::Basics).clone();
        State::Active.write(&mut basics);
        basics.set(&IS_INACTIVE, Some(Json::from(true)));
        assert_eq!(State::read(&basics), None);
    }
}
