//! How much and how long.

use std::time::Duration;

/// How much and how long a caller, and a dashboard, may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest body of a call, in bytes. Two thousand APIs need two million.
    pub request_body: usize,
    /// The largest body of a dashboard's answer, in bytes.
    pub answer_body: usize,
    /// The largest head of a call, its first line and its headers, in bytes.
    pub head: usize,
    /// The most headers of a call.
    pub headers: usize,
    /// The most connections of callers at a time.
    pub connections: usize,
    /// How long a caller may take for the head of a call, the first or the next one. So long does an idle connection
    /// stay open at most.
    pub head_wait: Duration,
    /// How long a caller may pause in a body.
    pub body_wait: Duration,
    /// How long the way to the dashboard may take: its name, the connection and TLS.
    pub connect: Duration,
    /// How long a call of the dashboard may take in all.
    pub call: Duration,
    /// How long an answer, a file of the page too, may take until the caller has taken all of it.
    pub exchange: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            request_body: 16 << 20,
            answer_body: 64 << 20,
            head: 32 << 10,
            headers: 100,
            connections: 256,
            head_wait: Duration::from_secs(10),
            body_wait: Duration::from_secs(10),
            connect: Duration::from_secs(10),
            call: Duration::from_secs(60),
            exchange: Duration::from_secs(90),
        }
    }
}

impl Limits {
    /// The same with all times divided by `times`, so that a test sees them pass. 0 divides by 1.
    #[must_use]
    pub fn hurried(self, times: u32) -> Self {
        let times = times.max(1);
        Self {
            head_wait: self.head_wait / times,
            body_wait: self.body_wait / times,
            connect: self.connect / times,
            call: self.call / times,
            exchange: self.exchange / times,
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limits_are_these() {
        let limits = Limits::default();
        assert_eq!((limits.request_body, limits.answer_body), (16_777_216, 67_108_864));
        assert_eq!((limits.head, limits.headers, limits.connections), (32_768, 100, 256));
        let seconds = [limits.head_wait, limits.body_wait, limits.connect, limits.call, limits.exchange];
        assert_eq!(seconds.map(|time| time.as_secs()), [10, 10, 10, 60, 90]);
    }

    #[test]
    fn only_times_are_hurried() {
        let hurried = Limits::default().hurried(20);
        assert_eq!((hurried.head_wait, hurried.call), (Duration::from_millis(500), Duration::from_secs(3)));
        assert_eq!((hurried.request_body, hurried.connections), (16_777_216, 256));
        assert_eq!(Limits::default().hurried(0), Limits::default());
    }
}
