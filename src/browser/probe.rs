//! What can be found out about an address that does not answer, without the key (browser-post.md section 4).

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use gloo_net::http::{Method, RequestBuilder};
use js_sys::{Function, Object, Promise, Reflect};
use leptos::leptos_dom::helpers::set_timeout_with_handle;
use leptos::prelude::{document, window};
use tyk_policy::doctor::{Permission, Probe};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Event, ReferrerPolicy, RequestCache, RequestCredentials, RequestMode};

/// How long the probe waits, in seconds.
const PATIENCE: u64 = 5;

/// How long a breach of the page's policy may take to be reported, in milliseconds.
const REPORT: i32 = 50;

/// What was found.
pub struct Found {
    /// Whether the browser believes to have a network.
    pub is_online: bool,
    /// Whether the page may call the local network.
    pub permission: Permission,
    /// Whether the page's own Content-Security-Policy stopped the call.
    pub blocked_by_policy: bool,
    /// How the call without the key went.
    pub probe: Probe,
}

/// Looks whether the address answers at all, and what the browser says of it. Neither the key nor a cookie is sent.
pub async fn look(address: &str) -> Found {
    let is_online = window().navigator().on_line();
    let permission = permission().await;
    let blocked = Rc::new(Cell::new(false));
    let seen = Rc::clone(&blocked);
    let origin = address.to_owned();
    let note = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        let of = Reflect::get(&event, &JsValue::from_str("blockedURI")).ok().and_then(|uri| uri.as_string());
        if of.is_some_and(|of| of.starts_with(&origin) || origin.starts_with(&of)) {
            seen.set(true);
        }
    });
    let name = "securitypolicyviolation";
    let _ = document().add_event_listener_with_callback(name, note.as_ref().unchecked_ref());
    let probe = probe(address).await;
    // The browser reports a breach in a task of its own, behind the failure of the call.
    let reported = Promise::new(&mut |done, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, REPORT);
    });
    let _ = JsFuture::from(reported).await;
    let _ = document().remove_event_listener_with_callback(name, note.as_ref().unchecked_ref());
    Found { is_online, permission, blocked_by_policy: blocked.get(), probe }
}

/// A call of which nothing can be read but whether it was answered.
async fn probe(address: &str) -> Probe {
    let controller = AbortController::new().ok();
    let is_late = Rc::new(Cell::new(false));
    let (late, stopped) = (Rc::clone(&is_late), controller.clone());
    let stop = move || {
        late.set(true);
        if let Some(controller) = &stopped {
            controller.abort();
        }
    };
    let timer = set_timeout_with_handle(stop, Duration::from_secs(PATIENCE));
    let answer = RequestBuilder::new(address)
        .method(Method::GET)
        .mode(RequestMode::NoCors)
        .credentials(RequestCredentials::Omit)
        .cache(RequestCache::NoStore)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .abort_signal(controller.map(|controller| controller.signal()).as_ref())
        .send()
        .await;
    if let Ok(timer) = timer {
        timer.clear();
    }
    match answer {
        Ok(_) => Probe::Answered,
        Err(_) if is_late.get() => Probe::TimedOut,
        Err(_) => Probe::Failed,
    }
}

/// Whether the page may call the local network, where the browser knows such a permission. Its name has changed.
async fn permission() -> Permission {
    for name in ["local-network", "loopback-network", "local-network-access"] {
        match state_of(name).await.as_deref() {
            Some("granted") => return Permission::Granted,
            Some("prompt") => return Permission::Prompt,
            Some("denied") => return Permission::Denied,
            _ => {}
        }
    }
    Permission::Unknown
}

async fn state_of(name: &str) -> Option<String> {
    let permissions = Reflect::get(&window().navigator(), &JsValue::from_str("permissions")).ok()?;
    let query: Function = Reflect::get(&permissions, &JsValue::from_str("query")).ok()?.dyn_into().ok()?;
    let wanted = Object::new();
    Reflect::set(&wanted, &JsValue::from_str("name"), &JsValue::from_str(name)).ok()?;
    let answer: Promise = query.call1(&permissions, &wanted).ok()?.dyn_into().ok()?;
    let status = JsFuture::from(answer).await.ok()?;
    Reflect::get(&status, &JsValue::from_str("state")).ok()?.as_string()
}
