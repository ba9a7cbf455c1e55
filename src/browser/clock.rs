//! Times.

use std::time::Duration;

use js_sys::Date;
use leptos::prelude::{set_timeout, window};
use wasm_bindgen::JsValue;

/// Milliseconds of a clock that only goes forward.
#[must_use]
pub fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// Does something after so many milliseconds.
pub fn later(act: impl FnOnce() + 'static, milliseconds: u64) {
    set_timeout(act, Duration::from_millis(milliseconds));
}

/// A time as a whole number of milliseconds.
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates, which is meant")]
pub fn whole(milliseconds: f64) -> u32 {
    milliseconds as u32
}

/// The reader's time of day.
#[must_use]
pub fn time_of_day() -> String {
    Date::new_0().to_locale_time_string("en-GB").into()
}

/// A time in seconds since 1970, as Tyk writes it, for people: "2026-11-22 03:10 UTC". Any other text as it stands.
#[must_use]
pub fn time_of(seconds: &str) -> String {
    let number = seconds.parse::<f64>().ok().filter(|seconds| (1.0e8..1.0e11).contains(seconds));
    let Some(number) = number else { return seconds.to_owned() };
    let text: String = Date::new(&JsValue::from_f64(number * 1_000.0)).to_iso_string().into();
    text.get(..16).map_or_else(|| seconds.to_owned(), |text| format!("{} UTC", text.replace('T', " ")))
}

/// Milliseconds since 1970.
#[must_use]
pub fn milliseconds() -> f64 {
    Date::now()
}

/// A time in milliseconds since 1970 for its reader: "10:32" for one of today, otherwise "21 Nov 2026, 10:32".
#[must_use]
pub fn moment(milliseconds: f64) -> String {
    let date = Date::new(&JsValue::from_f64(milliseconds));
    let time: String = date.to_locale_time_string("en-GB").into();
    let time = time.get(..5).unwrap_or(&time);
    let day: String = date.to_date_string().into();
    let today: String = Date::new_0().to_date_string().into();
    let words: Vec<_> = day.split(' ').collect();
    match words.as_slice() {
        [_, month, day_of_month, year] if day != today => format!("{day_of_month} {month} {year}, {time}"),
        _ => time.to_owned(),
    }
}

/// A number that nobody else has, as text.
#[must_use]
pub fn new_number() -> String {
    format!("{}-{}", whole_text(Date::now()), whole_text(js_sys::Math::random() * 1.0e9))
}

fn whole_text(number: f64) -> String {
    format!("{}", number.trunc())
}
