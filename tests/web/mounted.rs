//! A view in the document for as long as a test holds it.

use js_sys::Promise;
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Event, EventInit, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent,
    KeyboardEventInit,
};

/// A mounted view. When it is dropped, view and element go, so that ids are free for the next test.
pub struct Mounted {
    element: HtmlElement,
    _handle: Box<dyn std::any::Any>,
}

impl Mounted {
    /// Mounts a view and waits until the page has caught up.
    pub async fn new(view: impl FnOnce() -> AnyView + 'static) -> Self {
        let element: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&element).unwrap();
        let handle = mount_to(element.clone(), view);
        tick().await;
        // What is drawn right behind the first view is there, too.
        pause(0).await;
        tick().await;
        Self { element, _handle: Box::new(handle) }
    }

    /// The first element that the selector finds.
    #[track_caller]
    pub fn find(&self, selector: &str) -> HtmlElement {
        let found = self.element.query_selector(selector).unwrap();
        found.unwrap_or_else(|| panic!("nothing at {selector}")).unchecked_into()
    }

    /// Whether the selector finds anything.
    pub fn has(&self, selector: &str) -> bool {
        self.element.query_selector(selector).unwrap().is_some()
    }

    /// The text of an element.
    #[track_caller]
    pub fn text_of(&self, selector: &str) -> String {
        self.find(selector).text_content().unwrap_or_default()
    }

    /// An attribute of an element, empty if it is not there.
    #[track_caller]
    pub fn attribute(&self, selector: &str, name: &str) -> String {
        self.find(selector).get_attribute(name).unwrap_or_default()
    }

    /// What stands in an input.
    #[track_caller]
    pub fn value_of(&self, selector: &str) -> String {
        self.find(selector).unchecked_into::<HtmlInputElement>().value()
    }

    /// How many elements the selector finds.
    pub fn count(&self, selector: &str) -> u32 {
        self.element.query_selector_all(selector).unwrap().length()
    }

    /// The value that is chosen of a list.
    #[track_caller]
    pub fn chosen(&self, selector: &str) -> String {
        self.find(selector).unchecked_into::<HtmlSelectElement>().value()
    }

    /// Chooses an option of a list.
    pub async fn choose(&self, selector: &str, value: &str) {
        let list = self.find(selector);
        list.unchecked_ref::<HtmlSelectElement>().set_value(value);
        fire(&list, "change");
        tick().await;
    }

    /// Replaces what stands in an input, as typing does.
    pub async fn type_into(&self, selector: &str, text: &str) {
        let field = self.find(selector);
        match field.dyn_ref::<HtmlTextAreaElement>() {
            Some(text_box) => text_box.set_value(text),
            None => field.unchecked_ref::<HtmlInputElement>().set_value(text),
        }
        fire(&field, "input");
        tick().await;
    }

    /// Presses an element.
    pub async fn click(&self, selector: &str) {
        self.find(selector).click();
        tick().await;
        tick().await;
    }

    /// Presses a key in an element.
    pub async fn press_key(&self, selector: &str, key: &str) {
        let init = KeyboardEventInit::new();
        init.set_key(key.trim_start_matches("Ctrl+"));
        init.set_ctrl_key(key.starts_with("Ctrl+"));
        init.set_bubbles(true);
        init.set_cancelable(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        self.find(selector).dispatch_event(&event).unwrap();
        tick().await;
        tick().await;
    }

    /// Waits until what takes a task of its own is done, too.
    pub async fn wait(&self) {
        pause(50).await;
        tick().await;
    }

    /// Leaves an element, as the focus does.
    pub async fn leave(&self, selector: &str) {
        fire(&self.find(selector), "focusout");
        tick().await;
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.element.remove();
    }
}

fn fire(element: &HtmlElement, name: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    element.dispatch_event(&Event::new_with_event_init_dict(name, &init).unwrap()).unwrap();
}

/// The id of the element that has the focus.
pub fn focused_id() -> String {
    document().active_element().map(|element| element.id()).unwrap_or_default()
}

/// Lets the browser go on for so many milliseconds.
pub async fn pause(milliseconds: i32) {
    let over = Promise::new(&mut |done, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds);
    });
    let _ = JsFuture::from(over).await;
}
