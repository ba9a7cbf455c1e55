//! Why a command could not run. A finding is no failure: it is what `check` is for.

use std::fmt;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use local_dashboard::OpenError;
use relay::DashboardFault;
use tyk_policy::read::TextKind;
use tyk_policy::request::{AddressFault, CommandFault, KeyFault};

use crate::send::Unsent;

/// Why a command could not do what was asked.
#[derive(Debug)]
pub enum Failure {
    /// A file, or standard input (`-`), cannot be read.
    Unreadable {
        /// As it was typed.
        file: String,
        /// Why.
        error: io::Error,
    },
    /// The result cannot be written.
    Output(io::Error),
    /// The text holds no policy.
    NoPolicy {
        /// As it was typed.
        file: String,
        /// What the text is.
        kind: TextKind,
    },
    /// There is no file in a folder that may hold policies.
    EmptyFolder(String),
    /// The text holds more than one policy.
    SeveralPolicies {
        /// As it was typed.
        file: String,
        /// How many.
        count: usize,
        /// Why that is one too many, and what to do about it.
        way_out: &'static str,
        /// Which.
        list: Vec<String>,
    },
    /// There is not exactly one policy of a name.
    NotOnePick {
        /// As it was typed.
        file: String,
        /// The name.
        pick: String,
        /// How many there are.
        count: usize,
        /// Which there are to choose from.
        list: Vec<String>,
    },
    /// A file that would be written is there already.
    WouldOverwrite(PathBuf),
    /// A file cannot be written.
    Unwritable {
        /// The file or folder.
        file: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A file that was corrected cannot be written.
    Uncorrectable {
        /// As it was typed.
        file: String,
        /// Why.
        error: io::Error,
    },
    /// A file holds no list of APIs.
    NoApis(String),
    /// A file holds no list of policies.
    NoNames {
        /// As it was typed.
        file: String,
        /// What the text is.
        kind: TextKind,
    },
    /// A policy grants no API of this id or name.
    NoSuchApi {
        /// As it was typed.
        file: String,
        /// As it was typed.
        api: String,
        /// Those that it grants.
        list: Vec<String>,
    },
    /// There is no command of this name.
    NoSuchCommand {
        /// The name.
        name: String,
        /// Those that there are.
        commands: Vec<String>,
    },
    /// No field, finding or rule has this name.
    NothingKnown {
        /// As it was typed.
        name: String,
        /// The known name that was probably meant.
        nearest: Option<&'static str>,
    },
    /// A request cannot be made of what was named.
    Needs(&'static str),
    /// There is no key that can be sent.
    Key {
        /// Where it was looked for.
        from: String,
        /// What is wrong with it.
        fault: KeyFault,
    },
    /// The request could not be sent, or nobody answered.
    Unsent(Unsent),
    /// There is no command of this form.
    NoCommand {
        /// Why.
        fault: CommandFault,
        /// The option with which there is one.
        instead: Option<String>,
    },
    /// There is no built page.
    PageNotBuilt(PathBuf),
    /// The page does not say in the usual way what it may call.
    PageNotNarrowed,
    /// The system names no folder for the user's data.
    NoDataFolder,
    /// The file of the local dashboard cannot be used.
    Data {
        /// The file.
        file: PathBuf,
        /// Why.
        error: OpenError,
    },
    /// The authorities that are to be trusted cannot be used.
    Authorities {
        /// The file, if one was named.
        file: Option<PathBuf>,
        /// Why.
        error: relay::OpenError,
    },
    /// The dashboard's address is the one that is listened on.
    OwnAddress(String),
    /// The address cannot be listened on.
    Address {
        /// The address.
        address: SocketAddr,
        /// Why.
        error: io::Error,
    },
    /// The server broke off.
    Server(io::Error),
}

/// What happened and the way out, in one sentence.
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { file, error } => unreadable(file, error, f),
            Self::Output(error) => write!(f, "the result cannot be written ({error}): check where the output goes"),
            Self::NoPolicy { file, kind } => {
                write!(f, "{file} is {}, so there is no policy in it: name a file with one policy", kind.description())
            }
            Self::EmptyFolder(folder) => write!(
                f,
                "no file in {folder} ends in .json, .jsonc, .yaml or .yml: name another folder, or the file itself"
            ),
            Self::SeveralPolicies { file, count, way_out, .. } => write!(f, "{file} holds {count} policies{way_out}"),
            Self::NotOnePick { file, pick, count, .. } => not_one_pick(file, pick, *count, f),
            Self::WouldOverwrite(file) => {
                write!(f, "{} is there already: name another folder, or write over it with --force", file.display())
            }
            Self::Unwritable { file, error } => {
                write!(f, "{} cannot be written ({error}): name another folder with --into", file.display())
            }
            Self::Uncorrectable { file, error } => {
                write!(f, "{file} cannot be written ({error}), so it was left as it was: change its permissions")
            }
            Self::NoApis(file) => {
                write!(f, "{file} holds no list of APIs: save the answer of GET /api/apis in it, or their definitions")
            }
            Self::NoNames { file, kind } => write!(
                f,
                "{file} is {}, so there are no policies in it: save the answer of GET /api/portal/policies in it",
                kind.description()
            ),
            Self::NoSuchApi { file, api, list } if list.is_empty() => {
                write!(f, "{file} grants no API, and so not {api}: see why with tyk-policy effect")
            }
            Self::NoSuchApi { file, api, .. } => {
                write!(f, "{file} grants no API {api}, so a key may not call it: name one of these with --api")
            }
            Self::NoSuchCommand { name, .. } => write!(f, "there is no command {name}: name one of these"),
            Self::NothingKnown { name, nearest: Some(nearest) } => {
                write!(f, "no field, finding or rule is called {name}: did you mean {nearest}?")
            }
            Self::NothingKnown { name, nearest: None } => {
                write!(
                    f,
                    "no field, finding or rule is called {name}: docs/fields.md names all fields, docs/rules.md all rules"
                )
            }
            Self::Needs(what) => write!(f, "something is missing for this request: name {what}"),
            Self::Key { from, fault: KeyFault::Missing } => {
                write!(f, "there is no key in {from}: put the API key of a dashboard user there")
            }
            Self::Key { from, fault: KeyFault::Characters } => {
                write!(f, "the key in {from} has a blank, a line break or a letter with an accent in it: copy it again")
            }
            Self::Unsent(Unsent::Address(DashboardFault::Address(AddressFault::Missing))) => {
                f.write_str("no dashboard was named: give its address with --url")
            }
            Self::Unsent(Unsent::Address(fault)) => fault.fmt(f),
            Self::Unsent(Unsent::NoAnswer(why)) => why.fmt(f),
            Self::NoCommand { fault, instead: Some(instead) } => write!(f, "{fault} Try it with {instead}."),
            Self::NoCommand { fault, instead: None } => fault.fmt(f),
            Self::PageNotBuilt(dist) => {
                write!(f, "there is no built page at {}: build the page first with `cargo xtask build`", shown(dist))
            }
            Self::PageNotNarrowed => f.write_str(
                "the page is not as it was built, so what it may call cannot be changed: take a page from `cargo xtask build`",
            ),
            Self::NoDataFolder => f.write_str("your system names no folder for your data: name a file with --data"),
            Self::Data { file, error } => write!(f, "{} cannot keep the policies: {error} with --data", file.display()),
            Self::Authorities { file: Some(file), error } => {
                write!(f, "{} is of no use: {error}: name another file with --ca", file.display())
            }
            Self::Authorities { file: None, error } => {
                write!(f, "the dashboard cannot be trusted: {error}: name a file with certificates with --ca")
            }
            Self::OwnAddress(address) => write!(
                f,
                "{address} is where this server itself listens: name the dashboard's address with --dashboard, or choose \
                 another port with --port"
            ),
            Self::Address { address, error } => address_fault(*address, error, f),
            Self::Server(error) => write!(f, "the server broke off ({error}): start it again"),
        }
    }
}

