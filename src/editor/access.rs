//! The APIs.

use leptos::prelude::*;
use tyk_policy::catalogue::{ACCESS_RIGHTS, SectionName};
use tyk_policy::draft::Entry;

use super::entry::entry_row;
use super::picker::picker;
use super::section::Section;
use crate::browser;
use crate::controls::{Button, IconName, findings_of, id_of, message};
use crate::document::{Document, Reports, Row, row_element_id};
use crate::view::{Item, dynamic, each, when};

/// The section "Access rights".
#[component]
pub fn Access() -> impl IntoView {
    let document = expect_context::<Document>();
    let report = expect_context::<Reports>().section(SectionName::Access);
    let findings = findings_of(report, &ACCESS_RIGHTS);
    let choosing = RwSignal::new(false);
    let add = move |()| {
        let row = document.add_api(Entry::new("", ""));
        row.open.set(true);
        browser::focus(row_element_id(row.id, "api_id"));
    };
    let messages = dynamic(move || findings.get().into_iter().map(message).collect::<Vec<_>>().into_any());
    let rows = move || {
        let item = |row: Row| Item::new(row.id.0.to_string(), move || entry_row(row));
        document.rows.get().into_iter().map(item).collect()
    };
    let toggle = move |()| choosing.update(|choosing| *choosing = !*choosing);
    let close = Callback::new(move |()| choosing.set(false));
    view! {
        <Section name=SectionName::Access>
            <p class="section__note">{ACCESS_RIGHTS.hint}</p>
            <div class="messages">{messages}</div>
            <ul class="apis">{each(rows)}</ul>
            <div class="apis__actions">
                <Button id=id_of(&ACCESS_RIGHTS) label="Choose from the dashboard" picture=IconName::Chevron on_press=toggle/>
                <Button label="Add an API by its id" picture=IconName::Add on_press=add/>
            </div>
            {when(move || choosing.get(), move || picker(close))}
        </Section>
    }
}
