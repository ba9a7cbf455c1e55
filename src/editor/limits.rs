//! The rate limit.

use leptos::prelude::*;
use tyk_policy::catalogue::{PER, RATE, SectionName};

use super::section::Section;
use crate::controls::Limit;
use crate::document::{Document, Reports};

/// The section "Rate limit".
#[component]
pub fn Limits() -> impl IntoView {
    let section = expect_context::<Document>().limits;
    let report = expect_context::<Reports>().section(SectionName::Limits);
    view! {
        <Section name=SectionName::Limits>
            <Limit section limit=&RATE period=&PER report/>
        </Section>
    }
}
