//! How large the page is seen, on how fast a machine, and what its user asks of all pages.

use serde_json::{Value, json};

use super::browser::Browser;
use super::chromium;
use super::engine::Engine;
use super::page::Page;

/// What a user asks of all pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// Dark colours (`prefers-color-scheme`).
    Dark,
    /// The system's own few colours (`forced-colors`).
    ForcedColours,
    /// No motion (`prefers-reduced-motion`).
    LessMotion,
}

impl Preference {
    /// The media feature with its value.
    fn feature(self) -> Value {
        match self {
            Self::Dark => json!({ "name": "prefers-color-scheme", "value": "dark" }),
            Self::ForcedColours => json!({ "name": "forced-colors", "value": "active" }),
            Self::LessMotion => json!({ "name": "prefers-reduced-motion", "value": "reduce" }),
        }
    }

    /// The setting of Firefox.
    pub(super) fn setting(self) -> (&'static str, u8) {
        match self {
            Self::Dark => ("layout.css.prefers-color-scheme.content-override", 0),
            Self::ForcedColours => ("browser.display.document_color_use", 2),
            Self::LessMotion => ("ui.prefersReducedMotion", 1),
        }
    }

    pub(super) fn ask(self, browser: &Browser) {
        let media = json!({ "features": [self.feature()] });
        chromium::command(&browser.driver, "Emulation.setEmulatedMedia", &media);
    }
}

impl Page {
    /// Makes the viewport so large, in CSS pixels, each of so many device pixels. Other engines than Chromium go no
    /// narrower than their window, which is 450 px or more, and keep their device pixels.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32, density: u32) {
        if Engine::under_test() == Engine::Chromium {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": density, "mobile": false });
            chromium::command(&self.browser.driver, "Emulation.setDeviceMetricsOverride", &size);
        } else {
            self.command("/window/rect", &json!({ "width": width, "height": height })).expect("the window has a size");
        }
    }

    /// Makes the processor so many times slower. For Chromium alone.
    #[track_caller]
    pub fn slow_down(&self, times: u32) {
        chromium::command(&self.browser.driver, "Emulation.setCPUThrottlingRate", &json!({ "rate": times }));
    }
}
