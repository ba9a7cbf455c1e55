//! Which section one is at.

use leptos::prelude::*;
use tyk_policy::catalogue::SectionName;

use crate::browser;
use crate::editor::section_element_id;

/// The section that one is at, as it changes with the focus and with what is in view.
pub(super) fn current_section() -> Signal<SectionName> {
    let current = RwSignal::new(SectionName::Basics);
    let look = move || {
        let found = found_section();
        if current.try_get_untracked().is_some_and(|current| current != found) {
            current.set(found);
        }
    };
    browser::on_events(browser::SIGHT, look);
    browser::on_events(browser::FOCUS, look);
    current.into()
}

fn found_section() -> SectionName {
    let focused = browser::id_around_focus(".section");
    let ids = SectionName::ALL.map(section_element_id);
    // A section that is not there yet is below all that are.
    let places = ids.each_ref().map(|id| browser::place_of(id).unwrap_or((f64::MAX, 0.0)));
    let focused = ids.iter().position(|id| *id == focused);
    let index = current(&places, browser::place_of("main").unwrap_or_default(), focused);
    SectionName::ALL.get(index).copied().unwrap_or(SectionName::Basics)
}

/// Of sections in their order, the one with the focus while any of it is in view; otherwise the last that has reached the
/// upper quarter of the view. Each place is a top and a height.
fn current(sections: &[(f64, f64)], (view_top, view_height): (f64, f64), focused: Option<usize>) -> usize {
    let is_in_view = |(top, height): (f64, f64)| top + height > view_top && top < view_top + view_height;
    let has_come = |(top, _): &(f64, f64)| *top <= view_top + view_height / 4.0;
    focused
        .filter(|index| sections.get(*index).copied().is_some_and(is_in_view))
        .or_else(|| sections.iter().rposition(has_come))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::current;

    const VIEW: (f64, f64) = (50.0, 800.0);

    /// Four sections of 300 pixels, scrolled by so many.
    fn sections(scrolled: f64) -> Vec<(f64, f64)> {
        [0.0, 300.0, 600.0, 900.0].map(|top| (VIEW.0 + top - scrolled, 300.0)).into()
    }

    #[test]
    fn one_is_at_the_first_section_until_the_next_has_come_to_the_upper_quarter() {
        assert_eq!([0.0, 90.0, 110.0, 390.0, 410.0].map(|by| current(&sections(by), VIEW, None)), [0, 0, 1, 1, 2]);
    }

    #[test]
    fn the_focus_says_where_one_is_as_long_as_its_section_is_in_view() {
        assert_eq!(current(&sections(0.0), VIEW, Some(2)), 2);
        assert_eq!(current(&sections(310.0), VIEW, Some(0)), 1, "the first has left the view");
        assert_eq!(current(&sections(0.0), VIEW, Some(3)), 0, "the last is not in view yet");
    }

    #[test]
    fn without_any_section_one_is_at_the_beginning() {
        assert_eq!(current(&[], VIEW, None), 0);
        assert_eq!(current(&[(f64::MAX, 0.0)], (0.0, 0.0), Some(0)), 0);
    }
}
