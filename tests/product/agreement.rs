//! Holds that the browser's request, both panes, the command line and every shown command in every shell are one request.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::harness::{Call, Matter, Page, Recorder, Shell, Shells, Way, lacks, path_named};
use crate::steps::send_and_take;

/// A style of the command and, where the style leaves it open, a form of the authorization.
#[derive(Clone, Copy, Debug)]
pub struct Switches(&'static str, Option<&'static str>);

impl Switches {
    /// All that can be chosen.
    pub const ALL: [Self; 6] = [
        Self("classic", Some("key")),
        Self("classic", Some("bearer")),
        Self("current", Some("key")),
        Self("current", Some("bearer")),
        Self("tutorial", None),
        Self("reference", None),
    ];

    /// The header that the key `key` stands in.
    fn authorization(self, key: &str) -> String {
        let is_bearer = matches!(self, Self("reference", _) | Self(_, Some("bearer")));
        if is_bearer { format!("Bearer {key}") } else { key.to_owned() }
    }

    fn choose(self, page: &Page) {
        let Self(style, form) = self;
        page.choose("#curl-style", style);
        match form {
            Some("key") => page.click("label[for='connection-authorization-0']"),
            Some(_) => page.click("label[for='connection-authorization-1']"),
            None => {}
        }
    }
}

/// A page whose requests a recorder sees.
pub struct Agreement<'a> {
    pub page: &'a Page,
    pub recorder: &'a Recorder,
    pub key: &'a str,
}

impl Agreement<'_> {
    /// Sends with every style and form, and runs every command that is shown for it, which is the same in every engine.
    #[track_caller]
    pub fn assert(&self) {
        let shells = (!lacks(Matter::BesideThePage)).then(Shells::new);
        for switches in Switches::ALL {
            switches.choose(self.page);
            let sent = send_and_take(self.page, self.recorder);
            assert!(sent.method() == "POST" && sent.path().ends_with("/api/portal/policies"), "{sent:?}");
            assert_eq!(sent.header("authorization"), Some(switches.authorization(self.key).as_str()));
            assert_eq!(sent.header("content-type"), Some("application/json"));
            self.assert_json_pane_holds(sent.text());
            self.assert_command_line_prints_the_same(switches, sent.text());
            if let Some(shells) = &shells {
                self.assert_commands_send(shells, &sent);
            }
        }
    }

    #[track_caller]
    fn assert_json_pane_holds(&self, body: &str) {
        self.page.click("#tab-json");
        assert_eq!(self.page.code("json"), body);
        // The editor is loaded when it is first shown: what that asks for is none of the policy's calls.
        self.page.wait_until_there("#json-note");
        assert_eq!(self.page.code("json"), body);
        self.page.click("#tab-curl");
        self.recorder.take();
    }

    /// The text is the same at `-c`, in a script and at a prompt; with the key in a variable and with the key in it.
    #[track_caller]
    fn assert_commands_send(&self, shells: &Shells, sent: &Call) {
        let hidden = self.page.code("curl");
        self.page.click("#reveal");
        let revealed = self.page.code("curl");
        self.page.click("#reveal");
        let quoted = self.key.replace('\'', r"'\''");
        assert!(!hidden.contains(&quoted) && revealed.contains(&quoted), "{hidden}\n{revealed}");
        for (command, key) in [(&hidden, Some(self.key)), (&revealed, None)] {
            for (shell, way) in Shell::ALL.into_iter().flat_map(|shell| Way::ALL.map(|way| (shell, way))) {
                shells.run(shell, way, command, key);
                let calls = self.recorder.take();
                assert_eq!(calls.len(), 1, "one request from {shell:?} {way:?} of\n{command}");
                assert_eq!(calls[0].essence(), sent.essence(), "{shell:?} {way:?} of\n{command}");
            }
        }
    }

    #[track_caller]
    fn assert_command_line_prints_the_same(&self, Switches(style, form): Switches, body: &str) {
        let address = self.page.value_of("#connection-address");
        let mut command = Command::new(path_named("POLICY_BUILDER_CLI"));
        command.args(["curl", "--url", &address, "--style", style]);
        if let Some(form) = form {
            command.args(["--auth", form]);
        }
        let command = command.arg("-").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut running = command.spawn().expect("tyk-policy runs");
        running.stdin.take().expect("its input").write_all(body.as_bytes()).expect("it reads all of it");
        let output = running.wait_with_output().expect("it ends");
        let printed = String::from_utf8(output.stdout).expect("the command is UTF-8");
        assert_eq!(printed.strip_suffix('\n').unwrap_or(&printed), self.page.code("curl"));
    }
}
