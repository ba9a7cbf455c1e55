//! `docs/exactness.md`: what was run, by which versions, and what was only modelled. `cargo xtask docs` writes it.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use tyk_policy::request::CurlVersion;

use crate::shell::{Program, curl, first_line};
use crate::{cmd, expanded, matrix, power_shell, quoting, wine};

/// What stands in front of the part that is another one on each machine.
const VERSIONS: &str = "## Versions\n";

/// Everything but the versions.
fn page() -> String {
    let (matrix, cmd, power_shell) = (matrix::run(), cmd::run(), power_shell::run());
    let programs = Program::ALL;
    let mut page = format!(
        "# How exact the commands are\n\n\
         This page is written by the tests in `crates/tyk-policy-cli/tests/shells`, run by `cargo xtask docs`; change the tests, \
         not the page.\n\n\
         **What is compared.** A server on this machine keeps the bytes of every request. Method, path and query, the header \
         with the key, `Content-Type` and the body have to be those of the request that the page shows and sends, byte by \
         byte. `User-Agent` and `Accept` are curl's own. Beside that each command has to send exactly one request, to exit \
         with 0, to leave no file behind but those that it names, and to start no other program: the shells run with an \
         empty home folder, and with a `PATH` in which the programs that a body asks for are traps.\n\n\
         **Bodies.** {} of our own, with whatever means something to a shell, to curl, to JSON or to the eye, \
         and {} real policies by others. The key in every command has quotes, `$`, backticks and backslashes in it.\n\n\
         ## Run\n\nThe number of commands that each shell ran. Every one of them sent its request: zero differences.\n\n",
        matrix.bodies[0], matrix.bodies[1]
    );
    let names: Vec<_> = programs.iter().map(|program| program.name()).collect();
    let _ = writeln!(page, "| What | {} |", names.join(" | "));
    let _ = writeln!(page, "| --- |{}", " ---: |".repeat(programs.len()));
    let mut sum = 0;
    for (what, counts) in &matrix.rows {
        let cells: Vec<_> = programs.iter().map(|each| counts.get(each).copied().unwrap_or(0)).collect();
        sum += cells.iter().sum::<usize>();
        let cells: Vec<_> = cells.iter().map(ToString::to_string).collect();
        let _ = writeln!(page, "| {what} | {} |", cells.join(" | "));
    }
    let quoted: Vec<_> = programs.iter().map(|program| quoted(*program)).collect();
    let _ = writeln!(page, "| Texts that were quoted and printed back by `printf` | {} |", quoted.join(" | "));
    let _ = write!(
        page,
        "\nTogether {sum} requests. The texts are put together at random of the signs of all shells, control characters and \
         Unicode, the same ones each time.\n\n\
         While a command waits for its answer the list of processes is read: a key that stands in a header is there, and a key \
         that comes through a pipe is not, in any of the seven. mksh has no `printf` of its own, so there it can be seen for \
         the moment in which that program runs. The line that sets the key is typed at a terminal in each shell: the key gets \
         into the variable as it is, and is not shown.\n\n\
         ## Run under Wine\n\n\
         cmd.exe is Wine's, and curl is a program that writes down how it was called: {} commands, of which each called it \
         once, with exactly the words of the request. Wine puts variables into a command in another way than cmd.exe does, \
         so none was run with the name of a variable between two `%`. {} bodies were too long for a line of 8,191 \
         characters; they are refused, and the form with a file is offered.\n\n\
         ## Modelled, not run\n\n\
         | What | How it was checked | Commands |\n| --- | --- | ---: |\n\
         | cmd.exe at its prompt | a model of its documented parsing, and of the C runtime's | {} |\n\
         | PowerShell 7.3 and Windows PowerShell 5.1 | a parser by others (tree-sitter), and a model of the documented quoting \
         and of how programs are called | {} |\n\n\
         {} commands for PowerShell were refused: the body was too long, or stood in a command of Windows PowerShell, which \
         takes quotes out of it.\n\n\
         ## Not run\n\n\
         - `--variable` and `--expand-header` where there is no curl {}: the last section says whether there was one.\n\
         - Pipes into `python3` and `python`: both are stand-ins that repeat their input.\n\
         - Any shell of Windows itself, and bash 3.2.\n\n",
        cmd.run,
        cmd.refused,
        cmd.modelled,
        power_shell.modelled,
        power_shell.refused,
        CurlVersion::VARIABLE,
    );
    page
}

fn quoted(program: Program) -> String {
    let found = quoting::run().iter().find(|(each, _)| *each == program);
    found.map_or_else(|| "0".to_owned(), |(_, count)| count.to_string())
}

fn versions() -> String {
    let mut text = format!("{VERSIONS}\nOf the machine on which this page was written:\n\n- curl {}\n", curl());
    let _ = match expanded::new_curl() {
        Some((_, version)) => writeln!(
            text,
            "- curl {version} for what needs a newer one: {} commands with `--variable` and `--expand-header`, zero differences",
            expanded::run()
        ),
        None => writeln!(text, "- no curl that knows `--variable`"),
    };
    for program in Program::ALL {
        let _ = writeln!(text, "- {}: {}", program.name(), program.version());
    }
    let _ = writeln!(text, "- jq: {}", first_line("jq", &["--version"]));
    let _ = writeln!(text, "- Wine: {}", wine::version().unwrap_or_else(|| "not installed".to_owned()));
    text
}

#[test]
fn the_page_of_exactness_says_what_was_run() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/exactness.md");
    let is_whole =
        Program::installed().len() == Program::ALL.len() && wine::version().is_some() && matrix::run().bodies[1] > 0;
    if !is_whole {
        println!("skipped: not everything that the page tells of is on this machine");
        return;
    }
    let page = page();
    if env::var_os("UPDATE_DOCS").is_some_and(|value| value == "1") {
        fs::write(&path, format!("{page}{}", versions())).expect("the page can be written");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    let (before, _) = written.split_once(VERSIONS).unwrap_or((&written, ""));
    assert!(
        before == page,
        "docs/exactness.md is not what was run: run `cargo xtask docs` (this test with UPDATE_DOCS=1)"
    );
}
