//! How this page writes views: Leptos' own builder, with few types.
//!
//! Leptos gives every element, attribute and closure of a view a type of its own, and the compiler writes the code around
//! it again for each type. For this form that made a page of 240 KB (brotli); with one type of element, three of
//! attributes and boxed closures it is about half of that. So what differs is boxed first, and the work is done by code
//! that exists once. Reactivity, lists, events and mounting are Leptos' throughout.

mod element;
mod listener;
mod parts;
mod reactive;

pub use element::{
    Child, Element, Value, button, code, div, element, input, label, li, paragraph, pre, section, span, ul,
};
pub use listener::{Listener, listen, press, ticked, typed};
pub use parts::{Item, dynamic, each, either, soon, when};
pub use reactive::{Chosen, aria, capitalised, derived, flag, memo, read, text};
