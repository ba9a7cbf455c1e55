//! Tables of facts: what it is about, what holds, and the field that decides it.

use leptos::prelude::*;
use tyk_policy::check::{Path, Segment};
use tyk_policy::effect::Row;

use crate::app::jump::Jump;
use crate::view::{Element, Item, button, each, element, press, text};

/// A table of these rows. `says` is what it is about, for those who do not see what stands around it.
pub(super) fn facts(
    says: impl Fn() -> String + Send + Sync + 'static,
    rows: impl Fn() -> Vec<Row> + Send + Sync + 'static,
) -> Element {
    let items = move || {
        let item =
            |row: Row| Item::new(format!("{} {} {}", row.label, row.value, row.from), move || fact(row).into_any());
        rows().into_iter().map(item).collect()
    };
    element("table").class("facts").attr("aria-label", text(says)).child(element("tbody").child(each(items)))
}

fn fact(row: Row) -> Element {
    element("tr")
        .child(element("th").attr("scope", "row").child(row.label))
        .child(element("td").child(row.value))
        .child(element("td").class("facts__from").child(field_link(&row.from)))
}

/// What leads to the field at a path.
pub(super) fn field_link(path: &Path) -> Element {
    let jump = expect_context::<Jump>();
    let to = path.clone();
    button("field-link")
        .attrs(&[("type", "button")])
        .attr("aria-label", format!("Go to {path}"))
        .attr("title", path.to_string())
        .on("click", press(move || jump.lead_to_field(&to)))
        .child(short(path))
}

/// A path without the API that it begins with, which is said beside it.
fn short(path: &Path) -> String {
    match path.segments() {
        [Segment::Name(_), Segment::Key(_) | Segment::Index(_), first, rest @ ..] => {
            let inside: Vec<_> = [first].into_iter().chain(rest).cloned().collect();
            Path::from(inside).to_string().trim_start_matches('/').to_owned()
        }
        [Segment::Name(name)] => (*name).to_owned(),
        _ => path.to_string().trim_start_matches('/').to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_of_an_api_is_called_by_what_stands_behind_the_api() {
        let api = Path::root().name("access_rights").key("a/b");
        assert_eq!(short(&api.clone().name("limit").name("rate")), "limit/rate");
        assert_eq!(short(&Path::root().name("access_rights_array").item(3).name("versions")), "versions");
        assert_eq!(short(&Path::root().name("partitions").name("quota")), "partitions/quota");
        assert_eq!(short(&api), "access_rights/a~1b");
        assert_eq!(short(&Path::root().name("rate")), "rate");
    }
}
