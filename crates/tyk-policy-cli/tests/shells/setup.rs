//! The line that sets the key, typed at the prompt of a terminal: the key gets into the variable as it is, and nowhere else.

use std::io::Write;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use tyk_policy::request::{Shell, command};

use crate::cell::KEY;
use crate::runner::Ground;
use crate::shell::{Program, which};

/// How long a shell may take to come to its prompt, or to run a line.
const MOMENT: Duration = Duration::from_secs(2);

/// What a terminal shows while the line is typed, then the key, then a command that prints the variable in another form.
fn shown(program: Program) -> String {
    let (setup, prints) = match program.shell() {
        Shell::Fish => {
            (command::fish::setup("TYK_API_KEY"), "printf '<%s>' \"$TYK_API_KEY\" | string replace -a k3y SEEN")
        }
        _ => (command::posix::setup("TYK_API_KEY"), "printf '<%s>' \"$TYK_API_KEY\" | /bin/sed s/k3y/SEEN/"),
    };
    let words = [program.words(), &["-i"]].concat().join(" ");
    let ground = Ground::new();
    let mut terminal = ground.around("script");
    terminal.args(["--quiet", "--return", "--command", &format!("{}{words}", folder_of(program)), "/dev/null"]);
    terminal.env("TERM", "dumb").env_remove("TYK_API_KEY").stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut running = terminal.stderr(Stdio::null()).spawn().unwrap();
    let mut typed = running.stdin.take().unwrap();
    for line in ["", &setup, KEY, prints, "exit"] {
        thread::sleep(MOMENT);
        typed.write_all(format!("{line}\n").as_bytes()).unwrap();
    }
    String::from_utf8_lossy(&running.wait_with_output().unwrap().stdout).into_owned()
}

/// The folder of a program, with its slash: the search path of the shells has none of them.
fn folder_of(program: Program) -> String {
    let path = program.path().unwrap();
    path[..=path.rfind('/').unwrap()].to_owned()
}

#[test]
fn the_key_is_read_without_being_shown() {
    if which("script").is_none() {
        println!("skipped: script is not installed");
        return;
    }
    thread::scope(|scope| {
        for program in Program::installed() {
            scope.spawn(move || {
                let shown = shown(program);
                assert!(shown.contains(&format!("<{}>", KEY.replace("k3y", "SEEN"))), "{program:?}: {shown}");
                assert!(!shown.contains(KEY), "{program:?}: {shown}");
            });
        }
    });
}
