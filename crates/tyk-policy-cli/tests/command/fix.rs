use std::fs;
use std::path::PathBuf;

use tempfile::{TempDir, tempdir};

use crate::program::{Run, argument, run, run_with_input};

/// A file in a folder of its own.
fn file(text: &str) -> (TempDir, PathBuf) {
    let folder = tempdir().unwrap();
    let file = folder.path().join("gold.json");
    fs::write(&file, text).unwrap();
    (folder, file)
}

/// What becomes of a text.
#[track_caller]
fn fixed(text: &str, arguments: &[&str]) -> (String, Run) {
    let (folder, file) = file(text);
    let run = run(&[&["check", "--brief"], arguments, &[argument(&file)]].concat());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside the file");
    (fs::read_to_string(&file).unwrap(), run)
}

/// What `--fix` says of the file.
fn said(run: &Run) -> &str {
    run.err.split_once("gold.json: ").unwrap().1.trim_end()
}

const TEXT: &str = "\
{
    // the gold plan
    \"name\": \"Gold\",
    \"rate\": \"100\", // per second
    \"per\": 1.0,
    \"active\": true,
    \"Tags\": [\"a\"],
    \"access_rights\": {
        \"orders\": {\"api_id\": \"x\", \"limit\": {\"rate\": 5, \"per\": 1, \"rate\": 6}, \"allowed_urls\": []}
    },
    \"partitions\": {\"per_api\": true},
    \"throttle_retry_limit\": 0,
    \"meta_data\": {\"tier\": 1}
}
";

#[test]
fn what_is_safe_is_corrected_and_the_rest_of_the_file_stays_to_the_byte() {
    let (text, run) = fixed(TEXT, &["--fix"]);
    let expected = TEXT
        .replace("\"100\"", "100")
        .replace("\"x\"", "\"orders\"")
        .replace("\"rate\": 5, ", "")
        // The new member stands behind the one that comes before it in the alphabet.
        .replace("    \"Tags\"", "    \"key_expires_in\": 0,\n    \"tags\"");
    assert_eq!(text, expected);
    assert_eq!(said(&run), "5 fixed, 2 left");
    assert_eq!(run.exit, 1, "{}", run.out);
}

#[test]
fn everything_is_corrected_only_if_that_is_asked_for() {
    let (text, run) = fixed(
        "{\"name\": \"a\", \"active\": true, \"key_expires_in\": 0, \"meta_data\": {\"tier\": 1}}",
        &["--fix=all"],
    );
    assert_eq!(text, "{\"name\": \"a\", \"active\": true, \"key_expires_in\": 0, \"meta_data\": {\"tier\": \"1\"}}");
    assert_eq!((said(&run), run.exit), ("1 fixed, 1 left", 0));
}

#[test]
fn a_dry_run_prints_the_difference_and_writes_nothing() {
    let text = "{\n  \"name\": \"a\",\n  \"rate\": \"1\",\n  \"key_expires_in\": 0\n}\n";
    let (folder, file) = file(text);
    let run = run(&["check", "--fix", "--dry-run", argument(&file)]);
    let name = argument(&file);
    assert_eq!(
        run.out,
        format!(
            "--- {name}\n+++ {name}\n@@ -1,5 +1,5 @@\n {{\n   \"name\": \"a\",\n-  \"rate\": \"1\",\n+  \"rate\": 1,\n   \
             \"key_expires_in\": 0\n }}\n"
        )
    );
    assert!(said(&run).starts_with("1 would be fixed, "), "{}", run.err);
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
    drop(folder);
    assert_eq!(run_with_input(&["check", "--dry-run", "-"], text).exit, 2, "there is nothing to try");
}

#[test]
fn lists_maps_and_wrappers_are_corrected_where_they_are() {
    let policy = |rate: &str| format!("{{\"name\": \"a\", \"rate\": {rate}, \"key_expires_in\": 0}}");
    for (before, behind) in
        [("[", "]"), ("{\"gold\": ", "}"), ("{\"Data\": [", "], \"Pages\": 1}"), ("{\"policies\": {\"x\":", "}}")]
    {
        let (text, _) = fixed(&format!("{before}{}{behind}", policy("\"7\"")), &["--fix"]);
        assert_eq!(text, format!("{before}{}{behind}", policy("7")));
    }
    let (text, run) =
        fixed(&format!("[{}]", vec![policy("\"7\""); 300].join(",\n")), &["--fix", "--stream-above", "0"]);
    assert_eq!(text, format!("[{}]", vec![policy("7"); 300].join(",\n")));
    assert!(said(&run).starts_with("300 fixed, "), "{}", run.err);
}

