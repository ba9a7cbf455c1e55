//! What the parts do together: commands in their surroundings, real ones by others, and hostile ones.

use std::fs;
use std::path::Path;

use super::{Body, Command, commands};

/// The one command of a text.
#[track_caller]
pub(super) fn only(source: &str) -> Command {
    let mut found = commands(source);
    assert_eq!(found.len(), 1, "{source}: {found:?}");
    found.remove(0)
}

/// The body of the one command of a text.
#[track_caller]
pub(super) fn body(source: &str) -> String {
    match only(source).body {
        Body::Text(text) => text.text().to_owned(),
        other => panic!("{other:?}"),
    }
}

fn urls(source: &str) -> Vec<String> {
    commands(source).into_iter().filter_map(|command| command.url).collect()
}

/// Every byte that is no escape stands in the source where the body says; gives how many do.
#[track_caller]
fn literal_bytes(source: &str, body: &Body) -> usize {
    let Body::Text(text) = body else { panic!("{body:?}") };
    let place = |(offset, byte): (usize, u8)| source.as_bytes()[text.source_offset(offset)] == byte;
    text.text().bytes().enumerate().filter(|pair| place(*pair)).count()
}

#[test]
fn a_command_is_found_wherever_a_shell_starts_one() {
    for source in [
        "curl http://a/b",
        "curl.exe http://a/b",
        "/usr/bin/curl http://a/b",
        "$ curl http://a/b",
        "  > curl http://a/b",
        "# curl http://a/b",
        "// curl http://a/b",
        "// $ curl http://a/b",
        "```sh\ncurl http://a/b\n```",
        "A=b C='d e' curl http://a/b",
        "RESP=$(curl http://a/b)",
        "RESP=\"$(curl http://a/b | jq .)\"",
        "RESP=`curl http://a/b`",
        "export RESP=`curl http://a/b | jq .` && echo done",
        "cat file | curl http://a/b",
        "cd x && curl http://a/b || exit 1",
        "echo one; curl http://a/b; echo two",
        "if ! curl http://a/b; then echo failed; fi",
        "# It's commented\necho \"it isn't $(date)\"\ncurl http://a/b",
        "Here's the command:\n\ncurl http://a/b",
        "\u{feff}curl http://a/b",
        "echo é \\é\ncurl http://a/b # 'é",
    ] {
        assert_eq!(urls(source), ["http://a/b"], "{source}");
    }
}

#[test]
fn the_word_curl_alone_makes_no_command() {
    for source in [
        "",
        "name: gold\n",
        "{\"name\": \"\ncurl http://a/b\"}",
        " [\"a\", \"curl http://a/b\"]",
        "name: curl http://a/b\ndescription: \"use curl http://a/b\"\n",
        "script:\n  - curl http://a/b\n",
        "You can use curl http://a/b to try it.",
        "Please install\ncurl before you go on.",
        "curl",
        "echo 'one\ncurl http://a/b\n'",
        "echo \"one\ncurl http://a/b\n\"",
        "echo one # ; curl http://a/b",
        "cat <<EOF\ncurl http://a/b\nEOF",
        "curly http://a/b; A=curl http://a/b",
    ] {
        assert_eq!(urls(source), [""; 0], "{source}");
    }
}

#[test]
fn several_commands_keep_their_order_and_their_places() {
    let source = "$ curl http://a\n/bin/curl -X PUT http://b | jq .\ncurl http://c --next http://d";
    let found: Vec<_> = commands(source).into_iter().map(|c| (c.method, c.url.unwrap(), c.at)).collect();
    let expected = [("GET", "http://a", 2), ("PUT", "http://b", 16), ("GET", "http://c", 49), ("GET", "http://d", 49)];
    assert_eq!(found, expected.map(|(method, url, at)| (method.to_owned(), url.to_owned(), at)));
}

#[test]
fn a_mark_in_front_of_every_line_is_no_part_of_the_command() {
    assert_eq!(body("// curl http://a \\\n//   -d '{\n//\t\"a\": 1\n// }'\n// more"), "{\n\t\"a\": 1\n}");
    assert_eq!(body("  ## curl http://a \\\n  ## -d \"{\n  ## }\""), "{\n}");
    assert_eq!(body("$ curl http://a \\\n> -d '{\n> }'"), "{\n}");
    assert_eq!(body("# curl http://a -d @- <<EOF\n# {\n# }\n# EOF"), "{\n}\n");
    // Where only the first line has a mark, it is a prompt.
    assert_eq!(body("# curl http://a \\\n  -d '{\n#}'"), "{\n}");
}

