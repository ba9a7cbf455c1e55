//! The left column: the sections, the state of each, and where one is.

mod list;
mod place;

use leptos::prelude::*;

use crate::later::{Draw, Part, later};
use crate::view::{Element, element, soon};

/// The left column. What is in it comes behind the first view.
pub(super) fn outline() -> Element {
    let list = Part::new(|| Box::pin(list_view()));
    let view = move || {
        list.show(|| ());
        list.view_instead_of(|| ().into_any())
    };
    element("nav").attrs(&[("class", "outline"), ("aria-label", "Sections")]).child(soon(view))
}

later! {
    part outline;
    fn list_view() -> Draw { || list::list().into_any() }
}
