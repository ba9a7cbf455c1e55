//! What a Tyk security policy is: how it is read, kept, checked, written and sent. Pure: no I/O, no async, no browser.
//!
//! The way of the data is one way: a text is [read] into a [`Draft`](draft::Draft), which keeps whatever was typed;
//! [check] turns the draft into findings, [write] into the bytes of a body, and [`request`] into the one value that the
//! preview, the curl command and the Send button share. [effect] says what a key gets, [answer] what a dashboard's reply
//! means, [doctor] why there was none, [compare] where two policies differ, and [moving] what a policy is at another
//! dashboard. [template] has policies to begin with, [share] what a link says of one, and [work] what is kept of one while it
//! is edited.

pub mod answer;
pub mod catalogue;
pub mod check;
pub mod compare;
pub mod context;
pub mod doctor;
pub mod draft;
pub mod effect;
mod envelope;
pub mod moving;
pub mod number;
pub mod pattern;
mod plain;
pub mod policy;
pub mod read;
pub mod request;
pub mod share;
pub mod template;
pub mod work;
pub mod write;