impl Failure {
    /// Lines below the sentence: what there is to choose from.
    pub fn details(&self) -> &[String] {
        match self {
            Self::SeveralPolicies { list, .. } | Self::NotOnePick { list, .. } | Self::NoSuchApi { list, .. } => list,
            Self::NoSuchCommand { commands, .. } => commands,
            _ => &[],
        }
    }
}

fn not_one_pick(file: &str, pick: &str, count: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match count {
        0 => write!(f, "no policy of {file} is called {pick}: choose one of these with --pick"),
        _ => write!(f, "{count} policies of {file} are called {pick}: choose one by its path with --pick"),
    }
}

fn unreadable(file: &str, error: &io::Error, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match error.kind() {
        ErrorKind::NotFound => write!(f, "there is no file {file}: check its name, or write - to read standard input"),
        ErrorKind::IsADirectory => write!(f, "{file} is a folder: name the files in it"),
        ErrorKind::PermissionDenied => {
            write!(f, "you may not read {file}: change its permissions, or name another file")
        }
        _ => write!(f, "{file} cannot be read ({error}): check it, or name another file"),
    }
}

fn address_fault(address: SocketAddr, error: &io::Error, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (host, port) = (address.ip(), address.port());
    match error.kind() {
        ErrorKind::AddrInUse => write!(
            f,
            "port {port} of {host} is in use by another program: stop that one, or choose another port with --port \
             (0 takes a free one)"
        ),
        ErrorKind::AddrNotAvailable => write!(f, "this machine does not have the address {host}: leave --host out"),
        ErrorKind::PermissionDenied => write!(f, "you may not use port {port}: choose one above 1023 with --port"),
        _ => write!(f, "{address} cannot be listened on ({error}): choose another --host or --port"),
    }
}

/// A relative folder with where it is relative to, as whoever reads the sentence may stand somewhere else.
fn shown(path: &Path) -> String {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned()).display().to_string()
}
