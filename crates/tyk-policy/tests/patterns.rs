//! Path patterns against the answers of Go's own `regexp` package.

#![cfg(test)]

use serde_json::Value;
use tyk_policy::pattern::{self, Doubt, Pattern, PatternFaultKind, Verdict};

/// A pattern, the fault that Go finds, and the paths that Go was asked about.
struct Vector {
    pattern: String,
    fault: String,
    paths: Vec<(String, bool)>,
}

/// The vectors, one a line: the pattern, the code of Go's error or nothing, and each path with 1 or 0. A long pattern
/// is a list of texts, each with how often it stands there.
fn vectors() -> impl Iterator<Item = Vector> {
    let lines = include_str!("fixtures/patterns.txt").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| {
        let items: Vec<Value> = serde_json::from_str(line).expect("a line is a JSON list");
        let pattern = match &items[0] {
            Value::Array(parts) => parts.chunks(2).map(|part| text(&part[0]).repeat(number(&part[1]))).collect(),
            pattern => text(pattern).to_owned(),
        };
        let paths = items[2..].chunks(2).map(|path| (text(&path[0]).to_owned(), number(&path[1]) == 1)).collect();
        Vector { pattern, fault: text(&items[1]).to_owned(), paths }
    })
}

fn text(value: &Value) -> &str {
    value.as_str().expect("it is a text")
}

fn number(value: &Value) -> usize {
    value.as_u64().and_then(|number| usize::try_from(number).ok()).expect("it is a number")
}

/// The name of a fault in Go.
fn in_go(kind: PatternFaultKind) -> &'static str {
    match kind {
        PatternFaultKind::MissingParenthesis => "missing closing )",
        PatternFaultKind::UnexpectedParenthesis => "unexpected )",
        PatternFaultKind::MissingBracket => "missing closing ]",
        PatternFaultKind::InvalidRange => "invalid character class range",
        PatternFaultKind::InvalidEscape => "invalid escape sequence",
        PatternFaultKind::InvalidCount => "invalid repeat count",
        PatternFaultKind::MissingRepeated => "missing argument to repetition operator",
        PatternFaultKind::DoubleRepetition => "invalid nested repetition operator",
        PatternFaultKind::UnsupportedPerl => "invalid or unsupported Perl syntax",
        PatternFaultKind::InvalidGroupName => "invalid named capture",
        PatternFaultKind::TrailingBackslash => "trailing backslash at end of expression",
        PatternFaultKind::TooLarge => "expression too large",
        PatternFaultKind::TooDeep => "expression nests too deeply",
    }
}

#[test]
fn every_pattern_is_valid_or_faulty_as_go_finds_it() {
    let mut count = 0;
    let mut differences = Vec::new();
    for Vector { pattern, fault, .. } in vectors() {
        count += 1;
        let found = Pattern::compile(&pattern).err().map_or("", |found| in_go(found.kind));
        if found != fault {
            differences.push(format!("`{pattern}`: Go says `{fault}`, here it is `{found}`"));
        }
    }
    assert!(differences.is_empty(), "{} of {count}:\n{}", differences.len(), differences.join("\n"));
    assert!(count >= 2000, "{count}");
}

#[test]
fn every_verdict_is_that_of_go_and_few_are_missing() {
    let (mut count, mut missing) = (0, 0);
    let mut differences = Vec::new();
    for Vector { pattern, paths, .. } in vectors() {
        let Ok(compiled) = Pattern::compile(&pattern) else { continue };
        for (path, matches) in paths {
            count += 1;
            match compiled.matches(&path) {
                Verdict::CannotJudge(doubt) => {
                    missing += 1;
                    assert!(!path.is_ascii() || doubt == Doubt::TooLarge, "`{pattern}` is not judged on `{path}`");
                    let asks = match doubt {
                        Doubt::UnicodeClass => pattern.contains("\\p") || pattern.contains("\\P"),
                        Doubt::CaseFolding => pattern.contains("i") && pattern.contains("(?"),
                        Doubt::TooLarge => pattern.contains("000}"),
                    };
                    assert!(asks, "`{pattern}` is not judged on `{path}`: {doubt:?}");
                }
                verdict if (verdict == Verdict::Yes) != matches => {
                    differences.push(format!("`{pattern}` on `{path}`: Go says {matches}, here it is {verdict:?}"));
                }
                _ => {}
            }
        }
    }
    println!("{count} verdicts, {missing} missing");
    assert!(differences.is_empty(), "{} of {count}:\n{}", differences.len(), differences.join("\n"));
    assert!(missing * 100 < count, "{missing} of {count} verdicts are missing");
}

#[test]
fn no_text_makes_the_compiler_or_the_matcher_panic() {
    const PARTS: [&str; 48] = [
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "|",
        "*",
        "+",
        "?",
        "^",
        "$",
        "\\",
        ".",
        "-",
        ",",
        ":",
        "<",
        ">",
        "=",
        "!",
        "P",
        "i",
        "Q",
        "E",
        "p",
        "x",
        "d",
        "b",
        "0",
        "1",
        "2",
        "1000",
        "a",
        "Z",
        "/",
        "_",
        "é",
        "日",
        "\u{10FFFF}",
        "\n",
        "\0",
        "(?",
        "[[:",
        ":]]",
        "(?P<n>",
        "\\p{",
        "&",
    ];
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap_or_default()
    };
    let mut valid = 0;
    for _ in 0..50_000 {
        let pattern: String = (0..random(14)).map(|_| PARTS[random(PARTS.len())]).collect();
        let path: String = (0..random(8)).map(|_| PARTS[random(PARTS.len())]).collect();
        match Pattern::compile(&pattern) {
            Ok(pattern) => {
                valid += 1;
                let _ = pattern.matches(&path);
            }
            Err(fault) => {
                assert!(
                    pattern.get(fault.at..).is_some_and(|from| from.starts_with(&fault.text)),
                    "{pattern}: {fault:?}"
                );
                assert!(!fault.to_string().is_empty());
            }
        }
    }
    assert!(valid > 5_000, "{valid} are valid");
}

#[test]
fn what_is_seen_to_be_valid_without_compiling_is_valid() {
    let plain = vectors().filter(|vector| pattern::is_plain(&vector.pattern));
    let faulty: Vec<_> = plain.filter(|vector| !vector.fault.is_empty()).map(|vector| vector.pattern).collect();
    assert_eq!(faulty, Vec::<String>::new());
    assert!(vectors().filter(|vector| pattern::is_plain(&vector.pattern)).count() > 100);
}
