//! What the parts do together: several commands, places in the source, our own commands, and hostile texts.

use super::{Body, Command, commands};
use crate::request::{Address, KeyShown, Request, Style, Target};

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

/// The URLs of all commands of a text.
pub(super) fn urls(source: &str) -> Vec<String> {
    commands(source).into_iter().filter_map(|command| command.url).collect()
}

/// Every byte that is no escape stands in the source where the body says; gives how many do.
#[track_caller]
pub(super) fn literal_bytes(source: &str, body: &Body) -> usize {
    let Body::Text(text) = body else { panic!("{body:?}") };
    let place = |(offset, byte): (usize, u8)| source.as_bytes()[text.source_offset(offset)] == byte;
    text.text().bytes().enumerate().filter(|pair| place(*pair)).count()
}

#[test]
fn several_commands_keep_their_order_and_their_places() {
    let source = "$ curl http://a\n/bin/curl -X PUT http://b | jq .\ncurl http://c --next http://d";
    let found: Vec<_> = commands(source).into_iter().map(|c| (c.method, c.url.unwrap(), c.at)).collect();
    let expected = [("GET", "http://a", 2), ("PUT", "http://b", 16), ("GET", "http://c", 49), ("GET", "http://d", 49)];
    assert_eq!(found, expected.map(|(method, url, at)| (method.to_owned(), url.to_owned(), at)));
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

#[test]
fn a_script_of_three_commands_gives_the_two_that_are_curl() {
    let source =
        "curl -s 'http://a/b?q=c d' -H \"A: b\" > p.json\n\njq '.D[0] | .q = 60' p.json > u.json\ncurl -X PUT http://c";
    assert_eq!(urls(source), ["http://a/b?q=c d", "http://c"]);
}

#[test]
fn our_own_commands_are_read_back() {
    let target = Target { address: Address::new("https://d.example"), ..Target::default() };
    let sent = "{\"a\": \"it's $b `c` \\\\d ! \\\" é\u{2019}\"\n}";
    let request = Request::create_with_body(sent.to_owned(), &target);
    for style in Style::ALL {
        let source = request.curl(style, KeyShown::Variable);
        let command = only(&source);
        assert_eq!((command.method.as_str(), command.url.as_deref()), ("POST", Some(request.url.as_str())), "{source}");
        assert_eq!(command.headers[0].1.trim_start_matches("Bearer "), "$TYK_API_KEY", "{source}");
        assert_eq!(body(&source), sent, "{source}");
    }
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
