use tyk_policy::template::Template;

use crate::program::{run, run_with_input};

#[test]
fn a_new_policy_is_the_tutorials_unless_another_one_is_asked_for() {
    let new = run(&["new"]);
    assert_eq!((new.exit, new.err.as_str()), (0, ""));
    assert_eq!(new.json()["name"], "Startup Users");
    for template in Template::ALL {
        let named = run(&["new", "--template", template.name]);
        assert_eq!((named.exit, named.json()["name"].as_str()), (0, Some(template.title)));
    }
}

#[test]
fn the_templates_are_listed_with_a_line_each() {
    let listed = run(&["new", "--list"]);
    let names: Vec<_> = listed.out.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(names, Template::ALL.map(|template| template.name));
    assert!(listed.out.lines().all(|line| line.contains("  Take it ")), "{}", listed.out);
}

#[test]
fn a_template_that_does_not_exist_could_not_be_printed() {
    let unknown = run(&["new", "--template", "free-teir"]);
    assert_eq!((unknown.exit, unknown.out.as_str()), (2, ""));
    assert!(unknown.err.contains("free-tier"), "{}", unknown.err);
    assert_eq!(run(&["new", "--list", "--template", "free-tier"]).exit, 2);
}

#[test]
fn what_is_printed_can_be_checked_at_once() {
    let new = run(&["new", "--template", "own-limits"]);
    let checked = run_with_input(&["check", "-"], &new.out);
    assert_eq!(checked.exit, 1);
    assert!(checked.out.contains("the API has no id yet"), "{}", checked.out);
}
