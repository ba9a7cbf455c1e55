use std::fs;
use std::process::Command;

use tempfile::tempdir;

use crate::program::{argument, run};

#[test]
fn every_shell_gets_completions_that_name_the_commands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let printed = run(&["completions", shell]);
        assert_eq!((printed.exit, printed.err.as_str()), (0, ""));
        assert!(printed.out.contains("convert") && printed.out.contains("pick"), "{shell}: {}", printed.out);
    }
    assert_eq!(run(&["completions", "cmd"]).exit, 2);
}

#[test]
#[cfg(unix)]
fn bash_completes_a_command_and_its_options() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("completions.bash");
    fs::write(&file, run(&["completions", "bash"]).out).unwrap();
    let complete = |words: &str, last: usize| {
        let script = format!(
            "source '{}' && COMP_WORDS=({words}) COMP_CWORD={last} && _tyk__policy tyk-policy \"${{COMP_WORDS[{last}]}}\" '' && echo \
             \"${{COMPREPLY[*]}}\"",
            argument(&file)
        );
        String::from_utf8(Command::new("bash").args(["-c", &script]).output().unwrap().stdout).unwrap()
    };
    assert_eq!(complete("tyk-policy ch", 1).trim(), "check");
    assert_eq!(complete("tyk-policy convert --p", 2).trim(), "--pick");
}

#[test]
fn the_manual_has_a_page_of_the_whole_and_one_of_each_command() {
    let whole = run(&["man"]);
    assert_eq!(whole.exit, 0);
    assert!(whole.out.contains(".TH tyk-policy 1") && whole.out.contains("tyk\\-policy\\-check(1)"), "{}", whole.out);
    for command in ["check", "convert", "curl", "effect", "path", "new", "page", "serve", "completions", "man"] {
        let page = run(&["man", command]);
        assert_eq!(page.exit, 0);
        assert!(page.out.contains(&format!(".TH tyk-policy-{command} 1")), "{}", page.out);
        assert!(!page.out.contains("stream"), "what is for tests is not in the manual");
    }
}

#[test]
fn a_page_that_does_not_exist_is_said_with_those_that_do() {
    let refused = run(&["man", "bake"]);
    assert_eq!((refused.exit, refused.out.as_str()), (2, ""));
    assert!(
        refused.err.starts_with("error: there is no command bake: name one of these\n  check\n"),
        "{}",
        refused.err
    );
}
