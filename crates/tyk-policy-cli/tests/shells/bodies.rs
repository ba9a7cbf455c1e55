//! Bodies that mean something to shells, to curl, to JSON or to the eye: ours, and real ones by others.

use std::fs;
use std::path::Path;

use tyk_policy::draft::{Draft, Json};
use tyk_policy::read;
use tyk_policy::write::{self, Layout};

/// One that the page could show, with the name that a failure is told under.
#[derive(Clone)]
pub struct Body {
    pub name: String,
    pub draft: Draft,
}

/// Characters that somebody gives a meaning to: each stands alone, doubled, first and last in a name.
const SIGNS: [&str; 56] = [
    "'",
    "\"",
    "\\",
    "`",
    "$",
    "!",
    "%",
    "^",
    "&",
    "|",
    "<",
    ">",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    ";",
    "#",
    "*",
    "?",
    "~",
    "=",
    "@",
    ",",
    ":",
    "/",
    "-",
    "+",
    ".",
    "_",
    " ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\0",
    "\u{1}",
    "\u{1b}[31m",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{ad}",
    "é",
    "e\u{301}",
    "計画",
    "😀",
    "👩\u{200d}👧",
    "\u{2019}",
    "\u{201c}",
    "\u{2028}",
    "\u{202e}",
    "\u{feff}",
    "\u{f600}",
    "\u{10ffff}",
];

/// What would do something, or come out changed, if one sign of it were left to a shell.
const PHRASES: [&str; 90] = [
    "",
    " ",
    "  blanks  before, between and behind  ",
    "Bob's plan",
    "Bob’s “plan” ‘x’ ‚y„ ‛z",
    "it''s",
    "'''",
    "''''",
    r"'\''",
    r"\'",
    r"\\'",
    r#"\""#,
    r#"\\""#,
    r#"'""#,
    r#""'"#,
    r#""''""#,
    r"\",
    r"\\",
    r"\\\",
    r"\\\\",
    r"\d",
    r"\\d+",
    r"^/a/(\d+|'[^']*')$",
    r"C:\dir\",
    r"C:\\dir\\new",
    r"\n\t\r\0\x41\u0041\U00000041",
    r"\\n",
    r"$'\x41'",
    r"$'\u0021'",
    "$HOME",
    "${HOME}",
    "$TYK_API_KEY",
    "${TYK_API_KEY:-x}",
    "$env:TYK_API_KEY",
    "%TYK_API_KEY%",
    "{{TYK_API_KEY}}",
    "$(touch pwned)",
    "`touch pwned`",
    "$((1+1))",
    "<(touch pwned)",
    "=(touch pwned)",
    "(touch pwned)",
    "; touch pwned",
    "'; touch pwned; '",
    "\"; touch pwned; \"",
    "' & touch pwned & '",
    "\" & touch pwned & \"",
    "' | tee pwned '",
    "\" | tee pwned \"",
    "' || touch pwned '",
    "\\'; touch pwned; '",
    "\\\"; touch pwned; \\\"",
    "'\ntouch pwned\n'",
    "\"\ntouch pwned\n\"",
    "\\\ntouch pwned\n",
    "^\ntouch pwned\n",
    "`\ntouch pwned\n",
    "> pwned",
    "2>pwned",
    "&>pwned",
    ">>pwned<pwned",
    "<<EOF",
    "<<'EOF'\nEOF\n",
    "EOF",
    "!!",
    "!$",
    "!x \"!y\" '!z'",
    "^a^b",
    "%PATH%",
    "%%PATH%%",
    "%0a%0d",
    "%CD:~0,1%",
    "!PATH!",
    "^&|<>()",
    "^^^^",
    "@start",
    "@/etc/passwd",
    "-d --data",
    "--next",
    "# comment",
    "// x",
    "a{b,c}d",
    "[1-3]",
    "*",
    "~root",
    "~",
    "=ls",
    "a\u{0}b",
    "\u{1b}]0;x\u{7}",
    "<script>alert(1)</script>",
];

/// All that are ours.
pub fn hostile() -> Vec<Body> {
    let signs = SIGNS.iter().map(|sign| format!("{sign}a{sign}{sign} b{sign}"));
    let named = signs.chain(PHRASES.map(str::to_owned));
    let mut bodies: Vec<Body> = named.map(|text| body(&format!("{text:?}"), &everywhere(&text))).collect();
    bodies.push(body("empty", "{}"));
    bodies
        .push(body("numbers", r#"{"rate": 1.50, "per": 1e0, "quota_max": 9223372036854775807, "x": [1E400, -0, {}]}"#));
    bodies.push(body("escapes", r#"{"name": "\/ \ud83d\ude00 \u0027 \u0025 \u005c \u0022"}"#));
    bodies.push(body("twice", r#"{"name": "a", "name": "b"}"#));
    bodies.push(body("120 KB", &format!(r#"{{"name": "{}"}}"#, "it's ".repeat(20_000))));
    bodies
}

/// Bodies that no command can hold: one long text, and a policy for two thousand APIs.
pub fn long() -> Vec<Body> {
    let api = |number| {
        format!(r#""api-{number}": {{"api_id": "api-{number}", "api_name": "It's {number}", "versions": ["Default"]}}"#)
    };
    let apis: Vec<_> = (0..2_000).map(api).collect();
    vec![
        body("200 KB", &format!(r#"{{"name": "{}"}}"#, "it's ".repeat(40_000))),
        body("2000 APIs", &format!(r#"{{"name": "many", "access_rights": {{{}}}}}"#, apis.join(", "))),
    ]
}

/// Real policies by others. They lie beside the repository; a clone without them has none.
pub fn corpus() -> Vec<Body> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus/policies");
    let Ok(entries) = fs::read_dir(&folder) else {
        println!("skipped: no corpus at {}", folder.display());
        return Vec::new();
    };
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    files.sort();
    let mut bodies = Vec::new();
    for file in files {
        let reading = read::bytes(&fs::read(&file).unwrap());
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        bodies.extend(reading.policies.into_iter().map(|found| Body { name: name.clone(), draft: found.draft }));
    }
    bodies
}

/// The text as a name, a key, an item and the name of a field that nobody knows.
fn everywhere(text: &str) -> String {
    let json = write::json(&Json::from(text), Layout::Indented);
    format!(
        r#"{{"name": {json}, "access_rights": {{{json}: {{"api_id": {json}, "versions": [{json}]}}}}, "tags": [{json}, "end"], {json}: {json}}}"#
    )
}

fn body(name: &str, json: &str) -> Body {
    let draft = read::text(json).policies.into_iter().next().unwrap_or_else(|| panic!("no policy: {json}")).draft;
    Body { name: name.to_owned(), draft }
}

#[test]
fn there_are_enough_of_our_own() {
    assert!(hostile().len() >= 120);
}
