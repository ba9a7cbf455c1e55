//! The outlines of a picture, in its own units.

use tyk_policy::effect::traffic::{Counts, Timeline};

use super::plan::COLUMNS;

/// The size of the picture.
pub(super) const WIDTH: f64 = 480.0;
pub(super) const HEIGHT: f64 = 150.0;

/// What is drawn, each as the outline of a path.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Outlines {
    pub(super) passed: String,
    pub(super) waited: String,
    pub(super) by_rate: String,
    pub(super) by_quota: String,
    /// The requests that come.
    pub(super) asked: String,
    /// The allowance of smoothing.
    pub(super) stair: String,
    pub(super) resets: String,
    /// Requests a second at the top of the picture.
    pub(super) top: u64,
}

/// The outlines of a time line. `period` is that of the rate, in seconds, for the allowance.
pub(super) fn outlines(timeline: &Timeline, period: u64) -> Outlines {
    let length = real(timeline.window.to - timeline.window.from).max(1.0);
    let per_second = real(timeline.buckets.len() as u64) * 1_000.0 / length;
    let answers = |counts: &Counts| counts.passed + counts.by_rate + counts.by_quota;
    let highest = timeline.buckets.iter().map(|counts| counts.asked.max(answers(counts))).max().unwrap_or_default();
    let highest = real(highest) * per_second;
    let allowances = timeline.changes.iter().map(|change| real(change.allowance.unsigned_abs()) / real(period.max(1)));
    let top = round_up(allowances.fold(highest, f64::max));
    let height = |requests: u64| real(requests) * per_second / real(top) * HEIGHT;
    let mut drawn = Outlines { top, ..Outlines::default() };
    let wide = WIDTH / real(timeline.buckets.len().max(1) as u64);
    for (index, counts) in timeline.buckets.iter().enumerate() {
        let x = wide * real(index as u64);
        let mut base = HEIGHT;
        for (number, outline) in [
            (counts.passed - counts.waited.min(counts.passed), &mut drawn.passed),
            (counts.waited, &mut drawn.waited),
            (counts.by_rate, &mut drawn.by_rate),
            (counts.by_quota, &mut drawn.by_quota),
        ] {
            if number > 0 {
                let high = height(number);
                base -= high;
                outline.push_str(&format!("M{x:.1} {base:.1}h{wide:.1}v{high:.1}h-{wide:.1}z"));
            }
        }
        let y = HEIGHT - height(counts.asked);
        let step = if index == 0 { "M0" } else { "V" };
        drawn.asked.push_str(&if index == 0 {
            format!("{step} {y:.1}H{:.1}", x + wide)
        } else {
            format!("{step}{y:.1}H{:.1}", x + wide)
        });
    }
    let place = |at: u64| real(at.saturating_sub(timeline.window.from)) / length * WIDTH;
    for (index, change) in timeline.changes.iter().enumerate() {
        let y = HEIGHT - real(change.allowance.unsigned_abs()) / real(period.max(1)) / real(top) * HEIGHT;
        let x = place(change.at);
        drawn.stair.push_str(&if index == 0 { format!("M{x:.1} {y:.1}") } else { format!("H{x:.1}V{y:.1}") });
    }
    if !drawn.stair.is_empty() {
        drawn.stair.push_str(&format!("H{WIDTH}"));
    }
    for at in &timeline.resets {
        drawn.resets.push_str(&format!("M{:.1} 0V{HEIGHT}", place(*at)));
    }
    drawn
}

/// The line across at so many requests a second; nothing where it is not in the picture.
pub(super) fn level(per_second: f64, top: u64) -> String {
    let y = HEIGHT - per_second / real(top.max(1)) * HEIGHT;
    if (0.0..HEIGHT).contains(&y) { format!("M0 {y:.1}H{WIDTH}") } else { String::new() }
}

/// The line through a column.
pub(super) fn cursor(column: usize) -> String {
    let x = WIDTH / real(COLUMNS as u64) * (real(column as u64) + 0.5);
    format!("M{x:.1} 0V{HEIGHT}")
}

/// The next number that is 1, 2, 3, 4, 5, 6 or 8 with noughts behind it.
fn round_up(number: f64) -> u64 {
    let mut ten = 1_u64;
    loop {
        let fits = |step: &u64| real(ten * step) >= number;
        if let Some(step) = [1, 2, 3, 4, 5, 6, 8].into_iter().find(fits) {
            return ten * step;
        }
        if ten > 1_000_000_000_000 {
            return ten;
        }
        ten *= 10;
    }
}

#[expect(clippy::cast_precision_loss, reason = "a picture needs no more than 52 bits")]
fn real(number: u64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use tyk_policy::effect::traffic::{Counting, Limiter, Traffic, Window, simulate};

    #[test]
    fn the_top_is_a_round_number_above_all_that_is_drawn() {
        assert_eq!([0.0, 1.0, 7.0, 99.5, 100.0, 640.0].map(round_up), [1, 1, 8, 100, 100, 800]);
    }

    #[test]
    fn each_column_stands_on_the_ground_and_the_line_of_what_comes_lies_on_top() {
        let traffic = Traffic::steady(10, 4_000).expect("a traffic");
        let window = Window { from: 0, to: 4_000, buckets: 2 };
        let timeline = simulate(&traffic, &Counting::none(Limiter::Bucket), window).expect("a time line");
        let drawn = outlines(&timeline, 1);
        assert_eq!(
            (drawn.top, drawn.passed.as_str()),
            (10, "M0.0 0.0h240.0v150.0h-240.0zM240.0 0.0h240.0v150.0h-240.0z")
        );
        assert_eq!(drawn.asked, "M0 0.0H240.0V0.0H480.0");
        assert!(drawn.by_rate.is_empty() && drawn.stair.is_empty());
        assert_eq!((level(5.0, 10).as_str(), level(11.0, 10).as_str()), ("M0 75.0H480", ""));
    }
}
