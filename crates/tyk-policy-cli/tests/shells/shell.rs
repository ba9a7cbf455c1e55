//! The shells that are run, as they are without anybody's own settings.

use std::process::{Command, Stdio};

use tyk_policy::request::{CurlVersion, Shell};

/// A program that is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Program {
    Dash,
    Bash,
    Zsh,
    Ksh,
    Mksh,
    Busybox,
    Fish,
}

impl Program {
    pub const ALL: [Self; 7] = [Self::Dash, Self::Bash, Self::Zsh, Self::Ksh, Self::Mksh, Self::Busybox, Self::Fish];

    /// The words that start it, before the script's name.
    pub fn words(self) -> &'static [&'static str] {
        match self {
            Self::Dash => &["dash"],
            Self::Bash => &["bash", "--norc", "--noprofile"],
            Self::Zsh => &["zsh", "-f"],
            Self::Ksh => &["ksh93"],
            Self::Mksh => &["mksh"],
            Self::Busybox => &["busybox", "sh"],
            Self::Fish => &["fish", "--no-config"],
        }
    }

    /// The option that makes it expand `!` and the like, as at a prompt; fish has none without a terminal.
    pub fn at_a_prompt(self) -> Option<&'static str> {
        (self != Self::Fish).then_some("-i")
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Ksh => "ksh93",
            _ => self.words()[0],
        }
    }

    /// The form that is printed for it.
    pub fn shell(self) -> Shell {
        if self == Self::Fish { Shell::Fish } else { Shell::Sh }
    }

    /// The variable with the exit code of the last command.
    pub fn status(self) -> &'static str {
        if self == Self::Fish { "$status" } else { "$?" }
    }

    /// Those that are installed.
    pub fn installed() -> Vec<Self> {
        let (found, missing): (Vec<_>, Vec<_>) = Self::ALL.into_iter().partition(|each| each.path().is_some());
        for each in missing {
            println!("skipped: {} is not installed", each.name());
        }
        found
    }

    /// Where it lies.
    pub fn path(self) -> Option<String> {
        which(self.words()[0])
    }

    /// Its version, in its own words.
    pub fn version(self) -> String {
        match self {
            // It has no word for it.
            Self::Dash => first_line("dpkg-query", &["-W", "-f", "dash ${Version}", "dash"]),
            Self::Mksh => first_line("mksh", &["-c", "echo $KSH_VERSION"]),
            Self::Ksh => first_line("ksh93", &["-c", "echo $KSH_VERSION"]),
            Self::Busybox => first_line("busybox", &["--help"]),
            _ => first_line(self.words()[0], &["--version"]),
        }
    }
}

/// Where a program lies.
pub fn which(name: &str) -> Option<String> {
    let path = std::env::var("PATH").unwrap_or_default();
    let mut places = path.split(':').chain(["/usr/bin", "/bin"]).map(|folder| format!("{folder}/{name}"));
    places.find(|place| std::path::Path::new(place).is_file())
}

/// The first line that a program prints.
pub fn first_line(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).output();
    let output = output.map(|output| [output.stdout, output.stderr].concat()).unwrap_or_default();
    String::from_utf8_lossy(&output).lines().next().unwrap_or("not known").trim().to_owned()
}

/// The version of the curl that is run.
pub fn curl() -> CurlVersion {
    curl_at("curl").expect("curl is installed")
}

/// The version of a curl.
pub fn curl_at(path: &str) -> Option<CurlVersion> {
    CurlVersion::parse(&first_line(path, &["--version"]))
}
