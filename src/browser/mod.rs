//! One thin wrapper for each thing the browser gives.

mod address;
mod clipboard;
mod clock;
mod fetch;
mod file;
mod focus;
mod incoming;
mod keyboard;
mod page;
mod probe;
mod script;
mod selection;
mod sight;
mod storage;
mod stream;
mod tabs;

pub use address::{base64, bytes_of_base64, drop_fragment, fragment, page_address};
pub use clipboard::copy;
pub use clock::{later, milliseconds, moment, new_number, now, time_of, time_of_day, whole};
pub use fetch::{Call, PATIENCE, send};
pub use file::{give_file, picked_file, read_bytes};
pub use focus::{
    Go, bring_into_view, focus, focus_among, focus_first, focus_goes_out, focus_inside, focused_id, go_to, has_focus,
    id_around_focus, is_inside, press, select_line, select_text,
};
pub use incoming::{Incoming, has_files, has_left_window, incoming};
pub use keyboard::{Shortcut, is_in_text};
pub use page::{
    commands, element_by_id, is_dialog_open, is_dialog_shown, is_mac, meta, origin, set_root_attribute, show_dialog,
    site_settings, value_of,
};
pub use probe::{Found, look};
pub use selection::{copy_instead, is_open, scrolled, select_content};
pub use sight::{FOCUS, SIGHT, on_events, place_of, places_of_children, pressed_at};
pub use storage::{Keep, load, names, save};
pub use stream::{CutOff, compressed, decompressed};
pub use tabs::Tabs;