#[test]
fn a_key_is_shown_in_no_debug_output() {
    let command =
        only("curl http://a -H 'authorization: s3cret' -H 'Cookie: s3cret' -H 'X-Tyk-Authorization: s3cret' -H 'A: b'");
    let shown = format!("{command:?}");
    assert!(!shown.contains("s3cret"), "{shown}");
    assert!(shown.contains(r#"("authorization", "***")"#) && shown.contains(r#"("A", "b")"#), "{shown}");
}

#[test]
fn every_literal_byte_of_a_body_knows_its_place() {
    let source = "curl http://a -d '{\"é\": 1, '\\''b'\\'': '\"\\\"$c\\\"\"'}'\n";
    let command = only(source);
    let Body::Text(text) = &command.body else { panic!() };
    assert_eq!(text.text(), "{\"é\": 1, 'b': \"$c\"}");
    assert_eq!(literal_bytes(source, &command.body), text.text().len() - 4);
    for (offset, _) in text.text().match_indices(['\'', '"']).skip(2) {
        assert_eq!(source.as_bytes()[text.source_offset(offset)], b'\\');
    }
}

#[test]
fn a_body_from_a_variable_points_to_where_it_was_set() {
    let source = "B='{\"a\": 1}'\ncurl http://a -d \"$B\"";
    assert_eq!(body(source), "{\"a\": 1}");
    assert_eq!(literal_bytes(source, &only(source).body), 8);
}

/// What a file of the corpus has to give: method, URL, names of the headers, and the body's kind.
type Expected = (&'static str, &'static str, &'static str, &'static [&'static str], &'static str);

const CORPUS: [Expected; 12] = [
    ("demo-delete-policy", "DELETE", "$DASHBOARD_URL/api/portal/policies/$OLD_PID", &["Authorization"], "none"),
    (
        "demo-oauth-create-policy",
        "POST",
        "$DASHBOARD_URL/api/portal/policies",
        &["Authorization", "Content-Type"],
        "OAuth Demo Policy",
    ),
    (
        "diya-commented-key",
        "POST",
        "http://localhost:8087/tyk/keys/create",
        &["Content-Type", "x-tyk-authorization"],
        "policy-for-query-service",
    ),
    (
        "docs-create-policy",
        "POST",
        "https://dashboard.example/api/portal/policies",
        &["authorization", "Content-Type"],
        "POLICY NAME",
    ),
    (
        "docs-environments-get",
        "GET",
        "https://dashboard.example/api/portal/policies/{POLICY-ID}",
        &["authorization", "Content-Type"],
        "none",
    ),
    (
        "docs-search-then-put",
        "PUT",
        "http://localhost:3000/api/portal/policies/$(cat policy_id.txt)",
        &["Authorization", "Content-Type", "Accept"],
        "@updated_policy.json",
    ),
    ("gateway-docker-first-key", "POST", "localhost:8080/tyk/keys", &["x-tyk-authorization"], "Tyk Test API"),
    (
        "issue-4005-gateway-policy",
        "POST",
        "http://tyk-gateway:8080/tyk/policies",
        &["x-tyk-authorization", "Content-Type"],
        "new policy",
    ),
    (
        "poc-bootstrap-create-policy",
        "POST",
        "${DASHBOARD_URL}/api/portal/policies/",
        &["Authorization", "Content-Type"],
        "\"$apiId\": {",
    ),
    (
        "pro-docker-create-policy",
        "POST",
        "localhost:3000/api/portal/policies/",
        &["Authorization", "Content-Type"],
        "\"api_id\": \"$apiId\"",
    ),
    (
        "sedkis-key-apply-policies",
        "POST",
        "localhost:8080/tyk/keys/mycustomkey",
        &["x-tyk-authorization", "Content-Type"],
        "5f89a7340bca390001623452",
    ),
    (
        "seed-003-bearer",
        "POST",
        "https://{tenant}/api/portal/policies",
        &["Authorization", "Content-Type"],
        "\"_id\": \"<string>\"",
    ),
];

#[test]
fn commands_by_others_are_read_as_they_were_meant() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus/curl");
    if !folder.is_dir() {
        println!("skipped: no corpus at {}", folder.display());
        return;
    }
    for (name, method, url, headers, content) in CORPUS {
        let source = fs::read_to_string(folder.join(name).with_extension("txt")).unwrap();
        let command = commands(&source).pop().unwrap();
        let names: Vec<&str> = command.headers.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            (command.method.as_str(), command.url.as_deref(), &names[..]),
            (method, Some(url), headers),
            "{name}"
        );
        assert!(source[command.at..].starts_with("curl"), "{name}");
        assert_body(name, &source, &command.body, content);
    }
}

#[track_caller]
fn assert_body(name: &str, source: &str, body: &Body, content: &str) {
    match body {
        Body::None => assert_eq!(content, "none", "{name}"),
        Body::File(file) => assert_eq!(content, format!("@{file}"), "{name}"),
        Body::Text(text) => {
            assert!(text.text().contains(content), "{name}: {}", text.text());
            assert!(crate::read::json(text.text()).is_ok(), "{name}: {}", text.text());
            let escapes = source.matches("\\\"").count();
            assert_eq!(literal_bytes(source, body), text.text().len() - escapes, "{name}");
        }
        Body::Input => panic!("{name}"),
    }
}

#[test]
fn a_script_of_three_commands_gives_the_two_that_are_curl() {
    let source =
        "curl -s 'http://a/b?q=c d' -H \"A: b\" > p.json\n\njq '.D[0] | .q = 60' p.json > u.json\ncurl -X PUT http://c";
    assert_eq!(urls(source), ["http://a/b?q=c d", "http://c"]);
}

#[test]
fn nothing_repeated_ends_the_page() {
    let pieces = [
        "'",
        "\"",
        "`",
        "$(",
        "(",
        "A=$(",
        "A=\"$(",
        "${",
        "$'",
        "$'\\",
        "\\",
        "\\\n",
        "\\ ",
        "^",
        "^\"",
        "^\\",
        "^\n",
        "`\n",
        "<<",
        "<<E\n",
        "<<E ",
        "<<<",
        "<a",
        "<a>",
        "# ",
        "// ",
        "/",
        "-d @- <<E|curl ",
        "-d @- <<'E'\nE\n",
        "$(cat <<E\n",
        "$A",
        "A=$A$A\n",
        "-Xé",
        "--next ",
        "-:",
        "-d",
        "-d a ",
        "--json=a ",
        "-H a: ",
        "é",
        "\u{2018}",
        "$env:",
        "a'b ",
        ";",
        "|",
        "> ",
        "$ ",
        "\r",
        "\t",
        "curl ",
        "curl 'a' ",
        "curl '\n",
        "curl \\\n",
        "curl (",
        "@",
        "=",
        "{",
        "\0",
    ];
    for piece in pieces {
        for front in ["curl ", "A=", "# curl ", "curl.exe ^\n", "curl `\n", "curl $env:A ", "curl 'a\\'b' '"] {
            let text = format!("{front}{}", piece.repeat(10_000 / piece.len()));
            commands(&text);
            commands(&format!("{text}\ncurl http://a -d '{{}}'"));
        }
    }
}

#[test]
fn five_megabytes_are_read_in_a_moment() {
    for piece in ["'", "\"", "$(", "curl '\n"] {
        commands(&format!("curl {}", piece.repeat(5_000_000 / piece.len())));
    }
    for piece in ["A=$(", "\\\"", "`\\`", "${", "curl -d @- <<E|", "$(cat <<E\n", "A=$A$A\n", "(", "a'b "] {
        commands(&format!("{}\ncurl {}", piece.repeat(100_000), piece.repeat(100_000)));
    }
}

#[test]
fn every_cut_of_a_command_is_read_without_a_fault() {
    let source = "# curl ^\"é\" $'\\xc3\\xa9\\u00e9' <<-'E' \\\n# -d @- `a` $(b \"c\") ${D} <e> 2>&1\n# \u{2018}x\u{2019}\n# E\n";
    for start in 0..source.len() {
        for end in start..=source.len() {
            if let Some(part) = source.get(start..end) {
                commands(&format!("curl {part}"));
                commands(&format!("curl $env:a ^\n{part}"));
                commands(&format!("curl `\n{part}"));
            }
        }
    }
}
