//! The quota.

use leptos::prelude::*;
use tyk_policy::catalogue::{QUOTA_MAX, QUOTA_RENEWAL_RATE, SectionName};

use super::section::Section;
use crate::controls::Limit;
use crate::document::{Document, Reports};

/// The section "Quota".
#[component]
pub fn Quota() -> impl IntoView {
    let section = expect_context::<Document>().quota;
    let report = expect_context::<Reports>().section(SectionName::Quota);
    view! {
        <Section name=SectionName::Quota>
            <Limit section limit=&QUOTA_MAX period=&QUOTA_RENEWAL_RATE report/>
        </Section>
    }
}
