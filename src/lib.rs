//! The page of Policy Builder. It shows what the model (`tyk-policy`) decides and adds no rule of its own.

#![recursion_limit = "256"]

mod app;
pub mod browser;
pub mod connection;
pub mod controls;
pub mod conversation;
pub mod dashboard;
pub mod desk;
pub mod document;
pub mod editor;
pub mod later;
pub mod mending;
pub mod sharing;
pub mod view;
pub mod work;
pub mod workbench;

pub use app::page;
