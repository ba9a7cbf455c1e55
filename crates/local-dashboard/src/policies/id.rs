//! Ids of policies.

use std::time::{SystemTime, UNIX_EPOCH};

/// A new id as the Dashboard's database makes them: 24 hex digits, the first eight of which are the time.
///
/// The rest is 64 random bits, so that no counter has to be kept; the store takes no id twice in any case.
///
/// # Errors
/// The operating system gives no random bits.
pub fn new(now: SystemTime) -> Result<String, getrandom::Error> {
    let seconds = unix_seconds(now) & u64::from(u32::MAX);
    Ok(format!("{seconds:08x}{:016x}", getrandom::u64()?))
}

/// Seconds since 1970; 0 where a clock stands before that.
pub fn unix_seconds(now: SystemTime) -> u64 {
    now.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_24_hex_digits_at_any_time() {
        for now in [UNIX_EPOCH, SystemTime::now()] {
            let id = new(now).unwrap();
            assert!(id.len() == 24 && id.bytes().all(|byte| byte.is_ascii_hexdigit()), "{id}");
        }
    }

    #[test]
    fn two_ids_of_one_second_differ() {
        assert_ne!(new(UNIX_EPOCH).unwrap(), new(UNIX_EPOCH).unwrap());
    }
}
