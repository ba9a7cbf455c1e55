//! A visit of the page with a key: everything that its owner can do, and after each step a look at where the key is.

use std::collections::BTreeSet;

use serde_json::json;

use super::places::{CLIPBOARD, INPUT, KEPT, REVEALED, assert_only_in, files_with};
use crate::copying::allow_clipboard;
use crate::harness::{Answer, Browser, ENTER, Matter, Page, Recorder, SAMPLE_KEY, Server, StaticSite, lacks, wait_for};
use crate::steps::{choose_api, command, connect, send_and_read_id};

/// The key that every dashboard of these tests is called with.
pub const KEY: &str = SAMPLE_KEY;

/// Reads what a link to a policy holds, which is compressed.
const INFLATE: &str = "const [link, done] = arguments;
    const letters = atob(link.split('#policy=1.')[1].replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(letters, letter => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
    new Response(stream).text().then(done, error => done(String(error)));";

#[track_caller]
fn inflated(page: &Page, link: &str) -> String {
    let read = page.command("/execute/async", &json!({ "script": INFLATE, "args": [link] })).expect("the script runs");
    read.as_str().expect("a text").to_owned()
}

/// A page from a plain web server, and a dashboard that lets it in.
pub struct Visit {
    site: StaticSite,
    dashboard: Server,
    way: Recorder,
    pub page: Page,
}

impl Visit {
    pub fn begin() -> Self {
        let site = StaticSite::below("/");
        let dashboard = Server::start();
        let way = Recorder::letting_in(&site.origin, &dashboard.origin);
        let page = Page::open(&site.page);
        allow_clipboard(&page, "granted");
        assert_only_in(&page, KEY, &[]);
        connect(&page, &way.origin, KEY);
        Self { site, dashboard, way, page }
    }

    #[track_caller]
    pub fn assert_only_in_its_input(&self) {
        assert_only_in(&self.page, KEY, &[INPUT]);
    }

    pub fn try_the_connection(&self) {
        self.page.click("#connection-test");
        self.page.wait_for_text("#outcome", "The connection works.");
        self.assert_only_in_its_input();
    }

    pub fn keep_the_key_for_a_while(&self) {
        self.page.click("#connection-keep");
        assert_only_in(&self.page, KEY, &[INPUT, KEPT]);
        self.page.click("#connection-keep");
        self.assert_only_in_its_input();
    }

    pub fn send_and_update(&self) {
        choose_api(&self.page, "Orders");
        self.assert_only_in_its_input();
        send_and_read_id(&self.page);
        self.assert_only_in_its_input();
        self.page.type_into("#field-name", "Changed");
        self.page.click("#send");
        self.page.wait_until_there("#comparing");
        self.assert_only_in_its_input();
        self.page.click("#update-confirm");
        self.page.wait_for_text("#outcome", "The policy is updated.");
        self.assert_only_in_its_input();
    }

    pub fn list_search_open_and_delete(&self) {
        self.page.click("#dashboard");
        self.page.wait_for_text("#dashboard-dialog li", "Changed");
        self.assert_only_in_its_input();
        self.page.type_into("#policies-filter", &format!("Chang{ENTER}"));
        self.page.wait_for_text("#dashboard-dialog", "1 found for “Chang”");
        self.page.click_button("Open Changed");
        self.page.wait_for_text("main [role='status']", "Opened from");
        self.assert_only_in_its_input();
        self.page.click("#dashboard");
        self.page.click_button("Delete Changed");
        self.page.type_into("input[id^='delete-']", "Changed");
        self.page.click_button("Delete this policy");
        self.page.wait_for_text("main [role='status']", "is deleted on the dashboard.");
        self.page.click("#talk-close");
        self.assert_only_in_its_input();
    }

    /// The key is for one dashboard alone.
    pub fn go_to_another_address(&self, address: &str) {
        self.page.type_into("#connection-address", address);
        self.page.run("document.activeElement.blur()", &[]);
        self.page.wait_for_text("#connection-key-fault", "is taken out");
        assert_only_in(&self.page, KEY, &[]);
    }

    /// A dashboard that does not know the key.
    pub fn be_refused(&self) -> Recorder {
        let refusal = Answer::new(401, r#"{"Message":"Not authorised","Status":"Error"}"#);
        let refusing = Recorder::answering(&self.site.origin, refusal);
        self.go_to_another_address(&refusing.origin);
        connect(&self.page, &refusing.origin, KEY);
        self.page.click("#send");
        self.page.wait_for_text("#outcome", "does not know this API key (401)");
        assert_eq!(refusing.take_post().header("authorization"), Some(KEY));
        self.assert_only_in_its_input();
        refusing
    }

    /// A dashboard that lets no page in: the page looks for the cause, without the key.
    pub fn be_shut_out(&self) -> Recorder {
        let shut = Recorder::answering("http://somebody-else.example", Answer::stored());
        connect(&self.page, &shut.origin, KEY);
        self.page.click("#send");
        self.page.wait_for_text("#doctor", "lets no page of another origin call it");
        let calls = shut.take();
        assert_eq!(calls.iter().map(|call| call.method()).collect::<Vec<_>>(), ["OPTIONS", "GET"], "{calls:?}");
        for call in &calls {
            let secrets = ["authorization", "cookie", "referer"].map(|name| call.header(name));
            assert_eq!((secrets, call.path().contains(KEY)), ([None; 3], false), "{call:?}");
        }
        self.assert_only_in_its_input();
        shut
    }

    pub fn save_the_connection_and_look_back(&self) {
        self.page.click("#dashboard");
        self.page.click("label[for='talk-1']");
        self.page.type_into("#connection-name", "Shut");
        self.page.click_button("Save connection");
        self.page.wait_for_text("#dashboard-dialog", "Saved in this browser, without the key.");
        self.assert_only_in_its_input();
        self.page.click("label[for='talk-2']");
        self.page.wait_for_text("#dashboard-dialog ol", "PUT 200");
        self.assert_only_in_its_input();
        self.page.click("#talk-close");
    }

    /// Copies, and waits until the button has said so and stopped.
    fn copy(&self, button: &str) {
        self.page.click(button);
        self.page.wait_for_text(button, "Copied");
        self.page.wait_for_text(button, "Copy ");
    }

    pub fn copy_reveal_and_hide(&self) {
        self.copy("#copy-curl");
        self.assert_only_in_its_input();
        self.page.click("#reveal");
        assert_only_in(&self.page, KEY, &[&[INPUT][..], &REVEALED].concat());
        self.copy("#copy-curl");
        // Where no script can read the clipboard, it is no place that is looked into.
        let copied = if lacks(Matter::Clipboard) { &[INPUT][..] } else { &[INPUT, CLIPBOARD] };
        assert_only_in(&self.page, KEY, &[copied, &REVEALED].concat());
        self.page.click("#reveal");
        assert_only_in(&self.page, KEY, copied);
        self.copy("#copy-curl");
        self.page.click_button("Show");
        self.assert_only_in_its_input();
        self.page.click_button("Show");
        self.page.click("#tab-json");
        self.copy("#copy-json");
        self.assert_only_in_its_input();
    }

    pub fn save_the_work_share_and_download(&self) {
        self.page.type_into("#field-name", "Kept");
        wait_for("the work in the storage", || {
            let kept = self.page.run("return JSON.stringify(localStorage)", &[]).to_string();
            if kept.contains("Kept") { Ok(()) } else { Err(kept) }
        });
        command(&self.page, "#open-menu", "Saved work");
        self.page.click("#saved-save");
        self.page.wait_for_text("#saved-dialog", "Saved as “Kept”");
        self.assert_only_in_its_input();
        self.page.click("#saved-close");
        self.page.click("#share");
        self.page.click("#share-link");
        self.copy("#copy-link");
        self.assert_only_in_its_input();
        let inside = inflated(&self.page, &self.page.value_of("#share-url"));
        assert!(inside.contains("Kept") && !inside.contains(KEY), "{inside}");
        self.page.click("#share-close");
        self.page.click("#share");
        self.page.click("#download");
        self.page.wait_for_text("main [role='status']", "is downloaded");
        wait_for("the file", || {
            let files = self.page.browser.downloads();
            if files_with(&files, "\"Kept\"").is_empty() { Err(format!("{} files", files.len())) } else { Ok(()) }
        });
        assert_eq!(files_with(&self.page.browser.downloads(), KEY), [""; 0]);
        self.assert_only_in_its_input();
    }

    /// Holds that nothing of the key is left when all is over, on the page's side and on the dashboard's; `place` is
    /// where in the browser's profile it may be.
    #[track_caller]
    pub fn end(self, called: &[&Recorder], place: Option<&str>) {
        let console = self.page.browser.console();
        assert!(console.iter().all(|(_, line)| !line.contains(KEY)), "{console:#?}");
        let own = [&self.site.origin, &self.way.origin];
        let expected: BTreeSet<_> = own.into_iter().chain(called.iter().map(|recorder| &recorder.origin)).collect();
        assert_eq!(self.page.browser.origins_called().iter().collect::<BTreeSet<_>>(), expected);

        if !lacks(Matter::Profile) {
            Self::assert_profile_is_clean(self.page.browser, &self.site.origin, place);
        }

        let (said, files) = self.dashboard.end();
        assert_eq!((said.as_str(), files_with(&files, KEY)), ("", Vec::new()));
        assert!(!files_with(&files, "SQLite format 3").is_empty(), "the file of the policies was looked at");
    }

    /// Holds that the key is in no file of the browser, or in that place alone.
    #[track_caller]
    fn assert_profile_is_clean(browser: Browser, site: &str, place: Option<&str>) {
        let remains = browser.end();
        let found = files_with(&remains.profile, KEY);
        assert!(found.iter().all(|file| place.is_some_and(|place| file.contains(place))), "{found:#?}");
        assert!(!files_with(&remains.profile, site).is_empty(), "the profile was looked at");
        assert_eq!(files_with(&remains.downloads, KEY), [""; 0]);
    }
}
