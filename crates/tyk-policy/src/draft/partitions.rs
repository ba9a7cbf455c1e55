//! The partitions as one question: what does this policy decide? (policy-model.md section 5)

use super::{Json, Object, Section};
use crate::catalogue::PARTITIONS;

/// The flag that gives each API its own limits.
const PER_API: &str = "per_api";

/// A group of settings that a policy can decide on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The APIs, versions and paths.
    Access,
    /// Rate limit and throttling.
    Rate,
    /// The quota.
    Quota,
    /// The depth of GraphQL queries.
    Complexity,
}

impl Group {
    /// All groups, in the order of the control.
    pub const ALL: [Self; 4] = [Self::Access, Self::Rate, Self::Quota, Self::Complexity];

    /// The name of its flag.
    #[must_use]
    pub fn flag(self) -> &'static str {
        match self {
            Self::Access => "acl",
            Self::Rate => "rate_limit",
            Self::Quota => "quota",
            Self::Complexity => "complexity",
        }
    }

    /// What the control calls it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Access => "Access",
            Self::Rate => "Rate",
            Self::Quota => "Quota",
            Self::Complexity => "Complexity",
        }
    }
}

/// What a policy decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decides {
    /// Everything: no flag is on.
    Everything,
    /// Only some groups.
    Groups,
    /// The limits of each API on its own.
    EachApi,
    /// `per_api` and some group at once, which Tyk stores and then refuses at every call.
    Conflict,
}

impl Decides {
    /// The answers that can be chosen.
    pub const CHOICES: [Self; 3] = [Self::Everything, Self::Groups, Self::EachApi];

    /// The answer that the flags give.
    #[must_use]
    pub fn read(section: &Section) -> Self {
        let some_group = Group::ALL.into_iter().any(|group| is_on(section, group.flag()));
        match (is_on(section, PER_API), some_group) {
            (false, false) => Self::Everything,
            (false, true) => Self::Groups,
            (true, false) => Self::EachApi,
            (true, true) => Self::Conflict,
        }
    }

    /// What the control calls it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Everything => "Everything",
            Self::Groups => "Only some of",
            Self::EachApi => "Each API on its own",
            Self::Conflict => "A mix that Tyk refuses",
        }
    }

    /// Writes the answer. The choice of groups starts with those that are on, or with all of them.
    pub fn write(self, section: &mut Section) {
        let keep_groups = self == Self::Groups;
        let some_group = Group::ALL.into_iter().any(|group| is_on(section, group.flag()));
        for group in Group::ALL {
            let on = keep_groups && (is_on(section, group.flag()) || !some_group);
            set_flag(section, group.flag(), on);
        }
        set_flag(section, PER_API, self == Self::EachApi);
    }
}

impl Section {
    /// Whether the policy decides this group.
    #[must_use]
    pub fn decides(&self, group: Group) -> bool {
        is_on(self, group.flag())
    }

    /// Whether the limits of each API are decided on their own.
    #[must_use]
    pub fn decides_per_api(&self) -> bool {
        is_on(self, PER_API)
    }

    /// Switches one group on or off.
    pub fn set_group(&mut self, group: Group, on: bool) {
        set_flag(self, group.flag(), on);
    }
}

fn is_on(section: &Section, flag: &str) -> bool {
    let flags = section.get(&PARTITIONS).and_then(Json::as_object);
    flags.and_then(|flags| flags.get(flag)).and_then(Json::as_bool).unwrap_or(false)
}

/// Sets one flag. One that is absent and off stays absent.
fn set_flag(section: &mut Section, flag: &str, on: bool) {
    let mut flags = match section.get(&PARTITIONS) {
        Some(Json::Object(flags)) => flags.clone(),
        _ if !on => return,
        _ => Object::default(),
    };
    if on || flags.get(flag).is_some() {
        flags.set(flag, Json::from(on), |other| other > flag);
        section.set(&PARTITIONS, Some(Json::Object(flags)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::SectionName;
    use crate::draft::Draft;
    use crate::read;

    fn partitions(json: &str) -> Section {
        let Json::Object(object) = read::json(json).unwrap() else { unreachable!() };
        Draft::from_object(object).section(SectionName::Partitions).clone()
    }

    #[test]
    fn every_choice_is_read_back_as_itself() {
        for choice in Decides::CHOICES {
            let mut section = partitions("{}");
            choice.write(&mut section);
            assert_eq!(Decides::read(&section), choice);
        }
    }

    #[test]
    fn the_mix_that_tyk_refuses_is_shown_and_any_choice_mends_it() {
        let mixed = partitions(r#"{"partitions": {"acl": true, "per_api": true, "quota": false}}"#);
        assert_eq!(Decides::read(&mixed), Decides::Conflict);
        for choice in Decides::CHOICES {
            let mut section = mixed.clone();
            choice.write(&mut section);
            assert_eq!(Decides::read(&section), choice);
        }
    }

    #[test]
    fn choosing_some_keeps_the_groups_that_were_on() {
        let mut section = partitions(r#"{"partitions": {"acl": true, "per_api": true}}"#);
        Decides::Groups.write(&mut section);
        assert!(section.decides(Group::Access) && !section.decides(Group::Quota));
    }
}
