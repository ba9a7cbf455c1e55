//! What came of a traffic, in words.

use tyk_policy::effect::traffic::{Change, Counts, Moved, Timeline};
use tyk_policy::number::grouped;

/// The whole of it in a sentence or two.
pub(super) fn totals(timeline: &Timeline) -> String {
    let Counts { asked, passed, waited, by_rate, by_quota } = timeline.totals;
    if asked == 0 {
        return "No request comes.".to_owned();
    }
    if passed == asked && waited == 0 {
        return format!("All {} requests pass.", grouped(asked));
    }
    let share = passed * 100 / asked;
    let waits = if waited > 0 { format!(", {} of them after waiting", grouped(waited)) } else { String::new() };
    let mut refused = Vec::new();
    if by_rate > 0 {
        refused.push(format!("{} get 429 (rate)", grouped(by_rate)));
    }
    if by_quota > 0 {
        refused.push(format!("{} get 403 (quota)", grouped(by_quota)));
    }
    let refused = if refused.is_empty() { String::new() } else { format!("; {}", refused.join(", ")) };
    format!("Of {} requests {} pass ({share} %){waits}{refused}.", grouped(asked), grouped(passed))
}

/// What happens in one column.
pub(super) fn column(timeline: &Timeline, index: usize) -> String {
    let Some(counts) = timeline.buckets.get(index) else { return String::new() };
    let (from, to) = span(timeline, index);
    let mut says =
        format!("{} to {}: {} asked, {} pass", clock(from), clock(to), grouped(counts.asked), grouped(counts.passed));
    for (number, what) in [(counts.waited, "of them waited"), (counts.by_rate, "get 429"), (counts.by_quota, "get 403")]
    {
        if number > 0 {
            says.push_str(&format!(", {} {what}", grouped(number)));
        }
    }
    if let Some(change) = timeline.changes.iter().rfind(|change| change.at < to) {
        says.push_str(&format!("; allowance {}", change.allowance));
    }
    if timeline.resets.iter().any(|at| (from..to).contains(at)) {
        says.push_str("; the quota counts anew");
    }
    says
}

/// A step of the allowance.
pub(super) fn step(change: &Change) -> String {
    let moved = match change.how {
        Moved::Start => "starts at",
        Moved::Up => "rises to",
        Moved::Down => "falls to",
    };
    format!("{}: the allowance {moved} {}", clock(change.at), change.allowance)
}

/// When a column begins and ends, in milliseconds.
pub(super) fn span(timeline: &Timeline, index: usize) -> (u64, u64) {
    let window = timeline.window;
    let (length, buckets) = (window.to - window.from, window.buckets.max(1) as u64);
    let start = |index: u64| window.from + (index * length).div_ceil(buckets);
    (start(index as u64), start(index as u64 + 1))
}

/// A time from the start: "0:07.5", "12:30", "1:02:05".
pub(super) fn clock(milliseconds: u64) -> String {
    let (seconds, rest) = (milliseconds / 1_000, milliseconds % 1_000);
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    let whole =
        if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") };
    if rest == 0 {
        return whole;
    }
    let fraction = format!("{rest:03}");
    format!("{whole}.{}", fraction.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tyk_policy::effect::Rate;
    use tyk_policy::effect::traffic::{Counting, Limiter, Traffic, Window, simulate};

    #[test]
    fn a_time_is_said_as_a_clock_shows_it() {
        assert_eq!([0, 7_500, 750_000, 3_725_000].map(clock), ["0:00", "0:07.5", "12:30", "1:02:05"]);
    }

    #[test]
    fn the_totals_and_a_column_say_what_becomes_of_each_request() {
        let traffic = Traffic::steady(20, 10_000).expect("a traffic");
        let window = Window { from: 0, to: 10_000, buckets: 10 };
        let rate = Some(Rate { requests: 10.0, seconds: 1.0 });
        let counting = Counting { rate, ..Counting::none(Limiter::FixedWindow) };
        let timeline = simulate(&traffic, &counting, window).expect("a time line");
        assert_eq!(totals(&timeline), "Of 200 requests 100 pass (50 %); 100 get 429 (rate).");
        assert_eq!(column(&timeline, 3), "0:03 to 0:04: 20 asked, 10 pass, 10 get 429");
        let free = simulate(&traffic, &Counting::none(Limiter::Bucket), window).expect("a time line");
        assert_eq!(totals(&free), "All 200 requests pass.");
    }
}
