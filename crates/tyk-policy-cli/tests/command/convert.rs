use std::fs;

use tempfile::tempdir;

use crate::program::{argument, run, run_with_input};

fn convert(arguments: &[&str], text: &str) -> crate::program::Run {
    run_with_input(&[&["convert"], arguments, &["-"]].concat(), text)
}

const SEVERAL: &str = r#"{"Data": [
    {"_id": "1a", "id": "gold", "name": "Plan", "rate": 1},
    {"_id": "2b", "id": "free", "name": "Plan", "rate": 2},
    {"_id": "3c", "name": "Trial", "rate": 3}
], "Pages": 1}"#;

#[test]
fn a_policy_is_printed_with_all_its_members_in_their_order() {
    let text = r#"{"zeta": [1.50, 1e3], "name": "a", "rate": "12x", "access_rights": {}, "_id": "1a"}"#;
    let converted = convert(&[], text);
    assert_eq!(
        converted.out,
        "{\n  \"zeta\": [\n    1.50,\n    1e3\n  ],\n  \"name\": \"a\",\n  \"rate\": \"12x\",\n  \"access_rights\": {},\n  \
         \"_id\": \"1a\"\n}\n"
    );
    assert!(converted.err.contains("-:1:44: error[R1 wrong-type] /rate: "), "{}", converted.err);
    assert_eq!(converted.exit, 0);
    assert_eq!(convert(&[], &converted.out).out, converted.out);
}

#[test]
fn comments_trailing_commas_and_wrappers_are_gone() {
    let converted = convert(&[], "{\"Data\": [{ // one\n \"name\": \"a\",}]}");
    assert_eq!((converted.exit, converted.out.as_str()), (0, "{\n  \"name\": \"a\"\n}\n"));
    assert!(converted.err.contains("[R1 comment]"), "{}", converted.err);
}

#[test]
fn what_a_dashboard_sets_itself_can_be_left_out() {
    let text =
        r#"{"_id": "1a", "id": "x", "org_id": "o", "name": "a", "date_created": "d", "last_updated": "l", "x": 1}"#;
    let converted = convert(&["--without-read-only"], text);
    assert_eq!(converted.out, "{\n  \"id\": \"x\",\n  \"name\": \"a\",\n  \"x\": 1\n}\n");
    assert_eq!(converted.exit, 0);
}

#[test]
fn one_of_several_is_picked_by_id_name_key_path_or_number() {
    for (pick, rate) in [("gold", 1), ("2b", 2), ("Trial", 3), ("/Data/1", 2), ("0", 1), ("2", 3)] {
        let converted = convert(&["--pick", pick], SEVERAL);
        assert!(converted.out.contains(&format!("\"rate\": {rate}\n")), "{pick}: {converted:?}");
    }
    let map = r#"{"gold": {"name": "a"}, "a/b": {"name": "c"}}"#;
    assert_eq!(convert(&["--pick", "a/b"], map).out, "{\n  \"name\": \"c\"\n}\n");
    assert_eq!(convert(&["--pick", "/a~1b"], map).out, "{\n  \"name\": \"c\"\n}\n");
}

#[test]
fn several_without_a_pick_are_listed_with_the_way_out() {
    let refused = convert(&[], SEVERAL);
    let expected = "error: - holds 3 policies: choose one with --pick, or write each into a file of its own with --into\n  \
         /Data/0  id gold  _id 1a  name Plan\n  /Data/1  id free  _id 2b  name Plan\n  /Data/2  _id 3c  name Trial\n";
    assert!(refused.err.ends_with(expected), "{}", refused.err);
    assert_eq!((refused.exit, refused.out.as_str()), (2, ""));

    let many: Vec<_> = (0..25).map(|number| format!("{{\"name\": \"{number}\"}}")).collect();
    let refused = convert(&[], &format!("[{}]", many.join(",")));
    assert!(refused.err.ends_with("  /19  name 19\n  and 5 more\n"), "{}", refused.err);
}

