//! For any text, a shell prints the quoted word back as it was.

use std::fs;
use std::sync::OnceLock;
use std::thread;

use tyk_policy::request::{command, posix};

use crate::runner::Ground;
use crate::shell::Program;

/// How many texts each shell is given.
pub const CASES: usize = 5_000;

/// How many words one command has.
const AT_ONCE: usize = 250;

/// Signs of shells, of JSON, of the eye, and plain letters.
const ALPHABET: &str = "''\"\"\\\\``$$!%^&|<>(){}[];#*?~=@,:/-+._  \t\n\rabcn01xuAÉé计😀\u{1}\u{7}\u{1b}\u{7f}\u{85}\u{a0}\u{2018}\u{2019}\u{201c}\u{2028}\u{202e}\u{feff}\u{f600}\u{f6ff}\u{e000}\u{fdd0}\u{fffd}\u{10ffff}";

/// The same texts each time, so that a failure can be looked at again.
pub fn texts() -> Vec<String> {
    let alphabet: Vec<char> = ALPHABET.chars().collect();
    let mut state: u64 = 0x5EED;
    let mut next = |below: usize| {
        // Knuth's MMIX generator; its high bits are the good ones.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    let mut text = |index: usize| {
        let length = if index < 200 { index % 4 } else { next(40) };
        (0..length).map(|_| alphabet[next(alphabet.len())]).collect::<String>()
    };
    (0..CASES).map(&mut text).collect()
}

/// Asks every shell once, and says how many texts each printed back.
pub fn run() -> &'static [(Program, usize)] {
    static RUN: OnceLock<Vec<(Program, usize)>> = OnceLock::new();
    RUN.get_or_init(|| {
        let (ground, texts) = (Ground::new(), texts());
        let printed = |program| (program, printed_back(&ground, program, &texts));
        thread::scope(|scope| {
            let running: Vec<_> =
                Program::installed().into_iter().map(|program| scope.spawn(move || printed(program))).collect();
            running.into_iter().map(|each| each.join().unwrap()).collect()
        })
    })
}

fn printed_back(ground: &Ground, program: Program, texts: &[String]) -> usize {
    let quote = if program == Program::Fish { command::fish::quote } else { posix };
    let folder = tempfile::tempdir().unwrap();
    let script: String = texts
        .chunks(AT_ONCE)
        .map(|piece| {
            let words: Vec<_> = piece.iter().map(|text| quote(text)).collect();
            format!("printf '%s\\0' {}\n", words.join(" "))
        })
        .collect();
    let name = folder.path().join("script");
    fs::write(&name, script).unwrap();
    let output = ground.shell(program).arg(&name).output().unwrap();
    let printed = String::from_utf8_lossy(&output.stdout);
    let mut printed: Vec<&str> = printed.split('\0').collect();
    assert_eq!(printed.pop(), Some(""), "{program:?}: {}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(printed.len(), texts.len(), "{program:?}");
    for (printed, text) in printed.iter().zip(texts) {
        assert_eq!(printed, text, "{program:?}: {}", quote(text));
    }
    printed.len()
}

#[test]
fn every_shell_prints_any_quoted_text_back() {
    assert!(run().iter().all(|(_, count)| *count == CASES));
}

#[test]
fn the_word_for_fish_is_the_same_word_in_every_other_shell() {
    let (ground, texts) = (Ground::new(), texts());
    for program in Program::installed().into_iter().filter(|program| *program != Program::Fish) {
        let words: Vec<_> = texts[..AT_ONCE].iter().map(|text| command::fish::quote(text)).collect();
        let output =
            ground.shell(program).args(["-c", &format!("printf '%s\\0' {}", words.join(" "))]).output().unwrap();
        let expected: String = texts[..AT_ONCE].iter().map(|text| format!("{text}\0")).collect();
        assert_eq!(String::from_utf8_lossy(&output.stdout), expected, "{program:?}");
    }
}

#[test]
fn no_two_texts_have_the_same_word() {
    use std::collections::HashSet;
    let texts: HashSet<String> = texts().into_iter().collect();
    for quote in [posix, command::fish::quote, command::power_shell::quote, command::cmd::quote, command::config::quote]
    {
        assert_eq!(texts.iter().map(|text| quote(text)).collect::<HashSet<_>>().len(), texts.len());
    }
}
