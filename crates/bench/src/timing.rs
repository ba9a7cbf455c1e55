//! How long a piece of work takes, by a clock that may be coarse.

/// Tells the milliseconds since some moment.
pub type Clock = fn() -> f64;

/// The least that a batch takes, in milliseconds. A browser's clock moves in steps of 0.1, so the error is 2 % at most.
const BATCH: f64 = 5.0;

/// How many batches are timed.
const BATCHES: usize = 9;

/// How long one run of `work` takes, in microseconds: the median of several batches of runs.
pub(crate) fn microseconds(clock: Clock, mut work: impl FnMut()) -> f64 {
    let mut batch = |runs: u32| {
        let start = clock();
        for _ in 0..runs {
            work();
        }
        clock() - start
    };
    // The way to a long enough batch warms up caches, and in a browser the compiler.
    let mut runs = 1;
    while batch(runs) < BATCH {
        runs *= 2;
    }
    let times = (0..BATCHES).map(|_| batch(runs) / f64::from(runs) * 1000.0).collect();
    median(times)
}

/// The value in the middle; 0 if there is none.
#[must_use]
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    thread_local! {
        static NOW: Cell<f64> = const { Cell::new(0.0) };
    }

    #[test]
    fn a_run_that_takes_a_tenth_of_a_millisecond_takes_a_hundred_microseconds() {
        let measured = microseconds(|| NOW.get().floor(), || NOW.set(NOW.get() + 0.125));
        assert!((measured - 125.0).abs() < 20.0, "{measured}");
    }

    #[test]
    fn the_median_is_the_value_in_the_middle() {
        assert!((median(vec![9.0, 1.0, 2.0]) - 2.0).abs() < f64::EPSILON);
        assert!(median(Vec::new()).abs() < f64::EPSILON);
    }
}