#[test]
fn a_pick_that_is_nobody_or_more_than_one_is_said_with_those_to_choose_from() {
    let nobody = convert(&["--pick", "silver"], SEVERAL);
    assert!(nobody.err.contains("error: no policy of - is called silver: choose one of these with --pick\n  /Data/0 "));
    let two = convert(&["--pick", "Plan"], SEVERAL);
    assert!(two.err.contains("error: 2 policies of - are called Plan: choose one by its path with --pick\n  /Data/0 "));
    assert!(!two.err.contains("Trial"), "{}", two.err);
    assert_eq!((nobody.exit, two.exit), (2, 2));
}

#[test]
fn a_text_without_a_policy_is_not_converted() {
    let refused = convert(&[], r#"{"apply_policies": []}"#);
    let sentence = "error: - is a key, not a policy, so there is no policy in it: name a file with one policy\n";
    assert!(refused.err.ends_with(sentence), "{}", refused.err);
    let into = tempdir().unwrap();
    assert_eq!((refused.exit, convert(&["--into", argument(into.path())], "[]").exit), (2, 2));
}

#[test]
fn each_policy_is_written_into_a_file_of_its_own() {
    let folder = tempdir().unwrap();
    let into = folder.path().join("new/policies");
    let converted = convert(&["--into", argument(&into), "--without-read-only"], SEVERAL);
    assert_eq!((converted.exit, converted.out.as_str()), (0, ""));
    for (name, text) in [
        ("gold.json", "{\n  \"id\": \"gold\",\n  \"name\": \"Plan\",\n  \"rate\": 1\n}\n"),
        ("free.json", "{\n  \"id\": \"free\",\n  \"name\": \"Plan\",\n  \"rate\": 2\n}\n"),
        ("3c.json", "{\n  \"name\": \"Trial\",\n  \"rate\": 3\n}\n"),
    ] {
        let file = into.join(name);
        assert_eq!(fs::read_to_string(&file).unwrap(), text);
        assert!(converted.err.contains(&format!("wrote {}\n", file.display())), "{}", converted.err);
    }
}

#[test]
fn a_file_that_is_there_is_written_over_only_if_that_is_asked_for() {
    let folder = tempdir().unwrap();
    let free = folder.path().join("free.json");
    fs::write(&free, "mine").unwrap();
    let into = ["--into", argument(folder.path())];
    let refused = convert(&into, SEVERAL);
    let sentence =
        format!("error: {} is there already: name another folder, or write over it with --force\n", free.display());
    assert!(refused.err.ends_with(&sentence), "{}", refused.err);
    assert_eq!((refused.exit, fs::read_to_string(&free).unwrap().as_str()), (2, "mine"));
    assert!(!folder.path().join("gold.json").exists(), "nothing is written where not all can be");

    assert_eq!(convert(&[&into[..], &["--force"]].concat(), SEVERAL).exit, 0);
    assert!(fs::read_to_string(&free).unwrap().contains("\"rate\": 2"));
}

#[test]
fn no_name_of_a_policy_leads_out_of_the_folder() {
    let folder = tempdir().unwrap();
    let into = folder.path().join("policies");
    let converted = convert(&["--into", argument(&into)], r#"[{"id": "../../x"}, {"name": "a/b"}, {"rate": 1}]"#);
    assert_eq!(converted.exit, 0, "{}", converted.err);
    let mut names: Vec<_> = fs::read_dir(&into).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["2.json", "a-b.json", "x.json"]);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_folder_that_cannot_be_made_is_said_in_a_sentence() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let refused = run_with_input(&["convert", "--into", argument(&file.join("x")), "-"], SEVERAL);
    assert!(refused.err.contains("cannot be written (") && refused.err.contains("name another folder with --into"));
    assert_eq!((refused.exit, run(&["convert", "--force", "-"]).exit), (2, 2));
}
