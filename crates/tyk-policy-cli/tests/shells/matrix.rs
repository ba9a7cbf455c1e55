//! Bodies, shells, styles and forms: each command sends exactly its request.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use tyk_policy::request::{
    ApiKey, AuthorizationForm, BodyFrom, CommandForm, KeyShown, PolicyId, Request, Shell, Style, Then,
};

use crate::bodies::{self, Body};
use crate::cell::{self, Cell, KEY};
use crate::recorder::Recorder;
use crate::runner::Ground;
use crate::shell::Program;

/// How many commands of one kind were run, by shell.
pub type Counts = BTreeMap<Program, usize>;

/// What was run.
pub struct Run {
    /// A line of the page: what it is about, and how many commands of each shell.
    pub rows: Vec<(&'static str, Counts)>,
    /// How many bodies are ours, and how many are others'.
    pub bodies: [usize; 2],
}

/// Everything, run once for whoever asks.
pub fn run() -> &'static Run {
    static RUN: OnceLock<Run> = OnceLock::new();
    RUN.get_or_init(|| {
        let [ours, others] = [bodies::hostile(), bodies::corpus()];
        let all: Vec<Body> = ours.iter().chain(&others).cloned().collect();
        let work = Work { ground: Ground::new(), recorder: Recorder::start(), programs: Program::installed() };
        let rows = vec![
            ("Every body, in the command, long options, several lines", work.every_body(&all, false)),
            ("Every body, in the command, short options, one line, compact JSON", work.every_body(&all, true)),
            ("Every body, in the command, typed at a prompt", work.at_a_prompt(&all)),
            ("Every style, line form, place of the body, way of the key, exit code and pipe", work.every_form(&ours)),
            ("Every body, in a file", work.taking_turns(&all, &in_a_file)),
            ("Every body, compact and in ASCII", work.taking_turns(&all, &in_ascii)),
            ("Every body, in curl's own file", work.config(&all, BodyFrom::Inline)),
            ("Every body, in a file that curl's own file names", work.config(&all, BodyFrom::File)),
            ("Every body, fish's text in another shell", work.taking_turns(&all, &for_fish)),
            ("Bodies that no command can hold, in a file", work.long()),
            ("Every other request, to a Dashboard and to a Gateway", work.other_requests(&ours)),
        ];
        Run { rows, bodies: [ours.len(), others.len()] }
    })
}

fn in_a_file() -> CommandForm<'static> {
    CommandForm { body: BodyFrom::File, ..CommandForm::default() }
}

fn in_ascii() -> CommandForm<'static> {
    CommandForm { compact: true, ascii: true, ..CommandForm::default() }
}

fn for_fish() -> CommandForm<'static> {
    CommandForm { shell: Shell::Fish, ..CommandForm::default() }
}

struct Work {
    ground: Ground,
    recorder: Recorder,
    programs: Vec<Program>,
}

impl Work {
    fn every_body(&self, bodies: &[Body], is_short: bool) -> Counts {
        let mut cells = Vec::new();
        for program in &self.programs {
            for (index, body) in bodies.iter().enumerate() {
                let style = if is_short { Style::Classic } else { Style::Current };
                let form = CommandForm {
                    shell: program.shell(),
                    style,
                    one_line: is_short,
                    compact: is_short,
                    ..CommandForm::default()
                };
                cells.extend(self.cell(*program, index, body, &form));
            }
        }
        self.ground.run(cells, &self.recorder)
    }

    /// The forms take turns with the bodies, and begin with another one in each shell.
    fn every_form(&self, bodies: &[Body]) -> Counts {
        let key = ApiKey::new(KEY);
        let mut cells = Vec::new();
        for (turn, program) in self.programs.iter().enumerate() {
            for (index, form) in forms(program.shell(), &key).into_iter().enumerate() {
                let body = &bodies[(index + 17 * turn) % bodies.len()];
                cells.extend(self.cell(*program, index, body, &form));
            }
        }
        self.ground.run(cells, &self.recorder)
    }

    fn taking_turns(&self, bodies: &[Body], form: &dyn Fn() -> CommandForm<'static>) -> Counts {
        let cells = self.turns(bodies).filter_map(|(program, index, body)| {
            let form = form();
            // A form for a shell of its own is run in the others, too.
            let shell = if form.shell == Shell::Sh { program.shell() } else { form.shell };
            self.cell(program, index, body, &CommandForm { shell, ..form })
        });
        self.ground.run(cells.collect(), &self.recorder)
    }

    /// Each body with one shell; those whose prompt is no other reader than their scripts are left out.
    fn at_a_prompt(&self, bodies: &[Body]) -> Counts {
        let programs: Vec<_> = self.programs.iter().filter(|program| program.at_a_prompt().is_some()).collect();
        let cells = bodies.iter().enumerate().filter_map(|(index, body)| {
            let program = *programs[index % programs.len()];
            let form = CommandForm { shell: program.shell(), style: Style::Current, ..CommandForm::default() };
            let cell = self.cell(program, index, body, &form);
            cell.map(|cell| Cell { at_a_prompt: true, ..cell })
        });
        self.ground.run(cells.collect(), &self.recorder)
    }

