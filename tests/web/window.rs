//! A list of which the rows in sight are drawn.

use leptos::prelude::*;
use policy_builder::controls::Window;
use policy_builder::view::{button, div};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::mounted::{Mounted, focused_id, pause};

/// The list of so many rows in a part of the page that scrolls, and the row that is wanted.
async fn mounted(count: u32) -> (Mounted, RwSignal<Vec<u32>>, RwSignal<Option<u32>>) {
    let rows = RwSignal::new((0..count).collect::<Vec<_>>());
    let wanted = RwSignal::new(None);
    let page = Mounted::new(move || {
        let window = Window {
            id: "rows",
            keys: Memo::new(move |_| rows.get()),
            opened: Memo::new(|_| Vec::new()),
            wanted: Memo::new(move |_| wanted.get().into_iter().collect()),
        };
        let row = |key: u32| div("row").child(button("").id(format!("row-{key}")).child(format!("Row {key}")));
        div("scroller")
            .style("height", Signal::stored("300px".to_owned()))
            .style("overflow", Signal::stored("auto".to_owned()))
            .child(window.view("rows", row))
            .into_any()
    })
    .await;
    later().await;
    (page, rows, wanted)
}

/// Scrolling is told with the next frame.
async fn later() {
    pause(100).await;
}

fn drawn(page: &Mounted) -> u32 {
    page.find("#rows").query_selector_all(".row").map(|rows| rows.length()).unwrap_or_default()
}

#[wasm_bindgen_test]
async fn a_short_list_is_there_in_full() {
    let (page, rows, _) = mounted(50).await;
    assert_eq!(drawn(&page), 50);
    rows.update(|rows| rows.truncate(3));
    leptos::task::tick().await;
    assert_eq!(drawn(&page), 3);
}

#[wasm_bindgen_test]
async fn scrolling_brings_the_rows_in_sight_and_changes_no_height() {
    let (page, ..) = mounted(1_000).await;
    assert!(drawn(&page) < 150);
    assert_eq!(page.attribute(".row", "aria-setsize"), "1000");
    let scroller = page.find(".scroller");
    let height = scroller.scroll_height();
    scroller.set_scroll_top(height / 2);
    later().await;
    assert!(page.has("#row-500"));
    assert!((scroller.scroll_height() - height).abs() <= 2, "{} {height}", scroller.scroll_height());
}

#[wasm_bindgen_test]
async fn the_row_with_the_focus_stays_and_so_do_those_beside_it() {
    let (page, _, wanted) = mounted(1_000).await;
    wanted.set(Some(600));
    leptos::task::tick().await;
    page.find("#row-600").focus().unwrap();
    wanted.set(None);
    page.find(".scroller").set_scroll_top(0);
    later().await;
    assert_eq!(focused_id(), "row-600");
    assert!(page.has("#row-599") && page.has("#row-601") && !page.has("#row-800"));
    assert_eq!(page.find("#row-600").parent_element().unwrap().get_attribute("aria-posinset").as_deref(), Some("601"));
}
