//! What the YAML reader makes of texts.

use super::*;
use crate::check::{Path, Segment};
use crate::read::json;

/// Each document of the YAML is this JSON.
#[track_caller]
fn assert_reads(yaml: &str, expected: &[&str]) {
    let values: Vec<Json> = documents(yaml).unwrap().into_iter().map(|document| document.value).collect();
    let expected: Vec<Json> = expected.iter().map(|text| json(text).unwrap()).collect();
    assert_eq!(values, expected, "{yaml}");
}

#[track_caller]
fn fault(yaml: &str) -> (String, usize, usize) {
    let fault = documents(yaml).expect_err("a fault");
    (fault.message, fault.line, fault.column)
}

/// The text from where the name and the value of the member at `steps` start.
fn found<'a>(text: &'a str, document: &Document, steps: &[Segment]) -> (&'a str, &'a str) {
    let path = Path::from(steps.to_vec());
    let rest = |at: Option<usize>| &text[at.unwrap()..];
    (rest(document.offsets.name(&path)), rest(document.offsets.value(&path)))
}

fn key(name: &str) -> Segment {
    Segment::Key(name.to_owned())
}

#[test]
fn mappings_lists_and_scalars_are_objects_lists_and_values() {
    assert_reads(
        "name: a\nrate: 1.50\nlist:\n- 1\n-  - yes\n   - {b: ~, \"c\": '5'}\nempty:\n",
        &[r#"{"name": "a", "rate": 1.50, "list": [1, [true, {"b": null, "c": "5"}]], "empty": null}"#],
    );
    assert_reads("a: |\n  5\n  6\nb: >-\n  on\n  off\n", &[r#"{"a": "5\n6\n", "b": "on off"}"#]);
    assert_reads("{\"a\": [1, \"\\u00e9\"]}", &[r#"{"a": [1, "é"]}"#]);
}

#[test]
fn tags_decide_the_type_and_unknown_ones_do_not() {
    assert_reads("[!!str 5, ! 5, !!int '5', !x 5, !!bool \"on\", !!map {}]", &[r#"["5", "5", 5, 5, true, {}]"#]);
    assert_eq!(fault("a: !!int x"), ("the value does not fit its tag".to_owned(), 1, 4));
}

#[test]
fn every_document_with_a_value_is_read() {
    assert_reads("", &[]);
    assert_reads("# nothing\n---\n---\n", &[]);
    assert_reads("---\na: 1\n---\n# empty\n---\nb: 2\n...\n---\n~\n", &[r#"{"a": 1}"#, r#"{"b": 2}"#, "null"]);
}

#[test]
fn a_key_is_its_text_and_two_of_one_name_are_kept() {
    assert_reads("1.0: a\non: b\n~: c\n'': d\non: e\n", &[r#"{"1.0": "a", "on": "b", "~": "c", "": "d", "on": "e"}"#]);
    assert_eq!(fault("? [a]\n: b\n"), ("the key of a mapping must be a text".to_owned(), 1, 3));
    assert_eq!(fault("{{a: b}: c}"), ("the key of a mapping must be a text".to_owned(), 1, 2));
}

#[test]
fn an_alias_is_a_copy() {
    assert_reads("a: &x {b: [1]}\nc: *x\nd: [*x]\n", &[r#"{"a": {"b": [1]}, "c": {"b": [1]}, "d": [{"b": [1]}]}"#]);
    assert_reads("&k a: 5\n*k : 6\nb: *k\n", &[r#"{"a": 5, "a": 6, "b": "a"}"#]);
    assert_reads("a: &x 1\nb: &x 2\nc: *x\n", &[r#"{"a": 1, "b": 2, "c": 2}"#]);
}

#[test]
fn an_alias_of_what_is_around_it_or_of_another_document_is_a_fault() {
    let message = "an alias names an anchor that is not there".to_owned();
    assert_eq!(fault("a: &x [*x]"), (message.clone(), 1, 8));
    assert_eq!(fault("a: &x 1\n---\nb: *x\n"), (message, 3, 4));
}

#[test]
fn a_merge_key_gives_what_the_mapping_does_not_have_itself() {
    assert_reads(
        "base: &b {rate: 1, per: 2}\nmore: &m {per: 3, x: 4}\none: {a: 0, <<: *b, per: 9}\ntwo: {<<: [*b, *m]}\n",
        &[r#"{"base": {"rate": 1, "per": 2}, "more": {"per": 3, "x": 4},
              "one": {"a": 0, "rate": 1, "per": 9}, "two": {"rate": 1, "per": 2, "x": 4}}"#],
    );
    assert_reads("<<: {a: 1}\nb: 2\n<<: {a: 3, c: 4}\n", &[r#"{"b": 2, "a": 3, "c": 4}"#]);
    assert_reads("'<<': 1", &[r#"{"<<": 1}"#]);
    assert_eq!(fault("a: 1\n<<: 2"), ("a merge key wants a mapping".to_owned(), 2, 5));
}

#[test]
fn aliases_of_aliases_do_not_fill_the_memory() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..=9 {
        let aliases = vec![format!("*a{}", level - 1); 9].join(", ");
        bomb += &format!("a{level}: &a{level} [{aliases}]\n");
    }
    assert_eq!(fault(&bomb).0, "anchors and aliases copy too much");
}

#[test]
fn what_stands_too_deep_is_a_fault_and_no_overflow() {
    let too_deep = "lists and objects stand more than 128 deep in each other";
    for piece in ["[", "- ", "{a: "] {
        assert_eq!(fault(&piece.repeat(100_000)).0, too_deep, "{piece}");
    }
    assert_eq!(fault(&"? ".repeat(100_000)).0, "the key of a mapping must be a text");
    assert_eq!(fault(&(0..200).map(|level| " ".repeat(level) + "a:\n").collect::<String>()).0, too_deep);
    let half = |inner: &str| "[".repeat(70) + inner + &"]".repeat(70);
    assert_eq!(fault(&format!("- &x {}\n- {}\n", half(""), half("*x"))).0, too_deep);
    assert_eq!(documents(&("[".repeat(128) + &"]".repeat(128))).map(|documents| documents.len()), Ok(1));
}

#[test]
fn offsets_are_bytes_whatever_stands_before_them() {
    let text = "# é😀\r\nname: \"ü\"\r\n---\r\nspéc:\r\n  list:\r\n    - é\r\n    - b: 1\r\n";
    let documents = documents(text).unwrap();
    assert!(found(text, &documents[0], &[key("name")]).0.starts_with("name:"));
    assert!(found(text, &documents[0], &[key("name")]).1.starts_with("\"ü\""));
    let list = [key("spéc"), key("list")];
    assert!(found(text, &documents[1], &list).0.starts_with("list:"));
    assert!(found(text, &documents[1], &list).1.starts_with("- é"));
    let deep = [key("spéc"), key("list"), Segment::Index(1), key("b")];
    assert!(found(text, &documents[1], &deep).0.starts_with("b: 1"));
    assert!(found(text, &documents[1], &deep).1.starts_with("1\r\n"));
}

#[test]
fn what_is_copied_has_the_place_of_its_alias() {
    let text = "a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n";
    let documents = documents(text).unwrap();
    assert!(found(text, &documents[0], &[key("a"), key("b")]).1.starts_with("1}"));
    assert!(found(text, &documents[0], &[key("c"), key("b")]).1.starts_with("*x\nd"));
    assert!(found(text, &documents[0], &[key("d"), key("b")]).1.starts_with("*x\n"));
}

#[test]
fn no_mix_of_pieces_makes_the_reader_panic() {
    const PIECES: [&str; 32] = [
        "a",
        "b: ",
        "- ",
        "? ",
        ": ",
        "\n",
        "\n  ",
        "\t",
        "[",
        "]",
        "{",
        "}",
        ",",
        "&a ",
        "*a ",
        "!!int ",
        "!",
        "|",
        ">-\n",
        "'",
        "\"",
        "\\x4",
        " #",
        "---\n",
        "...\n",
        "%TAG ! x\n",
        "\u{feff}",
        "é",
        "\r\n",
        "<<: ",
        "\0",
        "0",
    ];
    let mut state = 1_u32;
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..12 {
            // A linear congruential generator: the same mixes in every run.
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text += PIECES[(state >> 27) as usize];
        }
        let _ = documents(&text);
    }
}
