//! Templates are sound policies, up to the APIs that are left to fill in.

#![cfg(test)]

use std::collections::BTreeSet;

use tyk_policy::check::{self, Code, Report, Severity};
use tyk_policy::compare;
use tyk_policy::context::Context;
use tyk_policy::draft::{Draft, Entry};
use tyk_policy::read::{self, TextKind};
use tyk_policy::template::Template;
use tyk_policy::write::{self, Layout};

/// The one template that is meant to name no API; the check says so, as it cannot know of the key's other policies.
const WITHOUT_APIS: &str = "plan-without-access";

fn report(draft: &Draft) -> Report {
    check::draft(draft, &Context::default())
}

fn codes(report: &Report, severity: Severity) -> Vec<Code> {
    report.iter().filter(|finding| finding.severity == severity).map(|finding| finding.code).collect()
}

/// The template after its user did what it asks for.
fn filled_in(template: Template) -> Draft {
    let mut draft = template.draft();
    match draft.access.entries.as_mut_slice() {
        [] if template.name == WITHOUT_APIS => {}
        [] => draft.access.entries.push(Entry::new("orders", "Orders")),
        entries => entries.iter_mut().for_each(|entry| entry.set_api_id("orders")),
    }
    draft
}

#[test]
fn nothing_is_wrong_with_a_template_once_its_apis_are_filled_in() {
    for template in Template::ALL {
        let report = report(&filled_in(template));
        assert_eq!(codes(&report, Severity::Error), [], "{}", template.name);
        let warnings: &[Code] = if template.name == WITHOUT_APIS { &[Code::NoAccess] } else { &[] };
        assert_eq!(codes(&report, Severity::Warning), warnings, "{}", template.name);
        // The tutorial's policy is that of its page, which does not say how long keys live.
        let infos: &[Code] = if template.name == "tutorial" { &[Code::ExpiryNotChosen] } else { &[] };
        assert_eq!(codes(&report, Severity::Info), infos, "{}", template.name);
    }
}

#[test]
fn what_is_left_to_fill_in_is_the_one_thing_that_is_found() {
    for template in Template::ALL {
        let draft = template.draft();
        let report = report(&draft);
        let next = if draft.access.entries.is_empty() { Code::NoAccess } else { Code::ApiIdMissing };
        let found = [codes(&report, Severity::Error), codes(&report, Severity::Warning)].concat();
        assert_eq!(found, [next], "{}", template.name);
    }
}

#[test]
fn every_template_has_a_name_a_title_and_a_policy_name_of_its_own() {
    let distinct = |texts: Vec<String>| texts.into_iter().collect::<BTreeSet<_>>().len();
    let all = || Template::ALL.iter();
    let count = Template::ALL.len();
    assert_eq!(distinct(all().map(|template| template.name.to_owned()).collect()), count);
    assert_eq!(distinct(all().map(|template| template.title.to_owned()).collect()), count);
    for template in all() {
        let name =
            template.draft().get(&tyk_policy::catalogue::NAME).and_then(|name| name.as_text().map(str::to_owned));
        assert_eq!(name.as_deref(), Some(template.title));
        assert!(template.name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-'), "{}", template.name);
        assert!(template.says.starts_with("Take it ") && template.says.ends_with('.'), "{}", template.says);
        assert_eq!(Template::find(template.name).map(|found| found.title), Some(template.title));
    }
    assert!(Template::find("gold").is_none());
}

#[test]
fn a_template_that_is_written_is_read_as_the_same_policy() {
    for template in Template::ALL {
        let draft = template.draft();
        let text = write::draft(&draft, Layout::Indented);
        let reading = read::text(&text);
        assert_eq!((reading.kind, reading.report.codes()), (TextKind::Policy, Vec::new()), "{}", template.name);
        let read = &reading.policies[0].draft;
        assert_eq!(compare::drafts(&draft, read), [], "{}", template.name);
        assert_eq!(write::draft(read, Layout::Indented), text);
    }
}

#[test]
fn the_tutorial_comes_first() {
    assert_eq!(Template::ALL[0].draft(), Draft::startup_users());
}
