//! Room for so many connections. When it is full, whoever waits longest without asking anything leaves first.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::{Instant, sleep_until};

/// The room. A clone is the same one.
#[derive(Clone, Debug)]
pub struct Seats(Arc<Room>);

#[derive(Debug)]
struct Room {
    free: Arc<Semaphore>,
    idle: Mutex<Idle>,
    /// Told when a connection has become idle.
    rested: Notify,
}

/// The idle connections, in the order in which they became idle.
#[derive(Debug, Default)]
struct Idle {
    next: u64,
    leave: BTreeMap<u64, Arc<Notify>>,
}

impl Seats {
    /// Room for so many connections.
    pub fn new(limit: usize) -> Self {
        let free = Arc::new(Semaphore::new(limit));
        Self(Arc::new(Room { free, idle: Mutex::default(), rested: Notify::new() }))
    }

    /// A seat, for which an idle connection has to leave if there is no other. While all are at work it waits.
    pub async fn take(&self) -> Seat {
        loop {
            let rested = self.0.rested.notified();
            let mut rested = std::pin::pin!(rested);
            // From here on no rest is missed.
            rested.as_mut().enable();
            if self.is_full() {
                self.send_the_oldest_away();
            }
            tokio::select! {
                permit = Arc::clone(&self.0.free).acquire_owned() => return Seat::new(self.clone(), permit.ok()),
                () = rested => {}
            }
        }
    }

    /// Whether the last seat is taken.
    pub fn is_full(&self) -> bool {
        self.0.free.available_permits() == 0
    }

    fn send_the_oldest_away(&self) {
        if let Some((_, leave)) = self.idle().leave.pop_first() {
            leave.notify_one();
        }
    }

    fn idle(&self) -> MutexGuard<'_, Idle> {
        self.0.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A connection's place. Dropped, it is free again.
#[derive(Debug)]
pub struct Seat {
    seats: Seats,
    leave: Arc<Notify>,
    /// Where it stands among the idle ones.
    number: Mutex<u64>,
    /// Since when it is at work.
    working: watch::Sender<Option<Instant>>,
    _permit: Option<OwnedSemaphorePermit>,
}

impl Seat {
    fn new(seats: Seats, permit: Option<OwnedSemaphorePermit>) -> Self {
        let working = watch::Sender::new(None);
        let seat = Self { seats, leave: Arc::default(), number: Mutex::default(), working, _permit: permit };
        seat.rest();
        seat
    }

    /// The connection has a call to answer, until what this gives is dropped.
    pub fn work(self: &Arc<Self>) -> Work {
        self.stand_up();
        self.working.send_replace(Some(Instant::now()));
        Work(Arc::clone(self))
    }

    /// Whether the room is full, so that this one had better not stay after its work.
    pub fn is_wanted(&self) -> bool {
        self.seats.is_full()
    }

    /// Ends when the connection has to leave: for another one, or because an answer takes longer than `limit`.
    pub async fn has_to_leave(&self, limit: Duration) {
        tokio::select! {
            () = self.leave.notified() => {}
            () = self.overdue(limit) => {}
        }
    }

    async fn overdue(&self, limit: Duration) {
        let mut working = self.working.subscribe();
        loop {
            let since = *working.borrow_and_update();
            let end = async {
                match since {
                    Some(since) => sleep_until(since + limit).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                () = end => return,
                // We hold the sender, so that this ends with a change only.
                _ = working.changed() => {}
            }
        }
    }

    fn rest(&self) {
        self.working.send_replace(None);
        let mut idle = self.seats.idle();
        idle.next += 1;
        let number = idle.next;
        idle.leave.insert(number, Arc::clone(&self.leave));
        *self.number() = number;
        drop(idle);
        self.seats.0.rested.notify_waiters();
    }

    fn stand_up(&self) {
        let mut idle = self.seats.idle();
        idle.leave.remove(&*self.number());
    }

    fn number(&self) -> MutexGuard<'_, u64> {
        self.number.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.stand_up();
    }
}

/// A call under way on a connection.
#[derive(Debug)]
pub struct Work(Arc<Seat>);

impl Drop for Work {
    fn drop(&mut self) {
        self.0.rest();
    }
}

#[cfg(test)]
mod tests {
    use tokio::time::timeout;

    use super::*;

    const SOON: Duration = Duration::from_secs(5);
    const FOR_EVER: Duration = Duration::from_secs(3_600);

    #[tokio::test]
    async fn the_one_that_is_idle_for_longest_leaves_for_a_new_one() {
        let seats = Seats::new(2);
        let (first, second) = (Arc::new(seats.take().await), Arc::new(seats.take().await));
        // The first one has asked something meanwhile, so that the second one is idle for longer.
        drop(first.work());
        let leaving = tokio::spawn(async move {
            second.has_to_leave(FOR_EVER).await;
        });
        let third = timeout(SOON, seats.take()).await.unwrap();
        leaving.await.unwrap();
        assert!(timeout(Duration::ZERO, first.has_to_leave(FOR_EVER)).await.is_err());
        drop(third);
    }

    #[tokio::test]
    async fn whoever_works_is_waited_for_and_leaves_when_it_rests() {
        let seats = Seats::new(1);
        let only = Arc::new(seats.take().await);
        let work = only.work();
        let mut next = std::pin::pin!(seats.take());
        assert!(timeout(Duration::from_millis(20), &mut next).await.is_err());
        let leaving = tokio::spawn(async move { only.has_to_leave(FOR_EVER).await });
        drop(work);
        timeout(SOON, next).await.unwrap();
        leaving.await.unwrap();
    }

    #[tokio::test(start_paused = true)]
    async fn an_answer_that_takes_too_long_ends_and_a_new_call_has_the_whole_time_again() {
        let seats = Seats::new(1);
        let only = Arc::new(seats.take().await);
        let limit = Duration::from_secs(90);
        let started = Instant::now();
        let work = only.work();
        let mut end = std::pin::pin!(only.has_to_leave(limit));
        assert!(timeout(Duration::from_secs(89), &mut end).await.is_err());
        drop(work);
        let again = only.work();
        assert!(timeout(Duration::from_secs(89), &mut end).await.is_err());
        timeout(limit, end).await.unwrap();
        assert_eq!(started.elapsed().as_secs(), 89 + 90);
        drop(again);
    }
}
