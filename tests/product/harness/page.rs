//! What a user does with the page and sees of it.

use serde_json::{Value, json};

use super::browser::Browser;
use super::driver::Refusal;
use super::engine::Engine;
use super::wait_for;

/// Keys as WebDriver names them (W3C WebDriver, section 17.4.2).
pub const TAB: &str = "\u{e004}";
pub const ENTER: &str = "\u{e007}";
pub const ESCAPE: &str = "\u{e00c}";
pub const RIGHT: &str = "\u{e014}";
pub const END: &str = "\u{e010}";
pub const UP: &str = "\u{e013}";
pub const DOWN: &str = "\u{e015}";

/// Keys that are held while another is pressed.
pub const SHIFT: &str = "\u{e008}";
pub const CONTROL: &str = "\u{e009}";

/// An open page in a browser of its own.
pub struct Page {
    pub browser: Browser,
}

impl Page {
    /// Opens the page and waits until it is drawn.
    #[track_caller]
    pub fn open(address: &str) -> Self {
        Self::open_in(Browser::start(), address)
    }

    /// The same in this browser.
    #[track_caller]
    pub fn open_in(browser: Browser, address: &str) -> Self {
        let page = Self { browser };
        page.command("/url", &json!({ "url": address })).expect("the page loads");
        page.wait_until_drawn();
        page
    }

    /// Opens an address in place of what is open, as a new visit of the same browser.
    #[track_caller]
    pub fn open_again(&self, address: &str) {
        self.command("/url", &json!({ "url": "about:blank" })).expect("an empty page");
        self.command("/url", &json!({ "url": address })).expect("the page loads");
        self.wait_until_there("#send-note");
    }

    /// Opens an address in another tab of the same browser and goes there. Gives what tells the tab from others.
    #[track_caller]
    pub fn open_tab(&self, address: &str) -> String {
        let tab = self.command("/window/new", &json!({ "type": "tab" })).expect("another tab");
        let tab = tab["handle"].as_str().expect("it has a handle").to_owned();
        self.go_to_tab(&tab);
        self.open_again(address);
        tab
    }

    /// Goes to a tab that was opened before.
    #[track_caller]
    pub fn go_to_tab(&self, tab: &str) {
        self.command("/window", &json!({ "handle": tab })).expect("the tab is there");
    }

    #[track_caller]
    fn wait_until_drawn(&self) {
        self.browser.document_loaded();
        // Where nothing can be sent, too.
        self.wait_until_there("#send-note");
    }

    /// Presses with the mouse. `place` is a CSS selector.
    #[track_caller]
    pub fn click(&self, place: &str) {
        self.on_element("css selector", place, "/click", &json!({}));
    }

    /// Presses the button that says this, or whose picture does.
    #[track_caller]
    pub fn click_button(&self, says: &str) {
        let place = format!("//button[normalize-space(.)='{says}' or @aria-label='{says}']");
        self.on_element("xpath", &place, "/click", &json!({}));
    }

    /// Types into a field, key by key, in place of what is there.
    #[track_caller]
    pub fn type_into(&self, place: &str, text: &str) {
        self.select_all_of(place);
        if text.is_empty() {
            self.run("document.execCommand('delete')", &[]);
        } else if Engine::under_test() == Engine::WebKit && text.chars().any(|letter| letter > '\u{ffff}') {
            // WebKitWebDriver drops what is beyond the first 65,536 characters.
            self.run("document.execCommand('insertText', false, arguments[0])", &[text]);
        } else {
            self.on_element("css selector", place, "/value", &json!({ "text": text }));
        }
    }

    /// Puts a text in place of what is in a field in one go, as pasting does.
    #[track_caller]
    pub fn paste_into(&self, place: &str, text: &str) {
        self.select_all_of(place);
        self.run("document.execCommand('insertText', false, arguments[0])", &[text]);
    }

    /// Chooses an option of a list.
    #[track_caller]
    pub fn choose(&self, place: &str, option: &str) {
        self.click(&format!("{place} option[value='{option}']"));
    }

    /// Picks a file, as in the system's dialog.
    #[track_caller]
    pub fn pick_file(&self, place: &str, path: &str) {
        self.on_element("css selector", place, "/value", &json!({ "text": path }));
    }