    fn config(&self, bodies: &[Body], body_from: BodyFrom) -> Counts {
        let form =
            CommandForm { shell: Shell::Config, body: body_from, key: KeyShown::Piped, ..CommandForm::default() };
        let cells = self.turns(bodies).filter_map(|(program, index, body)| {
            let cell = self.cell(program, index, body, &form);
            cell.map(|cell| Cell { header_on_input: true, ..cell })
        });
        self.ground.run(cells.collect(), &self.recorder)
    }

    fn long(&self) -> Counts {
        let long = bodies::long();
        let mut cells = Vec::new();
        for (program, body) in self.programs.iter().flat_map(|program| long.iter().map(move |body| (program, body))) {
            let form = CommandForm { shell: program.shell(), ..in_a_file() };
            cells.extend(self.cell(*program, cells.len(), body, &form));
        }
        self.ground.run(cells, &self.recorder)
    }

    fn other_requests(&self, bodies: &[Body]) -> Counts {
        let mut cells = Vec::new();
        for program in &self.programs {
            for authorization in [AuthorizationForm::Key, AuthorizationForm::Bearer, AuthorizationForm::GatewaySecret] {
                for kind in 0..8 {
                    let body = &bodies[(kind * 13) % bodies.len()];
                    let part = format!("other{}", cells.len());
                    let request = self.other_request(kind, &part, authorization, body);
                    let form =
                        CommandForm { shell: program.shell(), one_line: kind % 2 == 0, ..CommandForm::default() };
                    cells.push(cell::of(*program, part, request, &body.name, &form).unwrap());
                }
            }
        }
        self.ground.run(cells, &self.recorder)
    }

    fn other_request(&self, kind: usize, part: &str, authorization: AuthorizationForm, body: &Body) -> Request {
        let target = cell::target(&self.recorder.origin, part, authorization);
        let written = || tyk_policy::write::draft(&body.draft, target.layout);
        let id = PolicyId::new("gold/it's $(touch pwned) 100% é").unwrap();
        match kind {
            0 => Request::update(&id, written(), &target),
            1 => Request::read(&id, &target),
            2 => Request::delete(&id, &target),
            3 => Request::search_policies("Bob's \"100%\" & more", 1, &target),
            4 => Request::list_policies(2, &target),
            5 => Request::create_key(tyk_policy::answer::keys_for("it's \"gold\"")[0].clone(), &target),
            6 => Request::create_key(tyk_policy::answer::keys_for("it's \"gold\"")[1].clone(), &target),
            _ if target.is_gateway() => Request::reload_gateway(&target),
            _ => Request::create_with_body(written(), &target),
        }
    }

    /// Each body with one shell, in turn.
    fn turns<'a>(&'a self, bodies: &'a [Body]) -> impl Iterator<Item = (Program, usize, &'a Body)> {
        let placed = bodies.iter().enumerate();
        placed.map(|(index, body)| (self.programs[index % self.programs.len()], index, body))
    }

    fn cell(&self, program: Program, index: usize, body: &Body, form: &CommandForm<'_>) -> Option<Cell> {
        let part = format!("{}{index}", program.name());
        Some(cell::create(program, part, body, form, &self.recorder.origin).unwrap_or_else(|fault| {
            panic!("{form:?} of {}: {fault}", body.name);
        }))
    }
}

/// Every form that the installed curl understands: whatever shapes the command with whatever else does, and what happens to
/// the answer with the rest.
fn forms(shell: Shell, key: &ApiKey) -> Vec<CommandForm<'_>> {
    let mut forms = Vec::new();
    for (style, body, one_line) in shapes() {
        let form = CommandForm { shell, style, body, one_line, ..CommandForm::default() };
        let keys = [KeyShown::Variable, KeyShown::Revealed(key), KeyShown::Piped];
        forms.extend(keys.map(|key| CommandForm { key, ..form }));
        if style == Style::Classic || style == Style::Current {
            let thens = Then::ALL.into_iter().flat_map(|then| [false, true].map(|fails| (then, fails)));
            forms.extend(thens.map(|(then, fail_with_body)| CommandForm { then, fail_with_body, ..form }));
        }
    }
    forms
}

fn shapes() -> impl Iterator<Item = (Style, BodyFrom, bool)> {
    let styles = Style::ALL.into_iter().flat_map(|style| BodyFrom::ALL.map(|body| (style, body)));
    styles.flat_map(|(style, body)| [false, true].map(|one_line| (style, body, one_line)))
}

#[test]
fn every_shell_sends_exactly_the_request_whatever_the_body_holds() {
    let run = run();
    let shells = Program::installed().len();
    let rows = &run.rows;
    assert_eq!(rows[0].1.values().sum::<usize>(), (run.bodies[0] + run.bodies[1]) * shells);
    assert_eq!(rows[3].1.values().sum::<usize>(), forms(Shell::Sh, &ApiKey::new(KEY)).len() * shells);
}
