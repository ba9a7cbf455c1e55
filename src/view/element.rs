//! An element of any kind, with attributes, properties, listeners and children.
//!
//! The element is boxed and its methods are never inlined, so that a call from a view is three or four instructions.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev::{Custom, Event, on};
use leptos::html::custom;
use leptos::prelude::*;
use leptos::svg;
use leptos::tachys::html::property::prop;
use leptos::tachys::html::style::style;

use super::Listener;

/// An element before it is put into the page.
#[must_use]
pub struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// What the value of an attribute can be: a text that never changes, one that was put together, or a signal.
pub trait Value {
    /// Gives the element this attribute.
    fn set(self, element: Element, name: &'static str) -> Element;
}

/// What can stand in an element.
pub trait Child {
    /// Puts it behind what is in the element already.
    fn put(self, element: Element) -> Element;
}

/// An element of this tag.
#[inline(never)]
pub fn element(tag: &'static str) -> Element {
    Element(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
}

impl Element {
    /// Its classes.
    pub fn class(self, value: impl Value) -> Self {
        value.set(self, "class")
    }

    /// Its id.
    pub fn id(self, value: impl Value) -> Self {
        value.set(self, "id")
    }

    /// Any attribute.
    pub fn attr(self, name: &'static str, value: impl Value) -> Self {
        value.set(self, name)
    }

    /// Attributes that never change.
    #[inline(never)]
    pub fn attrs(self, attributes: &'static [(&'static str, &'static str)]) -> Self {
        attributes.iter().fold(self, |element, (name, value)| value.set(element, name))
    }

    /// A property of its style, set by itself: the page's security policy lets no style in that is written as text.
    #[inline(never)]
    pub fn style(mut self, name: &'static str, value: Signal<String>) -> Self {
        self.0.attributes.push(style((name, value)).into_any_attr());
        self
    }

    /// The text in an input: what a signal says, until somebody types.
    pub fn value(self, value: impl Into<Signal<String>>) -> Self {
        self.with_value(value.into())
    }

    /// Whether a box is ticked.
    pub fn checked(self, value: impl Into<Signal<bool>>) -> Self {
        self.with_flag("checked", value.into())
    }

    /// Whether a disclosure is open.
    pub fn opened(self, value: impl Into<Signal<bool>>) -> Self {
        self.with_flag("open", value.into())
    }

    /// What happens at an event of this name.
    #[inline(never)]
    pub fn on(mut self, name: &'static str, listener: Listener) -> Self {
        self.0.attributes.push(on(Custom::<Event>::new(name), listener).into_any_attr());
        self
    }

    /// Something in it, behind what is there already.
    pub fn child(self, child: impl Child) -> Self {
        child.put(self)
    }

    /// Several things in it.
    pub fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// The element as a view.
    #[inline(never)]
    #[must_use]
    pub fn into_any(self) -> AnyView {
        let Parts { tag, attributes, children } = *self.0;
        custom(tag).child(children).add_any_attr(attributes).into_any()
    }

    /// The element as a part of a picture: an `svg`, or a `pattern`, `g` or `path` in one. Those are another kind of element
    /// in the document.
    #[must_use]
    pub fn drawn(self) -> AnyView {
        let Parts { tag, attributes, children } = *self.0;
        match tag {
            "pattern" => svg::pattern().child(children).add_any_attr(attributes).into_any(),
            "g" => svg::g().child(children).add_any_attr(attributes).into_any(),
            "path" => svg::path().child(children).add_any_attr(attributes).into_any(),
            _ => svg::svg().child(children).add_any_attr(attributes).into_any(),
        }
    }

    #[inline(never)]
    fn with_value(mut self, value: Signal<String>) -> Self {
        self.0.attributes.push(prop("value", value).into_any_attr());
        self
    }

    #[inline(never)]
    fn with_flag(mut self, name: &'static str, value: Signal<bool>) -> Self {
        self.0.attributes.push(prop(name, value).into_any_attr());
        self
    }
}

macro_rules! elements {
    ($($name:ident $tag:literal)+) => {$(
        #[doc = concat!("A `", $tag, "` of these classes.")]
        #[inline(never)]
        pub fn $name(class: &'static str) -> Element {
            element($tag).class(class)
        }
    )+};
}

elements! { button "button" code "code" div "div" input "input" label "label" li "li" paragraph "p" pre "pre" section "section" span "span" ul "ul" }

macro_rules! values {
    ($($kind:ty)+) => {$(
        impl Value for $kind {
            #[inline(never)]
            fn set(self, mut element: Element, name: &'static str) -> Element {
                element.0.attributes.push(custom_attribute(name, self).into_any_attr());
                element
            }
        }
    )+};
}

values! { &'static str String Signal<String> }

macro_rules! children {
    ($($kind:ty)+) => {$(
        impl Child for $kind {
            #[inline(never)]
            fn put(self, mut element: Element) -> Element {
                element.0.children.push(self.into_any());
                element
            }
        }
    )+};
}

children! { &'static str String Signal<String> AnyView Element }

impl<T: Child> Child for Option<T> {
    fn put(self, element: Element) -> Element {
        match self {
            Some(child) => child.put(element),
            None => element,
        }
    }
}
