//! The engines that a run can be about, and what each of them lacks.

use std::env;
use std::io::{self, Write};
use std::panic::Location;

/// The engine of a browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// What some tests need and not every engine, or not every run, has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// Servers, shells or files, where the page has no part, or none that engines differ in.
    BesideThePage,
    /// The files that the browser leaves behind.
    Profile,
    /// Being refused the clipboard.
    Permissions,
    /// Reading what was copied.
    Clipboard,
    /// Trusting one certificate and no other.
    OneCertificate,
    /// A name for this machine that looks like that of another one.
    OtherNames,
    /// Calls from a page over https to a plain server of this machine.
    PlainLoopback,
    /// A page of any width, with any number of device pixels for each of its own.
    AnyWidth,
    /// Being told when something on the page moves.
    LayoutShifts,
    /// A user who asks for dark colours, for colours of their own, or for no motion.
    Preferences,
}

/// What is left out, with the cause. What is not here is run in every engine.
const LACKS: &[(Engine, Matter, &str)] = &[
    (Engine::Firefox, Matter::BesideThePage, BESIDE),
    (Engine::WebKit, Matter::BesideThePage, BESIDE),
    (Engine::WebKit, Matter::Profile, "an automated session is held in memory alone"),
    (Engine::Firefox, Matter::Permissions, "it asks nobody before a page writes to the clipboard"),
    (Engine::WebKit, Matter::Permissions, "it asks nobody before a page writes to the clipboard"),
    (Engine::WebKit, Matter::Clipboard, "it lets no script read the clipboard, and that of the screen is shared"),
    (Engine::Firefox, Matter::OneCertificate, "geckodriver can have it take every certificate or none"),
    (Engine::WebKit, Matter::OneCertificate, "WebKitWebDriver can have it take every certificate or none"),
    (Engine::WebKit, Matter::OtherNames, "it asks the system for every name"),
    (Engine::WebKit, Matter::PlainLoopback, "it takes a plain server of this machine for mixed content"),
    (Engine::Firefox, Matter::AnyWidth, "its window is at least 450 px wide, and its pixels are the screen's"),
    (Engine::WebKit, Matter::AnyWidth, "its window has a least width, and its pixels are the screen's"),
    (Engine::Firefox, Matter::LayoutShifts, "it has no measure of them"),
    (Engine::WebKit, Matter::LayoutShifts, "it has no measure of them"),
    (Engine::WebKit, Matter::Preferences, "WebKitWebDriver has no way to ask for it"),
];

const BESIDE: &str = "it is not about the page in this engine, and the run in Chromium holds it";

impl Engine {
    /// The one that this run is about, as `POLICY_BUILDER_BROWSER` says.
    pub fn under_test() -> Self {
        match env::var("POLICY_BUILDER_BROWSER").as_deref() {
            Err(_) | Ok("chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok(other) => panic!("POLICY_BUILDER_BROWSER is `{other}`, and no browser that tests drive"),
        }
    }
}

/// Whether the engine of this run lacks it; then the cause is printed, with the place that asks, and the test goes without.
#[track_caller]
pub fn lacks(matter: Matter) -> bool {
    let engine = Engine::under_test();
    let Some((_, _, cause)) = LACKS.iter().find(|(of, what, _)| (*of, *what) == (engine, matter)) else {
        return false;
    };
    let place = Location::caller();
    // Not with `eprintln!`, whose text is shown of tests that fail alone.
    let _ = writeln!(io::stderr(), "{}:{} is left out in {engine:?}: {cause}", place.file(), place.line());
    true
}