#[test]
fn what_has_no_place_in_the_file_is_left_and_said() {
    // Access rights alone have no room for a field of the policy around them.
    let (text, run) = fixed("{\"a\": {\"api_id\": \"b\", \"allowed_urls\": [], \"limit\": null}}", &["--fix"]);
    assert_eq!(text, "{\"a\": {\"api_id\": \"a\", \"allowed_urls\": [], \"limit\": null}}");
    assert!(said(&run).starts_with("1 fixed, "), "{}", run.err);
    assert!(said(&run).ends_with(" left (1 correction could not be written into the file)"), "{}", run.err);
}

#[test]
fn a_file_that_is_right_is_not_touched() {
    let text = "{\"name\": \"a\", \"key_expires_in\": 0}";
    let (_folder, file) = file(text);
    let before = fs::metadata(&file).unwrap().modified().unwrap();
    let run = run(&["check", "--fix", argument(&file)]);
    assert_eq!(run.err, "");
    assert_eq!(fs::metadata(&file).unwrap().modified().unwrap(), before);
}

#[test]
fn what_is_no_json_is_left_alone_with_the_way_out() {
    let command = "curl http://h/api/portal/policies -d '{\"name\": \"a\", \"rate\": \"1\", \"key_expires_in\": 0}'\n";
    let (text, run) = fixed(command, &["--fix"]);
    assert_eq!(text, command);
    assert_eq!(
        said(&run),
        "1 correction not made, as it is a curl command: convert it first with `tyk-policy convert`"
    );
    assert_eq!(run.exit, 1);
    let (text, run) = fixed("name: a\nrate: \"1\"\n", &["--fix"]);
    assert_eq!(text, "name: a\nrate: \"1\"\n");
    assert!(said(&run).ends_with("as it is no JSON: convert it first with `tyk-policy convert`"), "{}", run.err);
    let read = run_with_input(&["check", "--fix", "-"], "{\"name\": \"a\", \"rate\": \"1\"}");
    assert!(read.err.ends_with("not made, as it is standard input: name a file\n"), "{}", read.err);
}

#[test]
fn a_file_that_is_not_utf_8_is_left_alone() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("gold.json");
    let bytes: Vec<u8> =
        "\u{feff}{\"name\": \"a\", \"rate\": \"1\"}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(&file, &bytes).unwrap();
    let run = run(&["check", "--fix", argument(&file)]);
    assert!(said(&run).ends_with("not made, as it is not UTF-8: save it so first"), "{}", run.err);
    assert_eq!(fs::read(&file).unwrap(), bytes);
}

#[test]
#[cfg(unix)]
fn a_corrected_file_keeps_its_permissions_and_a_link_keeps_pointing_to_it() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let (folder, file) = file("{\"name\": \"a\", \"rate\": \"1\"}");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    let link = folder.path().join("link.json");
    symlink(&file, &link).unwrap();
    run(&["check", "--fix", argument(&link)]);
    assert!(fs::read_to_string(&file).unwrap().contains("\"rate\": 1"));
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
}

#[test]
#[cfg(unix)]
fn a_file_that_must_not_be_written_is_left_as_it_was() {
    use std::os::unix::fs::PermissionsExt;
    let text = "{\"name\": \"a\", \"rate\": \"1\"}";
    let (_folder, file) = file(text);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o440)).unwrap();
    let run = run(&["check", "--fix", argument(&file)]);
    assert!(run.err.ends_with("so it was left as it was: change its permissions\n"), "{}", run.err);
    assert_eq!((run.exit, fs::read_to_string(&file).unwrap().as_str()), (2, text));
}

#[test]
fn results_for_programs_stay_clean_beside_corrections() {
    let (text, run) =
        fixed("{\"name\": \"a\", \"rate\": \"1\", \"key_expires_in\": 0}", &["--fix", "--format", "json"]);
    assert_eq!(text, "{\"name\": \"a\", \"rate\": 1, \"key_expires_in\": 0}");
    let left = run.json()["files"][0]["findings"].as_array().unwrap().len();
    assert_eq!(said(&run), format!("1 fixed, {left} left"));
}
