//! How the command is written: what is chosen of it, and the text that follows.
//!
//! The first load writes the plain command for POSIX shells. All other forms are in the part `opening`, which is loaded when
//! one of them is chosen, or was chosen on the last visit.

mod asked;
mod kept;
mod options;
mod pane;
mod writer;

use leptos::prelude::*;
use leptos::task::spawn_local;
use tyk_policy::request::command::posix;
use tyk_policy::request::{BodyFrom, CommandFile, CommandForm, KeyShown, Request, Shell, Then};

use crate::browser::{self, Keep};
use crate::connection::Connection;
use crate::desk::Desk;
use crate::later::{Draw, NOT_LOADED, Part, later};
use crate::view::Chosen;
pub use asked::Asked;
pub(super) use pane::curl_pane;

/// The name of the choices in the browser's storage.
const KEPT: &str = "policy-builder-command";

/// What is chosen of the command, beside its style, which says how requests are sent, too.
#[derive(Clone, Copy)]
pub struct Writing {
    /// Which request of the policy it makes.
    pub asked: Chosen<Asked>,
    /// Whose rules it follows.
    pub shell: Chosen<Shell>,
    /// Where the body stands.
    pub body: Chosen<BodyFrom>,
    /// Who puts the key in.
    pub key: Chosen<KeyShown<'static>>,
    /// What happens to the answer.
    pub then: Chosen<Then>,
    /// What is on or off: one line, failing with a body, compact JSON, ASCII.
    pub switches: [RwSignal<bool>; 4],
    /// The controls for all that.
    pub options: Part,
    /// Whether they are seen.
    pub are_options_open: RwSignal<bool>,
    /// What writes all other commands, once it is loaded.
    writer: StoredValue<Option<Writer>>,
    state: RwSignal<u8>,
}

/// Writes a command. The request is the one that Send sends.
type Writer = fn(Desk, &Request, &CommandForm<'_>) -> Written;

/// A command with what belongs to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Written {
    /// The command; empty if there is none in this form.
    pub text: String,
    /// What has to be known of it, or why there is none.
    pub note: String,
    /// The line that sets the variable with the key.
    pub setup: Option<String>,
    /// The files that it reads.
    pub files: Vec<CommandFile>,
    /// The form that works instead.
    pub instead: Option<CommandForm<'static>>,
}

later! {
    /// Restores what was chosen on the last visit, and gives what writes all commands.
    part opening;
    fn load_writer(writing: Writing, desk: Desk) -> Writer {
        kept::restore(writing, desk);
        writer::write
    }
}

later! {
    /// The controls.
    part opening;
    fn options_view() -> Draw { || options::options().into_any() }
}

const NOT_ASKED: u8 = 0;
const LOADING: u8 = 1;
const FAILED: u8 = 2;
const THERE: u8 = 3;

impl Default for Writing {
    fn default() -> Self {
        Self {
            asked: Chosen::new(&Asked::ALL, Asked::Send),
            shell: Chosen::new(&Shell::ALL, Shell::default()),
            body: Chosen::new(&BodyFrom::ALL, BodyFrom::default()),
            key: Chosen::new(&KeyShown::HIDDEN, KeyShown::default()),
            then: Chosen::new(&Then::ALL, Then::default()),
            switches: [(); 4].map(|()| RwSignal::new(false)),
            options: Part::new(|| Box::pin(options_view())),
            are_options_open: RwSignal::new(false),
            writer: StoredValue::new(None),
            state: RwSignal::new(NOT_ASKED),
        }
    }
}

impl Writing {
    /// Brings back what was chosen on the last visit, if anything was.
    pub fn begin(self, desk: Desk) {
        if browser::load(Keep::ForVisits, KEPT).is_some() {
            self.load(desk);
        }
    }

    /// Chooses another shell. A shell that takes no body in a command gets it from a file.
    pub fn choose_shell(self, desk: Desk, shell: Shell) {
        self.shell.set(shell);
        if !shell.takes_body_inline() {
            self.body.set(BodyFrom::File);
        }
        self.load(desk);
    }

    /// Shows the controls, or hides them.
    pub fn toggle_options(self, desk: Desk) {
        self.are_options_open.update(|open| *open = !*open);
        self.options.show(|| ());
        self.load(desk);
    }

    /// Loads what writes all commands, if it is not there.
    fn load(self, desk: Desk) {
        if matches!(self.state.get_untracked(), LOADING | THERE) {
            return;
        }
        self.state.set(LOADING);
        spawn_local(async move {
            match load_writer(self, desk).await {
                Ok(writer) => {
                    self.writer.set_value(Some(writer));
                    self.state.set(THERE);
                }
                Err(_) => self.state.set(FAILED),
            }
        });
    }

    /// What is chosen, with the key hidden.
    #[must_use]
    pub fn form(self, connection: Connection) -> CommandForm<'static> {
        let [one_line, fail_with_body, compact, ascii] = self.switches.map(|switch| switch.get());
        CommandForm {
            shell: self.shell.get(),
            style: connection.style.get(),
            one_line,
            body: self.body.get(),
            key: self.key.get(),
            fail_with_body,
            then: self.then.get(),
            compact,
            ascii,
        }
    }

    /// The body as the form needs it.
    #[must_use]
    pub fn with_body_as_chosen(self, request: Request) -> Request {
        let [_, _, compact, ascii] = self.switches.map(|switch| switch.get());
        let (shell, body, one_line) = (self.shell.get(), self.body.get(), self.switches[0].get());
        request.in_json(&CommandForm { shell, body, one_line, compact, ascii, ..CommandForm::default() })
    }

    /// The command of this form.
    #[must_use]
    pub fn written(self, desk: Desk, request: &Request, form: &CommandForm<'_>) -> Written {
        let plain = CommandForm {
            style: form.style,
            key: form.key,
            compact: form.compact,
            ascii: form.ascii,
            ..CommandForm::default()
        };
        let is_in_header = matches!(form.key, KeyShown::Variable | KeyShown::Revealed(_));
        if *form == plain && is_in_header && self.asked.get() == Asked::Send {
            return self.plain(desk, request, form);
        }
        let state = self.state.get();
        match self.writer.get_value().filter(|_| state == THERE) {
            Some(write) => write(desk, request, form),
            None if state == FAILED => Written { note: NOT_LOADED.to_owned(), ..Written::default() },
            None => {
                untrack(|| self.load(desk));
                Written { note: "Loading…".to_owned(), ..Written::default() }
            }
        }
    }

    /// The command that a first visit shows.
    fn plain(self, desk: Desk, request: &Request, form: &CommandForm<'_>) -> Written {
        let (text, setup) = (request.curl(form.style, form.key), posix::setup(request.authorization.variable()));
        if !request.fits_a_command() {
            let note =
                "This body is larger than the 128 KiB that Linux takes in a command: put it in a file, or use Send.";
            let instead = CommandForm { body: BodyFrom::File, ..self.form(desk.connection) };
            return Written { text, note: note.to_owned(), instead: Some(instead), ..Written::default() };
        }
        Written { text, setup: Some(setup), ..Written::default() }
    }

    /// Takes over another form.
    pub fn choose(self, form: CommandForm<'static>) {
        self.shell.set(form.shell);
        self.body.set(form.body);
        self.key.set(form.key);
        self.then.set(form.then);
        for (switch, is_on) in self.switches.iter().zip([form.one_line, form.fail_with_body, form.compact, form.ascii])
        {
            switch.set(is_on);
        }
    }
}