    /// Presses keys, one after the other, wherever the focus is.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        let strokes =
            keys.chars().flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key })));
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": strokes.collect::<Vec<_>>() });
        self.command("/actions", &json!({ "actions": [keyboard] })).expect("the keys are pressed");
    }

    /// Presses a key while others are held, wherever the focus is.
    #[track_caller]
    pub fn press_with(&self, held: &[&str], key: &str) {
        let stroke = |kind: &str, key: &&str| json!({ "type": kind, "value": key });
        let downs = held.iter().chain([&key]).map(|key| stroke("keyDown", key));
        let ups = held.iter().chain([&key]).rev().map(|key| stroke("keyUp", key));
        let strokes: Vec<_> = downs.chain(ups).collect();
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": strokes });
        self.command("/actions", &json!({ "actions": [keyboard] })).expect("the keys are pressed");
    }

    /// Presses Tab until the focus is where `place` says, as who has no mouse does.
    #[track_caller]
    pub fn tab_to(&self, place: &str) {
        for _ in 0..150 {
            if self.run("return document.activeElement.matches(arguments[0])", &[place]) == json!(true) {
                return;
            }
            self.press(TAB);
        }
        panic!("Tab leads everywhere but to {place}");
    }

    /// The text that is seen at a place; nothing where the place is not there.
    pub fn text_of(&self, place: &str) -> Option<String> {
        let text = self.run("return document.querySelector(arguments[0])?.innerText", &[place]);
        // WebKit puts a newline behind some buttons' texts.
        text.as_str().map(|text| text.trim_end().to_owned())
    }

    /// What stands in a field.
    #[track_caller]
    pub fn value_of(&self, place: &str) -> String {
        let value = self.run("return document.querySelector(arguments[0])?.value", &[place]);
        value.as_str().unwrap_or_else(|| panic!("there is no field {place}")).to_owned()
    }

    /// Whether something is there.
    pub fn is_there(&self, place: &str) -> bool {
        self.run("return document.querySelector(arguments[0]) !== null", &[place]) == json!(true)
    }

    /// The id of the element with the focus.
    pub fn focused(&self) -> String {
        self.run("return document.activeElement.id", &[]).as_str().unwrap_or_default().to_owned()
    }

    /// Waits for an element.
    #[track_caller]
    pub fn wait_until_there(&self, place: &str) {
        wait_for(place, || if self.is_there(place) { Ok(()) } else { Err("it is not there".to_owned()) });
    }

    /// Waits until an element is no longer there.
    #[track_caller]
    pub fn wait_until_gone(&self, place: &str) {
        wait_for(place, || if self.is_there(place) { Err("it is still there".to_owned()) } else { Ok(()) });
    }

    /// Loads the page again, as with the browser's button.
    #[track_caller]
    pub fn reload(&self) {
        self.command("/refresh", &json!({})).expect("the page loads again");
        self.wait_until_drawn();
    }

    /// Waits until the text at a place holds `part`, and gives the whole of it.
    #[track_caller]
    pub fn wait_for_text(&self, place: &str, part: &str) -> String {
        wait_for(&format!("`{part}` at {place}"), || {
            let text = self.text_of(place).unwrap_or_default();
            if text.contains(part) { Ok(text) } else { Err(text) }
        })
    }

    /// The text of a code pane, as it is copied and sent. Of a long text only the lines in sight are drawn: it is taken as
    /// who presses Ctrl A and Ctrl C there takes it. What is drawn line by line has a newline behind each, also behind the
    /// last.
    #[track_caller]
    pub fn code(&self, id: &str) -> String {
        let script = "const pane = document.querySelector(arguments[0]);
            const box = pane?.querySelector('textarea');
            if (box) return box.value;
            if (pane?.querySelector('.code__sheet')) {
                const clipboardData = new DataTransfer(), how = { bubbles: true, cancelable: true };
                pane.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, ...how }));
                // Firefox gives an event of a script no data of its own.
                const copy = Object.defineProperty(new ClipboardEvent('copy', how), 'clipboardData', { value: clipboardData });
                pane.dispatchEvent(copy);
                return clipboardData.getData('text/plain');
            }
            return pane?.firstElementChild.textContent.slice(0, -1)";
        let text = self.run(script, &[&format!("#{id}")]);
        text.as_str().unwrap_or_else(|| panic!("there is no pane {id}")).to_owned()
    }

    /// Runs a script of the test in the page.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: &[&str]) -> Value {
        let done = self.command("/execute/sync", &json!({ "script": script, "args": arguments }));
        done.unwrap_or_else(|refusal| panic!("{script}: {refusal}"))
    }

    /// Does a command of WebDriver.
    pub fn command(&self, path: &str, parameters: &Value) -> Result<Value, Refusal> {
        self.browser.driver.post(path, parameters)
    }

    #[track_caller]
    fn select_all_of(&self, place: &str) {
        self.wait_until_there(place);
        self.run("const field = document.querySelector(arguments[0]); field.focus(); field.select()", &[place]);
    }

    /// Does something with an element, as soon as it is there and nothing covers it.
    #[track_caller]
    fn on_element(&self, strategy: &str, place: &str, action: &str, parameters: &Value) {
        wait_for(place, || {
            let found = self.command("/element", &json!({ "using": strategy, "value": place }));
            let element = found.map_err(|refusal| refusal.to_string())?;
            if Engine::under_test() == Engine::WebKit {
                // WebKitWebDriver scrolls to what lies outside of the window alone, not to what a pane hides.
                let scroll = "arguments[0].scrollIntoView({ block: 'nearest' })";
                let scrolled = self.command("/execute/sync", &json!({ "script": scroll, "args": [element] }));
                scrolled.map_err(|refusal| refusal.to_string())?;
            }
            let id = element.as_object().and_then(|object| object.values().next()).and_then(Value::as_str);
            let path = format!("/element/{}{action}", id.unwrap_or_default());
            self.command(&path, parameters).map_err(|refusal| refusal.to_string())
        });
    }
}
